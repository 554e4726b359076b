package plan

import (
	"context"
	"io"

	"github.com/cayleygraph/quad"

	"policygraph/exports/artifact"
	"policygraph/exports/authority"
	"policygraph/exports/nanopub"
	"policygraph/exports/skosapno"
	"policygraph/graph/formats"
)

// Views that say who publishes them are told here what the publisher says.

func nanopublications(_ context.Context, w io.Writer, in *artifact.Input) error {
	return nanopub.Write(w, in.Dataset, in.Base, nanopub.Publication{
		Creator: quad.IRI(in.Publication.PublisherIRI(in.Base)),
		License: quad.IRI(licenceOf(in)),
		Created: in.Publication.Modified,
	})
}

// licenceOf is the address of the licence, empty where there is none.
func licenceOf(in *artifact.Input) string {
	licence, ok := authority.Licence.Term(in.Publication.Licence)
	if !ok {
		return ""
	}
	return licence.IRI()
}

// conceptCatalogue is the concepts as data.norge.no harvests them, apart from
// datasets.
func conceptCatalogue() (rows []artifact.Artifact) {
	for _, name := range []string{"turtle", "jsonld"} {
		f, err := formats.ByName(name)
		if err != nil {
			panic(err) // the names are constants
		}
		rows = append(rows, artifact.Artifact{
			Path: "vocabulary/" + skosapno.Stem + f.Extension(), Group: artifact.Vocabulary,
			Entry: artifact.Entry{
				Title: artifact.Text{NB: "Begrepskatalogen som " + f.Title, EN: "The concept catalogue as " + f.Title},
				Description: artifact.Text{
					NB: "Begrepene slik data.norge.no høster dem (SKOS-AP-NO-Begrep 2).",
					EN: "The concepts in the form that data.norge.no harvests (SKOS-AP-NO-Begrep 2).",
				},
				MediaType: f.MediaType, FileType: fileTypes[f.Name],
				ConformsTo: []string{"https://data.norge.no/specification/skos-ap-no-begrep"}, Dataset: artifact.Knowledge,
			},
			Write: func(_ context.Context, w io.Writer, in *artifact.Input) error {
				p := in.Publication
				return skosapno.Write(w, in.Dataset, in.Base, skosapno.Publication{
					Publisher: quad.IRI(p.PublisherIRI(in.Base)), Name: p.Publisher.Name.NB, Modified: p.Modified,
					Contact: skosapno.Contact{Name: p.Contact.Name.NB, Email: p.Contact.Email, Page: quad.IRI(p.Contact.URL)},
				}, f)
			},
		})
	}
	return rows
}
