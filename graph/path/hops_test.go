package path_test

import (
	"errors"
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/cayleygraph/quad"

	"policygraph/graph"
	"policygraph/graph/path"
)

// way shows a way: a -p> b <q- c.
func way(d *graph.Dataset, hops []path.Hop) string {
	if len(hops) == 0 {
		return "."
	}
	text := words(d, []graph.ID{hops[0].From()})
	for _, h := range hops {
		arrow := " -%s> %s"
		if h.Inverse {
			arrow = " <%s- %s"
		}
		text += fmt.Sprintf(arrow, words(d, []graph.ID{h.Predicate}), words(d, []graph.ID{h.To()}))
	}
	return text
}

func TestHops(t *testing.T) {
	d := dataset(t, example)
	for _, c := range []struct {
		path, start, end string
		o                path.HopOptions
		want             []string
	}{
		{"p", "a", "", path.HopOptions{}, []string{"a -p> b"}},
		{"^p", "b", "", path.HopOptions{}, []string{"b <p- a"}},
		{"p*", "a", "c", path.HopOptions{}, []string{"a -p> b -p> c"}},
		{"p*", "a", "", path.HopOptions{}, []string{".", "a -p> b", "a -p> b -p> c", "a -p> b -p> c -p> d"}},
		{"p*", "a", "", path.HopOptions{MaxLength: 1}, []string{".", "a -p> b"}},
		{"p*", "a", "", path.HopOptions{Limit: 3}, []string{".", "a -p> b", "a -p> b -p> c"}},
		{"p*", "a", "a", path.HopOptions{}, []string{"."}},
		{"p*/p*", "a", "b", path.HopOptions{}, []string{"a -p> b"}},
		{"p|p|!q", "a", "b", path.HopOptions{}, []string{"a -p> b"}},
		{"^(p/p)", "c", "", path.HopOptions{}, []string{"c <p- b <p- a"}},
		{"(p|q)+", "m", "n", path.HopOptions{}, []string{"m -q> n", "m -p> l -p> n", "m -p> r -p> n"}},
		{"(p|q)+", "m", "n", path.HopOptions{Shortest: true}, []string{"m -q> n"}},
		{"p+", "m", "n", path.HopOptions{Shortest: true}, []string{"m -p> l -p> n", "m -p> r -p> n"}},
		{"p+", "x", "x", path.HopOptions{}, []string{"x -p> y -p> z -p> x"}},
		{"p+", "x", "", path.HopOptions{}, []string{"x -p> y", "x -p> y -p> z", "x -p> y -p> z -p> x"}},
		{"p/p/p/p", "x", "y", path.HopOptions{}, nil},
		{"p+", "d", "a", path.HopOptions{}, nil},
		{"p?", "d", "", path.HopOptions{}, []string{"."}},
		{"p/^p", "m", "", path.HopOptions{}, []string{"m -p> l <p- m", "m -p> r <p- m"}},
		{"^p/p/q", "l", "lit", path.HopOptions{}, nil},
		{"!p/^p", "m", "", path.HopOptions{}, []string{"m -q> n <p- l", "m -q> n <p- r"}},
		{"!(q|^q)", "l", "", path.HopOptions{}, []string{"l -p> n", "l <p- m"}},
		{"!()/q", "m", "lit", path.HopOptions{}, []string{"m -p> l -q> lit"}},
		{"e:unheard?/p", "a", "", path.HopOptions{}, []string{"a -p> b"}},
		{"(p?/q?)+", "m", "lit", path.HopOptions{}, []string{"m -p> l -q> lit"}},
	} {
		start, _ := d.Lookup(quad.IRI(ns + c.start))
		end, _ := d.Lookup(quad.IRI(ns + c.end))
		if c.end == "lit" {
			end, _ = d.Lookup(quad.String("lit"))
		}
		var got []string
		for hops, err := range path.Compile(parse(t, c.path), d.Graph(0)).Hops(start, end, c.o) {
			if err != nil {
				t.Errorf("%s: %v", c.path, err)
			}
			got = append(got, way(d, hops))
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s from %s to %q: got %q, want %q", c.path, c.start, c.end, got, c.want)
		}
	}
}

func TestHopsEndAtTheirLimits(t *testing.T) {
	var b strings.Builder
	for i := range 40 {
		for j := range 40 {
			fmt.Fprintf(&b, "n%d p n%d ", i, j)
		}
	}
	d := dataset(t, b.String())
	start, _ := d.Lookup(quad.IRI(ns + "n0"))
	end, _ := d.Lookup(quad.IRI(ns + "n1"))
	last := func(text string, o path.HopOptions) (n int, err error) {
		for _, err = range path.Compile(parse(t, text), d.Graph(0)).Hops(start, end, o) {
			n++
		}
		return n, err
	}
	if _, err := last("p*", path.HopOptions{MaxSteps: 1000}); !errors.Is(err, path.ErrLimit) {
		t.Errorf("too few steps: got %v", err)
	}
	if n, err := last("p*", path.HopOptions{Limit: 100}); n != 100 || err != nil {
		t.Errorf("a limit of ways: got %d, %v", n, err)
	}
	if _, err := last(strings.Repeat("p/", 64)+"p", path.HopOptions{}); !errors.Is(err, path.ErrLimit) {
		t.Errorf("too many edges: got %v", err)
	}
	if n, err := last(strings.Repeat("p?/", 63)+"p", path.HopOptions{Limit: 2}); n != 2 || err != nil {
		t.Errorf("as many edges as there may be: got %d, %v", n, err)
	}
}

// On a complete graph with no way to the end all ways are looked at, and none is
// handed out that a caller could stop at.
func TestHopsStopWhenTheyAreTold(t *testing.T) {
	var b strings.Builder
	for i := range 40 {
		for j := range 40 {
			fmt.Fprintf(&b, "n%d p n%d ", i, j)
		}
	}
	d := dataset(t, b.String()+"n0 q end")
	start, _ := d.Lookup(quad.IRI(ns + "n0"))
	end, _ := d.Lookup(quad.IRI(ns + "end"))
	asked, enough := 0, errors.New("enough")
	o := path.HopOptions{MaxSteps: math.MaxInt, Stop: func() error {
		if asked++; asked == 3 {
			return enough
		}
		return nil
	}}
	var last error
	for way, err := range path.Compile(parse(t, "p/p/p/p/p/p/p/p/p/p/p/p/q"), d.Graph(0)).Hops(start, end, o) {
		if err == nil {
			t.Fatalf("found %v", way)
		}
		last = err
	}
	if !errors.Is(last, enough) || asked != 3 {
		t.Errorf("asked %d times, then got %v", asked, last)
	}
}

// TestHopsAreAllSimpleWays compares with all simple ways of a small graph, each
// held against the path by itself.
func TestHopsAreAllSimpleWays(t *testing.T) {
	const longest = 4
	r := rand.New(rand.NewPCG(3, 4))
	for range 120 {
		var text strings.Builder
		nodes := 2 + r.IntN(4)
		for range 1 + r.IntN(8) {
			fmt.Fprintf(&text, "n%d p%d n%d ", r.IntN(nodes), r.IntN(3), r.IntN(nodes))
		}
		d := dataset(t, text.String())
		g, p := d.Graph(0), randomPath(r, r.IntN(4))
		m := matcher{d}
		for _, start := range (oracle{g}).nodes() {
			var want []string
			for _, hops := range simpleWays(g, []path.Hop{}, start, longest) {
				if m.matches(p, hops) {
					want = append(want, way(d, hops))
				}
			}
			slices.Sort(want)
			var got []string
			for hops, err := range path.Compile(p, g).Hops(start, 0, path.HopOptions{MaxLength: longest}) {
				if err != nil {
					t.Fatal(err)
				}
				got = append(got, way(d, hops))
			}
			testEnds(t, p, g, start, got)
			slices.Sort(got)
			if !slices.Equal(got, want) {
				t.Fatalf("%s from %d over\n%v\ngot  %q\nwant %q", p, start, slices.Collect(d.Quads()), got, want)
			}
		}
	}
}

// testEnds holds that the ways to each node by itself are those among all.
func testEnds(t *testing.T, p path.Path, g *graph.Graph, start graph.ID, all []string) {
	t.Helper()
	n := 0
	for _, end := range (oracle{g}).nodes() {
		for hops, err := range path.Compile(p, g).Hops(start, end, path.HopOptions{MaxLength: 4}) {
			if err != nil || !slices.Contains(all, way(g.Dataset(), hops)) {
				t.Fatalf("%s: %s to %d is not among %q (%v)", p, way(g.Dataset(), hops), end, all, err)
			}
			n++
		}
	}
	if n != len(all) {
		t.Fatalf("%s: %d ways by their ends, %d in all", p, n, len(all))
	}
}

// simpleWays are all of at most n more edges.
func simpleWays(g *graph.Graph, so []path.Hop, at graph.ID, n int) [][]path.Hop {
	all := [][]path.Hop{slices.Clone(so)}
	closed := len(so) > 0 && at == so[0].From()
	if n == 0 || closed {
		return all
	}
	for tr := range g.Match(0, 0, 0) {
		for _, inverse := range []bool{false, true} {
			h := path.Hop{Subject: tr.Subject(), Predicate: tr.Predicate(), Object: tr.Object(), Inverse: inverse}
			again := slices.ContainsFunc(so, func(before path.Hop) bool { return before.To() == h.To() })
			if h.From() == at && !again {
				all = append(all, simpleWays(g, append(slices.Clip(so), h), h.To(), n-1)...)
			}
		}
	}
	return all
}

// matcher says whether edges one after another are a way of a path.
type matcher struct{ d *graph.Dataset }

func (m matcher) matches(p path.Path, hops []path.Hop) bool {
	switch p := p.(type) {
	case path.IRI:
		return len(hops) == 1 && !hops[0].Inverse && m.iri(hops[0]) == quad.IRI(p)
	case path.Inverse:
		turned := slices.Clone(hops)
		slices.Reverse(turned)
		for i := range turned {
			turned[i].Inverse = !turned[i].Inverse
		}
		return m.matches(p.Path, turned)
	case path.Sequence:
		for i := range len(hops) + 1 {
			if m.matches(p[0], hops[:i]) && (len(p) == 2 && m.matches(p[1], hops[i:]) || len(p) > 2 && m.matches(p[1:], hops[i:])) {
				return true
			}
		}
	case path.Alternative:
		return slices.ContainsFunc(p, func(p path.Path) bool { return m.matches(p, hops) })
	case path.ZeroOrOne:
		return len(hops) == 0 || m.matches(p.Path, hops)
	case path.ZeroOrMore:
		return len(hops) == 0 || m.repeated(p.Path, hops)
	case path.OneOrMore:
		return m.matches(p.Path, hops) || m.repeated(p.Path, hops)
	case path.NegatedPropertySet:
		if len(hops) != 1 {
			return false
		}
		if hops[0].Inverse {
			return len(p.Inverse) > 0 && !slices.Contains(p.Inverse, m.iri(hops[0]))
		}
		return (len(p.Forward) > 0 || len(p.Inverse) == 0) && !slices.Contains(p.Forward, m.iri(hops[0]))
	}
	return false
}

// repeated is p one or more times, each of one edge or more.
func (m matcher) repeated(p path.Path, hops []path.Hop) bool {
	for i := 1; i <= len(hops); i++ {
		if m.matches(p, hops[:i]) && (i == len(hops) || m.repeated(p, hops[i:])) {
			return true
		}
	}
	return false
}

func (m matcher) iri(h path.Hop) quad.IRI { return quad.IRI(m.d.Text(h.Predicate)) }
