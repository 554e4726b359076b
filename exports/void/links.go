package void

import (
	"slices"
	"strings"

	"github.com/cayleygraph/quad"

	"policygraph/graph"
	"policygraph/ontology/vocab"
)

// target is a dataset of others that the graph links to.
type target struct {
	name, space string
	nb, en      string
	page        quad.IRI
}

// targets are the datasets that links are counted to. The first whose space an
// address is in has it.
var targets = []target{
	{"eurovoc", "http://eurovoc.europa.eu/", "EuroVoc, EUs flerspråklige tesaurus", "EuroVoc, the EU's multilingual thesaurus", "https://op.europa.eu/en/web/eu-vocabularies"},
	{"eu-country", vocab.EUCountryNamespace, "EUs tabell over land", "The EU's table of countries", "https://op.europa.eu/en/web/eu-vocabularies"},
	{"eu-continent", vocab.EUContinentNamespace, "EUs tabell over verdensdeler", "The EU's table of continents", "https://op.europa.eu/en/web/eu-vocabularies"},
	{"eu-language", vocab.EULanguageNamespace, "EUs tabell over språk", "The EU's table of languages", "https://op.europa.eu/en/web/eu-vocabularies"},
	{"los", "https://psi.norge.no/los/", "Los, fellesvokabular for offentlige tjenester", "Los, the Norwegian vocabulary of public services", "https://data.norge.no/"},
	{"esco", "http://data.europa.eu/esco/", "ESCO, EUs klassifisering av yrker og ferdigheter", "ESCO, the EU's classification of occupations and skills", "https://esco.ec.europa.eu/"},
	{"wikidata", "http://www.wikidata.org/entity/", "Wikidata", "Wikidata", "https://www.wikidata.org/"},
	{"doi", "https://doi.org/", "DOI-registrerte verk", "Works with a DOI", "https://www.doi.org/"},
}

// linked is how many links of one kind lead to a target.
type linked struct {
	target    *target
	predicate graph.ID
	triples   int
}

// linksOf counts the links to each target, by target and then by address.
func linksOf(g *graph.Graph) (links []linked) {
	for i := range targets {
		for p := range g.AllPredicates() {
			n := 0
			objects, _ := g.With(p)
			for _, o := range objects {
				if g.Dataset().Kind(o) == graph.KindIRI && targetOf(g.Dataset().Text(o)) == &targets[i] {
					n++
				}
			}
			if n > 0 {
				links = append(links, linked{&targets[i], p, n})
			}
		}
	}
	return links
}

func targetOf(iri string) *target {
	i := slices.IndexFunc(targets, func(t target) bool { return strings.HasPrefix(iri, t.space) })
	if i < 0 {
		return nil
	}
	return &targets[i]
}

// links describes the links to datasets of others: a link set for each target and
// predicate.
func (d *document) links() {
	var last *target
	for _, l := range linksOf(d.all) {
		to := d.part("dataset-" + l.target.name)
		if l.target != last {
			d.say(to, vocab.RDFType, vocab.VOIDDataset)
			d.title(to, l.target.nb, l.target.en)
			d.say(to, vocab.VOIDURISpace, quad.String(l.target.space))
			d.say(to, homepage, l.target.page)
			last = l.target
		}
		predicate := quad.IRI(d.in.Dataset.Text(l.predicate))
		set := d.part("links-" + d.short(predicate) + "-" + l.target.name)
		d.say(d.dataset(), subset, set)
		d.say(set, vocab.RDFType, linkset)
		d.say(set, subjectsTarget, d.dataset())
		d.say(set, objectsTarget, to)
		d.say(set, linkPredicate, predicate)
		d.count(set, vocab.VOIDTriples, l.triples)
	}
}
