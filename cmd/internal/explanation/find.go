package explanation

import (
	"fmt"
	"slices"
	"strings"

	"github.com/cayleygraph/quad"

	"policygraph/graph"
	"policygraph/ontology/names"
	"policygraph/ontology/vocab"
)

// Finder finds the terms that a triple is named with.
type Finder struct {
	*names.Index
	d *graph.Dataset
	g *graph.Graph
}

// NewFinder makes a Finder for a dataset whose addresses start with base.
func NewFinder(d *graph.Dataset, base string) *Finder {
	return &Finder{names.New(d, base), d, d.Union()}
}

// Triple finds the triple that three names mean. Subject and object are what
// [names.Index.Find] says, or else what alone has the name as its rdfs:label or as
// the last part of its address; the predicate is the property that does, and "a" is
// rdf:type. The object may also be a code of the predicate's code list, or the text
// of a literal. It fails where a name means nothing, or several things.
func (f *Finder) Triple(subject, predicate, object string) (t graph.Triple, err error) {
	if t[0], err = f.thing(subject); err != nil {
		return t, fmt.Errorf("the subject: %w", err)
	}
	if t[1], err = f.predicate(predicate); err != nil {
		return t, fmt.Errorf("the predicate: %w", err)
	}
	if t[2], err = f.object(t[1], object); err != nil {
		return t, fmt.Errorf("the object: %w", err)
	}
	return t, nil
}

func (f *Finder) thing(name string) (graph.ID, error) {
	id, err := f.Find(name)
	if err == nil {
		return id, nil
	}
	if ids := f.called(name); len(ids) == 1 {
		return ids[0], nil
	}
	return 0, err
}

func (f *Finder) predicate(name string) (graph.ID, error) {
	if name == "a" {
		name = "rdf:type"
	}
	if strings.Contains(name, ":") {
		return f.Find(name)
	}
	ids := slices.DeleteFunc(f.called(name), func(id graph.ID) bool { return !f.isProperty(id) })
	switch len(ids) {
	case 0:
		return 0, fmt.Errorf("no property here is named %q", name)
	case 1:
		return ids[0], nil
	}
	addresses := make([]string, len(ids))
	for i, id := range ids {
		addresses[i] = f.d.Text(id)
	}
	return 0, fmt.Errorf("%q may be %s; write one of them", name, strings.Join(addresses, " or "))
}

func (f *Finder) isProperty(id graph.ID) bool {
	if f.g.Count(0, id, 0) > 0 {
		return true
	}
	typ, _ := f.d.Lookup(vocab.RDFType)
	return slices.ContainsFunc(f.g.Objects(id, typ), func(class graph.ID) bool { return strings.HasSuffix(f.d.Text(class), "Property") })
}

// object looks for a code of the predicate's list first: there may be things with
// the same name.
func (f *Finder) object(predicate graph.ID, name string) (graph.ID, error) {
	if list, ok := f.d.Lookup(vocab.QBCodeList); ok {
		for _, scheme := range f.g.Objects(predicate, list) {
			if id, ok := f.d.Lookup(quad.IRI(f.d.Text(scheme) + "-" + name)); ok {
				return id, nil
			}
		}
	}
	id, err := f.thing(name)
	if err == nil {
		return id, nil
	}
	objects, _ := f.g.With(predicate)
	for _, o := range objects {
		if f.d.Kind(o).IsLiteral() && f.d.Text(o) == name {
			return o, nil
		}
	}
	return 0, err
}

// called are the IRIs that have a name as rdfs:label, in any language, or as the last
// part of their address, in order.
func (f *Finder) called(name string) []graph.ID {
	var ids []graph.ID
	for id := graph.ID(1); int(id) <= f.d.Terms(); id++ {
		text := f.d.Text(id)
		if f.d.Kind(id) == graph.KindIRI && strings.HasSuffix(text, name) && text[strings.LastIndexAny(text, "#/")+1:] == name {
			ids = append(ids, id)
		}
	}
	label, ok := f.d.Lookup(vocab.RDFSLabel)
	if !ok {
		return ids
	}
	labels, subjects := f.g.With(label)
	for i, s := range subjects {
		if strings.EqualFold(f.d.Text(labels[i]), name) {
			ids = append(ids, s)
		}
	}
	slices.Sort(ids)
	return slices.Compact(ids)
}
