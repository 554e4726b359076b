package name

// LongestSubtag is how long the parts of a language tag are at the most
// (BCP 47, section 2.1).
const LongestSubtag = 8

// IsLangTag is the production LANGTAG without its "@": letters, then groups of
// letters and digits behind hyphens, none of them too long.
func IsLangTag(tag []byte) bool {
	group, first := 0, true
	for _, c := range tag {
		r := rune(c)
		switch {
		case (isLetter(r) || !first && isDigit(r)) && group < LongestSubtag:
			group++
		case c == '-' && group > 0:
			group, first = 0, false
		default:
			return false
		}
	}
	return group > 0
}

// AppendLower appends a language tag in lower case.
func AppendLower(dst, tag []byte) []byte {
	for _, c := range tag {
		dst = append(dst, Lower(c))
	}
	return dst
}

// Lower is an ASCII letter in lower case, or c.
func Lower(c byte) byte {
	if c >= 'A' && c <= 'Z' {
		return c | 0x20
	}
	return c
}
