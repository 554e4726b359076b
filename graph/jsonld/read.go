package jsonld

import (
	"fmt"
	"io"
	"iter"

	"github.com/cayleygraph/quad"

	"policygraph/graph"
)

// ReadOptions says how to read and within which limits. The zero value reads a
// document without a base that brings its own context.
type ReadOptions struct {
	// Name of the document, for errors.
	Name string

	// Base is the absolute IRI that relative ones are resolved against.
	Base string

	// Contexts are the documents that may be referred to as contexts, by IRI.
	// No other is loaded: nothing is ever fetched or opened.
	Contexts map[string][]byte

	// BlankPrefix is put before every blank node label, to keep the nodes of
	// several documents apart.
	BlankPrefix string

	// Direction says what becomes of "@direction". Empty drops it.
	Direction Direction

	// MaxDepth limits how deep arrays and objects nest; 0 means 512.
	MaxDepth int

	// MaxBytes limits the document; 0 means no limit.
	MaxBytes int64

	// Streaming says that the document keeps to the streaming profile
	// (https://www.w3.org/TR/json-ld11-streaming/) at its top: nothing follows
	// the graph. A document with a graph in an object is then read once and in
	// constant memory from any reader, and one that breaks the promise ends in
	// an error.
	Streaming bool

	// OnDrop, if set, is told why a statement is left out that the document
	// makes and the algorithm drops: one whose IRIs, blank nodes or language
	// tags are not well formed.
	OnDrop func(reason error)
}

// Direction is a way to keep the direction of text in RDF (JSON-LD 1.1 API,
// rdfDirection).
type Direction string

// The ways to keep the direction of text.
const (
	I18nDatatype    Direction = "i18n-datatype"
	CompoundLiteral Direction = "compound-literal"
)

const defaultDepth = 512

// Read returns a single-use sequence of the statements of a document. It ends
// with the first error: a [*SyntaxError], a [*ProcessingError], or one of r.
// A statement may come more than once. Blank nodes keep their labels, unless
// these look like the labels n0, n1, … that nodes without one get. Language
// tags are in lower case.
//
// Memory is constant, but for the largest node object, where the document is
//
//   - an array of node objects, or
//   - an object of an array of node objects under "@graph" or an alias of that,
//     a "@context" or none, and no other member, if r is an [io.Seeker] that
//     can seek or [ReadOptions.Streaming] is set.
//
// All other documents are held in memory as a whole: a single node object,
// whatever its members; and the objects above where r can be read only once,
// for a member behind the graph would change what all statements before it
// mean. An r that can seek is read twice then, so that it is known to be JSON
// before its first statement comes.
//
// What is wrong with a document is reported when reading gets there: the
// statements of the node objects before have been passed on by then. Who must
// not act on half a document collects them first.
func Read(r io.Reader, o ReadOptions) iter.Seq2[quad.Quad, error] {
	return graph.Statements(func(yield func(*graph.RawQuad) error) error { return ReadRaw(r, o, yield) })
}

// ReadRaw passes the statements of a document to yield, in the way of Read.
// Each holds until yield returns. It returns the first error: one that Read
// would give, or what yield returned.
func ReadRaw(r io.Reader, o ReadOptions, yield func(*graph.RawQuad) error) error {
	return readRaw(r, o, sizes{windowSize, portionSize}, yield)
}

// sizes are how much text is at hand and how much is expanded at a time.
type sizes struct{ window, portion int }

const (
	windowSize  = 256 << 10
	portionSize = 256 << 10
)

func readRaw(r io.Reader, o ReadOptions, n sizes, yield func(*graph.RawQuad) error) error {
	s, err := newScanner(r, &o, n.window)
	if err != nil {
		return err
	}
	d := reader{scanner: s, o: o, out: emitter{o: o, yield: yield}, portionSize: n.portion}
	d.out.prefix = append(d.out.prefix, o.BlankPrefix...)
	return d.document()
}

func newScanner(r io.Reader, o *ReadOptions, size int) (scanner, error) {
	if o.MaxDepth <= 0 {
		o.MaxDepth = defaultDepth
	}
	if o.Base != "" && schemeLen(o.Base) == 0 {
		return scanner{}, fmt.Errorf("jsonld: expected an absolute IRI as the base, found %q", o.Base)
	}
	return scanner{window: newWindow(r, o, size), maxDepth: o.MaxDepth}, nil
}
