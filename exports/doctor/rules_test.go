package doctor

import (
	"bytes"
	"context"
	"crypto/sha256"
	"fmt"
	"os"
	"path"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	"github.com/cayleygraph/quad"

	"policygraph/exports/catalogue"
	"policygraph/graph"
	"policygraph/graph/formats"
)

// The export that mistakes are seeded into: the published one, with few of its
// files, and with an address in place of the example.
const (
	catalog = "https://w3id.org/policygraph/catalog"
	whole1  = "https://w3id.org/policygraph/id/dataset/graph"
	words1  = "https://w3id.org/policygraph/id/dataset/vocabulary"
	record1 = "https://w3id.org/policygraph/id/record/graph"
	shapes1 = "https://w3id.org/policygraph/id/distribution/vocabulary/shapes.ttl"
	onto1   = "https://w3id.org/policygraph/id/distribution/vocabulary/ontology.ttl"
	contact = "mailto:data@policygraph.no"
)

// export is an export in memory: the statements of each dialect, and the files.
type export struct {
	dialects map[string][]quad.Quad
	files    map[string]string
	keep     map[string]string // files that take the place of what was written
	drop     []string          // files that are not there
}

// kept are the files of the small export.
var kept = []string{"policygraph.ttl", "policygraph.trig", "policygraph.nt", "policygraph.nq", "policygraph.jsonld", "vocabulary/shapes.ttl", "vocabulary/ontology.ttl"}

const tiny = "<https://w3id.org/policygraph/a> <https://w3id.org/policygraph/b> <https://w3id.org/policygraph/c> .\n"

// small is the export without a mistake.
var small = sync.OnceValue(func() export {
	e := export{dialects: map[string][]quad.Quad{}, files: map[string]string{}, keep: map[string]string{}}
	for _, name := range kept {
		e.files[name] = tiny
	}
	e.files["policygraph.jsonld"] = `[{"@id":"https://w3id.org/policygraph/a","https://w3id.org/policygraph/b":{"@id":"https://w3id.org/policygraph/c"}}]` + "\n"
	for _, dialect := range []string{bridge, two, three} {
		name := "../published/" + strings.Join(slices.DeleteFunc([]string{"catalog", dialect, "ttl"}, func(s string) bool { return s == "" }), ".")
		text, err := os.ReadFile(name)
		if err != nil {
			panic(err)
		}
		var all []quad.Quad
		f, _ := formats.ByName("turtle")
		if err := f.Read(bytes.NewReader(text), formats.ReadOptions{}, func(q *graph.RawQuad) error { all = append(all, q.Quad()); return nil }); err != nil {
			panic(err)
		}
		e.dialects[dialect] = reduced(all, e.files)
	}
	return e
})

// reduced leaves out the files that the small export has not, and says the sizes
// and sums of those it has.
func reduced(all []quad.Quad, files map[string]string) (kept []quad.Quad) {
	gone := func(v quad.Value) bool {
		for _, kind := range []string{"distribution", "checksum"} {
			if p, ok := strings.CutPrefix(quad.StringOf(v), "<https://w3id.org/policygraph/id/"+kind+"/"); ok {
				return files[strings.TrimSuffix(p, ">")] == ""
			}
		}
		return strings.Contains(quad.StringOf(v), "fafo-2020-05")
	}
	for _, q := range all {
		if gone(q.Subject) || gone(q.Object) {
			continue
		}
		if q.Object == quad.IRI("mailto:data@example.org") {
			q.Object = quad.IRI(contact)
		}
		file := files[path.Base(quad.ToString(q.Subject))]
		if i := strings.Index(quad.ToString(q.Subject), "/id/"); i >= 0 {
			_, p, _ := strings.Cut(strings.Trim(quad.ToString(q.Subject)[i+4:], "<>"), "/")
			file = files[p]
		}
		if t, ok := q.Object.(quad.TypedString); ok && file != "" {
			switch q.Predicate {
			case quad.IRI(full("dcat:byteSize")):
				t.Value = quad.String(fmt.Sprint(len(file)))
			case quad.IRI(full("spdx:checksumValue")):
				t.Value = quad.String(sumLike(string(t.Value), []byte(file)))
			}
			q.Object = t
		}
		kept = append(kept, q)
	}
	return kept
}

// seed is the small export with a change.
func seed(change func(*export)) *export {
	e := export{dialects: map[string][]quad.Quad{}, files: map[string]string{}, keep: map[string]string{}}
	for name, all := range small().dialects {
		e.dialects[name] = slices.Clone(all)
	}
	for name, text := range small().files {
		e.files[name] = text
	}
	if change != nil {
		change(&e)
	}
	return &e
}

// folder is the export as files, with a manifest that is right of all that is not
// kept as it is.
func (e *export) folder() fstest.MapFS {
	out := fstest.MapFS{}
	for name, text := range e.files {
		out[name] = &fstest.MapFile{Data: []byte(text)}
	}
	for dialect, all := range e.dialects {
		for _, syntax := range []string{"turtle", "jsonld", "rdfxml", "ntriples"} {
			f, _ := formats.ByName(syntax)
			if dialect != bridge && syntax != "turtle" && syntax != "jsonld" {
				continue
			}
			name := catalogue.Stem + "." + dialect + f.Extension()
			out[strings.Replace(name, "..", ".", 1)] = &fstest.MapFile{Data: serialised(f, all)}
		}
	}
	for name, text := range e.keep {
		out[name] = &fstest.MapFile{Data: []byte(text)}
	}
	for _, name := range e.drop {
		delete(out, name)
	}
	var manifest []string
	for name, file := range out {
		manifest = append(manifest, fmt.Sprintf("%x  %s\n", sha256.Sum256(file.Data), name))
	}
	slices.Sort(manifest)
	if _, own := out[manifestName]; !own && !slices.Contains(e.drop, manifestName) {
		out[manifestName] = &fstest.MapFile{Data: []byte(strings.Join(manifest, ""))}
	}
	return out
}

func serialised(f formats.Format, all []quad.Quad) []byte {
	var out bytes.Buffer
	w := f.Open(&out, formats.WriteOptions{})
	var raw graph.RawQuad
	for _, q := range all {
		if err := raw.SetQuad(q); err != nil {
			panic(err)
		}
		if err := w.WriteRaw(&raw); err != nil {
			return nil // a property that RDF/XML has no name for: the file is not written
		}
	}
	if err := w.Close(); err != nil {
		return nil
	}
	return out.Bytes()
}

// all applies a change to the statements of all dialects.
func (e *export) all(change func([]quad.Quad) []quad.Quad) {
	for name := range e.dialects {
		e.dialects[name] = change(e.dialects[name])
	}
}

// says adds a statement everywhere.
func says(s, p string, o quad.Value) func(*export) {
	return func(e *export) {
		e.all(func(all []quad.Quad) []quad.Quad {
			return append(all, quad.Quad{Subject: quad.IRI(s), Predicate: quad.IRI(full(p)), Object: o})
		})
	}
}

// without takes the statements of a thing's property away.
func without(s, p string) func(*export) {
	return func(e *export) {
		e.all(func(all []quad.Quad) []quad.Quad {
			return slices.DeleteFunc(all, func(q quad.Quad) bool { return q.Subject == quad.IRI(s) && q.Predicate == quad.IRI(full(p)) })
		})
	}
}

// both makes two changes.
func both(changes ...func(*export)) func(*export) {
	return func(e *export) {
		for _, c := range changes {
			c(e)
		}
	}
}

// text changes a file as it was written.
func text(name string, change func(string) string) func(*export) {
	return func(e *export) { e.keep[name] = change(string(e.folder()[name].Data)) }
}

// dropped takes a file away.
func dropped(name string) func(*export) { return func(e *export) { e.drop = append(e.drop, name) } }

// renamed puts a term in place of another.
func renamed(from, to quad.Value) func(*export) {
	return func(e *export) {
		e.all(func(all []quad.Quad) []quad.Quad {
			for i := range all {
				if all[i].Subject == from {
					all[i].Subject = to
				}
				if all[i].Object == from {
					all[i].Object = to
				}
			}
			return all
		})
	}
}

func examined(t testing.TB, files fstest.MapFS, o Options) *Report {
	t.Helper()
	r, err := Examine(context.Background(), Folder("export", files), o)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// plain are the findings that are not of a profile or of the score, as rule and
// place.
func plain(r *Report) (found []string) {
	for _, f := range r.Findings {
		if strings.HasPrefix(f.Rule.ID, "shapes-") || strings.HasPrefix(f.Rule.ID, "points-") {
			continue
		}
		where := f.Node
		if where == "" {
			where, _, _ = strings.Cut(f.File, ":")
		}
		found = append(found, f.Rule.ID+" "+where)
	}
	slices.Sort(found)
	return slices.Compact(found)
}

// printed is a report as people read it.
func printed(t testing.TB, r *Report) string {
	t.Helper()
	var out bytes.Buffer
	if err := r.Text(&out, English); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

func TestAGoodExportHasNothingWrong(t *testing.T) {
	r := examined(t, seed(nil).folder(), Options{})
	if len(r.Findings) > 0 || !r.Healthy(true) {
		t.Error(printed(t, r))
	}
	for _, v := range r.Verdicts {
		if v.Severity != "" {
			t.Errorf("%s: %s", v.Portal, v.Severity)
		}
	}
}

var langString = func(s, tag string) quad.Value { return quad.LangString{Value: quad.String(s), Lang: tag} }

func typed(s, datatype string) quad.Value {
	return quad.TypedString{Value: quad.String(s), Type: quad.IRI(full(datatype))}
}

const page2 = "https://w3id.org/policygraph/catalog?page=2"

// view is a page of the catalogue that has a next one.
func view(self string, next ...string) func(*export) {
	changes := []func(*export){
		says(self, "rdf:type", quad.IRI(hydra+"PartialCollectionView")),
		says(self, hydra+"totalItems", typed("2", "xsd:integer")),
	}
	for i := 0; i+1 < len(next); i += 2 {
		changes = append(changes, says(self, hydra+next[i], quad.IRI(next[i+1])))
	}
	return both(changes...)
}

// page is an HTML page with a block of JSON-LD.
func page(json string) func(*export) {
	return func(e *export) {
		e.files["index.html"] = `<!doctype html><title>t</title><script type="application/ld+json">` + json + "</script>\n"
	}
}

// more is what Google recommends.
const more = `, "identifier": "i", "creator": "c", "license": "https://w3id.org/l", "keywords": "k", "spatialCoverage": "s", "temporalCoverage": "2000/2010", "version": "1"`

const about = "A description that says in more than fifty characters what is in the dataset."

// Each mistake is found where it is, and nothing else is.
func TestEachMistakeIsFoundAndNothingElse(t *testing.T) {
	for _, c := range []struct {
		rule, where string
		change      func(*export)
	}{
		{"media-type", "catalog.json", func(e *export) {
			e.keep["catalog.json"] = string(e.folder()["catalog.jsonld"].Data)
		}},
		{"size-50", "catalog.nt", text("catalog.nt", func(s string) string { return s + strings.Repeat("#"+strings.Repeat(" ", 1<<20)+"\n", 51) })},
		{"size-75", "catalog.nt", text("catalog.nt", func(s string) string { return s + strings.Repeat("#"+strings.Repeat(" ", 1<<20)+"\n", 76) })},
		{"byte-order-mark", "catalog.ttl", text("catalog.ttl", func(s string) string { return "\ufeff" + s })},
		{"utf-8", "catalog.dcat-ap-2.ttl", text("catalog.dcat-ap-2.ttl", func(s string) string { return "# \xe5\n" + s })},
		{"syntax", "catalog.dcat-ap-3.ttl", text("catalog.dcat-ap-3.ttl", func(s string) string { return s + "<https://w3id.org/x> ; .\n" })},
		{"invalid-iri", "catalog.dcat-ap-3.ttl", text("catalog.dcat-ap-3.ttl", func(s string) string { return s + "<https://w3id.org/a b> a <https://w3id.org/c> .\n" })},
		{"remote-context", "catalog.dcat-ap-2.jsonld", text("catalog.dcat-ap-2.jsonld", func(s string) string {
			return `{"@context": "https://w3id.org/context.jsonld", "@graph": ` + s + "}\n"
		})},
		{"final-newline", "catalog.rdf", text("catalog.rdf", strings.TrimSpace)},
		{"empty", catalog, func(e *export) {
			e.all(func([]quad.Quad) []quad.Quad {
				return []quad.Quad{{Subject: quad.IRI(catalog), Predicate: quad.IRI(graph.RDFType), Object: quad.IRI(full("dcat:Catalog"))}}
			})
			for name := range e.files {
				delete(e.files, name)
			}
		}},
		{"named-graph", "https://w3id.org/g", func(e *export) {
			f, _ := formats.ByName("jsonld")
			all := slices.Clone(e.dialects[two])
			all[0].Label = quad.IRI("https://w3id.org/g")
			e.keep["catalog.dcat-ap-2.jsonld"], e.drop = string(serialised(f, all)), []string{"catalog.dcat-ap-2.ttl"}
		}},
		{"blank-node", "_:b1", renamed(quad.IRI("https://w3id.org/policygraph/id/provenance/graph"), quad.BNode("b1"))},
		{"relative-iri", nowhere + "here", func(e *export) {
			for _, name := range []string{"catalog.dcat-ap-3.ttl", "catalog.dcat-ap-3.jsonld"} {
				text(name, func(s string) string { return strings.ReplaceAll(s, contact, "here") })(e)
			}
		}},
		{"web-address", "urn:x:licence", says(whole1, "dct:relation", quad.IRI("urn:x:licence"))},
		{"xml-name", "https://w3id.org/p/123", both(says(whole1, "https://w3id.org/p/123", quad.String("x")), dropped("catalog.rdf"))},
		{"control-character", whole1, both(says(whole1, "dct:alternative", quad.String("a\u0001b")), dropped("catalog.rdf"))},
		{"title", whole1, without(whole1, "dct:title")},
		{"identifier", whole1, without(whole1, "dct:identifier")},
		{"identifier-shared", words1, both(without(words1, "dct:identifier"), says(words1, "dct:identifier", quad.String(whole1)))},
		{"keyword", whole1, says(whole1, "dcat:keyword", langString("work, and life", "en"))},
		{"orphan", words1, func(e *export) {
			e.all(func(all []quad.Quad) []quad.Quad {
				return slices.DeleteFunc(all, func(q quad.Quad) bool {
					return q.Predicate == quad.IRI(full("dcat:dataset")) && q.Object == quad.IRI(words1)
				})
			})
		}},
		{"record-is-dataset", whole1, renamed(quad.IRI(record1), quad.IRI(whole1))},
		{"catalogue-is-dataset", catalog, says(catalog, "rdf:type", quad.IRI(full("dcat:Dataset")))},
		{"same-address", shapes1, both(without(shapes1, "dcat:downloadURL"), says(shapes1, "dcat:downloadURL", quad.IRI("https://w3id.org/policygraph/vocabulary/ontology.ttl")),
			without(shapes1, "dcat:byteSize"), without(shapes1, "spdx:checksum"))},
		{"byte-size", shapes1, both(without(shapes1, "dcat:byteSize"), says(shapes1, "dcat:byteSize", typed(fmt.Sprint(len(tiny)), "xsd:integer")))},
		{"year", whole1, both(without(whole1, "dct:issued"), says(whole1, "dct:issued", typed("2020", "xsd:gYear")))},
		{"language-tag", whole1, says(whole1, "dct:alternative", langString("Kunnskap", "no"))},
		{"graph-leak", "https://w3id.org/policygraph/id/measure/x", says("https://w3id.org/policygraph/id/measure/x", "rdf:type", quad.IRI("https://w3id.org/policygraph/ns#Measure"))},
		{"graph-leak", "https://w3id.org/policygraph/id/concept/x", says("https://w3id.org/policygraph/id/concept/x", "rdf:type", quad.IRI("http://www.w3.org/2004/02/skos/core#Concept"))},
		{"graph-leak", "https://w3id.org/policygraph/id/concept/x", says("https://w3id.org/policygraph/id/concept/x", "dct:title", langString("Arbeid", "nb"))},
		{"leads-back", whole1, says(whole1, "dct:isPartOf", quad.IRI(catalog))},
		{"label", prefixes["eu"] + "country/NOR", says(prefixes["eu"]+"country/NOR", "rdfs:label", quad.String("Norway"))},
		{"unknown-code", prefixes["eu"] + "file-type/SCROLL", says(shapes1, "dct:format", quad.IRI(prefixes["eu"]+"file-type/SCROLL"))},
		{"placeholder", "https://www.example.org/x", says(whole1, "dcat:landingPage", quad.IRI("https://www.example.org/x"))},
		{"paged", catalog + "?page=1", view(catalog+"?page=1", "next", page2, "nextPage", page2)},
		{"paging-forms", catalog + "?page=1", view(catalog+"?page=1", "next", page2)},
		{"paging-loop", page2, view(page2, "next", page2, "nextPage", page2)},
		{"paging-scheme", catalog + "?page=1", view(catalog+"?page=1", "next", "http://w3id.org/policygraph/catalog?page=2", "nextPage", "http://w3id.org/policygraph/catalog?page=2")},
		{"paging-total", catalog + "?page=1", both(view(catalog+"?page=1", "next", page2, "nextPage", page2), without(catalog+"?page=1", hydra+"totalItems"))},
		{"described-type", shapes1, both(without(shapes1, "dcat:mediaType"), says(shapes1, "dcat:mediaType", quad.IRI("https://www.iana.org/assignments/media-types/application/ld+json")))},
		{"described-type", shapes1, both(without(shapes1, "dct:format"), says(shapes1, "dct:format", quad.IRI(prefixes["eu"]+"file-type/CSV")))},
		{"insecure-download", shapes1, both(without(shapes1, "dcat:downloadURL"), says(shapes1, "dcat:downloadURL", quad.IRI("http://w3id.org/policygraph/vocabulary/shapes.ttl")))},
		{"no-distribution", words1, without(words1, "dcat:distribution")},
		{"norwegian-title", whole1, both(without(whole1, "dct:title"), says(whole1, "dct:title", langString("The whole graph", "en")))},
		{"modified-before-issued", whole1, both(without(whole1, "dct:modified"), says(whole1, "dct:modified", typed("1999-01-01", "xsd:date")))},
		{"missing-file", shapes1, func(e *export) { delete(e.files, "vocabulary/shapes.ttl") }},
		{"manifest", manifestName, dropped(manifestName)},
		{"listed", "gone.csv", text(manifestName, func(s string) string { return s + strings.Repeat("0", 64) + "  gone.csv\n" })},
		{"unlisted", "extra.csv", both(text(manifestName, func(s string) string { return s }), func(e *export) { e.keep["extra.csv"] = "a\n" })},
		{"sums", "vocabulary/shapes.ttl", text(manifestName, func(s string) string {
			return strings.ReplaceAll(s, fmt.Sprintf("%x  vocabulary/shapes.ttl", sha256.Sum256([]byte(tiny))), strings.Repeat("0", 64)+"  vocabulary/shapes.ttl")
		})},
		{"stated-size", shapes1, func(e *export) {
			e.dialects[three] = slices.Clone(e.dialects[three])
			for i, q := range e.dialects[three] {
				if q.Subject == quad.IRI(shapes1) && q.Predicate == quad.IRI(full("dcat:byteSize")) {
					e.dialects[three][i].Object = typed("7", "xsd:nonNegativeInteger")
				}
			}
		}},
		{"stated-sum", shapes1, func(e *export) {
			for i, q := range e.dialects[two] {
				if strings.HasSuffix(quad.ToString(q.Subject), "checksum/vocabulary/shapes.ttl>") && q.Predicate == quad.IRI(full("spdx:checksumValue")) {
					e.dialects[two][i].Object = typed(strings.Repeat("0", 40), "xsd:hexBinary")
				}
			}
		}},
		{"serialisations", "catalog.nt", text("catalog.nt", func(s string) string { return s + "<https://w3id.org/x> <https://w3id.org/y> \"z\" .\n" })},
		{"dialects", words1, func(e *export) {
			e.dialects[three] = slices.DeleteFunc(e.dialects[three], func(q quad.Quad) bool {
				return q.Subject == quad.IRI(words1) && q.Object == quad.IRI(full("dcat:Dataset")) || q.Object == quad.IRI(words1)
			})
		}},
		{"dumps", "policygraph.nq", func(e *export) {
			e.keep["policygraph.nq"] = strings.Replace(tiny, "/b", "/d", 1)
			without("https://w3id.org/policygraph/id/distribution/policygraph.nq", "spdx:checksum")(e)
		}},
		{"twins", "reviews/r.jsonld", func(e *export) {
			e.files["reviews/r.ttl"], e.files["reviews/r.jsonld"] = strings.Replace(tiny, "/b", "/d", 1), e.files["policygraph.jsonld"]
		}},
		{"twins", "vocabulary/concepts.skos-ap-no.jsonld", func(e *export) {
			e.files["vocabulary/concepts.skos-ap-no.ttl"], e.files["vocabulary/concepts.skos-ap-no.jsonld"] = tiny, "[]\n"
		}},
		{"twins", "policygraph.framed.jsonld", func(e *export) { e.files["policygraph.framed.jsonld"] = "[]\n" }},
		{"content-hash", "policygraph.trig", func(e *export) { e.keep[hashFile] = strings.Repeat("0", 64) + "  policygraph.nq\n" }},
		{"promised-type", "_headers", func(e *export) {
			e.files[headersFile] = "/policygraph/*.jsonld\n  Content-Type: application/ld+json\n/policygraph/*.ttl\n  Content-Type: text/plain; charset=utf-8\n"
		}},
		{"robots", "robots.txt", func(e *export) { e.files[robotsFile] = "User-agent: *\nDisallow: /\n" }},
		{"sitemap", "sitemap.xml", func(e *export) {
			e.files[sitemapFile] = "<urlset><url><loc>index.html</loc></url></urlset>\n"
		}},
		{"linkset", "linkset.json", func(e *export) { e.files[linksetFile] = "{\"linkset\": [}\n" }},
		{"signpost", "linkset.json", func(e *export) {
			e.files[linksetFile] = `{"linkset": [{"anchor": "https://w3id.org/policygraph/id/dataset/x.y", "describedby": [{"href": "https://w3id.org/policygraph/gone.ttl"}]}]}` + "\n"
		}},
		{"unreadable", "void.ttl", func(e *export) { e.files["void.ttl"] = tiny + "<https://w3id.org/x> ; .\n" }},
		{"schema-json", "index.html", page(`{"@type": "Dataset",}`)},
		{"schema-required", "index.html", page(`{"@context": "https://schema.org/", "@type": "Dataset", "description": "` + about + `"` + more + `}`)},
		{"schema-description", "index.html", page(`{"@context": "https://schema.org/", "@type": "Dataset", "name": "n", "description": "short"` + more + `}`)},
		{"schema-content-url", "index.html", page(`{"@context": "https://schema.org/", "@type": "Dataset", "name": "n", "description": "` + about + `", "distribution": [{"@type": "DataDownload", "encodingFormat": "text/csv"}]` + more + `}`)},
		{"schema-context", "index.html", page(`{"@context": "https://w3id.org/context", "@type": "Dataset", "name": "n", "description": "` + about + `"` + more + `}`)},
		{"schema-relative", "index.html", page(`{"@context": "https://schema.org/", "@type": "Dataset", "name": "n", "description": "` + about + `", "url": "index.html"` + more + `}`)},
		{"schema-recommended", "index.html", page(`{"@context": "https://schema.org/", "@type": "Dataset", "name": "n", "description": "` + about + `", "distribution": {"@type": "DataDownload", "contentUrl": "https://w3id.org/f"}}`)},
		{"no-index", "index.html", func(e *export) {
			e.files["index.html"] = "<!doctype html><title>t</title><meta name=\"robots\" content=\"noindex\">\n"
		}},
		{"broken-link", "index.html", func(e *export) {
			e.files["index.html"] = "<!doctype html><title>t</title><a href=\"gone.html\">x</a>\n"
		}},
	} {
		t.Run(c.rule, func(t *testing.T) {
			found := plain(examined(t, seed(c.change).folder(), Options{}))
			// What is paged badly is paged, and what is larger than 75 MB is larger than 50.
			implied := map[string]string{"paging-forms": "paged", "paging-loop": "paged", "paging-scheme": "paged", "paging-total": "paged", "size-75": "size-50"}[c.rule]
			found = slices.DeleteFunc(found, func(f string) bool { return implied != "" && f == implied+" "+c.where })
			want := c.rule + " " + c.where
			if !slices.Equal(found, []string{want}) {
				t.Errorf("found %q, want %q", found, want)
			}
		})
	}
}

// What an export is held against besides is found, too.
func TestWhatIsBesidesTheExportIsFound(t *testing.T) {
	fewer := seed(func(e *export) {
		e.all(func(all []quad.Quad) []quad.Quad {
			return slices.DeleteFunc(all, func(q quad.Quad) bool {
				return q.Subject == quad.IRI(words1) || q.Object == quad.IRI(words1) || strings.Contains(quad.ToString(q.Subject), "record/vocabulary") ||
					strings.Contains(quad.ToString(q.Object), "record/vocabulary") || strings.Contains(quad.ToString(q.Subject), "distribution/vocabulary")
			})
		})
	}).folder()
	for _, c := range []struct {
		rule, where string
		o           Options
	}{
		{"removed", words1, Options{Previous: Folder("before", seed(nil).folder())}},
		{"placeholder-publication", "", Options{Placeholders: []string{"contact.email"}}},
		{"content-hash", "policygraph.trig", Options{Expected: strings.Repeat("0", 64)}},
	} {
		r := examined(t, fewer, c.o)
		if found := plain(r); !slices.Equal(found, []string{c.rule + " " + c.where}) {
			t.Errorf("found %q, want %s %s", found, c.rule, c.where)
		}
		for _, in := range r.Intakes {
			if c.rule == "removed" && !slices.Equal(in.Removes, []string{words1}) {
				t.Errorf("%s deletes %q", in.Portal, in.Removes)
			}
		}
	}
}

// What each harvester makes of a mistake is what its source says.
func TestHarvestersReadEachInTheirWay(t *testing.T) {
	blank := renamed(quad.IRI(words1), quad.BNode("b1"))
	for _, c := range []struct {
		name   string
		change func(*export)
		want   string // datasets that each takes, in the order of harvesters; x: it stops
	}{
		{"good", nil, "2 2 2 2"},
		{"a dataset without an address", blank, "1 2 2 2"},
		{"no identifier", without(words1, "dct:identifier"), "2 2 2 1"},
		{"no title", without(words1, "dct:title"), "2 2 x 2"},
		{"a property without a name", both(says(whole1, "https://w3id.org/p/123", quad.String("x")), dropped("catalog.rdf")), "x 2 2 2"},
		{"a byte order mark", text("catalog.ttl", func(s string) string { return "\ufeff" + s }), "2 2 x x"},
		{"a mistake of syntax", text("catalog.ttl", func(s string) string { return s + "." }), "x x x x"},
		{"a page that is its own next", view(page2, "next", page2, "nextPage", page2), "2 2 x 2"},
		{"pages that are not counted", both(view(catalog, "next", page2, "nextPage", page2), without(catalog, hydra+"totalItems")), "2 x 2 2"},
	} {
		var got []string
		for _, in := range examined(t, seed(c.change).folder(), Options{}).Intakes {
			n := fmt.Sprint(len(in.Datasets))
			if in.Stops != (Text{}) {
				n = "x"
			}
			got = append(got, n)
		}
		if strings.Join(got, " ") != c.want {
			t.Errorf("%s: %s, want %s", c.name, strings.Join(got, " "), c.want)
		}
	}
}

// Every rule has a mistake that it finds, in a folder or at a server.
func TestEveryRuleIsTried(t *testing.T) {
	text, err := os.ReadFile("rules_test.go")
	if err != nil {
		t.Fatal(err)
	}
	served, err := os.ReadFile("served_test.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range Rules() {
		if !strings.HasPrefix(r.ID, "shapes-") && !strings.HasPrefix(r.ID, "points-") && !bytes.Contains(append(text, served...), []byte(`{"`+r.ID+`", `)) {
			t.Errorf("no mistake for %s", r.ID)
		}
	}
}

// Every rule says what is wrong, why and what to do, in both languages, and whom
// it hits.
func TestEveryRuleIsExplained(t *testing.T) {
	seen := map[string]bool{}
	for _, r := range Rules() {
		for _, text := range []string{r.ID, r.Wrong.NB, r.Wrong.EN, r.Why.NB, r.Why.EN, r.Mend.NB, r.Mend.EN} {
			if text == "" || strings.Contains(text, "%!") {
				t.Errorf("%s: %q", r.ID, text)
			}
		}
		if seen[r.ID] || len(r.Portals) == 0 || !slices.Contains(severities, r.Severity) || (r.data == nil) == (r.document == nil) == (r.export == nil) {
			t.Errorf("%s stands twice, or is no rule: %+v", r.ID, r)
		}
		seen[r.ID] = true
	}
	for _, h := range harvesters {
		for _, id := range h.stops {
			if !seen[id] {
				t.Errorf("%s stops at %s, which is no rule", h.name, id)
			}
		}
	}
}

// What is published is taken by every portal; of what is left, the publisher alone
// can mend it.
func TestWhatIsPublishedIsTakenByAll(t *testing.T) {
	r, err := Examine(context.Background(), Folder("published", os.DirFS("../published")), Options{})
	if err != nil {
		t.Fatal(err)
	}
	if !r.Healthy(false) || !slices.Equal(ids(r), []string{"placeholder"}) {
		t.Error(printed(t, r))
	}
	for _, s := range r.Scores {
		if s.Points != 400 {
			t.Errorf("%s earns %d points, want 400", s.Dataset, s.Points)
		}
	}
}
