package path

import (
	"cmp"
	"fmt"
	"iter"
	"math"
	"slices"

	"policygraph/graph"
)

// Hop is one edge of a way: a triple of the graph, walked from its object to
// its subject where Inverse is set.
type Hop struct {
	Subject, Predicate, Object graph.ID
	Inverse                    bool
}

// From is the node that the edge is walked from.
func (h Hop) From() graph.ID {
	if h.Inverse {
		return h.Object
	}
	return h.Subject
}

// To is the node that the edge is walked to.
func (h Hop) To() graph.ID {
	if h.Inverse {
		return h.Subject
	}
	return h.Object
}

// HopOptions say which ways [Compiled.Hops] finds. Zero fields stand for their
// defaults.
type HopOptions struct {
	Shortest  bool // only ways of the least length
	MaxLength int  // edges of a way: 32
	Limit     int  // ways: no limit
	MaxSteps  int  // edges to look at, those of shorter ways again for longer ones: 10 million

	// Stop is asked now and then, also where no way is found for long. Its first
	// error ends the search, and comes last.
	Stop func() error
}

// polled is after how many edges Stop is asked, each time.
const polled = 1024

const (
	defaultMaxLength = 32
	defaultMaxSteps  = 10_000_000
)

// Hops returns the ways that the path takes from start to end, or to any node
// where end is 0: their edges in order, each way once. A way goes through no
// node twice, but it may end where it started. The way without edges, where
// the path has it, comes as an empty slice.
//
// Shorter ways come first; ways of one length are in order of their edges:
// forward ones first, then by predicate, then by the node they lead to. Each
// slice belongs to the caller.
//
// An error comes last. It is that of Stop, or wraps [ErrLimit]: MaxSteps were not
// enough, or the path names more than 64 edges.
func (c *Compiled) Hops(start, end graph.ID, o HopOptions) iter.Seq2[[]Hop, error] {
	return func(yield func([]Hop, error) bool) {
		a, err := newPositions(c.path, c.g)
		if err != nil {
			yield(nil, err)
			return
		}
		w := walker{
			positions: a, end: end, yield: yield,
			shortest: o.Shortest,
			length:   cmp.Or(o.MaxLength, defaultMaxLength),
			ways:     cmp.Or(o.Limit, math.MaxInt),
			steps:    cmp.Or(o.MaxSteps, defaultMaxSteps),
			stop:     o.Stop,
			visited:  map[graph.ID]bool{start: true},
		}
		w.walk(start, c.MatchesEmpty())
		switch {
		case w.err != nil:
			yield(nil, w.err)
		case w.steps < 0 && !w.stopped:
			yield(nil, fmt.Errorf("%w: not all ways were found", ErrLimit))
		}
	}
}

// walker looks for ways, one length after another.
type walker struct {
	*positions
	end      graph.ID // 0 for any
	shortest bool
	length   int // the most edges of a way
	ways     int // how many more may be found
	steps    int // how many more edges may be looked at
	yield    func([]Hop, error) bool
	stop     func() error // nil for never
	left     distances

	way     []Hop
	visited map[graph.ID]bool
	found   bool // a way, of any length so far
	deeper  bool // something was left for longer ways
	stopped bool
	err     error // of stop
}

func (w *walker) walk(start graph.ID, empty bool) {
	if empty && (w.end == 0 || w.end == start) {
		w.find()
	}
	w.left = w.distances()
	for n := 1; n <= w.length && !w.done(); n++ {
		w.deeper = false
		w.from(start, w.first, n)
		if !w.deeper {
			return
		}
	}
}

// done reports whether no longer way is to be looked for.
func (w *walker) done() bool { return w.stopped || w.steps < 0 || w.shortest && w.found }

// find hands out the current way.
func (w *walker) find() {
	w.found = true
	w.ways--
	w.stopped = !w.yield(slices.Clone(w.way), nil) || w.ways == 0
}

// from looks for ways of exactly n more edges, the next of which is at one of
// the positions in next.
func (w *walker) from(at graph.ID, next posSet, n int) {
	near, far := w.left.within(at, next, n)
	w.deeper = w.deeper || far
	for _, e := range w.edges(at, near) {
		if !w.step() {
			return
		}
		to := e.To()
		w.way = append(w.way, e.Hop)
		switch {
		case n > 1:
			w.through(to, w.behind(e.at), n-1)
		case e.at&w.last != 0 && (w.end == 0 || w.end == to) && (!w.visited[to] || to == w.way[0].From()):
			w.find()
			fallthrough
		default:
			w.deeper = w.deeper || w.canPass(to) && w.left.any(to, w.behind(e.at))
		}
		w.way = w.way[:len(w.way)-1]
	}
}

// step counts an edge that is looked at, and reports whether to go on.
func (w *walker) step() bool {
	w.steps--
	if w.stop != nil && w.steps%polled == 0 && !w.stopped {
		w.err = w.stop()
		w.stopped = w.err != nil
	}
	return !w.stopped && w.steps >= 0
}

// through goes on from a node, unless the way was there or ends there.
func (w *walker) through(to graph.ID, next posSet, n int) {
	if !w.canPass(to) {
		return
	}
	w.visited[to] = true
	w.from(to, next, n)
	delete(w.visited, to)
}

func (w *walker) canPass(n graph.ID) bool { return !w.visited[n] && n != w.end }

// edge is an edge with the positions it can be at.
type edge struct {
	Hop
	at posSet
}

// edges are those at any of the positions that lead away from a node, each
// once, in order.
func (w *walker) edges(from graph.ID, at posSet) (all []edge) {
	at.each(func(p int) {
		for _, h := range w.hops(nil, w.labels[p], from) {
			all = append(all, edge{h, 1 << p})
		}
	})
	slices.SortFunc(all, func(a, b edge) int { return compareHops(a.Hop, b.Hop) })
	out := all[:0]
	for _, e := range all {
		if last := len(out) - 1; last >= 0 && out[last].Hop == e.Hop {
			out[last].at |= e.at
			continue
		}
		out = append(out, e)
	}
	return out
}

// compareHops is the order of edges from one node.
func compareHops(a, b Hop) int {
	switch {
	case a.Inverse == b.Inverse:
		return cmp.Or(cmp.Compare(a.Predicate, b.Predicate), cmp.Compare(a.To(), b.To()))
	case b.Inverse:
		return -1
	}
	return 1
}
