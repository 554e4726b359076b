package main

import (
	"fmt"
	"io"
	"strings"

	"github.com/urfave/cli/v2"

	"policygraph/cmd/internal/pipeline"
	"policygraph/reviews"
)

func checkCommand() *cli.Command {
	return &cli.Command{
		Name:      "check",
		Usage:     "say what is wrong with a review, cell by cell",
		UsageText: "policygraph check [options]\n\nExample: policygraph check --review my-review --source my-review.txt",
		Description: "Every problem is reported with its file, line and column, and the cell is shown. The\n" +
			"exit status is 1 if there is an error, or, with --strict, a warning.\n\n" +
			"With --source, the plain text of the review, every anchor is held against the passage it\n" +
			"points at, and passages that have moved are found again.",
		Flags: []cli.Flag{
			sourceFlag,
			&cli.BoolFlag{Name: "strict", Usage: "let warnings fail, too"},
			reviewFlag, quietFlag,
		},
		Action: check,
	}
}

func check(c *cli.Context) error {
	if _, err := arguments(c, 0); err != nil {
		return err
	}
	in, err := input(c)
	if err != nil {
		return err
	}
	built, err := pipeline.Build(c.Context, in)
	if err != nil {
		return err
	}
	if c.IsSet("source") {
		review, text, err := sourceText(c, built.Corpus)
		if err != nil {
			return err
		}
		built.CheckSource(review, text)
	}
	if printProblems(c.App.Writer, built, c.Bool("strict")) {
		return errNo
	}
	if !c.Bool("quiet") {
		fmt.Fprintln(c.App.Writer, summary(built))
	}
	return nil
}

// printProblems writes all problems, each with its cell, and a line that
// counts them. It reports whether there is one that must not be.
func printProblems(w io.Writer, built *pipeline.Result, strict bool) bool {
	if len(built.Problems) == 0 {
		return false
	}
	if reviews.Render(w, built.Problems) != nil {
		return true // nobody can see them
	}
	errors, warnings, notes := reviews.Count(built.Problems)
	fmt.Fprintf(w, "%s\n", counted(errors, "error", warnings, "warning", notes, "note"))
	return errors > 0 || strict && warnings > 0
}

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

// summary says what was checked when nothing was found wrong.
func summary(built *pipeline.Result) string {
	return fmt.Sprintf("ok: %s statements", thousands(int64(built.Dataset.Len())))
}
