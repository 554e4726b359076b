package sparql_test

import (
	"errors"
	"slices"

	"github.com/cayleygraph/quad"

	"policygraph/graph/path"
	"policygraph/graph/sparql/syntax"
	"policygraph/graph/sparql/value"
)

var errPlain = errors.New("type error")

// path evaluates a property path pattern (section 18.4).
func (e *plainEvaluator) path(a syntax.Path, g triples) (out []mapping) {
	starts := g.nodes()
	for _, end := range []syntax.Term{a.Subject, a.Object} {
		if c, ok := end.(syntax.Const); ok && !slices.Contains(starts, c.Value) {
			starts = append(starts, c.Value)
		}
	}
	for _, s := range starts {
		m, ok := e.with(mapping{}, a.Subject, s)
		if !ok {
			continue
		}
		for _, o := range g.ends(a.Path, s) {
			if both, ok := e.with(m, a.Object, o); ok && e.related(a, s, o, g) {
				out = append(out, both)
			}
		}
	}
	return out
}

// related leaves out what only a constant may be: a node that is not in the
// graph leads to itself just where it stands in the pattern.
func (e *plainEvaluator) related(a syntax.Path, s, o quad.Value, g triples) bool {
	nodes := g.nodes()
	return slices.Contains(nodes, s) || a.Subject == syntax.Term(syntax.Const{Value: s}) || a.Object == syntax.Term(syntax.Const{Value: o})
}

func (g triples) nodes() (all []quad.Value) {
	seen := make(map[quad.Value]bool)
	for _, t := range g {
		for _, n := range []quad.Value{t[0], t[2]} {
			if !seen[n] {
				all = append(all, n)
			}
			seen[n] = true
		}
	}
	return all
}

// ends are the nodes that a path leads to, as often as it does.
func (g triples) ends(p path.Path, from quad.Value) (out []quad.Value) {
	switch p := p.(type) {
	case path.IRI:
		return g.edges(from, 0, 2, func(predicate quad.IRI) bool { return predicate == quad.IRI(p) })
	case path.Inverse:
		return g.back(p.Path, from)
	case path.Sequence:
		out = []quad.Value{from}
		for _, step := range p {
			var next []quad.Value
			for _, n := range out {
				next = append(next, g.ends(step, n)...)
			}
			out = next
		}
		return out
	case path.Alternative:
		for _, part := range p {
			out = append(out, g.ends(part, from)...)
		}
		return out
	case path.ZeroOrOne:
		return set(append([]quad.Value{from}, g.ends(p.Path, from)...))
	case path.ZeroOrMore:
		return g.closure(p.Path, []quad.Value{from})
	case path.OneOrMore:
		return g.closure(p.Path, g.ends(p.Path, from))
	case path.NegatedPropertySet:
		if len(p.Forward) > 0 || len(p.Inverse) == 0 {
			out = g.edges(from, 0, 2, func(predicate quad.IRI) bool { return !slices.Contains(p.Forward, predicate) })
		}
		if len(p.Inverse) > 0 {
			out = append(out, g.edges(from, 2, 0, func(predicate quad.IRI) bool { return !slices.Contains(p.Inverse, predicate) })...)
		}
	}
	return out
}

// back is a path walked from its end: each node from which it leads there.
func (g triples) back(p path.Path, to quad.Value) (out []quad.Value) {
	starts := g.nodes()
	if !slices.Contains(starts, to) {
		starts = append(starts, to)
	}
	for _, n := range starts {
		for _, end := range g.ends(p, n) {
			if end == to {
				out = append(out, n)
			}
		}
	}
	return out
}

func (g triples) edges(from quad.Value, start, end int, wanted func(quad.IRI) bool) (out []quad.Value) {
	for _, t := range g {
		if t[start] == from && wanted(t[1].(quad.IRI)) {
			out = append(out, t[end])
		}
	}
	return out
}

// closure is ALP of the spec.
func (g triples) closure(p path.Path, reached []quad.Value) []quad.Value {
	reached = set(reached)
	for i := 0; i < len(reached); i++ {
		reached = set(append(reached, g.ends(p, reached[i])...))
	}
	return reached
}

func set(all []quad.Value) (out []quad.Value) {
	for _, v := range all {
		if !slices.Contains(out, v) {
			out = append(out, v)
		}
	}
	return out
}

func (e *plainEvaluator) truth(x syntax.Expr, m mapping, g triples) value.Truth {
	v, err := e.value(x, m, g)
	if err != nil {
		return value.Error
	}
	return v.EBV()
}

// value is the value of an expression for a mapping (section 17).
func (e *plainEvaluator) value(x syntax.Expr, m mapping, g triples) (value.Value, error) {
	e.current = m.id
	switch x := x.(type) {
	case syntax.Var:
		if v := m.vars[x]; v != nil {
			return value.Of(v), nil
		}
		return value.Value{}, errPlain
	case syntax.Const:
		return value.Of(x.Value), nil
	case syntax.Call:
		return e.call(x, m, g)
	case syntax.FunctionCall:
		f, ok := value.Constructor(x.Function)
		if !ok {
			return value.Value{}, errPlain
		}
		return e.apply(f, x.Args, m, g)
	case syntax.In:
		return e.in(x, m, g)
	case syntax.Exists:
		found := len(e.eval(substituted{m}.algebra(x.Pattern), g)) > 0
		return value.NewBool(found != x.Not), nil
	}
	return value.Value{}, errPlain
}

func (e *plainEvaluator) apply(f *value.Function, args []syntax.Expr, m mapping, g triples) (value.Value, error) {
	var values []value.Value
	for _, arg := range args {
		v, err := e.value(arg, m, g)
		if err != nil {
			return v, err
		}
		values = append(values, v)
	}
	e.current = m.id
	return f.Call(&e.env, values)
}

func (e *plainEvaluator) in(x syntax.In, m mapping, g triples) (value.Value, error) {
	needle, err := e.value(x.X, m, g)
	if err != nil {
		return needle, err
	}
	t := value.False
	for _, member := range x.List {
		same := value.Error
		if v, err := e.value(member, m, g); err == nil {
			same = value.Equal(needle, v)
		}
		t = t.Or(same)
	}
	if x.Not {
		t = t.Not()
	}
	return t.Value()
}

func (e *plainEvaluator) call(x syntax.Call, m mapping, g triples) (value.Value, error) {
	switch x.Name {
	case "&&":
		return e.truth(x.Args[0], m, g).And(e.truth(x.Args[1], m, g)).Value()
	case "||":
		return e.truth(x.Args[0], m, g).Or(e.truth(x.Args[1], m, g)).Value()
	case "!":
		return e.truth(x.Args[0], m, g).Not().Value()
	case "BOUND":
		v, isVar := x.Args[0].(syntax.Var)
		return value.NewBool(!isVar || m.vars[v] != nil), nil
	case "IF":
		switch e.truth(x.Args[0], m, g) {
		case value.True:
			return e.value(x.Args[1], m, g)
		case value.False:
			return e.value(x.Args[2], m, g)
		}
		return value.Value{}, errPlain
	case "COALESCE":
		for _, arg := range x.Args {
			if v, err := e.value(arg, m, g); err == nil {
				return v, nil
			}
		}
		return value.Value{}, errPlain
	}
	if f, ok := value.Builtin(x.Name); ok {
		return e.apply(f, x.Args, m, g)
	}
	return e.operator(x, m, g)
}

func (e *plainEvaluator) operator(x syntax.Call, m mapping, g triples) (value.Value, error) {
	v, err := e.value(x.Args[0], m, g)
	if err != nil {
		return v, err
	}
	if len(x.Args) == 1 {
		if x.Name == "-" {
			return value.Negate(v)
		}
		return value.Plus(v)
	}
	w, err := e.value(x.Args[1], m, g)
	if err != nil {
		return w, err
	}
	switch x.Name {
	case "+":
		return value.Add(v, w)
	case "-":
		return value.Subtract(v, w)
	case "*":
		return value.Multiply(v, w)
	case "/":
		return value.Divide(v, w)
	}
	return map[string]value.Operator{
		"=": value.EQ, "!=": value.NE, "<": value.LT, "<=": value.LE, ">": value.GT, ">=": value.GE,
	}[x.Name].Apply(v, w).Value()
}

// substituted puts constants for the variables of a mapping into a pattern:
// the spec's substitute. A subquery is evaluated as it is, and then joined with
// the mapping.
type substituted struct{ m mapping }

func (s substituted) term(t syntax.Term) syntax.Term {
	if v, ok := t.(syntax.Var); ok && s.m.vars[v] != nil {
		return syntax.Const{Value: s.m.vars[v]}
	}
	return t
}

func (s substituted) algebra(a syntax.Algebra) syntax.Algebra {
	switch a := a.(type) {
	case syntax.BGP:
		out := syntax.BGP{}
		for _, t := range a {
			out = append(out, syntax.TriplePattern{Subject: s.term(t.Subject), Predicate: s.term(t.Predicate), Object: s.term(t.Object)})
		}
		return out
	case syntax.Path:
		return syntax.Path{Subject: s.term(a.Subject), Path: a.Path, Object: s.term(a.Object)}
	case syntax.Join:
		return syntax.Join{Left: s.algebra(a.Left), Right: s.algebra(a.Right)}
	case syntax.LeftJoin:
		out := syntax.LeftJoin{Left: s.algebra(a.Left), Right: s.algebra(a.Right)}
		if a.Expr != nil {
			out.Expr = s.expr(a.Expr)
		}
		return out
	case syntax.Filter:
		return syntax.Filter{Expr: s.expr(a.Expr), Input: s.algebra(a.Input)}
	case syntax.Union:
		return syntax.Union{Left: s.algebra(a.Left), Right: s.algebra(a.Right)}
	case syntax.Graph:
		return syntax.Graph{Name: s.term(a.Name), Input: s.algebra(a.Input)}
	case syntax.Minus:
		return syntax.Minus{Left: s.algebra(a.Left), Right: s.algebra(a.Right)}
	case syntax.Extend:
		return s.extend(a)
	}
	return s.joined(a)
}

// extend keeps the solutions for which the expression gives the constant.
func (s substituted) extend(a syntax.Extend) syntax.Algebra {
	input, expr := s.algebra(a.Input), s.expr(a.Expr)
	x := s.m.vars[a.Var]
	if x == nil {
		return syntax.Extend{Input: input, Var: a.Var, Expr: expr}
	}
	same := syntax.Call{Name: "sameTerm", Args: []syntax.Expr{expr, syntax.Const{Value: x}}}
	yes := syntax.Const{Value: value.NewBool(true).Term()}
	return syntax.Filter{Expr: syntax.Call{Name: "COALESCE", Args: []syntax.Expr{same, yes}}, Input: input}
}

// joined keeps the solutions of a that are compatible with the mapping, without
// its variables.
func (s substituted) joined(a syntax.Algebra) syntax.Algebra {
	table := syntax.Table{Rows: [][]quad.Value{nil}}
	var left []syntax.Var
	for _, v := range shown(a) {
		if x := s.m.vars[v]; x != nil {
			table.Vars, table.Rows[0] = append(table.Vars, v), append(table.Rows[0], x)
			continue
		}
		left = append(left, v)
	}
	return syntax.Project{Vars: left, Input: syntax.Join{Left: a, Right: table}}
}

func shown(a syntax.Algebra) []syntax.Var {
	switch a := a.(type) {
	case syntax.Table:
		return a.Vars
	case syntax.ToMultiset:
		return shown(a.Input)
	case syntax.Project:
		return a.Vars
	case syntax.Distinct:
		return shown(a.Input)
	case syntax.Reduced:
		return shown(a.Input)
	case syntax.Slice:
		return shown(a.Input)
	}
	return nil
}

func (s substituted) expr(x syntax.Expr) syntax.Expr {
	list := func(all []syntax.Expr) (out []syntax.Expr) {
		for _, x := range all {
			out = append(out, s.expr(x))
		}
		return out
	}
	switch x := x.(type) {
	case syntax.Var:
		return s.term(x)
	case syntax.Call:
		return syntax.Call{Name: x.Name, Args: list(x.Args)}
	case syntax.FunctionCall:
		return syntax.FunctionCall{Function: x.Function, Distinct: x.Distinct, Args: list(x.Args)}
	case syntax.In:
		return syntax.In{Not: x.Not, X: s.expr(x.X), List: list(x.List)}
	case syntax.Exists:
		return syntax.Exists{Not: x.Not, Pattern: s.algebra(x.Pattern)}
	}
	return x
}
