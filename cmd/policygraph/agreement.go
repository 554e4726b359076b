package main

import (
	"encoding/json"
	"fmt"
	"io"

	"github.com/jedib0t/go-pretty/v6/table"
	"github.com/urfave/cli/v2"

	"policygraph/cmd/internal/pipeline"
	"policygraph/reviews/agreement"
)

func agreementCommand() *cli.Command {
	return &cli.Command{
		Name:      "agreement",
		Usage:     "compare two independent codings of one review",
		UsageText: "policygraph agreement [options] A B\n\nExample: policygraph agreement --disagreements coder-a coder-b",
		Description: "A and B are folders of the review as two people coded it. Rows are paired by the lines they\n" +
			"point at (claims by what they link); then codes, references, numbers and countries are compared:\n" +
			"how often the two agree, and for codes Cohen's kappa. The exit status is 1 if they differ in one\n" +
			"of these or in a row. Texts, lines and notes are not compared.",
		Flags: []cli.Flag{
			&cli.BoolFlag{Name: "disagreements", Aliases: []string{"d"}, Usage: "list each difference, as a pair of places"},
			&cli.StringFlag{Name: "format", Usage: "print as `FORMAT` (text, json)", Value: "text"},
			quietFlag,
		},
		Action: compareCoders,
	}
}

func compareCoders(c *cli.Context) error {
	args, err := arguments(c, 2)
	if err != nil {
		return err
	}
	if len(args) < 2 {
		return fmt.Errorf("expected two folders, found %d; see policygraph agreement --help", len(args))
	}
	var codings [2]*pipeline.Result
	for i, dir := range args {
		if codings[i], err = pipeline.Load(pipeline.Input{Review: dir}); err != nil {
			return err
		}
		if err := refuseIf(unread, c, codings[i]); err != nil {
			return err
		}
	}
	report := agreement.Compare(codings[0].Corpus, codings[1].Corpus)
	if err := printReport(c, report, func(w io.Writer) error { printAgreement(w, report, c.Bool("disagreements")); return nil }); err != nil {
		return err
	}
	if !report.Identical() {
		return errNo
	}
	return nil
}

// printReport prints what a command found: as JSON, or as fn writes it.
func printReport(c *cli.Context, report any, fn func(io.Writer) error) error {
	switch format := c.String("format"); format {
	case "json":
		out := json.NewEncoder(c.App.Writer)
		out.SetIndent("", "  ")
		out.SetEscapeHTML(false)
		return out.Encode(report)
	case "text":
		if c.Bool("quiet") {
			return nil
		}
		return fn(c.App.Writer)
	default:
		return fmt.Errorf("no format %q; see policygraph %s --help", format, c.Command.Name)
	}
}

func printAgreement(w io.Writer, report agreement.Report, list bool) {
	t := newTable(w)
	t.AppendHeader(table.Row{"kind", "field", "A", "B", "both", "agreed", "", "kappa"})
	for _, k := range report.Kinds {
		t.AppendRow(table.Row{k.Kind, "", k.A, k.B, k.Both})
		for _, f := range k.Fields {
			if f.Pairs > 0 {
				t.AppendRow(table.Row{"", f.Column, "", "", f.Pairs, f.Agreed, percent(f.Agreed, f.Pairs), kappa(f)})
			}
		}
	}
	alignRight(t, 3, 4, 5, 6, 7, 8)
	t.Render()
	if list {
		printDifferences(w, report)
	}
}

func percent(part, whole int) string { return fmt.Sprintf("%d %%", (100*part+whole/2)/whole) }

func kappa(f agreement.Field) string {
	if f.Kappa == nil {
		return ""
	}
	return fmt.Sprintf("%.2f", *f.Kappa)
}

func printDifferences(w io.Writer, report agreement.Report) {
	for _, k := range report.Kinds {
		for _, f := range k.Fields {
			for _, d := range f.Disagreements {
				fmt.Fprintf(w, "%s:%d ~ %s:%d: %s %s: %q, %q\n",
					d.SourceA.File, d.SourceA.Line, d.SourceB.File, d.SourceB.Line, k.Kind, f.Column, d.A, d.B)
			}
		}
		for _, side := range []struct {
			name string
			rows []agreement.Row
		}{{"A", k.OnlyA}, {"B", k.OnlyB}} {
			for _, r := range side.rows {
				fmt.Fprintf(w, "%s:%d: %s only in %s: %s\n", r.Source.File, r.Source.Line, k.Kind, side.name, r.Name)
			}
		}
	}
}
