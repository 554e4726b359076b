package plan

import (
	"policygraph/exports/artifact"
	"policygraph/exports/doctor"
)

// conformance is the evidence that portals take the catalogue. It is written with
// the pages, so that what lists all files lists it, too.
var conformance = artifact.Artifact{
	Path: doctor.ConformanceFile, Group: artifact.Catalogue, Pass: artifact.Page,
	Entry: artifact.Entry{
		Title: artifact.Text{NB: "Hva portalene krever, og hva katalogen oppfyller", EN: "What portals ask, and what the catalogue satisfies"},
		Description: artifact.Text{
			NB: "En påstand for hver regel (EARL) og poengsummen for hvert datasett (DQV).",
			EN: "An assertion for each rule (EARL), and the score of each dataset (DQV).",
		},
		MediaType: "text/turtle", FileType: "RDF_TURTLE", ConformsTo: []string{"https://www.w3.org/TR/EARL10-Schema/", "https://www.w3.org/TR/vocab-dqv/"},
	},
	Write: doctor.WriteConformance,
}
