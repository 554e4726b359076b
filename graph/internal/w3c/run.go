package w3c

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/cayleygraph/quad"
)

// Suite is a tree of manifests and files.
type Suite struct {
	Dir  string // below the conformance folder
	Base string // the IRI that Dir stands for, with its last slash

	// Handlers run the tests, by the IRI of the type. A test of which no type
	// has a handler fails.
	Handlers map[string]Handler

	// Excuses say why tests do not pass, by the IRI of the test. An excuse for
	// a test that passes, or that does not exist, is an error.
	Excuses map[string]string

	// Refused, if set, says for an error of a handler why it is the right
	// answer to a test that asks for something we have chosen not to support;
	// "" where it is not. Such tests are counted apart.
	Refused func(Test, error) string
}

// Handler runs one test and returns nil if it passes.
type Handler func(Test) error

// Test is one entry of a manifest.
type Test struct {
	IRI, Name      string
	Types          []string   // IRIs, sorted
	Action, Result quad.Value // nil where there is none
	Manifest       *Manifest
	Node           quad.Value // the entry itself
	dir            string
}

// Tally counts what became of the tests of a manifest.
type Tally struct{ Passed, Refused, Excused int }

// Path is the file that an IRI below the suite's base stands for.
func (t Test) Path(v quad.Value) string {
	path, ok := strings.CutPrefix(text(v), t.Manifest.suite.Base)
	if !ok {
		return text(v)
	}
	return filepath.Join(t.dir, filepath.FromSlash(path))
}

// Read gives the file that an IRI below the suite's base stands for.
func (t Test) Read(v quad.Value) ([]byte, error) { return os.ReadFile(t.Path(v)) }

// Folder is the conformance folder. Where it is missing, the test that asks is
// skipped, or fails if CI is true.
func Folder(t testing.TB) string {
	t.Helper()
	dir := folder(t)
	if _, err := os.Stat(dir); err == nil {
		return dir
	}
	if os.Getenv("CI") == "true" {
		t.Fatalf("the conformance suites are missing: no folder %s", dir)
	}
	t.Skipf("the conformance suites are missing: no folder %s", dir)
	return ""
}

// Seeds gives the contents of the files of the suites that match a pattern
// below the conformance folder, and none where that is missing: fuzzers can do
// without.
func Seeds(t testing.TB, pattern string) (contents [][]byte) {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(folder(t), filepath.FromSlash(pattern)))
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		contents = append(contents, data)
	}
	return contents
}

func folder(t testing.TB) string {
	t.Helper()
	if dir := os.Getenv("POLICYGRAPH_CONFORMANCE"); dir != "" {
		return dir
	}
	return filepath.Join(moduleRoot(t), "..", "shared", "conformance")
}

// moduleRoot is the nearest folder above that holds a go.mod.
func moduleRoot(t testing.TB) string {
	t.Helper()
	dir, err := os.Getwd()
	for err == nil {
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
			return dir
		}
		if parent := filepath.Dir(dir); parent != dir {
			dir = parent
			continue
		}
		err = errors.New("no go.mod above the test")
	}
	t.Fatal(err)
	return ""
}

// Run runs all tests of the manifest at a path below the suite's folder, and
// of the manifests it includes, each as a subtest.
func (s Suite) Run(t *testing.T, manifest string) Tally {
	t.Helper()
	tests, err := s.all(filepath.Join(Folder(t), filepath.FromSlash(s.Dir)), manifest)
	if err != nil {
		t.Fatal(err)
	}
	if len(tests) == 0 {
		t.Fatalf("%s has no tests", manifest)
	}
	var tally Tally
	known := make(map[string]bool)
	for _, test := range tests {
		known[test.IRI] = true
		t.Run(test.Name, func(t *testing.T) { s.run(t, test, &tally) })
	}
	for iri := range s.Excuses {
		if !known[iri] {
			t.Errorf("an excuse for a test that does not exist: %s", iri)
		}
	}
	return tally
}

func (s Suite) run(t *testing.T, test Test, tally *Tally) {
	handle := s.handler(test)
	if handle == nil {
		t.Fatalf("%s: nobody handles a test of type %s", test.IRI, strings.Join(test.Types, ", "))
	}
	err := guard(handle, test)
	excuse, excused := s.Excuses[test.IRI]
	switch {
	case err == nil && excused:
		t.Errorf("%s passes and needs no excuse", test.IRI)
	case err == nil:
		tally.Passed++
	case excused:
		tally.Excused++
		t.Skipf("excused: %s (%v)", excuse, err)
	default:
		if s.Refused != nil && s.Refused(test, err) != "" {
			tally.Refused++
			t.Skipf("refused: %s", s.Refused(test, err))
		}
		t.Errorf("%s: %v", test.IRI, err)
	}
}

func (s Suite) handler(test Test) Handler {
	for _, class := range test.Types {
		if h := s.Handlers[class]; h != nil {
			return h
		}
	}
	return nil
}

// guard makes an error of a panic, so that the tests behind it still run.
func guard(h Handler, test Test) (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("panic: %v", r)
		}
	}()
	return h(test)
}
