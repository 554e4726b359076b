package value

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"
)

// Regular expressions are those of XPath and XQuery Functions and Operators,
// section 7.6.1, translated to RE2, which the package regexp has. RE2 takes
// time in proportion to the text, whatever the expression, and has no
// back-references: an expression with one is refused by name.
//
// Two things are read more kindly than XPath does: groups that catch nothing,
// (?:…), as in XPath 3, and a backslash before any punctuation. RE2 wants
// counts of at most 1000.

// flags are those of REGEX and REPLACE.
type flags struct {
	dotAll, multiline, fold, extended, literal bool
}

func parseFlags(s string) (f flags, ok bool) {
	for _, c := range s {
		switch c {
		case 's':
			f.dotAll = true
		case 'm':
			f.multiline = true
		case 'i':
			f.fold = true
		case 'x':
			f.extended = true
		case 'q':
			f.literal = true
		default:
			return f, false
		}
	}
	return f, true
}

// re2 is the group of RE2 that sets the flags.
func (f flags) re2() string {
	s := ""
	if f.fold {
		s += "i"
	}
	if f.dotAll {
		s += "s"
	}
	if f.multiline {
		s += "m"
	}
	if s != "" {
		s = "(?" + s + ")"
	}
	return s
}

// patternError is a regular expression that cannot be used.
type patternError struct {
	pattern string
	at      int // in bytes
	problem string
}

func (e *patternError) Error() string {
	column := utf8.RuneCountInString(e.pattern[:e.at]) + 1
	return fmt.Sprintf("type error: regular expression %q, character %d: %s", e.pattern, column, e.problem)
}

// Is makes a patternError an ErrType.
func (e *patternError) Is(target error) bool { return target == ErrType }

// compile translates and compiles an expression.
func compile(pattern, flagText string) (*regexp.Regexp, error) {
	f, ok := parseFlags(flagText)
	if !ok {
		return nil, errFlag
	}
	t := translator{pattern: pattern, flags: f}
	if err := t.translate(); err != nil {
		return nil, err
	}
	re, err := regexp.Compile(f.re2() + string(t.out))
	if err != nil {
		return nil, &patternError{pattern, 0, strings.TrimPrefix(err.Error(), "error parsing regexp: ")}
	}
	return re, nil
}

// translator goes once through a pattern.
type translator struct {
	pattern string
	flags   flags
	pos     int
	groups  int    // open
	atom    bool   // a quantifier may follow
	out     []byte // in RE2
}

func (t *translator) fail(at int, problem string) error {
	return &patternError{t.pattern, at, problem}
}

func (t *translator) end() bool { return t.pos >= len(t.pattern) }

// next reads a character.
func (t *translator) next() rune {
	r, size := utf8.DecodeRuneInString(t.pattern[t.pos:])
	t.pos += size
	return r
}

// skip passes over the white space that the flag x takes out.
func (t *translator) skip() {
	for t.flags.extended && !t.end() && strings.IndexByte(" \t\r\n", t.pattern[t.pos]) >= 0 {
		t.pos++
	}
}

// take reads s, if it comes next.
func (t *translator) take(s string) bool {
	if !strings.HasPrefix(t.pattern[t.pos:], s) {
		return false
	}
	t.pos += len(s)
	return true
}

func (t *translator) translate() error {
	if t.flags.literal {
		t.out = append(t.out, regexp.QuoteMeta(t.pattern)...)
		return nil
	}
	for t.skip(); t.pos < len(t.pattern); t.skip() {
		if err := t.piece(); err != nil {
			return err
		}
	}
	if t.groups > 0 {
		return t.fail(len(t.pattern), "expected ), found the end")
	}
	return nil
}

// piece translates one atom, quantifier or sign.
func (t *translator) piece() error {
	at := t.pos
	switch r := t.next(); r {
	case '|':
		t.atom = false
		t.out = append(t.out, '|')
	case '(':
		return t.open(at)
	case ')':
		if t.groups--; t.groups < 0 {
			return t.fail(at, "a ) without its (")
		}
		t.atom = true
		t.out = append(t.out, ')')
	case '^', '$':
		t.atom = true
		t.out = append(t.out, "(?:"+string(r)+")"...)
	case '.':
		t.atom = true
		t.out = append(t.out, '.')
	case '*', '+', '?', '{':
		return t.quantifier(at, r)
	case '[':
		s, err := t.class(at)
		t.atom = true
		t.out = s.appendRE2(t.out)
		return err
	case '\\':
		return t.escape(at)
	case ']', '}':
		return t.fail(at, fmt.Sprintf("expected \\%c, found %c alone", r, r))
	default:
		t.literal(r)
	}
	return nil
}

// literal is a character that stands for itself.
func (t *translator) literal(r rune) {
	t.atom = true
	t.out = append(t.out, regexp.QuoteMeta(string(r))...)
}

// open begins a group.
func (t *translator) open(at int) error {
	t.skip()
	t.groups++
	t.atom = false
	t.out = append(t.out, '(')
	if !t.take("?") {
		return nil
	}
	if !t.take(":") {
		return t.fail(at, "(? is followed by nothing but : in XPath")
	}
	t.out = append(t.out, "?:"...)
	return nil
}

// quantifier repeats the atom before it.
func (t *translator) quantifier(at int, r rune) error {
	if !t.atom {
		return t.fail(at, fmt.Sprintf("nothing to repeat before %c", r))
	}
	t.atom = false
	if r != '{' {
		t.out = append(t.out, byte(r))
	} else if err := t.counts(at); err != nil {
		return err
	}
	if t.skip(); t.take("?") {
		t.out = append(t.out, '?')
	}
	return nil
}

// counts translates {n}, {n,} and {n,m}.
func (t *translator) counts(at int) error {
	end := strings.IndexByte(t.pattern[t.pos:], '}')
	if end < 0 {
		return t.fail(at, "expected a count such as {2,3}, found { alone")
	}
	body := t.pattern[t.pos : t.pos+end]
	if t.flags.extended {
		body = strings.NewReplacer(" ", "", "\t", "", "\r", "", "\n", "").Replace(body)
	}
	low, high, two := strings.Cut(body, ",")
	if !allDigits(low) || two && high != "" && !allDigits(high) {
		return t.fail(at, "expected a count such as {2,3}, found {"+body+"}")
	}
	for _, n := range []string{low, high} {
		if v, err := strconv.Atoi(n); n != "" && (err != nil || v > 1000) {
			return t.fail(at, "a count of more than 1000")
		}
	}
	t.pos += end + 1
	t.out = append(t.out, "{"+body+"}"...)
	return nil
}

func allDigits(s string) bool { return s != "" && leadingDigits(s) == len(s) }

// escape translates what follows a backslash outside a class.
func (t *translator) escape(at int) error {
	t.skip()
	s, r, err := t.escaped(at)
	switch {
	case err != nil:
		return err
	case s == nil:
		t.literal(r)
	default:
		t.atom = true
		t.out = s.appendRE2(t.out)
	}
	return nil
}

// escaped reads what follows a backslash: a set of characters, or one.
func (t *translator) escaped(at int) (s set, r rune, err error) {
	if t.end() {
		return nil, 0, t.fail(at, "expected a character after the backslash, found the end")
	}
	switch r = t.next(); r {
	case 'n':
		return nil, '\n', nil
	case 'r':
		return nil, '\r', nil
	case 't':
		return nil, '\t', nil
	case 'p', 'P':
		s, err = t.property(at)
		if r == 'P' {
			s = s.not()
		}
		return s, 0, err
	}
	if s, ok := multi(r); ok {
		return s, 0, nil
	}
	switch {
	case r >= '0' && r <= '9':
		return nil, 0, t.fail(at, "back-references are not supported")
	case r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= utf8.RuneSelf:
		return nil, 0, t.fail(at, fmt.Sprintf("\\%c means nothing in XPath", r))
	}
	return nil, r, nil
}

// multi is the set of a multi-character escape.
func multi(r rune) (s set, ok bool) {
	switch r {
	case 's', 'S':
		s = spaces
	case 'd', 'D':
		s = digits()
	case 'w', 'W':
		s = words()
	case 'i', 'I':
		s = initials
	case 'c', 'C':
		s = nameChars
	default:
		return nil, false
	}
	if r <= 'Z' {
		s = s.not()
	}
	return s, true
}

// property reads the name of \p{name}.
func (t *translator) property(at int) (set, error) {
	end := strings.IndexByte(t.pattern[t.pos:], '}')
	if end < 0 || !t.take("{") {
		return nil, t.fail(at, `expected a category such as \p{Lu}`)
	}
	name := t.pattern[t.pos : t.pos+end-1]
	t.pos += end
	s, ok := category(name)
	if !ok {
		return nil, t.fail(at, "expected a category or a block of Unicode, found "+name)
	}
	return s, nil
}

// class reads a class behind its first bracket, and its subtractions.
func (t *translator) class(at int) (s set, err error) {
	var folding set // the part of s that case variants belong to
	negative := t.take("^")
	for first := true; ; first = false {
		switch {
		case t.end():
			return nil, t.fail(at, "expected ], found the end")
		case !first && t.take("]"):
			return t.combine(s, folding, negative), nil
		case !first && t.take("-["):
			return t.subtraction(at, t.combine(s, folding, negative))
		}
		members, single, err := t.member()
		if err != nil {
			return nil, err
		}
		if single {
			folding = append(folding, members...)
		} else {
			s = append(s, members...)
		}
	}
}

// combine makes the set of a class. Case variants are those of characters and
// ranges, not of categories, and are added before the class is negated.
func (t *translator) combine(s, folding set, negative bool) set {
	folding = folding.tidy()
	if t.flags.fold {
		folding = folding.folded()
	}
	s = append(s, folding...).tidy()
	if negative {
		return s.not()
	}
	return s
}

// subtraction reads the class that is taken away from s, and both brackets.
func (t *translator) subtraction(at int, s set) (set, error) {
	less, err := t.class(t.pos - 1)
	if err != nil {
		return nil, err
	}
	if !t.take("]") {
		return nil, t.fail(at, "expected ] behind a class that is subtracted")
	}
	return s.without(less), nil
}

// member reads a character, a range or an escape of a class. It is single
// where case variants belong to it.
func (t *translator) member() (s set, single bool, err error) {
	at := t.pos
	s, low, err := t.classChar()
	if err != nil || s != nil {
		return s, false, err
	}
	rest := t.pattern[t.pos:]
	if len(rest) < 2 || rest[0] != '-' || rest[1] == ']' || rest[1] == '[' {
		return set{{low, low}}, true, nil
	}
	t.pos++
	s, high, err := t.classChar()
	if err == nil && (s != nil || high < low) {
		err = t.fail(at, "expected a range such as a-z")
	}
	return set{{low, high}}, true, err
}

// classChar reads one character of a class, or a set that an escape means.
func (t *translator) classChar() (s set, r rune, err error) {
	at := t.pos
	switch r = t.next(); r {
	case '\\':
		return t.escaped(at)
	case '[', ']':
		return nil, 0, t.fail(at, fmt.Sprintf("expected \\%c in a class, found %c alone", r, r))
	}
	return nil, r, nil
}
