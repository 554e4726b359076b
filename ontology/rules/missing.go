package rules

import (
	"cmp"
	"context"
	"slices"

	"policygraph/graph"
)

// Absent stands in a [Proof] for a premise that does not hold.
const Absent Rule = "absent"

// Lack is a proof that a triple would have if some more triples held. In those,
// 0 stands for anything that fits: the same in all of them.
type Lack struct {
	Proof  *Proof
	Absent []graph.Triple
}

// How far is looked for what is missing: rules in a row, and proofs compared.
const (
	maxLackDepth = 3
	maxLacks     = 5_000
)

// Missing returns up to limit of the proofs that a triple comes nearest to, those
// with the fewest absent premises first: a triple that is named before one with
// anything in it, a property that the graph uses before one that it does not, then
// the smaller proof. Up to three rules in a row are looked through. What would clash
// with a kind (see [Theory.Misfits]), or would say something of a literal, is left
// out. A triple that holds lacks nothing.
func (t *Theory) Missing(ctx context.Context, triple graph.Triple, limit int) ([]Lack, error) {
	if t.Holds(triple) {
		return nil, nil
	}
	m := &missing{Theory: t}
	all := m.nearest(triple, maxLackDepth, nil)
	slices.SortStableFunc(all, func(a, b Lack) int { return slices.Compare(m.distance(a), m.distance(b)) })
	all = all[:min(limit, len(all))]
	for _, l := range all {
		if err := t.fill(ctx, l.Proof); err != nil {
			return nil, err
		}
	}
	return all, nil
}

// fill puts proofs in place of what holds.
func (t *Theory) fill(ctx context.Context, p *Proof) error {
	for i, q := range p.Premises {
		switch {
		case q.Rule == Absent:
		case len(q.Premises) > 0:
			if err := t.fill(ctx, q); err != nil {
				return err
			}
		default:
			found, _, err := t.Proofs(ctx, q.Triple, 1)
			if err != nil {
				return err
			}
			p.Premises[i] = found[0]
		}
	}
	p.Size = 1
	for _, q := range p.Premises {
		p.Size += q.Size
	}
	return nil
}

type missing struct {
	*Theory
	count int
}

// distance is what lacks are ordered by.
func (m *missing) distance(l Lack) []int {
	holes, unused := 0, 0
	for _, a := range l.Absent {
		if a[0] == 0 || a[2] == 0 {
			holes++
		}
		if m.x.g.Count(0, a[1], 0) == 0 {
			unused++
		}
	}
	return []int{len(l.Absent), holes, unused, depth(l.Proof)}
}

func depth(p *Proof) int {
	most := 0
	for _, q := range p.Premises {
		most = max(most, depth(q))
	}
	return most + 1
}

// nearest are the proofs of a goal that lack something, of up to some rules in a
// row, in the order of the clauses.
func (m *missing) nearest(goal graph.Triple, rules int, path []graph.Triple) []Lack {
	if rules == 0 || slices.Contains(path, goal) {
		return nil
	}
	path = append(slices.Clip(path), goal)
	var all []Lack
	for _, k := range m.x.concluding(goal) {
		for _, premises := range m.instances(k, goal) {
			if m.count++; m.count > maxLacks {
				return all
			}
			all = append(all, m.lacks(k, goal, premises, rules, path)...)
		}
	}
	return all
}

// instances are the premises that a clause could give a goal from: of a join, those
// of which one holds, or else two with anything in the middle.
func (m *missing) instances(k *clause, goal graph.Triple) [][]graph.Triple {
	s, o := goal[0], goal[2]
	switch k.form {
	case formCopy:
		return [][]graph.Triple{{{s, k.first, o}}}
	case formSwap:
		return [][]graph.Triple{{{o, k.first, s}}}
	case formSubClass:
		return [][]graph.Triple{{{s, m.x.typ, k.first}}}
	case formDomain:
		return [][]graph.Triple{{{s, k.first, 0}}}
	case formRange:
		return [][]graph.Triple{{{0, k.first, s}}}
	}
	var middles []graph.ID
	middles = slices.AppendSeq(middles, m.objects(s, k.first))
	middles = slices.AppendSeq(middles, m.subjects(k.second, o))
	slices.Sort(middles)
	middles = slices.Compact(middles)
	if len(middles) == 0 {
		middles = []graph.ID{0}
	}
	var all [][]graph.Triple
	for _, y := range middles {
		all = append(all, []graph.Triple{{s, k.first, y}, {y, k.second, o}})
	}
	return all
}

// lacks are the ways for the absent ones among premises: absent, or in their turn
// near.
func (m *missing) lacks(k *clause, goal graph.Triple, premises []graph.Triple, rules int, path []graph.Triple) []Lack {
	base := Lack{Proof: &Proof{Triple: goal, Rule: k.rule, Axiom: k.axiom}}
	var deeper []Lack
	sound := true
	for i, t := range premises {
		if m.Holds(t) {
			base.Proof.Premises = append(base.Proof.Premises, &Proof{Triple: t})
			continue
		}
		if t[0] != 0 && t[2] != 0 {
			deeper = append(deeper, m.under(k, goal, premises, i, rules, path)...)
		}
		sound = sound && t[0] < m.x.literal && t[1] <= m.x.terms && !slices.Contains(path, t) && len(m.Misfits(t)) == 0
		base.Proof.Premises = append(base.Proof.Premises, &Proof{Triple: t, Rule: Absent})
		base.Absent = append(base.Absent, t)
	}
	if !sound || base.Proof.Axiom == (graph.Triple{}) {
		return deeper
	}
	return append([]Lack{base}, deeper...)
}

// under puts what is near to one premise below a goal whose other premises hold.
func (m *missing) under(k *clause, goal graph.Triple, premises []graph.Triple, i, rules int, path []graph.Triple) []Lack {
	var all []Lack
	for _, l := range m.nearest(premises[i], rules-1, path) {
		proofs := make([]*Proof, len(premises))
		for j, t := range premises {
			proofs[j] = &Proof{Triple: t}
		}
		proofs[i] = l.Proof
		all = append(all, Lack{k.proof(goal, proofs), l.Absent})
	}
	return all
}

// Misfit says that a triple cannot hold because one of its ends is of another kind.
type Misfit struct {
	Node     graph.ID     // the end
	Class    graph.ID     // what it would be by the triple
	Axiom    graph.Triple // the domain or range that says so
	Is       graph.ID     // what it is instead
	Disjoint graph.Triple // why it cannot be both; see [Clash]
}

// Misfits returns why the ends of a triple do not fit its predicate: by domain and
// range, of the predicate and of those that it implies, a class that is disjoint
// with one that the end is in. An end that is 0 always fits.
func (t *Theory) Misfits(triple graph.Triple) []Misfit {
	var all []Misfit
	for _, n := range t.x.needs(triple[1], false, nil) {
		node := triple[0]
		if n.object {
			node = triple[2]
		}
		if f, ok := t.misfit(node, n.axiom); ok && !slices.ContainsFunc(all, func(g Misfit) bool { return g.Node == f.Node }) {
			all = append(all, f)
		}
	}
	slices.SortStableFunc(all, func(a, b Misfit) int {
		return cmp.Compare(slices.Index(triple[:], a.Node), slices.Index(triple[:], b.Node))
	})
	return all
}

// need is a class that one end of a property is in.
type need struct {
	object bool
	axiom  graph.Triple
}

func (x *axioms) needs(p graph.ID, backwards bool, seen []graph.ID) []need {
	if slices.Contains(seen, p) {
		return nil
	}
	seen = append(slices.Clip(seen), p)
	var all, above []need
	for _, k := range x.byBody[p] {
		switch k.form {
		case formDomain:
			all = append(all, need{backwards, k.axiom})
		case formRange:
			all = append(all, need{!backwards, k.axiom})
		case formCopy:
			above = append(above, x.needs(k.head, backwards, seen)...)
		case formSwap:
			above = append(above, x.needs(k.head, !backwards, seen)...)
		}
	}
	return append(all, above...)
}

// misfit looks for a class of a node that is disjoint with one it would be in.
func (t *Theory) misfit(node graph.ID, axiom graph.Triple) (Misfit, bool) {
	if node == 0 || node >= t.x.literal {
		return Misfit{}, false
	}
	for _, class := range t.x.upwards(axiom[2]) {
		for _, set := range t.x.disjoint {
			if !slices.Contains(set.classes, class) {
				continue
			}
			for _, other := range set.classes {
				if other != class && t.Holds(graph.Triple{node, t.x.typ, other}) {
					return Misfit{node, axiom[2], axiom, other, set.axiom}, true
				}
			}
		}
	}
	return Misfit{}, false
}

// upwards are a class and all above it, the nearest first.
func (x *axioms) upwards(class graph.ID) []graph.ID {
	list := []graph.ID{class}
	for i := 0; i < len(list); i++ {
		for _, k := range x.above[list[i]] {
			if !slices.Contains(list, k.head) {
				list = append(list, k.head)
			}
		}
	}
	return list
}
