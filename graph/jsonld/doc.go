// Package jsonld writes and reads JSON-LD 1.1
// (https://www.w3.org/TR/json-ld11/ and https://www.w3.org/TR/json-ld11-api/).
//
// [Writer] is ours: it streams, works with a context that is fixed before the
// first statement, and writes what the compaction algorithm would choose, so
// that reading the document gives the statements that were written, whatever
// they are. Where the context would make a reader misunderstand a node, that
// node object carries "@context": null and stands in expanded form.
//
// The keys of a node object come in this order: the identifier, the types, the
// terms of the type-scoped contexts of its types as these define them, then all
// other keys by code point. A "@nest" group stands where its own term is
// defined. Values keep the order of the statements, but the languages of a
// language map are sorted.
//
// [Read] accepts all of JSON-LD 1.1. Node objects in plain expanded form are
// read directly; for others the expansion algorithm of
// github.com/piprate/json-gold runs, on some hundred kilobytes at a time where
// the form of the document allows. The way from expanded form to statements is
// ours again, and so is the check that the text is JSON, which goes on while the
// text is read: memory is constant for documents of many node objects, and Read
// says which these are. Nothing is ever fetched: a document may refer to contexts
// that were given by name, and to no other.
//
// [Expand], [Compact], [Flatten] and [Frame] are json-gold's algorithms behind
// the same border, [FromRDF] is ours. The faults of json-gold that reach through
// are listed and reproduced in excuses_test.go; the one to know of is that it
// percent-encodes references with letters beyond ASCII when it resolves them.
package jsonld
