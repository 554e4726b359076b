package turtle

import "unicode/utf8"

// class is a set of lexical roles that a byte can play.
type class uint16

const (
	inIRI     class = 1 << iota // IRIREF
	inString                    // written as itself between double quotes
	shortRun                    // read as itself in a string of one line; quotes end the run
	longRun                     // read as itself in a long string; quotes end the run
	lineRun                     // read as itself in a string of N-Triples
	inName                      // PN_CHARS
	startName                   // PN_CHARS_U or digit: what a label begins with
	letter                      // [A-Za-z]
	digit                       // [0-9]
	hexDigit                    // [0-9A-Fa-f]
	localEsc                    // behind the backslash of PN_LOCAL_ESC
	space                       // WS
	dot                         // "."
	colon                       // ":"
	beyond                      // part of a character beyond ASCII
)

// classes gives the roles of each byte. A byte from 0x80 on is only beyond:
// where it matters which character that is, it has to be decoded.
var classes = func() (t [256]class) {
	for c := range t {
		t[c] = inIRI | inString | shortRun | longRun | lineRun
		if c >= 0x80 {
			t[c] = beyond
		}
	}
	set := func(chars string, add, remove class) {
		for _, c := range []byte(chars) {
			t[c] = t[c]&^remove | add
		}
	}
	for c := range byte(0x21) {
		t[c] &^= inIRI
	}
	for c := range byte(0x20) {
		t[c] &^= inString
	}
	const letters, digits = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ", "0123456789"
	set("<>\"{}|^`\\", 0, inIRI)
	set("\"\\\x7F", 0, inString)
	set("\"'\\\n\r", 0, shortRun)
	set("\"'\\", 0, longRun)
	set("\"\\\n\r", 0, lineRun)
	set(letters, letter, 0)
	set(digits, digit, 0)
	set(letters+digits+"_", inName|startName, 0)
	set("-", inName, 0)
	set(digits+"abcdefABCDEF", hexDigit, 0)
	set("_~.-!$&'()*+,;=/?#@%", localEsc, 0)
	set(" \t\r\n", space, 0)
	set(".", dot, 0)
	set(":", colon, 0)
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
