package canon_test

import (
	"bytes"
	"context"
	"crypto/sha512"
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"policygraph/graph"
	"policygraph/graph/canon"
	"policygraph/graph/internal/w3c"
	"policygraph/graph/turtle"
)

// entry is one test of the manifest, which is JSON.
type entry struct {
	ID, Type, Name, Action, Result string
	HashAlgorithm                  string
}

// run is what a test of each type must show.
var run = map[string]func(t *testing.T, e entry, c *canon.Canonical, err error, want []byte){
	"rdfc:RDFC10EvalTest": func(t *testing.T, _ entry, c *canon.Canonical, err error, want []byte) {
		if err != nil {
			t.Fatal(err)
		}
		got, err := c.NQuads()
		if err != nil || !bytes.Equal(got, want) {
			t.Errorf("%v; got\n%swant\n%s", err, got, want)
		}
	},
	"rdfc:RDFC10MapTest": func(t *testing.T, _ entry, c *canon.Canonical, err error, want []byte) {
		if err != nil {
			t.Fatal(err)
		}
		var labels map[string]string
		if err := json.Unmarshal(want, &labels); err != nil {
			t.Fatal(err)
		}
		n := 0
		for from, to := range c.Labels() {
			n++
			if labels[from] != to {
				t.Errorf("%s became %s, want %s", from, to, labels[from])
			}
		}
		if n != len(labels) {
			t.Errorf("%d labels, want %d", n, len(labels))
		}
	},
	"rdfc:RDFC10NegativeEvalTest": func(t *testing.T, _ entry, _ *canon.Canonical, err error, _ []byte) {
		if !errors.Is(err, canon.ErrTooComplex) {
			t.Errorf("error %v, want ErrTooComplex", err)
		}
	},
}

func TestW3C(t *testing.T) {
	dir := filepath.Join(w3c.Folder(t), "rdf-canon")
	var manifest struct{ Entries []entry }
	if err := json.Unmarshal(read(t, dir, "manifest.jsonld"), &manifest); err != nil {
		t.Fatal(err)
	}
	if len(manifest.Entries) < 50 {
		t.Fatalf("only %d tests in the manifest", len(manifest.Entries))
	}
	for _, e := range manifest.Entries {
		t.Run(strings.TrimPrefix(e.ID, "#")+" "+e.Name, func(t *testing.T) {
			check, ok := run[e.Type]
			if !ok {
				t.Fatalf("nobody knows how to run a %s", e.Type)
			}
			o := canon.Options{}
			switch e.HashAlgorithm {
			case "":
			case "SHA384":
				o.Hash = sha512.New384
			default:
				t.Fatalf("unknown hash algorithm %s", e.HashAlgorithm)
			}
			c, err := canon.Canonicalize(context.Background(), parse(t, read(t, dir, e.Action)), o)
			var want []byte
			if e.Result != "" {
				want = read(t, dir, e.Result)
			}
			check(t, e, c, err, want)
		})
	}
}

func read(t *testing.T, dir, name string) []byte {
	t.Helper()
	b, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(name)))
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func parse(t testing.TB, nquads []byte) *graph.Dataset {
	t.Helper()
	var b graph.Builder
	for q, err := range turtle.Read(bytes.NewReader(nquads), turtle.ReadOptions{Syntax: turtle.NQuads}) {
		if err == nil {
			err = b.Add(q)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	return b.Dataset()
}
