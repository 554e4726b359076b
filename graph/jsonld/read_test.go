package jsonld_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"policygraph/graph"
	"policygraph/graph/jsonld"
)

// readLines gives the statements of a document as lines.
func readLines(t testing.TB, doc string, o jsonld.ReadOptions) []string {
	t.Helper()
	quads, err := readAll([]byte(doc), o)
	if err != nil {
		t.Fatalf("%v\n%s", err, doc)
	}
	return quadLines(quads)
}

func TestDocumentsAreReadAs(t *testing.T) {
	const s = "http://e.org/s http://e.org/p "
	contexts := map[string][]byte{contextIRI: []byte(`{"@context": {"p": "http://e.org/p"}}`)}
	tests := []struct {
		name, doc string
		o         jsonld.ReadOptions
		want      []string
	}{
		{"a string says nothing", `"http://e.org/"`, jsonld.ReadOptions{}, nil},
		{"byte order mark", "\ufeff[]", jsonld.ReadOptions{}, nil},
		{"known context", `{"@context": "` + contextIRI + `", "@id": "http://e.org/s", "p": "x"}`, jsonld.ReadOptions{Contexts: contexts}, []string{s + `"x"^^` + xsd + `string@ `}},
		{"base", `[{"@id": "s", "http://e.org/p": [{"@id": "o"}]}]`, jsonld.ReadOptions{Base: "http://e.org/"}, []string{s + "http://e.org/o "}},
		{"blank nodes keep their labels", `[{"@id": "_:a", "http://e.org/p": [{"@id": "_:n1"}, {}]}]`, jsonld.ReadOptions{}, []string{"_:a http://e.org/p _:n0 ", "_:a http://e.org/p _:nn1 "}},
		{"blank nodes of several documents", `[{"@id": "_:a", "http://e.org/p": [{"@id": "_:n1"}, {}]}]`, jsonld.ReadOptions{BlankPrefix: "d"}, []string{"_:da http://e.org/p _:dn0 ", "_:da http://e.org/p _:dnn1 "}},
		{"language tags are in lower case", `[{"@id": "http://e.org/s", "http://e.org/p": {"@value": "x", "@language": "EN-gb"}}]`, jsonld.ReadOptions{}, []string{s + `"x"^^` + rdf + `langString@en-gb `}},
		{"xsd:string is no datatype", `[{"@id": "http://e.org/s", "http://e.org/p": {"@value": "x", "@type": "` + xsd + `string"}}]`, jsonld.ReadOptions{}, []string{s + `"x"^^` + xsd + `string@ `}},
		{"integers of any size", `[{"@id": "http://e.org/s", "http://e.org/p": 12345678901234567890}]`, jsonld.ReadOptions{}, []string{s + `"12345678901234567890"^^` + xsd + `integer@ `}},
		{"fractions are doubles", `[{"@id": "http://e.org/s", "http://e.org/p": [3.2, 1e30, -0]}]`, jsonld.ReadOptions{}, []string{s + `"0"^^` + xsd + `integer@ `, s + `"1.0E30"^^` + xsd + `double@ `, s + `"3.2E0"^^` + xsd + `double@ `}},
		{"strings keep their lexical form", `[{"@id": "http://e.org/s", "http://e.org/p": {"@value": "01.50", "@type": "` + xsd + `double"}}]`, jsonld.ReadOptions{}, []string{s + `"01.50"^^` + xsd + `double@ `}},
		{"JSON literals are canonical", `[{"@id": "http://e.org/s", "http://e.org/p": {"@value": {"b": 1.0, "a": ["\u20ac", 1e-7, 1e21, null, true]}, "@type": "@json"}}]`, jsonld.ReadOptions{}, []string{s + fmt.Sprintf("%q", `{"a":["€",1e-7,1e+21,null,true],"b":1}`) + "^^" + rdf + "JSON@ "}},
		{"a JSON literal from RDF is a string", `[{"@id": "http://e.org/s", "http://e.org/p": {"@value": "{", "@type": "` + rdf + `JSON"}}]`, jsonld.ReadOptions{}, []string{s + `"{"^^` + rdf + `JSON@ `}},
		{"IRIs that json-gold thinks odd", `[{"@id": "http://e.org/s", "http://e.org/p": [{"@id": "http://x_y/"}, {"@id": "http:///"}]}]`, jsonld.ReadOptions{}, []string{s + "http:/// ", s + "http://x_y/ "}},
		{"named graph", `{"@graph": [{"@id": "http://e.org/g", "@graph": [{"@id": "http://e.org/s", "http://e.org/p": {"@id": "_:a"}}]}]}`, jsonld.ReadOptions{}, []string{s + "_:a http://e.org/g"}},
		{"context behind the graph", `{"@graph": [{"@id": "http://e.org/s", "p": "x"}], "@context": {"p": "http://e.org/p"}}`, jsonld.ReadOptions{}, []string{s + `"x"^^` + xsd + `string@ `}},
		{"graph by another name", `{"@context": {"p": "http://e.org/p", "g": "@graph"}, "g": [{"@id": "http://e.org/s", "p": "x"}]}`, jsonld.ReadOptions{}, []string{s + `"x"^^` + xsd + `string@ `}},
		{"array that is no graph", `{"@context": {"p": "http://e.org/p"}, "p": ["x", "y"]}`, jsonld.ReadOptions{}, []string{`_:n0 http://e.org/p "x"^^` + xsd + `string@ `, `_:n0 http://e.org/p "y"^^` + xsd + `string@ `}},
		{"graph with a name of its own", `{"@id": "http://e.org/g", "@graph": [{"@id": "http://e.org/s", "http://e.org/p": "x"}]}`, jsonld.ReadOptions{}, []string{s + `"x"^^` + xsd + `string@ http://e.org/g`}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if got := readLines(t, test.doc, test.o); !slices.Equal(got, test.want) {
				t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(test.want, "\n"))
			}
		})
	}
}

func TestReadRefuses(t *testing.T) {
	deep := strings.Repeat("[", 600) + strings.Repeat("]", 600)
	tests := []struct {
		name, doc string
		o         jsonld.ReadOptions
		want      string
	}{
		{"empty", "", jsonld.ReadOptions{Name: "a.jsonld"}, "a.jsonld:1:1: expected a JSON value, found the end of the document"},
		{"not JSON", "{\n \"a\": x}", jsonld.ReadOptions{}, "2:7: expected a JSON value, found 'x'"},
		{"second document", "{}\n{}", jsonld.ReadOptions{}, "2:1: expected the end of the document after one JSON value, found '{'"},
		{"missing comma", `{"a": 1 "b"}`, jsonld.ReadOptions{}, "1:9: expected ',' or '}', found '\"'"},
		{"comma at the end", `[1,]`, jsonld.ReadOptions{}, "1:4: expected a JSON value, found ']'"},
		{"unquoted name", `{a: 1}`, jsonld.ReadOptions{}, "1:2: expected the name of a member in quotes, found 'a'"},
		{"missing colon", `{"a" 1}`, jsonld.ReadOptions{}, "1:6: expected ':', found '1'"},
		{"leading zero", `[01]`, jsonld.ReadOptions{}, "1:3: expected ',' or ']', found '1'"},
		{"no digit", `[-]`, jsonld.ReadOptions{}, "1:3: expected a digit, found ']'"},
		{"control character", "[\"a\tb\"]", jsonld.ReadOptions{}, "1:4: expected an escape for a control character"},
		{"open string", `["a`, jsonld.ReadOptions{}, "1:4: expected the end of the string, found the end of the document"},
		{"bad escape", `["\x"]`, jsonld.ReadOptions{}, "1:4: expected one of \"\\/bfnrtu after a backslash, found 'x'"},
		{"half a character", `["\ud800"]`, jsonld.ReadOptions{}, "1:9: expected the other half of a surrogate pair, found '\"'"},
		{"not UTF-8", "[\"\xff\"]", jsonld.ReadOptions{}, "1:3: expected UTF-8, found the byte 0xff"},
		{"too deep", deep, jsonld.ReadOptions{}, "1:513: expected at most 512 levels of nesting"},
		{"too long", `[1, 2]`, jsonld.ReadOptions{Name: "a", MaxBytes: 5}, "a: beyond a limit: more than 5 bytes"},
		{"context that is not allowed", `{"@context": "http://e.org/c", "p": 1}`, jsonld.ReadOptions{Name: "a"}, "a: loading remote context failed: "},
		{"context that is not allowed, how to", `{"@context": "http://e.org/c", "p": 1}`, jsonld.ReadOptions{}, "the context <http://e.org/c> is not loaded: give its text by name in the contexts that are allowed"},
		{"relative base", `{}`, jsonld.ReadOptions{Base: "a"}, `expected an absolute IRI as the base, found "a"`},
		{"rule of JSON-LD", `[{"@id": 1}]`, jsonld.ReadOptions{Name: "a"}, "a: invalid @id value"},
		{"panic of json-gold", `{"@context": {"e": null}, "e:a": "x"}`, jsonld.ReadOptions{}, "processing failed: "},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			_, err := readAll([]byte(test.doc), test.o)
			if err == nil || !strings.Contains(err.Error(), test.want) {
				t.Errorf("got %v, want %q", err, test.want)
			}
		})
	}
}

func TestLimitsAreErrLimit(t *testing.T) {
	for _, o := range []jsonld.ReadOptions{{MaxDepth: 2}, {MaxBytes: 5}} {
		if _, err := readAll([]byte(`[[[[]]]]`), o); !errors.Is(err, jsonld.ErrLimit) {
			t.Errorf("got %v", err)
		}
	}
}

func TestDroppedStatementsAreTold(t *testing.T) {
	var reasons []string
	o := jsonld.ReadOptions{OnDrop: func(reason error) { reasons = append(reasons, reason.Error()) }}
	doc := `[{"@id": "http://e.org/s", "http://e.org/p": [{"@id": "a b"}, {"@value": "x", "@language": "abcdefghi"}], "_:p": [{"@value": "x"}]}]`
	if got := readLines(t, doc, o); len(got) != 0 {
		t.Errorf("got %q", got)
	}
	want := []string{
		`not a valid RDF term: the IRI "a b"`,
		`not a valid RDF term: the blank node as a predicate "_:p"`,
		`not a valid RDF term: the language tag "abcdefghi"`,
	}
	slices.Sort(reasons)
	if !slices.Equal(reasons, want) {
		t.Errorf("got %q", reasons)
	}
}

func TestReadStopsWhenAsked(t *testing.T) {
	n := 0
	for _, err := range jsonld.Read(strings.NewReader(`[{"@id": "urn:s", "urn:p": ["x", "y"]}]`), jsonld.ReadOptions{}) {
		if err != nil {
			t.Fatal(err)
		}
		n++
		break
	}
	if n != 1 {
		t.Errorf("%d statements", n)
	}
}

// TestWhatIsWrittenIsRead is TestRandomDatasetsReadBack with our reader, which
// has no quarrel with the IRIs that json-gold drops.
func TestWhatIsWrittenIsRead(t *testing.T) {
	for seed := range uint64(1500) {
		g := newGen(seed)
		quads := g.quads()
		doc := write(t, jsonld.WriteOptions{Expanded: true}, quads)
		if got, want := readLines(t, doc, jsonld.ReadOptions{}), quadLines(quads); !slices.Equal(got, want) {
			t.Fatalf("seed %d: read\n%s\nmissing\n%s\nfrom\n%s", seed, without(got, want), without(want, got), doc)
		}
	}
}

// expandedValue is a value of expanded form, or something near it.
func (g gen) expandedValue(depth int) any {
	switch g.IntN(9) {
	case 0:
		return pick[any](g, "x", 1.0, 2.5, true, nil)
	case 1:
		return map[string]any{"@value": pick[any](g, "x", "", 3.0, false)}
	case 2:
		return map[string]any{"@value": "x", "@type": pick[any](g, xsd+"integer", xsd+"string", "T", g.iri())}
	case 3:
		return map[string]any{"@value": "x", "@language": pick(g, genTags...)}
	case 4:
		return map[string]any{"@list": []any{map[string]any{"@value": "x"}, map[string]any{"@id": g.iri()}}}
	case 5:
		if depth > 0 {
			return g.expandedNode(depth - 1)
		}
	}
	return map[string]any{"@id": pick(g, g.iri(), "_:b0", "_:n1", "a", "_:a b")}
}

func (g gen) expandedNode(depth int) map[string]any {
	n := map[string]any{}
	if g.often(85) {
		n["@id"] = pick(g, g.iri(), "_:b1", "rel")
	}
	if g.often(40) {
		n["@type"] = pick[any](g, g.iri(), []any{g.iri(), "_:b2"}, "T")
	}
	if g.often(10) {
		n["@index"] = "i"
	}
	for range g.IntN(4) {
		key := pick(g, g.iri(), g.iri(), g.iri(), "p", "_:p")
		n[key] = pick[any](g, []any{g.expandedValue(depth), g.expandedValue(depth)}, g.expandedValue(depth))
	}
	if g.often(15) && depth > 0 {
		n["@graph"] = []any{g.expandedNode(depth - 1), g.expandedNode(depth - 1)}
	}
	if g.often(5) && depth > 0 {
		n["@reverse"] = map[string]any{g.iri(): g.expandedNode(0)}
	}
	return n
}

// TestDirectReadingIsExpansion checks that a document means the same whether
// its nodes are read directly or, under a context that changes nothing, by
// expansion.
func TestDirectReadingIsExpansion(t *testing.T) {
	for seed := range uint64(1000) {
		g := newGen(seed)
		var nodes []any
		for range 1 + g.IntN(4) {
			nodes = append(nodes, g.expandedNode(2))
		}
		direct, _ := json.Marshal(nodes)
		expanded, _ := json.Marshal(map[string]any{"@context": map[string]any{"unused": "http://unused.org/"}, "@graph": nodes})
		a, errA := readAll(direct, jsonld.ReadOptions{})
		b, errB := readAll(expanded, jsonld.ReadOptions{})
		if (errA == nil) != (errB == nil) {
			t.Fatalf("seed %d: %v against %v\n%s", seed, errA, errB, direct)
		}
		if !isomorphic(a, b) {
			t.Fatalf("seed %d: direct\n%s\nexpanded\n%s\n%s", seed, strings.Join(quadLines(a), "\n"), strings.Join(quadLines(b), "\n"), direct)
		}
	}
}

func TestContextsAreNotChangedByReading(t *testing.T) {
	contexts := map[string][]byte{
		contextIRI:           []byte(`{"@context": {"@version": 1.1, "@import": "http://e.org/inner", "p": "http://e.org/p"}}`),
		"http://e.org/inner": []byte(`{"@context": {"q": "http://e.org/q"}}`),
	}
	before := maps.Clone(contexts)
	doc := `{"@context": "` + contextIRI + `", "@id": "http://e.org/s", "p": "x", "q": "y"}`
	for range 2 {
		if got := readLines(t, doc, jsonld.ReadOptions{Contexts: contexts}); len(got) != 2 {
			t.Errorf("got %q", got)
		}
	}
	if !maps.EqualFunc(before, contexts, func(a, b []byte) bool { return string(a) == string(b) }) {
		t.Error("the contexts have changed")
	}
}

func FuzzRead(f *testing.F) {
	f.Add(`[{"@id": "http://e.org/s", "@type": ["http://e.org/T"], "http://e.org/p": [{"@value": "x", "@language": "en"}, {"@id": "_:b"}]}]`)
	f.Add(`{"@context": {"g": "@graph"}, "g": [{"@id": "http://e.org/g", "g": [{"@type": "http://e.org/T"}]}]}`)
	f.Add(`["\ud83d\ude00\u00e9", -1.5e+3, null]`)
	f.Add(`[{"":[{}]}`)
	f.Add(`{"@graph": [{"@id": "urn:a", "urn:p": ["é", 1]}, {}], "@id": "urn:g"}`)
	f.Fuzz(func(t *testing.T, doc string) {
		o := jsonld.ReadOptions{MaxDepth: 64}
		quads, err := readAll([]byte(doc), o)
		var syntax *jsonld.SyntaxError
		refused := errors.As(err, &syntax)
		valid := utf8.ValidString(doc) && json.Valid([]byte(strings.TrimPrefix(doc, "\ufeff")))
		var rule *jsonld.ProcessingError
		broken := errors.As(err, &rule) // before a place where it is not JSON, perhaps
		stricter := errors.Is(err, jsonld.ErrLimit) || strings.Contains(doc, `\u`)
		if refused == valid && !broken && !(refused && stricter) {
			t.Errorf("JSON: %v; refused: %v\n%s", valid, err, doc)
		}
		for _, q := range quads {
			var raw graph.RawQuad
			if err := raw.SetQuad(q); err != nil {
				t.Errorf("%v: %v", q, err)
			}
			if err := raw.Check(); err != nil {
				t.Errorf("%v: %v", q, err)
			}
		}
		sameThroughWindows(t, doc, o)
	})
}
