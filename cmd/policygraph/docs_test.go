package main

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"testing"

	"policygraph/ontology/reference"
)

// The pages of the reference that are published are those that docs writes.
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
		got, err := os.ReadFile(filepath.Join("../../exports/published", p.Name))
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(got, want) {
			t.Errorf("published/%s differs from what docs writes; run make exports", p.Name)
		}
	}
}
