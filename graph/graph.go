package graph

import (
	"iter"
	"slices"

	"github.com/cayleygraph/quad"
)

// Graph is one graph of a [Dataset], or the union of all. Its slices belong to
// the Dataset and must not be changed.
type Graph struct {
	dataset *Dataset
	name    ID
	*index
}

// Dataset returns the dataset that gives the graph's IDs their meaning.
func (g *Graph) Dataset() *Dataset { return g.dataset }

// Name is the ID of the graph's name, 0 for the default graph and for a union.
func (g *Graph) Name() ID { return g.name }

// Len is the number of triples.
func (g *Graph) Len() int { return g.len() }

// Objects returns the objects of the triples with subject s and predicate p,
// in order. It allocates nothing.
func (g *Graph) Objects(s, p ID) []ID { return g.spo.pairs(s, p) }

// Subjects returns the subjects of the triples with predicate p and object o,
// in order. It allocates nothing.
func (g *Graph) Subjects(p, o ID) []ID { return g.pos.pairs(p, o) }

// Predicates returns the predicates of the triples with subject s and object
// o, in order. It allocates nothing.
func (g *Graph) Predicates(s, o ID) []ID { return g.osp.pairs(o, s) }

// From returns the predicates and objects of the triples with subject s: two
// slices of one length, in order of predicate, then object.
func (g *Graph) From(s ID) (predicates, objects []ID) { return g.spo.rows(s) }

// With returns the objects and subjects of the triples with predicate p: two
// slices of one length, in order of object, then subject.
func (g *Graph) With(p ID) (objects, subjects []ID) { return g.pos.rows(p) }

// To returns the subjects and predicates of the triples with object o: two
// slices of one length, in order of subject, then predicate.
func (g *Graph) To(o ID) (subjects, predicates []ID) { return g.osp.rows(o) }

// AllSubjects returns each term that is the subject of a triple, in order.
func (g *Graph) AllSubjects() iter.Seq[ID] { return g.spo.firsts }

// AllPredicates returns each term that is the predicate of a triple, in order.
func (g *Graph) AllPredicates() iter.Seq[ID] { return g.pos.firsts }

// AllObjects returns each term that is the object of a triple, in order.
func (g *Graph) AllObjects() iter.Seq[ID] { return g.osp.firsts }

// Has reports whether the graph holds the triple.
func (g *Graph) Has(t Triple) bool {
	_, found := slices.BinarySearch(g.Objects(t[0], t[1]), t[2])
	return found
}

// Count is the number of triples that agree with the parts that are not 0. It
// takes time in the logarithm of the graph's size, and no walk over triples.
func (g *Graph) Count(s, p, o ID) int {
	t, key := g.tableFor(s, p, o)
	switch {
	case key[0] == 0:
		return g.Len()
	case key[1] == 0:
		second, _ := t.rows(key[0])
		return len(second)
	case key[2] == 0:
		return len(t.pairs(key[0], key[1]))
	case g.Has(Triple{s, p, o}):
		return 1
	}
	return 0
}

// tableFor picks the table in whose order the given parts come first, and
// returns them in the order of its columns.
func (g *Graph) tableFor(s, p, o ID) (*table, [3]ID) {
	switch {
	case s != 0 && (p != 0 || o == 0):
		return &g.spo, [3]ID{s, p, o}
	case p != 0:
		return &g.pos, [3]ID{p, o, s}
	case o != 0:
		return &g.osp, [3]ID{o, s, p}
	}
	return &g.spo, [3]ID{}
}

// Match returns the triples that agree with the parts that are not 0. They
// come in the order of the index that serves the pattern: by subject,
// predicate, object when the subject or nothing is given (by predicate when
// subject and object are), by object and subject when the predicate is, by
// subject and predicate when only the object is.
func (g *Graph) Match(s, p, o ID) iter.Seq[Triple] {
	t, key := g.tableFor(s, p, o)
	return func(yield func(Triple) bool) {
		if key[0] != 0 {
			t.match(key, yield)
			return
		}
		for first := range t.firsts {
			if !t.match([3]ID{first}, yield) {
				return
			}
		}
	}
}

// match yields the rows that agree with key, whose first column is given, and
// reports whether yield asked for all of them.
func (t *table) match(key [3]ID, yield func(Triple) bool) bool {
	second, third := t.rows(key[0])
	lo, hi := 0, len(second)
	if key[1] != 0 {
		lo, hi = equalRange(second, key[1])
	}
	if key[2] != 0 {
		from, to := equalRange(third[lo:hi], key[2])
		lo, hi = lo+from, lo+to
	}
	for i := lo; i < hi; i++ {
		if !yield(t.order.triple(key[0], second[i], third[i])) {
			return false
		}
	}
	return true
}

// matchInOrder is Match with the triples in order of subject, predicate,
// object, whatever is given. Only patterns that leave the subject open may
// have to be sorted.
func (g *Graph) matchInOrder(s, p, o ID) iter.Seq[Triple] {
	if s != 0 || p == 0 || o != 0 {
		return g.Match(s, p, o)
	}
	rows := slices.AppendSeq(make([]Triple, 0, g.Count(s, p, o)), g.Match(s, p, o))
	slices.SortFunc(rows, func(a, b Triple) int { return slices.Compare(a[:], b[:]) })
	return slices.Values(rows)
}

// Quad returns a triple of the graph with its terms and the graph's name.
func (g *Graph) Quad(t Triple) quad.Quad {
	d := g.dataset
	return quad.Quad{Subject: d.Term(t[0]), Predicate: d.Term(t[1]), Object: d.Term(t[2]), Label: d.Term(g.name)}
}
