package exports

import (
	"github.com/cayleygraph/quad"

	"policygraph/graph"
	"policygraph/graph/turtle"
	"policygraph/ontology/vocab"
)

// prefixes returns the project's prefixes, below base, that the dataset has a
// use for.
func prefixes(d *graph.Dataset, base string) []turtle.Prefix {
	var used []turtle.Prefix
	for _, p := range vocab.Prefixes() {
		iri := string(vocab.Rebase(quad.IRI(p.IRI), base))
		if d.UsesNamespace(iri) {
			used = append(used, turtle.Prefix{Name: p.Name, IRI: iri})
		}
	}
	return used
}
