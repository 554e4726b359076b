package offer

import (
	"slices"
	"strings"

	"policygraph/exports/artifact"
	"policygraph/exports/catalogue"
)

// Link is a typed link (RFC 8288) from one thing to another.
type Link struct{ Rel, Href, Type, Profile string }

// Linkset is the path of the document with the links of everything.
const Linkset = "linkset.json"

// LinksetType is its media type (RFC 9264).
const LinksetType = "application/linkset+json"

// Described is the path of the file that says in schema.org what a dataset is.
func Described(key artifact.Dataset) string {
	return "schemaorg/dataset-" + strings.ReplaceAll(string(key), "/", "-") + ".jsonld"
}

// Landing are the links of the page about a dataset: what to cite, what describes
// it, what its files are, and on which terms (signposting.org/FAIR). There are
// none where no files are served.
func Landing(in *artifact.Input, d Dataset) (links []Link) {
	at := in.Publication.FilesAt(in.Base)
	if at == "" {
		return nil
	}
	links = append(links,
		Link{Rel: "cite-as", Href: CiteAs(in, d)},
		Link{Rel: "type", Href: "https://schema.org/AboutPage"},
		Link{Rel: "type", Href: "https://schema.org/Dataset"},
	)
	links = append(links, responsible(in)...)
	for _, f := range in.Written {
		if describes(f, d) {
			links = append(links, describedBy(at, f))
		}
	}
	for _, f := range d.Files {
		links = append(links, Link{Rel: "item", Href: at + f.Path, Type: f.MediaType})
	}
	return append(links, Link{Rel: "linkset", Href: at + Linkset, Type: LinksetType})
}

// FrontPage are the links of the front page, which is about the catalogue.
func FrontPage(in *artifact.Input) (links []Link) {
	at := in.Publication.FilesAt(in.Base)
	if at == "" {
		return nil
	}
	links = append(links,
		Link{Rel: "cite-as", Href: catalogue.IRI(in.Base)},
		Link{Rel: "type", Href: "https://schema.org/AboutPage"},
		Link{Rel: "type", Href: "https://schema.org/DataCatalog"},
	)
	links = append(links, responsible(in)...)
	for _, f := range in.Written {
		if strings.HasPrefix(f.Path, catalogue.Stem+".") || f.Path == "schemaorg/catalog.jsonld" {
			links = append(links, describedBy(at, f))
		}
	}
	return append(links, Link{Rel: "linkset", Href: at + Linkset, Type: LinksetType})
}

// Item are the links of a file back to the page about its dataset.
func Item(in *artifact.Input, key artifact.Dataset) []Link {
	at := in.Publication.FilesAt(in.Base)
	return append([]Link{{Rel: "collection", Href: at + Page(key, Languages[0]), Type: "text/html"}}, responsible(in)...)
}

// Describing are the links of a file to the pages of what it describes.
func Describing(in *artifact.Input, f artifact.File, datasets []Dataset) (links []Link) {
	at := in.Publication.FilesAt(in.Base)
	for _, d := range datasets {
		if describes(f, d) {
			links = append(links, Link{Rel: "describes", Href: at + Page(d.Key, Languages[0]), Type: "text/html"})
		}
	}
	return links
}

// CiteAs is the address to cite a dataset by: the DOI of the whole, or its own.
func CiteAs(in *artifact.Input, d Dataset) string {
	if doi := in.Publication.DOI; doi != "" && d.Key == artifact.Whole {
		return "https://doi.org/" + doi
	}
	return d.IRI
}

func responsible(in *artifact.Input) []Link {
	p := in.Publication
	return slices.DeleteFunc([]Link{
		{Rel: "license", Href: Licence(p.Licence)},
		{Rel: "author", Href: p.PublisherIRI(in.Base)},
	}, func(l Link) bool { return l.Href == "" })
}

// describes reports whether a file describes a dataset.
func describes(f artifact.File, d Dataset) bool {
	return strings.HasPrefix(f.Path, catalogue.Stem+".") || f.Path == Described(d.Key) || d.Key == artifact.Whole && f.Path == "void.ttl"
}

func describedBy(at string, f artifact.File) Link {
	l := Link{Rel: "describedby", Href: at + f.Path, Type: f.MediaType}
	if len(f.ConformsTo) > 0 {
		l.Profile = f.ConformsTo[0]
	}
	return l
}
