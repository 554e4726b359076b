package reviews

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// readTidyCSV reads a CSV file by its meaning, and refuses one whose form is
// wrong.
func readTidyCSV(t *Table, name, text string) ([]string, error) {
	s, err := namedCSV(name, text)
	if err != nil {
		return nil, err
	}
	return t.meanings(s)
}

// namedCSV reads a CSV file whose form is right, with the names of the columns
// on the cells.
func namedCSV(name, text string) (*sheet, error) {
	report, first := firstReported()
	s := readCSV(name, text, report)
	if err := first(); err != nil || s == nil {
		return nil, err
	}
	seen := map[string]bool{}
	for _, c := range s.columns {
		if c.name == "" || seen[c.name] {
			return nil, fmt.Errorf("%s: each column needs a name of its own", c.at)
		}
		seen[c.name] = true
	}
	for _, r := range s.rows {
		if len(r.cells) != len(s.columns) {
			return nil, fmt.Errorf("%s: expected %d cells as in the header, found %d", r.at, len(s.columns), len(r.cells))
		}
		for i := range r.cells {
			r.cells[i].name = s.columns[i].name
		}
	}
	return s, nil
}

// tidyCSV writes a file that could be read in order.
func tidyCSV(t *Table, name, text string) string {
	s, err := namedCSV(name, text)
	if err != nil {
		return text
	}
	separator, said := separatorOf(text), ""
	if by, length := separatorSaid(text); length > 0 {
		separator, said = by, text[:length]+"\n"
	}
	columns := slices.DeleteFunc(t.Columns(), func(column string) bool { return !s.has(column) })
	lines := [][]string{columns}
	for _, r := range s.rows {
		lines = append(lines, t.tidyRow(s.file, columns, r))
	}
	if t.sortsRows() {
		t.sortRows(columns, lines[1:])
	}
	var b strings.Builder
	b.WriteString(said)
	for _, cells := range lines {
		writeCells(&b, cells, separator)
	}
	return b.String()
}

// tidyRow returns the cells of a row in the order of the columns.
func (t *Table) tidyRow(file string, columns []string, r row) []string {
	out := make([]string, len(columns))
	for _, c := range r.cells {
		if i := slices.Index(columns, c.name); i >= 0 {
			f := t.Field(c.name)
			out[i] = strings.Join(f.tidied(c.pieces(file, f.Several())), "|")
		}
	}
	return out
}

// sortRows sorts rows by the columns that name them. Rows of one name, of which
// a table has none without an error, keep their order.
func (t *Table) sortRows(columns []string, rows [][]string) {
	slices.SortStableFunc(rows, func(a, b []string) int {
		for _, id := range t.ID {
			if i := slices.Index(columns, id); i >= 0 {
				if c := cmp.Compare(a[i], b[i]); c != 0 {
					return c
				}
			}
		}
		return 0
	})
}

// writeCells writes a line, with quotes around cells that need them.
func writeCells(b *strings.Builder, cells []string, separator byte) {
	for i, c := range cells {
		if i > 0 {
			b.WriteByte(separator)
		}
		if strings.ContainsAny(c, string(separator)+"\"\r\n") {
			c = `"` + strings.ReplaceAll(c, `"`, `""`) + `"`
		}
		b.WriteString(c)
	}
	b.WriteByte('\n')
}
