package path

import "policygraph/graph"

// closure is a step repeated, and with zero the step not taken: the spec's ALP.
// An end comes once from each start.
type closure struct {
	step step
	zero bool
}

// closure of a closure is one closure: a step that was repeated leads nowhere
// new when it is repeated again.
func (c *compiler) closure(p Path, inverse, zero bool) step {
	inner := c.step(p, inverse)
	switch s := inner.(type) {
	case closure:
		return closure{s.step, s.zero || zero}
	case zeroOrOne:
		return closure{s.step, true}
	}
	return closure{inner, zero || inner.empty()}
}

// walk goes in rounds from the nodes that are new in some set, and on from
// there with just these sets.
func (c closure) walk(x *index, in, out *lanes) {
	seen, fresh, found := x.get(), x.get(), x.get()
	if c.zero {
		seen.addAll(in)
	}
	for from := in; len(from.list) > 0; from = fresh {
		c.step.walk(x, from, found)
		fresh.reset()
		for _, n := range found.list {
			m := found.mask[n] &^ seen.mask[n]
			if m != 0 {
				seen.add(n, m)
				fresh.add(n, m)
			}
		}
		found.reset()
	}
	out.addAll(seen)
	x.put(seen)
	x.put(fresh)
	x.put(found)
}

func (c closure) each(x *index, from graph.ID, fn func(graph.ID) bool) bool {
	return eachEnd(x, c, from, fn)
}

// eachEnd calls fn with the ends of s from a node, each once, in order.
func eachEnd(x *index, s step, from graph.ID, fn func(graph.ID) bool) bool {
	in, out := x.get(), x.get()
	defer x.put(in)
	defer x.put(out)
	in.add(from, 1)
	s.walk(x, in, out)
	for _, n := range out.sorted() {
		if !fn(n) {
			return false
		}
	}
	return true
}

func (c closure) begins(set *lanes) { c.step.begins(set) }
func (c closure) empty() bool       { return c.zero }

// zeroOrOne is a step, taken or not. An end comes once from each start.
type zeroOrOne struct{ step step }

func (z zeroOrOne) walk(x *index, in, out *lanes) {
	out.addAll(in)
	z.step.walk(x, in, out)
}

func (z zeroOrOne) each(x *index, from graph.ID, fn func(graph.ID) bool) bool {
	return eachEnd(x, z, from, fn)
}

func (z zeroOrOne) begins(set *lanes) { z.step.begins(set) }
func (z zeroOrOne) empty() bool       { return true }
