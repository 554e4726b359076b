package sparql

import (
	"fmt"
	"iter"
	"slices"

	"github.com/cayleygraph/quad"

	"policygraph/graph"
	"policygraph/graph/path"
	"policygraph/graph/sparql/syntax"
)

func iri(p path.IRI) quad.IRI { return quad.IRI(p) }

// pathScan matches a property path pattern, from whichever end is bound.
type pathScan struct {
	info
	source   source
	path     path.Path
	s, o     position
	set      bool   // whether repetitions make no difference
	remember bool   // whether it is likely to be asked about one node again
	constant varSet // slots that an EXISTS may have made constants
	snapshot int    // of that EXISTS
}

func (c *compiler) path(a syntax.Path, src source, in inputs, rows float64) operator {
	return &pathScan{
		info:   info{text: fmt.Sprintf("path %s %s %s", a.Subject, a.Path, a.Object), rows: rows},
		source: src, path: a.Path, s: c.position(a.Subject), o: c.position(a.Object),
		set: in.distinct, remember: in.rows > fewRows, constant: in.outer, snapshot: in.snapshot,
	}
}

// fewRows is up to how many rows it does not pay to remember where a path
// leads.
const fewRows = 16

func (op *pathScan) start(x *run, next step) step {
	w := &walker{op: op, x: x, next: next, s: op.s.resolved(x), o: op.o.resolved(x)}
	return w.step
}

type walker struct {
	op    *pathScan
	x     *run
	next  step
	s, o  position
	graph *graph.Graph
	path  *path.Compiled

	forward, backward *reachable
}

func (w *walker) step() bool {
	if g := w.op.source.at(w.x); g != w.graph {
		w.graph, w.path = g, path.Compile(w.op.path, g)
		w.forward = newReachable(w.x, g, w.op.path, false, w.op.set, w.op.remember)
		w.backward = newReachable(w.x, g, w.op.path, true, w.op.set, w.op.remember)
	}
	s, o := w.s.in(w.x.row), w.o.in(w.x.row)
	if s != 0 && !w.known(w.s, s) || o != 0 && !w.known(w.o, o) {
		return w.outside(s, o)
	}
	switch {
	case s != 0 && o != 0:
		return w.between(s, o)
	case s != 0:
		return w.bind(w.o, w.forward.from(s))
	case o != 0:
		return w.bind(w.s, w.backward.from(o))
	}
	return w.all()
}

// known reports whether a bound position is a node that the path may be walked
// from. One that is not in the dataset, or a value from elsewhere in the query
// that is not in the graph, is not: with variables, a path relates nodes of the
// graph alone (section 18.4).
func (w *walker) known(p position, id graph.ID) bool {
	switch {
	case id > w.x.terms:
		return false
	case w.isConstant(p) || !w.path.MatchesEmpty():
		return true
	}
	return w.graph.Count(id, 0, 0) > 0 || w.graph.Count(0, 0, id) > 0
}

func (w *walker) isConstant(p position) bool {
	return p.slot < 0 || w.op.constant.has(p.slot) && w.x.snapshots[w.op.snapshot][p.slot] != 0
}

// outside is a path of which an end is not in the graph: only a constant leads
// anywhere, to itself.
func (w *walker) outside(s, o graph.ID) bool {
	constant := s != 0 && w.isConstant(w.s) || o != 0 && w.isConstant(w.o)
	if !constant || s != 0 && o != 0 && s != o {
		return w.x.tick()
	}
	ways := emptyWays(w.op.path)
	if w.op.set {
		ways = min(ways, 1)
	}
	for range ways {
		if !w.x.tick() || !w.itself(s, o) {
			return false
		}
	}
	return w.x.tick()
}

// itself gives the end that is bound to the other, if that is open.
func (w *walker) itself(s, o graph.ID) bool {
	switch {
	case s == 0:
		return w.give(w.s, o)
	case o == 0:
		return w.give(w.o, s)
	}
	return w.next()
}

// emptyWays is in how many ways a path leads from a term to itself without an
// edge.
func emptyWays(p path.Path) int {
	switch p := p.(type) {
	case path.Inverse:
		return emptyWays(p.Path)
	case path.Sequence:
		ways := 1
		for _, step := range p {
			ways *= emptyWays(step)
		}
		return ways
	case path.Alternative:
		ways := 0
		for _, part := range p {
			ways += emptyWays(part)
		}
		return ways
	case path.ZeroOrMore, path.ZeroOrOne:
		return 1
	case path.OneOrMore:
		return min(1, emptyWays(p.Path))
	}
	return 0
}

func (w *walker) give(p position, id graph.ID) bool {
	w.x.row[p.slot] = id
	ok := w.next()
	w.x.row[p.slot] = 0
	return ok
}

// between looks for ways between two nodes, as many as there are.
func (w *walker) between(s, o graph.ID) bool {
	if w.op.set {
		return w.x.tick() && (!w.path.Has(s, o) || w.next())
	}
	for _, end := range w.forward.from(s) {
		if !w.x.tick() || end == o && !w.next() {
			return false
		}
	}
	return w.x.tick()
}

func (w *walker) bind(p position, ends []graph.ID) bool {
	row, ok := w.x.row, true
	for _, id := range ends {
		row[p.slot] = id
		if ok = w.x.tick() && w.next(); !ok {
			break
		}
	}
	row[p.slot] = 0
	return ok && w.x.tick()
}

// all walks from every node; where both ends are one variable, it keeps those
// that come back.
func (w *walker) all() bool {
	if w.op.set && w.s.slot != w.o.slot {
		return w.pairs()
	}
	row, ok := w.x.row, true
	starts := slices.Values(w.path.Starts())
	for s := range starts {
		row[w.s.slot] = s
		if w.s.slot == w.o.slot {
			ok = w.between(s, s)
		} else {
			ok = w.bind(w.o, w.forward.from(s))
		}
		if !ok {
			break
		}
	}
	row[w.s.slot] = 0
	return ok
}

// startsAtOnce is how many nodes are walked from between two looks at the
// context.
const startsAtOnce = 64

// pairs walks from many nodes at once, from the end that has fewer.
func (w *walker) pairs() bool {
	starts, ends := w.path.Starts(), w.path.Ends()
	if len(starts) <= len(ends) {
		return w.pairsOf(starts, w.path.PairsFrom, w.s.slot, w.o.slot)
	}
	return w.pairsOf(ends, w.path.PairsTo, w.o.slot, w.s.slot)
}

func (w *walker) pairsOf(nodes []graph.ID, walk func(...graph.ID) iter.Seq2[graph.ID, graph.ID], near, far int) bool {
	row, ok := w.x.row, true
	for some := range slices.Chunk(nodes, startsAtOnce) {
		for row[near], row[far] = range walk(some...) {
			if ok = w.x.tick() && w.next(); !ok {
				break
			}
		}
		if ok = ok && w.x.check(); !ok {
			break
		}
	}
	row[near], row[far] = 0, 0
	return ok
}
