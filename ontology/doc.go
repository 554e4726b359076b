// Package ontology is what we mean, as data: four files that other programs can
// use without this one.
//
//	policygraph.ttl       classes, properties and code lists, inside OWL 2 RL
//	shapes.ttl            what must hold, in SHACL Core
//	context.jsonld        how the data read as JSON
//	alignment.sssom.tsv   what other vocabularies call it
//
// They are kept in step by tests: a property that has no definition, no key in
// the context or no place in the shapes does not get through, nor does a code
// that stands in one list only. The Go names of all terms are in package vocab.
package ontology
