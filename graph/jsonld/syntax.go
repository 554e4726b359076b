package jsonld

import (
	"bytes"
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

// scanner walks through JSON in memory (RFC 8259). Its methods come in two
// kinds: those that return an error check the text, the others trust that it
// has been checked.
type scanner struct {
	name     string
	data     []byte
	pos      int
	maxDepth int
}

// check reads the whole text as one JSON value and leaves the scanner at its
// beginning.
func (s *scanner) check() error {
	if i := invalidUTF8(s.data); i >= 0 {
		s.pos = i
		return s.fail("UTF-8")
	}
	start := 0
	if bytes.HasPrefix(s.data, []byte("\ufeff")) {
		start = len("\ufeff")
	}
	s.pos = start
	s.space()
	if err := s.checkValue(1); err != nil {
		return err
	}
	if s.space(); s.pos < len(s.data) {
		return s.fail("the end of the document after one JSON value")
	}
	s.pos = start
	s.space()
	return nil
}

// invalidUTF8 is the offset of the first byte that is not UTF-8, or -1.
func invalidUTF8(data []byte) int {
	if utf8.Valid(data) {
		return -1
	}
	i := 0
	for {
		r, n := utf8.DecodeRune(data[i:])
		if r == utf8.RuneError && n <= 1 {
			return i
		}
		i += n
	}
}

// fail reports what was expected at the position.
func (s *scanner) fail(expected string) *SyntaxError {
	line, column := position(s.data, s.pos)
	found := "the end of the document"
	if s.pos < len(s.data) {
		r, n := utf8.DecodeRune(s.data[s.pos:])
		if found = strconv.QuoteRune(r); r == utf8.RuneError && n == 1 {
			found = fmt.Sprintf("the byte 0x%02x", s.data[s.pos])
		}
	}
	return &SyntaxError{Name: s.name, Line: line, Column: column, Offset: int64(s.pos), Expected: expected, Found: found}
}

func (s *scanner) space() {
	for s.pos < len(s.data) {
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
	if s.pos < len(s.data) {
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
			e := s.fail(fmt.Sprintf("at most %d levels of nesting", s.maxDepth))
			e.Cause = ErrLimit
			return e
		}
		return s.checkList(c, depth)
	case c == '-' || c >= '0' && c <= '9':
		return s.checkNumber()
	}
	for _, word := range [...]string{"true", "false", "null"} {
		if bytes.HasPrefix(s.data[s.pos:], []byte(word)) {
			s.pos += len(word)
			return nil
		}
	}
	return s.fail("a JSON value")
}

// checkList reads an array or an object from its opening bracket.
func (s *scanner) checkList(open byte, depth int) error {
	closing := open + 2 // ']' and '}' in ASCII
	s.pos++
	if s.space(); s.peek() == closing {
		s.pos++
		return nil
	}
	for {
		s.space()
		if open == '{' {
			if err := s.checkName(); err != nil {
				return err
			}
		}
		if err := s.checkValue(depth + 1); err != nil {
			return err
		}
		s.space()
		switch s.peek() {
		case ',':
			s.pos++
		case closing:
			s.pos++
			return nil
		default:
			return s.fail("',' or '" + string(closing) + "'")
		}
	}
}

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
	for s.pos < len(s.data) {
		c := s.data[s.pos]
		switch {
		case !mustEscape[c]:
			s.pos++
		case c == '"':
			s.pos++
			return nil
		case c == '\\':
			if err := s.checkEscape(); err != nil {
				return err
			}
		default:
			return s.fail("an escape for a control character")
		}
	}
	return s.fail("the end of the string")
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
	if unit < 0xdc00 && bytes.HasPrefix(s.data[s.pos:], []byte(`\u`)) {
		s.pos++
		if low, ok := s.unit(); ok && low >= 0xdc00 && low <= 0xdfff {
			return nil
		}
	}
	return s.fail("the other half of a surrogate pair")
}

// unit reads u and four hexadecimal digits.
func (s *scanner) unit() (unit rune, ok bool) {
	if s.pos+5 > len(s.data) {
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
	start := s.pos
	for c := s.peek(); c >= '0' && c <= '9'; c = s.peek() {
		s.pos++
	}
	return s.pos > start
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

// skip passes over a value, and returns its text.
func (s *scanner) skip() []byte {
	start := s.pos
	depth := 0
	for {
		switch s.data[s.pos] {
		case '"':
			s.skipString()
		case '{', '[':
			depth++
			s.pos++
		case '}', ']':
			depth--
			s.pos++
		case ',', ':', ' ', '\t', '\r', '\n':
			s.pos++
			continue
		default:
			s.skipWord()
		}
		if depth == 0 {
			return s.data[start:s.pos]
		}
	}
}

func (s *scanner) skipString() {
	s.pos++
	for s.data[s.pos] != '"' {
		if s.data[s.pos] == '\\' {
			s.pos++
		}
		s.pos++
	}
	s.pos++
}

// skipWord passes over a number, true, false or null.
func (s *scanner) skipWord() {
	for s.pos < len(s.data) && bytes.IndexByte([]byte(",:]} \t\r\n"), s.data[s.pos]) < 0 {
		s.pos++
	}
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
