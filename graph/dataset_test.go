package graph_test

import (
	"cmp"
	"fmt"
	"iter"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/cayleygraph/quad"

	"policygraph/graph"
)

// store is the simple version of a Dataset, against which the real one is
// held: a set of statements, searched from one end to the other.
type store map[quad.Quad]bool

func (s store) match(p graph.Pattern) []quad.Quad {
	var out []quad.Quad
	for q := range s {
		if agrees(p.Subject, q.Subject) && agrees(p.Predicate, q.Predicate) && agrees(p.Object, q.Object) && agreesGraph(p.Graph, q.Label) {
			out = append(out, q)
		}
	}
	slices.SortFunc(out, compareQuads)
	return out
}

func agrees(pattern, v quad.Value) bool { return pattern == nil || pattern == v }

func agreesGraph(pattern, v quad.Value) bool {
	if pattern == graph.DefaultGraph {
		return v == nil
	}
	return agrees(pattern, v)
}

func compareQuads(a, b quad.Quad) int {
	return cmp.Or(compareTerms(a.Label, b.Label), compareTerms(a.Subject, b.Subject),
		compareTerms(a.Predicate, b.Predicate), compareTerms(a.Object, b.Object))
}

// compareTerms is term order, said as plainly as the documentation does.
func compareTerms(a, b quad.Value) int {
	x, y := sortKey(a), sortKey(b)
	return slices.Compare(x[:], y[:])
}

func sortKey(v quad.Value) [4]string {
	switch v := v.(type) {
	case quad.BNode:
		return [4]string{"1", string(v)}
	case quad.IRI:
		return [4]string{"2", string(v)}
	case quad.String:
		return [4]string{"3", string(v), "1"}
	case quad.LangString:
		return [4]string{"3", string(v.Value), "2", v.Lang}
	case quad.TypedString:
		return [4]string{"3", string(v.Value), "3", string(v.Type)}
	}
	return [4]string{}
}

// randomTerms is a pool with many near neighbours: shared prefixes, one
// lexical form under several kinds, texts that differ by a zero byte.
func randomTerms(r *rand.Rand) (subjects, predicates, objects []quad.Value) {
	for i := range 12 {
		iri := quad.IRI("http://example.org/" + strings.Repeat("long/", i%4) + fmt.Sprint(r.IntN(20)))
		subjects = append(subjects, iri, quad.BNode(fmt.Sprint("b", r.IntN(5))))
		predicates = append(predicates, quad.IRI(fmt.Sprint("http://example.org/p", i%4)))
		text := quad.String(strings.Repeat("\x00", r.IntN(3)) + strings.Repeat("x", r.IntN(10)) + strings.Repeat("\x00", r.IntN(10)))
		objects = append(objects, iri, text, quad.LangString{Value: text, Lang: []string{"nb", "en"}[r.IntN(2)]},
			quad.TypedString{Value: text, Type: predicates[0].(quad.IRI)})
	}
	return subjects, predicates, append(objects, subjects...)
}

func randomStore(r *rand.Rand, n int) store {
	subjects, predicates, objects := randomTerms(r)
	graphs := []quad.Value{nil, quad.IRI("http://example.org/g"), quad.BNode("g"), quad.IRI("http://example.org/long/1")}
	s := store{}
	for range n {
		s[quad.Quad{
			Subject:   subjects[r.IntN(len(subjects))],
			Predicate: predicates[r.IntN(len(predicates))],
			Object:    objects[r.IntN(len(objects))],
			Label:     graphs[r.IntN(1+r.IntN(len(graphs)))],
		}] = true
	}
	return s
}

// shuffled yields the statements in an order that is not theirs, some twice.
func (s store) shuffled(r *rand.Rand) []quad.Quad {
	all := slices.Collect(maps.Keys(s))
	all = append(all, all[:len(all)/2]...)
	r.Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
	return all
}

func build(t testing.TB, quads []quad.Quad) *graph.Dataset {
	t.Helper()
	var b graph.Builder
	for _, q := range quads {
		if err := b.Add(q); err != nil {
			t.Fatalf("adding %v: %v", q, err)
		}
	}
	return b.Dataset()
}

// patterns yields, for a statement, the pattern for each choice of given parts.
func patterns(q quad.Quad) iter.Seq[graph.Pattern] {
	return func(yield func(graph.Pattern) bool) {
		for bits := range 16 {
			p := graph.Pattern{}
			if bits&1 != 0 {
				p.Subject = q.Subject
			}
			if bits&2 != 0 {
				p.Predicate = q.Predicate
			}
			if bits&4 != 0 {
				p.Object = q.Object
			}
			if bits&8 != 0 {
				if p.Graph = q.Label; q.Label == nil {
					p.Graph = graph.DefaultGraph
				}
			}
			if !yield(p) {
				return
			}
		}
	}
}

func TestMatchAgreesWithASearchOfAllStatements(t *testing.T) {
	for seed := range uint64(60) {
		r := rand.New(rand.NewPCG(seed, 1))
		s := randomStore(r, r.IntN(400))
		d := build(t, s.shuffled(r))
		if d.Len() != len(s) {
			t.Fatalf("seed %d: %d statements, want %d", seed, d.Len(), len(s))
		}
		for q := range s {
			for p := range patterns(q) {
				got, want := slices.Collect(d.Match(p)), s.match(p)
				if !slices.Equal(got, want) {
					t.Fatalf("seed %d: pattern %v:\n got %v\nwant %v", seed, p, got, want)
				}
			}
			if r.IntN(4) == 0 {
				break
			}
		}
	}
}

func TestOrderDoesNotDependOnTheOrderOfAdding(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 7))
	s := randomStore(r, 500)
	want := s.match(graph.Pattern{})
	for range 5 {
		if got := slices.Collect(build(t, s.shuffled(r)).Quads()); !slices.Equal(got, want) {
			t.Fatal("another order of adding gave another order of statements")
		}
	}
}

func TestIDsFollowTermOrderAndLookupFindsThem(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 3))
	d := build(t, randomStore(r, 800).shuffled(r))
	for id := graph.ID(1); id <= graph.ID(d.Terms()); id++ {
		if got, ok := d.Lookup(d.Term(id)); !ok || got != id {
			t.Fatalf("Lookup(Term(%d)) = %d, %v", id, got, ok)
		}
		if id > 1 && compareTerms(d.Term(id-1), d.Term(id)) >= 0 {
			t.Fatalf("term %d %v does not stand after %v", id, d.Term(id), d.Term(id-1))
		}
	}
	for _, v := range []quad.Value{nil, quad.IRI("http://example.org/none"), quad.String("none"), quad.BNode("none"), quad.IRI("no good")} {
		if id, ok := d.Lookup(v); ok || id != 0 {
			t.Errorf("Lookup(%v) = %d, %v; want 0, false", v, id, ok)
		}
	}
}

func TestCountsAndSlicesAgreeWithMatch(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 5))
	d := build(t, randomStore(r, 600).shuffled(r))
	for _, g := range append(d.Graphs(), d.Union()) {
		for triple := range g.Match(0, 0, 0) {
			for bits := range 8 {
				s, p, o := masked(triple, bits)
				want := 0
				for m := range g.Match(s, p, o) {
					if (s != 0 && m[0] != s) || (p != 0 && m[1] != p) || (o != 0 && m[2] != o) {
						t.Fatalf("Match(%d, %d, %d) gave %v", s, p, o, m)
					}
					want++
				}
				if got := g.Count(s, p, o); got != want {
					t.Fatalf("Count(%d, %d, %d) = %d, Match gives %d", s, p, o, got, want)
				}
			}
			s, p, o := triple[0], triple[1], triple[2]
			if !g.Has(triple) || !slices.Contains(g.Objects(s, p), o) || !slices.Contains(g.Subjects(p, o), s) || !slices.Contains(g.Predicates(s, o), p) {
				t.Fatalf("%v is missing from a slice", triple)
			}
		}
	}
}

func masked(t graph.Triple, bits int) (s, p, o graph.ID) {
	for i := range t {
		if bits>>i&1 == 0 {
			t[i] = 0
		}
	}
	return t[0], t[1], t[2]
}

func TestUnionHoldsEachTripleOnce(t *testing.T) {
	a := quad.MakeIRI("http://a/s", "http://a/p", "http://a/o", "")
	b := quad.MakeIRI("http://a/s", "http://a/p", "http://a/o", "http://a/g")
	d := build(t, []quad.Quad{a, b})
	if d.Len() != 2 || d.Union().Len() != 1 {
		t.Errorf("%d statements and %d in the union, want 2 and 1", d.Len(), d.Union().Len())
	}
	if one := build(t, []quad.Quad{b}); one.Union() != one.Graphs()[0] {
		t.Error("the union of one graph is not that graph")
	}
}

func TestDefaultGraphAnyGraphAndUnknownGraphAreThreeThings(t *testing.T) {
	d := build(t, []quad.Quad{
		quad.MakeIRI("http://a/1", "http://a/p", "http://a/o", ""),
		quad.MakeIRI("http://a/2", "http://a/p", "http://a/o", "http://a/g"),
	})
	for _, c := range []struct {
		graph quad.Value
		want  int
	}{{nil, 2}, {graph.DefaultGraph, 1}, {quad.IRI("http://a/g"), 1}, {quad.IRI("http://a/o"), 0}, {quad.IRI("http://a/none"), 0}} {
		if got := len(slices.Collect(d.Match(graph.Pattern{Graph: c.graph}))); got != c.want {
			t.Errorf("graph %v: %d statements, want %d", c.graph, got, c.want)
		}
	}
}

func TestAbsorbEqualsCollectingInOneBuilder(t *testing.T) {
	r := rand.New(rand.NewPCG(11, 2))
	all := randomStore(r, 900).shuffled(r)
	want := build(t, all)
	var parts [3]graph.Builder
	for i, q := range all {
		if err := parts[i%3].Add(q); err != nil {
			t.Fatal(err)
		}
	}
	for i := 1; i < 3; i++ {
		if err := parts[0].Absorb(&parts[i]); err != nil {
			t.Fatal(err)
		}
		if parts[i].Len() != 0 {
			t.Error("the absorbed builder is not empty")
		}
	}
	if parts[0].Len() != len(all) {
		t.Errorf("%d statements added, want %d", parts[0].Len(), len(all))
	}
	got := parts[0].Dataset()
	if !slices.Equal(slices.Collect(got.Quads()), slices.Collect(want.Quads())) {
		t.Error("three builders joined gave another dataset than one")
	}
}

func TestAnEmptyDatasetAnswers(t *testing.T) {
	d := new(graph.Builder).Dataset()
	if d.Len() != 0 || d.Terms() != 0 || d.Union().Len() != 0 || d.Graph(0).Count(0, 0, 0) != 0 {
		t.Error("an empty dataset is not empty")
	}
	if n := len(slices.Collect(d.Quads())); n != 0 {
		t.Errorf("%d statements in an empty dataset", n)
	}
	for range d.Graph(0).AllSubjects() {
		t.Error("a subject in an empty graph")
	}
}

// Thousands of small graphs beside one large one take sparse directories; a
// mistake there would not show in the small random datasets above.
func TestSmallGraphsBesideALargeOne(t *testing.T) {
	var quads []quad.Quad
	for i := range 4000 {
		s := fmt.Sprintf("http://a/%d", i)
		quads = append(quads, quad.MakeIRI(s, "http://a/p", s+"/o", ""), quad.MakeIRI(s, "http://a/q", "http://a/o", s+"/g"))
	}
	d := build(t, quads)
	for i := range 4000 {
		s := quad.IRI(fmt.Sprintf("http://a/%d", i))
		got := slices.Collect(d.Match(graph.Pattern{Graph: s + "/g", Object: quad.IRI("http://a/o")}))
		if len(got) != 1 || got[0].Subject != s {
			t.Fatalf("graph %d holds %v", i, got)
		}
	}
}
