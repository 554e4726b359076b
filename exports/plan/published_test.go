package plan_test

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/cayleygraph/quad"

	"policygraph/exports/artifact"
	"policygraph/exports/plan"
	"policygraph/exports/publication"
	"policygraph/exports/quality"
	"policygraph/graph"
	"policygraph/graph/turtle"
	"policygraph/ontology"
	"policygraph/ontology/vocab"
	"policygraph/reviews"
	"policygraph/reviews/authored"
)

// everything is the input of an export of the built-in reviews below a base.
func everything(t testing.TB, base string) artifact.Input {
	t.Helper()
	corpus, problems := reviews.Load(reviews.Data(), reviews.Options{})
	if n, _, _ := reviews.Count(problems); n > 0 {
		t.Fatalf("the built-in reviews have %d errors; policygraph check lists them", n)
	}
	var data, terms graph.Builder
	for q := range corpus.Quads(reviews.QuadOptions{Base: base}) {
		if err := data.Add(q); err != nil {
			t.Fatal(err)
		}
	}
	for q, err := range turtle.Read(bytes.NewReader(ontology.Rebase(ontology.Turtle(), base)), turtle.ReadOptions{}) {
		if err != nil {
			t.Fatal(err)
		}
		q.Label = quad.IRI(base + "graph/ontology")
		if err := terms.Add(q); err != nil {
			t.Fatal(err)
		}
	}
	return artifact.Input{Dataset: data.Dataset(), Ontology: terms.Dataset(), Publication: publication.Default(), Base: base, Columns: authored.Columns()}
}

// The files in published/ are those that the program writes today, byte for byte.
func TestPublishedFilesAreInStep(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, everything(t, vocab.Base), plan.Artifacts())
	now, then := contents(t, dir), contents(t, "../published")
	for name, text := range now {
		if was, ok := then[name]; !ok || was != text {
			t.Errorf("published/%s differs from what would be written now; run make exports", name)
		}
		delete(then, name)
	}
	for name := range then {
		t.Errorf("published/%s is written by nobody", name)
	}
}

// Whoever publishes below another base publishes nothing below ours.
func TestAnotherBaseMovesEveryAddress(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, everything(t, "https://data.policygraph.net/pg/"), plan.Artifacts())
	for name, text := range contents(t, dir) {
		if i := strings.Index(text, vocab.Base); i >= 0 {
			t.Errorf("%s: %s", name, text[max(0, i-60):min(len(text), i+100)])
		}
	}
}

// published is a Turtle file of published/.
func published(t *testing.T, name string) *graph.Dataset {
	t.Helper()
	var b graph.Builder
	for q, err := range turtle.Read(strings.NewReader(contents(t, "../published")[name]), turtle.ReadOptions{Name: name}) {
		if err != nil {
			t.Fatal(err)
		}
		if err := b.Add(q); err != nil {
			t.Fatal(err)
		}
	}
	return b.Dataset()
}

// Each dataset of the catalogue has, besides all else, a file that says
// everything portals ask for.
func TestEveryPublishedDatasetScoresAllButTheSize(t *testing.T) {
	scores := quality.Rate(published(t, "catalog.ttl"), quality.Options{})
	for _, s := range scores {
		if s.Points != quality.Maximum-5 {
			t.Errorf("%s has %d points; missing %v", s.Dataset, s.Points, s.Missing)
		}
	}
	if len(scores) != 3 {
		t.Errorf("%d datasets, want 3", len(scores))
	}
}

// What the catalogue says can be downloaded lies where it says, with the size and
// the sum that it says.
func TestEveryDownloadIsThere(t *testing.T) {
	const dcat, spdx = vocab.DCATNamespace, "http://spdx.org/rdf/terms#"
	d := published(t, "catalog.dcat-ap-3.ttl")
	files := contents(t, "../published")
	value := func(s graph.ID, p quad.IRI) graph.ID {
		id, _ := d.Lookup(p)
		return append(slices.Clone(d.Union().Objects(s, id)), 0)[0]
	}
	n := 0
	for q := range d.Match(graph.Pattern{Predicate: quad.IRI(dcat + "downloadURL")}) {
		path, below := strings.CutPrefix(string(q.Object.(quad.IRI)), vocab.Base)
		text, there := files[path]
		if !below || !there {
			t.Errorf("%s is not there", q.Object)
			continue
		}
		file, _ := d.Lookup(q.Subject)
		if size := d.Text(value(file, dcat+"byteSize")); size != fmt.Sprint(len(text)) {
			t.Errorf("%s has %d bytes, the catalogue says %s", path, len(text), size)
		}
		sum := fmt.Sprintf("%x", sha256.Sum256([]byte(text)))
		if said := d.Text(value(value(file, spdx+"checksum"), spdx+"checksumValue")); said != sum {
			t.Errorf("%s has the sum %s, the catalogue says %s", path, sum, said)
		}
		n++
	}
	if n < 30 {
		t.Errorf("%d downloads", n)
	}
}
