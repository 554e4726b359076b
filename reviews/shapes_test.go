package reviews

import (
	"bytes"
	"context"
	"encoding/csv"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/cayleygraph/quad"

	"policygraph/graph"
	"policygraph/graph/shacl"
	"policygraph/graph/turtle"
	"policygraph/ontology"
	"policygraph/ontology/rules"
)

func addTurtle(t *testing.T, b *graph.Builder, text []byte) {
	t.Helper()
	for q, err := range turtle.Read(bytes.NewReader(text), turtle.ReadOptions{}) {
		if err == nil {
			err = b.Add(q)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
}

func shapesOf(t *testing.T) *shacl.Shapes {
	t.Helper()
	var b graph.Builder
	addTurtle(t, &b, ontology.Shapes())
	s, err := shacl.Compile(b.Dataset().Union(), shacl.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// withOntology is what a corpus says, together with the ontology.
func withOntology(t *testing.T, c *Corpus) *graph.Graph {
	t.Helper()
	var b graph.Builder
	addTurtle(t, &b, ontology.Turtle())
	for q := range c.Quads(QuadOptions{}) {
		if err := b.Add(q); err != nil {
			t.Fatal(err)
		}
	}
	return b.Dataset().Union()
}

// objections are the rules of the shapes that a graph breaks.
func objections(t *testing.T, shapes *shacl.Shapes, g *graph.Graph) []string {
	t.Helper()
	r, err := shapes.Validate(context.Background(), g, shacl.ValidateOptions{})
	if err != nil {
		t.Fatal(err)
	}
	var broken []string
	for _, result := range r.Results {
		name := strings.TrimPrefix(string(result.SourceShape.(quad.IRI)), string(ontology.ShapesIRI)+"#")
		rule, _, _ := strings.Cut(name, "-")
		broken = append(broken, rule)
	}
	slices.Sort(broken)
	return slices.Compact(broken)
}

// beyondShapes are slips that the shapes say nothing of though they reach the
// graph, by what was written, with the reason.
var beyondShapes = map[string]string{
	"Hardly works on its own.":     "SHACL Core cannot compare texts of two languages without regard to the language",
	`part_of: "1.2", lines: 22-28`: "a section in itself is found by following a path of any length, which no shape of ours does",
}

// What cannot be read does not reach the graph: only what is left can be held
// against the shapes.
func TestTheShapesObjectToWhatTheReaderLetsThrough(t *testing.T) {
	shapes := shapesOf(t)
	clean := loadClean(t, miniFS(t))
	if got := objections(t, shapes, withOntology(t, clean)); len(got) > 0 {
		t.Errorf("the shapes object to the good review: %v", got)
	}
	good := map[string]bool{}
	for q := range clean.Quads(QuadOptions{}) {
		good[q.NQuad()] = true
	}
	tried := 0
	for _, s := range slips {
		if s.rule[0] != 'S' {
			continue
		}
		c, _ := Load(slipped(t, s.file, s.old, s.new), Options{})
		objects := slices.Contains(objections(t, shapes, withOntology(t, c)), s.rule)
		switch {
		case objects:
			tried++
		case beyondShapes[s.new] == "" && !onlyLess(c, good):
			t.Errorf("%s in %s: the reader reports %q and the shapes do not", s.rule, s.file, s.new)
		}
		if objects && beyondShapes[s.new] != "" {
			t.Errorf("%s in %s: the shapes do object to %q", s.rule, s.file, s.new)
		}
	}
	if tried < 30 {
		t.Errorf("the shapes object to %d slips only", tried)
	}
}

// onlyLess reports whether a corpus says nothing that the good one does not.
func onlyLess(c *Corpus, good map[string]bool) bool {
	for q := range c.Quads(QuadOptions{}) {
		if !good[q.NQuad()] {
			return false
		}
	}
	return true
}

// clashes are what contradicts the ontology in what follows from a corpus.
func clashes(t *testing.T, c *Corpus) []rules.Clash {
	t.Helper()
	theory, err := rules.Close(context.Background(), withOntology(t, c), 0)
	if err != nil {
		t.Fatal(err)
	}
	return theory.Clashes(0)
}

// What the reader lets through cannot contradict the ontology; what would is
// reported by S21 and P10.
func TestWhatPassesIsConsistent(t *testing.T) {
	builtIn, problems := Load(Data(), Options{})
	if errors, _, _ := Count(problems); errors > 0 {
		t.Fatalf("%d errors in the built-in review", errors)
	}
	for name, c := range map[string]*Corpus{"the good review": loadClean(t, miniFS(t)), "the built-in review": builtIn} {
		for _, clash := range clashes(t, c) {
			t.Errorf("%s: %v breaks %s", name, clash.Triples, clash.Rule)
		}
	}
	for _, s := range slips {
		if s.rule != "P10" && s.rule != "S21" {
			continue
		}
		m := slipped(t, s.file, s.old, s.new)
		edit(t, m, inClaims, "rejected", "asserted") // a link that is turned down is no edge
		c, _ := Load(m, Options{})
		if len(clashes(t, c)) == 0 {
			t.Errorf("%s: %q is reported, and nothing clashes", s.rule, s.new)
		}
	}
}

// Each cell in turn is emptied, and given a letter of no meaning there: what the
// reader then takes without an error or a warning, the shapes take as well.
func TestWhatTheReaderTakesTheShapesTake(t *testing.T) {
	shapes := shapesOf(t)
	taken := 0
	for name, f := range miniFS(t) {
		if !strings.HasSuffix(name, ".csv") || name == inAnchors {
			continue
		}
		rows, err := csv.NewReader(bytes.NewReader(f.Data)).ReadAll()
		if err != nil {
			t.Fatal(err)
		}
		for i, row := range rows[1:] {
			for j, was := range row {
				for _, text := range []string{"", "x"} {
					row[j] = text
					c, ps := Load(withTable(t, name, rows), Options{})
					row[j] = was
					if text == was || len(ps) > 0 {
						continue
					}
					taken++
					if got := objections(t, shapes, withOntology(t, c)); len(got) > 0 {
						t.Errorf("%s: %q for %q in %s of row %d: the shapes object by %v", name, text, was, rows[0][j], i+1, got)
					}
				}
			}
		}
	}
	if taken < 150 {
		t.Errorf("only %d cells could be anything else", taken)
	}
}

// withTable is the good review with another content of a table.
func withTable(t *testing.T, name string, rows [][]string) fstest.MapFS {
	t.Helper()
	var b bytes.Buffer
	if err := csv.NewWriter(&b).WriteAll(rows); err != nil {
		t.Fatal(err)
	}
	m := miniFS(t)
	m[name] = &fstest.MapFile{Data: b.Bytes()}
	return m
}
