package shacl_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/cayleygraph/quad"

	"policygraph/graph"
	"policygraph/graph/internal/w3c"
	"policygraph/graph/shacl"
	"policygraph/graph/turtle"
)

const (
	sh   = "http://www.w3.org/ns/shacl#"
	sht  = "http://www.w3.org/ns/shacl-test#"
	base = "http://www.w3.org/ns/shacl-test-suite/"
)

// conformance is how many tests of each folder pass.
var conformance = []struct {
	folder string
	passed int
}{
	{"core/complex", 1},
	{"core/misc", 3},
	{"core/node", 22},
	{"core/path", 9},
	{"core/property", 27},
	{"core/targets", 5},
	{"sparql/component", 2},
	{"sparql/node", 3},
	{"sparql/pre-binding", 10},
	{"sparql/property", 1},
}

func TestW3C(t *testing.T) {
	suite := w3c.Suite{Dir: "data-shapes", Base: base, Handlers: map[string]w3c.Handler{sht + "Validate": validates}}
	for _, c := range conformance {
		t.Run(c.folder, func(t *testing.T) {
			if got, want := suite.Run(t, c.folder+"/manifest.ttl"), (w3c.Tally{Passed: c.passed}); got != want {
				t.Errorf("got %+v, want %+v", got, want)
			}
		})
	}
}

// validates runs a test and compares the reports as the suite says: messages
// count where the expected report has them.
func validates(test w3c.Test) error {
	data, err := document(test, test.Manifest.Object(test.Action, sht+"dataGraph"))
	if err != nil {
		return err
	}
	shapes, err := document(test, test.Manifest.Object(test.Action, sht+"shapesGraph"))
	if err != nil {
		return err
	}
	report, err := validated(shapes, data)
	switch {
	case test.Result == quad.IRI(sht+"Failure"):
		if err == nil {
			return errors.New("was validated, and should have failed")
		}
		return nil
	case err != nil:
		return err
	}
	want := expectedReport(test)
	got := slices.Collect(report.Statements())
	if text(test.Manifest.Object(test.Action, sht+"shapesGraph")) == test.IRI+".ttl" {
		want, got = labelled(want), labelled(got)
	}
	got = slices.DeleteFunc(got, func(q quad.Quad) bool {
		return q.Predicate == quad.IRI(sh+"resultMessage") && !slices.ContainsFunc(want, func(w quad.Quad) bool { return w.Predicate == q.Predicate && w.Object == q.Object })
	})
	if !w3c.Isomorphic(got, want) {
		return fmt.Errorf("got\n%swant\n%s", lines(got), lines(want))
	}
	return nil
}

func validated(shapes, data *graph.Dataset) (*shacl.Report, error) {
	s, err := shacl.Compile(shapes.Graph(0), shacl.Options{})
	if err != nil {
		return nil, err
	}
	return s.Validate(context.Background(), data.Graph(0), shacl.ValidateOptions{})
}

func document(test w3c.Test, file quad.Value) (*graph.Dataset, error) {
	content, err := test.Read(file)
	if err != nil {
		return nil, err
	}
	var b graph.Builder
	for q, err := range turtle.Read(bytes.NewReader(content), turtle.ReadOptions{Syntax: turtle.Turtle, Name: text(file), Base: text(file)}) {
		if err != nil {
			return nil, err
		}
		if err := b.Add(q); err != nil {
			return nil, err
		}
	}
	return b.Dataset(), nil
}

func text(v quad.Value) string {
	iri, _ := v.(quad.IRI)
	return string(iri)
}

// Words of reports that the suite compares, and those of paths.
var (
	ofReport = words("rdf:type", "conforms", "result")
	ofResult = words("rdf:type", "focusNode", "resultMessage", "resultPath", "resultSeverity", "sourceConstraint", "sourceConstraintComponent", "sourceShape", "value")
	ofPath   = words("rdf:first", "rdf:rest", "inversePath", "alternativePath", "zeroOrMorePath", "oneOrMorePath", "zeroOrOnePath")
)

func words(names ...string) []string {
	for i, n := range names {
		if local, ok := strings.CutPrefix(n, "rdf:"); ok {
			names[i] = w3c.RDF + local
		} else {
			names[i] = sh + n
		}
	}
	return names
}

// expectedReport is what a test wants, without what else its file says.
func expectedReport(test w3c.Test) (all []quad.Quad) {
	var copyOf func(n quad.Value, words []string)
	copyOf = func(n quad.Value, words []string) {
		for _, p := range words {
			for _, o := range test.Manifest.Objects(n, p) {
				all = append(all, quad.Quad{Subject: n, Predicate: quad.IRI(p), Object: o})
				_, blank := o.(quad.BNode)
				switch {
				case p == sh+"result":
					copyOf(o, ofResult)
				case blank && (p == sh+"resultPath" || slices.Contains(ofPath, p)):
					copyOf(o, ofPath)
				}
			}
		}
	}
	copyOf(test.Result, ofReport)
	for i, q := range all {
		all[i].Object, _ = graph.Normalize(q.Object)
	}
	return all
}

// labelled has IRIs for blank nodes of the data and shapes graphs, so that two
// reports are the same only if they speak of the same ones.
func labelled(report []quad.Quad) []quad.Quad {
	own := words("focusNode", "value", "sourceShape", "sourceConstraint")
	for i, q := range report {
		if b, ok := q.Object.(quad.BNode); ok && slices.Contains(own, text(q.Predicate)) {
			report[i].Object = quad.IRI("blank:" + b)
		}
	}
	return report
}

func lines(quads []quad.Quad) string {
	var b strings.Builder
	for _, q := range quads {
		fmt.Fprintln(&b, q)
	}
	return b.String()
}
