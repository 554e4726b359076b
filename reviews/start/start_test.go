package start

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/goccy/go-yaml"
	"github.com/santhosh-tekuri/jsonschema/v6"

	"policygraph/reviews"
	"policygraph/reviews/coverage"
	"policygraph/reviews/schema"
)

// eachWay runs a test for each way to begin a review.
func eachWay(t *testing.T, test func(*testing.T, Options)) {
	t.Helper()
	for _, o := range []Options{
		{ID: "my-review", Lang: "en"},
		{ID: "my-review", Lang: "en", YAML: true},
		{ID: "min-2021", Lang: "nb", Title: `Tittel med "hermetegn": og kolon`},
		{ID: "x", Lang: "nb", YAML: true, Title: `\ and "`},
	} {
		t.Run(fmt.Sprintf("%s yaml=%v %s", o.Lang, o.YAML, o.ID), func(t *testing.T) { test(t, o) })
	}
}

func started(t *testing.T, o Options) string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "below", "review")
	if _, err := Dir(dir, o); err != nil {
		t.Fatal(err)
	}
	return dir
}

func TestTheExampleEarnsNoLetters(t *testing.T) {
	eachWay(t, func(t *testing.T, o Options) {
		corpus, problems := reviews.LoadDir(started(t, o), reviews.Data(), "built in")
		text := reviews.NewText([]byte(texts[o.Lang]))
		for _, p := range append(problems, corpus.CheckAnchors(o.ID, text)...) {
			t.Error(p)
		}
		if o.Title != "" && corpus.Review(o.ID).Text("title_"+o.Lang) != o.Title {
			t.Errorf("the title is %q", corpus.Review(o.ID).Text("title_"+o.Lang))
		}
	})
}

func TestTheExampleCoversItsText(t *testing.T) {
	eachWay(t, func(t *testing.T, o Options) {
		corpus, _ := reviews.LoadDir(started(t, o), reviews.Data(), "built in")
		report := coverage.Of(corpus, o.ID, reviews.NewText([]byte(texts[o.Lang])))
		for _, c := range report.Citations {
			if c.Status == coverage.Missing {
				t.Errorf("the citation %s is not in the graph", c.Text)
			}
		}
		for _, p := range report.Passages {
			if p.Status == coverage.Missing {
				t.Errorf("nothing points at lines %s", p.Lines)
			}
		}
	})
}

func TestBothFormsSayTheSame(t *testing.T) {
	said := func(o Options) string {
		corpus, _ := reviews.LoadDir(started(t, o), reviews.Data(), "built in")
		var b strings.Builder
		for q := range corpus.Quads(reviews.QuadOptions{}) {
			b.WriteString(q.NQuad() + "\n")
		}
		return b.String()
	}
	if said(Options{ID: "r", Lang: "nb"}) != said(Options{ID: "r", Lang: "nb", YAML: true}) {
		t.Error("the quads differ")
	}
}

func TestTheExampleShowsEveryTableAndColumn(t *testing.T) {
	eachWay(t, func(t *testing.T, o Options) {
		dir := started(t, o)
		for _, table := range reviews.Tables() {
			if table.Kind == reviews.KindAnchor {
				continue
			}
			if len(examples[table.Kind]) == 0 {
				t.Errorf("no row of %s", table.File)
			}
			text := shown(t, dir, table, o.YAML)
			for _, column := range table.Columns() {
				if !strings.Contains(text, column) {
					t.Errorf("%s does not show %s", table.File, column)
				}
			}
		}
	})
}

// shown is the file of a table.
func shown(t *testing.T, dir string, table *reviews.Table, yaml bool) string {
	t.Helper()
	name := table.FileName()
	switch {
	case name == "":
		name = reviewFile
	case yaml:
		name = strings.TrimSuffix(name, ".csv") + ".yaml"
	}
	text, err := os.ReadFile(filepath.Join(dir, name))
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// TestEditorsFindTheSchemaAndAgree follows the first line of each file of YAML,
// as a language server does.
func TestEditorsFindTheSchemaAndAgree(t *testing.T) {
	eachWay(t, func(t *testing.T, o Options) {
		dir := started(t, o)
		files := 0
		err := fs.WalkDir(os.DirFS(dir), ".", func(name string, d fs.DirEntry, err error) error {
			if err != nil || path.Ext(name) != ".yaml" {
				return err
			}
			files++
			text, err := os.ReadFile(filepath.Join(dir, name))
			if err != nil {
				return err
			}
			first, _, _ := strings.Cut(string(text), "\n")
			to, ok := strings.CutPrefix(first, "# yaml-language-server: $schema=")
			if !ok {
				t.Errorf("%s begins with %s", name, first)
			}
			validate(t, filepath.Join(dir, path.Dir(name), to), text)
			return nil
		})
		if err != nil || files == 0 {
			t.Error(files, err)
		}
	})
}

func validate(t *testing.T, schemaFile string, text []byte) {
	t.Helper()
	s, err := jsonschema.NewCompiler().Compile(schemaFile)
	if err != nil {
		t.Fatal(err)
	}
	asJSON, err := yaml.YAMLToJSON(text)
	if err != nil {
		t.Fatal(err)
	}
	v, err := jsonschema.UnmarshalJSON(bytes.NewReader(asJSON))
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Validate(v); err != nil {
		t.Error(err)
	}
}

func TestNothingIsOverwritten(t *testing.T) {
	o := Options{ID: "r", Lang: "en"}
	dir := started(t, o)
	before := listing(t, filepath.Dir(dir))
	if _, err := Dir(dir, Options{ID: "other", Lang: "en"}); err == nil || !strings.Contains(err.Error(), "not empty") {
		t.Errorf("got %v", err)
	}
	if _, err := Dir(filepath.Join(dir, "README.md"), o); err == nil || !strings.Contains(err.Error(), "is there already") {
		t.Errorf("got %v", err)
	}
	if after := listing(t, filepath.Dir(dir)); !slices.Equal(before, after) {
		t.Errorf("there was %q, there is %q", before, after)
	}
}

func TestAnEmptyFolderIsFilled(t *testing.T) {
	dir := t.TempDir()
	if _, err := Dir(dir, Options{ID: "r", Lang: "en"}); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(filepath.Join(dir, reviewFile)); err != nil {
		t.Error(err)
	}
}

func TestAReviewAmongOthersIsRefused(t *testing.T) {
	root := t.TempDir()
	if err := os.Mkdir(filepath.Join(root, "concepts"), 0o755); err != nil {
		t.Fatal(err)
	}
	if _, err := Dir(filepath.Join(root, "r"), Options{ID: "r", Lang: "en"}); err == nil {
		t.Error("the example would bring concepts of its own")
	}
	if left := listing(t, root); len(left) != 2 {
		t.Errorf("left behind: %q", left)
	}
}

func TestTheFolderOneIsInIsRefused(t *testing.T) {
	t.Chdir(t.TempDir())
	if _, err := Dir(".", Options{ID: "r", Lang: "en"}); err == nil {
		t.Error("a folder cannot be moved onto the one that one is in")
	}
}

func listing(t *testing.T, root string) []string {
	t.Helper()
	var names []string
	err := fs.WalkDir(os.DirFS(root), ".", func(name string, _ fs.DirEntry, err error) error {
		names = append(names, name)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return names
}

func TestTablesAreDescribedWhereTheyAreCSV(t *testing.T) {
	eachWay(t, func(t *testing.T, o Options) {
		content, err := os.ReadFile(filepath.Join(started(t, o), schema.MetadataFile))
		if o.YAML != errors.Is(err, fs.ErrNotExist) {
			t.Error(err)
		}
		if !o.YAML && !strings.Contains(string(content), "id/finding/"+o.ID+".{study}") {
			t.Error("the addresses of findings are not described")
		}
	})
}

func TestSchemasAreThoseOfTheProgram(t *testing.T) {
	dir := started(t, Options{ID: "r", Lang: "en"})
	for _, f := range schema.Files() {
		got, err := os.ReadFile(filepath.Join(dir, schemaFolder, f.Name))
		if err != nil || !bytes.Equal(got, f.Content) {
			t.Errorf("%s: %v", f.Name, err)
		}
	}
}
