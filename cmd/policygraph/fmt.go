package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/rogpeppe/go-internal/diff"
	"github.com/urfave/cli/v2"

	"policygraph/internal/atomicfile"
	"policygraph/reviews"
)

func fmtCommand() *cli.Command {
	return &cli.Command{
		Name:      "fmt",
		Usage:     "put tables in order without changing what they mean",
		UsageText: "policygraph fmt [options] [DIR or FILES]\n\nExample: policygraph fmt --diff my-review",
		Description: "Columns and keys get the order of the format, codes the word that is listed, cells lose what is around\n" +
			"them, and concepts and sources stand by name. Statements keep their rows, YAML its comments, CSV its\n" +
			"separator. A file with errors is left alone, and so is one of YAML that cannot be put in order safely;\n" +
			"the exit status is 1 then. Without DIR or FILES it is the folder one is in.",
		Flags: []cli.Flag{
			&cli.BoolFlag{Name: "check", Usage: "write nothing, list what is not in order, and exit with 1 if there is any"},
			&cli.BoolFlag{Name: "diff", Usage: "write nothing, and show what would change"},
			quietFlag,
		},
		Action: putInOrder,
	}
}

func putInOrder(c *cli.Context) error {
	args, err := arguments(c, anyNumber)
	if err != nil {
		return err
	}
	if len(args) == 0 {
		args = []string{"."}
	}
	files, err := tableFiles(args)
	if err != nil {
		return err
	}
	f := &formatter{Context: c, letters: map[string]int{}, loaded: map[string]bool{}}
	for _, file := range files {
		if err := f.file(file); err != nil {
			return err
		}
	}
	return f.finish()
}

// formatter puts files in order.
type formatter struct {
	*cli.Context
	letters map[string]int  // the errors of each file, by its absolute name
	loaded  map[string]bool // the folders whose errors are known
	changes []change
	refused bool
}

// change is a file that is not in order.
type change struct {
	name        string
	old, better []byte
}

// file puts one file in order, or says why it is left alone.
func (f *formatter) file(name string) error {
	old, err := os.ReadFile(name)
	if err != nil {
		return err
	}
	errorsIn, err := f.errorsIn(name)
	if err != nil {
		return err
	}
	if errorsIn > 0 {
		f.leave("%s: %s; policygraph check shows them", name, counted(errorsIn, "error"))
		return nil
	}
	better, err := reviews.Tidy(filepath.ToSlash(name), old)
	if err != nil {
		f.leave("%v", err)
		return nil
	}
	if !bytes.Equal(old, better) {
		f.changes = append(f.changes, change{name, old, better})
	}
	return nil
}

func (f *formatter) leave(format string, args ...any) {
	f.refused = true
	fmt.Fprintf(f.App.ErrWriter, "left alone: "+format+"\n", args...)
}

// errorsIn returns how many errors a file has, which the folder it belongs to
// must be read for.
func (f *formatter) errorsIn(name string) (int, error) {
	dir := filepath.Dir(name)
	if absolute, err := filepath.Abs(dir); err == nil && filepath.Base(absolute) == "concepts" {
		dir = filepath.Join(dir, "..")
	}
	if !f.loaded[dir] {
		f.loaded[dir] = true
		_, problems := reviews.LoadDir(dir, reviews.Data(), "built in")
		counts := map[string]int{}
		for _, p := range problems {
			if p.Severity == reviews.Error {
				counts[filepath.FromSlash(p.File)]++
			}
		}
		for file, n := range counts {
			absolute, err := filepath.Abs(file)
			if err != nil {
				return 0, err
			}
			f.letters[absolute] = max(n, f.letters[absolute])
		}
	}
	absolute, err := filepath.Abs(name)
	return f.letters[absolute], err
}

// finish writes what changed, or shows it.
func (f *formatter) finish() error {
	show := f.Bool("check") || f.Bool("diff")
	if !show {
		if err := writeChanges(f.changes); err != nil {
			return err
		}
	}
	for _, c := range f.changes {
		switch {
		case f.Bool("diff"):
			if _, err := f.App.Writer.Write(diff.Diff(c.name, c.old, c.name, c.better)); err != nil {
				return err
			}
		case f.Bool("check") || !f.Bool("quiet"):
			fmt.Fprintln(f.App.Writer, c.name)
		}
	}
	if f.refused || f.Bool("check") && len(f.changes) > 0 {
		return errNo
	}
	return nil
}

// writeChanges writes all files, or none where one cannot be written.
func writeChanges(changes []change) error {
	var b atomicfile.Batch
	defer b.Abort()
	for _, c := range changes {
		err := b.Write(c.name, func(w io.Writer) error {
			_, err := w.Write(c.better)
			return err
		})
		if err != nil {
			return err
		}
	}
	return b.Commit()
}

// tableFiles returns the files that are meant: each file that is named, and the
// tables of each folder.
func tableFiles(args []string) ([]string, error) {
	var files []string
	for _, arg := range args {
		info, err := os.Stat(arg)
		switch {
		case err != nil:
			return nil, err
		case info.IsDir():
			found, err := tablesBelow(arg)
			if err != nil {
				return nil, err
			}
			files = append(files, found...)
		case !reviews.IsTable(filepath.Base(arg)):
			return nil, fmt.Errorf("%s: no table has this name", arg)
		default:
			files = append(files, filepath.Clean(arg))
		}
	}
	slices.Sort(files)
	return slices.Compact(files), nil
}

// tablesBelow returns the tables in a folder of a review, or of concepts, or in
// a data root with those of each of its reviews.
func tablesBelow(dir string) ([]string, error) {
	folders := append([]string{dir, filepath.Join(dir, "concepts")}, reviewsIn(dir)...)
	var files []string
	for _, folder := range folders {
		entries, err := os.ReadDir(folder)
		if err != nil && !errors.Is(err, os.ErrNotExist) {
			return nil, err
		}
		for _, e := range entries {
			if !e.IsDir() && reviews.IsTable(e.Name()) {
				files = append(files, filepath.Join(folder, e.Name()))
			}
		}
	}
	if len(files) == 0 {
		return nil, fmt.Errorf("%s: no tables here: expected a review.yaml, folders with one in each, or a folder concepts", dir)
	}
	return files, nil
}

// reviewsIn returns the folders of the reviews in a data root; none where dir is
// no data root.
func reviewsIn(dir string) []string {
	isReview := func(dir string) bool {
		_, err := os.Stat(filepath.Join(dir, reviewFile))
		return err == nil
	}
	entries, err := os.ReadDir(dir)
	if err != nil || isReview(dir) {
		return nil
	}
	var found []string
	for _, e := range entries {
		if inside := filepath.Join(dir, e.Name()); e.IsDir() && !strings.ContainsAny(e.Name()[:1], "._") && isReview(inside) {
			found = append(found, inside)
		}
	}
	return found
}
