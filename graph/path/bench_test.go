package path_test

import (
	"bytes"
	"testing"

	"github.com/cayleygraph/quad"

	"policygraph/graph"
	"policygraph/graph/internal/benchdata"
	"policygraph/graph/path"
	"policygraph/graph/path/token"
	"policygraph/graph/turtle"
)

const peg = "https://example.org/peg/"

// generated is a generated graph.
func generated(b *testing.B, triples int) *graph.Graph {
	b.Helper()
	var builder graph.Builder
	text := bytes.NewReader(benchdata.NTriples(triples, 1))
	if err := turtle.ReadRaw(text, turtle.ReadOptions{Syntax: turtle.NTriples}, builder.AddRaw); err != nil {
		b.Fatal(err)
	}
	return builder.Dataset().Graph(0)
}

func node(b *testing.B, g *graph.Graph, name string) graph.ID {
	b.Helper()
	id, found := g.Dataset().Lookup(quad.IRI(peg + name))
	if !found {
		b.Fatalf("the generated graph has no %s", name)
	}
	return id
}

func pegPath(b *testing.B, text string) path.Path {
	b.Helper()
	p, err := path.Parse(text, path.Options{
		Options: token.Options{Prefixes: map[string]string{"peg": peg}},
		Resolve: func(name string) (quad.IRI, bool) { return quad.IRI(peg + "ns#" + name), true },
	})
	if err != nil {
		b.Fatal(err)
	}
	return p
}

// BenchmarkEval answers the paths of the comparison with other stores, with the
// edges of their predicates prepared.
func BenchmarkEval(b *testing.B) {
	for _, size := range []struct {
		name    string
		triples int
	}{{"100k", 100_000}, {"1M", 1_000_000}} {
		g := generated(b, size.triples)
		for _, c := range []struct {
			name, path string
			count      func(*path.Compiled) int
		}{
			{"f1-all-pairs", "targets/leadsTo*/contributesTo", func(c *path.Compiled) int { return len(pairs(c.Pairs())) }},
			{"f2-one-measure", "targets/leadsTo*/contributesTo/broader*", from(node(b, g, "measure/m42"))},
			{"f4-cites-from-one", "cites+", from(node(b, g, "study/umbrella"))},
			{"f5-cites-to-hub", "cites*", to(node(b, g, "study/seminal"))},
			{"shortest-ways", "cites+", hops(node(b, g, "study/umbrella"), node(b, g, "study/seminal"))},
			{"cites-all-pairs", "cites+", func(c *path.Compiled) (n int) {
				for range c.Pairs() {
					n++
				}
				return n
			}},
		} {
			if c.name == "cites-all-pairs" && size.triples > 100_000 {
				continue // 70 million pairs
			}
			b.Run(size.name+"/"+c.name, func(b *testing.B) {
				b.ReportAllocs()
				p := pegPath(b, c.path)
				n := c.count(path.Compile(p, g))
				for b.Loop() {
					n = c.count(path.Compile(p, g))
				}
				b.ReportMetric(float64(n), "answers")
			})
		}
	}
}

func from(start graph.ID) func(*path.Compiled) int {
	return func(c *path.Compiled) (n int) {
		for range c.From(start) {
			n++
		}
		return n
	}
}

func to(end graph.ID) func(*path.Compiled) int {
	return func(c *path.Compiled) (n int) {
		for range c.To(end) {
			n++
		}
		return n
	}
}

func hops(start, end graph.ID) func(*path.Compiled) int {
	return func(c *path.Compiled) (n int) {
		for range c.Hops(start, end, path.HopOptions{Shortest: true}) {
			n++
		}
		return n
	}
}

// BenchmarkPrepare is the first answer over a graph: the edges of a predicate
// are put side by side.
func BenchmarkPrepare(b *testing.B) {
	g := generated(b, 1_000_000)
	p := pegPath(b, "cites+")
	start := node(b, g, "study/umbrella")
	b.ReportAllocs()
	for b.Loop() {
		b.StopTimer()
		fresh := *g // another graph, as far as what is prepared goes
		b.StartTimer()
		for range path.Compile(p, &fresh).From(start) {
		}
	}
}
