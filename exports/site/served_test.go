package site_test

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"net/http"
	"net/http/httptest"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/cayleygraph/quad"

	"policygraph/exports/artifact"
	"policygraph/exports/internal/exported"
	"policygraph/exports/publication"
	"policygraph/exports/site"
	"policygraph/graph/turtle"
)

// host is a static host: it serves a folder below a path, with the headers that
// the file _headers asks for. What two rules say of one header it puts together.
func host(t *testing.T, dir, below string) *httptest.Server {
	t.Helper()
	rules := headerRules(string(exported.Read(t, dir, site.Headers)))
	files := http.StripPrefix(below, http.FileServerFS(os.DirFS(dir)))
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		for _, rule := range rules {
			if !rule.path.MatchString(r.URL.Path) {
				continue
			}
			for _, h := range rule.headers {
				w.Header().Add(h[0], h[1])
			}
		}
		if n := len(w.Header().Values("Content-Type")); n > 1 {
			t.Errorf("%s has %d media types", r.URL.Path, n)
		}
		files.ServeHTTP(w, r)
	}))
	t.Cleanup(server.Close)
	return server
}

type headerRule struct {
	path    *regexp.Regexp
	headers [][2]string
}

func headerRules(text string) (rules []headerRule) {
	for line := range strings.Lines(text) {
		line = strings.TrimRight(line, "\n")
		if rest, indented := strings.CutPrefix(line, "  "); indented {
			name, value, _ := strings.Cut(rest, ": ")
			last := &rules[len(rules)-1]
			last.headers = append(last.headers, [2]string{name, value})
			continue
		}
		pattern := strings.ReplaceAll(regexp.QuoteMeta(line), `\*`, ".*")
		rules = append(rules, headerRule{path: regexp.MustCompile("^" + pattern + "$")})
	}
	return rules
}

const files = "https://data.etat.no/kunnskap/"

func TestAStaticHostSaysWhatEachFileIs(t *testing.T) {
	dir, written := exported.Folder(t, exported.Input(t, exported.Publisher))
	server := host(t, dir, "/kunnskap")
	for _, f := range written {
		if f.Path == "index.html" {
			continue // Go's file server leads to the folder
		}
		res := ask(t, http.MethodHead, server.URL+"/kunnskap/"+f.Path)
		checkAnswer(t, res, f)
		collection := slices.ContainsFunc(res.Header.Values("Link"), func(l string) bool { return strings.Contains(l, `rel="collection"`) })
		if collection != (f.Dataset != "") {
			t.Errorf("%s: a link to its dataset: %t", f.Path, collection)
		}
	}
	if n := len(headerRules(string(exported.Read(t, dir, site.Headers)))); n > 100 {
		t.Errorf("%d rules; hosts take a hundred", n)
	}
}

// Every address that the catalogue names as one of ours answers.
func TestWhatTheCatalogueNamesIsThere(t *testing.T) {
	dir, _ := exported.Folder(t, exported.Input(t, exported.Publisher))
	server := host(t, dir, "/kunnskap")
	n := 0
	for q, err := range turtle.Read(bytes.NewReader(exported.Read(t, dir, "catalog.ttl")), turtle.ReadOptions{}) {
		if err != nil {
			t.Fatal(err)
		}
		iri, _ := q.Object.(quad.IRI)
		path, ours := strings.CutPrefix(string(iri), files)
		if !ours || strings.HasPrefix(path, "sparql") {
			continue
		}
		n++
		if res := ask(t, http.MethodHead, server.URL+"/kunnskap/"+path); res.StatusCode != http.StatusOK {
			t.Errorf("%s: %d", iri, res.StatusCode)
		}
	}
	if n < 40 {
		t.Errorf("%d addresses looked at", n)
	}
}

// linkset is a link set, read anew.
type linkset struct {
	Linkset []map[string]json.RawMessage `json:"linkset"`
}

func readLinkset(t *testing.T, text []byte) (set linkset) {
	t.Helper()
	if err := json.Unmarshal(text, &set); err != nil {
		t.Fatal(err)
	}
	return set
}

// Every target of ours is a file with the media type that the link says, and every
// link from a page to a file has one back.
func TestLinksLeadToFilesAndBack(t *testing.T) {
	dir, written := exported.Folder(t, exported.Input(t, exported.Publisher))
	types := map[string]string{}
	for _, f := range written {
		types[files+f.Path] = f.MediaType
	}
	set := readLinkset(t, exported.Read(t, dir, "linkset.json"))
	links := map[[3]string]bool{}
	for _, c := range set.Linkset {
		var anchor string
		if err := json.Unmarshal(c["anchor"], &anchor); err != nil {
			t.Fatal(err)
		}
		for rel, text := range c {
			if rel == "anchor" {
				continue
			}
			var targets []struct{ Href, Type string }
			if err := json.Unmarshal(text, &targets); err != nil || len(targets) == 0 {
				t.Fatalf("%s of %s: %v", rel, anchor, err)
			}
			for _, to := range targets {
				links[[3]string{anchor, rel, to.Href}] = true
				if mediaType, ok := types[to.Href]; strings.HasPrefix(to.Href, files) && (!ok || to.Type != mediaType) {
					t.Errorf("%s %s %s: %q, written as %q", anchor, rel, to.Href, to.Type, mediaType)
				}
			}
		}
	}
	back := map[string]string{"item": "collection", "describedby": "describes"}
	for l := range links {
		if b, ok := back[l[1]]; ok && strings.Contains(l[0], "/datasets/") && strings.Contains(l[0], ".nb.") && !links[[3]string{l[2], b, l[0]}] {
			t.Errorf("%s does not lead back to %s by %s", l[2], l[0], b)
		}
	}
	page := files + "datasets/graph.nb.html"
	for _, want := range [][2]string{
		{"cite-as", "https://doi.org/10.1234/abc"}, {"type", "https://schema.org/Dataset"}, {"type", "https://schema.org/AboutPage"},
		{"license", "https://creativecommons.org/licenses/by/4.0/"}, {"describedby", files + "catalog.rdf"}, {"item", files + "tables/claims.csv"},
		{"author", "https://organization-catalog.fellesdatakatalog.digdir.no/organizations/974760673"}, {"linkset", files + "linkset.json"},
	} {
		if !links[[3]string{page, want[0], want[1]}] {
			t.Errorf("%s has no %s to %s", page, want[0], want[1])
		}
	}
}

func TestTheSitemapListsEveryPageOnce(t *testing.T) {
	dir, written := exported.Folder(t, exported.Input(t, exported.Publisher))
	var want []string
	for _, f := range written {
		if f.MediaType == "text/html" && f.Path != "index.html" {
			want = append(want, files+f.Path)
		}
	}
	urls, days := sitemap(t, exported.Read(t, dir, site.Sitemap))
	slices.Sort(want)
	slices.Sort(urls)
	if !slices.Equal(urls, want) {
		t.Errorf("%v, want %v", urls, want)
	}
	if len(days) != 1 || days[0] != "2026-11-20" {
		t.Errorf("changed on %v, want the day that the publisher names", days)
	}
	if robots := string(exported.Read(t, dir, "robots.txt")); !strings.Contains(robots, "\nSitemap: "+files+"sitemap.xml\n") {
		t.Errorf("%q", robots)
	}
}

func sitemap(t *testing.T, text []byte) (locs, days []string) {
	t.Helper()
	type entry struct {
		Loc     string `xml:"http://www.sitemaps.org/schemas/sitemap/0.9 loc"`
		LastMod string `xml:"http://www.sitemaps.org/schemas/sitemap/0.9 lastmod"`
	}
	var document struct {
		URLs  []entry `xml:"http://www.sitemaps.org/schemas/sitemap/0.9 url"`
		Parts []entry `xml:"http://www.sitemaps.org/schemas/sitemap/0.9 sitemap"`
	}
	if err := xml.Unmarshal(text, &document); err != nil {
		t.Fatal(err)
	}
	for _, e := range append(document.URLs, document.Parts...) {
		locs, days = append(locs, e.Loc), append(days, e.LastMod)
	}
	slices.Sort(days)
	return locs, slices.Compact(days)
}

// A sitemap has no more than 50,000 addresses.
func TestALargeSitemapHasParts(t *testing.T) {
	p := publication.Default()
	p.Files = files
	in := &artifact.Input{Publication: p}
	for range 120_000 {
		in.Written = append(in.Written, artifact.File{Path: "x.html", Entry: artifact.Entry{MediaType: "text/html"}})
	}
	var index bytes.Buffer
	if err := site.WriteSitemap(&index, in); err != nil {
		t.Fatal(err)
	}
	parts, _ := sitemap(t, index.Bytes())
	var names []string
	sum := 0
	for name, write := range site.SitemapParts(in) {
		var part bytes.Buffer
		if err := write(&part); err != nil {
			t.Fatal(err)
		}
		urls, _ := sitemap(t, part.Bytes())
		names = append(names, files+site.Sitemaps+name)
		sum += len(urls)
	}
	if !slices.Equal(parts, names) || len(parts) != 3 || sum != 120_000 {
		t.Errorf("%v, %v, %d addresses", parts, names, sum)
	}
}

func TestOnlyServicesThatThereAreAreListed(t *testing.T) {
	dir, _ := exported.Folder(t, exported.Input(t, exported.Publisher))
	set := readLinkset(t, exported.Read(t, dir, ".well-known/api-catalog"))
	items := string(set.Linkset[0]["item"])
	if len(set.Linkset) != 3 || !strings.Contains(items, `"https://data.etat.no/sparql"`) || !strings.Contains(items, files+"feed.trig") {
		t.Errorf("%s", set.Linkset)
	}
	dir, written := exported.Folder(t, exported.Input(t, ""))
	if set := readLinkset(t, exported.Read(t, dir, ".well-known/api-catalog")); len(set.Linkset) != 2 {
		t.Errorf("there is only the feed, and listed are %s", set.Linkset)
	}
	if !names(written)["feed.trig"] {
		t.Error("no feed is written")
	}
	if !bytes.Equal(exported.Read(t, dir, ".well-known/void"), exported.Read(t, dir, "void.ttl")) {
		t.Error("the two descriptions of the graph differ")
	}
}

// Without an address of files nothing can be said of where they are.
func TestFilesThatAreNotServedHaveNoAddress(t *testing.T) {
	dir, written := exported.Folder(t, exported.Input(t, "files: none\n"))
	for _, f := range written {
		if strings.HasPrefix(f.Path, site.W3ID) {
			t.Errorf("%s is written", f.Path)
		}
	}
	if urls, _ := sitemap(t, exported.Read(t, dir, site.Sitemap)); len(urls) > 0 {
		t.Errorf("%v", urls)
	}
	if set := readLinkset(t, exported.Read(t, dir, "linkset.json")); len(set.Linkset) > 0 {
		t.Errorf("%v", set)
	}
}
