package main

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

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
		Flags: []cli.Flag{
			reviewFlag, sourceFlag,
			&cli.BoolFlag{Name: "force", Usage: "write the anchors although most passages are others in this text"},
			quietFlag,
		},
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
	if err := refuseIf(broken, c, loaded); err != nil {
		return err
	}
	slug, text, err := sourceText(c, loaded.Corpus)
	if err != nil {
		return err
	}
	var table bytes.Buffer
	if err := loaded.Corpus.WriteAnchors(&table, slug, text); err != nil {
		return err
	}
	changes := compareAnchors(loaded.Corpus, slug, table.String())
	if changes.another() && !c.Bool("force") {
		return fmt.Errorf("%s is not the text that was anchored: %d of %d passages are others there; --force writes the anchors all the same",
			c.String("source"), changes.changed, changes.before)
	}
	dir := reviewFolder(c.String("review"), slug)
	if err := writeAnchors(dir, table.Bytes(), text); err != nil {
		return err
	}
	if !c.Bool("quiet") {
		fmt.Fprintf(c.App.Writer, "wrote %s (%s) and the digest of the text in %s\n", filepath.Join(dir, anchorsFile), changes, filepath.Join(dir, reviewFile))
	}
	return nil
}

// anchorChanges counts how a new table of anchors differs from the one before.
type anchorChanges struct{ before, same, changed, added, gone int }

// compareAnchors compares the anchors that a corpus has with a new table.
func compareAnchors(corpus *reviews.Corpus, slug, table string) (n anchorChanges) {
	old := make(map[string]string)
	for r := range corpus.Records(reviews.KindAnchor) {
		if r.Review == slug {
			old[r.Text("statement")] = r.Text("digest")
		}
	}
	n.before = len(old)
	_, rows, _ := strings.Cut(table, "\n")
	for row := range strings.Lines(rows) {
		cells := strings.Split(strings.TrimSpace(row), ",")
		digest, known := old[cells[0]]
		switch {
		case !known:
			n.added++
		case digest == cells[len(cells)-1]:
			n.same++
		default:
			n.changed++
		}
		delete(old, cells[0])
	}
	n.gone = len(old)
	return n
}

// another reports whether most of the passages that were anchored are others now,
// as they are if the text is of another review.
func (n anchorChanges) another() bool { return n.changed > n.before/2 }

func (n anchorChanges) String() string {
	return fmt.Sprintf("%d new, %d changed, %d gone, %d as before", n.added, n.changed, n.gone, n.same)
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

func writeAnchors(dir string, table []byte, text *reviews.Text) error {
	yaml, err := os.ReadFile(filepath.Join(dir, reviewFile))
	if err != nil {
		return fmt.Errorf("reading the review: %w", err)
	}
	var b atomicfile.Batch
	defer b.Abort()
	for _, f := range []struct {
		name    string
		content []byte
	}{{anchorsFile, table}, {reviewFile, reviews.WithSourceDigest(yaml, text.Digest())}} {
		err := b.Write(filepath.Join(dir, f.name), func(w io.Writer) error {
			_, err := w.Write(f.content)
			return err
		})
		if err != nil {
			return err
		}
	}
	return b.Commit()
}
