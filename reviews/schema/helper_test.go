package schema

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"testing"

	"github.com/goccy/go-yaml"
	"github.com/santhosh-tekuri/jsonschema/v6"

	"policygraph/reviews"
)

var update = flag.Bool("update", false, "write the golden files anew")

// golden compares what is generated with the copy in docs/schema.
func golden(t *testing.T, name string, got []byte) {
	t.Helper()
	file := filepath.Join("../../docs/schema", name)
	if *update {
		if err := os.WriteFile(file, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("%s differs from what is generated (go test ./reviews/schema -update writes it anew)", file)
	}
}

// compiled returns the schema of a file of YAML by its name.
func compiled(t testing.TB, name string) *jsonschema.Schema {
	t.Helper()
	for _, f := range Files() {
		if f.Name != name+".schema.json" {
			continue
		}
		document, err := jsonschema.UnmarshalJSON(bytes.NewReader(f.Content))
		if err != nil {
			t.Fatal(err)
		}
		c := jsonschema.NewCompiler()
		if err := c.AddResource(f.Name, document); err != nil {
			t.Fatal(err)
		}
		s, err := c.Compile(f.Name)
		if err != nil {
			t.Fatal(err)
		}
		return s
	}
	t.Fatalf("no schema %s", name)
	return nil
}

// instance reads YAML as a validator does: as the data model of JSON.
func instance(t testing.TB, text string) any {
	t.Helper()
	asJSON, err := yaml.YAMLToJSON([]byte(text))
	if err != nil {
		t.Fatalf("%v in\n%s", err, text)
	}
	v, err := jsonschema.UnmarshalJSON(bytes.NewReader(asJSON))
	if err != nil {
		t.Fatal(err)
	}
	return v
}

// asYAML gives the rows of a table of a corpus as the loader read them, each
// value a string.
func asYAML(t testing.TB, c *reviews.Corpus, k reviews.Kind) []any {
	t.Helper()
	rows := []any{}
	for r := range c.Records(k) {
		row := map[string]any{}
		for i := range r.Table().Fields {
			f := &r.Table().Fields[i]
			var values []any
			for _, v := range r.Values(f.Column) {
				values = append(values, v.Text)
			}
			switch {
			case len(values) == 1:
				row[f.Column] = values[0]
			case len(values) > 1:
				row[f.Column] = values
			}
		}
		rows = append(rows, row)
	}
	return rows
}
