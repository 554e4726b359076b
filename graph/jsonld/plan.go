package jsonld

import (
	"bytes"
	"cmp"
	"maps"
	"math"
	"slices"
	"strings"

	"policygraph/graph"
)

// A plan says how nodes of one set of types are written: the active context
// after the type-scoped contexts, and for each predicate met so far the key
// for each kind of object. Plans are made as they are needed and forgotten
// when they have grown beyond maxPlan, so that memory does not follow the
// output.
type plan struct {
	ctx      *active
	expanded bool // write expanded form: every value an object in an array

	id, typ string // keys as JSON

	predicates map[string]*predicate
	slots      map[string]*slot
	unordered  bool // slots were added since order was computed
	placed     int  // statements placed while unordered
}

// maxPlan is the number of predicates a plan keeps, and maxChoices the number
// of languages or datatypes a predicate keeps.
const (
	maxPlan    = 1024
	maxChoices = 64
)

// slot is one key of a node.
type slot struct {
	name  string
	key   []byte // as JSON
	rank  int    // position of the term, lastRank for keys that sort by name
	nest  *slot  // group that the key stands in, or nil
	order int    // among the slots of the plan

	set     bool    // always an array
	langMap bool    // a language map
	full    bool    // every value is an object
	ctx     *active // of the values: the property-scoped context if there is one
	typ     string  // coercion
	lang    string  // language of plain strings
	value   objectKeys
}

// objectKeys are the keys of value objects and references, as JSON.
type objectKeys struct{ id, typ, value, language []byte }

const lastRank = math.MaxInt

// unwritable stands for a key that the context leaves no way to write.
var unwritable = &slot{name: "unwritable"}

// predicate holds the slots of one predicate by kind of object. A nil slot has
// not been looked for yet.
type predicate struct {
	iri      string
	isType   bool
	resource *slot // for IRIs and blank nodes
	asTerm   *slot // for IRIs that are terms of the context
	str      *slot
	langs    []choice
	types    []choice
}

// choice is the slot for one language tag or datatype.
type choice struct {
	name string
	slot *slot
}

func newPlan(ctx, root *active, expanded bool) *plan {
	p := &plan{ctx: ctx, expanded: expanded}
	p.id = jsonKey(ctx.alias("@id"))
	typ := ctx.alias("@type")
	if t := ctx.terms[typ]; t != nil && root.terms[typ] != t {
		typ = "@type" // an alias must mean the same before types have changed the context
	}
	p.typ = jsonKey(typ)
	p.forget()
	return p
}

func jsonKey(name string) string { return string(appendString(nil, name)) }

// forget drops what was learnt about predicates.
func (p *plan) forget() {
	p.predicates, p.slots, p.unordered = map[string]*predicate{}, map[string]*slot{}, false
}

func (p *plan) predicate(iri []byte) *predicate {
	if r := p.predicates[string(iri)]; r != nil {
		return r
	}
	r := &predicate{iri: string(iri), isType: string(iri) == graph.RDFType}
	p.predicates[r.iri] = r
	return r
}

// slot finds the key for an object of predicate r.
func (p *plan) slot(r *predicate, kind graph.Kind, text, aux []byte) (*slot, error) {
	switch kind {
	case graph.KindIRI, graph.KindBNode:
		return p.resourceSlot(r, kind, text)
	case graph.KindString:
		return p.once(&r.str, r, p.forString)
	case graph.KindLangString:
		return p.chosen(&r.langs, r, aux, p.forLanguage)
	}
	return p.chosen(&r.types, r, aux, p.forType)
}

// once looks for a slot the first time it is asked for.
func (p *plan) once(known **slot, r *predicate, find func(iri string) *term) (*slot, error) {
	if *known != nil {
		return *known, nil
	}
	s, err := p.slotOf(r.iri, find(r.iri))
	*known = s
	return s, err
}

// chosen is once for each language or datatype.
func (p *plan) chosen(known *[]choice, r *predicate, name []byte, find func(iri, name string) *term) (*slot, error) {
	for i := range *known {
		if c := &(*known)[i]; c.name == string(name) {
			return c.slot, nil
		}
	}
	s, err := p.slotOf(r.iri, find(r.iri, string(name)))
	if err == nil && len(*known) < maxChoices {
		*known = append(*known, choice{string(name), s})
	}
	return s, err
}

func (p *plan) resourceSlot(r *predicate, kind graph.Kind, text []byte) (*slot, error) {
	if r.resource == nil || r.asTerm == nil {
		if _, err := p.once(&r.resource, r, p.forReference); err != nil {
			return nil, err
		}
		if _, err := p.once(&r.asTerm, r, p.forTerm); err != nil {
			return nil, err
		}
	}
	if r.resource != r.asTerm && kind == graph.KindIRI && p.ctx.termFor(text) != nil {
		return r.asTerm, nil
	}
	return r.resource, nil
}

// The finders give the term for a kind of object, or nil.

func (p *plan) forReference(iri string) *term {
	return p.ctx.selectTerm(iri, selection{forOthers, false, []string{"@id", "@vocab", "@none", "@any"}})
}

func (p *plan) forTerm(iri string) *term {
	return p.ctx.selectTerm(iri, selection{forOthers, false, []string{"@vocab", "@id", "@none", "@any"}})
}

func (p *plan) forString(iri string) *term {
	if t := p.ctx.selectTerm(iri, selection{forString, true, stringValues}); t != nil {
		return t
	}
	return p.ctx.selectTerm(iri, selection{forOthers, false, []string{graph.XSDString}})
}

func (p *plan) forLanguage(iri, tag string) *term {
	order := forLanguage
	if t := p.ctx.terms[tag]; t != nil && keywords[t.iri] {
		order = forOthers
	}
	return p.ctx.selectTerm(iri, selection{order, true, []string{tag, "@none", "@any"}})
}

func (p *plan) forType(iri, datatype string) *term {
	return p.ctx.selectTerm(iri, selection{forOthers, false, []string{datatype, "@none", "@any"}})
}

// slotOf makes the slot of a term, or for nil that of a key without one.
func (p *plan) slotOf(iri string, t *term) (*slot, error) {
	if t != nil {
		return p.termSlot(iri, t)
	}
	key, ok := p.ctx.appendVocab(nil, []byte(iri), useKey)
	if !ok {
		return unwritable, nil
	}
	if s := p.slots[string(key)]; s != nil {
		return s, nil
	}
	s := &slot{name: string(key), rank: lastRank, set: p.expanded, full: p.expanded, lang: p.ctx.lang}
	p.add(s, key, p.ctx)
	return s, nil
}

// termSlot makes the slot of a term. A term that its own scoped context
// defines anew or takes away is done without, for readers do not agree which
// of the two definitions counts.
func (p *plan) termSlot(iri string, t *term) (*slot, error) {
	key := appendString(nil, t.name)
	if s := p.slots[string(key)]; s != nil {
		return s, nil
	}
	ctx := p.ctx
	if t.hasScope {
		scoped, err := ctx.apply(t.scoped, scopeProperty)
		if err != nil {
			return nil, err
		}
		if scoped.terms[t.name] != t {
			return p.slotOf(iri, nil)
		}
		scoped.prepare()
		ctx = scoped
	}
	s := &slot{
		name: string(key), rank: rankOf(t), nest: p.nestOf(t),
		set: t.container&containerSet != 0, langMap: t.container&containerLanguage != 0,
		typ: t.typ, lang: ctx.language(t),
	}
	p.add(s, key, ctx)
	return s, nil
}

func (p *plan) add(s *slot, key []byte, ctx *active) {
	s.key, s.ctx = key, ctx
	s.value = objectKeys{
		id:       appendString(nil, ctx.alias("@id")),
		typ:      appendString(nil, ctx.alias("@type")),
		value:    appendString(nil, ctx.alias("@value")),
		language: appendString(nil, ctx.alias("@language")),
	}
	p.slots[string(key)] = s
	p.unordered = true
}

// rankOf puts the terms of type-scoped contexts first, as they were defined.
func rankOf(t *term) int {
	if t.scope == scopeType {
		return t.pos
	}
	return lastRank
}

// nestOf is the group of a term. A group that the context does not define, or
// that brings a context of its own, is done without.
func (p *plan) nestOf(t *term) *slot {
	g := p.ctx.terms[t.nest]
	if g == nil || g.iri != "@nest" || g.hasScope {
		return nil
	}
	key := appendString(nil, g.name)
	return &slot{name: string(key), key: key, rank: rankOf(g)}
}

// settle numbers the slots in the order in which they are written. It waits
// until as many statements as there are slots have been placed without, so
// that ever new keys do not mean ever new sorting.
func (p *plan) settle(statements int) {
	if !p.unordered {
		return
	}
	if p.placed += statements; p.placed < len(p.slots) {
		return
	}
	all := slices.SortedFunc(maps.Values(p.slots), compareSlots)
	for i, s := range all {
		s.order = i
	}
	p.unordered, p.placed = false, 0
}

// compare is the order of two slots, nil being that of types.
func (p *plan) compare(x, y *slot) int {
	switch {
	case x == y:
		return 0
	case x == nil:
		return -1
	case y == nil:
		return 1
	case p.unordered:
		return compareSlots(x, y)
	}
	return cmp.Compare(x.order, y.order)
}

func compareSlots(x, y *slot) int {
	return cmp.Or(compareKeys(x.outer(), y.outer()), compareKeys(x, y))
}

func compareKeys(x, y *slot) int {
	return cmp.Or(cmp.Compare(x.rank, y.rank), strings.Compare(x.name, y.name))
}

// outer is the key of the node itself under which the slot stands.
func (s *slot) outer() *slot {
	if s.nest != nil {
		return s.nest
	}
	return s
}

// sameNest reports whether both slots stand in the same group, or in none.
func sameNest(x, y *slot) bool {
	return x == y || x != nil && y != nil && bytes.Equal(x.key, y.key)
}
