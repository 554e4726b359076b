package sparql

import (
	"iter"

	"github.com/cayleygraph/quad"

	"policygraph/graph"
	"policygraph/graph/sparql/syntax"
	"policygraph/graph/sparql/value"
)

// Graph returns the statements of a CONSTRUCT or DESCRIBE, each once, in the
// default graph. It ends with the first error; the statements before one are
// not all.
func (r *Result) Graph() iter.Seq2[quad.Quad, error] {
	return func(yield func(quad.Quad, error) bool) {
		o := output{r: r, seen: newTuples(3), yield: yield}
		produce := o.construct
		if r.Form() == syntax.Describe {
			produce = o.describe
		}
		if err := produce(); err != nil && !o.stopped {
			yield(quad.Quad{}, err)
		}
	}
}

// output is a graph that is being given, statement by statement.
type output struct {
	r       *Result
	seen    *tuples
	yield   func(quad.Quad, error) bool
	stopped bool
	n       int64
}

// give passes a statement on if RDF allows it and it is new.
func (o *output) give(s, p, object graph.ID) bool {
	x := o.r.x
	if kind := x.value(s).Kind(); kind != value.IRI && kind != value.BlankNode || x.value(p).Kind() != value.IRI || object == 0 {
		return true
	}
	if _, fresh := o.seen.add(x, []graph.ID{s, p, object}); !fresh {
		return x.tick()
	}
	if o.n++; !o.r.within(o.n) {
		return false
	}
	o.stopped = !o.yield(quad.Quad{Subject: x.term(s), Predicate: x.term(p), Object: x.term(object)}, nil)
	return !o.stopped && x.tick()
}

// construct fills the template with each solution (section 16.2). Its blank
// nodes are new ones for each.
func (o *output) construct() error {
	x := o.r.x
	template := newTemplate(o.r.plan)
	return o.r.each(func() bool {
		template.renew(x)
		for _, t := range template.triples {
			if !o.give(t[0].in(x.row), t[1].in(x.row), t[2].in(x.row)) {
				return false
			}
		}
		return true
	}, syntax.Construct)
}

// template is the template of a CONSTRUCT, with a place for each blank node.
type template struct {
	triples [][3]*position
	blanks  []*position
}

func newTemplate(p *Plan) *template {
	t := new(template)
	blanks := make(map[quad.BNode]*position)
	at := func(term syntax.Term) *position {
		c, ok := term.(syntax.Const)
		if !ok {
			return &position{slot: p.vars.slots[term.(syntax.Var)]}
		}
		label, blank := c.Value.(quad.BNode)
		if !blank {
			return &position{slot: -1, term: c.Value}
		}
		if blanks[label] == nil {
			blanks[label] = &position{slot: -1}
			t.blanks = append(t.blanks, blanks[label])
		}
		return blanks[label]
	}
	for _, triple := range p.query.Template {
		t.triples = append(t.triples, [3]*position{at(triple.Subject), at(triple.Predicate), at(triple.Object)})
	}
	return t
}

// renew gives the template new blank nodes, and its constants their IDs.
func (t *template) renew(x *run) {
	for _, b := range t.blanks {
		b.id = x.id(x, value.NewBlankNode(string(x.freshBlank())))
	}
	for _, triple := range t.triples {
		for _, p := range triple {
			if p.term != nil {
				p.id, p.term = x.id(x, value.Of(p.term)), nil
			}
		}
	}
}

// describe gives the concise bounded description of each resource: the
// statements about it in the default graph, and about the blank nodes these
// lead to.
func (o *output) describe() error {
	x := o.r.x
	resources := newTuples(1)
	add := func(id graph.ID) {
		if id != 0 && id <= x.terms {
			resources.add(x, []graph.ID{id})
		}
	}
	for _, term := range o.r.plan.query.Describe {
		if c, ok := term.(syntax.Const); ok {
			add(x.id(x, value.Of(c.Value)))
		}
	}
	err := o.r.each(func() bool {
		for _, slot := range o.r.plan.result {
			add(x.row[slot])
		}
		return x.tick()
	}, syntax.Describe)
	for i := 0; i < resources.n && err == nil; i++ {
		o.about(resources.row(i)[0], add)
		err = x.err
		if o.stopped {
			break
		}
	}
	return err
}

// about gives the statements about a resource, and hands blank nodes on.
func (o *output) about(s graph.ID, add func(graph.ID)) {
	predicates, objects := o.r.plan.standard.From(s)
	for i, object := range objects {
		if !o.give(s, predicates[i], object) {
			return
		}
		if o.r.plan.dataset.Kind(object) == graph.KindBNode {
			add(object)
		}
	}
}
