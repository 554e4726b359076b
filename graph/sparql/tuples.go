package sparql

import "policygraph/graph"

// tuples is a list of distinct rows of one width, found by their hashes. Rows
// are numbered in the order they came.
type tuples struct {
	width int
	n     int
	ids   []graph.ID  // n rows, one behind the other
	slots []tupleSlot // open addressing: a power of two long, at most half full
}

// tupleSlot is the number of a row plus one, 0 if it is free, and the row's
// hash, which spares most comparisons.
type tupleSlot struct{ next, hash uint32 }

const (
	firstTupleSlots = 64
	tupleSlotBytes  = 8
)

func newTuples(width int) *tuples {
	return &tuples{width: width, slots: make([]tupleSlot, firstTupleSlots)}
}

func (t *tuples) row(i int) []graph.ID { return t.ids[i*t.width : (i+1)*t.width] }

// find is the place of key in slots: where it is, or where it would go.
func (t *tuples) find(key []graph.ID, hash uint32) *tupleSlot {
	mask := uint32(len(t.slots) - 1)
	for i := hash & mask; ; i = (i + 1) & mask {
		s := &t.slots[i]
		if s.next == 0 || s.hash == hash && equalIDs(t.row(int(s.next-1)), key) {
			return s
		}
	}
}

// number is the number of a row, -1 if there is none.
func (t *tuples) number(key []graph.ID) int { return int(t.find(key, hashIDs(key)).next) - 1 }

// add gives the number of a row, a new one if it was not there.
func (t *tuples) add(x *run, key []graph.ID) (number int, fresh bool) {
	hash := hashIDs(key)
	s := t.find(key, hash)
	if s.next != 0 {
		return int(s.next - 1), false
	}
	t.ids = appendIDs(x, t.ids, key...)
	t.n++
	*s = tupleSlot{uint32(t.n), hash}
	if 2*t.n > len(t.slots) {
		t.grow(x)
	}
	return t.n - 1, true
}

func (t *tuples) grow(x *run) {
	x.take(tupleSlotBytes * len(t.slots))
	old := t.slots
	t.slots = make([]tupleSlot, 2*len(old))
	mask := uint32(len(t.slots) - 1)
	for _, s := range old {
		if s.next == 0 {
			continue
		}
		i := s.hash & mask
		for t.slots[i].next != 0 {
			i = (i + 1) & mask
		}
		t.slots[i] = s
	}
}

// free gives the memory back to the run.
func (t *tuples) free(x *run) {
	x.take(-4*cap(t.ids) - tupleSlotBytes*(len(t.slots)-firstTupleSlots))
}

// appendIDs appends, and accounts for what it takes to.
func appendIDs(x *run, to []graph.ID, ids ...graph.ID) []graph.ID {
	before := cap(to)
	to = append(to, ids...)
	if after := cap(to); after != before {
		x.take(4 * (after - before))
	}
	return to
}

func hashIDs(key []graph.ID) uint32 {
	h := uint64(0x9E3779B97F4A7C15)
	for _, id := range key {
		h = (h ^ uint64(id)) * 0xff51afd7ed558ccd
		h ^= h >> 32
	}
	return uint32(h ^ h>>15)
}

func equalIDs(a, b []graph.ID) bool {
	for i, id := range a {
		if id != b[i] {
			return false
		}
	}
	return true
}
