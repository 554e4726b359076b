package path_test

import (
	"slices"

	"github.com/cayleygraph/quad"

	"policygraph/graph"
	"policygraph/graph/path"
)

// oracle evaluates paths as section 18.4 says it, word by word and slowly.
type oracle struct{ g *graph.Graph }

// ends are the ends of p from x, with their repetitions.
func (o oracle) ends(p path.Path, x graph.ID) (ends []graph.ID) {
	switch p := p.(type) {
	case path.IRI:
		return o.edges(x, false, func(iri quad.IRI) bool { return iri == quad.IRI(p) })
	case path.Inverse:
		for _, y := range o.nodes(x) {
			for _, z := range o.ends(p.Path, y) {
				if z == x {
					ends = append(ends, y)
				}
			}
		}
	case path.Sequence:
		for _, y := range o.ends(p[0], x) {
			if len(p) == 2 {
				ends = append(ends, o.ends(p[1], y)...)
			} else {
				ends = append(ends, o.ends(p[1:], y)...)
			}
		}
	case path.Alternative:
		for _, way := range p {
			ends = append(ends, o.ends(way, x)...)
		}
	case path.ZeroOrOne:
		return distinct(append(o.ends(p.Path, x), x))
	case path.ZeroOrMore:
		visited := make(map[graph.ID]bool)
		o.alp(x, p.Path, visited)
		return keys(visited)
	case path.OneOrMore:
		visited := make(map[graph.ID]bool)
		for _, y := range o.ends(p.Path, x) {
			o.alp(y, p.Path, visited)
		}
		return keys(visited)
	case path.NegatedPropertySet:
		if len(p.Forward) > 0 || len(p.Inverse) == 0 {
			ends = o.edges(x, false, func(iri quad.IRI) bool { return !slices.Contains(p.Forward, iri) })
		}
		if len(p.Inverse) > 0 {
			ends = append(ends, o.edges(x, true, func(iri quad.IRI) bool { return !slices.Contains(p.Inverse, iri) })...)
		}
	}
	return ends
}

// alp is the function ALP of the spec.
func (o oracle) alp(x graph.ID, p path.Path, visited map[graph.ID]bool) {
	if visited[x] {
		return
	}
	visited[x] = true
	for _, y := range o.ends(p, x) {
		o.alp(y, p, visited)
	}
}

// edges are the other ends of the edges at x that have a predicate.
func (o oracle) edges(x graph.ID, inverse bool, has func(quad.IRI) bool) (ends []graph.ID) {
	for t := range o.g.Match(0, 0, 0) {
		from, to := t.Subject(), t.Object()
		if inverse {
			from, to = to, from
		}
		if from == x && has(quad.IRI(o.g.Dataset().Text(t.Predicate()))) {
			ends = append(ends, to)
		}
	}
	return ends
}

// nodes are those of the graph, and x.
func (o oracle) nodes(x ...graph.ID) []graph.ID {
	all := slices.Collect(o.g.AllSubjects())
	all = slices.AppendSeq(all, o.g.AllObjects())
	return distinct(append(all, x...))
}

func distinct(ids []graph.ID) []graph.ID {
	slices.Sort(ids)
	return slices.Compact(ids)
}

func keys(set map[graph.ID]bool) (ids []graph.ID) {
	for id := range set {
		ids = append(ids, id)
	}
	slices.Sort(ids)
	return ids
}
