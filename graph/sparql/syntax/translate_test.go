package syntax_test

import (
	"strings"
	"testing"

	"policygraph/graph/sparql/syntax"
)

// translations are queries and their algebra, in which < stands for <http://e/.
var translations = []struct{ text, want string }{
	{`SELECT * {}`, `
(project ()
  (bgp))`},
	{`ASK { ?s a :c ; :p 1, -1.5, 2e3, true, "x"@EN, "y"^^xsd:string . }`, `
(bgp
  (triple ?s <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <c>)
  (triple ?s <p> 1)
  (triple ?s <p> -1.5)
  (triple ?s <p> 2e3)
  (triple ?s <p> true)
  (triple ?s <p> "x"@en)
  (triple ?s <p> "y"))`},
	{`ASK { [] :p [ :q ?o ] }`, `
(bgp
  (triple ?.b0 <p> ?.b1)
  (triple ?.b1 <q> ?o))`},
	{`ASK { ?s :p (1 ?x) }`, `
(bgp
  (triple ?s <p> ?.b0)
  (triple ?.b0 <http://www.w3.org/1999/02/22-rdf-syntax-ns#first> 1)
  (triple ?.b0 <http://www.w3.org/1999/02/22-rdf-syntax-ns#rest> ?.b1)
  (triple ?.b1 <http://www.w3.org/1999/02/22-rdf-syntax-ns#first> ?x)
  (triple ?.b1 <http://www.w3.org/1999/02/22-rdf-syntax-ns#rest> <http://www.w3.org/1999/02/22-rdf-syntax-ns#nil>))`},
	{`ASK { _:a :p ?o FILTER (?o) _:a :q ?z }`, `
(filter ?o
  (bgp
    (triple ?.b0 <p> ?o)
    (triple ?.b0 <q> ?z)))`},
	{`ASK { ?s :p ?o BIND (1 AS ?one) ?s :q ?z }`, `
(join
  (extend (?one 1)
    (bgp
      (triple ?s <p> ?o)))
  (bgp
    (triple ?s <q> ?z)))`},
	{`ASK { { ?s :p ?o } { ?s :q ?z } }`, `
(join
  (bgp
    (triple ?s <p> ?o))
  (bgp
    (triple ?s <q> ?z)))`},
	{`ASK { ?s :p ?o { } }`, `
(bgp
  (triple ?s <p> ?o))`},
	{`ASK { ?s :p ?o OPTIONAL { ?s :q ?z FILTER (?z > 1) } }`, `
(leftjoin (> ?z 1)
  (bgp
    (triple ?s <p> ?o))
  (bgp
    (triple ?s <q> ?z)))`},
	{`ASK { ?s :p ?o OPTIONAL { { ?s :q ?z FILTER (?z > 1) } } }`, `
(leftjoin
  (bgp
    (triple ?s <p> ?o))
  (filter (> ?z 1)
    (bgp
      (triple ?s <q> ?z))))`},
	{`ASK { OPTIONAL { ?s :q ?z } }`, `
(leftjoin
  (bgp)
  (bgp
    (triple ?s <q> ?z)))`},
	{`ASK { FILTER (?x) FILTER (?y) ?s :p ?x }`, `
(filter (&& ?x ?y)
  (bgp
    (triple ?s <p> ?x)))`},
	{`ASK { { ?s :p 1 } UNION { ?s :p 2 } UNION { ?s :p 3 } MINUS { ?s :q 1 } }`, `
(minus
  (union
    (union
      (bgp
        (triple ?s <p> 1))
      (bgp
        (triple ?s <p> 2)))
    (bgp
      (triple ?s <p> 3)))
  (bgp
    (triple ?s <q> 1)))`},
	{`ASK { GRAPH ?g { ?s :p ?o } GRAPH :g { } }`, `
(join
  (graph ?g
    (bgp
      (triple ?s <p> ?o)))
  (graph <g>
    (bgp)))`},
	{`ASK { VALUES (?a ?b) { (1 UNDEF) (:x "y") } SERVICE SILENT :s { ?a :p _:z } }`, `
(join
  (table (?a ?b)
    (row (?a 1))
    (row (?a <x>) (?b "y")))
  (service <s> silent
    (bgp
      (triple ?a <p> ?.b0))))`},
	{`ASK { ?s :p/^:q/(:r|:s)* ?o }`, `
(join
  (bgp
    (triple ?s <p> ?.p0)
    (triple ?.p1 <q> ?.p0))
  (path ?.p1 (<r>|<s>)* ?o))`},
	{`ASK { ?s ^(:p/:q) ?o . ?s (:p)/:q? ?o ; !:p ?n }`, `
(join
  (join
    (bgp
      (triple ?o <p> ?.p0)
      (triple ?.p0 <q> ?s)
      (triple ?s <p> ?.p1))
    (path ?.p1 <q>? ?o))
  (path ?s !(<p>) ?n))`},
	{`ASK { ?s :p|^:q ?o . ?o :r ?z }`, `
(join
  (path ?s <p>|^<q> ?o)
  (bgp
    (triple ?o <r> ?z)))`},
	{`ASK { FILTER (!?a || -?b + 1 -2*3 < 4 && ?c NOT IN (1, ?d) || ?e IN ()) }`, `
(filter (|| (|| (! ?a) (&& (< (- (+ (- ?b) 1) (* 2 3)) 4) (notin ?c 1 ?d))) (in ?e))
  (bgp))`},
	{`ASK { FILTER (regex(?a, "b", "i") && coalesce() = if(bound(?x), :f(DISTINCT 1, 2), xsd:integer(?y))) }`, `
(filter (&& (REGEX ?a "b" "i") (= (COALESCE) (IF (BOUND ?x) (<f> distinct 1 2) (<http://www.w3.org/2001/XMLSchema#integer> ?y))))
  (bgp))`},
	{`ASK { ?s :p ?o FILTER NOT EXISTS { ?s :q _:b FILTER (?o = 1) } }`, `
(filter (notexists
    (filter (= ?o 1)
      (bgp
        (triple ?s <q> ?.b0))))
  (bgp
    (triple ?s <p> ?o)))`},
	{`SELECT ?s (?o + 1 AS ?n) (?n * 2 AS ?m) { ?s :p ?o } ORDER BY DESC(?n) ?s LIMIT 10 OFFSET 5`, `
(slice 5 10
  (project (?s ?n ?m)
    (orderby ((desc ?n) ?s)
      (extend (?m (* ?n 2))
        (extend (?n (+ ?o 1))
          (bgp
            (triple ?s <p> ?o)))))))`},
	{`SELECT DISTINCT ?s { ?s ?p ?o } OFFSET 3`, `
(slice 3 _
  (distinct
    (project (?s)
      (bgp
        (triple ?s ?p ?o)))))`},
	{`SELECT REDUCED * { ?s ?p [] } VALUES ?s { :a :b }`, `
(reduced
  (project (?s ?p)
    (join
      (bgp
        (triple ?s ?p ?.b0))
      (table (?s)
        (row (?s <a>))
        (row (?s <b>))))))`},
	{`SELECT ?s (COUNT(*) AS ?n) (SUM(?o) / COUNT(*) AS ?mean) { ?s :p ?o } GROUP BY ?s HAVING (COUNT(DISTINCT ?o) > 1) ORDER BY ?n MAX(?o) ?o`, `
(project (?s ?n ?mean)
  (orderby (?n ?.agg3 ?.agg4)
    (extend (?mean (/ ?.agg1 ?.agg0))
      (extend (?n ?.agg0)
        (filter (> ?.agg2 1)
          (group (?s) ((?.agg0 (count)) (?.agg1 (sum ?o)) (?.agg2 (count distinct ?o)) (?.agg3 (max ?o)) (?.agg4 (sample ?o)))
            (bgp
              (triple ?s <p> ?o))))))))`},
	{`SELECT ?k (GROUP_CONCAT(?o) AS ?l) (GROUP_CONCAT(DISTINCT ?o; separator=", ") AS ?m) { ?s :p ?o } GROUP BY (STR(?s) AS ?k) STRLEN(?o)`, `
(project (?k ?l ?m)
  (extend (?m ?.agg1)
    (extend (?l ?.agg0)
      (group (?k (STRLEN ?o)) ((?.agg0 (group_concat ?o " ")) (?.agg1 (group_concat distinct ?o ", ")))
        (extend (?k (STR ?s))
          (bgp
            (triple ?s <p> ?o)))))))`},
	{`SELECT (COUNT(?v) AS ?n) (?n + 1 AS ?m) { VALUES ?v { 1 2 } }`, `
(project (?n ?m)
  (extend (?m (+ ?n 1))
    (extend (?n ?.agg0)
      (group () ((?.agg0 (count ?v)))
        (table (?v)
          (row (?v 1))
          (row (?v 2)))))))`},
	{`SELECT * { ?s :p ?o { SELECT ?s (MAX(?x) AS ?y) { ?s :q ?x } GROUP BY ?s LIMIT 1 } }`, `
(project (?s ?o ?y)
  (join
    (bgp
      (triple ?s <p> ?o))
    (tomultiset
      (slice 0 1
        (project (?s ?y)
          (extend (?y ?.agg0)
            (group (?s) ((?.agg0 (max ?x)))
              (bgp
                (triple ?s <q> ?x)))))))))`},
	{`CONSTRUCT { ?s :p _:a . _:a :q [] } { ?s :p ?o } ORDER BY ?s`, `
(orderby (?s)
  (bgp
    (triple ?s <p> ?o)))`},
	{`CONSTRUCT WHERE { ?s :p _:a }`, `
(bgp
  (triple ?s <p> ?.b0))`},
	{`DESCRIBE :x ?y { ?y :p :x }`, `
(bgp
  (triple ?y <p> <x>))`},
	{`DESCRIBE :x`, `
(bgp)`},
}

func TestTranslation(t *testing.T) {
	for _, c := range translations {
		q, err := syntax.Parse([]byte(c.text), options)
		if err != nil {
			t.Errorf("%s: %v", c.text, err)
			continue
		}
		if got := strings.ReplaceAll(q.Algebra.String(), "<http://e/", "<"); got != c.want[1:] {
			t.Errorf("%s\ngot\n%s\nwant%s", c.text, got, c.want)
		}
		if err := sameAgain(q); err != nil {
			t.Errorf("%s: %v", c.text, err)
		}
	}
}
