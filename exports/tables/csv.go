package tables

import (
	"bufio"
	"io"
	"regexp"
	"strconv"
	"strings"

	"policygraph/exports/internal/records"
	"policygraph/ontology/vocab"
)

// writeCSV writes a table as RFC 4180 has it: UTF-8, a header, commas, CR LF.
func writeCSV(w io.Writer, t table) error {
	out := bufio.NewWriterSize(w, 1<<16)
	record := make([]string, len(t.columns))
	for i, c := range t.columns {
		record[i] = c.name
	}
	put(out, record)
	for row := range t.rows {
		for i, c := range t.columns {
			record[i] = c.cell(row)
		}
		put(out, record)
	}
	return out.Flush()
}

// cell is the text of a cell, made harmless where it could be a formula.
func (c column) cell(row int) string {
	text := strings.Join(c.cells(row), records.Separator)
	if c.datatype != "string" {
		return text
	}
	return Guard(text)
}

// put writes a record. Why not encoding/csv: it makes CR LF of new lines within
// a field when it ends records so, and the text would no longer be the graph's.
func put(w *bufio.Writer, record []string) {
	for i, field := range record {
		if i > 0 {
			_ = w.WriteByte(',')
		}
		if strings.ContainsAny(field, "\",\r\n") || strings.TrimSpace(field) != field {
			field = `"` + strings.ReplaceAll(field, `"`, `""`) + `"`
		}
		_, _ = w.WriteString(field)
	}
	_, _ = w.WriteString("\r\n")
}

// formula finds texts that a spreadsheet may take for a formula, and those that
// look as if they had been guarded already.
var formula = regexp.MustCompile(`^'*[=+\-@\t\r\n]`)

// Guard makes a text harmless to spreadsheets: one that begins with = + - @, a
// tab or a line end gets an apostrophe before it, also where it has apostrophes
// there already. Cells of numbers, years and addresses are not texts and stay as
// they are.
func Guard(text string) string {
	if formula.MatchString(text) {
		return "'" + text
	}
	return text
}

// Unguard undoes [Guard]: of apostrophes before = + - @, a tab or a line end the
// first is not part of the text.
func Unguard(text string) string {
	if formula.MatchString(text) {
		return strings.TrimPrefix(text, "'")
	}
	return text
}

func strength(c vocab.Code) []string {
	if s, ok := c.Strength(); ok {
		return []string{strconv.Itoa(s)}
	}
	return nil
}
