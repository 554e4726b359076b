package report

import (
	"fmt"
	"io"
	"strconv"
	"strings"

	"policygraph/reviews"
)

// Options say how a report is written. The zero value is English.
type Options struct {
	Lang    reviews.Lang // of letters, rules and advice
	Version string       // of the program, for JSON and SARIF
}

var (
	ruleOn   = reviews.Wording{EN: "rule %s on %s: %s", NB: "regel %s om %s: %s"}
	ruleIs   = reviews.Wording{EN: "rule %s: %s", NB: "regel %s: %s"}
	toDo     = reviews.Wording{EN: "to do: ", NB: "å gjøre: "}
	severals = [...]reviews.Wording{{EN: "errors", NB: "feil"}, {EN: "warnings", NB: "advarsler"}, {EN: "notes", NB: "merknader"}}
)

// Letters writes each problem with its place, what is wrong, and the row with the
// cell underlined; below it the rule and the column, and what to do:
//
//	findings.csv:17:14: expected a direction, found "postive"; did you mean "positive"?
//	  17 | aslund-skans-2012,offers,postive,short
//	     |                          ^^^^^^^
//	     = rule S29 on direction: results and circumstances of a finding have their forms
//	     = to do: take a word of the list, …
func Letters(w io.Writer, problems []reviews.Problem, o Options) error {
	for _, p := range problems {
		if _, err := io.WriteString(w, letter(p, o.Lang)); err != nil {
			return err
		}
	}
	return nil
}

func letter(p reviews.Problem, l reviews.Lang) string {
	margin := strings.Repeat(" ", len("  ")+len(strconv.Itoa(p.Line))) + " = "
	s := p.In(l) + "\n" + p.Picture()
	rule, known := reviews.RuleOf(p.Rule)
	if !known {
		return s
	}
	says := fmt.Sprintf(ruleIs.In(l), rule.ID, rule.Holds.In(l))
	if p.Field != "" {
		says = fmt.Sprintf(ruleOn.In(l), rule.ID, p.Field, rule.Holds.In(l))
	}
	return s + margin + says + "\n" + margin + toDo.In(l) + p.Do().In(l) + "\n"
}

// Summary writes how many problems there are, in all and for each rule that was
// broken, in the order of the rules. It writes nothing where there are none.
func Summary(w io.Writer, problems []reviews.Problem, o Options) error {
	if len(problems) == 0 {
		return nil
	}
	var b strings.Builder
	b.WriteString(Totals(problems, o.Lang) + "\n")
	broken := countByRule(problems)
	wide := 0
	for _, r := range broken {
		wide = max(wide, len(strconv.Itoa(r.count)))
	}
	for _, r := range broken {
		fmt.Fprintf(&b, "  %*d × %s  %s\n", wide, r.count, r.ID, r.Holds.In(o.Lang))
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// Totals gives "3 errors, 1 warning", leaving out what there is none of.
func Totals(problems []reviews.Problem, l reviews.Lang) string {
	errors, warnings, notes := reviews.Count(problems)
	var parts []string
	for i, n := range []int{errors, warnings, notes} {
		switch n {
		case 0:
		case 1:
			parts = append(parts, "1 "+reviews.Severity(i).In(l))
		default:
			parts = append(parts, strconv.Itoa(n)+" "+severals[i].In(l))
		}
	}
	return strings.Join(parts, ", ")
}

// broken is a rule and how many problems name it.
type broken struct {
	reviews.Rule
	count int
}

// countByRule returns the rules that were broken, in the order of all rules.
func countByRule(problems []reviews.Problem) []broken {
	counts := map[string]int{}
	for _, p := range problems {
		counts[p.Rule]++
	}
	list := []broken{}
	for _, r := range reviews.Rules() {
		if n := counts[r.ID]; n > 0 {
			list = append(list, broken{r, n})
		}
	}
	return list
}
