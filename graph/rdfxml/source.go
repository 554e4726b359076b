package rdfxml

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"
)

// source hands a document to the tokenizer of encoding/xml, which takes it
// byte by byte and looks at most one byte ahead. It knows where in the document
// it is, holds to the limits, and does what that tokenizer leaves undone: it
// includes the text of entities (XML 1.0, section 4.4.2), makes blanks of the
// line ends and tabs in attribute values (section 3.3.3), and asks for white
// space between attributes (production 40).
type source struct {
	in     *bufio.Reader
	o      *ReadOptions
	failed error // of the reader below

	here  position   // of the next byte of the document
	token position   // where the last markup began
	attrs []position // where its attributes began
	text  position   // of the first character behind it that is not white space
	solid bool       // there is such a character

	state state
	quote byte // around the attribute value
	gap   bool // in a tag, white space came last
	ended bool // in a tag, the end of an attribute value came last
	last  byte // what the tokenizer got last
	size  int  // bytes of the current token

	entities map[string]string // declared by the document
	included []inclusion       // entities being read, the innermost last
	outer    position          // of the reference that included the outermost
	expanded int64             // bytes of entities so far
}

// inclusion is an entity of which the rest is to be read.
type inclusion struct{ name, rest string }

// state says what the next byte is part of.
type state uint8

const (
	inText   state = iota
	inTag          // outside attribute values
	inValue        // of an attribute
	verbatim       // a comment, CDATA, an instruction, the document type
)

const (
	bufferSize     = 64 << 10
	mostAttributes = 1024 // of an element
	mostInclusions = 8    // of entities in entities
	longestEntity  = 256  // bytes of its name
)

func newSource(r io.Reader, o *ReadOptions) *source {
	return &source{in: bufio.NewReaderSize(r, bufferSize), o: o}
}

// signature passes over the signature that some editors begin UTF-8 files
// with, and refuses that of UTF-16.
func (s *source) signature() error {
	const byteOrder = "\uFEFF"
	switch start, _ := s.in.Peek(len(byteOrder)); {
	case string(start) == byteOrder:
		s.here.offset = int64(len(byteOrder))
		_, err := s.in.Discard(len(byteOrder))
		return err
	case bytes.HasPrefix(start, []byte("\xFE\xFF")), bytes.HasPrefix(start, []byte("\xFF\xFE")):
		return s.refused(s.here, "UTF-8, US-ASCII or ISO-8859-1", "UTF-16")
	}
	return nil
}

// begins reports whether p is where the document begins.
func (p position) begins() bool { return p.line == 0 && p.column == 0 }

// ReadByte gives the next byte of the document as the tokenizer should see it.
func (s *source) ReadByte() (byte, error) {
	c, err := s.next()
	if err != nil {
		return 0, err
	}
	switch s.state {
	case inText:
		err = s.inText(c)
	case inTag:
		err = s.inTag(c)
	case inValue:
		c, err = s.inValue(c)
	}
	s.last = c
	return c, err
}

// next gives the next byte behind all references to entities of the document.
func (s *source) next() (byte, error) {
	for {
		c, err := s.take()
		if err != nil {
			return 0, err
		}
		if s.size++; s.size > s.o.MaxTokenBytes {
			return 0, s.beyondLimit(s.start(), int64(s.o.MaxTokenBytes), "bytes in one piece")
		}
		if c != '&' || s.state != inText && s.state != inValue {
			return c, nil
		}
		if included, err := s.include(); !included || err != nil {
			return c, err
		}
	}
}

// Read makes an io.Reader of the source, which is what the tokenizer asks for
// before it reads bytes.
func (s *source) Read([]byte) (int, error) { return 0, errors.ErrUnsupported }

// take gives the next byte of the innermost entity, or of the document.
func (s *source) take() (byte, error) {
	for n := len(s.included); n > 0; n-- {
		if e := &s.included[n-1]; e.rest != "" {
			c := e.rest[0]
			e.rest = e.rest[1:]
			return c, nil
		}
		s.included = s.included[:n-1]
	}
	c, err := s.in.ReadByte()
	if err != nil {
		if err != io.EOF {
			s.failed = err
		}
		return 0, err
	}
	s.here.advance(c)
	return c, nil
}

// start is where the token began.
func (s *source) start() position {
	if s.state == inText && s.solid {
		return s.text
	}
	return s.token
}

// textStart is where the text began that the tokenizer gave last: behind it,
// the beginning of the next markup was read too.
func (s *source) textStart() position {
	if s.solid {
		return s.text
	}
	return s.token
}

// rest is called when a token has ended that is not text.
func (s *source) rest() { s.state, s.size, s.solid = inText, 0, false }

func (s *source) inText(c byte) error {
	if c == '<' {
		return s.openMarkup()
	}
	if c > ' ' && !s.solid {
		s.solid, s.text = true, s.place()
	}
	return nil
}

// place is where the byte that came last is from.
func (s *source) place() position {
	if len(s.included) > 0 {
		return s.outer
	}
	return s.here.before()
}

// openMarkup looks at what follows a less-than sign.
func (s *source) openMarkup() error {
	if len(s.included) > 0 {
		return s.refused(s.outer, "text in an entity", "markup in "+s.included[len(s.included)-1].name)
	}
	s.token, s.size, s.attrs = s.here.before(), 0, s.attrs[:0]
	s.state, s.gap, s.ended = inTag, false, false
	if next, _ := s.in.Peek(1); len(next) > 0 && (next[0] == '!' || next[0] == '?') {
		s.state = verbatim
	}
	return nil
}

func isSpace(c byte) bool { return c == ' ' || c == '\t' || c == '\n' || c == '\r' }

func (s *source) inTag(c byte) error {
	gap, ended := s.gap, s.ended
	s.gap, s.ended = isSpace(c), false
	switch {
	case s.gap:
	case c == '>':
		s.rest()
	case c == '/' || c == '=':
	case c == '"' || c == '\'':
		s.state, s.quote = inValue, c
	case ended:
		return s.mistake(s.here.before(), "white space between two attributes", fmt.Sprintf("%q", rune(c)))
	case gap:
		if s.attrs = append(s.attrs, s.here.before()); len(s.attrs) > mostAttributes {
			return s.beyondLimit(s.here.before(), mostAttributes, "attributes of an element")
		}
	}
	return nil
}

func (s *source) inValue(c byte) (byte, error) {
	switch c {
	case '\t', '\n':
		return ' ', nil
	case '\r':
		return ' ', s.passNewline()
	case s.quote:
		if len(s.included) == 0 {
			s.state, s.ended = inTag, true
			return c, nil
		}
		s.included = append(s.included, inclusion{rest: fmt.Sprintf("#%d;", c)})
		return '&', nil
	}
	return c, nil
}

// passNewline passes over the newline behind a carriage return: both are one
// line end (XML 1.0, section 2.11).
func (s *source) passNewline() error {
	if len(s.included) > 0 {
		return nil
	}
	if next, _ := s.in.Peek(1); len(next) > 0 && next[0] == '\n' {
		_, err := s.take()
		return err
	}
	return nil
}

// include is called behind an ampersand. Where that begins a reference to an
// entity which the document declares, the entity is read from here on, and the
// reference is passed over; all else is left to the tokenizer.
func (s *source) include() (bool, error) {
	name := s.entityName()
	text, ok := s.entities[name]
	if !ok {
		return false, nil
	}
	if len(s.included) == 0 {
		s.outer = s.here.before()
	}
	if err := s.checkInclusion(name, len(text)); err != nil {
		return false, err
	}
	for range len(name) + len(";") {
		if _, err := s.take(); err != nil {
			return false, err
		}
	}
	s.included = append(s.included, inclusion{name, text})
	return true, nil
}

// entityName is the name in front of the next semicolon; "" where that is far.
func (s *source) entityName() string {
	if len(s.entities) == 0 {
		return ""
	}
	if n := len(s.included); n > 0 {
		name, _, _ := strings.Cut(s.included[n-1].rest, ";")
		return name
	}
	for n := 1; n <= longestEntity; n++ {
		ahead, err := s.in.Peek(n)
		if err != nil {
			break
		}
		if ahead[n-1] == ';' {
			return string(ahead[:n-1])
		}
	}
	return ""
}

// checkInclusion holds to the limits of entities.
func (s *source) checkInclusion(name string, size int) error {
	for _, e := range s.included {
		if e.name == name {
			return s.mistake(s.outer, "an entity that does not contain itself", "&"+name+";")
		}
	}
	if len(s.included) >= mostInclusions {
		return s.beyondLimit(s.outer, mostInclusions, "entities in each other")
	}
	if s.expanded += int64(size); s.expanded > s.o.MaxEntityBytes {
		return s.beyondLimit(s.outer, s.o.MaxEntityBytes, "bytes of entities")
	}
	return nil
}

// encoding is asked by the tokenizer for encodings other than UTF-8.
func (s *source) encoding(label string, _ io.Reader) (io.Reader, error) {
	switch strings.ToLower(label) {
	case "us-ascii", "ascii":
	case "iso-8859-1", "latin1":
		s.in = bufio.NewReaderSize(&latin1{r: s.in}, bufferSize)
	default:
		return nil, s.refused(s.token, "UTF-8, US-ASCII or ISO-8859-1", "the encoding "+label)
	}
	return s, nil
}

// latin1 makes UTF-8 of ISO-8859-1.
type latin1 struct {
	r    *bufio.Reader
	half [bufferSize / 2]byte // what was read, before it grows
	rest []byte               // what did not fit
}

func (l *latin1) Read(b []byte) (n int, err error) {
	if len(l.rest) == 0 {
		read, err := l.r.Read(l.half[:])
		if read == 0 {
			return 0, err
		}
		l.rest = make([]byte, 0, 2*read)
		for _, c := range l.half[:read] {
			l.rest = append(l.rest, string(rune(c))...)
		}
	}
	n = copy(b, l.rest)
	l.rest = l.rest[n:]
	return n, nil
}

// mistake is the error at a place of the document.
func (s *source) mistake(at position, expected, found string) *SyntaxError {
	return &SyntaxError{
		Name: s.o.Name, Line: at.line + 1, Column: at.column + 1, Offset: at.offset,
		Expected: expected, Found: found,
	}
}

// refused is the error of what is not supported.
func (s *source) refused(at position, expected, found string) *SyntaxError {
	e := s.mistake(at, expected, found)
	e.Cause = errors.ErrUnsupported
	return e
}

// beyondLimit is the error of a limit.
func (s *source) beyondLimit(at position, most int64, what string) *SyntaxError {
	e := s.mistake(at, fmt.Sprintf("at most %d %s", most, what), "more")
	e.Cause = ErrLimit
	return e
}
