package schema

import (
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/cayleygraph/quad"
	"github.com/cayleygraph/quad/nquads"

	"policygraph/ontology/vocab"
	"policygraph/reviews"
)

func TestDocsHoldTheTemplate(t *testing.T) { golden(t, MetadataFile, Template()) }

// described reads the metadata of a folder.
func described(t *testing.T, root fs.FS, review string) tableGroup {
	t.Helper()
	content, err := Metadata(root, review)
	if err != nil {
		t.Fatal(err)
	}
	var group tableGroup
	if err := json.Unmarshal(content, &group); err != nil {
		t.Fatal(err)
	}
	return group
}

// TestOurTablesAreAsDescribed holds each cell of the built-in review against
// what its metadata says, as a validator of CSV on the Web does.
func TestOurTablesAreAsDescribed(t *testing.T) {
	group := described(t, reviews.Data(), "")
	if len(group.Tables) != 14 {
		t.Errorf("%d tables", len(group.Tables))
	}
	rows := map[string][]map[string]string{}
	for _, table := range group.Tables {
		rows[table.URL] = rowsOf(t, reviews.Data(), table)
	}
	cells := 0
	for _, table := range group.Tables {
		keys := map[string]bool{}
		for i, row := range rows[table.URL] {
			at := fmt.Sprintf("%s row %d", table.URL, i+1)
			cells += checkRow(t, at, table, row)
			var key []string
			for _, c := range table.Schema.PrimaryKey {
				key = append(key, row[c])
			}
			if id := strings.Join(key, "\n"); len(key) > 0 && keys[id] {
				t.Errorf("%s: the key %q stands twice", at, id)
			} else {
				keys[id] = true
			}
			checkForeignKeys(t, at, table, row, rows)
		}
	}
	if cells < 10_000 {
		t.Errorf("only %d cells were looked at", cells)
	}
}

// rowsOf reads a table with the reader of the standard library, and holds its
// header against the columns.
func rowsOf(t *testing.T, root fs.FS, table *tableOfCSV) []map[string]string {
	t.Helper()
	f, err := root.Open(table.URL)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	all, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, c := range table.Schema.Columns {
		if !c.Virtual {
			names = append(names, c.Name)
		}
	}
	if !slices.Equal(all[0], names) {
		t.Fatalf("%s: the header is %q, the metadata have %q", table.URL, all[0], names)
	}
	var rows []map[string]string
	for _, cells := range all[1:] {
		row := map[string]string{}
		for i, cell := range cells {
			row[names[i]] = cell
		}
		rows = append(rows, row)
	}
	return rows
}

func checkRow(t *testing.T, at string, table *tableOfCSV, row map[string]string) (cells int) {
	t.Helper()
	for _, c := range table.Schema.Columns {
		cell := row[c.Name]
		if cell == "" {
			if c.Required {
				t.Errorf("%s: %s is empty", at, c.Name)
			}
			continue
		}
		values := []string{cell}
		if c.Separator != "" {
			values = strings.Split(cell, c.Separator)
		}
		for _, v := range values {
			cells++
			if !c.Datatype.fits(t, v) {
				t.Errorf("%s: %s is %q, which is no %s %s", at, c.Name, v, c.Datatype.Base, c.Datatype.Format)
			}
		}
	}
	return cells
}

// lexical are the forms of the types of XML Schema that stand in the metadata.
var lexical = map[string]*regexp.Regexp{
	"string":  regexp.MustCompile(`(?s)^.*$`),
	"gYear":   regexp.MustCompile(`^-?([1-9][0-9]{3,}|0[0-9]{3})$`),
	"decimal": regexp.MustCompile(`^[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)$`),
	"integer": regexp.MustCompile(`^[+-]?[0-9]+$`),
	"anyURI":  regexp.MustCompile(`^[a-z]+:[^ ]+$`),
}

func (d *datatype) fits(t *testing.T, value string) bool {
	t.Helper()
	form, known := lexical[d.Base]
	if !known {
		t.Fatalf("no type is called %s", d.Base)
	}
	n, _ := strconv.ParseFloat(value, 64)
	inside := (d.Minimum == nil || n >= float64(*d.Minimum)) && (d.Maximum == nil || n <= float64(*d.Maximum))
	return inside && form.MatchString(value) && (d.Format == "" || regexp.MustCompile("^(?:"+d.Format+")$").MatchString(value))
}

func checkForeignKeys(t *testing.T, at string, table *tableOfCSV, row map[string]string, rows map[string][]map[string]string) {
	t.Helper()
	for _, k := range table.Schema.ForeignKeys {
		value := row[k.Columns]
		if value != "" && !slices.ContainsFunc(rows[k.Reference.Resource], func(r map[string]string) bool { return r[k.Reference.Columns] == value }) {
			t.Errorf("%s: no row of %s is called %q", at, k.Reference.Resource, value)
		}
	}
}

func TestMetadataSeeMistakes(t *testing.T) {
	columns := map[string]*datatype{}
	for _, table := range described(t, reviews.Data(), "").Tables {
		for _, c := range table.Schema.Columns {
			if c.Datatype != nil {
				columns[table.URL+" "+c.Name] = c.Datatype
			}
		}
	}
	for at, value := range map[string]string{
		"concepts/measures.csv id": "Mentoring", "concepts/measures.csv level": "makro", "concepts/measures.csv country": "Norge",
		"sources.csv year": "20x0", "sources.csv doi": "https://doi.org/10.1/1", "sources.csv mentions": "17-19",
		"fafo-2020-05/findings.csv value": "4,5", "fafo-2020-05/findings.csv months": "721", "fafo-2020-05/findings.csv direction": "postive",
		"fafo-2020-05/claims.csv subject": "mentoring", "fafo-2020-05/claims.csv lines": "0", "fafo-2020-05/anchors.csv digest": "abc",
	} {
		if columns[at] == nil {
			t.Errorf("no column %s", at)
		} else if columns[at].fits(t, value) {
			t.Errorf("%s may be %q", at, value)
		}
	}
}

func TestForeignKeysLeadToTables(t *testing.T) {
	var got []string
	for _, table := range described(t, reviews.Data(), "").Tables {
		for _, k := range table.Schema.ForeignKeys {
			got = append(got, table.URL+" "+k.Columns+" → "+k.Reference.Resource)
		}
	}
	want := []string{
		"fafo-2020-05/findings.csv study → sources.csv", "fafo-2020-05/findings.csv outcome → concepts/outcomes.csv",
		"fafo-2020-05/judgements.csv outcome → concepts/outcomes.csv",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestMetadataFollowTheFiles(t *testing.T) {
	m := fstest.MapFS{
		"claims.csv":        {Data: []byte("\uFEFFsep=;\r\nobject;predicate;subject\r\n")},
		"sources.csv":       {Data: []byte("id,cited_as\n")},
		"findings.yaml":     {},
		"concepts/note.txt": {},
	}
	group := described(t, m, "r")
	if len(group.Tables) != 2 || group.Tables[0].URL != "sources.csv" || group.Dialect.Delimiter != "," {
		t.Fatalf("got %+v", group)
	}
	claims := group.Tables[1]
	if claims.Dialect == nil || claims.Dialect.Delimiter != ";" || claims.Dialect.SkipRows != 1 || claims.Schema.Columns[0].Name != "object" {
		t.Errorf("got %+v", claims)
	}
	if !claims.Suppress || len(claims.Schema.ForeignKeys) > 0 {
		t.Error("claims have no address of their own in a template, and refer to what is elsewhere")
	}
	for _, bad := range []string{"id,di\n", "id\n\"\n"} {
		m["sources.csv"] = &fstest.MapFile{Data: []byte(bad)}
		if _, err := Metadata(m, "r"); err == nil {
			t.Errorf("%q was described", bad)
		}
	}
}

// TestAnotherReaderMakesTheSameOfTheTables has rdf-parser-csvw make RDF of the
// built-in tables by their metadata. It knows no columns of several values; what
// it does make must be what the loader makes, all of it and nothing else.
func TestAnotherReaderMakesTheSameOfTheTables(t *testing.T) {
	dir := t.TempDir()
	if err := os.CopyFS(dir, reviews.Data()); err != nil {
		t.Fatal(err)
	}
	content, err := Metadata(reviews.Data(), "")
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, MetadataFile), content, 0o644); err != nil {
		t.Fatal(err)
	}
	var lines []string
	askFolder(t, "csvw.mjs", "rdf-parser-csvw", dir, &lines)
	got := map[quad.Quad]bool{}
	for _, line := range lines {
		q, err := nquads.ParseRaw(line)
		if err != nil {
			t.Fatal(err)
		}
		got[q] = true
	}
	want := expected(described(t, reviews.Data(), ""))
	for q := range want {
		if !got[q] {
			t.Errorf("the other reader does not say %s", q.NQuad())
		}
	}
	for q := range got {
		if !want[q] {
			t.Errorf("the loader does not say %s", q.NQuad())
		}
		if t.Failed() {
			return
		}
	}
	if len(want) < 5000 {
		t.Errorf("only %d statements were compared", len(want))
	}
}

// expected are the statements of the loader that the metadata promise, without
// columns of several values.
func expected(group tableGroup) map[quad.Quad]bool {
	promised := map[string]map[quad.IRI]bool{} // by table, as kind
	for _, table := range group.Tables {
		name := strings.TrimSuffix(filepath.Base(table.URL), ".csv")
		promised[name] = map[quad.IRI]bool{}
		for _, c := range table.Schema.Columns {
			if !table.Suppress && !c.Suppress && c.Separator == "" {
				promised[name][quad.IRI(c.PropertyURL)] = true
			}
		}
	}
	kinds := map[quad.Value]map[quad.IRI]bool{}
	classes := map[quad.Value]quad.Value{}
	leftOut := map[quad.Value]bool{}
	for r := range builtIn.All() {
		kinds[r.IRI], classes[r.IRI] = promised[r.Table().File], r.Table().Class
		leftOut[r.IRI] = r.Table().Field("basis") != nil && !r.Has("basis") // the reader fills no defaults into templates
	}
	want := map[quad.Quad]bool{}
	for q := range builtIn.Quads(reviews.QuadOptions{}) {
		p := q.Predicate.(quad.IRI)
		if kinds[q.Subject][p] && !(p == vocab.Basis && leftOut[q.Subject]) && (!strings.HasSuffix(string(p), "#type") || q.Object == classes[q.Subject]) {
			q.Label = nil
			want[q] = true
		}
	}
	return want
}
