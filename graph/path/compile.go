package path

import (
	"iter"
	"slices"

	"github.com/cayleygraph/quad"

	"policygraph/graph"
)

// Compiled is a path made ready for one graph. It never changes, and any number
// of goroutines may use it. What it prepares of the graph it shares with other
// paths over that graph.
//
// Its answers are sets, as those of a path with * or + are in SPARQL, save
// those of [Compiled.EachFrom] and [Compiled.EachTo]. IDs are those of the
// graph's dataset. A term of the dataset that is not in the graph leads to
// itself if the path may be empty; so does one that is in no dataset, which
// whoever asks has to see to, see [Compiled.MatchesEmpty].
type Compiled struct {
	path              Path
	g                 *graph.Graph
	x                 *index
	forward, backward step
}

// Compile makes a path ready for a graph.
func Compile(p Path, g *graph.Graph) *Compiled {
	c := compiler{g, indexOf(g)}
	return &Compiled{p, g, c.x, c.step(p, false), c.step(p, true)}
}

func (p IRI) value() quad.Value { return quad.IRI(p) }

// ids are those of the predicates that the dataset has.
func (c *compiler) ids(predicates []quad.IRI) (ids []graph.ID) {
	for _, p := range predicates {
		if id, known := c.g.Dataset().Lookup(p); known {
			ids = append(ids, id)
		}
	}
	return ids
}

// Path returns the path that was compiled.
func (c *Compiled) Path() Path { return c.path }

// MatchesEmpty reports whether the path leads from every term to itself,
// without an edge.
func (c *Compiled) MatchesEmpty() bool { return c.forward.empty() }

// From returns the nodes that the path leads to from start, in order.
func (c *Compiled) From(start graph.ID) iter.Seq[graph.ID] { return c.ends(c.forward, start) }

// To returns the nodes from which the path leads to end, in order.
func (c *Compiled) To(end graph.ID) iter.Seq[graph.ID] { return c.ends(c.backward, end) }

// FromSet returns the nodes that the path leads to from any of starts, in
// order.
func (c *Compiled) FromSet(starts ...graph.ID) iter.Seq[graph.ID] {
	return c.ends(c.forward, starts...)
}

// ToSet returns the nodes from which the path leads to any of ends, in order.
func (c *Compiled) ToSet(ends ...graph.ID) iter.Seq[graph.ID] { return c.ends(c.backward, ends...) }

func (c *Compiled) ends(s step, starts ...graph.ID) iter.Seq[graph.ID] {
	return func(yield func(graph.ID) bool) {
		in, out := c.x.get(), c.x.get()
		defer c.x.put(in)
		defer c.x.put(out)
		for _, n := range starts {
			in.add(n, 1)
		}
		s.walk(c.x, in, out)
		for _, n := range out.sorted() {
			if !yield(n) {
				return
			}
		}
	}
}

// Has reports whether the path leads from start to end.
func (c *Compiled) Has(start, end graph.ID) bool {
	in, out := c.x.get(), c.x.get()
	defer c.x.put(in)
	defer c.x.put(out)
	in.add(start, 1)
	c.forward.walk(c.x, in, out)
	return out.mask[end] != 0
}

// EachFrom returns the nodes that the path leads to from start as often as
// SPARQL has a solution for them: once for each way through sequences,
// alternatives and negated property sets, and once in all through *, + and ?.
func (c *Compiled) EachFrom(start graph.ID) iter.Seq[graph.ID] {
	return func(yield func(graph.ID) bool) { c.forward.each(c.x, start, yield) }
}

// EachTo is EachFrom for the other direction.
func (c *Compiled) EachTo(end graph.ID) iter.Seq[graph.ID] {
	return func(yield func(graph.ID) bool) { c.backward.each(c.x, end, yield) }
}

// Starts returns the nodes of the graph from which the path might lead
// somewhere, in order: all from which it does, and perhaps others.
func (c *Compiled) Starts() []graph.ID { return c.candidates(c.forward) }

// Ends is Starts for the other direction.
func (c *Compiled) Ends() []graph.ID { return c.candidates(c.backward) }

func (c *Compiled) candidates(s step) []graph.ID {
	if s.empty() {
		return slices.Clone(c.x.nodesOf(c.g))
	}
	set := c.x.get()
	defer c.x.put(set)
	s.begins(set)
	return slices.Clone(set.sorted())
}

// Pairs returns all pairs of nodes of the graph that the path connects, start
// first. The order is by start and end where there are no more starts than
// ends, else by end and start.
func (c *Compiled) Pairs() iter.Seq2[graph.ID, graph.ID] {
	starts, ends := c.Starts(), c.Ends()
	if len(starts) <= len(ends) {
		return c.pairs(c.forward, starts)
	}
	turned := c.pairs(c.backward, ends)
	return func(yield func(start, end graph.ID) bool) {
		turned(func(end, start graph.ID) bool { return yield(start, end) })
	}
}

// PairsFrom returns the pairs with these starts, in their order and in order of
// the ends. It is much faster than From for each of many starts.
func (c *Compiled) PairsFrom(starts ...graph.ID) iter.Seq2[graph.ID, graph.ID] {
	return c.pairs(c.forward, starts)
}

// PairsTo returns the pairs with these ends, the end first, in their order and
// in order of the starts.
func (c *Compiled) PairsTo(ends ...graph.ID) iter.Seq2[graph.ID, graph.ID] {
	return c.pairs(c.backward, ends)
}

// pairs walks from as many starts at once as lanes hold sets.
func (c *Compiled) pairs(s step, starts []graph.ID) iter.Seq2[graph.ID, graph.ID] {
	return func(yield func(start, end graph.ID) bool) {
		in, out := c.x.get(), c.x.get()
		defer c.x.put(in)
		defer c.x.put(out)
		var sets [width][]graph.ID
		for some := range slices.Chunk(starts, width) {
			for i, n := range some {
				in.add(n, 1<<i)
				sets[i] = sets[i][:0]
			}
			s.walk(c.x, in, out)
			out.deal(&sets)
			in.reset()
			out.reset()
			for i, start := range some {
				for _, end := range sets[i] {
					if !yield(start, end) {
						return
					}
				}
			}
		}
	}
}
