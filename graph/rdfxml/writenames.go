package rdfxml

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"policygraph/graph/internal/iri"
)

// names makes names of XML elements from IRIs.
type names struct {
	declared []Prefix // by name
	prefixes []Prefix // the longest namespace first, then by name
	free     string   // a prefix that is not declared

	// invented is the namespace of the name appended last, if it goes by the
	// free prefix.
	invented []byte
}

// newNames checks the prefixes and puts rdf among them.
func newNames(prefixes []Prefix) (names, error) {
	n := names{free: "ns"}
	all := slices.Clone(prefixes)
	if !slices.Contains(all, Prefix{Name: "rdf", IRI: rdfNS}) {
		all = append(all, Prefix{Name: "rdf", IRI: rdfNS})
	}
	n.declared = slices.SortedStableFunc(slices.Values(all), func(a, b Prefix) int { return cmp.Compare(a.Name, b.Name) })
	known := make(map[string]bool)
	for _, p := range n.declared {
		if err := checkPrefix(p); err != nil {
			return n, err
		}
		if known[p.Name] {
			return n, fmt.Errorf("rdfxml: the prefix %q is declared twice", p.Name)
		}
		known[p.Name] = true
	}
	for i := 1; known[n.free]; i++ {
		n.free = "ns" + strconv.Itoa(i)
	}
	n.prefixes = slices.SortedStableFunc(slices.Values(n.declared), func(a, b Prefix) int { return cmp.Compare(len(b.IRI), len(a.IRI)) })
	return n, nil
}

func checkPrefix(p Prefix) error {
	if p.Name != "" && !isLocal([]byte(p.Name)) || strings.HasPrefix(strings.ToLower(p.Name), "xml") {
		return fmt.Errorf("rdfxml: %q is not a prefix name of XML", p.Name)
	}
	err := iri.Check([]byte(p.IRI))
	if err == nil && (isReserved([]byte(p.IRI)) || !validText([]byte(p.IRI))) {
		err = errors.New("XML does not allow a prefix for " + p.IRI)
	}
	if err != nil {
		return fmt.Errorf("rdfxml: prefix %q: %w", p.Name, err)
	}
	return nil
}

func isReserved(space []byte) bool { return string(space) == xmlNS || string(space) == xmlnsNS }

// appendClass appends the class as the name of a node element, and reports
// whether it can: with a prefix that is declared.
func (n *names) appendClass(dst, text []byte) ([]byte, bool) {
	if local, ok := bytes.CutPrefix(text, []byte(rdfNS)); ok {
		if word := string(local); notElements[word] || notNodes[word] || word == "Description" {
			return dst, false
		}
	}
	return n.appendPrefixed(dst, text)
}

// appendPredicate appends the predicate as the name of a property element.
func (n *names) appendPredicate(dst, text []byte) ([]byte, error) {
	if local, ok := bytes.CutPrefix(text, []byte(rdfNS)); ok {
		if word := string(local); notElements[word] || notProperties[word] || word == "li" {
			return dst, errors.New("RDF/XML cannot write the predicate, which is a word of its grammar")
		}
	}
	if err := iri.Check(text); err != nil {
		return dst, err
	}
	n.invented = nil
	if dst, ok := n.appendPrefixed(dst, text); ok {
		return dst, nil
	}
	i := localStart(text, 0)
	if isReserved(text[:i]) {
		i = localStart(text, i+1)
	}
	if i == len(text) || !validText(text) {
		return dst, errors.New("RDF/XML cannot write the predicate, which does not end with an XML name")
	}
	n.invented = text[:i]
	return append(append(append(dst, n.free...), ':'), text[i:]...), nil
}

// appendPrefixed appends an IRI with a prefix that is declared, and reports
// whether it can.
func (n *names) appendPrefixed(dst, text []byte) ([]byte, bool) {
	for i := range n.prefixes {
		p := &n.prefixes[i]
		size := len(p.IRI)
		if len(text) <= size || string(text[:size]) != p.IRI || !isLocal(text[size:]) {
			continue
		}
		if p.Name != "" {
			dst = append(append(dst, p.Name...), ':')
		}
		return append(dst, text[size:]...), true
	}
	return dst, false
}

func appendDeclaration(dst []byte, prefix, space string) []byte {
	dst = append(dst, "xmlns"...)
	if prefix != "" {
		dst = append(append(dst, ':'), prefix...)
	}
	dst = append(dst, `="`...)
	return append(appendEscaped(dst, space, &valueEscapes), '"')
}

// localStart is where the longest name begins that text ends with, from the
// index given on; len(text) where there is none.
func localStart(text []byte, from int) int {
	start := len(text)
	for i := len(text); i > from; {
		r, size := utf8.DecodeLastRune(text[from:i])
		if !isLocalRune(r) {
			break
		}
		if i -= size; isLocalStart(r) {
			start = i
		}
	}
	return start
}

// isLocal reports whether s can be a local name or a prefix.
func isLocal(s []byte) bool { return localStart(s, 0) == 0 && len(s) > 0 }

// letters are the characters beyond ASCII that names are written with: those
// of the large alphabets, as far as both the fourth edition of XML 1.0, which
// many parsers keep to, and the fifth allow them to begin a name.
var letters = [...]struct{ lo, hi rune }{
	{0xC0, 0xD6}, {0xD8, 0xF6}, {0xF8, 0x131}, {0x134, 0x13E}, {0x141, 0x148}, {0x14A, 0x17E},
	{0x38E, 0x3A1}, {0x3A3, 0x3CE}, {0x401, 0x40C}, {0x40E, 0x44F}, {0x451, 0x45C},
	{0x561, 0x586}, {0x5D0, 0x5EA}, {0x621, 0x63A}, {0x641, 0x64A}, {0x905, 0x939}, {0xE01, 0xE2E},
	{0x10A0, 0x10C5}, {0x10D0, 0x10F6}, {0x1E00, 0x1E9B}, {0x1EA0, 0x1EF9},
	{0x3041, 0x3094}, {0x30A1, 0x30FA}, {0x4E00, 0x9FA5}, {0xAC00, 0xD7A3},
}

func isLocalStart(r rune) bool {
	if r < utf8.RuneSelf {
		return r|0x20 >= 'a' && r|0x20 <= 'z' || r == '_'
	}
	for _, x := range letters {
		if r <= x.hi {
			return r >= x.lo
		}
	}
	return false
}

func isLocalRune(r rune) bool {
	return isLocalStart(r) || r >= '0' && r <= '9' || r == '-' || r == '.'
}

// validText reports whether s is UTF-8 and of characters that XML 1.0 has.
func validText(s []byte) bool {
	for i := 0; i < len(s); {
		if c := s[i]; c >= ' ' && c < utf8.RuneSelf {
			i++
			continue
		}
		r, size := utf8.DecodeRune(s[i:])
		if !isChar(r) || r == utf8.RuneError && size == 1 {
			return false
		}
		i += size
	}
	return true
}
