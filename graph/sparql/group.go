package sparql

import (
	"policygraph/graph"
	"policygraph/graph/sparql/value"
)

// group is grouping and aggregation. Groups come in the order of their first
// rows.
type group struct {
	info
	keys       []expression
	slots      []int // of the keys; -1 for one that binds nothing
	aggregates []aggregate
}

// aggregate is a set function over the rows of a group.
type aggregate struct {
	slot  int
	start func(x *run) accumulator
}

// accumulator computes one aggregate for all groups.
type accumulator interface {
	grow()                    // one more group, with the next number
	add(n int)                // the current row belongs to group n
	result(n int) value.Value // the zero Value for an error
}

func (op *group) start(x *run, next step) step {
	g := &grouper{op: op, x: x, next: next, key: make([]graph.ID, len(op.keys))}
	g.compute = mapped(op.keys, func(e expression) func() graph.ID { return e.ids(x) })
	g.input = x.begin(op.inputs[0], g.add)
	return g.step
}

type grouper struct {
	op           *group
	x            *run
	next         step
	input        step
	compute      []func() graph.ID
	key          []graph.ID
	groups       *tuples
	last         int // the group of the row before
	accumulators []accumulator
}

func (g *grouper) step() bool {
	g.groups, g.last = newTuples(len(g.key)), -1
	g.accumulators = mapped(g.op.aggregates, func(a aggregate) accumulator { return a.start(g.x) })
	if len(g.key) == 0 {
		g.find()
	}
	if !g.input() || g.x.err != nil {
		return false
	}
	for n := range g.groups.n {
		if !g.give(n) {
			return false
		}
	}
	g.groups.free(g.x)
	return true
}

func (g *grouper) add() bool {
	same := g.last >= 0
	for i, compute := range g.compute {
		id := compute()
		same = same && g.key[i] == id
		g.key[i] = id
	}
	if !same {
		g.find()
	}
	for _, a := range g.accumulators {
		a.add(g.last)
	}
	return g.x.tick()
}

// find makes the group of the key the last one.
func (g *grouper) find() {
	n, fresh := g.groups.add(g.x, g.key)
	g.last = n
	if !fresh {
		return
	}
	for _, a := range g.accumulators {
		a.grow()
	}
}

// give passes group n on.
func (g *grouper) give(n int) bool {
	row, key := g.x.row, g.groups.row(n)
	for i, slot := range g.op.slots {
		if slot >= 0 {
			row[slot] = key[i]
		}
	}
	for i, a := range g.accumulators {
		if v := a.result(n); !v.IsZero() {
			row[g.op.aggregates[i].slot] = g.x.id(g.x, v)
		}
	}
	ok := g.x.tick() && g.next()
	for _, slot := range g.op.slots {
		if slot >= 0 {
			row[slot] = 0
		}
	}
	for _, a := range g.op.aggregates {
		row[a.slot] = 0
	}
	return ok
}
