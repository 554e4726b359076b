package shacl

import "github.com/cayleygraph/quad"

// Namespace is the one of SHACL's words.
const Namespace = sh

// Namespaces that shapes graphs speak of.
const (
	sh   = "http://www.w3.org/ns/shacl#"
	rdf  = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
	rdfs = "http://www.w3.org/2000/01/rdf-schema#"
	owl  = "http://www.w3.org/2002/07/owl#"
	xsd  = "http://www.w3.org/2001/XMLSchema#"
)

// The severities of SHACL (2.1.4). A shape may have any other IRI for one.
const (
	Violation quad.IRI = sh + "Violation"
	Warning   quad.IRI = sh + "Warning"
	Info      quad.IRI = sh + "Info"
)
