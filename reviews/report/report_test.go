package report_test

import (
	"bytes"
	"encoding/json"
	"io"
	"io/fs"
	"maps"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/owenrumney/go-sarif/v3/pkg/report/v210/sarif"

	"policygraph/reviews"
	"policygraph/reviews/report"
)

// faulty is a review with a mistake or two in most of its files.
func faulty(t *testing.T) []reviews.Problem {
	t.Helper()
	m := fstest.MapFS{}
	for _, folder := range []string{"mini", "ten"} {
		from := os.DirFS("../testdata/" + folder)
		err := fs.WalkDir(from, ".", func(name string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() {
				return err
			}
			text, err := fs.ReadFile(from, name)
			m[name] = &fstest.MapFile{Data: text}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	for file, slip := range map[string][2]string{
		"concepts/problems.csv":  {",macro,", ",mækro,"},
		"sources.csv":            {"Åslund & Skans 2012,", "Åslund & Skans 2011,"},
		"mini-2021/review.yaml":  {"year: 2021", "year: æ2021"},
		"mini-2021/claims.csv":   {",asserted,1.1,7,5-7,", ",sagt,1.1,7,5-7|99,"},
		"concepts/measures.csv":  {"SWE,mentoring,", "SWE|SWE,mentoring,"},
		"concepts/mappings.csv":  {",0.9,", ",,"},
		"mini-2021/gaps.csv":     {"problem/early-exit", "problem/ingen|problem/slik"},
		"concepts/outcomes.csv":  {"retention", "hold"},
		"mini-2021/anchors.csv":  {"5-7,9be6", "5-8,9be6"},
		"mini-2021/findings.csv": {"short,,2004,2006", "short,,2006,2004"},
	} {
		m[file] = &fstest.MapFile{Data: []byte(strings.Replace(string(m[file].Data), slip[0], slip[1], 1))}
	}
	_, problems := reviews.Load(m, reviews.Options{Name: "my data/æ"})
	if len(problems) < 15 {
		t.Fatalf("only %d problems", len(problems))
	}
	return problems
}

func written(t *testing.T, write func(io.Writer, []reviews.Problem, report.Options) error, problems []reviews.Problem, o report.Options) string {
	t.Helper()
	var b bytes.Buffer
	if err := write(&b, problems, o); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestALetterSaysTheRuleAndWhatToDo(t *testing.T) {
	problems := faulty(t)
	i := slices.IndexFunc(problems, func(p reviews.Problem) bool { return p.Rule == "S13" })
	for lang, want := range map[reviews.Lang]string{
		reviews.English: `my data/æ/concepts/outcomes.csv:3:103: expected entry, retention, progression, exit or none, found "hold"
  3 | …et.,Taking part in working life.,higher,hold,early-exit,,
    |                                          ^^^^
    = rule S13 on timing: an outcome says which way is better and which step it speaks of, and should indicate a problem
    = to do: take a word of the list, in English or Norwegian
`,
		reviews.Norwegian: `my data/æ/concepts/outcomes.csv:3:103: ventet entry, retention, progression, exit eller none, fant «hold»
  3 | …et.,Taking part in working life.,higher,hold,early-exit,,
    |                                          ^^^^
    = regel S13 om timing: et utfall sier hvilken vei som er best og hvilket steg det gjelder, og bør være mål på et problem
    = å gjøre: bruk et ord i listen, på engelsk eller norsk
`,
	} {
		if got := written(t, report.Letters, problems[i:i+1], report.Options{Lang: lang}); got != want {
			t.Errorf("got\n%s\nwant\n%s", got, want)
		}
	}
}

func TestProblemsAreCountedByRule(t *testing.T) {
	problems := []reviews.Problem{{Rule: "P12", Severity: reviews.Note}, {Rule: "S11"}, {Rule: "S11"}, {Rule: "P05", Severity: reviews.Warning}}
	for lang, want := range map[reviews.Lang]string{
		reviews.English: "2 errors, 1 warning, 1 note\n  2 × S11  a mechanism has a level and leads somewhere\n" +
			"  1 × P05  each statement has an anchor taken of its lines\n  1 × P12  each problem is reached by a chain from a measure\n",
		reviews.Norwegian: "2 feil, 1 advarsel, 1 merknad\n  2 × S11  en mekanisme har et nivå og fører til noe\n" +
			"  1 × P05  hvert utsagn har et anker som er tatt av linjene\n  1 × P12  hvert problem nås av en kjede fra et tiltak\n",
	} {
		if got := written(t, report.Summary, problems, report.Options{Lang: lang}); got != want {
			t.Errorf("got\n%s\nwant\n%s", got, want)
		}
	}
	if got := written(t, report.Summary, nil, report.Options{}); got != "" {
		t.Errorf("nothing wrong comes to %q", got)
	}
}

func TestJSONHoldsEachProblemWithItsCell(t *testing.T) {
	problems := faulty(t)
	var d struct {
		Format   string
		Language string
		Counts   map[string]int
		Rules    []struct {
			ID, Holds, Do, Why string
			Count              int
		}
		Problems []struct {
			File, Severity, Rule, Field, Row, Message, Hint, Do, Text string
			Line, Column, Length                                      int
		}
	}
	if err := json.Unmarshal([]byte(written(t, report.JSON, problems, report.Options{Lang: reviews.Norwegian})), &d); err != nil {
		t.Fatal(err)
	}
	if d.Format != report.Format || d.Language != "nb" || len(d.Problems) != len(problems) || d.Counts["error"]+d.Counts["warning"]+d.Counts["note"] != len(problems) {
		t.Errorf("%s in %s: %d of %d problems, counted %v", d.Format, d.Language, len(d.Problems), len(problems), d.Counts)
	}
	sum := 0
	for _, r := range d.Rules {
		sum += r.Count
	}
	if sum != len(problems) {
		t.Errorf("the rules count %d of %d problems", sum, len(problems))
	}
	for i, p := range d.Problems {
		want := problems[i]
		if p.File != want.File || p.Line != want.Line || p.Column != want.Column || p.Length != want.Length || p.Rule != want.Rule ||
			p.Field != want.Field || p.Row != want.Row || p.Hint != want.Hint || p.Message != want.Text(reviews.Norwegian) || p.Do == "" {
			t.Errorf("got %+v for %s", p, want)
		}
	}
}

func TestNothingWrongIsAnEmptyList(t *testing.T) {
	got := written(t, report.JSON, nil, report.Options{})
	if !strings.Contains(got, `"problems": []`) || !strings.Contains(got, `"rules": []`) || !strings.Contains(got, `"language": "en"`) {
		t.Errorf("got %s", got)
	}
	if got := written(t, report.SARIF, nil, report.Options{}); !strings.Contains(got, `"results": []`) {
		t.Errorf("got %s", got)
	}
}

// object and list read JSON that is checked member by member.
type object = map[string]any

func objects(v any) []object {
	var all []object
	for _, e := range v.([]any) {
		all = append(all, e.(object))
	}
	return all
}

func onlyRun(t *testing.T, text string) object {
	t.Helper()
	var log object
	if err := json.Unmarshal([]byte(text), &log); err != nil {
		t.Fatal(err)
	}
	if log["version"] != "2.1.0" || !strings.HasSuffix(log["$schema"].(string), "/sarif-schema-2.1.0.json") || len(log) != 3 {
		t.Fatalf("a log of %v, %v", log["version"], log["$schema"])
	}
	runs := objects(log["runs"])
	if len(runs) != 1 {
		t.Fatalf("%d runs", len(runs))
	}
	return runs[0]
}

// The schema of SARIF 2.1.0 is in the library, whose types know every member: a
// member of ours that they do not know is none of the standard.
func TestSARIFIsValid(t *testing.T) {
	text := []byte(written(t, report.SARIF, faulty(t), report.Options{Lang: reviews.Norwegian, Version: "0.1.0"}))
	d := json.NewDecoder(bytes.NewReader(text))
	d.DisallowUnknownFields()
	if err := d.Decode(new(sarif.Report)); err != nil {
		t.Fatal(err)
	}
	log, err := sarif.FromBytes(text)
	if err != nil {
		t.Fatal(err)
	}
	log.Runs[0].NewlineSequences = []string{"\r\n", "\n"} // the default, which the library leaves out
	if err := log.Validate(); err != nil {
		t.Error(err)
	}
	log.Runs[0].Results[0].Locations[0].PhysicalLocation.Region.StartLine = new(int)
	if log.Validate() == nil {
		t.Error("a line 0 is taken for valid")
	}
}

// The limits of GitHub for a log it takes: 25,000 results and rules, ids of 255
// characters, texts of 1,024.
func TestSARIFHasWhatItMustHave(t *testing.T) {
	run := onlyRun(t, written(t, report.SARIF, faulty(t), report.Options{Version: "0.1.0"}))
	if run["columnKind"] != "unicodeCodePoints" || !regexp.MustCompile(`^[a-zA-Z]{2}(-[a-zA-Z]{2})?$`).MatchString(run["language"].(string)) {
		t.Errorf("columns of %v, language %v", run["columnKind"], run["language"])
	}
	driver := run["tool"].(object)["driver"].(object)
	if driver["name"] != "policygraph" || driver["semanticVersion"] != "0.1.0" {
		t.Errorf("driver %v %v", driver["name"], driver["semanticVersion"])
	}
	rules := objects(driver["rules"])
	if len(rules) != len(reviews.Rules()) || len(rules) > 25_000 {
		t.Errorf("%d rules", len(rules))
	}
	for _, r := range rules {
		id := r["id"].(string)
		for _, member := range []string{"shortDescription", "fullDescription", "help"} {
			text := r[member].(object)["text"].(string)
			if n := len([]rune(text)); n < 10 || n > 1024 || !strings.HasSuffix(text, ".") {
				t.Errorf("rule %s: %s is %q", id, member, text)
			}
		}
		if len(id) > 255 || !isLevel(r["defaultConfiguration"].(object)["level"]) {
			t.Errorf("rule %v", r)
		}
	}
}

func isLevel(v any) bool { return slices.Contains([]any{"error", "warning", "note"}, v) }

func TestSARIFPointsAtTheCell(t *testing.T) {
	problems := faulty(t)
	run := onlyRun(t, written(t, report.SARIF, problems, report.Options{}))
	bases := run["originalUriBaseIds"].(object)
	rules := objects(run["tool"].(object)["driver"].(object)["rules"])
	results := objects(run["results"])
	if len(results) != len(problems) || len(results) > 25_000 {
		t.Fatalf("%d results", len(results))
	}
	for i, r := range results {
		p := problems[i]
		if rules[int(r["ruleIndex"].(float64))]["id"] != r["ruleId"] || r["ruleId"] != p.Rule || !isLevel(r["level"]) {
			t.Errorf("%s: %v at %v", p, r["ruleId"], r["ruleIndex"])
		}
		if text := r["message"].(object)["text"].(string); len([]rune(text)) > 1024 || !strings.HasSuffix(text, ".") && !strings.HasSuffix(text, "?") {
			t.Errorf("%s: message %q", p, text)
		}
		place := objects(r["locations"])[0]["physicalLocation"].(object)
		file, region := place["artifactLocation"].(object), place["region"].(object)
		if uri := file["uri"].(string); !strings.HasPrefix(uri, "my%20data/%C3%A6/") || bases[file["uriBaseId"].(string)] == nil {
			t.Errorf("%s is in %v", p, file)
		}
		start, end := int(region["startColumn"].(float64)), int(region["endColumn"].(float64))
		if int(region["startLine"].(float64)) != p.Line || start != p.Column || end < start {
			t.Errorf("%s: region %v", p, region)
		}
		if snippet, ok := region["snippet"].(object); ok {
			if line := []rune(p.Excerpt); string(line[start-1:end-1]) != snippet["text"] {
				t.Errorf("%s: snippet %v of columns %d to %d", p, snippet, start, end)
			}
		}
	}
}

func prints(t *testing.T, problems []reviews.Problem) []string {
	t.Helper()
	var all []string
	for _, r := range objects(onlyRun(t, written(t, report.SARIF, problems, report.Options{}))["results"]) {
		marks := r["partialFingerprints"].(object)
		if marks["primaryLocationLineHash"] != marks["policygraphCell/v1"] {
			t.Errorf("two fingerprints: %v", marks)
		}
		all = append(all, marks["primaryLocationLineHash"].(string))
	}
	return all
}

func TestFingerprintsDifferAndStayWhenLinesMove(t *testing.T) {
	problems := faulty(t)
	before := prints(t, problems)
	if n := len(slices.Compact(slices.Sorted(slices.Values(before)))); n != len(problems) {
		t.Errorf("%d fingerprints for %d problems", n, len(problems))
	}
	for i := range problems {
		problems[i].Line += 7
		problems[i].Column += 3
		problems[i].Message += ", or so"
	}
	if after := prints(t, problems); !slices.Equal(before, after) {
		t.Error("fingerprints changed with the lines")
	}
}

func TestAnAbsoluteFileIsAFileURI(t *testing.T) {
	for file, want := range map[string]object{
		"/data/æ b.csv": {"uri": "file:///data/%C3%A6%20b.csv"},
		"./a/b.csv":     {"uri": "a/b.csv", "uriBaseId": "SRCROOT"},
		"b:c.csv":       {"uri": "./b:c.csv", "uriBaseId": "SRCROOT"},
	} {
		p := reviews.Problem{Source: reviews.Source{File: file, Line: 1, Column: 1}, Rule: "R08", Message: "gone"}
		r := objects(onlyRun(t, written(t, report.SARIF, []reviews.Problem{p}, report.Options{}))["results"])[0]
		if got := objects(r["locations"])[0]["physicalLocation"].(object)["artifactLocation"].(object); !maps.Equal(got, want) {
			t.Errorf("%s is %v", file, got)
		}
	}
}

func TestARuleIsListedAndExplained(t *testing.T) {
	var b strings.Builder
	if err := report.Rules(&b, reviews.Rules(), reviews.Norwegian); err != nil {
		t.Fatal(err)
	}
	if n := strings.Count(b.String(), "\n"); n != len(reviews.Rules()) || !strings.Contains(b.String(), "P12  merknad   hvert problem nås") {
		t.Errorf("%d lines\n%s", n, b.String())
	}
	rule, _ := reviews.RuleOf("P11")
	b.Reset()
	if err := report.Explain(&b, rule, reviews.English); err != nil {
		t.Fatal(err)
	}
	const want = `P11 (error)
  must hold  a name once published is never lost
  why        others may have cited the address
  to do      put the row back under its old id; give a new thing a new id
`
	if b.String() != want {
		t.Errorf("got\n%s", b.String())
	}
}

type full struct{}

func (full) Write([]byte) (int, error) { return 0, io.ErrShortWrite }

func TestAnErrorOfTheWriterIsReturned(t *testing.T) {
	problems := faulty(t)
	for name, write := range map[string]func(io.Writer, []reviews.Problem, report.Options) error{
		"letters": report.Letters, "summary": report.Summary, "JSON": report.JSON, "SARIF": report.SARIF,
	} {
		if write(full{}, problems, report.Options{}) == nil {
			t.Errorf("%s: the error is lost", name)
		}
	}
}
