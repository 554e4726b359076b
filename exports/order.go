package exports

import (
	"cmp"
	"iter"
	"slices"

	"github.com/cayleygraph/quad"

	"policygraph/graph"
	"policygraph/ontology/vocab"
)

// classes is the order of subjects.
var classes = []quad.IRI{
	vocab.Problem, vocab.Mechanism, vocab.Measure, vocab.Outcome, vocab.Population,
	vocab.Review, vocab.Search, vocab.Section, vocab.Source, vocab.Study,
	vocab.Claim, vocab.Finding, vocab.Judgement, vocab.EvidenceGap, vocab.Conflict,
	vocab.DCATCatalog, vocab.DCATDataset, vocab.DCATDistribution, vocab.DCATDataService,
}

// leading are the predicates that stand before those of our ontology.
var leading = []quad.IRI{
	vocab.RDFType,
	vocab.SKOSPrefLabel, vocab.SKOSAltLabel, vocab.SKOSDefinition, vocab.SKOSBroader,
	vocab.DCTTitle, vocab.DCTDescription,
}

// ranking holds the places of classes and predicates in one dataset.
type ranking struct {
	all        *graph.Graph // of all graphs, to find a subject's class
	typ        graph.ID
	classes    map[graph.ID]int
	predicates map[graph.ID]int
}

func newRanking(d *graph.Dataset, base string) ranking {
	typ, _ := d.Lookup(vocab.RDFType)
	return ranking{
		all:        d.Union(),
		typ:        typ,
		classes:    places(d, classes, base),
		predicates: places(d, slices.Concat(leading, vocab.Properties()), base),
	}
}

// places numbers the terms that the dataset knows, from the last one's minus
// their number up to -1, so that a term that is not listed (0) comes after.
func places(d *graph.Dataset, iris []quad.IRI, base string) map[graph.ID]int {
	m := make(map[graph.ID]int, len(iris))
	for i, iri := range iris {
		if id, ok := d.Lookup(vocab.Rebase(iri, base)); ok {
			m[id] = i - len(iris)
		}
	}
	return m
}

// ordered returns all statements in the order of writing, each with the name
// of its graph. If graphs is false the graphs are merged and the name is 0.
func ordered(d *graph.Dataset, graphs bool, base string) iter.Seq2[graph.ID, graph.Triple] {
	r := newRanking(d, base)
	from := []*graph.Graph{r.all}
	if graphs {
		from = d.Graphs()
	}
	return func(yield func(graph.ID, graph.Triple) bool) {
		for _, g := range from {
			name := g.Name()
			if !graphs {
				name = 0
			}
			for _, s := range r.subjects(g) {
				if !r.describe(g, s, func(t graph.Triple) bool { return yield(name, t) }) {
					return
				}
			}
		}
	}
}

// subjects returns the subjects of g in order.
func (r ranking) subjects(g *graph.Graph) []graph.ID {
	type subject struct {
		class int
		id    graph.ID
	}
	var list []subject
	for s := range g.AllSubjects() {
		list = append(list, subject{r.class(s), s})
	}
	slices.SortFunc(list, func(a, b subject) int { return cmp.Or(cmp.Compare(a.class, b.class), cmp.Compare(a.id, b.id)) })
	ids := make([]graph.ID, len(list))
	for i, s := range list {
		ids[i] = s.id
	}
	return ids
}

// class is the place of the first listed class that s has in any graph.
func (r ranking) class(s graph.ID) (place int) {
	for _, c := range r.all.Objects(s, r.typ) {
		place = min(place, r.classes[c])
	}
	return place
}

// describe yields the triples of one subject and reports whether yield took
// them all.
func (r ranking) describe(g *graph.Graph, s graph.ID, yield func(graph.Triple) bool) bool {
	predicates, _ := g.From(s)
	distinct := slices.Compact(slices.Clone(predicates))
	slices.SortStableFunc(distinct, func(a, b graph.ID) int { return cmp.Compare(r.predicates[a], r.predicates[b]) })
	for _, p := range distinct {
		objects := g.Objects(s, p)
		if p == r.typ {
			objects = r.mostTellingFirst(objects)
		}
		for _, o := range objects {
			if !yield(graph.Triple{s, p, o}) {
				return false
			}
		}
	}
	return true
}

// mostTellingFirst puts our classes before those of others, as readers of JSON-LD
// that take the keys of the first class alone need it.
func (r ranking) mostTellingFirst(classes []graph.ID) []graph.ID {
	classes = slices.Clone(classes)
	slices.SortStableFunc(classes, func(a, b graph.ID) int { return cmp.Compare(r.classes[a], r.classes[b]) })
	return classes
}
