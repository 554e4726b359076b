package exports

import (
	"fmt"
	"io"
	"strings"

	"policygraph/graph"
	"policygraph/graph/jsonld"
	"policygraph/graph/turtle"
	"policygraph/ontology"
)

// Format is one way to write a dataset.
type Format struct {
	Name        string // as given to --format
	Title       string // as shown to people
	MediaType   string // as registered with IANA
	Extension   string // of the file name, with its dot
	NamedGraphs bool   // whether it keeps graphs apart; if not, they are merged
	open        opener
}

// Options say how to write what the data leave open.
type Options struct {
	// Base is the IRI that the published addresses start with.
	Base string
}

// opener starts writing a dataset in one format.
type opener func(io.Writer, *graph.Dataset, Options) (writer, error)

// writer is what the writers of all syntaxes have in common: the first error
// sticks, and Close returns it.
type writer interface {
	WriteRaw(*graph.RawQuad) error
	Close() error
}

// Formats are all formats, in the order in which they are listed to people. A
// caller must not change it.
var Formats = []Format{
	{Name: "turtle", Title: "Turtle", MediaType: "text/turtle", Extension: ".ttl", open: openTurtle(turtle.Turtle)},
	{Name: "trig", Title: "TriG", MediaType: "application/trig", Extension: ".trig", NamedGraphs: true, open: openTurtle(turtle.TriG)},
	{Name: "ntriples", Title: "N-Triples", MediaType: "application/n-triples", Extension: ".nt", open: openTurtle(turtle.NTriples)},
	{Name: "nquads", Title: "N-Quads", MediaType: "application/n-quads", Extension: ".nq", NamedGraphs: true, open: openTurtle(turtle.NQuads)},
	{Name: "jsonld", Title: "JSON-LD", MediaType: "application/ld+json", Extension: ".jsonld", open: openJSONLD},
}

// ByName returns the format with a name or a file name extension, with or
// without its dot.
func ByName(name string) (Format, error) {
	names := make([]string, len(Formats))
	for i, f := range Formats {
		if name == f.Name || strings.TrimPrefix(name, ".") == f.Extension[1:] {
			return f, nil
		}
		names[i] = f.Name
	}
	return Format{}, fmt.Errorf("no format %q; there are %s", name, strings.Join(names, ", "))
}

func openTurtle(s turtle.Syntax) opener {
	return func(w io.Writer, d *graph.Dataset, o Options) (writer, error) {
		return turtle.NewWriter(w, turtle.WriteOptions{Syntax: s, Prefixes: prefixes(d, o.Base)}), nil
	}
}

func openJSONLD(w io.Writer, _ *graph.Dataset, o Options) (writer, error) {
	context, err := jsonld.ParseContext(ontology.Rebase(ontology.Context(), o.Base))
	if err != nil {
		return nil, fmt.Errorf("the ontology's JSON-LD context: %w", err)
	}
	return jsonld.NewWriter(w, jsonld.WriteOptions{Context: context, Base: o.Base + "id/"}), nil
}
