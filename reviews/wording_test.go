package reviews

import (
	"go/ast"
	"go/parser"
	"go/token"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode"
)

// wordings are all the literals of type Wording in a file, by the name they have.
func wordings(t *testing.T, file string) map[string]Wording {
	t.Helper()
	tree, err := parser.ParseFile(token.NewFileSet(), file, nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	all := map[string]Wording{}
	ast.Inspect(tree, func(n ast.Node) bool {
		spec, ok := n.(*ast.ValueSpec)
		if !ok || len(spec.Values) != 1 {
			return true
		}
		if lit, ok := spec.Values[0].(*ast.CompositeLit); ok && len(lit.Elts) == 2 {
			en, _ := strconv.Unquote(lit.Elts[0].(*ast.BasicLit).Value)
			nb, _ := strconv.Unquote(lit.Elts[1].(*ast.BasicLit).Value)
			all[spec.Names[0].Name] = Wording{en, nb}
		}
		return true
	})
	return all
}

var verb = regexp.MustCompile(`%(?:\[(\d)\])?(\d*[a-zA-Z])`)

// verbsOf gives the verbs of a message, by the argument they take.
func verbsOf(message string) []string {
	var verbs []string
	for i, m := range verb.FindAllStringSubmatch(message, -1) {
		n := m[1]
		if n == "" {
			n = strconv.Itoa(i + 1)
		}
		verbs = append(verbs, n+m[2])
	}
	slices.Sort(verbs)
	return verbs
}

func TestEachMessageIsInBothLanguagesWithTheSameVerbs(t *testing.T) {
	all := wordings(t, "messages.go")
	if len(all) < 100 {
		t.Fatalf("only %d messages were found", len(all))
	}
	for name, w := range all {
		if w.EN == "" || w.NB == "" || name != "inFile" && w.EN == w.NB {
			t.Errorf("%s is not in both languages: %q, %q", name, w.EN, w.NB)
		}
		if en, nb := verbsOf(w.EN), verbsOf(w.NB); !slices.Equal(en, nb) {
			t.Errorf("%s takes %v in English and %v in bokmål", name, en, nb)
		}
	}
}

func TestEachColumnIsDescribedInBokmål(t *testing.T) {
	used := map[string]bool{}
	for _, table := range tables {
		for _, f := range table.Fields {
			used[f.Doc] = true
		}
		for _, b := range table.Banned {
			used[b.Reason] = true
		}
	}
	for en := range used {
		if columnsNB[en] == "" {
			t.Errorf("columns_nb.go does not say in bokmål: %s", en)
		}
	}
	for en := range columnsNB {
		if !used[en] {
			t.Errorf("columns_nb.go translates what no table says: %s", en)
		}
	}
}

// english are words that no letter in bokmål has, outside of quotation marks and
// what is written the same in both languages.
var english = strings.Fields("the are and or of with expected stand stands this that must line lines review finding error warning see called cell")

func englishIn(text string) string {
	words := strings.FieldsFunc(quotation.ReplaceAllString(text, ""), func(r rune) bool { return !unicode.IsLetter(r) && r != '-' })
	i := slices.IndexFunc(words, func(w string) bool { return slices.Contains(english, strings.ToLower(w)) })
	if i < 0 {
		return ""
	}
	return words[i]
}

var (
	quotation  = regexp.MustCompile(`«[^»]*»|"[^"]*"|review\.yaml|fafo-\S+|finding/\S+|policygraph anchor`)
	parserSays = "programmet som leser det, sier: "
)

func TestLettersInBokmålHaveNoEnglishInThem(t *testing.T) {
	for _, s := range slips {
		m := miniFS(t)
		edit(t, m, s.file, s.old, s.new)
		_, ps := Load(m, Options{})
		for _, p := range ps {
			text, _, _ := strings.Cut(p.Says(Norwegian), parserSays)
			if text == p.Says(English) {
				t.Errorf("%s is the same in both languages: %s", p.Rule, text)
			}
			if left := englishIn(text); left != "" {
				t.Errorf("%q in a letter in bokmål: %s", left, text)
			}
		}
	}
}
