package reviews

import (
	"strings"
	"unicode"
)

// Slug folds text into the spelling of an address: small ASCII letters and
// digits, joined by single hyphens. Letters fold as å→a, ä→a, æ→ae, ø→o, ö→o,
// ð→d, þ→th, ß→ss, ł→l, others to their base letter; everything else becomes a
// hyphen. It serves hints and search: an address, once given, is never made
// anew from a label.
func Slug(text string) string {
	var b strings.Builder
	for _, r := range strings.ToLower(text) {
		switch folded, ok := folds[r]; {
		case ok:
			b.WriteString(folded)
		case r >= 'a' && r <= 'z' || r >= '0' && r <= '9':
			b.WriteRune(r)
		case unicode.Is(unicode.Mn, r): // a loose accent belongs to the letter before it
		default:
			b.WriteByte('-')
		}
	}
	return strings.Join(strings.FieldsFunc(b.String(), func(r rune) bool { return r == '-' }), "-")
}

// folds gives the ASCII spelling of the letters of the Latin-1 and Latin
// Extended-A blocks, and of Ș and Ț.
var folds = func() map[rune]string {
	m := map[rune]string{'æ': "ae", 'þ': "th", 'ß': "ss", 'œ': "oe", 'ĳ': "ij"}
	for base, letters := range map[string]string{
		"a": "àáâãäåāăą", "c": "çćĉċč", "d": "ðďđ", "e": "èéêëēĕėęě", "g": "ĝğġģ", "h": "ĥħ", "i": "ìíîïĩīĭįı",
		"j": "ĵ", "k": "ķ", "l": "ĺļľŀł", "n": "ñńņňŋ", "o": "òóôõöøōŏő", "r": "ŕŗř", "s": "śŝşšș", "t": "ţťŧț",
		"u": "ùúûüũūŭůűų", "w": "ŵ", "y": "ýÿŷ", "z": "źżž",
	} {
		for _, r := range letters {
			m[r] = base
		}
	}
	return m
}()

// isSlug reports whether s matches [a-z0-9]+(-[a-z0-9]+)*.
func isSlug(s string) bool {
	hyphen := true // what stands before the next character
	for i := range len(s) {
		c := s[i]
		switch {
		case c >= 'a' && c <= 'z' || c >= '0' && c <= '9':
			hyphen = false
		case c == '-' && !hyphen:
			hyphen = true
		default:
			return false
		}
	}
	return !hyphen
}
