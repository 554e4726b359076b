package jsonld

import (
	"fmt"
	"strconv"
	"unicode/utf8"

	"policygraph/graph"
)

// ErrLimit is wrapped by errors about a document that goes beyond a limit of
// [ReadOptions].
var ErrLimit = graph.ErrLimit

// SyntaxError is a place where a document is not JSON, or nests too deep.
type SyntaxError = graph.SyntaxError

// scanner walks through JSON (RFC 8259). Its methods come in two kinds: those
// that return an error check the text, and the window may slide under them; the
// others trust that it has been checked and is at hand.
type scanner struct {
	window
	maxDepth int
}

// begin goes to the first value.
func (s *scanner) begin() {
	if s.has("\ufeff") {
		s.pos += len("\ufeff")
	}
	s.space()
}

// end checks that nothing follows the first value.
func (s *scanner) end() error {
	if s.space(); s.pos < len(s.data) || s.blocked {
		return s.fail("the end of the document after one JSON value")
	}
	return nil
}

// value checks the value at the position and passes over it. It returns its
// text, which holds until the window slides.
func (s *scanner) value(depth int) ([]byte, error) {
	keep, start := s.keep, s.offset()
	s.keep = min(keep, start)
	err := s.checkValue(depth)
	s.keep = keep
	return s.since(start), err
}

// memberName checks the name of a member, and goes to its value.
func (s *scanner) memberName() (string, error) {
	keep, start := s.keep, s.offset()
	s.keep = min(keep, start)
	defer func() { s.keep = keep }()
	if err := s.checkName(); err != nil {
		return "", err
	}
	quoted := scanner{window: window{data: s.since(start)}}
	return string(quoted.str()), nil
}

func (s *scanner) space() {
	for s.pos < len(s.data) || s.more() {
		switch s.data[s.pos] {
		case ' ', '\t', '\r', '\n':
			s.pos++
		default:
			return
		}
	}
}

// peek is the byte at the position, 0 at the end.
func (s *scanner) peek() byte {
	if s.pos < len(s.data) || s.more() {
		return s.data[s.pos]
	}
	return 0
}

func (s *scanner) checkValue(depth int) error {
	switch c := s.peek(); {
	case c == '"':
		return s.checkString()
	case c == '{' || c == '[':
		if depth > s.maxDepth {
			return s.tooDeep()
		}
		return s.checkList(c, depth)
	case c == '-' || c >= '0' && c <= '9':
		return s.checkNumber()
	}
	for _, word := range [...]string{"true", "false", "null"} {
		if s.has(word) {
			s.pos += len(word)
			return nil
		}
	}
	return s.fail("a JSON value")
}

func (s *scanner) tooDeep() error {
	e := s.syntaxError(s.pos, fmt.Sprintf("at most %d levels of nesting", s.maxDepth), strconv.QuoteRune(rune(s.peek())))
	e.Cause = ErrLimit
	return e
}

// checkList reads an array or an object from its opening bracket.
func (s *scanner) checkList(open byte, depth int) error {
	var err error
	more := s.first(open)
	for more && err == nil {
		if open == '{' {
			err = s.checkName()
		}
		if err == nil {
			err = s.checkValue(depth + 1)
		}
		if err == nil {
			more, err = s.another(open)
		}
	}
	return err
}

// first goes from the opening bracket to the first item or, if there is none,
// past the closing bracket.
func (s *scanner) first(open byte) bool {
	s.pos++
	if s.space(); s.peek() == closing(open) {
		s.pos++
		return false
	}
	return true
}

// another goes from behind an item to the next one or, if there is none, past
// the closing bracket.
func (s *scanner) another(open byte) (bool, error) {
	s.space()
	switch s.peek() {
	case ',':
		s.pos++
		s.space()
		return true, nil
	case closing(open):
		s.pos++
		return false, nil
	}
	return false, s.fail("',' or '" + string(closing(open)) + "'")
}

// closing is the bracket that closes what open opens.
func closing(open byte) byte { return open + 2 } // in ASCII

// checkName reads the name of a member and what separates it from the value.
func (s *scanner) checkName() error {
	if s.peek() != '"' {
		return s.fail("the name of a member in quotes")
	}
	if err := s.checkString(); err != nil {
		return err
	}
	if s.space(); s.peek() != ':' {
		return s.fail("':'")
	}
	s.pos++
	s.space()
	return nil
}

func (s *scanner) checkString() error {
	s.pos++
	for s.pos < len(s.data) || s.more() {
		s.pos += plainLen(s.data[s.pos:])
		if s.pos == len(s.data) {
			continue
		}
		switch s.data[s.pos] {
		case '"':
			s.pos++
			return nil
		case '\\':
			if err := s.checkEscape(); err != nil {
				return err
			}
		default:
			return s.fail("an escape for a control character")
		}
	}
	return s.fail("the end of the string")
}

// plainLen is the length of the text that stands for itself in a string.
func plainLen(text []byte) int {
	for i, c := range text {
		if mustEscape[c] {
			return i
		}
	}
	return len(text)
}

func (s *scanner) checkEscape() error {
	s.pos++
	switch s.peek() {
	case '"', '\\', '/', 'b', 'f', 'n', 'r', 't':
		s.pos++
		return nil
	case 'u':
		return s.checkUnicode()
	}
	return s.fail(`one of "\/bfnrtu after a backslash`)
}

// checkUnicode reads an escape from its u. Surrogates must come in pairs, for
// half a character is not text.
func (s *scanner) checkUnicode() error {
	unit, ok := s.unit()
	if !ok {
		return s.fail("four hexadecimal digits")
	}
	if unit < 0xd800 || unit > 0xdfff {
		return nil
	}
	if unit < 0xdc00 && s.has(`\u`) {
		s.pos++
		if low, ok := s.unit(); ok && low >= 0xdc00 && low <= 0xdfff {
			return nil
		}
	}
	return s.fail("the other half of a surrogate pair")
}

// unit reads u and four hexadecimal digits.
func (s *scanner) unit() (unit rune, ok bool) {
	if !s.need(5) {
		return 0, false
	}
	n, err := strconv.ParseUint(string(s.data[s.pos+1:s.pos+5]), 16, 16)
	if err != nil {
		return 0, false
	}
	s.pos += 5
	return rune(n), true
}

func (s *scanner) checkNumber() error {
	if s.peek() == '-' {
		s.pos++
	}
	if s.peek() == '0' {
		s.pos++
	} else if !s.digits() {
		return s.fail("a digit")
	}
	if s.peek() == '.' {
		s.pos++
		if !s.digits() {
			return s.fail("a digit")
		}
	}
	if s.peek()|0x20 == 'e' {
		s.pos++
		if c := s.peek(); c == '+' || c == '-' {
			s.pos++
		}
		if !s.digits() {
			return s.fail("a digit")
		}
	}
	return nil
}

func (s *scanner) digits() bool {
	any := false
	for c := s.peek(); c >= '0' && c <= '9'; c = s.peek() {
		s.pos++
		any = true
	}
	return any
}

// The methods below trust the text.

// str reads a string. The result is a view of the text, or a new slice where
// the string has escapes.
func (s *scanner) str() []byte {
	s.pos++
	start := s.pos
	for s.data[s.pos] != '"' {
		if s.data[s.pos] == '\\' {
			return s.escapedString(start)
		}
		s.pos++
	}
	s.pos++
	return s.data[start : s.pos-1]
}

func (s *scanner) escapedString(start int) []byte {
	out := append([]byte(nil), s.data[start:s.pos]...)
	for {
		c := s.data[s.pos]
		s.pos++
		switch c {
		case '"':
			return out
		case '\\':
			out = s.unescape(out)
		default:
			out = append(out, c)
		}
	}
}

// longEscapes are the characters that the letters of short escapes stand for.
var longEscapes = [256]byte{'"': '"', '\\': '\\', '/': '/', 'b': '\b', 'f': '\f', 'n': '\n', 'r': '\r', 't': '\t'}

func (s *scanner) unescape(out []byte) []byte {
	c := s.data[s.pos]
	if c != 'u' {
		s.pos++
		return append(out, longEscapes[c])
	}
	r, _ := s.unit()
	if r >= 0xd800 && r <= 0xdfff {
		s.pos++
		low, _ := s.unit()
		r = (r-0xd800)<<10 + (low - 0xdc00) + 0x10000
	}
	return utf8.AppendRune(out, r)
}

// next reports whether another item follows in the array or object whose
// opening bracket or latest item was just passed, and goes to it, or past the
// closing bracket.
func (s *scanner) next() bool {
	s.space()
	if s.data[s.pos] == ',' {
		s.pos++
		s.space()
	}
	if c := s.data[s.pos]; c == ']' || c == '}' {
		s.pos++
		return false
	}
	return true
}

// member reads the name of a member and goes to its value.
func (s *scanner) member() []byte {
	name := s.str()
	s.space()
	s.pos++ // the colon
	s.space()
	return name
}
