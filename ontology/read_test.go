package ontology_test

import (
	"bytes"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/cayleygraph/quad"

	"policygraph/graph/turtle"
	"policygraph/ontology"
	"policygraph/ontology/vocab"
)

// A document is a Turtle file as the tests look into it: for each subject and
// predicate the objects, in the order of the file.
type document struct {
	subjects []quad.Value
	objects  map[quad.Value]map[quad.Value][]quad.Value
}

func read(t *testing.T, name string, text []byte) *document {
	t.Helper()
	d := &document{objects: map[quad.Value]map[quad.Value][]quad.Value{}}
	for q, err := range turtle.Read(bytes.NewReader(text), turtle.ReadOptions{Name: name}) {
		if err != nil {
			t.Fatal(err)
		}
		if d.objects[q.Subject] == nil {
			d.subjects = append(d.subjects, q.Subject)
			d.objects[q.Subject] = map[quad.Value][]quad.Value{}
		}
		d.objects[q.Subject][q.Predicate] = append(d.objects[q.Subject][q.Predicate], q.Object)
	}
	return d
}

func readOntology(t *testing.T) *document {
	return read(t, "policygraph.ttl", ontology.Turtle())
}

func readShapes(t *testing.T) *document {
	return read(t, "shapes.ttl", ontology.Shapes())
}

func readExample(t *testing.T) *document {
	t.Helper()
	text, err := os.ReadFile("testdata/example.ttl")
	if err != nil {
		t.Fatal(err)
	}
	return read(t, "testdata/example.ttl", text)
}

// all returns the objects of s and p.
func (d *document) all(s quad.Value, p quad.IRI) []quad.Value { return d.objects[s][p] }

// one returns the only object of s and p, nil if there is none or more.
func (d *document) one(s quad.Value, p quad.IRI) quad.Value {
	if all := d.all(s, p); len(all) == 1 {
		return all[0]
	}
	return nil
}

func (d *document) has(s quad.Value, p quad.IRI, o quad.Value) bool {
	return slices.Contains(d.all(s, p), o)
}

// of returns the subjects of a type.
func (d *document) of(class quad.IRI) []quad.Value {
	var subjects []quad.Value
	for _, s := range d.subjects {
		if d.has(s, vocab.RDFType, class) {
			subjects = append(subjects, s)
		}
	}
	return subjects
}

// list returns the members of a collection.
func (d *document) list(head quad.Value) []quad.Value {
	var members []quad.Value
	for head != nil && head != quad.Value(vocab.RDFNil) {
		members = append(members, d.one(head, vocab.RDFFirst))
		head = d.one(head, vocab.RDFRest)
	}
	return members
}

// texts returns the texts of s and p by language; a language that comes twice
// or a text without language fails the test.
func (d *document) texts(t *testing.T, s quad.Value, p quad.IRI) map[string]string {
	t.Helper()
	texts := map[string]string{}
	for _, o := range d.all(s, p) {
		text, ok := o.(quad.LangString)
		if !ok || texts[text.Lang] != "" {
			t.Errorf("%v: %v of %v has no language, or the language of another", o, p, s)
		}
		texts[text.Lang] = string(text.Value)
	}
	return texts
}

// ours reports whether a term is a term of the ontology.
func ours(v quad.Value) bool {
	iri, ok := v.(quad.IRI)
	return ok && (strings.HasPrefix(string(iri), vocab.Namespace) || strings.HasPrefix(string(iri), vocab.CodeNamespace))
}

// terms returns the classes, properties, code lists and codes of the ontology.
func terms(d *document) map[quad.Value]bool {
	found := map[quad.Value]bool{}
	for _, class := range []quad.IRI{vocab.OWLClass, vocab.OWLObjectProperty, vocab.OWLDatatypeProperty, vocab.SKOSConceptScheme, vocab.SKOSConcept} {
		for _, s := range d.of(class) {
			if ours(s) {
				found[s] = true
			}
		}
	}
	return found
}

// properties returns the properties of the ontology, in its order.
func properties(d *document) []quad.Value {
	all := slices.Concat(d.of(vocab.OWLObjectProperty), d.of(vocab.OWLDatatypeProperty))
	return slices.DeleteFunc(all, func(p quad.Value) bool { return !ours(p) })
}

// nquads returns the document as sorted lines.
func (d *document) nquads(t *testing.T) []string {
	t.Helper()
	var b strings.Builder
	w := turtle.NewWriter(&b, turtle.WriteOptions{Syntax: turtle.NQuads})
	for _, s := range d.subjects {
		for p, objects := range d.objects[s] {
			for _, o := range objects {
				if err := w.WriteQuad(quad.Quad{Subject: s, Predicate: p, Object: o}); err != nil {
					t.Fatal(err)
				}
			}
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return slices.Sorted(strings.Lines(b.String()))
}
