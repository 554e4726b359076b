package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/cayleygraph/quad"
	"github.com/urfave/cli/v2"

	"policygraph/cmd/internal/explanation"
	"policygraph/cmd/internal/pipeline"
	"policygraph/graph"
	"policygraph/ontology/evidence"
	"policygraph/reviews"
)

func explainCommand() *cli.Command {
	return &cli.Command{
		Name:      "explain",
		Usage:     "say why a statement holds, down to the lines of a review",
		UsageText: "policygraph explain [options] SUBJECT PREDICATE OBJECT\n\nExample: policygraph explain anonymous-applications addresses hiring-discrimination",
		Description: "What follows from the ontology is explained rule by rule, and what is stated by the cell it was\n" +
			"coded in, the lines of the review, and what is for and against it. Of a statement that does not\n" +
			"hold it is said what is missing. The exit status is 0 if it holds, 1 if not.\n\n" +
			"SUBJECT and OBJECT are a slug, a label in any language, a prefixed name or an address; OBJECT may\n" +
			"be a code (positive) or a text, too. PREDICATE is a name of the ontology (addresses), its label, a\n" +
			"prefixed name or an address; \"a\" asks for the class. Documents named with --data bring their own\n" +
			"ontology.",
		Flags: []cli.Flag{
			&cli.IntFlag{Name: "proofs", Usage: "show up to `N` proofs, the smallest first", Value: 1},
			&cli.StringFlag{Name: "lang", Usage: "labels in `LANGUAGE` (" + strings.Join(evidence.Languages(), ", ") + ")", Value: "en"},
			&cli.StringFlag{Name: "format", Aliases: []string{"f"}, Usage: "print as `FORMAT` (" + explanationFormatNames() + ")", Value: "text"},
			&cli.StringSliceFlag{Name: "data", Aliases: []string{"d"}, Usage: "explain what the RDF document `FILE` says; may be repeated", TakesFile: true},
			reviewFlag, baseFlag, fromFlag, contextFlag,
		},
		Action: explain,
	}
}

// explanationFormats are the ways to print an explanation.
var explanationFormats = []struct {
	name  string
	write func(io.Writer, *explanation.Explanation) error
}{
	{"text", explanation.WriteText},
	{"json", explanation.WriteJSON},
	{"mermaid", explanation.WriteMermaid},
}

func explanationFormatNames() string {
	list := make([]string, len(explanationFormats))
	for i, f := range explanationFormats {
		list[i] = f.name
	}
	return strings.Join(list, ", ")
}

func explain(c *cli.Context) error {
	args, err := arguments(c, 3)
	switch {
	case err != nil:
		return err
	case len(args) < 3:
		return errors.New("expected a subject, a predicate and an object; see policygraph explain --help")
	case c.Int("proofs") < 1:
		return errors.New("--proofs: expected a number from 1 on")
	case !slices.Contains(evidence.Languages(), c.String("lang")):
		return fmt.Errorf("no labels in %q; there are %s", c.String("lang"), strings.Join(evidence.Languages(), ", "))
	}
	i := slices.IndexFunc(explanationFormats, func(f struct {
		name  string
		write func(io.Writer, *explanation.Explanation) error
	}) bool {
		return f.name == c.String("format")
	})
	if i < 0 {
		return fmt.Errorf("no format %q for explanations; there are %s", c.String("format"), explanationFormatNames())
	}
	e, err := explained(c, args)
	if err != nil {
		return err
	}
	var out bytes.Buffer
	if err := explanationFormats[i].write(&out, e); err != nil {
		return err
	}
	if _, err := c.App.Writer.Write(out.Bytes()); err != nil {
		return err
	}
	if !e.Holds {
		return errNo
	}
	return nil
}

// explained explains the triple that the arguments name.
func explained(c *cli.Context, args []string) (*explanation.Explanation, error) {
	d, cells, err := explainable(c)
	if err != nil {
		return nil, err
	}
	t, err := explanation.NewFinder(d, c.String("base")).Triple(args[0], args[1], args[2])
	if err != nil {
		return nil, err
	}
	x, err := explanation.New(c.Context, d, c.String("base"), c.String("lang"), pipeline.MaxInferred)
	if err != nil {
		return nil, err
	}
	x.Cells = cells
	return x.Explain(c.Context, t, c.Int("proofs"))
}

// explainable is the dataset to explain, and what says which cells state a quad, nil
// for documents.
func explainable(c *cli.Context) (*graph.Dataset, func(quad.Quad) []string, error) {
	if c.IsSet("data") {
		d, _, err := assertedDataset(c)
		return d, nil, err
	}
	in, err := input(c)
	if err != nil {
		return nil, nil, err
	}
	r, err := pipeline.Load(in)
	if err != nil {
		return nil, nil, err
	}
	d, err := r.Queryable(c.Context, in.Base)
	return d, func(q quad.Quad) []string {
		var cells []string
		for _, at := range r.Corpus.Origin(q, reviews.QuadOptions{Base: in.Base}) {
			cells = append(cells, at.String())
		}
		return cells
	}, err
}
