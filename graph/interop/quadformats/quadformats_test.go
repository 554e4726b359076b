package quadformats_test

import (
	"bytes"
	"errors"
	"io"
	"strings"
	"testing"

	"github.com/cayleygraph/quad"

	_ "policygraph/graph/interop/quadformats"
	"policygraph/graph/turtle"
)

var statements = []quad.Quad{
	quad.MakeIRI("http://a/s", "http://a/p", "http://a/o", ""),
	{Subject: quad.IRI("http://a/s"), Predicate: quad.IRI("http://a/p"), Object: quad.LangString{Value: "blåbær", Lang: "nb"}},
	{Subject: quad.BNode("b"), Predicate: quad.IRI("http://a/p"), Object: quad.TypedString{Value: "01", Type: "http://www.w3.org/2001/XMLSchema#integer"}},
}

func TestFormatsAreFoundAndRoundTrip(t *testing.T) {
	for _, c := range []struct{ name, ext, mime string }{
		{"turtle", ".ttl", "text/turtle"},
		{"trig", ".trig", "application/trig"},
		{"rdfxml", ".rdf", "application/rdf+xml"},
	} {
		f := quad.FormatByName(c.name)
		if f == nil || quad.FormatByExt(c.ext) != f || quad.FormatByMime(c.mime) != f {
			t.Errorf("%s is not registered under its name, extension and media type", c.name)
			continue
		}
		var text bytes.Buffer
		w := f.Writer(&text)
		if n, err := w.WriteQuads(statements); n != len(statements) || err != nil {
			t.Fatalf("%s: wrote %d, %v", c.name, n, err)
		}
		if err := w.Close(); err != nil {
			t.Fatal(err)
		}
		r := f.Reader(&text)
		for i, want := range statements {
			if got, err := r.ReadQuad(); err != nil || got != want {
				t.Errorf("%s: statement %d is %v, %v; want %v", c.name, i, got, err, want)
			}
		}
		if _, err := r.ReadQuad(); err != io.EOF {
			t.Errorf("%s: %v after the last statement, want EOF", c.name, err)
		}
	}
}

func TestAReaderCanBeClosedBeforeItsEnd(t *testing.T) {
	r := quad.FormatByName("turtle").Reader(strings.NewReader("<http://a/s> <http://a/p> 1, 2, 3 ."))
	if _, err := r.ReadQuad(); err != nil {
		t.Fatal(err)
	}
	if err := r.Close(); err != nil {
		t.Error(err)
	}
	if _, err := r.ReadQuad(); err != io.EOF {
		t.Errorf("%v after Close, want EOF", err)
	}
}

func TestErrorsComeWithTheirPlace(t *testing.T) {
	r := quad.FormatByName("turtle").Reader(strings.NewReader("<http://a/s> <http://a/p> ; ."))
	_, err := r.ReadQuad()
	var syntax *turtle.SyntaxError
	if !errors.As(err, &syntax) || syntax.Line != 1 {
		t.Errorf("error %v, want a SyntaxError on line 1", err)
	}
	if _, err := r.ReadQuad(); err != io.EOF {
		t.Errorf("%v after an error, want EOF", err)
	}
	w := quad.FormatByName("turtle").Writer(io.Discard)
	if n, err := w.WriteQuads([]quad.Quad{statements[0], {Subject: quad.String("x")}}); n != 1 || err == nil {
		t.Errorf("wrote %d, %v; want 1 and an error", n, err)
	}
}
