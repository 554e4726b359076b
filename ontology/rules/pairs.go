package rules

import (
	"iter"
	"math/bits"
	"slices"
	"sort"

	"policygraph/graph"
)

// pair is the two ends of an edge, so that the order of numbers is that of the
// first end, then the second.
type pair uint64

func makePair(first, second graph.ID) pair { return pair(first)<<32 | pair(second) }

func (p pair) first() graph.ID  { return graph.ID(p >> 32) }
func (p pair) second() graph.ID { return graph.ID(p) }
func (p pair) swapped() pair    { return p<<32 | p>>32 }

// sortPairs sorts, byte by byte from the least; bytes that are the same in all
// pairs cost nothing. It returns the sorted pairs, in p's memory or in spare's.
func sortPairs(p, spare []pair) (sorted, other []pair) {
	if len(p) < 256 {
		slices.Sort(p)
		return p, spare
	}
	if cap(spare) < len(p) {
		spare = make([]pair, len(p))
	}
	spare = spare[:len(p)]
	var count [8][256]uint32
	for _, v := range p {
		for b := range count {
			count[b][byte(v>>(8*b))]++
		}
	}
	for b := range count {
		shift := 8 * b
		if int(count[b][byte(p[0]>>shift)]) == len(p) {
			continue
		}
		at := uint32(0)
		for i, n := range count[b] {
			count[b][i] = at
			at += n
		}
		for _, v := range p {
			i := byte(v >> shift)
			spare[count[b][i]] = v
			count[b][i]++
		}
		p, spare = spare, p
	}
	return p, spare
}

// without is what is in a and not in b, both sorted, a's duplicates once.
func without(a, b []pair) []pair {
	var out []pair
	i := 0
	for k, v := range a {
		if k > 0 && v == a[k-1] {
			continue
		}
		for i < len(b) && b[i] < v {
			i++
		}
		if i == len(b) || b[i] != v {
			out = append(out, v)
		}
	}
	return out
}

// merge puts two sorted lists with nothing in common into one.
func merge(a, b []pair) []pair {
	switch {
	case len(a) == 0:
		return b
	case len(b) == 0:
		return a
	}
	out := make([]pair, 0, len(a)+len(b))
	for len(a) > 0 && len(b) > 0 {
		if a[0] < b[0] {
			out, a = append(out, a[0]), a[1:]
		} else {
			out, b = append(out, b[0]), b[1:]
		}
	}
	return append(append(out, a...), b...)
}

// startingWith are the pairs of a sorted list with a first end.
func startingWith(p []pair, first graph.ID) []pair {
	lo := sort.Search(len(p), func(i int) bool { return p[i] >= makePair(first, 0) })
	n := sort.Search(len(p)-lo, func(i int) bool { return p[lo+i].first() != first })
	return p[lo : lo+n]
}

// pairSet is a set of pairs: a table with open addressing, where 0 is no pair.
type pairSet struct {
	table []pair // as long as a power of two
	shift int    // that makes 64 bits a place
	n     int
}

// add reports whether v is new.
func (s *pairSet) add(v pair) bool {
	if 2*s.n >= len(s.table) {
		s.resize(max(64, 2*len(s.table)))
	}
	for i := s.place(v); ; i = (i + 1) & (len(s.table) - 1) {
		switch s.table[i] {
		case 0:
			s.table[i] = v
			s.n++
			return true
		case v:
			return false
		}
	}
}

// place is where v would stand if nothing were in its way: the upper bits of a
// product, which depend on all of v.
func (s *pairSet) place(v pair) int { return int(uint64(v) * 0x9E3779B97F4A7C15 >> s.shift) }

// reserve makes room for n pairs more.
func (s *pairSet) reserve(n int) {
	size := 64
	for size < 2*(s.n+n) {
		size *= 2
	}
	if size > len(s.table) {
		s.resize(size)
	}
}

func (s *pairSet) resize(size int) {
	old := s.table
	s.table = make([]pair, size)
	s.shift = 65 - bits.Len(uint(size))
	for _, v := range old {
		if v == 0 {
			continue
		}
		i := s.place(v)
		for s.table[i] != 0 {
			i = (i + 1) & (len(s.table) - 1)
		}
		s.table[i] = v
	}
}

// relation is all edges with one predicate.
type relation struct {
	objects, subjects []graph.ID // what is asserted, by object, then subject
	fresh             []pair     // what follows, subject first, in order
	subjectFirst      []pair     // all, in order; nil until asked for
	objectFirst       []pair
}

func newRelation(x *axioms, p graph.ID) *relation {
	r := new(relation)
	if p <= x.terms {
		r.objects, r.subjects = x.g.With(p)
	}
	return r
}

// all are the edges, subject first, what is asserted before what follows.
func (r *relation) all() iter.Seq[pair] {
	return func(yield func(pair) bool) {
		for i, s := range r.subjects {
			if !yield(makePair(s, r.objects[i])) {
				return
			}
		}
		for _, v := range r.fresh {
			if !yield(v) {
				return
			}
		}
	}
}

func (r *relation) bySubject() []pair {
	if r.subjectFirst == nil && len(r.subjects)+len(r.fresh) > 0 {
		asserted := make([]pair, len(r.subjects))
		for i, s := range r.subjects {
			asserted[i] = makePair(s, r.objects[i])
		}
		asserted, _ = sortPairs(asserted, nil)
		r.subjectFirst = merge(asserted, r.fresh)
	}
	return r.subjectFirst
}

func (r *relation) byObject() []pair {
	if r.objectFirst == nil && len(r.subjects)+len(r.fresh) > 0 {
		asserted := make([]pair, len(r.subjects))
		for i, s := range r.subjects {
			asserted[i] = makePair(r.objects[i], s)
		}
		fresh := make([]pair, len(r.fresh))
		for i, v := range r.fresh {
			fresh[i] = v.swapped()
		}
		fresh, _ = sortPairs(fresh, nil)
		r.objectFirst = merge(asserted, fresh)
	}
	return r.objectFirst
}

// grow adds candidates, and returns those that are new, in order.
func (r *relation) grow(candidates []pair) []pair {
	if len(candidates) == 0 {
		return nil
	}
	sorted, _ := sortPairs(candidates, nil)
	fresh := without(sorted, r.bySubject())
	if len(fresh) > 0 {
		r.subjectFirst = merge(r.subjectFirst, fresh)
		r.fresh = merge(r.fresh, fresh)
		r.objectFirst = nil
	}
	return fresh
}
