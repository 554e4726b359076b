// Package authored tells the documentation of the ontology which columns of which
// tables curators write, and what becomes of them.
package authored

import (
	"policygraph/ontology/reference"
	"policygraph/reviews"
)

// reviewFile is the file about a review as a whole, which holds small tables too.
const reviewFile = "review.yaml"

// Columns are the columns of the tables that reviews are written in.
func Columns() (all []reference.Column) {
	for _, t := range reviews.Tables() {
		for _, f := range t.Fields {
			c := reference.Column{Table: t.File, Column: f.Column, Class: t.Class, Property: f.Property}
			switch {
			case t.Kind == reviews.KindReview:
				c.Table = reviewFile
			case t.Folder == reviews.InReviewYAML:
				c.Table = reviewFile + ": " + t.File
			}
			all = append(all, c)
		}
	}
	return all
}
