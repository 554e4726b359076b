package columns

import (
	"io"
	"slices"

	"policygraph/exports/internal/records"
	"policygraph/exports/network"
	"policygraph/exports/view"
	"policygraph/graph"
	"policygraph/ontology/vocab"
)

const mediaType, fileType = "application/vnd.apache.parquet", "PARQUET"

// Files are the tables as files.
var Files = []view.File{
	{Path: "policygraph-nodes.parquet", NB: "Alle ting i grafen som Parquet", EN: "All things of the graph as Parquet",
		MediaType: mediaType, FileType: fileType, Write: written(Nodes)},
	{Path: "policygraph-edges.parquet", NB: "Alle kanter mellom ting som Parquet", EN: "All edges between things as Parquet",
		MediaType: mediaType, FileType: fileType, Write: written(Edges)},
	{Path: "policygraph-links.parquet", NB: "Lenkene i årsakskjeden som Parquet", EN: "The links of the causal chain as Parquet",
		MediaType: mediaType, FileType: fileType, Write: written(Links)},
	{Path: "policygraph-statements.parquet", NB: "Alle utsagn i grafen som Parquet", EN: "All statements of the graph as Parquet",
		MediaType: mediaType, FileType: fileType, Write: written(Statements)},
}

func written(of func(*graph.Dataset, string) Table) func(io.Writer, *graph.Dataset, string) error {
	return func(w io.Writer, d *graph.Dataset, base string) error { return Write(w, of(d, base)) }
}

// Nodes is the table of all things: the nodes of [network.Evidence].
func Nodes(d *graph.Dataset, base string) Table {
	n := network.Evidence(d, base)
	fields := append([]records.Field{
		{Name: "id", NB: "kort adresse", EN: "short address"}, {Name: "label", NB: "navn", EN: "label"},
	}, n.NodeAttributes...)
	return Table{fields, func(yield func([][]string) bool) {
		for _, node := range n.Nodes {
			if !yield(append([][]string{{node.ID}, {node.Label}}, node.Values...)) {
				return
			}
		}
	}}
}

// Edges is the table of all statements between things: the edges of
// [network.Evidence].
func Edges(d *graph.Dataset, base string) Table { return edges(network.Evidence(d, base)) }

// Links is the table of the links between problems, mechanisms, measures and
// outcomes: the edges of [network.Concepts].
func Links(d *graph.Dataset, base string) Table { return edges(network.Concepts(d, base)) }

func edges(n *network.Network) Table {
	fields := append([]records.Field{
		{Name: "source", NB: "fra", EN: "from"}, {Name: "target", NB: "til", EN: "to"},
	}, n.EdgeAttributes...)
	return Table{fields, func(yield func([][]string) bool) {
		for _, e := range n.Edges {
			if !yield(append([][]string{{e.Source}, {e.Target}}, e.Values...)) {
				return
			}
		}
	}}
}

// ofStatements are the columns of Statements.
var ofStatements = []records.Field{
	{Name: "subject", NB: "subjekt", EN: "subject"}, {Name: "predicate", NB: "predikat", EN: "predicate"},
	{Name: "object", NB: "objekt", EN: "object"}, {Name: "kind", NB: "objektets slag", EN: "kind of the object"},
	{Name: "datatype", NB: "datatype", EN: "datatype"}, {Name: "lang", NB: "språk", EN: "language"}, {Name: "graph", NB: "graf", EN: "graph"},
}

// Statements is the table of all statements in the order of the dataset, each
// in each of its graphs. The graph is null for the default graph; a blank node
// is its label with _: before it.
func Statements(d *graph.Dataset, _ string) Table {
	return Table{slices.Clone(ofStatements), func(yield func([][]string) bool) {
		for _, g := range d.Graphs() {
			for t := range g.Match(0, 0, 0) {
				kind, datatype, lang := ofTerm(d, t.Object())
				row := [][]string{name(d, t.Subject()), name(d, t.Predicate()), name(d, t.Object()), {kind}, datatype, lang, name(d, g.Name())}
				if !yield(row) {
					return
				}
			}
		}
	}}
}

// name is the text of a term, nothing for none.
func name(d *graph.Dataset, id graph.ID) []string {
	switch {
	case id == 0:
		return nil
	case d.Kind(id) == graph.KindBNode:
		return []string{"_:" + d.Text(id)}
	}
	return []string{d.Text(id)}
}

// ofTerm is what RDF says of a term besides its text.
func ofTerm(d *graph.Dataset, id graph.ID) (kind string, datatype, lang []string) {
	switch d.Kind(id) {
	case graph.KindBNode:
		return "blank", nil, nil
	case graph.KindIRI:
		return "iri", nil, nil
	case graph.KindLangString:
		return "literal", []string{string(vocab.RDFLangString)}, []string{d.Aux(id)}
	case graph.KindString:
		return "literal", []string{string(vocab.XSDString)}, nil
	}
	return "literal", []string{d.Aux(id)}, nil
}
