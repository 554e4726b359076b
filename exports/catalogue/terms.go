package catalogue

import (
	"github.com/cayleygraph/quad"

	"policygraph/graph"
	"policygraph/ontology/vocab"
)

// Namespaces that only catalogues use.
const (
	dcat   = vocab.DCATNamespace
	dct    = vocab.DCTNamespace
	adms   = "http://www.w3.org/ns/adms#"
	dcatap = "http://data.europa.eu/r5r/"
	eli    = "http://data.europa.eu/eli/ontology#"
	odrs   = "http://schema.theodi.org/odrs#"
	org    = "http://www.w3.org/ns/org#"
	spdx   = "http://spdx.org/rdf/terms#"
	vcard  = "http://www.w3.org/2006/vcard/ns#"
	xsd    = vocab.XSDNamespace
	foaf   = vocab.FOAFNamespace
	skos   = vocab.SKOSNamespace
	rdfs   = vocab.RDFSNamespace
	prov   = vocab.PROVNamespace
	iana   = "https://www.iana.org/assignments/media-types/"
)

// prefixes are those of Turtle, RDF/XML and JSON-LD.
var prefixes = []graph.Prefix{
	{Name: "adms", IRI: adms},
	{Name: "dcat", IRI: dcat},
	{Name: "dcatap", IRI: dcatap},
	{Name: "dct", IRI: dct},
	{Name: "eli", IRI: eli},
	{Name: "foaf", IRI: foaf},
	{Name: "odrs", IRI: odrs},
	{Name: "org", IRI: org},
	{Name: "owl", IRI: vocab.OWLNamespace},
	{Name: "prov", IRI: prov},
	{Name: "rdf", IRI: vocab.RDFNamespace},
	{Name: "rdfs", IRI: rdfs},
	{Name: "skos", IRI: skos},
	{Name: "spdx", IRI: spdx},
	{Name: "vcard", IRI: vcard},
	{Name: "xsd", IRI: xsd},
}

// date is a literal of a day.
func date(day string) quad.Value {
	return quad.TypedString{Value: quad.String(day), Type: vocab.XSDDate}
}
