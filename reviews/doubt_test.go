package reviews

import (
	"strings"
	"testing"
	"testing/fstest"
)

func TestWhatFollowsFromARowThatIsWrongIsNotTold(t *testing.T) {
	for _, row := range []struct{ name, file, old, new, want string }{
		{"a finding without its study", inFindings, "rinne-2018,offers,Rinne 2018", ",offers,Rinne 2018",
			`mini-2021/findings.csv:3:1: "study" must be filled: the work the result comes from`},
		{"a finding whose study has no right name", inFindings, "rinne-2018,offers,Rinne 2018", "rinne 2018,offers,Rinne 2018",
			`mini-2021/findings.csv:3:1: no source is called "rinne 2018"; did you mean "rinne-2018"?`},
		{"a finding that could not be split", inFindings, "rinne-2018,offers,Rinne 2018,", `rinne-2018,offers,Rinne "2018",`,
			`mini-2021/findings.csv:3:25: a quote in the middle of a cell: put the whole cell in quotes and double the quotes inside it, as in "the ""old"" rule"`},
	} {
		m := miniFS(t)
		edit(t, m, row.file, row.old, row.new)
		if got := lettersOf(m, Options{}); got != row.want+"\n" {
			t.Errorf("%s\ngot  %s\nwant %s", row.name, got, row.want)
		}
	}
}

func TestAWrongNameIsNotSuggestedForAnother(t *testing.T) {
	m := miniFS(t)
	edit(t, m, inFindings, "rinne-2018,offers,Rinne 2018", "rinne-2081,offers,Rinne 2018")
	edit(t, m, inConflicts, "rinne-2018.offers", "rinne-2018.ofers")
	if got := lettersOf(m, Options{}); strings.Contains(got, "rinne-2081.offers") || !strings.Contains(got, `"rinne-2018.ofers"`) {
		t.Errorf("got %s", got)
	}
}

func TestInAListOfYAMLWithARowThatIsNoneReferencesAreNotCalledWrong(t *testing.T) {
	m := miniFS(t)
	delete(m, inGroups)
	m["concepts/populations.yaml"] = &fstest.MapFile{Data: []byte("- refugees\n")}
	want := "concepts/populations.yaml:1:3: expected a mapping, with a key and a value on each line\n"
	if got := lettersOf(m, Options{}); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

// What is wrong in one place is told once, whatever else it makes wrong.
func TestOneMistakeEarnsOneLetter(t *testing.T) {
	sections := func(t *testing.T, m fstest.MapFS) string {
		t.Helper()
		before, _, found := strings.Cut(string(m[inReviewYAML].Data), "sections:")
		if !found {
			t.Fatal("the good review has no sections")
		}
		return before
	}
	for _, row := range []struct {
		name   string
		change func(*testing.T, fstest.MapFS)
		want   string
	}{
		{"a cell without end", func(t *testing.T, m fstest.MapFS) {
			edit(t, m, inGaps, "Ingen har fulgt deltakerne lenge nok.", strings.Repeat("x", maxCell+1))
		}, "mini-2021/gaps.csv:2:96: a cell of more than 1 MiB was not read"},
		{"no sections", func(t *testing.T, m fstest.MapFS) {
			m[inReviewYAML] = &fstest.MapFile{Data: []byte(sections(t, m))}
		}, "mini-2021/review.yaml:1:1: the review has no sections, and statements say which they are in: write a list under sections"},
		{"sections that are no list", func(t *testing.T, m fstest.MapFS) {
			m[inReviewYAML] = &fstest.MapFile{Data: []byte(sections(t, m) + "sections: none\n")}
		}, "mini-2021/review.yaml:19:11: expected a list, each item beginning with a hyphen"},
		{"concepts in the folder of one of the reviews", func(t *testing.T, m fstest.MapFS) {
			m["mini-2021/concepts/measures.csv"] = m[inMeasures]
			delete(m, inMeasures)
		}, "mini-2021/concepts:1:1: the concepts of all reviews belong in one folder concepts beside them; here they were not read"},
	} {
		m := miniFS(t)
		row.change(t, m)
		if got := lettersOf(m, Options{}); got != row.want+"\n" {
			t.Errorf("%s\ngot  %s\nwant %s", row.name, got, row.want)
		}
	}
}

func TestAReviewAloneWhoseNameIsUnknownSuggestsNone(t *testing.T) {
	m := alone(t)
	m[reviewFile] = &fstest.MapFile{Data: []byte("id: [\n")}
	if got := lettersOf(m, Options{Shared: miniFS(t)}); strings.Contains(got, "unnamed") || strings.Count(got, "\n") != 1 {
		t.Errorf("got %s", got)
	}
}
