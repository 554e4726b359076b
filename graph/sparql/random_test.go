package sparql_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/cayleygraph/quad"

	"policygraph/graph"
	"policygraph/graph/sparql"
)

// generator writes random queries over a small vocabulary.
type generator struct {
	*rand.Rand
	depth int
	names int
}

func (g *generator) pick(list ...string) string { return list[g.IntN(len(list))] }

func (g *generator) variable() string { return "?" + g.pick("a", "b", "c", "d") }

func (g *generator) iri() string { return fmt.Sprintf("<n%d>", g.IntN(4)) }

func (g *generator) predicate() string { return fmt.Sprintf("<p%d>", g.IntN(3)) }

func (g *generator) node() string {
	if g.IntN(6) == 0 {
		return g.pick(g.iri(), "1", `"x"`, "<outside>", "[]")
	}
	return g.variable()
}

func (g *generator) subject() string {
	if g.IntN(8) == 0 {
		return g.pick(g.iri(), "<outside>", "[]")
	}
	return g.variable()
}

func (g *generator) path() string {
	p := g.predicate()
	switch g.IntN(9) {
	case 0:
		return p + "*"
	case 1:
		return p + "+"
	case 2:
		return p + "?"
	case 3:
		return "^" + p
	case 4:
		return "(" + g.path() + "|" + g.path() + ")"
	case 5:
		return p + "/" + g.predicate() + g.pick("", "*")
	case 6:
		return "!(" + p + "|^" + g.predicate() + ")"
	case 7:
		return "(^" + p + "/" + g.path() + ")" + g.pick("", "*", "?")
	}
	return p
}

func (g *generator) triple() string {
	switch g.IntN(5) {
	case 0:
		return fmt.Sprintf("%s %s %s .", g.subject(), g.path(), g.node())
	case 1:
		return fmt.Sprintf("%s %s %s .", g.subject(), g.variable(), g.node())
	}
	return fmt.Sprintf("%s %s %s .", g.subject(), g.predicate(), g.node())
}

func (g *generator) expr() string {
	switch g.IntN(10) {
	case 0:
		return "BOUND(" + g.variable() + ")"
	case 1:
		return "!(" + g.expr() + ")"
	case 2:
		return "(" + g.expr() + g.pick(" && ", " || ") + g.expr() + ")"
	case 3:
		if g.depth < 3 {
			return g.pick("", "NOT ") + "EXISTS " + g.group()
		}
	case 4:
		return fmt.Sprintf("%s IN (%s, %s, 1)", g.variable(), g.iri(), g.variable())
	case 5:
		return "isIRI(" + g.variable() + ")"
	}
	return g.variable() + g.pick(" = ", " != ", " != ", " = ", " != ", " < ") + g.pick(g.variable(), g.iri(), "1", "2")
}

func (g *generator) group() string {
	g.depth++
	defer func() { g.depth-- }()
	var b strings.Builder
	b.WriteString("{ ")
	for range 1 + g.IntN(3) {
		b.WriteString(g.element() + " ")
	}
	return b.String() + "}"
}

func (g *generator) element() string {
	if g.depth > 3 {
		return g.triple()
	}
	switch g.IntN(14) {
	case 0:
		return "OPTIONAL " + g.group()
	case 1:
		return g.group() + " UNION " + g.group()
	case 2:
		return "MINUS " + g.group()
	case 3, 4:
		return "FILTER (" + g.expr() + ")"
	case 5:
		return "GRAPH " + g.pick(g.variable(), "<g0>", "<g1>", "<g2>") + " " + g.group()
	case 6:
		return fmt.Sprintf("VALUES (%s) { (%s %s) (UNDEF %s) }", g.pick("?a ?b", "?c ?d", "?a ?d"), g.iri(), g.node2(), g.iri())
	case 7:
		g.names++
		return fmt.Sprintf("BIND (%s AS ?%s)", g.pick("1+1", g.variable(), "STR("+g.variable()+")"), fmt.Sprint("e", g.names))
	case 8:
		return "{ " + g.selection(g.IntN(3) == 0) + " }"
	case 9:
		return g.group()
	}
	return g.triple()
}

func (g *generator) node2() string { return g.pick(g.iri(), "UNDEF", "1", "<outside>") }

// query is of any form.
func (g *generator) query() string {
	switch g.IntN(10) {
	case 0:
		return "ASK " + g.group()
	case 1:
		return "CONSTRUCT { ?a <made> ?b . ?b ?c 1 } WHERE " + g.group()
	case 2:
		return "DESCRIBE ?a <n1> WHERE " + g.group()
	}
	return g.selection(true)
}

func (g *generator) selection(top bool) string {
	group := g.group()
	if g.IntN(4) == 0 {
		agg := g.pick("COUNT(*)", "COUNT(DISTINCT ?b)", "COUNT(?b)", "MIN(?b)", "MAX(?c)", "SUM(?b)", "COUNT(DISTINCT *)")
		g.names++
		return fmt.Sprintf("SELECT ?a (%s AS ?n%d) WHERE %s GROUP BY ?a", agg, g.names, group) + g.pick("", fmt.Sprintf(" HAVING (?n%d > 1)", g.names), " HAVING (BOUND(?a))")
	}
	q := "SELECT " + g.pick("", "DISTINCT ") + g.pick("*", "?a", "?a ?b", "?b ?d") + " WHERE " + group
	if top {
		q += g.pick("", " ORDER BY ?a DESC(?b)")
	}
	return q
}

// small makes a random dataset of a default graph and two named ones.
func small(r *rand.Rand) *graph.Dataset {
	node := func() quad.Value {
		if r.IntN(6) == 0 {
			return quad.BNode(fmt.Sprint("b", r.IntN(2)))
		}
		return quad.IRI(fmt.Sprint("http://e/n", r.IntN(4)))
	}
	object := func() quad.Value {
		switch r.IntN(8) {
		case 0:
			return quad.Int(r.IntN(3))
		case 1:
			return quad.String("x")
		}
		return node()
	}
	var b graph.Builder
	for range 10 + r.IntN(20) {
		q := quad.Quad{Subject: node(), Predicate: quad.IRI(fmt.Sprint("http://e/p", r.IntN(3))), Object: object()}
		if n := r.IntN(5); n < 2 {
			q.Label = quad.IRI(fmt.Sprint("http://e/g", n))
		}
		if err := b.Add(q); err != nil {
			panic(err)
		}
	}
	return b.Dataset()
}

// compare asks engine and oracle one random query about one random dataset.
func compare(t *testing.T, seed uint64) {
	t.Helper()
	r := rand.New(rand.NewPCG(seed, 7))
	d := small(r)
	text := (&generator{Rand: r}).query()
	q, err := sparqlParse(text)
	if err != nil {
		return // a variable in a scope it must not be in
	}
	got, err := engine(q, d, sparql.Options{})
	if err != nil {
		t.Fatalf("%s: %v", text, err)
	}
	want, err := plain(q, d, sparql.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if len(want.rows) > 1000 {
		return
	}
	if err := got.equalBag(want); err != nil {
		p, _ := sparql.Prepare(q, d, sparql.Options{})
		var data strings.Builder
		for q := range d.Quads() {
			fmt.Fprintln(&data, q)
		}
		t.Fatalf("seed %d: %s\n%v\n%s\n%s\n%s", seed, text, err, q.Algebra, p, data.String())
	}
}

func TestEngineFindsWhatTheOracleFinds(t *testing.T) {
	for seed := range uint64(1500) {
		compare(t, seed)
	}
}

func FuzzEngineFindsWhatTheOracleFinds(f *testing.F) {
	f.Add(uint64(1))
	f.Fuzz(compare)
}
