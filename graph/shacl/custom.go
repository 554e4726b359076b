package shacl

import (
	"slices"
	"strings"
	"unicode"

	"github.com/cayleygraph/quad"

	"policygraph/graph"
	"policygraph/graph/sparql/syntax"
)

// custom is a constraint component that a shapes graph declares (6.1).
type custom struct {
	node       graph.ID
	parameters []declared
}

// declared is a parameter of a component.
type declared struct {
	path     graph.ID
	name     syntax.Var
	optional bool
}

// customComponents are the components that the shapes graph declares, in order.
func (c *compiler) customComponents() (all []*custom) {
	nodes := slices.Compact(slices.Sorted(slices.Values(c.instances(sh + "ConstraintComponent"))))
	for _, n := range nodes {
		k := &custom{node: n}
		for _, p := range c.objects(n, sh+"parameter") {
			if d, ok := c.parameter(n, p); ok {
				k.parameters = append(k.parameters, d)
			}
		}
		if isMandatory := func(d declared) bool { return !d.optional }; slices.ContainsFunc(k.parameters, isMandatory) {
			all = append(all, k)
		} else if len(c.objects(n, sh+"parameter")) > 0 || c.hasValidator(n) {
			c.problem(n, "a constraint component has no parameter that is not optional")
		}
	}
	return all
}

// parameter reads the declaration p of a parameter of component n (6.2.1).
func (c *compiler) parameter(n, p graph.ID) (declared, bool) {
	paths := c.objects(p, sh+"path")
	if len(paths) != 1 || c.data.Kind(paths[0]) != graph.KindIRI {
		c.problem(n, "expected an IRI for the sh:path of the parameter %s", c.data.Term(p))
		return declared{}, false
	}
	d := declared{path: paths[0], name: localName(c.data.Text(paths[0])), optional: c.flag(p, "optional")}
	switch d.name {
	case "", varThis, varValue, varPath, varResultPath, varShapesGraph, varCurrentShape:
		c.problem(n, "the parameter <%s> cannot be a variable named %q", c.data.Text(paths[0]), string(d.name))
		return declared{}, false
	}
	return d, true
}

// localName is the longest end of an IRI that is a name, which begins with a
// letter or an underscore.
func localName(iri string) syntax.Var {
	start := len(iri)
	for i, r := range iri {
		switch {
		case unicode.IsLetter(r) || r == '_':
			start = min(start, i)
		case start < len(iri) && (unicode.IsDigit(r) || r == 0xB7):
		default:
			start = len(iri)
		}
	}
	return syntax.Var(iri[start:])
}

// validators are the words for validators, by whether they are for shapes with
// a path, and the form of their query. Those further up go before.
var validators = []struct {
	word  string
	form  syntax.Form
	paths bool // for property shapes
	nodes bool // for node shapes
}{
	{"propertyValidator", syntax.Select, true, false},
	{"nodeValidator", syntax.Select, false, true},
	{"validator", syntax.Ask, true, true},
}

func (c *compiler) hasValidator(n graph.ID) bool {
	return slices.ContainsFunc([]string{"validator", "nodeValidator", "propertyValidator"}, func(w string) bool { return len(c.objects(n, sh+w)) > 0 })
}

// custom compiles the constraints that a component makes for a shape: one for
// each value where there is one parameter, else one for all together.
func (c *compiler) custom(n graph.ID, s *shape, k *custom) {
	var sets [][]parameter
	if len(k.parameters) == 1 {
		p := k.parameters[0]
		for _, id := range c.graph.Objects(n, p.path) {
			sets = append(sets, []parameter{{p.name, c.data.Term(id)}})
		}
	} else if all, ok := c.together(n, k); ok {
		sets = append(sets, all)
	}
	for _, set := range sets {
		c.validator(n, s, k, set)
	}
}

// together are the values of several parameters, if shape n has all that are
// not optional.
func (c *compiler) together(n graph.ID, k *custom) (all []parameter, ok bool) {
	for _, p := range k.parameters {
		values := c.graph.Objects(n, p.path)
		switch {
		case len(values) == 1:
			all = append(all, parameter{p.name, c.data.Term(values[0])})
		case len(values) > 1:
			c.problem(n, "expected one <%s>, found %d", c.data.Text(p.path), len(values))
			return nil, false
		case !p.optional:
			return nil, false
		default:
			all = append(all, parameter{name: p.name})
		}
	}
	return all, true
}

// validator compiles a constraint with the validator for the kind of shape. A
// component without one asks nothing of it (6.2.3).
func (c *compiler) validator(n graph.ID, s *shape, k *custom, set []parameter) {
	for _, w := range validators {
		if (s.path != nil && !w.paths) || (s.path == nil && !w.nodes) {
			continue
		}
		for _, id := range c.objects(k.node, sh+w.word) {
			if !c.isSPARQL(id) {
				continue
			}
			q := c.query(n, id, s, w.form, set)
			if q == nil {
				return
			}
			if len(q.messages) == 0 {
				q.messages = c.messages(k.node)
			}
			start := q.selecting
			if w.form == syntax.Ask {
				start = q.asking
			}
			name := c.data.Term(k.node)
			iri, _ := name.(quad.IRI)
			s.constraints = append(s.constraints, &constraint{component: iri, start: start, expected: c.asks(k, set)})
			return
		}
	}
}

// isSPARQL reports whether a validator is one of SHACL-SPARQL, as all are that
// have a query.
func (c *compiler) isSPARQL(id graph.ID) bool {
	return len(c.objects(id, sh+"ask"))+len(c.objects(id, sh+"select")) > 0
}

// asks is the constraint in words: its parameters and their values.
func (c *compiler) asks(k *custom, set []parameter) Phrase {
	p := Phrase{Format: "a node that satisfies %s"}
	p.Terms = append(p.Terms, c.data.Term(k.node))
	var parts []string
	for _, one := range set {
		if one.value != nil {
			parts = append(parts, string(one.name)+" %s")
			p.Terms = append(p.Terms, one.value)
		}
	}
	if len(parts) > 0 {
		p.Format += " with " + strings.Join(parts, ", ")
	}
	return p
}
