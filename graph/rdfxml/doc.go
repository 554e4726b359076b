// Package rdfxml reads and writes RDF/XML (RDF 1.1 XML Syntax,
// https://www.w3.org/TR/rdf-syntax-grammar/) as a stream.
//
// Statements travel in two shapes, as in package turtle: a [quad.Quad] is a
// value to keep, a [graph.RawQuad] is a view of a buffer that belongs to the
// reader.
//
// # What is read
//
// Every production of RDF 1.1. The content of rdf:parseType="Literal" becomes
// exclusive canonical XML with comments. rdf:version and the attributes of ITS
// are passed over; what only RDF 1.2 has, triple terms, annotations and text
// directions, is refused by name with an error that wraps
// [errors.ErrUnsupported]. References are resolved and IRIs checked as in
// package turtle. Statements that were yielded before an error come from a
// document that is not valid as a whole.
//
// Memory grows with the nesting, and with the number of rdf:ID, each of which
// a document may give once; with nothing else.
//
// # XML
//
// The tokenizer is that of encoding/xml, with what it leaves undone done here:
// namespaces, that tags match, that attributes differ and are apart, that line
// ends in attribute values become blanks. Names are those of the fourth edition
// of XML 1.0. Text is UTF-8, or ISO-8859-1 where the XML declaration says so.
//
// Nothing outside the document is ever opened, and a document type that refers
// to something outside is refused. Entities that the document declares as texts
// are included, within limits; entities with markup, parameter entities and
// attributes by default are refused.
//
// # What is written
//
// Node elements grouped by subject, as the stream comes. All that a Writer
// writes can be read back, and gives the same statements in the same order, but
// for blank node labels that had to be changed. RDF/XML cannot say everything: see
// [Writer.WriteRaw].
//
// # Blank node labels
//
// Reading keeps the labels of the document and calls nodes without one genid0,
// genid1 and so on; labels that look like these get one more underscore, as in
// package turtle. So do labels that end with a dot, or with a dot and
// underscores: no other syntax has a label that ends with a dot. No two nodes
// of a document ever share a label.
//
// Writing keeps labels that are XML names without a colon. Others, and those
// that begin with "esc_", are escaped as package turtle does.
package rdfxml
