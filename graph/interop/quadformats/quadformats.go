// Package quadformats registers our readers and writers of Turtle, TriG and
// RDF/XML with github.com/cayleygraph/quad, so that any program built on quad
// can use them. It is imported for that alone:
//
//	import _ "policygraph/graph/interop/quadformats"
//
// The formats are then found by name (turtle, trig, rdfxml), by file extension
// and by media type.
package quadformats

import (
	"io"
	"iter"

	"github.com/cayleygraph/quad"

	"policygraph/graph"
	"policygraph/graph/formats"
)

// registered are the formats that quad has no reader or writer of its own for.
var registered = []string{"turtle", "trig", "rdfxml"}

func init() {
	for _, f := range formats.All {
		for _, name := range registered {
			if f.Name == name {
				quad.RegisterFormat(quad.Format{
					Name: f.Name, Ext: f.Extensions, Mime: []string{f.MediaType},
					Reader: func(r io.Reader) quad.ReadCloser { return newReader(f, r) },
					Writer: func(w io.Writer) quad.WriteCloser { return &writer{out: f.Open(w, formats.WriteOptions{})} },
				})
			}
		}
	}
}

// reader hands out statements one by one. Reading goes on only as far as
// statements are asked for.
type reader struct {
	next func() (quad.Quad, error, bool)
	stop func()
}

func newReader(f formats.Format, r io.Reader) *reader {
	next, stop := iter.Pull2(graph.Statements(func(yield func(*graph.RawQuad) error) error {
		return f.Read(r, formats.ReadOptions{Workers: 1}, yield)
	}))
	return &reader{next, stop}
}

// ReadQuad returns the next statement, or io.EOF after the last. After an error
// there are no more.
func (r *reader) ReadQuad() (quad.Quad, error) {
	q, err, more := r.next()
	switch {
	case !more:
		return quad.Quad{}, io.EOF
	case err != nil:
		r.stop()
	}
	return q, err
}

// Close ends reading. It does not close what is read from.
func (r *reader) Close() error {
	r.stop()
	return nil
}

type writer struct {
	out formats.Writer
	raw graph.RawQuad
}

// WriteQuad writes one statement.
func (w *writer) WriteQuad(q quad.Quad) error {
	if err := w.raw.SetQuad(q); err != nil {
		return err
	}
	return w.out.WriteRaw(&w.raw)
}

// WriteQuads writes statements up to the first that cannot be written, and
// returns how many it wrote.
func (w *writer) WriteQuads(buf []quad.Quad) (int, error) {
	for i, q := range buf {
		if err := w.WriteQuad(q); err != nil {
			return i, err
		}
	}
	return len(buf), nil
}

// Close ends the document. It does not close what is written to.
func (w *writer) Close() error { return w.out.Close() }
