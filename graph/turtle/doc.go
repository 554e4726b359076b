// Package turtle reads and writes the Turtle family of RDF syntaxes as
// streams: N-Triples, N-Quads, Turtle and TriG.
//
// Statements travel in two shapes. A [quad.Quad] is a value to keep. A
// [graph.RawQuad] is a view of a buffer that belongs to the reader, for callers
// who copy what they need themselves, as the Builder of package graph does;
// nothing is allocated per statement on that way.
//
// # What is read
//
// Every production of RDF 1.1, and VERSION directives. What only RDF 1.2 has,
// triple terms, reifiers, annotations and text directions, is refused by name
// with an error that wraps [errors.ErrUnsupported]. Text must be UTF-8; a
// byte order mark at its beginning is passed over. IRIs are checked for the
// characters that no IRI holds and must be absolute once they are resolved;
// they are not normalised: only relative ones are touched. Statements that
// were yielded before an error come from a document that is not valid as a
// whole.
//
// # What is written
//
// N-Triples and N-Quads are in the canonical form of RDF 1.2. All that a
// Writer writes can be read back, and gives the same statements in the same
// order, but for labels that had to be changed.
//
// # Blank node labels
//
// Reading keeps the labels of the document, with one exception. The reader of
// Turtle and TriG calls nodes without a label genid0, genid1 and so on, in the
// order in which they come, so a document's own label made of "genid",
// any number of underscores and a number gets one more underscore: genid7
// becomes genid_7, and genid_7 becomes genid__7. No two nodes of a document
// ever share a label, and nothing has to be remembered for it.
//
// Writing keeps every label that BLANK_NODE_LABEL allows. Any other, such as
// one with a colon, is written as "esc_" and the label with each character
// that is not an allowed letter, digit or hyphen as its code point in
// hexadecimal between underscores: a:b becomes esc_a_3a_b. A label that begins
// with "esc_" itself is written in the same way, which keeps labels apart.
//
// # Language tags
//
// Tags are read and written in lower case (RDF 1.1 Concepts, section 3.3),
// so that == on terms is term equality.
package turtle
