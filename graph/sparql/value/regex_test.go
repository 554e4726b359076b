package value_test

import (
	"errors"
	"strings"
	"testing"
	"unicode"

	"policygraph/graph/sparql/value"
)

func regexCall(name string, args ...string) (value.Value, error) {
	f, _ := value.Builtin(name)
	var all []value.Value
	for _, a := range args {
		all = append(all, value.NewString(a))
	}
	return f.Call(nil, all)
}

// Section 17.4.3.14, with the syntax of XPath and XQuery Functions and
// Operators, section 7.6.1, and of XML Schema 1.1 part 2, appendix G.
func TestRegex(t *testing.T) {
	for _, c := range []struct {
		pattern, flags, matches, others string // texts with spaces between them; ␣ is a space, ⏎ a newline
	}{
		{"abc", "", "abc xabcx", "ab ABC"}, {"abc", "i", "ABC aBc", "ab"}, {"a.c", "", "abc a.c", "a⏎c ac"}, {"a.c", "s", "abc a⏎c", "ac"},
		{"^b$", "", "b", "a⏎b⏎c ab"}, {"^b$", "m", "b a⏎b⏎c", "ab"}, {"a?+*.{}()[]c", "q", "a?+*.{}()[]c", "ac abc"}, {"A.", "qi", "xa.x", "ab"},
		{" a\n\tc ", "x", "ac", "a⏎c abc"}, {" a[ ]c ", "x", "a␣c", "ac"}, {`a [\n] c`, "x", "a⏎c", "ac"}, {"ab {2 } c", "x", "abbc", "abc"}, {`\ d`, "x", "7", "d"},
		{"ab?c", "", "ac abc", "abbc"}, {"ab*c", "", "ac abbbc", "adc"}, {"ab+c", "", "abc abbc", "ac"}, {"ab{2}c", "", "abbc", "abc abbbc"}, {"ab{2,}c", "", "abbc abbbc", "abc"}, {"ab{0,1}c", "", "ac abc", "abbc"},
		{"ab+?c", "", "abbc", "ac"}, {"(a|b)+c", "", "abc", "xc"}, {"(?:ab)+c", "", "ababc", "ac"}, {"", "", "x", ""}, {"a||b", "", "x", ""}, {"(a)", "", "a", "b"}, {"^*a", "", "a", "b"},
		// escapes
		{`\\\|\.\?\*\+\(\)\{\}\-\[\]\^\$`, "", `\|.?*+(){}-[]^$`, "x"}, {`a\/b`, "", "a/b", "ab"}, {`^\n\r?\t?$`, "", "⏎", "n"},
		{`^\d+$`, "", "123 ٣ 7", "a ² ½"}, {`^\D$`, "", "a ²", "1"}, {`^\s$`, "", "␣ ⏎", "\u00A0 a"}, {`^\S+$`, "", "a\u00A0", "a␣b"},
		{`^\w+$`, "", "aå1 日本 +", "- , _ \u200B"}, {`^\W$`, "", "- _", "a + 1"}, {`^\i\c*$`, "", "a :a _1 æ-1.2", "1a -"}, {`^\I\C$`, "", "1␣", "a␣ 11"},
		// categories and blocks
		{`^\p{Lu}+$`, "", "AÆ", "a 1"}, {`^\p{Lu}$`, "i", "A", "a"}, {`^\P{L}$`, "", "1 -", "a"}, {`^\p{Nd}\p{Sc}$`, "", "1€", "€1"}, {`^\p{IsGreek}+$`, "", "αβγ", "abc"},
		{`^\p{IsBasicLatin}+$`, "", "abc", "å"}, {`^\p{IsLatin-1Supplement}$`, "", "å", "a"}, {`^\P{IsBasicLatin}$`, "", "å", "a"}, {`^\p{Cn}$`, "", "\U000E0FFF", "a"}, {`^\p{C}$`, "", "\u200B \U000E0FFF \uE000", "a"},
		{`^\p{IsMathematicalAlphanumericSymbols}$`, "", "\U0001D400", "A"},
		// classes
		{"^[abc]$", "", "a c", "d"}, {"^[^abc]$", "", "d ⏎", "a"}, {"^[a-c]$", "", "b", "d -"}, {"^[a-c-]$", "", "b -", "d"}, {"^[-a]$", "", "- a", "b"}, {"^[a-]$", "", "- a", "b"}, {`^[\-a]$`, "", "- a", "b"},
		{`^[a\]]$`, "", "a ]", "b"}, {`^[\d\s]$`, "", "1 ␣", "a"}, {`^[^\d]$`, "", "a", "1"}, {`^[\^a]$`, "", "^ a", "b"}, {"^[a^]$", "", "^ a", "b"}, {"^[.*$]$", "", ". * $", "a"}, {`^[\p{Lu}x]$`, "", "A x", "a"},
		{"^[a-z-[aeiou]]+$", "", "xyz", "a xax"}, {`^[\d-[5-7]]$`, "", "4 8", "5 7"}, {`^[\w-[\d-[0]]]$`, "", "a 0", "1"}, {"^[^a-c-[x-z]]$", "", "d w", "a x"}, {"^[a-z-[^b-d]]$", "", "b d", "a e"},
		{`^[\p{L}-[\p{Lu}]]$`, "", "a å", "A"}, {"^[a-z-[a-z]]$", "", "", "a 1 ⏎"},
		// case: before a class is negated, and not in categories
		{"^[a-c]$", "i", "B b", "D"}, {"^[^a]$", "i", "b B", "a A"}, {"^[k]$", "i", "k K \u212A", "l"}, {"^s$", "i", "S ſ", "x"}, {`^[\p{Lu}]$`, "i", "A", "a"}, {"^[a-z-[b]]$", "i", "A c", "B b"}, {"^å$", "i", "Å", "a"},
	} {
		split := func(s string) []string {
			words := strings.Fields(strings.ReplaceAll(s, "\u00A0", "␠"))
			for i, w := range words {
				words[i] = strings.NewReplacer("␣", " ", "⏎", "\n", "␠", "\u00A0").Replace(w)
			}
			return words
		}
		for want, texts := range map[bool][]string{true: split(c.matches), false: split(c.others)} {
			for _, text := range texts {
				got, err := regexCall("REGEX", text, c.pattern, c.flags)
				if err != nil {
					t.Errorf("/%s/%s: %v", c.pattern, c.flags, err)
				} else if got.EBV() != value.TruthOf(want) {
					t.Errorf("/%s/%s on %q: got %v", c.pattern, c.flags, text, !want)
				}
			}
		}
	}
	testCalls(t, nil, []call{
		{"REGEX", `"abc"@en, "b"`, "true"}, {"REGEX", `"abc", "b"@en`, failure}, {"REGEX", `:i, "b"`, failure}, {"REGEX", `1, "1"`, failure}, {"REGEX", `"a", "a", "i"@en`, failure}, {"REGEX", `"a", "a", 1`, failure},
	})
}

// A regular expression that cannot be used says where and why.
func TestRegexRefused(t *testing.T) {
	for _, c := range []struct{ pattern, flags, want string }{
		{`(a)\1`, "", `regular expression "(a)\\1", character 4: back-references are not supported`},
		{`å\1`, "", `character 2: back-references are not supported`},
		{"a", "g", "the flags of a regular expression are s, m, i, x and q"},
		{"(a", "", "character 3: expected ), found the end"}, {"a)", "", "character 2: a ) without its ("}, {"[a", "", "character 1: expected ], found the end"}, {"a]", "", `character 2: expected \], found ] alone`},
		{"a}", "", `character 2: expected \}, found } alone`}, {"a{", "", "character 2: expected a count such as {2,3}, found { alone"}, {"a{,2}", "", "expected a count such as {2,3}, found {,2}"}, {"a{1,b}", "", "found {1,b}"},
		{"a{3,2}", "", "invalid repeat count"}, {"a{1001}", "", "character 2: a count of more than 1000"}, {"*a", "", "character 1: nothing to repeat before *"}, {"a**", "", "character 3: nothing to repeat before *"},
		{"a|+", "", "nothing to repeat before +"}, {"(?", "", "character 1: (? is followed by nothing but : in XPath"}, {"(?i)a", "", "(? is followed by nothing but : in XPath"}, {"(?P<n>a)", "", "(? is followed"},
		{`\b`, "", `character 1: \b means nothing in XPath`}, {`\Aa\z`, "", `\A means nothing`}, {`a\`, "", "expected a character after the backslash, found the end"}, {`\å`, "", `\å means nothing`},
		{`\p{Foo}`, "", "expected a category or a block of Unicode, found Foo"}, {`\p{IsNothing}`, "", "found IsNothing"}, {`\pL`, "", `expected a category such as \p{Lu}`}, {`\p{}`, "", "expected a category"}, {`\p{Cs}`, "", "found Cs"},
		{`\p{Greek}`, "", "found Greek"}, {"[]", "", `expected \] in a class`}, {"[^]", "", `expected \] in a class`}, {"[z-a]", "", "expected a range such as a-z"}, {`[a-\d]`, "", "expected a range"}, {"[a[b]]", "", `expected \[ in a class`},
		{"[a-z-[b]c]", "", "expected ] behind a class that is subtracted"}, {"[a-[b]", "", "expected ] behind"}, {`[\1]`, "", "back-references"}, {"((a{1000}){1000}){1000}", "", "type error"},
	} {
		_, err := regexCall("REGEX", "text", c.pattern, c.flags)
		if !errors.Is(err, value.ErrType) || !strings.Contains(err.Error(), c.want) {
			t.Errorf("/%s/%s: got %v, want %s", c.pattern, c.flags, err, c.want)
		}
		if again := value.CheckRegex(c.pattern, c.flags); again == nil || again.Error() != err.Error() {
			t.Errorf("/%s/%s: checked, %v", c.pattern, c.flags, again)
		}
	}
}

// Section 17.4.3.15, with the examples given there, and fn:replace.
func TestReplace(t *testing.T) {
	testCalls(t, nil, []call{
		{"REPLACE", `"abcd", "b", "Z"`, `"aZcd"`}, {"REPLACE", `"abab", "B", "Z", "i"`, `"aZaZ"`}, {"REPLACE", `"abab", "B.", "Z", "i"`, `"aZb"`},
		{"REPLACE", `"Français"@fr, "[^a-z0-9]", "-"`, `"-ran-ais"@fr`}, {"REPLACE", `"banana", "ana", "*"`, `"b*na"`}, {"REPLACE", `"aAbBaC", "a", "~/", "i"`, `"~/~/bB~/C"`}, {"REPLACE", `7, "a", "b"`, failure},
		{"REPLACE", `"abracadabra", "bra", "*"`, `"a*cada*"`}, {"REPLACE", `"abracadabra", "a.*a", "*"`, `"*"`}, {"REPLACE", `"abracadabra", "a.*?a", "*"`, `"*c*bra"`}, {"REPLACE", `"abracadabra", "a", ""`, `"brcdbr"`},
		{"REPLACE", `"abracadabra", "a(.)", "a$1$1"`, `"abbraccaddabbra"`}, {"REPLACE", `"AAAA", "A+", "b"`, `"b"`}, {"REPLACE", `"darted", "^(.*?)d(.*)$", "$1c$2"`, `"carted"`}, {"REPLACE", `"abc", ".*?", "$1"`, failure},
		{"REPLACE", `"abc", "b", "[$0]"`, `"a[b]c"`}, {"REPLACE", `"abc", "(b)", "$12"`, `"ab2c"`}, {"REPLACE", `"abc", "b", "$1"`, `"ac"`}, {"REPLACE", `"abc", "(x)?b", "<$1>"`, `"a<>c"`}, {"REPLACE", `"abc", "b", "\\$\\\\"`, `"a$\\c"`},
		{"REPLACE", `"abc", "b", "$"`, failure}, {"REPLACE", `"abc", "b", "\\"`, failure}, {"REPLACE", `"abc", "b", "\\n"`, failure}, {"REPLACE", `"a.c", ".", "$\\", "q"`, `"a$\\c"`}, {"REPLACE", `"abc", "(b", "x"`, failure},
		{"REPLACE", `"abc", "b", "x"@en`, failure}, {"REPLACE", `"abc", "b"@en, "x"`, failure}, {"REPLACE", `"abc", "x*", "-"`, failure}, {"REPLACE", `"aaa", "^a", "b"`, `"baa"`},
	})
}

// An Env remembers expressions, and no more than it has to.
func TestManyPatterns(t *testing.T) {
	f, _ := value.Builtin("REGEX")
	env := new(value.Env)
	for i := range 2000 {
		text := value.NewString(strings.Repeat("a", i%700))
		if got, err := f.Call(env, []value.Value{text, value.NewString("^" + text.Text() + "$")}); err != nil || got.EBV() != value.True {
			t.Fatalf("pattern %d: %v, %v", i, got.Term(), err)
		}
	}
}

// Case variants of a class are all that simple folding gives.
func TestCaseVariants(t *testing.T) {
	for r := rune(0); r <= unicode.MaxRune; r++ {
		f := unicode.SimpleFold(r)
		if f == r {
			continue
		}
		got, err := regexCall("REGEX", string(f), "["+string(r)+"]", "i")
		if err != nil || got.EBV() != value.True {
			t.Errorf("%c does not match [%c] without case: %v", f, r, err)
		}
	}
}
