package syntax

import "github.com/cayleygraph/quad"

// Form is what a query asks for.
type Form uint8

// The query forms (section 16).
const (
	Select Form = iota
	Construct
	Describe
	Ask
)

// Query is a query that was read. It never changes.
type Query struct {
	Form Form

	// From and FromNamed are the dataset clauses, in their order. Without any,
	// the dataset is the one the query is asked of.
	From, FromNamed []quad.IRI

	// Base is what the function IRI resolves relative IRIs against; empty where
	// there is no base.
	Base quad.IRI

	// Vars are the variables of the result of a SELECT, in their order.
	Vars []Var

	// Template is what a CONSTRUCT makes of each solution. Here a [Const] may be
	// a blank node: a new one for each solution.
	Template []TriplePattern

	// Describe is what a DESCRIBE asks about.
	Describe []Term

	// Algebra is the pattern with its solution modifiers. For SELECT it has a
	// Project, for the other forms it has none (section 18.2.5).
	Algebra Algebra

	tree *selection
}
