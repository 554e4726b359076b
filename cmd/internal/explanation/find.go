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

// Asked is a triple that is asked about.
type Asked struct {
	graph.Triple

	// Unstated is a literal that nothing in the dataset has, in quotes. The object
	// is then 0.
	Unstated string
}

// Triple finds the triple that three names mean. Subject and object are a class by
// its name in the ontology, or what [names.Index.Find] says, or else what alone has
// the name as its rdfs:label or as the last part of its address; the predicate is the
// property that does, and "a" is rdf:type, whose object is a class. The object of a
// property with literals is one of them: a text, a number, or "text"@language or
// "text"^^datatype; it may also be a code of the predicate's code list. It fails
// where a name means nothing, or several things.
func (f *Finder) Triple(subject, predicate, object string) (t Asked, err error) {
	if t.Triple[0], err = f.thing(subject); err != nil {
		return t, fmt.Errorf("the subject: %w", err)
	}
	if t.Triple[1], err = f.predicate(predicate); err != nil {
		return t, fmt.Errorf("the predicate: %w", err)
	}
	if t.Triple[2], t.Unstated, err = f.object(t.Triple[0], t.Triple[1], object); err != nil {
		return t, fmt.Errorf("the object: %w", err)
	}
	return t, nil
}

func (f *Finder) thing(name string) (graph.ID, error) {
	if ids := filtered(f.named(name), f.isClass); len(ids) == 1 {
		return ids[0], nil
	}
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
	return f.one("property", name, filtered(f.called(name), f.isProperty))
}

// one is what alone is of a kind and has a name.
func (f *Finder) one(kind, name string, ids []graph.ID) (graph.ID, error) {
	switch len(ids) {
	case 0:
		return 0, fmt.Errorf("no %s here is named %q", kind, name)
	case 1:
		return ids[0], nil
	}
	addresses := make([]string, len(ids))
	for i, id := range ids {
		addresses[i] = f.d.Text(id)
	}
	return 0, fmt.Errorf("%q may be %s; write one of them", name, strings.Join(addresses, " or "))
}

func filtered(ids []graph.ID, keep func(graph.ID) bool) []graph.ID {
	return slices.DeleteFunc(ids, func(id graph.ID) bool { return !keep(id) })
}

// class finds a class by its name in exact case, its label, or its name in any case,
// in this order.
func (f *Finder) class(name string) (graph.ID, error) {
	if strings.Contains(name, ":") {
		return f.Find(name)
	}
	for _, find := range []func(string) []graph.ID{f.named, f.labelled, f.namedInAnyCase} {
		if ids := filtered(find(name), f.isClass); len(ids) > 0 {
			return f.one("class", name, ids)
		}
	}
	return f.one("class", name, nil)
}

// isClass is true of what something is in, and of what the ontology uses as a class.
func (f *Finder) isClass(id graph.ID) bool {
	for _, use := range []struct {
		predicate quad.IRI
		subject   bool
	}{{vocab.RDFType, false}, {vocab.RDFSSubClassOf, false}, {vocab.RDFSSubClassOf, true}, {vocab.RDFSDomain, false}, {vocab.RDFSRange, false}} {
		p, known := f.d.Lookup(use.predicate)
		if known && (use.subject && len(f.g.Objects(id, p)) > 0 || !use.subject && len(f.g.Subjects(p, id)) > 0) {
			return true
		}
	}
	return f.hasType(id, "Class")
}

func (f *Finder) isProperty(id graph.ID) bool {
	return f.g.Count(0, id, 0) > 0 || f.hasType(id, "Property")
}

// hasType reports whether a type of id has a name that ends in word.
func (f *Finder) hasType(id graph.ID, word string) bool {
	typ, _ := f.d.Lookup(vocab.RDFType)
	return slices.ContainsFunc(f.g.Objects(id, typ), func(class graph.ID) bool { return strings.HasSuffix(f.d.Text(class), word) })
}

// object finds what a name means as the object of a subject's property: of rdf:type
// a class; of a property with literals one of these, if only one that is nowhere
// stated; else a code of the property's list, before things with the same name.
func (f *Finder) object(subject, predicate graph.ID, name string) (id graph.ID, unstated string, err error) {
	if typ, _ := f.d.Lookup(vocab.RDFType); predicate == typ {
		id, err = f.class(name)
		return id, "", err
	}
	literals, things := f.ranges(predicate)
	l := f.readLiteral(name)
	literals = literals || l.quoted
	if literals {
		if id := f.literal(subject, predicate, l); id != 0 {
			return id, "", nil
		}
	}
	if !l.quoted && (things || !literals) {
		if id, err = f.codeOrThing(predicate, name); err == nil {
			return id, "", nil
		}
	}
	if literals {
		return 0, l.String(), nil
	}
	return 0, "", err
}

func (f *Finder) codeOrThing(predicate graph.ID, name string) (graph.ID, error) {
	if list, ok := f.d.Lookup(vocab.QBCodeList); ok {
		for _, scheme := range f.g.Objects(predicate, list) {
			if id, ok := f.d.Lookup(quad.IRI(f.d.Text(scheme) + "-" + name)); ok {
				return id, nil
			}
		}
	}
	return f.thing(name)
}

// ranges says whether a property has literals, and whether it has things.
func (f *Finder) ranges(predicate graph.ID) (literals, things bool) {
	objects, _ := f.g.With(predicate)
	for _, o := range objects {
		is := f.d.Kind(o).IsLiteral()
		literals, things = literals || is, things || !is
	}
	return literals || f.hasType(predicate, "DatatypeProperty"), things
}

// called are the IRIs that have a name as rdfs:label, in any language, or as the last
// part of their address, in order.
func (f *Finder) called(name string) []graph.ID {
	ids := append(f.named(name), f.labelled(name)...)
	slices.Sort(ids)
	return slices.Compact(ids)
}

// named are the IRIs that have a name as the last part of their address.
func (f *Finder) named(name string) []graph.ID {
	return f.addresses(func(local string) bool { return local == name })
}

func (f *Finder) namedInAnyCase(name string) []graph.ID {
	return f.addresses(func(local string) bool { return strings.EqualFold(local, name) })
}

func (f *Finder) addresses(match func(local string) bool) []graph.ID {
	var ids []graph.ID
	for id := graph.ID(1); int(id) <= f.d.Terms(); id++ {
		if text := f.d.Text(id); f.d.Kind(id) == graph.KindIRI && match(text[strings.LastIndexAny(text, "#/")+1:]) {
			ids = append(ids, id)
		}
	}
	return ids
}

// labelled are the IRIs that have a name as rdfs:label, in any language.
func (f *Finder) labelled(name string) []graph.ID {
	label, ok := f.d.Lookup(vocab.RDFSLabel)
	if !ok {
		return nil
	}
	var ids []graph.ID
	labels, subjects := f.g.With(label)
	for i, s := range subjects {
		if strings.EqualFold(f.d.Text(labels[i]), name) {
			ids = append(ids, s)
		}
	}
	slices.Sort(ids)
	return slices.Compact(ids)
}
