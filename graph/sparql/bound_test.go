package sparql_test

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/cayleygraph/quad"

	"policygraph/graph/sparql"
	"policygraph/graph/sparql/syntax"
)

// boundRows is the solutions of a plan whose only bound variable has a value,
// sorted.
func boundRows(t testing.TB, p *sparql.Plan, v quad.Value) []string {
	t.Helper()
	all := []string{}
	for s, err := range p.RunBound(context.Background(), []quad.Value{v}).Solutions() {
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, fmt.Sprint(s.AppendTerms(nil)))
	}
	slices.Sort(all)
	return all
}

// A bound variable gives what the query gives in which its value stands in its
// place.
func TestBoundVariablesStandForTheirValues(t *testing.T) {
	d := loaded(t, `<a> <p> <b>, <c> ; <q> 1 . <b> <p> <c> ; <q> 2 . <c> <q> 3 ; <r> <a> . <d> <p> <d> . _:x <p> <a> .`)
	for _, pattern := range []string{
		`$this <p> ?x`,
		`?x <p> $this`,
		`$this <p>+ ?x`,
		`$this <p>* ?x`,
		`?x <p>* $this`,
		`FILTER ($this = <a>)`,
		`{ FILTER ($this = <a>) } UNION { FILTER ($this = <b>) BIND (1 AS ?x) }`,
		`{ { FILTER ($this != <b>) } ?x <q> ?y }`,
		`?x <q> ?y OPTIONAL { ?x <p> ?z FILTER (?z = $this) }`,
		`OPTIONAL { $this <q> ?x } OPTIONAL { $this <r> ?y }`,
		`?x <p> ?y FILTER EXISTS { { FILTER (?y = $this) } }`,
		`?x <p> ?y FILTER NOT EXISTS { $this <p> ?y }`,
		`BIND (STR($this) AS ?x)`,
		`GRAPH ?g { $this <p> ?x }`,
	} {
		text := "SELECT * { " + pattern + " }"
		p := prepared(t, d, strings.Replace(text, "*", "$this ?x ?y ?z", 1), sparql.Options{Bound: []syntax.Var{"this"}})
		for _, name := range []string{"http://e/a", "http://e/b", "http://e/d", "http://e/elsewhere"} {
			plain := strings.ReplaceAll(strings.Replace(text, "*", "(<"+name+"> AS ?this) ?x ?y ?z", 1), "$this", "<"+name+">")
			want := boundRows(t, prepared(t, d, plain, sparql.Options{}), nil)
			if got := boundRows(t, p, quad.IRI(name)); !slices.Equal(got, want) {
				t.Errorf("%s with %s\ngot  %v\nwant %v", text, name, got, want)
			}
		}
	}
}

func TestBoundVariablesInQueryLevels(t *testing.T) {
	d := loaded(t, `<a> <p> <b>, <c> . <b> <p> <c> .`)
	for _, c := range []struct{ name, query, want string }{
		{"a subquery that shows it", "SELECT $this { { SELECT $this { FILTER ($this = <a>) } } }", "[[<http://e/a>]]"},
		{"a subquery beside a pattern", "SELECT $this ?x { ?x <p> <c> { SELECT $this { FILTER bound($this) } } }", "[[<http://e/a> <http://e/a>] [<http://e/a> <http://e/b>]]"},
		{"groups", "SELECT $this (COUNT(?x) AS ?n) { $this <p> ?x } GROUP BY $this", "[[<http://e/a> 2]]"},
		{"groups, and what comes behind them", "SELECT $this ?n ?x { { SELECT $this (COUNT(?x) AS ?n) { $this <p> ?x } GROUP BY $this } UNION { $this <p> ?x } }",
			"[[<http://e/a> 2 <nil>] [<http://e/a> <nil> <http://e/b>] [<http://e/a> <nil> <http://e/c>]]"},
		{"order", "SELECT $this ?x { { SELECT $this ?x { $this <p> ?x } ORDER BY ?x LIMIT 1 } FILTER bound($this) }", "[[<http://e/a> <http://e/b>]]"},
		{"a subquery in EXISTS", "SELECT $this ?x { ?x <p> ?y FILTER EXISTS { SELECT $this { $this <p> <b> } } FILTER (?x = <b>) }", "[[<http://e/a> <http://e/b>]]"},
		{"no pattern at all", "SELECT $this { }", "[[<http://e/a>]]"},
	} {
		t.Run(c.name, func(t *testing.T) {
			p := prepared(t, d, c.query, sparql.Options{Bound: []syntax.Var{"this"}})
			got := fmt.Sprint(boundRows(t, p, quad.IRI("http://e/a")))
			got = strings.ReplaceAll(got, `"2"^^<http://www.w3.org/2001/XMLSchema#integer>`, "2")
			if got != c.want {
				t.Errorf("got %s, want %s\n%s", got, c.want, p)
			}
		})
	}
}

func TestBlankNodesCanBeBound(t *testing.T) {
	d := loaded(t, `_:x <p> <a> . _:y <p> <b> .`)
	p := prepared(t, d, "SELECT ?x { $this <p> ?x }", sparql.Options{Bound: []syntax.Var{"this"}})
	for q := range d.Quads() {
		if got, want := fmt.Sprint(boundRows(t, p, q.Subject)), fmt.Sprintf("[[%s]]", q.Object); got != want {
			t.Errorf("%v: got %s, want %s", q.Subject, got, want)
		}
	}
}
