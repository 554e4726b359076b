// Package canon gives the blank nodes of a dataset labels that depend on nothing
// but the dataset: RDF Dataset Canonicalization (RDFC-1.0, W3C Recommendation of
// 21 May 2024). With them, two datasets can be told to be the same, and a
// dataset has a hash of its content.
//
// Names of functions and the numbers in comments are those of the
// specification, section 4.
package canon

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"hash"
	"iter"
	"slices"

	"policygraph/graph"
	"policygraph/graph/turtle"
)

// ErrTooComplex says that a dataset has so many blank nodes that look alike that
// telling them apart would take longer than Options.MaxSteps allows. Such
// datasets can be made on purpose; useful data have hardly any.
var ErrTooComplex = errors.New("canon: the blank nodes are too much alike to be told apart within the limit")

// DefaultMaxSteps is the limit on steps where none is given.
const DefaultMaxSteps = 1 << 18

// maxDepth is how far blank nodes that look alike are followed from one to the
// next; beyond, the stack would grow too large.
const maxDepth = 1 << 14

// Options say how to canonicalize. The zero value is RDFC-1.0 with SHA-256.
type Options struct {
	Hash     func() hash.Hash // nil: SHA-256, which RDFC-1.0 prescribes
	MaxSteps int              // how many orders of related blank nodes may be tried; 0: DefaultMaxSteps
}

// Canonical is a dataset with canonical labels.
type Canonical struct {
	dataset *graph.Dataset
	labels  map[graph.ID]string
	order   []graph.ID // blank nodes in the order in which they got their labels
}

// Canonicalize finds the canonical labels of the blank nodes of d. It takes time
// in proportion to the dataset where blank nodes differ in what is said of them
// directly, and fails with ErrTooComplex, or ctx's error, where they do not and
// telling them apart takes too long.
func Canonicalize(ctx context.Context, d *graph.Dataset, o Options) (*Canonical, error) {
	if o.Hash == nil {
		o.Hash = sha256.New
	}
	if o.MaxSteps == 0 {
		o.MaxSteps = DefaultMaxSteps
	}
	s := &state{ctx: ctx, dataset: d, newHash: o.Hash, steps: o.MaxSteps, canonical: newIssuer("c14n")}
	if err := s.run(); err != nil {
		return nil, err
	}
	return &Canonical{dataset: d, labels: s.canonical.labels, order: s.canonical.order}, nil
}

// Labels returns each blank node of the dataset, by its label there, with its
// canonical label, in the order in which canonical labels were given.
func (c *Canonical) Labels() iter.Seq2[string, string] {
	return func(yield func(string, string) bool) {
		for _, id := range c.order {
			if !yield(c.dataset.Text(id), c.labels[id]) {
				return
			}
		}
	}
}

// NQuads returns the canonical form: one statement a line, in canonical N-Quads,
// with canonical labels, in code point order.
func (c *Canonical) NQuads() ([]byte, error) {
	var out bytes.Buffer
	w := turtle.NewWriter(&out, turtle.WriteOptions{Syntax: turtle.NQuads})
	if err := c.each(w.WriteRaw); err != nil {
		return nil, err
	}
	if err := w.Close(); err != nil {
		return nil, err
	}
	return sortedLines(out.Bytes()), nil
}

// each passes every statement, with canonical labels, to fn.
func (c *Canonical) each(fn func(*graph.RawQuad) error) error {
	var q graph.RawQuad
	for _, g := range c.dataset.Graphs() {
		for t := range g.Match(0, 0, 0) {
			c.raw(&q.Subject, t.Subject())
			c.raw(&q.Predicate, t.Predicate())
			c.raw(&q.Object, t.Object())
			c.raw(&q.Graph, g.Name())
			if err := fn(&q); err != nil {
				return err
			}
		}
	}
	return nil
}

func (c *Canonical) raw(t *graph.RawTerm, id graph.ID) {
	c.dataset.Raw(t, id)
	if label, ok := c.labels[id]; ok {
		t.Text = append(t.Text[:0], label...)
	}
}

// Dataset returns the dataset with canonical labels in place of its own.
func (c *Canonical) Dataset() (*graph.Dataset, error) {
	var b graph.Builder
	if err := c.each(b.AddRaw); err != nil {
		return nil, err
	}
	return b.Dataset(), nil
}

// sortedLines puts the lines of b in code point order.
func sortedLines(b []byte) []byte {
	lines := slices.Collect(bytes.Lines(b))
	slices.SortFunc(lines, bytes.Compare)
	return bytes.Join(lines, nil)
}

// Hash returns the SHA-256 of the canonical form of d, in lower-case
// hexadecimal. Datasets that differ at most in blank node labels and in how
// they were written have the same hash, others have not.
func Hash(ctx context.Context, d *graph.Dataset) (string, error) {
	c, err := Canonicalize(ctx, d, Options{})
	if err != nil {
		return "", err
	}
	text, err := c.NQuads()
	if err != nil {
		return "", err
	}
	sum := sha256.Sum256(text)
	return hex.EncodeToString(sum[:]), nil
}

// Same reports whether a and b are isomorphic: the same but for the labels of
// blank nodes.
func Same(ctx context.Context, a, b *graph.Dataset) (bool, error) {
	if a.Len() != b.Len() || a.Terms() != b.Terms() {
		return false, nil
	}
	var texts [2][]byte
	for i, d := range []*graph.Dataset{a, b} {
		c, err := Canonicalize(ctx, d, Options{})
		if err != nil {
			return false, fmt.Errorf("comparing datasets: %w", err)
		}
		if texts[i], err = c.NQuads(); err != nil {
			return false, err
		}
	}
	return bytes.Equal(texts[0], texts[1]), nil
}
