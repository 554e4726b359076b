package rdfxml

import (
	"errors"
	"fmt"
	"strings"
)

// ErrLimit is wrapped by a [SyntaxError] about a document that goes beyond a
// limit of [ReadOptions].
var ErrLimit = errors.New("beyond a limit")

// SyntaxError is a place where a document is not well-formed XML, or not what
// the grammar of RDF/XML allows.
//
// It wraps [errors.ErrUnsupported] where the document asks for what is not
// read: an encoding, external entities, markup in entities, or what only
// RDF 1.2 has. It wraps [ErrLimit] where a limit was reached.
type SyntaxError struct {
	Name     string // of the document, as ReadOptions gave it; may be empty
	Line     int    // from 1; lines end with U+000A
	Column   int    // in characters, from 1
	Offset   int64  // in bytes, from 0
	Expected string
	Found    string

	cause error
}

// Error is "name:line:column: expected …, found …".
func (e *SyntaxError) Error() string {
	name := e.Name
	if name != "" {
		name += ":"
	}
	return fmt.Sprintf("%s%d:%d: expected %s, found %s", name, e.Line, e.Column, e.Expected, e.Found)
}

// Unwrap gives the kind of the error, or nil where it is plain syntax.
func (e *SyntaxError) Unwrap() error { return e.cause }

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
