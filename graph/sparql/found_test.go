package sparql_test

import (
	"testing"

	"policygraph/graph/sparql"
)

// TestWhatRandomQueriesFound keeps the queries, made small, with which the
// oracle once found more or less than the engine.
func TestWhatRandomQueriesFound(t *testing.T) {
	d := loaded(t, `
		<a> <p> <b>, <c>, "x" . <b> <p> <b> ; <q> <c> . <c> <q> <a>, 1 . _:x <q> <b> .
		GRAPH <g> { <a> <q> <b> . <b> <p> <g> } GRAPH <h> { <a> <p> <a> ; <q> <h> . <h> <p> <b> }`)
	for _, c := range []struct{ name, query string }{
		{"MINUS that speaks of the name of its graph", "SELECT * { GRAPH ?g { ?s <q> ?o MINUS { ?s <p> ?g } } }"},
		{"MINUS in EXISTS, of a variable both may bind", "SELECT * { ?s <p> ?o OPTIONAL { ?o <q> ?x } FILTER EXISTS { ?y <q> ?x MINUS { OPTIONAL { ?s <q> ?x } OPTIONAL { ?y <p> ?z } } } }"},
		{"OPTIONAL in EXISTS, of a variable both may bind", "SELECT * { OPTIONAL { ?o <q> ?s } FILTER EXISTS { { OPTIONAL { ?x <p> ?s . ?y <q> ?z } } ?s <p> ?x } }"},
		{"a path in two ways from a constant of nowhere", `SELECT * { ?s (<p>?|<q>*) "nowhere" }`},
		{"a path from a value of nowhere", `SELECT * { VALUES ?s { <nowhere> <a> } ?s <q>* ?o }`},
		{"a path in EXISTS from a value of nowhere", `SELECT * { VALUES ?s { <nowhere> <a> } FILTER EXISTS { ?s <q>* ?o } }`},
		{"a filter that must not see outside", "SELECT * { ?s <p> ?o { ?o <q> ?x FILTER (BOUND(?s)) } }"},
		{"OPTIONAL that must not see outside", "SELECT * { ?s <p> ?o OPTIONAL { ?o <q> ?x OPTIONAL { ?s <q> ?x } } }"},
		{"a subquery's own variables", "SELECT * { ?s <p> ?o { SELECT ?o (COUNT(?s) AS ?n) { ?o <q> ?s } GROUP BY ?o } }"},
		{"a function nobody knows", "SELECT (<f>(?s) AS ?x) { ?s <q> ?o FILTER (COALESCE(<f>(1), true)) }"},
	} {
		t.Run(c.name, func(t *testing.T) {
			q := parsed(t, c.query)
			got, err := engine(q, d, sparql.Options{})
			if err != nil {
				t.Fatal(err)
			}
			want, err := plain(q, d, sparql.Options{})
			if err != nil {
				t.Fatal(err)
			}
			if err := got.equalBag(want); err != nil {
				t.Error(err)
			}
		})
	}
}
