package results

import (
	"strings"

	"github.com/cayleygraph/quad"

	"policygraph/graph/internal/name"
)

// SPARQL 1.1 Query Results CSV and TSV Formats, and tables of Markdown.

// csvHead is the first line (section 3.1). Lines end as RFC 4180 wants.
func csvHead(w *Writer) {
	w.buf = append(append(w.buf, strings.Join(w.vars, ",")...), "\r\n"...)
}

// csvRow writes terms without the signs that tell what they are (section 3.2).
func csvRow(w *Writer, row []quad.Value) error {
	return w.fields(row, ",", "\r\n", func(b []byte, v quad.Value) []byte { return appendCSV(b, plain(v)) })
}

// fields writes a row as fields with a separator between them.
func (w *Writer) fields(row []quad.Value, separator, end string, field func([]byte, quad.Value) []byte) error {
	written := 0 // separators
	err := each(row, func(i int, v quad.Value) error {
		for ; written < i; written++ {
			w.buf = append(w.buf, separator...)
		}
		w.buf = field(w.buf, v)
		return nil
	})
	for ; written+1 < len(row); written++ {
		w.buf = append(w.buf, separator...)
	}
	w.buf = append(w.buf, end...)
	return err
}

// appendCSV appends a field, between quotes where it has to be, or is empty.
func appendCSV(b []byte, s string) []byte {
	if s != "" && !strings.ContainsAny(s, "\",\r\n") {
		return append(b, s...)
	}
	b = append(b, '"')
	for i := range len(s) {
		if s[i] == '"' {
			b = append(b, '"')
		}
		b = append(b, s[i])
	}
	return append(b, '"')
}

// tsvHead is the first line (section 4.1).
func tsvHead(w *Writer) {
	for i, v := range w.vars {
		if i > 0 {
			w.buf = append(w.buf, '\t')
		}
		w.buf = append(append(w.buf, '?'), v...)
	}
	w.buf = append(w.buf, '\n')
}

// tsvRow writes terms as SPARQL and Turtle do (section 4.2).
func tsvRow(w *Writer, row []quad.Value) error { return w.fields(row, "\t", "\n", appendTSV) }

func appendTSV(b []byte, v quad.Value) []byte {
	switch v := v.(type) {
	case quad.IRI:
		return append(append(append(b, '<'), v...), '>')
	case quad.BNode:
		return name.AppendLabel(append(b, "_:"...), []byte(v))
	}
	lexical, lang, datatype := literal(v)
	if datatype != "" && numericType(lexical) == datatype {
		return append(b, lexical...)
	}
	b = append(b, '"')
	for i := range len(lexical) {
		c := lexical[i]
		if letter := jsonEscapes[c]; letter != 0 {
			b = append(b, '\\', letter)
		} else {
			b = append(b, c)
		}
	}
	b = append(b, '"')
	switch {
	case lang != "":
		b = append(append(b, '@'), lang...)
	case datatype != "":
		b = append(append(append(b, "^^<"...), datatype...), '>')
	}
	return b
}

// markdownHead writes the names of the variables and the line below them.
func markdownHead(w *Writer) {
	b := w.buf
	b = append(b, '|')
	for _, v := range w.vars {
		b = append(append(append(b, ' '), escapeMarkdown(v)...), " |"...)
	}
	b = append(b, "\n|"...)
	for range w.vars {
		b = append(b, " --- |"...)
	}
	b = append(b, '\n')
	w.buf = b
}

// markdownRow writes a line of the table: IRIs as links, all else as its text.
func markdownRow(w *Writer, row []quad.Value) error {
	w.buf = append(w.buf, "| "...)
	return w.fields(row, " | ", " |\n", func(b []byte, v quad.Value) []byte {
		if iri, ok := v.(quad.IRI); ok {
			return append(append(append(b, '<'), markdownLinks.Replace(string(iri))...), '>')
		}
		return append(b, escapeMarkdown(plain(v))...)
	})
}

// escapeMarkdown makes text that is shown as it is, in one line: what could
// begin anything of Markdown or HTML gets a backslash or its number.
func escapeMarkdown(s string) string { return markdownEscapes.Replace(s) }

var (
	markdownLinks   = strings.NewReplacer("|", "%7C")
	markdownEscapes = strings.NewReplacer(
		`\`, `\\`, "`", "\\`", "*", `\*`, "_", `\_`, "[", `\[`, "]", `\]`, "|", `\|`, "~", `\~`, "<", "&lt;", "&", "&amp;",
		"\r\n", "<br>", "\n", "<br>", "\r", "<br>",
	)
)
