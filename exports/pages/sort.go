package pages

import (
	"cmp"
	"slices"
	"strings"

	"policygraph/exports/internal/offer"
	"policygraph/graph"
	"policygraph/ontology/vocab"
)

// byLabel are concepts in the order of their labels.
func (m *maker) byLabel(r offer.Reader, ids []graph.ID) []graph.ID {
	ids = slices.Clone(ids)
	slices.SortStableFunc(ids, func(a, b graph.ID) int {
		return cmp.Compare(m.key(m.of(r.Text(a, vocab.SKOSPrefLabel))), m.key(m.of(r.Text(b, vocab.SKOSPrefLabel))))
	})
	return ids
}

// sort puts things in the order of their names.
func (m *maker) sort(things []offer.Place) {
	slices.SortStableFunc(things, func(a, b offer.Place) int { return cmp.Compare(m.key(m.of(a.Name)), m.key(m.of(b.Name))) })
}

// last puts the three letters after z, which their code points do not.
var last = strings.NewReplacer("æ", "z\uf000", "ø", "z\uf001", "å", "z\uf002")

// key is what labels are ordered by: capitals count for nothing, and in Norwegian
// æ, ø and å come last.
func (m *maker) key(label string) string {
	label = strings.ToLower(label)
	if m.lang == nb {
		return last.Replace(label)
	}
	return label
}
