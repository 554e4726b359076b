// Package token reads the tokens of SPARQL 1.1 (section 19.8), for the grammars
// of property paths and of whole queries.
//
// A [Reader] stands at one token, says what it is, and goes on. The first error
// sticks: behind it there is only [End], so that a grammar unwinds by itself
// and is asked for the error once, by [Reader.Err].
package token
