package syntax

import "strconv"

// modified is the pattern of a selection with its solution modifiers (sections
// 18.2.4 and 18.2.5).
func (t *translator) modified(s *selection, project bool) Algebra {
	defer func(outer *grouping) { t.grouping = outer }(t.grouping)
	t.grouping = nil
	a := t.pattern(s.where)
	var group Group
	if s.grouped() {
		group, t.grouping = t.startGroup(s, a)
	}
	extends, having, order := t.expressions(s)
	if s.grouped() {
		group.Aggregates = t.grouping.aggregates
		a = group
	}
	a = filtered(a, having)
	if s.values != nil {
		a = join(a, *s.values)
	}
	for _, e := range extends {
		a = Extend{a, e.as, e.expr}
	}
	if order != nil {
		a = OrderBy{order, a}
	}
	if project {
		a = Project{s.vars, a}
	}
	return sliced(s, a)
}

// sliced is what stands behind the projection.
func sliced(s *selection, a Algebra) Algebra {
	switch {
	case s.distinct:
		a = Distinct{a}
	case s.reduced:
		a = Reduced{a}
	}
	if s.offset > 0 || s.limit >= 0 {
		a = Slice{s.offset, s.limit, a}
	}
	return a
}

// grouping collects the aggregates of a selection.
type grouping struct {
	known      map[Var]bool   // keys, and results so far
	vars       map[string]Var // of each aggregate, by its text
	aggregates []Aggregate
}

// startGroup makes the Group of a selection over its pattern, so far without
// aggregates.
func (t *translator) startGroup(s *selection, a Algebra) (Group, *grouping) {
	g := grouping{known: make(map[Var]bool), vars: make(map[string]Var)}
	var keys []Expr
	for _, key := range s.keys {
		if key.as == "" {
			keys = append(keys, t.expr(key.expr))
			continue
		}
		if key.expr != nil {
			a = Extend{a, key.as, t.expr(key.expr)}
		}
		keys = append(keys, key.as)
		g.known[key.as] = true
	}
	return Group{Keys: keys, Input: a}, &g
}

// expressions translates the expressions above the pattern, in the order of
// section 18.2.4.1: results, conditions, sort keys.
func (t *translator) expressions(s *selection) (extends []item, having Expr, order []Condition) {
	for _, i := range s.items {
		if i.expr == nil {
			continue
		}
		extends = append(extends, item{expr: t.expr(i.expr), as: i.as})
		if t.grouping != nil {
			t.grouping.known[i.as] = true
		}
	}
	for _, e := range s.having {
		having = t.and(having, e)
	}
	for _, c := range s.order {
		order = append(order, Condition{t.expr(c.Expr), c.Descending})
	}
	return extends, having, order
}

// variable is the variable that an aggregate of the current selection gets.
func (t *translator) variable(a Aggregate) Var {
	g := t.grouping
	text := a.String()
	v, known := g.vars[text]
	if !known {
		v = Var(hiddenAggregate + strconv.Itoa(t.aggregates))
		t.aggregates++
		g.vars[text] = v
		a.Var = v
		g.aggregates = append(g.aggregates, a)
	}
	return v
}

// expr translates an expression: aggregates become variables, and above a Group
// so do variables that are none of its keys, by the aggregate SAMPLE.
func (t *translator) expr(e Expr) Expr {
	switch e := e.(type) {
	case Var:
		if t.grouping == nil || t.grouping.known[e] {
			return e
		}
		return t.variable(Aggregate{Name: "SAMPLE", Arg: e})
	case Call:
		return Call{e.Name, t.exprs(e.Args)}
	case FunctionCall:
		return FunctionCall{e.Function, e.Distinct, t.exprs(e.Args)}
	case In:
		return In{e.Not, t.expr(e.X), t.exprs(e.List)}
	case aggregation:
		return t.aggregation(e)
	case exists:
		defer func(outer *grouping) { t.grouping = outer }(t.grouping)
		t.grouping = nil
		return Exists{e.not, t.pattern(e.group)}
	}
	return e
}

func (t *translator) exprs(all []Expr) []Expr {
	var out []Expr
	for _, e := range all {
		out = append(out, t.expr(e))
	}
	return out
}

func (t *translator) aggregation(e aggregation) Expr {
	a, g := e.Aggregate, t.grouping
	if a.Arg != nil {
		t.grouping = nil
		a.Arg = t.expr(a.Arg)
		t.grouping = g
	}
	return t.variable(a)
}
