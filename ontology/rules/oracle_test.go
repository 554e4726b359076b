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
	"policygraph/ontology/rules"
)

// fact is a triple of names; (p, "chain", "q r") says that q and r in a row are p.
type fact [3]string

// application is a rule of the standard, applied once.
type application struct {
	rule     rules.Rule
	gives    fact
	premises []fact
}

// applications are the rules as they stand in the tables of OWL 2 RL, tried on all
// pairs of facts.
func applications(all map[fact]bool) []application {
	var list []application
	from := make(map[string][]fact)
	for t := range all {
		from[t[0]] = append(from[t[0]], t)
	}
	for t := range all {
		for u := range all {
			list = append(list, alone(u, t)...)
			if u[1] == "chain" {
				for _, way := range ways(from, strings.Fields(u[2]), t) {
					list = append(list, application{rules.Chain, fact{t[0], u[0], way[len(way)-1][2]}, way})
				}
			}
			if u[0] == t[2] && u[1] == t[1] && all[fact{t[1], "type", "TransitiveProperty"}] {
				list = append(list, application{rules.Transitive, fact{t[0], t[1], u[2]}, []fact{t, u}})
			}
		}
	}
	return list
}

// alone is what one fact gives by an axiom.
func alone(axiom, t fact) []application {
	s, p, o := t[0], t[1], t[2]
	one := func(rule rules.Rule, gives fact) []application { return []application{{rule, gives, []fact{t}}} }
	switch {
	case axiom[1] == "subClassOf" && p == "type" && o == axiom[0]:
		return one(rules.SubClass, fact{s, "type", axiom[2]})
	case axiom[1] == "subPropertyOf" && p == axiom[0]:
		return one(rules.SubProperty, fact{s, axiom[2], o})
	case axiom[1] == "domain" && p == axiom[0]:
		return one(rules.Domain, fact{s, "type", axiom[2]})
	case axiom[1] == "range" && p == axiom[0]:
		return one(rules.Range, fact{o, "type", axiom[2]})
	case axiom[1] == "inverseOf":
		var list []application
		if p == axiom[0] {
			list = one(rules.Inverse1, fact{o, axiom[2], s})
		}
		if p == axiom[2] {
			list = append(list, one(rules.Inverse2, fact{o, axiom[0], s})...)
		}
		return list
	case axiom[1] == "type" && axiom[2] == "SymmetricProperty" && p == axiom[0]:
		return one(rules.Symmetric, fact{o, p, s})
	}
	return nil
}

// ways are the facts in a row that begin with t and have the predicates of a chain.
func ways(from map[string][]fact, chain []string, t fact) [][]fact {
	if t[1] != chain[0] {
		return nil
	}
	if len(chain) == 1 {
		return [][]fact{{t}}
	}
	var list [][]fact
	for _, u := range from[t[2]] {
		for _, rest := range ways(from, chain[1:], u) {
			list = append(list, append([]fact{t}, rest...))
		}
	}
	return list
}

// naive adds what follows until nothing new comes, and returns all applications.
func naive(all map[fact]bool) []application {
	for {
		before := len(all)
		list := applications(all)
		for _, a := range list {
			all[a.gives] = true
		}
		if len(all) == before {
			return list
		}
	}
}

// sizes are those of the smallest proofs, found by trying until nothing gets smaller.
func sizes(asserted map[fact]bool, list []application) map[fact]int {
	size := make(map[fact]int)
	for t := range asserted {
		size[t] = 1
	}
	for again := true; again; {
		again = false
		for _, a := range list {
			n := 1
			for _, p := range a.premises {
				if size[p] == 0 {
					n = 0
					break
				}
				n += size[p]
			}
			if n > 0 && (size[a.gives] == 0 || n < size[a.gives]) {
				size[a.gives], again = n, true
			}
		}
	}
	return size
}

var spelling = map[string]string{
	"type": "a", "subClassOf": "rdfs:subClassOf", "subPropertyOf": "rdfs:subPropertyOf", "domain": "rdfs:domain", "range": "rdfs:range",
	"inverseOf": "owl:inverseOf", "SymmetricProperty": "owl:SymmetricProperty", "TransitiveProperty": "owl:TransitiveProperty",
	"IrreflexiveProperty": "owl:IrreflexiveProperty", "disjointWith": "owl:disjointWith",
}

func spelt(s string, predicate bool) string {
	switch n := spelling[s]; {
	case s == "type" && !predicate:
		return "rdf:type"
	case n != "":
		return n
	}
	return ":" + s
}

// random makes an ontology with a few facts, the same for the same seed, and says it
// in Turtle.
func random(seed uint64) (map[fact]bool, string) {
	r := rand.New(rand.NewPCG(seed, 1))
	pick := func(kind string, n int) string { return fmt.Sprint(kind, r.IntN(n)) }
	property := func() string { // now and then, a rule for what is in a class
		if r.IntN(12) == 0 {
			return "type"
		}
		return pick("p", 4)
	}
	all := make(map[fact]bool)
	for range 4 {
		all[fact{pick("C", 4), "subClassOf", pick("C", 4)}] = true
		all[fact{pick("p", 4), "subPropertyOf", property()}] = true
		all[fact{pick("p", 4), "inverseOf", pick("p", 4)}] = r.IntN(2) == 0
		all[fact{property(), []string{"domain", "range"}[r.IntN(2)], pick("C", 4)}] = true
		all[fact{pick("p", 4), "type", []string{"SymmetricProperty", "TransitiveProperty", "IrreflexiveProperty", "C0"}[r.IntN(4)]}] = true
	}
	all[fact{pick("C", 4), "disjointWith", pick("C", 4)}] = true
	for range 2 {
		steps := pick("p", 4) + " " + pick("p", 4)
		if r.IntN(3) == 0 {
			steps += " " + pick("p", 4)
		}
		all[fact{property(), "chain", steps}] = true
	}
	for range 6 {
		all[fact{pick("x", 5), pick("p", 4), pick("x", 5)}] = true
	}
	maps.DeleteFunc(all, func(_ fact, in bool) bool { return !in })
	return all, turtleOf(all)
}

func turtleOf(all map[fact]bool) string {
	var lines []string
	for t := range all {
		if t[1] == "chain" {
			lines = append(lines, spelt(t[0], false)+" owl:propertyChainAxiom ( :"+strings.ReplaceAll(t[2], " ", " :")+" ) .")
			continue
		}
		lines = append(lines, spelt(t[0], false)+" "+spelt(t[1], true)+" "+spelt(t[2], false)+" .")
	}
	slices.Sort(lines)
	return prefixes + strings.Join(lines, "\n")
}

// each runs a test on many random ontologies.
func each(t *testing.T, do func(t *testing.T, asserted map[fact]bool, g *graph.Graph, theory *rules.Theory)) {
	seeds := uint64(2000)
	if testing.Short() {
		seeds = 200
	}
	for seed := range seeds {
		asserted, text := random(seed)
		g := load(t, text)
		theory, err := rules.Close(context.Background(), g, 0)
		if err != nil {
			t.Fatalf("seed %d: %v", seed, err)
		}
		do(t, asserted, g, theory)
		if t.Failed() {
			t.Fatalf("seed %d:\n%s", seed, text)
		}
	}
}

func factOf(g *graph.Graph, t graph.Triple) fact {
	return fact(strings.Fields(said(g, t)))
}

func TestClosureIsWhatTryingAllPairsGives(t *testing.T) {
	each(t, func(t *testing.T, asserted map[fact]bool, g *graph.Graph, theory *rules.Theory) {
		all := maps.Clone(asserted)
		naive(all)
		var want, got []string
		for f := range all {
			if !asserted[f] {
				want = append(want, strings.Join(f[:], " "))
			}
		}
		for _, triple := range theory.Inferred() {
			got = append(got, said(g, triple))
		}
		slices.Sort(want)
		slices.Sort(got)
		if !slices.Equal(got, want) {
			t.Errorf("%q follows, want %q", got, want)
		}
	})
}

func TestATripleHoldsIfAndOnlyIfItHasAProof(t *testing.T) {
	each(t, func(t *testing.T, asserted map[fact]bool, g *graph.Graph, theory *rules.Theory) {
		all := maps.Clone(asserted)
		list := naive(all)
		size := sizes(asserted, list)
		allowed := make(map[string]bool)
		for _, a := range list {
			allowed[fmt.Sprint(a)] = true
		}
		d := g.Dataset()
		for i, triple := range someTriples(d) {
			if i%20 != len(list)%20 { // a twentieth of them is enough, given how many ontologies there are
				continue
			}
			proofs, _, err := theory.Proofs(context.Background(), triple, 3)
			f := factOf(g, triple)
			switch {
			case err != nil:
				t.Errorf("%v: %v", f, err)
			case theory.Holds(triple) != all[f] || len(proofs) > 0 != all[f]:
				t.Errorf("%v: %d proofs, holds %v, want %v", f, len(proofs), theory.Holds(triple), all[f])
			case len(proofs) > 0 && proofs[0].Size != size[f]:
				t.Errorf("%v: the smallest proof has size %d, want %d", f, proofs[0].Size, size[f])
			}
			for i, p := range proofs {
				if problem := wrong(g, p, asserted, allowed, nil); problem != "" {
					t.Errorf("%v, proof %d: %s", f, i+1, problem)
				}
				if i > 0 && p.Size < proofs[i-1].Size {
					t.Errorf("%v: a proof of size %d after one of %d", f, p.Size, proofs[i-1].Size)
				}
			}
		}
	})
}

// someTriples are all triples between what random makes, true or not.
func someTriples(d *graph.Dataset) []graph.Triple {
	var nodes, properties []graph.ID
	for id := graph.ID(1); int(id) <= d.Terms(); id++ {
		switch text := strings.TrimPrefix(d.Text(id), "http://e/"); {
		case strings.HasPrefix(text, "p"), strings.HasSuffix(text, "#type"):
			properties = append(properties, id)
		case strings.HasPrefix(text, "x"), strings.HasPrefix(text, "C"):
			nodes = append(nodes, id)
		}
	}
	var list []graph.Triple
	for _, s := range nodes {
		for _, p := range properties {
			for _, o := range nodes {
				list = append(list, graph.Triple{s, p, o})
			}
		}
	}
	return list
}

// wrong says what is wrong with a proof, knowing nothing but the applications of
// rules that the standard allows.
func wrong(g *graph.Graph, p *rules.Proof, asserted map[fact]bool, allowed map[string]bool, path []fact) string {
	f := factOf(g, p.Triple)
	if slices.Contains(path, f) {
		return fmt.Sprint(f, " is proved by itself")
	}
	path = append(slices.Clip(path), f)
	if p.Rule == "" {
		if !asserted[f] || len(p.Premises) > 0 || p.Size != 1 {
			return fmt.Sprint(f, " is not asserted")
		}
		return ""
	}
	a := application{rule: p.Rule, gives: f}
	size := 1
	for _, q := range p.Premises {
		a.premises = append(a.premises, factOf(g, q.Triple))
		size += q.Size
		if problem := wrong(g, q, asserted, allowed, path); problem != "" {
			return problem
		}
	}
	switch {
	case !allowed[fmt.Sprint(a)]:
		return fmt.Sprint(a, " is no rule")
	case p.Size != size:
		return fmt.Sprint(f, ": size ", p.Size, ", want ", size)
	case !g.Has(p.Axiom):
		return fmt.Sprint(f, ": the axiom is not asserted")
	}
	return ""
}
