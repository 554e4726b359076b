package gapmap

import (
	"slices"
	"strings"

	"github.com/cayleygraph/quad"

	"policygraph/ontology/vocab"
)

// entry is all on one measure, narrower ones left out.
type entry struct {
	ID, Name, Definition, IRI string
	Summary                   string // how much there is
	Facts                     []fact
	Items                     []item
	Narrower                  []link
}

// item is a statement.
type item struct {
	ID        string // empty where the statement has stood before on the page
	Place     int    // among the statements
	Kind      Kind
	Head      string
	Text      string
	Shape     string
	Direction string
	Strength  string // of Strengths
	Facts     []fact
}

// fact is a line of what is known of a measure or a statement.
type fact struct {
	Name, Text string
	Address    bool   // the text is an address
	Href       string // where it is told of; empty where no page does
}

// detailer writes entries; it knows which statements have stood on the page.
type detailer struct {
	*Map
	lang Lang
	seen map[string]bool
}

func newDetailer(m *Map, l Lang) *detailer { return &detailer{m, l, make(map[string]bool)} }

func (d *detailer) entry(m *Measure) entry {
	e := entry{ID: anchor(m), Name: m.Name.Of(d.lang), Definition: m.Definition.Of(d.lang), IRI: m.IRI}
	e.Items = d.items(func(s *Statement) bool { return slices.Contains(s.Measures, m.IRI) })
	for i := range d.Measures {
		if slices.Contains(d.Measures[i].Broader, m.IRI) {
			e.Narrower = append(e.Narrower, link{"#" + anchor(&d.Measures[i]), d.Measures[i].Name.Of(d.lang)})
		}
	}
	var f facts
	f.codes(d.lang, vocab.Approach, "f-approach", m.Approaches)
	f.codes(d.lang, vocab.Level, "f-level", m.Levels)
	f.countries(d.lang, m.Countries)
	f = append(f, fact{d.lang.word("d-iri"), m.IRI, true, d.concept(m.IRI)})
	e.Facts = f
	e.Summary = d.summary(e)
	return e
}

// summary says how much there is on a measure.
func (d *detailer) summary(e entry) string {
	var parts []string
	for _, k := range []struct {
		kind Kind
		key  string
	}{{Finding, "findings"}, {Judgement, "judgements"}, {Gap, "gaps"}, {Description, "descriptions"}} {
		n := 0
		for _, it := range e.Items {
			if it.Kind == k.kind {
				n++
			}
		}
		if n > 0 {
			parts = append(parts, d.lang.count(n, k.key))
		}
	}
	if n := len(e.Narrower); n > 0 {
		parts = append(parts, d.lang.count(n, "below"))
	}
	return strings.Join(parts, ", ")
}

// items are the statements that are of interest.
func (d *detailer) items(of func(*Statement) bool) (list []item) {
	for i := range d.Statements {
		if s := &d.Statements[i]; of(s) {
			list = append(list, d.item(i, s))
		}
	}
	return list
}

func (d *detailer) item(i int, s *Statement) item {
	it := item{Place: i, Kind: s.Kind, Text: s.Text.Of(d.lang), Shape: shapeOf(s), Head: d.head(s), Facts: d.facts(s)}
	if s.Is(Finding) {
		it.Direction, it.Strength = Directions[s.direction()], Strengths[s.band()]
	}
	id := string(s.Kind) + "-" + local(s.IRI)
	if !d.seen[id] {
		d.seen[id] = true
		it.ID = id
	}
	return it
}

// head says what a statement is in a word or two.
func (d *detailer) head(s *Statement) string {
	name := d.lang.word(string(s.Kind))
	switch {
	case s.Is(Gap):
		return name + ": " + d.lang.code(vocab.GapType, s.GapType)
	case s.Is(Finding):
		return name + ": " + d.lang.direction(Directions[s.direction()])
	case s.Is(Judgement) && s.Direction != "":
		return name + ": " + d.lang.direction(s.Direction)
	}
	return name
}

// shapeOf is the shape that a cell with this statement alone would have.
func shapeOf(s *Statement) string {
	switch {
	case s.Is(Description):
		return "none"
	case s.Is(Judgement):
		return string(Judged)
	case s.Is(Gap) && s.noStudyFound():
		return string(Sought)
	case s.Is(Gap):
		return string(Stated)
	}
	state, lean := ofFindings(slices.DeleteFunc([]string{s.Direction}, func(w string) bool { return w == "" }))
	return shape(&Cell{State: state, Lean: lean})
}

// facts are lines in the making.
type facts []fact

func (f *facts) add(name, text string) {
	if text != "" {
		*f = append(*f, fact{Name: name, Text: text})
	}
}

// codes adds the labels of codes.
func (f *facts) codes(l Lang, property quad.IRI, key string, notations []string) {
	var list []string
	for _, n := range notations {
		list = append(list, l.code(property, n))
	}
	f.add(l.word(key), strings.Join(list, ", "))
}

func (f *facts) countries(l Lang, codes []string) {
	var list []string
	for _, c := range codes {
		list = append(list, l.country(c))
	}
	f.add(l.word("d-country"), strings.Join(list, ", "))
}

// facts are the lines of a statement.
func (d *detailer) facts(s *Statement) []fact {
	var f facts
	l := d.lang
	f.add(l.word("d-study"), s.CitedAs)
	f.add(l.word("measure"), d.names(s.Measures))
	f.add(l.word("d-outcome"), d.names(s.Outcomes))
	f.add(l.word("d-problem"), d.names(s.Problems))
	f.add(l.word("d-design"), d.design(s))
	f.codes(l, vocab.Horizon, "d-horizon", nonEmpty(s.Horizon))
	f.codes(l, vocab.Certainty, "d-certainty", nonEmpty(s.Certainty))
	f.add(l.word("d-search"), d.search(s))
	f.add(l.word("d-population"), d.names(s.Populations))
	f.countries(l, s.Countries)
	f.add(l.word("d-place"), d.where(s))
	return append(f, fact{Name: l.word("d-iri"), Text: s.IRI, Address: true})
}

// concept is where the page of concepts, which is exported beside the folder of the
// map, tells of a concept. Its address itself need not be served.
func (d *detailer) concept(iri string) string {
	anchor := strings.ReplaceAll(strings.TrimPrefix(iri, d.base), "/", "-")
	return "../concepts." + string(d.lang) + ".html#" + anchor
}

func nonEmpty(s string) []string {
	return slices.DeleteFunc([]string{s}, func(s string) bool { return s == "" })
}

// names are the names of things.
func (d *detailer) names(iris []string) string {
	var list []string
	for _, iri := range iris {
		list = append(list, d.Name(iri).Of(d.lang))
	}
	return strings.Join(list, ", ")
}

// design is the designs of a finding with the strength of the best.
func (d *detailer) design(s *Statement) string {
	var list []string
	for _, w := range s.Designs {
		list = append(list, d.lang.code(vocab.Design, w))
	}
	if s.Strength != nil {
		list = append(list, d.lang.word("strength-of", *s.Strength))
	}
	return strings.Join(list, ", ")
}

// search is what is known of the searches that came up empty.
func (d *detailer) search(s *Statement) string {
	var list []string
	for _, iri := range s.Searches {
		list = append(list, d.lang.word("search-none"))
		for _, search := range d.Searches {
			if search.IRI != iri {
				continue
			}
			if n := len(search.In); n > 0 {
				list = append(list, d.lang.word("search-in", n))
			}
			if search.From != "" && search.To != "" {
				list = append(list, d.lang.word("search-years", search.From, search.To))
			}
		}
	}
	return strings.Join(list, ", ")
}

// where is the place of a statement: review, sections, lines.
func (d *detailer) where(s *Statement) string {
	if len(s.Sections)+len(s.Lines) == 0 {
		return d.names(s.Reviews)
	}
	lines := strings.Join(s.Lines, ", ")
	key := "section-line"
	if strings.ContainsAny(lines, "-,") {
		key = "section-lines"
	}
	place := d.lang.word(key, strings.Join(s.Sections, ", "), strings.ReplaceAll(lines, "-", "–"))
	return strings.TrimPrefix(d.names(s.Reviews)+", "+place, ", ")
}

// options are the codes of a code list as choices.
func options(l Lang, scheme string) (list []option) {
	for _, s := range vocab.Schemes() {
		if s.Name != scheme {
			continue
		}
		for _, c := range s.Codes {
			label := Text{c.NB, c.EN}.Of(l)
			if s.IRI == vocab.TimingScheme {
				label = l.word("phase-" + c.Notation)
			}
			list = append(list, option{c.Notation, capital(label)})
		}
	}
	return list
}
