package reviews_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode"

	"policygraph/reviews"
	"policygraph/reviews/coverage"
)

// The built-in review is held against its text here, where the text is at hand:
// in the file that POLICYGRAPH_SOURCE names, ../shared/source beside the module
// by default. Elsewhere these tests are skipped; if CI is true, they fail.

const fafo = "fafo-2020-05"

func sourceText(t *testing.T) *reviews.Text {
	t.Helper()
	file := os.Getenv("POLICYGRAPH_SOURCE")
	if file == "" {
		file = filepath.Join("..", "..", "shared", "source", "fafo-notat-2020-05.txt")
	}
	text, err := os.ReadFile(file)
	switch {
	case err == nil:
		return reviews.NewText(text)
	case os.Getenv("CI") == "true":
		t.Fatalf("the text of the review is missing: %v", err)
	}
	t.Skipf("the text of the review is not at hand: %v", err)
	return nil
}

func builtIn(t *testing.T) *reviews.Corpus {
	t.Helper()
	corpus, problems := reviews.Load(reviews.Data(), reviews.Options{})
	for _, p := range problems {
		if p.Severity == reviews.Error {
			t.Error(p)
		}
	}
	return corpus
}

func TestBuiltInReviewsHaveNoErrors(t *testing.T) { builtIn(t) }

func TestEachAnchorHoldsInTheText(t *testing.T) {
	for _, p := range builtIn(t).CheckAnchors(fafo, sourceText(t)) {
		t.Error(p)
	}
}

func TestEverythingCitedAndCountedIsCodedOrLeftOutWithAReason(t *testing.T) {
	report := coverage.Of(builtIn(t), fafo, sourceText(t))
	for _, c := range report.Citations {
		if c.Status == coverage.Missing {
			t.Errorf("lines %s: %s is not in the graph", c.Lines, c.Text)
		}
	}
	for _, n := range report.Numbers {
		if n.Status != coverage.Covered && n.Status != coverage.LeftOut {
			t.Errorf("lines %s: %s is not in the graph", n.Lines, n.Text)
		}
	}
	for _, p := range report.Passages {
		if p.Status != coverage.LeftOut {
			t.Errorf("lines %s: no statement points here, and no reason is given", p.Lines)
		}
	}
	if len(report.Citations) < 150 || len(report.Numbers) < 30 {
		t.Errorf("only %d citations and %d numbers were found in the text", len(report.Citations), len(report.Numbers))
	}
}

// longest is how many words in a row our texts may share with the source.
const longest = 7

func TestTextsAreInOurOwnWords(t *testing.T) {
	runs := wordRuns(sourceText(t).Flow().Text)
	compared := 0
	for r := range builtIn(t).All() {
		for _, f := range r.Table().Fields {
			if f.Type.Base != reviews.TypeLangText || r.Kind == reviews.KindReview || r.Kind == reviews.KindSection {
				continue // titles are printed words
			}
			for _, v := range r.Values(f.Column) {
				compared++
				words := words(v.Text)
				for i := 0; i+longest+1 <= len(words); i++ {
					if run := strings.Join(words[i:i+longest+1], " "); runs[run] {
						t.Errorf("%s: %q stands in the source", v.Source, run)
					}
				}
			}
		}
	}
	if compared < 1000 {
		t.Errorf("only %d texts were compared", compared)
	}
}

// wordRuns holds each run of words of the text that is one too long.
func wordRuns(text string) map[string]bool {
	w := words(text)
	runs := make(map[string]bool)
	for i := 0; i+longest+1 <= len(w); i++ {
		runs[strings.Join(w[i:i+longest+1], " ")] = true
	}
	return runs
}

func words(text string) []string {
	return slices.Collect(strings.FieldsFuncSeq(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }))
}
