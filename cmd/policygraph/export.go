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
	"policygraph/reviews"
)

func exportCommand() *cli.Command {
	return &cli.Command{
		Name:      "export",
		Usage:     "write the graph as Turtle, TriG, N-Triples, N-Quads and JSON-LD",
		UsageText: "policygraph export [options]\n\nExample: policygraph export -o public --format turtle --format jsonld",
		Description: "The review is checked first; if it breaks a rule, nothing is written. Files appear\n" +
			"whole or not at all: if anything fails, those from the last run are as they were.",
		Flags: []cli.Flag{
			&cli.StringFlag{Name: "output", Aliases: []string{"o"}, Usage: "write into `DIR`", Value: "out", TakesFile: true},
			&cli.StringSliceFlag{Name: "format", Aliases: []string{"f"}, Usage: "write only `FORMAT` (" + formatNames() + "); may be repeated"},
			reviewFlag, baseFlag, quietFlag,
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
	formats, err := chosenFormats(c.StringSlice("format"))
	if err != nil {
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
	if err := refuse(c, built); err != nil {
		return err
	}
	bar := newProgress(c, "writing")
	files, err := exports.Dir(c.Context, c.String("output"), built.Dataset, formats, exports.Options{Base: in.Base}, bar.tell)
	bar.close()
	if err != nil {
		return err
	}
	if !c.Bool("quiet") {
		printFiles(c.App.Writer, c.String("output"), files)
		printHoldings(c.App.Writer, exports.Count(built.Dataset, in.Base))
	}
	return nil
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

func chosenFormats(names []string) ([]exports.Format, error) {
	if len(names) == 0 {
		return exports.Formats, nil
	}
	chosen := make(map[string]bool)
	for _, list := range names {
		for name := range strings.SplitSeq(list, ",") {
			f, err := exports.ByName(strings.TrimSpace(name))
			if err != nil {
				return nil, err
			}
			chosen[f.Name] = true
		}
	}
	var formats []exports.Format
	for _, f := range exports.Formats {
		if chosen[f.Name] {
			formats = append(formats, f)
		}
	}
	return formats, nil
}

func printFiles(w io.Writer, dir string, files []exports.File) {
	t := newTable(w)
	t.AppendHeader(table.Row{"file", "format", "statements", "bytes", "time"})
	for _, f := range files {
		t.AppendRow(table.Row{dir + "/" + f.Name, f.Format.Title, thousands(int64(f.Statements)), thousands(f.Bytes), f.Time.Round(time.Millisecond)})
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
