package exports_test

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/cayleygraph/quad"
	"github.com/cayleygraph/quad/nquads"
	"github.com/deiu/rdf2go"
	"github.com/piprate/json-gold/ld"

	"policygraph/graph"
	"policygraph/graph/interop"
	"policygraph/ontology/vocab"
	"policygraph/reviews"
)

// What is published is read back here by readers that we did not write, and
// must be the same graph, to the last statement.

// builtIn is the dataset of the built-in reviews.
func builtIn(t testing.TB) *graph.Dataset {
	t.Helper()
	d, err := builtInOnce()
	if err != nil {
		t.Fatal(err)
	}
	return d
}

var builtInOnce = sync.OnceValues(func() (*graph.Dataset, error) {
	corpus, problems := reviews.Load(reviews.Data(), reviews.Options{})
	if errors, _, _ := reviews.Count(problems); errors > 0 {
		return nil, fmt.Errorf("the built-in reviews have %d errors; policygraph check lists them", errors)
	}
	var b graph.Builder
	for q := range corpus.Quads(reviews.QuadOptions{Base: vocab.Base}) {
		if err := b.Add(q); err != nil {
			return nil, err
		}
	}
	return b.Dataset(), nil
})

// statements lists quads as N-Quads without their graphs, sorted: what a
// format without named graphs has to hold.
func statements(d *graph.Dataset) []string {
	var lines []string
	for t := range d.Union().Match(0, 0, 0) {
		q := d.Union().Quad(t)
		q.Label = nil
		lines = append(lines, nquad(q))
	}
	slices.Sort(lines)
	return lines
}

func withGraphs(d *graph.Dataset) []string {
	var lines []string
	for q := range d.Quads() {
		lines = append(lines, nquad(q))
	}
	slices.Sort(lines)
	return lines
}

func nquad(q quad.Quad) string { return strings.TrimSpace(q.NQuad()) }

func same(t *testing.T, got, want []string) {
	t.Helper()
	if slices.Equal(got, want) {
		return
	}
	missing := difference(want, got)
	extra := difference(got, want)
	t.Errorf("%d statements, want %d; missing %d, such as %s; not ours %d, such as %s",
		len(got), len(want), len(missing), first(missing), len(extra), first(extra))
}

func difference(a, b []string) (out []string) {
	for _, s := range a {
		if _, found := slices.BinarySearch(b, s); !found {
			out = append(out, s)
		}
	}
	return out
}

func first(list []string) string { return strings.Join(list[:min(1, len(list))], "") }

func TestNoBlankNodeIsPublished(t *testing.T) {
	d := builtIn(t)
	for id := graph.ID(1); id <= graph.ID(d.Terms()); id++ {
		if d.Kind(id) == graph.KindBNode {
			t.Errorf("blank node %s", d.Text(id))
		}
	}
}

func TestRDF2GoReadsOurTurtle(t *testing.T) {
	d := builtIn(t)
	g := rdf2go.NewGraph(vocab.Base)
	if err := g.Parse(strings.NewReader(written(t, d, "turtle")), "text/turtle"); err != nil {
		t.Fatal(err)
	}
	back, err := interop.FromRDF2Go(g)
	if err != nil {
		t.Fatal(err)
	}
	same(t, statements(back), statements(d))
}

func TestQuadReadsOurNQuads(t *testing.T) {
	d := builtIn(t)
	for format, want := range map[string][]string{"nquads": withGraphs(d), "ntriples": statements(d)} {
		r := nquads.NewReader(strings.NewReader(written(t, d, format)), true)
		all, err := quad.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		got := make([]string, len(all))
		for i, q := range all {
			got[i] = nquad(q)
		}
		slices.Sort(got)
		same(t, got, want)
	}
}

func TestJSONGoldReadsOurJSONLD(t *testing.T) {
	d := builtIn(t)
	doc, err := ld.DocumentFromReader(strings.NewReader(written(t, d, "jsonld")))
	if err != nil {
		t.Fatal(err)
	}
	options := ld.NewJsonLdOptions("")
	options.Format = "application/n-quads"
	options.DocumentLoader = noLoader{}
	out, err := ld.NewJsonLdProcessor().ToRDF(doc, options)
	if err != nil {
		t.Fatal(err)
	}
	same(t, readNQuads(t, out.(string)), statements(d))
}

// noLoader keeps json-gold from the network: our documents must stand alone.
type noLoader struct{}

func (noLoader) LoadDocument(u string) (*ld.RemoteDocument, error) {
	return nil, ld.NewJsonLdError(ld.LoadingDocumentFailed, u)
}

func readNQuads(t *testing.T, text string) []string {
	t.Helper()
	all, err := quad.ReadAll(nquads.NewReader(strings.NewReader(text), true))
	if err != nil {
		t.Fatal(err)
	}
	lines := make([]string, len(all))
	for i, q := range all {
		lines[i] = nquad(q)
	}
	slices.Sort(lines)
	return lines
}

// peer returns the path of an outside program. Where it is missing the test
// is skipped, and fails in CI.
func peer(t *testing.T, name string) string {
	t.Helper()
	path, err := exec.LookPath(name)
	if err == nil {
		return path
	}
	absent(t, name)
	return ""
}

func absent(t *testing.T, what string) {
	t.Helper()
	if os.Getenv("CI") == "true" {
		t.Fatalf("%s is missing, and this is CI", what)
	}
	t.Skipf("%s is not installed; CI runs this test", what)
}

func TestRapperReadsTurtleTriGNTriplesAndNQuads(t *testing.T) {
	rapper := peer(t, "rapper")
	d := builtIn(t)
	for _, c := range []struct {
		format, syntax, out string
		want                []string
	}{
		{"turtle", "turtle", "ntriples", statements(d)},
		{"ntriples", "ntriples", "ntriples", statements(d)},
		{"trig", "trig", "nquads", withGraphs(d)},
		{"nquads", "nquads", "nquads", withGraphs(d)},
	} {
		t.Run(c.format, func(t *testing.T) {
			file := filepath.Join(t.TempDir(), "data")
			if err := os.WriteFile(file, []byte(written(t, d, c.format)), 0o644); err != nil {
				t.Fatal(err)
			}
			same(t, readNQuads(t, output(t, rapper, "-q", "-i", c.syntax, "-o", c.out, file)), c.want)
		})
	}
}

func TestJSONLDJSReadsOurJSONLD(t *testing.T) {
	node := peer(t, "node")
	if _, err := os.Stat("testdata/peers/node_modules/jsonld"); err != nil {
		absent(t, "npm package jsonld (npm ci --prefix exports/testdata/peers)")
	}
	d := builtIn(t)
	file := filepath.Join(t.TempDir(), "data.jsonld")
	if err := os.WriteFile(file, []byte(written(t, d, "jsonld")), 0o644); err != nil {
		t.Fatal(err)
	}
	same(t, readNQuads(t, output(t, node, "testdata/peers/nquads.mjs", file)), statements(d))
}

func output(t *testing.T, name string, args ...string) string {
	t.Helper()
	var stdout, stderr bytes.Buffer
	cmd := exec.Command(name, args...)
	cmd.Stdout, cmd.Stderr = &stdout, &stderr
	if err := cmd.Run(); err != nil {
		t.Fatalf("%s: %v\n%s", filepath.Base(name), err, stderr.String())
	}
	return stdout.String()
}
