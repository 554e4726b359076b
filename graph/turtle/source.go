package turtle

import (
	"bytes"
	"io"
	"unicode/utf8"
)

// source is a reader's buffer: it reads on, checks that the text is UTF-8 and
// knows where in the document it is. The grammars look at buf[pos:] and ask
// for more by fill.
//
// buf holds whole characters only. 0 ≤ pos ≤ len(buf).
type source struct {
	r      io.Reader
	mem    []byte   // memory of buf, and behind it raw bytes of a character that is not whole
	buf    []byte   // mem[:len(buf)], text that is there to be read
	pos    int      // the next byte of it
	raw    int      // bytes behind buf
	origin position // of buf[0]
	most   int      // unread bytes to hold at the most
	err    error    // why nothing comes behind buf, once that is known
}

const (
	bufferSize = 64 << 10
	byteOrder  = "\uFEFF" // the signature some editors begin UTF-8 files with

	// contextKept is enough to show an error at a token that began up to
	// textBefore bytes ago.
	contextKept = 2 * textBefore
)

func newSource(r io.Reader, size, most int) *source {
	s := &source{r: r, mem: make([]byte, size), most: most}
	s.buf = s.mem[:0]
	if s.has(len(byteOrder)) && bytes.HasPrefix(s.buf, []byte(byteOrder)) {
		s.mem = s.mem[len(byteOrder):]
		s.buf = s.buf[len(byteOrder):]
		s.origin.offset = int64(len(byteOrder))
	}
	return s
}

// has reads until at least n bytes are unread, and reports whether there are.
func (s *source) has(n int) bool {
	for len(s.buf)-s.pos < n {
		if !s.fill() {
			return false
		}
	}
	return true
}

// at is the byte n places on from the next, or 0 where the document ends.
func (s *source) at(n int) byte {
	if s.pos+n < len(s.buf) || s.has(n+1) {
		return s.buf[s.pos+n]
	}
	return 0
}

// runeAt is the character n bytes on from the next.
func (s *source) runeAt(n int) (r rune, size int) {
	if !s.has(n + 1) {
		return utf8.RuneError, 0
	}
	return utf8.DecodeRune(s.buf[s.pos+n:])
}

// run is how many bytes from the next one on play one of the roles. All of
// them are in the buffer then.
func (s *source) run(roles class) (n int) {
	for {
		for b := s.buf[s.pos:]; n < len(b); n++ {
			if !is(b[n], roles) {
				return n
			}
		}
		if !s.fill() {
			return n
		}
	}
}

// fill adds at least one character to buf, or reports false and leaves the
// reason in err. It keeps buf[pos:] and contextKept bytes before it.
func (s *source) fill() bool {
	before := len(s.buf)
	for range 100 {
		if s.err == nil && len(s.buf)+s.raw == len(s.mem) {
			before -= s.makeRoom()
		}
		if s.err != nil {
			return false
		}
		n, err := s.r.Read(s.mem[len(s.buf)+s.raw:])
		s.accept(n, err)
		if len(s.buf) > before {
			return true
		}
	}
	s.err = io.ErrNoProgress
	return false
}

// makeRoom forgets what was read or, if that is not worth much, gets more
// memory. It gives the number of bytes it took from the beginning of buf.
func (s *source) makeRoom() (forgotten int) {
	if old := s.pos - contextKept; old > len(s.mem)/4 {
		for !utf8.RuneStart(s.buf[old]) {
			old--
		}
		s.origin = s.origin.after(s.buf[:old])
		n := copy(s.mem, s.mem[old:len(s.buf)+s.raw])
		s.buf, s.pos = s.mem[:n-s.raw], s.pos-old
		return old
	}
	if len(s.buf)-s.pos > s.most {
		s.err = tooLong(s.most)
		return 0
	}
	mem := make([]byte, 2*len(s.mem)+bufferSize)
	copy(mem, s.mem)
	s.mem, s.buf = mem, mem[:len(s.buf)]
	return 0
}

// accept makes text of n bytes that were read, as far as they are UTF-8.
func (s *source) accept(n int, err error) {
	fresh := s.mem[len(s.buf) : len(s.buf)+s.raw+n]
	whole := len(fresh) - unfinished(fresh)
	good := whole
	if !utf8.Valid(fresh[:whole]) {
		good = validPrefix(fresh[:whole])
	}
	s.buf = s.mem[:len(s.buf)+good]
	s.raw = len(fresh) - good
	switch {
	case good < whole, err == io.EOF && s.raw > 0:
		s.err = errNotUTF8
	case err != nil:
		s.err = err
	}
}

// unfinished is how many bytes at the end of b begin a character that more
// bytes could complete.
func unfinished(b []byte) int {
	for n := 1; n < utf8.UTFMax && n <= len(b); n++ {
		if last := b[len(b)-n:]; utf8.RuneStart(last[0]) {
			if utf8.FullRune(last) {
				return 0
			}
			return n
		}
	}
	return 0
}

// validPrefix is how many bytes b has before the first that is not UTF-8.
func validPrefix(b []byte) (n int) {
	for n < len(b) {
		r, size := utf8.DecodeRune(b[n:])
		if r == utf8.RuneError && size == 1 {
			break
		}
		n += size
	}
	return n
}

// line reads until the rest of the line is in buf, or as much of it as an
// error shows.
func (s *source) line() []byte {
	for {
		rest := s.buf[s.pos:]
		if len(rest) >= textBehind+utf8.UTFMax || bytes.IndexByte(rest, '\n') >= 0 || !s.fill() {
			return s.buf[s.pos:]
		}
	}
}
