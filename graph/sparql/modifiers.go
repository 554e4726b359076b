package sparql

import (
	"policygraph/graph"
)

// distinct drops rows that agree with an earlier one in some slots.
type distinct struct {
	info
	slots []int
}

func (op *distinct) start(x *run, next step) step {
	key := make([]graph.ID, len(op.slots))
	var seen *tuples
	input := x.begin(op.inputs[0], func() bool {
		for i, slot := range op.slots {
			key[i] = x.row[slot]
		}
		if _, fresh := seen.add(x, key); !fresh {
			return x.tick()
		}
		return next()
	})
	return func() bool {
		seen = newTuples(len(key))
		ok := input()
		seen.free(x)
		return ok
	}
}

// reduced drops rows that agree with the one before them.
type reduced struct {
	info
	slots []int
}

func (op *reduced) start(x *run, next step) step {
	last := make([]graph.ID, len(op.slots))
	first := true
	input := x.begin(op.inputs[0], func() bool {
		same := !first
		for i, slot := range op.slots {
			same = same && last[i] == x.row[slot]
			last[i] = x.row[slot]
		}
		first = false
		if same {
			return x.tick()
		}
		return next()
	})
	return func() bool {
		first = true
		return input()
	}
}

// slice passes on limit rows behind the first offset ones, and stops its input
// then. A negative limit is none.
type slice struct {
	info
	offset, limit int64
}

func (op *slice) start(x *run, next step) step {
	var n int64
	ok := true
	input := x.begin(op.inputs[0], func() bool {
		n++
		if n <= op.offset {
			return x.tick()
		}
		ok = next()
		return ok && (op.limit < 0 || n-op.offset < op.limit)
	})
	return func() bool {
		n, ok = 0, true
		if op.limit != 0 {
			input()
		}
		return ok && x.err == nil
	}
}

// project says what a query level shows. The other slots stay as they are: no
// one looks at them.
type project struct{ info }

func (op *project) start(x *run, next step) step { return x.begin(op.inputs[0], next) }

// once passes on the first solution of its input for each row that comes, where
// nobody looks at what it binds.
type once struct{ info }

func (op *once) start(x *run, next step) step {
	ok := true
	input := x.begin(op.inputs[0], func() bool {
		ok = next()
		return false
	})
	return func() bool {
		ok = true
		input()
		return ok && x.err == nil
	}
}
