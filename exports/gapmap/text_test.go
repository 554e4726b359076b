package gapmap

import (
	"strings"
	"testing"
	"unicode/utf8"

	"policygraph/exports/internal/sample"
	"policygraph/ontology/vocab"
)

func TestTheMapInLetters(t *testing.T) {
	m := Read(sample.Parse(t, world+found("a", "null")+gap+`<id/measure/other> a pg:Measure ; skos:prefLabel "annet"@nb, "other"@en .`), vocab.Base)
	var out strings.Builder
	if err := WriteText(&out, m, TextOptions{Lang: EN, Width: 60, Deep: true}); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		"\n                1      2      3      4      5      6      7\n",
		"\nApproach not stated\nwide            01!    01!    .      .      .      .      .\n  narrow        01!    01!    .      .      .      .      .\nother           .      .",
		"\n0 Tested, no effect\n",
		"\n. Nothing said of an effect\n",
	} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("no %q in\n%s", want, out.String())
		}
	}
}

func TestTheMapInLettersFitsItsWidth(t *testing.T) {
	m := Read(sample.Published(t), vocab.Base)
	for _, width := range []int{66, 80, 120} {
		var out strings.Builder
		if err := WriteText(&out, m, TextOptions{Lang: NB, Width: width, Deep: true}); err != nil {
			t.Fatal(err)
		}
		rows, _, _ := strings.Cut(out.String(), "\n+ ")
		for line := range strings.Lines(rows) {
			if utf8.RuneCountInString(strings.TrimSuffix(line, "\n")) > width {
				t.Errorf("wider than %d: %q", width, line)
			}
		}
	}
}

// A sign stands for one shape, so that no two states look the same.
func TestEachSignIsOfOneState(t *testing.T) {
	seen := make(map[string]string)
	for _, shape := range []string{"positive", "negative", "unclear", string(NoEffect), string(Mixed), string(Judged), string(Sought), string(Stated), string(Silent)} {
		if letters[shape] == "" || seen[letters[shape]] != "" {
			t.Errorf("%s and %s are both %q", shape, seen[letters[shape]], letters[shape])
		}
		seen[letters[shape]] = shape
	}
}
