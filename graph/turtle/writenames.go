package turtle

import (
	"bytes"
	"cmp"
	"fmt"
	"slices"
	"unicode/utf8"

	"policygraph/graph/internal/iri"
	"policygraph/graph/internal/name"
)

// names shortens IRIs: to prefixed names, or to references relative to a base.
type names struct {
	prefixes []prefix // the longest namespace first, then by name
	base     *iri.Reference
	baseIRI  []byte // without fragment
	baseDir  []byte // up to the last slash of the path; nil where there is none
	scratch  []byte
}

type prefix struct {
	name string // with its colon
	iri  []byte
}

// newNames checks the prefixes and the base.
func newNames(o WriteOptions) (names, error) {
	var n names
	for _, p := range sortedPrefixes(o.Prefixes) {
		if !isPrefixName([]byte(p.Name)) {
			return n, fmt.Errorf("turtle: %q is not a prefix name", p.Name)
		}
		if err := iri.Check([]byte(p.IRI)); err != nil {
			return n, fmt.Errorf("turtle: prefix %q: %w", p.Name, err)
		}
		if len(n.prefixes) > 0 && n.prefixes[len(n.prefixes)-1].name == p.Name+":" {
			return n, fmt.Errorf("turtle: the prefix %q is declared twice", p.Name)
		}
		n.prefixes = append(n.prefixes, prefix{p.Name + ":", []byte(p.IRI)})
	}
	slices.SortStableFunc(n.prefixes, func(a, b prefix) int { return cmp.Compare(len(b.iri), len(a.iri)) })
	return n, n.setBase([]byte(o.Base))
}

func sortedPrefixes(ps []Prefix) []Prefix {
	return slices.SortedStableFunc(slices.Values(ps), func(a, b Prefix) int { return cmp.Compare(a.Name, b.Name) })
}

func (n *names) setBase(text []byte) error {
	if len(text) == 0 {
		return nil
	}
	if err := iri.Check(text); err != nil {
		return fmt.Errorf("turtle: base: %w", err)
	}
	base := iri.Split(text)
	n.base = &base
	n.baseIRI = iri.WithoutFragment(text)
	beforeQuery, _, _ := bytes.Cut(n.baseIRI, []byte("?"))
	if bytes.HasPrefix(base.Path, []byte("/")) {
		n.baseDir = beforeQuery[:bytes.LastIndexByte(beforeQuery, '/')+1]
	}
	return nil
}

// isPrefixName is the production PN_PREFIX, or nothing at all.
func isPrefixName(s []byte) bool {
	if len(s) == 0 {
		return true
	}
	r, _ := utf8.DecodeRune(s)
	return name.IsCharsBase(r) && name.IsLabel(s)
}

// appendName appends iri in the shortest way it can be read: as a prefixed
// name, relative to the base, or in full.
func (n *names) appendName(dst, iri []byte) ([]byte, error) {
	for i := range n.prefixes {
		p := &n.prefixes[i]
		size := len(p.iri)
		if len(iri) < size || iri[size-1] != p.iri[size-1] || !bytes.Equal(iri[:size], p.iri) {
			continue
		}
		start := len(dst)
		dst = append(dst, p.name...)
		if named, ok := appendLocal(dst, iri[size:]); ok {
			return named, nil
		}
		dst = dst[:start]
	}
	if n.base == nil {
		return appendIRI(dst, iri)
	}
	return n.appendRelative(dst, iri)
}

// appendRelative appends an IRI relative to the base if that is shorter and
// resolving it gives it back.
func (n *names) appendRelative(dst, text []byte) ([]byte, error) {
	if err := iri.Check(text); err != nil {
		return dst, err
	}
	written := text
	for _, stem := range [...][]byte{n.baseIRI, n.baseDir} {
		if stem == nil || !bytes.HasPrefix(text, stem) {
			continue
		}
		rest := text[len(stem):]
		n.scratch = n.base.AppendResolved(n.scratch[:0], rest)
		if bytes.Equal(n.scratch, text) {
			written = rest
			break
		}
	}
	dst = append(dst, '<')
	dst = append(dst, written...)
	return append(dst, '>'), nil
}

// mostEscapes is how many backslashes a local name may have and still be
// easier to read than the whole IRI.
const mostEscapes = 2

// readableEscapes are the characters of PN_LOCAL_ESC that are escaped in local
// names. The others (/ ? # @ %) shape the IRI; such IRIs are written in full.
const readableEscapes = "~.-!$&'()*+,;="

// appendLocal appends s as PN_LOCAL. It reports false, and what it appended is
// of no use, where PN_LOCAL cannot say s, or only with too many escapes.
func appendLocal(dst, s []byte) ([]byte, bool) {
	left := mostEscapes
	for i := 0; i < len(s); {
		c := s[i]
		switch {
		case is(c, startName), c == ':', i > 0 && c == '-', i > 0 && c == '.' && i+1 < len(s):
			dst = append(dst, c)
			i++
		case c >= utf8.RuneSelf:
			r, size := utf8.DecodeRune(s[i:])
			if r == utf8.RuneError && size == 1 || !name.IsLabelStart(r) && (i == 0 || !name.IsChars(r)) {
				return dst, false
			}
			dst = append(dst, s[i:i+size]...)
			i += size
		case c == '%' && i+2 < len(s) && is(s[i+1], hexDigit) && is(s[i+2], hexDigit):
			dst = append(dst, s[i:i+3]...)
			i += 3
		case left > 0 && bytes.IndexByte([]byte(readableEscapes), c) >= 0:
			dst = append(dst, '\\', c)
			left--
			i++
		default:
			return dst, false
		}
	}
	return dst, true
}
