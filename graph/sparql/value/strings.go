package value

import (
	"crypto/md5"
	"crypto/sha1"
	"crypto/sha256"
	"crypto/sha512"
	"encoding/hex"
	"math"
	"strings"
	"unicode/utf8"
)

// Functions on strings (section 17.4.3), and hash functions (17.4.6). A string
// is a literal with a language, or an xsd:string.

func (v Value) isString() bool { return v.kind == String || v.kind == LangString }

// strLen counts characters (17.4.3.2).
func strLen(v Value) (Value, error) {
	if !v.isString() {
		return Value{}, errString
	}
	return NewInt(int64(utf8.RuneCountInString(v.text))), nil
}

// substr is the part of a string that begins at a position, counted from 1,
// and has a length, or goes to the end (17.4.3.3). Numbers are rounded, and
// positions without a character passed over, as fn:substring does.
func substr(_ *Env, args []Value) (Value, error) {
	s := args[0]
	if !s.isString() {
		return Value{}, errString
	}
	start, ok := args[1].Float64()
	if !ok {
		return Value{}, errNumber
	}
	start, end := roundHalfUp(start), math.Inf(1)
	if len(args) > 2 {
		length, ok := args[2].Float64()
		if !ok {
			return Value{}, errNumber
		}
		end = start + roundHalfUp(length)
	}
	return newLike(s, between(s.text, start, end)), nil
}

// between has the characters of s at positions p, from 1, with start ≤ p < end.
func between(s string, start, end float64) string {
	from, to, p := len(s), len(s), 1.0
	for i := range s {
		if from == len(s) && p >= start {
			from = i
		}
		if !(p < end) {
			to = i
			break
		}
		p++
	}
	return s[min(from, to):to]
}

// mapped is a function from a string to one of the same language.
func mapped(f func(string) string) func(*Env, []Value) (Value, error) {
	return func(_ *Env, args []Value) (Value, error) {
		if !args[0].isString() {
			return Value{}, errString
		}
		return newLike(args[0], f(args[0].text)), nil
	}
}

// compatible reports whether the second string can be looked for in the first
// (17.4.3.1.2).
func compatible(v, w Value) error {
	switch {
	case !v.isString() || !w.isString():
		return errString
	case w.kind == LangString && (v.kind != LangString || v.extra != w.extra):
		return errLanguages
	}
	return nil
}

// search is a test of a string for another.
func search(f func(s, part string) bool) func(*Env, []Value) (Value, error) {
	return func(_ *Env, args []Value) (Value, error) {
		if err := compatible(args[0], args[1]); err != nil {
			return Value{}, err
		}
		return NewBool(f(args[0].text, args[1].text)), nil
	}
}

// strBefore is what stands before the first occurrence of a string in another,
// in the other's language, or "" where there is none (17.4.3.9).
func strBefore(_ *Env, args []Value) (Value, error) {
	if err := compatible(args[0], args[1]); err != nil {
		return Value{}, err
	}
	before, _, found := strings.Cut(args[0].text, args[1].text)
	if !found {
		return NewString(""), nil
	}
	return newLike(args[0], before), nil
}

// strAfter is what stands behind (17.4.3.10).
func strAfter(_ *Env, args []Value) (Value, error) {
	if err := compatible(args[0], args[1]); err != nil {
		return Value{}, err
	}
	_, after, found := strings.Cut(args[0].text, args[1].text)
	if !found {
		return NewString(""), nil
	}
	return newLike(args[0], after), nil
}

// encodeForURI escapes all but the unreserved characters of RFC 3986
// (17.4.3.11).
func encodeForURI(v Value) (Value, error) {
	if !v.isString() {
		return Value{}, errString
	}
	const hexDigits = "0123456789ABCDEF"
	var b strings.Builder
	for i := range len(v.text) {
		c := v.text[i]
		if lower := c | 0x20; lower >= 'a' && lower <= 'z' || isDigit(c) || strings.IndexByte("-_.~", c) >= 0 {
			b.WriteByte(c)
			continue
		}
		b.Write([]byte{'%', hexDigits[c>>4], hexDigits[c&0xF]})
	}
	return NewString(b.String()), nil
}

// concat joins strings. The result has a language where all of them have that
// one (17.4.3.12).
func concat(_ *Env, args []Value) (Value, error) {
	var b strings.Builder
	like := Value{}
	for i, v := range args {
		switch {
		case !v.isString():
			return Value{}, errString
		case i == 0:
			like = v
		case v.extra != like.extra:
			like = Value{}
		}
		b.WriteString(v.text)
	}
	return newLike(like, b.String()), nil
}

// langMatches is basic filtering of a language tag by a range (17.4.3.13, RFC
// 4647, section 3.3.1).
func langMatches(_ *Env, args []Value) (Value, error) {
	tag, language := args[0], args[1]
	if tag.kind != String || language.kind != String {
		return Value{}, errPlain
	}
	return NewBool(inRange(tag.text, language.text)), nil
}

func inRange(tag, language string) bool {
	switch {
	case language == "*":
		return tag != ""
	case language == "" || len(tag) < len(language) || !strings.EqualFold(tag[:len(language)], language):
		return false
	}
	return len(tag) == len(language) || tag[len(language)] == '-'
}

// hashed is the checksum of a string's UTF-8, in hexadecimal.
func hashed(sum func(dst, text []byte) []byte) func(*Env, []Value) (Value, error) {
	return func(_ *Env, args []Value) (Value, error) {
		if args[0].kind != String {
			return Value{}, errPlain
		}
		var buf [sha512.Size]byte
		return NewString(hex.EncodeToString(sum(buf[:0], []byte(args[0].text)))), nil
	}
}

func md5Sum(dst, text []byte) []byte {
	sum := md5.Sum(text)
	return append(dst, sum[:]...)
}

func sha1Sum(dst, text []byte) []byte {
	sum := sha1.Sum(text)
	return append(dst, sum[:]...)
}

func sha256Sum(dst, text []byte) []byte {
	sum := sha256.Sum256(text)
	return append(dst, sum[:]...)
}

func sha384Sum(dst, text []byte) []byte {
	sum := sha512.Sum384(text)
	return append(dst, sum[:]...)
}

func sha512Sum(dst, text []byte) []byte {
	sum := sha512.Sum512(text)
	return append(dst, sum[:]...)
}
