package pipeline

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/cayleygraph/quad"

	"policygraph/graph"
	"policygraph/ontology/rules"
	"policygraph/reviews"
)

// MaxInferred is how many statements may follow from a dataset.
const MaxInferred = 20_000_000

// Infer is the dataset with what follows from it by the ontologies that it holds,
// in a graph of its own that repeats nothing. Where data and ontology contradict
// each other it says so, in up to ten contradictions.
func Infer(ctx context.Context, d *graph.Dataset, base string) (*graph.Dataset, []Contradiction, error) {
	theory, err := rules.Close(ctx, d.Union(), MaxInferred)
	if err != nil {
		return nil, nil, fmt.Errorf("what follows from the data: %w", err)
	}
	var b graph.Builder
	for _, g := range d.Graphs() {
		if err := addAll(&b, d, g.Match(0, 0, 0), d.Term(g.Name())); err != nil {
			return nil, nil, err
		}
	}
	if err := addAll(&b, d, slices.Values(theory.Inferred()), quad.IRI(base+"graph/inferred")); err != nil {
		return nil, nil, err
	}
	contradictions, err := contradictions(ctx, d, theory, mostContradictions)
	if err != nil {
		return nil, nil, err
	}
	return b.Dataset(), contradictions, ctx.Err()
}

// addAll adds triples of d to a graph; nil is the default graph.
func addAll(b *graph.Builder, d *graph.Dataset, triples func(func(graph.Triple) bool), name quad.Value) error {
	var q graph.RawQuad
	if name != nil {
		if err := q.Graph.SetValue(name); err != nil {
			return err
		}
	}
	for t := range triples {
		d.Raw(&q.Subject, t[0])
		d.Raw(&q.Predicate, t[1])
		d.Raw(&q.Object, t[2])
		if err := b.AddRaw(&q); err != nil {
			return err
		}
	}
	return nil
}

// Contradiction is one or two triples, asserted or inferred, that the ontology does
// not let be true together.
type Contradiction struct {
	Rule    rules.Rule // the check that they break
	Triples []quad.Quad

	// From are the quads that the dataset states, the ontology's own left out,
	// of the smallest proofs of the triples, each with its graph: where to look
	// for the mistake.
	From []quad.Quad
}

// String says what contradicts what.
func (c Contradiction) String() string {
	t := c.Triples[0]
	if c.Rule == rules.Irreflexive {
		return fmt.Sprintf("%s: %s leads from %s to itself", c.Rule, t.Predicate, t.Subject)
	}
	classes := make([]string, len(c.Triples))
	for i, t := range c.Triples {
		classes[i] = t.Object.String()
	}
	return fmt.Sprintf("%s: %s would be %s, which are disjoint", c.Rule, t.Subject, strings.Join(classes, " and "))
}

// Contradictions returns where a dataset, with what follows from it by the
// ontologies that it holds, contradicts them, up to limit (0 is no limit). None
// means that the closure is consistent.
func Contradictions(ctx context.Context, d *graph.Dataset, limit int) ([]Contradiction, error) {
	theory, err := rules.Close(ctx, d.Union(), MaxInferred)
	if err != nil {
		return nil, fmt.Errorf("what follows from the data: %w", err)
	}
	return contradictions(ctx, d, theory, limit)
}

func contradictions(ctx context.Context, d *graph.Dataset, theory *rules.Theory, limit int) ([]Contradiction, error) {
	var list []Contradiction
	for _, clash := range theory.Clashes(limit) {
		c := Contradiction{Rule: clash.Rule}
		for _, t := range clash.Triples {
			c.Triples = append(c.Triples, d.Union().Quad(t))
			proofs, _, err := theory.Proofs(ctx, t, 1)
			if err != nil {
				return nil, err
			}
			for _, leaf := range leaves(proofs[0]) {
				c.From = append(c.From, stated(d, leaf)...)
			}
		}
		list = append(list, c)
	}
	return list, nil
}

// leaves are the asserted triples of a proof.
func leaves(p *rules.Proof) []graph.Triple {
	if p.Rule == "" {
		return []graph.Triple{p.Triple}
	}
	var list []graph.Triple
	for _, q := range p.Premises {
		list = append(list, leaves(q)...)
	}
	return list
}

// stated is a triple in each graph that states it.
func stated(d *graph.Dataset, t graph.Triple) []quad.Quad {
	var list []quad.Quad
	for _, g := range d.Graphs() {
		if g.Has(t) {
			list = append(list, g.Quad(t))
		}
	}
	return list
}

// mostContradictions is how many contradictions are told of.
const mostContradictions = 10

// CheckClosure holds what follows from the reviews against the ontology, and adds
// what it finds to the problems. It does nothing where there is no dataset.
func (r *Result) CheckClosure(ctx context.Context, base string) error {
	if r.Dataset == nil {
		return nil
	}
	d, err := r.Queryable(ctx, base)
	if err != nil {
		return err
	}
	list, err := Contradictions(ctx, d, mostContradictions)
	if err != nil {
		return err
	}
	found := make([]reviews.Contradiction, len(list))
	for i, c := range list {
		found[i] = reviews.Contradiction{Says: c.String(), From: c.From}
	}
	r.Problems = append(r.Problems, r.Corpus.CheckClosure(found, reviews.QuadOptions{Base: base})...)
	reviews.Sort(r.Problems)
	return nil
}
