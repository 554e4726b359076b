package evidence

import (
	"slices"
	"strings"

	"github.com/cayleygraph/quad"

	"policygraph/graph"
	"policygraph/ontology/vocab"
)

// Node returns a concept with its label.
func (r *Reader) Node(id graph.ID) Node {
	label := r.text(id, vocab.SKOSPrefLabel)
	if label == "" {
		label = r.local(id)
	}
	return Node{IRI: r.d.Text(id), Label: label}
}

// Property is what a property is called: in English by the name that the ontology
// gives it, in another language by its label there, if it has one.
func (r *Reader) Property(id graph.ID) string {
	for _, o := range r.g.Objects(id, r.terms[vocab.RDFSLabel]) {
		if r.lang[0] != "en" && r.d.Aux(o) == r.lang[0] {
			return r.d.Text(o)
		}
	}
	return r.local(id)
}

// text is the text of a property in the best language there is.
func (r *Reader) text(s graph.ID, property quad.IRI) string {
	objects := r.g.Objects(s, r.terms[property])
	for _, lang := range r.lang {
		for _, o := range objects {
			if r.d.Aux(o) == lang {
				return r.d.Text(o)
			}
		}
	}
	if len(objects) > 0 {
		return r.d.Text(objects[0])
	}
	return ""
}

// local is the last part of an address.
func (r *Reader) local(id graph.ID) string {
	text := r.d.Text(id)
	return text[strings.LastIndexAny(text, "#/")+1:]
}

// code is the notation of the code that a coded property has.
func (r *Reader) code(s graph.ID, property quad.IRI) string { return first(r.codes(s, property)) }

func (r *Reader) codes(s graph.ID, property quad.IRI) []string {
	list := []string{}
	for _, o := range r.g.Objects(s, r.terms[property]) {
		if c, ok := vocab.CodeOf(r.defaultBase(o)); ok {
			list = append(list, c.Notation)
		}
	}
	slices.Sort(list)
	return list
}

// defaultBase is the address that a term of ours has below the default base.
func (r *Reader) defaultBase(id graph.ID) quad.IRI {
	if rest, ok := strings.CutPrefix(r.d.Text(id), r.base); ok {
		return vocab.Base + quad.IRI(rest)
	}
	return quad.IRI(r.d.Text(id))
}
