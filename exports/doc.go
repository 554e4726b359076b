// Package exports writes a dataset as the files that are published: which
// formats there are, in what order statements stand, and how files reach the
// disk whole or not at all.
//
// The same dataset gives the same bytes, on every machine and at every run.
package exports
