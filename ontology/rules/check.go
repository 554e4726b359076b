package rules

import (
	"slices"

	"policygraph/graph"
)

// Clash is one or two triples that cannot be true together.
type Clash struct {
	Rule    Rule         // the check that they break
	Axiom   graph.Triple // what makes them clash: of cax-adc, the one that leads to the list of classes
	Triples []graph.Triple
}

// Clashes returns where the graph with what follows contradicts its ontology, up to
// limit (0 is no limit): sets of disjoint classes in the order of the graph, in
// each by class and member; then irreflexive properties. None means that the
// closure is consistent, as far as the three checks see.
func (t *Theory) Clashes(limit int) []Clash {
	k := &clashes{Theory: t, limit: limit}
	for _, set := range t.x.disjoint {
		k.disjoint(set)
	}
	for _, axiom := range t.x.irp {
		k.irreflexive(axiom)
	}
	return k.found
}

type clashes struct {
	*Theory
	limit int
	found []Clash
}

func (k *clashes) full() bool { return k.limit > 0 && len(k.found) >= k.limit }

func (k *clashes) add(rule Rule, axiom graph.Triple, triples ...graph.Triple) {
	if !k.full() {
		k.found = append(k.found, Clash{rule, axiom, triples})
	}
}

// disjoint looks for what is in two classes of a set. A class that is disjoint with
// itself is empty.
func (k *clashes) disjoint(set disjointness) {
	seen := make([]bool, k.x.terms+1) // what is in a class so far
	for i, class := range set.classes {
		var again []graph.ID
		for m := range k.subjects(k.x.typ, class) {
			if seen[m] {
				again = append(again, m)
			}
			seen[m] = true
		}
		slices.Sort(again)
		for _, m := range again {
			for _, other := range set.classes[:i] {
				k.inBoth(set, m, other, class)
			}
		}
	}
}

func (k *clashes) inBoth(set disjointness, m, other, class graph.ID) {
	a, b := graph.Triple{m, k.x.typ, other}, graph.Triple{m, k.x.typ, class}
	switch {
	case a == b:
		k.add(set.rule, set.axiom, a)
	case k.Holds(a):
		k.add(set.rule, set.axiom, a, b)
	}
}

func (k *clashes) irreflexive(axiom graph.Triple) {
	p := axiom[0]
	var loops []graph.ID
	objects, subjects := k.x.g.With(p)
	for i, s := range subjects {
		if s == objects[i] {
			loops = append(loops, s)
		}
	}
	for _, v := range k.of[p].subjectFirst {
		if v.first() == v.second() {
			loops = append(loops, v.first())
		}
	}
	slices.Sort(loops)
	for _, s := range loops {
		k.add(Irreflexive, axiom, graph.Triple{s, p, s})
	}
}
