package main

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"
)

func TestGeneratedFilesAreInStepWithTheOntology(t *testing.T) {
	files, err := generate("../../../policygraph.ttl")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		onDisk, err := os.ReadFile(filepath.Join("..", "..", f.name))
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(onDisk, f.text) {
			t.Errorf("%s is out of step with policygraph.ttl: run go generate ./ontology/...", f.name)
		}
	}
}
