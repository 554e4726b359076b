package shacl

import (
	"fmt"
	"slices"

	"github.com/cayleygraph/quad"

	"policygraph/graph"
)

// asked is a shape that shape s asks.
func (c *compiler) asked(s *shape, id graph.ID) *shape {
	other := c.shape(id)
	if !slices.Contains(s.refers, other) {
		s.refers = append(s.refers, other)
	}
	return other
}

// not is sh:not (4.6.1).
func not(c *compiler, _ graph.ID, s *shape, id graph.ID) (starter, Phrase, error) {
	other := c.asked(s, id)
	return each(func(v *validation) func(graph.ID) bool {
		b := v.bind(other)
		return func(n graph.ID) bool { return !v.conforms(b, n) }
	}), about("a node that does not conform to %s", other.node), nil
}

// logical is sh:and, sh:or and sh:xone (4.6): a list of shapes, and how many of
// them a value node must conform to.
func logical(how string, passes func(n, of int) bool) func(*compiler, graph.ID, *shape, graph.ID) (starter, Phrase, error) {
	return func(c *compiler, _ graph.ID, s *shape, id graph.ID) (starter, Phrase, error) {
		members, err := c.list(id)
		shapes := make([]*shape, len(members))
		names := make([]quad.Value, len(members))
		for i, m := range members {
			shapes[i] = c.asked(s, m)
			names[i] = shapes[i].node
		}
		return each(func(v *validation) func(graph.ID) bool {
			all := v.bindAll(shapes)
			return func(n graph.ID) bool { return passes(v.conformsTo(all, n), len(all)) }
		}), listed("a node that conforms to "+how+" of", names), err
	}
}

// node is sh:node (4.7.1).
func node(c *compiler, _ graph.ID, s *shape, id graph.ID) (starter, Phrase, error) {
	other := c.asked(s, id)
	return func(v *validation, _ *bound, k *constraint) check {
		b := v.bind(other)
		return func(at *visit) {
			for _, n := range at.values {
				switch {
				case v.conforms(b, n):
				case v.options.Details && !at.out.quick:
					at.report(k, Result{Value: v.term(n), Details: v.details(b, n)})
				default:
					at.value(k, n)
				}
				if at.out.enough() {
					return
				}
			}
		}
	}, about("a node that conforms to %s", other.node), nil
}

// property is sh:property (4.7.2): value nodes are focus nodes of another shape,
// whose results are results.
func property(c *compiler, _ graph.ID, s *shape, id graph.ID) (starter, Phrase, error) {
	if c.resource(id) && len(c.objects(id, sh+"path")) == 0 {
		return nil, Phrase{}, fmt.Errorf("expected a shape with a sh:path, found %s", c.data.Term(id))
	}
	other := c.asked(s, id)
	s.properties = append(s.properties, other)
	return func(v *validation, _ *bound, _ *constraint) check {
		b := v.bind(other)
		return func(at *visit) {
			for _, n := range at.values {
				v.validate(b, n, at.out)
				if at.out.enough() {
					return
				}
			}
		}
	}, Phrase{}, nil
}

// qualified is sh:qualifiedValueShape with sh:qualifiedMinCount and
// sh:qualifiedMaxCount (4.7.3).
func qualified(how string, passes func(n, limit int) bool) func(*compiler, graph.ID, *shape, graph.ID) (starter, Phrase, error) {
	return func(c *compiler, n graph.ID, s *shape, id graph.ID) (starter, Phrase, error) {
		limit, err := c.number(id)
		value := c.atMostOne(n, "qualifiedValueShape")
		if value == 0 {
			return nil, Phrase{}, fmt.Errorf("expected a sh:qualifiedValueShape beside it")
		}
		s.apart = c.flag(n, "qualifiedValueShapesDisjoint")
		other := c.asked(s, value)
		if !slices.Contains(s.qualified, other) {
			s.qualified = append(s.qualified, other)
		}
		return func(v *validation, b *bound, k *constraint) check {
			shape := v.bind(other)
			var siblings []*bound
			if b.shape.apart {
				siblings = v.bindAll(b.shape.siblings)
			}
			return func(at *visit) {
				found := 0
				for _, n := range at.values {
					if v.conforms(shape, n) && v.conformsTo(siblings, n) == 0 {
						found++
					}
				}
				if !passes(found, limit) {
					at.lacks(k, counted(found, "value"))
				}
			}
		}, about(how+" "+counted(limit, "value").String()+" that conform to %s", other.node), err
	}
}

// siblings gives each property shape the qualified shapes of those beside it,
// but for its own.
func (c *compiler) siblings() {
	for _, n := range c.order {
		for _, one := range c.byNode[n].properties {
			for _, other := range c.byNode[n].properties {
				if one.apart {
					one.beside(other.qualified)
				}
			}
		}
	}
}

func (s *shape) beside(qualified []*shape) {
	for _, q := range qualified {
		if !slices.Contains(s.qualified, q) && !slices.Contains(s.siblings, q) {
			s.siblings = append(s.siblings, q)
			s.refers = append(s.refers, q)
		}
	}
}
