package path

import (
	"strings"

	"github.com/cayleygraph/quad"
)

// level is how tightly a path binds, as its production in the grammar.
type level uint8

const (
	pathAlternative level = iota
	pathSequence
	pathEltOrInverse
	pathElt
	pathPrimary
)

func (p IRI) String() string                { return text(p) }
func (p Inverse) String() string            { return text(p) }
func (p Sequence) String() string           { return text(p) }
func (p Alternative) String() string        { return text(p) }
func (p ZeroOrMore) String() string         { return text(p) }
func (p OneOrMore) String() string          { return text(p) }
func (p ZeroOrOne) String() string          { return text(p) }
func (p NegatedPropertySet) String() string { return text(p) }

func text(p Path) string {
	var b strings.Builder
	p.appendTo(&b, pathAlternative)
	return b.String()
}

// enclose writes what binds as tightly as inner says, in parentheses where it
// stands in something that binds tighter.
func enclose(b *strings.Builder, inner, outer level, write func()) {
	if inner >= outer {
		write()
		return
	}
	b.WriteByte('(')
	write()
	b.WriteByte(')')
}

func (p IRI) appendTo(b *strings.Builder, _ level) { appendIRI(b, quad.IRI(p)) }

func (p Inverse) appendTo(b *strings.Builder, outer level) {
	enclose(b, pathEltOrInverse, outer, func() {
		b.WriteByte('^')
		p.Path.appendTo(b, pathElt)
	})
}

func (p Sequence) appendTo(b *strings.Builder, outer level) { list(b, p, '/', pathSequence, outer) }
func (p Alternative) appendTo(b *strings.Builder, outer level) {
	list(b, p, '|', pathAlternative, outer)
}

// list writes steps, each bound tighter than the list is.
func list(b *strings.Builder, steps []Path, sign byte, inner, outer level) {
	enclose(b, inner, outer, func() {
		for i, step := range steps {
			if i > 0 {
				b.WriteByte(sign)
			}
			step.appendTo(b, inner+1)
		}
	})
}

func (p ZeroOrMore) appendTo(b *strings.Builder, outer level) { modified(b, p.Path, '*', outer) }
func (p OneOrMore) appendTo(b *strings.Builder, outer level)  { modified(b, p.Path, '+', outer) }
func (p ZeroOrOne) appendTo(b *strings.Builder, outer level)  { modified(b, p.Path, '?', outer) }

func modified(b *strings.Builder, p Path, sign byte, outer level) {
	enclose(b, pathElt, outer, func() {
		p.appendTo(b, pathPrimary)
		b.WriteByte(sign)
	})
}

func (p NegatedPropertySet) appendTo(b *strings.Builder, _ level) {
	b.WriteString("!(")
	sep := ""
	for _, iri := range p.Forward {
		b.WriteString(sep)
		appendIRI(b, iri)
		sep = "|"
	}
	for _, iri := range p.Inverse {
		b.WriteString(sep + "^")
		appendIRI(b, iri)
		sep = "|"
	}
	b.WriteByte(')')
}

func appendIRI(b *strings.Builder, iri quad.IRI) {
	b.WriteByte('<')
	b.WriteString(string(iri))
	b.WriteByte('>')
}
