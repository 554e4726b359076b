package turtle

import (
	"bytes"
	"fmt"
	"unicode/utf8"

	"policygraph/graph"
	"policygraph/graph/internal/iri"
	"policygraph/graph/internal/name"
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

// appendIRI appends an IRI between angle brackets. It refuses relative references
// and characters that IRIREF excludes.
func appendIRI(dst, text []byte) ([]byte, error) {
	if err := iri.Check(text); err != nil {
		return dst, err
	}
	dst = append(dst, '<')
	dst = append(dst, text...)
	return append(dst, '>'), nil
}

func appendBNode(dst, label []byte) ([]byte, error) {
	if len(label) == 0 || !utf8.Valid(label) {
		return dst, fmt.Errorf("%w: the blank node label %q", graph.ErrTerm, label)
	}
	return name.AppendLabel(append(dst, "_:"...), label), nil
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
	if !name.IsLangTag(tag) {
		return dst, fmt.Errorf("%w: the language tag %q", graph.ErrTerm, tag)
	}
	return name.AppendLower(append(dst, '@'), tag), nil
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
