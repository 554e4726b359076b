package shacl_test

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"github.com/cayleygraph/quad"

	"policygraph/graph"
	"policygraph/graph/path"
	"policygraph/graph/shacl"
	"policygraph/graph/turtle"
)

const head = `@prefix : <http://e/> . @prefix sh: <http://www.w3.org/ns/shacl#> . @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
	@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> . @prefix owl: <http://www.w3.org/2002/07/owl#> .
	`

// loaded reads TriG with the prefixes of head.
func loaded(t testing.TB, text string) *graph.Dataset {
	t.Helper()
	var b graph.Builder
	for q, err := range turtle.Read(strings.NewReader(head+text), turtle.ReadOptions{Syntax: turtle.TriG}) {
		if err != nil {
			t.Fatalf("%v\n%s", err, text)
		}
		if err := b.Add(q); err != nil {
			t.Fatal(err)
		}
	}
	return b.Dataset()
}

func compiled(t testing.TB, shapes *graph.Graph) *shacl.Shapes {
	t.Helper()
	s, err := shacl.Compile(shapes, shacl.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// brief is results in order, each as "focus path value component", with ! for
// the value where there is none.
func brief(results []shacl.Result) string {
	lines := make([]string, len(results))
	for i, r := range results {
		component := strings.TrimSuffix(strings.TrimPrefix(string(r.Component), shacl.Namespace), "ConstraintComponent")
		lines[i] = fmt.Sprintf("%s %s %s %s", name(r.FocusNode), way(r.Path), name(r.Value), strings.TrimPrefix(component, "http://e/"))
	}
	return strings.Join(lines, "; ")
}

func name(v quad.Value) string {
	switch v := v.(type) {
	case nil:
		return "!"
	case quad.IRI:
		return strings.TrimPrefix(string(v), "http://e/")
	case quad.BNode:
		return "_"
	case quad.TypedString:
		return string(v.Value)
	}
	return v.String()
}

func way(p path.Path) string {
	if p == nil {
		return "-"
	}
	return strings.NewReplacer("<http://e/", "", ">", "").Replace(p.String())
}

// cases are documents that are data and shapes at once, and what validation
// finds in them.
var cases = []struct{ name, text, want string }{
	// Targets (2.1.3).
	{"a target that is not in the data", `:S sh:targetNode :x ; sh:nodeKind sh:Literal .`, "x - x NodeKind"},
	{"a literal as target", `:S sh:targetNode 5 ; sh:datatype xsd:string .`, "5 - 5 Datatype"},
	{"a node that two targets select", `:S sh:targetNode :x ; sh:targetClass :C ; sh:nodeKind sh:Literal . :x a :C .`, "x - x NodeKind"},
	{"instances of subclasses", `:S sh:targetClass :A ; sh:nodeKind sh:Literal . :B rdfs:subClassOf :A . :C rdfs:subClassOf :B . :x a :C .`, "x - x NodeKind"},
	{"classes in a circle", `:S sh:targetClass :A ; sh:nodeKind sh:Literal . :B rdfs:subClassOf :A . :A rdfs:subClassOf :B . :x a :B .`, "x - x NodeKind"},
	{"a shape that is a class", `:S a sh:NodeShape , rdfs:Class ; sh:nodeKind sh:Literal . :x a :S .`, "x - x NodeKind"},
	{"a class by a class of classes", `:S a sh:NodeShape , :Meta ; sh:nodeKind sh:Literal . :Meta rdfs:subClassOf rdfs:Class . :x a :S .`, "x - x NodeKind"},
	{"a class of another kind is none", `:S a sh:NodeShape , owl:Class ; sh:nodeKind sh:Literal . :x a :S .`, ""},
	{"subjects", `:S sh:targetSubjectsOf :p ; sh:nodeKind sh:Literal . :x :p 1 , 2 .`, "x - x NodeKind"},
	{"objects", `:S sh:targetObjectsOf :p ; sh:nodeKind sh:IRI . :x :p 1 , :y .`, "1 - 1 NodeKind"},
	{"no target", `:S a sh:NodeShape ; sh:nodeKind sh:Literal .`, ""},
	{"a target on a property shape", `:S sh:targetNode :x ; sh:path :p ; sh:minCount 1 .`, "x p ! MinCount"},
	{"a deactivated shape", `:S sh:targetNode :x ; sh:nodeKind sh:Literal ; sh:deactivated true .`, ""},
	{"a deactivated shape is conformed to", `:S sh:targetNode :x ; sh:not [ sh:nodeKind sh:Literal ; sh:deactivated true ] .`, "x - x Not"},

	// Paths (2.3.1).
	{"a path of a term that is not in the data", `:S sh:targetNode "x" ; sh:path [ sh:zeroOrMorePath :p ] ; sh:nodeKind sh:IRI .`, `"x" p* "x" NodeKind`},
	{"an inverse path", `:S sh:targetNode :x ; sh:path [ sh:inversePath :p ] ; sh:maxCount 1 . :y :p :x . :z :p :x .`, "x ^p ! MaxCount"},
	{"an inverse path of a sequence", `:S sh:targetNode :x ; sh:path [ sh:inversePath ( :p :q ) ] ; sh:nodeKind sh:Literal . :y :p [ :q :x ] .`, "x ^(p/q) y NodeKind"},
	{"values that two ways lead to count once", `:S sh:targetNode :x ; sh:path [ sh:alternativePath ( :p :q ) ] ; sh:maxCount 1 . :x :p :y ; :q :y .`, ""},
	{"a path in a circle", `:S sh:targetNode :x ; sh:path [ sh:oneOrMorePath :p ] ; sh:minCount 3 . :x :p :y . :y :p :x .`, "x p+ ! MinCount"},
	{"a path that may be empty", `:S sh:targetNode :x ; sh:path [ sh:zeroOrOnePath :p ] ; sh:nodeKind sh:Literal . :x :p 1 .`, "x p? x NodeKind"},
	{"paths in paths", `:S sh:targetNode :x ; sh:path ( [ sh:alternativePath ( :p [ sh:inversePath :q ] ) ] [ sh:zeroOrMorePath :r ] ) ; sh:nodeKind sh:Literal . :y :q :x ; :r :z .`,
		"x (p|^q)/r* y NodeKind; x (p|^q)/r* z NodeKind"},

	// Value types (4.1).
	{"a class", `:S sh:targetNode :x ; sh:path :p ; sh:class :A . :x :p :a , :b , 1 . :a a :B . :B rdfs:subClassOf :A . :b a :C .`, "x p b Class; x p 1 Class"},
	{"two classes are two constraints", `:S sh:targetNode :x ; sh:class :A , :B . :x a :A .`, "x - x Class"},
	{"datatypes", `:S sh:targetNode "a" , "a"@en , 1 , "x"^^xsd:integer , "01"^^xsd:integer , 1.0 , :x ; sh:datatype xsd:integer .`,
		`x - x Datatype; 1.0 - 1.0 Datatype; "a" - "a" Datatype; "a"@en - "a"@en Datatype; x - x Datatype`},
	{"a range that a datatype has", `:S sh:targetNode "300"^^xsd:byte , "30"^^xsd:byte , "-1"^^xsd:unsignedInt ; sh:or ( [ sh:datatype xsd:byte ] [ sh:datatype xsd:unsignedInt ] ) .`, "-1 - -1 Or; 300 - 300 Or"},
	{"a datatype nobody knows", `:S sh:targetNode "x"^^:t ; sh:datatype :t .`, ""},
	{"text with and without language", `:S sh:targetNode "a" , "a"@en ; sh:datatype rdf:langString . :T sh:targetNode "b" , "b"@en ; sh:datatype xsd:string .`, `"a" - "a" Datatype; "b"@en - "b"@en Datatype`},
	{"blank nodes are not IRIs", `:S sh:targetClass :C ; sh:nodeKind sh:IRIOrLiteral . [] a :C .`, "_ - _ NodeKind"},

	// Cardinality, range and text (4.2 to 4.4).
	{"nothing need be there", `:S sh:targetNode :x ; sh:path :p ; sh:minCount 0 .`, ""},
	{"nothing may be there", `:S sh:targetNode :x ; sh:path :p ; sh:maxCount 0 . :x :p 1 .`, "x p ! MaxCount"},
	{"numbers of several types", `:S sh:targetNode 1 , 1.5 , 2e0 , "3"^^xsd:byte , "4" , :x ; sh:maxExclusive 2 .`, `x - x MaxExclusive; 2e0 - 2e0 MaxExclusive; 3 - 3 MaxExclusive; "4" - "4" MaxExclusive`},
	{"dates", `:S sh:targetNode "2020-01-01"^^xsd:date , "2021-01-01"^^xsd:date ; sh:minInclusive "2020-06-01"^^xsd:date .`, "2020-01-01 - 2020-01-01 MinInclusive"},
	{"times with a zone and without cannot be told apart", `:S sh:targetNode "2020-01-01T12:00:00"^^xsd:dateTime , "2020-01-03T12:00:00"^^xsd:dateTime ; sh:minInclusive "2020-01-01T12:00:00Z"^^xsd:dateTime .`,
		"2020-01-01T12:00:00 - 2020-01-01T12:00:00 MinInclusive"},
	{"not a number is no number", `:S sh:targetNode "NaN"^^xsd:double ; sh:minInclusive 0 .`, "NaN - NaN MinInclusive"},
	{"lengths in characters", `:S sh:targetNode "åøæ" , "å" ; sh:minLength 2 ; sh:maxLength 3 .`, `"å" - "å" MinLength`},
	{"lengths of other terms", `:S sh:targetNode :x , 12345 ; sh:maxLength 4 .`, "x - x MaxLength; 12345 - 12345 MaxLength"},
	{"a blank node has no length", `:S sh:targetClass :C ; sh:minLength 0 . [] a :C .`, "_ - _ MinLength"},
	{"a pattern anywhere in the text", `:S sh:targetNode "abc" , "xyz" , :abc ; sh:pattern "B" ; sh:flags "i" .`, `"xyz" - "xyz" Pattern`},
	{"a blank node matches nothing", `:S sh:targetClass :C ; sh:pattern "" . [] a :C .`, "_ - _ Pattern"},
	{"languages", `:S sh:targetNode "a"@en , "a"@en-GB , "a"@eng , "a" , "a"@nb , :x ; sh:languageIn ( "en" "NB" ) .`, `x - x LanguageIn; "a" - "a" LanguageIn; "a"@eng - "a"@eng LanguageIn`},
	{"one text for each language", `:S sh:targetNode :x ; sh:path :p ; sh:uniqueLang true . :x :p "a"@en , "b"@EN , "c"@en , "d"@nb , "e" , "f" .`, "x p ! UniqueLang"},
	{"only true turns it on", `:S sh:targetNode :x ; sh:path :p ; sh:uniqueLang "1"^^xsd:boolean . :x :p "a"@en , "b"@en .`, ""},

	// Pairs (4.5).
	{"equal sets", `:S sh:targetNode :x ; sh:path :p ; sh:equals :q . :x :p 1 , 2 ; :q 2 , 3 .`, "x p 1 Equals; x p 3 Equals"},
	{"a node equal to a value", `:S sh:targetNode :x , :y ; sh:equals :p . :x :p :x . :y :p :x .`, "y - y Equals; y - x Equals"},
	{"disjoint sets", `:S sh:targetNode :x ; sh:path :p ; sh:disjoint :q . :x :p 1 , 2 ; :q 2 , 3 .`, "x p 2 Disjoint"},
	{"a result for each pair out of order", `:S sh:targetNode :x ; sh:path :p ; sh:lessThan :q . :x :p 1 , 5 ; :q 2 , 5 , "a" .`, "x p 1 LessThan; x p 5 LessThan; x p 5 LessThan; x p 5 LessThan"},
	{"a level pair is in order", `:S sh:targetNode :x ; sh:path :p ; sh:lessThanOrEquals :q . :x :p 5 ; :q 5.0 .`, ""},
	{"IRIs have no order", `:S sh:targetNode :x ; sh:path :p ; sh:lessThanOrEquals :q . :x :p :a ; :q :a .`, "x p a LessThanOrEquals"},

	// Logic and shapes (4.6, 4.7).
	{"both of two", `:S sh:targetNode 1 , "a" ; sh:and ( [ sh:datatype xsd:integer ] [ sh:minInclusive 1 ] ) .`, `"a" - "a" And`},
	{"none of none", `:S sh:targetNode 1 ; sh:or () .`, "1 - 1 Or"},
	{"all of none", `:S sh:targetNode 1 ; sh:and () .`, ""},
	{"just one", `:S sh:targetNode 1 , 5 , 9 ; sh:xone ( [ sh:minInclusive 4 ] [ sh:minInclusive 8 ] ) .`, "1 - 1 Xone; 9 - 9 Xone"},
	{"one shape twice counts twice", `:S sh:targetNode 5 ; sh:xone ( :A :A ) . :A sh:minInclusive 4 .`, "5 - 5 Xone"},
	{"a node has one result for all that is wrong in it", `:S sh:targetNode :x ; sh:path :p ; sh:node [ sh:property [ sh:path :q ; sh:minCount 1 ] , [ sh:path :r ; sh:minCount 1 ] ] . :x :p :y .`, "x p y Node"},
	{"properties of values are results of their own", `:S sh:targetNode :x ; sh:path :p ; sh:property [ sh:path :q ; sh:minCount 1 ] . :x :p :y , :z .`, "y q ! MinCount; z q ! MinCount"},
	{"a property shape that two list has two results", `:S sh:targetNode :x ; sh:property :P . :T sh:targetNode :x ; sh:property :P . :P sh:path :p ; sh:minCount 1 .`, "x p ! MinCount; x p ! MinCount"},
	{"property shapes in their order", `:S sh:targetNode :x ; sh:property :A , :B . :A sh:path :a ; sh:minCount 1 ; sh:order 2 . :B sh:path :b ; sh:minCount 1 ; sh:order 1.5 .`, "x b ! MinCount; x a ! MinCount"},
	{"qualified values", `:S sh:targetNode :x ; sh:path :p ; sh:qualifiedValueShape [ sh:datatype xsd:integer ] ; sh:qualifiedMinCount 1 ; sh:qualifiedMaxCount 2 . :x :p 1 , 2 , 3 , "a" .`, "x p ! QualifiedMaxCount"},
	{"values of siblings do not count", `:Hand sh:targetNode :h ; sh:property [ sh:path :digit ; sh:qualifiedValueShape :T ; sh:qualifiedValueShapesDisjoint true ; sh:qualifiedMinCount 1 ] ,
		[ sh:path :digit ; sh:qualifiedValueShape :F ; sh:qualifiedValueShapesDisjoint true ; sh:qualifiedMinCount 1 ] . :T sh:class :Thumb . :F sh:class :Finger . :h :digit :d . :d a :Thumb , :Finger .`,
		"h digit ! QualifiedMinCount; h digit ! QualifiedMinCount"},
	{"values of siblings count where they may", `:Hand sh:targetNode :h ; sh:property [ sh:path :digit ; sh:qualifiedValueShape :T ; sh:qualifiedMinCount 1 ] ,
		[ sh:path :digit ; sh:qualifiedValueShape :F ; sh:qualifiedMinCount 1 ] . :T sh:class :Thumb . :F sh:class :Finger . :h :digit :d . :d a :Thumb , :Finger .`, ""},

	// Others (4.8).
	{"closed", `:S sh:targetNode :x ; sh:closed true ; sh:ignoredProperties ( rdf:type ) ; sh:property [ sh:path :p ] , [ sh:path ( :q :r ) ] . :x a :C ; :p 1 ; :q 2 , 3 .`, "x q 2 Closed; x q 3 Closed"},
	{"closed values", `:S sh:targetNode :x ; sh:path :p ; sh:closed true . :x :p :y . :y :q 1 .`, "x q 1 Closed"},
	{"not closed", `:S sh:targetNode :x ; sh:closed false . :x :p 1 .`, ""},
	{"a value that nothing else names", `:S sh:targetNode :x ; sh:path :p ; sh:hasValue 1 , 2 . :x :p 1 .`, "x p ! HasValue"},
	{"the node itself", `:S sh:targetNode :x , :y ; sh:hasValue :x .`, "y - ! HasValue"},
	{"members of a list, as terms", `:S sh:targetNode 1 , "1" , "01"^^xsd:integer , :x ; sh:in ( 1 :x ) .`, `01 - 01 In; "1" - "1" In`},
	{"members of no list", `:S sh:targetNode 1 ; sh:in () .`, "1 - 1 In"},
}

func TestCore(t *testing.T) {
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			g := loaded(t, c.text).Graph(0)
			r, err := compiled(t, g).Validate(context.Background(), g, shacl.ValidateOptions{})
			if err != nil {
				t.Fatal(err)
			}
			if got := brief(r.Results); got != c.want {
				t.Errorf("%s\ngot  %s\nwant %s", c.text, got, c.want)
			}
		})
	}
}
