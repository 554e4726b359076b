// Package schema says the format of the tables in the words of other people's
// programs: as JSON Schema, by which an editor completes and underlines the
// YAML forms, and as metadata of the W3C's CSV on the Web, by which other
// programs read the CSV forms. Everything is made from the field tables that the
// loader reads by.
//
// A JSON Schema never refuses what the loader takes. It does take more: it sees
// one file, so that it does not know which names exist, and it does not hold the
// rules that compare cells. policygraph check has the last word.
package schema

import "policygraph/reviews"

// A File is a file by its name, which has no folder.
type File struct {
	Name    string
	Content []byte
}

// Files are the JSON Schemas: that of review.yaml, then that of each table, in
// the order of the tables.
func Files() []File {
	files := []File{{"review.schema.json", ReviewSchema()}}
	for _, t := range reviews.Tables() {
		if t.Folder != reviews.InReviewYAML {
			files = append(files, File{t.File + ".schema.json", TableSchema(t)})
		}
	}
	return files
}
