package records

import (
	"github.com/cayleygraph/quad"

	"policygraph/graph"
	"policygraph/ontology/vocab"
)

// Evidence is what is said of a concept.
type Evidence struct{ Claims, Findings, Studies, Judgements, Gaps []graph.ID }

// Around is what is said of a concept: the claims that start or end in it, the
// statements that are about it, evaluate it or have it as their outcome, those
// that bear on one of its claims, and the studies that the findings come from.
func (r *Records) Around(concept graph.ID) (e Evidence) {
	subjects := func(property quad.IRI, of ...graph.ID) (list []graph.ID) {
		for _, o := range of {
			list = append(list, r.Graph.Subjects(r.id(property), o)...)
		}
		return list
	}
	e.Claims = set(subjects(vocab.Subject, concept), subjects(vocab.Object, concept))
	said := set(
		subjects(vocab.About, concept), subjects(vocab.Evaluates, concept), subjects(vocab.OutcomeProperty, concept),
		subjects(vocab.Supports, e.Claims...), subjects(vocab.Contradicts, e.Claims...), subjects(vocab.Qualifies, e.Claims...),
	)
	e.Findings = r.ofClass(said, vocab.Finding)
	e.Judgements = r.ofClass(said, vocab.Judgement)
	e.Gaps = r.ofClass(said, vocab.EvidenceGap)
	e.Studies = r.along(e.Findings, vocab.FromStudy)
	return e
}

// ofClass are those things that are of a class.
func (r *Records) ofClass(things []graph.ID, class quad.IRI) (list []graph.ID) {
	typ, is := r.id(vocab.RDFType), r.id(class)
	for _, thing := range things {
		if r.Graph.Has(graph.Triple{thing, typ, is}) {
			list = append(list, thing)
		}
	}
	return list
}
