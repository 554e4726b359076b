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
package jsonld
