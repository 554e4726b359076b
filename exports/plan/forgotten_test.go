package plan_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// A package beside this one that writes files has a row here: a view that nobody
// publishes may as well not be written.
func TestNoViewIsForgotten(t *testing.T) {
	published := imports(t, ".")
	folders, err := os.ReadDir("..")
	if err != nil {
		t.Fatal(err)
	}
	views := 0
	for _, f := range folders {
		if !f.IsDir() || f.Name() == "plan" {
			continue
		}
		if !writes(t, filepath.Join("..", f.Name())) {
			continue
		}
		views++
		if !published["policygraph/exports/"+f.Name()] {
			t.Errorf("exports/%s writes files, and no row of the plan does", f.Name())
		}
	}
	if views < 10 {
		t.Errorf("%d views", views)
	}
}

// sources parses the Go files of a folder, tests apart.
func sources(t *testing.T, dir string) (files []*ast.File) {
	t.Helper()
	names, err := fs.Glob(os.DirFS(dir), "*.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		f, err := parser.ParseFile(token.NewFileSet(), filepath.Join(dir, name), nil, parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, f)
	}
	return files
}

func imports(t *testing.T, dir string) map[string]bool {
	paths := map[string]bool{}
	for _, f := range sources(t, dir) {
		for _, i := range f.Imports {
			paths[strings.Trim(i.Path.Value, `"`)] = true
		}
	}
	return paths
}

// writes reports whether a package has what writes a file: a function Write, or a
// list or function Files.
func writes(t *testing.T, dir string) bool {
	for _, f := range sources(t, dir) {
		for _, d := range f.Decls {
			switch d := d.(type) {
			case *ast.FuncDecl:
				if d.Recv == nil && (d.Name.Name == "Write" || d.Name.Name == "Files") {
					return true
				}
			case *ast.GenDecl:
				for _, s := range d.Specs {
					if v, ok := s.(*ast.ValueSpec); ok && v.Names[0].Name == "Files" {
						return true
					}
				}
			}
		}
	}
	return false
}
