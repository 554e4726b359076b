package results

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/cayleygraph/quad"
)

const xsd = "http://www.w3.org/2001/XMLSchema#"

// termReader reads one term as SPARQL writes it, without prefixes.
type termReader struct {
	in   *input
	f    field
	text string // what is left
}

// tsvTerm reads a field of TSV (section 4.2).
func tsvTerm(in *input, f field) (quad.Value, error) {
	r := termReader{in, f, f.text}
	v, err := r.term()
	if err != nil {
		return nil, err
	}
	if r.text != "" {
		return nil, r.expected("the end of the field")
	}
	return in.term(f.at, v)
}

// at is the place of what is left.
func (r *termReader) at() position {
	return r.f.at.after([]byte(r.f.text[:len(r.f.text)-len(r.text)]))
}

func (r *termReader) expected(what string) error {
	found := "the end of the field"
	if r.text != "" {
		_, size := utf8.DecodeRuneInString(r.text)
		found = quoted(r.text[:size])
	}
	return r.in.mistake(r.at(), what, found)
}

func (r *termReader) term() (quad.Value, error) {
	switch text := r.text; {
	case strings.HasPrefix(text, "<<"):
		return nil, r.in.refused(r.f.at, "a triple term")
	case text[0] == '<':
		iri, err := r.iri()
		return quad.IRI(iri), err
	case strings.HasPrefix(text, "_:"):
		r.text = ""
		return quad.BNode(text[2:]), nil
	case text[0] == '"' || text[0] == '\'':
		return r.literal()
	case text == "true" || text == "false":
		r.text = ""
		return quad.TypedString{Value: quad.String(text), Type: xsd + "boolean"}, nil
	default:
		if datatype := numericType(text); datatype != "" {
			r.text = ""
			return quad.TypedString{Value: quad.String(text), Type: quad.IRI(datatype)}, nil
		}
	}
	return nil, r.expected("a term such as <http://example.org/>, \"text\"@en or 1.5")
}

// iri is the production IRIREF.
func (r *termReader) iri() (string, error) {
	end := strings.IndexByte(r.text, '>')
	if end < 0 {
		return "", r.expected("an IRI between < and >")
	}
	text := r.text[1:end]
	if strings.IndexByte(text, '\\') < 0 {
		r.text = r.text[end+1:]
		return text, nil
	}
	r.text = r.text[1:]
	var b strings.Builder
	for r.text[0] != '>' {
		if r.text[0] == '\\' && strings.IndexByte("uU", (r.text + " ")[1]) < 0 {
			return "", r.expected(`an escape such as \u00E5`)
		}
		if err := r.character(&b); err != nil {
			return "", err
		}
	}
	r.text = r.text[1:]
	return b.String(), nil
}

// literal is the production RDFLiteral.
func (r *termReader) literal() (quad.Value, error) {
	lexical, err := r.quotedText()
	if err != nil {
		return nil, err
	}
	switch {
	case strings.HasPrefix(r.text, "^^<"):
		r.text = r.text[2:]
		datatype, err := r.iri()
		return quad.TypedString{Value: quad.String(lexical), Type: quad.IRI(datatype)}, err
	case strings.HasPrefix(r.text, "@"):
		tag := r.text[1:]
		if strings.HasSuffix(tag, "--ltr") || strings.HasSuffix(tag, "--rtl") {
			return nil, r.in.refused(r.at(), "a text direction")
		}
		if tag == "" {
			return nil, r.expected("a language tag")
		}
		r.text = ""
		return quad.LangString{Value: quad.String(lexical), Lang: tag}, nil
	}
	return quad.String(lexical), nil
}

// quotedText is the production String.
func (r *termReader) quotedText() (string, error) {
	quote := r.text[:1]
	if long := strings.Repeat(quote, 3); strings.HasPrefix(r.text, long) {
		quote = long
	}
	r.text = r.text[len(quote):]
	var b strings.Builder
	for !strings.HasPrefix(r.text, quote) {
		if r.text == "" {
			return "", r.expected("the end of the text, " + quote)
		}
		if err := r.character(&b); err != nil {
			return "", err
		}
	}
	r.text = r.text[len(quote):]
	return b.String(), nil
}

// character appends a character that is written as itself or escaped.
func (r *termReader) character(b *strings.Builder) error {
	if r.text[0] != '\\' {
		_, size := utf8.DecodeRuneInString(r.text)
		b.WriteString(r.text[:size])
		r.text = r.text[size:]
		return nil
	}
	if len(r.text) > 1 {
		if i := strings.IndexByte(`tbnrf"'\`, r.text[1]); i >= 0 {
			b.WriteByte("\t\b\n\r\f\"'\\"[i])
			r.text = r.text[2:]
			return nil
		}
	}
	size := 6
	if strings.HasPrefix(r.text, `\U`) {
		size = 10
	}
	if len(r.text) >= size && r.text[1]|0x20 == 'u' {
		if n, err := strconv.ParseUint(r.text[2:size], 16, 32); err == nil && n <= utf8.MaxRune && utf8.ValidRune(rune(n)) {
			b.WriteRune(rune(n))
			r.text = r.text[size:]
			return nil
		}
	}
	return r.expected(`an escape such as \n or \u00E5`)
}

// numericType is the datatype of what SPARQL reads as a number, and "" for all
// else.
func numericType(s string) string {
	body := s
	if body != "" && (body[0] == '+' || body[0] == '-') {
		body = body[1:]
	}
	mantissa, exponent, double := body, "", false
	if i := strings.IndexAny(body, "eE"); i >= 0 {
		mantissa, exponent, double = body[:i], body[i+1:], true
		if exponent != "" && (exponent[0] == '+' || exponent[0] == '-') {
			exponent = exponent[1:]
		}
	}
	whole, fraction, point := strings.Cut(mantissa, ".")
	switch {
	case !isDigits(whole) || !isDigits(fraction) || !isDigits(exponent) || whole+fraction == "" || double && exponent == "":
		return ""
	case double:
		return xsd + "double"
	case !point:
		return xsd + "integer"
	case fraction != "":
		return xsd + "decimal"
	}
	return ""
}

// isDigits reports whether s is nothing but digits.
func isDigits(s string) bool {
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return true
}

// count is a number of things.
func count(n int, thing string) string {
	if n == 1 {
		return "1 " + thing
	}
	return strconv.Itoa(n) + " " + thing + "s"
}
