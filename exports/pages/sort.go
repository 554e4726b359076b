package pages

import (
	"cmp"
	"slices"
	"strings"

	"policygraph/graph"
)

// sorted are things in the order of their labels: without regard to capitals, and
// in Norwegian with æ, ø and å last.
func sorted(ids []graph.ID, l lang, label func(graph.ID) string) []graph.ID {
	ids = slices.Clone(ids)
	slices.SortFunc(ids, func(a, b graph.ID) int {
		return cmp.Or(cmp.Compare(key(label(a), l), key(label(b), l)), cmp.Compare(a, b))
	})
	return ids
}

// last puts the three letters after z, which their code points do not.
var last = strings.NewReplacer("æ", "z\uf000", "ø", "z\uf001", "å", "z\uf002")

func key(label string, l lang) string {
	label = strings.ToLower(label)
	if l == nb {
		return last.Replace(label)
	}
	return label
}
