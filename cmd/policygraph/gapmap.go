package main

import (
	"bytes"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"policygraph/exports/gapmap"
)

func gapmapCommand() *cli.Command {
	return &cli.Command{
		Name:      "gapmap",
		Usage:     "show what is known of each measure, and what is not",
		UsageText: "policygraph gapmap [options]\n\nExample: policygraph gapmap --lang nb --all",
		Description: "Measures against the phases of working life: in each cell a sign for what was found, and the number\n" +
			"of studies. Tested without effect, searched in vain, said to be a gap, and nothing said are four\n" +
			"different signs. The whole map, with every outcome and every finding, is in json and csv, and as a\n" +
			"web page and a picture in what policygraph export writes.",
		Flags: append([]cli.Flag{
			&cli.BoolFlag{Name: "all", Usage: "show narrower measures, too"},
			&cli.IntFlag{Name: "width", Usage: "be at most `N` letters wide", Value: 80, EnvVars: []string{"COLUMNS"}},
			&cli.StringFlag{Name: "lang", Usage: "words in `LANGUAGE` (" + gapmapLanguages() + ")", Value: string(gapmap.EN)},
			&cli.StringFlag{Name: "format", Aliases: []string{"f"}, Usage: "print as `FORMAT` (text, csv, json)", Value: "text"},
		}, datasetFlags...),
		Action: showGapmap,
	}
}

// gapmapLangs are the languages that the map is in.
var gapmapLangs = []gapmap.Lang{gapmap.NB, gapmap.EN}

func gapmapLanguages() string {
	var list []string
	for _, l := range gapmapLangs {
		list = append(list, string(l))
	}
	return strings.Join(list, ", ")
}

func showGapmap(c *cli.Context) error {
	if _, err := arguments(c, 0); err != nil {
		return err
	}
	lang := gapmap.Lang(c.String("lang"))
	if !slices.Contains(gapmapLangs, lang) {
		return fmt.Errorf("no words in %q; there are %s", lang, gapmapLanguages())
	}
	write, ok := map[string]func(io.Writer, *gapmap.Map) error{
		"csv": gapmap.WriteCSV, "json": gapmap.WriteJSON,
		"text": func(w io.Writer, m *gapmap.Map) error {
			return gapmap.WriteText(w, m, gapmap.TextOptions{Lang: lang, Width: c.Int("width"), Deep: c.Bool("all")})
		},
	}[c.String("format")]
	if !ok {
		return fmt.Errorf("no format %q; see policygraph gapmap --help", c.String("format"))
	}
	d, _, err := openDataset(c)
	if err != nil {
		return err
	}
	var out bytes.Buffer
	if err := write(&out, gapmap.Read(d, c.String("base"))); err != nil {
		return err
	}
	_, err = c.App.Writer.Write(out.Bytes())
	return err
}
