package jsonld_test

import (
	"encoding/json"
	"testing"

	"github.com/piprate/json-gold/ld"
)

// excuses maps tests to the reason why they fail. Every reason is a fault of
// json-gold 0.9.1 itself; its own list of skipped tests has nearly all of them.
// A test that passes in spite of its excuse fails the run.
var excuses = func() map[string]string {
	byTest := map[string]string{}
	for _, e := range excused {
		for _, test := range e.tests {
			byTest[test] = e.reason
		}
	}
	return byTest
}()

const (
	toRDF   = "toRdf-manifest.jsonld#"
	expand  = "expand-manifest.jsonld#"
	compact = "compact-manifest.jsonld#"
	frame   = "frame-manifest.jsonld#"
)

var excused = []struct {
	reason string
	tests  []string
}{
	{"resolves references by net/url, which removes dot segments of the base and doubled slashes and percent-encodes: not RFC 3986, section 5.2",
		[]string{toRDF + "t0122", toRDF + "t0123", toRDF + "t0124", toRDF + "t0125", toRDF + "t0128", toRDF + "t0130", toRDF + "tli12"}},
	{"resolves a relative @vocab against the base in place of the vocabulary in force",
		[]string{toRDF + "te111", toRDF + "te112"}},
	{"does not check a scoped context before it is used", []string{toRDF + "tc032", toRDF + "tc033", expand + "tc032", expand + "tc033"}},
	{"ignores the scoped context of an alias of @nest", []string{toRDF + "tc037", toRDF + "tc038", expand + "tc037", expand + "tc038"}},
	{"takes a reference in the form of a keyword for the empty reference", []string{expand + "t0122"}},
	{"accepts a definition of @type that says nothing", []string{toRDF + "tec02", expand + "tec02"}},
	{"accepts the empty term", []string{toRDF + "ter52", expand + "ter52"}},
	{"accepts a definition of @context", []string{toRDF + "ter56", expand + "ter56"}},
	{"forgets that a term mapped to null is protected", []string{toRDF + "tpr28", expand + "tpr28"}},
	{"refuses @reverse in the form of a keyword in place of ignoring it", []string{toRDF + "tpr38", toRDF + "tpr39", expand + "tpr38", expand + "tpr39"}},
	{"loses the implied graph where a null context clears protection", []string{toRDF + "tpr43", expand + "tpr43"}},
	{"makes a reference in the form of a keyword", []string{compact + "t0111"}},
	{"does not compact included nodes", []string{compact + "tin01", compact + "tin02", compact + "tin03", compact + "tin04", compact + "tin05"}},
	{"panics on a type map of compact IRIs", []string{compact + "tm023"}},
	{"refuses @default for @type in a frame", []string{frame + "t0064"}},
	{"does not frame included nodes", []string{frame + "tin01", frame + "tin02"}},
}

// TestFaultsOfJSONGold reproduces what the excuses and the remarks in this
// package say of json-gold, without this package between. A test that fails
// here is good news.
func TestFaultsOfJSONGold(t *testing.T) {
	tests := []struct{ name, doc, base, want string }{
		{"percent-encodes references", `[{"@id": "ø", "http://e.org/p": [{"@value": "x"}]}]`, "http://e.org/",
			`[{"@id":"http://e.org/%C3%B8","http://e.org/p":[{"@value":"x"}]}]`},
		{"joins slashes", `[{"@id": "a//b", "http://e.org/p": [{"@value": "x"}]}]`, "http://e.org/",
			`[{"@id":"http://e.org/a/b","http://e.org/p":[{"@value":"x"}]}]`},
		{"takes an IRI with a stray percent sign for a reference", `[{"@id": "http://e.org/100%", "http://e.org/p": [{"@value": "x"}]}]`, "",
			`[{"@id":"http://e.org/100%","http://e.org/p":[{"@value":"x"}]}]`},
		{"takes a prefix mapped to null for a nil pointer", `{"@context": {"e": null}, "e:a": "x"}`, "", "panic"},
		{"accepts the empty term", `{"@context": {"": "http://e.org/"}, "@id": "http://e.org/a"}`, "", `[]`},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if got := goldExpand(t, test.doc, test.base); got != test.want {
				t.Errorf("got  %s\nwant %s", got, test.want)
			}
		})
	}
}

func goldExpand(t *testing.T, doc, base string) (result string) {
	t.Helper()
	var v any
	if err := json.Unmarshal([]byte(doc), &v); err != nil {
		t.Fatal(err)
	}
	defer func() {
		if recover() != nil {
			result = "panic"
		}
	}()
	got, err := ld.NewJsonLdProcessor().Expand(v, ld.NewJsonLdOptions(base))
	if err != nil {
		return err.Error()
	}
	b, _ := json.Marshal(got)
	return string(b)
}
