package catalogue

import (
	"cmp"
	"slices"
	"strings"

	"github.com/cayleygraph/quad"

	"policygraph/exports/artifact"
	"policygraph/exports/publication"
	"policygraph/graph"
	"policygraph/ontology/vocab"
)

// review is what the data say of a review.
type review struct {
	slug      string
	iri       string
	title     artifact.Text
	year      string   // of the report
	by        string   // who published the report
	countries []string // addresses
}

// facts reads the graph that is described.
type facts struct {
	d    *graph.Dataset
	all  *graph.Graph
	base string
}

func newFacts(in *artifact.Input) facts {
	return facts{d: in.Dataset, all: in.Dataset.Union(), base: in.Base}
}

// id is the number of one of our terms in the graph, or 0.
func (f facts) id(iri quad.IRI) graph.ID {
	id, _ := f.d.Lookup(vocab.Rebase(iri, f.base))
	return id
}

// values are what s has for a property, in term order.
func (f facts) values(s graph.ID, p quad.IRI) []graph.ID {
	if id := f.id(p); id != 0 && s != 0 {
		return f.all.Objects(s, id)
	}
	return nil
}

func (f facts) texts(s graph.ID, p quad.IRI) (texts []string) {
	for _, o := range f.values(s, p) {
		texts = append(texts, f.d.Text(o))
	}
	return texts
}

func (f facts) first(s graph.ID, p quad.IRI) string {
	if texts := f.texts(s, p); len(texts) > 0 {
		return texts[0]
	}
	return ""
}

// both is a text in both languages; one stands in for the other.
func (f facts) both(s graph.ID, p quad.IRI) (t artifact.Text) {
	for _, o := range f.values(s, p) {
		switch f.d.Aux(o) {
		case "nb":
			t.NB = f.d.Text(o)
		case "en":
			t.EN = f.d.Text(o)
		}
	}
	return artifact.Text{NB: cmp.Or(t.NB, t.EN), EN: cmp.Or(t.EN, t.NB)}
}

// instances are the things of a class, by address.
func (f facts) instances(class quad.IRI) []graph.ID {
	typ, c := f.id(vocab.RDFType), f.id(class)
	if typ == 0 || c == 0 {
		return nil
	}
	return f.all.Subjects(typ, c)
}

// reviews are the reviews in the graph, by address.
func (f facts) reviews() (list []review) {
	for _, s := range f.instances(vocab.Review) {
		iri := f.d.Text(s)
		r := review{
			slug: iri[strings.LastIndexByte(iri, '/')+1:], iri: iri,
			title: f.both(s, vocab.DCTTitle), year: f.first(s, vocab.DCTIssued), by: f.first(s, vocab.DCTPublisher),
			countries: f.texts(s, vocab.DCTSpatial),
		}
		list = append(list, r)
	}
	return list
}

// years are the first and the last year of the data behind the findings in a graph.
// They are empty where no finding says; a graph that is nil has none.
func (f facts) years(g *graph.Graph) (from, to string) {
	if g == nil {
		return "", ""
	}
	for _, p := range []quad.IRI{vocab.DataFrom, vocab.DataTo} {
		id := f.id(p)
		if id == 0 {
			continue
		}
		values, _ := g.With(id)
		for _, v := range values {
			year := f.d.Text(v)
			year = year[:min(len(year), len("2006"))] // there may be a time zone
			if from == "" || year < from {
				from = year
			}
			to = max(to, year)
		}
	}
	return from, to
}

// nynorsk reports whether concepts have names in nynorsk.
func (f facts) nynorsk() bool {
	labels, _ := f.all.With(f.id(vocab.SKOSPrefLabel))
	return slices.ContainsFunc(labels, func(o graph.ID) bool { return f.d.Aux(o) == "nn" })
}

// mostKeywords is how many keywords a dataset has from the data.
const mostKeywords = 8

// keywords are the labels of the concepts that statements speak of most, in the
// graph of a review or, where graph is nil, in all.
func (f facts) keywords(g *graph.Graph) (k publication.Keywords) {
	if g == nil {
		g = f.all
	}
	type concept struct {
		id graph.ID
		n  int
	}
	var list []concept
	for _, class := range []quad.IRI{vocab.Problem, vocab.Measure, vocab.Population, vocab.Outcome} {
		for _, c := range f.instances(class) {
			if subjects, _ := g.To(c); len(subjects) > 0 {
				list = append(list, concept{c, len(subjects)})
			}
		}
	}
	slices.SortFunc(list, func(a, b concept) int { return cmp.Or(b.n-a.n, cmp.Compare(a.id, b.id)) })
	for _, c := range list[:min(len(list), mostKeywords)] {
		label := f.both(c.id, vocab.SKOSPrefLabel)
		k.NB, k.EN = append(k.NB, label.NB), append(k.EN, label.EN)
	}
	return k
}

// graphOf is the graph of a review, nil where there is none.
func (f facts) graphOf(r review) *graph.Graph {
	id, ok := f.d.Lookup(vocab.Rebase(vocab.GraphNamespace+quad.IRI(r.slug), f.base))
	if !ok {
		return nil
	}
	return f.d.Graph(id)
}
