package shacl

import (
	"fmt"

	"github.com/cayleygraph/quad"

	"policygraph/graph"
	"policygraph/graph/path"
	"policygraph/graph/sparql/value"
)

// pair is a constraint that compares the value nodes with the values of another
// property.
func pair(format string, compare func(at *visit, k *constraint, others []graph.ID)) func(*compiler, graph.ID, *shape, graph.ID) (starter, Phrase, error) {
	return func(c *compiler, _ graph.ID, _ *shape, id graph.ID) (starter, Phrase, error) {
		property, err := c.iri(id)
		return func(v *validation, _ *bound, k *constraint) check {
			p := v.intern(property)
			return func(at *visit) { compare(at, k, v.objects(at.node, p)) }
		}, about(format, property), err
	}
}

// equals is sh:equals (4.5.1): both are one set.
func equals(at *visit, k *constraint, others []graph.ID) {
	for _, n := range at.values {
		if !idSet(others).has(n) {
			at.value(k, n)
		}
	}
	for _, n := range others {
		if !idSet(at.values).has(n) {
			at.value(k, n)
		}
	}
}

// disjoint is sh:disjoint (4.5.2).
func disjoint(at *visit, k *constraint, others []graph.ID) {
	for _, n := range at.values {
		if idSet(others).has(n) {
			at.value(k, n)
		}
	}
}

// lessThan is sh:lessThan and sh:lessThanOrEquals (4.5.3, 4.5.4): a result for
// each pair that is not in order, or has none.
func lessThan(op value.Operator) func(at *visit, k *constraint, others []graph.ID) {
	return func(at *visit, k *constraint, others []graph.ID) {
		for _, n := range at.values {
			for _, m := range others {
				if at.v.tick() && op.Apply(at.v.value(n), at.v.value(m)) != value.True {
					at.value(k, n)
				}
			}
		}
	}
}

// closed is sh:closed with sh:ignoredProperties (4.8.1).
func closed(c *compiler, n graph.ID, _ *shape, id graph.ID) (starter, Phrase, error) {
	yes, err := c.boolean(id)
	if err != nil || !yes {
		return nil, Phrase{}, err
	}
	allowed, err := c.allowed(n)
	if err != nil {
		return nil, Phrase{}, err
	}
	return func(v *validation, _ *bound, k *constraint) check {
		known := v.internAll(allowed)
		return func(at *visit) {
			for _, s := range at.values {
				predicates, objects := v.from(s)
				for i, p := range predicates {
					if !known.has(p) {
						at.report(k, Result{Path: path.IRI(v.text(p)), Value: v.term(objects[i])})
					}
				}
			}
		}
	}, listed("no properties but", allowed), nil
}

// allowed are the properties that a closed shape allows: those of its property
// shapes that have a predicate for a path, and those it ignores.
func (c *compiler) allowed(n graph.ID) (all []quad.Value, err error) {
	if ignored := c.atMostOne(n, "ignoredProperties"); ignored != 0 {
		if all, err = c.terms(ignored); err != nil {
			return nil, fmt.Errorf("sh:ignoredProperties: %w", err)
		}
	}
	for _, p := range c.objects(n, sh+"property") {
		for _, id := range c.objects(p, sh+"path") {
			if c.data.Kind(id) == graph.KindIRI {
				all = append(all, c.data.Term(id))
			}
		}
	}
	for _, v := range all {
		if _, ok := v.(quad.IRI); !ok {
			return nil, fmt.Errorf("sh:ignoredProperties: expected IRIs, found %s", v)
		}
	}
	return all, nil
}

// hasValue is sh:hasValue (4.8.2).
func hasValue(c *compiler, _ graph.ID, _ *shape, id graph.ID) (starter, Phrase, error) {
	term := c.data.Term(id)
	return func(v *validation, _ *bound, k *constraint) check {
		want := v.intern(term)
		return func(at *visit) {
			if !idSet(at.values).has(want) {
				at.lacks(k, counted(len(at.values), "value"), "without it")
			}
		}
	}, about("the value %s", term), nil
}

// in is sh:in (4.8.3).
func in(c *compiler, _ graph.ID, _ *shape, id graph.ID) (starter, Phrase, error) {
	terms, err := c.terms(id)
	return each(func(v *validation) func(graph.ID) bool {
		members := v.internAll(terms)
		return members.has
	}), listed("one of", terms), err
}
