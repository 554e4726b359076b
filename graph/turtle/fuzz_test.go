package turtle_test

import (
	"bytes"
	"errors"
	"io"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/cayleygraph/quad"

	"policygraph/graph"
	"policygraph/graph/internal/w3c"
	"policygraph/graph/turtle"
)

func FuzzTurtle(f *testing.F)   { fuzz(f, turtle.Turtle, "rdf-turtle", ".ttl") }
func FuzzTriG(f *testing.F)     { fuzz(f, turtle.TriG, "rdf-trig", ".trig") }
func FuzzNTriples(f *testing.F) { fuzz(f, turtle.NTriples, "rdf-n-triples", ".nt") }
func FuzzNQuads(f *testing.F)   { fuzz(f, turtle.NQuads, "rdf-n-quads", ".nq") }

// containedIn gives a syntax in which every good document of another is good
// and means the same.
var containedIn = map[turtle.Syntax]turtle.Syntax{turtle.NTriples: turtle.Turtle, turtle.Turtle: turtle.TriG}

// fuzz asks that every input, good or bad, reads the same in one piece and
// byte by byte, and that it means the same in a syntax that contains its
// own, and that what was read and written again reads the same in every syntax
// that can say it.
func fuzz(f *testing.F, syntax turtle.Syntax, folder, ext string) {
	for _, text := range turtle.Documents(syntax) {
		f.Add([]byte(text))
	}
	for _, pattern := range []string{"rdf11/" + folder + "/*", "rdf12/" + folder + "/*/*"} {
		for _, data := range w3c.Seeds(f, "rdf-tests/rdf/"+pattern+ext) {
			f.Add(data)
		}
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		o := turtle.ReadOptions{Syntax: syntax, MaxDepth: 20, MaxTokenBytes: 1 << 16}
		if !syntax.Lines() {
			o.Base = "http://e/a/b"
		}
		whole, err := readAll(bytes.NewReader(data), o)
		pieces, errPieces := readAll(iotest.OneByteReader(bytes.NewReader(data)), o)
		if !same(whole, pieces) || !sameError(err, errPieces) {
			t.Fatalf("byte by byte:\n%s%v\nat once:\n%s%v", text(pieces), errPieces, text(whole), err)
		}
		if larger, ok := containedIn[syntax]; ok && err == nil {
			testAs(t, data, o, whole, larger)
		}
		for _, out := range []turtle.Syntax{turtle.Turtle, turtle.TriG, turtle.NTriples, turtle.NQuads} {
			if out.Graphs() || !syntax.Graphs() {
				testRoundTrip(t, data, o, whole, out)
			}
		}
	})
}

func readAll(r io.Reader, o turtle.ReadOptions) (quads []quad.Quad, err error) {
	for q, err := range turtle.Read(r, o) {
		if err != nil {
			return quads, err
		}
		quads = append(quads, q)
	}
	return quads, nil
}

func same(a, b []quad.Quad) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i] != b[i] {
			return false
		}
	}
	return true
}

func sameError(a, b error) bool {
	var x, y *turtle.SyntaxError
	if errors.As(a, &x) && errors.As(b, &y) {
		return *x == *y
	}
	return a == nil && b == nil
}

// testAs reads a good document in a syntax that contains its own.
func testAs(t *testing.T, data []byte, o turtle.ReadOptions, quads []quad.Quad, syntax turtle.Syntax) {
	t.Helper()
	o.Syntax = syntax
	again, err := readAll(bytes.NewReader(data), o)
	if err != nil || len(quads) != len(again) || len(quads) < 20 && !w3c.Isomorphic(quads, again) {
		t.Fatalf("as %s it is\n%s(%v)\nnot\n%s", syntax, text(again), err, text(quads))
	}
}

// testRoundTrip writes a document in a syntax, up to its error, and reads that.
func testRoundTrip(t *testing.T, data []byte, o turtle.ReadOptions, quads []quad.Quad, syntax turtle.Syntax) {
	t.Helper()
	var b strings.Builder
	w := turtle.NewWriter(&b, turtle.WriteOptions{
		Syntax: syntax, Base: "http://e/a/b",
		Prefixes: []turtle.Prefix{{Name: "", IRI: "http://e/"}, {Name: "a", IRI: "http://a.example/"}, {Name: "x", IRI: "x:"}},
	})
	var failed error
	_ = turtle.ReadRaw(bytes.NewReader(data), o, func(q *graph.RawQuad) error {
		failed = w.WriteRaw(q)
		return failed
	})
	if err := errors.Join(failed, w.Close()); err != nil {
		t.Fatal(err)
	}
	again, err := readAll(strings.NewReader(b.String()), turtle.ReadOptions{Syntax: syntax})
	if err != nil {
		t.Fatalf("%v\n%s", err, b.String())
	}
	if syntax.Lines() && !same(quads, again) || len(quads) != len(again) || len(quads) < 20 && !w3c.Isomorphic(quads, again) {
		t.Fatalf("%s gives\n%sinstead of\n%s", b.String(), text(again), text(quads))
	}
}
