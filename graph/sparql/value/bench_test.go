package value_test

import (
	"testing"

	"policygraph/graph/sparql/value"
)

// pairs are values that FILTER and ORDER BY compare in great numbers.
var pairs = map[string]string{
	"integers": "17, 42", "decimals": "1.5, 1.25", "doubles": "1e0, 2e0", "mixed": "1, 2.5e0", "strings": `"Arbeidsledighet", "Arbeidsmarked"`,
	"dates": `"2020-05-01"^^xsd:date, "2020-05-02"^^xsd:date`, "dateTimes": dt("2020-05-01T00:00:00Z") + ", " + dt("2020-05-01T02:00:00+02:00"),
}

func BenchmarkLess(b *testing.B) {
	for name, terms := range pairs {
		v := values(b, terms)
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				value.Less(v[0], v[1])
			}
		})
	}
}

func BenchmarkOrder(b *testing.B) {
	for name, terms := range pairs {
		v := values(b, terms)
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				value.Order(v[0], v[1])
			}
		})
	}
}

func BenchmarkOf(b *testing.B) {
	for name, terms := range pairs {
		term := values(b, terms)[0].Term()
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				value.Of(term)
			}
		})
	}
}

func BenchmarkArithmetic(b *testing.B) {
	for name, terms := range map[string]string{"integers": "17, 42", "decimals": "1.5, 1.25", "doubles": "1e0, 2e0"} {
		v := values(b, terms)
		b.Run("add/"+name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				_, _ = value.Add(v[0], v[1])
			}
		})
		b.Run("divide/"+name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				_, _ = value.Divide(v[0], v[1])
			}
		})
	}
}

func BenchmarkRegex(b *testing.B) {
	f, _ := value.Builtin("REGEX")
	env, args := new(value.Env), values(b, `"Tiltak mot ungdomsledighet i Norge", "ledighet", "i"`)
	b.ReportAllocs()
	for b.Loop() {
		_, _ = f.Call(env, args)
	}
}

// Comparing allocates nothing.
func TestComparingAllocatesNothing(t *testing.T) {
	for name, terms := range pairs {
		v := values(t, terms)
		if n := testing.AllocsPerRun(100, func() { value.Less(v[0], v[1]); value.Order(v[0], v[1]); value.Equal(v[0], v[1]) }); n > 0 {
			t.Errorf("comparing %s allocates %g times", name, n)
		}
		term := v[0].Term()
		if n := testing.AllocsPerRun(100, func() { value.Of(term) }); n > 0 {
			t.Errorf("decoding %s allocates %g times", name, n)
		}
	}
}
