package syntax

import (
	"github.com/cayleygraph/quad"

	"policygraph/graph/path"
)

// Algebra is a graph pattern or solution modifier (SPARQL 1.1, section 18.2).
// It is one of
//
//	BGP Path Join LeftJoin Filter Union Graph Minus Extend Table Service
//	Group ToMultiset OrderBy Project Distinct Reduced Slice
//
// String is the algebra as an indented S-expression. The spec's ToList, which
// says nothing about solutions, is left out.
type Algebra interface {
	String() string
	write(*writer)
}

// Term is what stands in a position of a pattern: a [Var] or a [Const].
//
// Blank nodes of a query act as variables (section 4.1.4) and are hidden ones,
// see [Var.Hidden].
type Term interface {
	Expr
	term()
}

// TriplePattern is one triple pattern. The predicate is a [Var] or the [Const]
// of an IRI.
type TriplePattern struct{ Subject, Predicate, Object Term }

// Graph patterns (section 18.2.2).
type (
	// BGP is a basic graph pattern: triple patterns in the order of the text,
	// those of one path with the others. The empty one has one solution, which
	// is empty.
	BGP []TriplePattern

	// Path is a property path pattern whose path is none that section 18.2.2.4
	// makes triple patterns of: no IRI, no inverse or sequence at its top.
	Path struct {
		Subject Term
		Path    path.Path
		Object  Term
	}

	// Join is the solutions of both sides that are compatible.
	Join struct{ Left, Right Algebra }

	// LeftJoin is Join, and the solutions of Left that find no partner for
	// which Expr is true. A nil Expr is true.
	LeftJoin struct {
		Left, Right Algebra
		Expr        Expr
	}

	// Filter is the solutions of Input for which Expr is true. The filters of
	// one group are one expression, joined by &&.
	Filter struct {
		Expr  Expr
		Input Algebra
	}

	// Union is the solutions of either side.
	Union struct{ Left, Right Algebra }

	// Graph is Input evaluated over a named graph, or over each of them with
	// the variable Name bound to theirs.
	Graph struct {
		Name  Term
		Input Algebra
	}

	// Minus is the solutions of Left that share no variable with, or are not
	// compatible with, any of Right.
	Minus struct{ Left, Right Algebra }

	// Extend is the solutions of Input with Var bound to the value of Expr,
	// where that is no error. Var is not bound in Input.
	Extend struct {
		Input Algebra
		Var   Var
		Expr  Expr
	}

	// Table is the inline data of VALUES. Rows are as long as Vars; nil stands
	// for UNDEF. No variable comes twice.
	Table struct {
		Vars []Var
		Rows [][]quad.Value
	}

	// Service is Input evaluated elsewhere. Text is Input as a group graph
	// pattern of SPARQL, braces included, with whole IRIs.
	Service struct {
		Name   Term
		Silent bool
		Input  Algebra
		Text   string
	}
)

// Grouping and solution modifiers (sections 18.2.4 and 18.2.5).
type (
	// Group is one solution for each combination of values of the keys: Group,
	// Aggregation and AggregateJoin of the spec in one. The solution binds the
	// keys that are variables, unless they are unbound, and the Var of each
	// aggregate, unless it is an error. Without keys there is one group, even
	// of nothing.
	//
	// A key (expr AS ?v) is the key ?v over an Extend. In the expressions above
	// a Group, aggregates are replaced by their Vars, and a key stands for
	// itself, as there the spec's Sample of it gives nothing else.
	Group struct {
		Keys       []Expr
		Aggregates []Aggregate
		Input      Algebra
	}

	// Aggregate is one aggregate of a Group. Equal ones of a query level share
	// one Var.
	Aggregate struct {
		Var       Var // hidden
		Name      string
		Distinct  bool
		Arg       Expr   // nil for COUNT(*)
		Separator string // of GROUP_CONCAT: " " where the text has none
	}

	// ToMultiset is a subquery.
	ToMultiset struct{ Input Algebra }

	// OrderBy is Input in the order of the conditions, the first one first.
	OrderBy struct {
		Conditions []Condition
		Input      Algebra
	}

	// Condition is one sort key.
	Condition struct {
		Expr       Expr
		Descending bool
	}

	// Project is Input restricted to Vars, in their order.
	Project struct {
		Vars  []Var
		Input Algebra
	}

	// Distinct is Input without repetitions.
	Distinct struct{ Input Algebra }

	// Reduced is Input, from which repetitions may be missing.
	Reduced struct{ Input Algebra }

	// Slice is Limit solutions of Input behind the first Offset ones. A
	// negative Limit is none.
	Slice struct {
		Offset, Limit int64
		Input         Algebra
	}
)

// Selected are the variables of the Project of a query level: what a subquery,
// or a query that is a SELECT, shows of itself.
func Selected(a Algebra) []Var {
	switch a := a.(type) {
	case Project:
		return a.Vars
	case Distinct:
		return Selected(a.Input)
	case Reduced:
		return Selected(a.Input)
	case Slice:
		return Selected(a.Input)
	}
	return nil
}
