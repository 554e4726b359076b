package sparql

import "policygraph/graph"

// pairSet is a set of pairs of a number and an ID that is not 0. It is what
// COUNT(DISTINCT) spends its time in, and smaller than tuples.
type pairSet struct {
	slots []uint64 // open addressing, 0 is free; a power of two long, at most half full
	n     int
}

func newPairSet() *pairSet { return &pairSet{slots: make([]uint64, firstTupleSlots)} }

// add reports whether the pair is new.
func (s *pairSet) add(x *run, number int, id graph.ID) bool {
	pair := uint64(number)<<32 | uint64(id)
	at := s.find(pair)
	if s.slots[at] != 0 {
		return false
	}
	s.slots[at] = pair
	if s.n++; 2*s.n > len(s.slots) {
		s.grow(x)
	}
	return true
}

func (s *pairSet) find(pair uint64) uint64 {
	mask := uint64(len(s.slots) - 1)
	h := pair * 0x9E3779B97F4A7C15
	for i := (h ^ h>>32) & mask; ; i = (i + 1) & mask {
		if have := s.slots[i]; have == 0 || have == pair {
			return i
		}
	}
}

func (s *pairSet) grow(x *run) {
	old := s.slots
	x.take(8 * len(old))
	s.slots = make([]uint64, 2*len(old))
	for _, pair := range old {
		if pair != 0 {
			s.slots[s.find(pair)] = pair
		}
	}
}
