package sparql

import (
	"cmp"
	"slices"

	"policygraph/graph"
	"policygraph/graph/sparql/syntax"
	"policygraph/graph/sparql/value"
)

// item is a part of a join that may be put at any place in it.
type item struct {
	algebra  syntax.Algebra // a BGP is of one triple pattern
	bind     bool           // whether an Extend is meant without its input
	source   source
	possible varSet
	certain  varSet
	needs    varSet // what must be bound before
}

// conjunct is a part of a filter, which can be put behind whatever binds all it
// needs.
type conjunct struct {
	expr  syntax.Expr
	needs varSet
}

// join is a group of items, of filters that may be put among them, and of
// filters that must come last.
type join struct {
	items   []item
	filters []conjunct
	last    []syntax.Expr
}

// flatten takes a pattern apart.
func (c *compiler) flatten(a syntax.Algebra, src source, j *join) {
	switch a := a.(type) {
	case syntax.BGP:
		for _, t := range a {
			c.item(syntax.BGP{t}, src, j)
		}
		return
	case syntax.Join:
		c.flatten(a.Left, src, j)
		c.flatten(a.Right, src, j)
		return
	case syntax.Filter:
		if used := c.vars.used(a.Expr); used.within(c.vars.certain(a.Input)) {
			c.flatten(a.Input, src, j)
			for _, e := range conjuncts(a.Expr) {
				j.filters = append(j.filters, conjunct{e, c.vars.used(e)})
			}
			return
		}
	case syntax.Extend:
		if c.movable(a) {
			c.flatten(a.Input, src, j)
			slot := setOf(c.vars.slot(a.Var))
			j.items = append(j.items, item{
				algebra: a, bind: true, source: src, possible: slot, needs: c.vars.used(a.Expr),
				certain: slot.intersect(c.vars.certain(a)),
			})
			return
		}
	case syntax.Graph:
		if name, ok := a.Name.(syntax.Const); ok {
			c.flattenGraph(a, name, j)
			return
		}
	}
	c.item(a, src, j)
}

func (c *compiler) item(a syntax.Algebra, src source, j *join) {
	j.items = append(j.items, item{algebra: a, source: src, possible: c.vars.possible(a), certain: c.vars.certain(a)})
}

// flattenGraph takes the pattern of a GRAPH of a given name apart. If there is
// no such graph, it has no solution.
func (c *compiler) flattenGraph(a syntax.Graph, name syntax.Const, j *join) {
	id, _ := c.dataset.Lookup(name.Value)
	g := c.named.graph(id)
	if g == nil {
		c.item(syntax.Table{Vars: c.varsOf(a.Input)}, source{graph: c.dataset.Graph(0)}, j)
		return
	}
	c.flatten(a.Input, source{graph: g}, j)
}

// varsOf names the variables that a binds.
func (c *compiler) varsOf(a syntax.Algebra) []syntax.Var {
	return mapped(c.vars.possible(a).slots(), func(slot int) syntax.Var { return c.vars.names[slot] })
}

// movable reports whether BIND gives the same where it stands and at any place
// behind what binds its variables.
func (c *compiler) movable(a syntax.Extend) bool {
	return c.vars.used(a.Expr).within(c.vars.certain(a.Input)) && !volatile(a.Expr)
}

// volatile reports whether an expression may differ from row to row for the
// same values.
func volatile(e syntax.Expr) bool {
	some := func(list []syntax.Expr) bool {
		for _, e := range list {
			if volatile(e) {
				return true
			}
		}
		return false
	}
	switch e := e.(type) {
	case syntax.Call:
		f, ok := value.Builtin(e.Name)
		return ok && f.Volatile || some(e.Args)
	case syntax.FunctionCall:
		return some(e.Args)
	case syntax.In:
		return volatile(e.X) || some(e.List)
	case syntax.Exists:
		return true
	}
	return false
}

// conjuncts are the operands of && at the top of an expression: a filter is
// true if all of them are.
func conjuncts(e syntax.Expr) []syntax.Expr {
	if call, ok := e.(syntax.Call); ok && call.Name == "&&" {
		return append(conjuncts(call.Args[0]), conjuncts(call.Args[1])...)
	}
	return []syntax.Expr{e}
}

// filtered takes the filter of a whole group apart: into conjuncts that go
// further down, that may be put among the items, and that must come last.
func (c *compiler) filtered(a syntax.Filter, in inputs, j *join) {
	input := a.Input
	var here []syntax.Expr
	for _, e := range conjuncts(a.Expr) {
		below, ok := c.push(e, input)
		if !ok {
			here = append(here, e)
			continue
		}
		input = below
	}
	c.flatten(input, in.source, j)
	possible, certain := c.vars.possible(input).union(in.possible), c.vars.certain(input).union(in.certain)
	for _, e := range here {
		needs := c.vars.used(e).intersect(possible)
		if !needs.within(certain) {
			j.last = append(j.last, e)
			continue
		}
		j.filters = append(j.filters, conjunct{e, needs})
	}
}

// push puts a filter below an operator that passes on what the filter needs.
func (c *compiler) push(e syntax.Expr, a syntax.Algebra) (syntax.Algebra, bool) {
	used := c.vars.used(e)
	into := func(a syntax.Algebra) bool { return used.within(c.vars.certain(a)) }
	switch a := a.(type) {
	case syntax.LeftJoin:
		if into(a.Left) {
			a.Left = syntax.Filter{Expr: e, Input: a.Left}
			return a, true
		}
	case syntax.Minus:
		if into(a.Left) {
			a.Left = syntax.Filter{Expr: e, Input: a.Left}
			return a, true
		}
	case syntax.Union:
		if into(a.Left) && into(a.Right) {
			a.Left = syntax.Filter{Expr: e, Input: a.Left}
			a.Right = syntax.Filter{Expr: e, Input: a.Right}
			return a, true
		}
	}
	return a, false
}

// namedGraphs are the graphs that GRAPH sees, in order of their names.
type namedGraphs []*graph.Graph

// graph is the one with this name; nil if there is none.
func (n namedGraphs) graph(name graph.ID) *graph.Graph {
	i, found := slices.BinarySearchFunc(n, name, func(g *graph.Graph, name graph.ID) int { return cmp.Compare(g.Name(), name) })
	if !found {
		return nil
	}
	return n[i]
}
