package main

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/urfave/cli/v2"

	"policygraph/cmd/internal/pipeline"
	"policygraph/internal/atomicfile"
	"policygraph/reviews"
)

func anchorCommand() *cli.Command {
	return &cli.Command{
		Name:      "anchor",
		Usage:     "write the digests of the passages that a review's statements point at",
		UsageText: "policygraph anchor --review DIR --source FILE\n\nExample: policygraph anchor --review my-review --source my-review.txt",
		Description: "The digests go to anchors.csv in the review's folder, and that of the whole text to its\n" +
			"review.yaml; nothing else changes. Later, policygraph check --source tells which passages moved.",
		Flags:  []cli.Flag{reviewFlag, sourceFlag, quietFlag},
		Action: anchor,
	}
}

func anchor(c *cli.Context) error {
	if _, err := arguments(c, 0); err != nil {
		return err
	}
	for _, name := range []string{"review", "source"} {
		if !c.IsSet(name) {
			return fmt.Errorf("--%s is missing; see policygraph anchor --help", name)
		}
	}
	loaded, err := pipeline.Load(pipeline.Input{Review: c.String("review")})
	if err != nil {
		return err
	}
	slug, text, err := sourceText(c, loaded.Corpus)
	if err != nil {
		return err
	}
	dir := reviewFolder(c.String("review"), slug)
	if err := writeAnchors(dir, slug, loaded.Corpus, text); err != nil {
		return err
	}
	if !c.Bool("quiet") {
		fmt.Fprintf(c.App.Writer, "wrote %s and the digest of the text in %s\n", filepath.Join(dir, anchorsFile), filepath.Join(dir, reviewFile))
	}
	return nil
}

// The files that the command writes in a review's folder.
const (
	anchorsFile = "anchors.csv"
	reviewFile  = "review.yaml"
)

// reviewFolder is the folder of a review: dir itself, or the one in the data
// root dir.
func reviewFolder(dir, slug string) string {
	if _, err := os.Stat(filepath.Join(dir, reviewFile)); err == nil {
		return dir
	}
	return filepath.Join(dir, slug)
}

func writeAnchors(dir, slug string, corpus *reviews.Corpus, text *reviews.Text) error {
	yaml, err := os.ReadFile(filepath.Join(dir, reviewFile))
	if err != nil {
		return fmt.Errorf("reading the review: %w", err)
	}
	var b atomicfile.Batch
	defer b.Abort()
	err = b.Write(filepath.Join(dir, anchorsFile), func(w io.Writer) error { return corpus.WriteAnchors(w, slug, text) })
	if err != nil {
		return err
	}
	err = b.Write(filepath.Join(dir, reviewFile), func(w io.Writer) error {
		_, err := io.Copy(w, bytes.NewReader(reviews.WithSourceDigest(yaml, text.Digest())))
		return err
	})
	if err != nil {
		return err
	}
	return b.Commit()
}
