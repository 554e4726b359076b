package token

import (
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/cayleygraph/quad"

	"policygraph/graph/internal/iri"
)

// Kind tells the kinds of token apart.
type Kind uint8

// The kinds of token. Numbers have no sign: that is a token before them, see
// [Reader.Signed].
const (
	End     Kind = iota // of the text, or behind an error
	IRIRef              // IRIREF: Text is what stands between the brackets
	Name                // PNAME_NS or PNAME_LN: Text is as it is written
	Blank               // BLANK_NODE_LABEL: Text is the label
	Var                 // VAR1 or VAR2: Text is the name
	Lang                // LANGTAG: Text is the tag
	Integer             // INTEGER
	Decimal             // DECIMAL
	Double              // DOUBLE
	String              // STRING_LITERAL1 to LONG2: Text is the lexical form
	Word                // a keyword, or another word of letters, digits and underscores
	Sign                // punctuation, or a character that begins no token
)

// Token is a piece of the text. Text has its escapes resolved, but for those of
// names.
type Token struct {
	Kind  Kind
	Text  string
	Start int // in bytes
	End   int
}

// Options are what a text is read with. The zero value is a text without a
// name, without prefixes, in which relative IRIs are mistakes.
type Options struct {
	Name     string            // of the text, for errors
	Base     string            // what relative IRIs are resolved against
	Prefixes map[string]string // known before the text begins; it may declare others
}

// Limits of a text: how deeply brackets, groups and operators may be nested, and
// how many bytes it may have. They bound the depth of what is made of it.
const (
	MaxDepth = 256
	MaxBytes = 4 << 20
)

// Reader stands at one token of a text.
type Reader struct {
	Token
	name     string
	text     string
	pos      int // behind the token
	broken   int // where what begins like an IRI stops being one; 0 if the token is no such thing
	base     *iri.Reference
	prefixes map[string]string
	depth    int
	err      *Error
}

// NewReader returns a Reader that stands at the first token of text.
func NewReader(text string, o Options) *Reader {
	r := &Reader{name: o.Name, text: text, prefixes: make(map[string]string)}
	for prefix, namespace := range o.Prefixes {
		r.prefixes[prefix] = namespace
	}
	if o.Base != "" {
		r.SetBase(quad.IRI(o.Base))
	}
	if n := validPrefix(text); n < len(text) {
		r.fail(n, "UTF-8", "a byte that is not", nil)
	}
	if len(text) > MaxBytes {
		r.Limit(MaxBytes, "bytes")
	}
	r.Next()
	return r
}

func validPrefix(s string) int {
	if utf8.ValidString(s) {
		return len(s)
	}
	for i, r := range s {
		if _, size := utf8.DecodeRuneInString(s[i:]); r == utf8.RuneError && size == 1 {
			return i
		}
	}
	return len(s)
}

// Err is the first error, or nil.
func (r *Reader) Err() error {
	if r.err == nil {
		return nil
	}
	return r.err
}

// Raw is the token as it is written.
func (r *Reader) Raw() string { return r.text[r.Start:r.End] }

// Is reports whether the token is a sign.
func (r *Reader) Is(sign string) bool { return r.Kind == Sign && r.Text == sign }

// IsWord reports whether the token is a word, written in any case.
func (r *Reader) IsWord(word string) bool { return r.Kind == Word && strings.EqualFold(r.Text, word) }

// Accept passes over a sign and reports whether it was there.
func (r *Reader) Accept(sign string) bool {
	if !r.Is(sign) {
		return false
	}
	r.Next()
	return true
}

// AcceptWord passes over a word and reports whether it was there.
func (r *Reader) AcceptWord(word string) bool {
	if !r.IsWord(word) {
		return false
	}
	r.Next()
	return true
}

// Expect passes over a sign that must be there.
func (r *Reader) Expect(sign string) {
	if !r.Accept(sign) {
		r.Expected(quote(sign))
	}
}

// ExpectWord passes over a word that must be there.
func (r *Reader) ExpectWord(word string) {
	if !r.AcceptWord(word) {
		r.Expected(word)
	}
}

// Signed reports whether the token is the sign of a number that follows without
// a space.
func (r *Reader) Signed() bool {
	if !r.Is("+") && !r.Is("-") {
		return false
	}
	_, n := number(r.text[r.pos:])
	return n > 0
}

// Follows reports whether s stands right behind the token.
func (r *Reader) Follows(s string) bool { return strings.HasPrefix(r.text[r.pos:], s) }

// Expected makes it an error that the token is not something else.
func (r *Reader) Expected(what string) {
	switch {
	case r.broken > 0:
		r.fail(r.broken, `a character that IRIs may hold, or ">"`, r.describe(r.broken), nil)
	case r.Kind == End:
		r.fail(r.Start, what, "the end of the input", nil)
	default:
		r.fail(r.Start, what, quote(r.Raw()), nil)
	}
}

// Fail makes it an error at a token that what was expected is not what is found.
func (r *Reader) Fail(at Token, expected, found string) { r.fail(at.Start, expected, found, nil) }

// Refuse makes it an error that the text uses what only SPARQL 1.2 has.
func (r *Reader) Refuse(what string) {
	r.fail(r.Start, "SPARQL 1.1", what+" of SPARQL 1.2", errors.ErrUnsupported)
}

// Limit makes it an error that the text has more of something than the most it
// may.
func (r *Reader) Limit(most int, what string) {
	r.fail(r.Start, fmt.Sprintf("at most %d %s", most, what), "more", ErrLimit)
}

func (r *Reader) fail(at int, expected, found string, cause error) {
	if r.err != nil {
		return
	}
	r.err = newError(r.name, r.text, at, expected, found)
	r.err.cause = cause
	r.pos, r.broken = len(r.text), 0
	r.Token = Token{Start: r.pos, End: r.pos}
}

// describe says what stands at a place that is no token.
func (r *Reader) describe(at int) string {
	if at >= len(r.text) {
		return "the end of the input"
	}
	_, size := utf8.DecodeRuneInString(r.text[at:])
	return quote(r.text[at : at+size])
}

// Enter goes one level deeper. Each call needs its [Reader.Leave].
func (r *Reader) Enter() {
	if r.depth++; r.depth > MaxDepth {
		r.Limit(MaxDepth, "levels")
	}
}

// Leave comes back from a level.
func (r *Reader) Leave() { r.depth-- }
