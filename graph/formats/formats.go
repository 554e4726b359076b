// Package formats lists the RDF syntaxes that can be read and written, so that
// commands, file names and media types all mean the same ones.
package formats

import (
	"fmt"
	"io"
	"path"
	"slices"
	"strings"

	"policygraph/graph"
	"policygraph/graph/jsonld"
	"policygraph/graph/rdfxml"
	"policygraph/graph/turtle"
)

// Format is one syntax.
type Format struct {
	Name        string // as given to options of commands
	Title       string // as its specification spells it
	MediaType   string // as registered with IANA
	Extensions  []string
	NamedGraphs bool // whether it can say which graph a statement is in
	Streams     bool // whether reading holds less than the whole text in memory, at least of large documents in their usual form

	// Read passes each statement of a document to yield. The statement holds
	// until yield returns. It returns the first error, which may be yield's.
	Read func(r io.Reader, o ReadOptions, yield func(*graph.RawQuad) error) error

	// Open starts writing a document.
	Open func(w io.Writer, o WriteOptions) Writer
}

// ReadOptions are what reading all formats can be told.
type ReadOptions struct {
	Name        string            // of the document, for errors
	Base        string            // what relative IRIs are resolved against; may be empty
	BlankPrefix string            // put before blank node labels, to keep documents apart
	Contexts    map[string][]byte // for JSON-LD: the contexts that may be used, by IRI
	Workers     int               // for line-based syntaxes: goroutines; 0: one a core

	OnPrefix func(graph.Prefix)              // told the prefixes a document declares; may be nil
	OnError  func(*turtle.SyntaxError) error // for line-based syntaxes: told each bad line; may be nil
}

// WriteOptions are what writing all formats can be told.
type WriteOptions struct {
	Prefixes    []graph.Prefix
	Base        string          // for Turtle and TriG: declared, and IRIs below it are written relative to it
	Context     *jsonld.Context // for JSON-LD: the context to write with; nil: expanded form
	ContextBase string          // for JSON-LD: written into the document beside Context
}

// Writer is what the writers of all formats have in common. The first error
// sticks, and Close returns it.
type Writer interface {
	WriteRaw(*graph.RawQuad) error
	Close() error
}

// All are the formats, in the order in which they are listed to people. A
// caller must not change it.
var All = []Format{
	{
		Name: "turtle", Title: "Turtle", MediaType: "text/turtle", Extensions: []string{".ttl"}, Streams: true,
		Read: readTurtle(turtle.Turtle), Open: openTurtle(turtle.Turtle),
	},
	{
		Name: "trig", Title: "TriG", MediaType: "application/trig", Extensions: []string{".trig"}, NamedGraphs: true, Streams: true,
		Read: readTurtle(turtle.TriG), Open: openTurtle(turtle.TriG),
	},
	{
		Name: "ntriples", Title: "N-Triples", MediaType: "application/n-triples", Extensions: []string{".nt"}, Streams: true,
		Read: readTurtle(turtle.NTriples), Open: openTurtle(turtle.NTriples),
	},
	{
		Name: "nquads", Title: "N-Quads", MediaType: "application/n-quads", Extensions: []string{".nq"}, NamedGraphs: true, Streams: true,
		Read: readTurtle(turtle.NQuads), Open: openTurtle(turtle.NQuads),
	},
	{
		// It streams arrays of node objects, and graphs in files; see [jsonld.Read].
		Name: "jsonld", Title: "JSON-LD", MediaType: "application/ld+json", Extensions: []string{".jsonld", ".json"}, NamedGraphs: true, Streams: true,
		Read: readJSONLD, Open: openJSONLD,
	},
	{
		Name: "rdfxml", Title: "RDF/XML", MediaType: "application/rdf+xml", Extensions: []string{".rdf", ".owl", ".xml"}, Streams: true,
		Read: readRDFXML, Open: openRDFXML,
	},
}

// Extension is the usual end of a file name, with its dot.
func (f Format) Extension() string { return f.Extensions[0] }

// ByName returns the format with a name, a media type or a file name
// extension, with or without its dot.
func ByName(name string) (Format, error) {
	for _, f := range All {
		if name == f.Name || name == f.MediaType || slices.Contains(f.Extensions, "."+strings.TrimPrefix(name, ".")) {
			return f, nil
		}
	}
	return Format{}, fmt.Errorf("no format %q; there are %s", name, strings.Join(Names(), ", "))
}

// ByFile returns the format that a file's name ends in.
func ByFile(name string) (Format, error) {
	if ext := path.Ext(name); ext != "" {
		if f, err := ByName(ext); err == nil {
			return f, nil
		}
	}
	return Format{}, fmt.Errorf("the name %s does not say the format; name one of %s", name, strings.Join(Names(), ", "))
}

// Names returns the names of all formats, in order.
func Names() []string {
	names := make([]string, len(All))
	for i, f := range All {
		names[i] = f.Name
	}
	return names
}

func readTurtle(s turtle.Syntax) func(io.Reader, ReadOptions, func(*graph.RawQuad) error) error {
	return func(r io.Reader, o ReadOptions, yield func(*graph.RawQuad) error) error {
		return turtle.ReadRaw(r, turtle.ReadOptions{
			Syntax: s, Name: o.Name, Base: o.Base, BlankPrefix: o.BlankPrefix, Workers: o.Workers, OnPrefix: o.OnPrefix, OnError: o.OnError,
		}, yield)
	}
}

func openTurtle(s turtle.Syntax) func(io.Writer, WriteOptions) Writer {
	return func(w io.Writer, o WriteOptions) Writer {
		return turtle.NewWriter(w, turtle.WriteOptions{Syntax: s, Prefixes: o.Prefixes, Base: o.Base})
	}
}

func readRDFXML(r io.Reader, o ReadOptions, yield func(*graph.RawQuad) error) error {
	return rdfxml.ReadRaw(r, rdfxml.ReadOptions{Name: o.Name, Base: o.Base, BlankPrefix: o.BlankPrefix, OnPrefix: o.OnPrefix}, yield)
}

func openRDFXML(w io.Writer, o WriteOptions) Writer {
	return rdfxml.NewWriter(w, rdfxml.WriteOptions{Prefixes: o.Prefixes})
}

func readJSONLD(r io.Reader, o ReadOptions, yield func(*graph.RawQuad) error) error {
	return jsonld.ReadRaw(r, jsonld.ReadOptions{Name: o.Name, Base: o.Base, BlankPrefix: o.BlankPrefix, Contexts: o.Contexts}, yield)
}

func openJSONLD(w io.Writer, o WriteOptions) Writer {
	if o.Context == nil {
		return jsonld.NewWriter(w, jsonld.WriteOptions{Expanded: true})
	}
	return jsonld.NewWriter(w, jsonld.WriteOptions{Context: o.Context, Base: o.ContextBase})
}
