package framed

import (
	"bytes"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/cayleygraph/quad"

	"policygraph/graph"
	"policygraph/graph/jsonld"
	"policygraph/ontology/vocab"
)

// view is a dataset as framed documents see it: its graphs merged, and what the
// context makes of each thing.
type view struct {
	d       *graph.Dataset
	g       *graph.Graph
	base    string
	options jsonld.WriteOptions
	keys    *keys
	typ     graph.ID
	names   []graph.ID

	ref    map[graph.ID][]byte            // the identifier, as JSON, of what may be nested
	shapes map[string]map[string]term     // keys by types
	lookup map[string]map[graph.ID]string // keys of properties by types
}

func newView(d *graph.Dataset, base string) (*view, error) {
	text, err := contexts(base)
	if err != nil {
		return nil, err
	}
	k, err := readKeys(text)
	if err != nil {
		return nil, err
	}
	context, err := parsed(text)
	if err != nil {
		return nil, err
	}
	v := &view{
		d: d, g: d.Union(), base: base, keys: k,
		options: jsonld.WriteOptions{Context: context, Base: base + "id/"},
		ref:     map[graph.ID][]byte{},
		shapes:  map[string]map[string]term{},
		lookup:  map[string]map[graph.ID]string{},
	}
	v.typ = v.id(vocab.RDFType)
	for _, n := range names {
		v.names = append(v.names, v.id(n))
	}
	return v, v.learn()
}

// id is the term of an IRI of ours in the dataset, 0 if it has none.
func (v *view) id(iri quad.IRI) graph.ID {
	id, _ := v.d.Lookup(vocab.Rebase(iri, v.base))
	return id
}

// learn finds what may be nested, and how it is referred to: things that have a
// type and that the context can say.
func (v *view) learn() error {
	var nodes []*node
	for s := range v.g.AllSubjects() {
		nodes = append(nodes, &node{id: s, triples: slices.Collect(v.g.Match(s, 0, 0))})
	}
	if _, err := v.writeLines(nodes); err != nil {
		return err
	}
	for _, n := range nodes {
		if id, ok := identifier(n.line); ok && v.hasType(n.id) {
			v.ref[n.id] = id
		}
	}
	return nil
}

func (v *view) hasType(s graph.ID) bool {
	for _, c := range v.g.Objects(s, v.typ) {
		if v.d.Kind(c) == graph.KindIRI {
			return true
		}
	}
	return false
}

// idKey is how a node object begins that stands with the context.
const idKey = `{"id": `

// identifier cuts the identifier out of a node object.
func identifier(line []byte) ([]byte, bool) {
	rest, ok := bytes.CutPrefix(line, []byte(idKey))
	if !ok {
		return nil, false
	}
	end := bytes.IndexByte(rest[1:], '"') // identifiers hold no quotation mark
	return rest[:end+2], true
}

// writeLines gives each node its node object, without the brace at its end, and
// returns the line the document begins with. Each node has at least one triple,
// and no two in a row have the same identifier, so that each has a line.
func (v *view) writeLines(nodes []*node) (head []byte, err error) {
	var b bytes.Buffer
	w := jsonld.NewWriter(&b, v.options)
	var q graph.RawQuad
	for _, n := range nodes {
		v.oursFirst(n.triples)
		for _, t := range n.triples {
			v.d.Raw(&q.Subject, t.Subject())
			v.d.Raw(&q.Predicate, t.Predicate())
			v.d.Raw(&q.Object, t.Object())
			if err := w.WriteRaw(&q); err != nil {
				return nil, err
			}
		}
	}
	if err := w.Close(); err != nil {
		return nil, err
	}
	lines := bytes.Split(b.Bytes(), []byte("\n"))
	// The context, "graph": [, the node objects, ]}, and nothing.
	if len(lines) != len(nodes)+4 && len(nodes) > 0 {
		return nil, fmt.Errorf("framed: expected %d node objects, found %d", len(nodes), len(lines)-4)
	}
	for i, n := range nodes {
		n.line = bytes.TrimSuffix(bytes.TrimSuffix(lines[i+2], []byte(",")), []byte("}"))
	}
	return lines[0], nil
}

// oursFirst puts our classes before those of others among the triples of a node,
// since some readers take the keys of the first class alone.
func (v *view) oursFirst(triples []graph.Triple) {
	isType := func(t graph.Triple) bool { return t.Predicate() == v.typ }
	from := max(slices.IndexFunc(triples, isType), 0)
	to := from
	for to < len(triples) && isType(triples[to]) {
		to++
	}
	foreign := func(t graph.Triple) int {
		if strings.HasPrefix(v.d.Text(t.Object()), v.base) {
			return 0
		}
		return 1
	}
	slices.SortStableFunc(triples[from:to], func(a, b graph.Triple) int { return foreign(a) - foreign(b) })
}

// types are the classes of a thing, and one string of them to know them by.
func (v *view) types(s graph.ID) (types []string, key string) {
	for _, c := range v.g.Objects(s, v.typ) {
		types = append(types, v.d.Text(c))
	}
	return types, strings.Join(types, " ")
}

func (v *view) meanings(types []string, key string) map[string]term {
	if v.shapes[key] == nil {
		v.shapes[key] = v.keys.of(types)
	}
	return v.shapes[key]
}

// keyOf is the key under which a thing has the objects of a property, empty if
// the context has none that takes node objects.
func (v *view) keyOf(s, p graph.ID) string {
	types, by := v.types(s)
	if v.lookup[by] == nil {
		v.lookup[by] = map[graph.ID]string{}
	}
	key, known := v.lookup[by][p]
	if !known {
		key = v.findKey(v.meanings(types, by), v.d.Text(p))
		v.lookup[by][p] = key
	}
	return key
}

func (v *view) findKey(meanings map[string]term, predicate string) string {
	for _, name := range slices.Sorted(maps.Keys(meanings)) {
		if meanings[name] == (term{iri: predicate}) {
			return name
		}
	}
	return ""
}

// allows reports whether the key of a rule means what the rule says in the node
// object of a thing.
func (v *view) allows(s graph.ID, r against) bool {
	types, by := v.types(s)
	return v.meanings(types, by)[r.key] == term{iri: string(vocab.Rebase(r.predicate, v.base)), reverse: true}
}
