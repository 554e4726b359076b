package authority_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"policygraph/exports/authority"
	"policygraph/exports/internal/sample"
	"policygraph/graph/turtle"

	"github.com/cayleygraph/quad"
)

func TestTermsAreFoundByCodeAddressAndTag(t *testing.T) {
	turtleFile, ok := authority.FileType.Term("RDF_TURTLE")
	if !ok || turtleFile.IRI() != "http://publications.europa.eu/resource/authority/file-type/RDF_TURTLE" {
		t.Errorf("RDF_TURTLE is %v, %v", turtleFile, ok)
	}
	if again, ok := authority.Find(turtleFile.IRI()); !ok || again.Code != "RDF_TURTLE" {
		t.Errorf("%s is %v, %v", turtleFile.IRI(), again, ok)
	}
	if nb, ok := authority.OfTag("nb"); !ok || nb.Code != "NOB" || nb.EN != "Norwegian Bokmål" {
		t.Errorf("nb is %v, %v", nb, ok)
	}
	for _, wrong := range []string{"", "rdf_turtle", "TURTLE"} {
		if term, ok := authority.FileType.Term(wrong); ok {
			t.Errorf("%q is %v", wrong, term)
		}
	}
	if term, ok := authority.OfTag(""); ok {
		t.Errorf("no tag is %v", term)
	}
}

func TestEveryTableHasTermsWithBothLabels(t *testing.T) {
	for _, table := range authority.Tables {
		codes := table.Codes()
		if len(codes) == 0 {
			t.Errorf("%s is empty", table.Name)
		}
		for _, code := range codes {
			if term, _ := table.Term(code); term.NB == "" || term.EN == "" {
				t.Errorf("%s has no label in one of the languages", term.IRI())
			}
		}
	}
}

// newer are codes that came into the tables after the portal's copies of 2022.
var newer = map[string]bool{"PARQUET": true}

// Our codes are codes of the tables, as a portal keeps them for reference.
func TestCodesAreThoseOfTheTables(t *testing.T) {
	dir := sample.Harvest(t)
	for _, c := range []struct {
		table authority.Table
		file  string
	}{
		{authority.AccessRight, "ref-access-right.ttl"},
		{authority.DataTheme, "ref-data-theme.ttl"},
		{authority.DatasetType, "ref-dataset-type.ttl"},
		{authority.Status, "ref-distribution-status.ttl"},
		{authority.FileType, "ref-file-type.ttl"},
		{authority.Frequency, "ref-frequency.ttl"},
		{authority.Availability, "ref-planned-availability.ttl"},
		{authority.PublisherType, "ref-publisher-type.ttl"},
	} {
		known := subjects(t, filepath.Join(dir, "fdk", c.file))
		for _, code := range c.table.Codes() {
			if term, _ := c.table.Term(code); !known[term.IRI()] && !newer[code] {
				t.Errorf("%s is not in %s", term.IRI(), c.file)
			}
		}
	}
}

func subjects(t *testing.T, path string) map[string]bool {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	all := map[string]bool{}
	for q, err := range turtle.Read(f, turtle.ReadOptions{Name: path}) {
		if err != nil {
			t.Fatal(err)
		}
		if iri, ok := q.Subject.(quad.IRI); ok {
			all[strings.TrimSpace(string(iri))] = true
		}
	}
	return all
}
