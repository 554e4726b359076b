package sparql_test

import (
	"bytes"
	"context"
	"testing"

	"policygraph/graph"
	"policygraph/graph/internal/benchdata"
	"policygraph/graph/sparql"
	"policygraph/graph/sparql/syntax"
	"policygraph/graph/turtle"
)

// benchQueries ask a policy evidence graph what analysts ask one: totals, ways
// through chains of mechanisms and citations, stars with filters, and maps.
var benchQueries = []struct{ name, text string }{
	{"findings counted by measure", `
		SELECT ?m (COUNT(?f) AS ?findings) { ?f :aboutMeasure ?m } GROUP BY ?m`},
	{"all measures and problems joined by mechanisms", `
		SELECT DISTINCT ?m ?p { ?m :targets/:leadsTo*/:contributesTo ?p }`},
	{"problems within reach of one measure", `
		SELECT DISTINCT ?p { <https://example.org/peg/measure/m42> :targets/:leadsTo*/:contributesTo/:broader* ?p }`},
	{"different studies in favour, by problem", `
		SELECT ?p (COUNT(DISTINCT ?s) AS ?studies) {
			?f :fromStudy ?s ; :direction <https://example.org/peg/direction/favours> ; :aboutMeasure/:targets/:contributesTo ?p
		} GROUP BY ?p`},
	{"what one study builds on", `
		SELECT ?s { <https://example.org/peg/study/umbrella> :cites+ ?s }`},
	{"what builds on one study", `
		SELECT ?s { ?s :cites* <https://example.org/peg/study/seminal> }`},
	{"strongest recent findings about adolescents", `
		SELECT ?f ?m ?o ?e ?y ?d {
			?f :population <https://example.org/peg/population/adolescents> ; :direction <https://example.org/peg/direction/favours> ;
				:aboutMeasure ?m ; :onOutcome ?o ; :effectSize ?e ; :fromStudy [ :year ?y ; :design ?d ]
			FILTER (?e >= 0.5) FILTER (STR(?y) >= "2010")
		} ORDER BY DESC(?e) ?f LIMIT 100`},
	{"gap map of measures, outcomes and directions", `
		SELECT ?m ?o ?d (COUNT(?f) AS ?findings) { ?f :onOutcome ?o ; :direction ?d ; :aboutMeasure ?m } GROUP BY ?m ?o ?d`},
	{"measures without a finding", `
		SELECT ?m { ?m :targets ?x FILTER NOT EXISTS { ?f :aboutMeasure ?m } }`},
	{"findings and, where known, effect sizes", `
		SELECT ?f ?e { ?f :onOutcome ?o OPTIONAL { ?f :effectSize ?e } }`},
}

// BenchmarkQuery is parsing, planning and running, to the last row.
func BenchmarkQuery(b *testing.B) {
	for _, size := range []struct {
		name    string
		triples int
	}{{"100k", 100_000}, {"1M", 1_000_000}} {
		d := generated(b, size.triples)
		for _, q := range benchQueries {
			b.Run(size.name+"/"+q.name, func(b *testing.B) {
				b.ReportAllocs()
				n := 0
				for b.Loop() {
					n = ask(b, d, q.text)
				}
				b.ReportMetric(float64(n), "rows")
			})
		}
	}
}

func generated(b *testing.B, triples int) *graph.Dataset {
	b.Helper()
	var builder graph.Builder
	o := turtle.ReadOptions{Syntax: turtle.NTriples}
	if err := turtle.ReadRaw(bytes.NewReader(benchdata.NTriples(triples, 1)), o, builder.AddRaw); err != nil {
		b.Fatal(err)
	}
	return builder.Dataset()
}

func ask(b *testing.B, d *graph.Dataset, text string) (n int) {
	b.Helper()
	q, err := syntax.Parse([]byte(text), syntax.Options{Prefixes: map[string]string{"": "https://example.org/peg/ns#"}})
	if err != nil {
		b.Fatal(err)
	}
	p, err := sparql.Prepare(q, d, sparql.Options{})
	if err != nil {
		b.Fatal(err)
	}
	for _, err := range p.Run(context.Background()).Solutions() {
		if err != nil {
			b.Fatal(err)
		}
		n++
	}
	return n
}
