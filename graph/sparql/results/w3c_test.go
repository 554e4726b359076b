package results_test

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"testing"

	"policygraph/graph/internal/w3c"
	"policygraph/graph/sparql/results"
)

// Every file of results in the SPARQL suites of the W3C is read, and what was
// read is written and read again in each format that says everything. Files of
// RDF 1.2 are refused by name.
func TestW3C(t *testing.T) {
	extensions := map[string]results.Format{".srx": results.XML, ".srj": results.JSON, ".csv": results.CSV, ".tsv": results.TSV}
	seen := make(map[string]int)
	refused := 0
	err := filepath.WalkDir(filepath.Join(w3c.Folder(t), "rdf-tests", "sparql"), func(path string, _ fs.DirEntry, err error) error {
		f, ok := extensions[filepath.Ext(path)]
		if err != nil || !ok {
			return err
		}
		seen[filepath.Ext(path)]++
		data, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		res, rows, err := read(bytes.NewReader(data), results.ReadOptions{Format: f, Name: path})
		switch {
		case errors.Is(err, errors.ErrUnsupported):
			refused++
		case err != nil:
			t.Error(err)
		case !res.IsBoolean:
			for _, again := range []results.Format{results.JSON, results.XML, results.TSV} {
				text := write(t, again, res.Vars, rows)
				res2, rows2, err := read(bytes.NewReader([]byte(text)), results.ReadOptions{Format: again, Name: path})
				if err != nil || !slices.Equal(res.Vars, res2.Vars) || !reflect.DeepEqual(rows, rows2) {
					t.Errorf("%s as %s: %v\n%s", path, again, err, text)
				}
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	for ext := range extensions {
		if seen[ext] == 0 {
			t.Errorf("the suites have no %s", ext)
		}
	}
	t.Logf("%v, of which %d are of RDF 1.2", seen, refused)
}

// Whatever the bytes, reading ends without a panic, and what it read can be
// written and read again.
func FuzzRead(f *testing.F) {
	readable := []results.Format{results.JSON, results.XML, results.CSV, results.TSV}
	for i, format := range readable {
		for _, seed := range w3c.Seeds(f, "rdf-tests/sparql/sparql1[01]/*/*"+format.Extension()) {
			f.Add(uint8(i), seed)
		}
		f.Add(uint8(i), []byte(write(f, format, vars, rows)))
	}
	f.Fuzz(func(t *testing.T, n uint8, data []byte) {
		format := readable[int(n)%len(readable)]
		res, rows, err := read(bytes.NewReader(data), results.ReadOptions{Format: format})
		if err != nil || res.IsBoolean {
			return
		}
		text := write(t, results.TSV, res.Vars, rows)
		_, again, err := read(bytes.NewReader([]byte(text)), results.ReadOptions{Format: results.TSV})
		if err != nil || len(rows) != len(again) || len(rows) > 0 && !reflect.DeepEqual(rows, again) {
			t.Errorf("%v, %q became %q", err, data, text)
		}
	})
}
