package reference

import (
	"bytes"

	"github.com/cayleygraph/quad"

	"policygraph/graph/turtle"
	"policygraph/ontology/vocab"
)

// document is a Turtle file in the order in which it was written, which is the
// order of reading: a dataset would sort it.
type document struct {
	subjects []quad.Value
	objects  map[quad.Value]map[quad.IRI][]quad.Value
}

func readDocument(name string, text []byte) (*document, error) {
	d := &document{objects: map[quad.Value]map[quad.IRI][]quad.Value{}}
	for q, err := range turtle.Read(bytes.NewReader(text), turtle.ReadOptions{Name: name}) {
		if err != nil {
			return nil, err
		}
		if d.objects[q.Subject] == nil {
			d.subjects = append(d.subjects, q.Subject)
			d.objects[q.Subject] = map[quad.IRI][]quad.Value{}
		}
		p := q.Predicate.(quad.IRI)
		d.objects[q.Subject][p] = append(d.objects[q.Subject][p], q.Object)
	}
	return d, nil
}

// all is the objects of a subject and a predicate, in the order of the file.
func (d *document) all(s quad.Value, p quad.IRI) []quad.Value { return d.objects[s][p] }

// one is the first object, nil where there is none.
func (d *document) one(s quad.Value, p quad.IRI) quad.Value {
	if all := d.all(s, p); len(all) > 0 {
		return all[0]
	}
	return nil
}

// iris is the objects that are IRIs.
func (d *document) iris(s quad.Value, p quad.IRI) []quad.IRI {
	var list []quad.IRI
	for _, o := range d.all(s, p) {
		if iri, ok := o.(quad.IRI); ok {
			list = append(list, iri)
		}
	}
	return list
}

// having is the subjects that have an object under a predicate.
func (d *document) having(p quad.IRI, o quad.Value) []quad.IRI {
	var list []quad.IRI
	for _, s := range d.subjects {
		iri, ok := s.(quad.IRI)
		if ok && d.has(s, p, o) {
			list = append(list, iri)
		}
	}
	return list
}

func (d *document) has(s quad.Value, p quad.IRI, o quad.Value) bool {
	for _, v := range d.all(s, p) {
		if v == o {
			return true
		}
	}
	return false
}

// text is what is said in a language, "" where it is not said in that one.
func (d *document) text(s quad.Value, p quad.IRI, lang Lang) string {
	for _, o := range d.all(s, p) {
		if l, ok := o.(quad.LangString); ok && l.Lang == string(lang) {
			return string(l.Value)
		}
	}
	return ""
}

// list is the members of an RDF collection.
func (d *document) list(head quad.Value) []quad.Value {
	var members []quad.Value
	for head != nil && head != quad.Value(vocab.RDFNil) {
		members = append(members, d.one(head, vocab.RDFFirst))
		head = d.one(head, vocab.RDFRest)
	}
	return members
}
