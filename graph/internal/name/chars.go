// Package name holds what names are made of in the syntaxes of RDF: blank node
// labels, prefixes and language tags. The productions are those of Turtle;
// NCName of XML is made of the same characters.
package name

import "unicode/utf8"

// runeRange is an inclusive range of code points.
type runeRange struct{ lo, hi rune }

// nameStart is PN_CHARS_BASE beyond ASCII.
var nameStart = [...]runeRange{
	{0xC0, 0xD6}, {0xD8, 0xF6}, {0xF8, 0x2FF}, {0x370, 0x37D}, {0x37F, 0x1FFF},
	{0x200C, 0x200D}, {0x2070, 0x218F}, {0x2C00, 0x2FEF}, {0x3001, 0xD7FF},
	{0xF900, 0xFDCF}, {0xFDF0, 0xFFFD}, {0x10000, 0xEFFFF},
}

// nameMore is what PN_CHARS has beyond PN_CHARS_U, beyond ASCII.
var nameMore = [...]runeRange{{0xB7, 0xB7}, {0x300, 0x36F}, {0x203F, 0x2040}}

func inRanges(r rune, ranges []runeRange) bool {
	for _, x := range ranges {
		if r <= x.hi {
			return r >= x.lo
		}
	}
	return false
}

// IsCharsBase is the production PN_CHARS_BASE.
func IsCharsBase(r rune) bool {
	if r < utf8.RuneSelf {
		return isLetter(r)
	}
	return inRanges(r, nameStart[:])
}

// IsChars is the production PN_CHARS.
func IsChars(r rune) bool {
	if r < utf8.RuneSelf {
		return isLetter(r) || isDigit(r) || r == '_' || r == '-'
	}
	return inRanges(r, nameStart[:]) || inRanges(r, nameMore[:])
}

// IsLabelStart is what a blank node label may begin with: PN_CHARS_U or a
// digit. A local name may begin with a colon and an escape besides.
func IsLabelStart(r rune) bool {
	if r < utf8.RuneSelf {
		return isLetter(r) || isDigit(r) || r == '_'
	}
	return inRanges(r, nameStart[:])
}

// IsNCName reports whether s is an NCName (Namespaces in XML 1.0).
func IsNCName(s []byte) bool {
	for i := 0; i < len(s); {
		r, size := utf8.DecodeRune(s[i:])
		ok := IsCharsBase(r) || r == '_' || i > 0 && (IsChars(r) || r == '.')
		if !ok || r == utf8.RuneError && size == 1 {
			return false
		}
		i += size
	}
	return len(s) > 0
}

func isLetter(r rune) bool { return r|0x20 >= 'a' && r|0x20 <= 'z' }
func isDigit(r rune) bool  { return r >= '0' && r <= '9' }
