package value_test

import (
	"math/rand/v2"
	"slices"
	"testing"

	"policygraph/graph/sparql/value"
)

// Section 15.1, and inside literals what Order promises: each row comes before
// all rows below it, and the terms of a row are level.
var ordered = []string{
	"_:a", "_:b", ":A", ":a", "<urn:x>",
	`"NaN"^^xsd:double, "NaN"^^xsd:float`, `"-INF"^^xsd:float, "-INF"^^xsd:double`, "-1e300", "-1, -1.0, -1e0", "0, -0e0", "0.1, 0.10",
	"0.1e0", // the double is a little more than the decimal
	`"0.1"^^xsd:float`, `1, 01, "1"^^xsd:byte, 1.0`, "9007199254740992e0, 9007199254740992", "9007199254740993", "9007199254740994e0", "1e23", "99999999999999991611393",
	"100000000000000000000000", "1e300", `"INF"^^xsd:float, "INF"^^xsd:double`,
	"false", `true, "1"^^xsd:boolean`,
	dt("-0001-01-01T00:00:00"), dt("2000-01-01T00:00:00"), dt("2000-01-01T00:00:00Z") + ", " + dt("2000-01-01T01:00:00+01:00"), dt("2000-01-01T00:00:00.1"),
	`"2000-01-01"^^xsd:date`, `"2000-01-01Z"^^xsd:date`, `"2000-01-02"^^xsd:date`, `"12:00:00"^^xsd:time`, `"12:00:01"^^xsd:time`,
	`"2000"^^xsd:gYear`, `"2001"^^xsd:gYear`, `"1999-12"^^xsd:gYearMonth`, `"--01"^^xsd:gMonth`, `"--01-01"^^xsd:gMonthDay`, `"---01"^^xsd:gDay`,
	`"-P1Y"^^xsd:duration`, `"PT0S"^^xsd:duration, "P0M"^^xsd:yearMonthDuration`, `"P30D"^^xsd:duration`, `"P1M"^^xsd:duration`, `"P31D"^^xsd:duration`,
	`""`, `"A"`, `"a"`, `"a"@en`, `"a"@fr`, `"b"`, `"å"`,
	`"a"^^:t`, `"b"^^:t`, `"a"^^:u`, `"a7"^^xsd:hexBinary`, `"x"^^xsd:integer`,
}

func TestOrder(t *testing.T) {
	type ranked struct {
		value.Value
		row int
	}
	all := []ranked{{}}
	for i, row := range ordered {
		for _, v := range values(t, row) {
			all = append(all, ranked{v, i + 1})
		}
	}
	for _, a := range all {
		for _, b := range all {
			want := min(max(a.row-b.row, -1), 1)
			if got := value.Order(a.Value, b.Value); got != want {
				t.Errorf("%v and %v: got %d, want %d", a.Term(), b.Term(), got, want)
			}
			if value.Less(a.Value, b.Value) == value.True && want != -1 {
				t.Errorf("%v < %v, but not in order", a.Term(), b.Term())
			}
		}
	}
	shuffled := slices.Clone(all)
	rand.New(rand.NewPCG(1, 2)).Shuffle(len(shuffled), func(i, j int) { shuffled[i], shuffled[j] = shuffled[j], shuffled[i] })
	slices.SortFunc(shuffled, func(a, b ranked) int { return value.Order(a.Value, b.Value) })
	if !slices.IsSortedFunc(shuffled, func(a, b ranked) int { return a.row - b.row }) {
		t.Error("sorting does not bring the rows into order")
	}
}

// Section 18.5.1.
func TestAggregates(t *testing.T) {
	const unbound = "unbound"
	for _, c := range []struct {
		keyword, terms string
		distinct       bool
		want           string
	}{
		{"COUNT", "", false, "0"}, {"COUNT", `1, 1, :i, "a"`, false, "4"}, {"COUNT", "1, 1, 01, 1.0", true, "3"}, {"COUNT", unbound + ", 1", false, "1"},
		{"SUM", "", false, "0"}, {"SUM", "1.0, 2.2, 3.5, 2.2, 2.2", false, "11.1"}, {"SUM", "1, 2, 2", true, "3"}, {"SUM", "1, 2.2", false, "3.2"}, {"SUM", "1, 2e0", false, "3.0E0"},
		{"SUM", "9223372036854775807, 9223372036854775807", false, "18446744073709551614"}, {"SUM", `1, "a"`, false, failure}, {"SUM", "1, :i, 2", false, failure}, {"SUM", unbound + ", 1", false, failure},
		{"AVG", "", false, "0"}, {"AVG", "1.0, 2.2, 3.5, 2.2, 2.2", false, "2.22"}, {"AVG", "1, 2", false, "1.5"}, {"AVG", "1, 2, 2", true, "1.5"}, {"AVG", "1, 2.2", false, "1.6"},
		{"AVG", "1e2, 2e3", false, "1.05E3"}, {"AVG", "1, 1, 2", false, "1.333333333333333333"}, {"AVG", `1, "a"`, false, failure}, {"AVG", unbound, false, failure},
		{"MIN", "", false, failure}, {"MIN", "2, 1, 3", false, "1"}, {"MIN", "2e-1, 2.2", false, "2e-1"}, {"MIN", "1.0, 1", false, "1.0"}, {"MIN", `"b", "a", 7`, false, "7"}, {"MIN", `:i, _:b, "a"`, false, "_:b"},
		{"MIN", unbound + ", 1", false, failure},
		{"MAX", "", false, failure}, {"MAX", "2, 1, 3", true, "3"}, {"MAX", "1, 1.0", false, "1"}, {"MAX", `"b", "a", 7`, false, `"b"`}, {"MAX", dt("2000-01-01T00:00:00Z") + ", " + dt("2001-01-01T00:00:00Z"), false, dt("2001-01-01T00:00:00Z")},
		{"SAMPLE", "", false, failure}, {"SAMPLE", "1, 2", false, "1"}, {"SAMPLE", unbound + ", 1", false, "1"}, {"SAMPLE", unbound, true, failure},
		{"GROUP_CONCAT", "", false, `""`}, {"GROUP_CONCAT", `"1", "22"`, false, `"1|22"`}, {"GROUP_CONCAT", `"1", "2", "1"`, true, `"1|2"`}, {"GROUP_CONCAT", `"1"@en, "2"@fr, 03, :i`, false, `"1|2|03|http://e/i"`},
		{"GROUP_CONCAT", `"", ""`, false, `"|"`}, {"GROUP_CONCAT", `"a", _:b`, false, failure}, {"group_concat", unbound + `, "a"`, false, failure},
	} {
		a, ok := value.NewAggregate(c.keyword, value.AggregateOptions{Distinct: c.distinct, Separator: "|"})
		if !ok {
			t.Fatalf("there is no %s", c.keyword)
		}
		terms := c.terms
		if len(terms) >= len(unbound) && terms[:len(unbound)] == unbound {
			a.Add(value.Value{})
			terms = terms[min(len(terms), len(unbound+", ")):]
		}
		for _, v := range values(t, terms) {
			a.Add(v)
		}
		got, err := a.Result()
		check(t, c.keyword+"("+c.terms+")", got, err, c.want)
	}
	if _, ok := value.NewAggregate("MEDIAN", value.AggregateOptions{}); ok {
		t.Error("there is a MEDIAN")
	}
}
