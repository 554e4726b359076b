package rdfxml_test

import (
	"bytes"
	"errors"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/cayleygraph/quad"

	"policygraph/graph"

	"policygraph/graph/internal/w3c"
	"policygraph/graph/rdfxml"
)

// FuzzRead asks that every input, good or bad, reads the same in one piece and
// byte by byte, that errors have places inside it, and that what was read and
// can be written reads the same again.
func FuzzRead(f *testing.F) {
	for _, c := range forms {
		f.Add([]byte(head + c.text + tail))
	}
	for _, c := range documents {
		f.Add([]byte(c.text))
	}
	for _, c := range mistakes {
		if len(c.text) < 1<<12 {
			f.Add([]byte(document(c.text)))
		}
	}
	for _, pattern := range []string{"rdf11/rdf-xml/*/*.rdf", "rdf12/rdf-xml/*/*.rdf"} {
		for _, data := range w3c.Seeds(f, "rdf-tests/rdf/"+pattern) {
			f.Add(data)
		}
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		o := rdfxml.ReadOptions{Base: base, MaxDepth: 20, MaxTokenBytes: 1 << 16, MaxEntityBytes: 1 << 12}
		whole, err := readAll(bytes.NewReader(data), o)
		pieces, errPieces := readAll(iotest.OneByteReader(bytes.NewReader(data)), o)
		if text(whole) != text(pieces) || !sameError(err, errPieces) {
			t.Fatalf("byte by byte:\n%s%v\nat once:\n%s%v", text(pieces), errPieces, text(whole), err)
		}
		var mistake *rdfxml.SyntaxError
		switch {
		case err == nil:
		case !errors.As(err, &mistake):
			t.Fatalf("not a syntax error: %v", err)
		case mistake.Line < 1 || mistake.Column < 1 || mistake.Offset < 0 || mistake.Offset > 2*int64(len(data)):
			t.Fatalf("%+v", mistake)
		}
		for _, q := range whole {
			if err := new(graph.RawQuad).SetQuad(q); err != nil {
				t.Fatalf("%v: %v", q, err)
			}
		}
		doc, err := write(rdfxml.WriteOptions{Prefixes: examplePrefixes}, whole...)
		if err != nil {
			return
		}
		again, err := readAll(strings.NewReader(doc), rdfxml.ReadOptions{})
		if err != nil || !sameOrder(whole, again) || len(whole) < 20 && !w3c.Isomorphic(whole, again) {
			t.Fatalf("%s\ngives\n%s(%v)\ninstead of\n%s", doc, text(again), err, text(whole))
		}
	})
}

func sameError(a, b error) bool {
	var x, y *rdfxml.SyntaxError
	if errors.As(a, &x) && errors.As(b, &y) {
		return *x == *y
	}
	return a == nil && b == nil
}

// FuzzWrite asks that a statement of whatever terms is refused or read back as
// it was.
func FuzzWrite(f *testing.F) {
	f.Add("http://e/s", "http://e/p", "text", "", "")
	f.Add("http://e/C", w3c.RDF+"type", "a\r\n<", "en-gb", "")
	f.Add("x:", "http://www.w3.org/XML/1998/namespacelang", "]]>", "", "http://e/t")
	f.Add("http://e/å", "http://e/2020-å", "\x00", "", w3c.RDF+"XMLLiteral")
	f.Fuzz(func(t *testing.T, subject, predicate, lexical, lang, datatype string) {
		quads := statements(subject, predicate, lexical, lang, datatype)
		doc, err := write(rdfxml.WriteOptions{Prefixes: examplePrefixes}, quads...)
		if err != nil {
			return
		}
		again, err := readAll(strings.NewReader(doc), rdfxml.ReadOptions{})
		if err != nil || !sameOrder(quads, again) {
			t.Fatalf("%s\ngives\n%s(%v)\ninstead of\n%s", doc, text(again), err, text(quads))
		}
	})
}

// statements says something with each of the terms.
func statements(subject, predicate, lexical, lang, datatype string) []quad.Quad {
	var literal quad.Value = quad.String(lexical)
	switch {
	case lang != "":
		literal = quad.LangString{Value: quad.String(lexical), Lang: lang}
	case datatype != "":
		literal = quad.TypedString{Value: quad.String(lexical), Type: quad.IRI(datatype)}
	}
	normal, err := graph.Normalize(literal)
	if err != nil {
		normal = literal
	}
	return []quad.Quad{
		{Subject: quad.IRI(subject), Predicate: quad.IRI(predicate), Object: quad.IRI(subject)},
		{Subject: quad.IRI(subject), Predicate: quad.IRI(predicate), Object: normal},
	}
}
