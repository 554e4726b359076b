package sparql

import (
	"fmt"

	"policygraph/graph"
	"policygraph/graph/sparql/syntax"
	"policygraph/graph/sparql/value"
)

// expression is an expression made ready for any run.
type expression struct {
	start func(x *run) evaluator
	slot  int // of a variable; -1 for all else
}

// evaluator computes an expression for the current row. Any error is a type
// error of SPARQL; a run that fails says so itself.
type evaluator func() (value.Value, error)

// predicate makes a test of the current row.
type predicate func(x *run) func() value.Truth

var errUnbound = fmt.Errorf("%w: a variable that is not bound", value.ErrType)

// ids makes a function that gives the ID of the expression's value, 0 for an
// error.
func (e expression) ids(x *run) func() graph.ID {
	if e.slot >= 0 {
		return func() graph.ID { return x.row[e.slot] }
	}
	compute := e.start(x)
	return func() graph.ID {
		v, err := compute()
		if err != nil || v.IsZero() {
			return 0
		}
		return x.id(x, v)
	}
}

// values makes a function that gives the expression's value, the zero Value
// for an error.
func (e expression) values(x *run) func() value.Value {
	compute := e.start(x)
	return func() value.Value {
		v, err := compute()
		if err != nil {
			return value.Value{}
		}
		return v
	}
}

// expr makes an expression ready. in is what is bound where it stands.
func (c *compiler) expr(e syntax.Expr, in inputs) expression {
	switch e := e.(type) {
	case syntax.Var:
		return c.variable(c.vars.slot(e))
	case syntax.Const:
		v := value.Of(e.Value)
		return computed(func(*run) evaluator {
			return func() (value.Value, error) { return v, nil }
		})
	case syntax.Call:
		return c.call(e, in)
	case syntax.FunctionCall:
		f, ok := value.Constructor(e.Function)
		if !ok {
			return c.refused(unknownFunction(e.Function))
		}
		return c.function(f, e.Args, in)
	}
	test := c.test(e, in)
	return computed(func(x *run) evaluator {
		t := test(x)
		return func() (value.Value, error) { return t().Value() }
	})
}

func computed(start func(x *run) evaluator) expression { return expression{start, -1} }

// refused is an expression that is always an error, as calls of unknown
// functions are.
func (c *compiler) refused(err error) expression {
	err = fmt.Errorf("%w: %w", value.ErrType, err)
	return computed(func(*run) evaluator {
		return func() (value.Value, error) { return value.Value{}, err }
	})
}

func (c *compiler) variable(slot int) expression {
	return expression{slot: slot, start: func(x *run) evaluator {
		return func() (value.Value, error) {
			if id := x.row[slot]; id != 0 {
				return x.value(id), nil
			}
			return value.Value{}, errUnbound
		}
	}}
}

// arithmetic is the operators on numbers, by their signs.
var arithmetic = map[string]func(v, w value.Value) (value.Value, error){
	"+": value.Add, "-": value.Subtract, "*": value.Multiply, "/": value.Divide,
}

// signs is the operators on one number.
var signs = map[string]func(v value.Value) (value.Value, error){"+": value.Plus, "-": value.Negate}

// comparisons is the operators that compare, by their signs.
var comparisons = map[string]value.Operator{
	"=": value.EQ, "!=": value.NE, "<": value.LT, "<=": value.LE, ">": value.GT, ">=": value.GE,
}

// call is an operator or built-in function.
func (c *compiler) call(e syntax.Call, in inputs) expression {
	if f, ok := signs[e.Name]; ok && len(e.Args) == 1 {
		return c.unary(f, c.expr(e.Args[0], in))
	}
	if f, ok := arithmetic[e.Name]; ok {
		return c.binary(f, c.expr(e.Args[0], in), c.expr(e.Args[1], in))
	}
	switch e.Name {
	case "IF":
		return c.ifElse(e, in)
	case "COALESCE":
		return c.coalesce(e, in)
	}
	if f, ok := value.Builtin(e.Name); ok {
		return c.function(f, e.Args, in)
	}
	if test, ok := c.logic(e, in); ok {
		return computed(func(x *run) evaluator {
			t := test(x)
			return func() (value.Value, error) { return t().Value() }
		})
	}
	return c.refused(fmt.Errorf("no function is named %s", e.Name))
}

func (c *compiler) unary(f func(v value.Value) (value.Value, error), arg expression) expression {
	return computed(func(x *run) evaluator {
		a := arg.start(x)
		return func() (value.Value, error) {
			v, err := a()
			if err != nil {
				return v, err
			}
			return f(v)
		}
	})
}

func (c *compiler) binary(f func(v, w value.Value) (value.Value, error), left, right expression) expression {
	return computed(func(x *run) evaluator {
		l, r := left.start(x), right.start(x)
		return func() (value.Value, error) {
			v, err := l()
			if err != nil {
				return v, err
			}
			w, err := r()
			if err != nil {
				return w, err
			}
			return f(v, w)
		}
	})
}

func (c *compiler) exprs(list []syntax.Expr, in inputs) []expression {
	return mapped(list, func(e syntax.Expr) expression { return c.expr(e, in) })
}

func begun(x *run, list []expression) []evaluator {
	return mapped(list, func(e expression) evaluator { return e.start(x) })
}

// function is a call of a function on values.
func (c *compiler) function(f *value.Function, args []syntax.Expr, in inputs) expression {
	list := c.exprs(args, in)
	return computed(func(x *run) evaluator {
		evaluators := begun(x, list)
		values := make([]value.Value, len(evaluators))
		return func() (value.Value, error) {
			for i, evaluate := range evaluators {
				v, err := evaluate()
				if err != nil {
					return v, err
				}
				values[i] = v
			}
			return f.Call(&x.env, values)
		}
	})
}

// ifElse is IF (section 17.4.1.2).
func (c *compiler) ifElse(e syntax.Call, in inputs) expression {
	condition := c.test(e.Args[0], in)
	list := c.exprs(e.Args[1:], in)
	return computed(func(x *run) evaluator {
		test, branches := condition(x), begun(x, list)
		return func() (value.Value, error) {
			switch test() {
			case value.True:
				return branches[0]()
			case value.False:
				return branches[1]()
			}
			return value.Error.Value()
		}
	})
}

// coalesce is COALESCE (section 17.4.1.3).
func (c *compiler) coalesce(e syntax.Call, in inputs) expression {
	list := c.exprs(e.Args, in)
	return computed(func(x *run) evaluator {
		evaluators := begun(x, list)
		return func() (value.Value, error) {
			for _, evaluate := range evaluators {
				if v, err := evaluate(); err == nil {
					return v, nil
				}
			}
			return value.Error.Value()
		}
	})
}
