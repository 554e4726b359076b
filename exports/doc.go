// Package exports writes a dataset as the files that are published: which
// formats there are, in what order statements stand, and how files reach the
// disk whole or not at all.
//
// The same dataset gives the same bytes, on every machine and at every run.
//
// Statements are written for reading: graphs by name; within a graph subjects by
// class, from what the world is like to who says so, then by address; within a
// subject the type first, then labels and texts, then what the ontology says of
// it in the ontology's own order, then the rest by IRI.
package exports
