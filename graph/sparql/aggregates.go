package sparql

import (
	"policygraph/graph"
	"policygraph/graph/sparql/syntax"
	"policygraph/graph/sparql/value"
)

// aggregate makes a set function ready: counting works on IDs, the others on
// values.
func (c *compiler) aggregate(a syntax.Aggregate, in inputs, rows []int) aggregate {
	slot := c.vars.slot(a.Var)
	if a.Arg == nil {
		return aggregate{slot, countRows(a.Distinct, rows)}
	}
	arg := c.expr(a.Arg, in)
	if a.Name == "COUNT" {
		return aggregate{slot, countValues(a.Distinct, arg)}
	}
	return aggregate{slot, func(x *run) accumulator {
		return &setFunction{x: x, make: func() value.Aggregate {
			f, _ := value.NewAggregate(a.Name, value.AggregateOptions{Separator: a.Separator})
			return f
		}, distinct: a.Distinct, once: onceIn(a.Distinct), arg: arg.values(x), keeps: a.Name == "GROUP_CONCAT"}
	}}
}

// counts is a COUNT: of rows that count, or of different ones.
type counts struct {
	x       *run
	n       []int64
	counted func(n int) bool
}

func (c *counts) grow() {
	c.x.take(8)
	c.n = append(c.n, 0)
}

func (c *counts) add(n int) {
	if c.counted(n) {
		c.n[n]++
	}
}

func (c *counts) result(n int) value.Value { return value.NewInt(c.n[n]) }

// countRows is COUNT(*), of all rows or of those that differ in slots.
func countRows(distinct bool, slots []int) func(x *run) accumulator {
	return func(x *run) accumulator {
		if !distinct {
			return &counts{x: x, counted: func(int) bool { return true }}
		}
		key, seen := make([]graph.ID, len(slots)+1), newTuples(len(slots)+1)
		return &counts{x: x, counted: func(n int) bool {
			key[0] = graph.ID(n)
			for i, slot := range slots {
				key[i+1] = x.row[slot]
			}
			_, fresh := seen.add(x, key)
			return fresh
		}}
	}
}

// countValues is COUNT of an expression.
func countValues(distinct bool, arg expression) func(x *run) accumulator {
	return func(x *run) accumulator {
		id, once := arg.ids(x), onceIn(distinct)
		return &counts{x: x, counted: func(n int) bool {
			v := id()
			return v != 0 && once(x, n, v)
		}}
	}
}

// onceIn makes a function that is true at the first time a group has a value,
// and always if values may repeat.
func onceIn(distinct bool) func(x *run, n int, v graph.ID) bool {
	if !distinct {
		return func(*run, int, graph.ID) bool { return true }
	}
	seen := newPairSet()
	return func(x *run, n int, v graph.ID) bool { return seen.add(x, n, v) }
}

// setFunction is any other aggregate.
type setFunction struct {
	x        *run
	make     func() value.Aggregate
	distinct bool
	once     func(x *run, n int, v graph.ID) bool
	arg      func() value.Value
	keeps    bool // all text it is given
	groups   []value.Aggregate
}

// setFunctionCost is about what the state of one group takes.
const setFunctionCost = 240

func (f *setFunction) grow() {
	f.x.take(setFunctionCost)
	f.groups = append(f.groups, f.make())
}

func (f *setFunction) add(n int) {
	v := f.arg()
	if f.distinct && !v.IsZero() && !f.once(f.x, n, f.x.id(f.x, v)) {
		return
	}
	if f.keeps {
		f.x.take(len(v.Text()))
	}
	f.groups[n].Add(v)
}

func (f *setFunction) result(n int) value.Value {
	v, err := f.groups[n].Result()
	if err != nil {
		return value.Value{}
	}
	return v
}
