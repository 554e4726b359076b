package reviews

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A sheet is one file as rows of named cells, before anybody asks what they
// mean. CSV and YAML both become sheets; a row is a row.
type sheet struct {
	file      string
	separator string   // of a CSV file
	columns   []column // the header of a CSV file, in order; nil for YAML
	rows      []row
	lost      bool // a row was left out, and reported
}

// column is a name at the head of a CSV file.
type column struct {
	name string
	at   Source
}

type row struct {
	at      Source
	cells   []cell
	damaged bool   // could not be split into cells with certainty
	title   string // kind/name, once it is known
}

// cell is what stands under a name. Its parts are the one field of a CSV file,
// or the items of a YAML list.
type cell struct {
	name    string
	at      Source // of the name in YAML, of the cell in CSV
	parts   []part
	under   string // in YAML, the key that has this one below it
	refused bool   // something is written that was not read, and reported
}

// part is a run of text as it stands in the file, with the place of its first
// character.
type part struct {
	text      string
	line, col int
	doubled   bool // "" stands for ", and \r\n for \n, as inside the quotes of a CSV field
	rigid     bool // places inside are unknown (YAML escapes, folded text): all values point at its start
}

// piece is one value in a cell, trimmed, with its place.
type piece struct {
	text   string
	source Source
}

// pieces splits the cell at each | (or not at all), trims white space around
// each value and tells where each begins. A cell of white space has none.
func (c cell) pieces(file string, split bool) []piece {
	var out []piece
	for _, p := range c.parts {
		if one, ok := p.whole(file, split); ok {
			out = append(out, one)
			continue
		}
		out = append(out, p.pieces(file, split)...)
	}
	if len(out) == 1 && out[0].text == "" {
		return nil
	}
	return out
}

// whole is the one value of a part that stands on one line letter for letter, as
// most do.
func (p part) whole(file string, split bool) (piece, bool) {
	if p.rigid || split && strings.Contains(p.text, "|") || strings.ContainsAny(p.text, "\"\n") {
		return piece{}, false
	}
	text := strings.TrimLeftFunc(p.text, unicode.IsSpace)
	col := p.col + utf8.RuneCountInString(p.text[:len(p.text)-len(text)])
	text = strings.TrimRightFunc(text, unicode.IsSpace)
	return piece{text, Source{file, p.line, col, utf8.RuneCountInString(text)}}, true
}

func (p part) pieces(file string, split bool) []piece {
	s := splitter{part: p, file: file}
	line, col := p.line, p.col
	for i := 0; i < len(p.text); {
		r, n := utf8.DecodeRuneInString(p.text[i:])
		rest := p.text[i+n:]
		switch {
		case split && r == '|':
			s.end(line, col)
		case p.doubled && r == '"':
			s.add(r, line, col, 2)
			n, col = n+1, col+1
		case p.doubled && r == '\r' && strings.HasPrefix(rest, "\n"):
		default:
			s.add(r, line, col, 1)
		}
		i += n
		if col++; r == '\n' {
			line, col = line+1, 1
		}
	}
	s.end(line, col)
	return s.out
}

// splitter gathers the characters of one value at a time.
type splitter struct {
	part      part
	file      string
	out       []piece
	text      strings.Builder
	kept      int // length of text up to the last character that is not white space
	line, col int // of the first character that is not white space
	length    int // in characters, to the last one on that line
}

// add takes a character that fills so many columns of the file.
func (s *splitter) add(r rune, line, col, width int) {
	blank := unicode.IsSpace(r)
	if blank && s.text.Len() == 0 {
		return
	}
	if s.text.Len() == 0 {
		s.line, s.col = line, col
	}
	s.text.WriteRune(r)
	if blank {
		return
	}
	s.kept = s.text.Len()
	if line == s.line {
		s.length = col + width - s.col
	}
}

// end closes a value at the given place, which stands for an empty one.
func (s *splitter) end(line, col int) {
	if s.text.Len() == 0 {
		s.line, s.col = line, col
	}
	at := Source{s.file, s.line, s.col, s.length}
	if s.part.rigid {
		at.Line, at.Column = s.part.line, s.part.col
	}
	s.out = append(s.out, piece{s.text.String()[:s.kept], at})
	s.text.Reset()
	s.kept, s.length = 0, 0
}
