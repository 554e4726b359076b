package value

import (
	"regexp"
	"strconv"
	"strings"
)

// patternKey is an expression with its flags.
type patternKey struct{ pattern, flags string }

// compiled is what became of an expression.
type compiled struct {
	re  *regexp.Regexp
	err error
}

// patternCache remembers expressions: a query has few, and many solutions.
type patternCache map[patternKey]compiled

// mostPatterns is how many are remembered. A query that computes its
// expressions from data must not fill the memory.
const mostPatterns = 256

func (c *patternCache) compile(pattern, flags string) (*regexp.Regexp, error) {
	key := patternKey{pattern, flags}
	if p, ok := (*c)[key]; ok {
		return p.re, p.err
	}
	if *c == nil || len(*c) >= mostPatterns {
		*c = make(patternCache)
	}
	re, err := compile(pattern, flags)
	(*c)[key] = compiled{re, err}
	return re, err
}

// CheckRegex reports what is wrong with a regular expression and its flags, for
// whoever wants to know before the query runs.
func CheckRegex(pattern, flags string) error {
	_, err := compile(pattern, flags)
	return err
}

// Regexp is a regular expression of section 17.4.3.14, ready for many strings.
func Regexp(pattern, flags string) (*regexp.Regexp, error) { return compile(pattern, flags) }

// expression compiles the pattern, and the flags that may follow at an index of
// the arguments.
func (env *Env) expression(pattern Value, args []Value, flagsAt int) (re *regexp.Regexp, flags string, err error) {
	if pattern.kind != String {
		return nil, "", errPlain
	}
	if len(args) > flagsAt {
		if args[flagsAt].kind != String {
			return nil, "", errPlain
		}
		flags = args[flagsAt].text
	}
	re, err = env.patterns.compile(pattern.text, flags)
	return re, flags, err
}

// regex reports whether an expression matches somewhere in a string
// (17.4.3.14).
func regex(env *Env, args []Value) (Value, error) {
	if !args[0].isString() {
		return Value{}, errString
	}
	re, _, err := env.expression(args[1], args, 2)
	if err != nil {
		return Value{}, err
	}
	return NewBool(re.MatchString(args[0].text)), nil
}

// replace puts a text for each match of an expression in a string, in the
// language of the string (17.4.3.15).
func replace(env *Env, args []Value) (Value, error) {
	if !args[0].isString() {
		return Value{}, errString
	}
	if args[2].kind != String {
		return Value{}, errPlain
	}
	re, flags, err := env.expression(args[1], args, 3)
	if err != nil {
		return Value{}, err
	}
	if re.MatchString("") {
		return Value{}, errMatchesEmpty
	}
	parts := []replacement{{text: args[2].text, group: -1}}
	if strings.IndexByte(flags, 'q') < 0 {
		var ok bool
		if parts, ok = parseReplacement(args[2].text, re.NumSubexp()); !ok {
			return Value{}, errReplacement
		}
	}
	return newLike(args[0], replaceAll(re, args[0].text, parts)), nil
}

// replacement is a text, or what a group of the expression matched.
type replacement struct {
	text  string
	group int // -1 for text
}

// parseReplacement reads $1 and so on, where as many digits belong to the
// number as there are groups for, \$ and \\.
func parseReplacement(s string, groups int) (parts []replacement, ok bool) {
	for s != "" {
		special := strings.IndexAny(s, `\$`)
		switch {
		case special < 0:
			return append(parts, replacement{s, -1}), true
		case special > 0:
			parts = append(parts, replacement{s[:special], -1})
			s = s[special:]
		case s[0] == '\\':
			if len(s) < 2 || s[1] != '\\' && s[1] != '$' {
				return nil, false
			}
			parts = append(parts, replacement{s[1:2], -1})
			s = s[2:]
		default:
			group, size := groupNumber(s[1:], groups)
			if size == 0 {
				return nil, false
			}
			parts = append(parts, replacement{"", group})
			s = s[1+size:]
		}
	}
	return parts, true
}

// groupNumber reads one digit, and more of them as long as there is a group of
// that number.
func groupNumber(s string, groups int) (group, size int) {
	for size < leadingDigits(s) {
		n, err := strconv.Atoi(s[:size+1])
		if size > 0 && (err != nil || n > groups) {
			break
		}
		group, size = n, size+1
	}
	return group, size
}

func replaceAll(re *regexp.Regexp, s string, parts []replacement) string {
	var b strings.Builder
	from := 0
	for _, m := range re.FindAllStringSubmatchIndex(s, -1) {
		b.WriteString(s[from:m[0]])
		for _, p := range parts {
			b.WriteString(p.text)
			if p.group >= 0 && 2*p.group < len(m) && m[2*p.group] >= 0 {
				b.WriteString(s[m[2*p.group]:m[2*p.group+1]])
			}
		}
		from = m[1]
	}
	b.WriteString(s[from:])
	return b.String()
}
