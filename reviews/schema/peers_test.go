package schema

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"policygraph/reviews"
)

const peers = "../../exports/testdata/peers"

// ask runs a script of the peers with a value written to a file, and reads what
// it prints.
func ask(t *testing.T, script, module string, value, answer any) {
	t.Helper()
	question, err := json.Marshal(value)
	if err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(t.TempDir(), "question.json")
	if err := os.WriteFile(file, question, 0o644); err != nil {
		t.Fatal(err)
	}
	askFolder(t, script, module, file, answer)
}

// askFolder runs a script with the name of a file or a folder.
func askFolder(t *testing.T, script, module, name string, answer any) {
	t.Helper()
	_, noModule := os.Stat(filepath.Join(peers, "node_modules", module))
	node, err := exec.LookPath("node")
	if err != nil || noModule != nil {
		if os.Getenv("CI") == "true" {
			t.Fatalf("node and the npm package %s are not here", module)
		}
		t.Skipf("node and the npm package %s are not here (npm ci --prefix exports/testdata/peers)", module)
	}
	out, err := exec.Command(node, filepath.Join(peers, script), name).Output()
	if err != nil {
		t.Fatalf("%s: %v\n%s", script, err, stderrOf(err))
	}
	if err := json.Unmarshal(out, answer); err != nil {
		t.Fatalf("%s: %v", script, err)
	}
}

func stderrOf(err error) []byte {
	if e, ok := err.(*exec.ExitError); ok {
		return e.Stderr
	}
	return nil
}

// TestAnotherValidatorSaysTheSame has ajv, in its strict mode, read the schemas
// and judge what the tests above judge.
func TestAnotherValidatorSaysTheSame(t *testing.T) {
	type question struct {
		Schema   json.RawMessage `json:"schema"`
		Instance any             `json:"instance"`
	}
	schemas := map[string]json.RawMessage{}
	for _, f := range Files() {
		schemas[f.Name] = f.Content
	}
	var questions []question
	var names []string
	var want []bool
	put := func(name, schema string, instance any, valid bool) {
		questions = append(questions, question{schemas[schema+".schema.json"], instance})
		names, want = append(names, name), append(want, valid)
	}
	for _, s := range ways {
		put(s.name, s.schema, instance(t, s.text), true)
	}
	for _, s := range mistakes {
		put(s.name, s.schema, instance(t, s.text), false)
	}
	for _, table := range reviews.Tables() {
		if table.Folder != reviews.InReviewYAML {
			put(table.File, table.File, asYAML(t, builtIn, table.Kind), true)
		}
	}
	var got []bool
	ask(t, "ajv.mjs", "ajv", questions, &got)
	for i, valid := range got {
		if valid != want[i] {
			t.Errorf("%s is valid: %v", names[i], valid)
		}
	}
	if len(got) != len(want) {
		t.Errorf("%d answers to %d questions", len(got), len(want))
	}
}

var builtIn = func() *reviews.Corpus {
	c, _ := reviews.Load(reviews.Data(), reviews.Options{})
	return c
}()
