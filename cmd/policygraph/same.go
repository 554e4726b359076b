package main

import (
	"fmt"

	"github.com/urfave/cli/v2"

	"policygraph/cmd/internal/rdfio"
	"policygraph/graph"
	"policygraph/graph/canon"
	"policygraph/graph/formats"
)

var (
	fromFlag    = &cli.StringFlag{Name: "from", Usage: "read `FORMAT`, whatever the names of files say"}
	contextFlag = &cli.StringSliceFlag{Name: "context", Usage: "let JSON-LD documents use the context `IRI=FILE`; may be repeated"}
)

func hashCommand() *cli.Command {
	return &cli.Command{
		Name:      "hash",
		Usage:     "print the hash of what an RDF document says",
		UsageText: "policygraph hash [options] [FILE...]\n\nExample: policygraph hash out/policygraph.trig out/policygraph.nq",
		Description: "The hash is the SHA-256 of the canonical form (RDFC-1.0). It does not depend on the format, on\n" +
			"the order of statements, or on the labels of blank nodes.",
		Flags: []cli.Flag{fromFlag, contextFlag},
		Action: func(c *cli.Context) error {
			files, err := arguments(c, anyNumber)
			if err != nil {
				return err
			}
			if len(files) == 0 {
				files = []string{rdfio.Stdio}
			}
			for _, file := range files {
				d, err := loadDataset(c, file)
				if err != nil {
					return err
				}
				sum, err := canon.Hash(c.Context, d)
				if err != nil {
					return fmt.Errorf("%s: %w", file, err)
				}
				fmt.Fprintf(c.App.Writer, "%s  %s\n", sum, file)
			}
			return nil
		},
	}
}

func sameCommand() *cli.Command {
	return &cli.Command{
		Name:      "same",
		Usage:     "tell whether two RDF documents say the same",
		UsageText: "policygraph same [options] A B\n\nExample: policygraph same out/policygraph.ttl out/policygraph.jsonld",
		Description: "Two documents say the same if they differ at most in format, in the order of statements, and\n" +
			"in the labels of blank nodes. The exit status is 0 if they do, 1 if they do not.",
		Flags: []cli.Flag{fromFlag, contextFlag, quietFlag},
		Action: func(c *cli.Context) error {
			files, err := arguments(c, 2)
			if err != nil {
				return err
			}
			if len(files) != 2 {
				return fmt.Errorf("expected two files, found %d; see policygraph same --help", len(files))
			}
			return answerSame(c, files)
		},
	}
}

func answerSame(c *cli.Context, files []string) error {
	var both [2]*graph.Dataset
	for i, file := range files {
		var err error
		if both[i], err = loadDataset(c, file); err != nil {
			return err
		}
	}
	same, err := canon.Same(c.Context, both[0], both[1])
	if err != nil {
		return err
	}
	answer := map[bool]string{true: "the same", false: "not the same"}[same]
	if !c.Bool("quiet") {
		fmt.Fprintf(c.App.Writer, "%s: %d and %d statements\n", answer, both[0].Len(), both[1].Len())
	}
	if !same {
		return errNo
	}
	return nil
}

// loadDataset reads a document as a dataset.
func loadDataset(c *cli.Context, file string) (*graph.Dataset, error) {
	contexts, err := knownContexts(c.StringSlice("context"))
	if err != nil {
		return nil, err
	}
	var b graph.Builder
	if err := rdfio.Load(c.Context, &b, file, c.String("from"), c.App.Reader, formats.ReadOptions{Contexts: contexts}); err != nil {
		return nil, err
	}
	return b.Dataset(), nil
}
