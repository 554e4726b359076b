package sparql

import (
	"slices"

	"policygraph/graph"
	"policygraph/graph/path"
)

// reachable says where a path leads from a node, in one direction, and
// remembers it: joins ask about the same nodes again and again.
type reachable struct {
	x      *run
	inward bool // from the path's end to its start
	set    bool // each node once
	whole  *path.Compiled
	edge   func(n graph.ID) []graph.ID // the first step, where it is a single edge and repetitions make no difference
	rest   *path.Compiled              // the steps behind it
	known  map[graph.ID][]graph.ID     // what rest, or else whole, leads to; nil where nothing is remembered
	held   int
	buffer []graph.ID
}

// mostHeld is how many IDs are remembered for one path.
const mostHeld = 1 << 20

func newReachable(x *run, g *graph.Graph, p path.Path, inward, set, remember bool) *reachable {
	r := &reachable{x: x, inward: inward, set: set, whole: path.Compile(p, g)}
	if remember {
		r.known = make(map[graph.ID][]graph.ID)
	}
	steps, ok := p.(path.Sequence)
	if !ok || !set || !remember {
		return r
	}
	first, rest := steps[0], steps[1:]
	if inward {
		first, rest = path.Path(path.Inverse{Path: steps[len(steps)-1]}), steps[:len(steps)-1]
	}
	if edge := edgeOf(g, first); edge != nil {
		r.edge, r.rest = edge, path.Compile(asOne(rest), g)
	}
	return r
}

func asOne(steps path.Sequence) path.Path {
	if len(steps) == 1 {
		return steps[0]
	}
	return steps
}

// edgeOf walks a path of one edge; nil if p is none.
func edgeOf(g *graph.Graph, p path.Path) func(n graph.ID) []graph.ID {
	inward := false
	for {
		switch step := p.(type) {
		case path.Inverse:
			p, inward = step.Path, !inward
			continue
		case path.IRI:
			id, known := g.Dataset().Lookup(iri(step))
			if !known {
				return nil
			}
			if inward {
				return func(n graph.ID) []graph.ID { return g.Subjects(id, n) }
			}
			return func(n graph.ID) []graph.ID { return g.Objects(n, id) }
		}
		return nil
	}
}

// from are the nodes that the path leads to from n. The slice holds until the
// next call.
func (r *reachable) from(n graph.ID) []graph.ID {
	if r.edge != nil {
		switch middle := r.edge(n); len(middle) {
		case 0:
			return nil
		case 1:
			return r.remembered(r.rest, middle[0])
		}
		return r.walk(r.whole, n)
	}
	return r.remembered(r.whole, n)
}

func (r *reachable) remembered(p *path.Compiled, n graph.ID) []graph.ID {
	if r.known == nil {
		return r.walk(p, n)
	}
	ends, known := r.known[n]
	if known {
		return ends
	}
	ends = r.walk(p, n)
	if r.held += len(ends) + rememberedCost; r.held < mostHeld {
		r.x.take(4 * (len(ends) + rememberedCost))
		r.known[n] = slices.Clone(ends)
	}
	return ends
}

// rememberedCost is the room of one entry besides its nodes, in IDs.
const rememberedCost = 16

func (r *reachable) walk(p *path.Compiled, n graph.ID) []graph.ID {
	r.buffer = r.buffer[:0]
	ends := p.EachFrom
	switch {
	case r.set && r.inward:
		ends = p.To
	case r.set:
		ends = p.From
	case r.inward:
		ends = p.EachTo
	}
	for end := range ends(n) {
		r.buffer = appendIDs(r.x, r.buffer, end)
		if !r.x.tick() {
			break
		}
	}
	return r.buffer
}
