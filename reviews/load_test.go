package reviews

import (
	"bytes"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"policygraph/graph"
)

// lettersOf loads a file system and returns its letters.
func lettersOf(m fs.FS, o Options) string {
	_, ps := Load(m, o)
	return letters(ps)
}

func TestAReviewOnTheDisk(t *testing.T) {
	root := t.TempDir()
	for name, f := range miniFS(t) {
		for _, dir := range []string{"root", "alone"} {
			if dir == "alone" && !strings.HasPrefix(name, "mini-2021/") {
				continue
			}
			file := filepath.Join(root, dir, name)
			if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(file, f.Data, 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
	want := nquads(loadClean(t, miniFS(t)), QuadOptions{})
	for _, row := range []struct {
		name, dir string
		shared    fs.FS
	}{
		{"a data root", "root", nil},
		{"a data root, whatever is shared", "root", fstest.MapFS{}},
		{"a review beside its concepts", "root/mini-2021", nil},
		{"a review beside its concepts, whatever is shared", "root/mini-2021", fstest.MapFS{}},
		{"a review that stands alone", "alone/mini-2021", miniFS(t)},
		{"a data root without concepts", "alone", miniFS(t)},
	} {
		c, ps := LoadDir(filepath.Join(root, row.dir), row.shared, "shared")
		if len(ps) > 0 {
			t.Errorf("%s: found\n%s", row.name, letters(ps))
		}
		if nquads(c, QuadOptions{}) != want {
			t.Errorf("%s: the quads differ", row.name)
		}
	}
}

// alone is the good review without its root, to be read with shared concepts.
func alone(t *testing.T) fstest.MapFS {
	t.Helper()
	m := fstest.MapFS{}
	for name, f := range miniFS(t) {
		if inFolder, ok := strings.CutPrefix(name, "mini-2021/"); ok {
			m[inFolder] = f
		}
	}
	return m
}

func TestAReviewAloneAddsItsOwnConcepts(t *testing.T) {
	m := alone(t)
	m["concepts/problems.csv"] = &fstest.MapFile{Data: []byte("id,label_nb,label_en,definition_nb,definition_en,level\n" +
		"low-pay,Lav lønn,Low pay,Lønn nær trygd.,Pay close to benefits.,macro\n" +
		"early-exit,Tidlig avgang,Leaving early,Slutter tidlig.,Stops early.,macro\n")}
	edit(t, m, "claims.csv", "measure/mentoring,targets", "problem/low-pay,contributesTo,problem/early-exit,asserted,1.2,,23,,,,\nmeasure/mentoring,targets")
	c, ps := Load(m, Options{Shared: miniFS(t), SharedName: "shared"})
	const want = `anchors.csv:1:1: warning: 1 statement without an anchor: policygraph anchor writes the anchors
concepts/problems.csv:2:1: note: no chain of claims leads from a measure to this problem
concepts/problems.csv:3:1: note: the problem "early-exit" takes the place of the shared one: see shared/concepts/problems.csv:2
`
	if got := letters(ps); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	var names []string
	for r := range c.Records(KindProblem) {
		names = append(names, r.Name+" "+r.Text("label_en"))
	}
	if want := []string{"hiring-discrimination Discrimination in hiring", "low-pay Low pay", "early-exit Leaving early"}; !slices.Equal(names, want) {
		t.Errorf("got %q: its own should come after the shared and win over them", names)
	}
}

func TestSharedConceptsNeedNotBeUsed(t *testing.T) {
	shared := miniFS(t)
	edit(t, shared, inMechanisms, "bridging-ties,", "unused,Ubrukt,Unused,,,,Ingen bruker den.,Nobody uses it.,meso,,\nbridging-ties,")
	if got := lettersOf(alone(t), Options{Shared: shared}); got != "" {
		t.Errorf("found\n%s", got)
	}
}

func TestOnlyReadsTheReviewsNamed(t *testing.T) {
	m := miniFS(t)
	m["other-2020/review.yaml"] = &fstest.MapFile{Data: []byte("id: another\n")}
	if got := lettersOf(m, Options{Only: []string{"mini-2021"}}); got != "" {
		t.Errorf("found\n%s", got)
	}
	if got, want := lettersOf(m, Options{Only: []string{"mini-2020"}}), "mini-2020/review.yaml:1:1: there is no such review\n"; got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

// FuzzLoad: whatever stands in a table, each problem points into its file, names
// a rule, and the quads are such as a graph takes.
func FuzzLoad(f *testing.F) {
	files := []string{inReviewYAML, inFindings, inClaims, inSources, inOutcomes, inConflicts, inAnchors}
	for _, s := range slips {
		good, err := os.ReadFile(filepath.Join("testdata/mini", s.file))
		if i := slices.Index(files, s.file); i >= 0 && err == nil {
			f.Add(uint8(i), strings.Replace(string(good), s.old, s.new, 1))
		}
	}
	f.Fuzz(func(t *testing.T, file uint8, text string) {
		m := miniFS(t)
		m[files[int(file)%len(files)]] = &fstest.MapFile{Data: []byte(text)}
		c, ps := Load(m, Options{})
		for _, p := range ps {
			if _, known := severityOf[p.Rule]; !known || p.Line < 1 || p.Column < 1 || p.Column > len([]rune(p.Excerpt))+1 {
				t.Fatalf("%s (%s) in a line of %d", p, p.Rule, len(p.Excerpt))
			}
		}
		rendered(t, ps)
		for q := range c.Quads(QuadOptions{}) {
			var raw graph.RawQuad
			if err := raw.SetQuad(q); err != nil {
				t.Fatalf("%s: %v", q.NQuad(), err)
			}
			if err := raw.Check(); err != nil {
				t.Fatalf("%s: %v", q.NQuad(), err)
			}
		}
	})
}

func TestFilesThatCannotBeReadDoNotMakeReferencesWrong(t *testing.T) {
	for _, row := range []struct{ name, file, content, want string }{
		{"UTF-16", inProblems, "\xFF\xFEi\x00d\x00", "concepts/problems.csv:1:1: expected UTF-8, found UTF-16: save the file as CSV UTF-8\n"},
		{"an empty table", inProblems, "", "concepts/problems.csv:1:1: the file is empty: expected a first line with the names of the columns\n"},
		{"tabs", inSources, "id\tkind\nx\ty\n", "sources.csv:1:1: expected columns separated by comma or semicolon, found tabs: save the file as CSV\n"},
		{"no YAML", inReviewYAML, "id: [", "mini-2021/review.yaml:1:5: a bracket before this is not closed, or a comma is missing\n"},
		{"not the YAML of a review", inReviewYAML, "- id\n", "mini-2021/review.yaml:1:1: expected the keys of a review, such as id: my-review and title: {nb: …, en: …}\n"},
	} {
		m := miniFS(t)
		m[row.file] = &fstest.MapFile{Data: []byte(row.content)}
		if got := lettersOf(m, Options{}); got != row.want {
			t.Errorf("%s\ngot  %s\nwant %s", row.name, got, row.want)
		}
	}
}

func TestAFolderIsNotWhatItShouldBe(t *testing.T) {
	for _, row := range []struct {
		name, want string
		m          fstest.MapFS
	}{
		{"nothing at all", "data:1:1: nothing to read here: expected a review.yaml, folders with one in each, a folder concepts, or a file sources.csv\n", fstest.MapFS{}},
		{"a folder of other things", "data:1:1: nothing to read here: expected a review.yaml, folders with one in each, a folder concepts, or a file sources.csv\n", fstest.MapFS{"x/letter.txt": {}}},
		{"tables without a review", "data/x-2020/review.yaml:1:1: the folder x-2020 has tables but no review.yaml\n", fstest.MapFS{"x-2020/claims.csv": {}}},
		{"a table under another name", "data/concepts/mesures.csv:1:1: no table has this name, and the file was not read; did you mean \"measures.csv\"?\n", fstest.MapFS{"concepts/mesures.csv": {}}},
		{"statements without a review", "data/review.yaml:1:1: review.yaml is missing: it says what the review is called, and tables are read only beside it\n", fstest.MapFS{"claims.csv": {}, "gaps.csv": {}, "findings.xlsx": {}}},
		{"concepts in the root", "data/problems.csv:1:1: problems.csv belongs in the folder concepts; here it was not read\n", fstest.MapFS{"problems.csv": {}}},
		{"what review.yaml holds", "data/sections.yaml:1:1: sections.yaml belongs in review.yaml, under the key sections; here it was not read\n", fstest.MapFS{"sections.yaml": {}}},
		{"a review among the concepts", "data/concepts/review.yaml:1:1: review.yaml belongs in the folder of a review; here it was not read\n", fstest.MapFS{"concepts/review.yaml": {}}},
		{"a review under another name", "data/Review.yml:1:1: the file was not read: save it as review.yaml\n", fstest.MapFS{"claims.csv": {}, "Review.yml": {}}},
		{"the other suffix of YAML", "data/sources.yml:1:1: the file was not read: save it as sources.yaml\n", fstest.MapFS{"sources.yml": {}, "concepts/x.md": {}}},
	} {
		for _, shared := range []fs.FS{nil, miniFS(t)} {
			if got := lettersOf(row.m, Options{Name: "data", Shared: shared}); got != row.want {
				t.Errorf("%s, shared %v\ngot  %s\nwant %s", row.name, shared != nil, got, row.want)
			}
		}
	}
}

func TestATableInTheWrongFolderIsToldWhereItBelongs(t *testing.T) {
	for _, row := range []struct{ file, want string }{
		{"mini-2021/sources.csv", "mini-2021/sources.csv:1:1: sources.csv belongs beside the folders of the reviews, or in that of a review that stands alone; here it was not read\n"},
		{"mini-2021/measures.csv", "mini-2021/measures.csv:1:1: measures.csv belongs in the folder concepts; here it was not read\n"},
		{"mini-2021/concepts/measures.csv", "mini-2021/concepts:1:1: the concepts of all reviews belong in one folder concepts beside them; here they were not read\n"},
		{"concepts/gaps.yaml", "concepts/gaps.yaml:1:1: gaps.yaml belongs beside the review.yaml of its review; here it was not read\n"},
	} {
		m := miniFS(t)
		m[row.file] = &fstest.MapFile{}
		if got := lettersOf(m, Options{}); got != row.want {
			t.Errorf("%s\ngot  %s\nwant %s", row.file, got, row.want)
		}
	}
}

func TestAReviewAloneMayMentionOthersButNotMisspellItself(t *testing.T) {
	const ownSources = "id,kind,cited_as,year,mentions\nnew-2021,study,New 2021,2021,"
	shared := miniFS(t)
	edit(t, shared, inSources, "mini-2021:15", "mini-2021:15|mini-2020:4")
	for _, row := range []struct{ mention, want string }{
		{"mini-2021:15", ""},
		{"other-2019:15", "sources.csv:2:30: note: no review here is called \"other-2019\", so this mention is left out\n"},
		{"mini-2012:15", "sources.csv:2:30: warning: this review is not called \"mini-2012\"; did you mean \"mini-2021:15\"?\n"},
		{"mini-2020:15", ""}, // a review that shared sources know
	} {
		m := alone(t)
		m["sources.csv"] = &fstest.MapFile{Data: []byte(ownSources + row.mention + "\n")}
		if got := lettersOf(m, Options{Shared: shared}); got != row.want {
			t.Errorf("%s\ngot  %s\nwant %s", row.mention, got, row.want)
		}
	}
}

func TestAJudgementRestsOnItsOwnReview(t *testing.T) {
	m := miniFS(t)
	for name, f := range miniFS(t) {
		if rest, ok := strings.CutPrefix(name, "mini-2021/"); ok {
			text := strings.ReplaceAll(string(f.Data), "mini-2021", "twin-2022")
			m["twin-2022/"+rest] = &fstest.MapFile{Data: []byte(strings.ReplaceAll(text, "employment-men", "employment-all"))}
		}
	}
	edit(t, m, inJudgements, "|rinne-2018.offers|", "|lind-etal-2015.employment-all|")
	edit(t, m, inFindings, "mentoring.targets.bridging-ties", "mentoring.targets.nowhere")
	_, ps := Load(m, Options{})
	const want = `mini-2021/findings.csv:4:384: no claim of this review is called "mentoring.targets.nowhere"
mini-2021/judgements.csv:2:138: the finding "lind-etal-2015.employment-all" is in the review twin-2022: a statement can only point at those of its own review
`
	if got := letters(ps); got != want || ps[1].Rule != "P09" {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestProblemsOfAWrongFileAreCounted(t *testing.T) {
	m := fstest.MapFS{"sources.csv": {Data: []byte("id,kind,cited_as,mentions\n" + strings.Repeat("!,!,,\n", maxProblems))}}
	_, ps := Load(m, Options{})
	if len(ps) != maxProblems+1 || !strings.Contains(ps[maxProblems].Message, "further problems are not shown") {
		t.Errorf("%d problems, the last one %s", len(ps), ps[len(ps)-1])
	}
}

func TestRenderCutsAndAligns(t *testing.T) {
	at := func(column, length int, line string) Problem {
		return Problem{Source: Source{"f.csv", 7, column, length}, Message: "wrong", Excerpt: line}
	}
	for _, row := range []struct {
		name string
		p    Problem
		want string
	}{
		{"short", at(3, 2, "a,bc,d"), "f.csv:7:3: wrong\n  7 | a,bc,d\n    |   ^^\n"},
		{"an empty cell", at(3, 0, "a,,d"), "f.csv:7:3: wrong\n  7 | a,,d\n    |   ^\n"},
		{"beyond the end", at(5, 0, "a,,d"), "f.csv:7:5: wrong\n  7 | a,,d\n    |     ^\n"},
		{"tabs stay", at(3, 1, "\tæb"), "f.csv:7:3: wrong\n  7 | \tæb\n    | \t ^\n"},
		{"wide characters", at(3, 2, "漢,字x"), "f.csv:7:3: wrong\n  7 | 漢,字x\n    |    ^^^\n"},
		{"loose accents", at(3, 1, "a\u030ab"), "f.csv:7:3: wrong\n  7 | a\u030ab\n    |  ^\n"},
		{"control characters", at(2, 1, "\x1bb"), "f.csv:7:2: wrong\n  7 | \uFFFDb\n    |  ^\n"},
		{"no row", at(1, 1, ""), "f.csv:7:1: wrong\n"},
		{"a long row", at(101, 3, strings.Repeat("x", 100)+"yyy"+strings.Repeat("z", 100)),
			"f.csv:7:101: wrong\n  7 | …" + strings.Repeat("x", 40) + "yyy" + strings.Repeat("z", 57) + "…\n    | " + strings.Repeat(" ", 41) + "^^^\n"},
	} {
		if got := rendered(t, []Problem{row.p}); got != row.want {
			t.Errorf("%s\ngot\n%s\nwant\n%s", row.name, got, row.want)
		}
	}
}

func TestCountTellsSeveritiesApart(t *testing.T) {
	e, w, n := Count([]Problem{{Severity: Warning}, {}, {Severity: Note}, {}})
	if e != 2 || w != 1 || n != 1 {
		t.Errorf("%d errors, %d warnings, %d notes", e, w, n)
	}
}

func TestTheTextOfAByteOrderMarkIsNoColumn(t *testing.T) {
	m := miniFS(t)
	for _, f := range m {
		f.Data = append([]byte("\uFEFF"), bytes.ReplaceAll(f.Data, []byte("\n"), []byte("\r\n"))...)
	}
	if got := lettersOf(m, Options{}); got != "" {
		t.Errorf("found\n%s", got)
	}
}
