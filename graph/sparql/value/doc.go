// Package value is section 17 of SPARQL 1.1: what expressions do with single
// values. It knows RDF terms and XSD datatypes, and nothing of queries.
//
// A [Value] is a term that has been understood once: [Of] decodes it, and
// whoever evaluates keeps the result with the term's ID. Computed values have
// no term until [Value.Term] is asked for one, which then has the canonical
// lexical form of XSD 1.1 ("3" for the decimal 3, "6.0E0" for the double 6);
// a value that came from a term gives that very term back.
//
// # Errors
//
// SPARQL has one kind of error in expressions, the type error, and it is
// ordinary: FILTER drops the solution, COALESCE goes on. All errors here wrap
// [ErrType]; all but those about regular expressions are constants, so making
// one costs nothing. Tests that know three answers return a [Truth].
//
// # What is beyond the operator table of section 17.3
//
// The operators = and < also work on xsd:date, xsd:time, the five g-types and
// durations (the open-world tests of the W3C ask for dates). Nothing guesses a
// time zone: of two dates of which just one has a zone, the order is known
// where fourteen hours either way cannot change it, and a type error elsewhere
// (XSD 1.1 part 2, section 3.3.7). Fractions of a second count to the
// nanosecond, years to nine digits; beyond, a literal is one of [Other].
//
// Two literals of types that cannot be compared are a type error under = and
// under !=, unless they are one term, or one of them has a language: a
// language-tagged string is never any other value.
//
// # Numbers
//
// Integers and decimals are exact and of any size. A quotient of decimals is
// rounded to the nearest, halves away from zero, with at least 18 digits
// behind the point and at least 18 significant ones. xsd:float is computed in
// 32 bits. Operands are promoted as XPath does: integer, decimal, float,
// double.
package value
