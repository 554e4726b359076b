package turtle

import "unicode/utf8"

// class is a set of lexical roles that a byte can play.
type class uint16

const (
	inIRI      class = 1 << iota // IRIREF, ASCII only
	inString                     // written as itself between quotes, ASCII only
	inName                       // PN_CHARS, ASCII only
	startName                    // PN_CHARS_U or digit, ASCII only: the first character of a label or local name
	digit                        // [0-9]
	hexDigit                     // [0-9A-Fa-f]
	letter                       // [A-Za-z]
	space                        // WS
	localEsc                     // PN_LOCAL_ESC after its backslash
	plainShort                   // stays inside a one-line string when reading, ASCII only
	plainLong                    // stays inside a long string when reading, ASCII only
)

// classes gives the roles of each byte. Bytes from 0x80 on play none: whoever
// meets one decodes the character.
var classes = func() (t [256]class) {
	for c := range 0x80 {
		t[c] |= plainLong
		if c > ' ' {
			t[c] |= inIRI
		}
		if c >= ' ' && c != 0x7F {
			t[c] |= inString
		}
		t[c] |= plainShort
	}
	mark := func(chars string, add, remove class) {
		for _, c := range []byte(chars) {
			t[c] = t[c]&^remove | add
		}
	}
	const lower, upper, digits = "abcdefghijklmnopqrstuvwxyz", "ABCDEFGHIJKLMNOPQRSTUVWXYZ", "0123456789"
	mark("<>\"{}|^`\\", 0, inIRI)
	mark("\"\\", 0, inString|plainShort|plainLong)
	mark("'", 0, plainShort|plainLong)
	mark("\n\r", 0, plainShort)
	mark("\n", 0, plainLong) // stops so that lines can be counted
	mark(lower+upper, letter, 0)
	mark(lower+upper+digits+"_", inName|startName, 0)
	mark("-", inName, 0)
	mark(digits, digit, 0)
	mark(digits+"abcdefABCDEF", hexDigit, 0)
	mark(" \t\r\n", space, 0)
	mark("_~.-!$&'()*+,;=/?#@%", localEsc, 0)
	return t
}()

func is(c byte, roles class) bool { return classes[c]&roles != 0 }

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

// isPNCharsBase is the production PN_CHARS_BASE.
func isPNCharsBase(r rune) bool {
	if r < utf8.RuneSelf {
		return is(byte(r), letter)
	}
	return inRanges(r, nameStart[:])
}

// isPNChars is the production PN_CHARS.
func isPNChars(r rune) bool {
	if r < utf8.RuneSelf {
		return is(byte(r), inName)
	}
	return inRanges(r, nameStart[:]) || inRanges(r, nameMore[:])
}

// isLabelStart is what a blank node label may begin with: PN_CHARS_U or a
// digit. A local name may begin with a colon and an escape besides.
func isLabelStart(r rune) bool {
	if r < utf8.RuneSelf {
		return is(byte(r), startName)
	}
	return inRanges(r, nameStart[:])
}
