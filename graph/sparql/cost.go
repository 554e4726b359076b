package sparql

import (
	"fmt"
	"math"

	"policygraph/graph"
	"policygraph/graph/path"
	"policygraph/graph/sparql/syntax"
)

// statKey is a predicate of a graph.
type statKey struct {
	graph     *graph.Graph
	predicate graph.ID
}

// distincts is about how many different subjects and objects the triples of a
// predicate have.
type distincts struct{ triples, subjects, objects float64 }

// samples is how many triples of a predicate are looked at.
const samples = 32

// distinct estimates from samples: a row of a run of n equal values stands for
// 1/n of a value.
func (c *compiler) distinct(g *graph.Graph, predicate graph.ID) distincts {
	key := statKey{g, predicate}
	if d, known := c.stats[key]; known {
		return d
	}
	objects, subjects := g.With(predicate)
	d := distincts{triples: float64(len(objects))}
	n := min(samples, len(objects))
	for i := range n {
		at := i * len(objects) / n
		d.objects += 1 / float64(len(g.Subjects(predicate, objects[at])))
		d.subjects += 1 / float64(len(g.Objects(subjects[at], predicate)))
	}
	if n > 0 {
		d.objects, d.subjects = d.objects/float64(n)*d.triples, d.subjects/float64(n)*d.triples
	}
	c.stats[key] = d
	return d
}

// estimator follows a join order: what is bound, to how many different values.
type estimator struct {
	c       *compiler
	rows    float64
	bound   varSet
	domains map[int]float64 // of bound slots; 1 where nothing is known
}

func (c *compiler) estimator(in inputs) *estimator {
	return &estimator{c: c, rows: max(in.rows, 1), bound: in.certain, domains: make(map[int]float64)}
}

// end is what is known of one position of a pattern: whether it will be bound,
// and how many of the pattern's different values one value is.
func (e *estimator) end(t syntax.Term, different float64) (share float64) {
	v, ok := t.(syntax.Var)
	if !ok {
		return 1
	}
	slot := e.c.vars.slot(v)
	if !e.bound.has(slot) {
		return 1
	}
	return 1 / max(different, e.domains[slot], 1)
}

// perRow is how many solutions an item has for each row.
func (e *estimator) perRow(it item) float64 {
	switch a := it.algebra.(type) {
	case syntax.BGP:
		return e.triple(a[0], it.source)
	case syntax.Path:
		return e.path(a, it.source)
	case syntax.Table:
		return e.table(a)
	}
	if it.bind {
		return 1
	}
	return e.opaque(it)
}

// opaque is the estimate of a pattern that is no item of its own, made once for
// each combination of what is bound in it.
func (e *estimator) opaque(it item) float64 {
	key := estimateKey{it.source, it.algebra.String(), fmt.Sprint(e.bound.intersect(it.possible))}
	rows, known := e.c.estimates[key]
	if !known {
		in := inputs{certain: e.bound, possible: e.bound, rows: 1, source: it.source}
		rows = e.c.estimate(it.algebra, in)
		e.c.estimates[key] = rows
	}
	return rows
}

// estimateKey is a pattern and what is bound in it.
type estimateKey struct {
	source  source
	pattern string
	bound   string
}

// typical is the graph whose counts stand for those of all that a source may
// be.
func (c *compiler) typical(src source) *graph.Graph {
	if src.graph != nil {
		return src.graph
	}
	g := c.dataset.Graph(0)
	for _, named := range c.named {
		if named.Len() > g.Len() || g.Name() == 0 {
			g = named
		}
	}
	return g
}

func (e *estimator) triple(t syntax.TriplePattern, src source) float64 {
	g := e.c.typical(src)
	n, d := e.c.count(g, t)
	return n * e.end(t.Subject, d.subjects) * e.end(t.Object, d.objects) * e.end(t.Predicate, 20)
}

// count is the number of triples that agree with the constants of a pattern,
// and how many different subjects and objects its triples have.
func (c *compiler) count(g *graph.Graph, t syntax.TriplePattern) (n float64, d distincts) {
	var ids [3]graph.ID
	for i, term := range []syntax.Term{t.Subject, t.Predicate, t.Object} {
		if constant, ok := term.(syntax.Const); ok {
			id, found := c.dataset.Lookup(constant.Value)
			if !found {
				return 0, d
			}
			ids[i] = id
		}
	}
	n = float64(g.Count(ids[0], ids[1], ids[2]))
	if ids[1] != 0 {
		d = c.distinct(g, ids[1])
	} else {
		d.subjects = max(float64(g.Len())/8, 1)
		d.objects = d.subjects
	}
	if ids[0] == 0 && ids[2] != 0 {
		d.subjects = max(d.subjects, n)
	}
	return n, d
}

func (e *estimator) table(a syntax.Table) float64 {
	n := float64(len(a.Rows))
	for _, v := range a.Vars {
		if e.bound.has(e.c.vars.slot(v)) {
			return math.Sqrt(n)
		}
	}
	return n
}

// path guesses from how far the path reaches from a node, on average.
func (e *estimator) path(a syntax.Path, src source) float64 {
	g := e.c.typical(src)
	reach := e.c.reach(g, a.Path)
	fixed := func(t syntax.Term) bool {
		v, ok := t.(syntax.Var)
		return !ok || e.bound.has(e.c.vars.slot(v))
	}
	switch from, to := fixed(a.Subject), fixed(a.Object); {
	case from && to:
		return 0.5
	case from:
		return max(reach.triples/max(reach.subjects, 1), 0.1)
	case to:
		return max(reach.triples/max(reach.objects, 1), 0.1)
	}
	return reach.triples
}

// closureReach is how many times farther than one step a repeated path is
// guessed to reach.
const closureReach = 8

// reach guesses the size of a path's relation.
func (c *compiler) reach(g *graph.Graph, p path.Path) distincts {
	switch p := p.(type) {
	case path.IRI:
		id, _ := c.dataset.Lookup(syntax.Const{Value: iri(p)}.Value)
		if id == 0 {
			return distincts{}
		}
		return c.distinct(g, id)
	case path.Inverse:
		d := c.reach(g, p.Path)
		return distincts{d.triples, d.objects, d.subjects}
	case path.Sequence:
		return c.reachOfSequence(g, p)
	case path.Alternative:
		var sum distincts
		for _, part := range p {
			d := c.reach(g, part)
			sum = distincts{sum.triples + d.triples, max(sum.subjects, d.subjects), max(sum.objects, d.objects)}
		}
		return sum
	case path.ZeroOrMore:
		return c.repeated(g, p.Path, closureReach, 1)
	case path.OneOrMore:
		return c.repeated(g, p.Path, closureReach, 0)
	case path.ZeroOrOne:
		return c.repeated(g, p.Path, 1, 1)
	}
	n := float64(g.Len())
	return distincts{n, n / 4, n / 4}
}

func (c *compiler) reachOfSequence(g *graph.Graph, p path.Sequence) distincts {
	sum := c.reach(g, p[0])
	for _, part := range p[1:] {
		d := c.reach(g, part)
		sum.triples *= d.triples / max(sum.objects, d.subjects, 1)
		sum.objects = min(d.objects, max(sum.triples, 1))
	}
	return sum
}

// repeated is a path repeated up to times times; with itself, each node of the
// graph also reaches itself.
func (c *compiler) repeated(g *graph.Graph, p path.Path, times, itself float64) distincts {
	d := c.reach(g, p)
	nodes := itself * float64(g.Len()) / 4
	return distincts{d.triples*times + nodes, d.subjects + nodes, d.objects + nodes}
}

// take moves the estimator behind an item.
func (e *estimator) take(it item, perRow float64) {
	e.rows *= perRow
	for _, slot := range it.certain.slots() {
		if !e.bound.has(slot) {
			e.domains[slot] = max(min(e.rows, e.c.different(it, slot)), 1)
			continue
		}
		e.domains[slot] = max(min(e.rows, e.domains[slot]), 1)
	}
	e.bound = e.bound.union(it.certain)
}

// different is how many different values an item may give a slot.
func (c *compiler) different(it item, slot int) float64 {
	bgp, ok := it.algebra.(syntax.BGP)
	if !ok {
		return math.MaxFloat64
	}
	n, d := c.count(c.typical(it.source), bgp[0])
	switch v := syntax.Term(c.vars.names[slot]); v {
	case bgp[0].Subject:
		return min(n, d.subjects)
	case bgp[0].Object:
		return min(n, d.objects)
	}
	return n
}

// perRow is how many solutions an item has for each row that comes to it.
func (c *compiler) perRow(it item, in inputs) float64 { return c.estimator(in).perRow(it) }

// Estimates look into this many levels of groups; what is below counts as if
// it had so many solutions.
const (
	mostDepth = 4
	deepRows  = 50
)

// estimate is how many solutions a pattern has for each row that comes to it.
func (c *compiler) estimate(a syntax.Algebra, in inputs) float64 {
	in.rows = 1
	if c.depth >= mostDepth {
		return deepRows
	}
	c.depth++
	defer func() { c.depth-- }()
	switch a := a.(type) {
	case syntax.LeftJoin:
		return c.estimate(a.Left, in)
	case syntax.Minus:
		return c.estimate(a.Left, in)
	case syntax.Union:
		return c.estimate(a.Left, in) + c.estimate(a.Right, in)
	case syntax.Filter:
		return passing * c.estimate(a.Input, in)
	case syntax.Extend:
		return c.estimate(a.Input, in)
	case syntax.Graph:
		return c.estimate(a.Input, in)
	case syntax.Group:
		return max(c.estimate(a.Input, in)/4, 1)
	case syntax.Slice:
		n := c.estimate(a.Input, in)
		if a.Limit >= 0 {
			n = min(n, float64(a.Limit))
		}
		return n
	case syntax.Service:
		return 1
	case syntax.Project:
		return c.estimate(a.Input, in)
	case syntax.ToMultiset, syntax.OrderBy, syntax.Distinct, syntax.Reduced:
		return c.estimate(inputOf(a), in)
	}
	var j join
	c.flatten(a, in.source, &j)
	_, rows := c.cheapest(j.items, in)
	return rows
}
