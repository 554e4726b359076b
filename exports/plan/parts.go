package plan

import (
	"context"
	"io"
	"iter"
	"path"
	"strings"

	"github.com/cayleygraph/quad"

	"policygraph/exports"
	"policygraph/exports/artifact"
	"policygraph/graph"
	"policygraph/ontology"
	"policygraph/ontology/vocab"
)

// vocabulary are the files of the ontology, which is written by hand, and of the
// concepts, which are data.
func vocabulary() []artifact.Artifact {
	return []artifact.Artifact{
		written("ontology.ttl", "text/turtle", "RDF_TURTLE", "https://www.w3.org/TR/owl2-overview/", ontology.Turtle,
			artifact.Text{NB: "Ontologien som Turtle", EN: "The ontology as Turtle"},
			artifact.Text{NB: "Klasser, egenskaper og kodelister, med navn og definisjoner.", EN: "Classes, properties and code lists, with names and definitions."}),
		written("shapes.ttl", "text/turtle", "RDF_TURTLE", "https://www.w3.org/TR/shacl/", ontology.Shapes,
			artifact.Text{NB: "Reglene dataene prøves mot", EN: "The rules that the data are held against"},
			artifact.Text{NB: "SHACL-former for hver klasse.", EN: "SHACL shapes for each class."}),
		written("context.jsonld", "application/ld+json", "JSON_LD", "https://www.w3.org/TR/json-ld11/", ontology.Context,
			artifact.Text{NB: "JSON-LD-konteksten", EN: "The JSON-LD context"},
			artifact.Text{NB: "Navnene som dataene har i JSON.", EN: "The names that the data have in JSON."}),
		concepts("turtle"), concepts("jsonld"),
	}
}

// written is a file that is published as it was written by hand, below the base.
func written(name, mediaType, fileType, standard string, text func() []byte, title, description artifact.Text) artifact.Artifact {
	return artifact.Artifact{
		Path: "vocabulary/" + name, Group: artifact.Vocabulary,
		Entry: artifact.Entry{
			Title: title, Description: description, MediaType: mediaType, FileType: fileType,
			ConformsTo: []string{standard}, Dataset: artifact.Knowledge,
		},
		Write: func(_ context.Context, w io.Writer, in *artifact.Input) error {
			_, err := w.Write(ontology.Rebase(text(), in.Base))
			return err
		},
	}
}

// concepts are the graphs of the concepts and of what they match elsewhere.
func concepts(format string) artifact.Artifact {
	f := mustFormat(format)
	return artifact.Artifact{
		Path: "vocabulary/concepts" + f.Extension(), Group: artifact.Vocabulary,
		Entry: artifact.Entry{
			Title:       artifact.Text{NB: "Begrepene som " + f.Title, EN: "The concepts as " + f.Title},
			Description: artifact.Text{NB: "Problemer, mekanismer, tiltak, utfall og grupper, og hva de svarer til i andre vokabularer.", EN: "Problems, mechanisms, measures, outcomes and groups, and what they match in other vocabularies."},
			MediaType:   f.MediaType, FileType: fileTypes[f.Name], ConformsTo: []string{"https://www.w3.org/TR/skos-reference/"}, Dataset: artifact.Knowledge,
		},
		Write: func(ctx context.Context, w io.Writer, in *artifact.Input) error {
			return writeGraphs(ctx, w, in, f, "concepts", "mappings")
		},
	}
}

// perReview is a folder with the statements of each review.
var perReview = artifact.Artifact{
	Path: "reviews/", Group: artifact.Reviews,
	Entry: artifact.Entry{
		Title:       artifact.Text{NB: "Hver kunnskapsoppsummering for seg", EN: "Each review by itself"},
		Description: artifact.Text{NB: "Utsagnene fra én kunnskapsoppsummering: påstander, funn, konklusjoner, kunnskapshull og konflikter.", EN: "The statements of one review: claims, findings, judgements, evidence gaps and conflicts."},
	},
	Files: func(ctx context.Context, in *artifact.Input) (iter.Seq2[string, func(io.Writer) error], error) {
		return func(yield func(string, func(io.Writer) error) bool) {
			for _, slug := range slugs(in) {
				for _, name := range []string{"turtle", "jsonld"} {
					f := mustFormat(name)
					if !yield(slug+f.Extension(), func(w io.Writer) error { return writeGraphs(ctx, w, in, f, slug) }) {
						return
					}
				}
			}
		}, nil
	},
	Describe: func(in *artifact.Input, name string) artifact.Entry {
		suffix := path.Ext(name)
		f := mustFormat(suffix)
		return artifact.Entry{
			Title:       artifact.Text{NB: "Kunnskapsoppsummeringen som " + f.Title, EN: "The review as " + f.Title},
			Description: artifact.Text{NB: "Alle utsagn fra kunnskapsoppsummeringen.", EN: "All statements of the review."},
			MediaType:   f.MediaType, FileType: fileTypes[f.Name], Dataset: artifact.OfReview(strings.TrimSuffix(name, suffix)), Full: true,
		}
	},
}

// slugs are the names of the reviews, in order.
func slugs(in *artifact.Input) (names []string) {
	typ, _ := in.Dataset.Lookup(vocab.RDFType)
	class, _ := in.Dataset.Lookup(vocab.Rebase(vocab.Review, in.Base))
	if typ == 0 || class == 0 {
		return nil
	}
	for _, s := range in.Dataset.Union().Subjects(typ, class) {
		names = append(names, path.Base(in.Dataset.Text(s)))
	}
	return names
}

// writeGraphs writes some of the named graphs, merged.
func writeGraphs(ctx context.Context, w io.Writer, in *artifact.Input, f exports.Format, names ...string) error {
	var b graph.Builder
	var q graph.RawQuad
	for _, name := range names {
		id, _ := in.Dataset.Lookup(vocab.Rebase(vocab.GraphNamespace+quad.IRI(name), in.Base))
		if id == 0 {
			continue
		}
		for t := range in.Dataset.Graph(id).Match(0, 0, 0) {
			in.Dataset.Raw(&q.Subject, t.Subject())
			in.Dataset.Raw(&q.Predicate, t.Predicate())
			in.Dataset.Raw(&q.Object, t.Object())
			if err := b.AddRaw(&q); err != nil {
				return err
			}
		}
	}
	_, _, err := exports.Write(ctx, w, b.Dataset(), f, exports.Options{Base: in.Base})
	return err
}

func mustFormat(name string) exports.Format {
	f, err := exports.ByName(name)
	if err != nil {
		panic(err) // the names are constants
	}
	return f
}
