package turtle

import (
	"bytes"
	"strconv"
	"unicode/utf8"
)

// escaped begins every label that the writer had to change; see the package
// documentation.
const escaped = "esc_"

// appendLabel appends the blank node label, changed where BLANK_NODE_LABEL of
// Turtle does not allow it. Different labels stay different.
func appendLabel(dst, label []byte) []byte {
	if isLabel(label) && !bytes.HasPrefix(label, []byte(escaped)) {
		return append(dst, label...)
	}
	dst = append(dst, escaped...)
	for len(label) > 0 {
		r, size := utf8.DecodeRune(label)
		if isPNChars(r) && r != '_' {
			dst = append(dst, label[:size]...)
		} else {
			dst = append(dst, '_')
			dst = strconv.AppendUint(dst, uint64(r), 16)
			dst = append(dst, '_')
		}
		label = label[size:]
	}
	return dst
}

// isLabel reports whether s is what BLANK_NODE_LABEL allows behind "_:".
func isLabel(s []byte) bool {
	r, size := utf8.DecodeRune(s)
	if size == 0 || !isLabelStart(r) || r == utf8.RuneError && size == 1 || s[len(s)-1] == '.' {
		return false
	}
	for i := size; i < len(s); {
		if c := s[i]; c < utf8.RuneSelf {
			if !is(c, inName) && c != '.' {
				return false
			}
			i++
			continue
		}
		r, size := utf8.DecodeRune(s[i:])
		if !isPNChars(r) || r == utf8.RuneError && size == 1 {
			return false
		}
		i += size
	}
	return true
}

// generatedLabel begins the labels the reader of Turtle and TriG makes up; see
// the package documentation.
const generatedLabel = "genid"

// renameGenerated puts one more underscore into the label buf[start:] if it is
// of the form that generated labels and labels changed by this function have.
func renameGenerated(buf []byte, start int) []byte {
	s := buf[start:]
	if !bytes.HasPrefix(s, []byte(generatedLabel)) {
		return buf
	}
	number := bytes.TrimLeft(s[len(generatedLabel):], "_")
	if n, rest := digits(number); n == 0 || len(rest) > 0 {
		return buf
	}
	at := len(buf) - len(number)
	buf = append(buf, 0)
	copy(buf[at+1:], buf[at:])
	buf[at] = '_'
	return buf
}
