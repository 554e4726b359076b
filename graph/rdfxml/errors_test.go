package rdfxml_test

import (
	"errors"
	"io"
	"runtime"
	"strings"
	"testing"

	"policygraph/graph"
	"policygraph/graph/rdfxml"
)

const line = "\n"

// mistakes holds documents, in a head of one line where they do not begin
// with another, and the errors they give.
var mistakes = []struct{ name, text, want string }{
	// XML
	{"nothing", "<?x?>", `1:6: expected an element, found the end of the input`},
	{"text only", "<?x?> æ a", `1:7: expected an element, found text`},
	{"text between nodes", `<e:C/> æ<!-- c -->`, `2:8: expected a node element, found text`},
	{"CDATA between nodes", `<e:C/><![CDATA[a]]>`, `2:7: expected a node element, found text`},
	{"text behind the document", `</rdf:RDF> a`, `2:12: expected the end of the document, found text`},
	{"element behind the document", `</rdf:RDF><e:C/>`, `2:11: expected the end of the document, found <e:C>`},
	{"another end tag", `<e:C></e:D>`, `2:6: expected </e:C>, found </e:D>`},
	{"end tag of nothing", `</rdf:RDF></e:C>`, `2:11: expected an element, found </e:C>`},
	{"truncated in an element", `<e:C>`, `2:6: expected </e:C>, found the end of the input`},
	{"truncated in a tag", `<e:C rdf:`, `2:10: expected the end of what begins at 2:1, found the end of the input`},
	{"truncated in a value", `<e:C rdf:about="x`, `2:18: expected the end of what begins at 2:1, found the end of the input`},
	{"truncated in a comment", `<!-- a`, `2:7: expected the end of what begins at 2:1, found the end of the input`},
	{"truncated in a text", `<e:C><e:p>a`, `2:12: expected </e:p>, found the end of the input`},
	{"prefix that is not declared", `<f:C/>`, `2:1: expected a prefix that is declared, found f:`},
	{"prefix of an attribute that is not declared", `<e:C f:p="1"/>`, `2:6: expected a prefix that is declared, found f:`},
	{"prefix that is not declared any more", `<e:C xmlns:f="http://f/"/><f:C/>`, `2:27: expected a prefix that is declared, found f:`},
	{"prefix that is undeclared", `<e:C xmlns:e=""/>`, `2:6: expected a namespace for the prefix e, found none`},
	{"prefix that XML reserves", `<e:C xmlns:xml="http://f/"/>`, `2:6: expected a prefix and a namespace that XML does not reserve, found xml for "http://f/"`},
	{"two colons", `<e:C:D/>`, `2:7: expected well-formed XML, found expected element name after <`},
	{"colon in front", `<:C/>`, `2:1: expected a name in front of and behind the colon, found :C`},
	{"attribute twice", `<e:C e:p="1" e:p="2"/>`, `2:14: expected each attribute once, found a second e:p`},
	{"attribute twice by another prefix", `<e:C xmlns:f="http://e/" e:p="1" f:p="2"/>`, `2:34: expected each attribute once, found a second f:p`},
	{"attributes without white space", `<e:C e:p="1"e:q="2"/>`, `2:13: expected white space between two attributes, found 'e'`},
	{"attribute without a value", `<e:C e:p/>`, `2:9: expected well-formed XML, found attribute name without = in element`},
	{"less-than sign in a value", `<e:C e:p="<"/>`, `2:11: expected well-formed XML, found unescaped < inside quoted string`},
	{"character that XML has not", "<e:C e:p='\x01'/>", `2:12: expected well-formed XML, found illegal character code U+0001`},
	{"not UTF-8", "<e:C e:p='\xff'/>", `2:12: expected well-formed XML, found invalid UTF-8`},
	{"not UTF-8 in a comment", "<!--\xff-->", `2:1: expected characters of XML up to the next >, found "\xff"`},
	{"declaration too late", ` <?xml version="1.0"?>`, `2:2: expected an XML declaration at the beginning of the document only, found <?xml`},
	{"XML 1.1", `<?xml version="1.1"?><C/>`, `1:21: expected well-formed XML, found unsupported version "1.1"; only version 1.0 is supported`},
	{"entity that nobody declares", `<e:C e:p="&a;"/>`, `2:13: expected well-formed XML, found invalid character entity &a;`},

	// RDF/XML
	{"element without a namespace", `<C/>`, `2:1: expected an element in a namespace, found <C>`},
	{"namespace that is relative", `<C xmlns="d#"/>`, "2:1: expected an absolute IRI without white space and <>\"{}|\\^`, found \"d#C\""},
	{"attribute without a namespace", `<e:C p="1"/>`, `2:6: expected an attribute in a namespace, found p`},
	{"attribute of rdf:RDF", `<?x?><r:RDF xmlns:r="` + rdfNS + `" xmlns:e="http://e/" e:p="1"/>`, `1:87: expected no property attributes on rdf:RDF, found e:p`},
	{"name of rdf:RDF", `<?x?><r:RDF xmlns:r="` + rdfNS + `" r:ID="a"/>`, `1:67: expected no attribute here, found r:ID`},
	{"rdf:RDF inside", `<rdf:RDF/>`, `2:1: expected a node element, found <rdf:RDF>`},
	{"rdf:li as a node", `<rdf:li/>`, `2:1: expected a node element, found <rdf:li>`},
	{"rdf:Description as a property", `<e:C><rdf:Description/></e:C>`, `2:6: expected a property element, found <rdf:Description>`},
	{"rdf:li as an attribute", `<e:C rdf:li="1"/>`, `2:6: expected an attribute of RDF/XML, found rdf:li, which is an element`},
	{"rdf:aboutEach", `<e:C rdf:aboutEach="1"/>`, `2:6: expected an attribute of RDF/XML, found rdf:aboutEach, which was withdrawn`},
	{"rdf:bagID", `<e:C rdf:bagID="1"/>`, `2:6: expected an attribute of RDF/XML, found rdf:bagID, which was withdrawn`},
	{"two names of a node", `<e:C rdf:about="http://e/s" rdf:nodeID="a"/>`, `2:29: expected no attribute that goes against rdf:about, found rdf:nodeID`},
	{"rdf:resource on a node", `<e:C rdf:resource="http://e/s"/>`, `2:6: expected no attribute but rdf:ID, rdf:about, rdf:nodeID here, found rdf:resource`},
	{"rdf:about on a property", `<e:C><e:p rdf:about="http://e/s"/></e:C>`, `2:11: expected no attribute but rdf:ID, rdf:datatype here, found rdf:about`},
	{"rdf:resource and rdf:nodeID", `<e:C><e:p rdf:resource="http://e/s" rdf:nodeID="a"/></e:C>`, `2:37: expected no attribute that goes against rdf:resource, found rdf:nodeID`},
	{"rdf:resource and rdf:parseType", `<e:C><e:p rdf:parseType="Resource" rdf:resource="a"/></e:C>`, `2:36: expected no attribute but rdf:ID, rdf:parseType here, found rdf:resource`},
	{"properties and rdf:parseType", `<e:C><e:p rdf:parseType="Resource" e:q="a"/></e:C>`, `2:36: expected no property attributes beside rdf:parseType, found e:q`},
	{"properties and rdf:datatype", `<e:C><e:p rdf:datatype="http://e/t" e:q="a"/></e:C>`, `2:11: expected no attribute but rdf:ID, rdf:nodeID, rdf:resource here, found rdf:datatype`},
	{"rdf:resource and text", `<e:C><e:p rdf:resource="http://e/s">a</e:p></e:C>`, `2:37: expected nothing in an element whose attributes say its value, found text`},
	{"rdf:resource and a node", `<e:C><e:p rdf:resource="http://e/s"><e:C/></e:p></e:C>`, `2:37: expected nothing in an element whose attributes say its value, found <e:C>`},
	{"two nodes in a property", `<e:C><e:p><e:C/><e:D/></e:p></e:C>`, `2:17: expected one node element only, found <e:D>`},
	{"text and a node", `<e:C><e:p>a<e:D/></e:p></e:C>`, `2:12: expected text only, found <e:D>`},
	{"a node and text", `<e:C><e:p><e:D/>a</e:p></e:C>`, `2:17: expected one node element only, found text`},
	{"a node with rdf:datatype", `<e:C><e:p rdf:datatype="http://e/t"><e:D/></e:p></e:C>`, `2:37: expected text only, found <e:D>`},
	{"datatype of texts in a language", `<e:C><e:p rdf:datatype="` + rdfNS + `langString">a</e:p></e:C>`, `2:11: expected a datatype other than those of texts in a language, found ` + rdfNS + `langString`},
	{"rdf:ID that is no name", `<e:C rdf:ID="1"/>`, `2:6: expected an XML name without colons in rdf:ID, found "1"`},
	{"rdf:nodeID that is no name", `<e:C rdf:nodeID="a:b"/>`, `2:6: expected an XML name without colons in rdf:nodeID, found "a:b"`},
	{"rdf:ID twice", `<e:C rdf:ID="a" xml:base="http://e/"><e:p rdf:ID="a"/></e:C>`, `2:43: expected an rdf:ID that does not come twice, found "a"`},
	{"relative IRI without a base", `<e:C rdf:about="a"/>`, `2:6: expected an absolute IRI, as there is no base, found "a"`},
	{"xml:base that is relative", `<e:C xml:base="a"/>`, `2:6: expected an absolute IRI, as there is no base, found "a"`},
	{"white space in an IRI", `<e:C rdf:about="http://e/a b"/>`, "2:6: expected an absolute IRI without white space and <>\"{}|\\^`, found \"http://e/a b\""},
	{"language tag", `<e:C xml:lang="en_GB"/>`, `2:6: expected a language tag such as nb or en-GB, of parts up to 8 characters long, found "en_GB"`},

	// Document types
	{"external document type", `<!DOCTYPE C SYSTEM "file:///etc/passwd"><C/>`, `1:1: expected a document type without an external part, found SYSTEM "file:///etc/passwd"`},
	{"public document type", `<!DOCTYPE C PUBLIC "a" "b" []><C/>`, `1:1: expected a document type without an external part, found PUBLIC "a" "b" []`},
	{"external entity", `<!DOCTYPE C [<!ENTITY a SYSTEM "file:///etc/passwd">]><C/>`, `1:1: expected an entity in the document itself, found SYSTEM "file:///etc/passwd">]`},
	{"parameter entity", `<!DOCTYPE C [<!ENTITY % a "b">]><C/>`, `1:1: expected a general entity, found % a "b">]`},
	{"reference to a parameter entity", `<!DOCTYPE C [%a;]><C/>`, `1:1: expected declarations of entities in the document type, found %a;]`},
	{"parameter entity in a value", `<!DOCTYPE C [<!ENTITY a "b%c;">]><C/>`, `1:1: expected a text without parameter entities, found %c;`},
	{"attributes by default", `<!DOCTYPE C [<!ATTLIST C p CDATA "a">]><C/>`, `1:1: expected declarations of entities in the document type, found <!ATTLIST C p CDATA "a">]`},
	{"entity without a value", `<!DOCTYPE C [<!ENTITY a>]><C/>`, `1:1: expected a text in quotes, found >]`},
	{"entity that goes on", `<!DOCTYPE C [<!ENTITY a "b" c>]><C/>`, `1:1: expected the end of the entity a, found c>]`},
	{"entity of a character that XML has not", `<!DOCTYPE C [<!ENTITY a "&#0;">]><C/>`, `1:1: expected a reference to a character, found &#0;`},
	{"two document types", "<!DOCTYPE C><!DOCTYPE C><C/>", `1:13: expected an element, found <!DOCTYPE C`},
	{"document type too late", "<e:C/><!DOCTYPE C>", `2:7: expected an element, found <!DOCTYPE C`},
	{"declaration outside", "<!ENTITY a 'b'><C/>", `1:1: expected an element, found <!ENTITY a 'b'`},
	{"markup in an entity", dtd(`<!ENTITY a "<e:C/>">`) + line + ` &a;`, `2:2: expected text in an entity, found markup in a`},
	{"text in an entity between nodes", dtd(`<!ENTITY a " a">`) + line + ` &a;`, `2:2: expected a node element, found text`},
	{"entity in itself", dtd(`<!ENTITY a "&b;"><!ENTITY b "&a;">`) + line + `<e:C><e:p>a &a;`, `2:13: expected an entity that does not contain itself, found &a;`},
	{"entity that is not declared, in one that is", dtd(`<!ENTITY a "&b;">`) + line + `&a;`, `2:1: expected well-formed XML, found invalid character entity &b;`},
	{"entities nine deep", dtd(nested(9)) + line + `<e:C e:p="&e9;"/>`, `2:11: expected at most 8 entities in each other, found more`},
	{"billion laughs", dtd(laughs) + line + `<e:C e:p="&e7;"/>`, `2:11: expected at most 10485760 bytes of entities, found more`},
	{"quadratic blow-up", dtd(`<!ENTITY a "`+strings.Repeat("a", 1<<20)+`">`) + line + `<e:C e:p="` + strings.Repeat("&a;", 11) + `"/>`, `2:41: expected at most 10485760 bytes of entities, found more`},

	{"document type without a name", `<!DOCTYPE [<!ENTITY a "b">]><C/>`, `1:1: expected a name, found [<!ENTITY a "b">]`},
	{"document type without white space", `<!DOCTYPEC><C/>`, `1:1: expected white space behind DOCTYPE, found C`},
	{"document type that goes on", `<!DOCTYPE C [] D><C/>`, `1:1: expected the end of the document type, found D`},
	{"document type whose declarations do not end", `<!DOCTYPE C [ <!ELEMENT C EMPTY> ><C/>`, `1:1: expected declarations of entities in the document type, found the end`},
	{"entity without white space", `<!DOCTYPE C [<!ENTITYa "b">]><C/>`, `1:1: expected white space behind ENTITY, found a "b">]`},
	{"entity without a name", `<!DOCTYPE C [<!ENTITY "b">]><C/>`, `1:1: expected a name, found "b">]`},
	{"entity of a character that no reference names", `<!DOCTYPE C [<!ENTITY a "&#x;">]><C/>`, `1:1: expected a reference to a character, found &#x;`},
	{"instruction in a document type that does not end", `<!DOCTYPE C [<?a >]><C/>`, `1:1: expected the end of an instruction, found a >]`},

	// Encodings
	{"UTF-16", "\xff\xfe<\x00C\x00/\x00>\x00", `1:1: expected UTF-8, US-ASCII or ISO-8859-1, found UTF-16`},
	{"encoding that is not read", `<?xml version="1.0" encoding="EBCDIC"?><C/>`, `1:1: expected UTF-8, US-ASCII or ISO-8859-1, found the encoding EBCDIC`},
}

const rdfNS = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"

// nested declares entities e1 up to en, each in the next.
func nested(n int) string {
	var b strings.Builder
	b.WriteString(`<!ENTITY e1 "x">`)
	for i := 2; i <= n; i++ {
		b.WriteString(`<!ENTITY e` + string(rune('0'+i)) + ` "&e` + string(rune('0'+i-1)) + `;">`)
	}
	return b.String()
}

// laughs declares entities of which each is the one before ten times.
var laughs = func() string {
	all := nested(7)
	for i := '1'; i < '7'; i++ {
		reference := "&e" + string(i) + ";"
		all = strings.Replace(all, reference, strings.Repeat(reference, 10), 1)
	}
	return strings.Replace(all, `"x"`, `"`+strings.Repeat("x", 100)+`"`, 1)
}()

// document puts text behind a head of one line where it has none of its own.
func document(text string) string {
	for _, own := range []string{"<?x", "<!", "\xff"} {
		if strings.HasPrefix(text, own) && !strings.HasPrefix(text, "<!--") {
			return text
		}
	}
	return head + line + text
}

func TestErrorsSayWhereAndWhat(t *testing.T) {
	for _, c := range mistakes {
		t.Run(c.name, func(t *testing.T) {
			_, err := readAll(strings.NewReader(document(c.text)), rdfxml.ReadOptions{})
			var mistake *rdfxml.SyntaxError
			if !errors.As(err, &mistake) || mistake.Error() != c.want {
				t.Errorf("got  %v\nwant %s", err, c.want)
			}
		})
	}
}

// TestOffsetsCountBytes holds the third part of a position, and the name.
func TestOffsetsCountBytes(t *testing.T) {
	text := "\uFEFF<!-- æ -->\n æ"
	_, err := readAll(strings.NewReader(text), rdfxml.ReadOptions{Name: "æ.rdf"})
	var mistake *rdfxml.SyntaxError
	if !errors.As(err, &mistake) || mistake.Offset != int64(strings.LastIndex(text, "æ")) {
		t.Fatalf("got %+v", err)
	}
	if mistake.Error() != "æ.rdf:2:2: expected an element, found text" || mistake.Unwrap() != nil {
		t.Errorf("got %v", mistake)
	}
}

func TestKindsOfErrors(t *testing.T) {
	for _, c := range []struct {
		name, text string
		o          rdfxml.ReadOptions
		kind       error
		want       string
	}{
		{"annotation", head + prop(` rdf:annotation="http://e/a">a<`), rdfxml.ReadOptions{Base: base}, errors.ErrUnsupported, `1:122: expected RDF 1.1, found an annotation of RDF 1.2`},
		{"triple term", head + prop(` rdf:parseType="Triple"><`), rdfxml.ReadOptions{Base: base}, errors.ErrUnsupported, `1:122: expected RDF 1.1, found a triple term of RDF 1.2`},
		{"text with a direction", head + prop(` xmlns:its="http://www.w3.org/2005/11/its" its:dir="rtl" xml:lang="ar" rdf:version="1.2">a<`), rdfxml.ReadOptions{Base: base},
			errors.ErrUnsupported, `1:117: expected RDF 1.1, found a text with a direction of RDF 1.2`},
		{"document type", `<!DOCTYPE C SYSTEM "a"><C/>`, rdfxml.ReadOptions{}, errors.ErrUnsupported, `1:1: expected a document type without an external part, found SYSTEM "a"`},
		{"depth", head + strings.Repeat("<e:a>", 9), rdfxml.ReadOptions{MaxDepth: 9}, rdfxml.ErrLimit, `1:126: expected at most 9 elements in each other, found more`},
		{"statements", head + strings.Repeat("<e:a/>", 9), rdfxml.ReadOptions{MaxStatements: 8}, rdfxml.ErrLimit, `1:134: expected at most 8 statements, found more`},
		{"attributes", head + "<e:C" + strings.Repeat(" e:p='1'", 1025), rdfxml.ReadOptions{}, rdfxml.ErrLimit, `1:8283: expected at most 1024 attributes of an element, found more`},
		{"entities at all", dtd(`<!ENTITY a "b">`), rdfxml.ReadOptions{MaxEntityBytes: -1}, rdfxml.ErrLimit, `1:1: expected no entities, as the options ask, found declarations of them`},
		{"text in pieces", head + prop(">"+strings.Repeat("aaaa<!-- b -->", 100)), rdfxml.ReadOptions{Base: base, MaxTokenBytes: 200}, rdfxml.ErrLimit, `1:826: expected at most 200 bytes of text, found more`},
		{"XML literal", head + prop(` rdf:parseType="Literal">`+strings.Repeat("<b/>", 100)), rdfxml.ReadOptions{Base: base, MaxTokenBytes: 200}, rdfxml.ErrLimit, `1:258: expected at most 200 bytes of text, found more`},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := readAll(strings.NewReader(c.text), c.o)
			if !errors.Is(err, c.kind) || err.Error() != c.want {
				t.Errorf("got  %v\nwant %s", err, c.want)
			}
		})
	}
}

// endless gives a text again and again.
type endless struct {
	text string
	at   int
}

func (e *endless) Read(b []byte) (int, error) {
	for n := range b {
		b[n] = e.text[e.at]
		e.at = (e.at + 1) % len(e.text)
	}
	return len(b), nil
}

// TestEndlessDocumentsEndWithALimit reads what does not end, and asks for an
// error and for little memory.
func TestEndlessDocumentsEndWithALimit(t *testing.T) {
	for _, c := range []struct{ name, start, again, want string }{
		{"element in element", "", "<e:a>", `1:2641: expected at most 512 elements in each other, found more`},
		{"XML literal", prop(` rdf:parseType="Literal">`), "<a>", `1:1673: expected at most 512 elements in each other, found more`},
		{"value", "<e:C e:p='", "a", `1:86: expected at most 1048576 bytes in one piece, found more`},
		{"name", "<e:", "a", `1:86: expected at most 1048576 bytes in one piece, found more`},
		{"attributes", "<e:C", " e:p='1'", `1:8283: expected at most 1024 attributes of an element, found more`},
		{"comment", "<!--", "a", `1:86: expected at most 1048576 bytes in one piece, found more`},
		{"CDATA", prop("><![CDATA["), "a", `1:122: expected at most 1048576 bytes in one piece, found more`},
		{"text", prop(">"), "aæ", `1:122: expected at most 1048576 bytes in one piece, found more`},
		{"white space", "", " ", `1:1: expected at most 1048576 bytes in one piece, found more`},
		{"document type", "<!DOCTYPE C [", "<!ENTITY a ''>", `1:1: expected at most 1048576 bytes in one piece, found more`},
	} {
		t.Run(c.name, func(t *testing.T) {
			start := head + strings.TrimSuffix(c.start, "/e:p></rdf:Description>")
			if strings.HasPrefix(c.start, "<!D") {
				start = c.start
			}
			var before, after runtime.MemStats
			runtime.ReadMemStats(&before)
			_, err := readAll(io.MultiReader(strings.NewReader(start), &endless{text: c.again}), rdfxml.ReadOptions{Base: base, MaxTokenBytes: 1 << 20})
			runtime.ReadMemStats(&after)
			if !errors.Is(err, rdfxml.ErrLimit) || err.Error() != c.want {
				t.Errorf("got  %v\nwant %s", err, c.want)
			}
			if used := after.TotalAlloc - before.TotalAlloc; used > 16<<20 {
				t.Errorf("%d bytes allocated", used)
			}
		})
	}
}

// TestMemoryDoesNotGrowWithTheDocument reads and writes much more than it may
// hold.
func TestMemoryDoesNotGrowWithTheDocument(t *testing.T) {
	node := `<e:C rdf:about="http://e/s"><e:p xml:lang="nb">` + strings.Repeat("a", 1000) + `</e:p><e:p rdf:parseType="Collection"><e:D/></e:p></e:C>`
	r := io.MultiReader(strings.NewReader(head), io.LimitReader(&endless{text: node}, int64(len(node)*20_000)), strings.NewReader(tail))
	w := rdfxml.NewWriter(io.Discard, rdfxml.WriteOptions{})
	most, count := uint64(0), 0
	err := rdfxml.ReadRaw(r, rdfxml.ReadOptions{}, func(q *graph.RawQuad) error {
		if count++; count%20_000 == 0 {
			var now runtime.MemStats
			runtime.GC()
			runtime.ReadMemStats(&now)
			most = max(most, now.HeapAlloc)
		}
		return w.WriteRaw(q)
	})
	if err := errors.Join(err, w.Close()); err != nil {
		t.Fatal(err)
	}
	if most == 0 || most > 8<<20 {
		t.Errorf("%d bytes of heap", most)
	}
}
