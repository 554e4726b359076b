package graph

import (
	"errors"
	"fmt"
	"strings"
)

// ErrLimit is wrapped by a [SyntaxError] about a text that goes beyond a limit of
// the reader.
var ErrLimit = errors.New("beyond a limit")

// SyntaxError is a place where a text is not what its syntax allows. The readers
// of all syntaxes, of documents and of queries, report their mistakes with it.
//
// Cause is nil for plain syntax. It is [errors.ErrUnsupported] where the text
// asks for something that is not read on purpose, [ErrLimit] where a limit was
// reached.
type SyntaxError struct {
	Name     string // of the text, as the reader was told; may be empty
	Line     int    // from 1; lines end with U+000A
	Column   int    // in characters, from 1
	Offset   int64  // in bytes, from 0
	Expected string
	Found    string
	Text     string // the line, cut where it is very long; empty where it is not at hand
	Caret    int    // the place in Text, in characters, from 0
	Cause    error
}

// Error is "name:line:column: expected …, found …".
func (e *SyntaxError) Error() string {
	name := e.Name
	if name != "" {
		name += ":"
	}
	return fmt.Sprintf("%s%d:%d: expected %s, found %s", name, e.Line, e.Column, e.Expected, e.Found)
}

// Unwrap returns Cause.
func (e *SyntaxError) Unwrap() error { return e.Cause }

// Picture is the line of the error and, under it, a caret that points at the
// place. It ends with a newline, and is empty where there is no line.
func (e *SyntaxError) Picture() string {
	if e.Text == "" {
		return ""
	}
	before, n := e.Text, 0
	for i := range e.Text {
		if n == e.Caret {
			before = e.Text[:i]
			break
		}
		n++
	}
	return e.Text + "\n" + strings.Map(padding, before) + "^\n"
}

// padding is what stands under a character to the left of the caret.
func padding(r rune) rune {
	if r == '\t' {
		return r
	}
	return ' '
}
