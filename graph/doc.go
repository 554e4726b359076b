// Package graph holds RDF 1.1 datasets in memory: a [Builder] collects
// statements and checks them, a [Dataset] answers and never changes.
//
// It knows nothing of policy. Statements are quads of [quad.Value], terms of
// the package github.com/cayleygraph/quad, so that any program that speaks
// quad can feed a Builder and read a Dataset. Inside a Dataset a term is one
// of exactly five concrete types,
//
//	quad.IRI  quad.BNode  quad.String  quad.LangString  quad.TypedString
//
// and == on two of them is RDF term equality. Engines work on [ID]s, 32-bit
// numbers that follow term order, and on slices of them.
//
// Readers and writers of the syntaxes (packages below this one) exchange
// [RawQuad]s, views into their buffers, so that no term is allocated on the
// way between a file and a Builder.
package graph
