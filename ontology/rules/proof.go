package rules

import (
	"context"
	"errors"
	"slices"

	"policygraph/graph"
)

// Proof is why a triple holds: it is asserted, or a rule gives it from an axiom
// of the ontology and premises that hold. No triple is among its own premises at
// any depth.
type Proof struct {
	Triple   graph.Triple
	Rule     Rule         // empty: asserted
	Axiom    graph.Triple // of the ontology; of prp-spo2, the one that leads to the list
	Premises []*Proof     // in the order of the rule; of a chain, its steps

	// Size is the number of asserted triples, those of the ontology not
	// counted, and of rules applied, each as often as it comes.
	Size int
}

// ErrProofs is returned where a proof would take too many steps to find.
var ErrProofs = errors.New("too many ways to prove it")

// How much is looked at: steps that may be part of a proof, and tries to put
// some together.
const (
	maxSteps = 5_000_000
	maxTries = 200_000
)

// Proofs returns up to limit proofs of a triple, the smallest first, and whether
// there are more. Proofs that differ only in how a transitive property, or a chain
// of more than two steps, is put in brackets count as one. The order is the same
// for the same graph: among proofs of one size, those by rules named earlier in
// [Rule] come first. A triple that does not hold has none. It fails when ctx is
// done, and with ErrProofs.
func (t *Theory) Proofs(ctx context.Context, triple graph.Triple, limit int) (proofs []*Proof, more bool, err error) {
	if limit < 1 || !t.Holds(triple) {
		return nil, false, nil
	}
	s := &search{Theory: t, ctx: ctx, nodes: make(map[goal]*node)}
	root := s.node(goal{triple: triple})
	if err := s.explore(); err != nil {
		return nil, false, err
	}
	s.settle()
	return s.smallest(root, limit)
}

// goal is a triple to be proved. Where it is the last premise of a transitive
// property, it may not be given by that property itself: of all the ways to put a
// chain of edges in brackets, only the one from the left counts.
type goal struct {
	triple graph.Triple
	direct bool
}

// node is a goal with the steps that lead to it.
type node struct {
	goal
	steps []*step
	uses  []*step // those that it is a premise of
	cost  int     // of its smallest proof, 0 until known
}

// step is a rule applied once. One without a clause says that its goal is
// asserted.
type step struct {
	*clause
	to       *node
	premises []*node
	missing  int // premises whose cost is not known yet
	cost     int // of the premises that are known, and of the step
}

// search looks backwards from a goal through all steps that may be part of a proof
// of it, then settles the costs from what is asserted onwards.
type search struct {
	*Theory
	ctx   context.Context
	nodes map[goal]*node
	queue []*node
	count int // steps
	known []*step
}

// node returns the node of a goal, and sees that it is explored.
func (s *search) node(g goal) *node {
	n := s.nodes[g]
	if n == nil {
		n = &node{goal: g}
		s.nodes[g] = n
		s.queue = append(s.queue, n)
	}
	return n
}

func (s *search) explore() error {
	for i := 0; i < len(s.queue); i++ {
		if s.count > maxSteps {
			return ErrProofs
		}
		if i%64 == 0 && s.ctx.Err() != nil {
			return s.ctx.Err()
		}
		n := s.queue[i]
		if s.Asserted(n.triple) {
			s.known = append(s.known, s.step(n, nil))
		}
		for _, k := range s.x.concluding(n.triple) {
			s.backwards(n, k)
		}
	}
	return nil
}

// concluding are the clauses that may conclude a triple, in the order in which
// they are preferred.
func (x *axioms) concluding(t graph.Triple) []*clause {
	if t[1] != x.typ {
		return x.byHead[t[1]]
	}
	return slices.Concat(x.byHead[t[1]], x.byClass[t[2]])
}

// step adds a step to a node.
func (s *search) step(n *node, k *clause, premises ...*node) *step {
	// A part of a chain is no step of its own.
	cost := 1
	if k != nil && k.isPart() {
		cost = 0
	}
	st := &step{clause: k, to: n, premises: premises, missing: len(premises), cost: cost}
	n.steps = append(n.steps, st)
	for _, p := range premises {
		p.uses = append(p.uses, st)
	}
	s.count++
	return st
}

// backwards adds all steps by a clause that lead to a node from what holds.
func (s *search) backwards(n *node, k *clause) {
	subject, object := n.triple[0], n.triple[2]
	one := func(t graph.Triple) {
		if s.Holds(t) {
			s.step(n, k, s.node(goal{triple: t}))
		}
	}
	switch k.form {
	case formCopy:
		one(graph.Triple{subject, k.first, object})
	case formSwap:
		one(graph.Triple{object, k.first, subject})
	case formSubClass:
		one(graph.Triple{subject, s.x.typ, k.first})
	case formDomain:
		for o := range s.objects(subject, k.first) {
			one(graph.Triple{subject, k.first, o})
		}
	case formRange:
		for from := range s.subjects(k.first, subject) {
			one(graph.Triple{from, k.first, subject})
		}
	case formJoin:
		s.joins(n, k)
	}
}

func (s *search) joins(n *node, k *clause) {
	if k.rule == Transitive && n.direct {
		return
	}
	for middle := range s.objects(n.triple[0], k.first) {
		first := graph.Triple{n.triple[0], k.first, middle}
		second := graph.Triple{middle, k.second, n.triple[2]}
		if s.Holds(second) {
			s.step(n, k, s.node(goal{triple: first}), s.node(goal{triple: second, direct: k.rule == Transitive}))
		}
	}
}

// settle finds the cost of the smallest proof of each node: Knuth's form of
// Dijkstra's algorithm, where costs are small numbers, so that each has a list.
func (s *search) settle() {
	lists := [][]*step{nil, s.known}
	for cost := 1; cost < len(lists); cost++ {
		for i := 0; i < len(lists[cost]); i++ {
			n := lists[cost][i].to
			if n.cost != 0 {
				continue
			}
			n.cost = cost
			for _, st := range n.uses {
				st.cost += cost
				if st.missing--; st.missing > 0 || st.to.cost != 0 {
					continue
				}
				for len(lists) <= st.cost {
					lists = append(lists, nil)
				}
				lists[st.cost] = append(lists[st.cost], st)
			}
		}
	}
}
