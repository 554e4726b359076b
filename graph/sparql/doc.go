// Package sparql plans and evaluates SPARQL 1.1 queries over a [graph.Dataset].
//
// [Prepare] makes a [Plan] of a query that syntax.Parse has read, and
// [Plan.Run] gives its [Result]: solutions, a yes or no, or a graph. A Plan
// never changes and may be run by any number of goroutines.
//
// Inside, a solution is a row of IDs, one slot for each variable. Computed
// values that the Dataset does not have get IDs beyond its own for as long as a
// run lasts, so that joins, groups and DISTINCT compare nothing but numbers.
// Rows are pushed from operator to operator in place and are never copied,
// except by those operators that must collect.
//
// A run that meets a limit of its [Options] ends in an error that wraps
// [ErrLimit]; it never ends as if it were complete.
package sparql
