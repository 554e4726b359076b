// Package report writes what was found wrong with a review: as letters for people,
// as JSON for programs of one's own, and as SARIF for editors and code hosts. The
// problems come in the order in which [policygraph/reviews.Sort] puts them, and
// the same problems give the same bytes.
package report
