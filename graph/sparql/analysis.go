package sparql

import (
	"slices"

	"github.com/cayleygraph/quad"

	"policygraph/graph/sparql/syntax"
)

// slotTable numbers the variables of a query.
type slotTable struct {
	names []syntax.Var
	slots map[syntax.Var]int
}

func (t *slotTable) slot(v syntax.Var) int {
	slot, known := t.slots[v]
	if !known {
		slot = len(t.names)
		t.slots[v] = slot
		t.names = append(t.names, v)
	}
	return slot
}

func (t *slotTable) set(vars []syntax.Var) (s varSet) {
	for _, v := range vars {
		s.add(t.slot(v))
	}
	return s
}

// terms are the variables among some terms.
func (t *slotTable) terms(terms ...syntax.Term) (s varSet) {
	for _, term := range terms {
		if v, ok := term.(syntax.Var); ok {
			s.add(t.slot(v))
		}
	}
	return s
}

func (t *slotTable) bgp(a syntax.BGP) (s varSet) {
	for _, p := range a {
		s = s.union(t.terms(p.Subject, p.Predicate, p.Object))
	}
	return s
}

// possible are the variables that some solution of a may bind.
func (t *slotTable) possible(a syntax.Algebra) varSet {
	switch a := a.(type) {
	case syntax.BGP:
		return t.bgp(a)
	case syntax.Path:
		return t.terms(a.Subject, a.Object)
	case syntax.Join:
		return t.possible(a.Left).union(t.possible(a.Right))
	case syntax.LeftJoin:
		return t.possible(a.Left).union(t.possible(a.Right))
	case syntax.Union:
		return t.possible(a.Left).union(t.possible(a.Right))
	case syntax.Graph:
		return t.possible(a.Input).union(t.terms(a.Name))
	case syntax.Minus:
		return t.possible(a.Left)
	case syntax.Extend:
		return t.possible(a.Input).union(setOf(t.slot(a.Var)))
	case syntax.Table:
		return t.set(a.Vars)
	case syntax.Group:
		return t.grouped(a)
	case syntax.Project:
		return t.set(a.Vars)
	case syntax.Service:
		return nil
	}
	return t.possible(inputOf(a))
}

// certain are the variables that every solution of a binds.
func (t *slotTable) certain(a syntax.Algebra) varSet {
	switch a := a.(type) {
	case syntax.BGP, syntax.Path:
		return t.possible(a)
	case syntax.Join:
		return t.certain(a.Left).union(t.certain(a.Right))
	case syntax.LeftJoin:
		return t.certain(a.Left)
	case syntax.Union:
		return t.certain(a.Left).intersect(t.certain(a.Right))
	case syntax.Graph:
		return t.certain(a.Input).union(t.terms(a.Name))
	case syntax.Minus:
		return t.certain(a.Left)
	case syntax.Extend:
		return t.extended(a)
	case syntax.Table:
		return t.filled(a)
	case syntax.Group:
		return t.certainlyGrouped(a)
	case syntax.Project:
		return t.certain(a.Input).intersect(t.set(a.Vars))
	case syntax.Service:
		return nil
	}
	return t.certain(inputOf(a))
}

// inputOf is the input of an operator that binds what its input binds.
func inputOf(a syntax.Algebra) syntax.Algebra {
	switch a := a.(type) {
	case syntax.Filter:
		return a.Input
	case syntax.ToMultiset:
		return a.Input
	case syntax.OrderBy:
		return a.Input
	case syntax.Distinct:
		return a.Input
	case syntax.Reduced:
		return a.Input
	case syntax.Slice:
		return a.Input
	}
	return syntax.BGP{}
}

func (t *slotTable) grouped(a syntax.Group) varSet {
	s := t.keys(a)
	for _, agg := range a.Aggregates {
		s.add(t.slot(agg.Var))
	}
	return s
}

// keys are the keys of a Group that are variables.
func (t *slotTable) keys(a syntax.Group) (s varSet) {
	for _, key := range a.Keys {
		if v, ok := key.(syntax.Var); ok {
			s.add(t.slot(v))
		}
	}
	return s
}

func (t *slotTable) certainlyGrouped(a syntax.Group) varSet {
	s := t.keys(a).intersect(t.certain(a.Input))
	for _, agg := range a.Aggregates {
		if agg.Name == "COUNT" {
			s.add(t.slot(agg.Var))
		}
	}
	return s
}

func (t *slotTable) extended(a syntax.Extend) varSet {
	s := t.certain(a.Input)
	switch e := a.Expr.(type) {
	case syntax.Const:
		return s.union(setOf(t.slot(a.Var)))
	case syntax.Var:
		if s.has(t.slot(e)) {
			return s.union(setOf(t.slot(a.Var)))
		}
	}
	return s
}

// filled are the columns of a table without UNDEF.
func (t *slotTable) filled(a syntax.Table) (s varSet) {
	for i, v := range a.Vars {
		if !slices.ContainsFunc(a.Rows, func(row []quad.Value) bool { return row[i] == nil }) {
			s.add(t.slot(v))
		}
	}
	return s
}

// used are the variables of an expression, those of the patterns of EXISTS
// included.
func (t *slotTable) used(e syntax.Expr) (s varSet) {
	switch e := e.(type) {
	case syntax.Var:
		return setOf(t.slot(e))
	case syntax.Call:
		return t.usedByAll(e.Args)
	case syntax.FunctionCall:
		return t.usedByAll(e.Args)
	case syntax.In:
		return t.used(e.X).union(t.usedByAll(e.List))
	case syntax.Exists:
		return t.mentioned(e.Pattern)
	}
	return nil
}

func (t *slotTable) usedByAll(list []syntax.Expr) (s varSet) {
	for _, e := range list {
		s = s.union(t.used(e))
	}
	return s
}

// mentioned are all variables of a pattern whose value from outside could
// matter to it.
func (t *slotTable) mentioned(a syntax.Algebra) varSet {
	switch a := a.(type) {
	case syntax.Join:
		return t.mentioned(a.Left).union(t.mentioned(a.Right))
	case syntax.LeftJoin:
		return t.mentioned(a.Left).union(t.mentioned(a.Right)).union(t.used(a.Expr))
	case syntax.Union:
		return t.mentioned(a.Left).union(t.mentioned(a.Right))
	case syntax.Minus:
		return t.mentioned(a.Left).union(t.mentioned(a.Right))
	case syntax.Graph:
		return t.mentioned(a.Input).union(t.terms(a.Name))
	case syntax.Filter:
		return t.mentioned(a.Input).union(t.used(a.Expr))
	case syntax.Extend:
		return t.mentioned(a.Input).union(t.used(a.Expr)).union(setOf(t.slot(a.Var)))
	}
	return t.possible(a)
}
