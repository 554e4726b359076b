package catalogue

import (
	"errors"
	"slices"
	"strings"

	"github.com/cayleygraph/quad"

	"policygraph/exports/artifact"
	"policygraph/exports/authority"
	"policygraph/exports/publication"
	"policygraph/graph"
	"policygraph/ontology"
	"policygraph/ontology/vocab"
)

// Dialect is a way to say what the profiles do not agree on.
type Dialect struct {
	Name    string // in the names of files; empty for the bridge
	Profile string // what catalogue records conform to
	Title   artifact.Text

	size      quad.IRI        // datatype of sizes; empty: they are not said
	status    authority.Table // that the status of a file is of
	completed string          // its code
	algorithm string          // of checksums, as a local name of SPDX
	sum       func(*artifact.File) string
}

// The dialects. The bridge leaves out what DCAT-AP 2 and 3 contradict each other
// on, and so satisfies both. DCAT-AP 2.1.1 takes no checksum but SHA-1.
var (
	Bridge = Dialect{
		Profile: "https://semiceu.github.io/DCAT-AP/releases/3.0.1",
		Title:   artifact.Text{NB: "DCAT-AP 3.0.1", EN: "DCAT-AP 3.0.1"},
	}
	DCATAP3 = Dialect{
		Name: "dcat-ap-3", Profile: Bridge.Profile, Title: Bridge.Title,
		size: vocab.XSDNonNegativeInteger, status: authority.Status, completed: "COMPLETED",
		algorithm: "checksumAlgorithm_sha256", sum: func(f *artifact.File) string { return f.SHA256 },
	}
	DCATAP2 = Dialect{
		Name: "dcat-ap-2", Profile: "https://semiceu.github.io/DCAT-AP/releases/2.1.1",
		Title: artifact.Text{NB: "DCAT-AP 2.1.1", EN: "DCAT-AP 2.1.1"},
		size:  vocab.XSDDecimal, status: authority.StatusADMS, completed: "Completed",
		algorithm: "checksumAlgorithm_sha1", sum: func(f *artifact.File) string { return f.SHA1 },
	}
)

// builder says the parts of a catalogue.
type builder struct {
	document
	facts
	pub     *publication.Publication
	in      *artifact.Input
	dialect Dialect
}

// Build returns the catalogue of the files that were written. It fails, with all
// reasons at once, where some portal would refuse it: it is then for the publisher
// to say more.
func Build(in *artifact.Input, dialect Dialect) (*graph.Dataset, error) {
	if !slices.ContainsFunc(in.Written, func(f artifact.File) bool { return f.Full && f.Dataset == artifact.Whole }) {
		return nil, errors.New("the catalogue describes the files beside it, and none of them holds the whole graph: write the group graph too")
	}
	b := &builder{facts: newFacts(in), pub: in.Publication, in: in, dialect: dialect}
	b.agents()
	b.catalog()
	for _, s := range b.pub.Services {
		b.service(s)
	}
	return b.dataset()
}

// id is the address of a thing of the catalogue.
func (b *builder) id(kind, name string) string { return b.base + "id/" + kind + "/" + name }

// IRI is the address of the catalogue.
func IRI(base string) string { return base + "catalog" }

// DatasetIRI is the address of a dataset of the catalogue.
func DatasetIRI(base string, d artifact.Dataset) string { return base + "id/dataset/" + string(d) }

func (b *builder) catalog() {
	c := IRI(b.base)
	b.is(c, dcat+"Catalog")
	b.add(c, dct+"identifier", quad.String(c))
	b.text(c, dct+"title", b.pub.Title)
	b.text(c, dct+"description", b.pub.Description)
	b.common(c)
	b.code(c, dct+"license", authority.Licence, b.pub.Licence)
	b.page(c, foaf+"homepage", b.pub.HomepageAt(b.base))
	b.countries(c, nil)
	b.link(c, dcat+"themeTaxonomy", authority.DataTheme.Scheme)
	b.table(authority.DataTheme)
	for _, d := range b.datasets() {
		b.link(c, dcat+"dataset", DatasetIRI(b.base, d.key))
		b.describe(d)
		b.record(c, string(d.key), DatasetIRI(b.base, d.key))
	}
}

// common is what catalogue, datasets and series have alike.
func (b *builder) common(s string) {
	b.responsible(s)
	b.date(s, dct+"issued", b.pub.Issued)
	b.date(s, dct+"modified", b.pub.Modified)
	b.languages(s)
	for _, law := range b.pub.Legislation {
		b.link(s, dcatap+"applicableLegislation", law)
		b.is(law, eli+"LegalResource")
		_, path, _ := strings.Cut(law, "/eli/")
		kind, _, _ := strings.Cut(path, "/")
		b.code(law, dct+"type", authority.ResourceType, strings.ToUpper(kind))
	}
}

// responsible says who answers for s, and to whom people write.
func (b *builder) responsible(s string) {
	b.link(s, dct+"publisher", b.pub.PublisherIRI(b.base))
	b.link(s, dcat+"contactPoint", b.id("agent", "contact"))
}

func (b *builder) languages(s string) {
	for _, iri := range b.pub.LanguageIRIs() {
		if term, ok := authority.Find(iri); ok {
			b.code(s, dct+"language", authority.Language, term.Code)
		}
	}
}

// countries says where s is about: as the publisher says, else those given, else
// those of all reviews.
func (b *builder) countries(s string, iris []string) {
	if len(b.pub.Countries) > 0 {
		b.code(s, dct+"spatial", authority.Country, b.pub.Countries...)
		return
	}
	if iris == nil {
		for _, r := range b.reviews() {
			iris = append(iris, r.countries...)
		}
	}
	for _, iri := range iris {
		term, ok := authority.Find(iri)
		if !ok {
			b.link(s, dct+"spatial", iri) // the check refuses it, with its reason
			continue
		}
		b.code(s, dct+"spatial", term.Table, term.Code)
	}
}

// agents describes the publisher, whom to write to, and the conditions of use.
func (b *builder) agents() {
	p := b.pub.PublisherIRI(b.base)
	b.is(p, foaf+"Agent", org+"Organization")
	b.text(p, foaf+"name", b.pub.Publisher.Name)
	b.add(p, dct+"identifier", quad.String(b.pub.Publisher.Number))
	b.code(p, dct+"type", authority.PublisherType, b.pub.Publisher.Type)
	b.page(p, foaf+"homepage", b.pub.Publisher.Homepage)

	c := b.id("agent", "contact")
	b.is(c, vcard+"Kind", vcard+"Organization")
	b.text(c, vcard+"fn", b.pub.Contact.Name)
	if b.pub.Contact.Email != "" {
		b.link(c, vcard+"hasEmail", "mailto:"+b.pub.Contact.Email)
	}
	b.link(c, vcard+"hasURL", b.pub.Contact.URL)

	r := b.base + "id/rights"
	b.is(r, dct+"RightsStatement", odrs+"RightsStatement")
	b.text(r, rdfs+"label", b.pub.Rights)
}

// record is the entry of a thing in the catalogue, which is not the thing.
func (b *builder) record(catalog, name, topic string) {
	r := b.id("record", name)
	b.link(catalog, dcat+"record", r)
	b.is(r, dcat+"CatalogRecord")
	b.link(r, foaf+"primaryTopic", topic)
	b.date(r, dct+"issued", b.pub.Issued)
	b.date(r, dct+"modified", b.pub.Modified)
	b.languages(r)
	b.standard(r, b.dialect.Profile, b.dialect.Title)
}

// service describes an interface that the publisher says answers on the web.
func (b *builder) service(s publication.Service) {
	iri := b.id("service", s.ID)
	b.link(IRI(b.base), dcat+"service", iri)
	b.record(IRI(b.base), "service/"+s.ID, iri)
	b.is(iri, dcat+"DataService", dcat+"Resource")
	b.add(iri, dct+"identifier", quad.String(iri))
	b.text(iri, dct+"title", s.Title)
	b.text(iri, dct+"description", s.Description)
	b.responsible(iri)
	b.link(iri, dcat+"endpointURL", s.Endpoint)
	b.is(s.Endpoint, rdfs+"Resource")
	if s.About != "" {
		b.link(iri, dcat+"endpointDescription", s.About)
		b.is(s.About, rdfs+"Resource")
	}
	b.link(iri, dcat+"servesDataset", DatasetIRI(b.base, artifact.Whole))
	for _, standard := range s.Standards {
		b.standard(iri, standard, titleOf(standard))
	}
	b.code(iri, dct+"format", authority.FileType, s.Format)
	b.code(iri, dct+"license", authority.Licence, b.pub.Licence)
	b.code(iri, dct+"accessRights", authority.AccessRight, b.pub.AccessRights)
	b.code(iri, dcatap+"availability", authority.Availability, b.pub.Availability)
	b.code(iri, dcat+"theme", authority.DataTheme, b.pub.Themes...)
	b.keywordsOf(iri, b.pub.Keywords)
	b.page(iri, dcat+"landingPage", b.pub.HomepageAt(b.base))
}

// standards are the names of the standards that files and services follow.
var standards = map[string]string{
	"https://www.w3.org/TR/turtle/":                         "RDF 1.1 Turtle",
	"https://www.w3.org/TR/trig/":                           "RDF 1.1 TriG",
	"https://www.w3.org/TR/n-triples/":                      "RDF 1.1 N-Triples",
	"https://www.w3.org/TR/n-quads/":                        "RDF 1.1 N-Quads",
	"https://www.w3.org/TR/json-ld11/":                      "JSON-LD 1.1",
	"https://www.w3.org/TR/json-ld11-framing/":              "JSON-LD 1.1 Framing",
	"https://data.norge.no/specification/skos-ap-no-begrep": "SKOS-AP-NO-Begrep 2",
	"https://www.w3.org/TR/sparql11-protocol/":              "SPARQL 1.1 Protocol",
	"https://www.w3.org/TR/owl2-overview/":                  "OWL 2",
	"https://www.w3.org/TR/shacl/":                          "SHACL",
	"https://www.w3.org/TR/skos-reference/":                 "SKOS",
	"https://www.w3.org/TR/tabular-data-primer/":            "CSV on the Web",
	"https://www.w3.org/TR/void/":                           "VoID",
	"https://mapping-commons.github.io/sssom/":              "SSSOM",
	"https://parquet.apache.org/docs/file-format/":          "Apache Parquet",
	"https://gexf.net/":                                     "GEXF",
	"http://graphml.graphdrawing.org/":                      "GraphML",
	"https://nanopub.net/guidelines/working_draft/":         "Nanopublication guidelines",
	"https://www.w3.org/community/reports/reconciliation/":  "Reconciliation Service API",
}

// titleOf is the name of a standard, or its address where we do not know it.
func titleOf(iri string) artifact.Text {
	if name, ok := standards[iri]; ok {
		return artifact.Text{NB: name, EN: name}
	}
	plain := strings.TrimSuffix(strings.TrimPrefix(strings.TrimPrefix(iri, "https://"), "http://"), "/")
	return artifact.Text{NB: plain, EN: plain}
}

func (b *builder) ontologyStandard(s string) {
	b.standard(s, string(vocab.Rebase(vocab.Ontology, b.base)), artifact.Text{
		NB: "Policygraph-ontologien " + ontology.Version, EN: "The policygraph ontology " + ontology.Version,
	})
}
