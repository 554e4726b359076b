package void

import (
	"slices"
	"strings"

	"github.com/cayleygraph/quad"

	"policygraph/exports/artifact"
	"policygraph/graph"
	"policygraph/ontology/vocab"
)

// size is how large a graph is.
type size struct{ triples, entities, subjects, objects, classes, properties int }

func sizeOf(g *graph.Graph, typ graph.ID, base string) (n size) {
	d := g.Dataset()
	n.triples = g.Len()
	for s := range g.AllSubjects() {
		n.subjects++
		if d.Kind(s) == graph.KindIRI && strings.HasPrefix(d.Text(s), base) {
			n.entities++
		}
	}
	for range g.AllObjects() {
		n.objects++
	}
	for range g.AllPredicates() {
		n.properties++
	}
	if typ != 0 {
		classes, _ := g.With(typ)
		n.classes = distinct(classes)
	}
	return n
}

// use is how often a property is used.
type use struct {
	property                   graph.ID
	triples, subjects, objects int
}

// tally counts every property of a graph, in the order of their addresses.
func tally(g *graph.Graph) (rows []use) {
	for p := range g.AllPredicates() {
		objects, subjects := g.With(p)
		rows = append(rows, use{p, len(objects), distinct(slices.Sorted(slices.Values(subjects))), distinct(objects)})
	}
	return rows
}

// tallyOf counts the properties of some things.
func tallyOf(g *graph.Graph, things []graph.ID) (rows []use) {
	objects := make(map[graph.ID][]graph.ID) // of each property, for all things
	subjects := make(map[graph.ID]int)
	for _, s := range things {
		predicates, values := g.From(s)
		for i, p := range predicates {
			objects[p] = append(objects[p], values[i])
			if i == 0 || predicates[i-1] != p {
				subjects[p]++
			}
		}
	}
	for p, values := range objects {
		n := len(values)
		slices.Sort(values)
		rows = append(rows, use{p, n, subjects[p], distinct(values)})
	}
	slices.SortFunc(rows, func(a, b use) int { return int(a.property) - int(b.property) })
	return rows
}

// distinct counts the runs of a sorted list.
func distinct(sorted []graph.ID) (n int) {
	for i, id := range sorted {
		if i == 0 || sorted[i-1] != id {
			n++
		}
	}
	return n
}

// vocabularies are the namespaces of the classes and properties in use that have
// a prefix, in the order of prefixes.
func vocabularies(g *graph.Graph, base string) (spaces []quad.IRI) {
	d := g.Dataset()
	used := make(map[string]bool)
	for p := range g.AllPredicates() {
		used[namespace(d.Text(p))] = true
	}
	if typ, ok := d.Lookup(vocab.RDFType); ok {
		classes, _ := g.With(typ)
		for _, c := range slices.Compact(slices.Clone(classes)) {
			used[namespace(d.Text(c))] = true
		}
	}
	for _, p := range vocab.Prefixes() {
		if iri := vocab.Rebase(quad.IRI(p.IRI), base); used[string(iri)] {
			spaces = append(spaces, iri)
		}
	}
	return spaces
}

// namespace is an address up to its last hash or slash.
func namespace(iri string) string { return iri[:strings.LastIndexAny(iri, "#/")+1] }

// features are the RDF syntaxes (W3C Unique URIs for File Formats) that the whole
// graph can be had in.
func features(written []artifact.File) (iris []quad.IRI) {
	for _, f := range written {
		if name := syntaxes[f.MediaType]; name != "" && f.Full && f.Dataset == artifact.Whole && !slices.Contains(iris, formats+quad.IRI(name)) {
			iris = append(iris, formats+quad.IRI(name))
		}
	}
	return iris
}

var syntaxes = map[string]string{
	"text/turtle":           "Turtle",
	"application/trig":      "TriG",
	"application/n-triples": "N-Triples",
	"application/n-quads":   "N-Quads",
	"application/ld+json":   "JSON-LD",
	"application/rdf+xml":   "RDF_XML",
}

// examples are the first thing of each of the kinds that people ask for.
func examples(g *graph.Graph, typ graph.ID, base string) (iris []quad.IRI) {
	d := g.Dataset()
	for _, c := range []quad.IRI{vocab.Measure, vocab.Problem, vocab.Mechanism, vocab.Finding, vocab.Review} {
		class, ok := d.Lookup(vocab.Rebase(c, base))
		if things := g.Subjects(typ, class); ok && typ != 0 && len(things) > 0 {
			iris = append(iris, quad.IRI(d.Text(things[0])))
		}
	}
	return iris
}

func cutPrefix(s, prefix string) (string, bool) {
	rest, ok := strings.CutPrefix(s, prefix)
	return rest, ok && !strings.ContainsAny(rest, "/#")
}
