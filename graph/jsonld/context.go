package jsonld

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
)

// Context is a parsed JSON-LD context, fixed before anything is written. It
// never changes and may serve any number of Writers at once.
type Context struct {
	text []byte // the value of "@context", as it was given
	root *active
}

// ParseContext reads a context: either a document with an "@context" member,
// whose other members are ignored, or the context itself, an object or an
// array of objects.
//
// Everything a context of JSON-LD 1.1 may say is accepted, except what would
// make the output depend on more than the context itself or what a Writer
// could not keep to: IRIs of other contexts, @import, @protected, @direction,
// @base within a scoped context and a relative @vocab are refused. Terms with
// the containers @list, @index, @id, @type or @graph, the type @json or
// @reverse are understood, so that nothing else is mistaken for them, and never
// chosen for writing.
func ParseContext(text []byte) (*Context, error) {
	v, err := parseOrdered(text)
	if err != nil {
		return nil, fmt.Errorf("context: %w", err)
	}
	text = bytes.TrimSpace(text)
	if o, ok := v.(*object); ok {
		if inner, ok := o.get("@context"); ok {
			v, text = inner, contextMember(text)
		}
	}
	root, err := newActive().apply(v, scopeRoot)
	if err != nil {
		return nil, fmt.Errorf("context: %w", err)
	}
	if err := root.validateScopes(v); err != nil {
		return nil, fmt.Errorf("context: %w", err)
	}
	root.prepare()
	return &Context{text: text, root: root}, nil
}

// contextMember cuts the value of "@context" out of a document known to be an
// object that has one.
func contextMember(text []byte) []byte {
	var doc struct {
		Context json.RawMessage `json:"@context"`
	}
	if json.Unmarshal(text, &doc) != nil {
		return []byte("null")
	}
	return doc.Context
}

// scope says which kind of context defined a term.
type scope uint8

const (
	scopeRoot scope = iota
	scopeType
	scopeProperty
)

// active is an active context: what the terms of a place in a document mean
// (JSON-LD 1.1 Processing Algorithms, section 4.1).
type active struct {
	base  string // absolute, or empty when unknown
	vocab string // absolute, or empty for none
	lang  string // default language, or empty for none
	terms map[string]*term

	next int // position for the next term to be defined
	inverse
}

// term is one term definition. A term mapped to null has no iri; it is kept
// since its name is taken.
type term struct {
	name      string
	iri       string // IRI, blank node or keyword
	prefix    bool
	reverse   bool
	typ       string // @id, @vocab, @json, @none, an IRI, or empty
	hasLang   bool
	lang      string // empty for @language: null
	container container
	nest      string
	hasScope  bool
	scoped    any // local context, when hasScope

	scope scope // of the context that defined the term
	pos   int   // order of definition
}

// container is a set of container keywords.
type container uint8

const (
	containerLanguage container = 1 << iota
	containerSet
	containerList
	containerIndex
	containerID
	containerType
	containerGraph
)

var containers = map[string]container{
	"@language": containerLanguage, "@set": containerSet, "@list": containerList, "@index": containerIndex,
	"@id": containerID, "@type": containerType, "@graph": containerGraph,
}

func newActive() *active { return &active{terms: map[string]*term{}} }

// apply processes a local context and returns the active context it leads to
// (section 4.1.2). The receiver stays as it is.
func (a *active) apply(local any, s scope) (*active, error) {
	list, ok := local.([]any)
	if !ok {
		list = []any{local}
	}
	result := &active{base: a.base, vocab: a.vocab, lang: a.lang, terms: maps.Clone(a.terms), next: a.next}
	for _, one := range list {
		switch one := one.(type) {
		case nil:
			result = newActive()
		case *object:
			if err := result.define(one, s); err != nil {
				return nil, err
			}
		case string:
			return nil, fmt.Errorf("the context %q is not followed: give its content instead", one)
		default:
			return nil, fmt.Errorf("expected a context to be an object, found %v", one)
		}
	}
	return result, nil
}

// define adds the definitions of one context object to a.
func (a *active) define(local *object, s scope) error {
	for _, setting := range contextSettings {
		if v, ok := local.get(setting.name); ok {
			if err := setting.set(a, v, s); err != nil {
				return fmt.Errorf("%s: %w", setting.name, err)
			}
		}
	}
	d := definer{active: a, local: local, scope: s, done: map[string]bool{}}
	for _, m := range local.members {
		if _, setting := settingNames[m.name]; setting {
			continue
		}
		if err := d.define(m.name); err != nil {
			return fmt.Errorf("term %q: %w", m.name, err)
		}
	}
	return nil
}

// contextSettings are the keywords of a context that are not terms, in the
// order in which they are processed.
var contextSettings = []struct {
	name string
	set  func(a *active, v any, s scope) error
}{
	{"@version", setVersion},
	{"@import", func(*active, any, scope) error {
		return fmt.Errorf("other contexts are not followed: give their content instead")
	}},
	{"@base", setBase},
	{"@vocab", setVocab},
	{"@language", setLanguage},
	{"@direction", setDirection},
	{"@propagate", setPropagate},
	{"@protected", setProtected},
}

var settingNames = func() map[string]bool {
	names := map[string]bool{}
	for _, s := range contextSettings {
		names[s.name] = true
	}
	return names
}()

func setVersion(_ *active, v any, _ scope) error {
	if n, ok := v.(json.Number); ok {
		if f, err := n.Float64(); err == nil && f == 1.1 {
			return nil
		}
	}
	return fmt.Errorf("expected 1.1, found %v", v)
}

func setBase(a *active, v any, s scope) error {
	base, err := stringOrNull(v)
	switch {
	case err != nil:
		return err
	case s != scopeRoot:
		return fmt.Errorf("not supported within a scoped context")
	case base != "" && !isAbsolute(base):
		return fmt.Errorf("expected an absolute IRI, found %q", base)
	}
	a.base = base
	return nil
}

func setVocab(a *active, v any, _ scope) error {
	if v == nil {
		a.vocab = ""
		return nil
	}
	vocab, err := stringOrNull(v)
	if err != nil {
		return err
	}
	d := definer{active: a, local: &object{}, done: map[string]bool{}}
	iri, err := d.expand(vocab)
	if err != nil {
		return err
	}
	if !isAbsolute(iri) {
		return fmt.Errorf("expected an absolute IRI, found %q", vocab)
	}
	a.vocab = iri
	return nil
}

func setLanguage(a *active, v any, _ scope) (err error) {
	a.lang, err = languageOrNull(v)
	return err
}

// languageOrNull is a language tag, empty for null.
func languageOrNull(v any) (string, error) {
	tag, err := stringOrNull(v)
	if err == nil && v != nil && !wellFormedTag([]byte(tag)) {
		err = fmt.Errorf("expected a language tag of BCP 47, found %q", tag)
	}
	return tag, err
}

func setDirection(_ *active, v any, _ scope) error {
	if v != nil {
		return fmt.Errorf("not supported: RDF literals have no direction")
	}
	return nil
}

func setPropagate(_ *active, v any, _ scope) error {
	if _, ok := v.(bool); !ok {
		return fmt.Errorf("expected true or false, found %v", v)
	}
	return nil
}

func setProtected(_ *active, v any, _ scope) error {
	if v != false {
		return fmt.Errorf("not supported")
	}
	return nil
}

func stringOrNull(v any) (string, error) {
	switch v := v.(type) {
	case nil:
		return "", nil
	case string:
		return v, nil
	}
	return "", fmt.Errorf("expected a string or null, found %v", v)
}

// validateScopes applies every scoped context that local defines, at any
// depth, so that an error shows when the context is parsed and not when the
// first node of a type is written.
func (a *active) validateScopes(local any) error {
	list, ok := local.([]any)
	if !ok {
		list = []any{local}
	}
	for _, one := range list {
		o, ok := one.(*object)
		if !ok {
			continue
		}
		for _, m := range o.members {
			if err := a.validateScope(a.terms[m.name]); err != nil {
				return fmt.Errorf("scoped context of %q: %w", m.name, err)
			}
		}
	}
	return nil
}

func (a *active) validateScope(t *term) error {
	if t == nil || !t.hasScope {
		return nil
	}
	inner, err := a.apply(t.scoped, scopeType)
	if err != nil {
		return err
	}
	return inner.validateScopes(t.scoped)
}
