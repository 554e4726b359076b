package syntax_test

import (
	"errors"
	"strings"
	"testing"

	"policygraph/graph/sparql/syntax"
)

// options are those that the texts of the tables are read with.
var options = syntax.Options{
	Base:     "http://e/b/",
	Prefixes: map[string]string{"": "http://e/", "xsd": "http://www.w3.org/2001/XMLSchema#"},
}

// mistakes are texts and their errors.
var mistakes = []struct{ text, want string }{
	{"", "1:1: expected SELECT, CONSTRUCT, DESCRIBE or ASK, found the end of the input"},
	{"INSERT DATA {}", `1:1: expected SELECT, CONSTRUCT, DESCRIBE or ASK, found "INSERT"`},
	{"SELECT {}", `1:8: expected variables, (expression AS ?variable) or "*", found "{"`},
	{"SELECT *", `1:9: expected "{", found the end of the input`},
	{"SELECT * {} {}", `1:13: expected the end of the query, found "{"`},
	{"SELECT * {", `1:11: expected "}", found the end of the input`},
	{"DESCRIBE", `1:9: expected variables, IRIs or "*", found the end of the input`},
	{"PREFIX a <http://a/> ASK {}", `1:8: expected a prefix with its colon, found "a"`},
	{"PREFIX a: b: ASK {}", `1:11: expected an IRI in angle brackets, found "b:"`},
	{"VERSION 1.2 ASK {}", `1:9: expected a version in quotes, found "1.2"`},
	{"ASK FROM {}", `1:10: expected an IRI or a prefixed name, found "{"`},
	{"ASK {} LIMIT -1", `1:14: expected a number of solutions, found "-"`},
	{"ASK {} LIMIT 1 LIMIT 1", `1:16: expected the end of the query, found "LIMIT"`},
	{"ASK {} ORDER BY", "1:16: expected what to order by, found the end of the input"},
	{"ASK {} GROUP BY", "1:16: expected what to group by, found the end of the input"},
	{"ASK {} HAVING", "1:14: expected a condition, found the end of the input"},

	{"ASK { ?s }", `1:10: expected a predicate, found "}"`},
	{"ASK { ?s ?p }", `1:13: expected an object, found "}"`},
	{"ASK { ?s ?p ?o ?x }", `1:16: expected "}", found "?x"`},
	{"ASK {\n  ?s x:p ?o\n}", `2:6: expected a prefix that is declared, found "x:"`},
	{"ASK { ?s ?p <a b> }", `1:15: expected a character that IRIs may hold, or ">", found " "`},
	{"ASK { ?s ?p <a", `1:15: expected a character that IRIs may hold, or ">", found the end of the input`},
	{`ASK { ?s ?p "a }`, "1:17: expected the closing quote, found the end of the input"},
	{"ASK { ?s ?p \"a\n\" }", "1:15: expected the closing quote, found the end of the line"},
	{`ASK { ?s ?p "a\x" }`, `1:15: expected an escape such as \n or \u00E5, found "\\"`},
	{`ASK { ?s ?p "a"@en_GB }`, `1:19: expected "}", found "_GB"`},
	{`ASK { ?s ?p "a"@norwegian }`, `1:17: expected a language tag such as nb or en-GB, found "norwegian"`},
	{"ASK { ?s ?p _:. }", `1:15: expected a blank node label, found "."`},
	{"ASK { ?s ?p [ ?q }", `1:18: expected an object, found "}"`},
	{"ASK { ?s ?p ( ?q }", `1:18: expected a member, found "}"`},
	{"ASK { ?s :p|?q ?o }", `1:13: expected a path, found "?q"`},
	{"ASK { ?s !(:p|?q) ?o }", `1:15: expected a predicate, found "?q"`},
	{"CONSTRUCT { ?s :p/:q ?o } {}", `1:18: expected an object, found "/"`},
	{"CONSTRUCT WHERE { FILTER (1) }", `1:19: expected "}", found "FILTER"`},
	{"CONSTRUCT WHERE { ?s :p ?o } FROM :g", `1:30: expected the end of the query, found "FROM"`},
	{"CONSTRUCT { ?s :p ?o } { } FROM :g", `1:28: expected the end of the query, found "FROM"`},
	{"ASK { { SELECT * FROM :g { } } }", `1:18: expected "{", found "FROM"`},
	{"ASK { \xff }", "1:7: expected UTF-8, found a byte that is not"},

	{"ASK { FILTER ?x }", `1:14: expected a condition in parentheses, or a function, found "?x"`},
	{"ASK { FILTER (?x = ) }", `1:20: expected an expression, found ")"`},
	{"ASK { FILTER (1 = 2 = 3) }", `1:21: expected ")", found "="`},
	{"ASK { FILTER (foo(?x)) }", `1:15: expected an expression, found "foo"`},
	{"ASK { FILTER regex(?x) }", "1:19: expected 2 or 3 arguments of REGEX, found 1"},
	{"ASK { FILTER str() }", "1:17: expected 1 argument of STR, found 0"},
	{"ASK { FILTER contains(?x) }", "1:22: expected 2 arguments of CONTAINS, found 1"},
	{"ASK { FILTER (1e = 1) }", `1:16: expected ")", found "e"`},
	{`ASK { ?s ?p "a"^^<` + "http://www.w3.org/1999/02/22-rdf-syntax-ns#langString> }", "1:18: expected a literal, found not a valid RDF term"},
	{"ASK { FILTER bound(1) }", `1:20: expected a variable, found "1"`},
	{"ASK { FILTER (NOT ?x) }", `1:19: expected EXISTS, found "?x"`},
	{"ASK { FILTER (?x NOT ?y) }", `1:22: expected IN, found "?y"`},
	{"ASK { VALUES (?a ?b) { (1) } }", `1:26: expected as many values as variables, found ")"`},
	{"ASK { VALUES (?a ?b) { (1 2 3) } }", `1:29: expected ")", found "3"`},
	{"ASK { VALUES ?a { ?b } }", `1:19: expected a row of data or "}", found "?b"`},
	{"ASK { VALUES (?a ?a) { } }", "1:18: expected each variable once, found ?a"},

	{"SELECT (1 AS ?o) { ?s ?p ?o }", "1:14: expected a variable that is not in scope, found ?o"},
	{"SELECT (1 AS ?x) (2 AS ?x) {}", "1:24: expected a variable that is not in scope, found ?x"},
	{"ASK { ?s ?p ?o BIND (1 AS ?o) }", "1:27: expected a variable that is not in scope, found ?o"},
	{"SELECT (SUM(?o) AS ?n) { ?s ?p ?o } GROUP BY (1 AS ?s)", "1:52: expected a variable that is not in scope, found ?s"},
	{"ASK {} GROUP BY ?x (1 AS ?x)", "1:26: expected a variable that is not in scope, found ?x"},
	{"ASK {} GROUP BY (1 AS ?x) (2 AS ?x)", "1:33: expected a variable that is not in scope, found ?x"},
	{"SELECT * { ?s ?p ?o } GROUP BY ?s", "1:8: expected variables by name, as solutions are grouped, found *"},
	{"SELECT * { ?s ?p ?o } HAVING (COUNT(?o) > 1)", "1:8: expected variables by name, as solutions are grouped, found *"},
	{"SELECT ?o { ?s ?p ?o } GROUP BY ?s", "1:8: expected a variable of GROUP BY, or an aggregate of it, found ?o"},
	{"SELECT (STR(?o) AS ?x) { ?s ?p ?o } GROUP BY STR(?o)", "1:20: expected a variable of GROUP BY, or an aggregate of it, found ?o"},
	{"SELECT (:f(?s, ?o) AS ?x) { ?s ?p ?o } GROUP BY ?s", "1:23: expected a variable of GROUP BY, or an aggregate of it, found ?o"},
	{"SELECT (?s IN (1, ?o) AS ?x) { ?s ?p ?o } GROUP BY ?s", "1:26: expected a variable of GROUP BY, or an aggregate of it, found ?o"},
	{"ASK { FILTER (COUNT(*) > 1) }", `1:15: expected no aggregate outside of SELECT, HAVING and ORDER BY, found "COUNT"`},
	{"SELECT (SUM(COUNT(?x)) AS ?n) {}", `1:13: expected no aggregate inside another, found "COUNT"`},
	{"SELECT (SUM(*) AS ?n) {}", `1:13: expected an expression, found "*"`},
	{"SELECT (GROUP_CONCAT(?x; SEPARATOR=1) AS ?n) {}", `1:36: expected a separator in quotes, found "1"`},
	{"ASK { _:a ?p ?o . { _:a ?p ?o } }", `1:21: expected a blank node label that no other basic graph pattern has, found "_:a"`},
	{"ASK { _:a ?p ?o FILTER EXISTS { _:a ?p ?o } }", `1:33: expected a blank node label that no other basic graph pattern has`},

	{"ASK { << ?s ?p ?o >> ?q ?z }", "1:7: expected SPARQL 1.1, found a reified triple of SPARQL 1.2"},
	{"ASK { ?s ?p <<( ?s ?p ?o )>> }", "1:13: expected SPARQL 1.1, found a triple term of SPARQL 1.2"},
	{"ASK { ?s ?p ?o ~ ?r }", "1:16: expected SPARQL 1.1, found a reifier of SPARQL 1.2"},
	{"ASK { ?s ?p ?o {| ?q ?z |} }", "1:16: expected SPARQL 1.1, found an annotation of SPARQL 1.2"},
	{`ASK { ?s ?p "a"@en--ltr }`, "1:16: expected SPARQL 1.1, found a text direction of SPARQL 1.2"},
	{"ASK { FILTER isTriple(?x) }", "1:14: expected SPARQL 1.1, found the function isTRIPLE of SPARQL 1.2"},
}

func TestMistakes(t *testing.T) {
	for _, c := range mistakes {
		_, err := syntax.Parse([]byte(c.text), options)
		if err == nil || !strings.HasPrefix(err.Error(), c.want) {
			t.Errorf("%s\ngot  %v\nwant %s", c.text, err, c.want)
			continue
		}
		if refused := strings.Contains(c.want, "SPARQL 1.2"); errors.Is(err, errors.ErrUnsupported) != refused {
			t.Errorf("%s: is it refused as SPARQL 1.2? %v", c.text, !refused)
		}
	}
}

func TestMistakesAreShownInTheirLine(t *testing.T) {
	_, err := syntax.Parse([]byte("ASK {\n\t?s ?p \"å\" ?x\n}"), syntax.Options{Name: "q.rq"})
	var mistake *syntax.Error
	if !errors.As(err, &mistake) {
		t.Fatal(err)
	}
	if got, want := err.Error(), `q.rq:2:12: expected "}", found "?x"`; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	if got, want := mistake.Picture(), "\t?s ?p \"å\" ?x\n\t          ^\n"; got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
}

// TestDepth holds that every production that can stand in itself has the same
// ceiling, and that rows of operands and of elements have theirs.
func TestDepth(t *testing.T) {
	nested := func(n int, before, inside, behind string) string {
		return strings.Repeat(before, n) + inside + strings.Repeat(behind, n)
	}
	for _, c := range []struct {
		name        string
		text        func(n int) string
		within, too int
	}{
		{"groups", func(n int) string { return "ASK " + nested(n, "{", "", "}") }, 256, 257},
		{"optionals", func(n int) string { return "ASK {" + nested(n, "OPTIONAL {", "", "}") + "}" }, 255, 256},
		{"parentheses", func(n int) string { return "ASK { FILTER " + nested(n, "(", "1", ")") + "}" }, 255, 256},
		{"functions", func(n int) string { return "ASK { FILTER " + nested(n, "STR(", "1", ")") + "}" }, 255, 256},
		{"casts", func(n int) string { return "ASK { FILTER (1 = " + nested(n, ":f(", "1", ")") + ")}" }, 127, 128},
		{"collections", func(n int) string { return "ASK { ?s ?p " + nested(n, "(", "1", ")") + "}" }, 255, 256},
		{"blank nodes", func(n int) string { return "ASK { ?s ?p " + nested(n, "[ ?p ", "1", "]") + "}" }, 255, 256},
		{"paths", func(n int) string { return "ASK { ?s " + nested(n, "(", ":p", ")*") + " ?o }" }, 254, 255},
		{"subqueries", func(n int) string { return "ASK {" + nested(n, "{ SELECT * {", "", "}}") + "}" }, 127, 128},
		{"operands", func(n int) string { return "ASK { FILTER (1" + strings.Repeat("+1", n) + ") }" }, 4095, 4096},
		{"elements", func(n int) string { return "ASK {" + strings.Repeat("{}", n) + "}" }, 4096, 4097},
		{"results", func(n int) string { return "SELECT " + strings.Repeat("?x ", n) + "{}" }, 4096, 4097},
		{"keys", func(n int) string { return "ASK {} GROUP BY" + strings.Repeat(" ?x", n) }, 4096, 4097},
		{"conditions", func(n int) string { return "ASK {} HAVING" + strings.Repeat(" (1)", n) }, 4096, 4097},
		{"sort keys", func(n int) string { return "ASK {} ORDER BY" + strings.Repeat(" ?x", n) }, 4096, 4097},
		{"bytes", func(n int) string { return "ASK {}" + strings.Repeat(" ", n-6) }, 4 << 20, 4<<20 + 1},
		{"unions", func(n int) string { return "ASK { {}" + strings.Repeat("UNION{}", n) + "}" }, 4095, 4096},
	} {
		q, err := syntax.Parse([]byte(c.text(c.within)), options)
		if err != nil {
			t.Errorf("%d %s: %v", c.within, c.name, err)
		} else if err := sameAgain(q); err != nil {
			t.Errorf("%d %s: %v", c.within, c.name, err)
		}
		if _, err := syntax.Parse([]byte(c.text(c.too)), options); !errors.Is(err, syntax.ErrLimit) {
			t.Errorf("%d %s: got %v", c.too, c.name, err)
		}
	}
}
