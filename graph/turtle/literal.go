package turtle

import "bytes"

// isShortForm reports whether a typed literal with this lexical form and
// datatype is exactly what Turtle reads from the bare lexical form.
func isShortForm(lexical, datatype []byte) bool {
	if !bytes.HasPrefix(datatype, []byte(xsdNS)) {
		return false
	}
	switch string(datatype[len(xsdNS):]) {
	case "boolean":
		return string(lexical) == "true" || string(lexical) == "false"
	case "integer", "decimal", "double":
		return numericType(lexical) == string(datatype)
	}
	return false
}

// numericType gives the datatype of s as one of the productions INTEGER,
// DECIMAL and DOUBLE, or "" where s matches none of them in full.
func numericType(s []byte) string {
	if len(s) > 0 && (s[0] == '+' || s[0] == '-') {
		s = s[1:]
	}
	whole, s := digits(s)
	fraction, dot := 0, len(s) > 0 && s[0] == '.'
	if dot {
		fraction, s = digits(s[1:])
	}
	switch {
	case whole+fraction == 0:
		return ""
	case len(s) > 0:
		if !isExponent(s) {
			return ""
		}
		return xsdNS + "double"
	case !dot:
		return xsdNS + "integer"
	case fraction > 0:
		return xsdNS + "decimal"
	}
	return ""
}

// digits counts the digits s begins with, and gives what is behind them.
func digits(s []byte) (n int, rest []byte) {
	for n < len(s) && is(s[n], digit) {
		n++
	}
	return n, s[n:]
}

// isExponent is the production EXPONENT.
func isExponent(s []byte) bool {
	if len(s) < 2 || s[0]|0x20 != 'e' {
		return false
	}
	s = s[1:]
	if s[0] == '+' || s[0] == '-' {
		s = s[1:]
	}
	n, rest := digits(s)
	return n > 0 && len(rest) == 0
}

const upperHex = "0123456789ABCDEF"

// escapes gives the ECHAR letter of a byte, where it has one.
var escapes = [256]byte{'\b': 'b', '\t': 't', '\n': 'n', '\f': 'f', '\r': 'r', '"': '"', '\\': '\\'}

// appendEscaped appends text as it stands between double quotes in canonical
// N-Triples: ECHAR where there is one, \uXXXX for the other control characters
// and for U+FFFE and U+FFFF, all else as it is.
func appendEscaped(dst, text []byte) []byte {
	from := 0
	for i := 0; i < len(text); i++ {
		c := text[i]
		if is(c, inString) || c >= 0x80 && !isNonCharacter(text[i:]) {
			continue
		}
		dst = appendEscape(append(dst, text[from:i]...), text[i:])
		if c == 0xEF {
			i += 2
		}
		from = i + 1
	}
	return append(dst, text[from:]...)
}

// appendEscape appends the escape of the character that s begins with.
func appendEscape(dst, s []byte) []byte {
	c := s[0]
	switch {
	case c == 0xEF:
		return append(dst, '\\', 'u', 'F', 'F', 'F', upperHex[s[2]&0xF])
	case escapes[c] != 0:
		return append(dst, '\\', escapes[c])
	}
	return append(dst, '\\', 'u', '0', '0', upperHex[c>>4], upperHex[c&0xF])
}

// isNonCharacter reports whether s begins with U+FFFE or U+FFFF, which the
// production Char of XML 1.1 leaves out.
func isNonCharacter(s []byte) bool {
	return s[0] == 0xEF && len(s) > 2 && s[1] == 0xBF && s[2] >= 0xBE
}

// appendLong appends text as it stands between three double quotes: newlines
// and lone quotes as they are, all else as in appendEscaped. A quote counts as
// lone before a character that is written as itself; the grammar would allow
// more, but not every reader does.
func appendLong(dst, text []byte) []byte {
	from := 0
	for i := 0; i < len(text); i++ {
		if c := text[i]; isLongPlain(text[i:]) || c == '"' && i+1 < len(text) && isLongPlain(text[i+1:]) {
			continue
		}
		dst = appendEscape(append(dst, text[from:i]...), text[i:])
		if text[i] == 0xEF {
			i += 2
		}
		from = i + 1
	}
	return append(dst, text[from:]...)
}

// isLongPlain reports whether the first byte of s is written as itself in a
// long string, wherever it stands.
func isLongPlain(s []byte) bool {
	c := s[0]
	return c == '\n' || is(c, inString) || c >= 0x80 && !isNonCharacter(s)
}
