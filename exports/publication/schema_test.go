package publication_test

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/goccy/go-yaml"

	"policygraph/exports/publication"
)

// Editors accept what we accept and refuse what we refuse.
func TestAValidatorThatIsNotOursReadsTheSchema(t *testing.T) {
	const peers = "../testdata/peers"
	node, err := exec.LookPath("node")
	_, noModule := os.Stat(filepath.Join(peers, "node_modules", "ajv"))
	if err != nil || noModule != nil {
		if os.Getenv("CI") == "true" {
			t.Fatal("node and the npm package ajv are missing, and this is CI")
		}
		t.Skip("node and the npm package ajv are not here (npm ci --prefix exports/testdata/peers)")
	}
	texts := []string{"version: ''", "services: [{id: a}]", "titel: {nb: A, en: B}", "themes: [SOSI]", "keywords: {nb: ['a, b']}", "themes: SOCI", "version: 2.0"}
	want := []bool{false, false, false, false, false, true, true}
	for file, ok := range map[string]bool{"publication.yaml": true, "../catalogue/testdata/full.yaml": true, "testdata/broken.yaml": false} {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		texts, want = append(texts, string(text)), append(want, ok)
	}
	type question struct {
		Schema   json.RawMessage `json:"schema"`
		Instance any             `json:"instance"`
	}
	var questions []question
	for i, text := range texts {
		q := question{Schema: publication.Schema()}
		if err := yaml.Unmarshal([]byte(text), &q.Instance); err != nil {
			t.Fatal(err)
		}
		questions = append(questions, q)
		if _, problems := publication.Read("p.yaml", text); (len(problems) == 0) != want[i] {
			t.Errorf("we say of %.40q: %v", text, problems)
		}
	}
	asked, err := json.Marshal(questions)
	if err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(t.TempDir(), "questions.json")
	if err := os.WriteFile(file, asked, 0o644); err != nil {
		t.Fatal(err)
	}
	out, err := exec.Command(node, filepath.Join(peers, "ajv.mjs"), file).CombinedOutput()
	if err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	var got []bool
	if err := json.Unmarshal(out, &got); err != nil {
		t.Fatal(err)
	}
	for i, text := range texts {
		if got[i] != want[i] {
			t.Errorf("ajv says %t of %.40q, we say %t", got[i], text, want[i])
		}
	}
}
