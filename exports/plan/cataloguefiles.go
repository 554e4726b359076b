package plan

import (
	"context"
	"io"

	"policygraph/exports/artifact"
	"policygraph/exports/catalogue"
	"policygraph/graph/formats"
)

// catalogueFiles are the catalogue in each dialect, in the syntaxes that portals
// ask for.
func catalogueFiles() (rows []artifact.Artifact) {
	for _, c := range []struct {
		dialect     catalogue.Dialect
		syntaxes    []string
		title       artifact.Text
		description artifact.Text
	}{
		{
			catalogue.Bridge, []string{"turtle", "jsonld", "rdfxml", "ntriples"},
			artifact.Text{NB: "DCAT-katalogen", EN: "The DCAT catalogue"},
			artifact.Text{
				NB: "Det som er publisert, beskrevet for dataportaler, slik at DCAT-AP 3 og 2 og DCAT-AP-NO 3 og 2 alle godtar det.",
				EN: "What is published, described for data portals, so that DCAT-AP 3 and 2 and DCAT-AP-NO 3 and 2 all accept it.",
			},
		},
		{
			catalogue.DCATAP3, []string{"turtle", "jsonld"},
			artifact.Text{NB: "DCAT-katalogen for DCAT-AP 3", EN: "The DCAT catalogue for DCAT-AP 3"},
			artifact.Text{
				NB: "Med størrelse, sjekksum og status slik DCAT-AP 3.0.1 vil ha dem.",
				EN: "With size, checksum and status in the way of DCAT-AP 3.0.1.",
			},
		},
		{
			catalogue.DCATAP2, []string{"turtle", "jsonld"},
			artifact.Text{NB: "DCAT-katalogen for DCAT-AP 2", EN: "The DCAT catalogue for DCAT-AP 2"},
			artifact.Text{
				NB: "Med størrelse, sjekksum og status slik DCAT-AP 2.1.1 vil ha dem.",
				EN: "With size, checksum and status in the way of DCAT-AP 2.1.1.",
			},
		},
	} {
		for _, syntax := range c.syntaxes {
			rows = append(rows, catalogueFile(c.dialect, syntax, c.title, c.description))
		}
	}
	return rows
}

func catalogueFile(dialect catalogue.Dialect, syntax string, title, description artifact.Text) artifact.Artifact {
	f, err := formats.ByName(syntax)
	if err != nil {
		panic(err) // the names are constants
	}
	name := catalogue.Stem
	if dialect.Name != "" {
		name += "." + dialect.Name
	}
	return artifact.Artifact{
		Path: name + f.Extension(), Group: artifact.Catalogue, Pass: artifact.Descriptor,
		Entry: artifact.Entry{
			Title:       artifact.Text{NB: title.NB + " som " + f.Title, EN: title.EN + " as " + f.Title},
			Description: description,
			MediaType:   f.MediaType, FileType: fileTypes[f.Name], ConformsTo: []string{dialect.Profile},
		},
		Write: func(ctx context.Context, w io.Writer, in *artifact.Input) error {
			return catalogue.Write(ctx, w, in, dialect, syntax)
		},
	}
}
