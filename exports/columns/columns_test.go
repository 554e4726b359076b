package columns_test

import (
	"bytes"
	"encoding/json"
	"reflect"
	"slices"
	"strconv"
	"testing"

	"policygraph/exports/columns"
	"policygraph/exports/internal/records"
	"policygraph/exports/internal/sample"
	"policygraph/graph"
	"policygraph/ontology/vocab"
)

// of makes the table of each file, in the order of the files.
var of = []func(*graph.Dataset, string) columns.Table{columns.Nodes, columns.Edges, columns.Links, columns.Statements}

// readBack is a file as hyparquet reads it.
type readBack struct {
	By     string
	Schema []struct {
		Name, Type    string
		NumChildren   int    `json:"num_children"`
		Repetition    string `json:"repetition_type"`
		ConvertedType string `json:"converted_type"`
	}
	Rows []map[string]any
}

func TestHyparquetReadsEveryCell(t *testing.T) {
	for name, d := range sample.Both(t) {
		for i, f := range columns.Files {
			var got readBack
			out := sample.Node(t, "hyparquet", "parquet.mjs", sample.File(t, "table.parquet", sample.Written(t, f, d)))
			if err := json.Unmarshal([]byte(out), &got); err != nil {
				t.Fatal(err)
			}
			table := of[i](d, vocab.Base)
			n := 0
			for values := range table.Rows {
				if n < len(got.Rows) {
					compare(t, name+" "+f.Path, table.Fields, got.Rows[n], values)
				}
				n++
			}
			if len(got.Rows) != n || n == 0 {
				t.Errorf("%s: %d rows in %s, want %d", name, len(got.Rows), f.Path, n)
			}
			checkSchema(t, f.Path, table.Fields, got)
		}
	}
}

func compare(t *testing.T, what string, fields []records.Field, got map[string]any, values [][]string) {
	t.Helper()
	if len(got) != len(fields) {
		t.Errorf("%s: %d cells, want %d", what, len(got), len(fields))
	}
	for i, f := range fields {
		if want := cell(f, values[i]); !reflect.DeepEqual(got[f.Name], want) {
			t.Errorf("%s: %s is %#v, want %#v", what, f.Name, got[f.Name], want)
		}
	}
}

// cell is a cell as it must be read.
func cell(f records.Field, values []string) any {
	switch {
	case f.List:
		list := []any{}
		for _, v := range values {
			list = append(list, v)
		}
		return list
	case len(values) == 0:
		return nil
	case f.Type == records.Boolean:
		return values[0] == "true"
	case f.Type == records.String:
		return values[0]
	}
	x, _ := strconv.ParseFloat(values[0], 64)
	return x
}

// The schema has only what every reader knows, and says nothing of the machine.
func checkSchema(t *testing.T, what string, fields []records.Field, got readBack) {
	t.Helper()
	if got.By != "policygraph version 1.0.0(build parquet-go)" {
		t.Errorf("%s was created by %q", what, got.By)
	}
	types := map[records.Type]string{records.String: "BYTE_ARRAY", records.Whole: "INT64", records.Number: "DOUBLE", records.Boolean: "BOOLEAN"}
	var columns []string
	for i := 1; i < len(got.Schema); i++ {
		s := got.Schema[i]
		if s.NumChildren == 0 {
			columns = append(columns, s.Name+" "+s.Type+" "+s.Repetition)
			continue
		}
		element := got.Schema[i+2]
		columns = append(columns, s.Name+" "+s.ConvertedType+" of "+element.Type+" "+element.ConvertedType)
		i += 2
	}
	var want []string
	for _, f := range fields {
		if f.List {
			want = append(want, f.Name+" LIST of BYTE_ARRAY UTF8")
		} else {
			want = append(want, f.Name+" "+types[f.Type]+" OPTIONAL")
		}
	}
	if !slices.Equal(columns, want) {
		t.Errorf("%s has the columns\n%q, want\n%q", what, columns, want)
	}
}

func TestTablesHoldWhatTheGraphHolds(t *testing.T) {
	for name, d := range sample.Both(t) {
		for i, query := range []string{
			`SELECT (COUNT(DISTINCT ?s) AS ?n) { ?s a ?class FILTER isIRI(?s) }`,
			`SELECT (COUNT(*) AS ?n) { SELECT DISTINCT ?s ?p ?o { ?s ?p ?o . ?s a ?a . ?o a ?b } }`,
			`SELECT (COUNT(*) AS ?n) { SELECT DISTINCT ?s ?p ?o {
				VALUES ?a { pg:Problem pg:Mechanism pg:Measure pg:Outcome } VALUES ?b { pg:Problem pg:Mechanism pg:Measure pg:Outcome }
				?s a ?a . ?o a ?b . { ?s ?p ?o } UNION { ?c pg:subject ?s ; pg:predicate ?p ; pg:object ?o } } }`,
			`SELECT (COUNT(*) AS ?n) { ?s ?p ?o }`,
		} {
			want, got := sample.Count(t, d, query), 0
			for range of[i](d, vocab.Base).Rows {
				got++
			}
			if got != want {
				t.Errorf("%s: %d rows in %s, want %d", name, got, columns.Files[i].Path, want)
			}
		}
	}
}

func TestStatementsTellEveryTermAndItsGraph(t *testing.T) {
	var b graph.Builder
	for q := range sample.Parse(t, `
		<http://a/g> { <http://a/s> <http://a/p> "x"@nb, "x", 7, _:b, <http://a/o> }
		_:b <http://a/p> "" .`).Quads() {
		if err := b.Add(q); err != nil {
			t.Fatal(err)
		}
	}
	var got [][]string
	for row := range columns.Statements(b.Dataset(), vocab.Base).Rows {
		var cells []string
		for _, c := range row {
			cells = append(cells, append(c, "NULL")[0])
		}
		got = append(got, cells)
	}
	want := [][]string{
		{"_:b", "http://a/p", "", "literal", vocab.XSDNamespace + "string", "NULL", "NULL"},
		{"http://a/s", "http://a/p", "_:b", "blank", "NULL", "NULL", "http://a/g"},
		{"http://a/s", "http://a/p", "http://a/o", "iri", "NULL", "NULL", "http://a/g"},
		{"http://a/s", "http://a/p", "7", "literal", vocab.XSDNamespace + "integer", "NULL", "http://a/g"},
		{"http://a/s", "http://a/p", "x", "literal", vocab.XSDNamespace + "string", "NULL", "http://a/g"},
		{"http://a/s", "http://a/p", "x", "literal", string(vocab.RDFLangString), "nb", "http://a/g"},
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("%q", got)
	}
}

func TestAValueThatIsNotOfItsTypeIsAnError(t *testing.T) {
	for typ, text := range map[records.Type]string{records.Whole: "x", records.Number: "y", records.Boolean: "z"} {
		table := columns.Table{Fields: []records.Field{{Name: "a", Type: typ}}, Rows: func(yield func([][]string) bool) { yield([][]string{{text}}) }}
		if err := columns.Write(new(bytes.Buffer), table); err == nil {
			t.Errorf("%q was written as type %d", text, typ)
		}
	}
}

func TestFilesAreTheSameEveryTime(t *testing.T) {
	for name, d := range sample.Both(t) {
		for _, f := range columns.Files {
			if first := sample.Written(t, f, d); first != sample.Written(t, f, d) {
				t.Errorf("%s of %s differs from one time to the next", f.Path, name)
			}
		}
	}
	for _, f := range columns.Files {
		sample.Written(t, f, sample.Parse(t, ""))
	}
}

func BenchmarkFiles(b *testing.B) { sample.Benchmark(b, columns.Files) }
