package jsonld

import (
	"fmt"
	"strings"
)

// definer creates the term definitions of one context object. Definitions may
// lean on one another in any order; done holds false for those under way.
type definer struct {
	active *active
	local  *object
	scope  scope
	done   map[string]bool
}

// define creates the definition of one term (JSON-LD 1.1 Processing
// Algorithms, section 4.2.2).
func (d *definer) define(name string) error {
	if done, begun := d.done[name]; begun {
		if !done {
			return fmt.Errorf("defined by way of itself")
		}
		return nil
	}
	d.done[name] = false
	defer func() { d.done[name] = true }()
	value, _ := d.local.get(name)
	switch {
	case name == "":
		return fmt.Errorf("a term may not be empty")
	case keywords[name] && name != "@type":
		return fmt.Errorf("a keyword may not be redefined")
	case !keywords[name] && likeKeyword(name):
		return nil
	}
	if _, isObject := value.(*object); name == "@type" && !isObject {
		return fmt.Errorf("a keyword may not be redefined")
	}
	delete(d.active.terms, name)
	t := &term{name: name, scope: d.scope, pos: d.active.next}
	ok, err := d.fill(t, value)
	if err != nil || !ok {
		return err
	}
	d.active.next++
	d.active.terms[name] = t
	return nil
}

// fill takes the definition from its value. It reports false for definitions
// that the algorithm ignores.
func (d *definer) fill(t *term, value any) (bool, error) {
	switch value := value.(type) {
	case nil:
		return true, nil
	case string:
		ok, err := d.fillID(t, value)
		t.prefix = ok && !strings.ContainsAny(t.name, ":/") && endsAsPrefix(t.iri)
		return ok, err
	case *object:
		return d.fillObject(t, value)
	}
	return false, fmt.Errorf("expected a string, an object or null, found %v", value)
}

func (d *definer) fillObject(t *term, def *object) (bool, error) {
	if t.name == "@type" {
		err := fillTypeKeyword(t, def)
		return err == nil, err
	}
	for _, m := range def.members {
		if !definitionKeys[m.name] {
			return false, fmt.Errorf("unexpected %q in a term definition", m.name)
		}
	}
	ok, err := d.fillIRI(t, def)
	if err != nil || !ok {
		return ok, err
	}
	for _, part := range definitionParts() {
		v, ok := def.get(part.name)
		if !ok {
			continue
		}
		if err := part.set(d, t, v); err != nil {
			return false, fmt.Errorf("%s: %w", part.name, err)
		}
	}
	if t.typ != "" {
		t.hasLang, t.lang = false, ""
	}
	return true, nil
}

// fillTypeKeyword takes the one definition of a keyword that is allowed: @type
// as a set.
func fillTypeKeyword(t *term, def *object) error {
	v, ok := def.get("@container")
	if !ok || v != "@set" || len(def.members) != 1 {
		return fmt.Errorf(`@type may only be defined as {"@container": "@set"}`)
	}
	t.iri, t.container = "@type", containerSet
	return nil
}

var definitionKeys = map[string]bool{
	"@id": true, "@reverse": true, "@container": true, "@context": true, "@direction": true, "@index": true,
	"@language": true, "@nest": true, "@prefix": true, "@protected": true, "@type": true,
}

// definitionPart is a member of a definition, and what it does to the term.
type definitionPart struct {
	name string
	set  func(d *definer, t *term, v any) error
}

// definitionParts are the members of a definition other than the IRI.
func definitionParts() []definitionPart {
	return []definitionPart{
		{"@protected", func(_ *definer, _ *term, v any) error { return setProtected(nil, v, 0) }},
		{"@direction", func(_ *definer, _ *term, v any) error { return setDirection(nil, v, 0) }},
		{"@type", (*definer).setType},
		{"@language", setTermLanguage},
		{"@container", setContainer},
		{"@context", setScoped},
		{"@nest", setNest},
		{"@prefix", setPrefix},
	}
}

// fillIRI decides the IRI mapping of a term, and whether it may be a prefix.
func (d *definer) fillIRI(t *term, def *object) (bool, error) {
	if v, ok := def.get("@reverse"); ok {
		return d.fillReverse(t, def, v)
	}
	if v, ok := def.get("@id"); ok {
		return d.fillID(t, v)
	}
	return d.fillOwn(t)
}

func (d *definer) fillReverse(t *term, def *object, v any) (bool, error) {
	s, isString := v.(string)
	_, hasID := def.get("@id")
	_, hasNest := def.get("@nest")
	switch {
	case !isString:
		return false, fmt.Errorf("@reverse: expected a string, found %v", v)
	case hasID || hasNest:
		return false, fmt.Errorf("@reverse goes neither with @id nor with @nest")
	case !keywords[s] && likeKeyword(s):
		return false, nil
	}
	iri, err := d.expand(s)
	if err == nil && !isAbsolute(iri) {
		err = fmt.Errorf("@reverse: expected an IRI, found %q", s)
	}
	t.iri, t.reverse = iri, true
	return err == nil, err
}

func (d *definer) fillID(t *term, v any) (bool, error) {
	if v == nil {
		return true, nil
	}
	s, isString := v.(string)
	switch {
	case !isString:
		return false, fmt.Errorf("@id: expected a string or null, found %v", v)
	case s == t.name:
		return d.fillOwn(t)
	case !keywords[s] && likeKeyword(s):
		return false, nil
	}
	iri, err := d.expand(s)
	switch {
	case err != nil:
		return false, err
	case iri == "@context" || iri == "@preserve":
		return false, fmt.Errorf("%s may not be aliased", iri)
	case !keywords[iri] && !isAbsolute(iri):
		return false, fmt.Errorf("@id: expected an IRI or a keyword, found %q", s)
	}
	t.iri = iri
	if likeIRI(t.name) {
		err = d.sameMeaning(t.name, iri)
	}
	return err == nil, err
}

func (d *definer) fillOwn(t *term) (bool, error) {
	iri, err := d.ownIRI(t.name)
	t.iri = iri
	return err == nil, err
}

// sameMeaning refuses a term that looks like an IRI and means another one.
func (d *definer) sameMeaning(name, iri string) error {
	d.done[name] = true
	own, err := d.expand(name)
	if err == nil && own != iri {
		err = fmt.Errorf("the term reads as the IRI %q and may not mean %q", own, iri)
	}
	return err
}

// ownIRI is the IRI of a term that is defined without one.
func (d *definer) ownIRI(name string) (string, error) {
	if i := strings.IndexByte(name, ':'); i > 0 {
		if err := d.need(name[:i]); err != nil {
			return "", err
		}
		switch p := d.active.terms[name[:i]]; {
		case p != nil && p.iri == "":
			return "", fmt.Errorf("its prefix %q means null", name[:i])
		case p != nil:
			return p.iri + name[i+1:], nil
		}
		if isAbsolute(name) {
			return name, nil
		}
	}
	if d.active.vocab != "" && strings.IndexByte(name, ':') <= 0 {
		return d.active.vocab + name, nil
	}
	return "", fmt.Errorf("expected an @id, or a @vocab to make one")
}

// endsAsPrefix reports whether a simple term for the IRI is a prefix: the IRI
// ends in a gen-delim of RFC 3986 or is a blank node.
func endsAsPrefix(iri string) bool {
	return strings.HasPrefix(iri, "_:") || strings.ContainsAny(iri[len(iri)-1:], ":/?#[]@")
}

func (d *definer) setType(t *term, v any) error {
	s, ok := v.(string)
	if !ok {
		return fmt.Errorf("expected a string, found %v", v)
	}
	if s == "@id" || s == "@vocab" || s == "@json" || s == "@none" {
		t.typ = s
		return nil
	}
	iri, err := d.expand(s)
	if err == nil && (!isAbsolute(iri) || strings.HasPrefix(iri, "_:")) {
		err = fmt.Errorf("expected @id, @vocab, @json, @none or an IRI, found %q", s)
	}
	t.typ = iri
	return err
}

func setTermLanguage(_ *definer, t *term, v any) (err error) {
	t.hasLang = true
	t.lang, err = languageOrNull(v)
	return err
}

func setContainer(_ *definer, t *term, v any) error {
	list, ok := v.([]any)
	if !ok {
		list = []any{v}
	}
	for _, v := range list {
		name, _ := v.(string)
		c, known := containers[name]
		if !known && v != nil {
			return fmt.Errorf("expected one of the container keywords, found %v", v)
		}
		t.container |= c
	}
	if t.container&containerType != 0 && t.typ == "" {
		t.typ = "@id"
	}
	return nil
}

func setScoped(_ *definer, t *term, v any) error {
	t.hasScope, t.scoped = true, v
	return nil
}

func setNest(_ *definer, t *term, v any) error {
	s, ok := v.(string)
	if !ok || s != "@nest" && keywords[s] {
		return fmt.Errorf("expected @nest or a term, found %v", v)
	}
	t.nest = s
	return nil
}

func setPrefix(_ *definer, t *term, v any) error {
	b, ok := v.(bool)
	switch {
	case !ok:
		return fmt.Errorf("expected true or false, found %v", v)
	case strings.ContainsAny(t.name, ":/"):
		return fmt.Errorf("a term with a colon or a slash is no prefix")
	case b && keywords[t.iri]:
		return fmt.Errorf("a keyword is no prefix")
	}
	t.prefix = b
	return nil
}

// need defines a term of the same context object first, if it is one.
func (d *definer) need(name string) error {
	if _, ok := d.local.get(name); !ok {
		return nil
	}
	if done, begun := d.done[name]; begun && done {
		return nil
	}
	if err := d.define(name); err != nil {
		return fmt.Errorf("by way of %q: %w", name, err)
	}
	return nil
}

// expand turns a string of the context into an IRI, relative to the vocabulary
// (section 5.2.2). What is no IRI comes back as it is.
func (d *definer) expand(s string) (string, error) {
	if keywords[s] {
		return s, nil
	}
	if err := d.need(s); err != nil {
		return "", err
	}
	if t, ok := d.active.terms[s]; ok {
		return t.iri, nil
	}
	if i := strings.IndexByte(s, ':'); i > 0 {
		return d.expandColon(s, s[:i], s[i+1:])
	}
	return d.active.vocab + s, nil
}

func (d *definer) expandColon(s, prefix, suffix string) (string, error) {
	if prefix == "_" || strings.HasPrefix(suffix, "//") {
		return s, nil
	}
	if err := d.need(prefix); err != nil {
		return "", err
	}
	if p := d.active.terms[prefix]; p != nil && p.iri != "" && p.prefix {
		return p.iri + suffix, nil
	}
	if isAbsolute(s) {
		return s, nil
	}
	return d.active.vocab + s, nil
}

// keywords of JSON-LD 1.1, framing included.
var keywords = map[string]bool{
	"@always": true, "@base": true, "@container": true, "@context": true, "@default": true, "@direction": true,
	"@embed": true, "@explicit": true, "@graph": true, "@id": true, "@import": true, "@included": true,
	"@index": true, "@json": true, "@language": true, "@list": true, "@nest": true, "@never": true, "@none": true,
	"@null": true, "@omitDefault": true, "@once": true, "@prefix": true, "@preserve": true, "@propagate": true,
	"@protected": true, "@requireAll": true, "@reverse": true, "@set": true, "@type": true, "@value": true,
	"@version": true, "@vocab": true,
}

// likeKeyword reports the form "@" 1*ALPHA, which is kept for future keywords.
func likeKeyword(s string) bool {
	if len(s) < 2 || s[0] != '@' {
		return false
	}
	for _, c := range []byte(s[1:]) {
		if c|0x20 < 'a' || c|0x20 > 'z' {
			return false
		}
	}
	return true
}

// likeIRI reports a colon inside the term or a slash anywhere.
func likeIRI(s string) bool {
	return strings.Contains(s, "/") || len(s) > 2 && strings.Contains(s[1:len(s)-1], ":")
}

// isAbsolute reports whether s is a blank node or begins with a scheme.
func isAbsolute(s string) bool { return strings.HasPrefix(s, "_:") || schemeLen(s) > 0 }

// schemeLen is the length of the scheme of an IRI, without its colon, or 0
// (RFC 3986, section 3.1).
func schemeLen[T string | []byte](s T) int {
	for i := range len(s) {
		switch c := s[i]; {
		case c|0x20 >= 'a' && c|0x20 <= 'z':
		case c == ':':
			return i
		case i > 0 && (c >= '0' && c <= '9' || c == '+' || c == '-' || c == '.'):
		default:
			return 0
		}
	}
	return 0
}
