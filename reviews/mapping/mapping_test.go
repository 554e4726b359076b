package mapping_test

import (
	"slices"
	"strings"
	"testing"

	"policygraph/ontology/sssom"
	"policygraph/reviews/mapping"
)

const head = `# mapping_set_id: https://example.org/set
# license: https://creativecommons.org/licenses/by/4.0/
# curie_map:
#   measure: https://w3id.org/policygraph/id/measure/
#   ev: http://eurovoc.europa.eu/
subject_id	predicate_id	predicate_modifier	object_id	object_label	mapping_justification	confidence	comment
`

var concepts = []string{"measure/minimum-wage", "measure/wage-subsidies", "population/refugees"}

// row is a row of a file, with what tests say less of filled in.
func row(cells ...string) string {
	return strings.Join(cells[:4], "\t") + "\t" + cells[4] + "\tsemapv:ManualMappingCuration\t" + strings.Join(cells[5:], "\t") + "\n"
}

func bring(t *testing.T, table, rows string, o mapping.Options) *mapping.Result {
	t.Helper()
	set, problems := sssom.Read("in.tsv", []byte(head+rows), sssom.Options{})
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	r, err := mapping.Import("in.tsv", set, "mappings.csv", []byte(table), concepts, o)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

const before = "concept,relation,object,object_label,confidence,note\n" +
	"measure/minimum-wage,exact,http://eurovoc.europa.eu/3850,minimum pay,0.90,\"Checked, twice.\"\n"

func TestWhatTheTableBecomes(t *testing.T) {
	for _, c := range []struct{ name, table, rows, want string }{
		{
			"a new row at the end", before, row("measure:wage-subsidies", "skos:broadMatch", "", "ev:723", "employment aid", "0.80", "Seen."),
			before + "measure/wage-subsidies,broad,http://eurovoc.europa.eu/723,employment aid,0.80,Seen.\n",
		},
		{
			"the first row of a table", "", row("measure:wage-subsidies", "skos:broadMatch", "", "ev:723", "a, b", "0.80", ""),
			"concept,relation,object,object_label,confidence,note\nmeasure/wage-subsidies,broad,http://eurovoc.europa.eu/723,\"a, b\",0.80,\n",
		},
		{"a row that is there", before, row("measure:minimum-wage", "skos:exactMatch", "", "ev:3850", "minimum pay", "0.9", "Another remark."), before},
		{
			"a denial gets a column", before, row("measure:minimum-wage", "skos:closeMatch", "Not", "ev:723", "", "0.7", ""),
			"concept,relation,object,object_label,confidence,note,modifier\n" +
				"measure/minimum-wage,exact,http://eurovoc.europa.eu/3850,minimum pay,0.90,\"Checked, twice.\",\n" +
				"measure/minimum-wage,close,http://eurovoc.europa.eu/723,,0.7,,not\n",
		},
		{
			"a denial beside a match", before, row("measure:minimum-wage", "skos:relatedMatch", "Not", "ev:3850", "", "0.7", ""),
			"concept,relation,object,object_label,confidence,note,modifier\n" +
				"measure/minimum-wage,exact,http://eurovoc.europa.eu/3850,minimum pay,0.90,\"Checked, twice.\",\n" +
				"measure/minimum-wage,related,http://eurovoc.europa.eu/3850,,0.7,,not\n",
		},
		{
			"semicolons, a mark and CRLF", "\ufeffconcept;relation;object;confidence\r\n\r\nmeasure/minimum-wage;exact;http://eurovoc.europa.eu/3850;0.90",
			row("measure:wage-subsidies", "skos:broadMatch", "", "ev:723", "", "0.80", ""),
			"\ufeffconcept;relation;object;confidence\r\n\r\nmeasure/minimum-wage;exact;http://eurovoc.europa.eu/3850;0.90\r\n" +
				"measure/wage-subsidies;broad;http://eurovoc.europa.eu/723;0.80\r\n",
		},
		{
			"a number in another form", before, row("measure:wage-subsidies", "skos:broadMatch", "", "ev:723", "", "8e-1", ""),
			before + "measure/wage-subsidies,broad,http://eurovoc.europa.eu/723,,0.8,\n",
		},
		{"no term was found", before, row("measure:wage-subsidies", "skos:exactMatch", "", "sssom:NoTermFound", "", "0.80", ""), before},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := bring(t, c.table, c.rows, mapping.Options{})
			if string(r.Table) != c.want {
				t.Errorf("got %s\n%v %v", r.Table, r.Problems, r.Conflicts)
			}
			again := bring(t, string(r.Table), c.rows, mapping.Options{})
			if string(again.Table) != c.want || again.Added != 0 {
				t.Errorf("brought in again: %s", again.Table)
			}
		})
	}
}

func TestRowsThatCannotBeTakenInAreToldAndNothingIsChanged(t *testing.T) {
	for _, c := range []struct{ name, rows, want string }{
		{"an unknown concept", row("measure:minimum-wages", "skos:exactMatch", "", "ev:1", "", "0.8", ""), `in.tsv:7:1: no concept is called "measure/minimum-wages"; did you mean "measure/minimum-wage"?`},
		{"another kind", row("measure:refugees", "skos:exactMatch", "", "ev:1", "", "0.8", ""), `in.tsv:7:1: no concept is called "measure/refugees"; did you mean "population/refugees"?`},
		{"somebody else's concept", row("ev:1", "skos:exactMatch", "", "ev:2", "", "0.8", ""), "in.tsv:7:1: expected a concept of ours, below <https://w3id.org/policygraph/id/>, found <http://eurovoc.europa.eu/1>"},
		{"turned round", row("ev:1", "skos:exactMatch", "", "measure:minimum-wage", "", "0.8", ""), "in.tsv:7:1: the subject is somebody else's concept and the object ours: turn the row round"},
		{"another relation", row("measure:minimum-wage", "owl:sameAs", "", "ev:1", "", "0.8", ""), "in.tsv:7:22: expected skos:exactMatch, closeMatch, broadMatch, narrowMatch or relatedMatch, found <http://www.w3.org/2002/07/owl#sameAs>"},
		{"no confidence", row("measure:minimum-wage", "skos:exactMatch", "", "ev:1", "", "", ""), "in.tsv:7:74: the row does not say how sure anyone is, and the table must: say it for all such rows with --confidence"},
		{"the same twice", row("measure:minimum-wage", "skos:exactMatch", "", "ev:1", "", "0.8", "") + row("measure:minimum-wage", "skos:exactMatch", "", "ev:1", "", "0.7", ""), "in.tsv:8:1: measure/minimum-wage exact <http://eurovoc.europa.eu/1> is also said on line 7"},
	} {
		t.Run(c.name, func(t *testing.T) {
			good := row("measure:wage-subsidies", "skos:broadMatch", "", "ev:723", "", "0.80", "")
			r := bring(t, before, c.rows+good, mapping.Options{})
			if len(r.Problems) != 1 || r.Problems[0].String() != c.want || r.Table != nil {
				t.Errorf("got %v, table %q", r.Problems, r.Table)
			}
		})
	}
}

func TestWhatTheTableHasOtherwiseIsAskedAbout(t *testing.T) {
	told := "in.tsv:7:1: warning: measure/minimum-wage and <http://eurovoc.europa.eu/3850> are "
	for _, c := range []struct{ name, rows, says, replaced string }{
		{
			"another confidence", row("measure:minimum-wage", "skos:exactMatch", "", "ev:3850", "", "0.5", "New."),
			"exact with confidence 0.5 here, and exact with confidence 0.90 (minimum pay) on mappings.csv:2",
			"measure/minimum-wage,exact,http://eurovoc.europa.eu/3850,minimum pay,0.5,\"Checked, twice.\"\n",
		},
		{
			"another relation", row("measure:minimum-wage", "skos:closeMatch", "", "ev:3850", "", "0.9", ""),
			"close with confidence 0.9 here, and exact with confidence 0.90 (minimum pay) on mappings.csv:2",
			"measure/minimum-wage,close,http://eurovoc.europa.eu/3850,minimum pay,0.9,\"Checked, twice.\"\n",
		},
		{
			"another name", row("measure:minimum-wage", "skos:exactMatch", "", "ev:3850", "lowest pay", "0.9", ""),
			"exact with confidence 0.9 (lowest pay) here, and exact with confidence 0.90 (minimum pay) on mappings.csv:2",
			"measure/minimum-wage,exact,http://eurovoc.europa.eu/3850,lowest pay,0.9,\"Checked, twice.\"\n",
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := bring(t, before, c.rows, mapping.Options{})
			if len(r.Conflicts) != 1 || r.Conflicts[0].String() != told+c.says || r.Table != nil {
				t.Errorf("got %v, table %q", r.Conflicts, r.Table)
			}
			if r := bring(t, before, c.rows, mapping.Options{Policy: mapping.Keep}); string(r.Table) != before || r.Kept != 1 {
				t.Errorf("kept: %s", r.Table)
			}
			header, _, _ := strings.Cut(before, "\n")
			if r := bring(t, before, c.rows, mapping.Options{Policy: mapping.Replace}); string(r.Table) != header+"\n"+c.replaced || r.Replaced != 1 {
				t.Errorf("replaced: %s", r.Table)
			}
		})
	}
}

func TestADenialAgainstAMatchIsAskedAbout(t *testing.T) {
	r := bring(t, before, row("measure:minimum-wage", "skos:exactMatch", "Not", "ev:3850", "", "0.9", ""), mapping.Options{})
	if len(r.Conflicts) != 1 || !strings.Contains(r.Conflicts[0].Message, "are not exact with confidence 0.9 here") {
		t.Errorf("got %v", r.Conflicts)
	}
}

func TestConfidenceMayBeGivenForRowsThatDoNotSayIt(t *testing.T) {
	r := bring(t, "", row("measure:minimum-wage", "skos:exactMatch", "", "ev:1", "", "", "")+row("measure:minimum-wage", "skos:exactMatch", "", "ev:2", "", "0.5", ""), mapping.Options{Confidence: "0.8"})
	want := []string{
		"concept,relation,object,object_label,confidence,note",
		"measure/minimum-wage,exact,http://eurovoc.europa.eu/1,,0.8,",
		"measure/minimum-wage,exact,http://eurovoc.europa.eu/2,,0.5,", "",
	}
	if got := strings.Split(string(r.Table), "\n"); !slices.Equal(got, want) {
		t.Errorf("got %q", got)
	}
}

func TestATableThatIsNoCSVIsAnError(t *testing.T) {
	_, err := mapping.Import("in.tsv", &sssom.Set{}, "mappings.csv", []byte("concept,relation\n\"open"), nil, mapping.Options{})
	if err == nil || !strings.HasPrefix(err.Error(), "mappings.csv: ") {
		t.Errorf("got %v", err)
	}
}
