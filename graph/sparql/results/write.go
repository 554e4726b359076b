package results

import (
	"errors"
	"fmt"
	"io"

	"github.com/cayleygraph/quad"

	"policygraph/graph"
)

// flushAt is how much output is collected before it is handed on.
const flushAt = 64 << 10

// ErrClosed is what a Writer returns for rows after Close.
var ErrClosed = errors.New("results: the writer is closed")

// writing is what a format does to a Writer's buffer.
type writing struct {
	head    func(*Writer)
	row     func(*Writer, []quad.Value) error
	foot    func(*Writer)                 // may be nil
	boolean func(b []byte, v bool) []byte // nil where ASK has no form
}

// Writer writes the solutions of a SELECT. Its memory does not grow with them.
//
// The first error sticks: every later call returns it and writes nothing. A
// Writer is not safe for concurrent use.
type Writer struct {
	out    io.Writer
	format Format
	vars   []string
	keys   [][]byte // the variables, escaped as rows want them
	buf    []byte
	rows   int64
	err    error
}

// NewWriter returns a Writer of rows for these variables, which are named
// without their question mark. Mistakes in the arguments are reported by the
// first call that follows.
func NewWriter(w io.Writer, f Format, vars []string) *Writer {
	nw := &Writer{out: w, format: f, vars: vars}
	if !f.known() {
		nw.err = fmt.Errorf("results: unknown format %d", f)
		return nw
	}
	for _, v := range vars {
		if !isVariable(v) {
			nw.err = fmt.Errorf("results: %q is not the name of a variable", v)
			return nw
		}
	}
	formats[f].writing.head(nw)
	return nw
}

// WriteRow writes one solution, with nil for unbound variables, and keeps
// nothing of it. Terms are brought to the five concrete types as
// [graph.Normalize] does.
func (w *Writer) WriteRow(row []quad.Value) error {
	if w.err != nil {
		return w.err
	}
	w.rows++
	whole := len(w.buf)
	if err := w.writeRow(row); err != nil {
		w.buf = w.buf[:whole]
		w.err = fmt.Errorf("results: row %d: %w", w.rows, err)
		return w.err
	}
	if len(w.buf) >= flushAt {
		w.flush()
	}
	return w.err
}

func (w *Writer) writeRow(row []quad.Value) error {
	if len(row) != len(w.vars) {
		return fmt.Errorf("%d terms for %d variables", len(row), len(w.vars))
	}
	return formats[w.format].writing.row(w, row)
}

// Close writes what follows the last row and hands all output on. It returns
// the first error of the whole stream and does not close the underlying
// writer. A second Close does nothing and returns the same.
func (w *Writer) Close() error {
	if errors.Is(w.err, ErrClosed) {
		return nil
	}
	if w.err != nil {
		return w.err
	}
	if foot := formats[w.format].writing.foot; foot != nil {
		foot(w)
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

// WriteBoolean writes the answer to an ASK. Formats without a form for it give
// an error that wraps [errors.ErrUnsupported].
func WriteBoolean(w io.Writer, f Format, answer bool) error {
	if !f.Boolean() {
		return fmt.Errorf("results: the format %s has no form for the answer to ASK: %w", f, errors.ErrUnsupported)
	}
	_, err := w.Write(formats[f].writing.boolean(nil, answer))
	return err
}

// literal takes a literal apart. The datatype is empty for strings.
func literal(v quad.Value) (lexical, lang, datatype string) {
	switch v := v.(type) {
	case quad.String:
		return string(v), "", ""
	case quad.LangString:
		return string(v.Value), v.Lang, ""
	case quad.TypedString:
		return string(v.Value), "", string(v.Type)
	}
	return "", "", ""
}

// plain is what CSV and Markdown show of a term.
func plain(v quad.Value) string {
	switch v := v.(type) {
	case quad.IRI:
		return string(v)
	case quad.BNode:
		return "_:" + string(v)
	}
	lexical, _, _ := literal(v)
	return lexical
}

// each normalises the terms of a row and calls f for those that are bound.
func each(row []quad.Value, f func(i int, v quad.Value) error) error {
	for i, v := range row {
		if v == nil {
			continue
		}
		v, err := graph.Normalize(v)
		if err != nil {
			return err
		}
		if err := f(i, v); err != nil {
			return err
		}
	}
	return nil
}
