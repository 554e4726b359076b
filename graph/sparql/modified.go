package sparql

import (
	"fmt"
	"strings"

	"policygraph/graph/sparql/syntax"
)

// modified makes the operators of a query level: grouping and solution
// modifiers over a pattern.
func (c *compiler) modified(a syntax.Algebra, in inputs) operator {
	switch a := a.(type) {
	case syntax.Project:
		in.needed = c.vars.set(a.Vars)
		return c.projected(a, c.modified(a.Input, in))
	case syntax.Distinct:
		in.distinct, in.needed = true, c.vars.possible(a)
		return c.over(a.Input, in, func(i info) operator {
			if own, ok := repeatless(i.inputs[0]); ok && own.within(c.vars.possible(a)) {
				return i.inputs[0]
			}
			i.text = "distinct"
			return &distinct{i, c.vars.possible(a).slots()}
		})
	case syntax.Reduced:
		in.distinct, in.needed = true, c.vars.possible(a)
		return c.over(a.Input, in, func(i info) operator {
			i.text = "reduced"
			return &reduced{i, c.vars.possible(a).slots()}
		})
	case syntax.Slice:
		return c.slice(a, in)
	case syntax.OrderBy:
		return c.orderBy(a, in, -1)
	case syntax.Group:
		return c.group(a, in)
	}
	return c.pattern(a, in)
}

// over makes the operator that make makes over the one of a.
func (c *compiler) over(a syntax.Algebra, in inputs, make func(info) operator) operator {
	input := c.modified(a, in)
	return make(info{rows: input.about().rows, inputs: []operator{input}})
}

func (c *compiler) slice(a syntax.Slice, in inputs) operator {
	in.distinct = false
	input := c.first(a.Input, in, a.Offset+a.Limit, a.Limit >= 0)
	op := &slice{info{rows: input.about().rows, inputs: []operator{input}}, a.Offset, a.Limit}
	var text []string
	if a.Limit >= 0 {
		op.rows = min(op.rows, float64(a.Limit))
		text = append(text, fmt.Sprintf("limit %d", a.Limit))
	}
	if a.Offset > 0 {
		text = append(text, fmt.Sprintf("offset %d", a.Offset))
	}
	op.text = strings.Join(text, " ")
	return op
}

// first makes the operator of a of which only the first rows are asked for: an
// OrderBy need not keep more.
func (c *compiler) first(a syntax.Algebra, in inputs, most int64, limited bool) operator {
	project, shown := a.(syntax.Project)
	if !shown {
		return c.firstOf(a, in, most, limited)
	}
	in.needed = c.vars.set(project.Vars)
	return c.projected(project, c.firstOf(project.Input, in, most, limited))
}

func (c *compiler) firstOf(a syntax.Algebra, in inputs, most int64, limited bool) operator {
	if order, ok := a.(syntax.OrderBy); ok && limited {
		return c.orderBy(order, in, most)
	}
	return c.modified(a, in)
}

func (c *compiler) projected(a syntax.Project, input operator) operator {
	text := "project " + c.names(mapped(a.Vars, c.vars.slot))
	return &project{info{text: text, rows: input.about().rows, inputs: []operator{input}}}
}

func (c *compiler) orderBy(a syntax.OrderBy, in inputs, most int64) operator {
	for _, condition := range a.Conditions {
		in = in.keeping(c.vars.used(condition.Expr))
	}
	input := c.modified(a.Input, in)
	rows := input.about().rows
	op := &orderBy{info: info{rows: rows, inputs: []operator{input}}, slots: c.vars.possible(a.Input).slots(), most: most}
	between := c.after(in, a.Input, rows)
	var text []string
	for _, condition := range a.Conditions {
		op.keys = append(op.keys, c.attached(&op.info, condition.Expr, between))
		op.descending = append(op.descending, condition.Descending)
		text = append(text, condition.String())
	}
	op.text = "order by " + strings.Join(text, " ")
	if most >= 0 {
		op.rows = min(rows, float64(most))
		op.text = fmt.Sprintf("first %d by %s", most, strings.Join(text, " "))
	}
	return op
}

func (c *compiler) group(a syntax.Group, in inputs) operator {
	in.distinct, in.needed = true, c.vars.usedByAll(a.Keys)
	for _, agg := range a.Aggregates {
		in.distinct = in.distinct && repeatable(agg)
		if agg.Arg != nil {
			in = in.keeping(c.vars.used(agg.Arg))
		}
	}
	input := c.modified(a.Input, in)
	rows := input.about().rows
	op := &group{info: info{inputs: []operator{input}}}
	op.rows = 1
	if len(a.Keys) > 0 {
		op.rows = max(rows/4, 1)
	}
	between := c.after(in, a.Input, rows)
	var text []string
	for _, key := range a.Keys {
		slot := -1
		if v, ok := key.(syntax.Var); ok && !c.bound.has(c.vars.slot(v)) {
			slot = c.vars.slot(v)
		}
		op.slots = append(op.slots, slot)
		op.keys = append(op.keys, c.attached(&op.info, key, between))
		text = append(text, key.String())
	}
	all := visible(c.vars, c.vars.possible(a.Input))
	for _, agg := range a.Aggregates {
		op.aggregates = append(op.aggregates, c.aggregate(agg, between, all))
		text = append(text, agg.String())
	}
	op.text = "group by " + strings.Join(text, " ")
	return op
}

// visible leaves out hidden variables, which are in no solution.
func visible(t *slotTable, s varSet) (slots []int) {
	for _, slot := range s.slots() {
		if !t.names[slot].Hidden() {
			slots = append(slots, slot)
		}
	}
	return slots
}

// repeatable reports whether an aggregate is the same if solutions repeat.
func repeatable(a syntax.Aggregate) bool {
	return a.Arg != nil && (a.Distinct || a.Name == "MIN" || a.Name == "MAX" || a.Name == "SAMPLE")
}
