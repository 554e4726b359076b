package token

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"policygraph/graph/internal/name"
)

// Next goes on to the next token. Where several could begin, the longest does,
// as section 19.8 wants.
func (r *Reader) Next() {
	if r.err != nil {
		return
	}
	r.space()
	r.broken = 0
	r.Token = Token{Start: r.pos}
	if r.pos < len(r.text) {
		r.lexer()(r)
	}
	r.End = r.pos
}

// space passes over WS and comments.
func (r *Reader) space() {
	for r.pos < len(r.text) {
		switch r.text[r.pos] {
		case ' ', '\t', '\r', '\n':
			r.pos++
		case '#':
			r.pos = indexAny(r.text, r.pos, "\r\n")
		default:
			return
		}
	}
}

// lexer is what reads a token that begins here.
func (r *Reader) lexer() func(*Reader) {
	rest := r.text[r.pos:]
	switch c := rest[0]; {
	case c == '<':
		return (*Reader).iriRef
	case c == '?' || c == '$':
		return (*Reader).variable
	case c == '"' || c == '\'':
		return (*Reader).str
	case c == '@':
		return (*Reader).langTag
	case strings.HasPrefix(rest, "_:"):
		return (*Reader).blank
	case isDigit(c) || c == '.' && len(rest) > 1 && isDigit(rest[1]):
		return (*Reader).numeral
	case c == ':' || c >= utf8.RuneSelf || isWord(rune(c)):
		return (*Reader).nameOrWord
	}
	return (*Reader).sign
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

// isWord is what words hold: also what only names of other languages do, for
// errors to show such words whole.
func isWord(r rune) bool { return r != '-' && name.IsChars(r) }

// take makes the next n bytes the token.
func (r *Reader) take(k Kind, n int) {
	r.Kind, r.Text = k, r.text[r.pos:r.pos+n]
	r.pos += n
}

// signs are those of more than one character.
var signs = []string{"^^", "&&", "||", "!=", "<=", ">="}

func (r *Reader) sign() {
	for _, s := range signs {
		if r.Follows(s) {
			r.take(Sign, len(s))
			return
		}
	}
	_, size := utf8.DecodeRuneInString(r.text[r.pos:])
	r.take(Sign, size)
}

// iriRef is the production IRIREF, or a sign that begins like one.
func (r *Reader) iriRef() {
	rest := r.text[r.pos:]
	n := 1
	for n < len(rest) && rest[n] > ' ' && strings.IndexByte("<\"{}|^`\\>", rest[n]) < 0 {
		n++
	}
	if n < len(rest) && rest[n] == '>' {
		r.take(IRIRef, n+1)
		r.Text = r.Text[1:n]
		return
	}
	if n < len(rest) && rest[n] == '\\' && r.escapedIRI() {
		return
	}
	broken := r.pos + n
	r.sign()
	if n > 1 && r.Text == "<" {
		r.broken = broken
	}
}

// escapedIRI is an IRIREF with codepoint escapes.
func (r *Reader) escapedIRI() bool {
	rest, _, found := strings.Cut(r.text[r.pos+1:], ">")
	if !found {
		return false
	}
	size := len("<") + len(rest) + len(">")
	var b strings.Builder
	for rest != "" {
		c, n := utf8.DecodeRuneInString(rest)
		escaped := c == '\\'
		if escaped {
			c, n = codepoint(rest)
		}
		if n == 0 || c <= ' ' || strings.ContainsRune("<\"{}|^`\\>", c) {
			return false
		}
		b.WriteRune(c)
		rest = rest[n:]
	}
	r.take(IRIRef, size)
	r.Text = b.String()
	return true
}

// codepoint decodes the codepoint escape that s begins with. The size is 0
// where there is none, or it stands for a surrogate or for no character.
func codepoint(s string) (c rune, size int) {
	if len(s) < 2 || s[1] != 'u' && s[1] != 'U' {
		return 0, 0
	}
	return escape(s, '"')
}

// escape decodes the ECHAR or codepoint escape that s begins with, in a string
// between quotes. The size is 0 where there is none.
func escape(s string, quote byte) (c rune, size int) {
	if len(s) < 2 || strings.IndexByte(`tbnrf\"'uU`, s[1]) < 0 {
		return 0, 0
	}
	if s[1] == '"' || s[1] == '\'' {
		quote = s[1]
	}
	c, _, rest, err := strconv.UnquoteChar(s, quote)
	if err != nil {
		return 0, 0
	}
	return c, len(s) - len(rest)
}

// variable is VAR1 or VAR2, or the sign "?".
func (r *Reader) variable() {
	rest := r.text[r.pos+1:]
	n := 0
	for i, c := range rest {
		if i == 0 && !name.IsLabelStart(c) || !isWord(c) {
			break
		}
		n = i + utf8.RuneLen(c)
	}
	if n == 0 {
		r.sign()
		return
	}
	r.take(Var, n+1)
	r.Text = r.Text[1:]
}

// str is a string in any of its four forms.
func (r *Reader) str() {
	rest := r.text[r.pos:]
	delimiter := rest[:1]
	if long := strings.Repeat(delimiter, 3); strings.HasPrefix(rest, long) {
		delimiter = long
	}
	n := len(delimiter)
	var b strings.Builder
	for from := n; ; from = n {
		n = indexAny(rest, n, delimiter[:1]+"\\\r\n")
		b.WriteString(rest[from:n])
		switch {
		case strings.HasPrefix(rest[n:], delimiter):
			r.take(String, n+len(delimiter))
			r.Text = b.String()
			return
		case n == len(rest), len(delimiter) == 1 && rest[n] != '\\':
			r.fail(r.pos+n, "the closing quote", r.lineEnd(n), nil)
			return
		case rest[n] == '\\':
			c, size := escape(rest[n:], delimiter[0])
			if size == 0 {
				r.fail(r.pos+n, `an escape such as \n or \u00E5`, r.describe(r.pos+n), nil)
				return
			}
			b.WriteRune(c)
			n += size
		default: // a lone quote or a line end of a long string
			b.WriteByte(rest[n])
			n++
		}
	}
}

// indexAny is the first place from n on where s has one of chars, or its end.
func indexAny(s string, n int, chars string) int {
	if i := strings.IndexAny(s[n:], chars); i >= 0 {
		return n + i
	}
	return len(s)
}

// lineEnd says which end the text has n bytes on.
func (r *Reader) lineEnd(n int) string {
	if r.pos+n == len(r.text) {
		return "the end of the input"
	}
	return "the end of the line"
}

// langTag is the production LANGTAG, or the sign "@".
func (r *Reader) langTag() {
	rest := r.text[r.pos+1:]
	n := 0
	for n < len(rest) && rest[n] < utf8.RuneSelf && name.IsChars(rune(rest[n])) && rest[n] != '_' {
		n++
	}
	tag, direction, directed := strings.Cut(rest[:n], "--")
	switch {
	case !name.IsLangTag([]byte(tag)), directed && direction != "ltr" && direction != "rtl":
		r.fail(r.pos+1, "a language tag such as nb or en-GB", quote(rest[:n]), nil)
	case directed:
		r.Refuse("a text direction")
	default:
		r.take(Lang, n+1)
		r.Text = r.Text[1:]
	}
}

// blank is the production BLANK_NODE_LABEL.
func (r *Reader) blank() {
	rest := r.text[r.pos+2:]
	n := nameRun(rest)
	label := strings.TrimRight(rest[:n], ".")
	if !name.IsLabel([]byte(label)) {
		r.fail(r.pos+2, "a blank node label", quote(rest[:n]), nil)
		return
	}
	r.take(Blank, 2+len(label))
	r.Text = label
}

// nameRun is how many bytes of s are PN_CHARS or dots.
func nameRun(s string) int {
	for i, c := range s {
		if c != '.' && !name.IsChars(c) {
			return i
		}
	}
	return len(s)
}

// numeral is a number without a sign.
func (r *Reader) numeral() { r.take(number(r.text[r.pos:])) }

// number finds INTEGER, DECIMAL or DOUBLE at the beginning of s, whichever is
// longest. The size is 0 where there is none.
func number(s string) (k Kind, size int) {
	whole := digits(s)
	k, size = Integer, whole
	if size < len(s) && s[size] == '.' {
		fraction := digits(s[size+1:])
		if fraction > 0 {
			k, size = Decimal, size+1+fraction
		} else if whole > 0 && exponent(s[size+1:]) > 0 {
			size++
		}
	}
	if size == 0 {
		return End, 0
	}
	if n := exponent(s[size:]); n > 0 {
		return Double, size + n
	}
	return k, size
}

// NumberKind is the kind of number that s is, with or without a sign, or End
// where it is none.
func NumberKind(s string) Kind {
	if s != "" && (s[0] == '+' || s[0] == '-') {
		s = s[1:]
	}
	if k, n := number(s); n == len(s) {
		return k
	}
	return End
}

func digits(s string) (n int) {
	for n < len(s) && isDigit(s[n]) {
		n++
	}
	return n
}

// exponent is the length of the EXPONENT that s begins with, or 0.
func exponent(s string) int {
	if s == "" || s[0]|0x20 != 'e' {
		return 0
	}
	n := 1
	if n < len(s) && (s[n] == '+' || s[n] == '-') {
		n++
	}
	if d := digits(s[n:]); d > 0 {
		return n + d
	}
	return 0
}

// nameOrWord is PNAME_NS or PNAME_LN, or a word where no colon comes.
func (r *Reader) nameOrWord() {
	rest := r.text[r.pos:]
	n := nameRun(rest)
	if n < len(rest) && rest[n] == ':' && isPrefix(rest[:n]) {
		r.take(Name, n+1+r.local(r.pos+n+1))
		return
	}
	n = strings.IndexFunc(rest, func(c rune) bool { return !isWord(c) })
	switch n {
	case 0:
		r.sign()
	case -1:
		r.take(Word, len(rest))
	default:
		r.take(Word, n)
	}
}

// isPrefix is the production PN_PREFIX, or nothing.
func isPrefix(s string) bool {
	first, _ := utf8.DecodeRuneInString(s)
	return s == "" || name.IsCharsBase(first) && s[len(s)-1] != '.'
}

// local is the length of the PN_LOCAL at a place of the text, 0 where there is
// none.
func (r *Reader) local(at int) int {
	rest := r.text[at:]
	n, dots := 0, 0 // dots that end what was read, and only belong to it if it goes on
	for n < len(rest) {
		size := localSize(rest[n:], n == 0)
		if size == 0 {
			break
		}
		dots++
		if rest[n] != '.' {
			dots = 0
		}
		n += size
	}
	return n - dots
}

// localSize is the length of the character or PLX that may stand in a local
// name, at its beginning or later, at the beginning of s.
func localSize(s string, first bool) int {
	c, size := utf8.DecodeRuneInString(s)
	switch {
	case c == ':', first && name.IsLabelStart(c), !first && (c == '.' || name.IsChars(c)):
		return size
	case c == '%' && len(s) > 2 && isHex(s[1]) && isHex(s[2]):
		return len("%00")
	case c == '\\' && len(s) > 1 && strings.IndexByte("_~.-!$&'()*+,;=/?#@%", s[1]) >= 0:
		return len(`\-`)
	}
	return 0
}

func isHex(c byte) bool { return isDigit(c) || 'a' <= c|0x20 && c|0x20 <= 'f' }
