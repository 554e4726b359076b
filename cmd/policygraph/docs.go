package main

import (
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/jedib0t/go-pretty/v6/table"
	"github.com/urfave/cli/v2"

	"policygraph/cmd/internal/pipeline"
	"policygraph/internal/atomicfile"
	"policygraph/ontology/reference"
	"policygraph/reviews/authored"
)

func docsCommand() *cli.Command {
	return &cli.Command{
		Name:      "docs",
		Usage:     "write the reference documentation of the ontology, as HTML and Markdown",
		UsageText: "policygraph docs [options]\n\nExample: policygraph docs -o public --lang nb --format html",
		Description: "Every class, property and code with what it means, which rules hold for it, and how\n" +
			"the review uses it. The ontology itself goes along, as Turtle and JSON-LD.",
		Flags: []cli.Flag{
			&cli.StringFlag{Name: "output", Aliases: []string{"o"}, Usage: "write into `DIR`", Value: "out", TakesFile: true},
			&cli.StringFlag{Name: "lang", Usage: "write only in `LANGUAGE` (nb, en)"},
			&cli.StringFlag{Name: "format", Aliases: []string{"f"}, Usage: "write only as `FORMAT` (html, markdown)"},
			reviewFlag, baseFlag, quietFlag,
		},
		Action: docs,
	}
}

func docs(c *cli.Context) error {
	if _, err := arguments(c, 0); err != nil {
		return err
	}
	pages, err := chosenPages(c.String("lang"), c.String("format"))
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
	about := reference.Input{Data: built.Dataset, Base: in.Base, Columns: authored.Columns()}
	return writePages(c, pages, about)
}

// chosenPages are the pages in a language and a format, with the ontology itself; empty is
// any.
func chosenPages(lang, format string) ([]reference.Page, error) {
	switch {
	case lang != "" && lang != string(reference.NB) && lang != string(reference.EN):
		return nil, fmt.Errorf("--lang %s: expected nb or en", lang)
	case format != "" && format != string(reference.HTML) && format != string(reference.Markdown):
		return nil, fmt.Errorf("--format %s: expected html or markdown", format)
	}
	var chosen []reference.Page
	for _, p := range reference.Pages() {
		own := p.Lang == ""
		if own || (lang == "" || lang == string(p.Lang)) && (format == "" || format == string(p.Format)) {
			chosen = append(chosen, p)
		}
	}
	return chosen, nil
}

// writePages writes all pages or none.
func writePages(c *cli.Context, pages []reference.Page, in reference.Input) error {
	dir := c.String("output")
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return fmt.Errorf("making the output directory: %w", err)
	}
	var b atomicfile.Batch
	defer b.Abort()
	listing := newTable(c.App.Writer)
	listing.AppendHeader(table.Row{"file", "bytes"})
	for _, p := range pages {
		name := filepath.Join(dir, p.Name)
		var size tally
		if err := b.Write(name, func(w io.Writer) error { return p.Write(io.MultiWriter(w, &size), in) }); err != nil {
			return err
		}
		listing.AppendRow(table.Row{name, thousands(int64(size))})
	}
	if err := b.Commit(); err != nil {
		return err
	}
	if !c.Bool("quiet") {
		alignRight(listing, 2)
		listing.Render()
	}
	return nil
}

// tally is how many bytes were written to it.
type tally int64

func (t *tally) Write(p []byte) (int, error) {
	*t += tally(len(p))
	return len(p), nil
}
