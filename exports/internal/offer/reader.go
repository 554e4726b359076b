package offer

import (
	"cmp"
	"strings"

	"github.com/cayleygraph/quad"

	"policygraph/exports/artifact"
	"policygraph/graph"
	"policygraph/ontology/vocab"
)

// Reader reads things out of a graph.
type Reader struct {
	D    *graph.Dataset
	G    *graph.Graph // all of it, merged
	Base string
}

// NewReader returns a reader of a dataset whose addresses start with base.
func NewReader(d *graph.Dataset, base string) Reader { return Reader{d, d.Union(), base} }

// ID is the number of a term, or 0. A term of ours is looked for below the base.
func (r Reader) ID(iri quad.IRI) graph.ID {
	id, _ := r.D.Lookup(vocab.Rebase(iri, r.Base))
	return id
}

// Values are what s has for a property, in term order.
func (r Reader) Values(s graph.ID, p quad.IRI) []graph.ID {
	id := r.ID(p)
	if s == 0 || id == 0 {
		return nil
	}
	return r.G.Objects(s, id)
}

// All are the texts of the values, in the same order.
func (r Reader) All(s graph.ID, p quad.IRI) (texts []string) {
	for _, o := range r.Values(s, p) {
		texts = append(texts, r.D.Text(o))
	}
	return texts
}

// One is the text of the first value, or empty.
func (r Reader) One(s graph.ID, p quad.IRI) string {
	for _, o := range r.Values(s, p) {
		return r.D.Text(o)
	}
	return ""
}

// In are the texts in a language.
func (r Reader) In(s graph.ID, p quad.IRI, lang string) (texts []string) {
	for _, o := range r.Values(s, p) {
		if r.D.Aux(o) == lang {
			texts = append(texts, r.D.Text(o))
		}
	}
	return texts
}

// Text is a text in both languages; one stands in for the other.
func (r Reader) Text(s graph.ID, p quad.IRI) (t artifact.Text) {
	for _, text := range r.In(s, p, "nb") {
		t.NB = text
	}
	for _, text := range r.In(s, p, "en") {
		t.EN = text
	}
	return artifact.Text{NB: cmp.Or(t.NB, t.EN), EN: cmp.Or(t.EN, t.NB)}
}

// Instances are the things of a class, by their addresses.
func (r Reader) Instances(class quad.IRI) []graph.ID {
	typ, c := r.ID(vocab.RDFType), r.ID(class)
	if typ == 0 || c == 0 {
		return nil
	}
	return r.G.Subjects(typ, c)
}

// Pointing are the things that have o for a property, by their addresses.
func (r Reader) Pointing(p quad.IRI, o graph.ID) []graph.ID {
	id := r.ID(p)
	if id == 0 || o == 0 {
		return nil
	}
	return r.G.Subjects(id, o)
}

// Slug is the last part of an address of ours.
func Slug(iri string) string { return iri[strings.LastIndexAny(iri, "/#")+1:] }
