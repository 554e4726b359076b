package graph

import (
	"cmp"
	"fmt"
	"iter"
	"slices"
	"sort"
	"strings"
	"sync"

	"github.com/cayleygraph/quad"
)

// Dataset is an RDF 1.1 dataset that never changes: a default graph and any
// number of named graphs. Any number of goroutines may read it. It is made by
// [Builder.Dataset]; its zero value cannot be used.
//
// Order is the same for the same statements, however they were added: graphs
// by name, the default graph first; within a graph by subject, predicate,
// object; each in term order: blank nodes by label, IRIs by code point, then
// literals by lexical form, kind, and language tag or datatype.
type Dataset struct {
	*terms
	graphs []*Graph // in order of their names
	n      int
	once   sync.Once
	all    *Graph
}

// Len is the number of statements. A triple in two graphs counts twice.
func (d *Dataset) Len() int { return d.n }

// Terms is the number of distinct terms; IDs run from 1 to Terms.
func (d *Dataset) Terms() int { return d.terms.len() }

// Graphs returns the graphs that hold at least one statement, the default
// graph (if it does) first. The slice belongs to the Dataset.
func (d *Dataset) Graphs() []*Graph { return d.graphs }

// Graph returns the graph named by name, or the default graph for 0. A name
// without statements gives an empty Graph.
func (d *Dataset) Graph(name ID) *Graph {
	i, found := slices.BinarySearchFunc(d.graphs, name, func(g *Graph, name ID) int { return cmp.Compare(g.name, name) })
	if found {
		return d.graphs[i]
	}
	return &Graph{dataset: d, name: name, index: new(index)}
}

// Union returns all graphs merged into one, each triple once. It is made at
// the first call, and takes no memory of its own where there is one graph.
func (d *Dataset) Union() *Graph {
	d.once.Do(func() {
		if len(d.graphs) == 1 {
			d.all = d.graphs[0]
			return
		}
		rows := make([]Triple, 0, d.n)
		for _, g := range d.graphs {
			rows = slices.AppendSeq(rows, g.Match(0, 0, 0))
		}
		d.all = &Graph{dataset: d, index: newIndex(rows, d.Terms())}
	})
	return d.all
}

// Kind returns the kind of the term id.
func (d *Dataset) Kind(id ID) Kind { return d.tags[id].kind() }

// Text returns the IRI, the blank node label without "_:", or the lexical
// form of the term id. It allocates nothing.
func (d *Dataset) Text(id ID) string { return d.lexical(id) }

// Aux returns the language tag or the datatype IRI of the term id, "" for
// terms that have neither; a literal of xsd:string has neither.
func (d *Dataset) Aux(id ID) string {
	if t := d.tags[id]; t.kind() > KindString {
		return d.aux[t.aux()]
	}
	return ""
}

// Term returns the term id, nil for 0. It panics on an ID that the Dataset does not
// have.
func (d *Dataset) Term(id ID) quad.Value {
	if id == 0 {
		return nil
	}
	text := d.lexical(id)
	switch d.Kind(id) {
	case KindBNode:
		return quad.BNode(text)
	case KindIRI:
		return quad.IRI(text)
	case KindString:
		return quad.String(text)
	case KindLangString:
		return quad.LangString{Value: quad.String(text), Lang: d.Aux(id)}
	case KindTypedString:
		return quad.TypedString{Value: quad.String(text), Type: quad.IRI(d.Aux(id))}
	}
	panic(fmt.Sprintf("graph: term %d of unknown kind", id))
}

// Lookup returns the ID of a term, after [Normalize], and whether the Dataset
// has that term. nil gives 0 and false.
func (d *Dataset) Lookup(v quad.Value) (ID, bool) {
	var want RawTerm
	if v == nil || want.SetValue(v) != nil {
		return 0, false
	}
	text, aux := string(want.Text), string(want.Aux)
	lo, hi := d.group(want.Kind)
	i := sort.Search(int(hi-lo), func(i int) bool {
		id := lo + ID(i)
		return cmp.Or(
			cmp.Compare(d.lexical(id), text),
			cmp.Compare(d.Kind(id), want.Kind),
			cmp.Compare(d.Aux(id), aux),
		) >= 0
	})
	id := lo + ID(i)
	if id < hi && d.lexical(id) == text && d.Kind(id) == want.Kind && d.Aux(id) == aux {
		return id, true
	}
	return 0, false
}

// group is the range of IDs that terms of a kind lie in; literals of all kinds
// share one.
func (d *Dataset) group(k Kind) (lo, hi ID) {
	switch {
	case k == KindBNode:
		return 1, d.iris
	case k == KindIRI:
		return d.iris, d.lits
	}
	return d.lits, ID(d.Terms()) + 1
}

// defaultGraph is the type of [DefaultGraph].
type defaultGraph struct{}

func (defaultGraph) String() string { return "DEFAULT" }
func (defaultGraph) Native() any    { return nil }

// DefaultGraph stands for the default graph in a [Pattern]. It is not a term.
var DefaultGraph quad.Value = defaultGraph{}

// Pattern selects statements: those that agree with each part that is given.
// A nil part agrees with all. Graph is a graph name, [DefaultGraph], or nil for
// any graph, the default one included.
type Pattern struct {
	Subject, Predicate, Object, Graph quad.Value
}

// Quads returns all statements, in order.
func (d *Dataset) Quads() iter.Seq[quad.Quad] { return d.Match(Pattern{}) }

// Match returns the statements that agree with p, in order.
func (d *Dataset) Match(p Pattern) iter.Seq[quad.Quad] {
	return func(yield func(quad.Quad) bool) {
		var ids [3]ID
		for i, v := range []quad.Value{p.Subject, p.Predicate, p.Object} {
			if v == nil {
				continue
			}
			var found bool
			if ids[i], found = d.Lookup(v); !found {
				return
			}
		}
		for _, g := range d.selected(p.Graph) {
			for t := range g.matchInOrder(ids[0], ids[1], ids[2]) {
				if !yield(g.Quad(t)) {
					return
				}
			}
		}
	}
}

// selected returns the graphs that the graph part of a Pattern stands for.
func (d *Dataset) selected(v quad.Value) []*Graph {
	switch v {
	case nil:
		return d.graphs
	case DefaultGraph:
		return []*Graph{d.Graph(0)}
	}
	if name, found := d.Lookup(v); found {
		return []*Graph{d.Graph(name)}
	}
	return nil
}

// Raw makes t a copy of the term id, reusing t's buffers; 0 gives KindNone.
func (d *Dataset) Raw(t *RawTerm, id ID) {
	if id == 0 {
		t.Kind, t.Text, t.Aux = KindNone, t.Text[:0], t.Aux[:0]
		return
	}
	t.Kind = d.Kind(id)
	t.Text = append(t.Text[:0], d.lexical(id)...)
	t.Aux = append(t.Aux[:0], d.Aux(id)...)
}

// UsesNamespace reports whether an IRI of the Dataset, datatypes included,
// starts with prefix. It takes time in the logarithm of the number of terms.
func (d *Dataset) UsesNamespace(prefix string) bool {
	i := d.iris + ID(sort.Search(int(d.lits-d.iris), func(i int) bool { return d.lexical(d.iris+ID(i)) >= prefix }))
	if i < d.lits && strings.HasPrefix(d.lexical(i), prefix) {
		return true
	}
	return slices.ContainsFunc(d.aux, func(name string) bool { return strings.HasPrefix(name, prefix) })
}
