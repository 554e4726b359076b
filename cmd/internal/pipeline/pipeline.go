// Package pipeline is the one-way street from curated reviews to a dataset,
// as one function.
package pipeline

import (
	"bytes"
	"context"
	"fmt"
	"os"

	"github.com/cayleygraph/quad"

	"policygraph/graph"
	"policygraph/graph/turtle"
	"policygraph/ontology"
	"policygraph/reviews"
)

// Input says what to build from.
type Input struct {
	Review string // a folder of reviews or of one review; empty: the built-in reviews
	Base   string // the IRI that addresses start with; it ends in a slash
}

// Result is what was built, and what was found wrong on the way.
type Result struct {
	Corpus   *reviews.Corpus
	Problems []reviews.Problem
	Dataset  *graph.Dataset // nil where Problems holds an error
}

// Errors is the number of problems that keep a dataset from being built.
func (r *Result) Errors() int {
	errors, _, _ := reviews.Count(r.Problems)
	return errors
}

// Build reads the reviews, checks them, and says them as a dataset below the
// base. Mistakes in the data are not Go errors: they are in Result.Problems,
// and where one of them is an error there is no dataset.
func Build(ctx context.Context, in Input) (*Result, error) {
	r, err := Load(in)
	if err != nil || r.Errors() > 0 {
		return r, err
	}
	var b graph.Builder
	for q := range r.Corpus.Quads(reviews.QuadOptions{Base: in.Base}) {
		if err := b.Add(q); err != nil {
			return nil, fmt.Errorf("saying the reviews as RDF: %w", err)
		}
	}
	r.Dataset = b.Dataset()
	return r, ctx.Err()
}

// Queryable is the dataset that questions are asked of: what Build gives, and the
// ontology with its code lists, in a graph of its own. It fails where the reviews
// have errors, since there is no dataset then.
func Queryable(ctx context.Context, in Input) (*graph.Dataset, error) {
	r, err := Load(in)
	if err != nil {
		return nil, err
	}
	return r.Queryable(ctx, in.Base)
}

// Queryable is the dataset that questions are asked of, of reviews that were
// loaded.
func (r *Result) Queryable(ctx context.Context, base string) (*graph.Dataset, error) {
	if n := r.Errors(); n > 0 {
		return nil, fmt.Errorf("the review has %d errors; policygraph check shows them", n)
	}
	var b graph.Builder
	for q := range r.Corpus.Quads(reviews.QuadOptions{Base: base}) {
		if err := b.Add(q); err != nil {
			return nil, fmt.Errorf("saying the reviews as RDF: %w", err)
		}
	}
	if err := AddOntology(&b, base); err != nil {
		return nil, err
	}
	return b.Dataset(), ctx.Err()
}

// AddOntology adds the ontology with its code lists, in a graph of its own.
func AddOntology(b *graph.Builder, base string) error {
	text := ontology.Rebase(ontology.Turtle(), base)
	for q, err := range turtle.Read(bytes.NewReader(text), turtle.ReadOptions{Name: "policygraph.ttl"}) {
		if err != nil {
			return err
		}
		q.Label = quad.IRI(base + "graph/ontology")
		if err := b.Add(q); err != nil {
			return err
		}
	}
	return nil
}

// Ontology is the ontology with its code lists, as a dataset of its own.
func Ontology(base string) (*graph.Dataset, error) {
	var b graph.Builder
	if err := AddOntology(&b, base); err != nil {
		return nil, err
	}
	return b.Dataset(), nil
}

// Load reads and checks the reviews, and builds nothing.
func Load(in Input) (*Result, error) {
	r := new(Result)
	if in.Review == "" {
		r.Corpus, r.Problems = reviews.Load(reviews.Data(), reviews.Options{Name: BuiltIn})
		return r, nil
	}
	info, err := os.Stat(in.Review)
	switch {
	case err != nil:
		return nil, fmt.Errorf("reading the review: %w", err)
	case !info.IsDir():
		return nil, fmt.Errorf("reading the review: %s is not a folder", in.Review)
	}
	r.Corpus, r.Problems = reviews.LoadDir(in.Review, reviews.Data(), BuiltIn)
	return r, nil
}

// BuiltIn stands in messages before the names of the files that are built in.
const BuiltIn = "reviews/data"

// CheckSource holds the anchors of a review against its plain text, and adds
// what it finds to the problems.
func (r *Result) CheckSource(review string, t *reviews.Text) {
	r.Problems = append(r.Problems, r.Corpus.CheckAnchors(review, t)...)
	reviews.Sort(r.Problems)
}
