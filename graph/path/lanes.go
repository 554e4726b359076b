package path

import (
	"math/bits"
	"slices"

	"policygraph/graph"
)

// width is how many sets of nodes lanes hold.
const width = 64

// lanes are 64 sets of nodes, walked at once: bit i of a node's mask says
// whether the node is in set i.
type lanes struct {
	mask []uint64   // by ID
	list []graph.ID // the nodes whose masks are not 0, each once
}

// add puts a node into the sets of m.
func (l *lanes) add(n graph.ID, m uint64) {
	old := l.mask[n]
	if old == 0 {
		l.list = append(l.list, n)
	}
	l.mask[n] = old | m
}

// addAll puts all nodes of other into the same sets of l.
func (l *lanes) addAll(other *lanes) {
	for _, n := range other.list {
		l.add(n, other.mask[n])
	}
}

// reset makes all sets empty.
func (l *lanes) reset() {
	for _, n := range l.list {
		l.mask[n] = 0
	}
	l.list = l.list[:0]
}

// sparseSet is how many IDs there may be for each node of the sets for looking
// at all of them to be faster than sorting.
const sparseSet = 16

// sorted brings the list into order and returns it.
func (l *lanes) sorted() []graph.ID {
	if len(l.list) < 2 {
		return l.list
	}
	lo, hi := slices.Min(l.list), slices.Max(l.list)
	if int(hi-lo) > sparseSet*len(l.list) {
		slices.Sort(l.list)
		return l.list
	}
	l.list = l.list[:0]
	for n := lo; n <= hi; n++ {
		if l.mask[n] != 0 {
			l.list = append(l.list, n)
		}
	}
	return l.list
}

// deal appends to each set's list its nodes, in order.
func (l *lanes) deal(sets *[width][]graph.ID) {
	for _, n := range l.sorted() {
		for m := l.mask[n]; m != 0; m &= m - 1 {
			i := bits.TrailingZeros64(m)
			sets[i] = append(sets[i], n)
		}
	}
}
