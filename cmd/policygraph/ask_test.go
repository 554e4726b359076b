package main

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/cayleygraph/quad"

	"policygraph/graph/sparql/results"
	"policygraph/ontology/questions"
)

const answers = "../../ontology/questions/testdata"

// rows reads a table in TSV, its variables first.
func rows(t *testing.T, name string, text []byte) [][]quad.Value {
	t.Helper()
	in, err := results.Read(bytes.NewReader(text), results.ReadOptions{Format: results.TSV, Name: name})
	if err != nil {
		t.Fatal(err)
	}
	var head []quad.Value
	for _, v := range in.Vars {
		head = append(head, quad.String(v))
	}
	all := [][]quad.Value{head}
	for row, err := range in.Rows() {
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, slices.Clone(row))
	}
	return all
}

// TestQuestionsAreAnsweredAsAnotherEngineDoes compares each answer with the one
// in testdata, which Oxigraph gave: row by row, in their order.
func TestQuestionsAreAnsweredAsAnotherEngineDoes(t *testing.T) {
	for _, q := range questions.All() {
		t.Run(q.Name, func(t *testing.T) {
			t.Parallel()
			file := filepath.Join(answers, q.Name+".tsv")
			expected, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			var out, stderr bytes.Buffer
			if code := run(context.Background(), []string{"policygraph", "ask", q.Name, "-f", "tsv"}, strings.NewReader(""), &out, &stderr); code != 0 {
				t.Fatalf("exit status %d: %s", code, stderr.String())
			}
			want, got := rows(t, file, expected), rows(t, "our answer", out.Bytes())
			if len(want) < 2 {
				t.Errorf("%s has no rows", file)
			}
			if len(got) != len(want) {
				t.Fatalf("%d rows, want %d", len(got)-1, len(want)-1)
			}
			for i := range want {
				if !slices.Equal(got[i], want[i]) {
					t.Fatalf("row %d is\n%v\nwant\n%v", i, got[i], want[i])
				}
			}
		})
	}
}

func TestEveryAnswerHasItsQuestion(t *testing.T) {
	files, err := filepath.Glob(filepath.Join(answers, "*.tsv"))
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		if _, err := questions.ByName(strings.TrimSuffix(filepath.Base(file), ".tsv")); err != nil {
			t.Errorf("%s: %v", file, err)
		}
	}
}
