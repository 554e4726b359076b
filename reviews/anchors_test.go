package reviews

import (
	"bytes"
	"os"
	"slices"
	"strings"
	"testing"
)

func TestPassageIsTheSameWhereverItsLinesBreak(t *testing.T) {
	for _, row := range []struct{ name, text, want string }{
		{"lines joined by a space", "ett\nto", "ett to"},
		{"white space collapsed", "  ett \t to \n\n  tre", "ett to tre"},
		{"a word split at the end of a line", "antakel-\nser", "antakelser"},
		{"æøå too", "må-\nåpne", "mååpne"},
		{"a space before the next line", "antakel-\n  ser", "antakelser"},
		{"a hyphen before a capital stays", "IMDi-\nNotat", "IMDi- Notat"},
		{"a hyphen before a digit stays", "punkt-\n2", "punkt- 2"},
		{"a hyphen after a digit stays", "2010-\ntallet", "2010- tallet"},
		{"a hyphen alone is a dash", "noe -\nannet", "noe - annet"},
		{"a dash stays", "noe –\nannet", "noe – annet"},
		{"the hyphen of Unicode", "antakel\u2010\nser", "antakelser"},
		{"a soft hyphen, whatever follows", "IMDi\u00AD\nNotat", "IMDiNotat"},
		{"an empty line ends the word", "antakel-\n\nser", "antakel- ser"},
		{"CRLF", "antakel-\r\nser\r\n", "antakelser"},
		{"the last line keeps its hyphen", "ett\nto-", "ett to-"},
	} {
		text := NewText([]byte(row.text))
		if got := text.Passage([]Range{{1, text.Len()}}); got != row.want {
			t.Errorf("%s: got %q, want %q", row.name, got, row.want)
		}
	}
}

func TestRangesOfAPassageAreJoinedByALineFeed(t *testing.T) {
	text := NewText([]byte("ett-\nto\ntre\n"))
	if got, want := text.Passage([]Range{{1, 1}, {3, 9}}), "ett-\ntre"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestDigestIsTheSHA256OfThePassage(t *testing.T) {
	const abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad" // FIPS 180-2, appendix B.1
	text := NewText([]byte("ignored\n ab-\nc \n"))
	if got := Digest(text, []Range{{2, 3}}); got != abc {
		t.Errorf("got %s", got)
	}
	if got := NewText([]byte("abc")).Digest(); got != abc {
		t.Errorf("of the whole text: got %s", got)
	}
}

// miniText is the text of the good review.
func miniText(t *testing.T) []byte {
	t.Helper()
	b, err := os.ReadFile("testdata/mini/text.txt")
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func TestWriteAnchorsWritesWhatLoadReads(t *testing.T) {
	m := miniFS(t)
	var b bytes.Buffer
	if err := loadClean(t, m).WriteAnchors(&b, "mini-2021", NewText(miniText(t))); err != nil {
		t.Fatal(err)
	}
	if want := string(m[inAnchors].Data); b.String() != want {
		t.Errorf("got\n%s\nwant\n%s", b.String(), want)
	}
}

func TestWithoutAnchorsThereIsOneWarning(t *testing.T) {
	m := miniFS(t)
	delete(m, inAnchors)
	_, ps := Load(m, Options{})
	const want = "mini-2021/anchors.csv:1:1: warning: 16 statements without an anchor: policygraph anchor writes the anchors\n"
	if got := letters(ps); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

func TestAnchorsHoldAgainstTheTextTheyWereTakenOf(t *testing.T) {
	if ps := loadClean(t, miniFS(t)).CheckAnchors("mini-2021", NewText(miniText(t))); len(ps) > 0 {
		t.Errorf("found\n%s", letters(ps))
	}
}

func TestMovedPassagesAreFound(t *testing.T) {
	const other = "mini-2021/review.yaml:10:16: warning: the text has another digest, so it is not the very text that was coded\n"
	c := loadClean(t, miniFS(t))
	lines := strings.SplitAfter(string(miniText(t)), "\n")
	for _, row := range []struct {
		name string
		edit func([]string) []string
		want string
	}{
		{"a line put in before some passages", func(l []string) []string { return slices.Insert(l, 26, "Ny linje.\n") },
			`mini-2021/claims.csv:6:82: the passage coded here is not on lines 19-20|28 any more; did you mean "19-20|29"?
mini-2021/claims.csv:9:82: the passage coded here is not on line 27 any more; did you mean "28"?
mini-2021/findings.csv:5:51: the passage coded here is not on line 27 any more; did you mean "28"?
mini-2021/gaps.csv:2:69: the passage coded here is not on line 28 any more; did you mean "29"?
` + other},
		{"two lines taken out, one of them coded", func(l []string) []string { return slices.Delete(l, 20, 22) },
			`mini-2021/claims.csv:6:82: the passage coded here is not on lines 19-20|28 any more; did you mean "19-20|26"?
mini-2021/claims.csv:7:65: the passage coded here is not on line 23 any more; did you mean "21"?
mini-2021/claims.csv:8:71: the passage coded here is not on lines 24-26 any more; did you mean "22-24"?
mini-2021/claims.csv:9:82: the passage coded here is not on line 27 any more; did you mean "25"?
mini-2021/claims.csv:10:68: the passage coded here is not on line 23 any more; did you mean "21"?
mini-2021/findings.csv:2:52: the passage coded here is not on lines 10-12|21 any more, nor on as many lines elsewhere: read it again
mini-2021/findings.csv:4:51: the passage coded here is not on lines 24-26 any more; did you mean "22-24"?
mini-2021/findings.csv:5:51: the passage coded here is not on line 27 any more; did you mean "25"?
mini-2021/gaps.csv:2:69: the passage coded here is not on line 28 any more; did you mean "26"?
` + other},
		{"other line breaks within a passage", func(l []string) []string {
			l[4], l[5] = strings.Replace(l[4], "antakel-\n", "antakelser\n", 1), strings.Replace(l[5], "ser om", "om", 1)
			return l
		}, other},
		{"a word changed", func(l []string) []string { l[14] = strings.Replace(l[14], "flere", "færre", 1); return l },
			`mini-2021/conflicts.csv:2:69: the passage coded here is not on line 15 any more, nor on as many lines elsewhere: read it again
mini-2021/findings.csv:3:35: the passage coded here is not on line 15 any more, nor on as many lines elsewhere: read it again
` + other},
	} {
		text := strings.Join(row.edit(slices.Clone(lines)), "")
		ps := slices.DeleteFunc(c.CheckAnchors("mini-2021", NewText([]byte(text))), func(p Problem) bool { return p.Rule == "L03" })
		if got := letters(ps); got != row.want {
			t.Errorf("%s\ngot\n%s\nwant\n%s", row.name, got, row.want)
		}
	}
}

func TestAnotherTextEarnsOneLetter(t *testing.T) {
	c := loadClean(t, miniFS(t))
	lines := strings.SplitAfter(string(miniText(t)), "\n")
	for _, row := range []struct{ name, text, want string }{
		{"of another review", strings.Repeat("En annen tekst.\n", 9), "16 of 16 passages are not in it"},
		{"of which little is left", strings.Join(lines[:10], ""), "14 of 16 passages are not in it"},
		{"without a word", "", "16 of 16 passages are not in it"},
	} {
		want := "mini-2021/review.yaml:10:16: this is not the text that was coded: " + row.want + "\n"
		ps := c.CheckAnchors("mini-2021", NewText([]byte(row.text)))
		if got := letters(ps); got != want || ps[0].Excerpt == "" {
			t.Errorf("%s\ngot  %s\nwant %s", row.name, got, want)
		}
	}
}

func TestLinesBeyondTheTextAreTold(t *testing.T) {
	text := strings.Join(strings.SplitAfter(string(miniText(t)), "\n")[:26], "")
	ps := loadClean(t, miniFS(t)).CheckAnchors("mini-2021", NewText([]byte(text)))
	ps = slices.DeleteFunc(ps, func(p Problem) bool { return p.Rule != "L03" })
	const want = `mini-2021/claims.csv:6:88: line 28 goes beyond the text, which has 26
mini-2021/claims.csv:9:82: line 27 goes beyond the text, which has 26
mini-2021/findings.csv:5:51: line 27 goes beyond the text, which has 26
mini-2021/gaps.csv:2:69: line 28 goes beyond the text, which has 26
mini-2021/review.yaml:21:61: lines 3-28 go beyond the text, which has 26
mini-2021/review.yaml:23:78: lines 22-28 go beyond the text, which has 26
`
	if got := letters(ps); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestSourceDigestIsWrittenInItsPlace(t *testing.T) {
	for _, row := range []struct{ name, before, after string }{
		{"replaced", "id: x\nsource_digest: old # by hand\nsearch: {}\n", "id: x\nsource_digest: new\nsearch: {}\n"},
		{"before the search", "id: x # kept\nsearch: {}\nsections: []\n", "id: x # kept\nsource_digest: new\nsearch: {}\nsections: []\n"},
		{"before the sections", "id: x\nsections: []\n", "id: x\nsource_digest: new\nsections: []\n"},
		{"at the end", "id: x\n", "id: x\nsource_digest: new\n"},
		{"at the end of a last line without an end", "id: x", "id: x\nsource_digest: new\n"},
		{"into nothing", "", "source_digest: new\n"},
	} {
		if got := string(WithSourceDigest([]byte(row.before), "new")); got != row.after {
			t.Errorf("%s: got %q", row.name, got)
		}
	}
}

// Lines beyond the text that are in no section either are told of by Load.
func TestLinesBeyondTheTextAreToldOnce(t *testing.T) {
	m := miniFS(t)
	edit(t, m, inFindings, ",1.2,,27,", ",1.2,,600,")
	edit(t, m, inSources, "mini-2021:15", "mini-2021:600")
	c, ps := Load(m, Options{})
	told := slices.DeleteFunc(append(ps, c.CheckAnchors("mini-2021", NewText(miniText(t)))...), func(p Problem) bool { return p.Severity != Error })
	want := "mini-2021/findings.csv:5:51: line 600 is not in section 1.2\nsources.csv:3:44: line 600 is in no section of mini-2021\n"
	if got := letters(told); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}
