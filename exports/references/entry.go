// Package references writes the sources and the reviews as references, for
// reference managers and for LaTeX: RIS, BibTeX and CSL-JSON.
//
// Nothing is made up. The sources are cited by surnames and year, seldom with a
// title, and a reference has no more than that: authors only where the whole of
// the citation reads as names and a year, no first names, no journal. How a
// source is cited stands in every reference.
package references

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"policygraph/exports/internal/records"
	"policygraph/graph"
	"policygraph/ontology/vocab"
)

// Entry is a reference.
type Entry struct {
	Key       string // the slug of the source, made safe; no two entries have the same
	Kind      Kind   // what sort of work it is
	Authors   []Name // of a review by family name; of a source as it is cited
	Others    bool   // there are more authors than those
	Year      string
	Title     string
	Publisher string
	Number    string
	DOI       string
	URL       string
	Label     string   // how it is cited
	Keywords  []string // what kinds of source it is
	Notes     []string // what else the graph says of it
}

// Kind is what sort of work a reference is to. The graph knows what a source is
// to a review (study, theory, policy) and not how it was published, so that most
// are documents.
type Kind struct{ ris, bibtex, csl string }

var (
	document = Kind{"GEN", "misc", "document"}
	dataset  = Kind{"DATA", "misc", "dataset"}
	report   = Kind{"RPRT", "techreport", "report"}
)

// Entries are the references of a dataset whose addresses start with base:
// reviews first, then sources, each in order of their addresses.
func Entries(d *graph.Dataset, base string) []Entry {
	r := records.Read(d, base)
	var list []Entry
	for _, of := range []struct {
		table string
		entry func(thing) Entry
	}{{"reviews", ofReview}, {"sources", ofSource}} {
		i := slices.IndexFunc(r.Tables, func(t records.Filled) bool { return t.Name == of.table })
		for _, row := range r.Tables[i].Rows {
			list = append(list, of.entry(thing{r, r.Tables[i].Columns, row}))
		}
	}
	makeUnique(list)
	return list
}

// thing is a row that is asked by the names of its columns.
type thing struct {
	r       *records.Records
	columns []records.Column
	row     records.Row
}

func (t thing) all(name string) []string {
	i := slices.IndexFunc(t.columns, func(c records.Column) bool { return c.Name == name })
	return t.r.ShowAll(t.columns[i], t.row.Cells[i])
}

func (t thing) one(name string) string {
	if values := t.all(name); len(values) > 0 {
		return values[0]
	}
	return ""
}

// entry is an entry with what sources and reviews have in common.
func (t thing) entry(kind Kind) Entry {
	return Entry{Key: key(t.r.Local(t.row.ID)), Kind: kind, Year: calendarYear(t.one("year"))}
}

// note keeps texts as a note, if there are any.
func (e *Entry) note(before string, texts ...string) {
	if text := strings.Join(texts, "; "); text != "" {
		e.Notes = append(e.Notes, before+": "+text)
	}
}

func ofReview(t thing) Entry {
	e := t.entry(report)
	e.Publisher, e.Number = t.one("publisher"), t.one("number")
	e.Authors = Authors(t.all("author"), append(t.all("commissioned_by"), e.Publisher)...)
	e.Title = t.one("title_nb")
	if english := t.one("title_en"); e.Title == "" {
		e.Title = english
	} else {
		e.note("Title in English", english)
	}
	e.Label = e.Number
	e.note("Commissioned by", t.all("commissioned_by")...)
	e.note("Address", t.r.Data.Text(t.row.ID))
	return e
}

func ofSource(t thing) Entry {
	kinds := t.all("source_kind")
	e := t.entry(document)
	if statistics, _ := vocab.CodeOf(vocab.SourceKindStatistics); slices.Equal(kinds, []string{statistics.Notation}) {
		e.Kind = dataset
	}
	e.Keywords, e.Title, e.DOI, e.Label = kinds, t.one("title"), t.one("doi"), t.one("cited_as")
	names, others := Names(e.Label)
	e.Authors, e.Others = whole(names), others
	pages := t.all("page")
	if len(pages) > 0 {
		e.URL = pages[0]
		e.note("Also at", pages[1:]...)
	}
	e.note("Cited as", e.Label)
	e.note("Also cited as", t.all("also_cited_as")...)
	e.note("Reference as given", t.all("reference")...)
	e.note("Mentioned at", t.all("mentioned_at")...)
	e.note("Identity", t.all("identity_note_en")...)
	e.note("Identitet", t.all("identity_note_nb")...)
	e.note("Address", t.r.Data.Text(t.row.ID))
	return e
}

// The words of a citation.
var (
	year      = regexp.MustCompile(`^(.+?) (?:\((?:\d{4}[a-z]?)\)|\d{4}[a-z]?)$`)
	andOthers = regexp.MustCompile(`^(.+?),? (?:mfl\.?|m\.fl\.|et al\.?|og andre|and others)$`)
	between   = regexp.MustCompile(`, (?:& |og |and )?| & | og | and `)
	nameWord  = `\p{Lu}[\p{L}'’.-]*`
	aName     = regexp.MustCompile(`^(?:(?:van|von|de|der|den|di|da|du|la|le|af|av|ten|ter|zu) )*` + nameWord + `(?: ` + nameWord + `)*$`)
)

// Names are the authors that a citation tells, "Card, Kluve & Weber 2017", and
// whether it says that there are others. A citation that is not wholly names and
// a year tells none.
func Names(citation string) (names []string, others bool) {
	m := year.FindStringSubmatch(citation)
	if m == nil {
		return nil, false
	}
	text := m[1]
	if m := andOthers.FindStringSubmatch(text); m != nil {
		text, others = m[1], true
	}
	names = between.Split(text, -1)
	for _, name := range names {
		if !aName.MatchString(name) {
			return nil, false
		}
	}
	return names, others
}

// calendarYear is the year of an xsd:gYear, without a time zone.
func calendarYear(text string) string { return leadingYear.FindString(text) }

var leadingYear = regexp.MustCompile(`^-?[0-9]+`)

// unsafe finds what cannot stand in a key of BibTeX.
var unsafe = regexp.MustCompile(`[^A-Za-z0-9.:_-]+`)

func key(slug string) string { return unsafe.ReplaceAllString(slug, "-") }

// makeUnique puts a number after the second and later of keys that are the same.
func makeUnique(list []Entry) {
	used := make(map[string]bool)
	for i, e := range list {
		for n := 2; used[list[i].Key]; n++ {
			list[i].Key = e.Key + "-" + strconv.Itoa(n)
		}
		used[list[i].Key] = true
	}
}
