package sparql

import (
	"slices"

	"github.com/cayleygraph/quad"

	"policygraph/graph/path"
	"policygraph/graph/sparql/syntax"
)

// compose makes one path of items that meet in a variable nobody else looks at,
// where repetitions make no difference: the path then never lists the ways
// through the variable, but only where they lead.
func (c *compiler) compose(j *join, in inputs) {
	if !in.distinct {
		return
	}
	for c.composeOnce(j, in) {
	}
}

func (c *compiler) composeOnce(j *join, in inputs) bool {
	looked := in.needed.union(in.possible).union(c.filtering(j))
	for slot, v := range c.vars.names {
		if looked.has(slot) {
			continue
		}
		if a, b, ok := c.meeting(j, slot); ok {
			first, second := asPath(j.items[a].algebra), asPath(j.items[b].algebra)
			if joined, ok := through(first, v, second); ok {
				j.items[a] = item{algebra: joined, source: j.items[a].source, possible: c.vars.possible(joined), certain: c.vars.certain(joined)}
				j.items = slices.Delete(j.items, b, b+1)
				return true
			}
		}
	}
	return false
}

// meeting gives the two items that a variable is in, if it is in just two, and
// both are edges or paths of one graph.
func (c *compiler) meeting(j *join, slot int) (a, b int, ok bool) {
	var in []int
	for i, it := range j.items {
		if c.vars.mentioned(it.algebra).has(slot) || it.needs.has(slot) {
			in = append(in, i)
		}
	}
	if len(in) != 2 || j.items[in[0]].source != j.items[in[1]].source {
		return 0, 0, false
	}
	return in[0], in[1], asPath(j.items[in[0]].algebra) != nil && asPath(j.items[in[1]].algebra) != nil
}

// asPath is a triple pattern with a given predicate, or a path pattern, as a
// path pattern; nil for all else.
func asPath(a syntax.Algebra) *syntax.Path {
	switch a := a.(type) {
	case syntax.Path:
		return &a
	case syntax.BGP:
		predicate, ok := a[0].Predicate.(syntax.Const)
		if !ok {
			return nil
		}
		if name, ok := predicate.Value.(quad.IRI); ok {
			return &syntax.Path{Subject: a[0].Subject, Path: path.IRI(name), Object: a[0].Object}
		}
	}
	return nil
}

// through is one path through v, an end of each of two.
func through(a *syntax.Path, v syntax.Var, b *syntax.Path) (syntax.Path, bool) {
	if a.Subject == v {
		a = &syntax.Path{Subject: a.Object, Path: inverse(a.Path), Object: a.Subject}
	}
	if b.Object == v {
		b = &syntax.Path{Subject: b.Object, Path: inverse(b.Path), Object: b.Subject}
	}
	if a.Object != v || b.Subject != v || a.Subject == v || b.Object == v {
		return syntax.Path{}, false
	}
	return syntax.Path{Subject: a.Subject, Path: append(steps(a.Path), steps(b.Path)...), Object: b.Object}, true
}

// steps are the steps of a path, in a slice of their own.
func steps(p path.Path) path.Sequence {
	if s, ok := p.(path.Sequence); ok {
		return slices.Clone(s)
	}
	return path.Sequence{p}
}

// inverse is a path from its end to its start, with ^ at single steps.
func inverse(p path.Path) path.Path {
	switch p := p.(type) {
	case path.Inverse:
		return p.Path
	case path.Sequence:
		turned := mapped(p, inverse)
		slices.Reverse(turned)
		return path.Sequence(turned)
	case path.ZeroOrMore:
		return path.ZeroOrMore{Path: inverse(p.Path)}
	case path.OneOrMore:
		return path.OneOrMore{Path: inverse(p.Path)}
	}
	return path.Inverse{Path: p}
}
