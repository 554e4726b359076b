package reviews

import (
	"fmt"
	"os"
	"strings"
	"testing"
)

// TestThePageOfRulesSaysWhatTheRulesSay keeps the end of docs/checking.md in
// step; the rest of it is written by hand.
func TestThePageOfRulesSaysWhatTheRulesSay(t *testing.T) {
	page, err := os.ReadFile("../docs/checking.md")
	if err != nil {
		t.Fatal(err)
	}
	const heading = "\n## The rules\n"
	before, _, found := strings.Cut(string(page), heading)
	if !found {
		t.Fatal("the page has no heading for the rules")
	}
	golden(t, "../../docs/checking.md", before+heading+rulesOnPage())
}

// groupsOfRules are the letters that ids begin with, in the order of the rules.
var groupsOfRules = []struct{ letter, about string }{
	{"R", "Reading files"},
	{"S", "Shapes: what one row says"},
	{"P", "What several rows or the text say"},
	{"L", "Lines"},
	{"N", "Numbers"},
}

func rulesOnPage() string {
	var b strings.Builder
	b.WriteString("\nThis part is made from the rules that the program checks by (`go test ./reviews -update` writes it anew).\n")
	for _, g := range groupsOfRules {
		fmt.Fprintf(&b, "\n### %s\n\n| rule | | må gjelde / *must hold* | hvorfor / *why* | å gjøre / *to do* |\n| --- | --- | --- | --- | --- |\n", g.about)
		for _, r := range Rules() {
			if strings.HasPrefix(r.ID, g.letter) {
				fmt.Fprintf(&b, "| %s | %s | %s | %s | %s |\n", r.ID, r.Severity, inBoth(r.Holds), inBoth(r.Why), inBoth(r.Do))
			}
		}
	}
	return b.String()
}

// inBoth is a text in bokmål, and in English below it.
func inBoth(w Wording) string {
	return strings.ReplaceAll(w.NB+"<br>*"+w.EN+"*", "|", `\|`)
}
