package results

import (
	"github.com/cayleygraph/quad"
)

// SPARQL 1.1 Query Results JSON Format, section 3. A row is a line.

func jsonHead(w *Writer) {
	w.buf = append(w.buf, `{"head":{"vars":[`...)
	for i, v := range w.vars {
		key := appendJSON(nil, v)
		w.keys = append(w.keys, key)
		if i > 0 {
			w.buf = append(w.buf, ',')
		}
		w.buf = append(w.buf, key...)
	}
	w.buf = append(w.buf, `]},"results":{"bindings":[`...)
}

func jsonRow(w *Writer, row []quad.Value) error {
	b := w.buf
	if w.rows > 1 {
		b = append(b, ',')
	}
	b = append(b, '\n', '{')
	first := true
	err := each(row, func(i int, v quad.Value) error {
		if !first {
			b = append(b, ',')
		}
		first = false
		b = appendJSONTerm(append(append(b, w.keys[i]...), ':'), v)
		return nil
	})
	b = append(b, '}')
	w.buf = b
	return err
}

func jsonFoot(w *Writer) { w.buf = append(w.buf, "\n]}}\n"...) }

func jsonBoolean(b []byte, v bool) []byte {
	b = append(b, `{"head":{},"boolean":`...)
	return append(appendBoolean(b, v), "}\n"...)
}

func appendBoolean(b []byte, v bool) []byte {
	if v {
		return append(b, "true"...)
	}
	return append(b, "false"...)
}

// appendJSONTerm appends the object of a term (section 3.2.2).
func appendJSONTerm(b []byte, v quad.Value) []byte {
	switch v := v.(type) {
	case quad.IRI:
		b = appendJSON(append(b, `{"type":"uri","value":`...), string(v))
	case quad.BNode:
		b = appendJSON(append(b, `{"type":"bnode","value":`...), string(v))
	default:
		lexical, lang, datatype := literal(v)
		b = appendJSON(append(b, `{"type":"literal","value":`...), lexical)
		if lang != "" {
			b = appendJSON(append(b, `,"xml:lang":`...), lang)
		}
		if datatype != "" {
			b = appendJSON(append(b, `,"datatype":`...), datatype)
		}
	}
	return append(b, '}')
}

// jsonEscapes gives the letter of the short escape of a byte, where it has one.
var jsonEscapes = [256]byte{'\b': 'b', '\t': 't', '\n': 'n', '\f': 'f', '\r': 'r', '"': '"', '\\': '\\'}

// appendJSON appends s as a string of JSON. Only what must be is escaped.
func appendJSON(b []byte, s string) []byte {
	const hex = "0123456789abcdef"
	b = append(b, '"')
	from := 0
	for i := range len(s) {
		c := s[i]
		if c >= 0x20 && c != '"' && c != '\\' {
			continue
		}
		b = append(append(b, s[from:i]...), '\\')
		if letter := jsonEscapes[c]; letter != 0 {
			b = append(b, letter)
		} else {
			b = append(b, 'u', '0', '0', hex[c>>4], hex[c&0xF])
		}
		from = i + 1
	}
	return append(append(b, s[from:]...), '"')
}
