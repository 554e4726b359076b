package rules

import (
	"context"
	"iter"
	"slices"

	"policygraph/graph"
)

// Theory is a graph, the ontology in it, and what follows. It never changes.
type Theory struct {
	x        *axioms
	inferred []graph.Triple // those of parts of chains included
	of       map[graph.ID]edges
}

// edges are what follows for one predicate, both lists in order.
type edges struct{ subjectFirst, objectFirst []pair }

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
	t := &Theory{x: x, inferred: c.found(), of: make(map[graph.ID]edges)}
	for rest := t.inferred; len(rest) > 0; {
		p := rest[0].Predicate()
		n := slices.IndexFunc(rest, func(t graph.Triple) bool { return t.Predicate() != p })
		if n < 0 {
			n = len(rest)
		}
		t.of[p] = newEdges(rest[:n])
		rest = rest[n:]
	}
	return t, nil
}

func newEdges(list []graph.Triple) edges {
	e := edges{make([]pair, len(list)), make([]pair, len(list))}
	for i, t := range list {
		e.subjectFirst[i] = makePair(t.Subject(), t.Object())
		e.objectFirst[i] = makePair(t.Object(), t.Subject())
	}
	var spare []pair
	e.subjectFirst, spare = sortPairs(e.subjectFirst, nil)
	e.objectFirst, _ = sortPairs(e.objectFirst, spare)
	return e
}

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
	_, found := slices.BinarySearch(t.of[triple[1]].subjectFirst, makePair(triple[0], triple[2]))
	return found
}

// objects are all that a property leads to from s, those that are asserted first.
func (t *Theory) objects(s, p graph.ID) iter.Seq[graph.ID] {
	var asserted []graph.ID
	if p <= t.x.terms {
		asserted = t.x.g.Objects(s, p)
	}
	return both(asserted, startingWith(t.of[p].subjectFirst, s))
}

// subjects are all that a property leads to o from.
func (t *Theory) subjects(p, o graph.ID) iter.Seq[graph.ID] {
	var asserted []graph.ID
	if p <= t.x.terms {
		asserted = t.x.g.Subjects(p, o)
	}
	return both(asserted, startingWith(t.of[p].objectFirst, o))
}

// both are some terms, then the second ends of some pairs.
func both(ids []graph.ID, pairs []pair) iter.Seq[graph.ID] {
	return func(yield func(graph.ID) bool) {
		for _, id := range ids {
			if !yield(id) {
				return
			}
		}
		for _, v := range pairs {
			if !yield(v.second()) {
				return
			}
		}
	}
}
