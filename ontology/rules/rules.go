// Package rules adds what follows from an ontology: the nine rules of OWL 2 RL
// (section 4.3) that ours needs, run to a fixed point.
//
//	cax-sco    rdfs:subClassOf         prp-dom     rdfs:domain
//	prp-spo1   rdfs:subPropertyOf      prp-rng     rdfs:range
//	prp-spo2   owl:propertyChainAxiom  prp-inv1/2  owl:inverseOf
//	prp-trp    owl:TransitiveProperty  prp-symp    owl:SymmetricProperty
//
// The rules are read from the graph itself, so that any ontology within these
// constructs works; all others are passed over. Nothing is concluded of blank
// properties, and nothing with a literal as subject.
package rules

import (
	"context"
	"fmt"

	"github.com/cayleygraph/quad"

	"policygraph/graph"
)

const (
	rdfs = "http://www.w3.org/2000/01/rdf-schema#"
	rdf  = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
	owl  = "http://www.w3.org/2002/07/owl#"
)

// maxChain is how many steps a chain may have.
const maxChain = 64

// Closure returns what follows from g by the ontology that g holds, and is not
// in g, each triple once, in the order in which it was found: the same order for
// the same graph. It fails when a chain is no list of properties, when there are
// more than limit triples (0 is no limit), or when ctx is done.
func Closure(ctx context.Context, g *graph.Graph, limit int) ([]graph.Triple, error) {
	c := &closure{
		ctx: ctx, g: g, limit: limit,
		rules: make(map[graph.ID]*property), supers: make(map[graph.ID][]graph.ID),
		known: make(map[graph.Triple]struct{}), out: make(map[end][]graph.ID), in: make(map[end][]graph.ID),
	}
	c.typ, _ = g.Dataset().Lookup(quad.IRI(rdf + "type"))
	if err := c.read(); err != nil {
		return nil, err
	}
	return c.run()
}

// property is what follows from a triple with this predicate.
type property struct {
	supers, inverses, domains, ranges []graph.ID
	first, second                     []step // the chains it begins, and those it ends
	transitive, symmetric             bool
}

// step is a chain of two: first and second together give whole. The other of
// the two is the property that the step belongs to.
type step struct{ other, whole graph.ID }

// end is one end of an edge, and its predicate.
type end struct{ node, predicate graph.ID }

type closure struct {
	ctx    context.Context
	g      *graph.Graph
	limit  int
	typ    graph.ID
	rules  map[graph.ID]*property
	supers map[graph.ID][]graph.ID // of classes
	parts  graph.ID                // how many properties were made for the parts of long chains

	known   map[graph.Triple]struct{}
	queue   []graph.Triple // what was found, in order
	out, in map[end][]graph.ID
}

// The axioms with two properties, or a property and a class.
var axioms = []struct {
	predicate string
	add       func(c *closure, s, o graph.ID)
}{
	{rdfs + "subClassOf", func(c *closure, s, o graph.ID) { c.supers[s] = append(c.supers[s], o) }},
	{rdfs + "subPropertyOf", func(c *closure, s, o graph.ID) { c.rule(s).supers = append(c.rule(s).supers, o) }},
	{rdfs + "domain", func(c *closure, s, o graph.ID) { c.rule(s).domains = append(c.rule(s).domains, o) }},
	{rdfs + "range", func(c *closure, s, o graph.ID) { c.rule(s).ranges = append(c.rule(s).ranges, o) }},
	{owl + "inverseOf", func(c *closure, s, o graph.ID) {
		c.rule(s).inverses = append(c.rule(s).inverses, o)
		c.rule(o).inverses = append(c.rule(o).inverses, s)
	}},
}

// The axioms that are classes of properties.
var kinds = []struct {
	class string
	add   func(*property)
}{
	{owl + "TransitiveProperty", func(p *property) { p.transitive = true }},
	{owl + "SymmetricProperty", func(p *property) { p.symmetric = true }},
}

func (c *closure) rule(p graph.ID) *property {
	if c.rules[p] == nil {
		c.rules[p] = new(property)
	}
	return c.rules[p]
}

// read collects the axioms.
func (c *closure) read() error {
	d := c.g.Dataset()
	for _, a := range axioms {
		if p, ok := d.Lookup(quad.IRI(a.predicate)); ok {
			for t := range c.g.Match(0, p, 0) {
				if c.isIRI(t[0]) && c.isIRI(t[2]) {
					a.add(c, t[0], t[2])
				}
			}
		}
	}
	for _, k := range kinds {
		if class, ok := d.Lookup(quad.IRI(k.class)); ok && c.typ != 0 {
			for _, p := range c.g.Subjects(c.typ, class) {
				k.add(c.rule(p))
			}
		}
	}
	chain, ok := d.Lookup(quad.IRI(owl + "propertyChainAxiom"))
	if !ok {
		return nil
	}
	for t := range c.g.Match(0, chain, 0) {
		if err := c.chain(t[0], t[2]); err != nil {
			return err
		}
	}
	return nil
}

func (c *closure) isIRI(id graph.ID) bool { return c.g.Dataset().Kind(id) == graph.KindIRI }

// chain adds a chain; one of more than two steps as several of two, with
// properties that no graph has in between.
func (c *closure) chain(whole, list graph.ID) error {
	steps, err := c.list(list)
	if err != nil {
		return fmt.Errorf("the chain of <%s>: %w", c.g.Dataset().Text(whole), err)
	}
	first := steps[0]
	for i, second := range steps[1:] {
		to := whole
		if i < len(steps)-2 {
			c.parts++
			to = graph.ID(c.g.Dataset().Terms()) + c.parts
		}
		c.rule(first).first = append(c.rule(first).first, step{second, to})
		c.rule(second).second = append(c.rule(second).second, step{first, to})
		first = to
	}
	return nil
}

// list reads an RDF collection of two or more properties.
func (c *closure) list(node graph.ID) ([]graph.ID, error) {
	d := c.g.Dataset()
	first, _ := d.Lookup(quad.IRI(rdf + "first"))
	rest, _ := d.Lookup(quad.IRI(rdf + "rest"))
	var steps []graph.ID
	for d.Text(node) != rdf+"nil" {
		firsts, rests := c.g.Objects(node, first), c.g.Objects(node, rest)
		if first == 0 || rest == 0 || len(firsts) != 1 || len(rests) != 1 || !c.isIRI(firsts[0]) || len(steps) == maxChain {
			return nil, fmt.Errorf("not a list of up to %d properties", maxChain)
		}
		steps = append(steps, firsts[0])
		node = rests[0]
	}
	if len(steps) < 2 {
		return nil, fmt.Errorf("%d steps, where a chain has two or more", len(steps))
	}
	return steps, nil
}

// run lets the rules work on the triples of the graph, then on what they gave.
func (c *closure) run() ([]graph.Triple, error) {
	for p := range c.g.AllPredicates() {
		if c.rules[p] == nil && p != c.typ {
			continue
		}
		for t := range c.g.Match(0, p, 0) {
			c.follow(t)
		}
		if err := c.check(); err != nil {
			return nil, err
		}
	}
	for i := 0; i < len(c.queue); i++ {
		c.follow(c.queue[i])
		if i%1024 == 0 {
			if err := c.check(); err != nil {
				return nil, err
			}
		}
	}
	if err := c.check(); err != nil {
		return nil, err
	}
	return c.found(), nil
}

func (c *closure) check() error {
	if c.limit > 0 && len(c.queue) > c.limit {
		return fmt.Errorf("more than %d triples follow", c.limit)
	}
	return c.ctx.Err()
}

// found is what was found, without what only parts of long chains say.
func (c *closure) found() []graph.Triple {
	all := c.queue[:0]
	for _, t := range c.queue {
		if int(t[1]) <= c.g.Dataset().Terms() {
			all = append(all, t)
		}
	}
	return all
}

// follow adds what follows from t, alone or with any triple known so far. Two
// triples meet when the later of them is followed.
func (c *closure) follow(t graph.Triple) {
	if t[1] == c.typ {
		for _, super := range c.supers[t[2]] {
			c.add(t[0], c.typ, super)
		}
	}
	r := c.rules[t[1]]
	if r == nil {
		return
	}
	for _, p := range r.supers {
		c.add(t[0], p, t[2])
	}
	for _, p := range r.inverses {
		c.add(t[2], p, t[0])
	}
	for _, class := range r.domains {
		c.add(t[0], c.typ, class)
	}
	for _, class := range r.ranges {
		c.add(t[2], c.typ, class)
	}
	if r.symmetric {
		c.add(t[2], t[1], t[0])
	}
	if r.transitive {
		c.join(t, step{t[1], t[1]}, step{t[1], t[1]})
	}
	for _, s := range r.first {
		c.join(t, s, step{})
	}
	for _, s := range r.second {
		c.join(t, step{}, s)
	}
}

// join lets t begin one chain and end another.
func (c *closure) join(t graph.Triple, begins, ends step) {
	if begins.whole != 0 {
		for _, list := range [2][]graph.ID{c.objects(t[2], begins.other), c.out[end{t[2], begins.other}]} {
			for _, o := range list {
				c.add(t[0], begins.whole, o)
			}
		}
	}
	if ends.whole != 0 {
		for _, list := range [2][]graph.ID{c.subjects(ends.other, t[0]), c.in[end{t[0], ends.other}]} {
			for _, s := range list {
				c.add(s, ends.whole, t[2])
			}
		}
	}
}

// objects and subjects are those of the graph; it knows no made properties.
func (c *closure) objects(s, p graph.ID) []graph.ID {
	if int(p) > c.g.Dataset().Terms() {
		return nil
	}
	return c.g.Objects(s, p)
}

func (c *closure) subjects(p, o graph.ID) []graph.ID {
	if int(p) > c.g.Dataset().Terms() {
		return nil
	}
	return c.g.Subjects(p, o)
}

func (c *closure) add(s, p, o graph.ID) {
	t := graph.Triple{s, p, o}
	if p == 0 || c.g.Dataset().Kind(s).IsLiteral() || int(p) <= c.g.Dataset().Terms() && c.g.Has(t) {
		return
	}
	if _, ok := c.known[t]; ok {
		return
	}
	c.known[t] = struct{}{}
	c.queue = append(c.queue, t)
	if c.rules[p] != nil {
		c.out[end{s, p}] = append(c.out[end{s, p}], o)
		c.in[end{o, p}] = append(c.in[end{o, p}], s)
	}
}
