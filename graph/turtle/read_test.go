package turtle

import (
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/cayleygraph/quad"

	"policygraph/graph"
)

// read gives the statements of a document as N-Quads, up to its error.
func read(r io.Reader, o ReadOptions) (string, error) {
	var b strings.Builder
	w := NewWriter(&b, WriteOptions{Syntax: NQuads})
	err := ReadRaw(r, o, w.WriteRaw)
	if closed := w.Close(); err == nil {
		err = closed
	}
	return b.String(), err
}

// turtleForms are documents with base http://e/ and the prefix e for it, and
// the statements they hold, where e: stands for http://e/ again.
var turtleForms = []struct{ name, text, want string }{
	{"nothing", "", ""},
	{"comments and white space", "# one\r\n\t # two\n", ""},
	{"a comment without an end", "<s> <p> <o> . # the end", "e:s e:p e:o"},
	{"IRIs", "<s> <p> <o> .", "e:s e:p e:o"},
	{"no white space", "<s><p><o>.", "e:s e:p e:o"},
	{"prefixed names", "e:s e:p e:o .", "e:s e:p e:o"},
	{"empty prefix", "@prefix : <http://x/> . :s :p : .", "<http://x/s> <http://x/p> <http://x/>"},
	{"prefix declared again", "e:s e:p e:o . PREFIX e: <http://x/> e:s e:p e:o .", "e:s e:p e:o; <http://x/s> <http://x/p> <http://x/o>"},
	{"prefix relative to the base", "@prefix x: <a/> . x:s x:p x:o .", "<http://e/a/s> <http://e/a/p> <http://e/a/o>"},
	{"a prefix that looks like a directive", "@prefix prefix: <> . prefix:s prefix:p prefix:base .", "e:s e:p e:base"},
	{"a prefix that looks like a keyword", "@prefix a: <> . a:s a a:o . @prefix true: <> . <s> <p> true:o .", "e:s rdf:type e:o; e:s e:p e:o"},
	{"directives in any case", "pReFiX x: <http://x/> bAsE <http://y/> <s> x:p <o> .", "<http://y/s> <http://x/p> <http://y/o>"},
	{"directives with a dot", "@base <http://y/> . @prefix x: <> . <s> x:p <o> .", "<http://y/s> <http://y/p> <http://y/o>"},
	{"versions", "@version \"1.1\" . VERSION '1.2' version \"1.2-basic\" <s> <p> <o> .", "e:s e:p e:o"},
	{"relative IRIs", "@base <http://a/b/c/d;p?q> . <../g> <#f> <?q2> . <> <p> </g> .",
		"<http://a/b/g> <http://a/b/c/d;p?q#f> <http://a/b/c/d;p?q2>; <http://a/b/c/d;p?q> <http://a/b/c/p> <http://a/g>"},
	{"absolute IRIs stay as they are", "<s> <p> <http://x/a/../b/./c> .", "e:s e:p <http://x/a/../b/./c>"},
	{"escapes in IRIs", `<s> <p> <http://x/\u00E5\U0001F600> .`, "e:s e:p <http://x/å😀>"},
	{"dots inside of names", "e:a.b e:p..q e:o.", "<http://e/a.b> <http://e/p..q> e:o"},
	{"a name at the end of the sentence", "e:s e:p e:o.<s2> e:p e:o.", "e:s e:p e:o; e:s2 e:p e:o"},
	{"escapes in names", `e:a\.\-\~b e:p e:\%41%41\,.`, "<http://e/a.-~b> e:p <http://e/%41%41,>"},
	{"a dot before an escape in a name", `e:s e:p e:a.\-b , e:a.%20.`, "e:s e:p <http://e/a.-b>; e:s e:p <http://e/a.%20>"},
	{"colons and digits in names", "e:1 e:p:q e::o .", "e:1 <http://e/p:q> <http://e/:o>"},
	{"names beyond ASCII", "@prefix å.b: <http://x/> . å.b:æ e:ø e:a·‿b .", "<http://x/æ> e:ø <http://e/a·‿b>"},
	{"a", "<s> a <o> ; a<o2> .", "e:s rdf:type e:o; e:s rdf:type e:o2"},
	{"lists of predicates and objects", "<s> <p> <o>, <o2> ; <q> <o> .", "e:s e:p e:o; e:s e:p e:o2; e:s e:q e:o"},
	{"stray semicolons", "<s> <p> <o> ;; ; <q> <o> ;; .", "e:s e:p e:o; e:s e:q e:o"},

	{"blank node labels", "_:a <p> _:b.c, _:1 , _:å·.", "_:a e:p _:b.c; _:a e:p _:1; _:a e:p _:å·"},
	{"labels that look generated", "_:genid0 <p> [], _:genid_0, _:genid, _:genid0a.",
		"_:genid_0 e:p _:genid0; _:genid_0 e:p _:genid__0; _:genid_0 e:p _:genid; _:genid_0 e:p _:genid0a"},
	{"anonymous nodes", "[] <p> [ ] . [\n] <p> [#\n] .", "_:genid0 e:p _:genid1; _:genid2 e:p _:genid3"},
	{"property lists", "<s> <p> [ <q> [ <r> 1 ], 2 ; <t> 3 ] ; <u> 4 .",
		"e:s e:p _:genid0; _:genid0 e:q _:genid1; _:genid1 e:r 1; _:genid0 e:q 2; _:genid0 e:t 3; e:s e:u 4"},
	{"a property list as the subject", "[ <p> <o> ] <q> <o> . [ <p> <o> ] . [ <p> <o> ; ] .",
		"_:genid0 e:p e:o; _:genid0 e:q e:o; _:genid1 e:p e:o; _:genid2 e:p e:o"},
	{"empty collections", "() <p> ( ) .", "rdf:nil e:p rdf:nil"},
	{"collections", "<s> <p> (1 <o>) , 2 .",
		"e:s e:p _:genid0; _:genid0 rdf:first 1; _:genid0 rdf:rest _:genid1; _:genid1 rdf:first e:o; _:genid1 rdf:rest rdf:nil; e:s e:p 2"},
	{"a collection as the subject", "(1) <p> 2 .", "_:genid0 rdf:first 1; _:genid0 rdf:rest rdf:nil; _:genid0 e:p 2"},
	{"collections in collections and property lists", "<s> <p> ((1) [<q> ()]) .",
		"e:s e:p _:genid0; _:genid0 rdf:first _:genid1; _:genid1 rdf:first 1; _:genid1 rdf:rest rdf:nil; " +
			"_:genid0 rdf:rest _:genid2; _:genid2 rdf:first _:genid3; _:genid3 e:q rdf:nil; _:genid2 rdf:rest rdf:nil"},

	{"quotes", `<s> <p> "a'b", 'a"b', "", ''.`, `e:s e:p "a'b"; e:s e:p "a\"b"; e:s e:p ""; e:s e:p ""`},
	{"long quotes", "<s> <p> \"\"\"a\"b\"\"c\n'''\"\"\", '''\n''', \"\"\"\"\"\", ''''a'''.",
		`e:s e:p "a\"b\"\"c\n'''"; e:s e:p "\n"; e:s e:p ""; e:s e:p "'a"`},
	{"escapes", `<s> <p> "\t\b\n\r\f\"\'\\\u00e5\U0001f600\u0000", '''\'\'\'''' .`, `e:s e:p "\t\b\n\r\f\"'\\å😀\u0000"; e:s e:p "'''"`},
	{"control characters", "<s> <p> \"\x00\t\x7f\".", `e:s e:p "\u0000\t\u007F"`},
	{"language tags in lower case", `<s> <p> "a"@nb-NO, "b" @EN-x-1a .`, `e:s e:p "a"@nb-no; e:s e:p "b"@en-x-1a`},
	{"datatypes", `<s> <p> "a"^^<d>, "a" ^^ e:d, "a"^^<` + graph.XSDString + `> .`, `e:s e:p "a"^^e:d; e:s e:p "a"^^e:d; e:s e:p "a"`},
	{"integers", "<s> <p> 1, -01, +1.", "e:s e:p 1; e:s e:p -01; e:s e:p +1"},
	{"decimals", "<s> <p> 1.0, -.5, +1.50.", "e:s e:p 1.0; e:s e:p -.5; e:s e:p +1.50"},
	{"doubles", "<s> <p> 1e0, 1.E+0, .5e-1, 1.0E1.", "e:s e:p 1e0; e:s e:p 1.E+0; e:s e:p .5e-1; e:s e:p 1.0E1"},
	{"a number before a name", "<s> <p> 1.e:s e:p 2.e:s e:p 3.0.", "e:s e:p 1; e:s e:p 2; e:s e:p 3.0"},
	{"booleans", "<s> <p> true, false.", "e:s e:p true; e:s e:p false"},
	{"a signature", "\uFEFF<s> <p> <o> .", "e:s e:p e:o"},
}

// trigForms are like turtleForms.
var trigForms = []struct{ name, text, want string }{
	{"graphs", "<g> {<s> <p> <o>} <s> <p> <o> . GRAPH e:g {<s> <p> <o> . <s> <p> <o> .}",
		"e:s e:p e:o e:g; e:s e:p e:o; e:s e:p e:o e:g; e:s e:p e:o e:g"},
	{"the default graph in braces", "{<s> <p> <o>} {} { <s> <p> <o> . }", "e:s e:p e:o; e:s e:p e:o"},
	{"blank graphs", "_:g {<s> <p> _:g} [] {<s> <p> []} graph [ ] {<s> <p> 1}",
		"e:s e:p _:g _:g; e:s e:p _:genid1 _:genid0; e:s e:p 1 _:genid2"},
	{"nodes inside of graphs", "<g> {[<p> (1)] . (2) <p> [] }",
		"_:genid0 e:p _:genid1 e:g; _:genid1 rdf:first 1 e:g; _:genid1 rdf:rest rdf:nil e:g; " +
			"_:genid2 rdf:first 2 e:g; _:genid2 rdf:rest rdf:nil e:g; _:genid2 e:p _:genid3 e:g"},
	{"directives between graphs", "<g> {} PREFIX x: <http://x/> x:g {<s> <p> <o>} @base <http://y/> . {<s> x:p <o>}",
		"e:s e:p e:o <http://x/g>; <http://y/s> <http://x/p> <http://y/o>"},
	{"a prefix that looks like GRAPH", "@prefix graph: <> . graph:g {<s> <p> <o>}", "e:s e:p e:o e:g"},
}

// nquads spells out the short form of the tables.
func nquads(t *testing.T, short string) string {
	t.Helper()
	if short == "" {
		return ""
	}
	text := "@prefix e: <http://e/> . @prefix rdf: <" + rdfNS + "> .\n"
	for _, s := range strings.Split(short, "; ") {
		if f := strings.Fields(s); len(f) == 4 && !strings.Contains(s, `"`) {
			text += f[3] + " { " + strings.Join(f[:3], " ") + " }\n"
			continue
		}
		text += "{ " + s + " }\n"
	}
	text = strings.ReplaceAll(text, "_:genid_", "_:GENID_")
	for _, n := range []string{"0", "1", "2", "3"} {
		text = strings.ReplaceAll(text, "_:genid"+n, "_:GENID"+n)
	}
	got, err := read(strings.NewReader(text), ReadOptions{Syntax: TriG})
	if err != nil {
		t.Fatal(err)
	}
	return strings.ReplaceAll(got, "GENID", "genid")
}

func TestTurtleForms(t *testing.T) {
	for _, c := range turtleForms {
		t.Run(c.name, func(t *testing.T) { testForm(t, Turtle, c.text, c.want) })
		t.Run(c.name+" in TriG", func(t *testing.T) { testForm(t, TriG, c.text, c.want) })
	}
}

func TestTriGForms(t *testing.T) {
	for _, c := range trigForms {
		t.Run(c.name, func(t *testing.T) { testForm(t, TriG, c.text, c.want) })
	}
}

// testForm reads a document at once and byte by byte.
func testForm(t *testing.T, syntax Syntax, text, want string) {
	t.Helper()
	const prefix = "@prefix e: <http://e/> . "
	if mark, rest, ok := strings.Cut(text, "\uFEFF"); ok && mark == "" {
		text = "\uFEFF" + prefix + rest
	} else {
		text = prefix + text
	}
	for name, r := range map[string]io.Reader{
		"at once":      strings.NewReader(text),
		"byte by byte": iotest.OneByteReader(strings.NewReader(text)),
	} {
		got, err := read(r, ReadOptions{Syntax: syntax, Base: "http://e/"})
		if wanted := nquads(t, want); err != nil || got != wanted {
			t.Errorf("%s: got\n%s(error %v), want\n%s", name, got, err, wanted)
		}
	}
}

// lineForms are documents in N-Quads and what they hold in canonical form.
var lineForms = []struct{ name, text, want string }{
	{"nothing", "", ""},
	{"blank lines and comments", " \t\n# comment\r\n\r\n#", ""},
	{"a statement", "<x:s> <x:p> <x:o> .\n", "<x:s> <x:p> <x:o> .\n"},
	{"no newline at the end", "<x:s> <x:p> <x:o> .", "<x:s> <x:p> <x:o> .\n"},
	{"no white space", "<x:s><x:p><x:o><x:g>.#c", "<x:s> <x:p> <x:o> <x:g> .\n"},
	{"much white space", "\t<x:s>\t <x:p>  \"o\"  @en \t. # c\r\n", "<x:s> <x:p> \"o\"@en .\n"},
	{"lone carriage returns end lines", "<x:s> <x:p> <x:o> .\r<x:s> <x:p> <x:o> .\r", "<x:s> <x:p> <x:o> .\n<x:s> <x:p> <x:o> .\n"},
	{"labels", "_:a.b <x:p> _:1.\n_:å <x:p> _:genid0 _:g.\n", "_:a.b <x:p> _:1 .\n_:å <x:p> _:genid0 _:g .\n"},
	{"labels with dots at their end", "_:a <x:p> _:b.c.\n", "_:a <x:p> _:b.c .\n"},
	{"literals", `<x:s> <x:p> "a'b"^^<x:d> .` + "\n" + `<x:s> <x:p> ""^^<` + graph.XSDString + "> .", "<x:s> <x:p> \"a'b\"^^<x:d> .\n<x:s> <x:p> \"\" .\n"},
	{"escapes", `<x:\u00E5> <x:p> "\t\b\n\r\f\"\'\\\u00e5\U0001f600\u0000a"@NB .`, `<x:å> <x:p> "\t\b\n\r\f\"'\\å😀\u0000a"@nb .` + "\n"},
	{"a version", "VERSION \"1.2\"\n<x:s> <x:p> <x:o> .\nVERSION '1.1' # c\n", "<x:s> <x:p> <x:o> .\n"},
	{"a signature", "\uFEFF<x:s> <x:p> <x:o> .", "<x:s> <x:p> <x:o> .\n"},
}

func TestLineForms(t *testing.T) {
	for _, c := range lineForms {
		for name, r := range map[string]io.Reader{
			"at once":      strings.NewReader(c.text),
			"byte by byte": iotest.OneByteReader(strings.NewReader(c.text)),
		} {
			if got, err := read(r, ReadOptions{Syntax: NQuads, Base: "http://e/"}); err != nil || got != c.want {
				t.Errorf("%s, %s: got\n%s(error %v), want\n%s", c.name, name, got, err, c.want)
			}
		}
	}
}

func TestReadGivesTermsOfQuad(t *testing.T) {
	const text = `<x:s> <x:p> 1, "a", "a"@nb, _:b, <x:o> . <x:s> <x:p> true .`
	want := []quad.Value{typed("1", "integer"), quad.String("a"), quad.LangString{Value: "a", Lang: "nb"}, quad.BNode("b"), quad.IRI("x:o"), typed("true", "boolean")}
	var got []quad.Value
	for q, err := range Read(strings.NewReader(text), ReadOptions{}) {
		if err != nil || q.Subject != quad.IRI("x:s") || q.Predicate != quad.IRI("x:p") || q.Label != nil {
			t.Fatal(q, err)
		}
		got = append(got, q.Object)
	}
	if fmt.Sprintf("%#v", got) != fmt.Sprintf("%#v", want) {
		t.Errorf("got %#v, want %#v", got, want)
	}
}

func TestReadStopsWhenTheLoopDoes(t *testing.T) {
	for _, syntax := range []Syntax{Turtle, NTriples} {
		n := 0
		for range Read(strings.NewReader(strings.Repeat("<x:s> <x:p> <x:o> .\n", 100_000)), ReadOptions{Syntax: syntax, Workers: 4}) {
			if n++; n == 3 {
				break
			}
		}
		if n != 3 {
			t.Errorf("%s: the loop went on to %d", syntax, n)
		}
	}
}

func TestBlankPrefixKeepsDocumentsApart(t *testing.T) {
	for syntax, text := range map[Syntax]string{NTriples: "_:a <x:p> _:genid0 .", Turtle: "_:a <x:p> [] ."} {
		got, err := read(strings.NewReader(text), ReadOptions{Syntax: syntax, BlankPrefix: "d1-"})
		if want := "_:d1-a <x:p> _:d1-genid0 .\n"; err != nil || got != want {
			t.Errorf("got %s(%v), want %s", got, err, want)
		}
	}
}

func TestOnPrefixTellsPrefixesAsTheyAreDeclared(t *testing.T) {
	var got []Prefix
	_, err := read(strings.NewReader("@prefix a: <b/> . PREFIX : <http://x/> <s> <p> <o> . @prefix a: <c> ."),
		ReadOptions{Base: "http://e/", OnPrefix: func(p Prefix) { got = append(got, p) }})
	if want := "[{a http://e/b/} { http://x/} {a http://e/c}]"; err != nil || fmt.Sprint(got) != want {
		t.Errorf("got %v (%v), want %s", got, err, want)
	}
}

func TestReadOptionsThatMakeNoSense(t *testing.T) {
	for _, o := range []ReadOptions{{Syntax: 9}, {Base: "e/"}, {Base: "http://e/ "}, {BlankPrefix: "."}, {BlankPrefix: "a b"}} {
		if _, err := read(strings.NewReader(""), o); err == nil {
			t.Errorf("%+v: no error", o)
		}
	}
}

func TestYieldErrorsComeBack(t *testing.T) {
	for _, syntax := range []Syntax{Turtle, TriG, NTriples, NQuads} {
		err := ReadRaw(strings.NewReader(strings.Repeat("<x:s> <x:p> <x:o> .\n", 50_000)), ReadOptions{Syntax: syntax, Workers: 2},
			func(*graph.RawQuad) error { return errFull })
		if err != errFull {
			t.Errorf("%s: got %v", syntax, err)
		}
	}
}

func TestErrorsOfTheUnderlyingReaderComeBack(t *testing.T) {
	for _, syntax := range []Syntax{Turtle, TriG, NTriples, NQuads} {
		for _, text := range []string{"", "<x:s> <x:p> <x:o> .\n<x:s>", "<x:s> <x:p> <x:o> .\n<x:s> <x:p> \"abc", "<x:s> <x:p> <x:o> .\n"} {
			r := io.MultiReader(strings.NewReader(text), iotest.ErrReader(errFull))
			if got, err := read(r, ReadOptions{Syntax: syntax, Name: "n"}); !errors.Is(err, errFull) || !strings.HasPrefix(err.Error(), "n: ") {
				t.Errorf("%s, %q: got %q, %v", syntax, text, got, err)
			}
		}
		if _, err := read(iotest.TimeoutReader(iotest.OneByteReader(strings.NewReader("<x:s>"))), ReadOptions{Syntax: syntax}); !errors.Is(err, iotest.ErrTimeout) {
			t.Errorf("%s: got %v", syntax, err)
		}
	}
}

func TestLongCollectionsNeedNoStack(t *testing.T) {
	n := 0
	text := "<x:s> <x:p> (" + strings.Repeat(" 1", 200_000) + ") ."
	err := ReadRaw(strings.NewReader(text), ReadOptions{MaxTokenBytes: 1000}, func(*graph.RawQuad) error { n++; return nil })
	if err != nil || n != 400_001 {
		t.Errorf("got %d statements, %v", n, err)
	}
}

func TestWhiteSpaceAndCommentsAreNotKept(t *testing.T) {
	long := strings.Repeat(" ", 1<<20) + "#" + strings.Repeat("å", 1<<20) + "\n" + strings.Repeat("\n", 1<<20)
	got, err := read(strings.NewReader(strings.Join([]string{"", "<x:s>", "<x:p>", "1", ".", ""}, long)), ReadOptions{MaxTokenBytes: 1000})
	if want := "<x:s> <x:p> \"1\"^^<" + xsdNS + "integer> .\n"; err != nil || got != want {
		t.Errorf("got %s(%v), want %s", got, err, want)
	}
}

func TestReadRawDoesNotAllocatePerStatement(t *testing.T) {
	for syntax, text := range map[Syntax]string{
		NTriples: "<x:s> <x:p> \"a\\nb\"@NB .\n_:a <x:p> \"1\"^^<x:d> .\n",
		Turtle:   "p:s p:p \"a\\nb\"@NB, 1.5, true ; a <x:o> .\n[ p:q ( 1 _:a ) ] p:p [] .\n",
	} {
		const head = "@prefix p: <http://p/> .\n"
		allocs := func(times int) float64 {
			doc := strings.Repeat(text, times)
			if syntax == Turtle {
				doc = head + doc
			}
			return testing.AllocsPerRun(5, func() {
				err := ReadRaw(strings.NewReader(doc), ReadOptions{Syntax: syntax, Workers: 1}, func(*graph.RawQuad) error { return nil })
				if err != nil {
					t.Fatal(err)
				}
			})
		}
		few, many := allocs(2000), allocs(8000)
		if many > few+20 {
			t.Errorf("%s: %v allocations for a document, %v for one four times as long", syntax, few, many)
		}
	}
}
