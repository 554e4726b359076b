package sssom

import (
	"encoding/json"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// schema is what matters here of the JSON Schema of the standard.
type schema struct {
	Defs map[string]struct {
		Enum       []string
		Required   []string
		Properties map[string]struct {
			Type             any
			Ref              string `json:"$ref"`
			Pattern          string
			Minimum, Maximum *float64
		}
	} `json:"$defs"`
}

func readSchema(t *testing.T) (s schema) {
	t.Helper()
	dir := os.Getenv("POLICYGRAPH_CONFORMANCE")
	if dir == "" {
		dir = "../../../shared/conformance"
	}
	text, err := os.ReadFile(filepath.Join(dir, "sssom", "schema", "sssom_schema.schema.json"))
	if err != nil {
		if os.Getenv("CI") == "true" {
			t.Fatal(err)
		}
		t.Skipf("%v; CI runs this test", err)
	}
	if err := json.Unmarshal(text, &s); err != nil {
		t.Fatal(err)
	}
	return s
}

// The table of slots is that of the schema: names, where they stand, how many
// values they take, their words, and the range of their numbers.
func TestTheSlotsAreThoseOfTheSchema(t *testing.T) {
	s := readSchema(t)
	for def, stands := range map[string]func(slot) bool{
		"Mapping":    func(s slot) bool { return s.row },
		"MappingSet": func(s slot) bool { return s.set },
	} {
		var ours []string
		for _, s := range slots {
			if stands(s) {
				ours = append(ours, s.name)
			}
		}
		slices.Sort(ours)
		theirs := slices.DeleteFunc(slices.Sorted(maps.Keys(s.Defs[def].Properties)), func(name string) bool { return name == "mappings" })
		if !slices.Equal(ours, theirs) {
			t.Errorf("%s has %q, want %q", def, ours, theirs)
		}
		for name, p := range s.Defs[def].Properties {
			ours, known := slotOf(name)
			if !known || ours.form == structure {
				continue
			}
			types, _ := p.Type.([]any)
			if several := slices.Contains(types, any("array")); several != ours.several {
				t.Errorf("%s takes several values: %v, want %v", name, ours.several, several)
			}
			if _, enum, _ := strings.Cut(p.Ref, "#/$defs/"); enum != "" && !slices.Equal(ours.words, s.Defs[enum].Enum) {
				t.Errorf("%s may be %q, want %q", name, ours.words, s.Defs[enum].Enum)
			}
			if p.Minimum != nil && (*p.Minimum != ours.low || *p.Maximum != ours.high) {
				t.Errorf("%s is from %v to %v, want %v to %v", name, ours.low, ours.high, *p.Minimum, *p.Maximum)
			}
		}
	}
}

// What holds for all mappings of a set is what stands in both, but for what says
// something else of a set.
func TestWhatIsInheritedStandsInBoth(t *testing.T) {
	for _, s := range slots {
		if s.inherited && !(s.set && s.row) {
			t.Errorf("%s is inherited", s.name)
		}
	}
}

func TestTheJustificationsAreThoseOfTheSchema(t *testing.T) {
	pattern := readSchema(t).Defs["Mapping"].Properties["mapping_justification"].Pattern
	if want := "^semapv:(" + strings.Join(justifications, "|") + ")$"; pattern != want {
		t.Errorf("got %s, want %s", want, pattern)
	}
}

func TestWhatTheSchemaRequiresIsAskedFor(t *testing.T) {
	s := readSchema(t)
	_, problems := Read("m.tsv", []byte("subject_id\tobject_id\n"), Options{})
	for _, name := range slices.Concat(s.Defs["Mapping"].Required, s.Defs["MappingSet"].Required) {
		if !slices.ContainsFunc(problems, func(p Problem) bool { return strings.Contains(p.Message, name) }) {
			t.Errorf("nothing is said of %s", name)
		}
	}
}
