package rules_test

import (
	"context"
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/cayleygraph/quad"

	"policygraph/graph"
	"policygraph/ontology/rules"
)

// named is the term whose address ends in a name.
func named(t *testing.T, g *graph.Graph, want string) graph.ID {
	t.Helper()
	d := g.Dataset()
	for id := graph.ID(1); int(id) <= d.Terms(); id++ {
		if d.Kind(id) == graph.KindIRI && name(g, id) == want {
			return id
		}
	}
	t.Fatalf("nothing is named %s", want)
	return 0
}

func name(g *graph.Graph, id graph.ID) string {
	if id == 0 {
		return "something"
	}
	text := g.Dataset().Text(id)
	return text[strings.LastIndexAny(text, "/#")+1:]
}

// told is a proof on one line.
func told(g *graph.Graph, p *rules.Proof) string {
	line := name(g, p.Triple[0]) + " " + name(g, p.Triple[1]) + " " + name(g, p.Triple[2])
	if p.Rule == "" {
		return line
	}
	if p.Rule == rules.Absent {
		return line + "?"
	}
	var parts []string
	for _, q := range p.Premises {
		parts = append(parts, told(g, q))
	}
	return line + " by " + string(p.Rule) + " (" + strings.Join(parts, ", ") + ")"
}

func TestProofsComeSmallestFirst(t *testing.T) {
	for _, tc := range []struct {
		name, text, goal string
		want             []string
	}{
		{"what is asserted", ":x :p :y .", "x p y", []string{"x p y"}},
		{"asserted, and would follow", ":q rdfs:subPropertyOf :p . :x :p :y ; :q :y .", "x p y", []string{"x p y", "x p y by prp-spo1 (x q y)"}},
		{"two ways", ":r owl:propertyChainAxiom ( :p :q ) . :x :p :m , :n . :m :q :y . :n :q :y .", "x r y",
			[]string{"x r y by prp-spo2 (x p m, m q y)", "x r y by prp-spo2 (x p n, n q y)"}},
		{"a long chain is one step", ":r owl:propertyChainAxiom ( :p :q :p ) . :x :p :m . :m :q :n . :n :p :y .", "x r y",
			[]string{"x r y by prp-spo2 (x p m, m q n, n p y)"}},
		{"brackets do not count", ":p a owl:TransitiveProperty . :x :p :m . :m :p :n . :n :p :y .", "x p y",
			[]string{"x p y by prp-trp (x p n by prp-trp (x p m, m p n), n p y)"}},
		{"nothing is proved by itself", ":p owl:inverseOf :q . :p a owl:SymmetricProperty . :x :p :y .", "y p x",
			[]string{"y p x by prp-symp (x p y)", "y p x by prp-inv2 (x q y by prp-inv1 (y p x))"}[:1]},
		{"what does not hold", ":x :p :y .", "y p x", nil},
	} {
		g, th := theory(t, prefixes+tc.text)
		w := strings.Fields(tc.goal)
		proofs, more, err := th.Proofs(context.Background(), graph.Triple{named(t, g, w[0]), named(t, g, w[1]), named(t, g, w[2])}, 9)
		var got []string
		for _, p := range proofs {
			got = append(got, told(g, p))
		}
		if err != nil || more || !slices.Equal(got, tc.want) {
			t.Errorf("%s: %q, more %v, %v; want %q", tc.name, got, more, err, tc.want)
		}
	}
}

func TestMoreProofsAreToldOf(t *testing.T) {
	g, th := theory(t, prefixes+":p rdfs:domain :A . :x :p 1 , 2 , 3 . :unrelated a :Thing .")
	goal := graph.Triple{named(t, g, "x"), named(t, g, "type"), named(t, g, "A")}
	for limit, want := range map[int]bool{1: true, 2: true, 3: false} {
		if list, more, err := th.Proofs(context.Background(), goal, limit); len(list) != limit || more != want || err != nil {
			t.Errorf("up to %d: %d, more %v, %v", limit, len(list), more, err)
		}
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, _, err := th.Proofs(ctx, goal, 1); !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled: %v", err)
	}
}

func TestWhatIsMissingForTheNearestProof(t *testing.T) {
	const kinds = ` :A owl:disjointWith :B . :p rdfs:domain :A .`
	for _, tc := range []struct {
		name, text, goal string
		want             []string
	}{
		{"one premise", ":r owl:propertyChainAxiom ( :p :q ) . :x :p :m . :z :q :y .", "x r y",
			[]string{"x r y by prp-spo2 (x p m, m q y?)", "x r y by prp-spo2 (x p z?, z q y)"}},
		{"anything in the middle", ":r owl:propertyChainAxiom ( :p :q ) . :x :s :y . :a :p :a . :b :q :b .", "x r y",
			[]string{"x r y by prp-spo2 (x p something?, something q y?)"}},
		{"several rules", ":r owl:inverseOf :s . :s owl:propertyChainAxiom ( :p :q ) . :y :p :m . :u :q :x . :m :q :n .", "x r y",
			[]string{"x r y by prp-inv2 (y s x by prp-spo2 (y p m, m q x?))", "x r y by prp-inv2 (y s x by prp-spo2 (y p u?, u q x))", "x r y by prp-inv2 (y s x?)"}},
		{"of another kind", ":r owl:propertyChainAxiom ( :p :q ) . :x a :B . :z :q :y ." + kinds, "x r y", nil},
		{"a class", ":A rdfs:subClassOf :B . :q rdfs:domain :B . :x :q2 :y . :y a :A ; :q 1 .", "x type B", []string{"x type B by cax-sco (x type A?)", "x type B by prp-dom (x q something?)"}},
		{"no rule gives it", ":x :p :y .", "y p x", nil},
		{"of a literal", ":p owl:inverseOf :q . :x :p :y ; :r \"y\" .", `x p "y"`, nil},
		{"what holds", ":x :p :y .", "x p y", nil},
	} {
		g, th := theory(t, prefixes+tc.text)
		w := strings.Fields(tc.goal)
		object, isText := g.Dataset().Lookup(quad.String(strings.Trim(w[2], `"`)))
		if !isText {
			object = named(t, g, w[2])
		}
		lacks, err := th.Missing(context.Background(), graph.Triple{named(t, g, w[0]), named(t, g, w[1]), object}, 9)
		var got []string
		for _, l := range lacks {
			got = append(got, told(g, l.Proof))
		}
		if err != nil || !slices.Equal(got, tc.want) {
			t.Errorf("%s: %q, %v; want %q", tc.name, got, err, tc.want)
		}
	}
}
