package sparql

import (
	"container/heap"
	"slices"

	"policygraph/graph"
	"policygraph/graph/sparql/value"
)

// orderBy collects its input and gives it in order; rows that are level stay in
// the order they came. With a most that is not negative it keeps no more rows
// than that.
type orderBy struct {
	info
	keys       []expression
	descending []bool
	slots      []int // that are kept
	most       int64
}

// sortRow is a row that waits for its turn.
type sortRow struct {
	keys []value.Value
	ids  []graph.ID
	at   int // its number among all
}

// sorter orders rows; as a heap, it has the last one at its top.
type sorter struct {
	op      *orderBy
	x       *run
	compute []func() value.Value
	rows    []sortRow
	n       int
	spare   sortRow
}

// Bytes that a row takes besides its IDs, and for each of its keys.
const (
	sortRowCost = 56
	sortKeyCost = 96
)

func (op *orderBy) start(x *run, next step) step {
	s := &sorter{op: op, x: x, compute: mapped(op.keys, func(e expression) func() value.Value { return e.values(x) })}
	input := x.begin(op.inputs[0], s.add)
	bound := make([]int, 0, len(op.slots))
	return func() bool {
		s.rows, s.n = nil, 0
		if !input() || x.err != nil {
			return false
		}
		slices.SortFunc(s.rows, s.compare)
		for _, r := range s.rows {
			if x.err != nil || !x.tick() {
				return false
			}
			bound, _ = x.merge(op.slots, r.ids, bound[:0])
			ok := next()
			x.unbind(bound)
			if !ok {
				return false
			}
		}
		x.take(-len(s.rows) * s.cost())
		return true
	}
}

func (s *sorter) cost() int { return sortRowCost + sortKeyCost*len(s.compute) + 4*len(s.op.slots) }

// add takes the current row, and lets go of the last one where there are enough.
func (s *sorter) add() bool {
	r := s.current()
	switch {
	case s.op.most < 0:
		s.x.take(s.cost())
		s.rows = append(s.rows, r)
	case int64(len(s.rows)) < s.op.most:
		s.x.take(s.cost())
		heap.Push(s, r)
	case len(s.rows) > 0 && s.compare(r, s.rows[0]) < 0:
		s.rows[0], s.spare = r, s.rows[0]
		heap.Fix(s, 0)
	default:
		s.spare = r
	}
	return s.x.tick()
}

// current makes a sortRow of the current row, in the memory of one that is no
// longer needed, if there is one.
func (s *sorter) current() sortRow {
	r := s.spare
	s.spare = sortRow{}
	if r.ids == nil {
		r = sortRow{keys: make([]value.Value, len(s.compute)), ids: make([]graph.ID, len(s.op.slots))}
	}
	for i, compute := range s.compute {
		r.keys[i] = compute()
	}
	for i, slot := range s.op.slots {
		r.ids[i] = s.x.row[slot]
	}
	r.at = s.n
	s.n++
	return r
}

func (s *sorter) compare(a, b sortRow) int {
	if !s.x.tick() {
		return 0
	}
	for i := range a.keys {
		if c := value.Order(a.keys[i], b.keys[i]); c != 0 {
			if s.op.descending[i] {
				return -c
			}
			return c
		}
	}
	return a.at - b.at
}

func (s *sorter) Len() int           { return len(s.rows) }
func (s *sorter) Less(i, j int) bool { return s.compare(s.rows[i], s.rows[j]) > 0 }
func (s *sorter) Swap(i, j int)      { s.rows[i], s.rows[j] = s.rows[j], s.rows[i] }
func (s *sorter) Push(r any)         { s.rows = append(s.rows, r.(sortRow)) }

func (s *sorter) Pop() any {
	last := s.rows[len(s.rows)-1]
	s.rows = s.rows[:len(s.rows)-1]
	return last
}
