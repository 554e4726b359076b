package sparql

import (
	"strconv"

	"github.com/cayleygraph/quad"

	"policygraph/graph"
	"policygraph/graph/sparql/value"
)

// overlay extends the dictionary of a Dataset by the values that a run
// computes: equal terms have equal IDs, whether computed or not.
type overlay struct {
	d     *graph.Dataset
	terms graph.ID // of d; greater IDs are ours
	ids   map[quad.Value]graph.ID
	ints  map[int64]graph.ID // of integers in their canonical form
	own   []value.Value
	known []decoded // a small cache of what IDs stand for
	blank int       // labels given
}

const xsdInteger = "http://www.w3.org/2001/XMLSchema#integer"

type decoded struct {
	id graph.ID
	v  value.Value
}

const (
	knownSize   = 512 // a power of two
	overlayCost = 200 // bytes a computed value takes besides its text
)

func newOverlay(d *graph.Dataset) overlay { return overlay{d: d, terms: graph.ID(d.Terms())} }

// id is the ID of a value, which is not the zero Value.
func (o *overlay) id(x *run, v value.Value) graph.ID {
	n, small := v.Int64()
	small = small && v.Datatype() == xsdInteger
	if small {
		if id, ok := o.ints[n]; ok && v.Text() == strconv.FormatInt(n, 10) {
			return id
		}
	}
	id := o.intern(x, v)
	if small && v.Text() == strconv.FormatInt(n, 10) {
		if o.ints == nil {
			o.ints = make(map[int64]graph.ID)
		}
		x.take(16)
		o.ints[n] = id
	}
	return id
}

func (o *overlay) intern(x *run, v value.Value) graph.ID {
	term := v.Term()
	if id, ok := o.d.Lookup(term); ok {
		return id
	}
	if id, ok := o.ids[term]; ok {
		return id
	}
	if o.ids == nil {
		o.ids = make(map[quad.Value]graph.ID)
	}
	x.take(overlayCost + len(v.Text()))
	o.own = append(o.own, value.Of(term))
	id := o.terms + graph.ID(len(o.own))
	o.ids[term] = id
	return id
}

// value is what an ID stands for; 0 gives the zero Value.
func (o *overlay) value(id graph.ID) value.Value {
	if id > o.terms {
		return o.own[id-o.terms-1]
	}
	if id == 0 {
		return value.Value{}
	}
	if o.known == nil {
		o.known = make([]decoded, knownSize)
	}
	k := &o.known[id%knownSize]
	if k.id != id {
		*k = decoded{id, value.Of(o.d.Term(id))}
	}
	return k.v
}

// term is the term of an ID, nil for 0.
func (o *overlay) term(id graph.ID) quad.Value {
	if id > o.terms {
		return o.own[id-o.terms-1].Term()
	}
	return o.d.Term(id)
}

// freshBlank is a blank node that is not in the dataset.
func (o *overlay) freshBlank() quad.BNode {
	for {
		o.blank++
		b := quad.BNode("new" + strconv.Itoa(o.blank))
		if _, taken := o.d.Lookup(b); !taken {
			return b
		}
	}
}
