package path_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/cayleygraph/quad"

	"policygraph/graph"
	"policygraph/graph/path"
	"policygraph/graph/path/token"
)

const ns = "http://e/"

// options let paths be written with bare names of the namespace ns.
var options = path.Options{
	Options: token.Options{Prefixes: map[string]string{"e": ns}},
	Resolve: func(name string) (quad.IRI, bool) { return ns + quad.IRI(name), !strings.HasPrefix(name, "un") },
}

// dataset makes a graph of words: subject, predicate, object, and so on.
func dataset(t testing.TB, text string) *graph.Dataset {
	t.Helper()
	var b graph.Builder
	for words := range slices.Chunk(strings.Fields(text), 3) {
		var terms [3]quad.Value
		for i, w := range words {
			if terms[i] = quad.IRI(ns + w); strings.HasPrefix(w, `"`) {
				terms[i] = quad.String(strings.Trim(w, `"`))
			}
		}
		if err := b.Add(quad.Quad{Subject: terms[0], Predicate: terms[1], Object: terms[2]}); err != nil {
			t.Fatal(err)
		}
	}
	return b.Dataset()
}

func parse(t testing.TB, text string) path.Path {
	t.Helper()
	p, err := path.Parse(text, options)
	if err != nil {
		t.Fatalf("%s: %v", text, err)
	}
	return p
}

// words are the local names of terms.
func words(d *graph.Dataset, ids []graph.ID) string {
	var b strings.Builder
	for i, id := range ids {
		if i > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(strings.TrimPrefix(d.Text(id), ns))
	}
	return b.String()
}

// The graph of the tables: a chain a b c d, a ring x y z, and a diamond whose
// sides are told apart by q.
const example = `
	a p b  b p c  c p d
	x p y  y p z  z p x
	m p l  m p r  l p n  r p n  m q n  l q "lit"`

func TestFrom(t *testing.T) {
	d := dataset(t, example)
	for _, c := range []struct{ path, start, from, each, to string }{
		{"p", "a", "b", "b", ""},
		{"p", "b", "c", "c", "a"},
		{"^p", "b", "a", "a", "c"},
		{"p/p", "a", "c", "c", ""},
		{"p/p", "m", "n", "n n", ""},
		{"^(p/p)", "n", "m", "m m", ""},
		{"p|q", "m", "l n r", "l r n", ""},
		{"p|p", "a", "b", "b b", ""},
		{"p*", "a", "a b c d", "a b c d", "a"},
		{"p*", "d", "d", "d", "a b c d"},
		{"p+", "a", "b c d", "b c d", ""},
		{"p?", "a", "a b", "a b", "a"},
		{"p*", "x", "x y z", "x y z", "x y z"},
		{"p+", "x", "x y z", "x y z", "x y z"},
		{"p/p+", "x", "x y z", "x y z", "x y z"},
		{"p/p?", "m", "l n r", "l n n r", ""},
		{"p*", "m", "l m n r", "l m n r", "m"},
		{"(p/p)*", "a", "a c", "a c", "a"},
		{"(p|^p)+", "b", "a b c d", "a b c d", "a b c d"},
		{"(p*)+", "a", "a b c d", "a b c d", "a"},
		{"(p+)?", "a", "a b c d", "a b c d", "a"},
		{"(p?/q?)+", "m", "l m n r lit", "l m n r lit", "m"},
		{"!p", "m", "n", "n", ""},
		{"!q", "m", "l r", "l r", ""},
		{"!()", "m", "l n r", "l r n", ""},
		{"!^p", "n", "m", "m", ""},
		{"!(p|^q)", "n", "l r", "l r", "m"},
		{"!p/^q", "l", "l", "l", "l"},
		{"e:unheard", "a", "", "", ""},
		{"e:unheard*", "a", "a", "a", "a"},
		{"p/e:unheard?", "a", "b", "b", ""},
		{"p/(p|e:unheard)", "a", "c", "c", ""},
	} {
		start, _ := d.Lookup(quad.IRI(ns + c.start))
		compiled := path.Compile(parse(t, c.path), d.Graph(0))
		for _, got := range []struct{ name, got, want string }{
			{"From", words(d, slices.Collect(compiled.From(start))), c.from},
			{"EachFrom", words(d, slices.Collect(compiled.EachFrom(start))), c.each},
			{"To", words(d, slices.Collect(compiled.To(start))), c.to},
		} {
			if got.got != got.want {
				t.Errorf("%s: %s %s: got %q, want %q", got.name, c.start, c.path, got.got, got.want)
			}
		}
	}
}

func TestZeroLengthFromWhatIsNotInTheGraph(t *testing.T) {
	var b graph.Builder
	if err := b.Add(quad.Quad{Subject: quad.IRI("x:s"), Predicate: quad.IRI("x:p"), Object: quad.IRI("x:o"), Label: quad.IRI("x:g")}); err != nil {
		t.Fatal(err)
	}
	d := b.Dataset()
	p, _ := d.Lookup(quad.IRI("x:p"))
	for text, want := range map[string]bool{"<x:p>*": true, "<x:p>?": true, "<x:p>+": false, "<x:p>?/<x:p>*": true, "<x:p>|<x:p>?": true, "<x:p>": false} {
		for _, g := range []*graph.Graph{d.Union(), d.Graph(0)} {
			c := path.Compile(parse(t, text), g)
			if c.MatchesEmpty() != want || c.Has(p, p) != want {
				t.Errorf("%s: got %v, %v, want %v", text, c.MatchesEmpty(), c.Has(p, p), want)
			}
			pairs := 0
			for s, o := range c.Pairs() {
				pairs++
				if s == p || o == p {
					t.Errorf("%s: a pair with a term that is no node", text)
				}
			}
			if g.Len() == 0 && pairs > 0 {
				t.Errorf("%s: %d pairs in an empty graph", text, pairs)
			}
		}
	}
}

// randomPath is a path over the predicates p0 to p3.
func randomPath(r *rand.Rand, depth int) path.Path {
	iri := func() quad.IRI { return quad.IRI(fmt.Sprint(ns, "p", r.IntN(4))) }
	if depth == 0 {
		return path.IRI(iri())
	}
	sub := func() path.Path { return randomPath(r, depth-1) }
	switch r.IntN(9) {
	case 0:
		return path.Inverse{Path: sub()}
	case 1, 2:
		return path.Sequence{sub(), sub()}
	case 3:
		return path.Alternative{sub(), sub(), sub()}
	case 4:
		return path.ZeroOrMore{Path: sub()}
	case 5:
		return path.OneOrMore{Path: sub()}
	case 6:
		return path.ZeroOrOne{Path: sub()}
	case 7:
		return path.NegatedPropertySet{Forward: []quad.IRI{iri()}, Inverse: []quad.IRI{iri(), iri()}}
	}
	return path.NegatedPropertySet{Inverse: []quad.IRI{iri()}}
}

// randomGraph has up to 70 nodes, more than are walked from at once.
func randomGraph(t *testing.T, r *rand.Rand) *graph.Dataset {
	var b strings.Builder
	nodes := 3 + r.IntN(68)
	for range r.IntN(3 * nodes) {
		fmt.Fprintf(&b, "n%d p%d n%d ", r.IntN(nodes), r.IntN(3), r.IntN(nodes))
	}
	return dataset(t, b.String())
}

// TestAnswersAreThoseOfTheSpecification compares every way to ask with a
// literal reading of section 18.4.
func TestAnswersAreThoseOfTheSpecification(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 150 {
		d := randomGraph(t, r)
		g := d.Graph(0)
		p := randomPath(r, r.IntN(4))
		testAnswers(t, p, g)
		if t.Failed() {
			t.Fatalf("%s over\n%v", p, slices.Collect(d.Quads()))
		}
	}
}

func testAnswers(t *testing.T, p path.Path, g *graph.Graph) {
	t.Helper()
	o, c := oracle{g}, path.Compile(p, g)
	nodes := o.nodes()
	var forward, backward [][2]graph.ID
	to := make(map[graph.ID][]graph.ID)
	for _, start := range nodes {
		bag := o.ends(p, start)
		slices.Sort(bag)
		check(t, "EachFrom", slices.Sorted(c.EachFrom(start)), bag)
		for first := range c.EachFrom(start) {
			check(t, "the first of EachFrom", []graph.ID{first}, slices.Collect(c.EachFrom(start))[:1])
			break
		}
		set := distinct(bag)
		check(t, "From", slices.Collect(c.From(start)), set)
		for _, end := range set {
			forward = append(forward, [2]graph.ID{start, end})
			to[end] = append(to[end], start)
		}
		for _, end := range nodes {
			if _, want := slices.BinarySearch(set, end); c.Has(start, end) != want {
				t.Errorf("Has(%d, %d): want %v", start, end, want)
			}
		}
	}
	for _, end := range nodes {
		check(t, "To", slices.Collect(c.To(end)), to[end])
		check(t, "EachTo", distinct(slices.Collect(c.EachTo(end))), to[end])
		for _, start := range to[end] {
			backward = append(backward, [2]graph.ID{end, start})
		}
	}
	check(t, "PairsFrom", pairs(c.PairsFrom(nodes...)), forward)
	check(t, "PairsTo", pairs(c.PairsTo(nodes...)), backward)
	sorted := pairs(c.Pairs())
	slices.SortFunc(sorted, func(a, b [2]graph.ID) int { return slices.Compare(a[:], b[:]) })
	check(t, "Pairs", sorted, forward)
	half := nodes[:len(nodes)/2]
	var ends, starts []graph.ID
	for _, n := range half {
		ends, starts = append(ends, o.ends(p, n)...), append(starts, to[n]...)
	}
	check(t, "FromSet", slices.Collect(c.FromSet(half...)), distinct(ends))
	check(t, "ToSet", slices.Collect(c.ToSet(half...)), distinct(starts))
}

func pairs(seq func(func(a, b graph.ID) bool)) (all [][2]graph.ID) {
	seq(func(a, b graph.ID) bool {
		all = append(all, [2]graph.ID{a, b})
		return true
	})
	return all
}

func check[T comparable](t *testing.T, name string, got, want []T) {
	t.Helper()
	if !slices.Equal(got, want) {
		t.Errorf("%s: got %v, want %v", name, got, want)
	}
}
