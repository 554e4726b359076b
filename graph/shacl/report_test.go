package shacl_test

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/cayleygraph/quad"

	"policygraph/graph"
	"policygraph/graph/internal/w3c"
	"policygraph/graph/shacl"
	"policygraph/graph/turtle"
)

const several = `:S sh:targetNode :x ; sh:property [ sh:path :p ; sh:minCount 1 ] , [ sh:path :q ; sh:minCount 1 ; sh:severity sh:Warning ] ,
	[ sh:path :r ; sh:minCount 1 ; sh:severity sh:Info ] , [ sh:path :s ; sh:minCount 1 ; sh:severity :Grave ] .`

func report(t testing.TB, text string, o shacl.ValidateOptions) *shacl.Report {
	t.Helper()
	g := loaded(t, text).Graph(0)
	r, err := compiled(t, g).Validate(context.Background(), g, o)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func TestSeveritiesAndLimits(t *testing.T) {
	for _, c := range []struct {
		o                                     shacl.ValidateOptions
		kept, violations, warnings, infos, of int
	}{
		{shacl.ValidateOptions{}, 4, 2, 1, 1, 0},
		{shacl.ValidateOptions{Severity: shacl.Info}, 4, 2, 1, 1, 0},
		{shacl.ValidateOptions{Severity: shacl.Warning}, 3, 2, 1, 0, 0},
		{shacl.ValidateOptions{Severity: shacl.Violation}, 2, 2, 0, 0, 0},
		{shacl.ValidateOptions{MaxResults: 1}, 1, 2, 1, 1, 3},
		{shacl.ValidateOptions{MaxResults: 1, Severity: shacl.Violation}, 1, 2, 0, 0, 1},
		{shacl.ValidateOptions{MaxResults: 4}, 4, 2, 1, 1, 0},
	} {
		r := report(t, several, c.o)
		violations, warnings, infos := r.Count()
		if len(r.Results) != c.kept || violations != c.violations || warnings != c.warnings || infos != c.infos || r.Omitted() != c.of || r.Conforms() {
			t.Errorf("%+v: got %d results, %d %d %d, %d omitted", c.o, len(r.Results), violations, warnings, infos, r.Omitted())
		}
	}
}

// What a shape is asked about counts whatever its severity.
func TestASeverityDoesNotChangeWhatConforms(t *testing.T) {
	r := report(t, `:S sh:targetNode 1 ; sh:node [ sh:datatype xsd:string ; sh:severity sh:Info ] .`, shacl.ValidateOptions{Severity: shacl.Violation})
	if got := brief(r.Results); got != "1 - 1 Node" {
		t.Errorf("got %s", got)
	}
}

func TestDetailsSayWhy(t *testing.T) {
	const text = `:S sh:targetNode :x ; sh:node [ sh:property [ sh:path :p ; sh:minCount 1 ] ; sh:node [ sh:nodeKind sh:Literal ] ] .`
	if r := report(t, text, shacl.ValidateOptions{}); r.Results[0].Details != nil {
		t.Error("details that nobody asked for")
	}
	r := report(t, text, shacl.ValidateOptions{Details: true})
	if got := brief(r.Results[0].Details); got != "x - x Node; x p ! MinCount" {
		t.Errorf("got %s", got)
	}
	if got := brief(r.Results[0].Details[0].Details); got != "x - x NodeKind" {
		t.Errorf("got %s", got)
	}
}

func TestReportInRDF(t *testing.T) {
	r := report(t, `:S sh:targetNode :x ; sh:path [ sh:alternativePath ( ( :p :q ) [ sh:inversePath [ sh:zeroOrMorePath :r ] ] [ sh:oneOrMorePath :s ] [ sh:zeroOrOnePath :t ] ) ] ;
		sh:maxCount 0 ; sh:message "no"@en , "nei"@nb ; sh:severity :Grave .`, shacl.ValidateOptions{})
	want := `[] a sh:ValidationReport ; sh:conforms false ; sh:result [ a sh:ValidationResult ; sh:focusNode :x ; sh:sourceShape :S ;
		sh:resultPath [ sh:alternativePath ( ( :p :q ) [ sh:inversePath [ sh:zeroOrMorePath :r ] ] [ sh:oneOrMorePath :s ] [ sh:zeroOrOnePath :t ] ) ] ;
		sh:sourceConstraintComponent sh:MaxCountConstraintComponent ; sh:resultSeverity :Grave ; sh:resultMessage "no"@en , "nei"@nb ] .`
	same(t, r, want)
	same(t, report(t, `:S sh:targetNode :x .`, shacl.ValidateOptions{}), `[] a sh:ValidationReport ; sh:conforms true .`)
	same(t, report(t, `:S sh:targetNode 1 ; sh:node :T . :T sh:datatype xsd:string ; sh:message "T" .`, shacl.ValidateOptions{Details: true}),
		`[] a sh:ValidationReport ; sh:conforms false ; sh:result [ a sh:ValidationResult ; sh:focusNode 1 ; sh:value 1 ; sh:sourceShape :S ; sh:resultSeverity sh:Violation ;
		sh:sourceConstraintComponent sh:NodeConstraintComponent ; sh:resultMessage "expected a node that conforms to <http://e/T>, found \"1\"^^<http://www.w3.org/2001/XMLSchema#integer>" ;
		sh:detail [ a sh:ValidationResult ; sh:focusNode 1 ; sh:value 1 ; sh:sourceShape :T ; sh:resultSeverity sh:Violation ; sh:sourceConstraintComponent sh:DatatypeConstraintComponent ; sh:resultMessage "T" ] ] .`)
}

func same(t *testing.T, r *shacl.Report, turtle string) {
	t.Helper()
	d, err := r.Dataset()
	if err != nil {
		t.Fatal(err)
	}
	got := slices.Collect(d.Quads())
	if want := slices.Collect(loaded(t, turtle).Quads()); !w3c.Isomorphic(got, want) {
		t.Errorf("got\n%swant\n%s", lines(got), lines(want))
	}
}

// The labels of a report's own nodes are none of the nodes it speaks of.
func TestReportsKeepTheirNodesApart(t *testing.T) {
	r := report(t, `:S sh:targetClass :C ; sh:nodeKind sh:IRI . _:report00000002 a :C . _:report_1 a :C .`, shacl.ValidateOptions{})
	own, others := map[quad.Value]bool{}, map[quad.Value]bool{}
	for q := range r.Statements() {
		own[q.Subject] = true
		if q.Predicate == quad.IRI(sh+"focusNode") {
			others[q.Object] = true
		}
	}
	for n := range others {
		if own[n] {
			t.Errorf("%s is a result and a focus node", n)
		}
	}
	if len(own) != 3 || len(others) != 2 {
		t.Errorf("got %d nodes of the report and %d others", len(own), len(others))
	}
}

// Shapes are shared, reports are the same each time.
func TestShapesAreShared(t *testing.T) {
	g := loaded(t, ask+several+`:T sh:targetNode 3 , :x ; :max 2 ; sh:path [ sh:zeroOrMorePath :p ] . :x :p :y .`).Graph(0)
	s := compiled(t, g)
	first, err := s.Validate(context.Background(), g, shacl.ValidateOptions{})
	if err != nil || len(first.Results) < 5 {
		t.Fatal(first, err)
	}
	want := lines(slices.Collect(first.Statements()))
	var wait sync.WaitGroup
	for range 8 {
		wait.Add(1)
		go func() {
			defer wait.Done()
			r, err := s.Validate(context.Background(), g, shacl.ValidateOptions{})
			if err != nil {
				t.Error(err)
			} else if got := lines(slices.Collect(r.Statements())); got != want {
				t.Errorf("got\n%swant\n%s", got, want)
			}
		}()
	}
	wait.Wait()
}

func TestValidationEndsWithItsContext(t *testing.T) {
	var b strings.Builder
	for i := range 5000 {
		fmt.Fprintf(&b, ":x%d a :C . ", i)
	}
	for name, shape := range map[string]string{
		"constraints": `sh:nodeKind sh:IRI`,
		"queries":     `sh:sparql [ sh:select "SELECT $this { $this ?p ?o . ?a ?b ?c }" ]`,
	} {
		g := loaded(t, ":S sh:targetClass :C ; "+shape+" . "+b.String()).Graph(0)
		s := compiled(t, g)
		ctx, stop := context.WithCancelCause(context.Background())
		enough := errors.New("enough")
		stop(enough)
		if _, err := s.Validate(ctx, g, shacl.ValidateOptions{}); !errors.Is(err, enough) {
			t.Errorf("%s: got %v", name, err)
		}
	}
}

func TestLenientShapes(t *testing.T) {
	g := loaded(t, `:S sh:targetNode :x ; sh:class "C" ; sh:nodeKind sh:Literal . :T sh:targetNode :x ; sh:path ( :p ) ; sh:minCount 1 .`).Graph(0)
	s, err := shacl.Compile(g, shacl.Options{Lenient: true})
	if err != nil {
		t.Fatal(err)
	}
	if len(s.Unused()) < 2 {
		t.Errorf("only this was passed over: %v", s.Unused())
	}
	r, err := s.Validate(context.Background(), g, shacl.ValidateOptions{})
	if err != nil || brief(r.Results) != "x - x NodeKind" {
		t.Errorf("got %v, %v", r, err)
	}
	if _, err := shacl.Compile(loaded(t, `:S sh:node :S ; sh:targetNode :x .`).Graph(0), shacl.Options{Lenient: true}); err == nil {
		t.Error("a circle was passed over")
	}
}

func TestWhatIsBeyondTheRecommendationIsSaid(t *testing.T) {
	s := compiled(t, loaded(t, `:S a sh:NodeShape ; sh:target [ ] ; sh:rule [ ] .`).Graph(0))
	if got := fmt.Sprint(s.Unused()); !strings.Contains(got, "<http://e/S>: sh:target") || !strings.Contains(got, "<http://e/S>: sh:rule") {
		t.Errorf("got %s", got)
	}
}

func TestShapesThatAskTooDeeply(t *testing.T) {
	var b strings.Builder
	for i := range 20 {
		fmt.Fprintf(&b, ":S%d sh:targetNode :x ; sh:node :S%d . ", i, i+1)
	}
	g := loaded(t, b.String()).Graph(0)
	if _, err := shacl.Compile(g, shacl.Options{MaxDepth: 10}); err == nil || !strings.Contains(err.Error(), "more than 10 levels") {
		t.Errorf("got %v", err)
	}
	if _, err := shacl.Compile(g, shacl.Options{}); err != nil {
		t.Error(err)
	}
}

// Documents made on purpose do not exhaust the stack.
func TestChainsWithoutAnEnd(t *testing.T) {
	var shapes, paths strings.Builder
	shapes.WriteString(":S0 sh:targetNode :x . ")
	paths.WriteString(":S sh:targetNode :x ; sh:path _:p0 . ")
	for i := range 20_000 {
		fmt.Fprintf(&shapes, ":S%d sh:not :S%d . ", i, i+1)
		fmt.Fprintf(&paths, "_:p%d sh:inversePath _:p%d . ", i, i+1)
	}
	for _, c := range []struct{ text, want string }{
		{shapes.String(), "shapes ask each other through more than 100 levels"},
		{paths.String(), "a property path is nested more than 100 levels deep"},
	} {
		if _, err := shacl.Compile(loaded(t, c.text).Graph(0), shacl.Options{}); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("got %v, want %s", err, c.want)
		}
	}
}

func ExampleShapes_Validate() {
	const text = `
		@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix ex: <http://example.org/> .
		ex:Adult sh:targetSubjectsOf ex:age ; sh:property [ sh:path ex:age ; sh:minInclusive 18 ] .
		ex:kari ex:age 17 . ex:ola ex:age 40 .`
	var b graph.Builder
	if err := turtle.ReadRaw(strings.NewReader(text), turtle.ReadOptions{}, b.AddRaw); err != nil {
		fmt.Println(err)
		return
	}
	g := b.Dataset().Graph(0)
	shapes, err := shacl.Compile(g, shacl.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	report, err := shapes.Validate(context.Background(), g, shacl.ValidateOptions{})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, r := range report.Results {
		fmt.Println(r.FocusNode, r.Path, r.Value)
	}
	// Output: <http://example.org/kari> <http://example.org/age> "17"^^<http://www.w3.org/2001/XMLSchema#integer>
}
