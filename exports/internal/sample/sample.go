// Package sample has what the tests of the views share: the published data, a
// small dataset with everything that is hard to write, and the peers that read
// what was written.
package sample

import (
	"bytes"
	"context"
	_ "embed"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"sync"
	"testing"

	"github.com/cayleygraph/quad"

	"policygraph/exports/view"
	"policygraph/graph"
	"policygraph/graph/sparql"
	"policygraph/graph/sparql/syntax"
	"policygraph/graph/turtle"
	"policygraph/ontology/vocab"
)

// Published is the dataset that is published, graphs and all.
func Published(t testing.TB) *graph.Dataset {
	t.Helper()
	d, err := published()
	if err != nil {
		t.Fatal(err)
	}
	return d
}

var published = sync.OnceValues(func() (*graph.Dataset, error) {
	text, err := os.ReadFile(filepath.Join(exports, "published", "policygraph.trig"))
	if err != nil {
		return nil, err
	}
	return read(string(text))
})

// exports is the folder of the package exports.
var exports = func() string {
	_, file, _, _ := runtime.Caller(0)
	return filepath.Join(filepath.Dir(file), "..", "..")
}()

//go:embed hard.ttl
var hard string

// Hard is a small dataset with everything that is hard to write.
func Hard(t testing.TB) *graph.Dataset {
	t.Helper()
	return Parse(t, hard)
}

// Parse reads Turtle.
func Parse(t testing.TB, text string) *graph.Dataset {
	t.Helper()
	d, err := read(text)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// read reads Turtle or TriG.
func read(text string) (*graph.Dataset, error) {
	var b graph.Builder
	for q, err := range turtle.Read(strings.NewReader(text), turtle.ReadOptions{Syntax: turtle.TriG}) {
		if err == nil {
			err = b.Add(q)
		}
		if err != nil {
			return nil, err
		}
	}
	return b.Dataset(), nil
}

// Both are the two datasets, by name, for tests that hold for any.
func Both(t testing.TB) map[string]*graph.Dataset {
	return map[string]*graph.Dataset{"published": Published(t), "hard": Hard(t)}
}

// Written is what a file of a view holds for a dataset.
func Written(t testing.TB, f view.File, d *graph.Dataset) string {
	t.Helper()
	var b bytes.Buffer
	if err := f.Write(&b, d, vocab.Base); err != nil {
		t.Fatalf("%s: %v", f.Path, err)
	}
	return b.String()
}

// Benchmark measures the writing of each file for the published data.
func Benchmark(b *testing.B, files []view.File) {
	d := Published(b)
	for _, f := range files {
		b.Run(f.Path, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				Written(b, f, d)
			}
		})
	}
}

// prologue is what the queries of tests may use.
var prologue = func() string {
	var b strings.Builder
	for _, p := range vocab.Prefixes() {
		fmt.Fprintf(&b, "PREFIX %s: <%s>\n", p.Name, p.IRI)
	}
	return b.String()
}()

// Ask runs a SELECT over all graphs merged, with the project's prefixes known.
// It returns the text of each term, "" for none.
func Ask(t testing.TB, d *graph.Dataset, query string) (rows [][]string) {
	t.Helper()
	q, err := syntax.Parse([]byte(prologue+query), syntax.Options{})
	if err != nil {
		t.Fatal(err)
	}
	plan, err := sparql.Prepare(q, d, sparql.Options{UnionDefault: true})
	if err != nil {
		t.Fatal(err)
	}
	for s, err := range plan.Run(context.Background()).Solutions() {
		if err != nil {
			t.Fatal(err)
		}
		row := make([]string, s.Len())
		for i := range row {
			row[i] = text(s.Term(i))
		}
		rows = append(rows, row)
	}
	return rows
}

// text is a term without its quotes.
func text(v quad.Value) string {
	switch v := v.(type) {
	case nil:
		return ""
	case quad.IRI:
		return string(v)
	case quad.String:
		return string(v)
	case quad.LangString:
		return string(v.Value)
	case quad.TypedString:
		return string(v.Value)
	}
	return v.String()
}

// Count is the number that a query with one row and one column gives.
func Count(t testing.TB, d *graph.Dataset, query string) int {
	t.Helper()
	n, err := strconv.Atoi(Ask(t, d, query)[0][0])
	if err != nil {
		t.Fatal(err)
	}
	return n
}

// File puts text into a file that lasts as long as the test, and returns its
// path.
func File(t testing.TB, name, text string) string {
	t.Helper()
	return Put(t, t.TempDir(), name, text)
}

// Put puts text into a file of a folder and returns its path.
func Put(t testing.TB, folder, name, text string) string {
	t.Helper()
	path := filepath.Join(folder, name)
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	return path
}

// Peer is the path of an outside program. Where it is missing the test is
// skipped, and fails in CI.
func Peer(t testing.TB, name string) string {
	t.Helper()
	path, err := exec.LookPath(name)
	if err != nil {
		absent(t, name)
	}
	return path
}

// peers is the folder of the npm packages that read what we write.
var peers = filepath.Join(exports, "testdata", "peers")

// Node runs a script of the peers, which needs an npm package, and returns
// what it prints.
func Node(t testing.TB, needs, script string, args ...string) string {
	t.Helper()
	node := Peer(t, "node")
	if _, err := os.Stat(filepath.Join(peers, "node_modules", needs)); err != nil {
		absent(t, "npm package "+needs+" (npm ci --prefix exports/testdata/peers)")
	}
	return Output(t, node, append([]string{filepath.Join(peers, script)}, args...)...)
}

// Python runs a script of the peers with Debian's Python, which has the module
// that it needs, and returns what it prints.
func Python(t testing.TB, needs, script string, args ...string) string {
	t.Helper()
	python := Peer(t, "/usr/bin/python3")
	if exec.Command(python, "-c", "import "+needs).Run() != nil {
		absent(t, "python3-"+needs)
	}
	return Output(t, python, append([]string{filepath.Join(peers, script)}, args...)...)
}

// Harvest is the folder of what portals publish: shapes and vocabularies. Where it
// is missing the test is skipped, and fails in CI.
func Harvest(t testing.TB) string {
	t.Helper()
	dir := os.Getenv("POLICYGRAPH_HARVEST")
	if dir == "" {
		dir = filepath.Join(exports, "..", "..", "shared", "harvest")
	}
	if _, err := os.Stat(dir); err != nil {
		absent(t, "the folder of what portals publish (POLICYGRAPH_HARVEST)")
	}
	return dir
}

func absent(t testing.TB, what string) {
	t.Helper()
	if os.Getenv("CI") == "true" {
		t.Fatalf("%s is missing, and this is CI", what)
	}
	t.Skipf("%s is not installed; CI runs this test", what)
}

// Output is what a program prints. The test fails with what it complains of.
func Output(t testing.TB, name string, args ...string) string {
	t.Helper()
	var stdout, stderr bytes.Buffer
	cmd := exec.Command(name, args...)
	cmd.Stdout, cmd.Stderr = &stdout, &stderr
	if err := cmd.Run(); err != nil {
		t.Fatalf("%s: %v\n%s", filepath.Base(name), err, stderr.String())
	}
	return stdout.String()
}
