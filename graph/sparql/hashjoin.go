package sparql

import (
	"policygraph/graph"
)

// hashTable holds solutions, found by what they have in some of their slots.
type hashTable struct {
	columns   []int // the slots it keeps
	keys      []int // of these, the ones that are looked up: bound in each solution
	rows      []graph.ID
	n         int
	found     *tuples // distinct keys
	first     []int32 // the first row of each key
	last      []int32
	following []int32 // the next row of the same key, -1 if it is the last
	key       []graph.ID
}

func newHashTable(columns, keys []int) *hashTable {
	return &hashTable{columns: columns, keys: keys, found: newTuples(len(keys)), key: make([]graph.ID, len(keys))}
}

// add copies the current row.
func (t *hashTable) add(x *run) bool {
	for _, slot := range t.columns {
		t.rows = appendIDs(x, t.rows, x.row[slot])
	}
	x.take(4)
	n := int32(t.n)
	t.n++
	t.following = append(t.following, -1)
	number, fresh := t.found.add(x, t.keyOf(x))
	if fresh {
		x.take(8)
		t.first, t.last = append(t.first, n), append(t.last, n)
		return x.tick()
	}
	t.following[t.last[number]] = n
	t.last[number] = n
	return x.tick()
}

func (t *hashTable) keyOf(x *run) []graph.ID {
	for i, slot := range t.keys {
		t.key[i] = x.row[slot]
	}
	return t.key
}

func (t *hashTable) row(n int32) []graph.ID {
	w := len(t.columns)
	return t.rows[int(n)*w : (int(n)+1)*w]
}

// matching is the first of the rows with the current row's key; the others
// follow it. -1 if there are none.
func (t *hashTable) matching(x *run) int32 {
	if number := t.found.number(t.keyOf(x)); number >= 0 {
		return t.first[number]
	}
	return -1
}

func (t *hashTable) free(x *run) {
	t.found.free(x)
	x.take(-4*cap(t.rows) - 4*t.n - 8*len(t.first))
}

// collected is an operator whose solutions are made once, alone, and then
// found by hash: for operators that must not see what others have bound, and
// where one evaluation is cheaper than many.
type collected struct {
	input   operator
	columns []int // the slots that input may bind
	keys    []int // of these, the ones that are bound for certain on both sides
	outer   []int // slots of the solution an EXISTS is asked of, which input sees
	exists  int   // the register of that solution
	source  source
}

// table makes a function that gives the table, which it makes again if what
// the input depends on has changed.
func (op *collected) table(x *run) func() *hashTable {
	var t *hashTable
	var g *graph.Graph
	seen := make([]graph.ID, len(op.outer))
	saved := make([]graph.ID, len(x.row))
	collect := x.begin(op.input, func() bool { return t.add(x) })
	changed := func() bool {
		different := t == nil || g != op.source.at(x)
		for i, slot := range op.outer {
			now := x.snapshots[op.exists][slot]
			different = different || seen[i] != now
			seen[i] = now
		}
		return different
	}
	return func() *hashTable {
		if !changed() {
			return t
		}
		if t != nil {
			t.free(x)
		}
		t, g = newHashTable(op.columns, op.keys), op.source.at(x)
		copy(saved, x.row)
		clear(x.row)
		for i, slot := range op.outer {
			x.row[slot] = seen[i]
		}
		collect()
		copy(x.row, saved)
		return t
	}
}

// hashJoin joins the current row with the solutions of a collected operator.
type hashJoin struct {
	info
	collected
}

func (op *hashJoin) start(x *run, next step) step {
	bound := make([]int, 0, len(op.columns))
	return op.each(x, func(values []graph.ID) bool {
		var ok bool
		if bound, ok = x.merge(op.columns, values, bound[:0]); !ok {
			return true
		}
		ok = next()
		x.unbind(bound)
		return ok
	})
}

// each makes a step that calls fn with each row that has the current row's key,
// until it returns false.
func (op *collected) each(x *run, fn func(values []graph.ID) bool) step {
	table := op.table(x)
	return func() bool {
		t := table()
		if x.err != nil {
			return false
		}
		for n := t.matching(x); n >= 0; n = t.following[n] {
			if !x.tick() || !fn(t.row(n)) {
				return false
			}
		}
		return true
	}
}

// merge binds slots that are open to the values of a row and appends them to
// bound, unless a slot has another value: then it binds nothing.
func (x *run) merge(slots []int, values []graph.ID, bound []int) ([]int, bool) {
	for i, slot := range slots {
		switch have := x.row[slot]; {
		case values[i] == 0 || have == values[i]:
		case have == 0:
			x.row[slot] = values[i]
			bound = append(bound, slot)
		default:
			x.unbind(bound)
			return bound[:0], false
		}
	}
	return bound, true
}

func (x *run) unbind(slots []int) {
	for _, slot := range slots {
		x.row[slot] = 0
	}
}

// minus drops the current row if the right side has a solution that is
// compatible and shares a variable with it. Variables that the solution an
// EXISTS is asked of has bound are constants, and not shared.
type minus struct {
	info
	collected
	left     varSet // the variables of the left side
	snapshot int    // of the enclosing EXISTS, -1 if there is none
}

func (op *minus) start(x *run, next step) step {
	excluded := false
	look := op.each(x, func(values []graph.ID) bool {
		excluded = op.excludes(x, values)
		return !excluded
	})
	return func() bool {
		excluded = false
		look()
		return x.err == nil && (excluded || next())
	}
}

func (op *minus) excludes(x *run, values []graph.ID) bool {
	shared := false
	for i, slot := range op.columns {
		have := x.row[slot]
		if have == 0 || values[i] == 0 || !op.left.has(slot) {
			continue
		}
		if have != values[i] {
			return false
		}
		shared = shared || op.snapshot < 0 || x.snapshots[op.snapshot][slot] == 0
	}
	return shared
}
