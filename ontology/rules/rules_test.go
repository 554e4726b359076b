package rules_test

import (
	"context"
	"fmt"
	"maps"
	"math/rand/v2"
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

// naive is the rules as they stand in the standard, tried on all pairs until
// nothing new comes.
func naive(all map[[3]string]bool) {
	for {
		var fresh [][3]string
		for t := range all {
			for u := range all {
				s, p, o := t[0], t[1], t[2]
				switch u[1] {
				case "subClassOf":
					if p == "type" && u[0] == o {
						fresh = append(fresh, [3]string{s, p, u[2]})
					}
				case "subPropertyOf":
					if u[0] == p {
						fresh = append(fresh, [3]string{s, u[2], o})
					}
				case "domain":
					if u[0] == p {
						fresh = append(fresh, [3]string{s, "type", u[2]})
					}
				case "range":
					if u[0] == p {
						fresh = append(fresh, [3]string{o, "type", u[2]})
					}
				case "inverseOf":
					if u[0] == p {
						fresh = append(fresh, [3]string{o, u[2], s})
					}
					if u[2] == p {
						fresh = append(fresh, [3]string{o, u[0], s})
					}
				case "type":
					if u[0] == p && u[2] == "SymmetricProperty" {
						fresh = append(fresh, [3]string{o, p, s})
					}
				}
				if u[0] == o && u[1] == p && all[[3]string{p, "type", "TransitiveProperty"}] {
					fresh = append(fresh, [3]string{s, p, u[2]})
				}
				if u[0] == o {
					for r := range 4 {
						if all[[3]string{fmt.Sprint("p", r), "chain", p + " " + u[1]}] {
							fresh = append(fresh, [3]string{s, fmt.Sprint("p", r), u[2]})
						}
					}
				}
			}
		}
		before := len(all)
		for _, t := range fresh {
			all[t] = true
		}
		if len(all) == before {
			return
		}
	}
}

func TestClosureIsWhatTryingAllPairsGives(t *testing.T) {
	names := map[string]string{
		"type": "a", "subClassOf": "rdfs:subClassOf", "subPropertyOf": "rdfs:subPropertyOf", "domain": "rdfs:domain", "range": "rdfs:range",
		"inverseOf": "owl:inverseOf", "SymmetricProperty": "owl:SymmetricProperty", "TransitiveProperty": "owl:TransitiveProperty",
	}
	name := func(s string) string {
		if n := names[s]; n != "" {
			return n
		}
		return ":" + s
	}
	for seed := range uint64(200) {
		r := rand.New(rand.NewPCG(seed, 1))
		pick := func(kind string, n int) string { return fmt.Sprint(kind, r.IntN(n)) }
		all := make(map[[3]string]bool)
		var chains strings.Builder
		for range 4 {
			all[[3]string{pick("C", 4), "subClassOf", pick("C", 4)}] = true
			all[[3]string{pick("p", 4), []string{"subPropertyOf", "inverseOf"}[r.IntN(2)], pick("p", 4)}] = true
			all[[3]string{pick("p", 4), []string{"domain", "range"}[r.IntN(2)], pick("C", 4)}] = true
			all[[3]string{pick("p", 4), "type", []string{"SymmetricProperty", "TransitiveProperty", "C0"}[r.IntN(3)]}] = true
		}
		for range 2 {
			whole, first, second := pick("p", 4), pick("p", 4), pick("p", 4)
			all[[3]string{whole, "chain", first + " " + second}] = true
			fmt.Fprintf(&chains, ":%s owl:propertyChainAxiom ( :%s :%s ) .\n", whole, first, second)
		}
		for range 6 {
			all[[3]string{pick("x", 5), pick("p", 4), pick("x", 5)}] = true
		}
		text := prefixes + chains.String()
		for t := range all {
			if t[1] != "chain" {
				text += name(t[0]) + " " + name(t[1]) + " " + name(t[2]) + " .\n"
			}
		}
		want := maps.Clone(all)
		naive(want)
		var lines []string
		for t := range want {
			if !all[t] {
				lines = append(lines, strings.Join(t[:], " "))
			}
		}
		slices.Sort(lines)
		if got := closure(t, load(t, text)); !slices.Equal(got, lines) {
			t.Fatalf("seed %d:\n%s\ngives %q\nwant %q", seed, text, got, lines)
		}
	}
}
