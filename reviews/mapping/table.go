package mapping

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"regexp"
	"strconv"
	"strings"
)

// record is a row of the table by its columns.
type record struct{ concept, relation, modifier, object, label, confidence, note string }

// key is what a row is named by.
func (r record) key() string { return r.concept + "\x00" + r.relation + "\x00" + r.object }

// String is the relation in words.
func (r record) String() string {
	s := r.relation
	if r.modifier != "" {
		s = r.modifier + " " + s
	}
	s += " with confidence " + r.confidence
	if r.label != "" {
		s += fmt.Sprintf(" (%s)", r.label)
	}
	return s
}

// get and set reach a column by its name; set reports whether there is one.
func (r *record) column(name string) *string {
	return map[string]*string{
		"concept": &r.concept, "relation": &r.relation, "modifier": &r.modifier, "object": &r.object,
		"object_label": &r.label, "confidence": &r.confidence, "note": &r.note,
	}[name]
}

// table is a mappings.csv as text.
type table struct {
	name      string
	head      string // what stands before the rows: a mark, a line sep=, the header
	columns   []string
	separator byte
	lineEnd   string
	rows      []tableRow
	dirty     bool
}

// tableRow is a row, as it was written and as it is.
type tableRow struct {
	raw  string // with its line end
	line int
	record
}

// emptyTable is the header of a table that is not there yet.
const emptyTable = "concept,relation,object,object_label,confidence,note\n"

// readTable takes a table apart. Its rows keep their text.
func readTable(name string, content []byte) (*table, error) {
	text := string(content)
	if strings.TrimSpace(strings.TrimPrefix(text, "\ufeff")) == "" {
		text = emptyTable
	}
	t := &table{name: name, separator: ',', lineEnd: "\n"}
	body := strings.TrimPrefix(text, "\ufeff")
	if first, rest, _ := strings.Cut(body, "\n"); strings.HasPrefix(strings.ToLower(first), "sep=") && len(first) > len("sep=") {
		body, t.separator = rest, first[len("sep=")]
	} else if strings.Count(first, ";") > strings.Count(first, ",") {
		t.separator = ';'
	}
	t.head = text[:len(text)-len(body)]
	if first, _, _ := strings.Cut(body, "\n"); strings.HasSuffix(first, "\r") {
		t.lineEnd = "\r\n"
	}
	return t, t.read(body)
}

func (t *table) read(body string) error {
	r := csv.NewReader(strings.NewReader(body))
	r.Comma, r.FieldsPerRecord = rune(t.separator), -1
	before := int64(0)
	lines := 1 + strings.Count(t.head, "\n")
	for {
		cells, err := r.Read()
		after := r.InputOffset()
		raw := body[before:after]
		before = after
		switch {
		case errors.Is(err, io.EOF):
			return nil
		case err != nil:
			return fmt.Errorf("%s: %w", t.name, err)
		case t.columns == nil:
			t.head += raw
			for _, c := range cells {
				t.columns = append(t.columns, strings.TrimSpace(c))
			}
		default:
			t.take(raw, lines+blank(raw), cells)
		}
		lines += strings.Count(raw, "\n")
	}
}

func (t *table) take(raw string, line int, cells []string) {
	row := tableRow{raw: raw, line: line}
	for i, c := range cells {
		if i < len(t.columns) {
			if field := row.column(t.columns[i]); field != nil {
				*field = strings.TrimSpace(c)
			}
		}
	}
	t.rows = append(t.rows, row)
}

// rival finds the row that says of the same two concepts what row says, or what
// does not go with it; -1 if there is none. The reason is empty where both say the
// same, else what the table says.
func (t *table) rival(row record) (at int, reason string) {
	at = -1
	for i, old := range t.rows {
		if old.concept != row.concept || old.object != row.object {
			continue
		}
		switch same := old.relation == row.relation; {
		case same && old.agrees(row):
			return i, ""
		case same, at < 0 && old.modifier == "" && row.modifier == "":
			at, reason = i, old.String()
		}
	}
	return at, reason
}

// agrees reports whether two rows of one name say the same. A name that the new
// row does not give is no difference, nor is a remark.
func (r record) agrees(row record) bool {
	return r.modifier == row.modifier && number(r.confidence) == number(row.confidence) && (row.label == "" || r.label == row.label)
}

// plain is how the table has its decimals.
var plain = regexp.MustCompile(`^\d+(\.\d+)?$`)

// decimal keeps a number as it is written if the table can have it so, and
// writes any other, such as 9e-1, anew.
func decimal(text string) string {
	if plain.MatchString(text) {
		return text
	}
	return number(text)
}

// number is what a decimal means, however it is written.
func number(text string) string {
	if f, err := strconv.ParseFloat(text, 64); err == nil {
		return strconv.FormatFloat(f, 'f', -1, 64)
	}
	return text
}

func (t *table) add(row record) {
	t.rows = append(t.rows, tableRow{raw: "", line: 0, record: row})
	t.dirty = true
}

// replace keeps the name and the remark of the old row where the new one has
// none.
func (t *table) replace(at int, row record) {
	old := t.rows[at].record
	if row.label == "" {
		row.label = old.label
	}
	if old.note != "" {
		row.note = old.note
	}
	t.rows[at].record, t.rows[at].raw, t.dirty = row, "", true
}

// text is the table as it is now.
func (t *table) text() []byte {
	widened := t.widen()
	var b bytes.Buffer
	b.WriteString(widened(t.head))
	t.endLine(&b)
	for i := range t.rows {
		if raw := t.rows[i].raw; raw != "" {
			b.WriteString(widened(raw))
		} else {
			b.WriteString(t.line(&t.rows[i].record))
		}
		t.endLine(&b)
	}
	return b.Bytes()
}

// endLine ends a last line that has no end.
func (t *table) endLine(b *bytes.Buffer) {
	if t.dirty && !bytes.HasSuffix(b.Bytes(), []byte("\n")) {
		b.WriteString(t.lineEnd)
	}
}

// widen adds the columns that rows need and the table does not have, and returns
// what adds an empty cell for each to a line. The first line it is given is the
// header.
func (t *table) widen() func(line string) string {
	var missing []string
	for _, name := range []string{"modifier", "object_label", "note"} {
		if !t.has(name) && t.fills(name) {
			missing = append(missing, name)
		}
	}
	t.columns = append(t.columns, missing...)
	names := missing
	return func(line string) string {
		content := strings.TrimRight(line, "\r\n")
		end := line[len(content):]
		if content == "" {
			return line
		}
		for i := range missing {
			content += string(t.separator)
			if names != nil {
				content += names[i]
			}
		}
		names = nil
		return content + end
	}
}

func (t *table) has(name string) bool {
	for _, c := range t.columns {
		if c == name {
			return true
		}
	}
	return false
}

func (t *table) fills(name string) bool {
	for i := range t.rows {
		if t.rows[i].raw == "" && *t.rows[i].column(name) != "" {
			return true
		}
	}
	return false
}

// line is a row as we write it.
func (t *table) line(r *record) string {
	cells := make([]string, len(t.columns))
	for i, name := range t.columns {
		if field := r.column(name); field != nil {
			cells[i] = t.quoted(*field)
		}
	}
	return strings.Join(cells, string(t.separator)) + t.lineEnd
}

func (t *table) quoted(cell string) string {
	if strings.ContainsAny(cell, string(t.separator)+"\"\r\n") {
		return `"` + strings.ReplaceAll(cell, `"`, `""`) + `"`
	}
	return cell
}

// blank counts the empty lines that a row has before it.
func blank(raw string) int {
	return strings.Count(raw[:len(raw)-len(strings.TrimLeft(raw, "\r\n"))], "\n")
}
