package main

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"policygraph/ontology/questions"
)

func TestThePageIsInStepWithTheQuestions(t *testing.T) {
	onDisk, err := os.ReadFile(filepath.Join("..", "..", target))
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(onDisk, page(questions.All())) {
		t.Error("docs/questions.md is out of step with the questions: run go generate ./ontology/questions")
	}
}
