package reviews

import (
	"bytes"
	"io/fs"
	"os"
	"strings"
	"testing"
	"testing/fstest"
)

// miniFS returns a copy of the good little review.
func miniFS(t *testing.T) fstest.MapFS {
	t.Helper()
	return copyFS(t, os.DirFS("testdata/mini"))
}

func copyFS(t *testing.T, from fs.FS) fstest.MapFS {
	t.Helper()
	m := fstest.MapFS{}
	err := fs.WalkDir(from, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		b, err := fs.ReadFile(from, name)
		m[name] = &fstest.MapFile{Data: b}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// edit replaces the one place where old stands in a file.
func edit(t *testing.T, m fstest.MapFS, file, old, new string) {
	t.Helper()
	if m[file] == nil {
		m[file] = &fstest.MapFile{}
	}
	text := string(m[file].Data)
	if n := strings.Count(text, old); n != 1 && (old != "" || text != "") {
		t.Fatalf("%q stands %d times in %s", old, n, file)
	}
	m[file] = &fstest.MapFile{Data: []byte(strings.Replace(text, old, new, 1))}
}

// letters returns the problems as a curator reads them, one on a line.
func letters(ps []Problem) string {
	var b strings.Builder
	for _, p := range ps {
		b.WriteString(p.String() + "\n")
	}
	return b.String()
}

func rendered(t *testing.T, ps []Problem) string {
	t.Helper()
	var b bytes.Buffer
	if err := Render(&b, ps); err != nil {
		t.Fatal(err)
	}
	return b.String()
}
