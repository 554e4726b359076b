package questions_test

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"policygraph/ontology/questions"
	"policygraph/ontology/vocab"
)

func TestThereAreTwentyFiveQuestionsInOrderOfTheirNames(t *testing.T) {
	var names []string
	for _, q := range questions.All() {
		names = append(names, q.Name)
	}
	if len(names) != 25 || !slices.IsSorted(names) {
		t.Errorf("%d questions: %v", len(names), names)
	}
}

func TestEveryTextIsThereInBothLanguages(t *testing.T) {
	for _, q := range questions.All() {
		texts := []questions.Text{q.Text, q.Note}
		for _, p := range q.Parameters {
			texts = append(texts, p.Help)
		}
		for _, text := range texts {
			if text.NB == "" || text.EN == "" || text.NB == text.EN {
				t.Errorf("%s: %q, in English %q", q.Name, text.NB, text.EN)
			}
		}
		if !strings.HasSuffix(q.Text.NB, "?") || !strings.HasSuffix(q.Text.EN, "?") {
			t.Errorf("%s does not ask: %q", q.Name, q.Text)
		}
	}
}

func TestEveryQuestionCanBeAnsweredInBothLanguages(t *testing.T) {
	for _, q := range questions.All() {
		p, ok := q.Parameter("lang")
		if !ok || p.Default != "en" || !slices.Equal(p.Values(), []string{"en", "nb"}) {
			t.Errorf("%s has the parameter lang %+v", q.Name, p)
		}
	}
}

// ours finds terms with our prefixes, pg: and code:.
var ours = regexp.MustCompile(`\b(pg|code):([A-Za-z][\w-]*)`)

func TestEveryTermOfOursExists(t *testing.T) {
	known := map[string]bool{}
	for _, iri := range vocab.Classes() {
		known[string(iri)] = true
	}
	for _, iri := range vocab.Properties() {
		known[string(iri)] = true
	}
	for _, s := range vocab.Schemes() {
		known[string(s.IRI)] = true
		for _, c := range s.Codes {
			known[string(c.IRI)] = true
		}
	}
	namespace := map[string]string{"pg": vocab.Namespace, "code": vocab.CodeNamespace}
	for _, q := range questions.All() {
		for _, m := range ours.FindAllStringSubmatch(q.SPARQL, -1) {
			if !known[namespace[m[1]]+m[2]] {
				t.Errorf("%s: no %s in the ontology", q.Name, m[0])
			}
		}
	}
}

var prefixed = regexp.MustCompile(`PREFIX (\w+): <([^>]+)>`)

func TestPrefixesAreThoseOfTheProjectAndEachIsUsed(t *testing.T) {
	iris := map[string]string{}
	for _, p := range vocab.Prefixes() {
		iris[p.Name] = p.IRI
	}
	for _, q := range questions.All() {
		for _, m := range prefixed.FindAllStringSubmatch(q.SPARQL, -1) {
			if iris[m[1]] != m[2] {
				t.Errorf("%s: prefix %s is %s, not %s", q.Name, m[1], iris[m[1]], m[2])
			}
			if strings.Count(q.SPARQL, m[1]+":") < 2 {
				t.Errorf("%s: prefix %s is not used", q.Name, m[1])
			}
		}
	}
}

// The answers with all defaults are made by testdata/peers/expect.mjs.
func TestEveryQuestionHasAnExpectedAnswerWithItsVariables(t *testing.T) {
	for _, q := range questions.All() {
		text, err := os.ReadFile(filepath.Join("testdata", q.Name+".tsv"))
		if err != nil {
			t.Error(err)
			continue
		}
		lines := strings.Split(strings.TrimSuffix(string(text), "\n"), "\n")
		if want := "?" + strings.Join(q.Variables(), "\t?"); lines[0] != want {
			t.Errorf("%s gives\n%s\nand the expected answer has\n%s", q.Name, want, lines[0])
		}
		if len(lines) < 2 {
			t.Errorf("%s: the expected answer has no rows", q.Name)
		}
	}
}

func TestNoExpectedAnswerIsLeftOver(t *testing.T) {
	files, err := filepath.Glob("testdata/*.tsv")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		if _, err := questions.ByName(strings.TrimSuffix(filepath.Base(f), ".tsv")); err != nil {
			t.Errorf("%s: %v", f, err)
		}
	}
}

func TestEveryQuestionIsOrderedAndUsesDefaultGraphOnly(t *testing.T) {
	for _, q := range questions.All() {
		if !strings.Contains(q.SPARQL, "\nORDER BY ") {
			t.Errorf("%s has no order of its rows", q.Name)
		}
		if strings.Contains(q.SPARQL, "GRAPH") || strings.Contains(q.SPARQL, "SERVICE") {
			t.Errorf("%s leaves the union of the graphs", q.Name)
		}
	}
}

func TestANameThatIsNoneIsAnsweredWithTheNearest(t *testing.T) {
	tests := []struct{ name, want string }{
		{"null-result", `no question is called "null-result", did you mean null-results?`},
		{"verdict-by", `no question is called "verdict-by", did you mean verdict-by-measure-type?`},
		{"weather", `no question is called "weather"`},
	}
	for _, tt := range tests {
		q, err := questions.ByName(tt.name)
		if err == nil || err.Error() != tt.want {
			t.Errorf("%s: %v, %v; want %s", tt.name, q, err, tt.want)
		}
	}
	if q, err := questions.ByName("null-results"); err != nil || q.Name != "null-results" {
		t.Errorf("null-results: %v, %v", q, err)
	}
}

func TestVariablesAreThoseOfTheFirstSelect(t *testing.T) {
	tests := []struct{ query, want string }{
		{"SELECT ?a ?b WHERE { ?a ?b ?c }", "a b"},
		{"SELECT DISTINCT ?a (COUNT(DISTINCT IF(?b, ?c, ?d)) AS ?n) { SELECT ?x {} }", "a n"},
		{"SELECT ?a (COALESCE(?b, 0) AS ?c) ?d WHERE {}", "a c d"},
		{"SELECT * WHERE { ?a ?b ?c }", ""},
	}
	for _, tt := range tests {
		q := questions.Question{SPARQL: tt.query}
		if got := strings.Join(q.Variables(), " "); got != tt.want {
			t.Errorf("%s gives %q, want %q", tt.query, got, tt.want)
		}
	}
}
