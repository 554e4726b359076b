package shacl_test

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"policygraph/graph"
	"policygraph/graph/internal/w3c"
	"policygraph/graph/shacl"
	"policygraph/graph/turtle"
)

// portals are sets of shapes that data portals publish.
var portals = map[string][]string{
	"DCAT-AP 3":            {"dcat-ap-3.0.1/shapes.ttl"},
	"DCAT-AP 3, generated": {"dcat-ap-3.0.1/generated-SHACL.ttl"},
	"DCAT-AP 3, words":     {"dcat-ap-3.0.1/mdr-vocabularies.shape.ttl"},
	"DCAT-AP-NO 3":         {"dcat-ap-no/shapes-3.0-transcribed.ttl"},
	"DCAT-AP 2":            {"dcat-ap-2.1.1/shapes.ttl"},
	"DCAT-AP 2, words":     {"dcat-ap-2.1.1/mdr-vocabularies.shape.ttl"},
	"DCAT-AP-NO 2.2":       {"dcat-ap-no/shapes-2.2.ttl"},
	"score of data.norge":  {"fdk/mqa-dcat-shapes-2.0.0.ttl"},
}

// harvest is the folder of what portals publish, beside the conformance suites.
func harvest(t *testing.T) string {
	t.Helper()
	dir := os.Getenv("POLICYGRAPH_HARVEST")
	if dir == "" {
		dir = filepath.Join(filepath.Dir(w3c.Folder(t)), "harvest")
	}
	if _, err := os.Stat(dir); err != nil {
		if os.Getenv("CI") == "true" {
			t.Fatalf("the portals' shapes are missing: no folder %s", dir)
		}
		t.Skipf("the portals' shapes are missing: no folder %s", dir)
	}
	return dir
}

func files(t testing.TB, names ...string) *graph.Dataset {
	t.Helper()
	var b graph.Builder
	for _, name := range names {
		f, err := os.Open(name)
		if err != nil {
			t.Fatal(err)
		}
		defer f.Close()
		for q, err := range turtle.Read(f, turtle.ReadOptions{Syntax: turtle.Turtle, Name: name, Base: "file:///" + filepath.Base(name)}) {
			if err != nil {
				t.Fatal(err)
			}
			if err := b.Add(q); err != nil {
				t.Fatal(err)
			}
		}
	}
	return b.Dataset()
}

// The example of a catalogue that all portals take breaks no rule of theirs.
func TestPortalsTakeTheBridge(t *testing.T) {
	dir := harvest(t)
	data := files(t, filepath.Join(dir, "bridge-example.ttl")).Graph(0)
	for name, set := range portals {
		t.Run(name, func(t *testing.T) {
			var paths []string
			for _, file := range set {
				paths = append(paths, filepath.Join(dir, file))
			}
			s, err := shacl.Compile(files(t, paths...).Graph(0), shacl.Options{Lenient: name == "DCAT-AP 3, generated"}) // it names shapes that it does not have
			if err != nil {
				t.Fatal(err)
			}
			r, err := s.Validate(context.Background(), data, shacl.ValidateOptions{})
			if err != nil {
				t.Fatal(err)
			}
			for _, one := range r.Results {
				if one.Severity == shacl.Violation {
					t.Errorf("%s: %s %v %v", one.SourceShape, one.FocusNode, one.Path, one.Messages)
				}
			}
			if s.Len() == 0 {
				t.Error("no shapes")
			}
		})
	}
}
