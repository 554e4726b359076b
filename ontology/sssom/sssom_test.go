package sssom_test

import (
	"bytes"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"policygraph/ontology"
	"policygraph/ontology/sssom"
)

const head = `# mapping_set_id: https://example.org/set
# license: https://creativecommons.org/licenses/by/4.0/
# curie_map:
#   a: https://example.org/a/
#   b: https://example.org/b/
`

func read(text string) (*sssom.Set, []string) {
	set, problems := sssom.Read("m.tsv", []byte(text), sssom.Options{})
	var letters []string
	for _, p := range problems {
		letters = append(letters, p.String())
	}
	return set, letters
}

func TestARowIsReadWithItsEntitiesInFull(t *testing.T) {
	set, letters := read(head + "subject_id\tsubject_label\tpredicate_id\tpredicate_modifier\tobject_id\tmapping_justification\tconfidence\tcomment\n" +
		"a:x\tX\tskos:exactMatch\tNot\thttps://example.net/y\tsemapv:ManualMappingCuration\t0.50\t\"says \"\"no\"\"\"\n")
	if letters != nil {
		t.Fatal(letters)
	}
	m := set.Mappings[0]
	got := []string{m.Subject, m.SubjectLabel, m.Predicate, m.Object, m.Justification, m.Confidence, m.Comment}
	want := []string{
		"https://example.org/a/x", "X", "http://www.w3.org/2004/02/skos/core#exactMatch", "https://example.net/y",
		sssom.ManualMappingCuration, "0.50", `says "no"`,
	}
	if !slices.Equal(got, want) || !m.Negated {
		t.Errorf("got %q", got)
	}
	if line, column := m.Place("object_id"); line != 7 || column != 27 {
		t.Errorf("the object is at %d:%d", line, column)
	}
}

const columns = "subject_id\tpredicate_id\tobject_id\tmapping_justification"

func TestEachMistakeIsToldWhereItIs(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"no table", head, "m.tsv:6:1: expected the names of the columns, found the end of the file"},
		{"a column missing", head + "subject_id\tobject_id\tmapping_justification\n", "m.tsv:6:1: the column predicate_id is missing"},
		{"a column twice", head + columns + "\tsubject_id\n", "m.tsv:6:57: the column subject_id stands twice"},
		{"a slot of sets", head + columns + "\tmapping_set_id\n", "m.tsv:6:57: mapping_set_id is said of a set, not of a mapping"},
		{"a misspelt column", head + columns + "\tconfidense\n", "m.tsv:6:57: warning: confidense is not a slot of the standard; did you mean confidence?"},
		{"an unknown prefix", head + columns + "\nc:x\tskos:exactMatch\tb:y\tsemapv:LexicalMatching\n", `m.tsv:7:1: subject_id: the prefix c of "c:x" is not in the curie_map`},
		{"a space in an IRI", head + columns + "\na:x y\tskos:exactMatch\tb:y\tsemapv:LexicalMatching\n", `m.tsv:7:1: subject_id: "a:x y" is <https://example.org/a/x y>, which is not an IRI`},
		{"an empty end", head + columns + "\na:x\tskos:exactMatch\t\tsemapv:LexicalMatching\n", "m.tsv:7:21: object_id must be filled"},
		{"no CURIE", head + columns + "\na:x\tsame\tb:y\tsemapv:LexicalMatching\n", `m.tsv:7:5: predicate_id: expected a CURIE or an IRI, found "same"`},
		{"an unknown justification", head + columns + "\na:x\tskos:exactMatch\tb:y\tsemapv:Hunch\n", `m.tsv:7:25: mapping_justification: expected one of semapv:MappingReview, semapv:ManualMappingCuration, semapv:LogicalReasoning, semapv:LexicalMatching, semapv:CompositeMatching, semapv:UnspecifiedMatching, semapv:SemanticSimilarityThresholdMatching, semapv:LexicalSimilarityThresholdMatching, semapv:MappingChaining, semapv:MappingInversion, semapv:StructuralMatching, semapv:InstanceBasedMatching, semapv:BackgroundKnowledgeBasedMatching, found "https://w3id.org/semapv/vocab/Hunch"`},
		{"too sure", head + columns + "\tconfidence\na:x\tskos:exactMatch\tb:y\tsemapv:LexicalMatching\t1.5\n", `m.tsv:7:48: confidence: expected a number from 0 to 1, found "1.5"`},
		{"another modifier", head + columns + "\tpredicate_modifier\na:x\tskos:exactMatch\tb:y\tsemapv:LexicalMatching\tnot\n", `m.tsv:7:48: predicate_modifier: expected Not, found "not"`},
		{"no date", head + columns + "\tmapping_date\na:x\tskos:exactMatch\tb:y\tsemapv:LexicalMatching\tMay\n", `m.tsv:7:48: mapping_date: expected a date like 2026-11-22, found "May"`},
		{"a cell too many", head + columns + "\na:x\tskos:exactMatch\tb:y\tsemapv:LexicalMatching\tmore\n", `m.tsv:7:48: expected 4 cells as in the first row, found one more: "more"`},
		{"an open quotation mark", head + columns + "\na:x\t\"skos:exactMatch\n", "m.tsv:7:5: the quotation mark that opens here is never closed"},
		{"metadata that are no YAML", "# a: [\n" + columns + "\n", "m.tsv:1:6: the metadata are not YAML: sequence end token ']' not found"},
		{"a reserved prefix", head + "#   skos: https://example.org/\n" + columns + "\n", "m.tsv:3:3: curie_map: the prefix skos means <http://www.w3.org/2004/02/skos/core#>, found <https://example.org/>"},
		{"a prefix of nothing", head + "#   c: word\n" + columns + "\n", `m.tsv:3:3: curie_map: expected an IRI for the prefix c, found "word"`},
		{"a version to come", head + "# sssom_version: \"9.9\"\n" + columns + "\n", `m.tsv:6:3: sssom_version: expected 1.0, 1.1, found "9.9"`},
		{"a slot of rows", head + "# object_id: a:x\n" + columns + "\n", "m.tsv:6:3: object_id is said of a mapping, not of a set"},
		{"two values for one", head + "# mapping_tool: [x, y]\n" + columns + "\n", "m.tsv:6:3: mapping_tool takes one value, found 2"},
		{"a misspelt slot", head + "# mapping_dates: 2020-01-01\n" + columns + "\n", "m.tsv:6:3: warning: mapping_dates is not a slot of the standard; did you mean mapping_date?"},
		{"Latin-1", "\xe5", "m.tsv:1:1: expected UTF-8"},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, letters := read(c.text)
			if !slices.Contains(letters, c.want) {
				t.Errorf("got %q\nwant %s", letters, c.want)
			}
		})
	}
}

func TestWhatIsSaidOfTheSetHoldsForItsMappings(t *testing.T) {
	set, letters := read(head + "# object_type: rdfs literal\n# object_source: \"b:\"\n" +
		"subject_id\tpredicate_id\tobject_label\tmapping_justification\tobject_source\n" +
		"a:x\tskos:closeMatch\tword\tsemapv:LexicalMatching\t\n" +
		"a:y\tskos:closeMatch\tword\tsemapv:LexicalMatching\ta:\n")
	if letters != nil {
		t.Fatal(letters)
	}
	for i, want := range []string{"b:", "a:"} {
		if got := set.Mappings[i].Other["object_source"]; got != want {
			t.Errorf("row %d: %s, want %s", i, got, want)
		}
	}
}

func TestMetadataMayStandBeside(t *testing.T) {
	table := columns + "\na:x\tskos:exactMatch\tb:y\tsemapv:LexicalMatching\n"
	beside := strings.ReplaceAll(strings.ReplaceAll(head, "# ", ""), "#", "")
	set, problems := sssom.Read("m.tsv", []byte(table), sssom.Options{MetadataName: "m.yml", Metadata: []byte(beside)})
	if len(problems) != 0 || len(set.Mappings) != 1 {
		t.Errorf("%d mappings, %v", len(set.Mappings), problems)
	}
}

func conformance(t *testing.T) string {
	t.Helper()
	dir := os.Getenv("POLICYGRAPH_CONFORMANCE")
	if dir == "" {
		dir = "../../../shared/conformance"
	}
	if _, err := os.Stat(filepath.Join(dir, "sssom")); err != nil {
		if os.Getenv("CI") == "true" {
			t.Fatal(err)
		}
		t.Skipf("%v; CI runs this test", err)
	}
	return filepath.Join(dir, "sssom")
}

// refused are the files of the examples that are not valid, and why.
var refused = map[string]string{
	"bad_basic.tsv":         "mapping_justification: expected a CURIE or an IRI",
	"basic_strict_fail.tsv": "the column mapping_justification is missing",
}

func TestTheExamplesOfTheStandardAreRead(t *testing.T) {
	dir := conformance(t)
	var files []string
	for _, pattern := range []string{"examples/*/*.tsv", "sssom-py-data/*.tsv"} {
		found, err := filepath.Glob(filepath.Join(dir, pattern))
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, found...)
	}
	const known = 50
	if len(files) < known-10 {
		t.Errorf("%d files", len(files))
	}
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			content, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			beside := strings.TrimSuffix(file, "tsv") + "yml"
			o := sssom.Options{MetadataName: beside}
			if metadata, err := os.ReadFile(beside); err == nil {
				o.Metadata = metadata
			}
			set, problems := sssom.Read(filepath.Base(file), content, o)
			var errors []string
			for _, p := range problems {
				if p.Severity == sssom.Error {
					errors = append(errors, p.String())
				}
			}
			why, bad := refused[filepath.Base(file)]
			switch {
			case bad && !strings.Contains(strings.Join(errors, "\n"), why):
				t.Errorf("got %q, want %s", errors, why)
			case !bad && len(errors) > 0:
				t.Errorf("%d errors: %s", len(errors), strings.Join(errors[:min(4, len(errors))], "\n"))
			case !bad && len(set.Mappings) == 0:
				t.Error("no mapping was read")
			case !bad:
				returns(t, set)
			}
		})
	}
}

// returns holds a set against itself, written and read again.
func returns(t *testing.T, set *sssom.Set) {
	t.Helper()
	first := written(t, set)
	again, problems := sssom.Read("again.tsv", first, sssom.Options{})
	for _, p := range problems {
		if p.Severity == sssom.Error {
			t.Errorf("what was written: %s\n%s", p, first)
		}
	}
	if len(again.Mappings) != len(set.Mappings) || !bytes.Equal(first, written(t, again)) {
		t.Errorf("%d mappings became %d:\n%s", len(set.Mappings), len(again.Mappings), first)
	}
	for i := range again.Mappings {
		if !same(again.Mappings[i], set.Mappings[i]) {
			t.Errorf("got %+v\nwant %+v", again.Mappings[i], set.Mappings[i])
		}
	}
}

// same compares the exported fields, and of Other what the standard knows.
func same(a, b sssom.Mapping) bool {
	x, y := reflect.ValueOf(a), reflect.ValueOf(b)
	for i := range x.NumField() {
		name := x.Type().Field(i).Name
		if x.Type().Field(i).IsExported() && name != "Other" && !x.Field(i).Equal(y.Field(i)) {
			return false
		}
	}
	return true
}

func written(t *testing.T, set *sssom.Set) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := sssom.Write(&b, set); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestOurAlignmentIsWithoutFault(t *testing.T) {
	set, problems := sssom.Read("alignment.sssom.tsv", ontology.Alignment(), sssom.Options{})
	if len(problems) != 0 || len(set.Mappings) == 0 {
		t.Errorf("%d mappings, %v", len(set.Mappings), problems)
	}
	returns(t, set)
}

func FuzzRead(f *testing.F) {
	f.Add([]byte(head + columns + "\na:x\tskos:exactMatch\tb:y\tsemapv:LexicalMatching\n"))
	f.Add([]byte(head + "subject_id,predicate_id\n\"a:x\",\"\"\"\n"))
	f.Fuzz(func(t *testing.T, content []byte) {
		set, _ := sssom.Read("f.tsv", content, sssom.Options{})
		var b bytes.Buffer
		if err := sssom.Write(&b, set); err != nil {
			t.Fatal(err)
		}
	})
}
