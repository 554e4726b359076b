package rules

import (
	"context"
	"fmt"
	"maps"
	"slices"

	"policygraph/graph"
)

// closure works the clauses of an ontology out, property by property, each
// after those that it depends on. Where none of a set of properties that depend
// on each other is joined with another of them, sorted lists are merged (rounds);
// else each triple meets all others (work). Classes come last, class by class.
type closure struct {
	ctx   context.Context
	x     *axioms
	limit int
	of    map[graph.ID]*relation
	types []graph.Triple // what is in which class
	count int
}

func newClosure(ctx context.Context, x *axioms, limit int) *closure {
	return &closure{ctx: ctx, x: x, limit: limit, of: make(map[graph.ID]*relation)}
}

func (c *closure) relation(p graph.ID) *relation {
	if c.of[p] == nil {
		c.of[p] = newRelation(c.x, p)
	}
	return c.of[p]
}

func (c *closure) run() error {
	roots := slices.Sorted(maps.Keys(c.x.byHead))
	if c.x.typ != 0 && len(c.x.byClass) > 0 && !slices.Contains(roots, c.x.typ) {
		roots = append(roots, c.x.typ)
	}
	for _, some := range components(roots, c.bodies) {
		step := c.rounds
		switch {
		case c.joined(some):
			step = c.work
		case some[0] == c.x.typ:
			step = c.classes
		}
		if err := step(some); err != nil {
			return err
		}
		if err := c.check(0); err != nil {
			return err
		}
	}
	return nil
}

// bodies are the properties that a property depends on.
func (c *closure) bodies(p graph.ID) []graph.ID {
	var list []graph.ID
	for _, k := range c.concluding(p) {
		list = append(list, k.first)
		if k.second != 0 {
			list = append(list, k.second)
		}
	}
	return list
}

// concluding are the clauses that conclude a property from properties.
func (c *closure) concluding(p graph.ID) []*clause {
	list := c.x.byHead[p]
	if p != c.x.typ {
		return list
	}
	list = slices.Clone(list)
	for _, class := range slices.Sorted(maps.Keys(c.x.byClass)) {
		for _, k := range c.x.byClass[class] {
			if k.form != formSubClass {
				list = append(list, k)
			}
		}
	}
	return list
}

// joined reports whether some properties have to be worked out triple by triple:
// one of them is joined with another, or is rdf:type and leads back to itself.
func (c *closure) joined(some []graph.ID) bool {
	for _, p := range some {
		for _, k := range c.concluding(p) {
			inside := slices.Contains(some, k.first) || k.second != 0 && slices.Contains(some, k.second)
			if inside && (k.form == formJoin || slices.Contains(some, c.x.typ)) {
				return true
			}
		}
	}
	return false
}

// check looks at the limits; more is what is not yet counted.
func (c *closure) check(more int) error {
	if c.limit > 0 && c.count+more > c.limit {
		return fmt.Errorf("more than %d triples follow", c.limit)
	}
	return c.ctx.Err()
}

// rounds works out properties of which none is joined with another: what comes
// from outside, then round and round until nothing is new.
func (c *closure) rounds(some []graph.ID) error {
	fresh := make(map[graph.ID][]pair)
	for _, p := range some {
		var candidates []pair
		for _, k := range c.x.byHead[p] {
			if slices.Contains(some, k.first) {
				continue
			}
			var err error
			if candidates, err = c.apply(candidates, k); err != nil {
				return err
			}
		}
		c.count += len(c.relation(p).grow(candidates))
	}
	for _, p := range some {
		fresh[p] = c.relation(p).bySubject()
	}
	for len(fresh) > 0 {
		next := make(map[graph.ID][]pair)
		for _, p := range some {
			var candidates []pair
			for _, k := range c.x.byHead[p] {
				for _, v := range fresh[k.first] {
					candidates = c.conclude(candidates, k, v)
				}
			}
			if found := c.relation(p).grow(candidates); len(found) > 0 {
				next[p] = found
				c.count += len(found)
			}
		}
		if err := c.check(0); err != nil {
			return err
		}
		fresh = next
	}
	return nil
}

// conclude adds what a clause of one premise gives.
func (c *closure) conclude(out []pair, k *clause, v pair) []pair {
	switch {
	case k.form == formCopy:
		return append(out, v)
	case k.form == formSwap && v.second() < c.x.literal:
		return append(out, v.swapped())
	}
	return out
}

// apply adds what a clause gives of relations that are complete.
func (c *closure) apply(out []pair, k *clause) ([]pair, error) {
	if k.form == formJoin {
		return c.join(out, c.relation(k.first).byObject(), c.relation(k.second).bySubject())
	}
	for v := range c.relation(k.first).all() {
		out = c.conclude(out, k, v)
	}
	return out, nil
}

// roomy is how many candidates may come together before duplicates are dropped.
const roomy = 1 << 22

// join adds the ends of all edges of left and right that meet. Left is sorted by
// where its edges end, right by where they begin.
func (c *closure) join(out, left, right []pair) ([]pair, error) {
	room := max(roomy, 2*len(out))
	for len(left) > 0 && len(right) > 0 {
		middle := left[0].first()
		switch {
		case middle < right[0].first():
			left = left[1:]
			continue
		case middle > right[0].first():
			right = right[1:]
			continue
		}
		n := run(right)
		for len(left) > 0 && left[0].first() == middle {
			for _, v := range right[:n] {
				out = append(out, makePair(left[0].second(), v.second()))
			}
			left = left[1:]
			if len(out) > room {
				sorted, _ := sortPairs(out, nil)
				out = slices.Compact(sorted)
				room = max(roomy, 2*len(out))
				if err := c.check(0); err != nil {
					return nil, err
				}
			}
		}
		right = right[n:]
	}
	return out, nil
}

// run is how many pairs begin as the first does.
func run(p []pair) int {
	n := 1
	for n < len(p) && p[n].first() == p[0].first() {
		n++
	}
	return n
}

// found is all that follows.
func (c *closure) found() []graph.Triple {
	all := make([]graph.Triple, 0, c.count)
	for _, p := range slices.Sorted(maps.Keys(c.of)) {
		for _, v := range c.of[p].fresh {
			all = append(all, graph.Triple{v.first(), p, v.second()})
		}
	}
	return append(all, c.types...)
}
