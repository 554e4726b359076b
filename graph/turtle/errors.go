package turtle

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strconv"
	"unicode/utf8"

	"policygraph/graph"
)

// ErrLimit is wrapped by a [SyntaxError] about a document that goes beyond a
// limit of [ReadOptions].
var ErrLimit = graph.ErrLimit

// SyntaxError is a place where a document is not what its syntax allows.
//
// It wraps [errors.ErrUnsupported] where the document uses triple terms,
// reifiers, annotations or text directions, which are RDF 1.2, and [ErrLimit]
// where a limit was reached.
type SyntaxError = graph.SyntaxError

// position is a place between two bytes of a document.
type position struct {
	offset int64 // bytes before it
	line   int   // newlines before it
	column int   // characters between the last newline and it
}

// after is the position behind text that begins at p.
func (p position) after(text []byte) position {
	p.offset += int64(len(text))
	if i := bytes.LastIndexByte(text, '\n'); i >= 0 {
		p.line += bytes.Count(text, []byte("\n"))
		p.column, text = 0, text[i+1:]
	}
	p.column += utf8.RuneCount(text)
	return p
}

// How much of a line an error shows, in bytes to either side.
const (
	textBefore = 512
	textBehind = 256
)

// syntaxError makes the error at text[at], where text begins at origin and
// holds the line around it, or textBefore and textBehind bytes of it.
func syntaxError(name string, origin position, text []byte, at int, expected, found string) *SyntaxError {
	p := origin.after(text[:at])
	start := bytes.LastIndexByte(text[:at], '\n') + 1
	if at-start > textBefore {
		for start = at - textBefore; !utf8.RuneStart(text[start]); start++ {
		}
	}
	return &SyntaxError{
		Name: name, Line: p.line + 1, Column: p.column + 1, Offset: p.offset,
		Expected: expected, Found: found,
		Text:  string(text[start:at]) + string(restOfLine(text[at:])),
		Caret: utf8.RuneCount(text[start:at]),
	}
}

// restOfLine is s up to its first newline, and no more than textBehind bytes.
func restOfLine(s []byte) []byte {
	if len(s) > textBehind {
		end := textBehind
		for !utf8.RuneStart(s[end]) {
			end--
		}
		s = s[:end]
	}
	if i := bytes.IndexByte(s, '\n'); i >= 0 {
		s = s[:i]
	}
	return bytes.TrimSuffix(s, []byte("\r"))
}

// describeNext says what s begins with: a word in quotes, a single sign, or
// an end.
func describeNext(s []byte) string {
	const most = 32
	switch {
	case len(s) == 0:
		return "the end of the input"
	case s[0] == '\n', s[0] == '\r':
		return "the end of the line"
	}
	const word = inName | beyond | colon | dot
	end, cut := 0, ""
	for end < len(s) && is(s[end], word) {
		end++
	}
	if end == 0 {
		_, end = utf8.DecodeRune(s)
	}
	if end > most {
		for end = most; !utf8.RuneStart(s[end]); end-- {
		}
		cut = "…"
	}
	return strconv.Quote(string(s[:end])) + cut
}

// refused makes of a mistake the error of what only RDF 1.2 has.
func refused(mistake func(expected, found string) *SyntaxError, what string) *SyntaxError {
	e := mistake("RDF 1.1", what+" of RDF 1.2")
	e.Cause = errors.ErrUnsupported
	return e
}

// beyondLimit makes of a mistake the error of a limit.
func beyondLimit(mistake func(expected, found string) *SyntaxError, most int64, what string) *SyntaxError {
	e := mistake(fmt.Sprintf("at most %d %s", most, what), "more")
	e.Cause = ErrLimit
	return e
}

// Why a source has no more text, besides what its reader says.
var errNotUTF8 = errors.New("not UTF-8")

type tooLong int

func (most tooLong) Error() string { return fmt.Sprintf("more than %d bytes in one piece", int(most)) }

// endError is the error of a document that could not be read on: about the
// text, made by mistake, or that of the underlying reader.
func endError(name string, cause error, mistake func(expected, found string) *SyntaxError) error {
	var long tooLong
	switch {
	case cause == errNotUTF8:
		return mistake("UTF-8", "a byte that is not")
	case cause == io.EOF:
		return nil
	case errors.As(cause, &long):
		return beyondLimit(mistake, int64(long), "bytes in one piece")
	case name != "":
		return fmt.Errorf("%s: %w", name, cause)
	}
	return cause
}
