package path

import (
	"runtime"
	"sync"
	"weak"

	"policygraph/graph"
)

// index is what has been prepared for one graph: the edges of the predicates
// that were asked for.
type index struct {
	*scratch
	mu    sync.Mutex
	edges map[edgeKey]*lazyEdges
	nodes sync.Once
	all   []graph.ID
}

// scratch is memory for walks over the graphs of one dataset.
type scratch struct{ lanes sync.Pool }

// edgeKey is a predicate and a direction.
type edgeKey struct {
	predicate graph.ID
	inverse   bool
}

type lazyEdges struct {
	once sync.Once
	edges
}

// What belongs to graphs and to datasets, by weak pointers to them.
var indexes, scratches sync.Map

// indexOf returns the index of a graph, which lives as long as that does.
func indexOf(g *graph.Graph) *index {
	return belonging(&indexes, g, func() *index {
		d := g.Dataset()
		memory := belonging(&scratches, d, func() *scratch { return newScratch(d.Terms()) })
		return &index{scratch: memory, edges: make(map[edgeKey]*lazyEdges)}
	})
}

// belonging returns what belongs to owner, made at the first call. It is
// forgotten when nobody has the owner any more, and must not refer to it.
func belonging[O, T any](all *sync.Map, owner *O, create func() *T) *T {
	key := weak.Make(owner)
	if x, known := all.Load(key); known {
		return x.(*T)
	}
	x, known := all.LoadOrStore(key, create())
	if !known {
		runtime.AddCleanup(owner, func(key weak.Pointer[O]) { all.Delete(key) }, key)
	}
	return x.(*T)
}

func newScratch(terms int) *scratch {
	s := new(scratch)
	s.lanes.New = func() any { return &lanes{mask: make([]uint64, terms+1)} }
	return s
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
func (s *scratch) get() *lanes { return s.lanes.Get().(*lanes) }

// put takes lanes back that nobody uses any more.
func (s *scratch) put(l *lanes) {
	l.reset()
	s.lanes.Put(l)
}
