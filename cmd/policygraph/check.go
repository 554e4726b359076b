package main

import (
	"fmt"
	"io"
	"iter"
	"slices"
	"strings"

	"github.com/cayleygraph/quad"
	"github.com/urfave/cli/v2"

	"policygraph/cmd/internal/pipeline"
	"policygraph/graph"
	"policygraph/ontology"
	"policygraph/reviews"
	"policygraph/reviews/report"
)

func checkCommand() *cli.Command {
	return &cli.Command{
		Name:      "check",
		Usage:     "say what is wrong with a review, cell by cell",
		UsageText: "policygraph check [options]\n\nExample: policygraph check --review my-review --source my-review.txt",
		Description: "Every problem is reported with its file, line and column, the cell, the rule it breaks and what\n" +
			"to do. The exit status is 1 if there is an error, or, with --strict, a warning.\n\n" +
			"With --source, the plain text of the review, every anchor is held against the passage it\n" +
			"points at, and passages that have moved are found again. With --published, an edition that was\n" +
			"published before, no address in it may be gone.",
		Flags: []cli.Flag{
			sourceFlag,
			&cli.StringFlag{Name: "published", Usage: "no address of the published `FILE` (RDF in any format) may be gone", TakesFile: true},
			&cli.BoolFlag{Name: "strict", Usage: "let warnings fail, too"},
			&cli.StringFlag{Name: "format", Usage: "print as `FORMAT` (text, json, sarif)", Value: "text"},
			&cli.StringFlag{Name: "lang", Usage: "write letters in `LANG` (en, nb)", Value: string(reviews.English)},
			&cli.StringSliceFlag{Name: "rule", Usage: "look at rule `ID` only; may be given several times"},
			&cli.StringFlag{Name: "severity", Usage: "leave out what is less than `SEVERITY` (error, warning, note)", Value: reviews.Note.String()},
			&cli.BoolFlag{Name: "rules", Usage: "list the rules, and check nothing"},
			&cli.StringFlag{Name: "explain", Usage: "say all about the rule `ID`, and check nothing"},
			reviewFlag, baseFlag, quietFlag,
		},
		Action: check,
	}
}

// checking is one run of the command.
type checking struct {
	*cli.Context
	report.Options
	write    func(io.Writer, []reviews.Problem, report.Options) error // nil: letters
	severity reviews.Severity                                         // the least that is told
}

func check(c *cli.Context) error {
	if _, err := arguments(c, 0); err != nil {
		return err
	}
	k, err := newChecking(c)
	switch {
	case err != nil:
		return err
	case c.Bool("rules"):
		return report.Rules(c.App.Writer, reviews.Rules(), k.Lang)
	case c.IsSet("explain"):
		rule, err := ruleNamed(c.String("explain"))
		if err != nil {
			return err
		}
		return report.Explain(c.App.Writer, rule, k.Lang)
	}
	return k.run()
}

// newChecking reads the flags that say how to check and what to tell.
func newChecking(c *cli.Context) (*checking, error) {
	k := &checking{Context: c, Options: report.Options{Lang: reviews.Lang(c.String("lang")), Version: ontology.Version}}
	var known bool
	if k.write, known = reports[c.String("format")]; !known {
		return nil, fmt.Errorf("no format %q; choose text, json or sarif", c.String("format"))
	}
	if k.Lang != reviews.English && k.Lang != reviews.Norwegian {
		return nil, fmt.Errorf("no letters in %q; choose en or nb", c.String("lang"))
	}
	for _, id := range c.StringSlice("rule") {
		if _, err := ruleNamed(id); err != nil {
			return nil, err
		}
	}
	word := c.String("severity")
	for k.severity = reviews.Error; k.severity.String() != word; k.severity++ {
		if k.severity == reviews.Note {
			return nil, fmt.Errorf("no severity %q; choose error, warning or note", word)
		}
	}
	return k, nil
}

// reports are the formats; letters are written by the command itself.
var reports = map[string]func(io.Writer, []reviews.Problem, report.Options) error{"text": nil, "json": report.JSON, "sarif": report.SARIF}

func ruleNamed(id string) (reviews.Rule, error) {
	rule, known := reviews.RuleOf(strings.ToUpper(id))
	if !known {
		return rule, fmt.Errorf("no rule %q; policygraph check --rules lists them", id)
	}
	return rule, nil
}

// run checks and tells.
func (k *checking) run() error {
	built, err := k.build()
	if err != nil {
		return err
	}
	problems := k.wanted(built.Problems)
	if err := k.tell(built, problems); err != nil {
		return err
	}
	if errors, warnings, _ := reviews.Count(k.ofRules(built.Problems)); errors > 0 || k.Bool("strict") && warnings > 0 {
		return errNo
	}
	return nil
}

// build reads the review and holds it against all that was named.
func (k *checking) build() (*pipeline.Result, error) {
	in, err := input(k.Context)
	if err != nil {
		return nil, err
	}
	built, err := pipeline.Build(k.Context.Context, in)
	if err != nil {
		return nil, err
	}
	if err := built.CheckClosure(k.Context.Context, in.Base); err != nil {
		return nil, err
	}
	if k.IsSet("source") {
		review, text, err := sourceText(k.Context, built.Corpus)
		if err != nil {
			return nil, err
		}
		built.CheckSource(review, text)
	}
	if k.IsSet("published") {
		d, err := loadDataset(k.Context, k.String("published"))
		if err != nil {
			return nil, err
		}
		ids := in.Base + "id/"
		if !d.UsesNamespace(ids) {
			return nil, fmt.Errorf("%s: no address begins with %s, so there is nothing to compare with; say --base", k.String("published"), ids)
		}
		built.Problems = append(built.Problems, built.Corpus.CheckPublished(addressesBelow(d, ids))...)
		reviews.Sort(built.Problems)
	}
	return built, nil
}

// addressesBelow yields what follows the namespace in each subject below it, once
// or more often.
func addressesBelow(d *graph.Dataset, namespace string) iter.Seq[string] {
	return func(yield func(string) bool) {
		for q := range d.Quads() {
			s, ok := q.Subject.(quad.IRI)
			if !ok {
				continue
			}
			if local, below := strings.CutPrefix(string(s), namespace); below && !yield(local) {
				return
			}
		}
	}
}

// ofRules leaves out the problems of rules that were not asked for.
func (k *checking) ofRules(problems []reviews.Problem) []reviews.Problem {
	ids := k.StringSlice("rule")
	return slices.DeleteFunc(slices.Clone(problems), func(p reviews.Problem) bool {
		return len(ids) > 0 && !slices.ContainsFunc(ids, func(id string) bool { return strings.EqualFold(id, p.Rule) })
	})
}

// wanted leaves out what shall not be told, besides. Quiet is only what makes the
// check fail.
func (k *checking) wanted(problems []reviews.Problem) []reviews.Problem {
	least := k.severity
	if k.Bool("quiet") {
		least = reviews.Error
		if k.Bool("strict") {
			least = reviews.Warning
		}
	}
	return slices.DeleteFunc(k.ofRules(problems), func(p reviews.Problem) bool { return p.Severity > least })
}

// tell writes the report. Letters end with what they come to, and with what was
// checked if nothing fails.
func (k *checking) tell(built *pipeline.Result, problems []reviews.Problem) error {
	out := k.App.Writer
	if k.write != nil {
		return k.write(out, problems, k.Options)
	}
	if err := report.Letters(out, problems, k.Options); err != nil || k.Bool("quiet") {
		return err
	}
	if err := report.Summary(out, problems, k.Options); err != nil {
		return err
	}
	if built.Dataset != nil && built.Errors() == 0 {
		fmt.Fprintln(out, fmt.Sprintf(okSays.In(k.Lang), thousands(int64(built.Dataset.Len())))+k.where().In(k.Lang))
	}
	return nil
}

// where says what was read where no flag does.
func (k *checking) where() reviews.Wording {
	switch {
	case k.IsSet("review"):
		return reviews.Wording{}
	case holdsReviews("."):
		return okHere
	}
	return okBuiltIn
}

var (
	okSays    = reviews.Wording{EN: "ok: %s statements", NB: "i orden: %s utsagn i grafen"}
	okHere    = reviews.Wording{EN: " of this folder", NB: " til denne mappen"}
	okBuiltIn = reviews.Wording{EN: " of the built-in reviews", NB: " til de innebygde oppsummeringene"}
)

// counted writes numbers and what they count, leaving out what there is none of.
func counted(pairs ...any) string {
	var parts []string
	for i := 0; i < len(pairs); i += 2 {
		n, word := pairs[i].(int), pairs[i+1].(string)
		switch {
		case n == 1:
			parts = append(parts, "1 "+word)
		case n > 1:
			parts = append(parts, fmt.Sprintf("%d %ss", n, word))
		}
	}
	return strings.Join(parts, ", ")
}
