package start

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"

	"policygraph/reviews"
	"policygraph/reviews/schema"
)

// The names of files that no table has.
const (
	TextFile     = "text.txt"
	reviewFile   = "review.yaml"
	anchorsFile  = "anchors.csv"
	schemaFolder = "schema"
)

// Dir makes the folder dir with a new review in it, anchored to the text beside
// its tables. The folder appears whole or not at all, and takes the place of
// nothing but an empty folder. It returns the names of the files, below dir and
// with slashes, in the order in which they are of interest.
func Dir(dir string, o Options) ([]string, error) {
	if err := free(dir); err != nil {
		return nil, err
	}
	parent := filepath.Dir(filepath.Clean(dir))
	if err := os.MkdirAll(parent, 0o755); err != nil {
		return nil, err
	}
	staging, err := os.MkdirTemp(parent, ".new-review-*")
	if err != nil {
		return nil, err
	}
	defer func() { _ = os.RemoveAll(staging) }() // where it was renamed there is nothing left
	names, err := o.fill(staging)
	if err != nil {
		return nil, err
	}
	if err := os.Remove(dir); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	return names, os.Rename(staging, dir)
}

// free reports whether a review may be made under a name.
func free(dir string) error {
	entries, err := os.ReadDir(dir)
	switch {
	case err == nil && len(entries) > 0:
		return fmt.Errorf("%s is there already and not empty: nothing was written", dir)
	case err != nil && !errors.Is(err, fs.ErrNotExist):
		return fmt.Errorf("%s is there already: nothing was written", dir)
	}
	absolute, err := filepath.Abs(dir)
	if err != nil {
		return err
	}
	if here, err := os.Getwd(); err == nil && here == absolute {
		return errors.New("the new review needs a folder of its own: give it a name, such as my-review")
	}
	if around := filepath.Join(filepath.Dir(absolute), "concepts"); present(around) {
		return fmt.Errorf("%s holds the concepts of all reviews beside it, and the example would bring its own: start the review elsewhere", around)
	}
	return nil
}

func present(name string) bool {
	_, err := os.Stat(name)
	return err == nil
}

// fill writes all files of a review into a folder.
func (o Options) fill(dir string) ([]string, error) {
	files := append(o.files(), o.machineFiles()...)
	var names []string
	for _, f := range files {
		names = append(names, f.Name)
		if err := write(dir, f); err != nil {
			return nil, err
		}
	}
	if err := o.anchor(dir); err != nil {
		return nil, err
	}
	names = append(names, anchorsFile)
	if !o.YAML {
		described, err := schema.Metadata(os.DirFS(dir), o.ID)
		if err != nil {
			return nil, err
		}
		names = append(names, schema.MetadataFile)
		if err := write(dir, schema.File{Name: schema.MetadataFile, Content: described}); err != nil {
			return nil, err
		}
	}
	return names, os.Chmod(dir, 0o755)
}

func write(dir string, f schema.File) error {
	name := filepath.Join(dir, filepath.FromSlash(f.Name))
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		return err
	}
	return os.WriteFile(name, f.Content, 0o644)
}

// files are those that a curator writes on in.
func (o Options) files() []schema.File {
	files := []schema.File{{Name: "README.md", Content: o.readme()}, {Name: reviewFile, Content: o.writeReview()}, {Name: TextFile, Content: []byte(texts[o.Lang])}}
	for _, t := range reviews.Tables() {
		switch {
		case len(examples[t.Kind]) == 0 || t.Folder == reviews.InReviewYAML:
		case o.YAML:
			name := t.FileName()
			files = append(files, schema.File{Name: name[:len(name)-len(path.Ext(name))] + ".yaml", Content: o.writeYAML(t)})
		default:
			files = append(files, schema.File{Name: t.FileName(), Content: o.writeCSV(t)})
		}
	}
	return files
}

// machineFiles are those that other programs read.
func (o Options) machineFiles() []schema.File {
	var files []schema.File
	for _, f := range schema.Files() {
		files = append(files, schema.File{Name: schemaFolder + "/" + f.Name, Content: f.Content})
	}
	return files
}

// anchor writes the digests of the passages.
func (o Options) anchor(dir string) error {
	corpus, problems := reviews.LoadDir(dir, reviews.Data(), "built in")
	if n, _, _ := reviews.Count(problems); n > 0 {
		return fmt.Errorf("the example has %d errors with the id %s, the first: %s", n, o.ID, problems[0])
	}
	var anchors bytes.Buffer
	if err := corpus.WriteAnchors(&anchors, o.ID, reviews.NewText([]byte(texts[o.Lang]))); err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(dir, anchorsFile), anchors.Bytes(), 0o644)
}
