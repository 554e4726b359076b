package path

import (
	"fmt"
	"math/bits"
	"slices"

	"policygraph/graph"
	"policygraph/graph/path/token"
)

// ErrLimit is wrapped by errors about a text that is nested too deeply, and
// about ways that are not found within a limit of [HopOptions].
var ErrLimit = token.ErrLimit

// posSet is a set of positions of a path, the places where it names an edge.
type posSet uint64

const mostPositions = 64

// each calls fn with the positions of the set.
func (s posSet) each(fn func(position int)) {
	for ; s != 0; s &= s - 1 {
		fn(bits.TrailingZeros64(uint64(s)))
	}
}

// positions is a path as an automaton whose states are its positions, after
// Glushkov: what the edge at each is, and which positions can come behind it.
type positions struct {
	g      *graph.Graph
	labels []label
	follow []posSet
	first  posSet
	last   posSet
}

// label is what an edge has to be: of one predicate, or of none in a list.
type label struct {
	predicate graph.ID // 0 for a negated property set
	except    []graph.ID
	inverse   bool
}

// part is a part of a path: the positions it can begin and end with.
type part struct {
	first, last posSet
	empty       bool
}

func newPositions(p Path, g *graph.Graph) (*positions, error) {
	a := &positions{g: g}
	whole := a.part(p, false)
	a.first, a.last = whole.first, whole.last
	if len(a.labels) > mostPositions {
		return nil, fmt.Errorf("%w: a path with more than %d edges", ErrLimit, mostPositions)
	}
	return a, nil
}

// part adds the positions of p, or of its inverse.
func (a *positions) part(p Path, inverse bool) part {
	switch p := p.(type) {
	case IRI:
		id, known := a.g.Dataset().Lookup(p.value())
		if !known {
			return part{}
		}
		return a.position(label{predicate: id, inverse: inverse})
	case Inverse:
		return a.part(p.Path, !inverse)
	case Sequence:
		return a.sequence(p, inverse)
	case Alternative:
		var all part
		for _, way := range p {
			all = all.or(a.part(way, inverse))
		}
		return all
	case ZeroOrMore:
		return a.repeated(p.Path, inverse).or(part{empty: true})
	case OneOrMore:
		return a.repeated(p.Path, inverse)
	case ZeroOrOne:
		return a.part(p.Path, inverse).or(part{empty: true})
	case NegatedPropertySet:
		return a.negated(p, inverse)
	}
	return part{}
}

func (p part) or(q part) part {
	return part{p.first | q.first, p.last | q.last, p.empty || q.empty}
}

// position adds one. Those beyond the most there may be are in no set.
func (a *positions) position(l label) part {
	at := posSet(1) << len(a.labels)
	a.labels, a.follow = append(a.labels, l), append(a.follow, 0)
	return part{first: at, last: at}
}

// join lets the positions of to come behind those of from.
func (a *positions) join(from, to posSet) {
	from.each(func(p int) { a.follow[p] |= to })
}

func (a *positions) sequence(steps []Path, inverse bool) part {
	if inverse {
		steps = slices.Clone(steps)
		slices.Reverse(steps)
	}
	whole := part{empty: true}
	for _, step := range steps {
		next := a.part(step, inverse)
		a.join(whole.last, next.first)
		if whole.empty {
			whole.first |= next.first
		}
		if next.empty {
			next.last |= whole.last
		}
		whole.last, whole.empty = next.last, whole.empty && next.empty
	}
	return whole
}

func (a *positions) repeated(p Path, inverse bool) part {
	whole := a.part(p, inverse)
	a.join(whole.last, whole.first)
	return whole
}

func (a *positions) negated(p NegatedPropertySet, inverse bool) (both part) {
	c := compiler{g: a.g}
	if len(p.Forward) > 0 || len(p.Inverse) == 0 {
		both = both.or(a.position(label{except: c.ids(p.Forward), inverse: inverse}))
	}
	if len(p.Inverse) > 0 {
		both = both.or(a.position(label{except: c.ids(p.Inverse), inverse: !inverse}))
	}
	return both
}

// behind are the positions that can come behind any of s.
func (a *positions) behind(s posSet) (next posSet) {
	s.each(func(p int) { next |= a.follow[p] })
	return next
}

// hops appends the edges of a label that lead away from a node.
func (a *positions) hops(dst []Hop, l label, n graph.ID) []Hop {
	predicates, nodes := []graph.ID(nil), []graph.ID(nil)
	switch {
	case l.predicate == 0 && l.inverse:
		nodes, predicates = a.g.To(n)
	case l.predicate == 0:
		predicates, nodes = a.g.From(n)
	case l.inverse:
		nodes = a.g.Subjects(l.predicate, n)
	default:
		nodes = a.g.Objects(n, l.predicate)
	}
	for i, to := range nodes {
		p := l.predicate
		if p == 0 {
			if p = predicates[i]; slices.Contains(l.except, p) {
				continue
			}
		}
		h := Hop{n, p, to, l.inverse}
		if l.inverse {
			h.Subject, h.Object = to, n
		}
		dst = append(dst, h)
	}
	return dst
}
