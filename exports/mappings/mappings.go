// Package mappings writes what the concepts of the graph have in other
// vocabularies as SSSOM/TSV: the skos:…Match statements, and those that are
// denied, which have the modifier Not.
package mappings

import (
	"io"
	"maps"
	"slices"
	"strings"

	"github.com/cayleygraph/quad"

	"policygraph/graph"
	"policygraph/ontology/sssom"
	"policygraph/ontology/vocab"
)

// FileName is what the table is called.
const FileName = "mappings.sssom.tsv"

// matches are the relations, in the order in which a concept has them.
var matches = []quad.IRI{
	vocab.SKOSExactMatch, vocab.SKOSCloseMatch, vocab.SKOSBroadMatch, vocab.SKOSNarrowMatch, vocab.SKOSRelatedMatch,
}

// outside are prefixes of vocabularies that mappings often lead to.
var outside = map[string]string{
	"eurovoc": "http://eurovoc.europa.eu/",
	"los":     "https://psi.norge.no/los/ord/",
}

// Write writes the mappings of d. base is where our own terms live in d; license
// is the licence of the table, and left out where it is empty. The same dataset
// gives the same bytes.
func Write(w io.Writer, d *graph.Dataset, base, license string) error {
	return sssom.Write(w, FromGraph(d, base, license))
}

// FromGraph returns the mappings of d, by concept, relation and object. The graph
// does not say how sure anyone is of them.
func FromGraph(d *graph.Dataset, base, license string) *sssom.Set {
	v := view{d, d.Union(), base}
	set := &sssom.Set{Metadata: metadata(base, license), Prefixes: prefixes(base)}
	for _, relation := range matches {
		p := v.id(relation)
		if p == 0 {
			continue
		}
		for s := range v.g.AllSubjects() {
			for _, o := range v.g.Objects(s, p) {
				set.Mappings = append(set.Mappings, v.mapping(s, relation, o))
			}
		}
	}
	set.Mappings = append(set.Mappings, v.denied()...)
	slices.SortStableFunc(set.Mappings, compare)
	return set
}

func compare(a, b sssom.Mapping) int {
	if c := strings.Compare(a.Subject, b.Subject); c != 0 {
		return c
	}
	if a.Predicate != b.Predicate {
		return slices.Index(matches, quad.IRI(a.Predicate)) - slices.Index(matches, quad.IRI(b.Predicate))
	}
	return strings.Compare(a.Object, b.Object)
}

func metadata(base, license string) sssom.Metadata {
	m := sssom.Metadata{
		"sssom_version":     {"1.1"},
		"mapping_set_id":    {base + "mapping/concepts"},
		"mapping_set_title": {"Mappings of the concepts of policygraph"},
		"subject_source":    {base + "graph/concepts"},
		"subject_type":      {"skos concept"},
	}
	if license != "" {
		m["license"] = []string{license}
	}
	return m
}

// prefixes are those of our concepts below base and those of outside.
func prefixes(base string) map[string]string {
	all := maps.Clone(outside)
	for _, p := range vocab.Prefixes() {
		if strings.HasPrefix(p.IRI, vocab.IDNamespace) {
			all[p.Name] = string(vocab.Rebase(quad.IRI(p.IRI), base))
		}
	}
	return all
}

// view is the dataset that mappings are read from.
type view struct {
	d    *graph.Dataset
	g    *graph.Graph
	base string
}

// id is the term of an IRI of ours in the dataset, 0 if it has none.
func (v view) id(iri quad.IRI) graph.ID {
	id, _ := v.d.Lookup(vocab.Rebase(iri, v.base))
	return id
}

func (v view) mapping(s graph.ID, relation quad.IRI, o graph.ID) sssom.Mapping {
	return sssom.Mapping{
		Subject: v.d.Text(s), SubjectLabel: v.label(s), Predicate: string(relation), Object: v.d.Text(o),
		Justification: sssom.ManualMappingCuration,
		Other:         map[string]string{"subject_type": "skos concept"},
	}
}

// label is the English name of a concept, or its first name in any language.
func (v view) label(s graph.ID) string {
	names := v.g.Objects(s, v.id(vocab.SKOSPrefLabel))
	for _, n := range names {
		if v.d.Aux(n) == "en" {
			return v.d.Text(n)
		}
	}
	if len(names) > 0 {
		return v.d.Text(names[0])
	}
	return ""
}

// denied are the mappings that are said not to hold.
func (v view) denied() (all []sssom.Mapping) {
	source, property, target := v.id(vocab.OWLSourceIndividual), v.id(vocab.OWLAssertionProperty), v.id(vocab.OWLTargetIndividual)
	for _, denial := range v.g.Subjects(v.id(vocab.RDFType), v.id(vocab.OWLNegativePropertyAssertion)) {
		for _, s := range v.g.Objects(denial, source) {
			for _, p := range v.g.Objects(denial, property) {
				for _, o := range v.g.Objects(denial, target) {
					if relation := quad.IRI(v.d.Text(p)); slices.Contains(matches, relation) {
						m := v.mapping(s, relation, o)
						m.Negated = true
						all = append(all, m)
					}
				}
			}
		}
	}
	return all
}
