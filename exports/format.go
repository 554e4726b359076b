package exports

import (
	"fmt"
	"strings"

	"policygraph/graph"
	"policygraph/graph/formats"
	"policygraph/graph/jsonld"
	"policygraph/ontology"
	"policygraph/ontology/vocab"
)

// Format is a format that is published.
type Format struct {
	formats.Format

	// Merged says that the graphs are merged into one: because the format has no
	// others, or, for JSON-LD, because its readers want things and not graphs.
	// Nothing is lost by it, since each statement says itself where it comes from.
	Merged bool
}

// Formats are the formats that are published, in the order in which they are
// listed to people. A caller must not change it.
var Formats = []Format{
	published("turtle", true),
	published("trig", false),
	published("ntriples", true),
	published("nquads", false),
	published("jsonld", true),
}

func published(name string, merged bool) Format {
	f, err := formats.ByName(name)
	if err != nil {
		panic(err) // the names are constants
	}
	return Format{f, merged}
}

// ByName returns the published format with a name, a media type or a file name
// extension, with or without its dot.
func ByName(name string) (Format, error) {
	known, err := formats.ByName(name)
	for _, f := range Formats {
		if err == nil && f.Name == known.Name {
			return f, nil
		}
	}
	names := make([]string, len(Formats))
	for i, f := range Formats {
		names[i] = f.Name
	}
	return Format{}, fmt.Errorf("no format %q is published; there are %s", name, strings.Join(names, ", "))
}

// Options say how to write what the data leave open.
type Options struct {
	// Base is the IRI that the published addresses start with; empty is
	// vocab.Base.
	Base string

	// Progress, where it is not nil, is told of every few thousand statements.
	Progress func(statements int)
}

func (o Options) complete() Options {
	if o.Base == "" {
		o.Base = vocab.Base
	}
	return o
}

// forWriting is what a format is told so that a dataset reads well.
func (o Options) forWriting(d *graph.Dataset) (formats.WriteOptions, error) {
	context, err := jsonld.ParseContext(ontology.Rebase(ontology.Context(), o.Base))
	if err != nil {
		return formats.WriteOptions{}, fmt.Errorf("the ontology's JSON-LD context: %w", err)
	}
	return formats.WriteOptions{Prefixes: prefixes(d, o.Base), Context: context, ContextBase: o.Base + "id/"}, nil
}
