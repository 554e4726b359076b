package network

import (
	"io"

	"policygraph/exports/view"
	"policygraph/graph"
)

// Files are the networks as files. The evidence has no DOT, since Graphviz
// cannot lay out so much.
var Files = []view.File{
	{Path: "policygraph-network.graphml", NB: "Årsaksnettverket som GraphML", EN: "The causal network as GraphML",
		MediaType: "application/xml", FileType: "XML", Write: written(Concepts, WriteGraphML)},
	{Path: "policygraph-network.gexf", NB: "Årsaksnettverket som GEXF", EN: "The causal network as GEXF",
		MediaType: "application/xml", FileType: "XML", Write: written(Concepts, WriteGEXF)},
	{Path: "policygraph-network.gv", NB: "Årsaksnettverket for Graphviz", EN: "The causal network for Graphviz",
		MediaType: "text/vnd.graphviz", FileType: "TXT", Write: written(Concepts, WriteDOT)},
	{Path: "policygraph-evidence.graphml", NB: "Hele kunnskapsgrafen som GraphML", EN: "The whole graph of evidence as GraphML",
		MediaType: "application/xml", FileType: "XML", Write: written(Evidence, WriteGraphML)},
	{Path: "policygraph-evidence.gexf", NB: "Hele kunnskapsgrafen som GEXF", EN: "The whole graph of evidence as GEXF",
		MediaType: "application/xml", FileType: "XML", Write: written(Evidence, WriteGEXF)},
}

func written(of func(*graph.Dataset, string) *Network, write func(io.Writer, *Network) error) func(io.Writer, *graph.Dataset, string) error {
	return func(w io.Writer, d *graph.Dataset, base string) error { return write(w, of(d, base)) }
}
