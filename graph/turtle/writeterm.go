package turtle

import (
	"bytes"
	"fmt"
	"unicode/utf8"

	"policygraph/graph"
)

// appendTerm appends t as N-Triples writes it.
func appendTerm(dst []byte, t *graph.RawTerm) ([]byte, error) {
	switch t.Kind {
	case graph.KindIRI:
		return appendIRI(dst, t.Text)
	case graph.KindBNode:
		return appendBNode(dst, t.Text)
	}
	dst, err := appendQuoted(dst, t.Text)
	if err != nil {
		return dst, err
	}
	switch t.Kind {
	case graph.KindLangString:
		return appendLang(dst, t.Aux)
	case graph.KindTypedString:
		return appendDatatype(dst, t.Aux)
	}
	return dst, nil
}

func appendDatatype(dst, iri []byte) ([]byte, error) {
	if needsTag(iri) {
		return dst, fmt.Errorf("%w: a literal of %s without a language tag", graph.ErrTerm, iri)
	}
	return appendIRI(append(dst, "^^"...), iri)
}

// appendIRI appends iri between angle brackets. It refuses relative references
// and characters that IRIREF excludes.
func appendIRI(dst, iri []byte) ([]byte, error) {
	if err := checkIRI(iri); err != nil {
		return dst, err
	}
	dst = append(dst, '<')
	dst = append(dst, iri...)
	return append(dst, '>'), nil
}

func checkIRI(iri []byte) error {
	ascii := true
	for _, c := range iri {
		if is(c, inIRI) {
			continue
		}
		if c < utf8.RuneSelf {
			return fmt.Errorf("%w: the IRI %q contains %q", graph.ErrTerm, iri, rune(c))
		}
		ascii = false
	}
	if schemeEnd(iri) < 0 {
		return fmt.Errorf("%w: the IRI %q is relative", graph.ErrTerm, iri)
	}
	if !ascii && !utf8.Valid(iri) {
		return fmt.Errorf("%w: the IRI %q is not UTF-8", graph.ErrTerm, iri)
	}
	return nil
}

func appendBNode(dst, label []byte) ([]byte, error) {
	if len(label) == 0 || !utf8.Valid(label) {
		return dst, fmt.Errorf("%w: the blank node label %q", graph.ErrTerm, label)
	}
	return appendLabel(append(dst, "_:"...), label), nil
}

func appendQuoted(dst, text []byte) ([]byte, error) {
	if !utf8.Valid(text) {
		return dst, fmt.Errorf("%w: text that is not UTF-8: %q", graph.ErrTerm, text)
	}
	dst = appendEscaped(append(dst, '"'), text)
	return append(dst, '"'), nil
}

// appendLang appends a language tag in lower case.
func appendLang(dst, tag []byte) ([]byte, error) {
	if !isLangTag(tag) {
		return dst, fmt.Errorf("%w: the language tag %q", graph.ErrTerm, tag)
	}
	dst = append(dst, '@')
	for _, c := range tag {
		dst = append(dst, lower(c))
	}
	return dst, nil
}

func lower(c byte) byte {
	if c >= 'A' && c <= 'Z' {
		return c | 0x20
	}
	return c
}

// isLangTag is the production LANGTAG without its "@": letters, then groups of
// letters and digits behind hyphens, none of them too long.
func isLangTag(tag []byte) bool {
	roles, group := letter, 0
	for _, c := range tag {
		switch {
		case is(c, roles) && group < longestSubtag:
			group++
		case c == '-' && group > 0:
			roles, group = letter|digit, 0
		default:
			return false
		}
	}
	return group > 0
}

// describe says which statement q is, in one line that can be read even where
// a term is not valid.
func describe(q *graph.RawQuad) string {
	var b bytes.Buffer
	for _, t := range []*graph.RawTerm{&q.Subject, &q.Predicate, &q.Object, &q.Graph} {
		describeTerm(&b, t)
	}
	return b.String() + "."
}

func describeTerm(b *bytes.Buffer, t *graph.RawTerm) {
	const most = 60
	text, cut := t.Text, ""
	if len(text) > most {
		text, cut = text[:most], "…"
	}
	switch t.Kind {
	case graph.KindNone:
	case graph.KindIRI:
		fmt.Fprintf(b, "<%s%s> ", bytes.ToValidUTF8(text, []byte("\uFFFD")), cut)
	case graph.KindBNode:
		fmt.Fprintf(b, "_:%s%s ", bytes.ToValidUTF8(text, []byte("\uFFFD")), cut)
	default:
		fmt.Fprintf(b, "%q%s ", bytes.ToValidUTF8(text, []byte("\uFFFD")), cut)
	}
}
