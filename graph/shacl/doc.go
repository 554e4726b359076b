// Package shacl validates graphs against shapes: the Shapes Constraint Language,
// W3C Recommendation of 20 July 2017, Core and SPARQL.
//
// [Compile] makes [Shapes] of a shapes graph, or says all that is ill-formed in
// it; [Shapes.Validate] holds a data graph against them and gives a [Report].
// Shapes never change and may be used by any number of goroutines, each for its
// own graph.
//
// Inside, nodes are the data graph's IDs. What the shapes name and the data do
// not have gets IDs beyond those for as long as a validation lasts, so that
// constraints compare nothing but numbers; terms are decoded where a constraint
// is about their text or value, and for results.
//
// Names of constraint components and the numbers in comments are those of the
// recommendation.
package shacl
