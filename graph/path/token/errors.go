package token

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"
)

// ErrLimit is wrapped by an [Error] about text that is nested too deeply.
var ErrLimit = errors.New("beyond a limit")

// Error is a place where a text is not what its grammar allows.
//
// It wraps [errors.ErrUnsupported] where the text uses triple terms, text
// directions and what goes with them, which are SPARQL 1.2, and [ErrLimit]
// where it is nested too deeply.
type Error struct {
	Name     string // of the text, as Options gave it; may be empty
	Line     int    // from 1; lines end with U+000A
	Column   int    // in characters, from 1
	Offset   int64  // in bytes, from 0
	Expected string
	Found    string
	Text     string // the line, cut where it is very long

	caret int // where in Text, in bytes
	cause error
}

// Error is "name:line:column: expected …, found …".
func (e *Error) Error() string {
	name := e.Name
	if name != "" {
		name += ":"
	}
	return fmt.Sprintf("%s%d:%d: expected %s, found %s", name, e.Line, e.Column, e.Expected, e.Found)
}

// Unwrap gives the kind of the error, or nil where it is plain syntax.
func (e *Error) Unwrap() error { return e.cause }

// Picture is the line of the error and, under it, a caret that points at the
// column. It ends with a newline.
func (e *Error) Picture() string {
	pad := func(r rune) rune {
		if r == '\t' {
			return r
		}
		return ' '
	}
	return e.Text + "\n" + strings.Map(pad, e.Text[:e.caret]) + "^\n"
}

// How much of a line an error shows, in bytes to either side.
const (
	textBefore = 512
	textBehind = 256
)

// newError is the error at text[at].
func newError(name, text string, at int, expected, found string) *Error {
	start := strings.LastIndexByte(text[:at], '\n') + 1
	column := utf8.RuneCountInString(text[start:at]) + 1
	for start = max(start, at-textBefore); start < at && !utf8.RuneStart(text[start]); start++ {
	}
	rest, _, _ := strings.Cut(text[at:], "\n")
	if len(rest) > textBehind {
		rest = strings.ToValidUTF8(rest[:textBehind], "")
	}
	return &Error{
		Name: name, Line: strings.Count(text[:at], "\n") + 1, Column: column, Offset: int64(at),
		Expected: expected, Found: found,
		Text:  text[start:at] + strings.TrimSuffix(rest, "\r"),
		caret: at - start,
	}
}

// quote is a piece of the text in quotes, cut where it is long.
func quote(s string) string {
	const most = 32
	if len(s) <= most {
		return strconv.Quote(s)
	}
	return strconv.Quote(strings.ToValidUTF8(s[:most], "")) + "…"
}
