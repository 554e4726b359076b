package catalogue

import (
	"fmt"
	"net/url"
	"regexp"
	"strings"

	"github.com/cayleygraph/quad"

	"policygraph/exports/authority"
	"policygraph/exports/publication"
	"policygraph/graph"
	"policygraph/ontology/vocab"
)

// mandatory are the properties without which some portal refuses a thing of a
// class: the union over DCAT-AP 3.0.1 and 2.1.1 and DCAT-AP-NO 3.0 and 2.2.
var mandatory = []struct {
	class      string
	properties []string
}{
	{dcat + "Catalog", []string{dct + "title", dct + "description", dct + "publisher", dct + "identifier", dcat + "contactPoint", dcat + "dataset"}},
	{dcat + "Dataset", []string{
		dct + "title", dct + "description", dct + "publisher", dct + "identifier", dcat + "contactPoint", dcat + "theme", dcat + "distribution",
	}},
	{dcat + "DatasetSeries", []string{dct + "title", dct + "description", dct + "publisher", dcat + "contactPoint", dcat + "theme", dcat + "first"}},
	{dcat + "Distribution", []string{dcat + "accessURL"}},
	{dcat + "DataService", []string{dct + "title", dct + "publisher", dct + "identifier", dcat + "contactPoint", dcat + "endpointURL"}},
	{dcat + "CatalogRecord", []string{foaf + "primaryTopic", dct + "modified"}},
	{foaf + "Agent", []string{foaf + "name"}},
	{vcard + "Kind", []string{vcard + "fn"}},
	{skos + "Concept", []string{skos + "prefLabel"}},
	{skos + "ConceptScheme", []string{dct + "title"}},
	{dct + "Standard", []string{dct + "title"}},
	{spdx + "Checksum", []string{spdx + "algorithm", spdx + "checksumValue"}},
}

// absolute are the addresses that every reader and every syntax takes.
var absolute = regexp.MustCompile("^(https?|mailto):[^\\x00-\\x20<>\"{}|\\\\^`]+$")

func validIRI(iri string) bool {
	u, err := url.Parse(iri)
	return err == nil && absolute.MatchString(iri) && (u.Scheme == "mailto" || u.Host != "")
}

// Check returns what portals would refuse in a catalogue: mandatory properties
// that are missing, addresses that are not absolute, codes that no table has,
// keywords that some portal cuts or refuses, blank nodes and named graphs.
func Check(d *graph.Dataset) (errs []error) {
	all := d.Union()
	typ, _ := d.Lookup(vocab.RDFType)
	for _, m := range mandatory {
		class, _ := d.Lookup(quad.IRI(m.class))
		if class == 0 {
			continue
		}
		for _, s := range all.Subjects(typ, class) {
			for _, p := range m.properties {
				if id, _ := d.Lookup(quad.IRI(p)); id == 0 || all.Count(s, id, 0) == 0 {
					errs = append(errs, fmt.Errorf("%s has no %s, which a %s must have", d.Text(s), short(p), short(m.class)))
				}
			}
		}
	}
	return append(errs, checkTerms(d)...)
}

// checkTerms looks at every term of the document.
func checkTerms(d *graph.Dataset) (errs []error) {
	if len(d.Graphs()) > 1 || len(d.Graphs()) == 1 && d.Graphs()[0].Name() != 0 {
		errs = append(errs, fmt.Errorf("statements stand in a named graph, where portals do not look"))
	}
	keyword, _ := d.Lookup(quad.IRI(dcat + "keyword"))
	for id := graph.ID(1); id <= graph.ID(d.Terms()); id++ {
		text := d.Text(id)
		switch d.Kind(id) {
		case graph.KindBNode:
			errs = append(errs, fmt.Errorf("blank node %s: portals cannot keep it apart from others", text))
		case graph.KindIRI:
			if !validIRI(text) {
				errs = append(errs, fmt.Errorf("%s is not an absolute address", text))
			} else if !authority.Known(text) {
				errs = append(errs, fmt.Errorf("%s is in none of the authority tables", text))
			}
		default:
			if keyword != 0 && len(d.Union().Subjects(keyword, id)) > 0 && !publication.IsKeyword(text) {
				errs = append(errs, fmt.Errorf("the keyword %q is too short, too long, or has a sign that some portal refuses", text))
			}
		}
	}
	return errs
}

// short is an address with a prefix, for messages.
func short(iri string) string {
	for _, p := range prefixes {
		if local, ok := strings.CutPrefix(iri, p.IRI); ok {
			return p.Name + ":" + local
		}
	}
	return iri
}
