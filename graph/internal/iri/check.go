package iri

import (
	"fmt"
	"unicode/utf8"

	"policygraph/graph"
)

// forbidden has a true for each byte that the production IRIREF of N-Triples
// and Turtle excludes.
var forbidden = func() (t [256]bool) {
	for c := range 0x21 {
		t[c] = true
	}
	for _, c := range []byte("<>\"{}|^`\\") {
		t[c] = true
	}
	return t
}()

// Check refuses relative references, characters that no IRI holds, and text
// that is not UTF-8, with an error that wraps graph.ErrTerm.
func Check(s []byte) error {
	var bits byte // of all bytes together
	for _, c := range s {
		if forbidden[c] {
			return fmt.Errorf("%w: the IRI %q contains %q", graph.ErrTerm, s, rune(c))
		}
		bits |= c
	}
	if !IsAbsolute(s) {
		return fmt.Errorf("%w: the IRI %q is relative", graph.ErrTerm, s)
	}
	if bits >= utf8.RuneSelf && !utf8.Valid(s) {
		return fmt.Errorf("%w: the IRI %q is not UTF-8", graph.ErrTerm, s)
	}
	return nil
}
