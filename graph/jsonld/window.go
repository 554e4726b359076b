package jsonld

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"math"
	"slices"
	"strconv"
	"unicode/utf8"
)

// window is the part of a text that is at hand, and the position in it. It
// slides over a reader: what lies behind the position is let go when there is
// need for room, unless it is to be kept. It begins small and grows where a
// part to be kept asks for that.
//
// 0 ≤ pos ≤ len(data) ≤ filled ≤ cap(data)
type window struct {
	name string
	data []byte // whole characters of UTF-8
	pos  int    // in data
	base place  // of data[0]
	keep int64  // offset from which all text stays at hand

	source  io.Reader
	seeker  io.Seeker // the source, if it can be read again
	origin  int64     // where the text begins in seeker
	size    int       // to which the window grows before it slides
	max     int64     // length of the text, at most; 0: without limit
	filled  int       // up to here there are bytes, the last perhaps of half a character
	err     error     // what ends the text behind data; io.EOF is its proper end
	blocked bool      // whether something behind data was asked for, and err is not io.EOF
}

// place is a place in a text.
type place struct {
	offset       int64
	line, column int // from 1, the column in characters
}

// after is the place behind text that begins at p.
func (p place) after(text []byte) place {
	lines, column := position(text, len(text))
	if lines == 1 {
		column += p.column - 1
	}
	return place{p.offset + int64(len(text)), p.line + lines - 1, column}
}

const (
	firstRead   = 4 << 10
	nothingKept = math.MaxInt64
)

func newWindow(r io.Reader, o *ReadOptions, size int) window {
	w := window{name: o.Name, base: place{line: 1, column: 1}, keep: nothingKept, source: r, size: size, max: o.MaxBytes}
	if s, ok := r.(io.Seeker); ok {
		if at, err := s.Seek(0, io.SeekCurrent); err == nil {
			w.seeker, w.origin = s, at
		}
	}
	return w
}

// here is the place of the position.
func (w *window) here() place { return w.base.after(w.data[:w.pos]) }

// offset is the offset of the position in the text.
func (w *window) offset() int64 { return w.base.offset + int64(w.pos) }

// since is the text from an offset to the position. It is a view, which holds
// until the window slides.
func (w *window) since(offset int64) []byte { return w.data[offset-w.base.offset : w.pos] }

// rewind goes back to a place that was kept or, if the source can be read
// again, to any.
func (w *window) rewind(p place) error {
	if i := p.offset - w.base.offset; i >= 0 {
		w.pos = int(i)
		return nil
	}
	if _, err := w.seeker.Seek(w.origin+p.offset, io.SeekStart); err != nil {
		return err
	}
	w.base, w.data, w.pos, w.filled = p, w.data[:0], 0, 0
	w.err, w.blocked = nil, false
	return nil
}

// has reports whether text follows. It reads no further than to the first
// difference.
func (w *window) has(text string) bool {
	for i := range len(text) {
		if !w.need(i+1) || w.data[w.pos+i] != text[i] {
			return false
		}
	}
	return true
}

// need reports whether n bytes follow.
func (w *window) need(n int) bool {
	for len(w.data)-w.pos < n {
		if !w.more() {
			return false
		}
	}
	return true
}

// more brings more text to hand and reports whether there was any. The window
// may slide: pos and data change, offsets stay.
func (w *window) more() bool {
	had := len(w.data) - w.pos
	for w.err == nil {
		w.makeRoom()
		w.fill()
		if len(w.data)-w.pos > had {
			return true
		}
	}
	w.blocked = !errors.Is(w.err, io.EOF)
	return false
}

// makeRoom sees to it that there are free bytes. The window slides where at
// least half of it can be let go, so that each byte moves once on average.
func (w *window) makeRoom() {
	if w.filled < cap(w.data) {
		return
	}
	past := int(min(w.keep, w.offset()) - w.base.offset)
	switch {
	case cap(w.data) < w.size:
		w.grow(max(min(firstRead, w.size), cap(w.data)))
	case past > 0 && past >= w.filled/2:
		w.slide(past)
	default:
		w.grow(1)
	}
}

func (w *window) grow(n int) {
	w.data = slices.Grow(w.data[:w.filled], n)[:len(w.data)]
}

// slide lets go of the first n bytes.
func (w *window) slide(n int) {
	w.base = w.base.after(w.data[:n])
	valid := len(w.data) - n
	w.filled = copy(w.data[:w.filled], w.data[n:w.filled])
	w.data, w.pos = w.data[:valid], w.pos-n
}

// emptyReads is how often a reader may give nothing before it counts as broken.
const emptyReads = 100

// fill reads into the free bytes, once if the reader gives anything.
func (w *window) fill() {
	n, err := 0, error(nil)
	for i := 0; n == 0 && err == nil; i++ {
		if n, err = w.source.Read(w.data[w.filled:cap(w.data)]); i == emptyReads && n == 0 && err == nil {
			err = io.ErrNoProgress
		}
	}
	w.filled += n
	w.accept(err)
}

// takeAll brings all text to hand.
func (w *window) takeAll() {
	if w.err != nil {
		return
	}
	rest := w.source
	if w.max > 0 {
		rest = io.LimitReader(rest, w.max-w.base.offset-int64(w.filled)+1)
	}
	text, err := io.ReadAll(io.MultiReader(bytes.NewReader(w.data[:w.filled]), rest))
	if err == nil {
		err = io.EOF
	}
	w.data, w.filled = text[:len(w.data)], len(text)
	w.accept(err)
}

// accept adds to data what was read, as far as it is UTF-8 and within the
// limit. The error is what follows it.
func (w *window) accept(err error) {
	if over := w.base.offset + int64(w.filled) - w.max; w.max > 0 && over > 0 {
		w.filled -= int(over)
		err = fmt.Errorf("%s: %w: more than %d bytes", w.name, ErrLimit, w.max)
	}
	raw := w.data[len(w.data):w.filled]
	n := validLen(raw)
	w.data = w.data[:len(w.data)+n]
	if w.err = err; n < len(raw) && (utf8.FullRune(raw[n:]) || errors.Is(err, io.EOF)) {
		w.err = w.syntaxError(len(w.data), "UTF-8", fmt.Sprintf("the byte 0x%02x", raw[n]))
	}
}

// validLen is the length of the whole characters of UTF-8 that text begins with.
func validLen(text []byte) int {
	n := len(text) - cutOff(text)
	if utf8.Valid(text[:n]) {
		return n
	}
	n = 0
	for {
		r, size := utf8.DecodeRune(text[n:])
		if r == utf8.RuneError && size <= 1 {
			return n
		}
		n += size
	}
}

// cutOff is the length of the character at the end of text that is not whole.
func cutOff(text []byte) int {
	for n := 1; n < utf8.UTFMax && n <= len(text); n++ {
		if end := text[len(text)-n:]; utf8.RuneStart(end[0]) {
			if utf8.FullRune(end) {
				return 0
			}
			return n
		}
	}
	return 0
}

// fail reports what was expected at the position, or what has ended the text
// where more of it was asked for.
func (w *window) fail(expected string) error {
	found := "the end of the document"
	switch follows := w.need(1); {
	case w.blocked:
		return w.err
	case follows:
		r, _ := utf8.DecodeRune(w.data[w.pos:])
		found = strconv.QuoteRune(r)
	}
	return w.syntaxError(w.pos, expected, found)
}

func (w *window) syntaxError(i int, expected, found string) *SyntaxError {
	at := w.base.after(w.data[:i])
	return &SyntaxError{Name: w.name, Line: at.line, Column: at.column, Offset: at.offset, Expected: expected, Found: found}
}
