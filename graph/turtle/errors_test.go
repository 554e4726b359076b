package turtle

import (
	"errors"
	"io"
	"strings"
	"testing"
	"testing/iotest"

	"policygraph/graph"
)

// turtleErrors are documents, read with the prefix e, and their errors.
var turtleErrors = []struct{ text, want string }{
	{"<s>", "1:1: expected an absolute IRI, as there is no base, found <s>"},
	{"e:s e:p e:o", `1:12: expected ".", found the end of the input`},
	{"e:s e:p\n  e:o e:x .", `2:7: expected ".", found "e:x"`},
	{"e:s e:p", "1:8: expected an object, found the end of the input"},
	{"e:s\n.", `2:1: expected a predicate, found "."`},
	{"e:s \"p\" e:o .", `1:5: expected a predicate, found "\""`},
	{"e:s _:p e:o .", `1:5: expected a predicate, found "_:p"`},
	{"\"s\" e:p e:o .", `1:1: expected a subject, found "\""`},
	{"x:s e:p e:o .", `1:1: expected a prefix that is declared, found "x:"`},
	{"e:s e:p e:o , .", `1:15: expected an object, found "."`},
	{"e:s e:p true1 .", `1:9: expected an IRI or a prefixed name, found "true1"`},
	{"e:s e:p . .", `1:9: expected an object, found "."`},
	{"e:s e:p - .", `1:9: expected an object, found "-"`},
	{"e:s e:p 1.2.3 .", `1:13: expected a subject, found "3"`},
	{"e:s e:p 1e .", `1:10: expected ".", found "e"`},
	{"e:s e:p ( 1 .", `1:13: expected an object, found "."`},
	{"e:s e:p [ e:q 1 .", `1:17: expected "]", found "."`},
	{"e:s e:p [ e:q 1 ; 2 ] .", `1:19: expected a predicate, found "2"`},
	{"[ e:p 1 ] .\n[] .", `2:4: expected a predicate, found "."`},
	{"e:s a a .", `1:7: expected an IRI or a prefixed name, found "a"`},
	{"e:å e:p æ .", `1:9: expected an IRI or a prefixed name, found "æ"`},

	{`e:s e:p "a`, "1:11: expected the closing quote, found the end of the input"},
	{"e:s e:p \"a\nb\" .", "1:11: expected the closing quote, found the end of the line"},
	{`e:s e:p """a"" .`, "1:17: expected the closing quote, found the end of the input"},
	{`e:s e:p """a"""" .`, `1:16: expected ".", found "\""`},
	{`e:s e:p "\a" .`, `1:10: expected an escape such as \n or \u00E5, found "\\"`},
	{`e:s e:p "\u00G0" .`, `1:10: expected an escape such as`},
	{`e:s e:p "\uD800\uDC00" .`, `1:10: expected an escape such as`},
	{`e:s e:p "\U00110000" .`, `1:10: expected an escape such as`},
	{`e:s e:p "a"@ en .`, `1:13: expected a language tag such as nb or en-GB`},
	{`e:s e:p "a"@en- .`, `1:16: expected a language tag such as`},
	{`e:s e:p "a"@1 .`, `1:13: expected a language tag such as`},
	{`e:s e:p "a"@norwegian .`, `1:13: expected a language tag such as`},
	{`e:s e:p "a"^e:d .`, `1:12: expected "^^" and a datatype, found "^"`},
	{`e:s e:p "a"^^"b" .`, `1:14: expected a datatype IRI, found "\""`},
	{`e:s e:p "a"^^<` + rdfNS + `langString> .`, "1:14: expected a language tag, found " + rdfNS + "langString"},

	{"e:s e:p <http://e/a b> .", `1:20: expected a character that IRIs may hold, or ">", found " "`},
	{`e:s e:p <http://e/\u0020> .`, `1:19: expected an escape such as \u00E5 of a character that IRIs may hold, found "\\"`},
	{`e:s e:p <http://e/\n> .`, `1:19: expected an escape such as`},
	{"e:s e:p <http://e/", `1:19: expected a character that IRIs may hold, or ">", found the end of the input`},
	{"e:s e:p e:%4 .", "1:11: expected a percent sign with two hexadecimal digits"},
	{`e:s e:p e:\a .`, `1:11: expected an escape such as \, or \-, found "\\"`},
	{"e:s e:p _:.a .", `1:11: expected a blank node label, found ".a"`},
	{"e:s e:p _a .", `1:9: expected "_:" and a blank node label, found "_a"`},
	{"e:s e:p _:a:b .", `1:12: expected ".", found ":b"`},
	{"e:s e:p e:-a .", `1:11: expected ".", found "-a"`},
	{"e:..a e:p e:o .", `1:3: expected a predicate, found "..a"`},

	{"@prefix x <http://x/> .", `1:9: expected a prefix with its colon, found "x"`},
	{"@prefix 1: <http://x/> .", `1:9: expected a prefix with its colon, found "1:"`},
	{"@prefix x.: <http://x/> .", `1:9: expected a prefix with its colon`},
	{"@prefix x: e:x .", `1:12: expected an IRI in angle brackets, found "e:x"`},
	{"@prefix x: <http://x/>\ne:s", `2:1: expected ".", found "e:s"`},
	{"@PREFIX x: <http://x/> .", `1:2: expected prefix, base or version, found "PREFIX"`},
	{"PREFIX x: <http://x/> .", `1:23: expected a subject, found "."`},
	{"BASE <x>", "1:6: expected an absolute IRI, as there is no base, found <x>"},
	{`VERSION """1.2""" .`, `1:9: expected a version in quotes, found "\""`},
	{"e:s e:p \"\xff\" .", "1:10: expected UTF-8, found a byte that is not"},
	{"e:s e:p e:o .\n# \xc3", "2:3: expected UTF-8, found a byte that is not"},
	{"e:s e:p \"\xed\xa0\x80\" .", "1:10: expected UTF-8"},
	{"e:s e:p \"æ\" å .", `1:13: expected ".", found "å"`},

	{"e:s e:p <<( e:s e:p e:o )>> .", "1:9: expected RDF 1.1, found a triple term of RDF 1.2"},
	{"<< e:s e:p e:o >> e:q 1 .", "1:1: expected RDF 1.1, found a reified triple of RDF 1.2"},
	{"e:s e:p e:o ~ .", "1:13: expected RDF 1.1, found a reifier of RDF 1.2"},
	{"e:s e:p e:o {| e:q 1 |} .", "1:13: expected RDF 1.1, found an annotation of RDF 1.2"},
	{`e:s e:p "a"@en--ltr .`, "1:15: expected RDF 1.1, found a text direction of RDF 1.2"},
	{`e:s e:p "a"@en--up .`, `1:15: expected the end of the language tag, found "--up"`},
}

// trigErrors are like turtleErrors.
var trigErrors = []struct{ text, want string }{
	{"e:g { e:s e:p e:o", `1:18: expected "." or "}", found the end of the input`},
	{"e:g { e:s e:p e:o . } .", `1:23: expected a subject, found "."`},
	{"e:g { e:h { e:s e:p e:o } }", `1:11: expected a predicate, found "{"`},
	{"[ e:p 1 ] { e:s e:p e:o }", `1:11: expected a predicate, found "{"`},
	{"GRAPH { e:s e:p e:o }", `1:7: expected a subject, found "{"`},
	{"GRAPH e:g e:s e:p e:o .", `1:11: expected a graph name and its statements in braces, found "e:s"`},
	{"GRAPH [ e:p 1 ] { }", `1:17: expected a graph name and its statements in braces, found "{"`},
	{"e:g { @prefix x: <http://x/> . }", `1:7: expected a subject, found "@"`},
	{"(1) { e:s e:p e:o }", `1:5: expected a predicate, found "{"`},
	{"e:s e:p e:o }", `1:13: expected ".", found "}"`},
}

// lineErrors are documents in N-Quads and their errors.
var lineErrors = []struct{ text, want string }{
	{"<x:s> <x:p>", "1:12: expected an object, found the end of the line"},
	{"\n<x:s> <x:p> <x:o>\n.", `2:18: expected a graph name or ".", found the end of the line`},
	{"<x:s> <x:p> <x:o> . <x:s> <x:p> <x:o> .", `1:21: expected the end of the line, found "<"`},
	{"<x:s> <x:p> <o> .", "1:13: expected an absolute IRI, found <o>"},
	{"<x:s> <x:p> <x:o <x:g> .", `1:17: expected a character that IRIs may hold, or ">", found " "`},
	{"<x:s> _:p <x:o> .", `1:7: expected a predicate, found "_:p"`},
	{"\"s\" <x:p> <x:o> .", `1:1: expected a subject, found "\""`},
	{"<x:s> <x:p> <x:o> \"g\" .", `1:19: expected a graph name or ".", found "\""`},
	{"<x:s> <x:p> <x:o> <x:g> <x:h> .", `1:25: expected ".", found "<"`},
	{"<x:s> <x:p> 'o' .", `1:13: expected an object, found "'"`},
	{"<x:s> <x:p> 1 .", `1:13: expected an object, found "1"`},
	{"<x:s> <x:p> \"o .", "1:17: expected the closing quote, found the end of the line"},
	{`<x:s> <x:p> "æ\x" .`, `1:15: expected an escape such as \n or \u00E5, found "\\"`},
	{`<x:s\u003E> <x:p> "o" .`, `1:5: expected an escape such as \u00E5 of a character that IRIs may hold`},
	{`<x:s> <x:p> "o"@en_GB .`, `1:19: expected "_:" and a blank node label, found "_GB"`},
	{`<x:s> <x:p> "o"@norwegian .`, "1:17: expected a language tag such as nb"},
	{`<x:s> <x:p> "o"^<x:d> .`, `1:16: expected "^^" and a datatype, found "^"`},
	{`<x:s> <x:p> "o"^^ "d" .`, `1:19: expected a datatype IRI, found "\""`},
	{`<x:s> <x:p> "o"^^<` + rdfNS + `dirLangString> .`, "1:18: expected a language tag, found " + rdfNS + "dirLangString"},
	{"_:a:b <x:p> <x:o> .", `1:4: expected a predicate, found ":b"`},
	{"_:-a <x:p> <x:o> .", `1:3: expected a blank node label, found "-a"`},
	{"_a <x:p> <x:o> .", `1:1: expected "_:" and a blank node label, found "_a"`},
	{"@base <http://e/> .", `1:1: expected a subject, found "@"`},
	{"BASE <http://e/>", `1:1: expected a subject, found "BASE"`},
	{"VERSION 1.2", `1:9: expected a version in quotes, found "1.2"`},
	{"VERSION \"1.2\" <x:s> <x:p> <x:o> .", `1:15: expected the end of the line, found "<"`},
	{"<x:s> <x:p> <x:o> .\n<x:s> <x:p> \"æ\xff\" .", "2:15: expected UTF-8, found a byte that is not"},
	{"<x:s> <x:p> <<( <x:s> <x:p> <x:o> )>> .", "1:13: expected RDF 1.1, found a triple term of RDF 1.2"},
	{"<< <x:s> <x:p> <x:o> >> <x:p> <x:o> .", "1:1: expected RDF 1.1, found a reified triple of RDF 1.2"},
	{`<x:s> <x:p> "o"@en--rtl .`, "1:19: expected RDF 1.1, found a text direction of RDF 1.2"},
	{`<x:s> <x:p> "o"@en--RTL .`, `1:19: expected the end of the language tag, found "--RTL"`},
}

func TestTurtleErrors(t *testing.T) {
	for _, c := range turtleErrors {
		testError(t, Turtle, c.text, c.want)
		testError(t, TriG, c.text, c.want)
	}
	testError(t, Turtle, "{ e:s e:p e:o }", `1:1: expected a subject, found "{"`)
	testError(t, Turtle, "e:g { e:s e:p e:o }", `1:5: expected a predicate, found "{"`)
	testError(t, Turtle, "GRAPH e:g { e:s e:p e:o }", `1:1: expected an IRI or a prefixed name, found "GRAPH"`)
}

func TestTriGErrors(t *testing.T) {
	for _, c := range trigErrors {
		testError(t, TriG, c.text, c.want)
	}
}

func TestLineErrors(t *testing.T) {
	for _, c := range lineErrors {
		testError(t, NQuads, c.text, c.want)
	}
	testError(t, NTriples, "<x:s> <x:p> <x:o> <x:g> .", `1:19: expected ".", found "<"`)
}

// testError reads a document at once and byte by byte. For Turtle and TriG a
// line that declares the prefix e is put before it.
func testError(t *testing.T, syntax Syntax, text, want string) {
	t.Helper()
	const head = "@prefix e: <http://e/> .\n"
	doc, skipped := text, 0
	if !syntax.Lines() {
		doc, skipped = head+text, 1
	}
	o := ReadOptions{Syntax: syntax}
	wanted, whole := readError(t, strings.NewReader(doc), o)
	if _, pieces := readError(t, iotest.OneByteReader(strings.NewReader(doc)), o); *pieces != *whole {
		t.Errorf("%s, %q: byte by byte the error is %#v, at once %#v", syntax, text, pieces, whole)
	}
	if refused := errors.Is(wanted, errors.ErrUnsupported); refused != strings.Contains(want, "RDF 1.2") {
		t.Errorf("%s, %q: errors.ErrUnsupported: %v", syntax, text, refused)
	}
	whole.Line -= skipped
	if got := whole.Error(); !strings.HasPrefix(got, want) {
		t.Errorf("%s, %q: got %s, want %s", syntax, text, got, want)
	}
}

func readError(t *testing.T, r io.Reader, o ReadOptions) (error, *SyntaxError) {
	t.Helper()
	_, err := read(r, o)
	var e *SyntaxError
	if !errors.As(err, &e) {
		t.Fatalf("got %v, want a syntax error", err)
	}
	return err, e
}

func TestErrorsShowTheirPlace(t *testing.T) {
	_, e := readError(t, strings.NewReader("<x:s> <x:p> 1 .\r\n\t<x:å> <x:p> 'ø' oops .\r\n"), ReadOptions{Name: "dir/a.ttl"})
	want := SyntaxError{
		Name: "dir/a.ttl", Line: 2, Column: 18, Offset: 36,
		Expected: `"."`, Found: `"oops"`, Text: "\t<x:å> <x:p> 'ø' oops .",
		Caret: 17,
	}
	if *e != want {
		t.Errorf("got %#v, want %#v", *e, want)
	}
	const picture = "\t<x:å> <x:p> 'ø' oops .\n\t                ^\n"
	if e.Picture() != picture {
		t.Errorf("got\n%swant\n%s", e.Picture(), picture)
	}
	if got := e.Error(); got != `dir/a.ttl:2:18: expected ".", found "oops"` {
		t.Error(got)
	}
}

func TestCaretAtTheEndOfTheInput(t *testing.T) {
	_, e := readError(t, strings.NewReader("<x:s> <x:p>"), ReadOptions{})
	if want := "<x:s> <x:p>\n           ^\n"; e.Picture() != want {
		t.Errorf("got\n%swant\n%s", e.Picture(), want)
	}
}

func TestErrorsOnLongLinesShowAPieceOfThem(t *testing.T) {
	long := strings.Repeat("å ", 100_000)
	for syntax, text := range map[Syntax]string{
		Turtle:   "<x:s> <x:p> '" + long + "' oops " + long,
		NTriples: "<x:s> <x:p> \"" + long + "\" oops " + long,
	} {
		_, whole := readError(t, strings.NewReader(text), ReadOptions{Syntax: syntax})
		_, pieces := readError(t, iotest.OneByteReader(strings.NewReader(text)), ReadOptions{Syntax: syntax})
		if *whole != *pieces || whole.Column != 200_016 || len(whole.Text) > textBefore+textBehind {
			t.Errorf("got %#v\nand %#v", whole, pieces)
		}
		line, caret, _ := strings.Cut(whole.Picture(), "\n")
		at := strings.IndexByte(caret, '^')
		if got := string([]rune(line)[at:][:4]); got != "oops" {
			t.Errorf("%s: the caret is below %q", syntax, got)
		}
	}
}

func TestLimits(t *testing.T) {
	nested := func(depth int) string {
		return "<x:s> <x:p> " + strings.Repeat("[<x:p> (", depth/2) + "1" + strings.Repeat(")]", depth/2) + " ."
	}
	long := strings.Repeat("a", 101)
	for _, c := range []struct {
		name string
		o    ReadOptions
		text string
		want string
	}{
		{"depth within the default", ReadOptions{}, nested(256), ""},
		{"depth beyond the default", ReadOptions{}, nested(258), "1:1037: expected at most 256 levels of nesting, found more"},
		{"depth of subjects", ReadOptions{MaxDepth: 1}, "[<x:p> 1] <x:p> 2 . ([]) <x:p> 3 .", "1:22: expected at most 1 levels"},
		{"statements within the limit", ReadOptions{MaxStatements: 2}, "<x:s> <x:p> 1, 2 .", ""},
		{"statements", ReadOptions{MaxStatements: 2}, "<x:s> <x:p> 1, 2, 3 .", "1:20: expected at most 2 statements, found more"},
		{"statements in lines", ReadOptions{MaxStatements: 1, Syntax: NTriples}, "<x:s> <x:p> <x:o> .\n\n <x:s> <x:p> <x:o> .", "3:2: expected at most 1 statements, found more"},
		{"a string", ReadOptions{MaxTokenBytes: 100}, "<x:s> <x:p> '" + long + "' .", "1:115: expected at most 100 bytes in a term, found more"},
		{"a string within the limit", ReadOptions{MaxTokenBytes: 101}, "<x:s> <x:p> '" + long + "' .", ""},
		{"a string with escapes", ReadOptions{MaxTokenBytes: 100}, "<x:s> <x:p> '" + strings.Repeat(`\u00e5`, 51) + "' .", "expected at most 100 bytes in a term"},
		{"an IRI", ReadOptions{MaxTokenBytes: 100}, "<x:s> <x:" + long + "> 1 .", "1:109: expected at most 100 bytes in a term"},
		{"a name", ReadOptions{MaxTokenBytes: 100}, "@prefix x: <x:> . x:" + strings.Repeat("a.å", 40) + " x:p 1 .", "expected at most 100 bytes in a term"},
		{"a label", ReadOptions{MaxTokenBytes: 100}, "_:" + long + " <x:p> 1 .", "expected at most 100 bytes in a term"},
		{"a number", ReadOptions{MaxTokenBytes: 100}, "<x:s> <x:p> " + strings.Repeat("1", 101) + " .", "expected at most 100 bytes in a term"},
		{"a string in a line", ReadOptions{MaxTokenBytes: 100, Syntax: NTriples}, "<x:s> <x:p> \"" + long + "\" .", "1:13: expected at most 100 bytes in a term"},
		{"a label in a line", ReadOptions{MaxTokenBytes: 100, Syntax: NTriples}, "_:" + long + " <x:p> <x:o> .", "1:1: expected at most 100 bytes in a term"},
		{"a line", ReadOptions{MaxTokenBytes: 100, Syntax: NTriples, Workers: 1}, "<x:s> <x:p> <x:o> .\n" + strings.Repeat(" ", 1<<20), "2:"},
	} {
		t.Run(c.name, func(t *testing.T) {
			for _, r := range []io.Reader{strings.NewReader(c.text), iotest.OneByteReader(strings.NewReader(c.text))} {
				_, err := read(r, c.o)
				if c.want == "" && err != nil {
					t.Errorf("got %v", err)
				}
				if c.want != "" && (!errors.Is(err, ErrLimit) || !strings.Contains(err.Error(), c.want)) {
					t.Errorf("got %v, want %s", err, c.want)
				}
			}
		})
	}
}

// badLines has statements between lines that are at fault.
const badLines = `<x:s> <x:p> "1" .
oops
<x:s> <x:p> "2" .
<x:s> <x:p> "3"@ .
<x:s> <x:p> "unended .

<x:s> <x:p> "4" . # fine
<x:s> <x:p> "5" . <x:s>
_:end`

func TestOnErrorGoesOnWithTheNextLine(t *testing.T) {
	for _, workers := range []int{1, 3} {
		text := badLines + strings.Repeat("\n", 2*blockSize)
		var errs []string
		got, err := read(strings.NewReader(text), ReadOptions{Syntax: NTriples, Workers: workers,
			OnError: func(e *SyntaxError) error { errs = append(errs, e.Error()); return nil }})
		const want = "<x:s> <x:p> \"1\" .\n<x:s> <x:p> \"2\" .\n<x:s> <x:p> \"4\" .\n"
		if err != nil || got != want {
			t.Errorf("%d workers: got\n%s(%v), want\n%s", workers, got, err, want)
		}
		if got, want := strings.Join(errs, "\n"), `2:1: expected a subject, found "oops"
4:17: expected a language tag such as nb or en-GB, of parts up to 8 characters long, found " "
5:23: expected the closing quote, found the end of the line
8:19: expected the end of the line, found "<"
9:6: expected a predicate, found the end of the line`; got != want {
			t.Errorf("%d workers: got\n%s\nwant\n%s", workers, got, want)
		}
	}
}

func TestOnErrorCanEndTheReading(t *testing.T) {
	got, err := read(strings.NewReader(badLines), ReadOptions{Syntax: NTriples, OnError: func(*SyntaxError) error { return errFull }})
	if want := "<x:s> <x:p> \"1\" .\n"; err != errFull || got != want {
		t.Errorf("got %s(%v), want %s", got, err, want)
	}
}

// TestWorkersMakeNoDifference reads a document of many blocks, without and
// with a fault, on one goroutine and on several.
func TestWorkersMakeNoDifference(t *testing.T) {
	var b strings.Builder
	for i := range 20_000 {
		b.WriteString("<http://e/s> <http://e/p> \"a\\tb å " + strings.Repeat("x", i%97) + "\"@NB .\n# comment\n\n")
	}
	good := b.String()
	middle := strings.Index(good[len(good)/2:], "<") + len(good)/2
	for name, text := range map[string]string{
		"good":           good,
		"fault":          good[:middle] + "<oops>" + good[middle:],
		"not UTF-8":      good[:middle] + "\"\xff" + good[middle:],
		"no newline":     good + "<http://e/s> <http://e/p> <http://e/o> .",
		"a long line":    good + "<http://e/s> <http://e/p> \"" + strings.Repeat("y", 3*blockSize) + "\" .\n" + good,
		"unended string": good + "<http://e/s> <http://e/p> \"",
	} {
		t.Run(name, func(t *testing.T) {
			results := make(map[string]bool)
			for _, o := range []ReadOptions{
				{Workers: 1}, {Workers: 2}, {Workers: 7}, {},
			} {
				o.Syntax = NQuads
				got, err := read(strings.NewReader(text), o)
				picture := "no error"
				var e *SyntaxError
				if errors.As(err, &e) {
					picture = e.Error() + "\n" + e.Picture()
				}
				results[got+picture] = true
			}
			if len(results) != 1 {
				t.Errorf("%d different results", len(results))
			}
		})
	}
	for _, workers := range []int{1, 2, 7} {
		n := int64(0)
		err := ReadRaw(strings.NewReader(good), ReadOptions{Syntax: NQuads, Workers: workers, MaxStatements: 15_000},
			func(*graph.RawQuad) error { n++; return nil })
		if n != 15_000 || err == nil || !strings.HasPrefix(err.Error(), "45001:1: expected at most 15000 statements") {
			t.Errorf("%d workers: %d statements, %v", workers, n, err)
		}
	}
}
