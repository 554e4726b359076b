package turtle_test

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/cayleygraph/quad"

	"policygraph/graph/internal/w3c"
	"policygraph/graph/turtle"
)

// conformance holds how many tests of each manifest pass, and how many ask for
// terms that only RDF 1.2 has and are refused by name.
var conformance = []struct {
	manifest        string
	passed, refused int
}{
	{"rdf11/rdf-n-triples/manifest.ttl", 59, 0},
	{"rdf11/rdf-n-quads/manifest.ttl", 74, 0},
	{"rdf11/rdf-turtle/manifest.ttl", 266, 0},
	{"rdf11/rdf-trig/manifest.ttl", 302, 0},
	{"rdf12/rdf-n-triples/syntax/manifest.ttl", 20, 5},
	{"rdf12/rdf-n-triples/c14n/manifest.ttl", 30, 5},
	{"rdf12/rdf-n-quads/syntax/manifest.ttl", 17, 6},
	{"rdf12/rdf-n-quads/c14n/manifest.ttl", 32, 3},
	{"rdf12/rdf-turtle/syntax/manifest.ttl", 34, 29},
	{"rdf12/rdf-turtle/eval/manifest.ttl", 0, 25},
	{"rdf12/rdf-trig/syntax/manifest.ttl", 11, 19},
	{"rdf12/rdf-trig/eval/manifest.ttl", 0, 21},
}

func TestConformance(t *testing.T) {
	suite := w3c.Suite{
		Dir:      "rdf-tests/rdf",
		Base:     "https://w3c.github.io/rdf-tests/rdf/",
		Handlers: handlers(),
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

func handlers() map[string]w3c.Handler {
	all := make(map[string]w3c.Handler)
	for name, syntax := range map[string]turtle.Syntax{
		"NTriples": turtle.NTriples, "NQuads": turtle.NQuads, "Turtle": turtle.Turtle, "Trig": turtle.TriG,
	} {
		test := w3c.RDFTest + "Test" + name
		all[test+"PositiveSyntax"] = positive(syntax)
		all[test+"NegativeSyntax"] = negative(syntax)
		all[test+"NegativeEval"] = negative(syntax)
		all[test+"Eval"] = evaluation(syntax)
		all[test+"PositiveC14N"] = canonical(syntax)
	}
	return all
}

// read gives the statements of a file of a test.
func read(t w3c.Test, v quad.Value, syntax turtle.Syntax) (quads []quad.Quad, err error) {
	data, err := t.Read(v)
	if err != nil {
		return nil, err
	}
	o := turtle.ReadOptions{Syntax: syntax, Name: t.Path(v)}
	if iri, ok := v.(quad.IRI); ok && !syntax.Lines() {
		o.Base = string(iri)
	}
	for q, err := range turtle.Read(bytes.NewReader(data), o) {
		if err != nil {
			return nil, err
		}
		quads = append(quads, q)
	}
	return quads, nil
}

func positive(syntax turtle.Syntax) w3c.Handler {
	return func(t w3c.Test) error {
		_, err := read(t, t.Action, syntax)
		return err
	}
}

func negative(syntax turtle.Syntax) w3c.Handler {
	return func(t w3c.Test) error {
		_, err := read(t, t.Action, syntax)
		var mistake *turtle.SyntaxError
		if !errors.As(err, &mistake) {
			return fmt.Errorf("a syntax error was expected, got %v", err)
		}
		return nil
	}
}

func evaluation(syntax turtle.Syntax) w3c.Handler {
	result := turtle.NTriples
	if syntax.Graphs() {
		result = turtle.NQuads
	}
	return func(t w3c.Test) error {
		got, err := read(t, t.Action, syntax)
		if err != nil {
			return err
		}
		want, err := read(t, t.Result, result)
		if err != nil {
			return err
		}
		if !w3c.Isomorphic(got, want) {
			return fmt.Errorf("got\n%s\nwant\n%s", text(got), text(want))
		}
		return nil
	}
}

func canonical(syntax turtle.Syntax) w3c.Handler {
	return func(t w3c.Test) error {
		quads, err := read(t, t.Action, syntax)
		if err != nil {
			return err
		}
		want, err := t.Read(t.Result)
		if err != nil {
			return err
		}
		var got bytes.Buffer
		w := turtle.NewWriter(&got, turtle.WriteOptions{Syntax: syntax})
		for _, q := range quads {
			if err := w.WriteQuad(q); err != nil {
				return err
			}
		}
		if err := w.Close(); err != nil {
			return err
		}
		if !bytes.Equal(got.Bytes(), want) {
			return fmt.Errorf("got\n%swant\n%s", got.Bytes(), want)
		}
		return nil
	}
}

// text shows statements in an error.
func text(quads []quad.Quad) string {
	var b strings.Builder
	w := turtle.NewWriter(&b, turtle.WriteOptions{Syntax: turtle.NQuads})
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
