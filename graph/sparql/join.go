package sparql

import (
	"fmt"
	"slices"

	"policygraph/graph/sparql/syntax"
)

// joined makes the operators of a group: its items in the order that promises
// the fewest rows, and each filter as soon as all it needs is bound.
func (c *compiler) joined(a syntax.Algebra, in inputs) operator {
	var j join
	switch a := a.(type) {
	case syntax.Filter:
		c.filtered(a, in, &j)
	case syntax.Extend:
		if !c.movable(a) {
			return c.extended(a, in)
		}
		c.flatten(a, in.source, &j)
	default:
		c.flatten(a, in.source, &j)
	}
	c.compose(&j, in)
	order := c.arrange(j.items, in)
	b := builder{c: c, in: in, join: &j}
	for n, i := range order {
		b.place(j.items[i], c.later(&j, order[n+1:], in))
	}
	b.filters(true)
	return sequenced(b.ops...)
}

// extended is an Extend over an operator that is no join.
func (c *compiler) extended(a syntax.Extend, in inputs) operator {
	input := c.pattern(a.Input, in.keeping(c.vars.used(a.Expr)))
	rows := input.about().rows
	return sequenced(input, c.extend(a, c.after(in, a.Input, rows)))
}

func (c *compiler) extend(a syntax.Extend, in inputs) operator {
	op := &extend{info: info{text: fmt.Sprintf("bind %s as %s", a.Expr, a.Var), rows: in.rows}, slot: c.vars.slot(a.Var)}
	_, chained := a.Input.(syntax.Extend)
	op.first = !chained
	op.value = c.attached(&op.info, a.Expr, in)
	return op
}

// later are the slots that are looked at behind an item.
func (c *compiler) later(j *join, rest []int, in inputs) varSet {
	used := in.needed
	for _, i := range rest {
		used = used.union(c.vars.mentioned(j.items[i].algebra)).union(j.items[i].needs)
	}
	return used.union(c.filtering(j))
}

// filtering are the slots that the filters of a join look at.
func (c *compiler) filtering(j *join) (used varSet) {
	for _, f := range j.filters {
		used = used.union(c.vars.used(f.expr))
	}
	return used.union(c.vars.usedByAll(j.last))
}

// builder puts operators one behind the other.
type builder struct {
	c    *compiler
	in   inputs
	join *join
	ops  []operator
}

func (b *builder) place(it item, needed varSet) {
	b.filters(false)
	in := b.in
	in.source, in.needed = it.source, needed
	op := b.c.operator(it, in)
	if in.distinct && !it.bind && it.possible.minus(in.certain).intersect(needed).empty() {
		op = &once{info{text: "once", rows: min(in.rows, op.about().rows), inputs: []operator{op}}}
	}
	b.ops = append(b.ops, op)
	b.in = b.in.after(it.possible, it.certain, op.about().rows)
}

// filters puts the filters whose variables are bound, or all that are left.
func (b *builder) filters(all bool) {
	b.join.filters = slices.DeleteFunc(b.join.filters, func(f conjunct) bool {
		ready := all || f.needs.within(b.in.certain)
		if ready {
			b.filter(f.expr)
		}
		return ready
	})
	if !all {
		return
	}
	for _, e := range b.join.last {
		b.filter(e)
	}
}

// passing is the share of rows that a filter is expected to let through.
const passing = 0.4

func (b *builder) filter(e syntax.Expr) {
	op := &filter{info: info{text: "filter " + e.String(), rows: b.in.rows * passing}}
	op.condition = b.c.condition(&op.info, e, b.in)
	b.in.rows = max(op.rows, 1)
	b.ops = append(b.ops, op)
}

// operator makes the operator of an item.
func (c *compiler) operator(it item, in inputs) operator {
	rows := in.rows * c.perRow(it, in)
	switch a := it.algebra.(type) {
	case syntax.BGP:
		t := a[0]
		return &scan{
			info:   info{text: fmt.Sprintf("scan %s %s %s", t.Subject, t.Predicate, t.Object), rows: rows},
			source: it.source, s: c.position(t.Subject), p: c.position(t.Predicate), o: c.position(t.Object),
		}
	case syntax.Path:
		return c.path(a, it.source, in, rows)
	case syntax.Table:
		return c.table(a, in, rows)
	case syntax.Extend:
		if it.bind {
			return c.extend(a, in)
		}
	}
	return c.pattern(it.algebra, in)
}

// fewValues is up to how many rows of VALUES looking at each is faster than a
// hash join.
const fewValues = 16

// table makes the operator of VALUES, which many rows are found in by hash.
func (c *compiler) table(a syntax.Table, in inputs, rows float64) operator {
	if len(a.Rows) == 0 {
		return &nothing{info{text: "nothing"}}
	}
	slots := mapped(a.Vars, c.vars.slot)
	op := &table{info{text: fmt.Sprintf("values %s, %d rows", c.names(slots), len(a.Rows)), rows: rows}, slots, a.Rows}
	keys := c.vars.certain(a).intersect(in.certain).slots()
	if len(a.Rows) <= fewValues || len(keys) == 0 {
		return op
	}
	h := collected{input: op, columns: slots, keys: keys, exists: -1, source: in.source}
	op.rows = float64(len(a.Rows))
	return &hashJoin{info{text: "hash join on " + c.names(keys), rows: rows, inputs: []operator{op}}, h}
}
