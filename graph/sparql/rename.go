package sparql

import (
	"fmt"

	"policygraph/graph/sparql/syntax"
)

// renamer gives the variables of subqueries that their SELECT does not name
// names of their own, so that from then on one name is one variable.
type renamer struct {
	names map[syntax.Var]syntax.Var // of the query level; nil at the top, where names stay
	fresh *int
}

func (r renamer) variable(v syntax.Var) syntax.Var {
	if r.names == nil {
		return v
	}
	if _, known := r.names[v]; !known {
		*r.fresh++
		r.names[v] = syntax.Var(fmt.Sprintf("%s·%d", v, *r.fresh))
	}
	return r.names[v]
}

// inside is the renamer of a subquery that shows these variables.
func (r renamer) inside(shown []syntax.Var) renamer {
	sub := renamer{make(map[syntax.Var]syntax.Var), r.fresh}
	for _, v := range shown {
		sub.names[v] = r.variable(v)
	}
	return sub
}

func (r renamer) variables(vars []syntax.Var) []syntax.Var { return mapped(vars, r.variable) }

func mapped[T, U any](list []T, f func(T) U) []U {
	if list == nil {
		return nil
	}
	all := make([]U, len(list))
	for i, v := range list {
		all[i] = f(v)
	}
	return all
}

func (r renamer) term(t syntax.Term) syntax.Term {
	if v, ok := t.(syntax.Var); ok {
		return r.variable(v)
	}
	return t
}

func (r renamer) triple(t syntax.TriplePattern) syntax.TriplePattern {
	return syntax.TriplePattern{Subject: r.term(t.Subject), Predicate: r.term(t.Predicate), Object: r.term(t.Object)}
}

func (r renamer) algebra(a syntax.Algebra) syntax.Algebra {
	switch a := a.(type) {
	case syntax.BGP:
		return syntax.BGP(mapped(a, r.triple))
	case syntax.Path:
		return syntax.Path{Subject: r.term(a.Subject), Path: a.Path, Object: r.term(a.Object)}
	case syntax.Join:
		return syntax.Join{Left: r.algebra(a.Left), Right: r.algebra(a.Right)}
	case syntax.LeftJoin:
		return syntax.LeftJoin{Left: r.algebra(a.Left), Right: r.algebra(a.Right), Expr: r.expr(a.Expr)}
	case syntax.Filter:
		return syntax.Filter{Expr: r.expr(a.Expr), Input: r.algebra(a.Input)}
	case syntax.Union:
		return syntax.Union{Left: r.algebra(a.Left), Right: r.algebra(a.Right)}
	case syntax.Graph:
		return syntax.Graph{Name: r.term(a.Name), Input: r.algebra(a.Input)}
	case syntax.Minus:
		return syntax.Minus{Left: r.algebra(a.Left), Right: r.algebra(a.Right)}
	case syntax.Extend:
		return syntax.Extend{Input: r.algebra(a.Input), Var: r.variable(a.Var), Expr: r.expr(a.Expr)}
	case syntax.Table:
		return syntax.Table{Vars: r.variables(a.Vars), Rows: a.Rows}
	}
	return r.modifier(a)
}

func (r renamer) modifier(a syntax.Algebra) syntax.Algebra {
	switch a := a.(type) {
	case syntax.Group:
		return syntax.Group{Keys: mapped(a.Keys, r.expr), Aggregates: mapped(a.Aggregates, r.aggregate), Input: r.algebra(a.Input)}
	case syntax.ToMultiset:
		return syntax.ToMultiset{Input: r.inside(syntax.Selected(a.Input)).algebra(a.Input)}
	case syntax.OrderBy:
		return syntax.OrderBy{Conditions: mapped(a.Conditions, r.condition), Input: r.algebra(a.Input)}
	case syntax.Project:
		return syntax.Project{Vars: r.variables(a.Vars), Input: r.algebra(a.Input)}
	case syntax.Distinct:
		return syntax.Distinct{Input: r.algebra(a.Input)}
	case syntax.Reduced:
		return syntax.Reduced{Input: r.algebra(a.Input)}
	case syntax.Slice:
		return syntax.Slice{Offset: a.Offset, Limit: a.Limit, Input: r.algebra(a.Input)}
	}
	return a // a Service is never looked into
}

func (r renamer) aggregate(a syntax.Aggregate) syntax.Aggregate {
	a.Var, a.Arg = r.variable(a.Var), r.expr(a.Arg)
	return a
}

func (r renamer) condition(c syntax.Condition) syntax.Condition {
	c.Expr = r.expr(c.Expr)
	return c
}

func (r renamer) expr(e syntax.Expr) syntax.Expr {
	switch e := e.(type) {
	case syntax.Var:
		return r.variable(e)
	case syntax.Call:
		return syntax.Call{Name: e.Name, Args: mapped(e.Args, r.expr)}
	case syntax.FunctionCall:
		return syntax.FunctionCall{Function: e.Function, Distinct: e.Distinct, Args: mapped(e.Args, r.expr)}
	case syntax.In:
		return syntax.In{Not: e.Not, X: r.expr(e.X), List: mapped(e.List, r.expr)}
	case syntax.Exists:
		return syntax.Exists{Not: e.Not, Pattern: r.algebra(e.Pattern)}
	}
	return e
}
