package reviews_test

import (
	"bytes"
	"errors"
	"os"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"

	"policygraph/reviews"
	"policygraph/reviews/coverage"
	"policygraph/reviews/report"
)

// What docs/starting-a-review.md shows is read from the page and tried here.

func startingPage(t *testing.T) string {
	t.Helper()
	page, err := os.ReadFile("../docs/starting-a-review.md")
	if err != nil {
		t.Fatal(err)
	}
	return string(page)
}

// shownFile finds a file of the review on the page: its name, perhaps a remark,
// and its content in a fence.
var shownFile = regexp.MustCompile("(?s)\n`my-review/([^`\n]+)`[^\n]*\n\n```\\w+\n(.*?)\n```\n")

// shownReview returns the folder on the page, and the text that goes with it.
func shownReview(t *testing.T) (fstest.MapFS, *reviews.Text) {
	t.Helper()
	page := startingPage(t)
	m := fstest.MapFS{}
	for _, found := range shownFile.FindAllStringSubmatch(page, -1) {
		m[found[1]] = &fstest.MapFile{Data: []byte(found[2] + "\n")}
		if name := found[1][strings.LastIndexByte(found[1], '/')+1:]; !strings.Contains(fenced(t, page, "text", 1), name) {
			t.Errorf("%s is not in the picture of the folder", found[1])
		}
	}
	if shown := strings.Count(page, "\n`my-review/"); len(m) != shown || shown < 7 {
		t.Fatalf("%d of %d files were found", len(m), shown)
	}
	return m, reviews.NewText([]byte(fenced(t, page, "text", 0)))
}

// fenced returns the n-th block of a language.
func fenced(t *testing.T, page, language string, n int) string {
	t.Helper()
	blocks := strings.Split(page, "\n```"+language+"\n")
	if len(blocks) < n+2 {
		t.Fatalf("the page has no block %d of %s", n, language)
	}
	block, _, _ := strings.Cut(blocks[n+1], "```")
	return block
}

func loadShown(m fstest.MapFS) (*reviews.Corpus, []reviews.Problem) {
	return reviews.Load(m, reviews.Options{Name: "my-review", Shared: reviews.Data(), SharedName: "built in"})
}

func TestTheReviewOnThePageEarnsTheLettersOnThePage(t *testing.T) {
	m, _ := shownReview(t)
	_, problems := loadShown(m)
	var b bytes.Buffer
	if err := errors.Join(report.Letters(&b, problems, report.Options{}), report.Summary(&b, problems, report.Options{})); err != nil {
		t.Fatal(err)
	}
	want := "$ policygraph check --review my-review\n" + b.String() + "ok: … statements\n"
	if got := fenced(t, startingPage(t), "console", 0); got != want {
		t.Errorf("the page shows\n%s\nwant\n%s", got, want)
	}
}

func TestTheReviewOnThePagePassesOnceAnchored(t *testing.T) {
	m, text := shownReview(t)
	corpus, _ := loadShown(m)
	var anchors bytes.Buffer
	if err := corpus.WriteAnchors(&anchors, "my-review", text); err != nil {
		t.Fatal(err)
	}
	m["anchors.csv"] = &fstest.MapFile{Data: anchors.Bytes()}
	m["review.yaml"].Data = reviews.WithSourceDigest(m["review.yaml"].Data, text.Digest())
	corpus, problems := loadShown(m)
	for _, p := range append(problems, corpus.CheckAnchors("my-review", text)...) {
		t.Error(p)
	}
	report := coverage.Of(corpus, "my-review", text)
	var found []string
	for _, c := range report.Citations {
		found = append(found, c.Text+" "+string(c.Status))
	}
	for _, n := range report.Numbers {
		found = append(found, n.Text+" "+string(n.Status))
	}
	for _, p := range report.Passages {
		found = append(found, p.Lines.String()+" "+string(p.Status))
	}
	want := "Berg 2015 covered, Berg 2015 covered, two years covered, 51 per cent covered, 40 per cent covered, 1 left out"
	if got := strings.Join(found, ", "); got != want {
		t.Errorf("coverage\ngot  %s\nwant %s", got, want)
	}
}

func TestLinksOfTheCuratorsPagesLeadSomewhere(t *testing.T) {
	for _, page := range []string{"starting-a-review.md", "tables.md", "checking.md"} {
		text, err := os.ReadFile("../docs/" + page)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range regexp.MustCompile(`\]\(([^)#]*)(?:#([^)]*))?\)`).FindAllStringSubmatch(string(text), -1) {
			if _, err := os.Stat("../docs/" + m[1]); err != nil {
				t.Errorf("%s links to %s", page, m[1])
			}
			if m[2] != "" && !hasHeading(string(text), m[2]) {
				t.Errorf("%s links to its heading %s", page, m[2])
			}
		}
	}
}

func hasHeading(page, anchor string) bool {
	for line := range strings.Lines(page) {
		if title := strings.TrimLeft(line, "#"); title != line && reviews.Slug(title) == anchor {
			return true
		}
	}
	return false
}
