package rdfxml_test

import (
	"bytes"
	"io"
	"testing"

	"policygraph/graph"
	"policygraph/graph/internal/benchdata"
	"policygraph/graph/rdfxml"
	"policygraph/graph/turtle"
)

var prefixes = []rdfxml.Prefix{
	{Name: "finding", IRI: "https://example.org/peg/finding/"},
	{Name: "measure", IRI: "https://example.org/peg/measure/"},
	{Name: "ns", IRI: "https://example.org/peg/ns#"},
	{Name: "outcome", IRI: "https://example.org/peg/outcome/"},
	{Name: "owl", IRI: "http://www.w3.org/2002/07/owl#"},
	{Name: "peg", IRI: "https://example.org/peg/"},
	{Name: "rdfs", IRI: "http://www.w3.org/2000/01/rdf-schema#"},
	{Name: "study", IRI: "https://example.org/peg/study/"},
}

// generated is a generated graph as RDF/XML, and its statements.
func generated(t testing.TB, triples int) (data []byte, quads []graph.RawQuad) {
	t.Helper()
	var out bytes.Buffer
	w := rdfxml.NewWriter(&out, rdfxml.WriteOptions{Prefixes: prefixes})
	for q, err := range turtle.Read(bytes.NewReader(benchdata.NTriples(triples, 1)), turtle.ReadOptions{Syntax: turtle.NTriples}) {
		var raw graph.RawQuad
		if err == nil {
			err = raw.SetQuad(q)
		}
		if err == nil {
			err = w.WriteRaw(&raw)
		}
		if err != nil {
			t.Fatal(err)
		}
		quads = append(quads, raw)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes(), quads
}

// TestGeneratedGraphSurvives reads what was written and writes it as lines,
// which must be those it came from.
func TestGeneratedGraphSurvives(t *testing.T) {
	data, _ := generated(t, 20_000)
	var got bytes.Buffer
	w := turtle.NewWriter(&got, turtle.WriteOptions{Syntax: turtle.NTriples})
	err := rdfxml.ReadRaw(bytes.NewReader(data), rdfxml.ReadOptions{}, w.WriteRaw)
	if err == nil {
		err = w.Close()
	}
	if err != nil || !bytes.Equal(got.Bytes(), benchdata.NTriples(20_000, 1)) {
		t.Errorf("the lines differ (%v)", err)
	}
}

const benchTriples = 50_000

func BenchmarkReadRaw(b *testing.B) {
	data, quads := generated(b, benchTriples)
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for b.Loop() {
		if err := rdfxml.ReadRaw(bytes.NewReader(data), rdfxml.ReadOptions{}, func(*graph.RawQuad) error { return nil }); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(len(quads)), "triples/op")
}

func BenchmarkRead(b *testing.B) {
	data, _ := generated(b, benchTriples)
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for b.Loop() {
		for _, err := range rdfxml.Read(bytes.NewReader(data), rdfxml.ReadOptions{}) {
			if err != nil {
				b.Fatal(err)
			}
		}
	}
}

// BenchmarkWriteRaw writes statements held in memory.
func BenchmarkWriteRaw(b *testing.B) {
	data, quads := generated(b, benchTriples)
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for b.Loop() {
		w := rdfxml.NewWriter(io.Discard, rdfxml.WriteOptions{Prefixes: prefixes})
		for i := range quads {
			if err := w.WriteRaw(&quads[i]); err != nil {
				b.Fatal(err)
			}
		}
		if err := w.Close(); err != nil {
			b.Fatal(err)
		}
	}
}
