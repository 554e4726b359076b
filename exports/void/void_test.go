package void

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/cayleygraph/quad"

	"policygraph/exports/artifact"
	"policygraph/exports/catalogue"
	"policygraph/exports/publication"
	"policygraph/graph"
	"policygraph/graph/sparql"
	"policygraph/graph/sparql/syntax"
	"policygraph/graph/turtle"
	"policygraph/ontology/vocab"
	"policygraph/reviews"
)

// input is the built-in review, with two files that hold all of it and one that
// does not.
func input(t *testing.T) *artifact.Input {
	t.Helper()
	corpus, problems := reviews.Load(reviews.Data(), reviews.Options{})
	if errors, _, _ := reviews.Count(problems); errors > 0 {
		t.Fatal(problems)
	}
	var b graph.Builder
	for q := range corpus.Quads(reviews.QuadOptions{Base: vocab.Base}) {
		if err := b.Add(q); err != nil {
			t.Fatal(err)
		}
	}
	full := artifact.Entry{Dataset: artifact.Whole, Full: true}
	files := []artifact.File{{Path: "a.ttl", Entry: full}, {Path: "a.trig", Entry: full}, {Path: "part.ttl", Entry: artifact.Entry{Dataset: artifact.Whole}}}
	files[0].MediaType, files[1].MediaType, files[2].MediaType = "text/turtle", "application/trig", "text/turtle"
	return &artifact.Input{Dataset: b.Dataset(), Publication: publication.Default(), Base: vocab.Base, Written: files}
}

func written(t *testing.T, in *artifact.Input) (text []byte, described *graph.Dataset) {
	t.Helper()
	var w bytes.Buffer
	if err := Write(&w, in); err != nil {
		t.Fatal(err)
	}
	var b graph.Builder
	for q, err := range turtle.Read(bytes.NewReader(w.Bytes()), turtle.ReadOptions{}) {
		if err != nil {
			t.Fatal(err)
		}
		if err := b.Add(q); err != nil {
			t.Fatal(err)
		}
	}
	return w.Bytes(), b.Dataset()
}

// rows are the solutions of a query over all graphs, each as one line, sorted.
func rows(t *testing.T, d *graph.Dataset, text string) (lines []string) {
	t.Helper()
	const prefixes = "PREFIX void: <http://rdfs.org/ns/void#> PREFIX skos: <http://www.w3.org/2004/02/skos/core#> "
	q, err := syntax.Parse([]byte(prefixes+text), syntax.Options{})
	if err != nil {
		t.Fatal(err)
	}
	p, err := sparql.Prepare(q, d, sparql.Options{UnionDefault: true})
	if err != nil {
		t.Fatal(err)
	}
	for s, err := range p.Run(t.Context()).Solutions() {
		if err != nil {
			t.Fatal(err)
		}
		lines = append(lines, fmt.Sprint(s.AppendTerms(nil)))
	}
	slices.Sort(lines)
	return lines
}

// Every number of the description is the one that a query counts.
func TestTheNumbersAreThoseOfQueries(t *testing.T) {
	in := input(t)
	_, described := written(t, in)
	for _, c := range []struct{ name, says, counts string }{
		{
			"the whole graph",
			"SELECT ?t ?s ?o ?p ?c { ?d void:dataDump ?dump; void:triples ?t; void:distinctSubjects ?s; void:distinctObjects ?o; void:properties ?p; void:classes ?c }",
			"SELECT (COUNT(*) AS ?t) (COUNT(DISTINCT ?s) AS ?ss) (COUNT(DISTINCT ?o) AS ?os) (COUNT(DISTINCT ?p) AS ?ps) ?c { ?s ?p ?o { SELECT (COUNT(DISTINCT ?k) AS ?c) { [] a ?k } } } GROUP BY ?c",
		},
		{
			"things of a class",
			"SELECT ?c ?n { ?part void:class ?c; void:entities ?n }",
			"SELECT ?c (COUNT(DISTINCT ?s) AS ?n) { ?s a ?c } GROUP BY ?c",
		},
		{
			"properties",
			"SELECT DISTINCT ?p ?t ?s ?o { ?d void:dataDump ?dump; void:propertyPartition [ void:property ?p; void:triples ?t; void:distinctSubjects ?s; void:distinctObjects ?o ] }",
			"SELECT ?p (COUNT(*) AS ?t) (COUNT(DISTINCT ?s) AS ?ss) (COUNT(DISTINCT ?o) AS ?os) { ?s ?p ?o } GROUP BY ?p",
		},
		{
			"properties of the things of a class",
			"SELECT ?c ?p ?t ?s ?o { [] void:class ?c; void:propertyPartition [ void:property ?p; void:triples ?t; void:distinctSubjects ?s; void:distinctObjects ?o ] }",
			"SELECT ?c ?p (COUNT(*) AS ?t) (COUNT(DISTINCT ?s) AS ?ss) (COUNT(DISTINCT ?o) AS ?os) { ?s a ?c; ?p ?o } GROUP BY ?c ?p",
		},
		{
			"links to EuroVoc",
			"SELECT ?p ?t { [] a void:Linkset; void:linkPredicate ?p; void:triples ?t; void:objectsTarget [ void:uriSpace 'http://eurovoc.europa.eu/' ] }",
			"SELECT ?p (COUNT(*) AS ?t) { ?s ?p ?o FILTER STRSTARTS(STR(?o), 'http://eurovoc.europa.eu/') } GROUP BY ?p",
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, want := rows(t, described, c.says), rows(t, in.Dataset, c.counts)
			if len(want) == 0 {
				t.Fatal("the query counts nothing")
			}
			if got = slices.Compact(got); !slices.Equal(got, want) {
				t.Errorf("the description says\n%s\nthe queries count\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
			}
		})
	}
}

func TestTheNamedGraphsAreSubsetsWithTheirSizes(t *testing.T) {
	in := input(t)
	_, described := written(t, in)
	for _, g := range in.Dataset.Graphs() {
		if g.Name() == 0 {
			continue
		}
		name := in.Dataset.Term(g.Name())
		if !has(described, dataset, subset, name) || !has(described, name, vocab.VOIDTriples, number(g.Len())) {
			t.Errorf("%s is not described as a subset of %d triples", name, g.Len())
		}
	}
}

func TestOnlyFilesWithEverythingAreDumps(t *testing.T) {
	_, described := written(t, input(t))
	for path, want := range map[string]bool{"a.ttl": true, "a.trig": true, "part.ttl": false} {
		at := publication.Default().FilesAt(vocab.Base)
		if got := has(described, dataset, dataDump, quad.IRI(at+path)); got != want {
			t.Errorf("%s is a dump: %v", path, got)
		}
	}
}

func TestNothingIsBlankAndTheBytesRepeat(t *testing.T) {
	in := input(t)
	first, described := written(t, in)
	second, _ := written(t, in)
	if !bytes.Equal(first, second) {
		t.Error("two descriptions of one graph differ")
	}
	for q := range described.Quads() {
		for _, v := range []quad.Value{q.Subject, q.Object} {
			if _, blank := v.(quad.BNode); blank {
				t.Errorf("a blank node: %v", q)
			}
		}
	}
}

func has(d *graph.Dataset, s, p, o quad.Value) bool {
	for range d.Match(graph.Pattern{Subject: s, Predicate: p, Object: o}) {
		return true
	}
	return false
}

func number(n int) quad.Value {
	return quad.TypedString{Value: quad.String(fmt.Sprint(n)), Type: vocab.XSDInteger}
}

var dataset = quad.IRI(catalogue.DatasetIRI(vocab.Base, artifact.Whole))
