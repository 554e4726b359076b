package catalogue_test

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/cayleygraph/quad"

	"policygraph/exports/catalogue"
	"policygraph/exports/internal/sample"
	"policygraph/exports/publication"
	"policygraph/graph"
	"policygraph/graph/shacl"
	"policygraph/graph/turtle"
)

// shapeSet is a set of shapes that portals hold catalogues against, by files
// within the folder of what portals publish.
type shapeSet struct {
	name  string
	files []string
}

// The eight sets that one document is to satisfy.
var shapeSets = []shapeSet{
	{"DCAT-AP 3", []string{"dcat-ap-3.0.1/shapes.ttl", "dcat-ap-3.0.1/range.ttl"}},
	{"DCAT-AP 3 generated", []string{"dcat-ap-3.0.1/generated-SHACL.ttl", "dcat-ap-3.0.1/generated-ranges.ttl"}},
	{"DCAT-AP 3 vocabularies", []string{"dcat-ap-3.0.1/mdr-vocabularies.shape.ttl"}},
	{"DCAT-AP-NO 3", []string{"dcat-ap-no/shapes-3.0-transcribed.ttl"}},
	{"DCAT-AP 2", []string{"dcat-ap-2.1.1/shapes.ttl", "dcat-ap-2.1.1/range.ttl"}},
	{"DCAT-AP 2 vocabularies", []string{"dcat-ap-2.1.1/mdr-vocabularies.shape.ttl"}},
	{"DCAT-AP-NO 2.2", []string{"dcat-ap-no/shapes-2.2.ttl"}},
	{"data.norge.no score", []string{"fdk/mqa-dcat-shapes-2.0.0.ttl"}},
}

// clean says which sets a dialect satisfies. The vocabularies of DCAT-AP 3 take no
// checksum at all: they want an algorithm below https://spdx.org, where there is none.
var clean = map[string][]string{
	catalogue.Bridge.Name:  {"DCAT-AP 3", "DCAT-AP 3 generated", "DCAT-AP 3 vocabularies", "DCAT-AP-NO 3", "DCAT-AP 2", "DCAT-AP 2 vocabularies", "DCAT-AP-NO 2.2", "data.norge.no score"},
	catalogue.DCATAP3.Name: {"DCAT-AP 3", "DCAT-AP 3 generated", "DCAT-AP-NO 3"},
	catalogue.DCATAP2.Name: {"DCAT-AP 2", "DCAT-AP 2 vocabularies", "DCAT-AP-NO 2.2", "data.norge.no score"},
}

func absent(t testing.TB, what string) {
	t.Helper()
	if os.Getenv("CI") == "true" {
		t.Fatalf("%s is missing, and this is CI", what)
	}
	t.Skipf("%s is missing; CI runs this test", what)
}

// peers is the folder of programs that we did not write.
const peers = "../testdata/peers"

// violation is a result of the validator that is not ours.
type violation struct{ Severity, Focus, Path, Value, Component, Message string }

// validate holds documents against all sets with rdf-validate-shacl, and returns
// the violations by document and set.
func validate(t testing.TB, documents []string) map[string]map[string][]violation {
	t.Helper()
	dir := sample.Harvest(t)
	node, err := exec.LookPath("node")
	if err != nil {
		absent(t, "node")
	}
	if _, err := os.Stat(filepath.Join(peers, "node_modules", "rdf-validate-shacl")); err != nil {
		absent(t, "npm package rdf-validate-shacl (npm ci --prefix exports/testdata/peers)")
	}
	args := append([]string{filepath.Join(peers, "shacl.mjs")}, documents...)
	args = append(args, "--")
	for _, s := range shapeSets {
		var files []string
		for _, f := range s.files {
			files = append(files, filepath.Join(dir, f))
		}
		args = append(args, s.name+"="+strings.Join(files, ","))
	}
	var stderr bytes.Buffer
	cmd := exec.Command(node, args...)
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("%v\n%s", err, stderr.String())
	}
	var answers map[string]map[string][]violation
	if err := json.Unmarshal(out, &answers); err != nil {
		t.Fatal(err)
	}
	for _, sets := range answers {
		for name := range sets {
			sets[name] = slices.DeleteFunc(sets[name], func(v violation) bool { return v.Severity != "Violation" })
		}
	}
	return answers
}

func TestEachDialectSatisfiesItsShapes(t *testing.T) {
	sets := map[string]map[string]string{"published": {
		"": "../published/catalog.ttl", "dcat-ap-3": "../published/catalog.dcat-ap-3.ttl", "dcat-ap-2": "../published/catalog.dcat-ap-2.ttl",
	}}
	for name, p := range publications(t) {
		sets[name] = documents(t, p)
	}
	for name, files := range sets {
		t.Run(name, func(t *testing.T) {
			answers := validate(t, []string{files[""], files["dcat-ap-3"], files["dcat-ap-2"]})
			for dialect, sets := range clean {
				for _, set := range sets {
					if found := answers[files[dialect]][set]; len(found) > 0 {
						t.Errorf("dialect %q, %s: %d violations, such as %+v", dialect, set, len(found), found[0])
					}
				}
			}
		})
	}
}

// Where a dialect says what another profile refuses, its shapes say so: the sets
// are not silent for want of a target.
func TestDialectsBreakTheOtherProfile(t *testing.T) {
	files := documents(t, publication.Default())
	answers := validate(t, []string{files["dcat-ap-3"], files["dcat-ap-2"]})
	for dialect, set := range map[string]string{"dcat-ap-3": "DCAT-AP 2", "dcat-ap-2": "DCAT-AP 3"} {
		if len(answers[files[dialect]][set]) == 0 {
			t.Errorf("dialect %q satisfies %s too", dialect, set)
		}
	}
}

// Without a property that is mandatory somewhere, some set objects.
func TestShapesObjectToWhatIsMissing(t *testing.T) {
	const foaf, vcard, skos = "http://xmlns.com/foaf/0.1/", "http://www.w3.org/2006/vcard/ns#", "http://www.w3.org/2004/02/skos/core#"
	all := slices.Collect(built(t, input(t, full(t)), catalogue.Bridge).Quads())
	dir := t.TempDir()
	var files []string
	for i, property := range []string{
		dct + "title", dct + "description", dct + "publisher", dct + "identifier", dcat + "contactPoint", dcat + "theme",
		dcat + "accessURL", dcat + "endpointURL", foaf + "primaryTopic", foaf + "name", vcard + "fn", skos + "prefLabel", dct + "modified",
		"http://www.w3.org/1999/02/22-rdf-syntax-ns#type",
	} {
		file := filepath.Join(dir, fmt.Sprintf("%02d-%s.ttl", i, property[strings.LastIndexAny(property, "/#")+1:]))
		files = append(files, file)
		var out bytes.Buffer
		w := turtle.NewWriter(&out, turtle.WriteOptions{})
		for _, q := range all {
			// Of the types, those of things pointed at go: who copies a document needs them.
			if q.Predicate == quad.IRI(property) && (i < 13 || !strings.HasPrefix(quad.StringOf(q.Object), "<"+dcat)) {
				continue
			}
			if err := w.WriteQuad(q); err != nil {
				t.Fatal(err)
			}
		}
		if err := w.Close(); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, out.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	answers := validate(t, files)
	for _, file := range files {
		n := 0
		for _, found := range answers[file] {
			n += len(found)
		}
		if n == 0 {
			t.Errorf("without %s no set objects", filepath.Base(file))
		}
	}
}

// Our own engine finds what the other one finds.
func TestOurEngineAgrees(t *testing.T) {
	dir := sample.Harvest(t)
	for name, p := range publications(t) {
		for _, dialect := range []catalogue.Dialect{catalogue.Bridge, catalogue.DCATAP3, catalogue.DCATAP2} {
			data := built(t, input(t, p), dialect).Union()
			for _, set := range shapeSets {
				if !slices.Contains(clean[dialect.Name], set.name) {
					continue
				}
				shapes, err := shacl.Compile(shapesOf(t, dir, set).Union(), shacl.Options{Lenient: true})
				if err != nil {
					t.Fatalf("%s: %v", set.name, err)
				}
				r, err := shapes.Validate(context.Background(), data, shacl.ValidateOptions{})
				if err != nil {
					t.Fatalf("%s: %v", set.name, err)
				}
				for _, found := range r.Results {
					if found.Severity == shacl.Violation {
						t.Errorf("%s, dialect %q, %s: %v %v %v", name, dialect.Name, set.name, found.FocusNode, found.Path, found.Messages)
					}
				}
			}
		}
	}
}

func shapesOf(t *testing.T, dir string, set shapeSet) *graph.Dataset {
	t.Helper()
	var b graph.Builder
	for i, name := range set.files {
		f, err := os.Open(filepath.Join(dir, name))
		if err != nil {
			t.Fatal(err)
		}
		defer f.Close()
		for q, err := range turtle.Read(f, turtle.ReadOptions{Name: name, Base: "https://example.org/", BlankPrefix: fmt.Sprintf("f%d", i)}) {
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
