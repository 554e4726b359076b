package rules

import (
	"math"
	"slices"

	"policygraph/graph"
)

// smallest lists proofs of a node by rising size. For one size after the other
// all proofs of up to that size are walked through, where the costs of what is
// still to prove say early which cannot be; the smallest size that was passed
// over is the next.
func (s *search) smallest(root *node, limit int) (proofs []*Proof, more bool, err error) {
	w := &walk{search: s, next: root.cost}
	if root.cost == 0 {
		return nil, false, nil
	}
	for w.next != math.MaxInt {
		w.size, w.next = w.next, math.MaxInt
		full := false
		w.proofs(root, w.size, nil, func(p *Proof) bool {
			if p.Size != w.size {
				return true
			}
			full = len(proofs) == limit
			if !full {
				proofs = append(proofs, p)
			}
			return !full
		})
		switch {
		case s.ctx.Err() != nil:
			return nil, false, s.ctx.Err()
		case full || w.tries > maxTries:
			return proofs, true, nil
		}
	}
	return proofs, false, nil
}

// walk is one round of looking for proofs of up to a size.
type walk struct {
	*search
	size, next int
	tries      int
}

// proofs yields the proofs of a node of up to a size in which nothing on path, the
// triples that it is to prove, comes again. It reports whether yield wants more.
func (w *walk) proofs(n *node, most int, path []graph.Triple, yield func(*Proof) bool) bool {
	if slices.Contains(path, n.triple) {
		return true
	}
	path = append(slices.Clip(path), n.triple)
	for _, st := range n.steps {
		if st.missing > 0 {
			continue
		}
		if w.tries++; w.tries > maxTries || w.tries%1024 == 0 && w.ctx.Err() != nil {
			return false
		}
		if over := st.cost - most; over > 0 {
			w.next = min(w.next, w.size+over)
			continue
		}
		if !w.premises(st, 0, most-st.cost, nil, path, yield) {
			return false
		}
	}
	return true
}

// premises yields the proofs by a step whose first premises are proved, with slack
// more than the smallest proofs of the others take.
func (w *walk) premises(st *step, i, slack int, done []*Proof, path []graph.Triple, yield func(*Proof) bool) bool {
	if i == len(st.premises) {
		return yield(st.clause.proof(st.to.triple, done))
	}
	p := st.premises[i]
	return w.proofs(p, p.cost+slack, path, func(q *Proof) bool {
		return w.premises(st, i+1, slack-(q.Size-p.cost), append(slices.Clip(done), q), path, yield)
	})
}

// proof puts a proof together. What only a part of a chain says gives way to its
// own premises.
func (k *clause) proof(t graph.Triple, premises []*Proof) *Proof {
	p := &Proof{Triple: t, Size: 1}
	if k == nil {
		return p
	}
	p.Rule, p.Axiom = k.rule, k.axiom
	if k.isPart() {
		p.Size = 0
	}
	for _, q := range premises {
		p.Size += q.Size
		if q.Rule == Chain && q.Axiom == (graph.Triple{}) {
			p.Premises = append(p.Premises, q.Premises...)
			continue
		}
		p.Premises = append(p.Premises, q)
	}
	return p
}
