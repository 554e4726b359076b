package syntax

import (
	"strings"

	"github.com/cayleygraph/quad"
)

// Expr is an expression. It is one of
//
//	Var Const Call FunctionCall In Exists
//
// String is the expression in the form that [Algebra] prints it in.
type Expr interface {
	String() string
	write(*writer)
}

type (
	// Var is a variable: its name without "?" or "$".
	Var string

	// Const is a term. In a pattern and in an expression it is no blank node.
	Const struct{ Value quad.Value }

	// Call is an operator or a built-in function. Name is its sign, such as
	// "&&", "!" or "-", or its name as the spec spells it, such as "REGEX" or
	// "isIRI". A "-" or "+" of one argument is the unary one.
	Call struct {
		Name string
		Args []Expr
	}

	// FunctionCall is the call of a function that an IRI names, casts included.
	// Only such calls may be aggregates of an extension and have Distinct.
	FunctionCall struct {
		Function quad.IRI
		Distinct bool
		Args     []Expr
	}

	// In is true where X equals a member of List; with Not, where it does not.
	In struct {
		Not  bool
		X    Expr
		List []Expr
	}

	// Exists is true where Pattern has a solution that agrees with the current
	// one; with Not, where it has none.
	Exists struct {
		Not     bool
		Pattern Algebra
	}
)

func (Var) term()   {}
func (Const) term() {}

// Beginnings of the names of hidden variables.
const (
	hidden          = "."
	hiddenBlank     = ".b"   // the blank nodes of the query, counted
	hiddenPath      = ".p"   // nodes between the steps of a path
	hiddenAggregate = ".agg" // the values of aggregates
)

// Hidden reports whether v is no variable of the text but stands for a blank
// node, a node between two steps of a path, or an aggregate. Such variables are
// in no result, and no other variable has their names. They begin with ".b",
// ".p" and ".agg".
func (v Var) Hidden() bool { return strings.HasPrefix(string(v), hidden) }
