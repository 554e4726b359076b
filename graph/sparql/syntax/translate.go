package syntax

import (
	"strconv"

	"github.com/cayleygraph/quad"

	"policygraph/graph/path"
)

// translator makes algebra of trees, as section 18.2 does.
type translator struct {
	blanks     map[quad.BNode]Var
	paths      int // nodes between the steps of paths
	aggregates int
	grouping   *grouping // of the selection whose expressions are translated; nil in patterns
}

// translate fills in the algebra of a query.
func translate(q *Query) {
	t := translator{blanks: make(map[quad.BNode]Var)}
	q.Algebra = t.modified(q.tree, q.Form == Select)
}

// group is the translation of a group graph pattern (section 18.2.2.6). The
// condition is that of its filters, nil where there are none: mostly it makes
// a Filter, in an OPTIONAL the LeftJoin's expression.
func (t *translator) group(g *group) (pattern Algebra, condition Expr) {
	if g.sub != nil {
		return ToMultiset{t.modified(g.sub, true)}, nil
	}
	pattern = BGP{}
	var block []Algebra
	for _, e := range g.elements {
		switch e := e.(type) {
		case filter:
			condition = t.and(condition, e.expr)
		case triples:
			block = t.triples(block, e)
		default:
			pattern, block = t.element(joinAll(pattern, block), e), nil
		}
	}
	return joinAll(pattern, block), condition
}

// pattern is the translation of a group with its filter.
func (t *translator) pattern(g *group) Algebra { return filtered(t.group(g)) }

func filtered(a Algebra, expr Expr) Algebra {
	if expr == nil {
		return a
	}
	return Filter{expr, a}
}

// and adds a condition to those before it, if there are any.
func (t *translator) and(before, e Expr) Expr {
	e = t.expr(e)
	if before == nil {
		return e
	}
	return Call{"&&", []Expr{before, e}}
}

// element joins the translation of an element to what stands before it.
func (t *translator) element(before Algebra, e element) Algebra {
	switch e := e.(type) {
	case optional:
		pattern, condition := t.group(e.group)
		return LeftJoin{before, pattern, condition}
	case minus:
		return Minus{before, t.pattern(e.group)}
	case bind:
		return Extend{before, e.item.as, t.expr(e.item.expr)}
	case union:
		return join(before, t.union(e))
	case named:
		return join(before, Graph{t.term(e.name), t.pattern(e.group)})
	case service:
		return join(before, Service{t.term(e.name), e.silent, t.pattern(e.group), e.group.String()})
	case values:
		return join(before, e.table)
	}
	return before
}

func (t *translator) union(groups union) Algebra {
	all := t.pattern(groups[0])
	for _, g := range groups[1:] {
		all = Union{all, t.pattern(g)}
	}
	return all
}

// join is Join, simplified where a side is the empty pattern (section 18.2.2.8).
func join(left, right Algebra) Algebra {
	switch {
	case isEmpty(left):
		return right
	case isEmpty(right):
		return left
	}
	return Join{left, right}
}

func isEmpty(a Algebra) bool {
	bgp, ok := a.(BGP)
	return ok && len(bgp) == 0
}

func joinAll(left Algebra, parts []Algebra) Algebra {
	for _, part := range parts {
		left = join(left, part)
	}
	return left
}

// triples adds triples to a block of basic graph patterns and paths.
func (t *translator) triples(block []Algebra, all triples) []Algebra {
	for _, x := range all {
		s, o := t.term(x.subject), t.term(x.object)
		switch verb := x.verb.(type) {
		case Term:
			block = addTriple(block, TriplePattern{s, t.term(verb), o})
		case path.Path:
			block = t.path(block, s, verb, o)
		}
	}
	return block
}

// addTriple adds a triple pattern to the basic graph pattern that ends a block,
// or to a new one (section 18.2.2.5).
func addTriple(block []Algebra, x TriplePattern) []Algebra {
	if last := len(block) - 1; last >= 0 {
		if bgp, ok := block[last].(BGP); ok {
			block[last] = append(bgp, x)
			return block
		}
	}
	return append(block, BGP{x})
}

// path translates a property path pattern (section 18.2.2.4).
func (t *translator) path(block []Algebra, s Term, p path.Path, o Term) []Algebra {
	switch p := p.(type) {
	case path.IRI:
		return addTriple(block, TriplePattern{s, Const{quad.IRI(p)}, o})
	case path.Inverse:
		return t.path(block, o, p.Path, s)
	case path.Sequence:
		last := len(p) - 1
		for _, step := range p[:last] {
			next := Var(hiddenPath + strconv.Itoa(t.paths))
			t.paths++
			block = t.path(block, s, step, next)
			s = next
		}
		return t.path(block, s, p[last], o)
	}
	return append(block, Path{s, p, o})
}

// term makes variables of blank nodes.
func (t *translator) term(x Term) Term {
	c, ok := x.(Const)
	if !ok {
		return x
	}
	label, ok := c.Value.(quad.BNode)
	if !ok {
		return x
	}
	v, known := t.blanks[label]
	if !known {
		v = Var(hiddenBlank + strconv.Itoa(len(t.blanks)))
		t.blanks[label] = v
	}
	return v
}

// patterns are the triples of a template, with blank nodes named in their order.
func patterns(all triples) []TriplePattern {
	names := labels{}
	template := make([]TriplePattern, 0, len(all))
	for _, x := range all {
		template = append(template, TriplePattern{names.term(x.subject), names.term(x.verb.(Term)), names.term(x.object)})
	}
	return template
}

// labels are new names of blank nodes.
type labels map[quad.BNode]quad.BNode

func (l labels) term(x Term) Term {
	c, _ := x.(Const)
	label, ok := c.Value.(quad.BNode)
	if !ok {
		return x
	}
	if _, known := l[label]; !known {
		l[label] = quad.BNode("b" + strconv.Itoa(len(l)))
	}
	return Const{l[label]}
}
