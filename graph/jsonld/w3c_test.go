package jsonld_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/cayleygraph/quad"

	"policygraph/graph/jsonld"
	"policygraph/graph/turtle"
)

// suite is a folder of the W3C test suites.
type suite struct {
	dir, manifest string
	files         map[string][]byte // by IRI: the documents that tests load
	BaseIRI       string            `json:"baseIri"`
	Sequence      []entry           `json:"sequence"`
}

type entry struct {
	ID      string   `json:"@id"`
	Type    []string `json:"@type"`
	Name    string   `json:"name"`
	Input   string   `json:"input"`
	Context string   `json:"context"`
	Frame   string   `json:"frame"`
	Expect  string   `json:"expect"`
	Code    string   `json:"expectErrorCode"`
	Option  struct {
		Base              string `json:"base"`
		ProcessingMode    string `json:"processingMode"`
		SpecVersion       string `json:"specVersion"`
		RDFDirection      string `json:"rdfDirection"`
		UseNativeTypes    bool   `json:"useNativeTypes"`
		UseRDFType        bool   `json:"useRdfType"`
		CompactArrays     *bool  `json:"compactArrays"`
		OmitGraph         *bool  `json:"omitGraph"`
		CompactToRelative *bool  `json:"compactToRelative"`
	} `json:"option"`
}

func (e *entry) negative() bool { return slices.Contains(e.Type, "jld:NegativeEvaluationTest") }

// only10 reports a test that does not apply to a processor of JSON-LD 1.1.
// Framing of 1.0 differs only in an option.
func (e *entry) only10() bool {
	return e.Option.SpecVersion == "json-ld-1.0" || e.Option.ProcessingMode == "json-ld-1.0" && e.Frame == ""
}

func loadSuite(t *testing.T, folder, manifest string) *suite {
	t.Helper()
	root := os.Getenv("POLICYGRAPH_CONFORMANCE")
	if root == "" {
		root = filepath.Join("..", "..", "..", "shared", "conformance")
	}
	s := &suite{dir: filepath.Join(root, folder), manifest: manifest, files: map[string][]byte{}}
	text, err := os.ReadFile(filepath.Join(s.dir, manifest))
	if err != nil {
		if os.Getenv("CI") == "true" {
			t.Fatal(err)
		}
		t.Skipf("no W3C suite: %v", err)
	}
	if err := json.Unmarshal(text, s); err != nil {
		t.Fatal(err)
	}
	paths, _ := filepath.Glob(filepath.Join(s.dir, "*", "*.jsonld"))
	for _, path := range paths {
		rel, _ := filepath.Rel(s.dir, path)
		s.files[s.BaseIRI+filepath.ToSlash(rel)] = s.read(t, rel)
	}
	return s
}

func (s *suite) read(t *testing.T, name string) []byte {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(s.dir, name))
	if err != nil {
		t.Fatal(err)
	}
	return text
}

func (s *suite) options(e *entry) jsonld.ProcessOptions {
	o := jsonld.ProcessOptions{ReadOptions: jsonld.ReadOptions{
		Base: s.BaseIRI + e.Input, Contexts: s.files, Direction: jsonld.Direction(e.Option.RDFDirection),
	}}
	if e.Option.Base != "" {
		o.Base = e.Option.Base
	}
	o.KeepArrays = e.Option.CompactArrays != nil && !*e.Option.CompactArrays
	o.KeepGraph = e.Option.OmitGraph != nil && !*e.Option.OmitGraph || e.Option.OmitGraph == nil && e.Option.ProcessingMode == "json-ld-1.0"
	return o
}

// run runs the tests of a manifest. Those excused must fail, for an excuse that
// is no longer needed is to be removed.
func (s *suite) run(t *testing.T, excused map[string]string, check func(t *testing.T, s *suite, e *entry) error) {
	for _, e := range s.Sequence {
		t.Run(strings.TrimPrefix(e.ID, "#"), func(t *testing.T) {
			if e.only10() {
				t.Skip("for JSON-LD 1.0")
			}
			err := check(t, s, &e)
			reason, excuse := excused[s.manifest+e.ID]
			switch {
			case excuse && err == nil:
				t.Errorf("excused and yet it passes: %s", reason)
			case excuse:
				t.Skipf("excused: %s (%v)", reason, err)
			case err != nil:
				t.Errorf("%s: %v", e.Name, err)
			}
		})
	}
}

// expectError checks the error of a negative test.
func expectError(e *entry, err error) error {
	var known *jsonld.ProcessingError
	switch {
	case err == nil:
		return errors.New("expected the error " + e.Code + ", found none")
	case errors.As(err, &known) && known.Code == e.Code:
		return nil
	}
	return errors.New("expected the error " + e.Code + ", found " + err.Error())
}

func readAll(text []byte, o jsonld.ReadOptions) (quads []quad.Quad, err error) {
	for q, err := range jsonld.Read(bytes.NewReader(text), o) {
		if err != nil {
			return nil, err
		}
		quads = append(quads, q)
	}
	return quads, nil
}

func nquads(t *testing.T, text []byte) (quads []quad.Quad) {
	t.Helper()
	for q, err := range turtle.Read(bytes.NewReader(text), turtle.ReadOptions{Syntax: turtle.NQuads}) {
		if err != nil {
			t.Fatal(err)
		}
		quads = append(quads, q)
	}
	return quads
}

func checkToRDF(t *testing.T, s *suite, e *entry) error {
	quads, err := readAll(s.read(t, e.Input), s.options(e).ReadOptions)
	if e.negative() {
		return expectError(e, err)
	}
	if err != nil || e.Expect == "" {
		return err
	}
	want := nquads(t, s.read(t, e.Expect))
	if !isomorphic(quads, want) {
		return errors.New("got\n" + strings.Join(quadLines(quads), "\n") + "\nwant\n" + strings.Join(quadLines(want), "\n"))
	}
	return nil
}

func checkDocument(run func(t *testing.T, s *suite, e *entry) (any, error)) func(t *testing.T, s *suite, e *entry) error {
	return func(t *testing.T, s *suite, e *entry) error {
		got, err := run(t, s, e)
		if e.negative() {
			return expectError(e, err)
		}
		if err != nil || e.Expect == "" {
			return err
		}
		var want any
		if err := json.Unmarshal(s.read(t, e.Expect), &want); err != nil {
			t.Fatal(err)
		}
		if !sameDocument(got, want) {
			g, _ := json.Marshal(got)
			w, _ := json.Marshal(want)
			return errors.New("got\n" + string(g) + "\nwant\n" + string(w))
		}
		return nil
	}
}

// sameDocument compares JSON-LD documents: arrays are sets, except in lists,
// and blank nodes may have other labels.
func sameDocument(got, want any) bool {
	b, err := json.Marshal(got)
	if err != nil {
		return false
	}
	var plain any
	if json.Unmarshal(b, &plain) != nil {
		return false
	}
	return reflect.DeepEqual(plain, want) || sameTree(plain, want, false, &labels{map[string]string{}, map[string]string{}})
}

func TestToRDFSuite(t *testing.T) {
	loadSuite(t, "json-ld-api", "toRdf-manifest.jsonld").run(t, excuses, checkToRDF)
}

func TestExpandSuite(t *testing.T) {
	loadSuite(t, "json-ld-api", "expand-manifest.jsonld").run(t, excuses, checkDocument(func(t *testing.T, s *suite, e *entry) (any, error) {
		return jsonld.Expand(bytes.NewReader(s.read(t, e.Input)), s.options(e))
	}))
}

func TestCompactSuite(t *testing.T) {
	loadSuite(t, "json-ld-api", "compact-manifest.jsonld").run(t, excuses, checkDocument(func(t *testing.T, s *suite, e *entry) (any, error) {
		return jsonld.Compact(bytes.NewReader(s.read(t, e.Input)), s.read(t, e.Context), s.options(e))
	}))
}

func TestFlattenSuite(t *testing.T) {
	loadSuite(t, "json-ld-api", "flatten-manifest.jsonld").run(t, excuses, checkDocument(func(t *testing.T, s *suite, e *entry) (any, error) {
		var context []byte
		if e.Context != "" {
			context = s.read(t, e.Context)
		}
		return jsonld.Flatten(bytes.NewReader(s.read(t, e.Input)), context, s.options(e))
	}))
}

func TestFrameSuite(t *testing.T) {
	loadSuite(t, "json-ld-framing", "frame-manifest.jsonld").run(t, excuses, checkDocument(func(t *testing.T, s *suite, e *entry) (any, error) {
		return jsonld.Frame(bytes.NewReader(s.read(t, e.Input)), s.read(t, e.Frame), s.options(e))
	}))
}

func TestFromRDFSuite(t *testing.T) {
	loadSuite(t, "json-ld-api", "fromRdf-manifest.jsonld").run(t, excuses, checkDocument(func(t *testing.T, s *suite, e *entry) (any, error) {
		statements := turtle.Read(bytes.NewReader(s.read(t, e.Input)), turtle.ReadOptions{Syntax: turtle.NQuads})
		return jsonld.FromRDF(statements, jsonld.FromRDFOptions{
			NativeTypes: e.Option.UseNativeTypes, RDFType: e.Option.UseRDFType, Direction: jsonld.Direction(e.Option.RDFDirection),
		})
	}))
}
