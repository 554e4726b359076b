package shacl_test

import (
	"bytes"
	"context"
	"testing"

	"policygraph/graph"
	"policygraph/graph/internal/benchdata"
	"policygraph/graph/shacl"
	"policygraph/graph/turtle"
)

// benchShapes are shapes for the generated graphs: each is about tens of
// thousands of nodes.
var benchShapes = []struct{ name, text string }{
	{"datatypes and counts", `:S sh:targetClass p:Finding ; sh:property [ sh:path p:effectSize ; sh:datatype xsd:decimal ; sh:minCount 1 ; sh:maxCount 1 ] ,
		[ sh:path p:horizonMonths ; sh:datatype xsd:integer ; sh:minInclusive 0 ; sh:maxCount 1 ] .`},
	{"classes", `:S sh:targetClass p:Finding ; sh:property [ sh:path p:aboutMeasure ; sh:class p:Measure ] , [ sh:path p:onOutcome ; sh:class p:Outcome ] , [ sh:path p:fromStudy ; sh:class p:Study ; sh:minCount 1 ] .`},
	{"patterns and languages", `:S sh:targetSubjectsOf rdfs:label ; sh:pattern "^https://example.org/peg/" ; sh:property [ sh:path rdfs:label ; sh:minLength 1 ; sh:uniqueLang true ; sh:languageIn ( "nb" "en" ) ] .`},
	{"a list of values", `:S sh:targetClass p:Finding ; sh:property [ sh:path p:direction ; sh:in ( d:favours d:against d:none d:mixed ) ] .`},
	{"closed", `:S sh:targetClass p:Author ; sh:closed true ; sh:ignoredProperties ( rdf:type ) ; sh:property [ sh:path p:name ] .`},
	{"shapes of values", `:S sh:targetClass p:Finding ; sh:property [ sh:path p:fromStudy ; sh:node [ sh:property [ sh:path p:year ; sh:minCount 1 ] , [ sh:path p:author ; sh:minCount 1 ; sh:node [ sh:property [ sh:path p:name ; sh:minCount 1 ] ] ] ] ] .`},
	{"paths", `:S sh:targetClass p:Measure ; sh:path ( p:targets [ sh:zeroOrMorePath p:leadsTo ] p:contributesTo ) ; sh:class p:Problem .`},
	{"one of several", `:S sh:targetClass p:Finding ; sh:or ( [ sh:property [ sh:path p:certainty ; sh:minCount 1 ] ] [ sh:property [ sh:path p:effectSize ; sh:maxCount 1 ] ] ) .`},
	{"a query", `:S sh:targetClass p:Study ; sh:sparql [ sh:select "SELECT $this { $this <https://example.org/peg/ns#cites> $this }" ] .`},
	{"a result each", `:S sh:targetClass p:Study ; sh:property [ sh:path p:nothing ; sh:minCount 1 ] .`},
}

const benchHead = `@prefix p: <https://example.org/peg/ns#> . @prefix d: <https://example.org/peg/direction/> . `

// BenchmarkValidate is validation alone, of about a million triples.
func BenchmarkValidate(b *testing.B) {
	g := parsed(b, benchdata.NTriples(1_000_000, 1))
	for _, c := range benchShapes {
		s := compiled(b, loaded(b, benchHead+c.text).Graph(0))
		b.Run(c.name, func(b *testing.B) {
			b.ReportAllocs()
			n := 0
			for b.Loop() {
				r, err := s.Validate(context.Background(), g, shacl.ValidateOptions{})
				if err != nil {
					b.Fatal(err)
				}
				n = len(r.Results)
			}
			b.ReportMetric(float64(n), "results")
		})
	}
}

// BenchmarkOurShapes is compiling the shapes of the ontology, and holding the
// published data with the ontology against them.
func BenchmarkOurShapes(b *testing.B) {
	shapes := files(b, "../../ontology/shapes.ttl").Graph(0)
	g := files(b, "../../exports/published/policygraph.nt", "../../ontology/policygraph.ttl").Graph(0)
	b.Run("compile", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			compiled(b, shapes)
		}
	})
	s := compiled(b, shapes)
	b.Run("validate", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			if _, err := s.Validate(context.Background(), g, shacl.ValidateOptions{}); err != nil {
				b.Fatal(err)
			}
		}
	})
}

func parsed(b *testing.B, text []byte) *graph.Graph {
	b.Helper()
	var all graph.Builder
	if err := turtle.ReadRaw(bytes.NewReader(text), turtle.ReadOptions{Syntax: turtle.NTriples}, all.AddRaw); err != nil {
		b.Fatal(err)
	}
	return all.Dataset().Graph(0)
}
