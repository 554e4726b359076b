package rules

import (
	"context"
	"iter"
	"slices"
	"sort"

	"policygraph/graph"
)

// Theory is a graph, the ontology in it, and what follows. It never changes.
type Theory struct {
	x        *axioms
	inferred []graph.Triple // those of parts of chains included
	byHead   []graph.Triple // the same as predicate, subject, object, in order
	byTail   []graph.Triple // the same as predicate, object, subject, in order
}

// Close works out what follows from g. It fails as [Closure] does.
func Close(ctx context.Context, g *graph.Graph, limit int) (*Theory, error) {
	x, err := readAxioms(g)
	if err != nil {
		return nil, err
	}
	c := newClosure(ctx, x, limit)
	if err := c.run(); err != nil {
		return nil, err
	}
	t := &Theory{x: x, inferred: c.found()}
	t.byHead = turned(t.inferred, func(t graph.Triple) graph.Triple { return graph.Triple{t[1], t[0], t[2]} })
	t.byTail = turned(t.inferred, func(t graph.Triple) graph.Triple { return graph.Triple{t[1], t[2], t[0]} })
	return t, nil
}

func turned(list []graph.Triple, turn func(graph.Triple) graph.Triple) []graph.Triple {
	out := make([]graph.Triple, len(list))
	for i, t := range list {
		out[i] = turn(t)
	}
	slices.SortFunc(out, compareTriples)
	return out
}

func compareTriples(a, b graph.Triple) int { return slices.Compare(a[:], b[:]) }

// Inferred is what follows and is not asserted, as [Closure] gives it.
func (t *Theory) Inferred() []graph.Triple { return t.x.known(t.inferred) }

// Asserted reports whether the graph itself holds a triple.
func (t *Theory) Asserted(triple graph.Triple) bool {
	return triple[1] <= t.x.terms && t.x.g.Has(triple)
}

// Holds reports whether a triple is asserted or follows.
func (t *Theory) Holds(triple graph.Triple) bool {
	if t.Asserted(triple) {
		return true
	}
	_, found := slices.BinarySearchFunc(t.byHead, graph.Triple{triple[1], triple[0], triple[2]}, compareTriples)
	return found
}

// objects are all that a property leads to from s, those that are asserted first.
func (t *Theory) objects(s, p graph.ID) iter.Seq[graph.ID] {
	var asserted []graph.ID
	if p <= t.x.terms {
		asserted = t.x.g.Objects(s, p)
	}
	return thirds(asserted, t.byHead, p, s)
}

// subjects are all that a property leads to o from.
func (t *Theory) subjects(p, o graph.ID) iter.Seq[graph.ID] {
	var asserted []graph.ID
	if p <= t.x.terms {
		asserted = t.x.g.Subjects(p, o)
	}
	return thirds(asserted, t.byTail, p, o)
}

func thirds(asserted []graph.ID, sorted []graph.Triple, first, second graph.ID) iter.Seq[graph.ID] {
	return func(yield func(graph.ID) bool) {
		for _, id := range asserted {
			if !yield(id) {
				return
			}
		}
		for _, t := range startingAt(sorted, graph.Triple{first, second, 0}) {
			if t[0] != first || t[1] != second || !yield(t[2]) {
				return
			}
		}
	}
}

// startingAt is a sorted list from a triple on.
func startingAt(sorted []graph.Triple, from graph.Triple) []graph.Triple {
	return sorted[sort.Search(len(sorted), func(i int) bool { return compareTriples(sorted[i], from) >= 0 }):]
}
