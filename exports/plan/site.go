package plan

import (
	"context"
	"io"
	"iter"
	"slices"
	"strings"

	"policygraph/exports/artifact"
	"policygraph/exports/feed"
	"policygraph/exports/internal/offer"
	"policygraph/exports/pages"
	"policygraph/exports/schemaorg"
	"policygraph/exports/site"
	"policygraph/ontology/reference"
)

// webSite are the rows that make a web site of the folder: the documentation of
// the ontology, the facts in schema.org, the pages, and what lists them all.
func webSite() []artifact.Artifact {
	return slices.Concat(referencePages(), []artifact.Artifact{schemaOrg, changes}, webPages(), directory)
}

// schemaOrg are the facts for search engines.
var schemaOrg = artifact.Artifact{
	Path: schemaorg.Folder, Group: artifact.Catalogue, Pass: artifact.Descriptor,
	Entry: artifact.Entry{
		Title: artifact.Text{NB: "Opplysninger for søkemotorer", EN: "Facts for search engines"},
		Description: artifact.Text{
			NB: "Katalogen, datasettene, begrepene, påstandene og kildene i schema.org.",
			EN: "The catalogue, the datasets, the concepts, the claims and the sources in schema.org.",
		},
		MediaType: "application/ld+json", FileType: "JSON_LD", ConformsTo: []string{"https://schema.org/"},
	},
	Files: func(_ context.Context, in *artifact.Input) (iter.Seq2[string, func(io.Writer) error], error) {
		return schemaorg.Files(in)
	},
	Describe: func(_ *artifact.Input, name string) artifact.Entry {
		e := artifact.Entry{
			Title:     artifact.Text{NB: "Datasettet for søkemotorer", EN: "The dataset for search engines"},
			MediaType: "application/ld+json", FileType: "JSON_LD", ConformsTo: []string{"https://schema.org/"},
		}
		if title, ok := schemaOrgTitles[name]; ok {
			e.Title = title
		}
		return e
	},
}

var schemaOrgTitles = map[string]artifact.Text{
	"catalog.jsonld":  {NB: "Katalogen for søkemotorer", EN: "The catalogue for search engines"},
	"concepts.jsonld": {NB: "Begrepene for søkemotorer", EN: "The concepts for search engines"},
	"claims.jsonld":   {NB: "Påstandene for søkemotorer", EN: "The claims for search engines"},
	"sources.jsonld":  {NB: "Kildene for søkemotorer", EN: "The sources for search engines"},
}

// changes is the catalogue as a feed of changes.
var changes = artifact.Artifact{
	Path: feed.Path, Group: artifact.Catalogue, Pass: artifact.Descriptor,
	Entry: artifact.Entry{
		Title: artifact.Text{NB: "Strøm av endringer i katalogen", EN: "Feed of changes of the catalogue"},
		Description: artifact.Text{
			NB: "Siste utgave av hver ting i katalogen, for høstere som følger endringer (LDES, DCAT-AP Feeds).",
			EN: "The latest version of each thing in the catalogue, for harvesters that follow changes (LDES, DCAT-AP Feeds).",
		},
		MediaType: "application/trig", FileType: "RDF_TRIG", ConformsTo: []string{feed.Profile},
	},
	Write: feed.Write,
}

// referencePages are the documentation of the ontology, and the ontology beside it.
func referencePages() (rows []artifact.Artifact) {
	for _, p := range reference.Pages() {
		entry := artifact.Entry{
			Title:       artifact.Text{NB: "Ontologien som " + p.Name, EN: "The ontology as " + p.Name},
			Description: artifact.Text{NB: "Ontologien under sin egen adresse.", EN: "The ontology under its own address."},
			MediaType:   mediaTypeOf(p.Name),
		}
		if p.Lang != "" {
			language := map[reference.Lang]artifact.Text{
				reference.NB: {NB: "norsk", EN: "Norwegian"}, reference.EN: {NB: "engelsk", EN: "English"},
			}[p.Lang]
			entry.Title = artifact.Text{NB: "Dokumentasjon av ontologien på " + language.NB, EN: "Documentation of the ontology in " + language.EN}
			entry.Description = artifact.Text{NB: "Hver klasse, egenskap og kode, med eksempler.", EN: "Every class, property and code, with examples."}
		}
		rows = append(rows, artifact.Artifact{
			Path: p.Name, Group: artifact.Pages, Entry: entry,
			Write: func(_ context.Context, w io.Writer, in *artifact.Input) error {
				return p.Write(w, reference.Input{Data: in.Dataset, Base: in.Base, Columns: in.Columns})
			},
		})
	}
	return rows
}

func mediaTypeOf(name string) string {
	for suffix, mediaType := range map[string]string{
		".html": "text/html", ".md": "text/markdown", ".ttl": "text/turtle", ".jsonld": "application/ld+json",
	} {
		if strings.HasSuffix(name, suffix) {
			return mediaType
		}
	}
	return ""
}

// webPages are the pages that people read.
func webPages() (rows []artifact.Artifact) {
	for _, path := range pages.Front() {
		rows = append(rows, page(path, artifact.Text{NB: "Forsiden", EN: "The front page"}, pages.WriteFront))
	}
	for _, l := range offer.Languages {
		rows = append(rows, page(offer.Concepts(l), artifact.Text{NB: "Alle begreper og koder", EN: "All concepts and codes"}, pages.WriteConcepts))
	}
	return append(rows, artifact.Artifact{
		Path: "datasets/", Group: artifact.Pages, Pass: artifact.Page,
		Entry: artifact.Entry{
			Title:       artifact.Text{NB: "En side om hvert datasett", EN: "A page about each dataset"},
			Description: artifact.Text{NB: "Hva datasettet er, og filene det finnes som.", EN: "What the dataset is, and the files that it can be had as."},
			MediaType:   "text/html",
		},
		Files: func(_ context.Context, in *artifact.Input) (iter.Seq2[string, func(io.Writer) error], error) {
			files, err := pages.Datasets(in)
			return func(yield func(string, func(io.Writer) error) bool) {
				for _, f := range files {
					if !yield(strings.TrimPrefix(f.Path, "datasets/"), f.Write) {
						return
					}
				}
			}, err
		},
	})
}

func page(path string, title artifact.Text, write func(io.Writer, *artifact.Input, string) error) artifact.Artifact {
	return artifact.Artifact{
		Path: path, Group: artifact.Pages, Pass: artifact.Page,
		Entry: artifact.Entry{
			Title: title, MediaType: "text/html",
			Description: artifact.Text{NB: "En side for mennesker, med de samme opplysningene for søkemotorer.", EN: "A page for people, with the same facts for search engines."},
		},
		Write: func(_ context.Context, w io.Writer, in *artifact.Input) error { return write(w, in, path) },
	}
}

// directory are the rows that list the others or lead to them.
var directory = []artifact.Artifact{
	listing(site.Sitemap, "application/xml", artifact.Text{NB: "Nettstedskart", EN: "Sitemap"}, site.WriteSitemap),
	listings(site.Sitemaps, "application/xml", artifact.Text{NB: "Deler av nettstedskartet", EN: "Parts of the sitemap"}, site.SitemapParts),
	listing("robots.txt", "text/plain", artifact.Text{NB: "Hva søkemotorer kan lese", EN: "What search engines may read"}, site.WriteRobots),
	listing(offer.Linkset, offer.LinksetType, artifact.Text{NB: "Lenkene mellom alt", EN: "The links of everything"}, site.WriteLinkset),
	wellKnown,
	listing(site.Headers, "text/plain", artifact.Text{NB: "HTTP-hoder for statiske vertstjenester", EN: "HTTP headers for static hosts"}, site.WriteHeaders),
	listing(site.Redirects, "text/plain", artifact.Text{NB: "Omdirigeringer for statiske vertstjenester", EN: "Redirects for static hosts"}, site.WriteRedirects),
	listing(site.Htaccess, "text/plain", artifact.Text{NB: "Oppsett for Apache", EN: "Settings for Apache"}, site.WriteHtaccess),
	listings(site.W3ID, "text/plain", artifact.Text{NB: "Omdirigeringer fra de faste adressene", EN: "Redirects from the permanent addresses"}, site.W3IDFiles),
}

// wellKnown are files without an extension, of two kinds.
var wellKnown = func() artifact.Artifact {
	a := listings(site.WellKnown, "text/turtle", artifact.Text{NB: "Velkjente adresser", EN: "Well-known addresses"}, site.WellKnownFiles)
	a.Describe = func(_ *artifact.Input, name string) artifact.Entry {
		e := a.Entry
		if name != "void" {
			e.MediaType = offer.LinksetType
		}
		return e
	}
	return a
}()

var listingText = artifact.Text{NB: "Laget fra listen over det som er skrevet.", EN: "Made from the list of what was written."}

func listing(path, mediaType string, title artifact.Text, write func(io.Writer, *artifact.Input) error) artifact.Artifact {
	return artifact.Artifact{
		Path: path, Group: artifact.Pages, Pass: artifact.Directory,
		Entry: artifact.Entry{Title: title, Description: listingText, MediaType: mediaType},
		Write: func(_ context.Context, w io.Writer, in *artifact.Input) error { return write(w, in) },
	}
}

func listings(path, mediaType string, title artifact.Text, files func(*artifact.Input) iter.Seq2[string, func(io.Writer) error]) artifact.Artifact {
	return artifact.Artifact{
		Path: path, Group: artifact.Pages, Pass: artifact.Directory,
		Entry: artifact.Entry{Title: title, Description: listingText, MediaType: mediaType},
		Files: func(_ context.Context, in *artifact.Input) (iter.Seq2[string, func(io.Writer) error], error) {
			return files(in), nil
		},
	}
}
