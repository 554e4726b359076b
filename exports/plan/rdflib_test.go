package plan_test

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"policygraph/exports/internal/sample"
	"policygraph/graph"
	"policygraph/graph/canon"
	"policygraph/graph/formats"
)

// What rdflib, which CKAN and most Python programs read with, finds in each RDF
// document is what we find: it has lost statements without a word before.
func TestRDFLibReadsEveryDocument(t *testing.T) {
	documents, to := publishedRDF(t), t.TempDir()
	sample.Python(t, "rdflib", "rdf.py", append([]string{to}, documents...)...)
	for i, document := range documents {
		ours, theirs := merged(t, document), merged(t, filepath.Join(to, fmt.Sprintf("%d.nt", i)))
		if same, err := canon.Same(t.Context(), ours, theirs); err != nil || !same {
			t.Errorf("%s: rdflib reads %d statements, we read %d; %v", document, theirs.Len(), ours.Len(), err)
		}
	}
}

// publishedRDF are the RDF documents that we publish, those left out whose context is
// the address that search engines ask for.
func publishedRDF(t *testing.T) (documents []string) {
	t.Helper()
	err := filepath.WalkDir("../published", func(path string, _ fs.DirEntry, err error) error {
		if _, unknown := formats.ByFile(path); unknown == nil && filepath.Ext(path) != ".json" && filepath.Ext(path) != ".xml" && !strings.Contains(path, "schemaorg") {
			documents = append(documents, path)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(documents) < 100 || !slices.Contains(documents, filepath.Join("..", "published", "policygraph.jsonld")) {
		t.Fatalf("only %d documents", len(documents))
	}
	return documents
}

// merged is a document with its graphs merged.
func merged(t *testing.T, document string) *graph.Dataset {
	t.Helper()
	f, err := formats.ByFile(document)
	if err != nil {
		t.Fatal(err)
	}
	r, err := os.Open(document)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	var b graph.Builder
	err = f.Read(r, formats.ReadOptions{Name: document}, func(q *graph.RawQuad) error {
		q.Graph = graph.RawTerm{}
		return b.AddRaw(q)
	})
	if err != nil {
		t.Fatal(err)
	}
	return b.Dataset()
}
