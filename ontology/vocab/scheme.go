package vocab

import (
	"slices"
	"strings"

	"github.com/cayleygraph/quad"
)

// A Scheme is a code list: the values that one property may have.
type Scheme struct {
	IRI      quad.IRI
	Name     string   // "effect-type"; every code begins with it
	Property quad.IRI // the property that takes these codes
	NB, EN   string   // labels
	Codes    []Code   // in the order of reading; not to be changed
}

// A Code is one value of a code list.
type Code struct {
	IRI      quad.IRI
	Notation string   // the bare word that authors and JSON-LD write
	Broader  quad.IRI // the code above it, empty at the top
	NB, EN   string   // labels

	strength int // causal strength plus one; 0 for none
}

// Strength is how well a design can tell cause from correlation, 0 to 5
// (pg:causalStrength). It is false for codes that are no designs, and for designs
// to which it does not apply.
func (c Code) Strength() (int, bool) { return c.strength - 1, c.strength > 0 }

// CodeOf returns the code with an address below the default base.
func CodeOf(iri quad.IRI) (Code, bool) {
	c, ok := byIRI[iri]
	return c, ok
}

var byIRI = func() map[quad.IRI]Code {
	m := make(map[quad.IRI]Code)
	for _, s := range schemes {
		for _, c := range s.Codes {
			m[c.IRI] = c
		}
	}
	return m
}()

// Schemes returns all code lists in the order of the ontology.
func Schemes() []Scheme { return slices.Clone(schemes) }

// SchemeOf returns the code list of a coded property, and false for any other.
func SchemeOf(property quad.IRI) (Scheme, bool) {
	i := slices.IndexFunc(schemes, func(s Scheme) bool { return s.Property == property })
	if i < 0 {
		return Scheme{}, false
	}
	return schemes[i], true
}

// Code finds the code that an author means by a word: its notation, or its
// Norwegian or English label. Case and space around the word do not matter.
func (s Scheme) Code(word string) (Code, bool) {
	word = strings.TrimSpace(word)
	for _, spelling := range []func(Code) string{
		func(c Code) string { return c.Notation },
		func(c Code) string { return c.NB },
		func(c Code) string { return c.EN },
	} {
		i := slices.IndexFunc(s.Codes, func(c Code) bool { return strings.EqualFold(spelling(c), word) })
		if i >= 0 {
			return s.Codes[i], true
		}
	}
	return Code{}, false
}

// Notations lists the words of the scheme in order, as a hint to an author.
func (s Scheme) Notations() []string {
	words := make([]string, len(s.Codes))
	for i, c := range s.Codes {
		words[i] = c.Notation
	}
	return words
}
