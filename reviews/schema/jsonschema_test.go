package schema

import (
	"fmt"
	"io/fs"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"policygraph/reviews"
)

func TestDocsHoldWhatIsGenerated(t *testing.T) {
	for _, f := range Files() {
		golden(t, f.Name, f.Content)
	}
}

func TestWhatTheLoaderTookIsValid(t *testing.T) {
	for name, root := range map[string]fs.FS{"built in": reviews.Data(), "mini": os.DirFS("../testdata/mini")} {
		corpus, _ := reviews.Load(root, reviews.Options{})
		for _, table := range reviews.Tables() {
			if table.Folder == reviews.InReviewYAML {
				continue
			}
			if err := compiled(t, table.File).Validate(asYAML(t, corpus, table.Kind)); err != nil {
				t.Errorf("%s: %v", name, err)
			}
		}
	}
}

func TestFilesOfYAMLAreValid(t *testing.T) {
	for file, schema := range map[string]string{
		"../data/fafo-2020-05/review.yaml":         "review",
		"../testdata/mini/mini-2021/review.yaml":   "review",
		"../testdata/yaml/mini-2021/findings.yaml": "findings",
	} {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if err := compiled(t, schema).Validate(instance(t, string(text))); err != nil {
			t.Errorf("%s: %v", file, err)
		}
	}
}

const (
	goodReview = "id: r\ntitle: {nb: T}\nauthors: [A]\npublisher: P\nyear: 2020\nlanguage: nb\n"
	goodClaim  = "- subject: measure/mentoring\n  predicate: targets\n  object: mechanism/m\n  modality: asserted\n  section: \"1\"\n  lines: 3\n"
	goodGap    = "- id: g\n  type: no-study\n  about: [measure/mentoring]\n  section: \"1\"\n  lines: 3\n  text: {nb: T, en: T}\n"
)

// A sample is a file of YAML by the name of its schema.
type sample struct{ name, schema, text string }

var ways = []sample{
	{"the least a review has", "review", goodReview},
	{"a title in one language, by its column", "review", strings.Replace(goodReview, "title: {nb: T}", "title_nn: T", 1)},
	{"a search", "review", goodReview + "search: {in: [A, B], period: {from: 2000, to: \"2019\"}, found: 10}\n"},
	{"numbers of sections that YAML takes for numbers", "review", goodReview + "sections:\n- {number: 4.2, title: {en: T}, part_of: 4, lines: 1-5|7}\n"},
	{"the least a claim has", "claims", goodClaim},
	{"a word in Norwegian, with a capital", "claims", strings.Replace(goodClaim, "asserted", "Slått fast", 1)},
	{"several in one scalar", "claims", strings.Replace(goodClaim, "lines: 3", "lines: 3 | 7-9", 1)},
	{"several in a list", "claims", strings.Replace(goodClaim, "lines: 3", "lines: [3, 7-9]", 1)},
	{"a list of one where one is meant", "claims", strings.Replace(goodClaim, "modality: asserted", "modality: [asserted]", 1)},
	{"an empty key", "claims", goodClaim + "  note:\n"},
	{"a table of nothing", "claims", ""},
	{"the word null, which is a direction", "findings", "- {study: s, part: p, cited_as: S, section: 1, lines: 1, design: survey, direction: null, text: {nb: T, en: T}}\n"},
	{"keys in keys that nobody writes", "findings", "- {study: s, part: p, cited: {as: S}, section: 1, lines: 1, design: survey, effect: {type: net}, text_nb: T, text: {en: T}}\n"},
	{"a gap", "gaps", goodGap},
}

func TestWaysOfWritingAreValid(t *testing.T) {
	for _, row := range ways {
		if err := compiled(t, row.schema).Validate(instance(t, row.text)); err != nil {
			t.Errorf("%s: %v", row.name, err)
		}
	}
}

// change replaces the one place where old stands.
func change(text, old, with string) string {
	if strings.Count(text, old) != 1 {
		panic(old + " does not stand once in " + text)
	}
	return strings.Replace(text, old, with, 1)
}

var mistakes = []sample{
	{"a missing key", "claims", change(goodClaim, "  modality: asserted\n", "")},
	{"a missing text in one language", "gaps", change(goodGap, ", en: T", "")},
	{"no title at all", "review", change(goodReview, "title: {nb: T}\n", "")},
	{"an unknown key", "claims", goodClaim + "  certainty: high\n"},
	{"an unknown language below a title", "review", change(goodReview, "{nb: T}", "{nb: T, xx: T}")},
	{"a column that does not belong", "gaps", goodGap + "  direction: negative\n"},
	{"a misspelt code", "claims", change(goodClaim, "asserted", "assertde")},
	{"a misspelt code in a list", "conflicts", "- {id: c, members: [a.b, c.d], explained_by: [country, desing]}\n"},
	{"a misspelt word", "claims", change(goodClaim, "targets", "target")},
	{"a word of an exact list in capitals", "claims", change(goodClaim, "targets", "Targets")},
	{"a country by name", "review", goodReview + "country: Norge\n"},
	{"an unknown language", "review", change(goodReview, "language: nb", "language: norsk")},
	{"a name with a capital", "claims", change(goodClaim, "measure/mentoring", "measure/Mentoring")},
	{"a reference without its kind", "claims", change(goodClaim, "measure/mentoring", "mentoring")},
	{"a reference of a kind that does not belong", "claims", change(goodClaim, "measure/mentoring", "outcome/employment")},
	{"lines that are none", "claims", change(goodClaim, "lines: 3", "lines: three")},
	{"line 0", "claims", change(goodClaim, "lines: 3", "lines: \"0\"")},
	{"two values where one is meant", "claims", change(goodClaim, "modality: asserted", "modality: [asserted, suggested]")},
	{"two values with a bar where one is meant", "claims", change(goodClaim, "modality: asserted", "modality: asserted|suggested")},
	{"nothing where something must be", "claims", change(goodClaim, "modality: asserted", "modality:")},
	{"an empty list where something must be", "claims", change(goodClaim, "lines: 3", "lines: []")},
	{"white space where something must be", "review", change(goodReview, "publisher: P", "publisher: \" \"")},
	{"an empty value in a list of values", "claims", change(goodClaim, "lines: 3", "lines: 3||5")},
	{"a year of two digits", "review", change(goodReview, "2020", "20")},
	{"a year of another age", "review", change(goodReview, "2020", "\"1066\"")},
	{"a comma in a number", "findings", "- {study: s, part: p, cited_as: S, section: 1, lines: 1, design: survey, value: \"4,5\", text: {nb: T, en: T}}\n"},
	{"months beyond their bound", "findings", "- {study: s, part: p, cited_as: S, section: 1, lines: 1, design: survey, months: 721, text: {nb: T, en: T}}\n"},
	{"a DOI with its address", "sources", "- {id: s, kind: study, cited_as: S, mentions: r:1, doi: https://doi.org/10.1000/182}\n"},
	{"a mention without a review", "sources", "- {id: s, kind: study, cited_as: S, mentions: 74-75}\n"},
	{"a list in a list", "claims", change(goodClaim, "lines: 3", "lines: [[3]]")},
	{"a mapping where a table is meant", "claims", "subject: measure/m\n"},
	{"a search that is no mapping", "review", goodReview + "search: everywhere\n"},
}

func TestMistakesThatASchemaSeesAreRefused(t *testing.T) {
	for _, row := range mistakes {
		if compiled(t, row.schema).Validate(instance(t, row.text)) == nil {
			t.Errorf("%s is valid", row.name)
		}
	}
}

// What people might write in a cell, right and wrong.
var written = []string{
	"null", "~", `""`, `" "`, "true", "no", "0", "00", "1", "4.2", "4.10", "-3", "+1", "1e3", "0x1f", "007", ".5", "2020", "1066", "999999999", "1000000000",
	"mentoring", "Mentoring", "measure/anonymous-applications", "measure/mentoring/x", "anonymous-applications", "employment", "immigrants", "refugees",
	"aslund-skans-2012", "positive", "Positiv", "POSITIVE", "NULL", "Null", "ingen", "net", "nettovirkning", "NOR", "nor", "EUROPE", "NOR|SWE", "[NOR, SWE]", "[NOR]", "[]",
	`["", ""]`, `[~, NOR]`, `"NOR | SWE"`, "nb", "7", "7-9", "17–19", `"7 | 9"`, "9|7", "10.1000/182", "https://example.org", "HTTPS://EXAMPLE.ORG/å", "http://", "urn:x:y",
	"mini-2021:7-9", "short", "Kort sikt", "as-cited", "fie\u017fld-experiment", "\"Åslund & Skans 2012\"", "\"a|b\"", "field-experiment|survey",
	"anonymous-applications.targets.statistical-discrimination", "claim/anonymous-applications.targets.statistical-discrimination", "rinne-2018.offers", "1.1", "section/1.1", "mini-2021",
}

// TestTheLoaderTakesNothingThatASchemaRefuses tries each of them in a cell of
// each form.
func TestTheLoaderTakesNothingThatASchemaRefuses(t *testing.T) {
	var taken, both, refused int
	tried := map[string]bool{}
	for _, table := range reviews.Tables() {
		name := table.File
		if table.Folder == reviews.InReviewYAML {
			name = "review"
		}
		s := compiled(t, name)
		for i, f := range table.Fields {
			alike := fmt.Sprint(f.Type, f.Need, formOf(&f).pattern)
			if tried[alike] {
				continue
			}
			tried[alike] = true
			for _, w := range written {
				text := goodText(t, table, table.Fields[i].Column, w)
				ok, valid := loads(t, table, text), s.Validate(instance(t, text)) == nil
				switch {
				case ok && !valid:
					t.Errorf("%s: the loader takes %s for %s, and the schema does not", table.File, w, table.Fields[i].Column)
				case ok:
					taken++
				case !valid:
					both++
				default:
					refused++
				}
			}
		}
	}
	t.Logf("%d cells taken by both, %d refused by both, %d seen by the loader only", taken, both, refused)
	if taken < 500 || both < 2*refused {
		t.Error("the cells that were tried say little")
	}
}

// goodText is a file with the first row of a table of the little review, and one
// cell written anew, as YAML. For a table inside review.yaml it is the whole file.
func goodText(t *testing.T, table *reviews.Table, column, cell string) string {
	t.Helper()
	if table.Folder != reviews.InReviewYAML {
		return goodRow(t, table, table, column, cell, "- ")
	}
	part := func(k reviews.Kind, lead string) string {
		return goodRow(t, reviews.TableOf(k), table, column, cell, lead)
	}
	return part(reviews.KindReview, "") + "search:\n" + part(reviews.KindSearch, "  ") + "sections:\n" + part(reviews.KindSection, "- ")
}

// goodRow is a row of which one cell is written anew if it is of the table that
// is tried.
func goodRow(t *testing.T, table, tried *reviews.Table, column, cell, lead string) string {
	t.Helper()
	var b strings.Builder
	for _, f := range table.Fields {
		value, ok := firstRow(t, table)[f.Column]
		if f.Column == column && table == tried {
			value, ok = cell, true
		} else if ok {
			value = fmt.Sprintf("%q", value)
		}
		if ok {
			fmt.Fprintf(&b, "%s%s: %s\n", lead, f.Column, value)
			lead = strings.Repeat(" ", len(lead))
		}
	}
	return b.String()
}

var miniCorpus = func() *reviews.Corpus {
	c, _ := reviews.Load(os.DirFS("../testdata/mini"), reviews.Options{})
	return c
}()

func firstRow(t *testing.T, table *reviews.Table) map[string]string {
	t.Helper()
	row := map[string]string{}
	for r := range miniCorpus.Records(table.Kind) {
		for _, f := range table.Fields {
			var texts []string
			for _, v := range r.Values(f.Column) {
				texts = append(texts, v.Text)
			}
			if len(texts) > 0 {
				row[f.Column] = strings.Join(texts, "|")
			}
		}
		return row
	}
	if table.Kind != reviews.KindOmission {
		t.Fatalf("the little review has no row of %s", table.File)
	}
	return map[string]string{"lines": "1", "kind": "passage", "reason": "a heading"}
}

// loads reports whether the loader finds no error in the one file.
func loads(t *testing.T, table *reviews.Table, text string) bool {
	t.Helper()
	name := table.File + ".yaml"
	switch table.Folder {
	case reviews.InConcepts:
		name = "concepts/" + name
	case reviews.InReview:
		name = "mini-2021/" + name
	case reviews.InReviewYAML:
		name = "mini-2021/review.yaml"
	case reviews.InRoot:
	}
	m := maps.Clone(miniFiles)
	delete(m, strings.TrimSuffix(name, ".yaml")+".csv")
	m[name] = &fstest.MapFile{Data: []byte(text)}
	_, problems := reviews.Load(m, reviews.Options{})
	return !slices.ContainsFunc(problems, func(p reviews.Problem) bool {
		return p.File == name && (p.Severity == reviews.Error || p.Rule == "P05") // what anchors break is a warning
	})
}

// miniFiles is the little review.
var miniFiles = func() fstest.MapFS {
	m, root := fstest.MapFS{}, os.DirFS("../testdata/mini")
	err := fs.WalkDir(root, ".", func(file string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		content, err := fs.ReadFile(root, file)
		m[file] = &fstest.MapFile{Data: content}
		return err
	})
	if err != nil {
		panic(err)
	}
	return m
}()
