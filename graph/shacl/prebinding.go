package shacl

import (
	"fmt"
	"slices"

	"policygraph/graph/sparql/syntax"
)

// checkQuery says what in a query SHACL does not allow where variables are bound
// before it runs (5.2, and appendix A): MINUS, VALUES and SERVICE, subqueries
// that do not show those variables, and giving one of them another value.
func checkQuery(q *syntax.Query, form syntax.Form, bound []syntax.Var) []string {
	w := &walk{bound: bound}
	switch {
	case q.Form != form:
		w.refuse("expected a query of the other form: SELECT for sh:select, ASK for sh:ask")
	case form == syntax.Select && !slices.Contains(q.Vars, varThis):
		w.refuse("the query does not select $this")
	}
	w.algebra(q.Algebra)
	return w.problems
}

// walk goes through the parts of a query.
type walk struct {
	bound    []syntax.Var
	problems []string
}

func (w *walk) refuse(format string, args ...any) {
	w.problems = append(w.problems, fmt.Sprintf(format, args...))
}

// reserved are the variables that no query may give a value.
func (w *walk) reserved(v syntax.Var) bool {
	return slices.Contains(w.bound, v) || v == varShapesGraph || v == varCurrentShape
}

func (w *walk) all(parts ...syntax.Algebra) {
	for _, a := range parts {
		w.algebra(a)
	}
}

func (w *walk) algebra(a syntax.Algebra) {
	switch a := a.(type) {
	case syntax.Minus:
		w.refuse("MINUS cannot be used where $this is bound before the query runs")
	case syntax.Table:
		w.refuse("VALUES cannot be used where $this is bound before the query runs")
	case syntax.Service:
		w.refuse("SERVICE cannot be used where $this is bound before the query runs")
	case syntax.ToMultiset:
		w.subquery(a)
	case syntax.Extend:
		if w.reserved(a.Var) {
			w.refuse("%s is bound before the query runs and cannot be given another value", a.Var)
		}
		w.expr(a.Expr)
		w.algebra(a.Input)
	case syntax.Join:
		w.all(a.Left, a.Right)
	case syntax.LeftJoin:
		w.all(a.Left, a.Right)
		w.expr(a.Expr)
	case syntax.Filter:
		w.expr(a.Expr)
		w.algebra(a.Input)
	case syntax.Union:
		w.all(a.Left, a.Right)
	case syntax.Graph:
		w.algebra(a.Input)
	default:
		w.modifier(a)
	}
}

func (w *walk) modifier(a syntax.Algebra) {
	switch a := a.(type) {
	case syntax.Group:
		w.exprs(a.Keys)
		for _, agg := range a.Aggregates {
			w.expr(agg.Arg)
		}
		w.algebra(a.Input)
	case syntax.OrderBy:
		for _, c := range a.Conditions {
			w.expr(c.Expr)
		}
		w.algebra(a.Input)
	case syntax.Project:
		w.algebra(a.Input)
	case syntax.Distinct:
		w.algebra(a.Input)
	case syntax.Reduced:
		w.algebra(a.Input)
	case syntax.Slice:
		w.algebra(a.Input)
	}
}

// subquery must show all that is bound before the query runs.
func (w *walk) subquery(a syntax.ToMultiset) {
	shown := syntax.Selected(a.Input)
	for _, v := range w.bound {
		if !slices.Contains(shown, v) {
			w.refuse("a subquery does not select %s", v)
		}
	}
	w.algebra(a.Input)
}

func (w *walk) exprs(list []syntax.Expr) {
	for _, e := range list {
		w.expr(e)
	}
}

func (w *walk) expr(e syntax.Expr) {
	switch e := e.(type) {
	case syntax.Call:
		w.exprs(e.Args)
	case syntax.FunctionCall:
		w.exprs(e.Args)
	case syntax.In:
		w.expr(e.X)
		w.exprs(e.List)
	case syntax.Exists:
		w.algebra(e.Pattern)
	}
}
