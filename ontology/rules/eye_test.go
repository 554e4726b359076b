package rules_test

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/cayleygraph/quad"

	"policygraph/graph"
	"policygraph/graph/turtle"
	"policygraph/ontology"
	"policygraph/ontology/rules"
)

const (
	peers = "../../exports/testdata/peers"
	rdfNS = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
)

// eye lets the EYE reasoner run the rules of testdata/owl2rl.n3 on graphs, and returns
// what it derives from each, with the failed checks, as lines in order.
func eye(t *testing.T, graphs []*graph.Graph) [][]string {
	t.Helper()
	node, err := exec.LookPath("node")
	if err == nil {
		_, err = os.Stat(filepath.Join(peers, "node_modules/eyereasoner"))
	}
	switch {
	case err != nil && os.Getenv("CI") == "true":
		t.Fatalf("the EYE reasoner is missing: %v", err)
	case err != nil:
		t.Skip("no EYE reasoner (npm ci --prefix exports/testdata/peers)")
	}
	args := []string{filepath.Join(peers, "reason.mjs"), "testdata/owl2rl.n3"}
	for _, g := range graphs {
		file := filepath.Join(t.TempDir(), "data.n3")
		if err := os.WriteFile(file, inN3(g), 0o644); err != nil {
			t.Fatal(err)
		}
		args = append(args, file)
	}
	var stderr bytes.Buffer
	cmd := exec.Command(node, args...)
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("%v\n%s", err, stderr.String())
	}
	var all [][]string
	for part := range strings.SplitSeq(string(out), "---\n") {
		all = append(all, lines(t, part))
	}
	return all
}

// inN3 is a graph with its lists written as lists, which in N3 are terms of their
// own, and without prefixes.
func inN3(g *graph.Graph) []byte {
	d := g.Dataset()
	first, _ := d.Lookup(quad.IRI(rdfNS + "first"))
	rest, _ := d.Lookup(quad.IRI(rdfNS + "rest"))
	var b bytes.Buffer
	for t := range g.Match(0, 0, 0) {
		if t[1] == first || t[1] == rest {
			continue
		}
		q := g.Quad(t)
		fmt.Fprintf(&b, "%v %v %s .\n", q.Subject, q.Predicate, termInN3(g, t[2], first, rest))
	}
	return b.Bytes()
}

func termInN3(g *graph.Graph, id, first, rest graph.ID) string {
	items := g.Objects(id, first)
	if len(items) == 0 {
		return g.Dataset().Term(id).String()
	}
	text := "("
	for len(items) > 0 {
		text += " " + g.Dataset().Term(items[0]).String()
		id = g.Objects(id, rest)[0]
		items = g.Objects(id, first)
	}
	return text + " )"
}

// lines are statements in N-Triples, each once, in order.
func lines(t *testing.T, text string) []string {
	t.Helper()
	var list []string
	for q, err := range turtle.Read(strings.NewReader(text), turtle.ReadOptions{Syntax: turtle.NTriples}) {
		if err != nil {
			t.Fatal(err)
		}
		list = append(list, fmt.Sprint(q.Subject, q.Predicate, q.Object))
	}
	slices.Sort(list)
	return slices.Compact(list)
}

// ours is what the package makes of a graph, in the form of eye.
func ours(t *testing.T, g *graph.Graph) []string {
	t.Helper()
	theory, err := rules.Close(context.Background(), g, 0)
	if err != nil {
		t.Fatal(err)
	}
	var list []string
	add := func(s, p, o quad.Value) { list = append(list, fmt.Sprint(s, p, o)) }
	for _, triple := range theory.Inferred() {
		q := g.Quad(triple)
		add(q.Subject, q.Predicate, q.Object)
	}
	d := g.Dataset()
	for _, c := range theory.Clashes(0) {
		subject, fails := d.Term(c.Triples[0][0]), quad.IRI("urn:inconsistent:"+string(c.Rule))
		switch c.Rule {
		case rules.Irreflexive, rules.Disjoint:
			add(subject, fails, d.Term(c.Axiom[0]))
		default:
			for _, triple := range c.Triples {
				add(subject, fails, d.Term(triple[2]))
			}
		}
	}
	slices.Sort(list)
	return slices.Compact(list)
}

// published is the ontology with the review that is built in, and a little that
// contradicts it where torn.
func published(t *testing.T, torn bool) *graph.Graph {
	t.Helper()
	data, err := os.ReadFile("../../exports/published/policygraph.nt")
	if err != nil {
		t.Fatal(err)
	}
	text := string(ontology.Turtle()) + "\n" + string(data)
	if torn {
		text = string(ontology.Turtle()) + `
<http://e/m> pg:targets <http://e/p> . <http://e/p> pg:contributesTo <http://e/q> . <http://e/l> pg:leadsTo <http://e/l> , <http://e/p> .
<http://e/f> a pg:Finding ; pg:conflictsWith <http://e/f> ; pg:supports <http://e/p> .`
	}
	return load(t, text)
}

func compareWithEYE(t *testing.T, graphs []*graph.Graph) {
	t.Helper()
	for i, theirs := range eye(t, graphs) {
		mine := ours(t, graphs[i])
		for _, l := range mine {
			if _, found := slices.BinarySearch(theirs, l); !found {
				t.Errorf("graph %d: only here: %s", i, l)
			}
		}
		for _, l := range theirs {
			if _, found := slices.BinarySearch(mine, l); !found {
				t.Errorf("graph %d: only in EYE: %s", i, l)
			}
		}
		if t.Failed() {
			t.Fatalf("graph %d:\n%s", i, inN3(graphs[i]))
		}
		t.Logf("graph %d: %d statements and failed checks on both sides", i, len(mine))
	}
}

func TestEYEDerivesTheSameFromTheReview(t *testing.T) {
	compareWithEYE(t, []*graph.Graph{published(t, false), published(t, true)})
}

func TestEYEDerivesTheSameFromRandomOntologies(t *testing.T) {
	var graphs []*graph.Graph
	for seed := range uint64(60) {
		_, text := random(seed)
		graphs = append(graphs, load(t, text))
	}
	compareWithEYE(t, graphs)
}
