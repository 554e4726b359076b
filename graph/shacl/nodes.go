package shacl

import (
	"slices"

	"github.com/cayleygraph/quad"

	"policygraph/graph"
	"policygraph/graph/sparql/value"
)

// nodes are the terms of a data graph, and others with IDs beyond its own.
type nodes struct {
	graph       *graph.Graph
	data        *graph.Dataset
	last        graph.ID // of the dataset's own
	others      []quad.Value
	ids         map[quad.Value]graph.ID // of others
	rdfType     graph.ID
	subClassOf  graph.ID
	descendants map[graph.ID]idSet // by class
	known       []decoded
}

func newNodes(g *graph.Graph) nodes {
	d := g.Dataset()
	n := nodes{graph: g, data: d, last: graph.ID(d.Terms()), ids: make(map[quad.Value]graph.ID), descendants: make(map[graph.ID]idSet)}
	n.rdfType, n.subClassOf = n.intern(quad.IRI(rdf+"type")), n.intern(quad.IRI(rdfs+"subClassOf"))
	return n
}

// intern is the ID of a term.
func (v *nodes) intern(t quad.Value) graph.ID {
	if id, ok := v.data.Lookup(t); ok {
		return id
	}
	id, known := v.ids[t]
	if !known {
		v.others = append(v.others, t)
		id = v.most()
		v.ids[t] = id
	}
	return id
}

// internAll are the IDs of some terms, in order.
func (v *nodes) internAll(terms []quad.Value) idSet {
	ids := make(idSet, len(terms))
	for i, t := range terms {
		ids[i] = v.intern(t)
	}
	slices.Sort(ids)
	return ids
}

// most is the last ID there is.
func (v *nodes) most() graph.ID { return v.last + graph.ID(len(v.others)) }

func (v *nodes) term(n graph.ID) quad.Value {
	if n > v.last {
		return v.others[n-v.last-1]
	}
	return v.data.Term(n)
}

// decoded is the value of a node.
type decoded struct {
	id    graph.ID
	value value.Value
}

// knownSize is how many values are remembered; a power of two.
const knownSize = 1 << 12

// value is what a literal stands for. Values repeat, and are decoded once while
// they do.
func (v *nodes) value(n graph.ID) value.Value {
	if v.known == nil {
		v.known = make([]decoded, knownSize)
	}
	k := &v.known[n%knownSize]
	if k.id != n {
		*k = decoded{n, value.Of(v.term(n))}
	}
	return k.value
}

func (v *nodes) kind(n graph.ID) graph.Kind {
	if n <= v.last {
		return v.data.Kind(n)
	}
	return v.raw(n).Kind
}

func (v *nodes) text(n graph.ID) string {
	if n <= v.last {
		return v.data.Text(n)
	}
	return string(v.raw(n).Text)
}

// aux is the language tag or the datatype, as of [graph.Dataset.Aux].
func (v *nodes) aux(n graph.ID) string {
	if n <= v.last {
		return v.data.Aux(n)
	}
	return string(v.raw(n).Aux)
}

// raw is a term that the data do not have.
func (v *nodes) raw(n graph.ID) (t graph.RawTerm) {
	if err := t.SetValue(v.others[n-v.last-1]); err != nil {
		panic(err) // it came from a dataset
	}
	return t
}

func (v *nodes) objects(s, p graph.ID) []graph.ID {
	if max(s, p) > v.last {
		return nil
	}
	return v.graph.Objects(s, p)
}

func (v *nodes) subjects(p, o graph.ID) []graph.ID {
	if max(p, o) > v.last {
		return nil
	}
	return v.graph.Subjects(p, o)
}

func (v *nodes) from(s graph.ID) (predicates, objects []graph.ID) {
	if s > v.last {
		return nil, nil
	}
	return v.graph.From(s)
}

// idSet is IDs in order.
type idSet []graph.ID

func (s idSet) has(id graph.ID) bool {
	_, found := slices.BinarySearch(s, id)
	return found
}

// subclasses are a class and those that rdfs:subClassOf leads to it from.
func subclasses(g *graph.Graph, subClassOf, class graph.ID) idSet {
	all := idSet{class}
	seen := map[graph.ID]bool{class: true}
	for i := 0; i < len(all); i++ {
		for _, c := range g.Subjects(subClassOf, all[i]) {
			if !seen[c] {
				seen[c] = true
				all = append(all, c)
			}
		}
	}
	slices.Sort(all)
	return all
}

// below are a class and its subclasses in the data.
func (v *nodes) below(class graph.ID) idSet {
	if _, known := v.descendants[class]; !known {
		v.descendants[class] = subclasses(v.graph, v.subClassOf, class)
	}
	return v.descendants[class]
}

// instanceOf is the test whether a node is a SHACL instance of a class (1.1).
func (v *nodes) instanceOf(class graph.ID) func(graph.ID) bool {
	below := v.below(class)
	return func(n graph.ID) bool {
		return slices.ContainsFunc(v.objects(n, v.rdfType), below.has)
	}
}
