package ontology_test

import (
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/cayleygraph/quad"

	"policygraph/ontology/vocab"
)

// A breakage is a row of testdata/broken.tsv: what to take out of the example
// and what to add to it so that a rule is broken.
type breakage struct {
	rule   string
	remove []string // subject and predicate, in short form
	add    string   // Turtle without prefixes
}

func readBreakages(t *testing.T) []breakage {
	t.Helper()
	text, err := os.ReadFile("testdata/broken.tsv")
	if err != nil {
		t.Fatal(err)
	}
	var rows []breakage
	for line := range strings.Lines(string(text)) {
		cells := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		if len(cells) != 3 {
			t.Fatalf("testdata/broken.tsv: %q has %d cells, want 3", line, len(cells))
		}
		b := breakage{rule: cells[0], add: cells[2]}
		if cells[1] != "" {
			b.remove = strings.Split(cells[1], ";")
		}
		rows = append(rows, b)
	}
	return rows[1:] // below the column names
}

// prefixes is the head of a Turtle document that uses the project's prefixes.
func prefixes() string {
	var b strings.Builder
	for _, p := range vocab.Prefixes() {
		b.WriteString("@prefix " + p.Name + ": <" + p.IRI + "> .\n")
	}
	return b.String()
}

// inFull writes a short name in full.
func inFull(t *testing.T, short string) quad.IRI {
	t.Helper()
	name, local, _ := strings.Cut(short, ":")
	all := vocab.Prefixes()
	i := slices.IndexFunc(all, func(p vocab.Prefix) bool { return p.Name == name })
	if i < 0 {
		t.Fatalf("%s: no such prefix", short)
	}
	return quad.IRI(all[i].IRI + local)
}

// apply breaks an example; it fails where there is nothing to take out.
func (b breakage) apply(t *testing.T, example *document) {
	t.Helper()
	for _, pair := range b.remove {
		subject, predicate, _ := strings.Cut(pair, " ")
		s, p := inFull(t, subject), inFull(t, predicate)
		if len(example.all(s, p)) == 0 {
			t.Errorf("%s: the example has no %s", b.rule, pair)
		}
		delete(example.objects[s], p)
	}
	added := read(t, b.rule, []byte(prefixes()+b.add))
	for _, s := range added.subjects {
		if example.objects[s] == nil {
			example.subjects = append(example.subjects, s)
			example.objects[s] = map[quad.Value][]quad.Value{}
		}
		for p, objects := range added.objects[s] {
			example.objects[s][p] = append(example.objects[s][p], objects...)
		}
	}
}

func TestThereIsAnExampleOfBreakingEveryRule(t *testing.T) {
	d := readShapes(t)
	broken := map[string]bool{}
	for _, b := range readBreakages(t) {
		broken[b.rule] = true
	}
	for _, s := range d.shapes() {
		_, name, _ := strings.Cut(string(s.(quad.IRI)), "#")
		if canBreak := len(d.all(s, shMessage)) > 0; canBreak != broken[name] {
			t.Errorf("%s can be broken: %v, has a row: %v", name, canBreak, broken[name])
		}
		delete(broken, name)
	}
	for name := range broken {
		t.Errorf("there is no rule %s", name)
	}
}

func TestEveryBreakageChangesTheExample(t *testing.T) {
	whole := readExample(t).nquads(t)
	for _, b := range readBreakages(t) {
		example := readExample(t)
		b.apply(t, example)
		if slices.Equal(example.nquads(t), whole) {
			t.Errorf("%s: nothing is changed", b.rule)
		}
	}
}
