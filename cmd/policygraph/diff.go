package main

import (
	"bytes"
	"fmt"
	"slices"

	"github.com/urfave/cli/v2"

	"policygraph/graph"
	"policygraph/graph/canon"
	"policygraph/ontology/diff"
	"policygraph/ontology/vocab"
)

func diffCommand() *cli.Command {
	return &cli.Command{
		Name:      "diff",
		Usage:     "tell how two editions of the data differ",
		UsageText: "policygraph diff [options] A B\n\nExample: policygraph diff --format markdown old/policygraph.trig out/policygraph.trig",
		Description: "Changes are told in the words of the ontology: findings added, directions changed, gaps closed.\n" +
			"With --triples they are told statement by statement, as an RDF Patch. The exit status is 0 if\n" +
			"there is no difference, 1 if there is.",
		Flags: []cli.Flag{
			&cli.StringFlag{Name: "format", Usage: "print as `FORMAT` (text, json, markdown)", Value: "text"},
			&cli.BoolFlag{Name: "triples", Usage: "print the statements gone and come, as an RDF Patch"},
			&cli.StringFlag{Name: "base", Usage: "the addresses of both editions start with `IRI`", Value: vocab.Base},
			fromFlag, contextFlag, quietFlag,
		},
		Action: compareEditions,
	}
}

func compareEditions(c *cli.Context) error {
	files, err := arguments(c, 2)
	if err != nil {
		return err
	}
	if len(files) != 2 {
		return fmt.Errorf("expected two files, found %d; see policygraph diff --help", len(files))
	}
	var both [2]*graph.Dataset
	for i, file := range files {
		if both[i], err = loadDataset(c, file); err != nil {
			return err
		}
	}
	if c.Bool("triples") {
		return patch(c, both[0], both[1])
	}
	for i, d := range both {
		if !d.UsesNamespace(c.String("base") + "id/") {
			return fmt.Errorf("%s: no address begins with %sid/, so nothing here can be told in the words of the ontology; say --base or --triples", files[i], c.String("base"))
		}
	}
	report := diff.Compare(both[0], both[1], c.String("base"))
	if c.String("format") == "markdown" {
		err = report.WriteMarkdown(c.App.Writer)
	} else {
		err = printReport(c, report, report.WriteText)
	}
	if err == nil && len(report.Changes) > 0 {
		err = errNo
	}
	if err != nil || len(report.Changes) > 0 {
		return err
	}
	return differElsewhere(c, both[0], both[1])
}

// differElsewhere says no if two editions that the ontology has no words to tell
// apart differ all the same.
func differElsewhere(c *cli.Context, a, b *graph.Dataset) error {
	same, err := canon.Same(c.Context, merged(a), merged(b))
	if err != nil || same {
		return err
	}
	fmt.Fprintln(c.App.ErrWriter, "but statements differ that the ontology has no words for; --triples shows them")
	return errNo
}

// merged is a dataset with all graphs of d in one.
func merged(d *graph.Dataset) *graph.Dataset {
	var b graph.Builder
	var q graph.RawQuad
	for t := range d.Union().Match(0, 0, 0) {
		d.Raw(&q.Subject, t.Subject())
		d.Raw(&q.Predicate, t.Predicate())
		d.Raw(&q.Object, t.Object())
		if err := b.AddRaw(&q); err != nil {
			panic(err) // it comes from a dataset
		}
	}
	return b.Dataset()
}

// patch prints what has to be taken from a and added to it to make b, in the
// syntax of RDF Patch. Blank nodes go by their canonical labels.
func patch(c *cli.Context, a, b *graph.Dataset) error {
	before, err := canonicalLines(c, a)
	if err != nil {
		return err
	}
	after, err := canonicalLines(c, b)
	if err != nil {
		return err
	}
	gone, come := missingFrom(after, before), missingFrom(before, after)
	if len(gone)+len(come) == 0 {
		return nil
	}
	var out bytes.Buffer
	out.WriteString("TX .\n")
	for _, part := range []struct {
		sign  string
		lines [][]byte
	}{{"D ", gone}, {"A ", come}} {
		for _, line := range part.lines {
			out.WriteString(part.sign)
			out.Write(line)
		}
	}
	out.WriteString("TC .\n")
	if _, err := c.App.Writer.Write(out.Bytes()); err != nil {
		return err
	}
	return errNo
}

// canonicalLines is the canonical form of a dataset, line by line, in order.
func canonicalLines(c *cli.Context, d *graph.Dataset) ([][]byte, error) {
	labelled, err := canon.Canonicalize(c.Context, d, canon.Options{})
	if err != nil {
		return nil, err
	}
	text, err := labelled.NQuads()
	return slices.Collect(bytes.Lines(text)), err
}

// missingFrom returns the lines of b that a, which is in order, does not have.
func missingFrom(a, b [][]byte) (missing [][]byte) {
	for _, line := range b {
		if _, found := slices.BinarySearchFunc(a, line, bytes.Compare); !found {
			missing = append(missing, line)
		}
	}
	return missing
}
