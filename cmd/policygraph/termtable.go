package main

import (
	"fmt"
	"io"
	"strings"

	"github.com/cayleygraph/quad"
	"github.com/jedib0t/go-pretty/v6/table"
)

// termTable is a table of terms for people: IRIs by their prefixes, literals as
// their text.
type termTable struct {
	table    table.Writer
	out      io.Writer
	prefixes map[string]string // by namespace
	rows     int
}

func newTermTable(w io.Writer, names []string, base string) *termTable {
	t := &termTable{table: newTable(w), out: w, prefixes: make(map[string]string)}
	for name, iri := range knownPrefixes(base) {
		t.prefixes[iri] = name
	}
	header := make(table.Row, len(names))
	for i, name := range names {
		header[i] = name
	}
	t.table.AppendHeader(header)
	return t
}

func (t *termTable) row(terms []quad.Value) error {
	row := make(table.Row, len(terms))
	for i, term := range terms {
		row[i] = t.text(term)
	}
	t.table.AppendRow(row)
	t.rows++
	return nil
}

func (t *termTable) end() error {
	t.table.Render()
	count := "0 rows"
	if t.rows > 0 {
		count = counted(t.rows, "row")
	}
	_, err := fmt.Fprintln(t.out, count)
	return err
}

// text is a term on one line, without characters that move the cursor.
func (t *termTable) text(term quad.Value) string {
	switch term := term.(type) {
	case nil:
		return ""
	case quad.IRI:
		return t.short(string(term))
	case quad.String:
		return printable(string(term))
	case quad.LangString:
		return printable(string(term.Value))
	case quad.TypedString:
		return printable(string(term.Value))
	}
	return term.String()
}

// short is an IRI by its prefix, if it has one.
func (t *termTable) short(iri string) string {
	if i := strings.LastIndexAny(iri, "#/"); i >= 0 {
		if name, ok := t.prefixes[iri[:i+1]]; ok {
			return name + ":" + iri[i+1:]
		}
	}
	return "<" + printable(iri) + ">"
}

func printable(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n' || r == '\t':
			return ' '
		case r < ' ' || r == 0x7F:
			return '�'
		}
		return r
	}, s)
}
