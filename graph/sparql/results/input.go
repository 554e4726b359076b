package results

import (
	"bytes"
	"fmt"
	"io"
	"strconv"
	"strings"
	"unicode/utf8"
)

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

// input is a document. A decoder reads from it ahead; what it has not yet made
// a token of is kept, to find places in. It passes over a byte order mark.
type input struct {
	r    io.Reader
	o    ReadOptions
	kept []byte // from here on
	here position
	err  error // of r
	long bool  // a token was beyond the limit
	mark bool  // the beginning was looked at

	invalid bool // something before here is not UTF-8
}

// errLong ends the reading of a decoder.
var errLong = fmt.Errorf("results: %w", ErrLimit)

// Read hands the document on, and keeps it.
func (in *input) Read(p []byte) (n int, err error) {
	if len(in.kept) > in.o.MaxTokenBytes {
		in.long = true
		return 0, errLong
	}
	if !in.mark {
		return in.readMark(p)
	}
	n, err = in.r.Read(p)
	in.kept = append(in.kept, p[:n]...)
	if err != nil && err != io.EOF {
		in.err = err
	}
	return n, err
}

// readMark passes over a byte order mark at the beginning.
func (in *input) readMark(p []byte) (n int, err error) {
	in.mark = true
	const bom = "\xEF\xBB\xBF"
	first := make([]byte, len(bom))
	n, err = io.ReadFull(in.r, first)
	if err != nil && err != io.EOF && err != io.ErrUnexpectedEOF {
		in.err = err
		return 0, err
	}
	if string(first[:n]) != bom {
		in.r = io.MultiReader(bytes.NewReader(first[:n]), in.r)
	}
	return in.Read(p)
}

// advance moves here to an offset, counted behind a byte order mark.
func (in *input) advance(offset int64) {
	n := min(max(offset-in.here.offset, 0), int64(len(in.kept)))
	if !utf8.Valid(in.kept[:n]) {
		in.invalid = true
	}
	in.here = in.here.after(in.kept[:n])
	in.kept = in.kept[n:]
}

// mistake is the error at a place.
func (in *input) mistake(at position, expected, found string) *SyntaxError {
	return &SyntaxError{Name: in.o.Name, Line: at.line + 1, Column: at.column + 1, Offset: at.offset, Expected: expected, Found: found}
}

func (in *input) beyondLimit(at position, most int64, what string) *SyntaxError {
	e := in.mistake(at, fmt.Sprintf("at most %d %s", most, what), "more")
	e.Cause = ErrLimit
	return e
}

// failed is the error of a decoder: of the reader below, of the limit, of a
// document that ends too soon, or of one that is not in its format.
func (in *input) failed(err error, expected string) error {
	switch {
	case in.long:
		return in.beyondLimit(in.here, int64(in.o.MaxTokenBytes), "bytes in one piece")
	case in.err != nil && in.o.Name != "":
		return fmt.Errorf("%s: %w", in.o.Name, in.err)
	case in.err != nil:
		return in.err
	case err == io.EOF || err == io.ErrUnexpectedEOF:
		return in.mistake(in.here.after(in.kept), expected, "the end of the input")
	}
	return in.mistake(in.here, expected, err.Error())
}

// quoted is a piece of a document for an error, cut where it is long.
func quoted(s string) string {
	const most = 80
	if len(s) > most {
		return strconv.Quote(strings.ToValidUTF8(s[:most], "")) + "…"
	}
	return strconv.Quote(s)
}
