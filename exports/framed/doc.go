// Package framed writes the graph as nested JSON-LD, for people who want trees:
// one document of everything ([Write]), and one for each measure and each
// problem ([Documents]).
//
// A document nests what belongs together by the rules of a frame (frames.go),
// which is data. Each thing is written in one place of a document; wherever else
// it is spoken of, it stands by its identifier. Nesting says the statement that
// ties the two together, either way round, so that a document has each statement
// once and reads back as statements of the graph and nothing else.
//
// The document of everything has the same statements as the flat JSON-LD. The
// document of one thing has what is said of it and of the things its frame takes
// in; a thing beyond that border has its types and its name there, no more, so
// that documents stay of bounded size.
//
// The node objects come from the project's JSON-LD writer, with the ontology's
// context and the few terms of reverse.jsonld behind it, which name the ways
// against the direction of a property. A node object that writer can only write
// without the context nests nothing and is nested nowhere.
package framed
