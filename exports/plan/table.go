package plan

import (
	"context"
	"io"
	"iter"
	"slices"

	"policygraph/exports/artifact"
	"policygraph/exports/framed"
	"policygraph/exports/nanopub"
	"policygraph/exports/network"
	"policygraph/exports/view"
	"policygraph/graph"
)

// Artifacts returns everything that is published, in the order in which it is
// listed to people. The caller owns the slice.
func Artifacts() []artifact.Artifact {
	return slices.Concat(
		wholeGraph(),
		vocabulary(),
		conceptCatalogue(),
		[]artifact.Artifact{perReview},
		viewsOf(artifact.Network, network.Files,
			artifact.Text{NB: "Noder og kanter for nettverksprogrammer, med antall påstander, funn og studier.", EN: "Nodes and edges for network programs, with numbers of claims, findings and studies."}),
		views,
		catalogueFiles(),
	)
}

// views are the rows that stand by themselves.
var views = []artifact.Artifact{
	{
		Path: framed.FileName, Group: artifact.Documents,
		Entry: artifact.Entry{
			Title: artifact.Text{NB: "Hele grafen som nøstet JSON-LD", EN: "The whole graph as nested JSON-LD"},
			Description: artifact.Text{
				NB: "Alle utsagn som et tre: det som hører sammen, står sammen.",
				EN: "Every statement as a tree, in which what belongs together stands together.",
			},
			MediaType: "application/ld+json", FileType: "JSON_LD", ConformsTo: []string{"https://www.w3.org/TR/json-ld11-framing/"},
			Dataset: artifact.Whole, Full: true,
		},
		Write: simple(framed.Write),
	},
	{
		Path: "documents/", Group: artifact.Documents,
		Entry: artifact.Entry{
			Title: artifact.Text{NB: "Et dokument for hvert tiltak og hvert problem", EN: "A document for each measure and each problem"},
			Description: artifact.Text{
				NB: "Det som sies om ett tiltak eller ett problem, som nøstet JSON-LD.",
				EN: "What is said of one measure or one problem, as nested JSON-LD.",
			},
			MediaType: "application/ld+json", FileType: "JSON_LD",
		},
		Files: folder(framed.Documents),
	},
	{
		Path: nanopub.FileName, Group: artifact.Documents,
		Entry: artifact.Entry{
			Title: artifact.Text{NB: "Hvert utsagn som nanopublikasjon", EN: "Each statement as a nanopublication"},
			Description: artifact.Text{
				NB: "Påstander, funn, konklusjoner og kunnskapshull, hver med opphav og utgiver i egne grafer.",
				EN: "Claims, findings, judgements and gaps, each with its provenance and publisher in graphs of their own.",
			},
			MediaType: "application/trig", FileType: "RDF_TRIG", ConformsTo: []string{"https://nanopub.net/guidelines/working_draft/"}, Dataset: artifact.Whole,
		},
		Write: nanopublications,
	},
}

// simple is for views that need nothing but the dataset and the base.
func simple(write func(w io.Writer, d *graph.Dataset, base string) error) func(context.Context, io.Writer, *artifact.Input) error {
	return func(_ context.Context, w io.Writer, in *artifact.Input) error {
		return write(w, in.Dataset, in.Base)
	}
}

// folder is simple for folders.
func folder(files func(d *graph.Dataset, base string) (iter.Seq2[string, func(io.Writer) error], error)) func(context.Context, *artifact.Input) (iter.Seq2[string, func(io.Writer) error], error) {
	return func(_ context.Context, in *artifact.Input) (iter.Seq2[string, func(io.Writer) error], error) {
		return files(in.Dataset, in.Base)
	}
}

// viewsOf are the files of a package that lists them itself.
func viewsOf(g artifact.Group, files []view.File, description artifact.Text) (rows []artifact.Artifact) {
	for _, f := range files {
		rows = append(rows, artifact.Artifact{
			Path: f.Path, Group: g,
			Entry: artifact.Entry{
				Title: artifact.Text{NB: f.NB, EN: f.EN}, Description: description,
				MediaType: f.MediaType, FileType: f.FileType, Dataset: artifact.Whole,
			},
			Write: simple(f.Write),
		})
	}
	return rows
}
