package vocab

import "slices"

// A Prefix is the short name that exports, queries and people use for a
// namespace.
type Prefix struct{ Name, IRI string }

// Prefixes returns the prefixes of the project: our own terms first, then one
// for each kind of instance, then the outside vocabularies.
func Prefixes() []Prefix { return slices.Clone(prefixes) }

var prefixes = []Prefix{
	{"pg", Namespace},
	{"code", CodeNamespace},

	{"problem", IDNamespace + "problem/"},
	{"mechanism", IDNamespace + "mechanism/"},
	{"measure", IDNamespace + "measure/"},
	{"outcome", IDNamespace + "outcome/"},
	{"population", IDNamespace + "population/"},
	{"claim", IDNamespace + "claim/"},
	{"finding", IDNamespace + "finding/"},
	{"judgement", IDNamespace + "judgement/"},
	{"gap", IDNamespace + "gap/"},
	{"conflict", IDNamespace + "conflict/"},
	{"source", IDNamespace + "source/"},
	{"review", IDNamespace + "review/"},
	{"section", IDNamespace + "section/"},
	{"search", IDNamespace + "search/"},
	{"period", IDNamespace + "period/"},

	{"rdf", RDFNamespace},
	{"rdfs", RDFSNamespace},
	{"owl", OWLNamespace},
	{"xsd", XSDNamespace},
	{"skos", SKOSNamespace},
	{"dct", DCTNamespace},
	{"prov", PROVNamespace},
	{"bibo", BIBONamespace},
	{"cito", CITONamespace},
	{"foaf", FOAFNamespace},
	{"marcrel", MARCRelNamespace},
	{"dcat", DCATNamespace},
	{"void", VOIDNamespace},
	{"qb", QBNamespace},
	{"country", EUCountryNamespace},
	{"continent", EUContinentNamespace},
	{"language", EULanguageNamespace},
}
