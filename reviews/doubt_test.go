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
