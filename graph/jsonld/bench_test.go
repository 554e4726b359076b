package jsonld_test

import (
	"bytes"
	"fmt"
	"io"
	"testing"

	"policygraph/graph"
	"policygraph/graph/jsonld"
)

// findings are the statements of n nodes like those that are published.
func findings(n int) []graph.RawQuad {
	term := func(kind graph.Kind, text, aux string) graph.RawTerm {
		return graph.RawTerm{Kind: kind, Text: []byte(text), Aux: []byte(aux)}
	}
	iri := func(text string) graph.RawTerm { return term(graph.KindIRI, text, "") }
	var list []graph.RawQuad
	for i := range n {
		s := iri(fmt.Sprintf("%sfinding/review.study-%d.earnings", base, i))
		add := func(p string, o graph.RawTerm) {
			list = append(list, graph.RawQuad{Subject: s, Predicate: iri(p), Object: o})
		}
		add(rdf+"type", iri(ex+"Finding"))
		add(skos+"prefLabel", term(graph.KindLangString, "Earnings after the programme", "en"))
		add(dct+"description", term(graph.KindLangString, "Menn som deltok, tjente noe mer etter programmet.", "nb"))
		add(dct+"description", term(graph.KindLangString, "Men who took part earned \"somewhat\" more.", "en"))
		add(ex+"direction", iri(code+"direction-positive"))
		add(ex+"effectValue", term(graph.KindTypedString, "3.2", xsd+"decimal"))
		add(ex+"evaluates", iri(base+"measure/mentoring"))
		add(ex+"statedIn", iri(fmt.Sprintf("%ssection/review.%d", base, i%7)))
	}
	return list
}

func BenchmarkWriter(b *testing.B) {
	c, _ := testContext(b)
	quads := findings(1000)
	for _, bench := range []struct {
		name string
		o    jsonld.WriteOptions
	}{
		{"compact", jsonld.WriteOptions{Context: c, Base: base}},
		{"indented", jsonld.WriteOptions{Context: c, Base: base, Indent: "  "}},
		{"expanded", jsonld.WriteOptions{Expanded: true}},
	} {
		b.Run(bench.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				w := jsonld.NewWriter(io.Discard, bench.o)
				for i := range quads {
					if err := w.WriteRaw(&quads[i]); err != nil {
						b.Fatal(err)
					}
				}
				if err := w.Close(); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*len(quads)), "ns/statement")
		})
	}
}

func BenchmarkRead(b *testing.B) {
	c, text := testContext(b)
	quads := findings(1000)
	for _, bench := range []struct {
		name string
		w    jsonld.WriteOptions
		r    jsonld.ReadOptions
	}{
		{"expanded", jsonld.WriteOptions{Expanded: true}, jsonld.ReadOptions{}},
		{"compact", jsonld.WriteOptions{Context: c, ContextIRI: contextIRI, Base: base}, jsonld.ReadOptions{Contexts: map[string][]byte{contextIRI: []byte(text)}}},
	} {
		var doc bytes.Buffer
		w := jsonld.NewWriter(&doc, bench.w)
		for i := range quads {
			if err := w.WriteRaw(&quads[i]); err != nil {
				b.Fatal(err)
			}
		}
		if err := w.Close(); err != nil {
			b.Fatal(err)
		}
		b.Run(bench.name, func(b *testing.B) {
			b.ReportAllocs()
			b.SetBytes(int64(doc.Len()))
			for b.Loop() {
				err := jsonld.ReadRaw(bytes.NewReader(doc.Bytes()), bench.r, func(*graph.RawQuad) error { return nil })
				if err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*len(quads)), "ns/statement")
		})
	}
}
