package rules

import "policygraph/graph"

// components are the strongly connected components of the nodes that can be
// reached from roots, each after all that it leads to.
func components(roots []graph.ID, next func(graph.ID) []graph.ID) [][]graph.ID {
	t := &tarjan{next: next, index: make(map[graph.ID]int), low: make(map[graph.ID]int), open: make(map[graph.ID]bool)}
	for _, n := range roots {
		if t.index[n] == 0 {
			t.visit(n)
		}
	}
	return t.found
}

// tarjan is Tarjan's algorithm under way, its stack kept by hand so that a deep
// hierarchy is no deep recursion.
type tarjan struct {
	next  func(graph.ID) []graph.ID
	index map[graph.ID]int // from 1, in order of the first visit
	low   map[graph.ID]int
	open  map[graph.ID]bool
	stack []graph.ID
	found [][]graph.ID
}

type frame struct {
	node graph.ID
	rest []graph.ID
}

func (t *tarjan) visit(root graph.ID) {
	frames := []frame{t.enter(root)}
	for len(frames) > 0 {
		f := &frames[len(frames)-1]
		if len(f.rest) == 0 {
			t.leave(f.node)
			if frames = frames[:len(frames)-1]; len(frames) > 0 {
				up := frames[len(frames)-1].node
				t.low[up] = min(t.low[up], t.low[f.node])
			}
			continue
		}
		n := f.rest[0]
		f.rest = f.rest[1:]
		switch {
		case t.index[n] == 0:
			frames = append(frames, t.enter(n))
		case t.open[n]:
			t.low[f.node] = min(t.low[f.node], t.index[n])
		}
	}
}

func (t *tarjan) enter(n graph.ID) frame {
	t.index[n] = len(t.index) + 1
	t.low[n] = t.index[n]
	t.open[n] = true
	t.stack = append(t.stack, n)
	return frame{n, t.next(n)}
}

// leave closes the component whose first node n is, if it is one.
func (t *tarjan) leave(n graph.ID) {
	if t.low[n] != t.index[n] {
		return
	}
	for i := len(t.stack) - 1; ; i-- {
		t.open[t.stack[i]] = false
		if t.stack[i] == n {
			t.found = append(t.found, append([]graph.ID(nil), t.stack[i:]...))
			t.stack = t.stack[:i]
			return
		}
	}
}
