package skosapno

import (
	"github.com/cayleygraph/quad"

	"policygraph/graph"
	"policygraph/ontology/vocab"
)

// Terms of the profile that the rest of the project does not speak.
const (
	euvoc   = "http://publications.europa.eu/ontology/euvoc#"
	org     = "http://www.w3.org/ns/org#"
	uneskos = "http://purl.org/umu/uneskos#"
	vcard   = "http://www.w3.org/2006/vcard/ns#"
	xkos    = "http://rdf-vocabulary.ddialliance.org/xkos#"

	collection    quad.IRI = vocab.SKOSNamespace + "Collection"
	member        quad.IRI = vocab.SKOSNamespace + "member"
	memberOf      quad.IRI = uneskos + "memberOf"
	xlDefinition  quad.IRI = euvoc + "xlDefinition"
	xlNote        quad.IRI = euvoc + "XlNote"
	value         quad.IRI = vocab.RDFNamespace + "value"
	specializes   quad.IRI = xkos + "specializes"
	contactPoint  quad.IRI = vocab.DCATNamespace + "contactPoint"
	organization  quad.IRI = org + "Organization"
	vOrganization quad.IRI = vcard + "Organization"
	vName         quad.IRI = vcard + "fn"
	vEmail        quad.IRI = vcard + "hasEmail"
	vURL          quad.IRI = vcard + "hasURL"
)

var prefixes = []graph.Prefix{
	{Name: "dcat", IRI: vocab.DCATNamespace},
	{Name: "dct", IRI: vocab.DCTNamespace},
	{Name: "euvoc", IRI: euvoc},
	{Name: "foaf", IRI: vocab.FOAFNamespace},
	{Name: "org", IRI: org},
	{Name: "rdf", IRI: vocab.RDFNamespace},
	{Name: "skos", IRI: vocab.SKOSNamespace},
	{Name: "uneskos", IRI: uneskos},
	{Name: "vcard", IRI: vcard},
	{Name: "xkos", IRI: xkos},
	{Name: "xsd", IRI: vocab.XSDNamespace},
}

// text is a text in bokmål, nynorsk and English.
type text struct{ nb, nn, en string }

// kinds are the collections: the class of their members, the last part of their
// address, what they are called and what they hold.
var kinds = []struct {
	class              quad.IRI
	slug               string
	title, description text
}{
	{
		vocab.Problem, "problems",
		text{"Problemer", "Problem", "Problems"},
		text{"Uønskede tilstander som politikk kan rette seg mot.", "Uønskte tilstandar som politikk kan rette seg mot.", "Undesirable states of affairs that policy may act on."},
	},
	{
		vocab.Mechanism, "mechanisms",
		text{"Mekanismer", "Mekanismar", "Mechanisms"},
		text{"Prosesser som forklarer hvordan problemer oppstår eller dempes.", "Prosessar som forklarer korleis problem oppstår eller blir dempa.", "Processes that explain how problems arise or are lessened."},
	},
	{
		vocab.Measure, "measures",
		text{"Tiltak", "Tiltak", "Measures"},
		text{"Planlagte inngrep: lover, ordninger, programmer og praksiser.", "Planlagde inngrep: lover, ordningar, program og praksisar.", "Planned interventions: laws, schemes, programmes and practices."},
	},
	{
		vocab.Outcome, "outcomes",
		text{"Utfall", "Utfall", "Outcomes"},
		text{"Det studier måler for å se om det går bedre eller dårligere.", "Det studiar måler for å sjå om det går betre eller dårlegare.", "What studies measure to see whether things get better or worse."},
	},
	{
		vocab.Population, "populations",
		text{"Målgrupper", "Målgrupper", "Populations"},
		text{"Grupper som tiltak retter seg mot, eller som utsagn gjelder for.", "Grupper som tiltak rettar seg mot, eller som utsegner gjeld for.", "Groups that measures are aimed at or that statements hold for."},
	},
}
