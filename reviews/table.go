package reviews

import (
	"slices"

	"github.com/cayleygraph/quad"
)

// Kind says what a row is about. For what has an address it is the word in the
// address: id/{kind}/….
type Kind string

// The kinds of record, in the order in which the graph is built.
const (
	KindProblem    Kind = "problem"
	KindMechanism  Kind = "mechanism"
	KindMeasure    Kind = "measure"
	KindOutcome    Kind = "outcome"
	KindPopulation Kind = "population"
	KindMapping    Kind = "mapping"
	KindSource     Kind = "source"
	KindReview     Kind = "review"
	KindSearch     Kind = "search"
	KindSection    Kind = "section"
	KindClaim      Kind = "claim"
	KindFinding    Kind = "finding"
	KindJudgement  Kind = "judgement"
	KindGap        Kind = "gap"
	KindConflict   Kind = "conflict"
	KindAnchor     Kind = "anchor"
	KindOmission   Kind = "omission"
)

// Table describes one kind of file: its columns and what its rows become.
type Table struct {
	Kind   Kind
	Folder Folder
	File   string   // name without .csv or .yaml; inside review.yaml, the key
	Class  quad.IRI // of the node a row becomes; empty where a row is no node
	ID     []string // the columns that together name the row within its review
	Fields []Field  // in the order in which our own files write them
	Banned []Banned
}

// Folder tells where a file lies.
type Folder uint8

// Concepts and sources are shared by all reviews; each review has a folder of
// its own, and in it a review.yaml that holds several tables.
const (
	InConcepts Folder = iota
	InRoot
	InReview
	InReviewYAML
)

// Field describes one column.
type Field struct {
	Column   string
	Type     Type
	Need     Need
	Rule     string   // the shape the column serves, named by problems in it; empty: the rule of its type
	Property quad.IRI // what a value becomes on the node of its row; empty: nothing, or more than one triple
	Doc      string   // what stands here
}

// Need says whether a cell must be filled and how many values it takes.
type Need uint8

// A cell May or Must be filled, with one value or with Many.
const (
	May  Need = 0
	Must Need = 1
	Many Need = 2
)

// Required reports whether the cell must be filled.
func (f *Field) Required() bool { return f.Need&Must != 0 }

// Several reports whether the cell takes several values, separated by |.
func (f *Field) Several() bool { return f.Need&Many != 0 }

// Banned is a column that a table must not have although a curator may expect
// it, with the rule and the reason.
type Banned struct {
	Column, Rule, Reason string
}

// Field returns the field of a column, or nil.
func (t *Table) Field(column string) *Field {
	if i := t.index(column); i >= 0 {
		return &t.Fields[i]
	}
	return nil
}

func (t *Table) index(column string) int {
	return slices.IndexFunc(t.Fields, func(f Field) bool { return f.Column == column })
}

// Columns returns the names of the columns in order.
func (t *Table) Columns() []string {
	names := make([]string, len(t.Fields))
	for i, f := range t.Fields {
		names[i] = f.Column
	}
	return names
}

// Tables returns the whole format, one table for each kind, in the order of the
// kinds. The tables are shared and must not be changed.
func Tables() []*Table { return slices.Clone(tables) }

// TableOf returns the table of a kind, one of the constants above.
func TableOf(k Kind) *Table {
	i := slices.IndexFunc(tables, func(t *Table) bool { return t.Kind == k })
	return tables[i]
}

var tables = []*Table{
	problemsTable, mechanismsTable, measuresTable, outcomesTable, populationsTable, mappingsTable, sourcesTable,
	reviewTable, searchTable, sectionsTable,
	claimsTable, findingsTable, judgementsTable, gapsTable, conflictsTable, anchorsTable, omissionsTable,
}

// join puts groups of fields together.
func join(groups ...[]Field) []Field { return slices.Concat(groups...) }
