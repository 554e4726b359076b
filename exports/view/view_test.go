package view_test

import (
	"os"
	"path"
	"slices"
	"strings"
	"testing"

	"policygraph/exports/columns"
	"policygraph/exports/internal/records"
	"policygraph/exports/network"
	"policygraph/exports/references"
	"policygraph/exports/tables"
)

var all = slices.Concat(network.Files, columns.Files, tables.Files, references.Files)

func TestEveryFileHasItsOwnPathAndIsDescribed(t *testing.T) {
	paths := make(map[string]bool)
	for _, f := range all {
		if paths[f.Path] || path.Clean(f.Path) != f.Path || path.IsAbs(f.Path) {
			t.Errorf("the path %q is there twice, or not clean", f.Path)
		}
		paths[f.Path] = true
		if f.NB == "" || f.EN == "" || f.NB == f.EN || f.Write == nil {
			t.Errorf("%s has the titles %q and %q", f.Path, f.NB, f.EN)
		}
		if !strings.Contains(f.MediaType, "/") || strings.Contains(f.MediaType, "/x-") || f.FileType != strings.ToUpper(f.FileType) || f.FileType == "" {
			t.Errorf("%s is of %q and %q", f.Path, f.MediaType, f.FileType)
		}
	}
}

// The page for analysts names every file and explains every attribute of edges.
func TestThePageTellsOfEveryFileAndAttribute(t *testing.T) {
	text, err := os.ReadFile("../../docs/views.md")
	if err != nil {
		t.Fatal(err)
	}
	page := string(text)
	for _, f := range all {
		stem, extension, _ := strings.Cut(path.Base(f.Path), ".")
		inFolder := strings.HasPrefix(f.Path, tables.Folder) && strings.Contains(page, tables.Folder+"*."+extension)
		named := strings.Contains(page, stem+".") && strings.Contains(page, "."+extension+"`")
		if !inFolder && !named {
			t.Errorf("nothing of %s", f.Path)
		}
	}
	for _, f := range records.LinkFields {
		if !strings.Contains(page, "`"+f.Name+"`") {
			t.Errorf("nothing of %s", f.Name)
		}
	}
}
