package coverage

import (
	"regexp"
	"slices"
	"strings"

	"policygraph/reviews"
)

// A citation is looked for from its year: what stands before it must end in a
// list of authors, of a body (SSB, OECD) or of a numbered report (NOU).
var (
	year    = regexp.MustCompile(`\b(?:19|20)\d\d[a-z]?\b`)
	authors = regexp.MustCompile(`(?:` + name + `(?:, ` + name + `)*(?:,? (?:&|og|and) ` + name + `)?(?: mfl\.| m\.fl\.| et al\.)?)(?: ?\(|,? )$`)
)

// name is a surname with its particles, or the name of a body.
const name = `(?:(?:[Dd]e|[Vv]an|[Vv]on|[Ll]e) )?\p{Lu}[\p{L}_'’]+(?:-\p{Lu}[\p{L}'’]+)?`

// notNames are words that begin a sentence before a year.
var notNames = []string{
	"Fra", "Siden", "Etter", "Innen", "Mellom", "Før", "Høsten", "Våren", "Oslo", "Norge", "Sverige", "Danmark", "Men", "Dette", "Rapporten", "Notatet",
}

// citations finds every author–year string and says which are in the graph.
func (k *checker) citations() []Citation {
	found := []Citation{}
	for _, at := range year.FindAllStringIndex(k.flow.Text, -1) {
		from, ok := k.authorsBefore(at[0])
		if !ok {
			continue
		}
		c := Citation{Text: k.flow.Text[from:at[1]], Lines: k.flow.Lines(from, at[1])}
		c.Source, c.Status = k.sourceAt(c)
		if c.Status == Missing {
			if c.Reason, ok = k.leftOut("citation", c.Text, c.Lines); ok {
				c.Status = LeftOut
			}
		}
		found = append(found, c)
	}
	return found
}

// longestList is how far before a year its authors are looked for, in bytes.
const longestList = 240

// authorsBefore returns where the list of authors that ends at a year begins. A
// further year of the same authors, "2016, 2018", belongs to them too.
func (k *checker) authorsBefore(end int) (from int, ok bool) {
	start := max(0, end-longestList)
	before := strings.ToValidUTF8(k.flow.Text[start:end], "?")
	at := authors.FindStringIndex(before)
	if at == nil {
		return 0, false
	}
	first, _, _ := strings.Cut(before[at[0]:], " ")
	if slices.Contains(notNames, first) {
		return 0, false
	}
	return start + at[0], true
}

// sourceAt returns the source with a mention on the lines of a citation and a
// printed form that has its first author and its year.
func (k *checker) sourceAt(c Citation) (string, Status) {
	author, printed := firstAuthor(c.Text), year.FindString(c.Text)
	for r := range k.corpus.Records(reviews.KindSource) {
		if k.mentions(r, c.Lines) && slices.ContainsFunc(forms(r), func(form string) bool {
			return strings.Contains(form, author) && strings.Contains(form, printed)
		}) {
			return r.Name, Covered
		}
	}
	return "", Missing
}

func (k *checker) mentions(r *reviews.Record, lines reviews.Range) bool {
	for _, v := range r.Values("mentions") {
		slug, _, _ := strings.Cut(v.Text, ":")
		if slug == k.review && v.Lines.From <= lines.To && lines.From <= v.Lines.To {
			return true
		}
	}
	return false
}

// forms are the ways in which a source is printed.
func forms(r *reviews.Record) []string {
	var out []string
	for _, column := range []string{"cited_as", "alt_cited_as"} {
		for _, v := range r.Values(column) {
			out = append(out, v.Text)
		}
	}
	return out
}

var firstName = regexp.MustCompile(`^` + name)

func firstAuthor(text string) string { return firstName.FindString(text) }
