// Package view says what a view of the graph is: a file that people open in
// tools of their own, beside the RDF that is the graph itself.
package view

import (
	"io"

	"policygraph/graph"
)

// File is one file of a view.
type File struct {
	Path      string // within the directory of exports, with forward slashes
	NB, EN    string // titles
	MediaType string // as registered with IANA
	FileType  string // the code in the EU's authority table of file types

	// Write writes the file for a dataset whose addresses start with base. The
	// same dataset gives the same bytes.
	Write func(w io.Writer, d *graph.Dataset, base string) error
}
