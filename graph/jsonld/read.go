package jsonld

import (
	"bytes"
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
// The whole text is held in memory, and of what is made of it only a part.
func Read(r io.Reader, o ReadOptions) iter.Seq2[quad.Quad, error] {
	return graph.Statements(func(yield func(*graph.RawQuad) error) error { return ReadRaw(r, o, yield) })
}

// ReadRaw passes the statements of a document to yield. Each holds until yield
// returns. It returns the first error: one that Read would give, or what yield
// returned.
func ReadRaw(r io.Reader, o ReadOptions, yield func(*graph.RawQuad) error) error {
	s, err := scan(r, &o)
	if err != nil {
		return err
	}
	d := reader{scanner: s, o: o, out: emitter{o: o, yield: yield}}
	d.out.prefix = append(d.out.prefix, o.BlankPrefix...)
	return d.document()
}

// scan reads the text and checks that it is JSON.
func scan(r io.Reader, o *ReadOptions) (scanner, error) {
	if o.MaxDepth <= 0 {
		o.MaxDepth = defaultDepth
	}
	if o.Base != "" && schemeLen(o.Base) == 0 {
		return scanner{}, fmt.Errorf("jsonld: expected an absolute IRI as the base, found %q", o.Base)
	}
	if o.MaxBytes > 0 {
		r = io.LimitReader(r, o.MaxBytes+1)
	}
	data, err := io.ReadAll(r)
	if err != nil {
		return scanner{}, err
	}
	s := scanner{name: o.Name, data: data, maxDepth: o.MaxDepth}
	if o.MaxBytes > 0 && int64(len(data)) > o.MaxBytes {
		return scanner{}, fmt.Errorf("%s: %w: more than %d bytes", o.Name, ErrLimit, o.MaxBytes)
	}
	return s, s.check()
}

// reader takes a document apart. Where the top is an array of node objects, or
// a context with an array of node objects, each is worth the same on its own:
// those in plain expanded form are read directly, the others go through the
// expansion algorithm in portions.
type reader struct {
	scanner
	o   ReadOptions
	out emitter

	head    []byte // what precedes the node objects of a portion
	tail    []byte // what follows them
	plain   bool   // no context is in force
	portion []byte // node objects waiting for expansion, separated by commas
	batch   []graph.RawQuad
}

// portionSize is how much text is expanded at a time.
const portionSize = 256 << 10

func (d *reader) document() error {
	start := d.pos
	ok, err := d.findNodes()
	if err != nil {
		return err
	}
	if !ok {
		d.pos = start
		return d.expand(d.skip())
	}
	return d.nodes()
}

// findNodes goes to the array of node objects, just behind its bracket. It
// reports false for documents of another form.
func (d *reader) findNodes() (bool, error) {
	if d.peek() == '[' {
		d.head, d.tail, d.plain = []byte("["), []byte("]"), true
		d.pos++
		return true, nil
	}
	if d.peek() != '{' {
		return false, nil
	}
	return d.findGraph()
}

// findGraph does so in an object of nothing but a context and a graph.
func (d *reader) findGraph() (bool, error) {
	var context, name []byte
	nodes := -1
	d.pos++
	for d.next() {
		key := d.member()
		switch {
		case string(key) == "@context" && context == nil:
			context = d.skip()
		case nodes < 0 && d.peek() == '[':
			name, nodes = key, d.pos
			d.skip()
		default:
			return false, nil
		}
	}
	if nodes < 0 {
		return false, nil
	}
	graph, err := d.isGraph(name, context)
	if err != nil || !graph {
		return false, err
	}
	d.pos, d.plain = nodes+1, context == nil
	d.head, d.tail = graphHead(name, context), []byte("]}")
	return true, nil
}

// isGraph reports whether the name means "@graph" in the context.
func (d *reader) isGraph(name, context []byte) (bool, error) {
	if string(name) == "@graph" || context == nil {
		return string(name) == "@graph", nil
	}
	return namesGraph(string(name), context, &d.o)
}

// graphHead is the beginning of a document with the context and graph.
func graphHead(name, context []byte) []byte {
	head := []byte{'{'}
	if context != nil {
		head = append(append(append(head, `"@context":`...), context...), ',')
	}
	return append(appendString(head, name), ":["...)
}

// nodes reads the array of node objects.
func (d *reader) nodes() error {
	for d.next() {
		start := d.pos
		if d.plain && len(d.portion) == 0 {
			if done, err := d.direct(); done || err != nil {
				if err != nil {
					return err
				}
				continue
			}
			d.pos = start
		}
		if len(d.portion) > 0 {
			d.portion = append(d.portion, ',')
		}
		d.portion = append(d.portion, d.skip()...)
		if len(d.portion) >= portionSize || d.plain {
			if err := d.flush(); err != nil {
				return err
			}
		}
	}
	return d.flush()
}

// flush expands the portion.
func (d *reader) flush() error {
	if len(d.portion) == 0 {
		return nil
	}
	text := bytes.Join([][]byte{d.head, d.portion, d.tail}, nil)
	d.portion = d.portion[:0]
	return d.expand(text)
}

// expand reads a text by way of the expansion algorithm.
func (d *reader) expand(text []byte) error {
	nodes, err := expandText(text, &d.o)
	if err != nil {
		return err
	}
	return d.out.nodes(nodes)
}
