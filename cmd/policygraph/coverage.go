package main

import (
	"encoding/csv"
	"fmt"
	"io"

	"github.com/jedib0t/go-pretty/v6/table"
	"github.com/urfave/cli/v2"

	"policygraph/cmd/internal/pipeline"
	"policygraph/reviews"
	"policygraph/reviews/coverage"
)

func coverageCommand() *cli.Command {
	return &cli.Command{
		Name:      "coverage",
		Usage:     "say what of a review's text is in the graph, and what is not",
		UsageText: "policygraph coverage [options] --source FILE\n\nExample: policygraph coverage --source my-review.txt --review my-review",
		Description: "Every author–year string and every number with a unit in the text is looked for in the coding,\n" +
			"at that place; and lines that no statement points at are listed. What was left out on purpose\n" +
			"stands in the review's omissions.csv, with the reason. The exit status is 1 if anything is missing.",
		Flags: []cli.Flag{
			sourceFlag, reviewFlag,
			&cli.BoolFlag{Name: "all", Usage: "list what is covered, too"},
			&cli.StringFlag{Name: "format", Usage: "print as `FORMAT` (text, csv, json)", Value: "text"},
			quietFlag,
		},
		Action: cover,
	}
}

func cover(c *cli.Context) error {
	if _, err := arguments(c, 0); err != nil {
		return err
	}
	if !c.IsSet("source") {
		return fmt.Errorf("--source is missing; see policygraph coverage --help")
	}
	in, err := input(c)
	if err != nil {
		return err
	}
	loaded, err := pipeline.Load(in)
	if err != nil {
		return err
	}
	if err := refuseIf(unread, c, loaded); err != nil {
		return err
	}
	slug, text, err := sourceText(c, loaded.Corpus)
	if err != nil {
		return err
	}
	report := coverage.Of(loaded.Corpus, slug, text)
	rows := coverageRows(report, c.Bool("all"))
	if c.String("format") == "csv" {
		err = printCSV(c.App.Writer, rows)
	} else {
		err = printReport(c, report, func(w io.Writer) error { printCoverage(w, report, rows); return nil })
	}
	if err == nil && !report.Complete() {
		err = errNo
	}
	return err
}

// coverageRow is one finding of the report, whatever it is about.
type coverageRow struct {
	kind   string
	lines  reviews.Range
	status coverage.Status
	text   string
	remark string // the row that covers it, or why it was left out
}

// coverageRows lists the report; what is covered or left out only if all.
func coverageRows(r coverage.Report, all bool) []coverageRow {
	var rows []coverageRow
	add := func(row coverageRow) {
		if all || row.status == coverage.Missing || row.status == coverage.Anchored {
			rows = append(rows, row)
		}
	}
	for _, c := range r.Citations {
		add(coverageRow{"citation", c.Lines, c.Status, c.Text, c.Source + c.Reason})
	}
	for _, n := range r.Numbers {
		add(coverageRow{"number", n.Lines, n.Status, n.Text, n.Row + n.Reason})
	}
	for _, p := range r.Passages {
		add(coverageRow{"passage", p.Lines, p.Status, "", p.Reason})
	}
	return rows
}

func printCSV(w io.Writer, rows []coverageRow) error {
	out := csv.NewWriter(w)
	out.Write([]string{"kind", "lines", "status", "text", "remark"})
	for _, r := range rows {
		out.Write([]string{r.kind, r.lines.String(), string(r.status), r.text, r.remark})
	}
	out.Flush()
	return out.Error()
}

func printCoverage(w io.Writer, report coverage.Report, rows []coverageRow) {
	if len(rows) > 0 {
		t := newTable(w)
		t.AppendHeader(table.Row{"lines", "", "", "", ""})
		for _, r := range rows {
			t.AppendRow(table.Row{r.lines, r.kind, r.status, r.text, r.remark})
		}
		t.Render()
		fmt.Fprintln(w)
	}
	t := newTable(w)
	t.AppendHeader(table.Row{"", "in the text", "covered", "left out", "anchored only", "missing"})
	for _, s := range report.Sums() {
		t.AppendRow(table.Row{s.What, s.All, s.Covered, s.LeftOut, s.Anchored, s.Missing})
	}
	alignRight(t, 2, 3, 4, 5, 6)
	t.Render()
}
