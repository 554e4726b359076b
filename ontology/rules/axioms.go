package rules

import (
	"fmt"
	"slices"
	"sort"

	"github.com/cayleygraph/quad"

	"policygraph/graph"
)

// How many steps a chain may have, and how many members a set of classes.
const (
	maxChain   = 64
	maxMembers = 1 << 16
)

// form is how a clause concludes.
type form uint8

const (
	formCopy     form = iota // first(x,y) gives head(x,y)
	formSwap                 // first(x,y) gives head(y,x)
	formJoin                 // first(x,y) and second(y,z) give head(x,z)
	formDomain               // first(x,y) puts x into the class head
	formRange                // first(x,y) puts y into the class head
	formSubClass             // what is in the class first is in the class head
)

// clause is a rule with an axiom put in. What it says of data is its form.
type clause struct {
	rule                Rule
	form                form
	axiom               graph.Triple // 0s where the clause is a part of a long chain
	head, first, second graph.ID
}

// isPart reports whether a clause is a part of a chain of more than two steps.
func (k *clause) isPart() bool { return k.axiom == graph.Triple{} }

// isTransitive reports whether a clause joins a property with itself into itself.
func (k *clause) isTransitive() bool {
	return k.form == formJoin && k.head == k.first && k.head == k.second
}

// axioms is an ontology as clauses and checks.
type axioms struct {
	g       *graph.Graph
	typ     graph.ID // rdf:type, 0 where the graph does not have it
	literal graph.ID // the first literal: literals come last
	terms   graph.ID // IDs above this are of properties made for parts of chains
	parts   graph.ID // how many of those there are

	clauses    []*clause
	byBody     map[graph.ID][]*clause // by first and by second, but those of classes
	byHead     map[graph.ID][]*clause // those that conclude a property
	byClass    map[graph.ID][]*clause // those that conclude a class
	above      map[graph.ID][]*clause // those that lead from a class to a class
	disjoint   []disjointness
	transitive map[graph.ID]bool // the properties that are joined with themselves into themselves
	irp        []graph.Triple    // the axioms that make properties irreflexive
}

// disjointness is a set of classes of which any two are disjoint.
type disjointness struct {
	rule    Rule
	axiom   graph.Triple
	classes []graph.ID
}

// The axioms that are one triple between properties or classes.
var binary = []struct {
	predicate string
	add       func(x *axioms, t graph.Triple)
}{
	{rdfs + "subPropertyOf", func(x *axioms, t graph.Triple) {
		x.add(clause{rule: SubProperty, form: formCopy, axiom: t, head: t[2], first: t[0]})
	}},
	{owl + "inverseOf", func(x *axioms, t graph.Triple) {
		x.add(clause{rule: Inverse1, form: formSwap, axiom: t, head: t[2], first: t[0]})
		x.add(clause{rule: Inverse2, form: formSwap, axiom: t, head: t[0], first: t[2]})
	}},
	{rdfs + "subClassOf", func(x *axioms, t graph.Triple) {
		x.add(clause{rule: SubClass, form: formSubClass, axiom: t, head: t[2], first: t[0]})
	}},
	{rdfs + "domain", func(x *axioms, t graph.Triple) {
		x.add(clause{rule: Domain, form: formDomain, axiom: t, head: t[2], first: t[0]})
	}},
	{rdfs + "range", func(x *axioms, t graph.Triple) {
		x.add(clause{rule: Range, form: formRange, axiom: t, head: t[2], first: t[0]})
	}},
	{owl + "disjointWith", func(x *axioms, t graph.Triple) {
		x.disjoint = append(x.disjoint, disjointness{Disjoint, t, []graph.ID{t[0], t[2]}})
	}},
}

// The axioms that put a property into a class of properties.
var unary = []struct {
	class string
	add   func(x *axioms, t graph.Triple)
}{
	{owl + "SymmetricProperty", func(x *axioms, t graph.Triple) {
		x.add(clause{rule: Symmetric, form: formSwap, axiom: t, head: t[0], first: t[0]})
	}},
	{owl + "TransitiveProperty", func(x *axioms, t graph.Triple) {
		x.add(clause{rule: Transitive, form: formJoin, axiom: t, head: t[0], first: t[0], second: t[0]})
	}},
	{owl + "IrreflexiveProperty", func(x *axioms, t graph.Triple) { x.irp = append(x.irp, t) }},
}

// readAxioms reads the ontology that a graph holds.
func readAxioms(g *graph.Graph) (*axioms, error) {
	d := g.Dataset()
	x := &axioms{
		g: g, terms: graph.ID(d.Terms()),
		byBody: make(map[graph.ID][]*clause), byHead: make(map[graph.ID][]*clause), byClass: make(map[graph.ID][]*clause),
		above: make(map[graph.ID][]*clause), transitive: make(map[graph.ID]bool),
	}
	x.typ, _ = d.Lookup(quad.IRI(rdf + "type"))
	x.literal = 1 + graph.ID(sort.Search(d.Terms(), func(i int) bool { return d.Kind(graph.ID(i + 1)).IsLiteral() }))
	for _, a := range binary {
		for t := range x.with(a.predicate) {
			if x.isIRI(t[0]) && x.isIRI(t[2]) {
				a.add(x, t)
			}
		}
	}
	for _, a := range unary {
		for _, p := range x.instances(a.class) {
			if class, _ := d.Lookup(quad.IRI(a.class)); x.isIRI(p) {
				a.add(x, graph.Triple{p, x.typ, class})
			}
		}
	}
	if err := x.readChains(); err != nil {
		return nil, err
	}
	return x, x.readDisjoint()
}

// add keeps a clause. One that concludes what it starts from is left out.
func (x *axioms) add(c clause) {
	if c.form != formJoin && c.form != formSwap && c.head == c.first {
		return
	}
	k := &c
	x.clauses = append(x.clauses, k)
	if k.isTransitive() {
		x.transitive[k.head] = true
	}
	switch c.form {
	case formSubClass, formDomain, formRange:
		x.byClass[c.head] = append(x.byClass[c.head], k)
	default:
		x.byHead[c.head] = append(x.byHead[c.head], k)
	}
	if c.form == formSubClass {
		x.above[c.first] = append(x.above[c.first], k)
		return
	}
	x.byBody[c.first] = append(x.byBody[c.first], k)
	if c.second != 0 && c.second != c.first {
		x.byBody[c.second] = append(x.byBody[c.second], k)
	}
}

// with are the triples with a predicate that the graph may not have.
func (x *axioms) with(predicate string) func(func(graph.Triple) bool) {
	p, ok := x.g.Dataset().Lookup(quad.IRI(predicate))
	if !ok {
		return func(func(graph.Triple) bool) {}
	}
	return x.g.Match(0, p, 0)
}

func (x *axioms) instances(class string) []graph.ID {
	id, ok := x.g.Dataset().Lookup(quad.IRI(class))
	if !ok || x.typ == 0 {
		return nil
	}
	return x.g.Subjects(x.typ, id)
}

func (x *axioms) isIRI(id graph.ID) bool { return x.g.Dataset().Kind(id) == graph.KindIRI }

// known leaves out what only parts of long chains say.
func (x *axioms) known(all []graph.Triple) []graph.Triple {
	if x.parts == 0 {
		return all
	}
	return slices.DeleteFunc(slices.Clone(all), func(t graph.Triple) bool { return t[1] > x.terms })
}

func (x *axioms) readChains() error {
	for t := range x.with(owl + "propertyChainAxiom") {
		if !x.isIRI(t[0]) {
			continue
		}
		steps, err := x.list(t[2], maxChain)
		if err == nil && len(steps) < 2 {
			err = fmt.Errorf("%d steps, where a chain has two or more", len(steps))
		}
		if err != nil {
			return fmt.Errorf("the chain of <%s>: %w", x.g.Dataset().Text(t[0]), err)
		}
		x.chain(t, steps)
	}
	return nil
}

// chain adds a chain; one of more than two steps as several of two, with
// properties that no graph has in between.
func (x *axioms) chain(t graph.Triple, steps []graph.ID) {
	first := steps[0]
	for _, second := range steps[1 : len(steps)-1] {
		x.parts++
		part := x.terms + x.parts
		x.add(clause{rule: Chain, form: formJoin, head: part, first: first, second: second})
		first = part
	}
	x.add(clause{rule: Chain, form: formJoin, axiom: t, head: t[0], first: first, second: steps[len(steps)-1]})
}

func (x *axioms) readDisjoint() error {
	d := x.g.Dataset()
	members, ok := d.Lookup(quad.IRI(owl + "members"))
	if !ok {
		return nil
	}
	for _, set := range x.instances(owl + "AllDisjointClasses") {
		for _, list := range x.g.Objects(set, members) {
			classes, err := x.list(list, maxMembers)
			if err != nil {
				return fmt.Errorf("the members of a set of disjoint classes: %w", err)
			}
			slices.Sort(classes)
			x.disjoint = append(x.disjoint, disjointness{AllDisjoint, graph.Triple{set, members, list}, slices.Compact(classes)})
		}
	}
	return nil
}

// list reads an RDF collection of up to most IRIs.
func (x *axioms) list(node graph.ID, most int) ([]graph.ID, error) {
	d := x.g.Dataset()
	first, _ := d.Lookup(quad.IRI(rdf + "first"))
	rest, _ := d.Lookup(quad.IRI(rdf + "rest"))
	var steps []graph.ID
	for d.Text(node) != rdf+"nil" {
		if first == 0 || rest == 0 || len(steps) == most {
			return nil, fmt.Errorf("not a list of up to %d names", most)
		}
		firsts, rests := x.g.Objects(node, first), x.g.Objects(node, rest)
		if len(firsts) != 1 || len(rests) != 1 || !x.isIRI(firsts[0]) {
			return nil, fmt.Errorf("not a list of up to %d names", most)
		}
		steps = append(steps, firsts[0])
		node = rests[0]
	}
	return steps, nil
}
