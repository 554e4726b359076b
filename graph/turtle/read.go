package turtle

import (
	"fmt"
	"io"
	"iter"
	"runtime"

	"github.com/cayleygraph/quad"

	"policygraph/graph"
	"policygraph/graph/internal/iri"
	"policygraph/graph/internal/name"
)

// ReadOptions says what to read and within which limits. The zero value reads
// Turtle without a base.
type ReadOptions struct {
	Syntax Syntax

	// Name of the document, for errors.
	Name string

	// Base is the absolute IRI that relative ones are resolved against until
	// the document names its own. The line-based syntaxes have none.
	Base string

	// BlankPrefix is put before every blank node label, to keep the nodes of
	// several documents apart. It must itself be a label, or empty.
	BlankPrefix string

	// MaxDepth limits how deep brackets and parentheses nest; 0 means 256.
	MaxDepth int

	// MaxTokenBytes limits IRIs, literals and labels; 0 means 64 MiB. A line of
	// a line-based syntax may be a little over twice as long.
	MaxTokenBytes int

	// MaxStatements limits the statements; 0 means no limit.
	MaxStatements int64

	// Workers is how many goroutines parse N-Triples and N-Quads; 0 means
	// GOMAXPROCS. It makes no difference to what is read, to its order or to
	// errors. More than one wait for large blocks of input to become
	// available: use 1 to follow a slow stream.
	Workers int

	// OnPrefix, if set, is told each prefix as the document declares it.
	OnPrefix func(Prefix)

	// OnError, if set, is told each bad line of N-Triples and N-Quads. Where it
	// returns nil, reading goes on with the next line; what else it returns
	// becomes the error of the whole. It is called in the order of the lines
	// and on the goroutine of the caller. Turtle and TriG end at their first
	// error and do not call it.
	OnError func(*SyntaxError) error
}

const (
	defaultDepth      = 256
	defaultTokenBytes = 64 << 20
)

// Read returns a single-use sequence of the statements of a document, in its
// order. It ends with the first error: a [*SyntaxError], or one of r. Language
// tags are in lower case; all other terms are as they were written.
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
	if o.Syntax.Lines() {
		return readLines(r, o, yield)
	}
	return readTurtle(r, o, yield)
}

// complete checks the options and replaces zeros by defaults.
func (o *ReadOptions) complete() error {
	if int(o.Syntax) >= len(syntaxNames) {
		return fmt.Errorf("turtle: unknown syntax %d", o.Syntax)
	}
	if o.BlankPrefix != "" && !name.IsLabel([]byte(o.BlankPrefix)) {
		return fmt.Errorf("turtle: %q is not a blank node label", o.BlankPrefix)
	}
	if o.Base != "" {
		if err := iri.Check([]byte(o.Base)); err != nil {
			return fmt.Errorf("turtle: base: %w", err)
		}
	}
	if o.MaxDepth <= 0 {
		o.MaxDepth = defaultDepth
	}
	if o.MaxTokenBytes <= 0 {
		o.MaxTokenBytes = defaultTokenBytes
	}
	if o.Workers <= 0 {
		o.Workers = runtime.GOMAXPROCS(0)
	}
	return nil
}
