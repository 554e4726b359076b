package ontology_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/cayleygraph/quad"
	"github.com/piprate/json-gold/ld"

	"policygraph/graph/jsonld"
	"policygraph/graph/turtle"
	"policygraph/ontology"
	"policygraph/ontology/vocab"
)

// A key is a term definition of the context.
type key map[string]any

// A jsonContext is the context as the tests look into it.
type jsonContext struct {
	raw     map[string]any
	top     map[string]key
	classes map[string]map[string]key // by class name: the keys of the class
}

func readContext(t *testing.T) *jsonContext {
	t.Helper()
	var file struct {
		Context map[string]any `json:"@context"`
	}
	if err := json.Unmarshal(ontology.Context(), &file); err != nil {
		t.Fatal(err)
	}
	c := &jsonContext{raw: file.Context, top: map[string]key{}, classes: map[string]map[string]key{}}
	for name, v := range file.Context {
		k := asKey(v)
		scoped, isClass := k["@context"].(map[string]any)
		if c.top[name] = k; !isClass {
			continue
		}
		c.classes[name] = map[string]key{}
		for member, v := range scoped {
			c.classes[name][member] = asKey(v)
		}
	}
	return c
}

// asKey gives the short form of a definition its long one.
func asKey(v any) key {
	if k, ok := v.(map[string]any); ok {
		return k
	}
	return key{"@id": v}
}

// iri is the term a key stands for, empty for keywords and nesting.
func (c *jsonContext) iri(k key) quad.IRI {
	name, _ := k["@id"].(string)
	if reverse, ok := k["@reverse"].(string); ok {
		name = reverse
	}
	prefix, local, ok := strings.Cut(name, ":")
	if !ok {
		return ""
	}
	if namespace, ok := c.top[prefix]["@id"].(string); ok {
		return quad.IRI(namespace + local)
	}
	return quad.IRI(name)
}

func (k key) isSet() bool {
	switch container := k["@container"].(type) {
	case string:
		return container == "@set"
	case []any:
		return slices.Contains(container, any("@set"))
	}
	return false
}

func (k key) isText() bool { return strings.Contains(fmt.Sprint(k["@container"]), "@language") }

// vocabulary is what stands before a bare word in the value of a coded key.
func (k key) vocabulary() string {
	scoped, _ := k["@context"].(map[string]any)
	v, _ := scoped["@vocab"].(string)
	return v
}

// A place is a key and where it is defined: the class it is scoped to, "" at
// the top.
type place struct {
	class, name string
	key
}

// keys returns every key in its place.
func (c *jsonContext) keys() []place {
	var all []place
	for name, k := range c.top {
		all = append(all, place{"", name, k})
	}
	for class, members := range c.classes {
		for name, k := range members {
			all = append(all, place{class, name, k})
		}
	}
	return all
}

// on returns the keys that work on a class by what they stand for: those of the
// class, of the classes it is always typed with, and those at the top.
func (c *jsonContext) on(class quad.IRI) map[quad.IRI]key {
	found := map[quad.IRI]key{}
	scopes := []map[string]key{c.top}
	for name, k := range c.top {
		if iri := c.iri(k); iri == class || class == vocab.Study && iri == vocab.Source {
			scopes = append(scopes, c.classes[name])
		}
	}
	for _, scope := range scopes {
		for _, k := range scope {
			if k["@reverse"] == nil {
				found[c.iri(k)] = k
			}
		}
	}
	return found
}

func TestKeysMeanTermsThatExist(t *testing.T) {
	c, known := readContext(t), terms(readOntology(t))
	for _, k := range c.keys() {
		if iri := c.iri(k.key); ours(iri) && iri != vocab.Namespace && iri != vocab.CodeNamespace && !known[iri] {
			t.Errorf("%s %s is %s, which does not exist", k.class, k.name, iri)
		}
	}
}

func TestEveryClassHasAName(t *testing.T) {
	c, d := readContext(t), readOntology(t)
	for _, class := range d.of(vocab.OWLClass) {
		if !ours(class) {
			continue
		}
		name := strings.TrimPrefix(string(class.(quad.IRI)), vocab.Namespace)
		if c.iri(c.top[name]) != class.(quad.IRI) {
			t.Errorf("%s stands for %q", name, c.iri(c.top[name]))
		}
	}
}

func TestClassesOfStatementsAndSourcesHaveTheirOwnKeys(t *testing.T) {
	c := readContext(t)
	for _, class := range []string{
		"Claim", "Finding", "Judgement", "EvidenceGap", "Conflict",
		"Source", "Study", "Review", "Section", "Search",
	} {
		if len(c.classes[class]) == 0 {
			t.Errorf("%s has no keys of its own", class)
		}
	}
}

func TestEveryPropertyHasAKeyWhereTheRulesSpeakOfIt(t *testing.T) {
	c := readContext(t)
	for class, uses := range classesOf(readShapes(t)) {
		keys := c.on(class.(quad.IRI))
		for p := range uses {
			if keys[p.(quad.IRI)] == nil {
				t.Errorf("%v has no key on %v", p, class)
			}
		}
	}
}

func TestEveryPropertyHasAKey(t *testing.T) {
	c := readContext(t)
	named := map[quad.Value]bool{vocab.CausalStrength: true} // on codes, which are not data
	for _, k := range c.keys() {
		if k.key["@reverse"] == nil {
			named[c.iri(k.key)] = true
		}
	}
	for _, p := range properties(readOntology(t)) {
		if !named[p] {
			t.Errorf("%v has no key", p)
		}
	}
}

// A reader needs no code for "one or many": a key has an array exactly where
// the rules let several values stand.
func TestKeysAreArraysWhereSeveralValuesMayStand(t *testing.T) {
	c := readContext(t)
	for class, uses := range classesOf(readShapes(t)) {
		keys := c.on(class.(quad.IRI))
		for p, use := range uses {
			if k := keys[p.(quad.IRI)]; k != nil && !k.isText() && k.isSet() == use.atMostOne {
				t.Errorf("%v on %v: an array %v, at most one value %v", p, class, k.isSet(), use.atMostOne)
			}
		}
	}
}

func TestCodesAreBareWords(t *testing.T) {
	c := readContext(t)
	for _, k := range c.keys() {
		scheme, coded := vocab.SchemeOf(c.iri(k.key))
		if coded && (k.key["@type"] != "@vocab" || k.vocabulary() != string(scheme.IRI)+"-") {
			t.Errorf("%s %s does not take the codes of %s", k.class, k.name, scheme.Name)
		}
	}
}

// A bare word is first looked up among the keys, so none may be called like a
// code that stands beside it.
func TestNoKeyIsCalledLikeACodeBesideIt(t *testing.T) {
	c := readContext(t)
	for _, k := range c.keys() {
		scheme, _ := vocab.SchemeOf(c.iri(k.key))
		for _, word := range scheme.Notations() {
			if c.top[word] != nil || c.classes[k.class][word] != nil {
				t.Errorf("%s %s: the code %s is a key too", k.class, k.name, word)
			}
		}
	}
}

// sample returns a value that the key takes, as compaction would write it.
func sample(c *jsonContext, k key) any {
	var v any = "text"
	switch {
	case k.isText() && k.isSet():
		return map[string]any{"en": []any{"text"}, "nb": []any{"tekst"}}
	case k.isText():
		return map[string]any{"en": "text", "nb": "tekst"}
	case k.vocabulary() != "":
		v = "word"
	case k["@type"] == "@id":
		v = "kind/other"
	case k["@type"] != nil:
		v = "12"
	}
	if scheme, coded := vocab.SchemeOf(c.iri(k)); coded {
		v = scheme.Codes[0].Notation
	}
	if k.isSet() {
		return []any{v}
	}
	return v
}

// specimen returns a node of a class with a value for each of its keys.
func (c *jsonContext) specimen(class string) map[string]any {
	node := map[string]any{"id": "kind/one", "type": class}
	for name, k := range c.classes[class] {
		if k["@reverse"] == nil {
			node[name] = sample(c, k)
		}
	}
	return node
}

// document is a node with the context and the base in front.
func (c *jsonContext) document(node map[string]any) map[string]any {
	doc := maps.Clone(node)
	doc["@context"] = c.withBase()
	return doc
}

func (c *jsonContext) withBase() []any {
	return []any{c.raw, map[string]any{"@base": vocab.IDNamespace}}
}

func TestEveryKeySurvivesExpansionAndCompaction(t *testing.T) {
	c := readContext(t)
	proc, options := ld.NewJsonLdProcessor(), ld.NewJsonLdOptions("")
	for class := range c.classes {
		node := c.specimen(class)
		expanded, err := proc.Expand(c.document(node), options)
		if err != nil {
			t.Fatal(err)
		}
		compacted, err := proc.Compact(expanded, map[string]any{"@context": c.withBase()}, options)
		if err != nil {
			t.Fatal(err)
		}
		delete(compacted, "@context")
		if !reflect.DeepEqual(any(compacted), any(node)) {
			t.Errorf("%s comes back as %v, want %v", class, compacted, node)
		}
	}
}

func TestTheExampleSurvivesJSONLD(t *testing.T) {
	c, d := readContext(t), readExample(t)
	proc, options := ld.NewJsonLdProcessor(), ld.NewJsonLdOptions("")
	options.Format = "application/n-quads"
	want := d.nquads(t)
	expanded, err := proc.FromRDF(strings.Join(want, ""), options)
	if err != nil {
		t.Fatal(err)
	}
	compacted, err := proc.Compact(expanded, map[string]any{"@context": c.withBase()}, options)
	if err != nil {
		t.Fatal(err)
	}
	if text, _ := json.Marshal(compacted["graph"]); strings.Contains(string(text), "@") || strings.Contains(string(text), `"pg:`) {
		t.Error("compacting leaves keywords or terms of ours that have no key")
	}
	back, err := proc.ToRDF(compacted, options)
	if err != nil {
		t.Fatal(err)
	}
	got := slices.Sorted(strings.Lines(back.(string)))
	if !slices.Equal(got, want) {
		t.Errorf("%d statements come back, want the %d of the example", len(got), len(want))
	}
}

// The writer of the project and an independent processor agree on the context.
func TestTheProjectsWriterTakesTheContext(t *testing.T) {
	context, err := jsonld.ParseContext(ontology.Context())
	if err != nil {
		t.Fatal(err)
	}
	var text bytes.Buffer
	w := jsonld.NewWriter(&text, jsonld.WriteOptions{Context: context, Base: vocab.IDNamespace})
	want := readExample(t).nquads(t)
	for q, err := range turtle.Read(strings.NewReader(strings.Join(want, "")), turtle.ReadOptions{Syntax: turtle.NQuads}) {
		if err != nil {
			t.Fatal(err)
		}
		if err := w.WriteQuad(q); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	var document any
	if err := json.Unmarshal(text.Bytes(), &document); err != nil {
		t.Fatal(err)
	}
	options := ld.NewJsonLdOptions("")
	options.Format = "application/n-quads"
	back, err := ld.NewJsonLdProcessor().ToRDF(document, options)
	if err != nil {
		t.Fatal(err)
	}
	if got := slices.Sorted(strings.Lines(back.(string))); !slices.Equal(got, want) {
		t.Errorf("%d statements come back, want the %d of the example", len(got), len(want))
	}
}
