package name

import (
	"bytes"
	"strconv"
	"unicode/utf8"
)

// escaped begins every label that a writer had to change.
const escaped = "esc_"

// AppendLabel appends the blank node label, changed where BLANK_NODE_LABEL of
// Turtle does not allow it. Different labels stay different.
func AppendLabel(dst, label []byte) []byte {
	if IsLabel(label) && !bytes.HasPrefix(label, []byte(escaped)) {
		return append(dst, label...)
	}
	return appendEscaped(dst, label)
}

// AppendNCName appends the blank node label, changed where it is not an NCName
// of XML. Different labels stay different.
func AppendNCName(dst, label []byte) []byte {
	if IsLabel(label) && !isDigit(rune(label[0])) && !bytes.HasPrefix(label, []byte(escaped)) {
		return append(dst, label...)
	}
	return appendEscaped(dst, label)
}

func appendEscaped(dst, label []byte) []byte {
	dst = append(dst, escaped...)
	for len(label) > 0 {
		r, size := utf8.DecodeRune(label)
		if IsChars(r) && r != '_' {
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

// IsLabel reports whether s is what BLANK_NODE_LABEL allows behind "_:".
func IsLabel(s []byte) bool {
	r, size := utf8.DecodeRune(s)
	if size == 0 || !IsLabelStart(r) || r == utf8.RuneError && size == 1 || s[len(s)-1] == '.' {
		return false
	}
	for i := size; i < len(s); {
		if c := s[i]; c < utf8.RuneSelf {
			if !IsChars(rune(c)) && c != '.' {
				return false
			}
			i++
			continue
		}
		r, size := utf8.DecodeRune(s[i:])
		if !IsChars(r) || r == utf8.RuneError && size == 1 {
			return false
		}
		i += size
	}
	return true
}

// Generated begins the labels that readers make up, which end with a number.
const Generated = "genid"

// RenameGenerated puts one more underscore into the label buf[start:] if it is
// of the form that generated labels and labels changed by this function have.
func RenameGenerated(buf []byte, start int) []byte {
	s := buf[start:]
	if !bytes.HasPrefix(s, []byte(Generated)) {
		return buf
	}
	number := bytes.TrimLeft(s[len(Generated):], "_")
	if len(number) == 0 || len(bytes.Trim(number, "0123456789")) > 0 {
		return buf
	}
	at := len(buf) - len(number)
	buf = append(buf, 0)
	copy(buf[at+1:], buf[at:])
	buf[at] = '_'
	return buf
}
