package reviews

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
)

// Every slip of rules_test.go is made again where the same tables are written in
// another way; it must earn the same letters there.

// slipped is the good review with a slip in it.
func slipped(t *testing.T, file, old, new string) fstest.MapFS {
	t.Helper()
	m := miniFS(t)
	edit(t, m, file, old, new)
	return m
}

// rewrite changes the text of each file whose name ends so.
func rewrite(m fstest.MapFS, suffix string, by func(string) string) {
	for name, f := range m {
		if strings.HasSuffix(name, suffix) {
			m[name] = &fstest.MapFile{Data: []byte(by(string(f.Data)))}
		}
	}
}

func TestSlipsInFilesOfWindowsEarnTheSameLetters(t *testing.T) {
	for _, s := range slips {
		m := slipped(t, s.file, s.old, s.new)
		rewrite(m, "", func(text string) string { return "\uFEFF" + strings.ReplaceAll(text, "\n", "\r\n") })
		_, ps := Load(m, Options{})
		if got, want := letters(ps), strings.TrimPrefix(s.letters, "\n"); got != want {
			t.Errorf("%s in %s\ngot  %s\nwant %s", s.rule, s.file, got, want)
		}
	}
}

// semicolons turns the commas between cells into semicolons.
func semicolons(text string) string {
	quoted := false
	return strings.Map(func(r rune) rune {
		if r == '"' {
			quoted = !quoted
		}
		if r == ',' && !quoted {
			return ';'
		}
		return r
	}, text)
}

func TestSlipsBetweenSemicolonsEarnTheSameLetters(t *testing.T) {
	for _, s := range slips {
		if s.rule == "R01" || s.rule == "R03" {
			continue // characters or cells cannot be told apart here
		}
		m := slipped(t, s.file, s.old, s.new)
		rewrite(m, ".csv", semicolons)
		_, ps := Load(m, Options{})
		if got, want := letters(ps), strings.TrimPrefix(s.letters, "\n"); got != want {
			t.Errorf("%s in %s\ngot  %s\nwant %s", s.rule, s.file, got, want)
		}
	}
}

// asYAML writes a table as the YAML that may stand in its place: empty cells left
// out, every other in double quotes.
func asYAML(t *testing.T, text string) string {
	t.Helper()
	rows, err := csv.NewReader(strings.NewReader(text)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for _, row := range rows[1:] {
		b.WriteString("-\n")
		for i, cell := range row {
			if cell == "" {
				continue
			}
			var scalar bytes.Buffer
			e := json.NewEncoder(&scalar)
			e.SetEscapeHTML(false)
			if err := e.Encode(cell); err != nil {
				t.Fatal(err)
			}
			b.WriteString("  " + rows[0][i] + ": " + scalar.String())
		}
	}
	return b.String()
}

// gist is a problem without its place: what is underlined, the rule, the field,
// the row and the letter. What is missing is underlined in CSV by nothing.
func gist(p Problem) string {
	line := []rune(p.Excerpt)
	marked := string(line[min(p.Column-1, len(line)):min(p.Column-1+p.Length, len(line))])
	if strings.Contains(p.Message, "must be filled") || slices.Contains([]string{"S24", "S31", "S13", "S23", "S26", "S40", "P02"}, p.Rule) {
		marked = ""
	}
	says := regexp.MustCompile(`(on|see) (line \d+|\S+\.(csv|yaml):\d+)`).ReplaceAllString(p.Says(English), "$1 …")
	says = regexp.MustCompile(`\.(csv|yaml):\d+`).ReplaceAllString(says, "")
	return strings.Join([]string{marked, p.Rule, p.Field, p.Row, says}, " · ")
}

func gists(ps []Problem) []string {
	var all []string
	for _, p := range ps {
		if p.Field != "" { // what is about a file is told of another file
			all = append(all, gist(p))
		}
	}
	slices.Sort(all)
	return all
}

func TestSlipsInYAMLEarnTheSameLetters(t *testing.T) {
	tried := map[string]bool{}
	for _, s := range slips {
		m := slipped(t, s.file, s.old, s.new)
		_, plain := Load(m, Options{})
		if path.Ext(s.file) != ".csv" || slices.ContainsFunc(plain, aboutTheForm) {
			continue
		}
		for name, f := range m {
			if stem, ok := strings.CutSuffix(name, ".csv"); ok {
				m[stem+".yaml"] = &fstest.MapFile{Data: []byte(asYAML(t, string(f.Data)))}
				delete(m, name)
			}
		}
		_, ps := Load(m, Options{})
		if got, want := gists(ps), gists(plain); !slices.Equal(got, want) {
			t.Errorf("%s in %s\ngot  %s\nwant %s", s.rule, s.file, strings.Join(got, "\n     "), strings.Join(want, "\n     "))
		}
		tried[s.rule] = true
	}
	if len(tried) < 45 {
		t.Errorf("only %d rules were tried in YAML", len(tried))
	}
}

// aboutTheForm is true of problems that CSV has in another way, or alone: its
// bytes, quotes, cells and columns, and characters that YAML writes as escapes.
func aboutTheForm(p Problem) bool {
	return slices.Contains([]string{"R01", "R02", "R03", "R05", "R06", "R07", "R08", "R16", "S30"}, p.Rule) || strings.Contains(p.Message, "U+") ||
		strings.Contains(p.Message, "does not belong here")
}

// tricky are slips in places where columns are easily miscounted.
var tricky = []struct{ name, file, old, new, letter, marked, field, row string }{
	{"behind Norwegian letters", inSources, "Åslund & Skans 2012,Åslund og Skans (2012),2012,", "Åslund & Skæns 2012,Åslund øg Skåns (2012),2ø12,",
		`sources.csv:2:68: expected a year of four digits, such as 2020, found "2ø12"`, "2ø12", "year", "source/aslund-skans-2012"},
	{"behind a cell of two lines", inProblems, `macro,,`, "macro,\"early\nexit\",",
		`concepts/problems.csv:2:230: no problem is called "early exit"; did you mean "early-exit"?`, "early", "broader", "problem/early-exit"},
	{"on the second line of a cell", inMeasures, "meso|micro,matching,in-use", "meso|micro,\"matching|\ndemnad\",in-use",
		`concepts/measures.csv:4:1: expected supply, demand or matching, found "demnad"; did you mean "demand"?`, "demnad", "approach", "measure/mentoring"},
	{"behind a cell of two lines, on the second", inMeasures, "meso|micro,matching,in-use", "\"meso|\nmicro\",matching,in-yse",
		`concepts/measures.csv:4:17: expected in-use, tried or proposed, found "in-yse"; did you mean "in-use"?`, "in-yse", "status", "measure/mentoring"},
	{"the second of two values", inSources, "SWE|NOR", "SWE|NOO",
		`sources.csv:5:62: expected a country as three capital letters (ISO 3166-1 alpha-3), such as NOR, or a continent, such as EUROPE, found "NOO"`, "NOO", "country", "source/lind-etal-2015"},
	{"the third of three values, with blanks", inJudgements, "|claim/anonymous-applications.targets.statistical-discrimination", " | claim/anonymous-applications.targets.nothing-of-ours ",
		`mini-2021/judgements.csv:2:158: no claim of this review is called "anonymous-applications.targets.nothing-of-ours"`,
		"claim/anonymous-applications.targets.nothing-of-ours", "based_on", "judgement/anonymous-applications"},
	{"behind doubled quotes", inMeasures, `provides a ""mentor"".",meso`, `provides a ""mentor"".",mezo`,
		`concepts/measures.csv:4:178: expected macro, meso or micro, found "mezo"; did you mean "meso"?`, "mezo", "level", "measure/company-mentoring"},
	{"in the header", inGaps, "country,search", "cuntry,search",
		`mini-2021/gaps.csv:1:53: no column here is called "cuntry"; did you mean "country"?`, "cuntry", "cuntry", ""},
	{"a key in a key", inReviewYAML, "period: {from: 2000, to: 2019}", "period: {from: 2000, too: 2019}",
		`mini-2021/review.yaml:15:24: no key here is called "period_too"; did you mean "period_to"?`, "too", "period_too", "search/mini-2021"},
	{"in a list in YAML, behind Swedish letters", inReviewYAML, "languages: [nb, sv, en]", "languages: [nb, sv, Åland]",
		`mini-2021/review.yaml:14:23: expected a language tag: nb, nn, no, en, sv, da, fi, is, de, fr, nl, es, it, pt or pl, found "Åland"`, "Åland", "languages", "search/mini-2021"},
	{"a key that is missing", inReviewYAML, "year: 2021\n", "",
		`mini-2021/review.yaml:1:1: "year" must be filled: the year it came out`, "id", "year", "review/mini-2021"},
}

func TestTrickySlipsAreUnderlinedWhereTheyAre(t *testing.T) {
	for _, s := range tricky {
		_, ps := Load(slipped(t, s.file, s.old, s.new), Options{})
		if len(ps) == 0 {
			t.Errorf("%s: no letter", s.name)
			continue
		}
		p := ps[0]
		line := []rune(p.Excerpt)
		if marked := string(line[p.Column-1 : p.Column-1+p.Length]); letters(ps) != s.letter+"\n" || marked != s.marked || p.Field != s.field || p.Row != s.row {
			t.Errorf("%s\ngot  %s\nwant %s\nmarked %q, of %s in %s", s.name, letters(ps), s.letter, marked, p.Field, p.Row)
		}
	}
}

// Where a letter is about a cell, it says which: the column is one of the table,
// or the one that was written, and the row is named wherever it has a name.
func TestEachLetterNamesItsColumn(t *testing.T) {
	whole := []string{"R02", "R04", "R05", "R08", "P05"} // about a file, or about a cell too many
	for _, s := range slips {
		_, ps := Load(slipped(t, s.file, s.old, s.new), Options{})
		for _, p := range ps {
			if p.Field == "" && !slices.Contains(whole, p.Rule) {
				t.Errorf("%s: %s names no column", p.Rule, p)
			}
			if p.Row == "" && p.Line > 1 && !slices.Contains(whole, p.Rule) {
				t.Errorf("%s: %s names no row", p.Rule, p)
			}
		}
	}
}
