package pages_test

import (
	"crypto/sha256"
	"encoding/base64"
	"html"
	"net/url"
	"path"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"policygraph/exports/artifact"
	"policygraph/exports/internal/exported"
	"policygraph/internal/webtest"
)

// ours are the pages of the package, in a folder.
func ours(dir string, files []artifact.File) (pages []string) {
	for _, f := range files {
		if strings.HasPrefix(f.Path, "index.") || strings.HasPrefix(f.Path, "concepts.") || strings.HasPrefix(f.Path, "datasets/") {
			pages = append(pages, filepath.Join(dir, filepath.FromSlash(f.Path)))
		}
	}
	return pages
}

func TestEverybodyCanUseThePages(t *testing.T) {
	dir, files := exported.Folder(t, exported.Input(t, exported.Publisher))
	all := ours(dir, files)
	if len(all) != 11 {
		t.Fatalf("%d pages, want 11", len(all))
	}
	webtest.Valid(t, all...)
	webtest.Accessible(t, all...)
}

var (
	anchors = regexp.MustCompile(` id="([^"]+)"`)
	hrefs   = regexp.MustCompile(`<(?:a|link) [^>]*href="([^"]+)"`)
)

// Every link of a page into the export leads to a file that is there, and to an
// anchor that it has.
func TestEveryLinkLeadsSomewhere(t *testing.T) {
	for name, yaml := range map[string]string{"files apart from the base": exported.Publisher, "files at the base": "", "no files served": "files: none\n"} {
		dir, files := exported.Folder(t, exported.Input(t, yaml))
		has := map[string]map[string]bool{}
		for _, f := range files {
			has[f.Path] = map[string]bool{}
			if strings.HasPrefix(f.MediaType, "text/html") {
				for _, m := range anchors.FindAllSubmatch(exported.Read(t, dir, f.Path), -1) {
					has[f.Path][string(m[1])] = true
				}
			}
		}
		n := 0
		for _, f := range files {
			if !strings.HasPrefix(f.MediaType, "text/html") {
				continue
			}
			for _, m := range hrefs.FindAllSubmatch(exported.Read(t, dir, f.Path), -1) {
				target, fragment, ok := within(t, f.Path, string(m[1]))
				if !ok {
					continue
				}
				n++
				if has[target] == nil || fragment != "" && !has[target][fragment] {
					t.Errorf("%s: %s links to %s", name, f.Path, m[1])
				}
			}
		}
		if n < 1000 {
			t.Errorf("%s: %d links looked at", name, n)
		}
	}
}

// within is the file and the anchor that a link of a page leads to, if that is one
// of the export.
func within(t *testing.T, page, href string) (target, fragment string, ok bool) {
	t.Helper()
	u, err := url.Parse(strings.ReplaceAll(href, "&amp;", "&"))
	if err != nil {
		t.Fatal(err)
	}
	const served = "https://data.etat.no/kunnskap/"
	if rest, ours := strings.CutPrefix(u.String(), served); ours && !strings.HasPrefix(rest, "sparql") {
		u, _ = url.Parse(rest)
		page = "index.html"
		if rest == "" {
			return "index.html", "", true
		}
	}
	switch {
	case u.IsAbs():
		return "", "", false
	case u.Path == "":
		return page, u.Fragment, true
	}
	return path.Join(path.Dir(page), u.Path), u.Fragment, true
}

func TestPagesKnowTheirOwnAddressAndThatOfTheOtherLanguage(t *testing.T) {
	dir, _ := exported.Folder(t, exported.Input(t, exported.Publisher))
	const at = "https://data.etat.no/kunnskap/"
	for page, want := range map[string][]string{
		"index.html": {
			`<link rel="canonical" href="` + at + `index.nb.html">`, `hreflang="x-default" href="` + at + `"`, `<html lang="nb">`,
			`<link rel="describedby" type="text/turtle" href="` + at + `catalog.ttl">`,
		},
		"datasets/graph.en.html": {
			`<link rel="canonical" href="` + at + `datasets/graph.en.html">`, `hreflang="nb" href="` + at + `datasets/graph.nb.html"`,
			`<link rel="cite-as" href="https://doi.org/10.1234/abc">`, `<link rel="item" type="text/turtle" href="` + at + `policygraph.ttl">`,
			`<link rel="license" href="https://creativecommons.org/licenses/by/4.0/">`,
		},
	} {
		text := string(exported.Read(t, dir, page))
		for _, w := range want {
			if !strings.Contains(text, w) {
				t.Errorf("%s has no %s", page, w)
			}
		}
	}
}

func TestAPageMayLoadNothing(t *testing.T) {
	dir, files := exported.Folder(t, exported.Input(t, exported.Publisher))
	for _, p := range ours(dir, files) {
		rel, err := filepath.Rel(dir, p)
		if err != nil {
			t.Fatal(err)
		}
		text := string(exported.Read(t, dir, filepath.ToSlash(rel)))
		_, style, _ := strings.Cut(text, "<style>")
		style, _, _ = strings.Cut(style, "</style>")
		sum := sha256.Sum256([]byte(style))
		want := `content="default-src 'none'; style-src 'sha256-` + base64.StdEncoding.EncodeToString(sum[:]) + `'; base-uri 'none'; form-action 'none'"`
		if !strings.Contains(html.UnescapeString(text), want) {
			t.Errorf("%s has no policy, or not that of its style sheet", rel)
		}
		for _, loaded := range []string{" src=", "@import", "url(", `rel="stylesheet"`} {
			if strings.Contains(text, loaded) {
				t.Errorf("%s has %s", rel, loaded)
			}
		}
	}
}
