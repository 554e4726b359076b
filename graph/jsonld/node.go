package jsonld

import (
	"bytes"
	"fmt"
	"slices"
	"strings"

	"policygraph/graph"
)

// node is the subject under way with its statements, as copies in one buffer.
type node struct {
	kind    graph.Kind
	text    []byte // everything the spans below point into
	subject span
	runs    []span // predicates of successive statements, repeats left out
	entries []entry
}

// span is a part of node.text.
type span struct{ from, to int }

// entry is one statement of the node.
type entry struct {
	run  int // index into node.runs
	kind graph.Kind
	text span
	aux  span
	slot *slot // nil for types
}

func (n *node) at(s span) []byte { return n.text[s.from:s.to] }

func (n *node) keep(text []byte) span {
	from := len(n.text)
	n.text = append(n.text, text...)
	return span{from, len(n.text)}
}

// is reports whether t is the subject under way.
func (n *node) is(t *graph.RawTerm) bool {
	return n.kind == t.Kind && bytes.Equal(n.at(n.subject), t.Text)
}

func (n *node) reset() {
	n.kind, n.text, n.subject = graph.KindNone, n.text[:0], span{}
	n.runs, n.entries = n.runs[:0], n.entries[:0]
}

func (n *node) begin(subject *graph.RawTerm) error {
	if err := checkResource(subject); err != nil {
		return err
	}
	n.kind, n.subject = subject.Kind, n.keep(subject.Text)
	return nil
}

// add keeps one statement about the subject under way.
func (n *node) add(q *graph.RawQuad) error {
	if len(n.runs) == 0 || !bytes.Equal(n.at(n.runs[len(n.runs)-1]), q.Predicate.Text) {
		if err := checkResource(&q.Predicate); err != nil {
			return err
		}
		n.runs = append(n.runs, n.keep(q.Predicate.Text))
	}
	if err := checkObject(&q.Object); err != nil {
		return err
	}
	n.entries = append(n.entries, entry{
		run: len(n.runs) - 1, kind: q.Object.Kind, text: n.keep(q.Object.Text), aux: n.keep(q.Object.Aux),
	})
	return nil
}

// checkObject is checkResource for literals too.
func checkObject(t *graph.RawTerm) error {
	switch t.Kind {
	case graph.KindLangString:
		if !wellFormedTag(t.Aux) {
			return fmt.Errorf("jsonld: %w: expected a language tag of BCP 47, found %q", graph.ErrTerm, t.Aux)
		}
	case graph.KindTypedString:
		if err := checkResource(&graph.RawTerm{Kind: graph.KindIRI, Text: t.Aux}); err != nil {
			return err
		}
	}
	return checkResource(t)
}

// wellFormedTag holds to the form of BCP 47 that JSON-LD readers hold to:
// groups of one to eight letters and digits, the first of letters alone. They
// drop strings with another tag.
func wellFormedTag(tag []byte) bool {
	group := 0
	first := true
	for _, c := range tag {
		switch {
		case c == '-' && group > 0:
			group, first = 0, false
			continue
		case c|0x20 >= 'a' && c|0x20 <= 'z', !first && c >= '0' && c <= '9':
			group++
		default:
			return false
		}
		if group > 8 {
			return false
		}
	}
	return group > 0
}

// writeNode writes the node under way. What the context cannot say without
// being misread makes the whole node object stand without a context.
func (w *Writer) writeNode() error {
	if w.group.bare {
		_, err := w.tryNode(w.bare, false)
		return err
	}
	p, err := w.planNode()
	if err != nil {
		return err
	}
	if p != nil {
		start := w.p
		ok, err := w.tryNode(p, false)
		if ok || err != nil {
			return err
		}
		w.p = restore(start, w.p)
	}
	_, err = w.tryNode(w.bare, true)
	return err
}

// planNode finds the plan for the types of the node, nil if a type cannot be
// written with the context.
func (w *Writer) planNode() (*plan, error) {
	var single *typeForm
	var names []string
	for i := range w.node.entries {
		e := &w.node.entries[i]
		if !w.node.isType(e) || e.kind != graph.KindIRI {
			continue
		}
		f := w.typeForm(w.node.at(e.text))
		if f.text == nil {
			return nil, nil
		}
		if f.term != nil {
			single, names = f, append(names, f.term.name)
		}
	}
	switch len(names) {
	case 0:
		return w.root, nil
	case 1:
		return w.planOfOne(single)
	}
	return w.planOf(names)
}

// isType reports whether e is an rdf:type that "@type" can carry.
func (n *node) isType(e *entry) bool {
	p := n.runs[e.run]
	return p.to-p.from == len(graph.RDFType) && !e.kind.IsLiteral() && string(n.at(p)) == graph.RDFType
}

func (w *Writer) typeForm(iri []byte) *typeForm {
	if f := w.types[string(iri)]; f != nil {
		return f
	}
	f := &typeForm{}
	if text, ok := w.root.ctx.appendVocab(nil, iri, useType); ok {
		f.text = text
	}
	if t := w.root.ctx.termFor(iri); t != nil && t.hasScope {
		f.term = t
	}
	if len(w.types) >= maxTypes {
		clear(w.types)
	}
	w.types[string(iri)] = f
	return f
}

func (w *Writer) planOfOne(f *typeForm) (p *plan, err error) {
	if f.plan == nil {
		f.plan, err = w.planOf([]string{f.term.name})
	}
	return f.plan, err
}

// planOf is the plan after the scoped contexts of the types, which apply in
// the order of their names.
func (w *Writer) planOf(names []string) (*plan, error) {
	slices.Sort(names)
	names = slices.Compact(names)
	key := strings.Join(names, "\x00")
	if p := w.plans[key]; p != nil {
		return p, nil
	}
	ctx := w.root.ctx
	for _, name := range names {
		scoped, err := ctx.apply(w.root.ctx.terms[name].scoped, scopeType)
		if err != nil {
			return nil, fmt.Errorf("jsonld: context of %q: %w", name, err)
		}
		ctx = scoped
	}
	if ctx == w.root.ctx {
		return w.root, nil
	}
	ctx.prepare()
	if len(w.plans) >= maxTypes {
		clear(w.plans)
	}
	w.plans[key] = newPlan(ctx, w.root.ctx, false)
	return w.plans[key], nil
}

// tryNode writes the node by a plan. It reports false, having written a part,
// when the context of the plan leaves no way to write something.
func (w *Writer) tryNode(p *plan, escape bool) (ok bool, err error) {
	ok, err = w.assign(p)
	if err != nil || !ok {
		return false, err
	}
	w.line()
	w.p.open('{')
	if escape {
		w.p.item()
		w.noContext()
	}
	w.p.item()
	w.p.out = append(w.p.out, p.id...)
	w.p.colon()
	w.p.out, ok = p.appendResource(w.p.out, w.node.kind, w.node.at(w.node.subject))
	if !ok {
		return false, nil
	}
	entries, ok := w.writeTypes(p)
	if !ok {
		return false, nil
	}
	if !w.writeSlots(entries) {
		return false, nil
	}
	w.p.close('}')
	return true, nil
}

// assign gives each entry its slot and puts them in the order of writing:
// types, then slots.
func (w *Writer) assign(p *plan) (bool, error) {
	if len(p.predicates) > maxPlan {
		p.forget()
	}
	n := &w.node
	run, r := -1, (*predicate)(nil)
	for i := range n.entries {
		e := &n.entries[i]
		if e.run != run {
			run, r = e.run, p.predicate(n.at(n.runs[e.run]))
		}
		if e.slot = nil; r.isType && !e.kind.IsLiteral() {
			continue
		}
		s, err := p.slot(r, e.kind, n.at(e.text), n.at(e.aux))
		if err != nil || s == unwritable {
			return false, err
		}
		e.slot = s
	}
	p.settle(len(n.entries))
	if order := n.order(p); !slices.IsSortedFunc(n.entries, order) {
		slices.SortStableFunc(n.entries, order)
	}
	return true, nil
}

// order compares entries: types, then by slot, in a language map by language.
func (n *node) order(p *plan) func(x, y entry) int {
	return func(x, y entry) int {
		if x.slot == y.slot && x.slot != nil && x.slot.langMap {
			return bytes.Compare(n.at(x.aux), n.at(y.aux))
		}
		return p.compare(x.slot, y.slot)
	}
}

// writeTypes writes the types, which are the first entries, and returns the
// rest.
func (w *Writer) writeTypes(p *plan) ([]entry, bool) {
	entries := w.node.entries
	n := 0
	for n < len(entries) && entries[n].slot == nil {
		n++
	}
	if n == 0 {
		return entries, true
	}
	w.p.item()
	w.p.out = append(w.p.out, p.typ...)
	w.p.colon()
	ok := w.writeValues(n, true, func(i int) (ok bool) {
		w.p.out, ok = w.appendType(p, &entries[i])
		return ok
	})
	return entries[n:], ok
}

func (w *Writer) appendType(p *plan, e *entry) ([]byte, bool) {
	text := w.node.at(e.text)
	switch {
	case e.kind == graph.KindBNode:
		return p.ctx.appendBlank(w.p.out, text, true)
	case p == w.bare:
		return appendString(w.p.out, text), true
	}
	return append(w.p.out, w.typeForm(text).text...), true
}

// writeValues writes n values, in an array unless there is one and set is not
// asked for. An array of one stays on its line.
func (w *Writer) writeValues(n int, set bool, write func(i int) bool) bool {
	switch {
	case n > 1:
		w.p.open('[')
		defer w.p.close(']')
	case set:
		w.p.openInline('[')
		defer w.p.closeInline(']')
	default:
		return write(0)
	}
	for i := range n {
		w.p.item()
		if !write(i) {
			return false
		}
	}
	return true
}

// writeSlots writes the entries, which are in the order of their slots.
func (w *Writer) writeSlots(entries []entry) bool {
	var nest *slot
	for len(entries) > 0 {
		s := entries[0].slot
		n := 1
		for n < len(entries) && entries[n].slot == s {
			n++
		}
		if !sameNest(nest, s.nest) {
			w.enterNest(nest, s.nest)
			nest = s.nest
		}
		w.p.key(s.key)
		if !w.writeSlot(s, entries[:n]) {
			return false
		}
		entries = entries[n:]
	}
	w.enterNest(nest, nil)
	return true
}

// enterNest leaves one group of keys and enters another; nil is none.
func (w *Writer) enterNest(from, to *slot) {
	if from != nil {
		w.p.close('}')
	}
	if to != nil {
		w.p.key(to.key)
		w.p.open('{')
	}
}

func (w *Writer) writeSlot(s *slot, entries []entry) bool {
	if s.langMap {
		w.writeLangMap(s, entries)
		return true
	}
	return w.writeValues(len(entries), s.set, func(i int) bool { return w.writeValue(s, &entries[i]) })
}

// writeLangMap writes entries, which are sorted by language.
func (w *Writer) writeLangMap(s *slot, entries []entry) {
	w.p.open('{')
	for len(entries) > 0 {
		tag := w.node.at(entries[0].aux)
		n := 1
		for n < len(entries) && bytes.Equal(w.node.at(entries[n].aux), tag) {
			n++
		}
		if len(tag) == 0 {
			tag = []byte("@none")
		}
		w.p.item()
		w.p.out = appendString(w.p.out, tag)
		w.p.colon()
		same := entries[:n]
		w.writeValues(n, s.set, func(i int) bool {
			w.p.out = appendString(w.p.out, w.node.at(same[i].text))
			return true
		})
		entries = entries[n:]
	}
	w.p.close('}')
}

// writeValue writes one value under a key that is no language map.
func (w *Writer) writeValue(s *slot, e *entry) (ok bool) {
	text, aux := w.node.at(e.text), w.node.at(e.aux)
	switch e.kind {
	case graph.KindIRI, graph.KindBNode:
		return w.writeReference(s, e.kind, text)
	case graph.KindTypedString:
		if s.typ == string(aux) && !s.full {
			break
		}
		w.beginValue(s, text)
		w.p.key(s.value.typ)
		w.p.out, ok = s.ctx.appendVocab(w.p.out, aux, useDatatype)
		w.p.closeInline('}')
		return ok
	default:
		if w.plainString(s, aux) {
			break
		}
		w.beginValue(s, text)
		if len(aux) > 0 {
			w.p.key(s.value.language)
			w.p.out = appendString(w.p.out, aux)
		}
		w.p.closeInline('}')
		return true
	}
	w.p.out = appendString(w.p.out, text)
	return true
}

// plainString reports whether a string of the language, empty for none, may
// stand without a value object.
func (w *Writer) plainString(s *slot, lang []byte) bool {
	switch {
	case s.full:
		return false
	case s.typ != "":
		return s.typ == graph.XSDString && len(lang) == 0
	}
	return len(s.lang) == len(lang) && strings.EqualFold(s.lang, string(lang))
}

// beginValue opens a value object.
func (w *Writer) beginValue(s *slot, text []byte) {
	w.p.openInline('{')
	w.p.key(s.value.value)
	w.p.out = appendString(w.p.out, text)
}

func (w *Writer) writeReference(s *slot, kind graph.Kind, text []byte) (ok bool) {
	switch {
	case s.full || s.typ != "@id" && s.typ != "@vocab":
		w.p.openInline('{')
		w.p.key(s.value.id)
		w.p.out, ok = appendReference(s.ctx, w.p.out, kind, text, false)
		w.p.closeInline('}')
	default:
		w.p.out, ok = appendReference(s.ctx, w.p.out, kind, text, s.typ == "@vocab")
	}
	return ok
}

func appendReference(ctx *active, dst []byte, kind graph.Kind, text []byte, vocab bool) ([]byte, bool) {
	switch {
	case kind == graph.KindBNode:
		return ctx.appendBlank(dst, text, vocab)
	case vocab:
		return ctx.appendVocab(dst, text, useType)
	}
	return ctx.appendID(dst, text)
}
