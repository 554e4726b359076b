package results

import (
	"fmt"

	"github.com/cayleygraph/quad"
)

// SPARQL Query Results XML Format, section 2. A binding is a line.

const resultsNS = "http://www.w3.org/2005/sparql-results#"

const xmlOpening = `<?xml version="1.0"?>` + "\n" + `<sparql xmlns="` + resultsNS + `">` + "\n"

func xmlHead(w *Writer) {
	b := w.buf
	b = append(b, xmlOpening...)
	b = append(b, "<head>\n"...)
	for _, v := range w.vars {
		w.keys = append(w.keys, []byte(v)) // a name has nothing to escape
		b = append(append(append(b, `<variable name="`...), v...), "\"/>\n"...)
	}
	b = append(b, "</head>\n<results>\n"...)
	w.buf = b
}

func xmlRow(w *Writer, row []quad.Value) error {
	b := w.buf
	b = append(b, "<result>\n"...)
	err := each(row, func(i int, v quad.Value) (err error) {
		b = append(append(append(b, `<binding name="`...), w.keys[i]...), `">`...)
		b, err = appendXMLTerm(b, v)
		b = append(b, "</binding>\n"...)
		return err
	})
	b = append(b, "</result>\n"...)
	w.buf = b
	return err
}

func xmlFoot(w *Writer) { w.buf = append(w.buf, "</results>\n</sparql>\n"...) }

func xmlBoolean(b []byte, v bool) []byte {
	b = append(append(b, xmlOpening...), "<head/>\n<boolean>"...)
	return append(appendBoolean(b, v), "</boolean>\n</sparql>\n"...)
}

// appendXMLTerm appends the element of a term (section 2.3.1).
func appendXMLTerm(b []byte, v quad.Value) ([]byte, error) {
	switch v := v.(type) {
	case quad.IRI:
		return appendElement(append(b, "<uri>"...), string(v), "</uri>")
	case quad.BNode:
		return appendElement(append(b, "<bnode>"...), string(v), "</bnode>")
	}
	lexical, lang, datatype := literal(v)
	b = append(b, "<literal"...)
	var err error
	if lang != "" {
		b = append(append(append(b, ` xml:lang="`...), lang...), '"') // a tag has nothing to escape
	}
	if datatype != "" {
		if b, err = appendXML(append(b, ` datatype="`...), datatype); err != nil {
			return b, err
		}
		b = append(b, '"')
	}
	return appendElement(append(b, '>'), lexical, "</literal>")
}

func appendElement(b []byte, text, end string) ([]byte, error) {
	b, err := appendXML(b, text)
	return append(b, end...), err
}

// xmlEscapes are the characters that are not written as themselves, in text or
// in attributes. Line ends would be read as others without this.
var xmlEscapes = map[rune]string{
	'&': "&amp;", '<': "&lt;", '>': "&gt;", '"': "&quot;", '\r': "&#xD;",
}

// appendXML appends text. It refuses what no XML document can hold (XML 1.0,
// production 2).
func appendXML(b []byte, s string) ([]byte, error) {
	from := 0
	for i, r := range s {
		escape, ok := "", r >= 0x20 && r != 0xFFFE && r != 0xFFFF || r == '\t' || r == '\n' || r == '\r'
		if !ok {
			return b, fmt.Errorf("XML cannot hold the character %U", r)
		}
		if r > '>' {
			continue
		}
		if escape, ok = xmlEscapes[r]; ok {
			b = append(append(b, s[from:i]...), escape...)
			from = i + 1
		}
	}
	return append(b, s[from:]...), nil
}
