package plan

import (
	"context"
	"io"
	"iter"
	"slices"
	"strings"

	"policygraph/exports/artifact"
	"policygraph/exports/citation"
	"policygraph/exports/columns"
	"policygraph/exports/framed"
	"policygraph/exports/gapmap"
	"policygraph/exports/mappings"
	"policygraph/exports/nanopub"
	"policygraph/exports/network"
	"policygraph/exports/references"
	"policygraph/exports/tables"
	"policygraph/exports/view"
	"policygraph/exports/void"
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
		[]artifact.Artifact{folderOf(artifact.Tables, tables.Folder, tables.Files,
			artifact.Text{NB: "Grafen som tabeller", EN: "The graph as tables"},
			artifact.Text{NB: "CSV-tabeller for regneark, med en beskrivelse av kolonnene (CSV on the Web).", EN: "CSV tables for spreadsheets, with a description of their columns (CSV on the Web)."})},
		viewsOf(artifact.Tables, columns.Files,
			artifact.Text{NB: "Grafen i kolonner for analyseprogrammer som DuckDB, R og pandas.", EN: "The graph in columns for programs of analysis such as DuckDB, R and pandas."}),
		viewsOf(artifact.References, references.Files,
			artifact.Text{NB: "Kildene og kunnskapsoppsummeringene for referanseprogrammer.", EN: "The sources and the reviews for reference managers."}),
		viewsOf(artifact.Maps, gapmap.Files,
			artifact.Text{NB: "Tiltak mot utfall og problemer: hva er prøvd, hva ble funnet, og hva er det ingen som vet.", EN: "Measures against outcomes and problems: what has been tested, what was found, and what nobody knows."}),
		views,
		catalogueFiles(),
		[]artifact.Artifact{conformance},
		webSite(),
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
	{
		Path: "vocabulary/" + mappings.FileName, Group: artifact.Vocabulary,
		Entry: artifact.Entry{
			Title: artifact.Text{NB: "Koblinger til andre vokabularer", EN: "Mappings to other vocabularies"},
			Description: artifact.Text{
				NB: "Hva begrepene svarer til i andre vokabularer, som SSSOM-tabell.",
				EN: "What the concepts match in other vocabularies, as an SSSOM table.",
			},
			MediaType: "text/tab-separated-values", FileType: "TSV", ConformsTo: []string{"https://mapping-commons.github.io/sssom/"}, Dataset: artifact.Knowledge,
		},
		Write: func(_ context.Context, w io.Writer, in *artifact.Input) error {
			return mappings.Write(w, in.Dataset, in.Base, licenceOf(in))
		},
	},
	{
		Path: citation.FileName, Group: artifact.References,
		Entry: artifact.Entry{
			Title:       artifact.Text{NB: "Slik siteres dataene", EN: "How to cite the data"},
			Description: artifact.Text{NB: "Sitering i Citation File Format.", EN: "A citation in the Citation File Format."},
			MediaType:   "application/yaml", FileType: "YAML",
		},
		Write: func(_ context.Context, w io.Writer, in *artifact.Input) error { return citation.Write(w, in) },
	},
	{
		Path: void.Path, Group: artifact.Catalogue, Pass: artifact.Descriptor,
		Entry: artifact.Entry{
			Title: artifact.Text{NB: "Grafen beskrevet med VoID", EN: "The graph described with VoID"},
			Description: artifact.Text{
				NB: "Hvor mye grafen holder av hver klasse og egenskap, og hva den lenker til.",
				EN: "How much the graph holds of each class and property, and what it links to.",
			},
			MediaType: "text/turtle", FileType: "RDF_TURTLE", ConformsTo: []string{"https://www.w3.org/TR/void/"},
		},
		Write: func(_ context.Context, w io.Writer, in *artifact.Input) error { return void.Write(w, in) },
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

// folderOf is a folder of the files that a package lists.
func folderOf(g artifact.Group, path string, files []view.File, title, description artifact.Text) artifact.Artifact {
	return artifact.Artifact{
		Path: path, Group: g, Entry: artifact.Entry{Title: title, Description: description},
		Files: func(_ context.Context, in *artifact.Input) (iter.Seq2[string, func(io.Writer) error], error) {
			return func(yield func(string, func(io.Writer) error) bool) {
				for _, f := range files {
					if !yield(strings.TrimPrefix(f.Path, path), func(w io.Writer) error { return f.Write(w, in.Dataset, in.Base) }) {
						return
					}
				}
			}, nil
		},
		Describe: func(_ *artifact.Input, name string) artifact.Entry {
			i := slices.IndexFunc(files, func(f view.File) bool { return f.Path == path+name })
			return viewsOf(g, files[i:i+1], description)[0].Entry
		},
	}
}
