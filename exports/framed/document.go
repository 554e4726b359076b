package framed

import (
	"slices"

	"policygraph/graph"
)

// node is a thing in a document: what its node object says itself, and what is
// nested in it.
type node struct {
	id      graph.ID
	triples []graph.Triple
	members []member
	line    []byte
}

// member is a key with node objects: nodes, or identifiers of others.
type member struct {
	key   string
	alone bool // a single item stands without an array
	items []item
}

// item is a nested node, or where that is nil the identifier of one.
type item struct {
	node *node
	ref  []byte
}

// place is where a thing is nested.
type place struct {
	parent graph.ID
	key    string
	said   graph.ID // the property from the thing to its parent that nesting says, or 0
}

// document is one document in the making.
type document struct {
	*view
	border bool // give what is beyond the border its name
	home   map[graph.ID]place
	frames map[graph.ID]*frame
	named  map[graph.ID]bool // beyond the border, and already there with a name
	nodes  []*node           // in the order in which they are written
}

func (v *view) newDocument(border bool) *document {
	return &document{
		view: v, border: border,
		home: map[graph.ID]place{}, frames: map[graph.ID]*frame{}, named: map[graph.ID]bool{},
	}
}

// settle gives a thing and all that its frame takes in a place, unless they have
// one.
func (doc *document) settle(s graph.ID, at place, f *frame) {
	if _, settled := doc.home[s]; settled {
		return
	}
	doc.home[s], doc.frames[s] = at, f
	if doc.ref[s] == nil {
		return
	}
	for _, r := range f.forward {
		p := doc.id(r.predicate)
		if objects := doc.g.Objects(s, p); doc.nests(s, p, objects) {
			for _, o := range objects {
				doc.settle(o, place{parent: s, key: doc.keyOf(s, p)}, r.frame)
			}
		}
	}
	for _, r := range f.reverse {
		if r.frame != nil && doc.allows(s, r) {
			for _, child := range doc.against(s, r) {
				doc.settle(child, place{s, r.key, doc.id(r.predicate)}, r.frame)
			}
		}
	}
}

// against returns the things that a rule nests in s.
func (doc *document) against(s graph.ID, r against) (children []graph.ID) {
	p, class := doc.id(r.predicate), doc.id(r.class)
	if p == 0 || class == 0 {
		return nil
	}
	for _, child := range doc.g.Subjects(p, s) {
		if doc.ref[child] != nil && doc.g.Has(graph.Triple{child, doc.typ, class}) {
			children = append(children, child)
		}
	}
	return children
}

// nests reports whether the objects of a property can all stand as node objects.
func (doc *document) nests(s, p graph.ID, objects []graph.ID) bool {
	if p == 0 || p == doc.typ || doc.ref[s] == nil || len(objects) == 0 || doc.keyOf(s, p) == "" {
		return false
	}
	return !slices.ContainsFunc(objects, func(o graph.ID) bool { return doc.ref[o] == nil })
}

// build makes the node of a thing that has a place, and all nodes within.
func (doc *document) build(s graph.ID) *node {
	n := &node{id: s}
	doc.nodes = append(doc.nodes, n)
	at, f := doc.home[s], doc.frames[s]
	predicates, _ := doc.g.From(s)
	for _, p := range slices.Compact(slices.Clone(predicates)) {
		objects := doc.g.Objects(s, p)
		if at.said == p {
			objects = slices.DeleteFunc(slices.Clone(objects), func(o graph.ID) bool { return o == at.parent })
		}
		if doc.asNodes(f, p) && doc.nests(s, p, objects) {
			n.members = append(n.members, doc.member(s, doc.keyOf(s, p), objects))
			continue
		}
		for _, o := range objects {
			n.triples = append(n.triples, graph.Triple{s, p, o})
		}
	}
	return doc.buildReverse(n, f)
}

// asNodes reports whether the objects of a property stand as node objects: where
// the frame takes them in, and on a border always, for their names.
func (doc *document) asNodes(f *frame, p graph.ID) bool {
	return doc.border || slices.ContainsFunc(f.forward, func(r along) bool { return doc.id(r.predicate) == p })
}

func (doc *document) member(s graph.ID, key string, objects []graph.ID) member {
	m := member{key: key, alone: !doc.keys.sets[key]}
	for _, o := range objects {
		m.items = append(m.items, doc.item(o, place{parent: s, key: key}))
	}
	return m
}

// item is a thing under a key: its node if this is its place, else its
// identifier, and the first time beyond the border also its name.
func (doc *document) item(o graph.ID, here place) item {
	at, settled := doc.home[o]
	switch {
	case settled && at == here:
		return item{node: doc.build(o)}
	case settled || doc.named[o] || !doc.border:
		return item{ref: doc.ref[o]}
	}
	doc.named[o] = true
	n := &node{id: o, triples: doc.nameOf(o)}
	doc.nodes = append(doc.nodes, n)
	return item{node: n}
}

// nameOf returns the types of a thing and what it is called.
func (doc *document) nameOf(s graph.ID) []graph.Triple {
	triples := slices.Collect(doc.g.Match(s, doc.typ, 0))
	for _, p := range doc.names {
		if p != 0 && len(doc.g.Objects(s, p)) > 0 {
			return slices.AppendSeq(triples, doc.g.Match(s, p, 0))
		}
	}
	return triples
}

// buildReverse adds the things nested against the direction of a property.
func (doc *document) buildReverse(n *node, f *frame) *node {
	if doc.ref[n.id] == nil {
		return n
	}
	for _, r := range f.reverse {
		m := member{key: r.key}
		here := place{n.id, r.key, doc.id(r.predicate)}
		for _, child := range doc.against(n.id, r) {
			// A thing that has its place elsewhere says there itself what it is to n.
			if at, settled := doc.home[child]; settled && at == here || !settled && r.frame == nil && doc.allows(n.id, r) {
				m.items = append(m.items, doc.item(child, here))
			}
		}
		if len(m.items) > 0 {
			n.members = append(n.members, m)
		}
	}
	return n
}

// append writes the node object with what is nested in it.
func (n *node) append(dst []byte) []byte {
	dst = append(dst, n.line...)
	for _, m := range n.members {
		dst = append(append(append(dst, `, "`...), m.key...), `": `...)
		dst = m.append(dst)
	}
	return append(dst, '}')
}

func (m member) append(dst []byte) []byte {
	if m.alone && len(m.items) == 1 {
		return m.items[0].append(dst)
	}
	before := "["
	for _, it := range m.items {
		dst = it.append(append(dst, before...))
		before = ", "
	}
	return append(dst, ']')
}

func (it item) append(dst []byte) []byte {
	if it.node != nil {
		return it.node.append(dst)
	}
	return append(dst, it.ref...)
}
