package plan

import (
	"context"
	"io"
	"slices"

	"policygraph/exports/artifact"
	"policygraph/graph"
)

// Artifacts returns everything that is published, in the order in which it is
// listed to people. The caller owns the slice.
func Artifacts() []artifact.Artifact {
	return slices.Concat(wholeGraph(), vocabulary(), []artifact.Artifact{perReview}, views, catalogueFiles())
}

// views are the rows besides the whole graph in each RDF syntax.
var views = []artifact.Artifact{}

// simple is for views that need nothing but the dataset and the base.
func simple(write func(w io.Writer, d *graph.Dataset, base string) error) func(context.Context, io.Writer, *artifact.Input) error {
	return func(_ context.Context, w io.Writer, in *artifact.Input) error {
		return write(w, in.Dataset, in.Base)
	}
}
