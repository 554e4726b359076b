package rules_test

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"policygraph/graph"
	"policygraph/graph/turtle"
	"policygraph/ontology"
	"policygraph/ontology/rules"
)

const prefixes = `
@prefix : <http://e/> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
`

func load(t *testing.T, text string) *graph.Graph {
	t.Helper()
	var b graph.Builder
	for q, err := range turtle.Read(strings.NewReader(text), turtle.ReadOptions{}) {
		if err != nil {
			t.Fatal(err)
		}
		if err := b.Add(q); err != nil {
			t.Fatal(err)
		}
	}
	return b.Dataset().Union()
}

// closure is what follows, as lines without the namespaces.
func closure(t *testing.T, g *graph.Graph) []string {
	t.Helper()
	found, err := rules.Closure(context.Background(), g, 0)
	if err != nil {
		t.Fatal(err)
	}
	var lines []string
	for _, triple := range found {
		lines = append(lines, said(g, triple))
	}
	slices.Sort(lines)
	return lines
}

func said(g *graph.Graph, t graph.Triple) string {
	short := func(id graph.ID) string {
		text := g.Dataset().Text(id)
		return text[strings.LastIndexAny(text, "/#")+1:]
	}
	return short(t[0]) + " " + short(t[1]) + " " + short(t[2])
}

func TestEachRule(t *testing.T) {
	for _, tc := range []struct{ name, text, want string }{
		{"cax-sco", ":A rdfs:subClassOf :B . :B rdfs:subClassOf :C . :x a :A .", "x type B, x type C"},
		{"prp-spo1", ":p rdfs:subPropertyOf :q . :q rdfs:subPropertyOf :r . :x :p :y .", "x q y, x r y"},
		{"prp-spo2", ":r owl:propertyChainAxiom ( :p :q ) . :x :p :y . :y :q :z , :w .", "x r w, x r z"},
		{"prp-spo2 of three steps", ":r owl:propertyChainAxiom ( :p :q :p ) . :x :p :y . :y :q :z . :z :p :w .", "x r w"},
		{"prp-dom", ":p rdfs:domain :A . :x :p 1 .", "x type A"},
		{"prp-rng", ":p rdfs:range :A . :x :p :y , 1 .", "y type A"},
		{"prp-inv1", ":p owl:inverseOf :q . :x :p :y .", "y q x"},
		{"prp-inv2", ":p owl:inverseOf :q . :x :q :y .", "y p x"},
		{"prp-inv with a literal", ":p owl:inverseOf :q . :x :p 1 .", ""},
		{"prp-trp", ":p a owl:TransitiveProperty . :x :p :y . :y :p :z . :z :p :x .", "x p x, x p z, y p x, y p y, z p y, z p z"},
		{"prp-symp", ":p a owl:SymmetricProperty . :x :p :y .", "y p x"},
		{"rules on rules", ":p rdfs:subPropertyOf :q . :q owl:inverseOf :i . :i rdfs:range :A . :A rdfs:subClassOf :B . :x :p :y .",
			"x q y, x type A, x type B, y i x"},
		{"nothing", ":x :p :y .", ""},
	} {
		text := tc.text
		if !strings.Contains(text, " a ") {
			text += " :unrelated a :Thing ."
		}
		got := closure(t, load(t, prefixes+text))
		if s := strings.Join(got, ", "); s != tc.want {
			t.Errorf("%s: %s, want %s", tc.name, s, tc.want)
		}
	}
}

func TestChainsThatAreNoLists(t *testing.T) {
	for _, chain := range []string{":x", "( :p )", "()", `( :p "q" )`, "_:l . _:l <http://www.w3.org/1999/02/22-rdf-syntax-ns#first> :p ; <http://www.w3.org/1999/02/22-rdf-syntax-ns#rest> _:l"} {
		g := load(t, prefixes+":r owl:propertyChainAxiom "+chain+" .")
		if _, err := rules.Closure(context.Background(), g, 0); err == nil || !strings.Contains(err.Error(), "<http://e/r>") {
			t.Errorf("%s: %v", chain, err)
		}
	}
}

func TestLimits(t *testing.T) {
	g := load(t, prefixes+":p a owl:TransitiveProperty . :a :p :b . :b :p :c . :c :p :d . :d :p :a .")
	if _, err := rules.Closure(context.Background(), g, 3); err == nil || !strings.Contains(err.Error(), "more than 3") {
		t.Errorf("limit: %v", err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := rules.Closure(ctx, g, 0); err == nil {
		t.Error("cancelled: no error")
	}
}

// TestOurOntologyByTheChain follows the ontology's own chains, by hand.
func TestOurOntologyByTheChain(t *testing.T) {
	text := string(ontology.Turtle()) + `
@prefix x: <http://e/> .
x:measure pg:targets x:mechanism . x:mechanism pg:leadsTo x:other . x:other pg:contributesTo x:problem .
x:problem pg:contributesTo x:worse .`
	got := closure(t, load(t, text))
	for _, want := range []string{
		"mechanism contributesTo problem", "mechanism contributesTo worse", "measure addresses problem", "measure addresses worse",
		"problem addressedBy measure", "measure influences mechanism", "measure type Measure", "mechanism type Mechanism",
	} {
		if !slices.Contains(got, want) {
			t.Errorf("%s does not follow", want)
		}
	}
}

// A ring of n is the case in which a transitive property has the most to say for
// what is stated: each edge of a way may be its last.
func TestARingLeadsFromEachToEach(t *testing.T) {
	const n = 600
	text := prefixes + ":p a owl:TransitiveProperty . :reaches owl:propertyChainAxiom ( :aims :p ) , ( :reaches :p ) . :m :aims :n0 .\n"
	for i := range n {
		text += fmt.Sprintf(":n%d :p :n%d .\n", i, (i+1)%n)
	}
	g := load(t, text)
	found, err := rules.Closure(context.Background(), g, 0)
	if want := n*n - n + n; err != nil || len(found) != want {
		t.Errorf("%d triples follow, %v; want %d: each leads to each, and m reaches each", len(found), err, want)
	}
}
