package graph_test

import (
	"bytes"
	"runtime"
	"slices"
	"testing"

	"github.com/cayleygraph/quad"

	"policygraph/graph"
	"policygraph/graph/internal/benchdata"
	"policygraph/graph/turtle"
)

// sizes are the numbers of triples of the generated graphs.
var sizes = []struct {
	name    string
	triples int
}{{"100k", 100_000}, {"1M", 1_000_000}}

// eachStatement calls fn with the statements of a generated graph.
func eachStatement(b *testing.B, ntriples []byte, fn func(*graph.RawQuad) error) {
	b.Helper()
	if err := turtle.ReadRaw(bytes.NewReader(ntriples), turtle.ReadOptions{Syntax: turtle.NTriples, Workers: 1}, fn); err != nil {
		b.Fatal(err)
	}
}

// loaded is a generated graph as a Dataset.
func loaded(b *testing.B, triples int) *graph.Dataset {
	b.Helper()
	var builder graph.Builder
	eachStatement(b, benchdata.NTriples(triples, 1), builder.AddRaw)
	return builder.Dataset()
}

// BenchmarkLoad reads N-Triples into a Dataset: parsing on one core, interning,
// sorting, all indexes. held-B/triple is what the Dataset keeps.
func BenchmarkLoad(b *testing.B) {
	for _, size := range sizes {
		b.Run(size.name, func(b *testing.B) {
			text := benchdata.NTriples(size.triples, 1)
			b.SetBytes(int64(len(text)))
			b.ReportAllocs()
			var d *graph.Dataset
			for b.Loop() {
				var builder graph.Builder
				eachStatement(b, text, builder.AddRaw)
				d = builder.Dataset()
			}
			perTriple(b, d, text)
		})
	}
}

// perTriple reports triples per second and the bytes the Dataset keeps.
func perTriple(b *testing.B, d *graph.Dataset, text []byte) {
	b.ReportMetric(float64(d.Len())*float64(b.N)/b.Elapsed().Seconds(), "triples/s")
	with := heap()
	n := float64(d.Len())
	runtime.KeepAlive(d)
	d = nil
	without := heap()
	runtime.KeepAlive(text)
	b.ReportMetric(float64(with-without)/n, "held-B/triple")
}

func heap() uint64 {
	var m runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&m)
	return m.HeapAlloc
}

// BenchmarkFreeze is what is left of loading when all statements are collected.
func BenchmarkFreeze(b *testing.B) {
	for _, size := range sizes {
		b.Run(size.name, func(b *testing.B) {
			text := benchdata.NTriples(size.triples, 1)
			b.ReportAllocs()
			for b.Loop() {
				b.StopTimer()
				var builder graph.Builder
				eachStatement(b, text, builder.AddRaw)
				b.StartTimer()
				builder.Dataset()
			}
		})
	}
}

const peg = "https://example.org/peg/"

func BenchmarkLookup(b *testing.B) {
	for _, size := range sizes {
		d := loaded(b, size.triples)
		g := d.Graph(0)
		subjects := slices.Collect(g.AllSubjects())
		label, _ := d.Lookup(quad.IRI("http://www.w3.org/2000/01/rdf-schema#label"))
		direction, _ := d.Lookup(quad.IRI(peg + "ns#direction"))
		measure, ok := d.Lookup(quad.IRI(peg + "measure/m0"))
		if !ok || label == 0 || direction == 0 {
			b.Fatal("the generated graph has other terms")
		}
		next := func(i int) graph.ID { return subjects[(i*7919)%len(subjects)] }
		for _, c := range []struct {
			name string
			fn   func(i int)
		}{
			{"Lookup", func(i int) { d.Lookup(quad.IRI(d.Text(next(i)))) }},
			{"Objects", func(i int) { g.Objects(next(i), direction) }},
			{"From", func(i int) { g.From(next(i)) }},
			{"To", func(i int) { g.To(next(i)) }},
			{"Subjects", func(int) { g.Subjects(label, measure) }},
			{"Count", func(i int) { g.Count(next(i), 0, 0) }},
			{"Has", func(i int) { g.Has(graph.Triple{next(i), label, measure}) }},
		} {
			b.Run(size.name+"/"+c.name, func(b *testing.B) {
				b.ReportAllocs()
				i := 0
				for b.Loop() {
					c.fn(i)
					i++
				}
			})
		}
	}
}

// BenchmarkQuads walks over all statements as quads, for callers who want
// terms.
func BenchmarkQuads(b *testing.B) {
	d := loaded(b, 100_000)
	b.ReportAllocs()
	for b.Loop() {
		for range d.Quads() {
		}
	}
	b.ReportMetric(float64(d.Len())*float64(b.N)/b.Elapsed().Seconds(), "triples/s")
}
