package sparql

import (
	"slices"

	"github.com/cayleygraph/quad"

	"policygraph/graph"
	"policygraph/graph/sparql/syntax"
	"policygraph/graph/sparql/value"
)

// position is a term of a pattern: a slot, or a constant.
type position struct {
	slot int // -1 for a constant
	id   graph.ID
	term quad.Value // of a constant that the dataset does not have
}

func (c *compiler) position(t syntax.Term) position {
	if v, ok := t.(syntax.Var); ok {
		return position{slot: c.vars.slot(v)}
	}
	term := t.(syntax.Const).Value
	id, found := c.dataset.Lookup(term)
	if !found {
		return position{slot: -1, term: term}
	}
	return position{slot: -1, id: id}
}

// resolved gives a constant that the dataset does not have its ID in a run.
func (p position) resolved(x *run) position {
	if p.term != nil {
		p.id = x.id(x, value.Of(p.term))
	}
	return p
}

// in is what the position stands for in a row; 0 if that is open.
func (p position) in(row []graph.ID) graph.ID {
	if p.slot < 0 {
		return p.id
	}
	return row[p.slot]
}

// source is the graph that a pattern is matched against: a fixed one, or that
// of an enclosing GRAPH with a variable.
type source struct {
	graph    *graph.Graph
	register int
}

func (s source) at(x *run) *graph.Graph {
	if s.graph != nil {
		return s.graph
	}
	return x.graphs[s.register]
}

// scan matches a triple pattern, through the index that serves what is bound.
type scan struct {
	info
	source  source
	s, p, o position
}

func (op *scan) start(x *run, next step) step {
	m := scanner{x: x, next: next, source: op.source, s: op.s.resolved(x), p: op.p.resolved(x), o: op.o.resolved(x)}
	return m.step
}

type scanner struct {
	x       *run
	next    step
	source  source
	s, p, o position
}

// Which positions are bound.
const (
	boundS = 1 << iota
	boundP
	boundO
)

func (m *scanner) step() bool {
	g, row := m.source.at(m.x), m.x.row
	s, p, o := m.s.in(row), m.p.in(row), m.o.in(row)
	bound := 0
	if s != 0 {
		bound |= boundS
	}
	if p != 0 {
		bound |= boundP
	}
	if o != 0 {
		bound |= boundO
	}
	switch bound {
	case boundS | boundP | boundO:
		return m.x.tick() && (!m.has(g, s, p, o) || m.next())
	case boundS | boundP:
		return m.each(m.o, m.x.star.objects(g, s, p))
	case boundP | boundO:
		return m.each(m.s, g.Subjects(p, o))
	case boundS | boundO:
		return m.each(m.p, g.Predicates(s, o))
	case boundS:
		predicates, objects := g.From(s)
		return m.pairs(m.p, predicates, m.o, objects)
	case boundP:
		objects, subjects := g.With(p)
		return m.pairs(m.o, objects, m.s, subjects)
	case boundO:
		subjects, predicates := g.To(o)
		return m.pairs(m.s, subjects, m.p, predicates)
	}
	return m.all(g)
}

func (m *scanner) has(g *graph.Graph, s, p, o graph.ID) bool {
	_, found := slices.BinarySearch(m.x.star.objects(g, s, p), o)
	return found
}

// star remembers the statements about one subject: joins mostly ask for several
// properties of a subject, one behind the other.
type star struct {
	graph              *graph.Graph
	subject            graph.ID
	predicates, values []graph.ID
}

// fewStatements is up to how many statements looking at each is faster than a
// binary search.
const fewStatements = 24

func (r *star) objects(g *graph.Graph, s, p graph.ID) []graph.ID {
	if s != r.subject || g != r.graph {
		r.graph, r.subject = g, s
		r.predicates, r.values = g.From(s)
	}
	if len(r.predicates) > fewStatements {
		return g.Objects(s, p)
	}
	lo := 0
	for lo < len(r.predicates) && r.predicates[lo] < p {
		lo++
	}
	hi := lo
	for hi < len(r.predicates) && r.predicates[hi] == p {
		hi++
	}
	return r.values[lo:hi]
}

// each binds one open position to each ID.
func (m *scanner) each(p position, ids []graph.ID) bool {
	row := m.x.row
	for _, id := range ids {
		row[p.slot] = id
		if !m.x.tick() || !m.next() {
			row[p.slot] = 0
			return false
		}
	}
	row[p.slot] = 0
	return m.x.tick()
}

// pairs binds two open positions, which may be one variable.
func (m *scanner) pairs(p position, first []graph.ID, q position, second []graph.ID) bool {
	row, ok := m.x.row, true
	for i, id := range first {
		if p.slot == q.slot && id != second[i] {
			ok = m.x.tick()
		} else {
			row[p.slot], row[q.slot] = id, second[i]
			ok = m.x.tick() && m.next()
		}
		if !ok {
			break
		}
	}
	row[p.slot], row[q.slot] = 0, 0
	return ok && m.x.tick()
}

// all binds three open positions.
func (m *scanner) all(g *graph.Graph) bool {
	row, ok := m.x.row, true
	s, p, o := m.s.slot, m.p.slot, m.o.slot
	for t := range g.Match(0, 0, 0) {
		ok = m.x.tick()
		if ok && (s != p || t[0] == t[1]) && (s != o || t[0] == t[2]) && (p != o || t[1] == t[2]) {
			row[s], row[p], row[o] = t[0], t[1], t[2]
			ok = m.next()
		}
		if !ok {
			break
		}
	}
	row[s], row[p], row[o] = 0, 0, 0
	return ok
}
