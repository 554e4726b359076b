package site

import (
	"encoding/xml"
	"fmt"
	"io"
	"iter"
	"slices"
	"strings"

	"policygraph/exports/artifact"
)

// Sitemap is the path of the sitemap, and Sitemaps the folder of its parts, if it
// has any.
const (
	Sitemap  = "sitemap.xml"
	Sitemaps = "sitemaps/"
)

// most is how many addresses a sitemap may have (sitemaps.org).
const most = 50_000

const sitemapNamespace = "http://www.sitemaps.org/schemas/sitemap/0.9"

// WriteSitemap writes the addresses of all pages or, if there are too many for one
// sitemap, of its parts. Pages change with the data.
func WriteSitemap(w io.Writer, in *artifact.Input) error {
	pages := addresses(in)
	if len(pages) <= most {
		return writeURLs(w, "urlset", "url", pages, in.Publication.Modified)
	}
	var parts []string
	for i := range slices.Collect(slices.Chunk(pages, most)) {
		parts = append(parts, in.Publication.FilesAt(in.Base)+Sitemaps+part(i))
	}
	return writeURLs(w, "sitemapindex", "sitemap", parts, in.Publication.Modified)
}

// SitemapParts yields the parts of a sitemap that is too large, and else nothing.
func SitemapParts(in *artifact.Input) iter.Seq2[string, func(io.Writer) error] {
	return func(yield func(string, func(io.Writer) error) bool) {
		pages := addresses(in)
		if len(pages) <= most {
			return
		}
		i := 0
		for urls := range slices.Chunk(pages, most) {
			if !yield(part(i), func(w io.Writer) error { return writeURLs(w, "urlset", "url", urls, in.Publication.Modified) }) {
				return
			}
			i++
		}
	}
}

func part(i int) string { return fmt.Sprintf("sitemap-%d.xml", i+1) }

// addresses are the addresses of the pages: of a page that is there twice, the
// canonical one.
func addresses(in *artifact.Input) (urls []string) {
	at := in.Publication.FilesAt(in.Base)
	if at == "" {
		return nil
	}
	for _, f := range in.Written {
		if isPage(f) && f.Path != "index.html" {
			urls = append(urls, at+f.Path)
		}
	}
	return urls
}

func isPage(f artifact.File) bool { return strings.HasPrefix(f.MediaType, "text/html") }

func writeURLs(w io.Writer, root, each string, urls []string, day string) error {
	type entry struct {
		XMLName xml.Name
		Loc     string `xml:"loc"`
		LastMod string `xml:"lastmod,omitempty"`
	}
	document := struct {
		XMLName   xml.Name
		Namespace string `xml:"xmlns,attr"`
		Entries   []entry
	}{XMLName: xml.Name{Local: root}, Namespace: sitemapNamespace}
	for _, u := range urls {
		document.Entries = append(document.Entries, entry{xml.Name{Local: each}, u, day})
	}
	if _, err := io.WriteString(w, xml.Header); err != nil {
		return err
	}
	out := xml.NewEncoder(w)
	out.Indent("", " ")
	if err := out.Encode(document); err != nil {
		return err
	}
	_, err := io.WriteString(w, "\n")
	return err
}

// WriteRobots lets everybody read everything, and says where the sitemap is.
func WriteRobots(w io.Writer, in *artifact.Input) error {
	text := "User-agent: *\nAllow: /\n"
	if at := in.Publication.FilesAt(in.Base); at != "" {
		text += "\nSitemap: " + at + Sitemap + "\n"
	}
	_, err := io.WriteString(w, text)
	return err
}
