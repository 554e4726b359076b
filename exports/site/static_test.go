package site_test

import (
	"net/url"
	"strings"
	"testing"

	"policygraph/exports/internal/exported"
	"policygraph/exports/site"
)

// Every kind of address that is no file leads to one that is there, by the first
// rule that matches.
func TestStaticHostsLeadPermanentAddressesToFiles(t *testing.T) {
	in := exported.Input(t, "")
	dir, written := exported.Folder(t, in)
	base, err := url.Parse(in.Base)
	if err != nil {
		t.Fatal(err)
	}
	there := names(written)
	in.Written = written
	var text strings.Builder
	if err := site.WriteRedirects(&text, &in); err != nil {
		t.Fatal(err)
	}
	if there[site.Redirects] && text.String() != string(exported.Read(t, dir, site.Redirects)) {
		t.Error("the export has other redirects")
	}
	lead := func(path string) string {
		for line := range strings.Lines(text.String()) {
			f := strings.Fields(line)
			if len(f) != 3 || f[2] != "302" {
				t.Fatalf("%q is no rule", line)
			}
			stem, star := strings.CutSuffix(f[0], "*")
			if rest, ok := strings.CutPrefix(base.Path+path, stem); ok && (star || rest == "") {
				return strings.TrimPrefix(strings.Replace(f[1], ":splat", rest, 1), base.Path)
			}
		}
		return ""
	}
	for path, want := range map[string]string{
		"ns": "ns.nb.html", "catalog": "catalog.ttl", "context/v1": "vocabulary/context.jsonld", "code/rct": "concepts.nb.html#code-rct",
		"id/dataset/graph": "datasets/graph.nb.html", "id/dataset/reviews/fafo-2020-05": "datasets/reviews-fafo-2020-05.nb.html",
		"id/measure/x": "concepts.nb.html#id-measure-x", "id/problem/x": "concepts.nb.html#id-problem-x", "id/finding/x": "datasets/graph.nb.html",
		"id/period/graph": "catalog.ttl", "id/period/fafo-2020-05": "datasets/graph.nb.html",
		"graph/fafo-2020-05": "reviews/fafo-2020-05.ttl", "graph/else": "policygraph.trig",
	} {
		file, _, _ := strings.Cut(want, "#")
		if got := lead(path); got != want || !there[file] {
			t.Errorf("%s leads to %q, want %q, which is there: %t", path, got, want, there[file])
		}
	}
	if n := strings.Count(text.String(), "* "); n > 100 {
		t.Errorf("%d rules with a star", n)
	}
	for f := range there {
		if to := lead(f); to != "" {
			t.Errorf("the file %s is led away to %s", f, to)
		}
	}
}
