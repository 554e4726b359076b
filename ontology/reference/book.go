package reference

import (
	"errors"
	"slices"
	"strings"
	"unicode"

	"github.com/cayleygraph/quad"

	"policygraph/ontology"
	"policygraph/ontology/sssom"
	"policygraph/ontology/vocab"
)

// A book is all that a page is made from, in one language.
type book struct {
	Input
	lang     Lang
	onto     *document
	shapes   *shapes
	mappings *sssom.Set
	keys     *keys
	data     *data
	outside  []quad.IRI // the terms of other vocabularies that the page tells of
}

func newBook(lang Lang, in Input) (b *book, err error) {
	b = &book{Input: in, lang: lang}
	if b.onto, err = readDocument("policygraph.ttl", ontology.Turtle()); err != nil {
		return nil, err
	}
	if b.shapes, err = readShapes(); err != nil {
		return nil, err
	}
	if b.mappings, err = readMappings(ontology.Alignment()); err != nil {
		return nil, err
	}
	if b.keys, err = readKeys(); err != nil {
		return nil, err
	}
	if b.data, err = newData(in.Data, in.Base); err != nil {
		return nil, err
	}
	b.outside = b.outsideTerms()
	return b, nil
}

func (b *book) word(key string, values ...any) string { return b.lang.word(key, values...) }

// label is the name of one of our terms in a language.
func (b *book) label(iri quad.IRI, lang Lang) string {
	if s := b.onto.text(iri, vocab.RDFSLabel, lang); s != "" {
		return s
	}
	return b.onto.text(iri, vocab.SKOSPrefLabel, lang)
}

// address is the address of a term as it is published.
func (b *book) address(iri quad.IRI) string { return string(vocab.Rebase(iri, b.Base)) }

// curie shortens an address below the default base by the prefixes of the project,
// where one fits.
func curie(iri quad.IRI) string {
	var best vocab.Prefix
	for _, p := range vocab.Prefixes() {
		if strings.HasPrefix(string(iri), p.IRI) && len(p.IRI) > len(best.IRI) {
			best = p
		}
	}
	if best.IRI == "" {
		return string(iri)
	}
	return best.Name + ":" + strings.TrimPrefix(string(iri), best.IRI)
}

// Anchor is the anchor of a term on the pages, as the package describes it.
func Anchor(iri quad.IRI) string {
	short := curie(iri)
	return strings.ReplaceAll(strings.TrimPrefix(short, "pg:"), ":", "-")
}

func ours(iri quad.IRI) bool {
	return strings.HasPrefix(string(iri), vocab.Namespace) || strings.HasPrefix(string(iri), vocab.CodeNamespace)
}

// href is where a term is described: on the page, or at its address.
func (b *book) href(iri quad.IRI) string {
	if ours(iri) || slices.Contains(b.outside, iri) {
		return "#" + Anchor(iri)
	}
	return string(iri)
}

// ref is a link to a term by its short address.
func (b *book) ref(iri quad.IRI) span { return span{Text: curie(iri), Code: true, Href: b.href(iri)} }

// named is a link to a term by its short address, and its label where that says more.
func (b *book) named(iri quad.IRI) []span {
	spans := []span{b.ref(iri)}
	if l := b.label(iri, b.lang); l != "" && (b.lang == NB || l != spaced(curie(iri))) {
		spans = append(spans, span{Text: " " + l})
	}
	return spans
}

// spaced is the words of a local name: pg:leadsTo is "leads to".
func spaced(short string) string {
	_, local, _ := strings.Cut(short, ":")
	var s strings.Builder
	for i, r := range local {
		if unicode.IsUpper(r) && i > 0 {
			s.WriteByte(' ')
		}
		s.WriteRune(unicode.ToLower(r))
	}
	return s.String()
}

func (b *book) allNamed(iris []quad.IRI) [][]span {
	runs := make([][]span, len(iris))
	for i, iri := range iris {
		runs[i] = b.named(iri)
	}
	return runs
}

// ancestors is everything above a term by a property, the nearest first.
func (b *book) ancestors(iri, by quad.IRI) []quad.IRI {
	var all []quad.IRI
	for _, up := range b.onto.iris(iri, by) {
		for _, a := range append([]quad.IRI{up}, b.ancestors(up, by)...) {
			if !slices.Contains(all, a) {
				all = append(all, a)
			}
		}
	}
	return all
}

func (b *book) deprecated(iri quad.IRI) bool { return len(b.onto.all(iri, vocab.OWLDeprecated)) > 0 }

// rows that classes, properties, lists and codes have alike.
func (b *book) names(iri quad.IRI) rows {
	var r rows
	r.Run(b.word("address"), code(b.address(iri)))
	other := b.lang.other()
	r.Run(b.word("other-label"), span{Text: b.label(iri, other), Lang: string(other)})
	if nn := b.onto.text(iri, vocab.RDFSLabel, "nn"); nn != "" && nn != b.onto.text(iri, vocab.RDFSLabel, NB) {
		r.Run(b.word("nynorsk"), span{Text: nn, Lang: "nn"})
	}
	if by := b.onto.iris(iri, vocab.DCTIsReplacedBy); len(by) > 0 {
		r.Add(b.word("replaced"), lines(b.allNamed(by))...)
	}
	return r
}

// meaning is the definition of a term and the note on it.
func (b *book) meaning(iri quad.IRI) []block {
	blocks := []block{{Text: text(b.onto.text(iri, vocab.SKOSDefinition, b.lang)), Lead: true}}
	if note := b.onto.text(iri, vocab.SKOSScopeNote, b.lang); note != "" {
		blocks = append(blocks, block{Text: text(b.word("note") + ": " + note)})
	}
	return blocks
}

// readMappings reads the alignment, which has no errors, or the first of them.
func readMappings(text []byte) (*sssom.Set, error) {
	set, problems := sssom.Read("alignment.sssom.tsv", text, sssom.Options{})
	for _, p := range problems {
		if p.Severity == sssom.Error {
			return nil, errors.New(p.String())
		}
	}
	return set, nil
}

// mapped is what other vocabularies have for a term.
func (b *book) mapped(iri quad.IRI) []item {
	var items []item
	for _, m := range b.mappings.Mappings {
		if m.Subject == string(iri) {
			items = append(items, item{Spans: b.mapping(m)})
		}
	}
	return items
}

// axiom is what the table says of rows that repeat the ontology: nothing to tell.
const axiom = "Axiom in the ontology."

func (b *book) mapping(m sssom.Mapping) []span {
	relation := b.word("not-same")
	if !m.Negated {
		relation = b.word(curie(quad.IRI(m.Predicate)))
	}
	spans := []span{{Text: relation + " "}, {Text: b.short(m.Object), Code: true, Href: m.Object}}
	if m.ObjectLabel != "" {
		spans = append(spans, span{Text: " " + m.ObjectLabel, Lang: "en"})
	}
	if m.Comment == axiom {
		return spans
	}
	if m.Confidence != "" {
		spans = append(spans, span{Text: " (" + b.word("confidence", strings.Replace(m.Confidence, ".", b.lang.of(",", "."), 1)) + ")"})
	}
	if m.Comment != "" {
		spans = append(spans, span{Text: ": "}, span{Text: m.Comment, Lang: "en"})
	}
	return spans
}

// short is an address by the prefixes of the alignment.
func (b *book) short(address string) string {
	best := ""
	for name, iri := range b.mappings.Prefixes {
		if strings.HasPrefix(address, iri) && (best == "" || len(iri) > len(b.mappings.Prefixes[best])) {
			best = name
		}
	}
	if best == "" {
		return curie(quad.IRI(address))
	}
	return best + ":" + strings.TrimPrefix(address, b.mappings.Prefixes[best])
}

// columns are the columns of curators' tables that become a property.
func (b *book) columns(property quad.IRI) [][]span {
	var runs [][]span
	for _, c := range b.Columns {
		if c.Property == property {
			name := c.Table + "." + c.Column
			if strings.HasSuffix(c.Table, ".yaml") {
				name = c.Table + ": " + c.Column
			}
			runs = append(runs, []span{code(name)})
		}
	}
	return runs
}

// tables are the tables whose rows become things of a class.
func (b *book) tables(class quad.IRI) [][]span {
	var names []string
	var runs [][]span
	for _, c := range b.Columns {
		if c.Class == class && !slices.Contains(names, c.Table) {
			names = append(names, c.Table)
			runs = append(runs, []span{code(c.Table)})
		}
	}
	return runs
}
