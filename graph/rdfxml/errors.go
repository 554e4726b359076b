package rdfxml

import (
	"fmt"
	"strings"

	"policygraph/graph"
)

// ErrLimit is [graph.ErrLimit]: a document goes beyond a limit of
// [ReadOptions].
var ErrLimit = graph.ErrLimit

// SyntaxError is a place where a document is not well-formed XML, or not what
// the grammar of RDF/XML allows. It has no picture.
//
// It wraps [errors.ErrUnsupported] where the document asks for what is not
// read: an encoding, external entities, markup in entities, or what only
// RDF 1.2 has. It wraps [ErrLimit] where a limit was reached.
type SyntaxError = graph.SyntaxError

// position is a place between two bytes of a document.
type position struct {
	offset int64 // bytes before it
	line   int   // newlines before it
	column int   // characters between the last newline and it
}

// advance moves behind the byte c.
func (p *position) advance(c byte) {
	p.offset++
	switch {
	case c == '\n':
		p.line++
		p.column = 0
	case c&0xC0 != 0x80:
		p.column++
	}
}

// String is line and column.
func (p position) String() string { return fmt.Sprintf("%d:%d", p.line+1, p.column+1) }

// before is the position of the character whose first byte was passed last, or
// p where that was a newline.
func (p position) before() position {
	if p.column == 0 {
		return p
	}
	p.offset--
	p.column--
	return p
}

// shorten keeps errors readable when a value is very long.
func shorten(s string) string {
	const most = 80
	if len(s) <= most {
		return s
	}
	return strings.ToValidUTF8(s[:most], "") + "…"
}

// errorIn is an error of the reader below, with the name of the document.
func errorIn(name string, err error) error {
	if name == "" {
		return err
	}
	return fmt.Errorf("%s: %w", name, err)
}
