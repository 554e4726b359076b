package reference

import (
	"strings"

	"github.com/cayleygraph/quad"

	"policygraph/ontology/vocab"
)

// asks is what a shape asks, an item for each constraint, in words.
func (b *book) asks(node quad.Value) []item {
	var items []item
	if s := b.cardinality(b.shapes.count(node, shMinCount, 0), b.shapes.count(node, shMaxCount, -1)); s != "" {
		items = append(items, line(span{Text: s}))
	}
	for _, c := range constraints() {
		for _, o := range b.shapes.doc.all(node, c.property) {
			items = append(items, c.say(b, node, o))
		}
	}
	return items
}

// cardinality is how many values there are, "" for any number.
func (b *book) cardinality(least, most int) string {
	switch {
	case most == 0:
		return b.word("none")
	case least == 1 && most == 1:
		return b.word("exactly-one")
	case least == most:
		return b.word("exactly", most)
	case least > 0 && most > 0:
		return b.word("between", least, most)
	case least == 1:
		return b.word("at-least-one")
	case least > 1:
		return b.word("at-least", least)
	case most == 1:
		return b.word("at-most-one")
	case most > 1:
		return b.word("at-most", most)
	}
	return ""
}

// constraint is a way in which a shape asks for something.
type constraint struct {
	property quad.IRI
	say      func(b *book, node, o quad.Value) item
}

// constraints are in the order in which they are told. They hold all that the shapes
// use; a test sees to it.
func constraints() []constraint {
	return []constraint{
		{shClass, func(b *book, _, o quad.Value) item { return line(span{Text: b.word("of-class")}, b.ref(o.(quad.IRI))) }},
		{shDatatype, func(b *book, _, o quad.Value) item { return line(b.datatype(o.(quad.IRI))...) }},
		{shNodeKind, func(b *book, _, _ quad.Value) item { return line(span{Text: b.word("is-iri")}) }},
		{shIn, func(b *book, _, o quad.Value) item {
			return line(append(text(b.word("one-of")), b.members(o)...)...)
		}},
		{shHasValue, func(b *book, _, o quad.Value) item { return line(span{Text: b.word("has-value")}, b.value(o)) }},
		{shPattern, func(b *book, _, o quad.Value) item { return line(span{Text: b.word("matches")}, code(lexical(o))) }},
		{shMinLength, (*book).minLength},
		{shMinInclusive, func(b *book, _, o quad.Value) item { return line(span{Text: b.word("min-value", lexical(o))}) }},
		{shMaxInclusive, func(b *book, _, o quad.Value) item { return line(span{Text: b.word("max-value", lexical(o))}) }},
		{shUniqueLang, func(b *book, _, _ quad.Value) item { return line(span{Text: b.word("unique-lang")}) }},
		{shLanguageIn, (*book).languageIn},
		{shLessThanOrEquals, func(b *book, _, o quad.Value) item {
			return line(span{Text: b.word("not-above")}, b.ref(o.(quad.IRI)))
		}},
		{shDisjoint, func(b *book, _, o quad.Value) item {
			return line(span{Text: b.word("shares-none")}, b.ref(o.(quad.IRI)))
		}},
		{shQualifiedValueShape, (*book).qualified},
		{shProperty, (*book).property},
		{shNode, func(b *book, _, o quad.Value) item { return item{Spans: text(b.word("each-value")), Items: b.asks(o)} }},
		{shNot, func(b *book, _, o quad.Value) item { return item{Spans: text(b.word("never")), Items: b.asks(o)} }},
		{shOr, (*book).either},
	}
}

func (b *book) minLength(_, o quad.Value) item {
	if lexical(o) == "1" {
		return line(span{Text: b.word("min-length-1")})
	}
	return line(span{Text: strings.Replace(b.word("min-length"), "%d", lexical(o), 1)})
}

func (b *book) languageIn(_, o quad.Value) item {
	var tags []string
	for _, tag := range b.shapes.doc.list(o) {
		tags = append(tags, lexical(tag))
	}
	return line(span{Text: b.word("in-language", strings.Join(tags, ", "))})
}

// datatype names a datatype; the one of text with a language has a name of its own.
func (b *book) datatype(iri quad.IRI) []span {
	if iri == vocab.RDFLangString {
		return text(b.word("text-with-lang"))
	}
	return []span{{Text: b.word("of-datatype")}, {Text: curie(iri), Code: true, Href: string(iri)}}
}

func (b *book) value(v quad.Value) span {
	if iri, ok := v.(quad.IRI); ok {
		return b.ref(iri)
	}
	return code(lexical(v))
}

func (b *book) members(head quad.Value) []span {
	var runs [][]span
	for _, m := range b.shapes.doc.list(head) {
		runs = append(runs, []span{b.value(m)})
	}
	return joined(runs, ", ")
}

func (b *book) qualified(node, o quad.Value) item {
	how := b.cardinality(b.shapes.count(node, shQualifiedMinCount, 0), b.shapes.count(node, shQualifiedMaxCount, -1))
	return line(append(text(b.word("qualified", how)), inline(b.asks(o))...)...)
}

// property is what is asked of one property inside a larger shape. A named shape that is
// part of another is told on its own.
func (b *book) property(_, o quad.Value) item {
	if iri, named := o.(quad.IRI); named {
		name := string(iri)[strings.LastIndexByte(string(iri), '#')+1:]
		return line(span{Text: name, Code: true, Href: "#" + name})
	}
	asked := b.asks(o)
	whole := item{Spans: append(b.path(b.shapes.doc.one(o, shPath)), span{Text: ": "})}
	whole.Spans = append(whole.Spans, inline(asked)...)
	for _, i := range asked {
		whole.Items = append(whole.Items, i.Items...)
	}
	return whole
}

// either is a choice: on the line where each side is one thing of one line, else below it.
func (b *book) either(_, head quad.Value) item {
	var sides []item
	short := true
	for _, o := range b.shapes.doc.list(head) {
		asked := b.asks(o)
		short = short && len(asked) == 1 && len(asked[0].Items) == 0 && len(b.shapes.doc.all(o, shProperty)) == 0
		sides = append(sides, together(asked))
	}
	if !short {
		return item{Spans: text(b.word("either")), Items: sides}
	}
	var runs [][]span
	for _, s := range sides {
		runs = append(runs, s.Spans)
	}
	return line(joined(runs, b.word("or"))...)
}

// together makes one item of several that all hold.
func together(items []item) item {
	whole := item{}
	var runs [][]span
	for _, i := range items {
		runs = append(runs, i.Spans)
		whole.Items = append(whole.Items, i.Items...)
	}
	whole.Spans = joined(runs, "; ")
	return whole
}

func inline(items []item) []span {
	var runs [][]span
	for _, i := range items {
		runs = append(runs, i.Spans)
	}
	return joined(runs, ", ")
}

// path is a path as SPARQL writes it, with links to its properties.
func (b *book) path(path quad.Value) []span {
	blank, ok := path.(quad.BNode)
	if !ok {
		return []span{b.ref(path.(quad.IRI))}
	}
	var runs [][]span
	for _, step := range b.shapes.steps(blank) {
		runs = append(runs, b.path(step))
	}
	d := b.shapes.doc
	switch {
	case d.one(blank, shInversePath) != nil:
		return append(text(b.word("reverse")), joined(runs, "")...)
	case d.one(blank, shAlternativePath) != nil:
		return joined(runs, b.word("or"))
	}
	return joined(runs, " / ")
}
