package sparql_test

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/cayleygraph/quad"

	"policygraph/graph"
	"policygraph/graph/sparql"
	"policygraph/graph/turtle"
)

// loaded reads TriG.
func loaded(t testing.TB, text string) *graph.Dataset {
	t.Helper()
	var b graph.Builder
	for q, err := range turtle.Read(strings.NewReader(text), turtle.ReadOptions{Syntax: turtle.TriG, Base: "http://e/"}) {
		if err != nil {
			t.Fatal(err)
		}
		if err := b.Add(q); err != nil {
			t.Fatal(err)
		}
	}
	return b.Dataset()
}

func prepared(t testing.TB, d *graph.Dataset, text string, o sparql.Options) *sparql.Plan {
	t.Helper()
	p, err := sparql.Prepare(parsed(t, text), d, o)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// rows is the solutions as text, in their order.
func rows(t testing.TB, p *sparql.Plan) string {
	t.Helper()
	var out []string
	for s, err := range p.Run(context.Background()).Solutions() {
		if err != nil {
			t.Fatal(err)
		}
		var row []string
		for _, v := range s.AppendTerms(nil) {
			row = append(row, strings.ReplaceAll(fmt.Sprint(v), "http://e/", ""))
		}
		out = append(out, strings.Join(row, " "))
	}
	return strings.Join(out, "; ")
}

const graphs = `<s> <p> <standard> . GRAPH <g1> { <s> <p> <one>, <both> } GRAPH <g2> { <s> <p> <two>, <both> }`

func TestDatasetOfAQuery(t *testing.T) {
	for _, c := range []struct {
		name, query, want string
		o                 sparql.Options
	}{
		{"the default graph", "SELECT ?o { ?s ?p ?o }", "<standard>", sparql.Options{}},
		{"the union, each triple once", "SELECT ?o { ?s ?p ?o } ORDER BY ?o", "<both>; <one>; <standard>; <two>", sparql.Options{UnionDefault: true}},
		{"FROM", "SELECT ?o FROM <g1> { ?s ?p ?o }", "<both>; <one>", sparql.Options{}},
		{"FROM before the union", "SELECT ?o FROM <g1> { ?s ?p ?o }", "<both>; <one>", sparql.Options{UnionDefault: true}},
		{"two FROM, each triple once", "SELECT ?o FROM <g1> FROM <g2> { ?s ?p ?o }", "<both>; <one>; <two>", sparql.Options{}},
		{"FROM of no graph", "SELECT ?o FROM <g9> { ?s ?p ?o }", "", sparql.Options{}},
		{"FROM NAMED empties the default graph", "SELECT ?o FROM NAMED <g1> { ?s ?p ?o }", "", sparql.Options{}},
		{"FROM NAMED", "SELECT ?g ?o FROM NAMED <g1> { GRAPH ?g { ?s ?p ?o } }", "<g1> <both>; <g1> <one>", sparql.Options{}},
		{"FROM hides named graphs", "SELECT ?g FROM <g1> { GRAPH ?g { } }", "", sparql.Options{}},
		{"FROM twice and FROM NAMED", "SELECT ?o ?x FROM <g1> FROM <g2> FROM NAMED <g2> { ?s ?p ?o GRAPH ?g { ?s ?p ?x } FILTER (?o = <one>) }", "<one> <both>; <one> <two>", sparql.Options{}},
		{"GRAPH of a name", "SELECT ?o { GRAPH <g2> { ?s ?p ?o } }", "<both>; <two>", sparql.Options{}},
		{"GRAPH of no graph", "SELECT * { GRAPH <g9> { } }", "", sparql.Options{}},
		{"GRAPH never is the default graph", "SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } }", "<g1>; <g2>", sparql.Options{}},
	} {
		t.Run(c.name, func(t *testing.T) {
			p := prepared(t, loaded(t, graphs), c.query, c.o)
			if got := rows(t, p); got != c.want {
				t.Errorf("got %s, want %s", got, c.want)
			}
		})
	}
}

func TestServiceIsRefusedUnlessSilent(t *testing.T) {
	d := loaded(t, graphs)
	if _, err := sparql.Prepare(parsed(t, "SELECT * { SERVICE <x> { ?s ?p ?o } }"), d, sparql.Options{}); !errors.Is(err, sparql.ErrService) {
		t.Errorf("got %v", err)
	}
	if got := rows(t, prepared(t, d, "SELECT ?o { ?s ?p ?o SERVICE SILENT <x> { ?s ?p ?x } }", sparql.Options{})); got != "<standard>" {
		t.Errorf("SILENT gave %s", got)
	}
}

// crowd makes a graph of n subjects, of which a cross product is large.
func crowd(t testing.TB, n int) *graph.Dataset {
	var b graph.Builder
	for i := range n {
		q := quad.Quad{Subject: quad.IRI(fmt.Sprint("http://e/s", i)), Predicate: quad.IRI("http://e/p"), Object: quad.IRI(fmt.Sprint("http://e/s", i+1))}
		if err := b.Add(q); err != nil {
			t.Fatal(err)
		}
	}
	return b.Dataset()
}

func TestLimitsEndInAnError(t *testing.T) {
	d := crowd(t, 2000)
	const cross = "?a <p> ?b . ?c <p> ?d . ?e <p> ?f"
	for _, c := range []struct {
		name, query string
		o           sparql.Options
		want        string
	}{
		{"time, in a cross product", "SELECT (COUNT(*) AS ?n) { " + cross + " }", sparql.Options{Timeout: time.Millisecond}, "more than 1ms"},
		{"time, in a filter that lets nothing through", "SELECT * { " + cross + " FILTER (?a = ?c && ?a != ?c) }", sparql.Options{Timeout: time.Millisecond}, "more than 1ms"},
		{"time, in paths", "SELECT (COUNT(*) AS ?n) { ?a <p>* ?b . ?c <p>* ?d }", sparql.Options{Timeout: time.Millisecond}, "more than 1ms"},
		{"memory, in DISTINCT", "SELECT DISTINCT ?a ?c { " + cross + " }", sparql.Options{MaxMemory: 1 << 20}, "more than 1 MB"},
		{"memory, in ORDER BY", "SELECT * { " + cross + " } ORDER BY ?b", sparql.Options{MaxMemory: 1 << 20}, "more than 1 MB"},
		{"memory, in GROUP BY", "SELECT ?a ?c (MAX(?b) AS ?x) { " + cross + " } GROUP BY ?a ?c", sparql.Options{MaxMemory: 1 << 20}, "more than 1 MB"},
		{"memory, in COUNT(DISTINCT)", "SELECT (COUNT(DISTINCT CONCAT(STR(?a), STR(?c))) AS ?n) { " + cross + " }", sparql.Options{MaxMemory: 1 << 20}, "more than 1 MB"},
		{"memory, in GROUP_CONCAT", "SELECT (GROUP_CONCAT(?a) AS ?x) { " + cross + " }", sparql.Options{MaxMemory: 1 << 20}, "more than 1 MB"},
		{"memory, in a subquery", "SELECT * { ?a <p> ?b { SELECT ?c ?d { ?c <p> ?x . ?d <p> ?y } } }", sparql.Options{MaxMemory: 1 << 20}, "more than 1 MB"},
		{"rows", "SELECT * { ?a <p> ?b }", sparql.Options{MaxRows: 10}, "more than 10 rows"},
		{"statements", "CONSTRUCT { ?a <q> ?b } { ?a <p> ?b }", sparql.Options{MaxRows: 10}, "more than 10 rows"},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := engine(parsed(t, c.query), d, c.o)
			if !errors.Is(err, sparql.ErrLimit) || !strings.Contains(err.Error(), c.want) {
				t.Errorf("got the error %v, want one with %q", err, c.want)
			}
		})
	}
}

func TestLimitsThatAreMetExactlyAreNoError(t *testing.T) {
	if _, err := engine(parsed(t, "SELECT * { ?a <p> ?b } LIMIT 10"), crowd(t, 20), sparql.Options{MaxRows: 10}); err != nil {
		t.Error(err)
	}
}

func TestRunEndsWithItsContext(t *testing.T) {
	reason := errors.New("the caller left")
	ctx, cancel := context.WithCancelCause(context.Background())
	cancel(reason)
	for _, err := range prepared(t, crowd(t, 10), "SELECT * { ?a ?b ?c }", sparql.Options{}).Run(ctx).Solutions() {
		if !errors.Is(err, reason) {
			t.Errorf("got %v", err)
		}
	}
}

func TestLimitStopsUpstream(t *testing.T) {
	p := prepared(t, crowd(t, 2000), "SELECT * { ?a <p> ?b . ?c <p> ?d . ?e <p> ?f } LIMIT 3", sparql.Options{Statistics: true})
	r := p.Run(context.Background())
	for range r.Solutions() {
	}
	if got := strings.Count(r.Explain(), "=3\n"); got < 3 {
		t.Errorf("operators gave more than was asked for:\n%s", r.Explain())
	}
}

func TestResultsAreReadOnceAndInTheirForm(t *testing.T) {
	r := prepared(t, crowd(t, 3), "SELECT * { ?a ?b ?c }", sparql.Options{}).Run(context.Background())
	if _, err := r.Ask(); !errors.Is(err, sparql.ErrForm) {
		t.Errorf("ASK of a SELECT: %v", err)
	}
	for range r.Solutions() {
	}
	n := 0
	for _, err := range r.Solutions() {
		if err == nil {
			t.Error("a second reading gave a solution")
		}
		n++
	}
	if n != 1 {
		t.Errorf("a second reading gave %d things, want one error", n)
	}
}

func TestStoppingEarlyIsNoError(t *testing.T) {
	for _, err := range prepared(t, crowd(t, 30), "SELECT * { ?a ?b ?c }", sparql.Options{}).Run(context.Background()).Solutions() {
		if err != nil {
			t.Fatal(err)
		}
		break
	}
}

func TestComputedTermsOfTheDatasetHaveItsIDs(t *testing.T) {
	d := loaded(t, `<s> <p> 3, "s" .`)
	p := prepared(t, d, `SELECT (1+2 AS ?three) ("s" AS ?s) (4 AS ?new) ("n" AS ?m) {}`, sparql.Options{})
	for s, err := range p.Run(context.Background()).Solutions() {
		if err != nil || s.Len() != 4 || p.Dataset() != d {
			t.Fatal(err, s.Len())
		}
		for i, inside := range []bool{true, true, false, false} {
			if got := s.ID(i) <= graph.ID(d.Terms()); got != inside {
				t.Errorf("%s: is in the dataset: %v, want %v", s.Term(i), got, inside)
			}
		}
	}
}

func TestBlankNodesKeepTheirLabels(t *testing.T) {
	if got := rows(t, prepared(t, loaded(t, "_:x <p> _:y ."), "SELECT * { ?s <p> ?o }", sparql.Options{})); got != "_:x _:y" {
		t.Errorf("got %s", got)
	}
}

func TestDescribeIsAConciseBoundedDescription(t *testing.T) {
	d := loaded(t, `<a> <p> _:x . _:x <q> _:y . _:y <r> 1 . _:z <p> <a> . <b> <p> <a> .`)
	a, err := engine(parsed(t, "DESCRIBE <a> ?none"), d, sparql.Options{})
	if err != nil || len(a.graph) != 3 {
		t.Errorf("got %v, %v, want the three statements from <a> on", a, err)
	}
}

func TestExplain(t *testing.T) {
	d := loaded(t, `<a> <p> <b> . <b> <q> <c>, <d> . <c> <r> 1 . <d> <r> 2 .`)
	p := prepared(t, d, `SELECT DISTINCT ?x ?n { ?x <p>/<q> ?y . ?y <r> ?n FILTER (?n > 1) } ORDER BY ?n LIMIT 5`, sparql.Options{Statistics: true})
	r := p.Run(context.Background())
	for range r.Solutions() {
	}
	want := `limit 5  ~1 =1
  distinct  ~1 =1
    project ?x ?n  ~1 =1
      order by ?n  ~1 =1
        join  ~1 =1
          path ?x <http://e/p>/<http://e/q>/<http://e/r> ?n  ~2 =2
          filter (> ?n 1)  ~1 =1
`
	if got := r.Explain(); got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
}

func TestOptionsFixWhatWouldDiffer(t *testing.T) {
	o := sparql.Options{Seed: 7, Now: time.Date(2024, 5, 31, 12, 0, 0, 0, time.UTC)}
	p := prepared(t, crowd(t, 1), "SELECT (NOW() AS ?now) (UUID() AS ?u) (RAND() AS ?r) {}", o)
	first := rows(t, p)
	if second := rows(t, p); first != second || !strings.Contains(first, "2024-05-31T12:00:00Z") {
		t.Errorf("got %s, then %s", first, second)
	}
}
