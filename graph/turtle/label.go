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
