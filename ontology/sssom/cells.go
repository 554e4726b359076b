package sssom

import "strings"

// cell is a piece of a table and where it starts.
type cell struct {
	text         string
	line, column int
}

// cells cuts the rows of a table out of text, whose first line is numbered from.
// Cells are separated by tabs, or by commas where the first line has no tab. A
// cell that begins with a quotation mark ends with one; inside it separators and
// line ends are text, and a quotation mark is doubled. Columns count characters.
type cells struct {
	text         string
	separator    byte
	line, column int
}

func newCells(text string, from int) *cells {
	first, _, _ := strings.Cut(text, "\n")
	c := &cells{text: text, separator: '\t', line: from, column: 1}
	if !strings.Contains(first, "\t") {
		c.separator = ','
	}
	return c
}

// row returns the next row that is not empty, nil at the end, and the place of a
// quotation mark that is not closed.
func (c *cells) row() (row []cell, open *cell) {
	for c.text != "" {
		for {
			next, open := c.next()
			if open != nil {
				return nil, open
			}
			row = append(row, next)
			if c.text == "" || c.text[0] != c.separator {
				break
			}
			c.skip(1)
		}
		c.lineEnd()
		if !empty(row) {
			return row, nil
		}
		row = nil
	}
	return nil, nil
}

func empty(row []cell) bool {
	for _, c := range row {
		if strings.TrimSpace(c.text) != "" {
			return false
		}
	}
	return true
}

// next takes the cell that begins here.
func (c *cells) next() (next cell, open *cell) {
	next = cell{line: c.line, column: c.column}
	if strings.HasPrefix(c.text, `"`) {
		return c.quoted(next)
	}
	end := strings.IndexAny(c.text, string(c.separator)+"\r\n")
	if end < 0 {
		end = len(c.text)
	}
	next.text = c.text[:end]
	c.skip(end)
	return next, nil
}

func (c *cells) quoted(next cell) (cell, *cell) {
	c.skip(1)
	for {
		end := strings.IndexByte(c.text, '"')
		if end < 0 {
			return next, &next
		}
		next.text += c.text[:end]
		c.skip(end + 1)
		if !strings.HasPrefix(c.text, `"`) {
			break
		}
		next.text += `"`
		c.skip(1)
	}
	// What follows the closing mark belongs to the cell, as spreadsheets read it.
	rest, _ := c.next()
	next.text += rest.text
	return next, nil
}

// skip goes over n bytes and keeps the place.
func (c *cells) skip(n int) {
	for _, r := range c.text[:n] {
		c.column++
		if r == '\n' {
			c.line, c.column = c.line+1, 1
		}
	}
	c.text = c.text[n:]
}

func (c *cells) lineEnd() {
	c.text = strings.TrimPrefix(c.text, "\r")
	if strings.HasPrefix(c.text, "\n") {
		c.skip(1)
	}
}

// parts cuts a cell of several values at each bar that has no backslash before
// it.
func parts(text string) (values []string) {
	var value strings.Builder
	for i := 0; i < len(text); i++ {
		switch {
		case text[i] == '\\' && i+1 < len(text) && (text[i+1] == '|' || text[i+1] == '\\'):
			i++
			value.WriteByte(text[i])
		case text[i] == '|':
			values = append(values, value.String())
			value.Reset()
		default:
			value.WriteByte(text[i])
		}
	}
	return append(values, value.String())
}

// joined is the cell of several values.
func joined(values []string) string {
	escaped := make([]string, len(values))
	for i, v := range values {
		escaped[i] = strings.NewReplacer(`\`, `\\`, `|`, `\|`).Replace(v)
	}
	return strings.Join(escaped, "|")
}
