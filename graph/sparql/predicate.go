package sparql

import (
	"policygraph/graph"
	"policygraph/graph/sparql/syntax"
	"policygraph/graph/sparql/value"
)

// test makes an expression ready whose effective boolean value is asked for.
func (c *compiler) test(e syntax.Expr, in inputs) predicate {
	switch e := e.(type) {
	case syntax.Call:
		if test, ok := c.logic(e, in); ok {
			return test
		}
	case syntax.In:
		return c.in(e, in)
	case syntax.Exists:
		return c.exists(e, in)
	}
	return truth(c.expr(e, in))
}

// truth is the effective boolean value of an expression.
func truth(e expression) predicate {
	return func(x *run) func() value.Truth {
		compute := e.start(x)
		return func() value.Truth {
			v, err := compute()
			if err != nil {
				return value.Error
			}
			return v.EBV()
		}
	}
}

// logic is a call whose result is known to be a boolean; ok is false where e is
// none.
func (c *compiler) logic(e syntax.Call, in inputs) (test predicate, ok bool) {
	if op, ok := comparisons[e.Name]; ok {
		return compare(op, c.expr(e.Args[0], in), c.expr(e.Args[1], in)), true
	}
	switch e.Name {
	case "&&":
		return both(value.False, value.Truth.And, c.test(e.Args[0], in), c.test(e.Args[1], in)), true
	case "||":
		return both(value.True, value.Truth.Or, c.test(e.Args[0], in), c.test(e.Args[1], in)), true
	case "!":
		return not(c.test(e.Args[0], in)), true
	case "BOUND":
		slot := c.vars.slot(e.Args[0].(syntax.Var))
		return func(x *run) func() value.Truth {
			return func() value.Truth { return value.TruthOf(x.row[slot] != 0) }
		}, true
	}
	return nil, false
}

func compare(op value.Operator, left, right expression) predicate {
	return func(x *run) func() value.Truth {
		l, r := left.start(x), right.start(x)
		return func() value.Truth {
			v, err := l()
			if err != nil {
				return value.Error
			}
			w, err := r()
			if err != nil {
				return value.Error
			}
			return op.Apply(v, w)
		}
	}
}

// both is && or ||, which one of their operands may decide alone.
func both(decides value.Truth, join func(t, u value.Truth) value.Truth, left, right predicate) predicate {
	return func(x *run) func() value.Truth {
		l, r := left(x), right(x)
		return func() value.Truth {
			t := l()
			if t == decides {
				return t
			}
			return join(t, r())
		}
	}
}

func not(p predicate) predicate {
	return func(x *run) func() value.Truth {
		t := p(x)
		return func() value.Truth { return t().Not() }
	}
}

// in is IN and NOT IN (section 17.4.1.9).
func (c *compiler) in(e syntax.In, in inputs) predicate {
	needle, list := c.expr(e.X, in), c.exprs(e.List, in)
	test := func(x *run) func() value.Truth {
		first, members := needle.start(x), begun(x, list)
		return func() value.Truth {
			v, err := first()
			if err != nil {
				return value.Error
			}
			return among(v, members)
		}
	}
	if e.Not {
		return not(test)
	}
	return test
}

func among(v value.Value, members []evaluator) value.Truth {
	t := value.False
	for _, member := range members {
		same := value.Error
		if w, err := member(); err == nil {
			same = value.Equal(v, w)
		}
		if t = t.Or(same); t == value.True {
			break
		}
	}
	return t
}

// exists is EXISTS and NOT EXISTS: the pattern, in which the variables that the
// current row binds are constants (section 18.6).
func (c *compiler) exists(e syntax.Exists, in inputs) predicate {
	snapshot := c.snapshots
	c.snapshots++
	pattern := c.pattern(e.Pattern, in.inExists(snapshot))
	c.attach(pattern)
	return func(x *run) func() value.Truth {
		found := false
		x.snapshots[snapshot] = make([]graph.ID, len(x.row))
		look := x.begin(pattern, func() bool {
			found = true
			return false
		})
		return func() value.Truth {
			found = false
			copy(x.snapshots[snapshot], x.row)
			look()
			return value.TruthOf(found != e.Not)
		}
	}
}
