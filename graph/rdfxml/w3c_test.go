package rdfxml_test

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/cayleygraph/quad"

	"policygraph/graph/internal/w3c"
	"policygraph/graph/rdfxml"
	"policygraph/graph/turtle"
)

// conformance holds how many tests of each manifest pass, and how many ask for
// terms that only RDF 1.2 has and are refused by name.
var conformance = []struct {
	manifest        string
	passed, refused int
}{
	{"rdf11/rdf-xml/manifest.ttl", 142, 0},
	{"rdf12/rdf-xml/eval/manifest.ttl", 4, 23},
}

func TestConformance(t *testing.T) {
	suite := w3c.Suite{
		Dir:  "rdf-tests/rdf",
		Base: "https://w3c.github.io/rdf-tests/rdf/",
		Handlers: map[string]w3c.Handler{
			w3c.RDFTest + "TestXMLEval":           evaluation,
			w3c.RDFTest + "TestXMLNegativeSyntax": negative,
		},
		Refused: func(test w3c.Test, err error) string {
			if errors.Is(err, errors.ErrUnsupported) && strings.Contains(test.IRI, "/rdf12/") {
				return err.Error()
			}
			return ""
		},
	}
	for _, c := range conformance {
		t.Run(c.manifest, func(t *testing.T) {
			got := suite.Run(t, c.manifest)
			if want := (w3c.Tally{Passed: c.passed, Refused: c.refused}); got != want {
				t.Errorf("got %+v, want %+v", got, want)
			}
		})
	}
}

// read gives the statements of the file of a test.
func read(t w3c.Test) (quads []quad.Quad, err error) {
	data, err := t.Read(t.Action)
	if err != nil {
		return nil, err
	}
	return readAll(bytes.NewReader(data), rdfxml.ReadOptions{Name: t.Path(t.Action), Base: string(t.Action.(quad.IRI))})
}

func evaluation(t w3c.Test) error {
	got, err := read(t)
	if err != nil {
		return err
	}
	data, err := t.Read(t.Result)
	if err != nil {
		return err
	}
	var want []quad.Quad
	for q, err := range turtle.Read(bytes.NewReader(data), turtle.ReadOptions{Syntax: turtle.NTriples}) {
		if err != nil {
			return err
		}
		want = append(want, q)
	}
	if !w3c.Isomorphic(got, want) {
		return fmt.Errorf("got\n%s\nwant\n%s", text(got), text(want))
	}
	return nil
}

func negative(t w3c.Test) error {
	_, err := read(t)
	var mistake *rdfxml.SyntaxError
	if !errors.As(err, &mistake) {
		return fmt.Errorf("a syntax error was expected, got %v", err)
	}
	return nil
}

// text shows statements in an error.
func text(quads []quad.Quad) string {
	var b strings.Builder
	w := turtle.NewWriter(&b, turtle.WriteOptions{Syntax: turtle.NTriples})
	for _, q := range quads {
		if err := w.WriteQuad(q); err != nil {
			return err.Error()
		}
	}
	if err := w.Close(); err != nil {
		return err.Error()
	}
	return b.String()
}
