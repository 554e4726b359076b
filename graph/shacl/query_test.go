package shacl_test

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"

	"policygraph/graph/shacl"
)

// declarations are prefixes for queries.
const declarations = `:P sh:declare [ sh:prefix "e" ; sh:namespace "http://e/"^^xsd:anyURI ] . `

// queryCases are documents with queries, and what validation finds, with the
// first message.
var queryCases = []struct{ name, text, want, message string }{
	{"a solution for each result, and a message with its values",
		`:S sh:targetNode :x ; sh:sparql [ sh:prefixes :P ; sh:message "{?value} of {$this}, not {?none} or {x}" ; sh:select "SELECT $this ?value { $this e:p ?value FILTER (?value > 1) }" ] . :x :p 1 , 2 , 3 .`,
		"x - 2 SPARQL; x - 3 SPARQL", "2 of http://e/x, not {?none} or {x}"},
	{"a node shape's value is the node", `:S sh:targetNode :x ; sh:sparql [ sh:select "SELECT $this { }" ] .`, "x - x SPARQL", ""},
	{"a property shape has none", `:S sh:targetNode :x ; sh:path :p ; sh:sparql [ sh:select "SELECT $this { }" ] .`, "x p ! SPARQL", ""},
	{"a path and a message that the query gives",
		`:S sh:targetNode :x ; sh:sparql [ sh:prefixes :P ; sh:message "not this" ; sh:select "SELECT $this (e:q AS ?path) ('so'@en AS ?message) { }" ] .`, "x q x SPARQL", "so"},
	{"a path that is no IRI says nothing", `:S sh:targetNode :x ; sh:sparql [ sh:select "SELECT $this (1 AS ?path) { }" ] .`, "x - x SPARQL", ""},
	{"what the shape says goes before", `:S sh:targetNode :x ; sh:message "mine" ; sh:sparql [ sh:message "its" ; sh:select "SELECT $this { }" ] .`, "x - x SPARQL", "mine"},
	{"the path of the shape stands for $PATH",
		`:S sh:targetNode :x ; sh:path ( :p [ sh:inversePath :q ] ) ; sh:sparql [ sh:select """SELECT $this ?value { # $PATH
			$this $PATH ?value FILTER (?value != "$PATH") }""" ] . :x :p :y . :z :q :y .`, "x p/^q z SPARQL", ""},
	{"a query that is deactivated", `:S sh:targetNode :x ; sh:sparql [ sh:deactivated true ; sh:select "SELECT $this { }" ] .`, "", ""},
	{"prefixes of imported ontologies", `:S sh:targetNode :x ; sh:sparql [ sh:prefixes :O ; sh:select "SELECT $this { $this e:p ?o }" ] . :O owl:imports :O2 . :O2 owl:imports :P , :O . :x :p 1 .`, "x - x SPARQL", ""},
	{"the shape itself", `:S sh:targetNode :x ; :limit 2 ; sh:sparql [ sh:prefixes :P ; sh:select "SELECT $this ?value { $currentShape e:limit ?n . $this e:p ?value FILTER (?value > ?n) }" ] . :x :p 1 , 2 , 3 .`, "x - 3 SPARQL", ""},
	{"the shapes graph", `:S sh:targetNode :x ; :limit 2 ; sh:sparql [ sh:prefixes :P ; sh:select "SELECT $this ?value { GRAPH $shapesGraph { $currentShape e:limit ?n } $this e:p ?value FILTER (?value > ?n) }" ] . :x :p 1 , 2 , 3 .`, "x - 3 SPARQL", ""},
	{"EXISTS sees the node", `:S sh:targetNode :x , :y ; sh:sparql [ sh:prefixes :P ; sh:select "SELECT $this { FILTER NOT EXISTS { $this e:p ?o } }" ] . :x :p 1 .`, "y - y SPARQL", ""},
	{"so does OPTIONAL", `:S sh:targetNode :x ; sh:sparql [ sh:prefixes :P ; sh:select "SELECT $this ?value { ?a e:p ?b OPTIONAL { ?a e:q ?value FILTER (?a = $this) } }" ] . :x :p 1 ; :q 2 . :y :p 1 ; :q 3 .`, "x - 2 SPARQL; x - x SPARQL", ""},
	{"a blank node that is the node", `:S sh:targetClass :C ; sh:sparql [ sh:prefixes :P ; sh:select "SELECT $this ?value { $this e:p ?value }" ] . [] a :C ; :p 1 . [] a :C ; :p 2 .`, "_ - 1 SPARQL; _ - 2 SPARQL", ""},
	{"a count", `:S sh:targetNode :x , :y ; sh:sparql [ sh:prefixes :P ; sh:select "SELECT $this (COUNT(?o) AS ?value) { $this e:p ?o } GROUP BY $this HAVING (COUNT(?o) > 1)" ] . :x :p 1 , 2 . :y :p 1 .`, "x - 2 SPARQL", ""},
	{"a subquery that selects the node", `:S sh:targetNode :x ; sh:sparql [ sh:prefixes :P ; sh:select "SELECT $this ?value { { SELECT $this (MAX(?o) AS ?value) { $this e:p ?o } GROUP BY $this } FILTER (?value > 1) }" ] . :x :p 1 , 2 . :y :p 9 .`, "x - 2 SPARQL", ""},

	// Components (6).
	{"ASK is asked of each value", ask + `:S sh:targetNode :x ; sh:path :p ; :max 2 . :x :p 1 , 2 , 3 .`, "x p 3 Max", "3 is above 2"},
	{"and of the node itself", ask + `:S sh:targetNode 1 , 3 ; :max 2 .`, "3 - 3 Max", "3 is above 2"},
	{"each value of one parameter is a constraint", ask + `:S sh:targetNode 3 ; :max 2 , 1 , 5 .`, "3 - 3 Max; 3 - 3 Max", "3 is above 1"},
	{"a shape without the parameter is not asked", ask + `:S sh:targetNode 3 ; sh:datatype xsd:integer .`, "", ""},
	{"a parameter that is optional", `:K a sh:ConstraintComponent ; sh:parameter [ sh:path :a ] , [ sh:path :b ; sh:optional true ] ;
		sh:validator [ sh:message "{$a} {$b}" ; sh:ask "ASK { FILTER (bound($b) && $value = $a) }" ] . :S sh:targetNode 1 ; :a 1 . :T sh:targetNode 1 ; :a 1 ; :b 2 . :U sh:targetNode 1 ; :b 2 .`, "1 - 1 K", "1 {$b}"},
	{"for nodes and for paths there are other validators", both + `:S sh:targetNode :x ; :a 1 ; sh:property [ sh:path :p ; :a 2 ] . :x :p 5 .`, "x p 5 K; x - x K", "path 2"},
	{"a component may have none for a kind of shape", `:K a sh:ConstraintComponent ; sh:parameter [ sh:path :a ] ; sh:propertyValidator [ sh:select "SELECT $this { }" ] . :S sh:targetNode :x ; :a 1 .`, "", ""},
	{"a class of components", `:Sub rdfs:subClassOf sh:ConstraintComponent . :K a :Sub ; sh:parameter [ sh:path :a ] ; sh:validator [ sh:ask "ASK { FILTER ($value = $a) }" ] . :S sh:targetNode 1 ; :a 2 .`, "1 - 1 K", ""},
	{"in shapes that others ask", ask + `:S sh:targetNode 1 , 3 ; sh:not [ :max 2 ] .`, "1 - 1 Not", ""},
}

const (
	ask = `:Max a sh:ConstraintComponent ; sh:parameter [ sh:path :max ; sh:datatype xsd:integer ] ;
		sh:validator [ a sh:SPARQLAskValidator ; sh:message "{$value} is above {?max}" ; sh:ask "ASK { FILTER ($value <= $max) }" ] . `
	both = `:K a sh:ConstraintComponent ; sh:parameter [ sh:path :a ] ; sh:validator [ sh:ask "ASK { FILTER (false) }" ] ;
		sh:nodeValidator [ sh:message "node {$a}" ; sh:select "SELECT $this { FILTER (bound($a)) }" ] ; sh:propertyValidator [ sh:message "path {$a}" ; sh:select "SELECT DISTINCT $this ?value { $this $PATH ?value }" ] . `
)

func TestQueries(t *testing.T) {
	for _, c := range queryCases {
		t.Run(c.name, func(t *testing.T) {
			g := loaded(t, declarations+c.text).Graph(0)
			r, err := compiled(t, g).Validate(context.Background(), g, shacl.ValidateOptions{})
			if err != nil {
				t.Fatal(err)
			}
			if got := brief(r.Results); got != c.want {
				t.Errorf("%s\ngot  %s\nwant %s", c.text, got, c.want)
			}
			if c.message != "" && !strings.HasPrefix(fmt.Sprint(r.Results[0].Messages[0]), fmt.Sprintf("%q", c.message)) {
				t.Errorf("got the message %s, want %q", r.Results[0].Messages[0], c.message)
			}
		})
	}
}

func TestQueriesThatFail(t *testing.T) {
	g := loaded(t, `:S sh:targetNode :x ; sh:sparql [ sh:select "SELECT $this (true AS ?failure) { }" ] .`).Graph(0)
	if _, err := compiled(t, g).Validate(context.Background(), g, shacl.ValidateOptions{}); !errors.Is(err, shacl.ErrFailure) {
		t.Errorf("got %v, want a failure", err)
	}
}

// Shapes and data may be graphs of one dataset, named or merged.
func TestQueriesSeeTheDataGraphAlone(t *testing.T) {
	d := loaded(t, `:x :p 1 . GRAPH :g { :x :p 2 . } GRAPH _:b { :x :p 3 . }
		GRAPH :shapes { :S sh:targetNode :x ; sh:sparql [ sh:select "SELECT $this ?value { $this <http://e/p> ?value }" ] . }`)
	want := map[string]string{"": "1", "http://e/g": "2"}
	var shapes *shacl.Shapes
	for _, g := range d.Graphs() {
		if g.Name() != 0 && d.Text(g.Name()) == "http://e/shapes" {
			shapes = compiled(t, g)
		}
	}
	for _, g := range d.Graphs() {
		value := "3"
		if g.Name() == 0 {
			value = want[""]
		} else if v, known := want[d.Text(g.Name())]; known {
			value = v
		} else if d.Text(g.Name()) == "http://e/shapes" {
			continue
		}
		r, err := shapes.Validate(context.Background(), g, shacl.ValidateOptions{})
		if err != nil {
			t.Fatal(err)
		}
		if got := brief(r.Results); got != "x - "+value+" SPARQL" {
			t.Errorf("got %s, want %s", got, value)
		}
	}
	r, err := shapes.Validate(context.Background(), d.Union(), shacl.ValidateOptions{})
	if err != nil || len(r.Results) != 3 {
		t.Errorf("all graphs together: got %v and %v, want three results", r, err)
	}
}

// mistakes are shapes graphs that are ill-formed, and what is said of them.
var mistakes = []struct{ name, text, want string }{
	{"no path", `:S a sh:PropertyShape ; sh:targetNode :x .`, "<http://e/S>: a property shape has no sh:path"},
	{"two paths", `:S sh:targetNode :x ; sh:path :p , :q .`, "<http://e/S>: expected one sh:path, found 2"},
	{"a node shape with a path", `:S a sh:NodeShape ; sh:path :p .`, "<http://e/S>: a node shape has a sh:path"},
	{"a literal for a path", `:S sh:targetNode :x ; sh:path "p" .`, `<http://e/S>: expected a property path, found "p"`},
	{"a path in itself", `:S sh:targetNode :x ; sh:path _:p . _:p sh:inversePath _:p .`, "<http://e/S>: a property path is part of itself"},
	{"a sequence of one", `:S sh:targetNode :x ; sh:path ( :p ) .`, "<http://e/S>: a property path: expected a list of two or more, found 1"},
	{"a list without an end", `:S sh:targetNode :x ; sh:path _:l . _:l rdf:first :p ; rdf:rest _:l .`, "<http://e/S>: a property path: expected a list that has an end"},
	{"two kinds of path", `:S sh:targetNode :x ; sh:path [ sh:inversePath :p ; sh:zeroOrMorePath :q ] .`, "<http://e/S>: expected one kind of property path at _:genid0, found 2"},
	{"a count on a node", `:S sh:targetNode :x ; sh:minCount 1 .`, "<http://e/S>: sh:minCount stands on a shape without a sh:path"},
	{"two counts", `:S sh:targetNode :x ; sh:path :p ; sh:minCount 1 , 2 .`, "<http://e/S>: expected one sh:minCount, found 2"},
	{"a count that is no number", `:S sh:targetNode :x ; sh:path :p ; sh:minCount "1" .`, `<http://e/S>: sh:minCount: expected an integer from 0 on, found "1"`},
	{"a class that is no IRI", `:S sh:targetNode :x ; sh:class "C" .`, `<http://e/S>: sh:class: expected an IRI, found "C"`},
	{"a node kind nobody knows", `:S sh:targetNode :x ; sh:nodeKind :Thing .`, "<http://e/S>: sh:nodeKind: expected a node kind such as sh:IRI, found <http://e/Thing>"},
	{"a limit that is no literal", `:S sh:targetNode :x ; sh:minInclusive :y .`, "<http://e/S>: sh:minInclusive: expected a literal, found <http://e/y>"},
	{"a pattern that cannot be read", `:S sh:targetNode :x ; sh:pattern "(" .`, "<http://e/S>: sh:pattern: "},
	{"no list of languages", `:S sh:targetNode :x ; sh:languageIn "en" .`, "<http://e/S>: sh:languageIn: expected a list that has an end"},
	{"neither true nor false", `:S sh:targetNode :x ; sh:closed "yes" .`, `<http://e/S>: sh:closed: expected true or false, found "yes"`},
	{"a property shape without a path", `:S sh:targetNode :x ; sh:property [ sh:minCount 1 ] .`, "<http://e/S>: sh:property: expected a shape with a sh:path, found _:genid0"},
	{"a literal for a shape", `:S sh:targetNode :x ; sh:node "S" .`, `"S": expected a shape, found a literal`},
	{"a count without a qualified shape", `:S sh:targetNode :x ; sh:path :p ; sh:qualifiedMinCount 1 .`, "<http://e/S>: sh:qualifiedMinCount: expected a sh:qualifiedValueShape beside it"},
	{"a message that is no text", `:S sh:targetNode :x ; sh:message 1 .`, `<http://e/S>: expected a text for sh:message, found "1"^^`},
	{"a severity that is no IRI", `:S sh:targetNode :x ; sh:severity "bad" .`, `<http://e/S>: expected an IRI for sh:severity, found "bad"`},
	{"a target that is no IRI", `:S sh:targetClass "C" .`, `<http://e/S>: expected an IRI for sh:targetClass, found "C"`},
	{"a shape that asks itself", `:S sh:targetNode :x ; sh:node :S .`, "<http://e/S>: the shape asks itself; shapes that do are not supported"},
	{"shapes in a circle", `:A sh:targetNode :x ; sh:not :B . :B sh:or ( :C ) . :C sh:property [ sh:path :p ; sh:node :A ] .`, "<http://e/A>: the shape asks itself, through <http://e/B>, <http://e/C>, the property shape with the path <http://e/p> of <http://e/C>; shapes that do are not supported"},
	{"a mistake below a blank node", `:S sh:targetNode :x ; sh:or ( [ sh:not [ sh:path :p ; sh:minCount "1" ] ] ) .`, "the sh:not with the path <http://e/p> of the sh:or of <http://e/S>: sh:minCount: expected an integer"},

	{"data that follow from others", `<http://e/> sh:entailment <http://www.w3.org/ns/entailment/RDFS> .`, "<http://e/>: the entailment regime <http://www.w3.org/ns/entailment/RDFS> is not supported"},

	{"a query that cannot be read", `:S sh:targetNode :x ; sh:sparql [ sh:select "SELECT $this {" ] .`, "<http://e/S>: sh:select:1:15: expected"},
	{"a prefix that is not declared", `:S sh:targetNode :x ; sh:sparql [ sh:select "SELECT $this { $this e:p ?o }" ] .`, "<http://e/S>: sh:select:1:22: "},
	{"two namespaces for a prefix", `:S sh:targetNode :x ; sh:sparql [ sh:prefixes :P , :Q ; sh:select "SELECT $this { }" ] . :Q sh:declare [ sh:prefix "e" ; sh:namespace "http://f/" ] .`, "<http://e/S>: the prefix e: is declared as <http://"},
	{"no query", `:S sh:targetNode :x ; sh:sparql [ sh:message "m" ] .`, "<http://e/S>: _:genid0 has no sh:select"},
	{"another form of query", `:S sh:targetNode :x ; sh:sparql [ sh:select "ASK { }" ] .`, "<http://e/S>: sh:select: expected a query of the other form"},
	{"a query that does not select the node", `:S sh:targetNode :x ; sh:sparql [ sh:select "SELECT ?x { ?x ?p $this }" ] .`, "<http://e/S>: sh:select: the query does not select $this"},
	{"MINUS in EXISTS", `:S sh:targetNode :x ; sh:sparql [ sh:select "SELECT $this { FILTER EXISTS { $this ?p ?o MINUS { ?a ?b ?c } } }" ] .`, "<http://e/S>: sh:select: MINUS cannot be used"},
	{"VALUES behind the pattern", `:S sh:targetNode :x ; sh:sparql [ sh:select "SELECT $this { } VALUES ?x { 1 }" ] .`, "<http://e/S>: sh:select: VALUES cannot be used"},
	{"SERVICE in OPTIONAL", `:S sh:targetNode :x ; sh:sparql [ sh:select "SELECT $this { OPTIONAL { SERVICE SILENT <http://s/> { } } }" ] .`, "<http://e/S>: sh:select: SERVICE cannot be used"},
	{"another value for the node", `:S sh:targetNode :x ; sh:sparql [ sh:select "SELECT (1 AS $this) { }" ] .`, "<http://e/S>: sh:select: ?this is bound before the query runs"},
	{"another value for the shape", `:S sh:targetNode :x ; sh:sparql [ sh:select "SELECT $this { BIND (1 AS ?currentShape) }" ] .`, "<http://e/S>: sh:select: ?currentShape is bound before the query runs"},
	{"another value for a parameter", `:K a sh:ConstraintComponent ; sh:parameter [ sh:path :a ] ; sh:validator [ sh:ask "ASK { BIND (1 AS ?a) }" ] . :S sh:targetNode :x ; :a 2 .`, "<http://e/S>: sh:ask: ?a is bound before the query runs"},
	{"a subquery that does not show the node", `:S sh:targetNode :x ; sh:sparql [ sh:select "SELECT $this { { SELECT ?x { $this ?p ?x } } }" ] .`, "<http://e/S>: sh:select: a subquery does not select ?this"},
	{"a component without parameters", `:K a sh:ConstraintComponent ; sh:validator [ sh:ask "ASK {}" ] .`, "<http://e/K>: a constraint component has no parameter that is not optional"},
	{"a parameter with a name that is taken", `:K a sh:ConstraintComponent ; sh:parameter [ sh:path :this ] , [ sh:path :a ] .`, `<http://e/K>: the parameter <http://e/this> cannot be a variable named "this"`},
	{"two values for one of two parameters", `:K a sh:ConstraintComponent ; sh:parameter [ sh:path :a ] , [ sh:path :b ] ; sh:validator [ sh:ask "ASK {}" ] . :S sh:targetNode :x ; :a 1 , 2 ; :b 3 .`, "<http://e/S>: expected one <http://e/a>, found 2"},
}

func TestIllFormedShapes(t *testing.T) {
	for _, c := range mistakes {
		t.Run(c.name, func(t *testing.T) {
			_, err := shacl.Compile(loaded(t, c.text+declarations).Graph(0), shacl.Options{})
			var wrong *shacl.ShapesError
			if !errors.As(err, &wrong) {
				t.Fatalf("got %v, want %s", err, c.want)
			}
			if got := wrong.Problems[0].String(); !strings.HasPrefix(got, c.want) {
				t.Errorf("got  %s\nwant %s", got, c.want)
			}
		})
	}
}

// What we do not support is not called ill-formed.
func TestRecursiveShapesAreUnsupported(t *testing.T) {
	for text, want := range map[string]bool{
		`:S sh:targetNode :x ; sh:node :S .`:                                 true,
		`:S sh:targetNode :x ; sh:property [ sh:path :p ; sh:node :S ] .`:    true,
		`:S sh:targetNode :x ; sh:node :S ; sh:class "C" .`:                  false,
		`:S sh:targetNode :x ; sh:class "C" .`:                               false,
		`<http://e/> sh:entailment <http://www.w3.org/ns/entailment/RDFS> .`: true,
	} {
		_, err := shacl.Compile(loaded(t, text+declarations).Graph(0), shacl.Options{})
		var wrong *shacl.ShapesError
		if !errors.As(err, &wrong) || wrong.Unsupported() != want {
			t.Errorf("%s: %v, want an error that is unsupported: %t", text, err, want)
		}
	}
}
