package catalogue

import (
	"context"
	_ "embed"
	"errors"
	"io"

	"policygraph/exports"
	"policygraph/exports/artifact"
	"policygraph/graph"
	"policygraph/graph/formats"
	"policygraph/graph/jsonld"
)

// context.jsonld is the context that stands in the JSON-LD: whoever reads a
// catalogue must not have to fetch one.
//
//go:embed context.jsonld
var contextText []byte

// Stem is what the names of the files start with.
const Stem = "catalog"

// Write writes the catalogue in a dialect and an RDF syntax.
func Write(ctx context.Context, w io.Writer, in *artifact.Input, dialect Dialect, format string) error {
	d, err := Build(in, dialect)
	if err != nil {
		return err
	}
	return write(ctx, w, d, format, in.Base)
}

func write(ctx context.Context, w io.Writer, d *graph.Dataset, format, base string) error {
	f, err := formats.ByName(format)
	if err != nil {
		return err
	}
	context, err := jsonld.ParseContext(contextText)
	if err != nil {
		return err
	}
	out := f.Open(w, formats.WriteOptions{Prefixes: used(d), Context: context})
	return errors.Join(exports.WriteOrdered(ctx, out, d, base), out.Close())
}

// used are the prefixes that the document has a use for.
func used(d *graph.Dataset) (list []graph.Prefix) {
	for _, p := range prefixes {
		if d.UsesNamespace(p.IRI) {
			list = append(list, p)
		}
	}
	return list
}
