package main

import (
	"errors"
	"fmt"
	"io"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/urfave/cli/v2"

	"policygraph/cmd/internal/pipeline"
	"policygraph/ontology/vocab"
	"policygraph/reviews"
)

// Flags that several commands share.
var (
	reviewFlag = &cli.StringFlag{
		Name:      "review",
		Usage:     "read the review, or the folder of reviews, in `DIR`; otherwise the current folder if it is one, or else the built-in reviews",
		TakesFile: true,
	}
	baseFlag = &cli.StringFlag{
		Name:  "base",
		Usage: "publish below `IRI`",
		Value: vocab.Base,
	}
	sourceFlag = &cli.StringFlag{
		Name:      "source",
		Usage:     "the plain text of the review; with several reviews, write SLUG=`FILE`",
		TakesFile: true,
	}
	quietFlag = &cli.BoolFlag{
		Name:    "quiet",
		Aliases: []string{"q"},
		Usage:   "say nothing but errors",
	}
)

// input reads the flags that say what a command works on. Without --review that
// is the current folder if it holds reviews, else what is built in.
func input(c *cli.Context) (pipeline.Input, error) {
	in := pipeline.Input{Review: c.String("review"), Base: c.String("base")}
	switch {
	case c.IsSet("review") && in.Review == "":
		return in, fmt.Errorf("--review needs a folder")
	case in.Review == "" && holdsReviews("."):
		in.Review = "."
	}
	if in.Base == "" {
		in.Base = vocab.Base
	}
	return in, checkBase(in.Base)
}

// holdsReviews is true of the folder of a review, and of one with concepts for
// several. A folder that only has reviews somewhere in it is not meant by being
// in it.
func holdsReviews(dir string) bool {
	if _, err := os.Stat(filepath.Join(dir, reviewFile)); err == nil {
		return true
	}
	concepts, _ := os.ReadDir(filepath.Join(dir, "concepts"))
	return slices.ContainsFunc(concepts, func(e os.DirEntry) bool { return reviews.IsTable(e.Name()) })
}

// maxSource is how large the plain text of a review may be.
const maxSource = 64 << 20

// sourceText reads the plain text that --source names, and says which of the
// reviews it is the text of.
func sourceText(c *cli.Context, corpus *reviews.Corpus) (review string, t *reviews.Text, err error) {
	file := c.String("source")
	slugs := corpus.Reviews()
	slug, rest, found := strings.Cut(file, "=")
	switch {
	case found && slices.Contains(slugs, slug):
		review, file = slug, rest
	case len(slugs) == 1:
		review = slugs[0]
	case len(slugs) == 0:
		return "", nil, errors.New("--source: there is no review here that it could be the text of")
	default:
		return "", nil, fmt.Errorf("--source %s: write which review it is the text of, SLUG=FILE, with one of %s", file, strings.Join(slugs, ", "))
	}
	f, err := os.Open(file)
	if err != nil {
		return "", nil, fmt.Errorf("reading the source text: %w", err)
	}
	defer f.Close()
	text, err := io.ReadAll(io.LimitReader(f, maxSource+1))
	switch {
	case err != nil:
		return "", nil, fmt.Errorf("reading the source text: %w", err)
	case len(text) > maxSource:
		return "", nil, fmt.Errorf("reading the source text: %s is larger than %d MiB", file, maxSource>>20)
	}
	if !utf8.Valid(text) {
		return "", nil, fmt.Errorf("reading the source text: %s is not UTF-8", file)
	}
	return review, reviews.NewText(text), nil
}

// unread is true of problems of reading: something is missing from what was read.
func unread(p reviews.Problem) bool {
	return p.Severity == reviews.Error && strings.HasPrefix(p.Rule, "R")
}

// broken is true of all errors.
func broken(p reviews.Problem) bool { return p.Severity == reviews.Error }

// refuseIf refuses a review that has a problem of some kind, as what is done with
// the rest would look whole. It prints what is wrong.
func refuseIf(kind func(reviews.Problem) bool, c *cli.Context, r *pipeline.Result) error {
	bad := slices.DeleteFunc(slices.Clone(r.Problems), func(p reviews.Problem) bool { return !kind(p) })
	if len(bad) == 0 {
		return nil
	}
	if err := reviews.Render(c.App.ErrWriter, bad); err != nil {
		return err
	}
	return fmt.Errorf("%s in the tables; mend them first", counted(len(bad), "error"))
}

// checkBase holds to what addresses below a base need: an absolute IRI whose
// path ends in a slash.
func checkBase(base string) error {
	u, err := url.Parse(base)
	switch {
	case err != nil || u.Scheme == "" || u.Host == "":
		return fmt.Errorf("--base %s: expected an absolute IRI such as %s", base, vocab.Base)
	case !strings.HasSuffix(u.Path, "/") || u.RawQuery != "" || u.Fragment != "":
		return fmt.Errorf("--base %s: expected an IRI that ends in a slash, without query or fragment", base)
	}
	return nil
}
