package exports

import (
	"github.com/cayleygraph/quad"

	"policygraph/graph"
	"policygraph/ontology/vocab"
)

// Holding is how many things of one kind a dataset holds.
type Holding struct {
	Name  string // in the plural, for people
	Count int
}

// holdings are the kinds that people are told about, in order.
var holdings = []struct {
	name  string
	class quad.IRI
}{
	{"problems", vocab.Problem},
	{"mechanisms", vocab.Mechanism},
	{"measures", vocab.Measure},
	{"outcomes", vocab.Outcome},
	{"populations", vocab.Population},
	{"sources", vocab.Source},
	{"of these, studies", vocab.Study},
	{"claims", vocab.Claim},
	{"findings", vocab.Finding},
	{"judgements", vocab.Judgement},
	{"evidence gaps", vocab.EvidenceGap},
	{"conflicts", vocab.Conflict},
}

// Count returns how many things of each kind the dataset holds, in a fixed
// order, kinds without any included.
func Count(d *graph.Dataset, base string) []Holding {
	all := d.Union()
	typ, _ := d.Lookup(vocab.RDFType)
	counts := make([]Holding, len(holdings))
	for i, h := range holdings {
		counts[i].Name = h.name
		if class, ok := d.Lookup(vocab.Rebase(h.class, base)); ok {
			counts[i].Count = all.Count(0, typ, class)
		}
	}
	return counts
}
