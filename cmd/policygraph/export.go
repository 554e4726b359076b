package main

import (
	"fmt"
	"io"
	"slices"
	"strings"
	"time"

	"github.com/jedib0t/go-pretty/v6/table"
	"github.com/jedib0t/go-pretty/v6/text"
	"github.com/urfave/cli/v2"

	"policygraph/cmd/internal/pipeline"
	"policygraph/exports"
	"policygraph/exports/artifact"
	"policygraph/exports/plan"
	"policygraph/reviews"
	"policygraph/reviews/authored"
)

func exportCommand() *cli.Command {
	return &cli.Command{
		Name:      "export",
		Usage:     "write the graph in every form that is published",
		UsageText: "policygraph export [options]\n\nExample: policygraph export -o public --format turtle --only tables",
		Description: "The review is checked first; if it breaks a rule, nothing is written. Files appear\n" +
			"whole or not at all: if anything fails, those from the last run are as they were.\n" +
			"Afterwards DIR holds this export alone: files that SHA256SUMS lists from an earlier\n" +
			"one are removed, unless they were changed since.",
		Flags: []cli.Flag{
			&cli.StringFlag{Name: "output", Aliases: []string{"o"}, Usage: "write into `DIR`", Value: "out", TakesFile: true},
			&cli.StringSliceFlag{Name: "format", Aliases: []string{"f"}, Usage: "write the whole graph only as `FORMAT` (" + formatNames() + "); may be repeated"},
			&cli.StringSliceFlag{Name: "only", Usage: "write only `GROUP` (" + strings.Join(plan.Groups(plan.Artifacts()), ", ") + ") or one file; may be repeated"},
			publicationFlag, reviewFlag, baseFlag, quietFlag,
		},
		Action: export,
	}
}

func formatNames() string {
	names := make([]string, len(exports.Formats))
	for i, f := range exports.Formats {
		names[i] = f.Name
	}
	return strings.Join(names, ", ")
}

func export(c *cli.Context) error {
	if _, err := arguments(c, 0); err != nil {
		return err
	}
	rows, err := plan.Choose(plan.Artifacts(), c.StringSlice("format"), c.StringSlice("only"))
	if err != nil {
		return err
	}
	in, err := input(c)
	if err != nil {
		return err
	}
	pub, err := published(c, &in)
	if err != nil {
		return err
	}
	built, err := pipeline.Build(c.Context, in)
	if err != nil {
		return err
	}
	if err := refuse(c, built); err != nil {
		return err
	}
	onto, err := pipeline.Ontology(in.Base)
	if err != nil {
		return err
	}
	if err := remindOfChange(c, pub, built.Dataset); err != nil {
		return err
	}
	bar := newProgress(c, "writing")
	done, err := plan.Write(c.Context, c.String("output"), artifact.Input{
		Dataset: built.Dataset, Ontology: onto, Publication: pub, Base: in.Base, Columns: authored.Columns(),
	}, rows, bar.tell)
	bar.close()
	if err != nil {
		return err
	}
	if !c.Bool("quiet") {
		printFiles(c.App.Writer, c.String("output"), done.Files)
		printHoldings(c.App.Writer, exports.Count(built.Dataset, in.Base))
		printEarlier(c.App.ErrWriter, c.String("output"), done)
	}
	return nil
}

// printEarlier says what became of the files of an earlier export.
func printEarlier(w io.Writer, dir string, r *plan.Result) {
	if len(r.Removed) > 0 {
		fmt.Fprintf(w, "removed from %s, since this export does not write them: %s\n", dir, strings.Join(r.Removed, ", "))
	}
	if len(r.Left) > 0 {
		fmt.Fprintf(w, "%s also holds files that this export did not write and that may say something else: %s\n", dir, strings.Join(r.Left, ", "))
	}
}

// refuse says no if there is an error among the problems, and prints the errors.
// Warnings do not keep anything from being written, and are only counted.
func refuse(c *cli.Context, built *pipeline.Result) error {
	errors, warnings, _ := reviews.Count(built.Problems)
	if errors == 0 {
		if warnings > 0 && !c.Bool("quiet") {
			fmt.Fprintf(c.App.ErrWriter, "%s; policygraph check shows them\n", counted(warnings, "warning"))
		}
		return nil
	}
	bad := slices.DeleteFunc(slices.Clone(built.Problems), func(p reviews.Problem) bool { return p.Severity != reviews.Error })
	if err := reviews.Render(c.App.ErrWriter, bad); err != nil {
		return err
	}
	fmt.Fprintf(c.App.ErrWriter, "%s; nothing was written\n", counted(errors, "error"))
	return errNo
}

// printFiles prints a line for each file, and for each folder one with the sums of
// its files.
func printFiles(w io.Writer, dir string, files []plan.Written) {
	t := newTable(w)
	t.AppendHeader(table.Row{"file", "what it is", "statements", "bytes", "time"})
	for len(files) > 0 {
		n := 1
		sum := files[0]
		for ; n < len(files) && files[n].Row == sum.Row; n++ {
			sum.Bytes += files[n].Bytes
			sum.Time += files[n].Time
		}
		what := sum.Title.EN
		if strings.HasSuffix(sum.Row, "/") {
			what = counted(n, "file")
		}
		statements := ""
		if sum.Statements > 0 {
			statements = thousands(int64(sum.Statements))
		}
		t.AppendRow(table.Row{dir + "/" + sum.Row, what, statements, thousands(sum.Bytes), sum.Time.Round(time.Millisecond)})
		files = files[n:]
	}
	alignRight(t, 3, 4, 5)
	t.Render()
}

func printHoldings(w io.Writer, counts []exports.Holding) {
	fmt.Fprintln(w)
	t := newTable(w)
	t.AppendHeader(table.Row{"the graph holds", ""})
	for _, h := range counts {
		t.AppendRow(table.Row{h.Name, thousands(int64(h.Count))})
	}
	alignRight(t, 2)
	t.Render()
}

// newTable returns a table without lines, as a terminal and a diff both like.
func newTable(w io.Writer) table.Writer {
	t := table.NewWriter()
	t.SetOutputMirror(trimmed{w})
	style := table.StyleDefault
	style.Options = table.OptionsNoBordersAndSeparators
	style.Format.Header = text.FormatDefault
	style.Box.PaddingLeft, style.Box.PaddingRight = "", "  "
	t.SetStyle(style)
	return t
}

func alignRight(t table.Writer, columns ...int) {
	configs := make([]table.ColumnConfig, len(columns))
	for i, n := range columns {
		configs[i] = table.ColumnConfig{Number: n, Align: text.AlignRight, AlignHeader: text.AlignRight}
	}
	t.SetColumnConfigs(configs)
}

// trimmed drops the blanks at line ends, which the padding of tables leaves.
type trimmed struct{ w io.Writer }

func (t trimmed) Write(p []byte) (int, error) {
	rows := strings.Split(string(p), "\n")
	for i, row := range rows {
		rows[i] = strings.TrimRight(row, " ")
	}
	if _, err := io.WriteString(t.w, strings.Join(rows, "\n")); err != nil {
		return 0, err
	}
	return len(p), nil
}

// thousands writes n with a comma between groups of three digits.
func thousands(n int64) string {
	s := fmt.Sprint(n)
	for i := len(s) - 3; i > 0 && s[i-1] != '-'; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}
