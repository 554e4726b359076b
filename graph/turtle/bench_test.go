package turtle_test

import (
	"bytes"
	"fmt"
	"io"
	"testing"

	"policygraph/graph"
	"policygraph/graph/internal/benchdata"
	"policygraph/graph/turtle"
)

var prefixes = []turtle.Prefix{
	{Name: "finding", IRI: "https://example.org/peg/finding/"},
	{Name: "measure", IRI: "https://example.org/peg/measure/"},
	{Name: "ns", IRI: "https://example.org/peg/ns#"},
	{Name: "outcome", IRI: "https://example.org/peg/outcome/"},
	{Name: "owl", IRI: "http://www.w3.org/2002/07/owl#"},
	{Name: "peg", IRI: "https://example.org/peg/"},
	{Name: "rdfs", IRI: "http://www.w3.org/2000/01/rdf-schema#"},
	{Name: "study", IRI: "https://example.org/peg/study/"},
	{Name: "xsd", IRI: "http://www.w3.org/2001/XMLSchema#"},
}

var syntaxes = []turtle.Syntax{turtle.NTriples, turtle.NQuads, turtle.Turtle, turtle.TriG}

// generated is a generated graph in a syntax, in a named graph where the
// syntax can say so.
func generated(t testing.TB, triples int, syntax turtle.Syntax) []byte {
	t.Helper()
	var out bytes.Buffer
	w := turtle.NewWriter(&out, turtle.WriteOptions{Syntax: syntax, Prefixes: prefixes})
	name := graph.RawTerm{Kind: graph.KindIRI, Text: []byte("https://example.org/peg/graph")}
	o := turtle.ReadOptions{Syntax: turtle.NTriples}
	err := turtle.ReadRaw(bytes.NewReader(benchdata.NTriples(triples, 1)), o, func(q *graph.RawQuad) error {
		if syntax.Graphs() {
			q.Graph = name
		}
		return w.WriteRaw(q)
	})
	if err == nil {
		err = w.Close()
	}
	if err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// TestGeneratedGraphSurvivesEverySyntax reads what was written in each syntax
// and writes it as lines, which must be those it came from.
func TestGeneratedGraphSurvivesEverySyntax(t *testing.T) {
	for _, syntax := range syntaxes {
		lines := turtle.NTriples
		if syntax.Graphs() {
			lines = turtle.NQuads
		}
		var got bytes.Buffer
		w := turtle.NewWriter(&got, turtle.WriteOptions{Syntax: lines})
		err := turtle.ReadRaw(bytes.NewReader(generated(t, 20_000, syntax)), turtle.ReadOptions{Syntax: syntax}, w.WriteRaw)
		if err == nil {
			err = w.Close()
		}
		if err != nil || !bytes.Equal(got.Bytes(), generated(t, 20_000, lines)) {
			t.Errorf("%s: the lines differ (%v)", syntax, err)
		}
	}
}

const benchTriples = 50_000

func BenchmarkReadRaw(b *testing.B) {
	for _, syntax := range syntaxes {
		data := generated(b, benchTriples, syntax)
		for _, workers := range []int{1, 2} {
			if workers > 1 && !syntax.Lines() {
				continue
			}
			b.Run(fmt.Sprintf("%s/workers=%d", syntax, workers), func(b *testing.B) {
				b.SetBytes(int64(len(data)))
				b.ReportAllocs()
				for b.Loop() {
					o := turtle.ReadOptions{Syntax: syntax, Workers: workers}
					if err := turtle.ReadRaw(bytes.NewReader(data), o, func(*graph.RawQuad) error { return nil }); err != nil {
						b.Fatal(err)
					}
				}
			})
		}
	}
}

func BenchmarkRead(b *testing.B) {
	for _, syntax := range syntaxes {
		data := generated(b, benchTriples, syntax)
		b.Run(syntax.String(), func(b *testing.B) {
			b.SetBytes(int64(len(data)))
			b.ReportAllocs()
			for b.Loop() {
				for _, err := range turtle.Read(bytes.NewReader(data), turtle.ReadOptions{Syntax: syntax}) {
					if err != nil {
						b.Fatal(err)
					}
				}
			}
		})
	}
}

// BenchmarkWriteRaw writes statements held in memory.
func BenchmarkWriteRaw(b *testing.B) {
	for _, syntax := range syntaxes {
		quads, size := held(b, syntax)
		b.Run(syntax.String(), func(b *testing.B) {
			b.SetBytes(size)
			b.ReportAllocs()
			for b.Loop() {
				w := turtle.NewWriter(io.Discard, turtle.WriteOptions{Syntax: syntax, Prefixes: prefixes})
				for i := range quads {
					if err := w.WriteRaw(&quads[i]); err != nil {
						b.Fatal(err)
					}
				}
				if err := w.Close(); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// held gives the statements of the generated graph, and the size of the graph
// in the syntax.
func held(b *testing.B, syntax turtle.Syntax) (quads []graph.RawQuad, size int64) {
	b.Helper()
	data := generated(b, benchTriples, syntax)
	for q, err := range turtle.Read(bytes.NewReader(data), turtle.ReadOptions{Syntax: syntax}) {
		var raw graph.RawQuad
		if err == nil {
			err = raw.SetQuad(q)
		}
		if err != nil {
			b.Fatal(err)
		}
		quads = append(quads, raw)
	}
	return quads, int64(len(data))
}
