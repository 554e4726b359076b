// Package vocab names the terms of the policygraph ontology, so that the rest
// of the project writes vocab.ContributesTo and never spells an IRI.
//
// The constants of our own namespace (terms.go) and the code tables (codes.go)
// are generated from ../policygraph.ttl; a test keeps them in step. Outside
// terms are written by hand in outside.go.
//
// A Go name is the local name with a capital. Where a class and a property
// share it, the property is the longer: [Outcome] is the class,
// [OutcomeProperty] the property. A code is its scheme and its notation
// ([DirectionNull]), a scheme its name and the word Scheme ([DirectionScheme]).
//
// Every constant holds the default base. For a publisher with another base the
// finished graph is moved there, address by address, with [Rebase].
package vocab

import (
	"strings"

	"github.com/cayleygraph/quad"
)

//go:generate go run ./internal/gen

// Base is the default address below which everything of the project lives.
const Base = "https://w3id.org/policygraph/"

// The namespaces below Base.
const (
	Namespace        = Base + "ns#"    // classes and properties, prefix pg:
	CodeNamespace    = Base + "code/"  // code lists and codes, prefix code:
	IDNamespace      = Base + "id/"    // instances, by kind and slug
	GraphNamespace   = Base + "graph/" // named graphs
	DatasetNamespace = Base + "dataset/"
)

// Ontology is the IRI of the ontology itself.
const Ontology quad.IRI = Base + "ns"

// Rebase moves an IRI below [Base] to base and leaves any other as it is. The
// base given ends where Base does, in a slash.
func Rebase(iri quad.IRI, base string) quad.IRI {
	if rest, ok := strings.CutPrefix(string(iri), Base); ok {
		return quad.IRI(base + rest)
	}
	return iri
}
