package turtle

import (
	"errors"
	"io"
	"strings"
	"testing"

	"github.com/cayleygraph/quad"

	"policygraph/graph"
)

const (
	s = quad.IRI("http://e/s")
	p = quad.IRI("http://e/p")
	o = quad.IRI("http://e/o")
	g = quad.IRI("http://e/g")
)

func triple(s, p, o quad.Value) quad.Quad { return quad.Quad{Subject: s, Predicate: p, Object: o} }

func typed(lexical, xsd string) quad.Value {
	return quad.TypedString{Value: quad.String(lexical), Type: quad.IRI(xsdNS + xsd)}
}

func write(t *testing.T, o WriteOptions, qs ...quad.Quad) string {
	t.Helper()
	var b strings.Builder
	w := NewWriter(&b, o)
	for _, q := range qs {
		if err := w.WriteQuad(q); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

var examplePrefixes = []Prefix{
	{Name: "xsd", IRI: xsdNS}, {Name: "e", IRI: "http://e/"}, {Name: "deep", IRI: "http://e/deep/"}, {Name: "", IRI: "http://e/default#"},
}

// TestObjectForms holds how one term is written as an object, in N-Triples and
// in Turtle.
func TestObjectForms(t *testing.T) {
	for _, c := range []struct {
		name     string
		term     quad.Value
		ntriples string
		turtle   string
	}{
		{"IRI with a prefix", o, "<http://e/o>", "e:o"},
		{"IRI without a prefix", quad.IRI("http://x/o"), "<http://x/o>", "<http://x/o>"},
		{"longest prefix wins", quad.IRI("http://e/deep/o"), "<http://e/deep/o>", "deep:o"},
		{"empty prefix", quad.IRI("http://e/default#o"), "<http://e/default#o>", ":o"},
		{"empty local name", quad.IRI("http://e/"), "<http://e/>", "e:"},
		{"local name with a slash", quad.IRI("http://e/a/b"), "<http://e/a/b>", "<http://e/a/b>"},
		{"local name that begins with a digit", quad.IRI("http://e/10-a"), "<http://e/10-a>", "e:10-a"},
		{"local name that begins with a hyphen", quad.IRI("http://e/-a"), "<http://e/-a>", `e:\-a`},
		{"local name that ends with a dot", quad.IRI("http://e/a.b."), "<http://e/a.b.>", `e:a.b\.`},
		{"local name with a colon", quad.IRI("http://e/a:b"), "<http://e/a:b>", "e:a:b"},
		{"local name with two escapes", quad.IRI("http://e/a(b)"), "<http://e/a(b)>", `e:a\(b\)`},
		{"local name with three escapes", quad.IRI("http://e/a(b)!"), "<http://e/a(b)!>", "<http://e/a(b)!>"},
		{"local name with a percent escape", quad.IRI("http://e/a%20b"), "<http://e/a%20b>", "e:a%20b"},
		{"local name with a bare percent", quad.IRI("http://e/a%2"), "<http://e/a%2>", "<http://e/a%2>"},
		{"local name in Norwegian", quad.IRI("http://e/åøæ"), "<http://e/åøæ>", "e:åøæ"},
		{"local name that begins with a combining accent", quad.IRI("http://e/\u0301a"), "<http://e/\u0301a>", "<http://e/\u0301a>"},
		{"local name with a character PN_CHARS lacks", quad.IRI("http://e/a→b"), "<http://e/a→b>", "<http://e/a→b>"},
		{"rdf:type is a only as a predicate", quad.IRI(graph.RDFType), "<" + graph.RDFType + ">", "<" + graph.RDFType + ">"},

		{"blank node", quad.BNode("b0"), "_:b0", "_:b0"},
		{"label with dots", quad.BNode("b.0"), "_:b.0", "_:b.0"},
		{"label with a colon", quad.BNode("a:b"), "_:esc_a_3a_b", "_:esc_a_3a_b"},
		{"label that looks changed", quad.BNode("esc_a_3a_b"), "_:esc_esc_5f_a_5f_3a_5f_b", "_:esc_esc_5f_a_5f_3a_5f_b"},
		{"label that begins with a middle dot", quad.BNode("·a"), "_:esc_·a", "_:esc_·a"},

		{"string", quad.String("a"), `"a"`, `"a"`},
		{"string with quotes and backslashes", quad.String(`"\`), `"\"\\"`, `"\"\\"`},
		{"string with newlines", quad.String("a\nb"), `"a\nb"`, "\"\"\"a\nb\"\"\""},
		{"long string with two quotes in a row", quad.String("\n\"\"a"), `"\n\"\"a"`, "\"\"\"\n\\\"\"a\"\"\""},
		{"long string with five quotes in a row", quad.String("\n\"\"\"\"\"a"), `"\n\"\"\"\"\"a"`, "\"\"\"\n\\\"\\\"\\\"\\\"\"a\"\"\""},
		{"long string that ends with a quote", quad.String("\n\"\""), `"\n\"\""`, "\"\"\"\n\\\"\\\"\"\"\""},
		{"long string with lone quotes", quad.String("\n\"a\" \"\n"), `"\n\"a\" \"\n"`, "\"\"\"\n\"a\" \"\n\"\"\""},
		{"long string with a quote before an escape", quad.String("\n\"\t"), `"\n\"\t"`, "\"\"\"\n\\\"\\t\"\"\""},
		{"long string with a backslash", quad.String("\n\\"), `"\n\\"`, "\"\"\"\n\\\\\"\"\""},
		{"carriage return", quad.String("a\r\nb"), `"a\r\nb"`, "\"\"\"a\\r\nb\"\"\""},
		{"control characters", quad.String("\x00\x01\b\t\v\f\x1f\x7f"), `"\u0000\u0001\b\t\u000B\f\u001F\u007F"`, `"\u0000\u0001\b\t\u000B\f\u001F\u007F"`},
		{"control characters in a long string", quad.String("\n\x00\t\x7f"), `"\n\u0000\t\u007F"`, "\"\"\"\n\\u0000\\t\\u007F\"\"\""},
		{"non-characters", quad.String("\uFFFD\uFFFE\uFFFF!"), "\"\uFFFD\\uFFFE\\uFFFF!\"", "\"\uFFFD\\uFFFE\\uFFFF!\""},
		{"non-characters in a long string", quad.String("\n\uFFFE!"), `"\n\uFFFE!"`, "\"\"\"\n\\uFFFE!\"\"\""},
		{"characters beyond the BMP", quad.String("😀é"), `"😀é"`, `"😀é"`},
		{"language tag in lower case", quad.LangString{Value: "a", Lang: "nb-NO"}, `"a"@nb-no`, `"a"@nb-no`},
		{"language tag of a long string", quad.LangString{Value: "\n", Lang: "nb"}, `"\n"@nb`, "\"\"\"\n\"\"\"@nb"},

		{"integer", typed("42", "integer"), `"42"^^<` + xsdNS + `integer>`, "42"},
		{"integer as it was written", typed("+007", "integer"), `"+007"^^<` + xsdNS + `integer>`, "+007"},
		{"not quite an integer", typed("4 2", "integer"), `"4 2"^^<` + xsdNS + `integer>`, `"4 2"^^xsd:integer`},
		{"empty integer", typed("", "integer"), `""^^<` + xsdNS + `integer>`, `""^^xsd:integer`},
		{"a sign is no integer", typed("-", "integer"), `"-"^^<` + xsdNS + `integer>`, `"-"^^xsd:integer`},
		{"decimal", typed("-.50", "decimal"), `"-.50"^^<` + xsdNS + `decimal>`, "-.50"},
		{"decimal that ends with its point", typed("5.", "decimal"), `"5."^^<` + xsdNS + `decimal>`, `"5."^^xsd:decimal`},
		{"decimal without a point would read as an integer", typed("5", "decimal"), `"5"^^<` + xsdNS + `decimal>`, `"5"^^xsd:decimal`},
		{"double", typed("1.E-3", "double"), `"1.E-3"^^<` + xsdNS + `double>`, "1.E-3"},
		{"double without an exponent", typed("1.5", "double"), `"1.5"^^<` + xsdNS + `double>`, `"1.5"^^xsd:double`},
		{"double without digits", typed(".e1", "double"), `".e1"^^<` + xsdNS + `double>`, `".e1"^^xsd:double`},
		{"double with half an exponent", typed("1e+", "double"), `"1e+"^^<` + xsdNS + `double>`, `"1e+"^^xsd:double`},
		{"not a number", typed("NaN", "double"), `"NaN"^^<` + xsdNS + `double>`, `"NaN"^^xsd:double`},
		{"boolean", typed("true", "boolean"), `"true"^^<` + xsdNS + `boolean>`, "true"},
		{"boolean as a digit", typed("1", "boolean"), `"1"^^<` + xsdNS + `boolean>`, `"1"^^xsd:boolean`},
		{"other datatype", typed("2020", "gYear"), `"2020"^^<` + xsdNS + `gYear>`, `"2020"^^xsd:gYear`},
		{"other datatype of a long string", typed("a\n", "token"), `"a\n"^^<` + xsdNS + `token>`, "\"\"\"a\n\"\"\"^^xsd:token"},
		{"datatype without a prefix", quad.TypedString{Value: "a", Type: "http://x/d"}, `"a"^^<http://x/d>`, `"a"^^<http://x/d>`},
	} {
		t.Run(c.name, func(t *testing.T) {
			q := triple(s, p, c.term)
			if got, want := write(t, WriteOptions{Syntax: NTriples}, q), "<http://e/s> <http://e/p> "+c.ntriples+" .\n"; got != want {
				t.Errorf("N-Triples\n got %s want %s", got, want)
			}
			got := write(t, WriteOptions{Prefixes: examplePrefixes}, q)
			_, got, _ = strings.Cut(got, "\n\n")
			if want := "e:s e:p " + c.turtle + " .\n"; got != want {
				t.Errorf("Turtle\n got %s want %s", got, want)
			}
		})
	}
}

// TestLayout holds how statements share lines.
func TestLayout(t *testing.T) {
	in := func(g quad.Value, q quad.Quad) quad.Quad { q.Label = g; return q }
	e := []Prefix{{Name: "e", IRI: "http://e/"}}
	a := quad.IRI(graph.RDFType)
	p2, s2, o2 := quad.IRI("http://e/p2"), quad.IRI("http://e/s2"), quad.IRI("http://e/o2")
	long := quad.String(strings.Repeat("å", 60))
	for _, c := range []struct {
		name string
		o    WriteOptions
		qs   []quad.Quad
		want string
	}{
		{"nothing", WriteOptions{}, nil, ""},
		{"prefixes alone, sorted", WriteOptions{Prefixes: []Prefix{{Name: "z", IRI: "http://z/"}, {Name: "a", IRI: "http://a/"}}}, nil,
			"@prefix a: <http://a/> .\n@prefix z: <http://z/> .\n"},
		{"the zero value is Turtle without prefixes", WriteOptions{}, []quad.Quad{triple(s, p, o)},
			"<http://e/s> <http://e/p> <http://e/o> .\n"},
		{"objects, predicates and subjects", WriteOptions{Prefixes: e},
			[]quad.Quad{triple(s, a, o), triple(s, p, o), triple(s, p, o2), triple(s, p2, o), triple(s2, p2, o), triple(s, p, o)},
			"@prefix e: <http://e/> .\n\ne:s a e:o ;\n    e:p e:o, e:o2 ;\n    e:p2 e:o .\n\ne:s2 e:p2 e:o .\n\ne:s e:p e:o .\n"},
		{"a statement twice is written twice", WriteOptions{Prefixes: e}, []quad.Quad{triple(s, p, o), triple(s, p, o)},
			"@prefix e: <http://e/> .\n\ne:s e:p e:o, e:o .\n"},
		{"long lists are broken by characters, not bytes", WriteOptions{Prefixes: e},
			[]quad.Quad{triple(s, p, long), triple(s, p, o), triple(s, p, o2), triple(s, p, quad.Int(1))},
			"@prefix e: <http://e/> .\n\ne:s e:p \"" + string(long) + "\", e:o,\n        e:o2, 1 .\n"},
		{"IRI and blank node of the same name", WriteOptions{}, []quad.Quad{triple(quad.BNode("b"), p, o), triple(quad.IRI("b:"), p, o)},
			"_:b <http://e/p> <http://e/o> .\n\n<b:> <http://e/p> <http://e/o> .\n"},
		{"graphs", WriteOptions{Syntax: TriG, Prefixes: e},
			[]quad.Quad{triple(s, p, o), in(g, triple(s, p, o)), in(g, triple(s, p, o2)), in(g, triple(s2, p, o)), in(g, triple(s2, p2, o)), in(quad.BNode("g"), triple(s2, p2, o)), triple(s2, p2, o)},
			"@prefix e: <http://e/> .\n\ne:s e:p e:o .\n\n" +
				"e:g {\n    e:s e:p e:o, e:o2 .\n\n    e:s2 e:p e:o ;\n        e:p2 e:o .\n}\n\n" +
				"_:g {\n    e:s2 e:p2 e:o .\n}\n\ne:s2 e:p2 e:o .\n"},
		{"a graph first and last", WriteOptions{Syntax: TriG}, []quad.Quad{in(g, triple(s, p, o))},
			"<http://e/g> {\n    <http://e/s> <http://e/p> <http://e/o> .\n}\n"},
		{"N-Quads", WriteOptions{Syntax: NQuads}, []quad.Quad{in(g, triple(s, p, o)), triple(s, p, o)},
			"<http://e/s> <http://e/p> <http://e/o> <http://e/g> .\n<http://e/s> <http://e/p> <http://e/o> .\n"},
		{"N-Triples has neither prefixes nor base", WriteOptions{Syntax: NTriples, Prefixes: e, Base: "http://e/"}, []quad.Quad{triple(s, p, o)},
			"<http://e/s> <http://e/p> <http://e/o> .\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := write(t, c.o, c.qs...); got != c.want {
				t.Errorf("got\n%s\nwant\n%s", got, c.want)
			}
		})
	}
}

func TestBaseShortensOnlyWhatResolvesBack(t *testing.T) {
	for _, c := range []struct{ base, iri, want string }{
		{"http://e/a/b", "http://e/a/b", "<>"},
		{"http://e/a/b", "http://e/a/b#x", "<#x>"},
		{"http://e/a/b#frag", "http://e/a/b#x", "<#x>"},
		{"http://e/a/b", "http://e/a/c", "<c>"},
		{"http://e/a/b", "http://e/a/c/d?q#f", "<c/d?q#f>"},
		{"http://e/a/b", "http://e/a/b?q", "<?q>"},
		{"http://e/a/b?q", "http://e/a/c", "<c>"},
		{"http://e/a/b?q=/x", "http://e/a/c", "<c>"},
		{"http://e/a/b", "http://e/a/bc", "<bc>"},
		{"http://e/a/b", "http://e/a/c:d", "<http://e/a/c:d>"},
		{"http://e/a/b", "http://e/a/./c", "<http://e/a/./c>"},
		{"http://e/a/b", "http://e/a/../c", "<http://e/a/../c>"},
		{"http://e/a/b", "http://e/a//c", "<http://e/a//c>"},
		{"http://e/a/b", "http://e/c", "<http://e/c>"},
		{"http://e/a/", "http://e/a/", "<>"},
		{"http://e", "http://e/a", "</a>"},
		{"http://e", "http://example/a", "<http://example/a>"},
		{"urn:x:y", "urn:x:y#z", "<#z>"},
		{"urn:x:y", "urn:x:z", "<urn:x:z>"},
	} {
		got := write(t, WriteOptions{Base: c.base}, triple(s, p, quad.IRI(c.iri)))
		want := "@base <" + c.base + "> .\n\n"
		if _, object, _ := strings.Cut(strings.TrimPrefix(got, want), "p> "); !strings.HasSuffix(object, c.want+" .\n") {
			t.Errorf("base <%s>, IRI <%s>: got\n%s, want %s", c.base, c.iri, got, c.want)
		}
	}
}

func TestWriterNamesTheStatementItRefuses(t *testing.T) {
	for _, c := range []struct {
		name string
		o    Syntax
		q    quad.Quad
		want string
	}{
		{"literal subject", Turtle, triple(quad.String("a"), p, o), `turtle: statement 2, "a" <http://e/p> <http://e/o> .: not a valid RDF term: the subject must be`},
		{"blank predicate", NTriples, triple(s, quad.BNode("b"), o), `statement 2, <http://e/s> _:b <http://e/o> .: not a valid RDF term: the predicate must be`},
		{"no object", NTriples, triple(s, p, nil), "the object is missing"},
		{"IRI with a space", NTriples, triple(s, p, quad.IRI("http://e/ ")), `the IRI "http://e/ " contains ' '`},
		{"relative IRI", NQuads, triple(s, p, quad.IRI("o")), `the IRI "o" is relative`},
		{"datatype with a quote", Turtle, triple(s, p, quad.TypedString{Value: "a", Type: `http://e/"`}), `contains '"'`},
		{"text that is not UTF-8", Turtle, triple(s, p, quad.String("\xff\n")), "not UTF-8"},
		{"IRI that is not UTF-8", Turtle, triple(s, p, quad.IRI("http://e/\xff")), "not UTF-8"},
		{"language tag", Turtle, triple(s, p, quad.LangString{Value: "a", Lang: "en--ltr"}), `the language tag "en--ltr"`},
		{"named graph in N-Triples", NTriples, quad.Quad{Subject: s, Predicate: p, Object: o, Label: g}, "<http://e/g> .: N-Triples has no named graphs"},
		{"named graph in Turtle", Turtle, quad.Quad{Subject: s, Predicate: p, Object: o, Label: g}, "Turtle has no named graphs"},
		{"literal graph", NQuads, quad.Quad{Subject: s, Predicate: p, Object: o, Label: quad.String("g")}, "the graph name must be"},
	} {
		t.Run(c.name, func(t *testing.T) {
			var b strings.Builder
			w := NewWriter(&b, WriteOptions{Syntax: c.o})
			if err := w.WriteQuad(triple(s, p, o)); err != nil {
				t.Fatal(err)
			}
			err := w.WriteQuad(c.q)
			if err == nil || !strings.Contains(err.Error(), c.want) {
				t.Fatalf("got %v, want … %s …", err, c.want)
			}
			if again := w.WriteQuad(triple(s, p, o)); again != err {
				t.Errorf("the first error does not stick: %v", again)
			}
			if closed := w.Close(); closed != err || b.Len() > 0 {
				t.Errorf("Close returns %v after writing %q", closed, b.String())
			}
		})
	}
}

func TestRawTermsAreCheckedWhereTheyAreWritten(t *testing.T) {
	bad := func(k graph.Kind, text, aux string) graph.RawTerm {
		return graph.RawTerm{Kind: k, Text: []byte(text), Aux: []byte(aux)}
	}
	for _, o := range []graph.RawTerm{
		bad(graph.KindIRI, "http://e/<", ""), bad(graph.KindIRI, "http://e/\xff", ""), bad(graph.KindIRI, "", ""),
		bad(graph.KindBNode, "", ""), bad(graph.KindBNode, "\xff", ""), bad(graph.KindString, "\xff", ""),
		bad(graph.KindString, "\n\xff", ""), bad(graph.KindLangString, "a", ""), bad(graph.KindLangString, "a", "1"),
		bad(graph.KindLangString, "a", "en-"), bad(graph.KindTypedString, "a", "x y:"),
		bad(graph.KindTypedString, "a", rdfNS+"langString"), bad(graph.KindLangString, "a", "cantbethislong"),
	} {
		for _, syntax := range []Syntax{Turtle, TriG, NTriples, NQuads} {
			q := graph.RawQuad{Subject: bad(graph.KindIRI, "http://e/s", ""), Predicate: bad(graph.KindIRI, "http://e/p", ""), Object: o}
			if err := NewWriter(io.Discard, WriteOptions{Syntax: syntax}).WriteRaw(&q); !errors.Is(err, graph.ErrTerm) {
				t.Errorf("%s writes %q with %q", syntax, o.Text, o.Aux)
			}
		}
	}
}

func TestOptionsThatCannotBeWritten(t *testing.T) {
	for _, o := range []WriteOptions{
		{Syntax: 9},
		{Prefixes: []Prefix{{Name: "1", IRI: "http://e/"}}},
		{Prefixes: []Prefix{{Name: "_", IRI: "http://e/"}}},
		{Prefixes: []Prefix{{Name: "a.", IRI: "http://e/"}}},
		{Prefixes: []Prefix{{Name: "a", IRI: "e/"}}},
		{Prefixes: []Prefix{{Name: "a", IRI: "http://e/ "}}},
		{Prefixes: []Prefix{{Name: "a", IRI: "http://e/"}, {Name: "a", IRI: "http://f/"}}},
		{Base: "e/"},
	} {
		w := NewWriter(io.Discard, o)
		if err := w.WriteQuad(triple(s, p, quad.Int(1))); err == nil || w.Close() != err {
			t.Errorf("%+v: got %v, then %v", o, err, w.Close())
		}
	}
}

type fullDisk struct{ room int }

var errFull = errors.New("no space left")

func (d *fullDisk) Write(b []byte) (int, error) {
	if d.room -= len(b); d.room < 0 {
		return 0, errFull
	}
	return len(b), nil
}

func TestFirstErrorOfTheUnderlyingWriterSticks(t *testing.T) {
	w := NewWriter(&fullDisk{flushAt + 1000}, WriteOptions{Syntax: NTriples})
	for range 100_000 {
		if w.WriteQuad(triple(s, p, o)) != nil {
			break
		}
	}
	if err := w.Close(); err != errFull {
		t.Errorf("got %v, want %v", err, errFull)
	}
}

func TestCloseTwiceAndWriteAfterClose(t *testing.T) {
	w := NewWriter(io.Discard, WriteOptions{})
	if err := errors.Join(w.Close(), w.Close()); err != nil {
		t.Error(err)
	}
	if err := w.WriteQuad(triple(s, p, o)); err != ErrClosed {
		t.Errorf("got %v", err)
	}
}

func TestWriteRawDoesNotAllocate(t *testing.T) {
	var q, r, long graph.RawQuad
	for raw, value := range map[*graph.RawQuad]quad.Quad{
		&long: triple(s, p, quad.String(strings.Repeat("å", 1000))),
		&q:    triple(s, p, quad.LangString{Value: "a\nb å\uFFFE", Lang: "nb"}),
		&r:    triple(s, quad.IRI(graph.RDFType), typed("4 2", "integer")),
	} {
		if err := raw.SetQuad(value); err != nil {
			t.Fatal(err)
		}
	}
	for _, syntax := range []Syntax{Turtle, TriG, NTriples, NQuads} {
		w := NewWriter(io.Discard, WriteOptions{Syntax: syntax, Prefixes: examplePrefixes, Base: "http://e/x"})
		all := func() {
			for _, raw := range [...]*graph.RawQuad{&q, &long, &long, &r} {
				if err := w.WriteRaw(raw); err != nil {
					t.Error(err)
				}
			}
		}
		for range 2 * flushAt / 64 { // let the buffers grow
			all()
		}
		if n := testing.AllocsPerRun(100, all); n != 0 {
			t.Errorf("%s allocates %v times in four statements", syntax, n)
		}
	}
}
