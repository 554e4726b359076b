package value_test

import (
	"errors"
	"fmt"
	"math"
	"math/big"
	"math/rand/v2"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/cayleygraph/quad"

	"policygraph/graph"
	"policygraph/graph/sparql/value"
)

// randomDecimal is the lexical form of a decimal, of few digits or many.
func randomDecimal(r *rand.Rand) string {
	var b strings.Builder
	if r.IntN(2) == 0 {
		b.WriteByte('-')
	}
	digits := func(n int) {
		for range n {
			b.WriteByte(byte('0' + r.IntN(10)*r.IntN(2)))
		}
	}
	digits(1 + r.IntN(1<<r.IntN(6)))
	if r.IntN(2) == 0 {
		b.WriteByte('.')
		digits(1 + r.IntN(1<<r.IntN(6)))
	}
	return b.String()
}

func ratOf(t *testing.T, v value.Value) *big.Rat {
	t.Helper()
	x, ok := new(big.Rat).SetString(v.Text())
	if !ok {
		t.Fatalf("%q is not a number", v.Text())
	}
	return x
}

// Decimals and integers of any size are exact: they agree with math/big.
func TestDecimalsAgreeWithBig(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 1))
	tolerance := big.NewRat(1, 2e18)
	for range 20000 {
		v, w := value.Of(typed(randomDecimal(r), "decimal")), value.Of(typed(randomDecimal(r), "decimal"))
		x, y := ratOf(t, v), ratOf(t, w)
		if got, want := value.Order(v, w), x.Cmp(y); got != want {
			t.Fatalf("%s and %s: order %d, want %d", v.Text(), w.Text(), got, want)
		}
		for name, op := range map[string]struct {
			ours func(a, b value.Value) (value.Value, error)
			want *big.Rat
		}{
			"+": {value.Add, new(big.Rat).Add(x, y)}, "-": {value.Subtract, new(big.Rat).Sub(x, y)}, "*": {value.Multiply, new(big.Rat).Mul(x, y)},
		} {
			got, err := op.ours(v, w)
			if err != nil || ratOf(t, got).Cmp(op.want) != 0 {
				t.Fatalf("%s %s %s: got %s, %v", v.Text(), name, w.Text(), got.Text(), err)
			}
			checkCanonical(t, got.Text())
		}
		if y.Sign() == 0 {
			continue
		}
		got, err := value.Divide(v, w)
		off := new(big.Rat).Sub(ratOf(t, got), new(big.Rat).Quo(x, y))
		if err != nil || off.Abs(off).Cmp(tolerance) > 0 {
			t.Fatalf("%s / %s: got %s, %v", v.Text(), w.Text(), got.Text(), err)
		}
		checkCanonical(t, got.Text())
	}
}

// checkCanonical holds a decimal to XSD 1.1, part 2, appendix E.1.
func checkCanonical(t *testing.T, s string) {
	t.Helper()
	body := strings.TrimPrefix(s, "-")
	whole, fraction, point := strings.Cut(body, ".")
	if len(whole) > 1 && whole[0] == '0' || whole == "" || point && (fraction == "" || strings.HasSuffix(fraction, "0")) || s == "-0" {
		t.Fatalf("%s is not canonical", s)
	}
}

// Rounding agrees with math/big, and floats with strconv.
func TestRoundingAgreesWithBig(t *testing.T) {
	r := rand.New(rand.NewPCG(2, 2))
	half := big.NewRat(1, 2)
	floor := func(x *big.Rat) *big.Rat {
		return new(big.Rat).SetInt(new(big.Int).Div(x.Num(), x.Denom())) // Euclidean; the divisor is positive
	}
	for range 5000 {
		v := value.Of(typed(randomDecimal(r), "decimal"))
		x := ratOf(t, v)
		minus := new(big.Rat).Neg(x)
		for name, want := range map[string]*big.Rat{
			"FLOOR": floor(x), "CEIL": new(big.Rat).Neg(floor(minus)), "ROUND": floor(new(big.Rat).Add(x, half)), "ABS": new(big.Rat).Abs(x),
		} {
			f, _ := value.Builtin(name)
			got, err := f.Call(nil, []value.Value{v})
			if err != nil || ratOf(t, got).Cmp(want) != 0 {
				t.Fatalf("%s(%s): got %s, %v", name, v.Text(), got.Text(), err)
			}
		}
		want, _ := strconv.ParseFloat(v.Text(), 64)
		if got, _ := v.Float64(); got != want {
			t.Fatalf("%s as a double: got %g, want %g", v.Text(), got, want)
		}
		f, _ := value.Constructor(typed("", "float").Type)
		got, _ := f.Call(nil, []value.Value{v})
		want, _ = strconv.ParseFloat(v.Text(), 32)
		if single, _ := got.Float64(); single != want {
			t.Fatalf("%s as a float: got %g, want %g", v.Text(), single, want)
		}
	}
}

// A double is an exact decimal, and its canonical form gives it back.
func TestDoublesAreExactDecimals(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 3))
	toDecimal, _ := value.Constructor(typed("", "decimal").Type)
	for range 5000 {
		f := math.Float64frombits(r.Uint64())
		if math.IsNaN(f) || math.IsInf(f, 0) {
			continue
		}
		v := value.NewDouble(f)
		got, err := toDecimal.Call(nil, []value.Value{v})
		if err != nil || ratOf(t, got).Cmp(new(big.Rat).SetFloat64(f)) != 0 {
			t.Fatalf("%g: got %s, %v", f, got.Text(), err)
		}
		if value.Order(v, got) != 0 {
			t.Fatalf("%g is not level with itself as a decimal", f)
		}
		if back, _ := value.Of(v.Term()).Float64(); back != f {
			t.Fatalf("%g came back as %g", f, back)
		}
	}
}

// The calendar agrees with package time.
func TestDatesAgreeWithTime(t *testing.T) {
	r := rand.New(rand.NewPCG(4, 4))
	parts := []struct {
		name string
		of   func(time.Time) int
	}{
		{"YEAR", time.Time.Year}, {"MONTH", func(t time.Time) int { return int(t.Month()) }}, {"DAY", time.Time.Day},
		{"HOURS", time.Time.Hour}, {"MINUTES", time.Time.Minute},
	}
	random := func() time.Time {
		zone := time.FixedZone("", (r.IntN(28*60+1)-14*60)*60)
		return time.Unix(r.Int64N(4e11)-2e11, r.Int64N(1e9)).In(zone)
	}
	for range 20000 {
		a, b := random(), random()
		if a.Year() < 1 || b.Year() < 1 || a.Year() > 9999 || b.Year() > 9999 {
			continue
		}
		v, w := value.NewDateTime(a), value.NewDateTime(b)
		if got, want := value.Order(v, w), a.Compare(b); got != want {
			t.Fatalf("%v and %v: order %d, want %d", a, b, got, want)
		}
		if got, want := v.Text(), a.Format("2006-01-02T15:04:05.999999999Z07:00"); got != want {
			t.Fatalf("got %s, want %s", got, want)
		}
		read := value.Of(v.Term())
		if value.Equal(read, v) != value.True {
			t.Fatalf("%s is not what was written", v.Text())
		}
		for _, p := range parts {
			f, _ := value.Builtin(p.name)
			got, err := f.Call(nil, []value.Value{read})
			if n, _ := got.Int64(); err != nil || int(n) != p.of(a) {
				t.Fatalf("%s(%s): got %d, %v", p.name, v.Text(), n, err)
			}
		}
	}
}

// assorted are values of all kinds.
func assorted(t testing.TB) (all []value.Value) {
	for _, row := range ordered {
		all = append(all, values(t, row)...)
	}
	return append(all, values(t, `"-0"^^xsd:decimal, "999999999-12-31T24:00:00+14:00"^^xsd:dateTime, "-999999999-01-01T00:00:00-14:00"^^xsd:dateTime,
		"-P2147483647M2147483647DT2147483647H0.999999999S"^^xsd:duration, "1000000000-01-01"^^xsd:date, "abc"@en, "^a+$", "[a-z]", "i", "4.9e-324"^^xsd:double`)...)
}

// No function panics, whatever its arguments; errors are type errors, and
// results are terms that a Dataset could hold.
func TestFunctionsTakeAnything(t *testing.T) {
	some := append([]value.Value{{}}, assorted(t)...)
	r := rand.New(rand.NewPCG(5, 5))
	env := &value.Env{Base: "http://e/", Random: r.Uint64, Now: value.NewDateTime(time.Unix(0, 0)), BlankNode: func(string, bool) value.Value { return value.NewBlankNode("b") }}
	call := func(f *value.Function, args ...value.Value) {
		got, err := f.Call(env, args)
		what := func() string {
			s := f.Name
			for _, a := range args {
				s += fmt.Sprintf(" %#v", a.Term())
			}
			return s
		}
		if err != nil {
			if !errors.Is(err, value.ErrType) {
				t.Errorf("%s: %v", what(), err)
			}
			return
		}
		if term, err := graph.Normalize(got.Term()); err != nil || term != got.Term() {
			t.Errorf("%s: %#v, %v", what(), got.Term(), err)
		}
	}
	for _, f := range value.Functions() {
		call(&f)
		for _, v := range some {
			call(&f, v)
			for range 20 {
				call(&f, v, some[r.IntN(len(some))])
				call(&f, v, some[r.IntN(len(some))], some[r.IntN(len(some))])
				call(&f, v, some[r.IntN(len(some))], some[r.IntN(len(some))], some[r.IntN(len(some))])
			}
		}
	}
	for _, v := range some {
		for _, w := range some {
			if f, ok := value.Constructor(v.Datatype()); ok {
				call(f, w)
			}
		}
	}
}

// Decoding any lexical form of any datatype gives the term back, and its
// canonical form, where it is a number or a date, stands for the same value.
func FuzzLexicalForms(f *testing.F) {
	names := []string{
		"boolean", "decimal", "integer", "float", "double", "dateTime", "date", "time", "gYear", "gYearMonth", "gMonth", "gMonthDay", "gDay",
		"duration", "dayTimeDuration", "yearMonthDuration", "dateTimeStamp", "byte", "unsignedLong", "negativeInteger",
	}
	for _, v := range assorted(f) {
		for i := range names {
			f.Add(uint8(i), v.Text())
		}
	}
	toString, _ := value.Constructor(graph.XSDString)
	f.Fuzz(func(t *testing.T, n uint8, lexical string) {
		term := typed(lexical, names[int(n)%len(names)])
		v := value.Of(term)
		if v.Term() != quad.Value(term) {
			t.Fatalf("%v came back as %v", term, v.Term())
		}
		if v.Kind() == value.Other {
			return
		}
		canonical, err := toString.Call(nil, []value.Value{v})
		if err != nil {
			t.Fatal(err)
		}
		again := value.Of(typed(canonical.Text(), names[int(n)%len(names)]))
		if again.Kind() != v.Kind() || value.Order(v, again) != 0 {
			t.Fatalf("%v is %s in canonical form, which is %v", term, canonical.Text(), again.Term())
		}
	})
}

// No pair of an expression and flags panics, and what is accepted matches in
// no more than time in proportion to the text.
func FuzzRegex(f *testing.F) {
	for _, seed := range []string{"a.c", `[a-z-[aeiou]]+\p{Lu}`, `(\d{1,3}|\i\c*)?$`, `^\p{IsGreek}`, `[^\s\-x-z]`, `a{2}?`} {
		f.Add(seed, "", "abc")
		f.Add(seed, "xism", "αβγ")
	}
	f.Fuzz(func(t *testing.T, pattern, flags, text string) {
		if len(pattern) > 200 {
			return
		}
		if _, err := regexCall("REGEX", text, pattern, flags); err != nil && !errors.Is(err, value.ErrType) {
			t.Errorf("/%s/%s: %v", pattern, flags, err)
		}
		if _, err := regexCall("REPLACE", text, pattern, text, flags); err != nil && !errors.Is(err, value.ErrType) {
			t.Errorf("/%s/%s: %v", pattern, flags, err)
		}
	})
}
