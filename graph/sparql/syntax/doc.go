// Package syntax reads SPARQL 1.1 queries: text to syntax tree to algebra.
//
// [Parse] gives a [Query], which holds the algebra of section 18.2 of the
// recommendation and prints itself as SPARQL again. Nothing is optimised here:
// the algebra is the one that the section says the text has.
//
// Of SPARQL 1.2 the version directive is read and the rules on escapes and on
// scope are kept; what needs triple terms or text directions is refused by
// name.
package syntax
