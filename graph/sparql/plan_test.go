package sparql_test

import (
	"fmt"
	"strings"
	"sync"
	"testing"

	"policygraph/graph/sparql"
)

func TestPlansAreShared(t *testing.T) {
	p := prepared(t, crowd(t, 50), `SELECT ?a (COUNT(DISTINCT ?b) AS ?n) { ?a <p>+ ?b FILTER EXISTS { ?b <p> ?c } MINUS { <s3> <p>* ?a } } GROUP BY ?a ORDER BY ?n ?a`, sparql.Options{})
	want := rows(t, p)
	var wait sync.WaitGroup
	for range 8 {
		wait.Add(1)
		go func() {
			defer wait.Done()
			if got := rows(t, p); got != want {
				t.Errorf("got %s, want %s", got, want)
			}
		}()
	}
	wait.Wait()
}

func TestFirstRowsAreThoseOfTheWholeOrder(t *testing.T) {
	d := loaded(t, `<a> <p> 3, 1, "x", <b>, 2.0, 1.5, "y"@en, true . <b> <p> 3, 1, 7, "x" . <c> <p> 2, 2.0 .`)
	const query = "SELECT ?s ?o { ?s <p> ?o } ORDER BY DESC(?o)"
	whole := strings.Split(rows(t, prepared(t, d, query, sparql.Options{})), "; ")
	for _, c := range []struct{ offset, limit int }{{0, 0}, {0, 1}, {0, 5}, {3, 4}, {10, 10}, {20, 5}} {
		got := rows(t, prepared(t, d, fmt.Sprintf("%s OFFSET %d LIMIT %d", query, c.offset, c.limit), sparql.Options{}))
		from := min(c.offset, len(whole))
		want := strings.Join(whole[from:min(from+c.limit, len(whole))], "; ")
		if got != want {
			t.Errorf("offset %d, limit %d: got %s, want %s", c.offset, c.limit, got, want)
		}
	}
}

// TestPlanChoices pins what the planner does with queries of which one way to
// go is much better.
func TestPlanChoices(t *testing.T) {
	d := loaded(t, `
		<a> <type> <T> ; <label> "a" . <b> <type> <T> ; <label> "b" . <c> <type> <T> ; <label> "c" .
		<a> <rare> <b> . <b> <next> <c> . <c> <next> <d> . <d> <next> <e> .`)
	for _, c := range []struct{ name, query, want string }{
		{"the rarest pattern first", "SELECT * { ?x <type> <T> . ?x <label> ?l . ?x <rare> ?y }",
			"scan ?x <rare> ?y | scan ?x <type> <T> | scan ?x <label> ?l"},
		{"a filter as soon as it can be asked", "SELECT * { ?x <label> ?l . ?x <rare> ?y . ?y <next> ?z FILTER (?y != <b>) }",
			"scan ?x <rare> ?y | filter (!= ?y <b>) | scan ?x <label> ?l | scan ?y <next> ?z"},
		{"a filter of the left side below OPTIONAL", `SELECT * { ?x <type> <T> . OPTIONAL { ?x <label> ?l } FILTER (?x != <a>) }`,
			"scan ?x <type> <T> | filter (!= ?x <a>) | optional"},
		{"one path where nobody looks between", "SELECT DISTINCT ?x { ?x <rare>/<next>* ?y . ?y <next> ?z }", "path ?x <rare>/<next>*/<next> ?z"},
		{"no second look where one solution is enough", "SELECT DISTINCT ?x { ?x <rare> ?y . ?x <type> ?z }", "scan ?x <rare> ?y | once | scan ?x <type> ?z"},
		{"no DISTINCT of what cannot repeat", "SELECT DISTINCT ?x ?l { ?x <label> ?l }", "scan ?x <label> ?l"},
		{"many values joined by hash", "SELECT * { ?x <rare> ?y VALUES ?y {" + strings.Repeat(" <b>", 20) + " } }", "scan ?x <rare> ?y | hash join on ?y | values ?y, 20 rows"},
		{"a subquery joined by hash", "SELECT * { ?x <type> <T> { SELECT ?x (COUNT(*) AS ?n) { ?x <label> ?l } GROUP BY ?x } }",
			"scan ?x <type> <T> | hash join on ?x"},
	} {
		t.Run(c.name, func(t *testing.T) {
			p := prepared(t, d, c.query, sparql.Options{}).String()
			at := 0
			for _, part := range strings.Split(c.want, " | ") {
				part = strings.ReplaceAll(part, "<", "<http://e/")
				i := strings.Index(p[at:], part)
				if i < 0 {
					t.Fatalf("no %q in its place in\n%s", part, p)
				}
				at += i + len(part)
			}
		})
	}
}
