package sparql_test

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/cayleygraph/quad"

	"policygraph/graph"
	"policygraph/graph/sparql"
	"policygraph/graph/sparql/syntax"
	"policygraph/graph/sparql/value"
)

// The plain evaluator executes the algebra as section 18 writes it, over lists
// of triples and of mappings. It is what the engine is held against.

// mapping is a solution. Mappings made of one another by Extend share an id.
type mapping struct {
	vars map[syntax.Var]quad.Value
	id   int
}

type triples [][3]quad.Value

type plainGraph struct {
	name quad.Value
	triples
}

type plainEvaluator struct {
	standard triples
	named    []plainGraph
	env      value.Env
	ids      int
	current  int // the id of the mapping an expression is evaluated for
	blanks   map[string]value.Value
	err      error
}

func plain(q *syntax.Query, d *graph.Dataset, o sparql.Options) (a answer, err error) {
	e := newPlain(q, d)
	solutions := e.eval(q.Algebra, e.standard)
	if e.err != nil {
		return a, e.err
	}
	switch q.Form {
	case syntax.Ask:
		yes := len(solutions) > 0
		return answer{boolean: &yes}, nil
	case syntax.Construct:
		return answer{graph: e.construct(q.Template, solutions)}, nil
	case syntax.Describe:
		return answer{graph: e.describe(q.Describe, solutions)}, nil
	}
	a.ordered = ordered(q.Algebra)
	for _, v := range q.Vars {
		a.vars = append(a.vars, string(v))
	}
	for _, m := range solutions {
		row := make([]quad.Value, len(q.Vars))
		for i, v := range q.Vars {
			row[i] = m.vars[v]
		}
		a.rows = append(a.rows, row)
	}
	return a, nil
}

// newPlain chooses the dataset of a query.
func newPlain(q *syntax.Query, d *graph.Dataset) *plainEvaluator {
	e := &plainEvaluator{blanks: make(map[string]value.Value)}
	e.env = value.Env{
		Base:      string(q.Base),
		Now:       value.Of(quad.TypedString{Value: "2020-01-01T00:00:00Z", Type: "http://www.w3.org/2001/XMLSchema#dateTime"}),
		Random:    func() uint64 { e.ids++; return uint64(e.ids) * 0x9E3779B97F4A7C15 },
		BlankNode: e.blankNode,
	}
	clauses := len(q.From)+len(q.FromNamed) > 0
	seen := make(map[[3]quad.Value]bool)
	for _, g := range d.Graphs() {
		name, _ := d.Term(g.Name()).(quad.IRI)
		var all triples
		for t := range g.Match(0, 0, 0) {
			all = append(all, [3]quad.Value{d.Term(t[0]), d.Term(t[1]), d.Term(t[2])})
		}
		if g.Name() == 0 && !clauses || slices.Contains(q.From, name) {
			for _, t := range all {
				if !seen[t] {
					e.standard = append(e.standard, t)
				}
				seen[t] = true
			}
		}
		if g.Name() != 0 && (!clauses || slices.Contains(q.FromNamed, name)) {
			e.named = append(e.named, plainGraph{d.Term(g.Name()), all})
		}
	}
	return e
}

func (e *plainEvaluator) blankNode(key string, keyed bool) value.Value {
	if !keyed {
		e.ids++
		return value.NewBlankNode(fmt.Sprint("fresh", e.ids))
	}
	at := fmt.Sprint(e.current, " ", key)
	if _, known := e.blanks[at]; !known {
		e.blanks[at] = e.blankNode("", false)
	}
	return e.blanks[at]
}

// with is a mapping of its own that also has v, unless that has another value.
func (e *plainEvaluator) with(m mapping, v syntax.Term, x quad.Value) (mapping, bool) {
	switch v := v.(type) {
	case syntax.Const:
		return m, v.Value == x
	case syntax.Var:
		if have := m.vars[v]; have != nil {
			return m, have == x
		}
		e.ids++
		next := mapping{maps.Clone(m.vars), e.ids}
		if next.vars == nil {
			next.vars = make(map[syntax.Var]quad.Value)
		}
		next.vars[v] = x
		return next, true
	}
	return m, false
}

func (e *plainEvaluator) merge(a, b mapping) (mapping, bool) {
	for v, x := range b.vars {
		var ok bool
		if a, ok = e.with(a, v, x); !ok {
			return a, false
		}
	}
	return a, true
}

func (e *plainEvaluator) eval(a syntax.Algebra, g triples) (out []mapping) {
	switch a := a.(type) {
	case syntax.BGP:
		return e.bgp(a, g)
	case syntax.Path:
		return e.path(a, g)
	case syntax.Join:
		return e.join(e.eval(a.Left, g), e.eval(a.Right, g))
	case syntax.LeftJoin:
		return e.leftJoin(a, g)
	case syntax.Filter:
		return slices.DeleteFunc(e.eval(a.Input, g), func(m mapping) bool { return e.truth(a.Expr, m, g) != value.True })
	case syntax.Union:
		return append(e.eval(a.Left, g), e.eval(a.Right, g)...)
	case syntax.Graph:
		return e.graph(a)
	case syntax.Minus:
		return e.minus(e.eval(a.Left, g), e.eval(a.Right, g))
	case syntax.Extend:
		for _, m := range e.eval(a.Input, g) {
			if v, err := e.value(a.Expr, m, g); err == nil {
				next, _ := e.with(m, a.Var, v.Term())
				m = mapping{next.vars, m.id}
			}
			out = append(out, m)
		}
		return out
	case syntax.Table:
		return e.table(a)
	case syntax.Service:
		if !a.Silent {
			e.err = fmt.Errorf("%w", sparql.ErrService)
		}
		return []mapping{{}}
	}
	return e.modified(a, g)
}

func (e *plainEvaluator) bgp(a syntax.BGP, g triples) []mapping {
	out := []mapping{{}}
	for _, p := range a {
		var next []mapping
		for _, m := range out {
			for _, t := range g {
				if m, ok := e.with(m, p.Subject, t[0]); ok {
					if m, ok := e.with(m, p.Predicate, t[1]); ok {
						if m, ok := e.with(m, p.Object, t[2]); ok {
							next = append(next, m)
						}
					}
				}
			}
		}
		out = next
	}
	return out
}

func (e *plainEvaluator) join(left, right []mapping) (out []mapping) {
	for _, l := range left {
		for _, r := range right {
			if m, ok := e.merge(l, r); ok {
				out = append(out, m)
			}
		}
	}
	return out
}

func (e *plainEvaluator) leftJoin(a syntax.LeftJoin, g triples) (out []mapping) {
	right := e.eval(a.Right, g)
	for _, l := range e.eval(a.Left, g) {
		some := slices.DeleteFunc(e.join([]mapping{l}, right), func(m mapping) bool {
			return a.Expr != nil && e.truth(a.Expr, m, g) != value.True
		})
		if len(some) == 0 {
			some = []mapping{l}
		}
		out = append(out, some...)
	}
	return out
}

func (e *plainEvaluator) minus(left, right []mapping) []mapping {
	return slices.DeleteFunc(left, func(l mapping) bool {
		return slices.ContainsFunc(right, func(r mapping) bool {
			_, compatible := e.merge(l, r)
			shared := false
			for v := range r.vars {
				shared = shared || l.vars[v] != nil
			}
			return compatible && shared
		})
	})
}

func (e *plainEvaluator) graph(a syntax.Graph) (out []mapping) {
	for _, g := range e.named {
		if m, ok := e.with(mapping{}, a.Name, g.name); ok {
			out = append(out, e.join(e.eval(a.Input, g.triples), []mapping{m})...)
		}
	}
	return out
}

func (e *plainEvaluator) table(a syntax.Table) (out []mapping) {
	for _, row := range a.Rows {
		m := mapping{}
		for i, v := range row {
			if v != nil {
				m, _ = e.with(m, a.Vars[i], v)
			}
		}
		out = append(out, m)
	}
	return out
}

func (e *plainEvaluator) modified(a syntax.Algebra, g triples) (out []mapping) {
	switch a := a.(type) {
	case syntax.ToMultiset:
		return e.eval(a.Input, g)
	case syntax.Group:
		return e.group(a, g)
	case syntax.OrderBy:
		return e.orderBy(a, g)
	case syntax.Project:
		for _, m := range e.eval(a.Input, g) {
			next := mapping{id: m.id}
			for _, v := range a.Vars {
				if x := m.vars[v]; x != nil {
					next, _ = e.with(next, v, x)
				}
			}
			out = append(out, next)
		}
		return out
	case syntax.Distinct:
		return distinct(e.eval(a.Input, g))
	case syntax.Reduced:
		return e.eval(a.Input, g)
	case syntax.Slice:
		all := e.eval(a.Input, g)
		all = all[min(a.Offset, int64(len(all))):]
		if a.Limit >= 0 {
			all = all[:min(a.Limit, int64(len(all)))]
		}
		return all
	}
	e.err = errors.New("an algebra nobody knows")
	return nil
}

func distinct(all []mapping) (out []mapping) {
	for _, m := range all {
		if !slices.ContainsFunc(out, func(o mapping) bool { return maps.Equal(o.vars, m.vars) }) {
			out = append(out, m)
		}
	}
	return out
}

func (e *plainEvaluator) orderBy(a syntax.OrderBy, g triples) []mapping {
	all := e.eval(a.Input, g)
	slices.SortStableFunc(all, func(l, r mapping) int {
		for _, c := range a.Conditions {
			v, _ := e.value(c.Expr, l, g)
			w, _ := e.value(c.Expr, r, g)
			if c.Descending {
				v, w = w, v
			}
			if n := value.Order(v, w); n != 0 {
				return n
			}
		}
		return 0
	})
	return all
}

func (e *plainEvaluator) group(a syntax.Group, g triples) (out []mapping) {
	groups := make(map[string][]mapping)
	var order []string
	if len(a.Keys) == 0 {
		groups[""], order = nil, []string{""}
	}
	keys := make(map[string]mapping)
	for _, m := range e.eval(a.Input, g) {
		var key strings.Builder
		found := mapping{}
		for _, k := range a.Keys {
			v, err := e.value(k, m, g)
			if err != nil {
				key.WriteString("|")
				continue
			}
			fmt.Fprintf(&key, "%#v|", v.Term())
			if name, ok := k.(syntax.Var); ok {
				found, _ = e.with(found, name, v.Term())
			}
		}
		if _, known := groups[key.String()]; !known {
			order = append(order, key.String())
		}
		groups[key.String()] = append(groups[key.String()], m)
		keys[key.String()] = found
	}
	for _, key := range order {
		m := keys[key]
		for _, agg := range a.Aggregates {
			if v, err := e.aggregate(agg, groups[key], g); err == nil {
				m, _ = e.with(m, agg.Var, v.Term())
			}
		}
		out = append(out, m)
	}
	return out
}

func (e *plainEvaluator) aggregate(a syntax.Aggregate, rows []mapping, g triples) (value.Value, error) {
	if a.Arg == nil {
		for i, m := range rows {
			shown := mapping{vars: maps.Clone(m.vars)}
			maps.DeleteFunc(shown.vars, func(v syntax.Var, _ quad.Value) bool { return v.Hidden() })
			rows[i] = shown
		}
		if a.Distinct {
			rows = distinct(rows)
		}
		return value.NewInt(int64(len(rows))), nil
	}
	f, _ := value.NewAggregate(a.Name, value.AggregateOptions{Distinct: a.Distinct, Separator: a.Separator})
	for _, m := range rows {
		v, err := e.value(a.Arg, m, g)
		if err != nil {
			v = value.Value{}
		}
		f.Add(v)
	}
	return f.Result()
}

func (e *plainEvaluator) construct(template []syntax.TriplePattern, solutions []mapping) (out []quad.Quad) {
	seen := make(map[quad.Quad]bool)
	for _, m := range solutions {
		blanks := make(map[quad.Value]quad.Value)
		at := func(t syntax.Term) quad.Value {
			c, ok := t.(syntax.Const)
			if !ok {
				return m.vars[t.(syntax.Var)]
			}
			if _, blank := c.Value.(quad.BNode); blank {
				if blanks[c.Value] == nil {
					blanks[c.Value] = e.blankNode("", false).Term()
				}
				return blanks[c.Value]
			}
			return c.Value
		}
		for _, t := range template {
			q := quad.Quad{Subject: at(t.Subject), Predicate: at(t.Predicate), Object: at(t.Object)}
			if new(graph.Builder).Add(q) == nil && !seen[q] {
				seen[q] = true
				out = append(out, q)
			}
		}
	}
	return out
}

func (e *plainEvaluator) describe(terms []syntax.Term, solutions []mapping) (out []quad.Quad) {
	var resources []quad.Value
	for _, t := range terms {
		if c, ok := t.(syntax.Const); ok {
			resources = append(resources, c.Value)
			continue
		}
		for _, m := range solutions {
			resources = append(resources, m.vars[t.(syntax.Var)])
		}
	}
	done := make(map[quad.Value]bool)
	for i := 0; i < len(resources); i++ {
		if r := resources[i]; !done[r] {
			done[r] = true
			for _, t := range e.standard {
				if t[0] != r {
					continue
				}
				out = append(out, quad.Quad{Subject: t[0], Predicate: t[1], Object: t[2]})
				if _, blank := t[2].(quad.BNode); blank {
					resources = append(resources, t[2])
				}
			}
		}
	}
	return out
}
