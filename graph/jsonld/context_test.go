package jsonld_test

import (
	"strings"
	"testing"

	"policygraph/graph/jsonld"
)

func TestContextsAccepted(t *testing.T) {
	for name, text := range map[string]string{
		"document":                    `{"@context": {"a": "http://e.org/a"}, "other": 1}`,
		"bare object":                 `{"a": "http://e.org/a"}`,
		"array with null":             `[{"a": "http://e.org/a"}, null, {"b": "http://e.org/b"}]`,
		"version":                     `{"@version": 1.1}`,
		"terms in any order":          `{"a": "e:a", "e": "http://e.org/"}`,
		"future keyword is ignored":   `{"@future": 1, "a": "@future"}`,
		"type as a set":               `{"@type": {"@container": "@set"}}`,
		"containers of other writers": `{"@vocab": "http://e.org/", "a": {"@container": ["@graph", "@index"]}, "b": {"@container": "@type"}}`,
		"propagation":                 `{"T": {"@id": "http://e.org/T", "@context": {"@propagate": true}}}`,
		"vocabulary by prefix":        `[{"e": "http://e.org/"}, {"@vocab": "e:v#", "a": {"@id": "a"}}]`,
		"IRI as a term":               `{"http://e.org/a": {"@type": "@id"}}`,
		"scoped null":                 `{"T": {"@id": "http://e.org/T", "@context": null}}`,
	} {
		t.Run(name, func(t *testing.T) { parse(t, text) })
	}
}

func TestContextsRefused(t *testing.T) {
	tests := []struct{ name, text, want string }{
		{"not JSON", "{\n  \"a\": x}", "context: 2:"},
		{"not UTF-8", "\"\xff\"", "expected JSON in UTF-8"},
		{"two values", `{} {}`, "1:4: expected the end of the text"},
		{"member twice", `{"a": "http://e.org/a", "a": null}`, `the member "a" stands twice`},
		{"deep", strings.Repeat("[", 100), "expected at most 64 levels of nesting"},
		{"not a context", `7`, "expected a context to be an object, found 7"},
		{"another context by IRI", `["http://e.org/c"]`, `the context "http://e.org/c" is not followed: give its content instead`},
		{"another context in a scope", `{"a": {"@id": "http://e.org/a", "@context": "http://e.org/c"}}`, `scoped context of "a": the context "http://e.org/c" is not followed`},
		{"import", `{"@import": "http://e.org/c"}`, "@import: other contexts are not followed"},
		{"protection", `{"@protected": true}`, "@protected: not supported"},
		{"protected term", `{"a": {"@id": "http://e.org/a", "@protected": true}}`, `term "a": @protected: not supported`},
		{"direction", `{"@direction": "rtl"}`, "@direction: not supported: RDF literals have no direction"},
		{"direction of a term", `{"a": {"@id": "http://e.org/a", "@direction": "rtl"}}`, "not supported"},
		{"version", `{"@version": 1.0}`, "@version: expected 1.1, found 1.0"},
		{"relative base", `{"@base": "a/"}`, `@base: expected an absolute IRI, found "a/"`},
		{"base in a scope", `{"a": {"@id": "http://e.org/a", "@context": {"@base": "http://e.org/"}}}`, "@base: not supported within a scoped context"},
		{"relative vocabulary", `{"@vocab": ""}`, `@vocab: expected an absolute IRI, found ""`},
		{"language", `{"@language": 1}`, "@language: expected a string or null, found 1"},
		{"no language tag", `{"@language": ""}`, `@language: expected a language tag of BCP 47, found ""`},
		{"language of a term", `{"a": {"@id": "http://e.org/a", "@language": "a b"}}`, `@language: expected a language tag of BCP 47, found "a b"`},
		{"propagate", `{"@propagate": "yes"}`, "@propagate: expected true or false, found yes"},
		{"empty term", `{"": "http://e.org/a"}`, "a term may not be empty"},
		{"keyword as a term", `{"@id": "http://e.org/a"}`, `term "@id": a keyword may not be redefined`},
		{"type as something else", `{"@type": {"@container": "@list"}}`, `@type may only be defined as`},
		{"type as a string", `{"@type": "http://e.org/a"}`, "a keyword may not be redefined"},
		{"circle", `{"a": "b:x", "b": "a:y"}`, `by way of "a": defined by way of itself`},
		{"no IRI", `{"a": "b"}`, `term "a": @id: expected an IRI or a keyword, found "b"`},
		{"no vocabulary", `{"a": {"@type": "@id"}}`, `expected an @id, or a @vocab to make one`},
		{"number", `{"a": 1}`, `term "a": expected a string, an object or null, found 1`},
		{"unknown member", `{"a": {"@id": "http://e.org/a", "@x": 1}}`, `unexpected "@x" in a term definition`},
		{"term that reads as another IRI", `{"e": "http://e.org/", "e:a": "http://e.org/b"}`, `may not mean "http://e.org/b"`},
		{"term under a prefix that means nothing", `{"e": null, "e:a": {"@type": "@id"}}`, `its prefix "e" means null`},
		{"alias of @context", `{"a": "@context"}`, "@context may not be aliased"},
		{"container", `{"a": {"@id": "http://e.org/a", "@container": "@bag"}}`, "expected one of the container keywords, found @bag"},
		{"type", `{"a": {"@id": "http://e.org/a", "@type": "b"}}`, `@type: expected @id, @vocab, @json, @none or an IRI, found "b"`},
		{"nest", `{"a": {"@id": "http://e.org/a", "@nest": "@id"}}`, "@nest: expected @nest or a term, found @id"},
		{"prefix", `{"a": {"@id": "http://e.org/a", "@prefix": 1}}`, "@prefix: expected true or false, found 1"},
		{"prefix with a slash", `{"@vocab": "http://e.org/", "a/b": {"@prefix": true}}`, "no prefix"},
		{"keyword as a prefix", `{"a": {"@id": "@id", "@prefix": true}}`, "a keyword is no prefix"},
		{"reverse with an id", `{"a": {"@reverse": "http://e.org/a", "@id": "http://e.org/a"}}`, "@reverse goes neither with @id nor with @nest"},
		{"reverse", `{"a": {"@reverse": "b"}}`, `@reverse: expected an IRI, found "b"`},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			_, err := jsonld.ParseContext([]byte(test.text))
			if err == nil || !strings.Contains(err.Error(), test.want) {
				t.Errorf("got %v, want %q", err, test.want)
			}
		})
	}
}
