package sparql

import (
	"policygraph/graph"
	"policygraph/graph/sparql/syntax"
)

// compiler makes operators of algebra.
type compiler struct {
	vars      *slotTable
	dataset   *graph.Dataset
	named     namedGraphs
	bound     varSet // slots that are bound before a run begins
	stats     map[statKey]distincts
	registers int // of GRAPHs with a variable
	snapshots int // of EXISTS
	pending   []operator
	estimates map[estimateKey]float64
	depth     int // of estimates within estimates
	err       error
}

// inputs is what operators find when a row comes to them.
type inputs struct {
	possible varSet // slots that may be bound
	certain  varSet // slots that are bound
	constant varSet // of the possible ones, those that nothing but the solution an EXISTS is asked of may have bound
	outer    varSet // slots that solution may bind
	given    varSet // slots it does bind
	snapshot int    // of that EXISTS; -1 outside
	source   source
	rows     float64 // estimated
	distinct bool    // whether repetitions of a solution make no difference
	needed   varSet  // slots that are looked at later, if distinct
}

// inExists is what a pattern of EXISTS finds.
func (in inputs) inExists(snapshot int) inputs {
	in.constant, in.outer, in.given = in.possible, in.possible, in.certain
	in.snapshot, in.rows = snapshot, 1
	in.distinct, in.needed = true, nil
	return in
}

// alone is what an operator finds that is evaluated by itself, but for what the
// solution of an EXISTS has bound.
func (in inputs) alone() inputs {
	in.possible, in.constant, in.certain, in.rows = in.outer, in.outer, in.given, 1
	return in
}

// subquery is what a query level finds that is evaluated by itself: what was
// bound before the run began, in the same register as for the whole query.
func (c *compiler) subquery(s source) inputs {
	in := inputs{snapshot: -1, source: s, rows: 1}
	if !c.bound.empty() {
		in.possible, in.certain, in.constant, in.outer, in.given = c.bound, c.bound, c.bound, c.bound, c.bound
		in.snapshot = boundSnapshot
	}
	return in
}

// boundSnapshot is the register of what was bound before a run began.
const boundSnapshot = 0

// after is what is found behind an operator.
func (in inputs) after(possible, certain varSet, rows float64) inputs {
	in.constant = in.constant.minus(possible.minus(in.certain))
	in.possible, in.certain = in.possible.union(possible), in.certain.union(certain)
	in.rows = max(rows, 1)
	return in
}

// foreign are the slots that other parts of the query may have bound.
func (in inputs) foreign() varSet { return in.possible.minus(in.constant) }

func (c *compiler) after(in inputs, a syntax.Algebra, rows float64) inputs {
	return in.after(c.vars.possible(a), c.vars.certain(a), rows)
}

// independent reports whether a gives the same solutions, but for those that
// are not compatible, if it sees what is bound before. Where it does not, it is
// evaluated alone: algebra is bottom-up (section 18.6).
func (c *compiler) independent(a syntax.Algebra, in inputs) bool {
	v, foreign := c.vars, in.foreign()
	clear := func(used varSet, a syntax.Algebra) bool {
		return used.intersect(foreign).within(v.certain(a))
	}
	switch a := a.(type) {
	case syntax.Filter:
		return clear(v.used(a.Expr), a.Input)
	case syntax.Extend:
		return clear(v.used(a.Expr), a.Input)
	case syntax.LeftJoin:
		return clear(v.mentioned(a.Right).union(v.used(a.Expr)), a.Left)
	case syntax.Minus:
		return clear(v.possible(a.Right).intersect(v.possible(a.Left)), a.Left)
	}
	return !isModifier(a) || in.possible.within(c.bound)
}

// isModifier reports whether a is a query level or a part of one, of which the
// rest of the query sees the result alone.
func isModifier(a syntax.Algebra) bool {
	switch a.(type) {
	case syntax.ToMultiset, syntax.Group, syntax.OrderBy, syntax.Project, syntax.Distinct, syntax.Reduced, syntax.Slice:
		return true
	}
	return false
}

// pattern makes an operator of algebra that is joined with what is bound.
func (c *compiler) pattern(a syntax.Algebra, in inputs) operator {
	if !c.independent(a, in) {
		return c.isolated(a, in)
	}
	switch a := a.(type) {
	case syntax.LeftJoin:
		return c.leftJoin(a, in)
	case syntax.Union:
		return c.union(a, in)
	case syntax.Minus:
		return c.minus(a, in)
	case syntax.Graph:
		if _, ok := a.Name.(syntax.Var); ok {
			return c.graphs(a, in)
		}
	case syntax.Service:
		return c.service(a)
	case syntax.ToMultiset:
		in.distinct, in.needed = false, nil
		return c.modified(a.Input, in)
	}
	if isModifier(a) {
		return c.modified(a, in)
	}
	return c.joined(a, in)
}

// isolated evaluates a alone and joins by hash.
func (c *compiler) isolated(a syntax.Algebra, in inputs) operator {
	alone := in.alone()
	if isModifier(a) {
		alone = c.subquery(in.source)
	}
	alone.distinct = false
	h := c.collected(a, in, alone)
	rows := in.rows * c.estimate(a, in)
	return &hashJoin{info{text: "hash join on " + c.names(h.keys), rows: rows, inputs: []operator{h.input}}, h}
}

func (c *compiler) collected(a syntax.Algebra, in, alone inputs) collected {
	possible := c.vars.possible(a)
	return collected{
		input:   c.pattern(a, alone),
		columns: possible.slots(),
		keys:    c.vars.certain(a).intersect(in.certain).slots(),
		outer:   alone.outer.intersect(c.vars.mentioned(a)).slots(),
		exists:  in.snapshot,
		source:  in.source,
	}
}

func (c *compiler) leftJoin(a syntax.LeftJoin, in inputs) operator {
	left := c.pattern(a.Left, in.keeping(c.vars.possible(a.Right).union(c.vars.used(a.Expr))))
	between := c.after(in, a.Left, left.about().rows)
	right := c.pattern(a.Right, between.keeping(c.vars.used(a.Expr)))
	op := &optional{info: info{text: "optional", rows: max(left.about().rows, right.about().rows), inputs: []operator{right}}, right: right}
	if a.Expr != nil {
		op.condition = c.condition(&op.info, a.Expr, c.after(between, a.Right, 1))
		op.text += " if " + a.Expr.String()
	}
	return sequenced(left, op)
}

// keeping is in where some more variables are looked at later.
func (in inputs) keeping(used varSet) inputs {
	in.needed = in.needed.union(used)
	return in
}

// condition makes a test ready that an operator asks.
func (c *compiler) condition(op *info, e syntax.Expr, in inputs) predicate {
	return hanging(c, op, func() predicate { return c.test(e, in) })
}

// attached makes an expression ready that an operator computes.
func (c *compiler) attached(op *info, e syntax.Expr, in inputs) expression {
	return hanging(c, op, func() expression { return c.expr(e, in) })
}

// hanging hangs the patterns of the EXISTS in what ready makes below an
// operator.
func hanging[T any](c *compiler, op *info, ready func() T) T {
	outer := c.pending
	c.pending = nil
	made := ready()
	op.inputs = append(op.inputs, c.pending...)
	c.pending = outer
	return made
}

// attach leaves the pattern of an EXISTS to the operator whose expression it is
// in.
func (c *compiler) attach(pattern operator) { c.pending = append(c.pending, pattern) }

// sequenced is operators one behind the other, as one.
func sequenced(ops ...operator) operator {
	var flat []operator
	for _, op := range ops {
		if s, ok := op.(*sequence); ok {
			flat = append(flat, s.ops...)
			continue
		}
		flat = append(flat, op)
	}
	if len(flat) == 1 {
		return flat[0]
	}
	rows := 1.0
	if len(flat) > 0 {
		rows = flat[len(flat)-1].about().rows
	}
	return &sequence{info{text: "join", rows: rows, inputs: flat}, flat}
}

func (c *compiler) union(a syntax.Union, in inputs) operator {
	left, right := c.pattern(a.Left, in), c.pattern(a.Right, in)
	branches := []operator{left, right}
	return &union{info{text: "union", rows: left.about().rows + right.about().rows, inputs: branches}, branches}
}

func (c *compiler) minus(a syntax.Minus, in inputs) operator {
	left := c.pattern(a.Left, in.keeping(c.vars.possible(a.Right)))
	between := c.after(in, a.Left, left.about().rows)
	shared := c.vars.possible(a.Left).intersect(c.vars.possible(a.Right))
	if shared.empty() {
		return left
	}
	alone := in.alone()
	alone.distinct, alone.needed = false, nil
	h := c.collected(a.Right, between, alone)
	h.keys = c.vars.certain(a.Right).intersect(c.vars.certain(a.Left)).slots()
	op := &minus{info{text: "minus on " + c.names(h.keys), rows: left.about().rows, inputs: []operator{h.input}}, h, c.vars.possible(a.Left), in.snapshot}
	return sequenced(left, op)
}

func (c *compiler) graphs(a syntax.Graph, in inputs) operator {
	slot := c.vars.slot(a.Name.(syntax.Var))
	inner := in.after(setOf(slot), setOf(slot), in.rows*float64(max(len(c.named), 1)))
	inner.source = source{register: c.registers}
	c.registers++
	input := c.pattern(a.Input, inner)
	return &graphs{info{text: "graph " + a.Name.String(), rows: input.about().rows, inputs: []operator{input}}, slot, inner.source.register, input}
}

// service is the empty mapping for SERVICE SILENT, and an error without.
func (c *compiler) service(a syntax.Service) operator {
	if !a.Silent && c.err == nil {
		c.err = serviceError(a.Name)
	}
	return &sequence{info: info{text: "service " + a.Name.String() + " is not asked", rows: 1}}
}

// names lists variables for people.
func (c *compiler) names(slots []int) string {
	text := "()"
	for i, slot := range slots {
		if i == 0 {
			text = ""
		} else {
			text += " "
		}
		text += c.vars.names[slot].String()
	}
	return text
}
