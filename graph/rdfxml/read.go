package rdfxml

import (
	"fmt"
	"io"
	"iter"

	"github.com/cayleygraph/quad"

	"policygraph/graph"
	"policygraph/graph/internal/iri"
	"policygraph/graph/internal/name"
)

// ReadOptions says how to read and within which limits. The zero value reads a
// document that says its base itself, or needs none.
type ReadOptions struct {
	// Name of the document, for errors.
	Name string

	// Base is the absolute IRI that relative ones are resolved against where
	// no xml:base is in scope.
	Base string

	// BlankPrefix is put before every blank node label, to keep the nodes of
	// several documents apart. It must itself be a label, or empty.
	BlankPrefix string

	// MaxDepth limits how deep elements nest; 0 means 512.
	MaxDepth int

	// MaxTokenBytes limits tags, texts and everything else between two tags,
	// and XML literals as a whole; 0 means 64 MiB.
	MaxTokenBytes int

	// MaxEntityBytes limits what all references of a document to entities that
	// it declares itself expand to, and with it a document that grows when it
	// is read. 0 means 10 MiB; where it is negative, declarations of entities
	// are refused.
	MaxEntityBytes int64

	// MaxStatements limits the statements; 0 means no limit.
	MaxStatements int64

	// OnPrefix, if set, is told each prefix as the document declares it.
	OnPrefix func(Prefix)
}

// Prefix is a namespace IRI and the name it goes by; an empty name is the default
// namespace.
type Prefix = graph.Prefix

const (
	defaultDepth       = 512
	defaultTokenBytes  = 64 << 20
	defaultEntityBytes = 10 << 20
)

// Read returns a single-use sequence of the statements of a document, in its
// order. It ends with the first error: a [*SyntaxError], or one of r. Language
// tags are in lower case.
func Read(r io.Reader, o ReadOptions) iter.Seq2[quad.Quad, error] {
	return graph.Statements(func(yield func(*graph.RawQuad) error) error { return ReadRaw(r, o, yield) })
}

// ReadRaw passes the statements of a document to yield, in its order. Each
// holds until yield returns and is changed then. It returns the first error: a
// [*SyntaxError], one of r, or what yield returned.
func ReadRaw(r io.Reader, o ReadOptions, yield func(*graph.RawQuad) error) error {
	if err := o.complete(); err != nil {
		return err
	}
	p := newParser(r, o, yield)
	var sc scope
	if o.Base != "" {
		base := iri.Split([]byte(o.Base))
		sc.base = &base
	}
	return p.doc(sc)
}

// complete checks the options and replaces zeros by defaults.
func (o *ReadOptions) complete() error {
	if o.BlankPrefix != "" && !name.IsLabel([]byte(o.BlankPrefix)) {
		return fmt.Errorf("rdfxml: %q is not a blank node label", o.BlankPrefix)
	}
	if o.Base != "" {
		if err := iri.Check([]byte(o.Base)); err != nil {
			return fmt.Errorf("rdfxml: base: %w", err)
		}
	}
	if o.MaxDepth <= 0 {
		o.MaxDepth = defaultDepth
	}
	if o.MaxTokenBytes <= 0 {
		o.MaxTokenBytes = defaultTokenBytes
	}
	if o.MaxEntityBytes == 0 {
		o.MaxEntityBytes = defaultEntityBytes
	}
	return nil
}
