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

// TermLabel is the label of a term of an ontology in the best of the languages before
// English, in which terms are called by their names; empty where there is none.
func (r *Reader) TermLabel(id graph.ID) string {
	labels := r.g.Objects(id, r.terms[vocab.RDFSLabel])
	for _, lang := range r.lang[:slices.Index(r.lang, "en")] {
		for _, o := range labels {
			if r.d.Aux(o) == lang {
				return r.d.Text(o)
			}
		}
	}
	return ""
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
