package agreement

import (
	"math"
	"testing"

	"policygraph/reviews"
)

func TestKappa(t *testing.T) {
	for _, c := range []struct {
		name   string
		counts map[[2]string]int
		want   float64
	}{
		// 20 both yes, 15 both no, 5 and 10 split: 0.7 observed, 0.5 expected by chance.
		{"two coders of fifty", map[[2]string]int{{"yes", "yes"}: 20, {"yes", "no"}: 5, {"no", "yes"}: 10, {"no", "no"}: 15}, 0.4},
		{"never", map[[2]string]int{{"a", "b"}: 5, {"b", "a"}: 5}, -1},
		{"always", map[[2]string]int{{"a", "a"}: 3, {"b", "b"}: 4}, 1},
		{"one value throughout", map[[2]string]int{{"a", "a"}: 9}, 1},
		{"as chance would have it", map[[2]string]int{{"a", "a"}: 4, {"a", "b"}: 4, {"b", "a"}: 4, {"b", "b"}: 4}, 0},
	} {
		var table confusion
		for pair, n := range c.counts {
			for range n {
				table.add(pair[0], pair[1])
			}
		}
		if got := table.kappa(); math.Abs(got-c.want) > 1e-9 {
			t.Errorf("%s: kappa %v, want %v", c.name, got, c.want)
		}
	}
}

func TestOverlapCountsLines(t *testing.T) {
	for _, c := range []struct {
		a, b        []reviews.Range
		common, all int
	}{
		{[]reviews.Range{{From: 1, To: 4}}, []reviews.Range{{From: 3, To: 6}}, 2, 6},
		{[]reviews.Range{{From: 1, To: 2}, {From: 8, To: 8}}, []reviews.Range{{From: 8, To: 9}}, 1, 4},
		{[]reviews.Range{{From: 1, To: 2}}, []reviews.Range{{From: 3, To: 4}}, 0, 4},
		{nil, nil, 0, 0},
	} {
		if common, all := overlap(c.a, c.b); common != c.common || all != c.all {
			t.Errorf("%v and %v: %d of %d, want %d of %d", c.a, c.b, common, all, c.common, c.all)
		}
	}
}

func TestARowIsPairedOnceAndWithTheBestMatch(t *testing.T) {
	m := matcher{score: func(a, b *reviews.Record) int {
		return map[[2]string]int{{"x", "1"}: 5, {"x", "2"}: 9, {"y", "2"}: 8}[[2]string{a.Name, b.Name}]
	}}
	a := []*reviews.Record{{Name: "x"}, {Name: "y"}}
	b := []*reviews.Record{{Name: "1"}, {Name: "2"}}
	pairs := m.pairs(a, b)
	if len(pairs) != 1 || pairs[0].a.Name != "x" || pairs[0].b.Name != "2" {
		t.Errorf("pairs %v; the best match is x with 2, which leaves y and 1 alone", pairs)
	}
}
