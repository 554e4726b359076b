package records_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/cayleygraph/quad"

	"policygraph/exports/internal/records"
	"policygraph/exports/internal/sample"
	"policygraph/graph"
	"policygraph/ontology/vocab"
)

func TestEveryStatementOfAThingIsInOneCellOrInTheRest(t *testing.T) {
	for name, d := range sample.Both(t) {
		r := records.Read(d, vocab.Base)
		count := make(map[graph.Triple]int)
		for _, table := range r.Tables {
			for _, row := range table.Rows {
				for i, cell := range row.Cells {
					p, _ := d.Lookup(table.Columns[i].Property)
					for _, o := range cell {
						count[graph.Triple{row.ID, p, o}]++
					}
				}
			}
		}
		for _, triple := range r.Rest {
			count[triple]++
		}
		typ, _ := d.Lookup(vocab.RDFType)
		for triple := range d.Union().Match(0, 0, 0) {
			table, _, thing := r.Find(triple.Subject())
			isClass := thing && triple.Predicate() == typ && d.Text(triple.Object()) == string(table.Class)
			if thing && !isClass && count[triple] != 1 {
				t.Errorf("%s: %d times %v", name, count[triple], d.Union().Quad(triple))
			}
		}
	}
}

// If this fails the ontology has a term that the tables do not know yet.
func TestTheTablesKnowEverythingThatIsPublished(t *testing.T) {
	r := records.Read(sample.Published(t), vocab.Base)
	for _, triple := range r.Rest {
		t.Errorf("no column for %v", r.Graph.Quad(triple))
	}
	for s := range r.Graph.AllSubjects() {
		if _, _, ok := r.Find(s); !ok && !strings.HasPrefix(r.Data.Text(s), vocab.GraphNamespace) {
			t.Errorf("%s is in no table", r.Data.Text(s))
		}
	}
}

func TestWhatNoColumnTakesIsKept(t *testing.T) {
	r := records.Read(sample.Hard(t), vocab.Base)
	var got []string
	for _, triple := range r.Rest {
		got = append(got, r.Local(triple.Predicate())+" "+r.Data.Text(triple.Object()))
	}
	want := []string{
		"influences https://w3id.org/policygraph/id/problem/formula", // what follows from the ontology
		"status https://w3id.org/policygraph/code/status-tried",      // a second value where there should be one
		"unknown https://example.org/x", "unknown 7", "unknown egen", // a property that no table knows
		"altLabel ", "altLabel a|b", // values that cannot stand in a list
	}
	if !slices.Equal(got, want) {
		t.Errorf("%q", got)
	}
}

func TestATextHasAColumnForEachLanguageItIsUsedIn(t *testing.T) {
	r := records.Read(sample.Hard(t), vocab.Base)
	var names []string
	for _, c := range r.Tables[0].Columns[:6] {
		names = append(names, c.Name)
	}
	want := []string{"label_nb", "label_en", "label_en_gb", "alternative_label_nb", "alternative_label_en", "definition_nb"}
	if !slices.Equal(names, want) {
		t.Errorf("%v", names)
	}
}

func TestTablesHaveDifferentNamesAndColumnsToo(t *testing.T) {
	tables := make(map[string]bool)
	for _, table := range records.Read(sample.Hard(t), vocab.Base).Tables {
		if tables[table.Name] || table.NB == "" || table.EN == "" {
			t.Errorf("table %q twice, or without a title", table.Name)
		}
		tables[table.Name] = true
		columns := make(map[string]bool)
		for _, c := range table.Columns {
			if columns[c.Name] || c.NB == "" || c.EN == "" || c.Property == "" {
				t.Errorf("%s: column %q twice, or without a title", table.Name, c.Name)
			}
			columns[c.Name] = true
			if c.Form == records.Code && c.Space(vocab.Base) == vocab.CodeNamespace+"-" {
				t.Errorf("%s: column %q has no code list", table.Name, c.Name)
			}
		}
	}
	for _, table := range records.Read(sample.Hard(t), vocab.Base).Tables {
		for _, c := range table.Columns {
			if c.To != "" && !tables[c.To] {
				t.Errorf("%s: column %q leads to no table", table.Name, c.Name)
			}
		}
	}
}

func TestShortNames(t *testing.T) {
	d := sample.Hard(t)
	r := records.Read(d, vocab.Base)
	for iri, want := range map[string]string{
		vocab.IDNamespace + "problem/formula":                          "problem:formula",
		vocab.IDNamespace + "mechanism/med%20rom":                      vocab.IDNamespace + "mechanism/med%20rom",
		"https://example.org/x":                                        "https://example.org/x",
		vocab.Namespace + "Problem":                                    vocab.Namespace + "Problem",
		"http://publications.europa.eu/resource/authority/country/NOR": "http://publications.europa.eu/resource/authority/country/NOR",
	} {
		id, ok := d.Lookup(quad.IRI(iri))
		if got := r.Short(id); !ok || got != want {
			t.Errorf("%s: %q, want %q", iri, got, want)
		}
	}
}

func TestTypesTellTheirValues(t *testing.T) {
	for _, c := range []struct {
		typ  records.Type
		text string
		want bool
	}{
		{records.Whole, "012", true}, {records.Whole, "-7", true}, {records.Whole, "7.0", false}, {records.Whole, "99999999999", false},
		{records.Number, "-7.50", true}, {records.Number, "+.5", true}, {records.Number, "7.", true}, {records.Number, "0x1p4", false},
		{records.Number, "NaN", false}, {records.Boolean, "true", true}, {records.Boolean, "1", false}, {records.String, "", true},
	} {
		if got := c.typ.Valid(c.text); got != c.want {
			t.Errorf("type %d, %q: %v", c.typ, c.text, got)
		}
	}
}

func TestAFieldWithAValueOfNoTypeIsOfStrings(t *testing.T) {
	field := records.Field{Name: "year", Type: records.Whole}
	values := func(s string) []string { return []string{s} }
	if f := records.Settle(field, []string{"2016", "2017"}, values); f.Type != records.Whole {
		t.Errorf("years became %d", f.Type)
	}
	if f := records.Settle(field, []string{"2016", "2016Z"}, values); f.Type != records.String {
		t.Errorf("a year with a time zone stayed %d", f.Type)
	}
}
