package turtle

import "unicode/utf8"

// unescaped gives the byte an ECHAR letter stands for, where it is one.
var unescaped = [256]byte{'b': '\b', 't': '\t', 'n': '\n', 'f': '\f', 'r': '\r', '"': '"', '\'': '\'', '\\': '\\'}

// hexValue is the value of a hexadecimal digit.
func hexValue(c byte) rune {
	if is(c, digit) {
		return rune(c - '0')
	}
	return rune(c|0x20-'a') + 10
}

// longestEscape is the length of \UXXXXXXXX.
const longestEscape = 10

// decodeUCHAR decodes the production UCHAR that s begins with. The size is 0
// where it is none, or stands for a surrogate or for no character.
func decodeUCHAR(s []byte) (r rune, size int) {
	if len(s) < 2 || s[0] != '\\' {
		return 0, 0
	}
	switch s[1] {
	case 'u':
		size = 6
	case 'U':
		size = 10
	default:
		return 0, 0
	}
	if len(s) < size {
		return 0, 0
	}
	for _, c := range s[2:size] {
		if !is(c, hexDigit) || r > utf8.MaxRune {
			return 0, 0
		}
		r = r<<4 | hexValue(c)
	}
	if !utf8.ValidRune(r) {
		return 0, 0
	}
	return r, size
}

// appendUnescaped appends what the ECHAR or UCHAR at the beginning of s stands
// for. The size is 0 where it is neither.
func appendUnescaped(dst, s []byte) (_ []byte, size int) {
	if len(s) > 1 && s[0] == '\\' && unescaped[s[1]] != 0 {
		return append(dst, unescaped[s[1]]), 2
	}
	r, size := decodeUCHAR(s)
	if size == 0 {
		return dst, 0
	}
	return utf8.AppendRune(dst, r), size
}

// appendUnescapedIRI appends what the UCHAR at the beginning of s stands for.
// The size is 0 where it is none, or stands for a character that no IRI holds.
func appendUnescapedIRI(dst, s []byte) (_ []byte, size int) {
	r, size := decodeUCHAR(s)
	if size == 0 || r < utf8.RuneSelf && !is(byte(r), inIRI) {
		return dst, 0
	}
	return utf8.AppendRune(dst, r), size
}

const (
	anEscape    = `an escape such as \n or \u00E5`
	anIRIEscape = `an escape such as \u00E5 of a character that IRIs may hold`
)
