package rdfxml_test

import (
	"errors"
	"io"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/cayleygraph/quad"

	"policygraph/graph"
	"policygraph/graph/internal/w3c"
	"policygraph/graph/rdfxml"
	"policygraph/graph/turtle"
)

const (
	head = `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:e="http://e/">`
	tail = `</rdf:RDF>`
	base = "http://e/dir/doc"
)

// forms holds what is read from the inside of rdf:RDF with the base above, in
// Turtle.
var forms = []struct{ name, text, want string }{
	{"nothing", ``, ``},
	{"node without a property", `<rdf:Description rdf:about="x"/>`, ``},
	{"class as element", `<e:C rdf:about="x"/>`, `<x> a e:C .`},
	{"class as attribute", `<rdf:Description rdf:about="x" rdf:type="C"/>`, `<x> a <C> .`},
	{"class and type without a prefix", `<e:C about="x" type="D"/>`, `<x> a e:C, <D> .`},
	{"node without a name", `<e:C/>`, `[] a e:C .`},
	{"rdf:ID on a node", `<e:C rdf:ID="x"/>`, `<#x> a e:C .`},
	{"rdf:nodeID", `<e:C rdf:nodeID="x"/><e:D rdf:nodeID="x"/>`, `_:x a e:C, e:D .`},
	{"labels like those made up", `<e:C rdf:nodeID="genid0"/><e:C/>`, `_:a a e:C . _:b a e:C .`},
	{"labels that end with a dot", `<e:C rdf:nodeID="x."/><e:D rdf:nodeID="x._"/>`, `_:a a e:C . _:b a e:D .`},
	{"property attributes", `<e:C rdf:about="x" e:p="1" e:q=""/>`, `<x> a e:C; e:p "1"; e:q "" .`},
	{"property attribute rdf:_1", `<rdf:Seq rdf:about="x" rdf:_1="a"/>`, `<x> a rdf:Seq; rdf:_1 "a" .`},

	{"text", `<e:C rdf:about="x"><e:p>a b</e:p></e:C>`, `<x> a e:C; e:p "a b" .`},
	{"text with a comment and an instruction inside", prop(`>a<!-- c -->b<?i?>c<`), `<s> e:p "abc" .`},
	{"text in CDATA", prop(`>a<![CDATA[<&amp;]]>b<`), `<s> e:p "a<&amp;b" .`},
	{"text with references", prop(`>&lt;&#65;&#x42;&amp;&gt;&apos;&quot;<`), `<s> e:p "<AB&>'\"" .`},
	{"text of white space", prop("> \n\t<"), `<s> e:p " \n\t" .`},
	{"line ends", prop(">a\r\nb\rc\nd&#13;e<"), `<s> e:p "a\nb\nc\nd\re" .`},
	{"no text", prop(`><`), `<s> e:p "" .`},
	{"datatype", prop(` rdf:datatype="http://www.w3.org/2001/XMLSchema#integer">01<`), `<s> e:p "01"^^xsd:integer .`},
	{"datatype of strings", prop(` rdf:datatype="http://www.w3.org/2001/XMLSchema#string">a<`), `<s> e:p "a" .`},
	{"datatype that is relative", prop(` rdf:datatype="t">a<`), `<s> e:p "a"^^<t> .`},
	{"datatype without text", prop(` rdf:datatype="t"><`), `<s> e:p ""^^<t> .`},

	{"resource", `<rdf:Description rdf:about="s"><e:p rdf:resource="o"/></rdf:Description>`, `<s> e:p <o> .`},
	{"resource and white space", prop(" rdf:resource='o'>\n<!-- c --><"), `<s> e:p <o> .`},
	{"resource with properties", prop(` rdf:resource="o" e:q="1" rdf:type="C"><`), `<s> e:p <o> . <o> e:q "1"; a <C> .`},
	{"blank node with properties", prop(` e:q="1"><`), `<s> e:p [ e:q "1" ] .`},
	{"nodeID as object", prop(` rdf:nodeID="o"><`), `<s> e:p _:o .`},
	{"node as object", prop("> \n<e:C rdf:about='o'><e:q>1</e:q></e:C><!-- c --> <"), `<s> e:p <o> . <o> a e:C; e:q "1" .`},
	{"nodes in nodes", prop("><e:C><e:q><e:D/></e:q></e:C><"), `<s> e:p [ a e:C; e:q [ a e:D ] ] .`},

	{"parseType Resource", prop(` rdf:parseType="Resource"><e:q>1</e:q><e:r/><`), `<s> e:p [ e:q "1"; e:r "" ] .`},
	{"parseType Resource, empty", prop(` rdf:parseType="Resource"><`), `<s> e:p [] .`},
	{"parseType Collection", prop(` rdf:parseType="Collection"><e:C rdf:about="a"/><rdf:Description rdf:about="b"/><`), `<s> e:p (<a> <b>) . <a> a e:C .`},
	{"parseType Collection in itself", prop(` rdf:parseType="Collection"><e:C><e:q rdf:parseType="Collection"><e:D/></e:q></e:C><e:E/><`), `<s> e:p ([ a e:C; e:q ([ a e:D ]) ] [ a e:E ]) .`},
	{"parseType Collection, empty", prop(` rdf:parseType="Collection"> <`), `<s> e:p () .`},
	{"parseType Literal", prop(` rdf:parseType="Literal">a<e:b/><`), `<s> e:p "a<e:b xmlns:e=\"http://e/\"></e:b>"^^rdf:XMLLiteral .`},
	{"parseType that nobody knows", prop(` rdf:parseType="x">a<`), `<s> e:p "a"^^rdf:XMLLiteral .`},

	{"rdf:li", `<rdf:Seq rdf:about="s"><rdf:li>a</rdf:li><rdf:_1>b</rdf:_1><rdf:li><rdf:Bag rdf:about="t"><rdf:li>c</rdf:li></rdf:Bag></rdf:li></rdf:Seq>`,
		`<s> a rdf:Seq; rdf:_1 "a", "b"; rdf:_2 <t> . <t> a rdf:Bag; rdf:_1 "c" .`},
	{"rdf:li in parseType Resource", `<rdf:Seq rdf:about="s"><rdf:li rdf:parseType="Resource"><rdf:li>c</rdf:li></rdf:li><rdf:li>d</rdf:li></rdf:Seq>`,
		`<s> a rdf:Seq; rdf:_1 [ rdf:_1 "c" ]; rdf:_2 "d" .`},
	{"reified text", prop(` rdf:ID="r">a<`), `<s> e:p "a" . <#r> a rdf:Statement; rdf:subject <s>; rdf:predicate e:p; rdf:object "a" .`},
	{"reified node", prop(` rdf:ID="r"><e:C rdf:about="o"/><`), `<s> e:p <o> . <o> a e:C . <#r> a rdf:Statement; rdf:subject <s>; rdf:predicate e:p; rdf:object <o> .`},
	{"reified collection", prop(` rdf:ID="r" rdf:parseType="Collection"><`), `<s> e:p () . <#r> a rdf:Statement; rdf:subject <s>; rdf:predicate e:p; rdf:object () .`},

	{"xml:lang", prop(` xml:lang="en-GB">a<`), `<s> e:p "a"@en-gb .`},
	{"xml:lang from outside", `<e:C rdf:about="s" xml:lang="nb" e:q="b"><e:p>a</e:p><e:p xml:lang="">c</e:p><e:p rdf:datatype="t">d</e:p></e:C>`,
		`<s> a e:C; e:q "b"@nb; e:p "a"@nb, "c", "d"^^<t> .`},
	{"xml:base", `<e:C xml:base="http://b/c/d#f" rdf:about="s" e:q=""><e:p rdf:resource=""/><e:p xml:base="../x" rdf:resource="#y"/></e:C>`,
		`<http://b/c/s> a e:C; e:q ""; e:p <http://b/c/d>, <http://b/x#y> .`},
	{"one rdf:ID with two bases", `<e:C rdf:ID="x"/><e:C rdf:ID="x" xml:base="http://b/"/>`, `<#x> a e:C . <http://b/#x> a e:C .`},
	{"names that XML reserves", `<e:C rdf:about="s" xml:space="preserve" xmlfoo="1"/>`, `<s> a e:C .`},

	{"namespaces inside", `<C xmlns="http://d/" rdf:about="s"><p xmlns="http://f/">a</p><p xmlns:e="http://g/"><e:D/></p></C>`,
		`<s> a <http://d/C>; <http://f/p> "a"; <http://d/p> [ a <http://g/D> ] .`},
	{"one name of two forms", `<r:Description xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#" r:about="s"><e:p r:resource="o"/></r:Description>`, `<s> e:p <o> .`},
	{"letters beyond ASCII", `<e:Tiltak rdf:about="å"><e:årsak>ø</e:årsak></e:Tiltak>`, `<å> a e:Tiltak; e:årsak "ø" .`},
	{"white space in values", "<e:C rdf:about='s' e:p='a\nb\tc\r\nd\re&#10;f&#13;g'/>", `<s> a e:C; e:p "a b c d e\nf\rg" .`},
	{"text with a direction before RDF 1.2", prop(` xmlns:its="http://www.w3.org/2005/11/its" its:dir="rtl" xml:lang="ar">a<`), `<s> e:p "a"@ar .`},
	{"text with a direction and no language", prop(` xmlns:its="http://www.w3.org/2005/11/its" its:dir="rtl" rdf:version="1.2">a<`), `<s> e:p "a" .`},
}

// prop is a property element of s, given from behind its name up to its end.
func prop(inside string) string {
	return `<rdf:Description rdf:about="s"><e:p` + inside + `/e:p></rdf:Description>`
}

// documents holds what is read from whole documents.
var documents = []struct{ name, text, want string }{
	{"one node without rdf:RDF", `<e:C xmlns:e="http://e/"><e:p>a</e:p></e:C>`, `[] a e:C; e:p "a" .`},
	{"declaration, comments and instructions", `<?xml version="1.0" encoding="utf-8"?><!-- a --><?b c?>` + head + tail + "\n<!-- d --><?e?>\n", ``},
	{"byte order mark", "\uFEFF<?xml version='1.0'?>" + head + `<e:C rdf:about="s"/>` + tail, `<s> a e:C .`},
	{"US-ASCII", `<?xml version="1.0" encoding="US-ASCII"?>` + head + `<e:C rdf:about="s"/>` + tail, `<s> a e:C .`},
	{"ISO-8859-1", `<?xml version="1.0" encoding="ISO-8859-1"?>` + head + "<e:C rdf:about='s' e:p='\xe6\xf8\xe5'/>" + tail, `<s> a e:C; e:p "æøå" .`},
	{"xml:base and xml:lang at the top", strings.Replace(head, ">", ` xml:base="http://b/" xml:lang="en">`, 1) + prop(`>a<`) + tail, `<http://b/s> e:p "a"@en .`},
	{"entities", dtd(`<!ENTITY e "http://e/"><!ENTITY ex "&e;x"><!ENTITY e 'ignored'>`) + `<e:C rdf:about="&ex;/y" e:p="&e;"><e:q>1 &ex; 2</e:q></e:C>` + tail,
		`e:x\/y a e:C; e:p "http://e/"; e:q "1 http://e/x 2" .`},
	{"entities in namespaces", `<!DOCTYPE C [<!ENTITY e "http://e/">]><C xmlns="&e;"/>`, `[] a e:C .`},
	{"entities of signs", dtd(`<!ENTITY a "&#38;#60;&#34;'&#38;amp;&#10;x">`) + `<e:C e:p="&a;" e:q='&a;'><e:r>&a;</e:r></e:C>` + tail,
		`[] a e:C; e:p "<\"'& x"; e:q "<\"'& x"; e:r "<\"'&\nx" .`},
	{"entities without text", dtd(`<!ENTITY a "">`) + prop(`>`+strings.Repeat("&a;", 100_000)+`b<`) + tail, `<s> e:p "b" .`},
	{"no entities in CDATA and comments", dtd(`<!ENTITY a "b">`) + prop(`><!-- &a; --><![CDATA[&a;]]>&a;<`) + tail, `<s> e:p "&a;b" .`},
	{"other declarations", dtd(`<!-- c > --><!ELEMENT e:C (#PCDATA)><!NOTATION n SYSTEM ">"><?i ]?><!ENTITY a "b">`) + prop(`>&a;<`) + tail, `<s> e:p "b" .`},
	{"document type without declarations", `<!DOCTYPE rdf:RDF>` + head + prop(`>a<`) + tail, `<s> e:p "a" .`},
}

// dtd is a document type with declarations, and the start tag of rdf:RDF.
func dtd(declarations string) string { return "<!DOCTYPE rdf:RDF [" + declarations + "]>" + head }

func TestForms(t *testing.T) {
	for _, c := range forms {
		t.Run(c.name, func(t *testing.T) { testRead(t, head+c.text+tail, c.want) })
	}
	for _, c := range documents {
		t.Run(c.name, func(t *testing.T) { testRead(t, c.text, c.want) })
	}
}

func testRead(t *testing.T, document, want string) {
	t.Helper()
	got, err := readAll(strings.NewReader(document), rdfxml.ReadOptions{Base: base})
	if err != nil {
		t.Fatal(err)
	}
	if want := fromTurtle(t, want); !w3c.Isomorphic(got, want) {
		t.Errorf("got\n%swant\n%s", text(got), text(want))
	}
}

func fromTurtle(t testing.TB, document string) (quads []quad.Quad) {
	t.Helper()
	const prefixes = "@prefix e: <http://e/> . @prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> . @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .\n"
	for q, err := range turtle.Read(strings.NewReader(prefixes+document), turtle.ReadOptions{Base: base}) {
		if err != nil {
			t.Fatal(err)
		}
		quads = append(quads, q)
	}
	return quads
}

func readAll(r io.Reader, o rdfxml.ReadOptions) (quads []quad.Quad, err error) {
	for q, err := range rdfxml.Read(r, o) {
		if err != nil {
			return quads, err
		}
		quads = append(quads, q)
	}
	return quads, nil
}

// TestLiteralsAreCanonicalXML holds what becomes of XML in a literal, by the
// rules of Exclusive XML Canonicalization with comments.
func TestLiteralsAreCanonicalXML(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"empty element", `<b/>`, `<b></b>`},
		{"white space in tags", "<b  c = '1'\n></b >", `<b c="1"></b>`},
		{"namespaces where they are used first", `<e:b><e:c/><d/></e:b>`, `<e:b xmlns:e="http://e/"><e:c></e:c><d></d></e:b>`},
		{"namespaces again in a sibling", `<e:b/><e:c/>`, `<e:b xmlns:e="http://e/"></e:b><e:c xmlns:e="http://e/"></e:c>`},
		{"namespaces that are not used", `<b xmlns:f="http://f/"><f:c/></b>`, `<b><f:c xmlns:f="http://f/"></f:c></b>`},
		{"namespaces of attributes", `<b e:z="1" y="2" xml:lang="nb"/>`, `<b xmlns:e="http://e/" y="2" e:z="1" xml:lang="nb"></b>`},
		{"attributes by namespace", `<b xmlns:f="http://a/" e:a="1" f:b="2" c="3"/>`, `<b xmlns:e="http://e/" xmlns:f="http://a/" c="3" f:b="2" e:a="1"></b>`},
		{"default namespace, and none", `<b xmlns="http://d/"><c xmlns=""><d/></c><e xmlns="http://d/"/></b>`, `<b xmlns="http://d/"><c xmlns=""><d></d></c><e></e></b>`},
		{"one prefix, two namespaces", `<e:b><e:c xmlns:e="http://f/"/><e:d/></e:b>`, `<e:b xmlns:e="http://e/"><e:c xmlns:e="http://f/"></e:c><e:d></e:d></e:b>`},
		{"text", `&lt;&gt;&amp;"'&#13;` + "\r\n", "&lt;&gt;&amp;\"'&#xD;\n"},
		{"CDATA", `<![CDATA[<a>]]>`, `&lt;a&gt;`},
		{"values", "<b c='&lt;>&amp;\"&#9;&#10;&#13;\n'/>", `<b c="&lt;>&amp;&quot;&#x9;&#xA;&#xD; "></b>`},
		{"comments and instructions", "<!-- a\r\nb --><?c  d ?><?e?>", "<!-- a\nb --><?c d ?><?e?>"},
		{"words of RDF/XML mean nothing", `<rdf:li rdf:ID="?"/>`, `<rdf:li xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" rdf:ID="?"></rdf:li>`},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, err := readAll(strings.NewReader(head+prop(` rdf:parseType="Literal">`+c.text+`<`)+tail), rdfxml.ReadOptions{Base: base})
			if err != nil {
				t.Fatal(err)
			}
			want := quad.TypedString{Value: quad.String(c.want), Type: w3c.RDF + "XMLLiteral"}
			if len(got) != 1 || got[0].Object != want {
				t.Errorf("got %v, want %v", got, want)
			}
		})
	}
}

func TestBlankPrefixKeepsDocumentsApart(t *testing.T) {
	got, err := readAll(strings.NewReader(head+`<e:C rdf:nodeID="genid0"/><e:C/>`+tail), rdfxml.ReadOptions{BlankPrefix: "d1_"})
	if err != nil || len(got) != 2 || got[0].Subject != quad.BNode("d1_genid_0") || got[1].Subject != quad.BNode("d1_genid0") {
		t.Errorf("got %v, %v", got, err)
	}
}

func TestOnPrefixIsToldEachDeclaration(t *testing.T) {
	var got []rdfxml.Prefix
	o := rdfxml.ReadOptions{OnPrefix: func(p rdfxml.Prefix) { got = append(got, p) }}
	if _, err := readAll(strings.NewReader(`<e:C xmlns:e="http://e/"><p xmlns="http://d/"/></e:C>`), o); err != nil {
		t.Fatal(err)
	}
	if len(got) != 2 || got[0] != (rdfxml.Prefix{Name: "e", IRI: "http://e/"}) || got[1] != (rdfxml.Prefix{IRI: "http://d/"}) {
		t.Errorf("got %v", got)
	}
}

func TestReadStopsWhenAsked(t *testing.T) {
	for q, err := range rdfxml.Read(strings.NewReader(head+`<e:C rdf:about="http://e/s"/><`), rdfxml.ReadOptions{}) {
		if err != nil || q.Subject != quad.IRI("http://e/s") {
			t.Errorf("got %v, %v", q, err)
		}
		break
	}
}

func TestErrorsOfTheReaderAndOfTheCallerAreReturned(t *testing.T) {
	broken := errors.New("broken")
	doc := head + `<e:C rdf:about="http://e/s"/>`
	_, err := readAll(io.MultiReader(strings.NewReader(doc), iotest.ErrReader(broken)), rdfxml.ReadOptions{Name: "a.rdf"})
	if !errors.Is(err, broken) || err.Error() != "a.rdf: broken" {
		t.Errorf("reader: got %v", err)
	}
	err = rdfxml.ReadRaw(strings.NewReader(doc), rdfxml.ReadOptions{}, func(*graph.RawQuad) error { return broken })
	if err != broken {
		t.Errorf("caller: got %v", err)
	}
	for _, o := range []rdfxml.ReadOptions{{Base: "x"}, {BlankPrefix: "a b"}} {
		if _, err := readAll(strings.NewReader(head+tail), o); err == nil {
			t.Errorf("%+v: no error", o)
		}
	}
}
