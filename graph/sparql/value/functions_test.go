package value_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"policygraph/graph/sparql/value"
)

type call struct{ function, args, want string }

func testCalls(t *testing.T, env *value.Env, calls []call) {
	t.Helper()
	for _, c := range calls {
		f, ok := value.Builtin(c.function)
		if !ok {
			t.Errorf("there is no function %s", c.function)
			continue
		}
		got, err := f.Call(env, values(t, c.args))
		check(t, c.function+"("+c.args+")", got, err, c.want)
	}
}

// Section 17.4.2, functions on RDF terms.
func TestTermFunctions(t *testing.T) {
	testCalls(t, &value.Env{Base: "http://example/a/b"}, []call{
		{"isIRI", ":i", "true"}, {"isURI", ":i", "true"}, {"isIRI", `"a"`, "false"}, {"isIRI", "_:b", "false"},
		{"isBlank", "_:b", "true"}, {"isBlank", ":i", "false"}, {"isLiteral", `"a"@en`, "true"}, {"isLiteral", "1", "true"}, {"isLiteral", "_:b", "false"},
		{"isNumeric", "12", "true"}, {"isNumeric", `"12"`, "false"}, {"isNumeric", `"12"^^xsd:nonNegativeInteger`, "true"}, {"isNumeric", `"1200"^^xsd:byte`, "false"},
		{"isNumeric", ":i", "false"}, {"isNumeric", `"1e0"^^xsd:decimal`, "false"}, {"isNumeric", `"NaN"^^xsd:float`, "true"}, {"isNumeric", `"0x1p4"^^xsd:double`, "false"},
		{"isNumeric", `"18446744073709551615"^^xsd:unsignedLong`, "true"}, {"isNumeric", `"18446744073709551616"^^xsd:unsignedLong`, "false"},
		{"str", ":i", `"http://e/i"`}, {"str", "01", `"01"`}, {"str", `"a"@en`, `"a"`}, {"str", "1e0", `"1e0"`}, {"str", "_:b", failure},
		{"lang", `"a"@en-GB`, `"en-gb"`}, {"lang", `"a"`, `""`}, {"lang", "1", `""`}, {"lang", ":i", failure}, {"lang", "_:b", failure},
		{"datatype", `"a"`, "xsd:string"}, {"datatype", `"a"@en`, "rdf:langString"}, {"datatype", "1", "xsd:integer"}, {"datatype", `"1"^^xsd:short`, "xsd:short"},
		{"datatype", `"x"^^xsd:integer`, "xsd:integer"}, {"datatype", `"x"^^:t`, ":t"}, {"datatype", ":i", failure},
		{"IRI", `"c"`, "<http://example/a/c>"}, {"URI", `"http://x/y"`, "<http://x/y>"}, {"IRI", ":i", ":i"}, {"IRI", `"a b"`, failure}, {"IRI", `""`, "<http://example/a/b>"},
		{"IRI", `"a"@en`, failure}, {"IRI", "1", failure}, {"IRI", "_:b", failure},
		{"STRDT", `"123", xsd:integer`, "123"}, {"STRDT", `"iiii", :romanNumeral`, `"iiii"^^:romanNumeral`}, {"STRDT", `"a", xsd:string`, `"a"`},
		{"STRDT", `"a"@en, xsd:string`, failure}, {"STRDT", `1, xsd:string`, failure}, {"STRDT", `"a", "b"`, failure}, {"STRDT", `"a", rdf:langString`, failure},
		{"STRLANG", `"chat", "en"`, `"chat"@en`}, {"STRLANG", `"foo", "en-US"`, `"foo"@en-us`}, {"STRLANG", `"a"@en, "en"`, failure}, {"STRLANG", `1, "en"`, failure},
		{"STRLANG", `"a", ""`, failure}, {"STRLANG", `"a", "x y"`, failure},
		{"sameTerm", "1, 1", "true"}, {"sameTerm", "1, 01", "false"}, {"sameTerm", "1, 1.0", "false"}, {"sameTerm", `"NaN"^^xsd:double, "NaN"^^xsd:double`, "true"},
		{"sameTerm", `"a"@en, "a"@EN`, "true"}, {"sameTerm", `"a"@en, "a"`, "false"}, {"sameTerm", "_:a, _:a", "true"}, {"sameTerm", `"a"^^:t, "a"^^:u`, "false"},
		{"sameTerm", `:i, "http://e/i"`, "false"},
	})
	testCalls(t, nil, []call{{"IRI", `"c"`, failure}, {"IRI", `"http://x/"`, "<http://x/>"}})
}

// Section 17.4.3, functions on strings, with the examples given there.
func TestStringFunctions(t *testing.T) {
	testCalls(t, nil, []call{
		{"STRLEN", `"chat"`, "4"}, {"STRLEN", `"chat"@en`, "4"}, {"STRLEN", `"食べ物"`, "3"}, {"STRLEN", `"\U0001F46A"`, "1"}, {"STRLEN", "1", failure}, {"STRLEN", ":i", failure},
		{"SUBSTR", `"foobar", 4`, `"bar"`}, {"SUBSTR", `"foobar"@en, 4`, `"bar"@en`}, {"SUBSTR", `"foobar", 4, 1`, `"b"`}, {"SUBSTR", `"foobar"@en, 4, 1`, `"b"@en`},
		{"SUBSTR", `"食べ物", 2`, `"べ物"`}, {"SUBSTR", `"\U0001F46Ab", 2`, `"b"`}, {"SUBSTR", `"metadata", 4, 3`, `"ada"`}, {"SUBSTR", `"abc", 0, 2`, `"a"`}, {"SUBSTR", `"abc", -1`, `"abc"`},
		{"SUBSTR", `"12345", 1.5, 2.6`, `"234"`}, {"SUBSTR", `"12345", 0, 3`, `"12"`}, {"SUBSTR", `"12345", 5, -3`, `""`}, {"SUBSTR", `"12345", -3, 5`, `"1"`},
		{"SUBSTR", `"12345", "NaN"^^xsd:double, 3`, `""`}, {"SUBSTR", `"12345", 1, "NaN"^^xsd:double`, `""`}, {"SUBSTR", `"12345", -42, "INF"^^xsd:double`, `"12345"`},
		{"SUBSTR", `"12345", "-INF"^^xsd:double, "INF"^^xsd:double`, `""`}, {"SUBSTR", `"abc", 9`, `""`}, {"SUBSTR", `"abc", "1"`, failure}, {"SUBSTR", `1, 1`, failure},
		{"SUBSTR", `"abc", 1, "1"`, failure},
		{"UCASE", `"foo"`, `"FOO"`}, {"UCASE", `"foo"@en`, `"FOO"@en`}, {"UCASE", `"blåbær"`, `"BLÅBÆR"`}, {"UCASE", `"Straße"`, `"STRASSE"`}, {"UCASE", `"ßaß"`, `"SSASS"`}, {"UCASE", "1", failure},
		{"LCASE", `"BAR"`, `"bar"`}, {"LCASE", `"BAR"@en`, `"bar"@en`}, {"LCASE", `"ÆØÅ"`, `"æøå"`}, {"LCASE", `"İ"`, `"i̇"`}, {"LCASE", ":i", failure},
		{"STRSTARTS", `"foobar", "foo"`, "true"}, {"STRSTARTS", `"foobar"@en, "foo"@en`, "true"}, {"STRSTARTS", `"foobar"@en, "foo"`, "true"},
		{"STRSTARTS", `"foobar", "foo"@en`, failure}, {"STRSTARTS", `"foobar"@en, "foo"@fr`, failure}, {"STRSTARTS", `1.1, "1"`, failure},
		{"STRENDS", `"foobar", "bar"`, "true"}, {"STRENDS", `"foobar"@en, "bar"`, "true"}, {"STRENDS", `"foobar", "foo"`, "false"},
		{"CONTAINS", `"foobar", "bar"`, "true"}, {"CONTAINS", `"foobar"@en, "foo"@en`, "true"}, {"CONTAINS", `"foobar"@en, "bar"`, "true"}, {"CONTAINS", `"a", "b"@en`, failure},
		{"CONTAINS", `"a", ""`, "true"},
		{"STRBEFORE", `"abc", "b"`, `"a"`}, {"STRBEFORE", `"abc"@en, "bc"`, `"a"@en`}, {"STRBEFORE", `"abc"@en, "b"@cy`, failure}, {"STRBEFORE", `"abc", ""`, `""`},
		{"STRBEFORE", `"abc", "xyz"`, `""`}, {"STRBEFORE", `"abc"@en, "z"@en`, `""`}, {"STRBEFORE", `"abc"@en, "z"`, `""`}, {"STRBEFORE", `"abc"@en, ""@en`, `""@en`},
		{"STRBEFORE", `"abc"@en, ""`, `""@en`}, {"STRBEFORE", `7, "e"`, failure},
		{"STRAFTER", `"abc", "b"`, `"c"`}, {"STRAFTER", `"abc"@en, "ab"`, `"c"@en`}, {"STRAFTER", `"abc"@en, "b"@cy`, failure}, {"STRAFTER", `"abc", ""`, `"abc"`},
		{"STRAFTER", `"abc", "xyz"`, `""`}, {"STRAFTER", `"abc"@en, "z"@en`, `""`}, {"STRAFTER", `"abc"@en, "z"`, `""`}, {"STRAFTER", `"abc"@en, ""@en`, `"abc"@en`},
		{"ENCODE_FOR_URI", `"Los Angeles"`, `"Los%20Angeles"`}, {"ENCODE_FOR_URI", `"Los Angeles"@en`, `"Los%20Angeles"`}, {"ENCODE_FOR_URI", `"a-Z_0.9~/å"`, `"a-Z_0.9~%2F%C3%A5"`},
		{"ENCODE_FOR_URI", "1", failure},
		{"CONCAT", `"foo", "bar"`, `"foobar"`}, {"CONCAT", `"foo"@en, "bar"@en`, `"foobar"@en`}, {"CONCAT", `"foo", "bar"@en`, `"foobar"`}, {"CONCAT", `"foo"@en, "bar"`, `"foobar"`},
		{"CONCAT", `"foo"@en, "bar"@es, "x"@en`, `"foobarx"`}, {"CONCAT", `"abc"`, `"abc"`}, {"CONCAT", `"abc"@en`, `"abc"@en`}, {"CONCAT", "", `""`}, {"CONCAT", `"a", 7`, failure},
		{"langMatches", `"fr", "FR"`, "true"}, {"langMatches", `"fr-BE", "FR"`, "true"}, {"langMatches", `"en", "FR"`, "false"}, {"langMatches", `"", "FR"`, "false"},
		{"langMatches", `"en", "*"`, "true"}, {"langMatches", `"", "*"`, "false"}, {"langMatches", `"de-latn-de", "de-de"`, "false"}, {"langMatches", `"fra", "fr"`, "false"},
		{"langMatches", `"en", ""`, "false"}, {"langMatches", `"", ""`, "false"}, {"langMatches", `1, "en"`, failure}, {"langMatches", `"en"@en, "en"`, failure},
	})
}

// Section 17.4.4, functions on numbers.
func TestNumericFunctions(t *testing.T) {
	testCalls(t, &value.Env{Random: func() uint64 { return 1 << 63 }}, []call{
		{"abs", "1", "1"}, {"abs", "-1.5", "1.5"}, {"abs", "-1e0", "1.0E0"}, {"abs", `"-1"^^xsd:short`, "1"}, {"abs", "-9223372036854775808", "9223372036854775808"}, {"abs", `"1"`, failure},
		{"round", "2.4999", `"2"^^xsd:decimal`}, {"round", "2.5", `"3"^^xsd:decimal`}, {"round", "-2.5", `"-2"^^xsd:decimal`}, {"round", "-1.6", `"-2"^^xsd:decimal`}, {"round", "7", "7"},
		{"round", "2.5e0", "3.0E0"}, {"round", "-2.5e0", "-2.0E0"}, {"round", "0.49999999999999994e0", "0.0E0"}, {"round", "-0.4e0", `"-0.0E0"^^xsd:double`}, {"round", `"INF"^^xsd:float`, `"INF"^^xsd:float`},
		{"round", ":i", failure},
		{"ceil", "10.5", `"11"^^xsd:decimal`}, {"ceil", "-10.5", `"-10"^^xsd:decimal`}, {"ceil", "2", "2"}, {"ceil", "1.1e0", "2.0E0"}, {"ceil", `""`, failure},
		{"floor", "10.5", `"10"^^xsd:decimal`}, {"floor", "-10.5", `"-11"^^xsd:decimal`}, {"floor", "-1", "-1"}, {"floor", "-1.1e0", "-2.0E0"}, {"floor", "_:b", failure},
		{"floor", "-0.1", `"-1"^^xsd:decimal`}, {"floor", "-123456789012345678901234567890.5", `"-123456789012345678901234567891"^^xsd:decimal`},
		{"rand", "", "5.0E-1"},
	})
	testCalls(t, nil, []call{{"rand", "", failure}})
}

// Section 17.4.5, functions on dates and times, with the examples given there.
func TestDateFunctions(t *testing.T) {
	const d = `"2011-01-10T14:45:13.815-05:00"^^xsd:dateTime`
	const utc, plain = `"2011-01-10T14:45:13.815Z"^^xsd:dateTime`, `"2011-01-10T14:45:13.815"^^xsd:dateTime`
	testCalls(t, &value.Env{Now: value.NewDateTime(time.Date(2011, 1, 10, 14, 45, 13, 815e6, time.UTC))}, []call{
		{"now", "", utc}, {"year", d, "2011"}, {"month", d, "1"}, {"day", d, "10"}, {"hours", d, "14"}, {"minutes", d, "45"}, {"seconds", d, "13.815"},
		{"timezone", d, `"-PT5H"^^xsd:dayTimeDuration`}, {"timezone", utc, `"PT0S"^^xsd:dayTimeDuration`}, {"timezone", plain, failure},
		{"timezone", dt("2011-01-10T14:45:13+05:30"), `"PT5H30M"^^xsd:dayTimeDuration`},
		{"tz", d, `"-05:00"`}, {"tz", utc, `"Z"`}, {"tz", plain, `""`}, {"tz", dt("2011-01-10T14:45:13+00:00"), `"+00:00"`}, {"tz", `"2011Z"^^xsd:gYear`, `"Z"`},
		{"seconds", dt("2010-06-21T11:28:01Z"), `"1"^^xsd:decimal`}, {"seconds", dt("2010-06-21T11:28:00.000Z"), `"0"^^xsd:decimal`}, {"seconds", `"10:11:12.5"^^xsd:time`, "12.5"},
		{"year", dt("-0044-03-15T00:00:00"), "-44"}, {"year", dt("1999-12-31T24:00:00"), "2000"}, {"day", dt("1999-12-31T24:00:00"), "1"}, {"hours", dt("1999-12-31T24:00:00"), "0"},
		{"year", `"2020-05-01"^^xsd:date`, "2020"}, {"day", `"2020-05-01+02:00"^^xsd:date`, "1"}, {"year", `"2020"^^xsd:gYear`, "2020"}, {"month", `"2020-05"^^xsd:gYearMonth`, "5"},
		{"day", `"---31"^^xsd:gDay`, "31"}, {"day", `"--12-24"^^xsd:gMonthDay`, "24"}, {"hours", `"10:11:12"^^xsd:time`, "10"},
		{"hours", `"2020-05-01"^^xsd:date`, failure}, {"month", `"2020"^^xsd:gYear`, failure}, {"year", `"2020-05-01"`, failure}, {"year", dt("2020-02-30T00:00:00"), failure},
		{"year", "2020", failure}, {"tz", `"Z"`, failure}, {"timezone", "1", failure},
	})
	testCalls(t, nil, []call{{"now", "", failure}})
}

// Section 17.4.6, hash functions, with the examples given there.
func TestHashFunctions(t *testing.T) {
	testCalls(t, nil, []call{
		{"MD5", `"abc"`, `"900150983cd24fb0d6963f7d28e17f72"`}, {"MD5", `"食べ物"`, `"e7ada485d13b1decf628c9211bc3a97b"`}, {"SHA1", `"abc"`, `"a9993e364706816aba3e25717850c26c9cd0d89d"`},
		{"SHA256", `"abc"`, `"ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"`},
		{"SHA384", `"abc"`, `"cb00753f45a35e8bb5a03d699ac65007272c32ab0eded1631a8b605a43ff5bed8086072ba1e7cc2358baeca134c825a7"`},
		{"SHA512", `"abc"`, `"ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f"`},
		{"MD5", `"abc"@en`, failure}, {"SHA1", "1", failure}, {"SHA256", ":i", failure},
	})
}

// Sections 17.4.2.9, 17.4.2.12 and 17.4.2.13: what comes from outside.
func TestFreshTerms(t *testing.T) {
	var asked []string
	env := &value.Env{
		Random: func() uint64 { return 0xFFFFFFFFFFFFFFFF },
		BlankNode: func(key string, keyed bool) value.Value {
			if keyed {
				key = "k_" + key
			}
			asked = append(asked, key)
			return value.NewBlankNode("b")
		},
	}
	testCalls(t, env, []call{
		{"UUID", "", "<urn:uuid:ffffffff-ffff-4fff-bfff-ffffffffffff>"}, {"STRUUID", "", `"ffffffff-ffff-4fff-bfff-ffffffffffff"`},
		{"BNODE", "", "_:b"}, {"BNODE", `"a"`, "_:b"}, {"BNODE", "1", failure}, {"BNODE", `"a"@en`, failure},
	})
	if want := []string{"", "k_a"}; !slices.Equal(asked, want) {
		t.Errorf("blank nodes were asked for with %q, want %q", asked, want)
	}
	testCalls(t, nil, []call{{"UUID", "", failure}, {"STRUUID", "", failure}, {"BNODE", "", failure}})
}

// The table is in order of names, which Builtin relies on, and checks arity.
func TestTableOfFunctions(t *testing.T) {
	all := value.Functions()
	if !slices.IsSortedFunc(all, func(a, b value.Function) int { return strings.Compare(a.Name, b.Name) }) {
		t.Error("the functions are not in order")
	}
	for _, f := range all {
		if found, ok := value.Builtin(strings.ToLower(f.Name)); !ok || found.Name != f.Name {
			t.Errorf("%s is not found", f.Name)
		}
		if f.Max >= 0 {
			if _, err := f.Call(nil, make([]value.Value, f.Max+1)); err == nil {
				t.Errorf("%s takes too many arguments", f.Name)
			}
		}
		if f.Min > 0 {
			if _, err := f.Call(nil, nil); err == nil {
				t.Errorf("%s takes no arguments", f.Name)
			}
		}
	}
	for _, name := range []string{"", "BOUND", "IF", "A", "ZZ"} {
		if _, ok := value.Builtin(name); ok {
			t.Errorf("there is a function %q", name)
		}
	}
}

// Section 17.5: the rows of its table, and beyond it those of XPath.
func TestConstructors(t *testing.T) {
	const date, dateTime = `"2002-10-10Z"^^xsd:date`, `"2002-10-10T17:00:00Z"^^xsd:dateTime`
	for _, c := range []struct{ to, from, want string }{
		{"string", ":i", `"http://e/i"`}, {"string", `"a"`, `"a"`}, {"string", "007", `"7"`}, {"string", "0.0", `"0"`}, {"string", "2.50", `"2.5"`}, {"string", "0E1", `"0"`}, {"string", "1E0", `"1"`},
		{"string", `"-7.875"^^xsd:float`, `"-7.875"`}, {"string", "1e6", `"1.0E6"`}, {"string", "999999e0", `"999999"`}, {"string", "1e-6", `"0.000001"`}, {"string", "1e-7", `"1.0E-7"`},
		{"string", "-0e0", `"-0"`}, {"string", `"INF"^^xsd:float`, `"INF"`}, {"string", `"0"^^xsd:boolean`, `"false"`}, {"string", dateTime, `"2002-10-10T17:00:00Z"`},
		{"string", dt("1999-12-31T24:00:00.50Z"), `"1999-12-31T24:00:00.50Z"`}, {"string", dt("1999-12-31T24:00:00+01:00"), `"2000-01-01T00:00:00+01:00"`}, {"string", `"a"@en`, `"a"`}, {"string", `"a"^^:t`, `"a"`},
		{"string", "_:b", failure},
		{"boolean", `"true"`, "true"}, {"boolean", `"1"`, "true"}, {"boolean", `" false "`, "false"}, {"boolean", `"TRUE"`, failure}, {"boolean", "0", "false"}, {"boolean", "0.1", "true"}, {"boolean", `"NaN"^^xsd:float`, "false"},
		{"boolean", `"1"^^xsd:boolean`, `"1"^^xsd:boolean`}, {"boolean", ":i", failure}, {"boolean", dateTime, failure}, {"boolean", `"x"^^xsd:integer`, failure},
		{"integer", `"13"`, "13"}, {"integer", `" +013 "`, "13"}, {"integer", `"1.5"`, failure}, {"integer", `"1E0"`, failure}, {"integer", "2.5", "2"}, {"integer", "-2.5", "-2"}, {"integer", "-7.875e0", "-7"},
		{"integer", "1e20", "100000000000000000000"}, {"integer", `"NaN"^^xsd:double`, failure}, {"integer", `"INF"^^xsd:double`, failure}, {"integer", "true", "1"}, {"integer", `"1"^^xsd:byte`, "1"},
		{"integer", `"a"@en`, failure}, {"integer", `"1"@en`, failure}, {"integer", ":i", failure}, {"integer", dateTime, failure}, {"integer", `"x"^^xsd:integer`, failure},
		{"decimal", `"+33.3300"`, "33.33"}, {"decimal", `"0"`, `"0"^^xsd:decimal`}, {"decimal", `"-10.2E3"`, failure}, {"decimal", "1", `"1"^^xsd:decimal`}, {"decimal", "-7.875e0", "-7.875"}, {"decimal", "false", `"0"^^xsd:decimal`},
		{"decimal", "0.1e0", "0.1000000000000000055511151231257827021181583404541015625"}, {"decimal", "1e23", `"99999999999999991611392"^^xsd:decimal`}, {"decimal", ".5", ".5"}, {"decimal", `".5"`, "0.5"},
		{"double", `"-10.2E3"`, "-1.02E4"}, {"double", `"13"`, "1.3E1"}, {"double", "1", "1.0E0"}, {"double", "2.5", "2.5E0"}, {"double", "true", "1.0E0"}, {"double", `"1.25"^^xsd:float`, "1.25E0"}, {"double", `"INF"`, `"INF"^^xsd:double`},
		{"double", `"Infinity"`, failure}, {"double", `"0x10"`, failure}, {"double", `"1_0"`, failure}, {"double", `"1e"`, failure}, {"double", `"."`, failure}, {"double", `"1e999"`, `"INF"^^xsd:double`}, {"double", `"5."`, "5.0E0"},
		{"float", `"0.1"`, `"1.0E-1"^^xsd:float`}, {"float", "0.1", `"1.0E-1"^^xsd:float`}, {"float", "0.1e0", `"1.0E-1"^^xsd:float`}, {"float", "16777217", `"1.6777216E7"^^xsd:float`}, {"float", "1e300", `"INF"^^xsd:float`},
		{"dateTime", `"2002-10-10T17:00:00Z"`, dateTime}, {"dateTime", `"2002-10-10"`, failure}, {"dateTime", date, dt("2002-10-10T00:00:00Z")}, {"dateTime", dateTime, dateTime}, {"dateTime", "1", failure},
		{"date", dateTime, date}, {"date", `"2002-10-10"`, `"2002-10-10"^^xsd:date`}, {"date", `"2002-13-10"`, failure}, {"time", dateTime, `"17:00:00Z"^^xsd:time`}, {"time", date, failure},
		{"gYear", date, `"2002Z"^^xsd:gYear`}, {"gYearMonth", dateTime, `"2002-10Z"^^xsd:gYearMonth`}, {"gMonth", date, `"--10Z"^^xsd:gMonth`}, {"gMonthDay", date, `"--10-10Z"^^xsd:gMonthDay`}, {"gDay", date, `"---10Z"^^xsd:gDay`},
		{"gYear", `"2002"`, `"2002"^^xsd:gYear`}, {"gYear", "2002", failure}, {"dateTimeStamp", `"2002-10-10T17:00:00"`, failure}, {"dateTimeStamp", dateTime, `"2002-10-10T17:00:00Z"^^xsd:dateTimeStamp`},
		{"dateTimeStamp", dt("2002-10-10T17:00:00"), failure},
		{"duration", `"P1Y2M3DT4H5M6.5S"`, `"P1Y2M3DT4H5M6.5S"^^xsd:duration`}, {"duration", `"P14MT36H"`, `"P1Y2M1DT12H"^^xsd:duration`}, {"duration", `"P"`, failure}, {"duration", `"P1DT"`, failure}, {"duration", `"1D"`, failure},
		{"dayTimeDuration", `"P1Y1D"^^xsd:duration`, `"P1D"^^xsd:dayTimeDuration`}, {"yearMonthDuration", `"P1Y1D"^^xsd:duration`, `"P1Y"^^xsd:yearMonthDuration`}, {"yearMonthDuration", `"P1D"^^xsd:duration`, `"P0M"^^xsd:yearMonthDuration`},
		{"dayTimeDuration", `"P1M"`, failure}, {"yearMonthDuration", `"P1D"`, failure}, {"dayTimeDuration", `"-PT1.50S"`, `"-PT1.5S"^^xsd:dayTimeDuration`}, {"duration", `"P1S"`, failure}, {"duration", `"PT1.S"`, failure},
		{"byte", "127", `"127"^^xsd:byte`}, {"byte", "128", failure}, {"unsignedInt", `"-1"`, failure}, {"positiveInteger", "0.9", failure}, {"nonNegativeInteger", "-0.9", `"0"^^xsd:nonNegativeInteger`},
	} {
		f, ok := value.Constructor(typed("", c.to).Type)
		if !ok {
			t.Fatalf("xsd:%s has no constructor", c.to)
		}
		got, err := f.Call(nil, values(t, c.from))
		check(t, "xsd:"+c.to+"("+c.from+")", got, err, c.want)
	}
	for _, name := range []string{"hexBinary", "", "anyURI"} {
		if _, ok := value.Constructor(typed("", name).Type); ok {
			t.Errorf("xsd:%s has a constructor", name)
		}
	}
}
