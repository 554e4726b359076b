package reviews

import (
	"strings"
	"unicode/utf8"
)

// csvReader reads the CSV of RFC 4180: cells separated by a comma (or, where
// the header has more of them, a semicolon), rows ended by LF or CRLF, cells in
// quotes where they hold a separator, a line end or a quote, and a quote in
// them doubled. Lines with nothing on them are passed over.
//
// Why not encoding/csv: it stops at the first error, it counts columns in bytes,
// and it forgets where in the file the inside of a quoted cell lies. On input
// without errors both give the same cells; a fuzz test holds them together.
type csvReader struct {
	file      string
	text      string
	separator byte
	report    reportFunc

	pos       int // byte offset of the next character
	line, col int // its place
	broken    bool
	width     int // how many cells the row before had
}

// readCSV splits text, the content of a file, into a header and rows. Problems
// of form (rule R03) go to report; a row that has one is marked damaged, since
// its cells may stand under the wrong names. It returns nil where there is no
// header to go by.
func readCSV(file, text string, report reportFunc) *sheet {
	r := &csvReader{file: file, text: text, separator: separatorOf(text), report: report, line: 1, col: 1}
	if said, length := separatorSaid(text); length > 0 {
		r.separator = said
		r.advance(length)
	}
	s := &sheet{file: file, separator: string(r.separator)}
	header, ok := r.row()
	if !ok {
		report("R07", Source{file, 1, 1, 0}, msgEmptyFile.with())
		return nil
	}
	if len(header.cells) == 1 && strings.Contains(header.cells[0].parts[0].text, "\t") {
		report("R03", header.at, msgTabs.with())
		return nil
	}
	for _, c := range header.cells {
		s.columns = append(s.columns, columnOf(file, c))
	}
	for len(s.rows) < maxRows {
		next, ok := r.row()
		if !ok {
			return s
		}
		if !next.empty(file) {
			s.rows = append(s.rows, next)
		}
	}
	if _, more := r.row(); more {
		s.lost = true
		report("R02", Source{file, r.line, 1, 0}, msgTooManyRows.with())
	}
	return s
}

// separatorSaid reads the line sep=; that Excel writes and reads before the
// header: the separator, and the length of the line up to its end; 0 where the
// text begins otherwise.
func separatorSaid(text string) (separator byte, length int) {
	const said = "sep="
	line := strings.TrimRight(firstLineOf(text), "\r")
	if len(line) != len(said)+1 || !strings.EqualFold(line[:len(said)], said) || !strings.Contains(",;\t", line[len(said):]) {
		return 0, 0
	}
	return line[len(said)], len(line)
}

// separatorOf tells commas from semicolons by the first line.
func separatorOf(text string) byte {
	if first := firstLine(text); strings.Count(first, ";") > strings.Count(first, ",") {
		return ';'
	}
	return ','
}

func firstLine(text string) string {
	line, _, _ := strings.Cut(strings.TrimLeft(text, "\r\n"), "\n")
	return line
}

func columnOf(file string, c cell) column {
	if ps := c.pieces(file, false); len(ps) == 1 {
		return column{ps[0].text, ps[0].source}
	}
	return column{"", c.at}
}

// empty reports whether nothing stands in the row; spreadsheets leave such rows
// behind. A damaged row is not empty.
func (r row) empty(file string) bool {
	for _, c := range r.cells {
		if len(c.pieces(file, false)) > 0 {
			return false
		}
	}
	return !r.damaged
}

// row reads the next row, or reports that there is none.
func (r *csvReader) row() (row, bool) {
	for r.lineEnd() > 0 {
		r.advance(r.lineEnd())
	}
	if r.pos == len(r.text) {
		return row{}, false
	}
	r.broken = false
	out := row{at: r.here(), cells: make([]cell, 0, r.width)}
	for {
		out.cells = append(out.cells, r.cell())
		if r.pos < len(r.text) && r.text[r.pos] == r.separator {
			r.advance(1)
			continue
		}
		r.advance(r.lineEnd())
		out.damaged, r.width = r.broken, len(out.cells)
		return out, true
	}
}

func (r *csvReader) cell() cell {
	at := r.here()
	p := part{line: r.line, col: r.col}
	if n := r.closingQuote(); n > 0 {
		p.text, p.doubled, p.col = r.text[r.pos+1:r.pos+n], true, r.col+1
		r.advance(n + 1)
	} else {
		p.text = r.bare()
	}
	at.Length = utf8.RuneCountInString(firstLineOf(p.text))
	tooLong := len(p.text) > maxCell
	if tooLong {
		r.report("R02", at, msgTooLongCell.with())
		p.text = ""
	}
	return cell{at: at, parts: []part{p}, refused: tooLong}
}

func firstLineOf(s string) string {
	line, _, _ := strings.Cut(s, "\n")
	return line
}

// closingQuote returns the offset, from here, of the quote that ends the cell
// which a quote here opens; 0 where the cell is bare, or where its quotes do not
// match, which it reports.
func (r *csvReader) closingQuote() int {
	rest := r.text[r.pos:]
	if rest == "" || rest[0] != '"' {
		return 0
	}
	for n := 1; ; n += 2 {
		next := strings.IndexByte(rest[n:], '"')
		if next < 0 {
			r.complain(r.here(), msgOpenQuote)
			return 0
		}
		n += next
		if n+1 < len(rest) && rest[n+1] == '"' {
			continue
		}
		if r.ends(r.pos + n + 1) {
			return n
		}
		r.badClosing(n)
		return 0
	}
}

// badClosing reports a quote n bytes on that is followed by text. On another
// line than the opening one it is more likely the partner of a later quote, so
// the opening one is shown.
func (r *csvReader) badClosing(n int) {
	upTo := r.text[r.pos : r.pos+n+1]
	if strings.Contains(upTo, "\n") {
		r.complain(r.here(), msgOpenQuote)
		return
	}
	at := r.here()
	at.Column += utf8.RuneCountInString(upTo)
	r.complain(at, msgAfterQuote)
}

// ends reports whether a cell may end before the byte at pos.
func (r *csvReader) ends(pos int) bool {
	return pos == len(r.text) || r.text[pos] == r.separator || lineEndAt(r.text, pos) > 0
}

// bare reads up to the end of the cell, taking quotes as text.
func (r *csvReader) bare() string {
	end := r.pos
	for !r.ends(end) {
		end++
	}
	found := r.text[r.pos:end]
	if quote := strings.LastIndexByte(found, '"'); quote > 0 {
		at := r.here()
		at.Column += utf8.RuneCountInString(found[:strings.IndexByte(found[1:], '"')+1])
		r.complain(at, msgStrayQuote)
	}
	r.advance(len(found))
	return found
}

// complain reports the first trouble with quotes in a row; what follows it on
// the row is guesswork.
func (r *csvReader) complain(at Source, message Wording) {
	if !r.broken {
		at.Length = 1
		r.report("R03", at, message.with())
	}
	r.broken = true
}

func (r *csvReader) here() Source { return Source{r.file, r.line, r.col, 0} }

// lineEnd is the length of the line end that stands here, 0 if none does.
func (r *csvReader) lineEnd() int { return lineEndAt(r.text, r.pos) }

// lineEndAt knows LF and CRLF, and a CR at the very end of the text.
func lineEndAt(text string, pos int) int {
	switch rest := text[pos:]; {
	case strings.HasPrefix(rest, "\n"), rest == "\r":
		return 1
	case strings.HasPrefix(rest, "\r\n"):
		return 2
	}
	return 0
}

// advance moves n bytes on.
func (r *csvReader) advance(n int) {
	passed := r.text[r.pos : r.pos+n]
	r.pos += n
	if lines := strings.Count(passed, "\n"); lines > 0 {
		r.line += lines
		r.col = 1
		passed = passed[strings.LastIndexByte(passed, '\n')+1:]
	}
	r.col += utf8.RuneCountInString(passed)
}
