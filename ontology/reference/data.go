package reference

import (
	"bytes"
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/cayleygraph/quad"

	"policygraph/graph"
	"policygraph/graph/jsonld"
	"policygraph/graph/turtle"
	"policygraph/ontology"
	"policygraph/ontology/vocab"
)

// data is the dataset that says how the terms are used. Terms are asked for by
// their addresses below the default base.
type data struct {
	d       *graph.Dataset
	g       *graph.Graph
	base    string
	typ     graph.ID
	context *jsonld.Context
	ranks   map[graph.ID]int // of predicates, below 0 for those that stand first
}

func newData(d *graph.Dataset, base string) (*data, error) {
	context, err := jsonld.ParseContext(ontology.Rebase(ontology.Context(), base))
	if err != nil {
		return nil, fmt.Errorf("the ontology's JSON-LD context: %w", err)
	}
	x := &data{d: d, g: d.Union(), base: base, context: context, ranks: map[graph.ID]int{}}
	x.typ = x.id(vocab.RDFType)
	first := []quad.IRI{vocab.RDFType, vocab.SKOSPrefLabel, vocab.SKOSAltLabel, vocab.SKOSDefinition, vocab.SKOSBroader, vocab.DCTTitle, vocab.DCTDescription}
	order := slices.Concat(first, vocab.Properties())
	for i, p := range order {
		if id := x.id(p); id != 0 {
			x.ranks[id] = i - len(order)
		}
	}
	return x, nil
}

// id is the number of a term, 0 where the data do not have it.
func (x *data) id(iri quad.IRI) graph.ID {
	id, _ := x.d.Lookup(vocab.Rebase(iri, x.base))
	return id
}

// instances are the things that the data say are of a class.
func (x *data) instances(class quad.IRI) []graph.ID {
	c := x.id(class)
	if c == 0 || x.typ == 0 {
		return nil
	}
	return x.g.Subjects(x.typ, c)
}

// uses is how many statements have a property.
func (x *data) uses(property quad.IRI) int {
	if p := x.id(property); p != 0 {
		return x.g.Count(0, p, 0)
	}
	return 0
}

// usesAs is how many statements have a thing as their object.
func (x *data) usesAs(object quad.IRI) int {
	if o := x.id(object); o != 0 {
		return x.g.Count(0, 0, o)
	}
	return 0
}

// usesOn is how many statements with a property are about things of a class.
func (x *data) usesOn(class, property quad.IRI) (n int) {
	p := x.id(property)
	if p == 0 {
		return 0
	}
	for _, s := range x.instances(class) {
		n += len(x.g.Objects(s, p))
	}
	return n
}

// best is the thing of a class that shows most: with the most different predicates,
// then the fewest statements, then the first by address.
func (x *data) best(class quad.IRI) graph.ID {
	var best graph.ID
	var most, least int
	for _, s := range x.instances(class) {
		predicates, _ := x.g.From(s)
		distinct := len(slices.Compact(slices.Clone(predicates)))
		if c := cmp.Or(cmp.Compare(distinct, most), cmp.Compare(least, len(predicates))); c > 0 {
			best, most, least = s, distinct, len(predicates)
		}
	}
	return best
}

// using is a thing that has a property: the best of the first of the classes whose best
// has it, else the first in order.
func (x *data) using(property quad.IRI, classes []quad.IRI) graph.ID {
	p := x.id(property)
	if p == 0 {
		return 0
	}
	for _, c := range classes {
		if s := x.best(c); s != 0 && len(x.g.Objects(s, p)) > 0 {
			return s
		}
	}
	for s := range x.g.AllSubjects() {
		if len(x.g.Objects(s, p)) > 0 {
			return s
		}
	}
	return 0
}

// shown is how many values of a property an example shows.
const shown = 3

// description is the statements on s, in order of reading, with up to three values of each
// property, and which have more. Where properties are given it is those alone.
func (x *data) description(s graph.ID, properties ...quad.IRI) (cut []graph.Triple, more []omitted) {
	predicates, _ := x.g.From(s)
	distinct := slices.Compact(slices.Clone(predicates))
	slices.SortStableFunc(distinct, func(a, b graph.ID) int { return cmp.Compare(x.ranks[a], x.ranks[b]) })
	for _, p := range distinct {
		if len(properties) > 0 && !x.among(p, properties) {
			continue
		}
		objects := x.g.Objects(s, p)
		for _, o := range objects[:min(shown, len(objects))] {
			cut = append(cut, graph.Triple{s, p, o})
		}
		if len(objects) > shown {
			more = append(more, omitted{quad.IRI(x.d.Text(p)), len(objects)})
		}
	}
	return cut, more
}

type omitted struct {
	property quad.IRI
	of       int
}

func (x *data) among(p graph.ID, properties []quad.IRI) bool {
	return slices.ContainsFunc(properties, func(iri quad.IRI) bool { return x.id(iri) == p })
}

// prefixes are those of the project, moved to the base of the data.
func (x *data) prefixes() []turtle.Prefix {
	var list []turtle.Prefix
	for _, p := range vocab.Prefixes() {
		list = append(list, turtle.Prefix{Name: p.Name, IRI: string(vocab.Rebase(quad.IRI(p.IRI), x.base))})
	}
	return list
}

// turtle writes statements without the declarations of the prefixes, which are those
// of the glossary.
func (x *data) turtle(triples []graph.Triple) (string, error) {
	var out bytes.Buffer
	w := turtle.NewWriter(&out, turtle.WriteOptions{Prefixes: x.prefixes()})
	if err := x.write(w, triples); err != nil {
		return "", err
	}
	_, body, _ := strings.Cut(out.String(), "\n\n")
	return body, nil
}

// jsonld writes statements with the context of the ontology.
func (x *data) jsonld(triples []graph.Triple) (string, error) {
	var out bytes.Buffer
	w := jsonld.NewWriter(&out, jsonld.WriteOptions{
		Context: x.context, ContextIRI: x.base + "context/v1.jsonld", Base: x.base + "id/", Indent: "  ",
	})
	err := x.write(w, triples)
	return out.String(), err
}

func (x *data) write(w interface {
	WriteRaw(*graph.RawQuad) error
	Close() error
}, triples []graph.Triple) error {
	var q graph.RawQuad
	for _, t := range triples {
		x.d.Raw(&q.Subject, t.Subject())
		x.d.Raw(&q.Predicate, t.Predicate())
		x.d.Raw(&q.Object, t.Object())
		if err := w.WriteRaw(&q); err != nil {
			return err
		}
	}
	return w.Close()
}
