package shacl

import (
	"context"
	"slices"
	"strings"

	"github.com/cayleygraph/quad"

	"policygraph/graph"
	"policygraph/graph/path"
)

// ValidateOptions say how far a validation goes. The zero value finds
// everything.
type ValidateOptions struct {
	// Severity leaves out the results below it: with Warning those of Info, with
	// Violation all that are SHACL's and not violations. Empty is all.
	Severity quad.IRI

	// MaxResults is how many results are kept; others are only counted. 0 is no
	// limit.
	MaxResults int

	// Details says to collect the results that are why a value does not conform
	// to the shape of a sh:node.
	Details bool
}

// Validate holds a graph against the shapes. The shapes graph may be the same
// graph; where it is not, a blank node of its that a query is given is the one
// of the data with its label, if there is one, so readers should keep labels
// apart. It fails with the context's error, and with one that wraps [ErrFailure]
// where a query fails.
//
// Results come in the order of the shapes' nodes, of focus nodes, and of the
// shape's constraints: those of Core in the order of the recommendation, then
// queries, then those of other components.
func (s *Shapes) Validate(ctx context.Context, data *graph.Graph, o ValidateOptions) (*Report, error) {
	name := shapesGraphName(data)
	if inBlank := data.Name() != 0 && data.Dataset().Kind(data.Name()) == graph.KindBNode; s.seesSelf || inBlank {
		var err error
		if data, err = beside(data, s.graph, name); err != nil {
			return nil, err
		}
	}
	v := newValidation(ctx, data, o)
	v.shapesGraph = name
	out := &collector{report: Report{limit: o.MaxResults}, lowest: lowest(o.Severity)}
	for _, one := range s.targeted {
		v.target(one, out)
	}
	if v.err != nil {
		return nil, v.err
	}
	return &out.report, nil
}

// validation is one validation of a data graph.
type validation struct {
	nodes
	ctx         context.Context
	options     ValidateOptions
	shapes      map[*shape]*bound
	visits      []*visit // memory for nested visits, by depth
	depth       int
	ticks       int
	err         error
	shapesGraph quad.IRI
}

func newValidation(ctx context.Context, data *graph.Graph, o ValidateOptions) *validation {
	return &validation{nodes: newNodes(data), ctx: ctx, options: o, shapes: make(map[*shape]*bound)}
}

// ticksPerCheck is how many nodes may pass between two looks at the context.
const ticksPerCheck = 1024

// tick is called for each node that is looked at. It reports whether to go on.
func (v *validation) tick() bool {
	if v.ticks--; v.ticks > 0 {
		return true
	}
	v.ticks = ticksPerCheck
	if v.err == nil && v.ctx.Err() != nil {
		v.err = context.Cause(v.ctx)
	}
	if v.err != nil {
		v.ticks = 0
	}
	return v.err == nil
}

// fail ends the validation.
func (v *validation) fail(err error) {
	if v.err == nil {
		v.err = err
	}
	v.ticks = 0
}

// target validates the focus nodes of a shape.
func (v *validation) target(s *shape, out *collector) {
	b := v.bind(s)
	for _, n := range v.focusNodes(s) {
		if v.validate(b, n, out); v.err != nil {
			return
		}
	}
}

// focusNodes are the nodes that the targets of a shape select, once each, in
// order.
func (v *validation) focusNodes(s *shape) (all []graph.ID) {
	for _, t := range s.targets {
		id := v.intern(t.term)
		switch t.kind {
		case targetNode:
			all = append(all, id)
		case targetClass:
			for _, class := range v.below(id) {
				all = append(all, v.graph.Subjects(v.rdfType, class)...)
			}
		case targetSubjectsOf:
			_, subjects := v.graph.With(id)
			all = append(all, subjects...)
		case targetObjectsOf:
			objects, _ := v.graph.With(id)
			all = append(all, objects...)
		}
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// bound is a shape made ready for one validation.
type bound struct {
	shape  *shape
	values func(n graph.ID, to []graph.ID) []graph.ID // nil for a node shape
	checks []check
	asked  answers
}

// bind makes a shape ready, once.
func (v *validation) bind(s *shape) *bound {
	if b, known := v.shapes[s]; known {
		return b
	}
	b := &bound{shape: s}
	v.shapes[s] = b
	if s.path != nil {
		b.values = v.walk(s.path)
	}
	if !s.deactivated {
		for _, k := range s.constraints {
			b.checks = append(b.checks, k.start(v, b, k))
		}
	}
	return b
}

func (v *validation) bindAll(shapes []*shape) []*bound {
	all := make([]*bound, len(shapes))
	for i, s := range shapes {
		all[i] = v.bind(s)
	}
	return all
}

// walk makes the function that appends the values of a path, each once, in
// order.
func (v *validation) walk(p path.Path) func(n graph.ID, to []graph.ID) []graph.ID {
	switch p := p.(type) {
	case path.IRI:
		id := v.intern(quad.IRI(p))
		return func(n graph.ID, to []graph.ID) []graph.ID { return append(to, v.objects(n, id)...) }
	case path.Inverse:
		if link, ok := p.Path.(path.IRI); ok {
			id := v.intern(quad.IRI(link))
			return func(n graph.ID, to []graph.ID) []graph.ID { return append(to, v.subjects(id, n)...) }
		}
	}
	c := path.Compile(p, v.graph)
	empty := c.MatchesEmpty()
	return func(n graph.ID, to []graph.ID) []graph.ID {
		switch {
		case n <= v.last:
			return slices.AppendSeq(to, c.From(n))
		case empty:
			return append(to, n)
		}
		return to
	}
}

// visit is a focus node that is held against a shape.
type visit struct {
	v      *validation
	shape  *shape
	node   graph.ID
	values []graph.ID // value nodes, in order
	out    *collector
	quick  collector // out, where a shape asks another
}

// validate holds a node against a shape.
func (v *validation) validate(b *bound, n graph.ID, out *collector) {
	if len(b.checks) == 0 || !v.tick() {
		return
	}
	at := v.next()
	v.depth++
	at.v, at.shape, at.node, at.out = v, b.shape, n, out
	if b.values == nil {
		at.values = append(at.values[:0], n)
	} else {
		at.values = b.values(n, at.values[:0])
	}
	for _, check := range b.checks {
		if check(at); v.err != nil || out.enough() {
			break
		}
	}
	v.depth--
}

// next is the memory for the next visit.
func (v *validation) next() *visit {
	if v.depth == len(v.visits) {
		v.visits = append(v.visits, new(visit))
	}
	return v.visits[v.depth]
}

// value reports that a value node breaks a constraint.
func (at *visit) value(k *constraint, n graph.ID) {
	if at.out.quick {
		at.out.found = true
		return
	}
	at.report(k, Result{Value: at.v.term(n)})
}

// lacks reports that value nodes as a whole break a constraint: how many came.
func (at *visit) lacks(k *constraint, came amount, how ...string) {
	if at.out.quick {
		at.out.found = true
		return
	}
	at.report(k, Result{Found: words("%s", strings.Join(append([]string{came.String()}, how...), " "))})
}

// report adds a result, of which it fills in what all results have.
func (at *visit) report(k *constraint, r Result) {
	at.out.found = true
	if at.out.quick || !at.out.take(at.shape.severity) {
		return
	}
	r.FocusNode = at.v.term(at.node)
	r.SourceShape, r.SourceConstraint, r.Severity = at.shape.node, k.source, at.shape.severity
	r.Component, r.Expected = k.component, k.expected
	if r.Path == nil {
		r.Path = at.shape.path
	}
	if len(at.shape.messages) > 0 {
		r.Messages = at.shape.messages
	}
	at.out.report.Results = append(at.out.report.Results, r)
}

// collector is where results go.
type collector struct {
	report Report
	lowest int  // the rank of the least severe results that are wanted
	quick  bool // whether only one question is asked: are there any
	found  bool
}

// enough reports whether nobody wants to know more.
func (c *collector) enough() bool { return c.quick && c.found }

// take counts a result and reports whether it is kept.
func (c *collector) take(severity quad.IRI) bool {
	rank := rank(severity)
	if rank > c.lowest {
		return false
	}
	r := &c.report
	if r.limit > 0 && len(r.Results) >= r.limit {
		r.omitted[rank]++
		return false
	}
	return true
}

// conforms reports whether a node conforms to a shape (3.4.2). It remembers the
// answer.
func (v *validation) conforms(b *bound, n graph.ID) bool {
	if len(b.checks) == 0 {
		return true
	}
	if yes, known := b.asked.get(n); known {
		return yes
	}
	out := &v.next().quick
	*out = collector{quick: true}
	v.validate(b, n, out)
	if v.err == nil {
		b.asked.set(n, v.most(), !out.found)
	}
	return !out.found
}

// conformsTo is to how many shapes a node conforms.
func (v *validation) conformsTo(shapes []*bound, n graph.ID) (count int) {
	for _, b := range shapes {
		if v.conforms(b, n) {
			count++
		}
	}
	return count
}

// details are the results that are why a node does not conform to a shape.
func (v *validation) details(b *bound, n graph.ID) []Result {
	out := collector{lowest: lowest("")}
	v.validate(b, n, &out)
	return out.report.Results
}

// answers remembers yes or no for nodes, two bits each.
type answers struct{ known, yes []uint64 }

func (a *answers) get(n graph.ID) (yes, known bool) {
	word, bit := n/64, uint64(1)<<(n%64)
	if int(word) >= len(a.known) || a.known[word]&bit == 0 {
		return false, false
	}
	return a.yes[word]&bit != 0, true
}

// set remembers the answer for n, of which there are as many as most.
func (a *answers) set(n, most graph.ID, yes bool) {
	word, bit := n/64, uint64(1)<<(n%64)
	if int(word) >= len(a.known) {
		words := make([]uint64, 2*(most/64+1))
		half := len(words) / 2
		copy(words, a.known)
		copy(words[half:], a.yes)
		a.known, a.yes = words[:half:half], words[half:]
	}
	a.known[word] |= bit
	if yes {
		a.yes[word] |= bit
	}
}
