package graph

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/cayleygraph/quad"
)

// Datatypes that the border of a Dataset has to know by name.
const (
	XSDString   = "http://www.w3.org/2001/XMLSchema#string"
	xsdBoolean  = "http://www.w3.org/2001/XMLSchema#boolean"
	xsdInteger  = "http://www.w3.org/2001/XMLSchema#integer"
	xsdDouble   = "http://www.w3.org/2001/XMLSchema#double"
	xsdDateTime = "http://www.w3.org/2001/XMLSchema#dateTime"

	rdfLangString    = "http://www.w3.org/1999/02/22-rdf-syntax-ns#langString"
	rdfDirLangString = "http://www.w3.org/1999/02/22-rdf-syntax-ns#dirLangString"
)

// RDFType is the IRI rdf:type.
const RDFType = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"

// ErrTerm is wrapped by every error about a term that RDF forbids, or forbids
// where it stands.
var ErrTerm = errors.New("not a valid RDF term")

// Normalize brings v to one of the five concrete types of a Dataset, so that
// equal RDF terms become equal Go values:
//
//   - the native types of quad (Int, Float, Bool, Time) become typed literals
//     with the lexical form that XSD calls canonical;
//   - a TypedString of xsd:string becomes a String;
//   - a LangString without a tag becomes a String, and a tag is folded to lower
//     case (RDF 1.1 Concepts, section 3.3: tags compare without case);
//   - every other lexical form is left as it is: "01"^^xsd:integer stays "01".
//
// It fails on nil, on other types, on text that is not UTF-8, on relative IRIs,
// on IRIs, blank node labels and tags with characters that no RDF syntax can
// write, and on rdf:langString without a tag.
func Normalize(v quad.Value) (quad.Value, error) {
	v = fromNative(v)
	switch v := v.(type) {
	case quad.IRI:
		return v, checkIRI(string(v))
	case quad.BNode:
		return v, checkLabel(string(v))
	case quad.String:
		return v, checkText(string(v))
	case quad.LangString:
		return normalizeLang(v)
	case quad.TypedString:
		return normalizeTyped(v)
	case nil:
		return nil, fmt.Errorf("%w: no term", ErrTerm)
	}
	return nil, fmt.Errorf("%w: a value of type %T", ErrTerm, v)
}

// fromNative gives quad's native values their XSD form and leaves others alone.
func fromNative(v quad.Value) quad.Value {
	switch v := v.(type) {
	case quad.Int:
		return typed(strconv.FormatInt(int64(v), 10), xsdInteger)
	case quad.Bool:
		return typed(strconv.FormatBool(bool(v)), xsdBoolean)
	case quad.Float:
		return typed(formatDouble(float64(v)), xsdDouble)
	case quad.Time:
		return typed(time.Time(v).UTC().Format("2006-01-02T15:04:05.999999999Z"), xsdDateTime)
	}
	return v
}

func typed(lexical string, datatype quad.IRI) quad.Value {
	return quad.TypedString{Value: quad.String(lexical), Type: datatype}
}

// formatDouble writes f as the canonical xsd:double: one digit before the
// point, at least one after it, and an exponent without padding.
func formatDouble(f float64) string {
	s := strconv.FormatFloat(f, 'E', -1, 64)
	mantissa, exponent, ok := strings.Cut(s, "E")
	if !ok { // NaN, +Inf, -Inf
		return strings.TrimPrefix(strings.Replace(s, "Inf", "INF", 1), "+")
	}
	if !strings.Contains(mantissa, ".") {
		mantissa += ".0"
	}
	n, _ := strconv.Atoi(exponent)
	return mantissa + "E" + strconv.Itoa(n)
}

func normalizeLang(v quad.LangString) (quad.Value, error) {
	if v.Lang == "" {
		return v.Value, checkText(string(v.Value))
	}
	v.Lang = strings.ToLower(v.Lang)
	if err := checkLang(v.Lang); err != nil {
		return nil, err
	}
	return v, checkText(string(v.Value))
}

func normalizeTyped(v quad.TypedString) (quad.Value, error) {
	if err := checkText(string(v.Value)); err != nil {
		return nil, err
	}
	switch v.Type {
	case XSDString, "":
		return v.Value, nil
	case rdfLangString, rdfDirLangString:
		return nil, fmt.Errorf("%w: a literal of %s without a language", ErrTerm, v.Type)
	}
	return v, checkIRI(string(v.Type))
}

// Check reports the first position of q that holds a kind of term RDF 1.1
// forbids there: a literal subject, a predicate that is not an IRI, a literal
// graph name, or nothing where a term must stand.
func (q *RawQuad) Check() error {
	switch {
	case q.Subject.Kind != KindIRI && q.Subject.Kind != KindBNode:
		return fmt.Errorf("%w: the subject must be an IRI or a blank node", ErrTerm)
	case q.Predicate.Kind != KindIRI:
		return fmt.Errorf("%w: the predicate must be an IRI", ErrTerm)
	case q.Object.Kind == KindNone:
		return fmt.Errorf("%w: the object is missing", ErrTerm)
	case q.Graph.Kind.IsLiteral():
		return fmt.Errorf("%w: the graph name must be an IRI or a blank node", ErrTerm)
	}
	return nil
}

// iriForbidden has a true for each ASCII character that the production IRIREF
// of N-Triples and Turtle excludes.
var iriForbidden = func() (t [128]bool) {
	for c := range 0x21 {
		t[c] = true
	}
	for _, c := range `<>"{}|^` + "`\\" {
		t[c] = true
	}
	return t
}()

func checkIRI(s string) error {
	if s == "" {
		return fmt.Errorf("%w: an empty IRI", ErrTerm)
	}
	for i := range len(s) {
		if c := s[i]; c < 0x80 && iriForbidden[c] {
			return fmt.Errorf("%w: the IRI %q contains %q", ErrTerm, shorten(s), rune(c))
		}
	}
	if !hasScheme(s) {
		return fmt.Errorf("%w: the IRI %q is relative", ErrTerm, shorten(s))
	}
	return checkText(s)
}

// hasScheme reports whether s begins as an absolute IRI does: with a letter,
// then letters, digits, plus, minus and points, then a colon (RFC 3986, 3.1).
func hasScheme(s string) bool {
	for i := range len(s) {
		c := s[i] | 0x20
		switch {
		case c >= 'a' && c <= 'z':
		case i > 0 && s[i] == ':':
			return true
		case i > 0 && (s[i] >= '0' && s[i] <= '9' || s[i] == '+' || s[i] == '-' || s[i] == '.'):
		default:
			return false
		}
	}
	return false
}

// checkLabel allows what BLANK_NODE_LABEL of Turtle allows, said loosely: no
// white space, no punctuation of the syntaxes, no leading or trailing dot.
func checkLabel(s string) error {
	if s == "" || s[0] == '.' || s[0] == '-' || s[len(s)-1] == '.' {
		return fmt.Errorf("%w: the blank node label %q", ErrTerm, shorten(s))
	}
	for _, r := range s {
		if r < 0x80 && !labelASCII(byte(r)) || r == 0xD7 || r == 0xF7 {
			return fmt.Errorf("%w: the blank node label %q contains %q", ErrTerm, shorten(s), r)
		}
	}
	return checkText(s)
}

func labelASCII(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_' || c == '-' || c == '.' || c == ':'
}

// checkLang holds to the production LANGTAG, letters and then groups of letters
// and digits after hyphens, and to the eight characters that BCP 47 gives each.
func checkLang(s string) error {
	for i, part := range strings.Split(s, "-") {
		if part == "" || len(part) > 8 || strings.IndexFunc(part, func(r rune) bool {
			letter := r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z'
			return !letter && (i == 0 || r < '0' || r > '9')
		}) >= 0 {
			return fmt.Errorf("%w: the language tag %q", ErrTerm, shorten(s))
		}
	}
	return nil
}

func checkText(s string) error {
	if !utf8.ValidString(s) {
		return fmt.Errorf("%w: text that is not UTF-8: %q", ErrTerm, shorten(s))
	}
	return nil
}

// shorten keeps error messages readable when a term is very long.
func shorten(s string) string {
	const most = 80
	if len(s) <= most {
		return s
	}
	return strings.ToValidUTF8(s[:most], "") + "…"
}
