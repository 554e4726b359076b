package syntax

import "policygraph/graph/path/token"

// The tree is the text without its layout: prefixes and relative IRIs are
// resolved, collections and blank node property lists are triples. Its
// expressions are those of the algebra, besides [aggregation] and [exists],
// which the translation replaces, and blank nodes are constants.
type (
	// selection is a query, or a subquery, behind its prologue.
	selection struct {
		distinct, reduced bool
		star              bool
		at                token.Token // what begins the results, for errors
		items             []item      // of SELECT; variables and terms of DESCRIBE
		where             *group      // nil where a DESCRIBE has none
		keys              []item      // of GROUP BY
		having            []Expr
		order             []Condition
		offset, limit     int64 // limit is negative where there is none
		values            *Table
		aggregates        bool  // is there any
		vars              []Var // of the result, in their order
	}

	// item is (expr AS ?v), with one of both missing in ?v or an expression
	// alone.
	item struct {
		expr Expr
		as   Var
		at   token.Token // the variable, for errors
	}

	// group is a group graph pattern: elements, or a subquery.
	group struct {
		elements []element
		sub      *selection
		scope    scope
	}

	// element is one part of a group.
	element interface{ element() }

	triples  []triple
	filter   struct{ expr Expr }
	bind     struct{ item item }
	optional struct{ group *group }
	minus    struct{ group *group }
	union    []*group // of one: a nested group
	named    struct {
		name  Term
		group *group
	}
	service struct {
		name   Term
		silent bool
		group  *group
	}
	values struct{ table Table }

	// triple is a triple or path pattern: the verb is a Term or a path.Path.
	triple struct {
		subject Term
		verb    any
		object  Term
	}

	// aggregation is an aggregate where it is written.
	aggregation struct{ Aggregate }

	// exists is an Exists whose pattern is not yet translated.
	exists struct {
		not   bool
		group *group
	}
)

func (triples) element()  {}
func (filter) element()   {}
func (bind) element()     {}
func (optional) element() {}
func (minus) element()    {}
func (union) element()    {}
func (named) element()    {}
func (service) element()  {}
func (values) element()   {}

func (a aggregation) String() string { return text(a) }
func (e exists) String() string      { return text(e) }

func (a aggregation) write(w *writer) { a.Aggregate.write(w) }
func (e exists) write(w *writer)      { w.open(negated(e.not, "exists")); w.close() }
