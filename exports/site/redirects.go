package site

import (
	"fmt"
	"io"
	"iter"
	"net/url"
	"regexp"
	"slices"
	"strings"

	"policygraph/exports/artifact"
	"policygraph/exports/internal/offer"
	"policygraph/ontology"
)

// rule leads addresses below the base that match a pattern to files, one for each
// form that may be asked for. A form that is not there is that of the default.
type rule struct {
	pattern string
	byForm  []formed
	other   string // for anything else; empty: this rule leads nowhere for it
}

// formed is the file in a form. It may name the parts that the pattern takes apart
// ($1), and a language (%{ENV:lang}).
type formed struct{ form, file string }

// mediaRanges are what clients ask for, and the form that each asks for. Those
// that name a form stand before those that leave it open.
var mediaRanges = []struct{ mediaType, form string }{
	{"text/html", "html"},
	{"application/xhtml+xml", "html"},
	{"text/turtle", "ttl"},
	{"application/vnd.schemaorg.ld+json", "schema"},
	{"application/ld+json", "jsonld"},
	{"application/json", "jsonld"},
	{"application/rdf+xml", "rdf"},
	{"application/n-triples", "nt"},
	{"application/trig", "trig"},
	{"application/n-quads", "nq"},
	{"*/*", "any"},
}

const inLang = ".%{ENV:lang}.html"

// rules are the rules for the files that were written. What names no file leads to
// the description of what it belongs to.
func rules(in *artifact.Input) []rule {
	catalogue := []formed{{"jsonld", "catalog.jsonld"}, {"schema", "schemaorg/catalog.jsonld"}, {"rdf", "catalog.rdf"}, {"nt", "catalog.nt"}, {"ttl", "catalog.ttl"}}
	whole := []formed{{"ttl", "policygraph.ttl"}, {"jsonld", "policygraph.jsonld"}, {"nt", "policygraph.nt"}, {"trig", "policygraph.trig"}, {"nq", "policygraph.nq"}}
	concepts := []formed{{"ttl", "vocabulary/concepts.ttl"}, {"jsonld", "vocabulary/concepts.jsonld"}, {"schema", "schemaorg/concepts.jsonld"}}
	terms := []formed{{"ttl", "ns.ttl"}, {"jsonld", "ns.jsonld"}}
	list := []rule{
		{`^$`, catalogue, "index" + inLang},
		{`^catalog$`, append([]formed{{"html", "index" + inLang}}, catalogue...), "catalog.ttl"},
		{`^ns(/` + regexp.QuoteMeta(ontology.Version) + `)?$`, terms, "ns" + inLang},
		{`^ns(/` + regexp.QuoteMeta(ontology.Version) + `)?\.(ttl|jsonld)$`, nil, "ns.$2"},
		{`^ns(/` + regexp.QuoteMeta(ontology.Version) + `)?\.html$`, nil, "ns" + inLang},
		{`^code/([a-z0-9-]+)$`, terms, "concepts" + inLang + "#code-$1"},
		{`^context/v1(\.jsonld)?$`, nil, "vocabulary/context.jsonld"},
		{`^graph/(concepts|mappings)$`, concepts, "vocabulary/concepts.ttl"},
		{`^graph/ontology$`, terms, "ns" + inLang},
		{`^(id/)?set/([a-z-]+)$`, concepts, "concepts" + inLang + "#$2"},
	}
	list = append(list, datasetRules(in)...)
	list = append(list, rule{`^id/(measure|problem)/([^/]+)$`, []formed{{"jsonld", "documents/$1/$2.jsonld"}, {"ttl", "vocabulary/concepts.ttl"}}, "concepts" + inLang + "#id-$1-$2"})
	if periods := periodsOf(in); periods != "" {
		list = append(list, rule{`^id/period/(` + periods + `)$`, catalogue, "catalog.ttl"})
	}
	return append(list,
		rule{`^id/(mechanism|outcome|population)/([^/]+)$`, concepts, "concepts" + inLang + "#id-$1-$2"},
		rule{`^id/(distribution|checksum|record|agent|series|provenance|version|service|identifier|rights)(/.*)?$`, catalogue, "catalog.ttl"},
		rule{`^graph/([^/]+)$`, []formed{{"nq", "policygraph.nq"}}, "policygraph.trig"},
		rule{`^id/.+$`, whole, offer.Page(artifact.Whole, "%{ENV:lang}")},
	)
}

// datasetRules lead each dataset to its page and to what describes it, and the
// graph of each review to its statements.
func datasetRules(in *artifact.Input) (list []rule) {
	seen := map[artifact.Dataset]bool{"": true}
	for _, f := range in.Written {
		key := f.Dataset
		if seen[key] {
			continue
		}
		seen[key] = true
		list = append(list, rule{
			`^(id/)?dataset/` + regexp.QuoteMeta(string(key)) + `$`,
			[]formed{{"ttl", "catalog.ttl"}, {"schema", offer.Described(key)}, {"jsonld", "catalog.jsonld"}, {"rdf", "catalog.rdf"}, {"nt", "catalog.nt"}},
			offer.Page(key, "%{ENV:lang}"),
		})
		if slug, ok := strings.CutPrefix(string(key), "reviews/"); ok {
			q := regexp.QuoteMeta(slug)
			list = append(list, rule{`^graph/` + q + `$`, []formed{{"jsonld", "reviews/" + slug + ".jsonld"}}, "reviews/" + slug + ".ttl"},
				rule{`^id/review/` + q + `$`, []formed{{"ttl", "reviews/" + slug + ".ttl"}, {"jsonld", "reviews/" + slug + ".jsonld"}}, offer.Page(key, "%{ENV:lang}")})
		}
	}
	return list
}

// periodsOf matches the periods that the catalogue tells of, one for each dataset.
// The other periods are those of searches, which stand in the graph.
func periodsOf(in *artifact.Input) string {
	var keys []string
	for _, f := range in.Written {
		if f.Dataset != "" {
			keys = append(keys, regexp.QuoteMeta(string(f.Dataset)))
		}
	}
	slices.Sort(keys)
	return strings.Join(slices.Compact(keys), "|")
}

// W3ID is the folder of what goes to w3id.org, or to whoever else answers for the
// base.
const W3ID = "w3id/"

// Host stands in the redirects for where the files are served, if the base is at
// w3id.org, which keeps no files, and the publication does not say where they are.
const Host = "https://files.example.org/policygraph/"

// W3IDFiles yields the redirects from the base to the files and a page that
// explains them, where the two are apart.
func W3IDFiles(in *artifact.Input) iter.Seq2[string, func(io.Writer) error] {
	return func(yield func(string, func(io.Writer) error) bool) {
		at := in.Publication.FilesAt(in.Base)
		if at == in.Base && strings.HasPrefix(in.Base, "https://w3id.org/") {
			at = Host
		}
		if at == "" || at == in.Base {
			return
		}
		_ = yield(".htaccess", func(w io.Writer) error { return writeRedirects(w, in, at, true) }) &&
			yield("README.md", func(w io.Writer) error { return writeReadme(w, in, at) })
	}
}

// writeRedirects writes the rules for Apache's mod_rewrite. Where the rules stand
// apart from the files, every other file is led to as well.
func writeRedirects(w io.Writer, in *artifact.Input, to string, apart bool) error {
	var out strings.Builder
	if apart {
		fmt.Fprintf(&out, "# Redirects from %s to %s\n", in.Base, to)
		if to == Host {
			out.WriteString("# That address is an example: say in publication.yaml, under files, where the files are served.\n")
		}
		out.WriteString("Options +FollowSymLinks -MultiViews\nHeader always set Access-Control-Allow-Origin \"*\"\n")
	}
	out.WriteString("RewriteEngine On\n")
	if !apart {
		out.WriteString("RewriteCond %{REQUEST_FILENAME} -f\nRewriteRule ^ - [L]\n")
	}
	out.WriteString("\n# The form that is asked for with the highest quality, in steps of a tenth.\n")
	for q := 10; q > 0; q-- {
		for _, m := range mediaRanges {
			fmt.Fprintf(&out, "RewriteCond %%{ENV:form} ^$\nRewriteCond %%{HTTP:Accept} \"%s\" [NC]\nRewriteRule ^ - [E=form:%s]\n", asked(m.mediaType, q), m.form)
		}
	}
	out.WriteString("\n# Norwegian for those who ask for it or for nothing.\n")
	out.WriteString("RewriteRule ^ - [E=lang:en]\nRewriteCond %{HTTP:Accept-Language} \"^$|^\\s*(nb|no|nn|da|sv)\\b\" [NC]\nRewriteRule ^ - [E=lang:nb]\n")
	exists := paths(in)
	for _, r := range rules(in) {
		out.WriteString("\n")
		for _, f := range r.byForm {
			if there(f.file, exists) {
				fmt.Fprintf(&out, "RewriteCond %%{ENV:form} =%s\nRewriteRule %s %s%s [R=303,L,NE]\n", f.form, r.pattern, to, f.file)
			}
		}
		if there(r.other, exists) {
			fmt.Fprintf(&out, "RewriteRule %s %s%s [R=303,L,NE]\n", r.pattern, to, r.other)
		}
	}
	if apart {
		fmt.Fprintf(&out, "\n# Every other file.\nRewriteRule ^(.+)$ %s$1 [R=303,L,NE]\n", to)
	}
	out.WriteString("\nHeader always merge Vary \"Accept\"\nHeader always merge Vary \"Accept-Language\"\n")
	_, err := io.WriteString(w, out.String())
	return err
}

// asked is what an Accept header matches that asks for a media type with a quality
// of so many tenths. More decimals are passed over; without a quality it is one.
func asked(mediaType string, tenths int) string {
	const others = `(\s*;(?!\s*q\s*=)[^,;]*)*`
	quality := `\s*;\s*q=0?\.` + fmt.Sprint(tenths) + `\d*(\s*;[^,]*)?`
	if tenths == 10 {
		quality = `(\s*;\s*q=1(\.0*)?(\s*;[^,]*)?)?`
	}
	return `(^|,)\s*` + regexp.QuoteMeta(mediaType) + others + quality + `\s*(,|$)`
}

func paths(in *artifact.Input) map[string]bool {
	all := map[string]bool{}
	for _, f := range in.Written {
		all[f.Path] = true
	}
	return all
}

// there reports whether a rule leads to a file that is there. Of a rule that leads
// to many, by what an address has in it, the folder must be there.
func there(file string, exists map[string]bool) bool {
	file, _, _ = strings.Cut(file, "#")
	file = strings.ReplaceAll(file, "%{ENV:lang}", offer.Languages[0])
	folder, _, many := strings.Cut(file, "$")
	if !many {
		return exists[file]
	}
	for path := range exists {
		if strings.HasPrefix(path, folder) {
			return true
		}
	}
	return false
}

// WriteHtaccess writes what Apache must say of the files and, where the files lie
// at the base itself, the redirects.
func WriteHtaccess(w io.Writer, in *artifact.Input) error {
	all, err := signposts(in)
	if err != nil {
		return err
	}
	var out strings.Builder
	out.WriteString("Options -MultiViews -Indexes\nDirectoryIndex index.html\nAddDefaultCharset Off\nRemoveLanguage .en .nb\n\n")
	for _, h := range everywhere {
		fmt.Fprintf(&out, "Header always set %s \"%s\"\n", h[0], h[1])
	}
	extensions, single := byExtension(served(in))
	for _, e := range extensions {
		fmt.Fprintf(&out, "<FilesMatch \"\\%s$\">\n  ForceType '%s'\n", e[0], e[1])
		if e[0] == ".html" {
			for _, h := range onPages {
				fmt.Fprintf(&out, "  Header always set %s \"%s\"\n", h[0], h[1])
			}
		}
		out.WriteString("</FilesMatch>\n")
	}
	for _, f := range single {
		fmt.Fprintf(&out, "<If \"%%{REQUEST_URI} -strmatch '*/%s'\">\n  ForceType '%s'\n</If>\n", f.Path, contentType(f.MediaType))
	}
	for _, a := range all {
		fmt.Fprintf(&out, "<If \"%%{REQUEST_URI} -strmatch '*/%s'\">\n", a.path)
		for _, v := range header(a.links) {
			fmt.Fprintf(&out, "  Header add Link \"%s\"\n", strings.ReplaceAll(v, `"`, `\"`))
		}
		out.WriteString("</If>\n")
	}
	if _, err := io.WriteString(w, out.String()+"\n"); err != nil {
		return err
	}
	if in.Publication.FilesAt(in.Base) != in.Base {
		return nil
	}
	base, err := url.Parse(in.Base)
	if err != nil {
		return err
	}
	return writeRedirects(w, in, base.Path, false)
}

func writeReadme(w io.Writer, in *artifact.Input, at string) error {
	p := in.Publication
	contact := p.Contact.Email
	if contact == "" {
		contact = p.Contact.URL
	}
	_, err := fmt.Fprintf(w, `# %s

%s

The addresses below %s are permanent. They lead to files at
%s by the kind of address and by what the client accepts:
the vocabulary (/ns, /code/…), the things (/id/kind/name), the graphs (/graph/…),
the catalogue (/catalog) and every file by its name.

Contact: %s, %s
`, p.Title.EN, p.Description.EN, in.Base, at, p.Contact.Name.EN, contact)
	return err
}
