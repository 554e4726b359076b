package rdfxml

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"unicode/utf8"

	"github.com/cayleygraph/quad"

	"policygraph/graph"
	"policygraph/graph/internal/iri"
	"policygraph/graph/internal/name"
)

// WriteOptions says how to write. The zero value declares no prefix but rdf.
type WriteOptions struct {
	// Prefixes are all declared at the top, sorted by name, whether they are
	// used or not: a stream cannot know. Where two of them fit an IRI, the
	// longer one is used. An empty name makes the default namespace. The name
	// rdf cannot stand for another namespace, and is always declared.
	Prefixes []Prefix
}

// flushAt is how much output is collected before it is handed on.
const flushAt = 64 << 10

// ErrClosed is what a Writer returns for statements after Close.
var ErrClosed = errors.New("rdfxml: the writer is closed")

// Writer writes a stream of statements as RDF/XML. Its memory does not grow
// with the stream.
//
// Neighbours that share the subject share a node element. That is named after
// the class where the first of them says one for which a prefix is declared.
// Every other statement is a property element. Nothing is sorted, and nothing
// is written twice or left out.
//
// The first error sticks: every later call returns it and writes nothing. A
// Writer is not safe for concurrent use.
type Writer struct {
	out   io.Writer
	names names
	buf   []byte        // output not handed on yet
	raw   graph.RawQuad // WriteQuad's copy
	count int64         // statements so far
	err   error

	subject graph.RawTerm // of the open node element; KindNone where there is none
	node    []byte        // its name
	empty   bool          // its start tag has not been ended
}

// NewWriter returns a Writer on w. Mistakes in the options are reported by the
// first call that follows.
func NewWriter(w io.Writer, o WriteOptions) *Writer {
	nw := &Writer{out: w}
	if nw.names, nw.err = newNames(o.Prefixes); nw.err == nil {
		nw.open()
	}
	return nw
}

// open writes the XML declaration and the tag that everything stands in.
func (w *Writer) open() {
	w.buf = append(w.buf, `<?xml version="1.0" encoding="UTF-8"?>`+"\n<rdf:RDF"...)
	for _, p := range w.names.declared {
		w.buf = append(w.buf, "\n    "...)
		w.buf = appendDeclaration(w.buf, p.Name, p.IRI)
	}
	w.buf = append(w.buf, ">\n"...)
}

// WriteQuad writes one statement. Values are brought to the five concrete
// types as graph.Normalize does.
func (w *Writer) WriteQuad(q quad.Quad) error {
	if w.err != nil {
		return w.err
	}
	if err := w.raw.SetQuad(q); err != nil {
		w.err = fmt.Errorf("rdfxml: statement %d, %v: %w", w.count+1, q, err)
		return w.err
	}
	return w.WriteRaw(&w.raw)
}

// WriteRaw writes one statement and keeps nothing of it. It fails, naming the
// statement, where a term is not valid or not valid in its position, and where
// RDF/XML cannot say it: in a named graph, with a predicate that does not end
// with an XML name or is a word of the grammar, or with text that has
// characters which XML 1.0 forbids.
func (w *Writer) WriteRaw(q *graph.RawQuad) error {
	if w.err != nil {
		return w.err
	}
	w.count++
	whole := len(w.buf)
	if err := w.write(q); err != nil {
		w.buf = w.buf[:whole]
		w.err = fmt.Errorf("rdfxml: statement %d, %s: %w", w.count, describe(q), err)
		return w.err
	}
	if len(w.buf) >= flushAt {
		w.flush()
	}
	return w.err
}

// Close ends the document and hands all output on. It returns the first error
// of the whole stream and does not close the underlying writer. A second Close
// does nothing and returns the same.
func (w *Writer) Close() error {
	if errors.Is(w.err, ErrClosed) {
		return nil
	}
	if w.err != nil {
		return w.err
	}
	w.closeNode()
	w.buf = append(w.buf, "</rdf:RDF>\n"...)
	if w.flush(); w.err != nil {
		return w.err
	}
	w.err = ErrClosed
	return nil
}

func (w *Writer) flush() {
	if _, err := w.out.Write(w.buf); err != nil {
		w.err = err
	}
	w.buf = w.buf[:0]
}

func (w *Writer) write(q *graph.RawQuad) error {
	if err := q.Check(); err != nil {
		return err
	}
	if q.Graph.Kind != graph.KindNone {
		return errors.New("RDF/XML has no named graphs")
	}
	if w.subject.Kind != q.Subject.Kind || !bytes.Equal(w.subject.Text, q.Subject.Text) {
		w.closeNode()
		if said, err := w.openNode(q); said || err != nil {
			return err
		}
	}
	return w.property(q)
}

// openNode begins a node element, and reports whether its name says the whole
// statement.
func (w *Writer) openNode(q *graph.RawQuad) (typed bool, err error) {
	w.subject.Kind, w.subject.Text = q.Subject.Kind, append(w.subject.Text[:0], q.Subject.Text...)
	if q.Object.Kind == graph.KindIRI && string(q.Predicate.Text) == graph.RDFType {
		w.node, typed = w.names.appendClass(w.node[:0], q.Object.Text)
	}
	if !typed {
		w.node = append(w.node[:0], "rdf:Description"...)
	}
	w.buf = append(append(w.buf, "\n  <"...), w.node...)
	attr := "rdf:about"
	if q.Subject.Kind == graph.KindBNode {
		attr = "rdf:nodeID"
	}
	w.buf, err = appendNode(w.buf, attr, &q.Subject)
	w.empty = true
	return typed, err
}

func (w *Writer) closeNode() {
	switch {
	case w.subject.Kind == graph.KindNone:
	case w.empty:
		w.buf = append(w.buf, "/>\n"...)
	default:
		w.buf = append(append(append(w.buf, "  </"...), w.node...), ">\n"...)
	}
	w.subject.Kind = graph.KindNone
}

// property writes one property element.
func (w *Writer) property(q *graph.RawQuad) (err error) {
	if w.empty {
		w.buf = append(w.buf, ">\n"...)
		w.empty = false
	}
	w.buf = append(w.buf, "    <"...)
	start := len(w.buf)
	if w.buf, err = w.names.appendPredicate(w.buf, q.Predicate.Text); err != nil {
		return err
	}
	end := len(w.buf)
	if w.names.invented != nil {
		w.buf = appendDeclaration(append(w.buf, ' '), w.names.free, string(w.names.invented))
	}
	if !q.Object.Kind.IsLiteral() {
		attr := "rdf:resource"
		if q.Object.Kind == graph.KindBNode {
			attr = "rdf:nodeID"
		}
		w.buf, err = appendNode(w.buf, attr, &q.Object)
		w.buf = append(w.buf, "/>\n"...)
		return err
	}
	if w.buf, err = appendLiteral(w.buf, &q.Object); err != nil {
		return err
	}
	w.buf = append(append(append(w.buf, "</"...), w.buf[start:end]...), ">\n"...)
	return nil
}

// appendNode appends the attribute that names an IRI or a blank node.
func appendNode(dst []byte, attr string, t *graph.RawTerm) ([]byte, error) {
	dst = append(append(append(dst, ' '), attr...), `="`...)
	if t.Kind == graph.KindBNode {
		if len(t.Text) == 0 || !utf8.Valid(t.Text) {
			return dst, fmt.Errorf("%w: the blank node label %q", graph.ErrTerm, t.Text)
		}
		return append(name.AppendNCName(dst, t.Text), '"'), nil
	}
	dst, err := appendIRI(dst, t.Text)
	return append(dst, '"'), err
}

// appendIRI appends an IRI as it stands in an attribute.
func appendIRI(dst, text []byte) ([]byte, error) {
	if err := iri.Check(text); err != nil {
		return dst, err
	}
	if !validText(text) {
		return dst, fmt.Errorf("XML 1.0 cannot write the IRI %q", text)
	}
	return appendEscaped(dst, text, &valueEscapes), nil
}

// appendLiteral appends a literal from behind the name of its element up to
// the end tag.
func appendLiteral(dst []byte, t *graph.RawTerm) (_ []byte, err error) {
	switch t.Kind {
	case graph.KindLangString:
		if !name.IsLangTag(t.Aux) {
			return dst, fmt.Errorf("%w: the language tag %q", graph.ErrTerm, t.Aux)
		}
		dst = append(name.AppendLower(append(dst, ` xml:lang="`...), t.Aux), '"')
	case graph.KindTypedString:
		if isLangDatatype(t.Aux) {
			return dst, fmt.Errorf("%w: a literal of %s without a language tag", graph.ErrTerm, t.Aux)
		}
		if dst, err = appendIRI(append(dst, ` rdf:datatype="`...), t.Aux); err != nil {
			return dst, err
		}
		dst = append(dst, '"')
	}
	if !validText(t.Text) {
		return dst, fmt.Errorf("XML 1.0 cannot write the text %q", shorten(string(t.Text)))
	}
	return appendEscaped(append(dst, '>'), t.Text, &textEscapes), nil
}

// describe says which statement q is, in one line.
func describe(q *graph.RawQuad) string {
	var b bytes.Buffer
	for _, t := range []*graph.RawTerm{&q.Subject, &q.Predicate, &q.Object, &q.Graph} {
		if v := t.Value(); v != nil {
			b.WriteString(shorten(v.String()) + " ")
		}
	}
	return b.String() + "."
}
