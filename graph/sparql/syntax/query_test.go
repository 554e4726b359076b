package syntax_test

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/cayleygraph/quad"

	"policygraph/graph/sparql/syntax"
)

func mustParse(t *testing.T, text string) *syntax.Query {
	t.Helper()
	q, err := syntax.Parse([]byte(text), options)
	if err != nil {
		t.Fatalf("%s: %v", text, err)
	}
	return q
}

// TestParts holds what a query has besides its algebra.
func TestParts(t *testing.T) {
	x, y, p := syntax.Var("x"), syntax.Var("y"), syntax.Const{Value: quad.IRI("http://e/p")}
	blank := func(label quad.BNode) syntax.Const { return syntax.Const{Value: label} }
	for _, c := range []struct {
		text string
		get  func(*syntax.Query) any
		want any
	}{
		{"SELECT * {}", func(q *syntax.Query) any { return q.Form }, syntax.Select},
		{"CONSTRUCT {} {}", func(q *syntax.Query) any { return q.Form }, syntax.Construct},
		{"DESCRIBE :a", func(q *syntax.Query) any { return q.Form }, syntax.Describe},
		{"ASK {}", func(q *syntax.Query) any { return q.Form }, syntax.Ask},
		{"SELECT ?x ?y ?x (1 AS ?z) {}", vars, "x y z"},
		{"SELECT * { ?b :p ?a FILTER (?z) MINUS { ?c :p 1 } GRAPH ?g { BIND (1 AS ?d) } }", vars, "b a g d"},
		{"SELECT * { { SELECT ?a { ?a :p ?b } } [] :p ?c }", vars, "a c"},
		{"SELECT * {} VALUES ?v { 1 }", vars, "v"},
		{"ASK FROM :a FROM NAMED :b FROM <c> {}", func(q *syntax.Query) any { return q.From }, []quad.IRI{"http://e/a", "http://e/b/c"}},
		{"ASK FROM :a FROM NAMED :b FROM <c> {}", func(q *syntax.Query) any { return q.FromNamed }, []quad.IRI{"http://e/b"}},
		{"BASE <http://f/> BASE <g> ASK {}", func(q *syntax.Query) any { return q.Base }, quad.IRI("http://f/g")},
		{"CONSTRUCT { _:z :p _:a . _:z :p [] } { _:z :p ?x }", template, []syntax.TriplePattern{
			{Subject: blank("b0"), Predicate: p, Object: blank("b1")}, {Subject: blank("b0"), Predicate: p, Object: blank("b2")},
		}},
		{"CONSTRUCT WHERE { ?x :p _:a }", template, []syntax.TriplePattern{{Subject: x, Predicate: p, Object: blank("b0")}}},
		{"DESCRIBE ?x :p { ?x :p ?y }", func(q *syntax.Query) any { return q.Describe }, []syntax.Term{x, p}},
		{"DESCRIBE * { ?x :p ?y }", func(q *syntax.Query) any { return q.Describe }, []syntax.Term{x, y}},
	} {
		if got := c.get(mustParse(t, c.text)); !reflect.DeepEqual(got, c.want) {
			t.Errorf("%s: got %v, want %v", c.text, got, c.want)
		}
	}
}

func vars(q *syntax.Query) any {
	return strings.Trim(strings.ReplaceAll(fmt.Sprint(q.Vars), "?", ""), "[]")
}
func template(q *syntax.Query) any { return q.Template }

func TestString(t *testing.T) {
	q := mustParse(t, `PREFIX x: <http://x/> SELECT DISTINCT ?s (COUNT(*) AS ?n) FROM x:g
		{ ?s a/^x:p* [] ; :q "a\n"@nb FILTER (!(?s = 1 || -1 < 2 -3)) OPTIONAL { SELECT * { } VALUES (?a ?b) { (1 UNDEF) } }
		  { } UNION { GRAPH ?g { FILTER NOT EXISTS { ?s ?p 1.5 } } } } GROUP BY ?s HAVING (COUNT(*) > 1) ORDER BY DESC(?n) STR(?s) LIMIT 5`)
	const want = `BASE <http://e/b/>
SELECT DISTINCT ?s (COUNT(*) AS ?n)
FROM <http://x/g>
WHERE {
  ?s <http://www.w3.org/1999/02/22-rdf-syntax-ns#type>/^<http://x/p>* _:b0 .
  ?s <http://e/q> "a\n"@nb .
  FILTER (! (?s = 1 || -1 < 2 - 3))
  OPTIONAL {
    SELECT *
    WHERE {
    }
    VALUES (?a ?b) {
      (1 UNDEF)
    }
  }
  {
  }
  UNION {
    GRAPH ?g {
      FILTER NOT EXISTS {
        ?s ?p 1.5 .
      }
    }
  }
}
GROUP BY ?s
HAVING (COUNT(*) > 1)
ORDER BY DESC(?n) STR(?s)
LIMIT 5
`
	if got := q.String(); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// TestExpressionsPrintWithFewParentheses holds that what binds as the grammar
// has it needs none.
func TestExpressionsPrintWithFewParentheses(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"((1 + 2) + 3)", "1 + 2 + 3"},
		{"1 + (2 + 3)", "1 + (2 + 3)"},
		{"1 - (2 - 3) * 4", "1 - (2 - 3) * 4"},
		{"(1 * 2) + 3", "1 * 2 + 3"},
		{"(?a && ?b) || ?c", "?a && ?b || ?c"},
		{"?a && (?b || ?c)", "?a && (?b || ?c)"},
		{"(1 = 2) = (3 < 4)", "(1 = 2) = (3 < 4)"},
		{"!(!?a)", "! (! ?a)"},
		{"- 1 --1", "- 1 - -1"},
		{"(-?a) * (1 IN (2, 3))", "- ?a * (1 IN (2, 3))"},
		{"(?a NOT IN ()) && BOUND(?b)", "?a NOT IN () && BOUND(?b)"},
		{"isiri(:f(distinct 1))", "isIRI(<http://e/f>(DISTINCT 1))"},
		{`"01"^^xsd:integer = "1.0"^^xsd:integer`, `01 = "1.0"^^<http://www.w3.org/2001/XMLSchema#integer>`},
	} {
		lines := strings.Split(mustParse(t, "SELECT ("+c.text+" AS ?x) {}").String(), "\n")
		if want := "SELECT (" + c.want + " AS ?x)"; !slices.Contains(lines, want) {
			t.Errorf("%s: got %s, want %s", c.text, lines[1], want)
		}
	}
}

// TestServiceKeepsItsText holds that the text of a SERVICE can be asked
// elsewhere.
func TestServiceKeepsItsText(t *testing.T) {
	s := mustParse(t, "ASK { SERVICE ?s { _:x :p/:q ?o . _:x :r ?z } }").Algebra.(syntax.Service)
	const want = "{\n  _:b0 <http://e/p>/<http://e/q> ?o .\n  _:b0 <http://e/r> ?z .\n}"
	if s.Text != want {
		t.Errorf("got\n%s\nwant\n%s", s.Text, want)
	}
}

// TestEscapes holds where codepoint escapes stand for characters: in strings
// and in IRIs, and nowhere else.
func TestEscapes(t *testing.T) {
	for _, c := range []struct {
		text string
		want quad.Value
	}{
		{`"\u00E5\U0001F47E\t\"\\u0041"`, quad.String("å\U0001F47E\t\"\\u0041")},
		{`'\'"'`, quad.String(`'"`)},
		{`"""a"b""c` + "\n" + `\""""`, quad.String("a\"b\"\"c\n\"")},
		{`<http://e/\u00E5>`, quad.IRI("http://e/å")},
		{`<\u0061>`, quad.IRI("http://e/b/a")},
		{`:a\-b%20.c`, quad.IRI("http://e/a-b%20.c")},
		{`<http://e/\u0020>`, nil},
		{`<http://e/\n>`, nil},
		{`"\uD800"`, nil},
		{`"\x41"`, nil},
		{`:\u0061`, nil},
	} {
		q, err := syntax.Parse([]byte("ASK { ?s ?p "+c.text+" }"), options)
		if c.want == nil {
			if err == nil {
				t.Errorf("%s: got %s", c.text, q.Algebra)
			}
			continue
		}
		if err != nil {
			t.Errorf("%s: %v", c.text, err)
			continue
		}
		if got := q.Algebra.(syntax.BGP)[0].Object; got != (syntax.Const{Value: c.want}) {
			t.Errorf("%s: got %s, want %s", c.text, got, c.want)
		}
	}
}

// TestNamesOfFunctions holds that every function and aggregate is read under
// the name it is announced by.
func TestNamesOfFunctions(t *testing.T) {
	args := []string{"(?x)", "(?x, 1)", "(?x, 1, 2)", "()"}
	for _, name := range syntax.BuiltIns() {
		found := slices.ContainsFunc(args, func(args string) bool {
			q, err := syntax.Parse([]byte("ASK { FILTER "+strings.ToLower(name)+args+"}"), options)
			return err == nil && q.Algebra.(syntax.Filter).Expr.(syntax.Call).Name == name
		})
		if !found {
			t.Errorf("%s is not read", name)
		}
	}
	for _, name := range syntax.Aggregates() {
		group := mustParse(t, "SELECT ("+strings.ToLower(name)+"(DISTINCT ?x) AS ?y) {}").Algebra.(syntax.Project).Input.(syntax.Extend).Input.(syntax.Group)
		if got := group.Aggregates[0]; got.Name != name || !got.Distinct || !got.Var.Hidden() {
			t.Errorf("%s: got %+v", name, got)
		}
	}
}
