package turtle

import (
	"errors"
	"fmt"
	"io"

	"github.com/cayleygraph/quad"

	"policygraph/graph"
)

// WriteOptions says how to write. The zero value writes Turtle without
// prefixes.
type WriteOptions struct {
	Syntax Syntax

	// Prefixes are all declared at the top of Turtle and TriG, sorted by name,
	// whether they are used or not: a stream cannot know. Where two of them
	// fit an IRI, the longer one is used. The line-based syntaxes ignore them.
	Prefixes []Prefix

	// Base, an absolute IRI, is declared at the top of Turtle and TriG. IRIs
	// below it are then written relative to it where resolving gives the same
	// IRI back and no prefix fits: the base itself, the base with a fragment,
	// and paths that go down from the base's last slash. The line-based
	// syntaxes ignore it.
	Base string
}

// Prefix is a namespace IRI and the name it goes by.
type Prefix = graph.Prefix

// flushAt is how much output is collected before it is handed on.
const flushAt = 64 << 10

// ErrClosed is what a Writer returns for statements after Close.
var ErrClosed = errors.New("turtle: the writer is closed")

// Writer writes a stream of statements in one syntax. Its memory does not grow
// with the stream.
//
// Turtle and TriG are grouped as the stream comes: neighbours that share the
// graph, the subject or the predicate share its text. Nothing is sorted, and
// nothing is written twice or left out.
//
// The first error sticks: every later call returns it and writes nothing. A
// Writer is not safe for concurrent use.
type Writer struct {
	out    io.Writer
	syntax Syntax
	buf    []byte        // output not handed on yet
	put    putFunc       // writes one checked statement to buf
	layout layout        // Turtle and TriG only
	raw    graph.RawQuad // WriteQuad's copy
	count  int64         // statements so far
	err    error
}

type putFunc func(*Writer, *graph.RawQuad) error

// NewWriter returns a Writer on w. Mistakes in the options are reported by the
// first call that follows.
func NewWriter(w io.Writer, o WriteOptions) *Writer {
	nw := &Writer{out: w, syntax: o.Syntax, put: (*Writer).putGrouped}
	switch {
	case int(o.Syntax) >= len(syntaxNames):
		nw.err = fmt.Errorf("turtle: unknown syntax %d", o.Syntax)
	case o.Syntax.Lines():
		nw.put = (*Writer).putLine
	default:
		nw.err = nw.declare(o)
	}
	return nw
}

// WriteQuad writes one statement. Values are brought to the five concrete
// types as graph.Normalize does.
func (w *Writer) WriteQuad(q quad.Quad) error {
	if w.err != nil {
		return w.err
	}
	if err := w.raw.SetQuad(q); err != nil {
		w.err = fmt.Errorf("turtle: statement %d, %v: %w", w.count+1, q, err)
		return w.err
	}
	return w.WriteRaw(&w.raw)
}

// WriteRaw writes one statement and keeps nothing of it. It fails, naming the
// statement, where a term is not valid or not valid in its position, and where
// the statement is in a named graph but the syntax has none.
func (w *Writer) WriteRaw(q *graph.RawQuad) error {
	if w.err != nil {
		return w.err
	}
	w.count++
	whole := len(w.buf)
	if err := w.write(q); err != nil {
		w.buf = w.buf[:whole]
		w.err = fmt.Errorf("turtle: statement %d, %s: %w", w.count, describe(q), err)
		return w.err
	}
	if len(w.buf) >= flushAt {
		w.flush()
	}
	return w.err
}

func (w *Writer) write(q *graph.RawQuad) error {
	if err := q.Check(); err != nil {
		return err
	}
	if q.Graph.Kind != graph.KindNone && !w.syntax.Graphs() {
		return fmt.Errorf("%s has no named graphs", w.syntax)
	}
	return w.put(w, q)
}

// Close ends the last statement and hands all output on. It returns the first
// error of the whole stream and does not close the underlying writer. A second
// Close does nothing and returns the same.
func (w *Writer) Close() error {
	if errors.Is(w.err, ErrClosed) {
		return nil
	}
	if w.err != nil {
		return w.err
	}
	if !w.syntax.Lines() {
		w.end()
	}
	if w.flush(); w.err != nil {
		return w.err
	}
	w.err = ErrClosed
	return nil
}

func (w *Writer) flush() {
	if len(w.buf) == 0 {
		return
	}
	if _, err := w.out.Write(w.buf); err != nil {
		w.err = err
	}
	w.buf = w.buf[:0]
}

// putLine writes q as one line in the canonical form of RDF 1.2 N-Triples and
// N-Quads.
func (w *Writer) putLine(q *graph.RawQuad) (err error) {
	for _, t := range [...]*graph.RawTerm{&q.Subject, &q.Predicate, &q.Object, &q.Graph} {
		if t.Kind == graph.KindNone {
			continue
		}
		if w.buf, err = appendTerm(w.buf, t); err != nil {
			return err
		}
		w.buf = append(w.buf, ' ')
	}
	w.buf = append(w.buf, '.', '\n')
	return nil
}
