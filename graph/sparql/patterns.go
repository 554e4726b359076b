package sparql

import (
	"github.com/cayleygraph/quad"

	"policygraph/graph"
	"policygraph/graph/sparql/value"
)

// sequence is operators that see what those before them bind.
type sequence struct {
	info
	ops []operator
}

func (op *sequence) start(x *run, next step) step { return x.beginAll(op.ops, next) }

// optional adds to the current row each solution of right for which condition
// is true, and keeps it as it is if there is none.
type optional struct {
	info
	right     operator
	condition predicate // nil: true
}

func (op *optional) start(x *run, next step) step {
	found := false
	condition := always
	if op.condition != nil {
		condition = op.condition(x)
	}
	right := x.begin(op.right, func() bool {
		if condition() != value.True {
			return x.tick()
		}
		found = true
		return next()
	})
	return func() bool {
		found = false
		return right() && (found || next())
	}
}

func always() value.Truth { return value.True }

// union is the solutions of each branch in turn.
type union struct {
	info
	branches []operator
}

func (op *union) start(x *run, next step) step {
	steps := mapped(op.branches, func(b operator) step { return x.begin(b, next) })
	return func() bool {
		for _, s := range steps {
			if !s() {
				return false
			}
		}
		return true
	}
}

// filter keeps rows for which an expression is true.
type filter struct {
	info
	condition predicate
}

func (op *filter) start(x *run, next step) step {
	condition := op.condition(x)
	return func() bool {
		if condition() != value.True {
			return x.tick()
		}
		return next()
	}
}

// extend binds a slot to the value of an expression. If that is an error, it
// binds nothing; if the slot has another value, it drops the row.
type extend struct {
	info
	slot  int
	value expression
	first bool // of the extends that make one solution
}

func (op *extend) start(x *run, next step) step {
	compute := op.value.ids(x)
	return func() bool {
		if op.first {
			x.solution++
		}
		id := compute()
		have := x.row[op.slot]
		switch {
		case x.err != nil:
			return false
		case id == 0 || id == have:
			return next()
		case have != 0:
			return x.tick()
		}
		x.row[op.slot] = id
		ok := next()
		x.row[op.slot] = 0
		return ok
	}
}

// table is the rows of VALUES.
type table struct {
	info
	slots  []int
	values [][]quad.Value
}

func (op *table) start(x *run, next step) step {
	rows := make([][]graph.ID, len(op.values))
	for i, row := range op.values {
		rows[i] = mapped(row, func(v quad.Value) graph.ID {
			if v == nil {
				return 0
			}
			return x.id(x, value.Of(v))
		})
	}
	bound := make([]int, 0, len(op.slots))
	return func() bool {
		for _, row := range rows {
			var ok bool
			if bound, ok = x.merge(op.slots, row, bound[:0]); !ok {
				continue
			}
			ok = x.tick() && next()
			x.unbind(bound)
			if !ok {
				return false
			}
		}
		return true
	}
}

// graphs evaluates its input over each named graph, or over the one that its
// slot is bound to.
type graphs struct {
	info
	slot     int
	register int
	input    operator
}

func (op *graphs) start(x *run, next step) step {
	input := x.begin(op.input, next)
	over := func(g *graph.Graph) bool {
		x.graphs[op.register] = g
		return x.tick() && input()
	}
	return func() bool {
		if have := x.row[op.slot]; have != 0 {
			g := x.plan.named.graph(have)
			return g == nil || over(g)
		}
		for _, g := range x.plan.named {
			x.row[op.slot] = g.Name()
			ok := over(g)
			x.row[op.slot] = 0
			if !ok {
				return false
			}
		}
		return true
	}
}

// nothing has no solution.
type nothing struct{ info }

func (op *nothing) start(*run, step) step { return func() bool { return true } }
