package rules_test

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"policygraph/graph"
	"policygraph/ontology"
	"policygraph/ontology/rules"
)

func theory(t *testing.T, text string) (*graph.Graph, *rules.Theory) {
	t.Helper()
	g := load(t, text)
	th, err := rules.Close(context.Background(), g, 0)
	if err != nil {
		t.Fatal(err)
	}
	return g, th
}

func clashes(g *graph.Graph, list []rules.Clash) []string {
	var lines []string
	for _, c := range list {
		line := string(c.Rule)
		for _, triple := range c.Triples {
			line += ", " + said(g, triple)
		}
		lines = append(lines, line)
	}
	return lines
}

func TestEachCheck(t *testing.T) {
	for _, tc := range []struct{ name, text, want string }{
		{"cax-dw", ":A owl:disjointWith :B . :x a :A , :B . :y a :A .", "cax-dw, x type A, x type B"},
		{"cax-dw by what follows", ":A owl:disjointWith :B . :p rdfs:domain :C ; rdfs:range :B . :C rdfs:subClassOf :A . :x :p :x . :unrelated a :Thing .", "cax-dw, x type A, x type B"},
		{"cax-dw with itself", ":A owl:disjointWith :A . :x a :A .", "cax-dw, x type A"},
		{"cax-adc", "[] a owl:AllDisjointClasses ; owl:members ( :A :B :C ) . :x a :A , :C . :y a :B .", "cax-adc, x type A, x type C"},
		{"cax-adc of three", "[] a owl:AllDisjointClasses ; owl:members ( :A :B :C ) . :x a :A , :B , :C .",
			"cax-adc, x type A, x type B; cax-adc, x type A, x type C; cax-adc, x type B, x type C"},
		{"prp-irp", ":p a owl:IrreflexiveProperty . :x :p :x , :y .", "prp-irp, x p x"},
		{"prp-irp by what follows", ":p a owl:IrreflexiveProperty , owl:TransitiveProperty . :x :p :y . :y :p :x .", "prp-irp, x p x; prp-irp, y p y"},
		{"consistent", ":A owl:disjointWith :B . :p a owl:IrreflexiveProperty . :x a :A ; :p :y . :y a :B .", ""},
	} {
		g, th := theory(t, prefixes+tc.text)
		if got := strings.Join(clashes(g, th.Clashes(0)), "; "); got != tc.want {
			t.Errorf("%s: %s, want %s", tc.name, got, tc.want)
		}
	}
}

func TestClashesAreThoseOfTryingAllPairs(t *testing.T) {
	each(t, func(t *testing.T, asserted map[fact]bool, g *graph.Graph, theory *rules.Theory) {
		all := maps.Clone(asserted)
		naive(all)
		want := make(map[string]bool)
		for f := range all {
			if f[0] == f[2] && asserted[fact{f[1], "type", "IrreflexiveProperty"}] {
				want[fmt.Sprintf("prp-irp %s", f)] = true
			}
			for u := range asserted {
				if u[1] == "disjointWith" && f[1] == "type" && f[2] == u[0] && all[fact{f[0], "type", u[2]}] {
					want[fmt.Sprintf("cax-dw %s %s %s", u, f[0], f[1])] = true
				}
			}
		}
		got := make(map[string]bool)
		for _, c := range theory.Clashes(0) {
			if c.Rule == rules.Irreflexive {
				got[fmt.Sprintf("prp-irp %s", factOf(g, c.Triples[0]))] = true
				continue
			}
			f := factOf(g, c.Triples[0])
			got[fmt.Sprintf("cax-dw %s %s %s", factOf(g, c.Axiom), f[0], f[1])] = true
		}
		if !maps.Equal(got, want) {
			t.Errorf("%v, want %v", got, want)
		}
	})
}

func TestClashesStopAtTheLimit(t *testing.T) {
	_, th := theory(t, prefixes+":p a owl:IrreflexiveProperty . :x :p :x . :y :p :y . :A owl:disjointWith :B . :x a :A , :B . :y a :A , :B .")
	for limit, want := range map[int]int{0: 4, 1: 1, 3: 3, 9: 4} {
		if got := len(th.Clashes(limit)); got != want {
			t.Errorf("%d of up to %d", got, limit)
		}
	}
}

func TestWhatDoesNotFitItsKind(t *testing.T) {
	g, th := theory(t, string(ontology.Turtle())+`
@prefix x: <http://e/> .
x:measure a pg:Measure . x:mechanism a pg:Mechanism . x:problem a pg:Problem .`)
	id := func(name string) graph.ID { return named(t, g, name) }
	for _, tc := range []struct {
		s, p, o string
		want    []string
	}{
		{"measure", "targets", "mechanism", nil},
		{"problem", "targets", "mechanism", []string{"problem would be Measure and is Problem"}},
		{"mechanism", "targets", "problem", []string{"mechanism would be Measure and is Mechanism", "problem would be Mechanism and is Problem"}},
		{"measure", "addressedBy", "problem", []string{"measure would be Problem and is Measure", "problem would be Measure and is Problem"}},
	} {
		var got []string
		for _, m := range th.Misfits(graph.Triple{id(tc.s), id(tc.p), id(tc.o)}) {
			got = append(got, fmt.Sprintf("%s would be %s and is %s", name(g, m.Node), name(g, m.Class), name(g, m.Is)))
		}
		if !slices.Equal(got, tc.want) {
			t.Errorf("%s %s %s: %q, want %q", tc.s, tc.p, tc.o, got, tc.want)
		}
	}
}
