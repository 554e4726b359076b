package path

import (
	"runtime"
	"sync"
	"weak"

	"policygraph/graph"
)

// index is what has been prepared for one graph: the edges of the predicates
// that were asked for, and scratch memory. It lives as long as the graph does,
// and holds no reference to it.
type index struct {
	terms int
	mu    sync.Mutex
	edges map[edgeKey]*lazyEdges
	lanes sync.Pool
	nodes sync.Once
	all   []graph.ID
}

// edgeKey is a predicate and a direction.
type edgeKey struct {
	predicate graph.ID
	inverse   bool
}

type lazyEdges struct {
	once sync.Once
	edges
}

// indexes are the indexes of all graphs, by weak.Pointer[graph.Graph].
var indexes sync.Map

func indexOf(g *graph.Graph) *index {
	key := weak.Make(g)
	if x, ok := indexes.Load(key); ok {
		return x.(*index)
	}
	x, known := indexes.LoadOrStore(key, newIndex(g.Dataset().Terms()))
	if !known {
		runtime.AddCleanup(g, func(key weak.Pointer[graph.Graph]) { indexes.Delete(key) }, key)
	}
	return x.(*index)
}

func newIndex(terms int) *index {
	x := &index{terms: terms, edges: make(map[edgeKey]*lazyEdges)}
	x.lanes.New = func() any { return &lanes{mask: make([]uint64, terms+1)} }
	return x
}

// of returns the edges of a predicate, made at the first call.
func (x *index) of(g *graph.Graph, key edgeKey) *edges {
	x.mu.Lock()
	e := x.edges[key]
	if e == nil {
		e = new(lazyEdges)
		x.edges[key] = e
	}
	x.mu.Unlock()
	e.once.Do(func() {
		objects, subjects := g.With(key.predicate)
		if key.inverse {
			e.edges = newEdges(objects, subjects)
			return
		}
		e.edges = turned(objects, subjects)
	})
	return &e.edges
}

// nodesOf returns the subjects and objects of the graph, in order.
func (x *index) nodesOf(g *graph.Graph) []graph.ID {
	x.nodes.Do(func() {
		set := x.get()
		defer x.put(set)
		for s := range g.AllSubjects() {
			set.add(s, 1)
		}
		for o := range g.AllObjects() {
			set.add(o, 1)
		}
		x.all = append(x.all, set.sorted()...)
	})
	return x.all
}

// get gives empty lanes.
func (x *index) get() *lanes { return x.lanes.Get().(*lanes) }

// put takes lanes back that nobody uses any more.
func (x *index) put(l *lanes) {
	l.reset()
	x.lanes.Put(l)
}
