package tables_test

import (
	"encoding/csv"
	"encoding/json"
	"regexp"
	"slices"
	"strings"
	"testing"

	"policygraph/exports/internal/sample"
	"policygraph/exports/tables"
	"policygraph/ontology"
	"policygraph/ontology/vocab"
)

// Read as RDF, the tables are the graph: they say nothing that it does not, and
// of its things nothing is missing. The labels of codes are the ontology's.
func TestReadByTheirMetadataTheTablesAreTheGraph(t *testing.T) {
	codes := sample.Parse(t, string(ontology.Turtle()))
	inOntology := ofThings(codes)
	for name, d := range sample.Both(t) {
		got, want := groups(t)[name].triples(), ofThings(d)
		for _, s := range got {
			if !contains(want, s) && !contains(inOntology, s) {
				t.Errorf("%s: the graph does not say %s", name, s)
			}
		}
		for _, s := range want {
			if !contains(got, s) && !literalWithoutColumn(s) {
				t.Errorf("%s: the tables do not say %s", name, s)
			}
		}
	}
}

// literalWithoutColumn tells the statements of the sample that CSV on the Web
// cannot say: those whose value has a language or datatype of its own. They
// stand in relations.csv for people.
func literalWithoutColumn(s string) bool {
	return strings.Contains(s, "example.org/unknown> \"") || strings.Contains(s, `altLabel> "a|b"`) || strings.Contains(s, `altLabel> ""`)
}

func contains(sorted []string, s string) bool {
	_, ok := slices.BinarySearch(sorted, s)
	return ok
}

func TestWhatHasNoColumnStandsInRelations(t *testing.T) {
	var got [][2]string
	for _, record := range groups(t)["hard"].files["relations.csv"] {
		if n := len(record); record[n-2] != "" && record[n-2] != "value" {
			got = append(got, [2]string{record[n-2], record[n-1]})
		}
	}
	want := [][2]string{{"7", vocab.XSDNamespace + "integer"}, {"egen", ""}, {"a|b", "nb"}}
	for _, w := range want {
		if !slices.Contains(got, w) {
			t.Errorf("no %q in %q", w, got)
		}
	}
}

// Each row is a table and the query that counts what must be its rows.
func TestEveryThingIsOneRow(t *testing.T) {
	for name, d := range sample.Both(t) {
		g := groups(t)[name]
		for table, class := range map[string]string{
			"problems": "pg:Problem", "mechanisms": "pg:Mechanism", "measures": "pg:Measure", "outcomes": "pg:Outcome",
			"populations": "pg:Population", "claims": "pg:Claim", "findings": "pg:Finding", "judgements": "pg:Judgement",
			"gaps": "pg:EvidenceGap", "conflicts": "pg:Conflict", "sources": "pg:Source", "reviews": "pg:Review",
			"sections": "pg:Section", "searches": "pg:Search", "periods": "dct:PeriodOfTime",
		} {
			want := sample.Count(t, d, `SELECT (COUNT(DISTINCT ?s) AS ?n) { ?s a `+class+` }`)
			if got := len(g.files[table+".csv"]) - 1; got != want {
				t.Errorf("%s: %d rows in %s, want %d", name, got, table, want)
			}
		}
		links := sample.Count(t, d, `SELECT (COUNT(*) AS ?n) { SELECT DISTINCT ?s ?p ?o {
			VALUES ?a { pg:Problem pg:Mechanism pg:Measure pg:Outcome } VALUES ?b { pg:Problem pg:Mechanism pg:Measure pg:Outcome }
			?s a ?a . ?o a ?b . { ?s ?p ?o } UNION { ?c pg:subject ?s ; pg:predicate ?p ; pg:object ?o } } }`)
		if got := len(g.files["links.csv"]) - 1; got != links {
			t.Errorf("%s: %d links, want %d", name, got, links)
		}
	}
}

func TestLabelsStandBesideAddresses(t *testing.T) {
	d := sample.Published(t)
	g := groups(t)["published"]
	labels := make(map[string]string)
	for _, row := range sample.Ask(t, d, `SELECT ?s ?l { ?s skos:prefLabel ?l FILTER (LANG(?l) = "nb") }`) {
		labels[row[0]] = row[1]
	}
	for _, table := range []string{"claims.csv", "links.csv"} {
		header := g.files[table][0]
		subject := slices.Index(header, "subject")
		if header[subject+1] != "subject_nb" || header[subject+2] != "subject_en" {
			t.Fatalf("%s: %v", table, header)
		}
		for _, record := range g.files[table][1:] {
			if record[subject+1] != labels[record[subject]] {
				t.Errorf("%s: %s is called %q", table, record[subject], record[subject+1])
			}
		}
	}
}

func TestMetadataDescribeTheFiles(t *testing.T) {
	datatypes := []string{"string", "integer", "decimal", "gYear", "anyURI", "boolean"}
	name := regexp.MustCompile(`^[a-z][a-z_]*$`)
	for what, g := range groups(t) {
		if len(g.Tables) != len(g.files) {
			t.Fatalf("%d tables described, %d written", len(g.Tables), len(g.files))
		}
		for _, table := range g.Tables {
			var names []string
			for _, c := range table.TableSchema.Columns {
				if c.Virtual {
					continue
				}
				names = append(names, c.Name)
				if !name.MatchString(c.Name) || !slices.Contains(datatypes, c.Datatype) {
					t.Errorf("%s: column %q of %q", table.URL, c.Name, c.Datatype)
				}
				if !slices.Contains(c.Titles["en"], c.Name) || len(c.Titles["nb"]) == 0 {
					t.Errorf("%s: titles of %q are %v", table.URL, c.Name, c.Titles)
				}
				if c.SuppressOutput == (c.PropertyURL != "") && !table.SuppressOutput {
					t.Errorf("%s: %q is both RDF and not", table.URL, c.Name)
				}
			}
			for i, record := range g.files[table.URL] {
				if len(record) != len(names) || i == 0 && !slices.Equal(record, names) {
					t.Fatalf("%s, %s, record %d: %q, want the columns %q", what, table.URL, i, record, names)
				}
			}
		}
	}
}

func TestKeysAreThoseOfOtherRows(t *testing.T) {
	for name, g := range groups(t) {
		keys := make(map[string]map[string]bool)
		for _, table := range g.Tables {
			keys[table.URL] = make(map[string]bool)
			for i := range g.files[table.URL][1:] {
				key := g.row(table.URL, i, table.TableSchema.PrimaryKey...)
				if len(table.TableSchema.PrimaryKey) > 0 && (key == "" || keys[table.URL][key]) {
					t.Errorf("%s: %s has the key %q twice or not at all", name, table.URL, key)
				}
				keys[table.URL][key] = true
			}
		}
		for _, table := range g.Tables {
			for _, f := range table.TableSchema.ForeignKeys {
				for i := range g.files[table.URL][1:] {
					if v := g.row(table.URL, i, f.ColumnReference); v != "" && !keys[f.Reference.Resource][v] {
						t.Errorf("%s: %s.%s is %q, which is not in %s", name, table.URL, f.ColumnReference, v, f.Reference.Resource)
					}
				}
			}
		}
	}
}

// row joins some cells of a row.
func (g group) row(table string, i int, columns ...string) string {
	var cells []string
	for _, c := range columns {
		cells = append(cells, g.files[table][i+1][slices.Index(g.files[table][0], c)])
	}
	return strings.Join(cells, " ")
}

func TestNoTextIsAFormulaAndNumbersStayNumbers(t *testing.T) {
	for name, g := range groups(t) {
		for _, table := range g.Tables {
			for i, c := range table.TableSchema.Columns {
				if c.Virtual {
					continue
				}
				for _, record := range g.files[table.URL][1:] {
					cell := record[i]
					number := slices.Contains([]string{"integer", "decimal", "gYear"}, c.Datatype)
					if cell != "" && !number && strings.ContainsAny(cell[:1], "=+-@\t\r\n") {
						t.Errorf("%s: %s, %s: %q", name, table.URL, c.Name, cell)
					}
				}
			}
		}
	}
	hard := groups(t)["hard"]
	findings := hard.files["findings.csv"]
	if v := hard.row("findings.csv", 1, "value"); !slices.ContainsFunc(findings, func(r []string) bool { return slices.Contains(r, "-7.50") }) {
		t.Errorf("the negative number is %q", v)
	}
	if got := hard.row("problems.csv", 0, "label_nb", "label_en", "definition_en", "alternative_label_nb"); got != "'=HYPERLINK(\"http://example.org\") '+1 '\ttab first 'sitert'|@SUM(A1)" {
		t.Errorf("%q", got)
	}
}

func TestGuardCanBeUndone(t *testing.T) {
	for _, text := range []string{"", "a", "=1", "+1", "-1", "@x", "\tx", "\rx", "\nx", "'", "''", "'a", "'=1", "''=1", "a=1", "−1", "æ"} {
		guarded := tables.Guard(text)
		if tables.Unguard(guarded) != text {
			t.Errorf("%q became %q and then %q", text, guarded, tables.Unguard(guarded))
		}
		if guarded != "" && strings.ContainsAny(guarded[:1], "=+-@\t\r\n") {
			t.Errorf("%q became %q", text, guarded)
		}
	}
}

func TestGoReadsTheTables(t *testing.T) {
	for name, d := range sample.Both(t) {
		for _, f := range tables.Files[:len(tables.Files)-1] {
			r := csv.NewReader(strings.NewReader(sample.Written(t, f, d)))
			r.ReuseRecord = true
			if _, err := r.ReadAll(); err != nil {
				t.Errorf("%s: %s: %v", name, f.Path, err)
			}
		}
	}
}

// An independent reader of CSV on the Web finds what ours finds, but for lists,
// which it does not know.
func TestRDFParserCSVWReadsTheTables(t *testing.T) {
	d := sample.Published(t)
	dir := t.TempDir()
	for _, f := range tables.Files {
		sample.Put(t, dir, strings.TrimPrefix(f.Path, tables.Folder), sample.Written(t, f, d))
	}
	var got []string
	if err := json.Unmarshal([]byte(sample.Node(t, "rdf-parser-csvw", "csvw.mjs", dir)), &got); err != nil {
		t.Fatal(err)
	}
	g := read(t, d)
	for i := range g.Tables {
		for j, c := range g.Tables[i].TableSchema.Columns {
			g.Tables[i].TableSchema.Columns[j].SuppressOutput = c.SuppressOutput || c.Separator != ""
		}
	}
	want := g.triples()
	slices.Sort(got)
	if got = slices.Compact(got); !slices.Equal(got, want) {
		t.Errorf("%d triples, want %d", len(got), len(want))
		for _, s := range got {
			if !contains(want, s) {
				t.Fatalf("such as %s", s)
			}
		}
		for _, s := range want {
			if !contains(got, s) {
				t.Fatalf("without %s", s)
			}
		}
	}
}

func TestTablesAreTheSameEveryTimeAndThereForAnEmptyGraph(t *testing.T) {
	d, empty := sample.Hard(t), sample.Parse(t, "")
	for _, f := range tables.Files {
		if first := sample.Written(t, f, d); first != sample.Written(t, f, d) {
			t.Errorf("%s differs from one time to the next", f.Path)
		}
		sample.Written(t, f, empty)
	}
	if text := sample.Written(t, file("gaps.csv"), empty); !strings.HasPrefix(text, "id,text_nb,text_en,") {
		t.Errorf("%q", text)
	}
}

func BenchmarkFiles(b *testing.B) { sample.Benchmark(b, tables.Files) }
