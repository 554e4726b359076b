package catalogue

import (
	"errors"
	"fmt"

	"github.com/cayleygraph/quad"

	"policygraph/exports/artifact"
	"policygraph/exports/authority"
	"policygraph/graph"
	"policygraph/ontology/vocab"
)

// document collects the statements of a catalogue, and whatever is wrong with
// them.
type document struct {
	b    graph.Builder
	errs []error
}

// add says that s has the value o. Nothing is said of an empty value.
func (d *document) add(s, p string, o quad.Value) {
	if o == nil || o == quad.IRI("") || o == quad.String("") {
		return
	}
	if iri, ok := o.(quad.IRI); ok && !validIRI(string(iri)) || !validIRI(s) {
		d.errs = append(d.errs, fmt.Errorf("%s of %s: %v is not an absolute address", p, s, o))
		return
	}
	if err := d.b.Add(quad.Quad{Subject: quad.IRI(s), Predicate: quad.IRI(p), Object: o}); err != nil {
		d.errs = append(d.errs, fmt.Errorf("%s of %s: %w", p, s, err))
	}
}

// is says what s is.
func (d *document) is(s string, classes ...string) {
	for _, c := range classes {
		d.add(s, string(vocab.RDFType), quad.IRI(c))
	}
}

// link says that s points at things.
func (d *document) link(s, p string, iris ...string) {
	for _, iri := range iris {
		d.add(s, p, quad.IRI(iri))
	}
}

// text says a text in each language that it has.
func (d *document) text(s, p string, t artifact.Text) {
	if t.NB != "" {
		d.add(s, p, quad.LangString{Value: quad.String(t.NB), Lang: "nb"})
	}
	if t.EN != "" {
		d.add(s, p, quad.LangString{Value: quad.String(t.EN), Lang: "en"})
	}
}

func (d *document) date(s, p, day string) {
	if day != "" {
		d.add(s, p, date(day))
	}
}

// code points at a term of an authority table, and describes the term and its
// table, since readers look for their classes and labels in the document itself.
func (d *document) code(s, p string, t authority.Table, codes ...string) {
	for _, code := range codes {
		term, ok := t.Term(code)
		switch {
		case code == "":
		case !ok:
			d.errs = append(d.errs, fmt.Errorf("%s of %s: the table %s has no code %q", p, s, t.Name, code))
		default:
			d.term(term)
			d.link(s, p, term.IRI())
		}
	}
}

// term describes a term of an authority table. Its label is a skos:prefLabel: some
// readers put an rdfs:label in place of the address.
func (d *document) term(t authority.Term) {
	d.is(t.IRI(), skos+"Concept", t.Table.Class)
	d.text(t.IRI(), skos+"prefLabel", artifact.Text{NB: t.NB, EN: t.EN})
	d.link(t.IRI(), skos+"inScheme", t.Table.Scheme)
	if t.Table.Name == authority.Licence.Name {
		d.text(t.IRI(), dct+"title", artifact.Text{EN: t.EN})
	}
	d.table(t.Table)
}

func (d *document) table(t authority.Table) {
	d.is(t.Scheme, skos+"ConceptScheme")
	d.text(t.Scheme, dct+"title", artifact.Text{NB: t.NB, EN: t.EN})
	d.text(t.Scheme, skos+"prefLabel", artifact.Text{NB: t.NB, EN: t.EN})
}

// page points at a web page.
func (d *document) page(s, p, page string) {
	if page != "" {
		d.link(s, p, page)
		d.is(page, foaf+"Document")
	}
}

// standard points at something that s conforms to.
func (d *document) standard(s, iri string, title artifact.Text) {
	d.link(s, dct+"conformsTo", iri)
	d.is(iri, dct+"Standard")
	d.text(iri, dct+"title", title)
}

// dataset is what was said, if nothing was wrong with it.
func (d *document) dataset() (*graph.Dataset, error) {
	built := d.b.Dataset()
	if err := errors.Join(append(d.errs, Check(built)...)...); err != nil {
		return nil, fmt.Errorf("the catalogue would not be accepted: %w", err)
	}
	return built, nil
}
