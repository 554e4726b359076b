package jsonld_test

import (
	"errors"
	"fmt"
	"io"
	"os"
	"runtime"
	"strings"
	"testing"

	"github.com/cayleygraph/quad"

	"policygraph/graph/jsonld"
)

func parse(t testing.TB, text string) *jsonld.Context {
	t.Helper()
	c, err := jsonld.ParseContext([]byte(text))
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func testContext(t testing.TB) (*jsonld.Context, string) {
	t.Helper()
	text, err := os.ReadFile("testdata/context.jsonld")
	if err != nil {
		t.Fatal(err)
	}
	return parse(t, string(text)), string(text)
}

const (
	ex   = "https://example.org/ns#"
	code = "https://example.org/code/"
	base = "https://example.org/id/"
	dct  = "http://purl.org/dc/terms/"
	skos = "http://www.w3.org/2004/02/skos/core#"
	xsd  = "http://www.w3.org/2001/XMLSchema#"
	rdf  = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
)

func st(s, p string, o quad.Value) quad.Quad {
	return quad.Quad{Subject: quad.IRI(s), Predicate: quad.IRI(p), Object: o}
}

func lang(text, tag string) quad.Value { return quad.LangString{Value: quad.String(text), Lang: tag} }

func typed(text, datatype string) quad.Value {
	return quad.TypedString{Value: quad.String(text), Type: quad.IRI(datatype)}
}

// finding is one node that uses most of the test context.
func finding() []quad.Quad {
	f := base + "finding/1"
	return []quad.Quad{
		st(f, skos+"prefLabel", lang("Navn", "nb")),
		st(f, dct+"title", quad.String("no term fits")),
		st(f, ex+"direction", quad.IRI(code+"direction-null")),
		st(f, ex+"evaluates", quad.IRI(base+"measure/mentoring")),
		st(f, ex+"effectValue", typed("3.20", xsd+"decimal")),
		st(f, ex+"months", typed("12", xsd+"integer")),
		st(f, ex+"months", typed("a year", xsd+"duration")),
		st(f, ex+"statedIn", quad.IRI(base+"section/4.2")),
		st(f, dct+"description", lang("tekst", "nb")),
		st(f, dct+"description", lang("text", "en")),
		st(f, rdf+"type", quad.IRI(ex+"Finding")),
	}
}

func inGraph(name string, quads ...quad.Quad) []quad.Quad {
	for i := range quads {
		quads[i].Label = quad.IRI(base + name)
	}
	return quads
}

func TestDocumentsAreWrittenAs(t *testing.T) {
	c, text := testContext(t)
	named := jsonld.WriteOptions{Context: c, ContextIRI: contextIRI, Base: base}
	indented := named
	indented.Indent = "  "
	tests := []struct {
		name  string
		o     jsonld.WriteOptions
		quads []quad.Quad
		want  string
	}{
		{"nothing", named, nil, `{"@context": ["http://example.org/context", {"@base": "https://example.org/id/"}],
"graph": []}
`},
		{"nothing, expanded", jsonld.WriteOptions{Expanded: true}, nil, "[]\n"},
		{"no context at all", jsonld.WriteOptions{}, []quad.Quad{st(base+"a", ex+"p", quad.String("x"))}, `{"@graph": [
{"@id": "https://example.org/id/a", "https://example.org/ns#p": "x"}
]}
`},
		{"terms of the type in its order, then other keys by name", named, finding(), `{"@context": ["http://example.org/context", {"@base": "https://example.org/id/"}],
"graph": [
{"id": "finding/1", "type": ["Finding"], "text": {"en": "text", "nb": "tekst"}, "place": {"section": ["section/4.2"]}, "evaluates": ["measure/mentoring"], "direction": "null", "effect": {"value": "3.20", "months": "12"}, "dct:title": "no term fits", "ex:months": {"@value": "a year", "type": "xsd:duration"}, "label": {"nb": "Navn"}}
]}
`},
		{"indented", indented, finding()[:6], `{
  "@context": ["http://example.org/context", {"@base": "https://example.org/id/"}],
  "graph": [
    {
      "id": "finding/1",
      "dct:title": "no term fits",
      "ex:direction": {"id": "code:direction-null"},
      "ex:effectValue": {"@value": "3.20", "type": "xsd:decimal"},
      "ex:evaluates": {"id": "measure/mentoring"},
      "ex:months": {"@value": "12", "type": "xsd:integer"},
      "label": {
        "nb": "Navn"
      }
    }
  ]
}
`},
		{"expanded", jsonld.WriteOptions{Expanded: true}, []quad.Quad{
			st(base+"a", ex+"p", quad.IRI(base+"b")), st(base+"a", ex+"p", lang("x", "en")), st(base+"a", rdf+"type", quad.BNode("t")),
		}, `[
{"@id":"https://example.org/id/a","@type":["_:t"],"https://example.org/ns#p":[{"@id":"https://example.org/id/b"},{"@value":"x","@language":"en"}]}
]
`},
		{"named graphs", named, append(inGraph("g", st(base+"a", ex+"p", quad.String("1")), st(base+"b", ex+"p", quad.String("2"))), st(base+"a", ex+"p", quad.String("3"))), `{"@context": ["http://example.org/context", {"@base": "https://example.org/id/"}],
"graph": [
{"id": "g", "graph": [
{"id": "a", "ex:p": "1"},
{"id": "b", "ex:p": "2"}
]},
{"id": "a", "ex:p": "3"}
]}
`},
		{"a scheme that is a prefix makes a node stand alone", jsonld.WriteOptions{Context: parse(t, `{"doi": "https://doi.org/"}`)}, []quad.Quad{
			st("doi:10.1/2", ex+"p", quad.String("x")), st("https://doi.org/10.1/2", ex+"p", quad.String("y")),
		}, `{"@context": {"doi":"https://doi.org/"},
"@graph": [
{"@context": null, "@id": "doi:10.1/2", "https://example.org/ns#p": [{"@value": "x"}]},
{"@id": "doi:10.1/2", "https://example.org/ns#p": "y"}
]}
`},
		{"a named graph that the context cannot name", jsonld.WriteOptions{Context: parse(t, `{"urn": "http://y.example/"}`)}, []quad.Quad{
			{Subject: quad.IRI("http://e.org/a"), Predicate: quad.IRI("http://e.org/p"), Object: quad.String("x"), Label: quad.IRI("urn:g")},
		}, `{"@context": {"urn":"http://y.example/"},
"@graph": [
{"@context": null, "@id": "urn:g", "@graph": [
{"@id": "http://e.org/a", "http://e.org/p": [{"@value": "x"}]}
]}
]}
`},
		{"a collection stays the statements it is", jsonld.WriteOptions{}, []quad.Quad{
			{Subject: quad.BNode("l"), Predicate: quad.IRI(rdf + "first"), Object: quad.String("")},
			{Subject: quad.BNode("l"), Predicate: quad.IRI(rdf + "rest"), Object: quad.IRI(rdf + "nil")},
		}, `{"@graph": [
{"@id": "_:l", "http://www.w3.org/1999/02/22-rdf-syntax-ns#first": "", "http://www.w3.org/1999/02/22-rdf-syntax-ns#rest": {"@id": "http://www.w3.org/1999/02/22-rdf-syntax-ns#nil"}}
]}
`},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got := write(t, test.o, test.quads)
			if got != test.want {
				t.Errorf("got\n%s\nwant\n%s", got, test.want)
			}
			readsBack(t, got, oneContext{contextIRI, text}, test.quads)
		})
	}
}

// TestValuesAreWrittenAs pins how one object is written under a context.
func TestValuesAreWrittenAs(t *testing.T) {
	const p = "http://e.org/p"
	tests := []struct {
		name, context string
		object        quad.Value
		want          string
	}{
		{"term without coercion", `{"p": "http://e.org/p"}`, quad.String("x"), `"p": "x"`},
		{"reference needs an object", `{"p": "http://e.org/p"}`, quad.IRI("http://e.org/o"), `"p": {"@id": "http://e.org/o"}`},
		{"coerced reference", `{"p": {"@id": "http://e.org/p", "@type": "@id"}}`, quad.IRI("http://e.org/o"), `"p": "http://e.org/o"`},
		{"literal does not fit a coerced term", `{"p": {"@id": "http://e.org/p", "@type": "@id"}}`, quad.String("x"), `"http://e.org/p": "x"`},
		{"datatype", `{"p": {"@id": "http://e.org/p", "@type": "http://e.org/T"}}`, typed("1", "http://e.org/T"), `"p": "1"`},
		{"other datatype", `{"p": {"@id": "http://e.org/p", "@type": "http://e.org/T"}, "p2": "http://e.org/p"}`, typed("1", "http://e.org/U"), `"p2": {"@value": "1", "@type": "http://e.org/U"}`},
		{"xsd:string coercion is no coercion", `{"p": {"@id": "http://e.org/p", "@type": "http://www.w3.org/2001/XMLSchema#string"}}`, quad.String("x"), `"p": "x"`},
		{"language of the term", `{"p": {"@id": "http://e.org/p", "@language": "NB"}}`, lang("x", "nb"), `"p": "x"`},
		{"default language", `{"@language": "nb", "p": "http://e.org/p"}`, lang("x", "nb"), `"p": "x"`},
		{"default language is not meant", `{"@language": "nb", "p": "http://e.org/p"}`, quad.String("x"), `"p": {"@value": "x"}`},
		{"no language", `{"@language": "nb", "p": "http://e.org/p", "plain": {"@id": "http://e.org/p", "@language": null}}`, quad.String("x"), `"plain": "x"`},
		{"language map", `{"p": {"@id": "http://e.org/p", "@container": "@language"}}`, lang("x", "nb"), `"p": {"nb": "x"}`},
		{"language map of arrays", `{"p": {"@id": "http://e.org/p", "@container": ["@language", "@set"]}}`, lang("x", "nb"), `"p": {"nb": ["x"]}`},
		{"no language in a language map", `{"p": {"@id": "http://e.org/p", "@container": "@language"}}`, quad.String("x"), `"p": {"@none": "x"}`},
		{"tag that is an alias", `{"none": "@none", "p": {"@id": "http://e.org/p", "@container": "@language"}}`, lang("x", "none"), `"http://e.org/p": {"@value": "x", "@language": "none"}`},
		{"set", `{"p": {"@id": "http://e.org/p", "@container": "@set"}}`, quad.String("x"), `"p": ["x"]`},
		{"list is not for single values", `{"p": {"@id": "http://e.org/p", "@container": "@list"}}`, quad.String("x"), `"http://e.org/p": "x"`},
		{"JSON literals are typed strings", `{"p": {"@id": "http://e.org/p", "@type": "@json"}}`, typed("[]", rdf+"JSON"), `"http://e.org/p": {"@value": "[]", "@type": "` + rdf + `JSON"}`},
		{"reverse terms are not for objects", `{"p": {"@reverse": "http://e.org/p"}}`, quad.IRI("http://e.org/o"), `"http://e.org/p": {"@id": "http://e.org/o"}`},
		{"the shortest term", `{"p": "http://e.org/p", "name": "http://e.org/p"}`, quad.String("x"), `"p": "x"`},
		{"vocabulary", `{"@vocab": "http://e.org/"}`, quad.IRI("http://e.org/o"), `"p": {"@id": "http://e.org/o"}`},
		{"word of a scoped vocabulary", `{"p": {"@id": "http://e.org/p", "@type": "@vocab", "@context": {"@vocab": "http://e.org/code-"}}}`, quad.IRI("http://e.org/code-null"), `"p": "null"`},
		{"word that is a term", `{"null": "http://e.org/x", "p": {"@id": "http://e.org/p", "@type": "@vocab", "@context": {"@vocab": "http://e.org/code-"}}}`, quad.IRI("http://e.org/code-null"), `"p": "http://e.org/code-null"`},
		{"word with a colon", `{"p": {"@id": "http://e.org/p", "@type": "@vocab", "@context": {"@vocab": "http://e.org/code-"}}}`, quad.IRI("http://e.org/code-a:b"), `"p": "http://e.org/code-a:b"`},
		{"term as value", `{"o": "http://e.org/o", "p": {"@id": "http://e.org/p", "@type": "@vocab"}, "i": {"@id": "http://e.org/p", "@type": "@id"}}`, quad.IRI("http://e.org/o"), `"p": "o"`},
		{"no term as value", `{"o": "http://e.org/o", "p": {"@id": "http://e.org/p", "@type": "@vocab"}, "i": {"@id": "http://e.org/p", "@type": "@id"}}`, quad.IRI("http://e.org/x"), `"i": "http://e.org/x"`},
		{"term that defines itself anew", `{"p": {"@id": "http://e.org/p", "@context": {"p": {"@id": "http://e.org/p", "@type": "@id"}}}}`, quad.String("x"), `"http://e.org/p": "x"`},
		{"prefix", `{"e": "http://e.org/"}`, typed("x", "http://e.org/T"), `"e:p": {"@value": "x", "@type": "e:T"}`},
		{"no prefix without a delimiter", `{"e": "http://e.org/a", "f": {"@id": "http://e.org/"}}`, quad.IRI("http://e.org/ab"), `"http://e.org/p": {"@id": "http://e.org/ab"}`},
		{"prefix by decree", `{"e": {"@id": "http://e.org/a", "@prefix": true}}`, quad.IRI("http://e.org/ab"), `"http://e.org/p": {"@id": "e:b"}`},
		{"compact IRI that is a term", `{"e": "http://e.org/", "e:p": {"@type": "@id"}}`, quad.String("x"), `"http://e.org/p": "x"`},
		{"escapes", `{"p": "http://e.org/p"}`, quad.String("\"\\\b\f\n\r\t\x01/é\u2028"), `"p": "\"\\\b\f\n\r\t\u0001/é` + "\u2028" + `"`},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			quads := []quad.Quad{st("urn:s", p, test.object)}
			doc := write(t, jsonld.WriteOptions{Context: parse(t, test.context)}, quads)
			if want := `{"@id": "urn:s", ` + test.want + "}\n"; !strings.Contains(doc, want) {
				t.Errorf("got\n%swant\n%s", doc, want)
			}
			if !strings.Contains(test.name, "JSON literals") { // json-gold makes them canonical, or an error message
				readsBack(t, doc, nil, quads)
			}
		})
	}
}

func TestIdentifiersAreShortened(t *testing.T) {
	tests := []struct{ name, context, base, iri, want string }{
		{"below the base", `{}`, "http://e.org/a/", "http://e.org/a/b/c", "b/c"},
		{"beside the base", `{}`, "http://e.org/a/x?y#z", "http://e.org/a/b", "b"},
		{"fragment of the base", `{}`, "http://e.org/a", "http://e.org/a#b", "#b"},
		{"the base itself by its last segment", `{}`, "http://e.org/a", "http://e.org/a", "a"},
		{"the directory is not", `{}`, "http://e.org/a/", "http://e.org/a/", "http://e.org/a/"},
		{"above the base is not", `{}`, "http://e.org/a/", "http://e.org/b", "http://e.org/b"},
		{"a colon would make a prefix", `{}`, "http://e.org/", "http://e.org/a:b", "http://e.org/a:b"},
		{"dots would be resolved", `{}`, "http://e.org/", "http://e.org/a/../b", "http://e.org/a/../b"},
		{"dots in the base too", `{}`, "http://e.org/a/../", "http://e.org/a/../b", "http://e.org/a/../b"},
		{"an alias of a keyword", `{"id": "@id"}`, "http://e.org/", "http://e.org/id", "http://e.org/id"},
		{"other characters are escaped by some", `{}`, "http://e.org/", "http://e.org/ø", "http://e.org/ø"},
		{"no authority, no path", `{}`, "urn:a:b", "urn:a:c", "urn:a:c"},
		{"a prefix comes first", `{"e": "http://e.org/"}`, "http://e.org/", "http://e.org/a", "e:a"},
		{"the shortest compact IRI", `{"e": "http://e.org/", "long": "http://e.org/a/"}`, "", "http://e.org/a/b", "e:a/b"},
		{"two slashes after a prefix", `{"e": "http://e.org/"}`, "", "http://e.org///a", "http://e.org///a"},
		{"terms are for the vocabulary", `{"t": "http://e.org/t"}`, "", "http://e.org/t", "http://e.org/t"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			quads := []quad.Quad{st(test.iri, "urn:p", quad.String("x"))}
			doc := write(t, jsonld.WriteOptions{Context: parse(t, test.context), Base: test.base}, quads)
			if want := `"` + test.want + `", "urn:p"`; !strings.Contains(doc, want) {
				t.Errorf("got\n%swant\n%s", doc, want)
			}
			readsBack(t, doc, nil, quads)
		})
	}
}

func TestTypesChooseTheKeys(t *testing.T) {
	c, _ := testContext(t)
	title := func(types ...string) string {
		var quads []quad.Quad
		for _, typ := range types {
			quads = append(quads, st(base+"a", rdf+"type", quad.IRI(typ)))
		}
		quads = append(quads, st(base+"a", dct+"title", quad.String("x")))
		doc := write(t, jsonld.WriteOptions{Context: c}, quads)
		readsBack(t, doc, nil, quads)
		return strings.Split(doc, "\n")[2]
	}
	tests := []struct {
		name  string
		types []string
		want  string
	}{
		{"no type", nil, `{"id": "https://example.org/id/a", "dct:title": "x"}`},
		{"type without a context", []string{ex + "X"}, `{"id": "https://example.org/id/a", "type": ["ex:X"], "dct:title": "x"}`},
		{"study", []string{ex + "Study"}, `{"id": "https://example.org/id/a", "type": ["Study"], "title": "x"}`},
		{"review", []string{ex + "Review"}, `{"id": "https://example.org/id/a", "type": ["Review"], "title": {"@none": "x"}}`},
		{"the last type by name wins", []string{ex + "Study", ex + "Review"}, `{"id": "https://example.org/id/a", "type": ["Study", "Review"], "title": "x"}`},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if got := title(test.types...); got != test.want {
				t.Errorf("got  %s\nwant %s", got, test.want)
			}
		})
	}
}

func TestTypesMayBeASet(t *testing.T) {
	for context, want := range map[string]string{
		`{"@type": {"@container": "@set"}}`:                              `"@type": ["urn:T"]`,
		`{"type": {"@id": "@type", "@container": "@set"}}`:               `"type": ["urn:T"]`,
		`{"a": {"@id": "@type", "@container": "@set"}, "type": "@type"}`: `"a": ["urn:T"]`,
	} {
		quads := []quad.Quad{st("urn:s", rdf+"type", quad.IRI("urn:T"))}
		doc := write(t, jsonld.WriteOptions{Context: parse(t, context)}, quads)
		if !strings.Contains(doc, want) {
			t.Errorf("%s: got\n%swant %s", context, doc, want)
		}
		readsBack(t, doc, nil, quads)
	}
}

func TestWriterRefuses(t *testing.T) {
	ok := st("urn:s", "urn:p", quad.String("x"))
	tests := []struct {
		name string
		o    jsonld.WriteOptions
		q    quad.Quad
		want string
	}{
		{"relative subject", jsonld.WriteOptions{}, st("a", "urn:p", quad.String("x")), `the IRI "a" is relative`},
		{"relative predicate", jsonld.WriteOptions{}, st("urn:s", "p", quad.String("x")), `the IRI "p" is relative`},
		{"relative object", jsonld.WriteOptions{}, st("urn:s", "urn:p", quad.IRI("@type")), `the IRI "@type" is relative`},
		{"relative datatype", jsonld.WriteOptions{}, st("urn:s", "urn:p", typed("1", "T")), `the IRI "T" is relative`},
		{"language tag that readers drop", jsonld.WriteOptions{}, st("urn:s", "urn:p", lang("x", "abcdefghi")), `the language tag "abcdefghi"`},
		{"literal subject", jsonld.WriteOptions{}, quad.Quad{Subject: quad.String("x"), Predicate: quad.IRI("urn:p"), Object: quad.String("x")}, "the subject must be an IRI or a blank node"},
		{"relative base", jsonld.WriteOptions{Base: "a"}, ok, `expected an absolute IRI as the base, found "a"`},
		{"name without the context", jsonld.WriteOptions{ContextIRI: contextIRI}, ok, "a ContextIRI needs the Context"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			w := jsonld.NewWriter(io.Discard, test.o)
			err := w.WriteQuad(test.q)
			if err == nil || !strings.Contains(err.Error(), test.want) {
				t.Fatalf("got %v, want %q", err, test.want)
			}
			if again := w.WriteQuad(ok); again != err {
				t.Errorf("the first error does not stick: %v", again)
			}
			if closed := w.Close(); closed != err {
				t.Errorf("Close gives %v", closed)
			}
		})
	}
}

// full is a disk without space.
type full struct{}

func (full) Write([]byte) (int, error) { return 0, io.ErrShortWrite }

func TestWriterReportsTheDisk(t *testing.T) {
	w := jsonld.NewWriter(full{}, jsonld.WriteOptions{})
	if err := w.Close(); !errors.Is(err, io.ErrShortWrite) {
		t.Errorf("got %v", err)
	}
}

// TestMemoryStaysFlat writes nodes with ever new predicates, types and tags.
func TestMemoryStaysFlat(t *testing.T) {
	c, _ := testContext(t)
	count := &counter{}
	w := jsonld.NewWriter(count, jsonld.WriteOptions{Context: c})
	var most uint64
	for i := range 20000 {
		s := fmt.Sprintf("urn:s:%d", i)
		for _, q := range []quad.Quad{
			st(s, rdf+"type", quad.IRI(fmt.Sprintf("urn:t:%d", i))),
			st(s, fmt.Sprintf("urn:p:%d", i), quad.String("x")),
			st(s, "urn:p", lang("x", fmt.Sprintf("x-%d", i))),
		} {
			if err := w.WriteQuad(q); err != nil {
				t.Fatal(err)
			}
		}
		if i%5000 == 4999 {
			var m runtime.MemStats
			runtime.GC()
			runtime.ReadMemStats(&m)
			most = max(most, m.HeapAlloc)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	if count.n < 1<<20 || most > 16<<20 {
		t.Errorf("%d bytes written held %d bytes of memory", count.n, most)
	}
}

type counter struct{ n int }

func (c *counter) Write(p []byte) (int, error) {
	c.n += len(p)
	return len(p), nil
}

func FuzzRoundTrip(f *testing.F) {
	_, text := testContext(f)
	f.Add(uint64(1), text)
	for seed := range uint64(20) {
		_, text := newGen(seed).parsed()
		f.Add(seed, text)
	}
	f.Fuzz(func(t *testing.T, seed uint64, text string) {
		c, err := jsonld.ParseContext([]byte(text))
		if err != nil {
			t.Skip()
		}
		g := newGen(seed)
		o, quads := g.options(c), g.quads()
		doc := write(t, o, quads)
		compareLines(t, doc, goldQuads(t, doc, nil, true), quadLines(quads))
	})
}
