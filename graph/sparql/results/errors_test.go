package results_test

import (
	"errors"
	"strings"
	"testing"
	"testing/iotest"

	"policygraph/graph/sparql/results"
)

// Mistakes are told with their place, whatever pieces the document comes in.
func TestMistakes(t *testing.T) {
	for _, c := range []struct {
		f          results.Format
		text, want string
	}{
		{results.JSON, ``, "1:1: expected a JSON object, found the end of the input"},
		{results.JSON, `[]`, "1:1: expected a JSON object, found ["},
		{results.JSON, "{\n \"head\": 1}", "2:10: expected the object of the head, found the number 1"},
		{results.JSON, `{"head":{"vars":["x","x"]}}`, `1:22: expected each variable once, found "x" again`},
		{results.JSON, `{"head":{"vars":["?x"]}}`, `1:18: expected the name of a variable, found "?x"`},
		{results.JSON, `{"head":{"vars":[1]}}`, `1:18: expected the name of a variable, found the number 1`},
		{results.JSON, `{"head":{}}`, "1:11: expected results or a boolean, found the end of the results"},
		{results.JSON, `{"boolean":true}`, "1:16: expected a head, found the end of the results"},
		{results.JSON, `{"head":{},"head":{}}`, "1:12: expected one head, found another"},
		{results.JSON, `{"head":{},"boolean":1}`, "1:22: expected true or false, found the number 1"},
		{results.JSON, `{"head":{},"boolean":true} 1`, "1:28: expected the end of the input, found more"},
		{results.JSON, `{"head":{},"boolean":true,"results":{}}`, "1:27: expected one answer, found another"},
		{results.JSON, `{"head":{"vars":["x"]},"results":{"bindings":[{"y":{"type":"uri","value":"http://e/"}}]}}`, `1:48: expected a variable of the head, found "y"`},
		{results.JSON, `{"head":{"vars":["x"]},"results":{"bindings":[{"x":{"type":"uri"}}]}}`, "1:52: expected a term with a value, found none"},
		{results.JSON, `{"head":{"vars":["x"]},"results":{"bindings":[{"x":{"type":"iri","value":""}}]}}`, `1:52: expected the type uri, bnode or literal, found "iri"`},
		{results.JSON, `{"head":{"vars":["x"]},"results":{"bindings":[{"x":{"type":"uri","value":"a b"}}]}}`, `1:52: expected an RDF term, found the IRI "a b" contains ' '`},
		{results.JSON, `{"head":{"vars":["x"]},"results":{"bindings":[{"x":{"type":"literal","value":null}}]}}`, "1:78: expected a string for value, found null"},
		{results.JSON, `{"head":{"vars":["x"]},"results":{"bindings":[{"x":{"type":"literal","value":"","value":""}}]}}`, `1:81: expected each member of a term once, found "value" again`},
		{results.JSON, `{"head":{"vars":["x"]},"results":{"bindings":[{"x":{"type":"literal","value":"","xml:lang":"en","datatype":"http://e/"}}]}}`, "1:52: expected a language or a datatype, found both"},
		{results.JSON, `{"head":{"vars":["x"]},"results":{"bindings":[{"x":{"value":{},"type":"triple"}}]}}`, "1:61: expected RDF 1.1, found a triple term of RDF 1.2"},
		{results.JSON, `{"head":{"vars":["x"]},"results":{"bindings":[{"x":{"type":"literal","value":"","its:dir":"ltr"}}]}}`, "1:81: expected RDF 1.1, found a text direction of RDF 1.2"},
		{results.JSON, `{"head":{"vars":["x"]},"results":{"bindings":[{}],"bindings":[]}}`, "1:51: expected one member bindings, found another"},
		{results.JSON, `{"results":{"bindings":[{"y":{"type":"bnode","value":"b"}}]},"head":{"vars":["x"]}}`, `1:26: expected a variable of the head, found "y"`},
		{results.JSON, "{\"head\":{\"vars\":[\"\xff\"]},\"boolean\":true}", "expected UTF-8, found bytes before this that are not"},
		{results.JSON, `{"head":{"vars":["x"`, "1:21: expected the name of a variable, found the end of the input"},
		{results.JSON, `{"head":{"vars":["x"],}`, "1:23: expected a member of the head, found invalid character '}'"},
		{results.XML, ``, "1:1: expected <sparql>, found the end of the input"},
		{results.XML, `<a/>`, `1:1: expected <sparql>, found <a> of the namespace ""`},
		{results.XML, xmlText(`<results/>`), "2:1: expected <head>, found <results>"},
		{results.XML, xmlText(`<head><variable/></head>`), "2:7: expected the attribute name, found <variable> without it"},
		{results.XML, xmlText(`<head><variable name="x"/><variable name="x"/></head>`), `2:27: expected each variable once, found "x" again`},
		{results.XML, xmlText(`<head>x</head>`), `2:7: expected <variable> or <link>, found "x"`},
		{results.XML, xmlText(`<head/><boolean>yes</boolean>`), `2:20: expected true or false, found "yes"`},
		{results.XML, xmlText(`<head/><boolean>true</boolean><results/>`), "2:31: expected </sparql>, found <results>"},
		{results.XML, xmlText(`<head/>`), "2:8: expected <results> or <boolean>, found </sparql>"},
		{results.XML, xmlText(`<head/><results/>`) + "<a/>", "2:27: expected the end of the input, found more"},
		{results.XML, xmlRow(`<binding name="y"><uri>http://e/</uri></binding>`), `2:51: expected a variable of the head, found "y"`},
		{results.XML, xmlRow(`<binding name="x"><iri/></binding>`), "2:69: expected <uri> or <bnode> or <literal>, found <iri>"},
		{results.XML, xmlRow(`<binding name="x"><uri> http://e/</uri></binding>`), `2:69: expected an RDF term, found the IRI " http://e/" contains ' '`},
		{results.XML, xmlRow(`<binding name="x"><literal>a<b/></literal></binding>`), "2:79: expected </literal>, found <b>"},
		{results.XML, xmlRow(`<binding name="x"><triple/></binding>`), "2:69: expected RDF 1.1, found a triple term of RDF 1.2"},
		{results.XML, xmlRow(`<binding name="x"><literal xmlns:i="http://www.w3.org/2005/11/its" i:dir="ltr">a</literal></binding>`), "2:69: expected RDF 1.1, found a text direction of RDF 1.2"},
		{results.XML, xmlRow(`<binding name="x"><literal>&e;</literal></binding>`), "expected </literal>, found invalid character entity &e;"},
		{results.XML, xmlRow(`<binding name="x"><bnode>b</bnode></binding><binding name="x"><bnode>b</bnode></binding>`), `expected each variable of a solution once, found "x" again`},
		{results.XML, `<!DOCTYPE a [<!ENTITY e "x">]><a/>`, "1:1: expected no document type, found one"},
		{results.XML, xmlText(`<head>`), "expected <variable> or <link>, found element <head> closed by </sparql>"},
		{results.XML, "<sparql xmlns='http://www.w3.org/2005/sparql-results#'>\n<head/>\n", "3:1: expected <results> or <boolean>, found the end of the input"},
		{results.CSV, ``, "1:1: expected the names of the variables, found the end of the input"},
		{results.CSV, "x,a b\n", `1:3: expected the name of a variable, found "a b"`},
		{results.CSV, "x,y\r\n1\r\n", "2:1: expected 2 fields, found 1 field"},
		{results.CSV, "x\n\"a\"b\n", `2:4: expected a comma or the end of the line, found "b"`},
		{results.CSV, "x\n\n\"a\nå\"b\n", `4:3: expected a comma or the end of the line, found "b"`},
		{results.CSV, "x,y\n1,\"a\nb", `2:3: expected a " at the end of the field, found the end of the input`},
		{results.CSV, "x\n\xff\n", "2:1: expected UTF-8, found a line that is not"},
		{results.CSV, "x\n_:a b\n", `2:1: expected an RDF term, found the blank node label "a b" contains ' '`},
		{results.TSV, "", "1:1: expected the names of the variables, found the end of the input"},
		{results.TSV, "?x\ty\n", `1:4: expected a variable such as ?x, found "y"`},
		{results.TSV, "?x\t?y\n1\t2\t3\n", "2:1: expected 2 fields, found 3 fields"},
		{results.TSV, "?x\t?y\n1\tå\n", `2:3: expected a term such as <http://example.org/>, "text"@en or 1.5, found "å"`},
		{results.TSV, "?x\n<a\n", `2:1: expected an IRI between < and >, found "<"`},
		{results.TSV, "?x\n<a>\n", `2:1: expected an RDF term, found the IRI "a" is relative`},
		{results.TSV, "?x\n\"a\n", `2:3: expected the end of the text, ", found the end of the field`},
		{results.TSV, "?x\n\"a\\x\"\n", `2:3: expected an escape such as \n or \u00E5, found "\\"`},
		{results.TSV, "?x\n\"a\\uD800\"\n", `2:3: expected an escape such as \n or \u00E5, found "\\"`},
		{results.TSV, "?x\n<http://e/\\n>\n", `2:11: expected an escape such as \u00E5, found "\\"`},
		{results.TSV, "?x\n\"a\"@\n", `2:4: expected a language tag, found "@"`},
		{results.TSV, "?x\n\"a\"@en--ltr\n", "2:4: expected RDF 1.1, found a text direction of RDF 1.2"},
		{results.TSV, "?x\n<< <a:a> <a:b> 1 >>\n", "2:1: expected RDF 1.1, found a triple term of RDF 1.2"},
		{results.TSV, "?x\n\"a\" .\n", `2:4: expected the end of the field, found " "`},
		{results.TSV, "?x\n1.\n", `expected a term such as`},
	} {
		_, _, err := read(strings.NewReader(c.text), results.ReadOptions{Format: c.f, Name: "doc"})
		var syntax *results.SyntaxError
		if !errors.As(err, &syntax) || !strings.HasPrefix(err.Error(), "doc:") || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s %q:\ngot  %v\nwant %s", c.f, c.text, err, c.want)
			continue
		}
		if strings.Contains(c.want, "RDF 1.2") != errors.Is(err, errors.ErrUnsupported) && !strings.Contains(c.want, "document type") {
			t.Errorf("%s %q: unsupported or not: %v", c.f, c.text, err)
		}
		_, _, pieces := read(iotest.OneByteReader(strings.NewReader(c.text)), results.ReadOptions{Format: c.f, Name: "doc"})
		if pieces == nil || pieces.Error() != err.Error() {
			t.Errorf("%s %q: byte by byte %v, at once %v", c.f, c.text, pieces, err)
		}
	}
}

// xmlText is a document with the inside on its second line.
func xmlText(inside string) string {
	return `<sparql xmlns="http://www.w3.org/2005/sparql-results#">` + "\n" + inside + `</sparql>`
}

// xmlRow is a document with one row for the variable x.
func xmlRow(bindings string) string {
	return xmlText(`<head><variable name="x"/></head><results><result>` + bindings + `</result></results>`)
}

// What the formats allow beyond what we write is read too.
func TestReadsWhatOthersWrite(t *testing.T) {
	for _, c := range []struct {
		f          results.Format
		text, want string // in TSV
	}{
		{results.JSON, `{"results":{"distinct":false,"bindings":[{"x":{"value":"a","type":"literal","note":[{"a":[1,null]}]}}],"ordered":true},"extra":{"a":{}},"head":{"link":["http://e/"],"vars":["x"]}}`, "?x\n\"a\"\n"},
		{results.JSON, `{"head":{"vars":["x"]},"results":{"bindings":[{"x":{"type":"typed-literal","value":"1","datatype":"http://www.w3.org/2001/XMLSchema#integer"}}]},"more":1}`, "?x\n1\n"},
		{results.JSON, `{"head":{"vars":["x"]},"results":{"bindings":[{"x":{"type":"literal","value":"\u00e5\ud83d\ude00","xml:lang":"NB","datatype":"http://www.w3.org/1999/02/22-rdf-syntax-ns#langString"}}]}}`, "?x\n\"å😀\"@nb\n"},
		{results.XML, "<?xml version='1.0' encoding='UTF-8'?><?xml-stylesheet href='x'?><!-- c -->\n<s:sparql xmlns:s='http://www.w3.org/2005/sparql-results#'><s:head><s:variable name='x'/><s:link href='l'/></s:head>" +
			"<s:results ordered='true'><s:result><!-- c --> <s:binding name='x'>\n<s:literal> a<![CDATA[<b>]]>&#65;<!-- c -->c </s:literal></s:binding></s:result></s:results></s:sparql> <!-- c -->\n", "?x\n\" a<b>Ac \"\n"},
		{results.CSV, "x,y\n\"1\",_:b\n,\"\"\r\n\"_:b\",2", "?x\t?y\n\"1\"\t_:b\n\t\"\"\n\"_:b\"\t\"2\"\n"},
		{results.CSV, "x,y\n1,", "?x\t?y\n\"1\"\t\n"},
		{results.TSV, "?x\t?y\r\n'a'\t\"\"\"b\"c\"\"\"\r\ntrue\t+1.5e-3\n\"a\"@nb-NO\t<http://e/\\u00e5>", "?x\t?y\n\"a\"\t\"b\\\"c\"\n\"true\"^^<http://www.w3.org/2001/XMLSchema#boolean>\t+1.5e-3\n\"a\"@nb-no\t<http://e/å>\n"},
	} {
		res, rows, err := read(strings.NewReader(c.text), results.ReadOptions{Format: c.f})
		if err != nil {
			t.Errorf("%s: %v", c.text, err)
			continue
		}
		if got := write(t, results.TSV, res.Vars, rows); got != c.want {
			t.Errorf("%s: got\n%s\nwant\n%s", c.text, got, c.want)
		}
	}
}
