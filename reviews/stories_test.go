package reviews

import (
	"flag"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/cayleygraph/quad"
)

var update = flag.Bool("update", false, "write the golden files anew")

// golden compares text with a file.
func golden(t *testing.T, name, got string) {
	t.Helper()
	file := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("%s differs (go test -update writes it anew); got\n%s", file, got)
	}
}

// story is the good review with the files of a folder laid over it. A YAML file
// takes the place of the CSV file.
func story(t *testing.T, name string) fstest.MapFS {
	t.Helper()
	m := miniFS(t)
	for file, content := range copyFS(t, os.DirFS(filepath.Join("testdata", name))) {
		delete(m, strings.TrimSuffix(file, ".yaml")+".csv")
		m[file] = content
	}
	return m
}

func nquads(c *Corpus, o QuadOptions) string {
	var b strings.Builder
	for q := range c.Quads(o) {
		b.WriteString(q.NQuad() + "\n")
	}
	return b.String()
}

func loadClean(t *testing.T, m fs.FS) *Corpus {
	t.Helper()
	c, ps := Load(m, Options{})
	if len(ps) > 0 {
		t.Fatalf("expected no problems, found\n%s", letters(ps))
	}
	return c
}

func TestTheGoodReviewHasNoProblemsAndItsQuads(t *testing.T) {
	golden(t, "mini.nq", nquads(loadClean(t, miniFS(t)), QuadOptions{}))
}

func TestTenMistakesEarnTenLetters(t *testing.T) {
	_, ps := Load(story(t, "ten"), Options{Name: "reviews/data"})
	inTable := slices.DeleteFunc(slices.Clone(ps), func(p Problem) bool { return p.Rule == "P05" })
	if len(inTable) != 10 {
		t.Errorf("expected ten problems, found %d", len(inTable))
	}
	golden(t, "ten/letters.txt", rendered(t, inTable))
}

func TestASpreadsheetWithNorwegianCodesGivesTheSameCorpus(t *testing.T) {
	excel, plain := loadClean(t, story(t, "excel")), loadClean(t, miniFS(t))
	if got, want := nquads(excel, QuadOptions{}), nquads(plain, QuadOptions{}); got != want {
		t.Error("the quads differ")
	}
	sameValues(t, excel, plain)
}

func TestYAMLInPlaceOfCSVGivesTheSameCorpus(t *testing.T) {
	yaml, plain := loadClean(t, story(t, "yaml")), loadClean(t, miniFS(t))
	if got, want := nquads(yaml, QuadOptions{}), nquads(plain, QuadOptions{}); got != want {
		t.Errorf("the quads differ, got\n%s", got)
	}
	sameValues(t, yaml, plain)
}

// sameValues compares what is in the cells, not where they are.
func sameValues(t *testing.T, a, b *Corpus) {
	t.Helper()
	as, bs := slices.Collect(a.All()), slices.Collect(b.All())
	if len(as) != len(bs) {
		t.Fatalf("%d records, and %d", len(as), len(bs))
	}
	for i, r := range as {
		for _, column := range r.Table().Columns() {
			if x, y := textsOf(r.Values(column)), textsOf(bs[i].Values(column)); !slices.Equal(x, y) {
				t.Errorf("%s %s: %q, and %q", r.Name, column, x, y)
			}
		}
	}
}

func TestEachValuePointsAtItsText(t *testing.T) {
	for _, name := range []string{"mini", "yaml"} {
		c := loadClean(t, story(t, name))
		for r := range c.All() {
			for i, vs := range r.values {
				for _, v := range vs {
					line := []rune(c.Line(v.Source))
					written := string(line[v.Source.Column-1 : v.Source.Column-1+v.Source.Length])
					if strings.ReplaceAll(written, `""`, `"`) != v.Text {
						t.Errorf("%s %s: %q is said to stand at %s, where %q stands", r.Name, r.table.Fields[i].Column, v.Text, v.Source, written)
					}
				}
			}
		}
	}
}

func TestEachQuadHasAnOrigin(t *testing.T) {
	c := loadClean(t, miniFS(t))
	n := 0
	for q, at := range c.Statements(QuadOptions{}) {
		if n++; c.Line(at) == "" {
			t.Fatalf("%s comes from %s, which is no line", q.NQuad(), at)
		}
		if n%50 == 0 && !slices.Contains(c.Origin(q, QuadOptions{}), at) {
			t.Errorf("Origin does not know that %s comes from %s", q.NQuad(), at)
		}
	}
	if got := c.Origin(quad.Quad{}, QuadOptions{}); got != nil {
		t.Errorf("what nobody says comes from %v", got)
	}
}

func TestStatementsStopWhenTheConsumerDoes(t *testing.T) {
	c := loadClean(t, miniFS(t))
	all := 0
	for range c.Quads(QuadOptions{}) {
		all++
	}
	for stop := range all {
		n := 0
		for range c.Quads(QuadOptions{}) {
			if n++; n > stop {
				break
			}
		}
	}
}

func TestBaseMovesEveryAddress(t *testing.T) {
	c := loadClean(t, miniFS(t))
	got := nquads(c, QuadOptions{Base: "https://example.org/pg/"})
	want := strings.ReplaceAll(nquads(c, QuadOptions{}), "https://w3id.org/policygraph/", "https://example.org/pg/")
	if got != want {
		t.Error("an address was left behind, or something else moved")
	}
}
