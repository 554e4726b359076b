// Package w3c runs the conformance suites of the W3C from their manifests.
//
// A suite lives below the folder that the environment variable
// POLICYGRAPH_CONFORMANCE names, ../shared/conformance beside the module by
// default. Where it is missing, its tests are skipped; if CI is true, they fail.
package w3c

import (
	"cmp"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/cayleygraph/quad"

	"policygraph/graph/turtle"
)

// Vocabularies of the manifests.
const (
	RDF     = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
	RDFS    = "http://www.w3.org/2000/01/rdf-schema#"
	MF      = "http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#"
	RDFTest = "http://www.w3.org/ns/rdftest#"
)

// Manifest is the graph of one manifest, as far as tests need to look at it.
type Manifest struct {
	suite   Suite
	objects map[node][]quad.Value
	entries []quad.Value
	include []quad.Value
}

// node is a subject and a predicate.
type node struct {
	subject   quad.Value
	predicate string
}

// load reads the manifest at a path below the suite's folder.
func (s Suite) load(dir, name string) (*Manifest, error) {
	file := filepath.Join(dir, filepath.FromSlash(name))
	f, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	m := &Manifest{suite: s, objects: make(map[node][]quad.Value)}
	for q, err := range turtle.Read(f, turtle.ReadOptions{Name: file, Base: s.Base + name}) {
		if err != nil {
			return nil, err
		}
		predicate := string(q.Predicate.(quad.IRI))
		key := node{q.Subject, predicate}
		m.objects[key] = append(m.objects[key], q.Object)
		switch predicate {
		case MF + "entries":
			m.entries = append(m.entries, q.Object)
		case MF + "include":
			m.include = append(m.include, q.Object)
		}
	}
	return m, nil
}

// Objects gives the objects of the statements with this subject and predicate,
// in their order.
func (m *Manifest) Objects(subject quad.Value, predicate string) []quad.Value {
	return m.objects[node{subject, predicate}]
}

// Object gives the first of Objects, or nil.
func (m *Manifest) Object(subject quad.Value, predicate string) quad.Value {
	if all := m.Objects(subject, predicate); len(all) > 0 {
		return all[0]
	}
	return nil
}

// List gives the members of the RDF list that begins at head. A list without
// an end ends where it comes back to itself.
func (m *Manifest) List(head quad.Value) (members []quad.Value) {
	seen := make(map[quad.Value]bool)
	for head != nil && head != quad.IRI(RDF+"nil") && !seen[head] {
		seen[head] = true
		members = append(members, m.Object(head, RDF+"first"))
		head = m.Object(head, RDF+"rest")
	}
	return members
}

// included are the manifests that one value of mf:include names: itself, where it
// is no list.
func (m *Manifest) included(head quad.Value) []quad.Value {
	if _, single := head.(quad.IRI); single && m.Object(head, RDF+"first") == nil && head != quad.IRI(RDF+"nil") {
		return []quad.Value{head}
	}
	return m.List(head)
}

// all gives the tests of the manifest at the path and of those it includes.
func (s Suite) all(dir, name string) ([]Test, error) {
	m, err := s.load(dir, name)
	if err != nil {
		return nil, err
	}
	var tests []Test
	for _, head := range m.entries {
		for _, entry := range m.List(head) {
			tests = append(tests, m.test(dir, entry))
		}
	}
	for _, head := range m.include {
		for _, included := range m.included(head) {
			path, ok := strings.CutPrefix(text(included), s.Base)
			if !ok {
				return nil, fmt.Errorf("%s includes %s, which is not below %s", name, text(included), s.Base)
			}
			more, err := s.all(dir, path)
			if err != nil {
				return nil, err
			}
			tests = append(tests, more...)
		}
	}
	return tests, nil
}

func (m *Manifest) test(dir string, entry quad.Value) Test {
	t := Test{
		IRI:      text(entry),
		Name:     cmp.Or(text(m.Object(entry, MF+"name")), text(m.Object(entry, RDFS+"label"))),
		Action:   m.Object(entry, MF+"action"),
		Result:   m.Object(entry, MF+"result"),
		Manifest: m,
		Node:     entry,
		dir:      dir,
	}
	for _, class := range m.Objects(entry, RDF+"type") {
		t.Types = append(t.Types, text(class))
	}
	slices.Sort(t.Types)
	return t
}

// text is the IRI, the label or the lexical form of v, and "" for nil.
func text(v quad.Value) string {
	switch v := v.(type) {
	case quad.IRI:
		return string(v)
	case quad.BNode:
		return string(v)
	case quad.String:
		return string(v)
	case quad.LangString:
		return string(v.Value)
	case quad.TypedString:
		return string(v.Value)
	}
	return ""
}
