package reviews

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// groups writes a row of populations for each name, with the wider group behind it.
func groups(pairs ...[2]string) string {
	var b strings.Builder
	b.WriteString("id,label_nb,label_en,definition_nb,definition_en,broader\n")
	for _, p := range pairs {
		fmt.Fprintf(&b, "%[1]s,nb %[1]s,en %[1]s,Hva %[1]s er.,What %[1]s is.,%[2]s\n", p[0], p[1])
	}
	return b.String()
}

// lettersOfGroups are the letters about wider groups.
func lettersOfGroups(t *testing.T, table string) []string {
	t.Helper()
	m := miniFS(t)
	delete(m, inGroups)
	edit(t, m, inGroups, "", table)
	_, ps := Load(m, Options{})
	ps = slices.DeleteFunc(ps, func(p Problem) bool { return p.Rule != "P07" })
	return strings.Split(strings.TrimSuffix(letters(ps), "\n"), "\n")
}

func TestEachCircleIsReportedOnceAtTheFirstOfItsRows(t *testing.T) {
	for _, c := range []struct {
		name  string
		pairs [][2]string
		want  []string
	}{
		{"none in a fork that joins again", [][2]string{{"a", "b|c"}, {"b", "d"}, {"c", "d"}, {"d", ""}}, []string{""}},
		{"of one", [][2]string{{"a", "a"}}, []string{`2:34: "a" is broader than itself: a → a`}},
		{"entered from outside, and not at its first row", [][2]string{{"a", "c"}, {"b", "c"}, {"c", "b"}}, []string{`3:34: "b" is broader than itself: b → c → b`}},
		{"two apart", [][2]string{{"a", "b"}, {"b", "a"}, {"c", "d"}, {"d", "c"}},
			[]string{`2:34: "a" is broader than itself: a → b → a`, `4:34: "c" is broader than itself: c → d → c`}},
		{"two with a row in common", [][2]string{{"a", "b|c"}, {"b", "a"}, {"c", "a"}},
			[]string{`2:34: "a" is broader than itself: a → b → a`, `2:36: "a" is broader than itself: a → c → a`}},
	} {
		var want []string
		for _, w := range c.want {
			if w != "" {
				w = inGroups + ":" + w
			}
			want = append(want, w)
		}
		if got := lettersOfGroups(t, groups(c.pairs...)); !slices.Equal(got, want) {
			t.Errorf("%s:\ngot  %s\nwant %s", c.name, strings.Join(got, "\n     "), strings.Join(want, "\n     "))
		}
	}
}

// With more than one step for each row, these would not end within a day.
func TestLongChainsAndCirclesAreGoneThroughOnce(t *testing.T) {
	const many = 20_000
	var chain [][2]string
	for i := range many {
		chain = append(chain, [2]string{fmt.Sprint("g", i), fmt.Sprint("g", i+1)})
	}
	last := &chain[many-1]
	last[1] = ""
	if got := lettersOfGroups(t, groups(chain...)); got[0] != "" {
		t.Errorf("a chain: %s", got)
	}
	last[1] = "g0"
	want := `concepts/populations.csv:2:39: "g0" is broader than itself: g0 → g1 → g2 → g3 → g4 → g5 → g6 → g7 → … → g0`
	if got := lettersOfGroups(t, groups(chain...)); len(got) != 1 || got[0] != want {
		t.Errorf("a circle: %s", got)
	}
}
