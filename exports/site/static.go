package site

import (
	"fmt"
	"io"
	"net/url"
	"slices"
	"strings"

	"policygraph/exports/artifact"
	"policygraph/exports/internal/offer"
	"policygraph/ontology"
)

// Redirects is the file that tells static hosts, such as Netlify and Cloudflare
// Pages, where addresses lead that are no files.
const Redirects = "_redirects"

// WriteRedirects writes the redirects of static hosts. Such a host looks at no
// Accept header, so that an address leads to one file: a page where there is one,
// from which links lead to the data. The status is 302, which all of them know,
// and a rule may end in a star, of which they take a hundred. Where the files do
// not lie at the base, there is nothing to lead from and the file is a comment.
func WriteRedirects(w io.Writer, in *artifact.Input) error {
	if in.Publication.FilesAt(in.Base) != in.Base {
		_, err := fmt.Fprintf(w, "# The addresses that are no files lie below %s\n", in.Base)
		return err
	}
	base, err := url.Parse(in.Base)
	if err != nil {
		return err
	}
	exists := paths(in)
	var out strings.Builder
	for _, r := range staticRules(in) {
		if there(strings.Replace(r[1], ":splat", "$1", 1), exists) {
			fmt.Fprintf(&out, "%s%s %s%s 302\n", base.Path, r[0], base.Path, r[1])
		}
	}
	_, err = io.WriteString(w, out.String())
	return err
}

// staticRules lead addresses to files; the first that matches holds.
func staticRules(in *artifact.Input) [][2]string {
	l := offer.Languages[0]
	terms, concepts := "ns."+l+".html", offer.Concepts(l)
	list := [][2]string{
		{"catalog", "catalog.ttl"}, {"ns", terms}, {"ns/" + ontology.Version, terms}, {"code/*", concepts + "#code-:splat"},
		{"context/v1", "vocabulary/context.jsonld"}, {"set/*", concepts + "#:splat"}, {"id/set/*", concepts + "#:splat"},
		{"graph/concepts", "vocabulary/concepts.ttl"}, {"graph/mappings", "vocabulary/concepts.ttl"}, {"graph/ontology", terms},
	}
	list = append(list, staticDatasets(in)...)
	for _, kind := range []string{"measure", "problem", "mechanism", "outcome", "population"} {
		list = append(list, [2]string{"id/" + kind + "/*", concepts + "#id-" + kind + "-:splat"})
	}
	for _, kind := range []string{"distribution", "checksum", "record", "agent", "series", "provenance", "version", "service", "identifier", "rights"} {
		list = append(list, [2]string{"id/" + kind + "/*", "catalog.ttl"})
	}
	return append(list, [2]string{"graph/*", "policygraph.trig"}, [2]string{"id/*", offer.Page(artifact.Whole, l)})
}

// staticDatasets lead datasets to their pages, their periods to the catalogue, and
// reviews to theirs.
func staticDatasets(in *artifact.Input) (list [][2]string) {
	var keys []artifact.Dataset
	for _, f := range in.Written {
		if f.Dataset != "" {
			keys = append(keys, f.Dataset)
		}
	}
	slices.Sort(keys)
	for _, key := range slices.Compact(keys) {
		page := offer.Page(key, offer.Languages[0])
		list = append(list, [2]string{"id/dataset/" + string(key), page}, [2]string{"dataset/" + string(key), page}, [2]string{"id/period/" + string(key), "catalog.ttl"})
		if slug, ok := strings.CutPrefix(string(key), "reviews/"); ok {
			list = append(list, [2]string{"id/review/" + slug, page}, [2]string{"graph/" + slug, "reviews/" + slug + ".ttl"})
		}
	}
	return list
}
