package main

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"testing"

	"policygraph/ontology/reference"
)

// The pages in docs/ontology are those that the program writes today.
func TestTheReferenceInTheRepositoryIsInStep(t *testing.T) {
	dir := t.TempDir()
	var stdout, stderr bytes.Buffer
	if code := run(context.Background(), []string{"policygraph", "docs", "--quiet", "-o", dir}, nil, &stdout, &stderr); code != exitYes {
		t.Fatal(stderr.String())
	}
	for _, p := range reference.Pages() {
		want, err := os.ReadFile(filepath.Join(dir, p.Name))
		if err != nil {
			t.Fatal(err)
		}
		got, err := os.ReadFile(filepath.Join("../../docs/ontology", p.Name))
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(got, want) {
			t.Errorf("docs/ontology/%s differs from what would be written now; run make generate", p.Name)
		}
	}
}
