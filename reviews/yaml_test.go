package reviews

import (
	"fmt"
	"strings"
	"testing"
)

// rowsOf reads a YAML list and shows each row: its names with their values and
// places, and then the problems.
func rowsOf(text string) string {
	var b strings.Builder
	var letters []string
	s := readYAML("f", text, func(rule string, at Source, message Message) {
		letters = append(letters, fmt.Sprintf("%s %s %s\n", at, rule, message))
	})
	if s != nil {
		for _, r := range s.rows {
			for _, c := range r.cells {
				fmt.Fprintf(&b, "%s %d:%d", c.name, c.at.Line, c.at.Column)
				for _, p := range c.pieces("f", true) {
					fmt.Fprintf(&b, "(%s %d:%d+%d)", p.text, p.source.Line, p.source.Column, p.source.Length)
				}
				b.WriteString("; ")
			}
			b.WriteString("\n")
		}
	}
	return b.String() + strings.Join(letters, "")
}

func TestYAMLRowsAndTheirPlaces(t *testing.T) {
	const plain = "anchors (&), aliases (*), merge keys (<<) and tags (!) are not read: write the value out"
	for _, row := range []struct{ name, text, want string }{
		{"rows", "- a: x\n  b: y\n- a: z\n", "a 1:3(x 1:6+1); b 2:3(y 2:6+1); \na 3:3(z 3:6+1); \n"},
		{"one line to a row", "- {a: x, b: y}\n", "a 1:4(x 1:7+1); b 1:10(y 1:13+1); \n"},
		{"characters, not bytes", "- {å: æ, b: ø}\n", "å 1:4(æ 1:7+1); b 1:10(ø 1:13+1); \n"},
		{"quotes", "- a: \"x y\"\n  b: 'z'\n", "a 1:3(x y 1:7+3); b 2:3(z 2:7+1); \n"},
		{"a list", "- a: [x, y]\n", "a 1:3(x 1:7+1)(y 1:10+1); \n"},
		{"a list on its own lines", "- a:\n    - x\n    - y\n", "a 1:3(x 2:7+1)(y 3:7+1); \n"},
		{"a list in one value", "- a: x | y\n", "a 1:3(x 1:6+1)(y 1:10+1); \n"},
		{"a mapping in a mapping", "- a: {nb: x, en: y}\n", "a_nb 1:7(x 1:11+1); a_en 1:14(y 1:18+1); \n"},
		{"scalars as written", "- {a: 2020, b: 4.50, c: null, d: true, e: 0x1F, f: 1_000}\n",
			"a 1:4(2020 1:7+4); b 1:13(4.50 1:16+4); c 1:22(null 1:25+4); d 1:31(true 1:34+4); e 1:40(0x1F 1:43+4); f 1:49(1_000 1:52+5); \n"},
		{"nothing", "- {a: ~, b: , c: \"\"}\n", "a 1:4; b 1:10; c 1:15; \n"},
		{"escapes point at the whole", "- a: \"x\\u00e5|y\"\n", "a 1:3(xå 1:7+2)(y 1:7+1); \n"},
		{"a folded text points at its start", "- a: >\n    x\n    y\n", "a 1:3(x y 1:6+3); \n"},
		{"comments", "# top\n- a: x # why\n", "a 2:3(x 2:6+1); \n"},
		{"an empty file", "", ""},
		{"an empty list", "[]\n", ""},
		{"no list", "a: x\n", "f:1:1 R04 expected a list, each item beginning with a hyphen\n"},
		{"no mapping", "- x\n- a: y\n", "a 2:3(y 2:6+1); \nf:1:3 R04 expected a mapping, with a key and a value on each line\n"},
		{"an anchor", "- a: &n x\n", "a 1:3; \nf:1:6 R04 " + plain + "\n"},
		{"an alias", "- a: &n x\n- a: *n\n", "a 1:3; \na 2:3; \nf:1:6 R04 " + plain + "\nf:2:6 R04 " + plain + "\n"},
		{"a tag", "- a: !!str x\n", "a 1:3; \nf:1:6 R04 " + plain + "\n"},
		{"a list in a list", "- a: [[x]]\n", "a 1:3; \nf:1:7 R04 expected a value, found a list or mapping inside a list\n"},
		{"two documents", "- a: x\n---\n- a: y\n", "a 1:3(x 1:6+1); \nf:3:1 R04 expected one document, found a second one\n"},
		{"a key twice", "- a: x\n  a: y\n", "f:2:3 R04 this key stands twice in the row: remove one of them\n"},
		{"brackets too deep", "- a: " + strings.Repeat("[", maxDepth+1) + "\n", "f:1:1 R02 nested deeper than 16 levels\n"},
		{"hyphens too deep", strings.Repeat("- ", maxDepth+1) + "x\n", "f:1:1 R02 nested deeper than 16 levels\n"},
		{"brackets in many rows", strings.Repeat("- a: '[see'\n", 20), bracketRows(20)},
	} {
		if got := rowsOf(row.text); got != row.want {
			t.Errorf("%s\ngot  %q\nwant %q", row.name, got, row.want)
		}
	}
}

func bracketRows(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "a %d:3([see %d:7+4); \n", i+1, i+1)
	}
	return b.String()
}

// FuzzYAML: whatever the text, the reader returns and points into the text.
func FuzzYAML(f *testing.F) {
	for _, seed := range []string{"- a: x\n", "id: x\nsearch: {in: [a]}\nsections:\n  - {number: \"1\"}\n", "- &a x\n- *a\n", "- a: |\n    x\n", "? a\n: b\n", "- \"\\u00e5|\"\n", "<<: {a: b}\n", "%YAML 1.2\n---\n- !t {}\n"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		at := func(_ string, at Source, _ Message) {
			if at.Line < 1 || at.Column < 1 {
				t.Fatalf("a problem at %s in %q", at, text)
			}
		}
		sheets := []*sheet{readYAML("f", text, at)}
		for _, s := range readReviewYAML("f", text, at) {
			sheets = append(sheets, s)
		}
		for _, s := range sheets {
			if s == nil {
				continue
			}
			for _, r := range s.rows {
				for _, c := range r.cells {
					for _, p := range c.pieces("f", true) {
						at("", p.source, Message{})
					}
				}
			}
		}
	})
}

func TestCommonMistakesInYAMLAreToldInOurWords(t *testing.T) {
	for _, row := range []struct{ name, text, want string }{
		{"indented too far", "- id: a\n   kind: b\n", "2:4: " + msgYAMLIndent.EN},
		{"indented too little", "- id: a\n kind: b\n", "2:2: " + msgYAMLIndent.EN},
		{"indented too far, behind quotes", "- id: \"a\"\n   kind: b\n", "2:4: " + msgYAMLIndent.EN},
		{"a quote inside quotes, further in", "- id: a\n  kind: 'it's'\n", "2:13: " + msgYAMLAfterQuote.EN},
		{"a tab", "- id: a\n\tkind: b\n", "2:1: " + msgYAMLTab.EN},
		{"a tab after the hyphen", "- id: a\n- \tid: b\n", "2:5: " + msgYAMLTab.EN},
		{"a colon in a value", "- id: a\n  title: The search: no study\n", "2:10: " + msgYAMLColon.EN},
		{"no space after the colon", "- id: a\n  kind:b\n  year: 2020\n", "2:3: " + msgYAMLGlued.EN},
		{"no space after the first colon", "id:a\nkind: b\n", "1:1: " + msgYAMLGlued.EN},
		{"a double quote left open", "- id: \"a\n  kind: b\n", "1:7: " + msgYAMLQuote.EN},
		{"a single quote left open", "- id: 'a\n  kind: b\n", "1:7: " + msgYAMLQuote.EN},
		{"a quote inside quotes", "- id: 'it's'\n", "1:11: " + msgYAMLAfterQuote.EN},
		{"a bracket left open", "id: [a, b\nkind: c\n", "2:1: " + msgYAMLBracket.EN},
		{"a brace left open", "id: {a: b\nkind: c\n", "2:1: " + msgYAMLBracket.EN},
		{"a key twice", "- id: a\n  id: b\n", "2:3: " + msgYAMLTwice.EN},
		{"something rarer", "- id: @x\n", "1:7: not YAML: '@' is a reserved character"},
	} {
		var got []string
		readYAML("f", row.text, func(rule string, at Source, message Message) {
			got = append(got, strings.TrimPrefix(at.String(), "f:")+": "+message.String())
		})
		if len(got) != 1 || got[0] != row.want {
			t.Errorf("%s\ngot  %s\nwant %s", row.name, got, row.want)
		}
	}
}

func TestKeysBelowAKeyThatTakesAValueAreToldOnce(t *testing.T) {
	m := miniFS(t)
	edit(t, m, inReviewYAML, "year: 2021", "year: {from: 2020, to: {end: 2021}}")
	want := "mini-2021/review.yaml:7:8: \"year\" takes a value, found a key below it\n"
	if got := lettersOf(m, Options{}); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}
