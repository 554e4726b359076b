package value_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/cayleygraph/quad"

	"policygraph/graph/sparql/value"
	"policygraph/graph/turtle"
)

// The tables below write terms as Turtle does.
const prefixes = `@prefix xsd: <http://www.w3.org/2001/XMLSchema#> . @prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix : <http://e/> . `

// failure is what a table expects where there is a type error.
const failure = "error"

// values decodes terms with commas between them.
func values(t testing.TB, terms string) (all []value.Value) {
	t.Helper()
	if terms == "" {
		return nil
	}
	for q, err := range turtle.Read(strings.NewReader(prefixes+":s :p "+terms+" ."), turtle.ReadOptions{}) {
		if err != nil {
			t.Fatalf("%s: %v", terms, err)
		}
		all = append(all, value.Of(q.Object))
	}
	return all
}

// check compares a result with an expected term, or with failure.
func check(t *testing.T, what string, got value.Value, err error, want string) {
	t.Helper()
	if want == failure {
		if !errors.Is(err, value.ErrType) {
			t.Errorf("%s: got %v and %v, want a type error", what, got.Term(), err)
		}
		return
	}
	if err != nil {
		t.Errorf("%s: %v, want %s", what, err, want)
		return
	}
	if w := values(t, want)[0]; got.Term() != w.Term() {
		t.Errorf("%s: got %#v, want %#v", what, got.Term(), w.Term())
	}
}

var truths = map[value.Truth]string{value.True: "true", value.False: "false", value.Error: failure}

// Section 17.2.2.
func TestEffectiveBooleanValue(t *testing.T) {
	for _, c := range []struct{ term, want string }{
		{"true", "true"}, {"false", "false"}, {`"1"^^xsd:boolean`, "true"}, {`"0"^^xsd:boolean`, "false"},
		{`"yes"^^xsd:boolean`, "false"}, {`"abc"^^xsd:integer`, "false"}, {`"300"^^xsd:byte`, "false"},
		{`""`, "false"}, {`"a"`, "true"}, {`"false"`, "true"}, {`""@en`, "false"}, {`"a"@en`, "true"},
		{"0", "false"}, {"1", "true"}, {"-1", "true"}, {"0.0", "false"}, {"0.01", "true"}, {"0e0", "false"}, {"1e-3", "true"},
		{"100000000000000000000000000", "true"},
		{`"NaN"^^xsd:double`, "false"}, {`"INF"^^xsd:float`, "true"}, {`"-0"^^xsd:float`, "false"},
		{":i", failure}, {"_:b", failure}, {`"a"^^:t`, failure}, {`"2000-01-01"^^xsd:date`, failure},
	} {
		if got := truths[values(t, c.term)[0].EBV()]; got != c.want {
			t.Errorf("%s: got %s, want %s", c.term, got, c.want)
		}
	}
	if (value.Value{}).EBV() != value.Error {
		t.Error("an unbound variable has an effective boolean value")
	}
}

// Section 17.2, the truth table of || and &&.
func TestThreeValuedLogic(t *testing.T) {
	const T, F, E = value.True, value.False, value.Error
	for _, c := range []struct{ a, b, or, and value.Truth }{
		{T, T, T, T}, {T, F, T, F}, {F, T, T, F}, {F, F, F, F}, {T, E, T, E}, {E, T, T, E}, {F, E, E, F}, {E, F, E, F}, {E, E, E, E},
	} {
		if got := c.a.Or(c.b); got != c.or {
			t.Errorf("%s || %s: got %s", truths[c.a], truths[c.b], truths[got])
		}
		if got := c.a.And(c.b); got != c.and {
			t.Errorf("%s && %s: got %s", truths[c.a], truths[c.b], truths[got])
		}
	}
	if T.Not() != F || F.Not() != T || E.Not() != E {
		t.Error("! is wrong")
	}
}

// Section 17.3. The columns are =, != and <; the last is also asked the other
// way round.
func TestOperators(t *testing.T) {
	const yes, no, bad = "true", "false", failure
	for _, c := range []struct{ a, b, eq, ne, lt, gt string }{
		// numbers, whatever their form and type
		{"1", `"01"^^xsd:integer`, yes, no, no, no}, {"1", "1.0", yes, no, no, no}, {"1", "1e0", yes, no, no, no},
		{"1", `"1"^^xsd:float`, yes, no, no, no}, {`"1"^^xsd:byte`, `"1"^^xsd:unsignedLong`, yes, no, no, no},
		{"1", "2", no, yes, yes, no}, {"2", "1.5", no, yes, no, yes}, {"-1", "1", no, yes, yes, no},
		{"0.1", "0.10", yes, no, no, no}, {"0.1", "1e-1", yes, no, no, no}, {"0.1", `"0.1"^^xsd:float`, yes, no, no, no},
		{`"0.1"^^xsd:float`, "1e-1", no, yes, no, yes}, // promoted to double, the float is a little more
		{"100000000000000000000", "100000000000000000001", no, yes, yes, no},
		{"9007199254740993", "9007199254740992e0", yes, no, no, no}, // promoted to double
		{"-0e0", "0e0", yes, no, no, no}, {`"INF"^^xsd:double`, `"-INF"^^xsd:double`, no, yes, no, yes},
		{`"NaN"^^xsd:double`, `"NaN"^^xsd:double`, no, yes, no, no}, {`"NaN"^^xsd:float`, "1", no, yes, no, no},
		// strings and booleans
		{`"a"`, `"a"^^xsd:string`, yes, no, no, no}, {`"a"`, `"b"`, no, yes, yes, no}, {`"Z"`, `"a"`, no, yes, yes, no},
		{`"\uFFFD"`, `"\U0001F600"`, no, yes, yes, no}, // by code point
		{"true", "false", no, yes, no, yes}, {"true", `"1"^^xsd:boolean`, yes, no, no, no},
		// languages: never equal to anything else, and without an order
		{`"a"@en`, `"a"@EN`, yes, no, bad, bad}, {`"a"@en`, `"a"@fr`, no, yes, bad, bad}, {`"a"@en`, `"b"@en`, no, yes, bad, bad},
		{`"a"@en`, `"a"`, no, yes, bad, bad}, {`"a"@en`, `"a"^^:t`, no, yes, bad, bad}, {`"a"@en`, `"a"^^xsd:integer`, no, yes, bad, bad},
		{`"a"@en`, ":i", no, yes, bad, bad},
		// IRIs and blank nodes
		{":i", ":i", yes, no, bad, bad}, {":i", ":j", no, yes, bad, bad}, {"_:a", "_:a", yes, no, bad, bad}, {"_:a", "_:b", no, yes, bad, bad},
		{":i", "_:a", no, yes, bad, bad}, {":i", `"i"`, no, yes, bad, bad}, {"_:a", "1", no, yes, bad, bad}, {":i", `"a"^^:t`, no, yes, bad, bad},
		// literals that cannot be compared
		{`"a"`, "1", bad, bad, bad, bad}, {"true", "1", bad, bad, bad, bad}, {`"a"^^:t`, `"a"^^:t`, yes, no, bad, bad},
		{`"a"^^:t`, `"b"^^:t`, bad, bad, bad, bad}, {`"a"^^:t`, `"a"^^:u`, bad, bad, bad, bad}, {`"a"^^:t`, `"a"`, bad, bad, bad, bad},
		{`"x"^^xsd:integer`, `"x"^^xsd:integer`, yes, no, bad, bad}, {`"x"^^xsd:integer`, "1", bad, bad, bad, bad},
		{`" 1"^^xsd:integer`, "1", bad, bad, bad, bad}, {`"1"^^xsd:negativeInteger`, "1", bad, bad, bad, bad},
		// dates and times
		{dt("2002-04-02T12:00:00"), dt("2002-04-02T12:00:00"), yes, no, no, no},
		{dt("2002-04-02T23:00:00-04:00"), dt("2002-04-03T02:00:00-01:00"), yes, no, no, no},
		{dt("1999-12-31T24:00:00"), dt("2000-01-01T00:00:00"), yes, no, no, no},
		{dt("2005-04-04T24:00:00"), dt("2005-04-04T00:00:00"), no, yes, no, yes},
		{dt("2008-04-01T00:00:00.00Z"), dt("2008-04-01T00:00:00Z"), yes, no, no, no},
		{dt("2008-04-01T00:00:00.000000001Z"), dt("2008-04-01T00:00:00Z"), no, yes, no, yes},
		{dt("2002-04-02T23:00:00"), dt("2002-04-02T23:00:00+06:00"), bad, bad, bad, bad},
		{dt("2008-10-01T00:00:00Z"), dt("2008-10-03T00:00:00"), no, yes, yes, no},
		{dt("2008-10-01T14:00:00"), dt("2008-10-01T00:00:00Z"), bad, bad, bad, bad},
		{dt("2008-10-01T14:00:01"), dt("2008-10-01T00:00:00Z"), no, yes, no, yes},
		{dt("-0001-01-01T00:00:00Z"), dt("0001-01-01T00:00:00Z"), no, yes, yes, no},
		{dt("2008-10-01T00:00:00Z"), `"2008-10-01Z"^^xsd:date`, bad, bad, bad, bad},
		{`"2006-08-23"^^xsd:date`, `"2006-08-23"^^xsd:date`, yes, no, no, no},
		{`"2006-08-23"^^xsd:date`, `"2006-08-23Z"^^xsd:date`, bad, bad, bad, bad},
		{`"2006-08-23Z"^^xsd:date`, `"2006-08-23+00:00"^^xsd:date`, yes, no, no, no},
		{`"2006-08-23Z"^^xsd:date`, `"2006-08-22"^^xsd:date`, no, yes, no, yes},
		{`"2006"^^xsd:gYear`, `"2007"^^xsd:gYear`, no, yes, yes, no}, {`"2006-01"^^xsd:gYearMonth`, `"2006-01"^^xsd:gYearMonth`, yes, no, no, no},
		{`"12:00:00"^^xsd:time`, `"24:00:00"^^xsd:time`, no, yes, no, yes}, {`"--02-29"^^xsd:gMonthDay`, `"--03-01"^^xsd:gMonthDay`, no, yes, yes, no},
		{`"---31"^^xsd:gDay`, `"---30"^^xsd:gDay`, no, yes, no, yes}, {`"--02"^^xsd:gMonth`, `"--12"^^xsd:gMonth`, no, yes, yes, no},
		// durations
		{`"P1Y"^^xsd:duration`, `"P12M"^^xsd:yearMonthDuration`, yes, no, no, no}, {`"PT36H"^^xsd:duration`, `"P1DT12H"^^xsd:dayTimeDuration`, yes, no, no, no},
		{`"P1M"^^xsd:duration`, `"P30D"^^xsd:duration`, bad, bad, bad, bad}, {`"P1M"^^xsd:duration`, `"P1M1D"^^xsd:duration`, no, yes, yes, no},
		{`"P1M1D"^^xsd:duration`, `"P2M2D"^^xsd:duration`, no, yes, yes, no}, {`"-PT0.5S"^^xsd:dayTimeDuration`, `"PT0S"^^xsd:dayTimeDuration`, no, yes, yes, no},
	} {
		v := values(t, c.a+", "+c.b)
		for _, o := range []struct {
			sign string
			op   value.Operator
			want string
		}{
			{"=", value.EQ, c.eq}, {"!=", value.NE, c.ne}, {"<", value.LT, c.lt}, {">", value.GT, c.gt},
			{"<=", value.LE, either(c.lt, c.eq)}, {">=", value.GE, either(c.gt, c.eq)},
		} {
			if got := truths[o.op.Apply(v[0], v[1])]; got != o.want {
				t.Errorf("%s %s %s: got %s, want %s", c.a, o.sign, c.b, got, o.want)
			}
		}
		if got := truths[value.Less(v[1], v[0])]; got != c.gt {
			t.Errorf("%s < %s: got %s, want %s", c.b, c.a, got, c.gt)
		}
	}
}

func dt(lexical string) string { return `"` + lexical + `"^^xsd:dateTime` }

// either is the answer of <= from those of < and =.
func either(order, eq string) string {
	if order == failure {
		return failure
	}
	return fmt.Sprint(order == "true" || eq == "true")
}

// Section 17.4.1.9 and 17.4.1.10, with the examples given there.
func TestIn(t *testing.T) {
	for _, c := range []struct{ v, list, want string }{
		{"2", "1, 2, 3", "true"}, {"2", "", "false"}, {"2", ":i, 2.0", "true"}, {"2", `"a", 2`, "true"}, {"2", `"a", 3`, failure}, {"2", "1, 3", "false"},
	} {
		if got := truths[value.In(values(t, c.v)[0], values(t, c.list))]; got != c.want {
			t.Errorf("%s IN (%s): got %s, want %s", c.v, c.list, got, c.want)
		}
	}
}

// Section 17.3, the rows of arithmetic, with the types of XPath.
func TestArithmetic(t *testing.T) {
	operators := map[string]func(a, b value.Value) (value.Value, error){
		"+": value.Add, "-": value.Subtract, "*": value.Multiply, "/": value.Divide,
	}
	for _, c := range []struct{ a, op, b, want string }{
		{"1", "+", "2", "3"}, {"1", "+", "2.0", `"3"^^xsd:decimal`}, {"1.10", "+", "2.2", "3.3"}, {"1", "+", "2e0", "3.0E0"},
		{"1", "+", `"2"^^xsd:float`, `"3.0E0"^^xsd:float`}, {`"1"^^xsd:float`, "+", "1e0", "2.0E0"}, {"1.5", "+", `"1"^^xsd:float`, `"2.5E0"^^xsd:float`},
		{`"1"^^xsd:short`, "+", `"1"^^xsd:byte`, "2"}, {"3", "-", "5", "-2"}, {"0.3", "-", "0.1", "0.2"}, {"2", "*", "0.5", `"1"^^xsd:decimal`},
		{"0.1", "*", "0.1", "0.01"}, {"9223372036854775807", "+", "1", "9223372036854775808"}, {"-9223372036854775808", "-", "1", "-9223372036854775809"},
		{"9223372036854775808", "-", "1", "9223372036854775807"}, {"4294967296", "*", "4294967296", "18446744073709551616"},
		{"3", "/", "3", `"1"^^xsd:decimal`}, {"1", "/", "2", "0.5"}, {"1", "/", "3", "0.333333333333333333"}, {"2", "/", "3", "0.666666666666666667"},
		{"-2", "/", "3", "-0.666666666666666667"}, {"10", "/", "4", "2.5"}, {"1", "/", "0", failure}, {"1.0", "/", "0.0", failure},
		{"1e0", "/", "0", `"INF"^^xsd:double`}, {"-1e0", "/", "0", `"-INF"^^xsd:double`}, {"0e0", "/", "0", `"NaN"^^xsd:double`},
		{"1", "/", "3e0", "3.333333333333333E-1"}, {"1", "/", `"3"^^xsd:float`, `"3.3333334E-1"^^xsd:float`},
		{"0.00000000000000000001", "/", "3", "0.00000000000000000000333333333333333333"},
		{`"a"`, "+", "1", failure}, {`"1"`, "+", `"2"`, failure}, {":i", "+", "1", failure}, {`"x"^^xsd:integer`, "*", "1", failure}, {"true", "+", "1", failure},
	} {
		v := values(t, c.a+", "+c.b)
		got, err := operators[c.op](v[0], v[1])
		check(t, c.a+" "+c.op+" "+c.b, got, err, c.want)
	}
	for _, c := range []struct{ v, minus string }{
		{"1", "-1"}, {"-1.5", "1.5"}, {"3e0", "-3.0E0"}, {`"3"^^xsd:float`, `"-3.0E0"^^xsd:float`}, {"-9223372036854775808", "9223372036854775808"},
		{`"1"^^xsd:int`, "-1"}, {`"a"`, failure}, {":i", failure},
	} {
		got, err := value.Negate(values(t, c.v)[0])
		check(t, "-"+c.v, got, err, c.minus)
	}
	if got, err := value.Plus(values(t, `"+01"^^xsd:int`)[0]); err != nil || got.Term() != values(t, "1")[0].Term() {
		t.Errorf("unary plus: %v, %v", got.Term(), err)
	}
}

// A term that was only decoded is given back as it was.
func TestTermsComeBack(t *testing.T) {
	for _, v := range []quad.Value{
		quad.IRI("http://e/"), quad.BNode("b"), quad.String(""), quad.String("å"), quad.LangString{Value: "a", Lang: "nb"},
		typed("01", "integer"), typed("+1.50", "decimal"), typed("1E+02", "double"), typed("-INF", "float"), typed("0", "boolean"), typed("x", "integer"),
		typed("", "integer"), typed("2000-02-30", "date"), typed("1999-12-31T24:00:00-00:00", "dateTime"), typed("P0Y0M", "duration"), typed("a7", "hexBinary"),
		quad.TypedString{Value: "", Type: "http://e/t"},
	} {
		if got := value.Of(v).Term(); got != v {
			t.Errorf("got %#v, want %#v", got, v)
		}
	}
	if !value.Of(nil).IsZero() || (value.Value{}).Term() != nil {
		t.Error("no term is a value")
	}
	if got := value.Of(quad.Int(7)).Term(); got != typed("7", "integer") {
		t.Errorf("a native integer became %v", got)
	}
}

func typed(lexical, name string) quad.TypedString {
	return quad.TypedString{Value: quad.String(lexical), Type: quad.IRI("http://www.w3.org/2001/XMLSchema#" + name)}
}
