package ontology_test

import (
	"bytes"
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/cayleygraph/quad"

	"policygraph/graph"
	"policygraph/graph/path"
	"policygraph/graph/shacl"
	"policygraph/graph/turtle"
	"policygraph/ontology"
)

// compiled are the built-in shapes.
var compiled = sync.OnceValues(func() (*shacl.Shapes, error) {
	d, err := dataset(ontology.Shapes())
	if err != nil {
		return nil, err
	}
	return shacl.Compile(d.Graph(0), shacl.Options{})
})

func dataset(text []byte) (*graph.Dataset, error) {
	var b graph.Builder
	for q, err := range turtle.Read(bytes.NewReader(text), turtle.ReadOptions{}) {
		if err != nil {
			return nil, err
		}
		if err := b.Add(q); err != nil {
			return nil, err
		}
	}
	return b.Dataset(), nil
}

// results holds a Turtle document against the built-in shapes.
func results(t *testing.T, text string) []shacl.Result {
	t.Helper()
	d, err := dataset([]byte(text))
	if err != nil {
		t.Fatal(err)
	}
	s, err := compiled()
	if err != nil {
		t.Fatal(err)
	}
	r, err := s.Validate(context.Background(), d.Graph(0), shacl.ValidateOptions{})
	if err != nil {
		t.Fatal(err)
	}
	return r.Results
}

func (d *document) turtle(t *testing.T) string { return strings.Join(d.nquads(t), "") }

// broken are the examples that break a rule each, by the names of the rules.
func broken(t *testing.T) map[string]string {
	t.Helper()
	all := map[string]string{}
	for _, b := range readBreakages(t) {
		example := readExample(t)
		b.apply(t, example)
		all[b.rule] = example.turtle(t)
	}
	return all
}

func TestTheExampleBreaksNoRule(t *testing.T) {
	for _, r := range results(t, readExample(t).turtle(t)) {
		if r.Severity != shacl.Violation {
			continue // a source without a year
		}
		t.Errorf("%v: %v %v %v", r.SourceShape, r.FocusNode, r.Path, r.Messages)
	}
}

func TestEveryBreakageBreaksItsRule(t *testing.T) {
	for rule, text := range broken(t) {
		want := quad.Value(ontology.ShapesIRI + "#" + quad.IRI(rule))
		if !slices.ContainsFunc(results(t, text), func(r shacl.Result) bool { return r.SourceShape == want }) {
			t.Errorf("%s is not broken by its row", rule)
		}
	}
}

func published(t *testing.T) string {
	t.Helper()
	text, err := os.ReadFile("../exports/published/policygraph.nt")
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

func TestPublishedDataBreakNoRule(t *testing.T) {
	for _, r := range results(t, published(t)+string(ontology.Turtle())) {
		if r.Severity == shacl.Violation {
			t.Errorf("%v: %v %v %v", r.SourceShape, r.FocusNode, r.Path, r.Messages)
		}
	}
}

// finding is a result as far as two engines can be compared.
type finding struct{ Severity, Focus, Path, Value, Component, Message string }

func (f finding) String() string {
	return strings.Join([]string{f.Severity, f.Focus, f.Path, f.Value, f.Component, f.Message}, " | ")
}

// blank is the label of a blank node as the other engine writes it.
var blank = regexp.MustCompile(`^b[0-9]+_\w+$`)

// comparable leaves out what is written in other ways: the labels of blank
// nodes and of paths that are blank nodes, the order of messages, and the
// message about languages, which the other engine makes itself.
func (f finding) comparable() finding {
	if blank.MatchString(f.Value) {
		f.Value = "_"
	}
	if f.Component == "UniqueLangConstraintComponent" {
		f.Message = ""
	}
	if !strings.Contains(f.Path, ":") {
		f.Path = ""
	}
	if !strings.Contains(f.Focus, ":") {
		f.Focus = ""
	}
	parts := strings.Split(f.Message, "; ")
	slices.Sort(parts)
	f.Message = strings.Join(parts, "; ")
	return f
}

func ourFindings(t *testing.T, text string) []finding {
	var all []finding
	for _, r := range results(t, text) {
		f := finding{Focus: lexical(r.FocusNode), Value: lexical(r.Value), Severity: local(r.Severity), Component: local(r.Component)}
		if p, ok := r.Path.(path.IRI); ok {
			f.Path = string(p)
		}
		var messages []string
		for _, m := range r.Messages {
			messages = append(messages, lexical(m))
		}
		f.Message = strings.Join(messages, "; ")
		all = append(all, f.comparable())
	}
	return all
}

func local(iri quad.IRI) string { return string(iri[strings.LastIndexByte(string(iri), '#')+1:]) }

func lexical(v quad.Value) string {
	var t graph.RawTerm
	if v == nil || t.SetValue(v) != nil {
		return ""
	}
	if t.Kind == graph.KindBNode {
		return "_"
	}
	return string(t.Text)
}

// TestAnotherEngineFindsTheSame holds what we find in the example, in each way to
// break a rule, in the published data with the ontology, and in the published
// data damaged in thousands of places, against what rdf-validate-shacl finds.
func TestAnotherEngineFindsTheSame(t *testing.T) {
	documents := broken(t)
	documents["example"] = readExample(t).turtle(t)
	documents["published"] = published(t) + string(ontology.Turtle())
	documents["damaged"] = damaged(published(t))
	theirs := peerFindings(t, documents)
	n := 0
	for name, text := range documents {
		got, want := ourFindings(t, text), theirs[name]
		n += len(got)
		for _, list := range [][]finding{got, want} {
			slices.SortFunc(list, func(a, b finding) int { return cmp.Compare(a.String(), b.String()) })
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s\n%s", name, difference(got, want))
		}
	}
	t.Logf("%d documents, %d results", len(documents), n)
	if n < 1000 {
		t.Errorf("only %d results were compared", n)
	}
}

// difference lists what only one of two sorted lists has.
func difference(got, want []finding) string {
	var b strings.Builder
	for _, side := range []struct {
		sign        string
		list, other []finding
	}{{"+", got, want}, {"-", want, got}} {
		for _, f := range side.list {
			if !slices.Contains(side.other, f) {
				fmt.Fprintf(&b, "%s %s\n", side.sign, f)
			}
		}
	}
	if b.Len() == 0 {
		return fmt.Sprintf("the same results, but %d and %d", len(got), len(want))
	}
	return b.String()
}

// damaged changes about one statement in ten of N-Triples: it is left out, or it
// gets another object, or it stands there with two. The damage is always the
// same.
func damaged(text string) string {
	var b strings.Builder
	state := uint64(1)
	objects := []string{`"x"`, `"17"^^<http://www.w3.org/2001/XMLSchema#gYear>`, `"-1"^^<http://www.w3.org/2001/XMLSchema#integer>`, `<http://x.example/>`, `_:x`, `"x"@nn`, `"2020-13-01"^^<http://www.w3.org/2001/XMLSchema#date>`}
	last := "_:y"
	for line := range strings.Lines(text) {
		state = state*6364136223846793005 + 1442695040888963407
		parts := strings.SplitN(strings.TrimSuffix(line, " .\n"), " ", 3)
		switch dice := state >> 33; {
		case dice%10 != 0 || len(parts) != 3:
			b.WriteString(line)
		case dice/10%3 == 0:
		case dice/10%3 == 1:
			fmt.Fprintf(&b, "%s %s %s .\n", parts[0], parts[1], objects[dice/30%uint64(len(objects))])
		default:
			fmt.Fprintf(&b, "%s %s %s .\n%s", parts[0], parts[1], last, line)
		}
		if len(parts) == 3 {
			last = parts[2]
		}
	}
	return b.String()
}

// peerFindings asks rdf-validate-shacl, once for all documents.
func peerFindings(t *testing.T, documents map[string]string) map[string][]finding {
	t.Helper()
	const script = "../exports/testdata/peers/shacl.mjs"
	node, err := exec.LookPath("node")
	if _, missing := os.Stat(filepath.Dir(script) + "/node_modules/rdf-validate-shacl"); err != nil || missing != nil {
		if os.Getenv("CI") == "true" {
			t.Fatal("npm package rdf-validate-shacl is missing, and this is CI")
		}
		t.Skip("npm package rdf-validate-shacl is missing (npm ci --prefix exports/testdata/peers)")
	}
	dir := t.TempDir()
	args := []string{script}
	names := map[string]string{}
	for name, text := range documents {
		file := filepath.Join(dir, fmt.Sprintf("%d.ttl", len(names)))
		names[file] = name
		args = append(args, file)
		if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	var stderr bytes.Buffer
	cmd := exec.Command(node, append(args, "--", "ours=shapes.ttl")...)
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("%v\n%s", err, stderr.String())
	}
	var answers map[string]map[string][]finding
	if err := json.Unmarshal(out, &answers); err != nil {
		t.Fatal(err)
	}
	all := map[string][]finding{}
	for file, sets := range answers {
		for _, f := range sets["ours"] {
			all[names[file]] = append(all[names[file]], f.comparable())
		}
	}
	return all
}
