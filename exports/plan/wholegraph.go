package plan

import (
	"context"
	"fmt"
	"io"

	"policygraph/exports"
	"policygraph/exports/artifact"
	"policygraph/graph/canon"
)

// fileTypes are the codes of the RDF syntaxes in the EU authority table.
var fileTypes = map[string]string{
	"turtle":   "RDF_TURTLE",
	"trig":     "RDF_TRIG",
	"ntriples": "RDF_N_TRIPLES",
	"nquads":   "RDF_N_QUADS",
	"jsonld":   "JSON_LD",
	"rdfxml":   "RDF_XML",
}

// wholeGraph are the files that hold all statements, one a syntax, and the hash
// of what they say.
func wholeGraph() []artifact.Artifact {
	rows := make([]artifact.Artifact, 0, len(exports.Formats)+1)
	for _, f := range exports.Formats {
		rows = append(rows, artifact.Artifact{
			Path: exports.Stem + f.Extension(), Group: artifact.Graph, Format: f.Name,
			Entry: artifact.Entry{
				Title:       artifact.Text{NB: "Hele grafen som " + f.Title, EN: "The whole graph as " + f.Title},
				Description: wholeGraphText(f),
				MediaType:   f.MediaType, FileType: fileTypes[f.Name], Dataset: artifact.Whole, Full: true,
			},
			Statements: f.Statements,
			Write: func(ctx context.Context, w io.Writer, in *artifact.Input) error {
				_, _, err := exports.Write(ctx, w, in.Dataset, f, exports.Options{Base: in.Base, Progress: in.Progress})
				return err
			},
		})
	}
	return append(rows, contentHash)
}

func wholeGraphText(f exports.Format) artifact.Text {
	if f.Merged {
		return artifact.Text{
			NB: "Alle utsagn, med grafene slått sammen til én.",
			EN: "Every statement, with the graphs merged into one.",
		}
	}
	return artifact.Text{
		NB: "Alle utsagn, hvert i sin navngitte graf: én for begrepene, én for kildene og én for hver kunnskapsoppsummering.",
		EN: "Every statement in its named graph: one for the concepts, one for the sources and one for each review.",
	}
}

// contentHash is the line that policygraph hash prints of the N-Quads.
var contentHash = artifact.Artifact{
	Path: exports.Stem + ".hash", Group: artifact.Graph,
	Entry: artifact.Entry{
		Title: artifact.Text{NB: "Grafens innholdssum", EN: "Hash of the content of the graph"},
		Description: artifact.Text{
			NB: "SHA-256 av grafens kanoniske form (RDFC-1.0). Den er den samme for alle filer som sier det samme.",
			EN: "SHA-256 of the canonical form of the graph (RDFC-1.0). It is the same for all files that say the same.",
		},
		MediaType: "text/plain",
	},
	Write: func(ctx context.Context, w io.Writer, in *artifact.Input) error {
		sum, err := canon.Hash(ctx, in.Dataset)
		if err != nil {
			return err
		}
		_, err = fmt.Fprintf(w, "%s  %s.nq\n", sum, exports.Stem)
		return err
	},
}
