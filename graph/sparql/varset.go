package sparql

import "math/bits"

// varSet is a set of slots. Sets are values: no operation changes its operands,
// besides add.
type varSet []uint64

func setOf(slots ...int) (s varSet) {
	for _, slot := range slots {
		s.add(slot)
	}
	return s
}

func (s *varSet) add(slot int) {
	for len(*s) <= slot/64 {
		*s = append(*s, 0)
	}
	(*s)[slot/64] |= 1 << (slot % 64)
}

func (s varSet) has(slot int) bool {
	return slot/64 < len(s) && s[slot/64]&(1<<(slot%64)) != 0
}

// combine makes a set of the words of both; the shorter one counts as padded
// with zeros.
func (s varSet) combine(t varSet, op func(a, b uint64) uint64) varSet {
	word := func(v varSet, i int) uint64 {
		if i < len(v) {
			return v[i]
		}
		return 0
	}
	all := make(varSet, max(len(s), len(t)))
	for i := range all {
		all[i] = op(word(s, i), word(t, i))
	}
	return all
}

func (s varSet) union(t varSet) varSet {
	return s.combine(t, func(a, b uint64) uint64 { return a | b })
}

func (s varSet) intersect(t varSet) varSet {
	return s.combine(t, func(a, b uint64) uint64 { return a & b })
}

func (s varSet) minus(t varSet) varSet {
	return s.combine(t, func(a, b uint64) uint64 { return a &^ b })
}

func (s varSet) empty() bool {
	for _, w := range s {
		if w != 0 {
			return false
		}
	}
	return true
}

func (s varSet) within(t varSet) bool { return s.minus(t).empty() }

// slots lists the members in order.
func (s varSet) slots() (all []int) {
	for i, w := range s {
		for ; w != 0; w &= w - 1 {
			all = append(all, i*64+bits.TrailingZeros64(w))
		}
	}
	return all
}
