package reference_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"html"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/cayleygraph/quad"

	"policygraph/graph"
	"policygraph/graph/jsonld"
	"policygraph/graph/turtle"
	"policygraph/internal/webtest"
	"policygraph/ontology"
	"policygraph/ontology/reference"
	"policygraph/ontology/vocab"
	"policygraph/reviews"
)

var builtInOnce = sync.OnceValues(func() (*graph.Dataset, error) {
	corpus, problems := reviews.Load(reviews.Data(), reviews.Options{})
	if errors, _, _ := reviews.Count(problems); errors > 0 {
		return nil, fmt.Errorf("the built-in reviews have %d errors", errors)
	}
	var b graph.Builder
	for q := range corpus.Quads(reviews.QuadOptions{Base: vocab.Base}) {
		if err := b.Add(q); err != nil {
			return nil, err
		}
	}
	return b.Dataset(), nil
})

func builtIn(t testing.TB) *graph.Dataset {
	t.Helper()
	d, err := builtInOnce()
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func written(t testing.TB, lang reference.Lang, format reference.Format, in reference.Input) string {
	t.Helper()
	var out bytes.Buffer
	if err := reference.Write(&out, lang, format, in); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

var languages = []reference.Lang{reference.NB, reference.EN}

// forms is how anchors and links to them look in each format.
var forms = []struct {
	format       reference.Format
	anchor, link *regexp.Regexp
}{
	{reference.HTML, regexp.MustCompile(`\bid="([^"]+)"`), regexp.MustCompile(`\bhref="([^"]+)"`)},
	{reference.Markdown, regexp.MustCompile(`<a id="([^"]+)"></a>`), regexp.MustCompile(`\]\(([^)]+)\)`)},
}

func each(t *testing.T, check func(t *testing.T, page string, anchors, links []string)) {
	in := reference.Input{Data: builtIn(t)}
	for _, l := range languages {
		for _, f := range forms {
			t.Run(string(l)+" "+string(f.format), func(t *testing.T) {
				page := written(t, l, f.format, in)
				check(t, page, matches(f.anchor, page), matches(f.link, page))
			})
		}
	}
}

func matches(r *regexp.Regexp, page string) []string {
	var all []string
	for _, m := range r.FindAllStringSubmatch(page, -1) {
		all = append(all, html.UnescapeString(m[1]))
	}
	return all
}

func TestEveryTermHasAnAnchorThatIsItsFragment(t *testing.T) {
	for _, term := range reference.Terms() {
		want := strings.ReplaceAll(strings.TrimPrefix(string(term), vocab.Base), "code/", "code-")
		if got := reference.Anchor(term); got != strings.TrimPrefix(want, "ns#") {
			t.Errorf("the anchor of %s is %q", term, got)
		}
	}
	each(t, func(t *testing.T, _ string, anchors, _ []string) {
		for _, term := range reference.Terms() {
			if !slices.Contains(anchors, reference.Anchor(term)) {
				t.Errorf("no anchor for %s", term)
			}
		}
	})
}

// A shape that is only a bundle of others has no message, and is not told of by itself.
func TestEveryShapeHasAnAnchorThatIsItsName(t *testing.T) {
	var names [][]string
	for paragraph := range strings.SplitSeq(string(ontology.Shapes()), "\n\n") {
		if strings.Contains(paragraph, "sh:message") {
			names = append(names, regexp.MustCompile(`(?m)^pgs:(S\S+) a sh:`).FindStringSubmatch(paragraph))
		}
	}
	if len(names) < 100 {
		t.Fatalf("found %d shapes", len(names))
	}
	each(t, func(t *testing.T, _ string, anchors, _ []string) {
		for _, n := range names {
			if !slices.Contains(anchors, n[1]) {
				t.Errorf("no anchor for %s", n[1])
			}
		}
	})
}

func TestAnchorsAreThereOnce(t *testing.T) {
	each(t, func(t *testing.T, _ string, anchors, _ []string) {
		seen := map[string]bool{}
		for _, a := range anchors {
			if seen[a] {
				t.Errorf("%q is there twice", a)
			}
			seen[a] = true
		}
	})
}

func TestLinksLeadSomewhere(t *testing.T) {
	var files []string
	for _, p := range reference.Pages() {
		files = append(files, p.Name)
	}
	each(t, func(t *testing.T, _ string, anchors, links []string) {
		for _, l := range links {
			inside, isInside := strings.CutPrefix(l, "#")
			switch {
			case isInside && !slices.Contains(anchors, inside):
				t.Errorf("a link leads to %s, which is not there", l)
			case !isInside && !strings.Contains(l, "://") && !slices.Contains(files, l):
				t.Errorf("a link leads to %s, which is not among the files", l)
			}
		}
	})
}

func TestAPageNeedsNothingButItself(t *testing.T) {
	needs := regexp.MustCompile(`(?i)<(script|img|iframe|link)[^>]*\bsrc=|@import|url\((?:"|')?(?:http|/)|<link rel="stylesheet"`)
	for _, l := range languages {
		if found := needs.FindString(written(t, l, reference.HTML, reference.Input{Data: builtIn(t)})); found != "" {
			t.Errorf("%s: %s", l, found)
		}
	}
}

func TestTheSameInputGivesTheSameBytes(t *testing.T) {
	for _, p := range reference.Pages() {
		var one, two bytes.Buffer
		for _, out := range []*bytes.Buffer{&one, &two} {
			if err := p.Write(out, reference.Input{Data: builtIn(t)}); err != nil {
				t.Fatal(err)
			}
		}
		if !bytes.Equal(one.Bytes(), two.Bytes()) {
			t.Errorf("%s differs from run to run", p.Name)
		}
	}
}

func files(t *testing.T) []string {
	t.Helper()
	dir := t.TempDir()
	var pages []string
	for _, p := range reference.Pages() {
		if p.Format != reference.HTML {
			continue
		}
		var out bytes.Buffer
		if err := p.Write(&out, reference.Input{Data: builtIn(t)}); err != nil {
			t.Fatal(err)
		}
		name := filepath.Join(dir, p.Name)
		if err := os.WriteFile(name, out.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
		pages = append(pages, name)
	}
	return pages
}

func TestThePagesAreValidHTML(t *testing.T) { webtest.Valid(t, files(t)...) }

func TestThePagesAreAccessible(t *testing.T) { webtest.Accessible(t, files(t)...) }

func TestTheOntologyIsInThePageForIndexers(t *testing.T) {
	script := regexp.MustCompile(`(?s)<script type="application/ld\+json">(.*?)</script>`)
	for _, l := range languages {
		found := script.FindStringSubmatch(written(t, l, reference.HTML, reference.Input{}))
		if found == nil {
			t.Fatal("no block of JSON-LD")
		}
		if strings.Contains(found[1], "<") {
			t.Error("there is a < in the block")
		}
		var set struct {
			ID    string                            `json:"@id"`
			Lang  string                            `json:"inLanguage"`
			Terms []struct{ Name, TermCode string } `json:"hasDefinedTerm"`
		}
		if err := json.Unmarshal([]byte(found[1]), &set); err != nil {
			t.Fatal(err)
		}
		if set.ID != string(vocab.Ontology) || set.Lang != string(l) || len(set.Terms) != len(reference.Terms()) {
			t.Errorf("the block is about %s in %s with %d terms", set.ID, set.Lang, len(set.Terms))
		}
	}
}

// Text of a review stands in examples; none of it may become markup.
func TestTextOfTheDataStaysText(t *testing.T) {
	const evil = "</script><script>alert(1)</script> ``` <b>bold</b>"
	var b graph.Builder
	s := quad.IRI(vocab.IDNamespace + "measure/evil")
	for _, q := range []quad.Quad{
		{Subject: s, Predicate: vocab.RDFType, Object: vocab.Measure},
		{Subject: s, Predicate: vocab.SKOSPrefLabel, Object: quad.LangString{Value: evil, Lang: "en"}},
	} {
		if err := b.Add(q); err != nil {
			t.Fatal(err)
		}
	}
	in := reference.Input{Data: b.Dataset()}
	page := written(t, reference.EN, reference.HTML, in)
	if !strings.Contains(page, "&lt;script&gt;alert(1)") || strings.Contains(page, "<script>alert") {
		t.Error("the text is not escaped in HTML")
	}
	if !strings.Contains(written(t, reference.EN, reference.Markdown, in), "````turtle\n") {
		t.Error("the fence is no longer than what is between")
	}
}

func TestAnotherBaseMovesEveryAddressOfOurs(t *testing.T) {
	const base = "https://example.org/pg/"
	var b graph.Builder
	for q := range builtIn(t).Quads() {
		move := func(v quad.Value) quad.Value {
			if iri, ok := v.(quad.IRI); ok {
				return vocab.Rebase(iri, base)
			}
			return v
		}
		if err := b.Add(quad.Quad{Subject: move(q.Subject), Predicate: move(q.Predicate), Object: move(q.Object)}); err != nil {
			t.Fatal(err)
		}
	}
	in := reference.Input{Data: b.Dataset(), Base: base}
	for _, p := range reference.Pages() {
		var moved, plain bytes.Buffer
		if err := p.Write(&moved, in); err != nil {
			t.Fatal(err)
		}
		if strings.Contains(moved.String(), vocab.Base) {
			t.Errorf("%s has an address below the default base", p.Name)
		}
		if err := p.Write(&plain, reference.Input{Data: builtIn(t)}); err != nil {
			t.Fatal(err)
		}
		if p.Lang != "" && strings.ReplaceAll(plain.String(), vocab.Base, base) != moved.String() {
			t.Errorf("%s differs in more than addresses", p.Name)
		}
	}
}

func TestTheOntologyGoesAlongAsItIs(t *testing.T) {
	var want []string
	for q, err := range turtle.Read(bytes.NewReader(ontology.Turtle()), turtle.ReadOptions{}) {
		if err != nil {
			t.Fatal(err)
		}
		want = append(want, q.Predicate.String())
	}
	for _, p := range reference.Pages() {
		if p.Lang != "" {
			continue
		}
		var out bytes.Buffer
		if err := p.Write(&out, reference.Input{}); err != nil {
			t.Fatal(err)
		}
		read := turtle.Read(&out, turtle.ReadOptions{})
		if strings.HasSuffix(p.Name, ".jsonld") {
			read = jsonld.Read(bytes.NewReader(out.Bytes()), jsonld.ReadOptions{})
		}
		var got []string
		for q, err := range read {
			if err != nil {
				t.Fatal(err)
			}
			got = append(got, q.Predicate.String())
		}
		slices.Sort(got)
		slices.Sort(want)
		if !slices.Equal(got, want) {
			t.Errorf("%s has %d statements, want %d", p.Name, len(got), len(want))
		}
	}
}

func TestWhatCannotBeWrittenIsRefused(t *testing.T) {
	if err := reference.Write(new(bytes.Buffer), "nn", reference.HTML, reference.Input{}); err == nil || !strings.Contains(err.Error(), "nb and en") {
		t.Errorf("a language we do not have: %v", err)
	}
	if err := reference.Write(new(bytes.Buffer), reference.NB, "pdf", reference.Input{}); err == nil || !strings.Contains(err.Error(), "html and markdown") {
		t.Errorf("a format we do not have: %v", err)
	}
}

func BenchmarkWrite(b *testing.B) {
	in := reference.Input{Data: builtIn(b)}
	b.ReportAllocs()
	for b.Loop() {
		for _, p := range reference.Pages() {
			if err := p.Write(new(bytes.Buffer), in); err != nil {
				b.Fatal(err)
			}
		}
	}
}
