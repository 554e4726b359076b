package schemaorg

import (
	"github.com/cayleygraph/quad"

	"policygraph/exports/artifact"
	"policygraph/exports/internal/offer"
	"policygraph/graph"
	"policygraph/ontology/vocab"
)

// Set is a kind of concept.
type Set struct {
	Class quad.IRI
	ID    string // the anchor of the set on the page of concepts
	Name  artifact.Text
}

// Sets are the kinds of concept, in the order in which they are shown.
var Sets = []Set{
	{vocab.Problem, "problems", artifact.Text{NB: "Problemer", EN: "Problems"}},
	{vocab.Mechanism, "mechanisms", artifact.Text{NB: "Mekanismer", EN: "Mechanisms"}},
	{vocab.Measure, "measures", artifact.Text{NB: "Tiltak", EN: "Measures"}},
	{vocab.Outcome, "outcomes", artifact.Text{NB: "Utfall", EN: "Outcomes"}},
	{vocab.Population, "populations", artifact.Text{NB: "Grupper", EN: "Populations"}},
}

// Anchor is the anchor of a thing of ours on the page of concepts: what its
// address has after id/ or code/, with a hyphen for the slash.
func Anchor(iri, base string) string {
	rest := iri[min(len(base), len(iri)):]
	out := []byte(rest)
	for i, c := range out {
		if c == '/' {
			out[i] = '-'
		}
	}
	return string(out)
}

// Concepts are the kinds of concept and the code lists as sets of defined terms.
func (w Writer) Concepts(in *artifact.Input) (sets []Node) {
	r := offer.NewReader(in.Dataset, in.Base)
	page := w.address(in, offer.Concepts)
	for _, s := range Sets {
		things := r.Instances(s.Class)
		if len(things) == 0 {
			continue
		}
		set := w.set(in, in.Base+"id/set/"+s.ID, s.Name, page, s.ID)
		var terms []Node
		for _, id := range things {
			terms = append(terms, w.concept(r, id, in.Base+"id/set/"+s.ID, page))
		}
		set.add("hasDefinedTerm", terms)
		sets = append(sets, set)
	}
	for _, s := range vocab.Schemes() {
		sets = append(sets, w.codes(in, s, page))
	}
	return sets
}

func (w Writer) set(in *artifact.Input, iri string, name artifact.Text, page, anchor string) Node {
	set := typed("DefinedTermSet", iri)
	set.add("name", w.text(name))
	if page != "" {
		set.add("url", page+"#"+anchor)
	}
	set.add("license", offer.Licence(in.Publication.Licence))
	set.add("publisher", ref(in.Publication.PublisherIRI(in.Base)))
	set.add("version", in.Publication.Version)
	set.add("dateModified", in.Publication.Modified)
	return set
}

func (w Writer) concept(r offer.Reader, id graph.ID, set, page string) Node {
	iri := r.D.Text(id)
	n := typed("DefinedTerm", iri)
	n.add("name", w.text(r.Text(id, vocab.SKOSPrefLabel)))
	n.add("alternateName", w.texts(map[string][]string{"nb": r.In(id, vocab.SKOSAltLabel, "nb"), "en": r.In(id, vocab.SKOSAltLabel, "en")}))
	n.add("description", w.text(r.Text(id, vocab.SKOSDefinition)))
	n.add("termCode", offer.Slug(iri))
	n.add("inDefinedTermSet", ref(set))
	n.add("sameAs", r.All(id, vocab.SKOSExactMatch))
	if page != "" {
		n.add("url", page+"#"+Anchor(iri, r.Base))
	}
	return n
}

func (w Writer) codes(in *artifact.Input, s vocab.Scheme, page string) Node {
	iri := string(vocab.Rebase(s.IRI, in.Base))
	set := w.set(in, iri, artifact.Text{NB: s.NB, EN: s.EN}, page, Anchor(iri, in.Base))
	onto := offer.NewReader(in.Ontology, in.Base)
	var terms []Node
	for _, c := range s.Codes {
		code := string(vocab.Rebase(c.IRI, in.Base))
		n := typed("DefinedTerm", code)
		n.add("name", w.text(artifact.Text{NB: c.NB, EN: c.EN}))
		n.add("description", w.text(onto.Text(onto.ID(c.IRI), vocab.SKOSDefinition)))
		n.add("termCode", c.Notation)
		n.add("inDefinedTermSet", ref(iri))
		if page != "" {
			n.add("url", page+"#"+Anchor(code, in.Base))
		}
		terms = append(terms, n)
	}
	set.add("hasDefinedTerm", terms)
	return set
}
