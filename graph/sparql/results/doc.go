// Package results writes and reads what SELECT and ASK answer, in the formats
// of the W3C: SPARQL 1.1 Query Results JSON, the SPARQL Query Results XML
// Format, and SPARQL 1.1 Query Results CSV and TSV. A Markdown table can be
// written too. Tables for a terminal, which need to know its width, are left to
// the command.
//
// Both ways are streams: a [Writer] keeps no row, and [Results.Rows] reads a
// row at a time. A row has a term for each variable, in the order of the
// variables, and nil where a variable is unbound.
//
// # What formats can say
//
// JSON and XML say everything, but that XML cannot hold control characters: a
// Writer refuses them. TSV says all of a SELECT. CSV does not tell IRIs and
// literals apart, and loses languages and datatypes: read back, a field is a
// blank node where it begins with "_:", else an xsd:string. An empty string is
// written between quotes, which keeps it apart from an unbound variable. CSV,
// TSV and Markdown have no form for ASK.
//
// What only RDF 1.2 has, triple terms and text directions, is refused with an
// error that wraps [errors.ErrUnsupported].
package results
