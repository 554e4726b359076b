package path

import (
	"slices"

	"policygraph/graph"
)

// step is a path made ready for a graph, and for one direction of walking.
type step interface {
	// walk adds to out where the path leads from in, set by set. It leaves in
	// as it is.
	walk(x *index, in, out *lanes)

	// each calls fn with the ends of the path from a node, with the repetitions
	// that section 18.4 has, until fn says no. It reports whether fn never did.
	each(x *index, from graph.ID, fn func(graph.ID) bool) bool

	// begins adds the nodes that begin an edge that can be the path's first.
	begins(set *lanes)

	// empty reports whether every node is an end from itself, without an edge.
	empty() bool
}

// compiler makes steps of paths.
type compiler struct {
	g *graph.Graph
	x *index
}

// step is the step for p, or for its inverse.
func (c *compiler) step(p Path, inverse bool) step {
	switch p := p.(type) {
	case IRI:
		return c.link(p, inverse)
	case Inverse:
		return c.step(p.Path, !inverse)
	case Sequence:
		steps := c.steps(p, inverse)
		if inverse {
			slices.Reverse(steps)
		}
		return sequence(steps)
	case Alternative:
		return alternative(c.steps(p, inverse))
	case ZeroOrMore:
		return c.closure(p.Path, inverse, true)
	case OneOrMore:
		return c.closure(p.Path, inverse, false)
	case ZeroOrOne:
		return zeroOrOne{c.step(p.Path, inverse)}
	case NegatedPropertySet:
		return c.negated(p, inverse)
	}
	return alternative(nil) // no path: a nil one
}

func (c *compiler) steps(all []Path, inverse bool) []step {
	steps := make([]step, len(all))
	for i, p := range all {
		steps[i] = c.step(p, inverse)
	}
	return steps
}

// link is one edge.
type link struct{ *edges }

// link of a predicate that is no term of the dataset has no edges.
func (c *compiler) link(p IRI, inverse bool) link {
	id, _ := c.g.Dataset().Lookup(p.value())
	return link{c.x.of(c.g, edgeKey{id, inverse})}
}

func (l link) walk(_ *index, in, out *lanes) {
	for _, n := range in.list {
		m := in.mask[n]
		for _, t := range l.next(n) {
			out.add(t, m)
		}
	}
}

func (l link) each(_ *index, from graph.ID, fn func(graph.ID) bool) bool {
	for _, t := range l.next(from) {
		if !fn(t) {
			return false
		}
	}
	return true
}

func (l link) begins(set *lanes) { l.sources(func(n graph.ID) { set.add(n, 1) }) }
func (l link) empty() bool       { return false }

// sequence is steps one after another.
type sequence []step

func (s sequence) walk(x *index, in, out *lanes) {
	last := len(s) - 1
	at := in
	for _, next := range s[:last] {
		to := x.get()
		next.walk(x, at, to)
		if at != in {
			x.put(at)
		}
		at = to
	}
	s[last].walk(x, at, out)
	if at != in {
		x.put(at)
	}
}

func (s sequence) each(x *index, from graph.ID, fn func(graph.ID) bool) bool {
	if len(s) == 1 {
		return s[0].each(x, from, fn)
	}
	return s[0].each(x, from, func(n graph.ID) bool { return s[1:].each(x, n, fn) })
}

func (s sequence) begins(set *lanes) {
	for _, next := range s {
		next.begins(set)
		if !next.empty() {
			return
		}
	}
}

func (s sequence) empty() bool {
	return !slices.ContainsFunc(s, func(next step) bool { return !next.empty() })
}

// alternative is any of several steps.
type alternative []step

func (a alternative) walk(x *index, in, out *lanes) {
	for _, next := range a {
		next.walk(x, in, out)
	}
}

func (a alternative) each(x *index, from graph.ID, fn func(graph.ID) bool) bool {
	for _, next := range a {
		if !next.each(x, from, fn) {
			return false
		}
	}
	return true
}

func (a alternative) begins(set *lanes) {
	for _, next := range a {
		next.begins(set)
	}
}

func (a alternative) empty() bool { return slices.ContainsFunc(a, step.empty) }

// negated is one edge of a predicate that is not in a list.
type negated struct {
	g       *graph.Graph
	except  []graph.ID
	inverse bool
}

// negated is the union of both directions, where both have a list.
func (c *compiler) negated(p NegatedPropertySet, inverse bool) step {
	var both alternative
	if len(p.Forward) > 0 || len(p.Inverse) == 0 {
		both = append(both, negated{c.g, c.ids(p.Forward), inverse})
	}
	if len(p.Inverse) > 0 {
		both = append(both, negated{c.g, c.ids(p.Inverse), !inverse})
	}
	return both
}

func (s negated) each(_ *index, from graph.ID, fn func(graph.ID) bool) bool {
	predicates, nodes := s.g.From(from)
	if s.inverse {
		nodes, predicates = s.g.To(from)
	}
	for i, p := range predicates {
		if !slices.Contains(s.except, p) && !fn(nodes[i]) {
			return false
		}
	}
	return true
}

func (s negated) walk(x *index, in, out *lanes) {
	for _, n := range in.list {
		m := in.mask[n]
		s.each(x, n, func(t graph.ID) bool {
			out.add(t, m)
			return true
		})
	}
}

func (s negated) begins(set *lanes) {
	all := s.g.AllSubjects()
	if s.inverse {
		all = s.g.AllObjects()
	}
	for n := range all {
		set.add(n, 1)
	}
}

func (s negated) empty() bool { return false }
