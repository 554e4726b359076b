package sparql

import "policygraph/graph"

// tuples is a list of distinct rows of one width, found by their hashes. Rows
// are numbered in the order they came.
type tuples struct {
	width int
	n     int
	ids   []graph.ID // n rows, one behind the other
	slots []uint32   // open addressing: number of a row plus one; a power of two long, at most half full
}

const firstTupleSlots = 64

func newTuples(width int) *tuples {
	return &tuples{width: width, slots: make([]uint32, firstTupleSlots)}
}

func (t *tuples) row(i int) []graph.ID { return t.ids[i*t.width : (i+1)*t.width] }

// find is the place of key in slots: where it is, or where it would go.
func (t *tuples) find(key []graph.ID) uint32 {
	mask := uint32(len(t.slots) - 1)
	for i := hashIDs(key) & mask; ; i = (i + 1) & mask {
		if n := t.slots[i]; n == 0 || equalIDs(t.row(int(n-1)), key) {
			return i
		}
	}
}

// number is the number of a row, -1 if there is none.
func (t *tuples) number(key []graph.ID) int { return int(t.slots[t.find(key)]) - 1 }

// add gives the number of a row, a new one if it was not there.
func (t *tuples) add(x *run, key []graph.ID) (number int, fresh bool) {
	i := t.find(key)
	if n := t.slots[i]; n != 0 {
		return int(n - 1), false
	}
	t.ids = appendIDs(x, t.ids, key...)
	t.n++
	t.slots[i] = uint32(t.n)
	if 2*t.n > len(t.slots) {
		t.grow(x)
	}
	return t.n - 1, true
}

func (t *tuples) grow(x *run) {
	x.take(4 * len(t.slots))
	t.slots = make([]uint32, 2*len(t.slots))
	mask := uint32(len(t.slots) - 1)
	for n := range t.n {
		i := hashIDs(t.row(n)) & mask
		for t.slots[i] != 0 {
			i = (i + 1) & mask
		}
		t.slots[i] = uint32(n + 1)
	}
}

// free gives the memory back to the run.
func (t *tuples) free(x *run) { x.take(-4 * (cap(t.ids) + len(t.slots) - firstTupleSlots)) }

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
