package results

import (
	"bufio"
	"bytes"
	"io"
	"strings"
	"unicode/utf8"

	"github.com/cayleygraph/quad"
)

// textSource reads CSV and TSV, a record at a time.
type textSource struct {
	head
	in     *input
	reader *bufio.Reader
	read   int64 // bytes of records
	record func(*textSource) ([]field, error)
	term   func(in *input, f field) (quad.Value, error)
}

// field is a field of a record.
type field struct {
	text   string
	at     position
	quoted bool // CSV: it stood between quotes
}

func openCSV(in *input) (source, error) {
	return openText(in, &textSource{record: (*textSource).csvRecord, term: csvTerm}, "")
}

func openTSV(in *input) (source, error) {
	return openText(in, &textSource{record: (*textSource).tsvRecord, term: tsvTerm}, "?")
}

// openText reads the names of the variables, each behind a sign.
func openText(in *input, s *textSource, sign string) (source, error) {
	s.in, s.reader = in, bufio.NewReader(in)
	fields, err := s.record(s)
	if err == io.EOF {
		return nil, in.mistake(in.here, "the names of the variables", "the end of the input")
	}
	if err != nil {
		return nil, err
	}
	if len(fields) == 1 && fields[0].text == "" {
		return s, nil // SELECT without variables
	}
	for _, f := range fields {
		name, ok := strings.CutPrefix(f.text, sign)
		if !ok {
			return nil, in.mistake(f.at, "a variable such as "+sign+"x", quoted(f.text))
		}
		if err := s.declare(in, f.at, name); err != nil {
			return nil, err
		}
	}
	return s, nil
}

func (s *textSource) next() ([]quad.Value, error) {
	fields, err := s.record(s)
	if err != nil {
		return nil, err
	}
	row := make([]quad.Value, len(s.Vars))
	if len(row) == 0 && len(fields) == 1 && fields[0].text == "" {
		return row, nil
	}
	if len(fields) != len(row) {
		return nil, s.in.mistake(fields[0].at, count(len(row), "field"), count(len(fields), "field"))
	}
	for i, f := range fields {
		if f.text == "" && !f.quoted {
			continue
		}
		if row[i], err = s.term(s.in, f); err != nil {
			return nil, err
		}
	}
	return row, nil
}

// line reads a line with its end, which may be missing at the end of the
// document. It moves in.here to its beginning.
func (s *textSource) line() ([]byte, error) {
	s.in.advance(s.read)
	line, err := s.reader.ReadBytes('\n')
	s.read += int64(len(line))
	switch {
	case err == nil, err == io.EOF && len(line) > 0 && s.in.err == nil:
		return line, s.checkUTF8(line)
	case err == io.EOF && s.in.err == nil:
		return nil, io.EOF
	}
	return nil, s.in.failed(err, "a line")
}

func (s *textSource) checkUTF8(line []byte) error {
	if utf8.Valid(line) {
		return nil
	}
	return s.in.mistake(s.in.here, "UTF-8", "a line that is not")
}

// tsvRecord reads a line as fields between tabs.
func (s *textSource) tsvRecord() (fields []field, err error) {
	line, err := s.line()
	if err != nil {
		return nil, err
	}
	at := s.in.here
	line = bytes.TrimSuffix(bytes.TrimSuffix(line, []byte("\n")), []byte("\r"))
	for {
		text, rest, more := bytes.Cut(line, []byte("\t"))
		fields = append(fields, field{text: string(text), at: at})
		if !more {
			return fields, nil
		}
		at = at.after(line[:len(text)+1])
		line = rest
	}
}

// csvRecord reads fields between commas, of which those between quotes may hold
// line ends (RFC 4180).
func (s *textSource) csvRecord() (fields []field, err error) {
	line, err := s.line()
	if err != nil {
		return nil, err
	}
	at := s.in.here
	for {
		f := field{at: at}
		var used int
		if line[0] == '"' {
			f.quoted = true
			if f.text, line, used, err = s.csvQuoted(line, at); err != nil {
				return nil, err
			}
		} else {
			used = csvPlain(line)
			f.text = string(line[:used])
		}
		fields = append(fields, f)
		rest := line[used:]
		if len(bytes.TrimRight(rest, "\r\n")) == 0 {
			return fields, nil
		}
		at = s.place(len(rest))
		if rest[0] != ',' {
			return nil, s.in.mistake(at, "a comma or the end of the line", quoted(string(rest[:1])))
		}
		at = at.after(rest[:1])
		if line = rest[1:]; len(line) == 0 {
			return append(fields, field{at: at}), nil
		}
	}
}

// place is the position before the last rest bytes of what was read.
func (s *textSource) place(rest int) position {
	return s.in.here.after(s.in.kept[:s.read-s.in.here.offset-int64(rest)])
}

// csvPlain is the length of a field without quotes.
func csvPlain(line []byte) int {
	if i := bytes.IndexByte(line, ','); i >= 0 {
		return i
	}
	return len(bytes.TrimSuffix(bytes.TrimSuffix(line, []byte("\n")), []byte("\r")))
}

// csvQuoted reads a field between quotes, and more lines where it holds line
// ends. It returns the line that the field ends in, and its length there.
func (s *textSource) csvQuoted(line []byte, at position) (text string, last []byte, used int, err error) {
	var b strings.Builder
	used = 1
	for {
		i := bytes.IndexByte(line[used:], '"')
		if i < 0 {
			b.Write(line[used:])
			if line, err = s.continued(at, b.Len()); err != nil {
				return "", nil, 0, err
			}
			used = 0
			continue
		}
		b.Write(line[used : used+i])
		used += i + 1
		if used == len(line) || line[used] != '"' {
			return b.String(), line, used, nil
		}
		b.WriteByte('"')
		used++
	}
}

// continued reads the next line of a field that began at a place.
func (s *textSource) continued(at position, size int) ([]byte, error) {
	if size > s.in.o.MaxTokenBytes {
		return nil, s.in.beyondLimit(at, int64(s.in.o.MaxTokenBytes), "bytes in one piece")
	}
	line, err := s.reader.ReadBytes('\n')
	s.read += int64(len(line))
	switch {
	case len(line) > 0 && (err == nil || err == io.EOF && s.in.err == nil):
		return line, s.checkUTF8(line)
	case err == io.EOF && s.in.err == nil:
		return nil, s.in.mistake(at, `a " at the end of the field`, "the end of the input")
	}
	return nil, s.in.failed(err, "a line")
}

// csvTerm is all that a field of CSV says of its term.
func csvTerm(in *input, f field) (quad.Value, error) {
	if label, ok := strings.CutPrefix(f.text, "_:"); ok && !f.quoted {
		return in.term(f.at, quad.BNode(label))
	}
	return in.term(f.at, quad.String(f.text))
}
