package jsonld

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"unicode/utf8"

	"github.com/cayleygraph/quad"

	"policygraph/graph"
)

// WriteOptions says how a Writer writes. The zero value writes compact form
// without a context: "@graph" and IRIs in full.
type WriteOptions struct {
	// Context to write with.
	Context *Context
	// ContextIRI is what to write as "@context" in place of the content of
	// Context. Readers must find the same context there. A @base of Context
	// then does not count, as readers ignore the @base of a remote context.
	ContextIRI string
	// Base is written into the document, and IRIs below it are shortened.
	Base string
	// Indent, if not empty, puts each member on its own line, indented by so
	// many copies of it. Otherwise each node object has one line.
	Indent string
	// Expanded writes expanded form: no context, every value an object in an
	// array. Context, ContextIRI and Base do not count.
	Expanded bool
}

// Writer writes statements as one JSON-LD document. Statements that follow one
// another with the same graph name and subject make one node object; a subject
// that comes back later is written as another node object with the same
// identifier, which says the same. At most one node object is kept in memory.
//
// Types are an array even where there is one, so that readers find them in one form.
//
// The first error sticks: later calls return it and write nothing.
type Writer struct {
	w   io.Writer
	o   WriteOptions
	err error

	root  *plan // for nodes without type-scoped contexts
	bare  *plan // without any context, for what the context cannot say
	plans map[string]*plan
	types map[string]*typeForm

	p         printer
	begun     bool
	group     group
	groupOpen bool
	node      node
	raw       graph.RawQuad
}

// group is the named graph under way.
type group struct {
	kind graph.Kind
	name []byte
	bare bool // written without the context
}

// typeForm is how one class is written as a type, and what follows from it.
type typeForm struct {
	text []byte // as JSON, nil if the context leaves no way
	term *term  // with a scoped context, or nil
	plan *plan  // for nodes of just this type, once it is known
}

// flushSize is how much output is gathered before it is written.
const flushSize = 64 << 10

// maxTypes is the number of classes and plans that a Writer keeps.
const maxTypes = 4096

// NewWriter returns a Writer to w. Nothing is written before the first
// statement or Close. Errors of the options show at the first call.
func NewWriter(w io.Writer, o WriteOptions) *Writer {
	root, err := rootContext(o)
	plain := newActive()
	plain.prepare()
	bw := &Writer{
		w: w, o: o, err: err,
		root:  newPlan(root, root, o.Expanded),
		bare:  newPlan(plain, plain, true),
		plans: map[string]*plan{},
		types: map[string]*typeForm{},
		p:     printer{indent: o.Indent, tight: o.Expanded && o.Indent == ""},
	}
	return bw
}

// rootContext is the active context that readers of the document will have.
func rootContext(o WriteOptions) (*active, error) {
	root := *newActive()
	if o.Expanded {
		o = WriteOptions{}
	}
	if o.Context != nil {
		root = *o.Context.root
	}
	if o.ContextIRI != "" {
		root.base = ""
	}
	if o.Base != "" {
		root.base = o.Base
	}
	root.prepare()
	switch {
	case o.ContextIRI != "" && o.Context == nil:
		return &root, errors.New("jsonld: a ContextIRI needs the Context that it leads to")
	case o.Base != "" && schemeLen(o.Base) == 0:
		return &root, fmt.Errorf("jsonld: expected an absolute IRI as the base, found %q", o.Base)
	}
	return &root, nil
}

// WriteQuad writes one statement. Terms are brought to the types of a Dataset
// first, as graph.Normalize does.
func (w *Writer) WriteQuad(q quad.Quad) error {
	if w.err != nil {
		return w.err
	}
	if err := w.raw.SetQuad(q); err != nil {
		w.err = fmt.Errorf("jsonld: %w", err)
		return w.err
	}
	return w.WriteRaw(&w.raw)
}

// WriteRaw writes one statement and does not keep q. IRIs must be absolute,
// since JSON-LD drops statements with others, and all text UTF-8.
func (w *Writer) WriteRaw(q *graph.RawQuad) error {
	if w.err == nil {
		w.err = w.write(q)
	}
	return w.err
}

func (w *Writer) write(q *graph.RawQuad) error {
	if err := q.Check(); err != nil {
		return fmt.Errorf("jsonld: %w", err)
	}
	sameGraph := q.Graph.Kind == w.group.kind && bytes.Equal(q.Graph.Text, w.group.name)
	if !sameGraph || !w.node.is(&q.Subject) {
		if err := w.flushNode(); err != nil {
			return err
		}
		if err := w.beginNode(q, sameGraph); err != nil {
			return err
		}
	}
	return w.node.add(q)
}

// beginNode starts a node object, and a named graph when it is another one.
func (w *Writer) beginNode(q *graph.RawQuad, sameGraph bool) error {
	if !sameGraph {
		if err := checkResource(&q.Graph); err != nil {
			return err
		}
		w.closeGroup()
		w.group.kind, w.group.name = q.Graph.Kind, append(w.group.name[:0], q.Graph.Text...)
	}
	return w.node.begin(&q.Subject)
}

// checkResource refuses what JSON-LD readers would drop or change.
func checkResource(t *graph.RawTerm) error {
	switch {
	case !utf8.Valid(t.Text):
		return fmt.Errorf("jsonld: %w: text that is not UTF-8: %q", graph.ErrTerm, t.Text)
	case t.Kind == graph.KindIRI && schemeLen(t.Text) == 0:
		return fmt.Errorf("jsonld: %w: expected an absolute IRI, found %q", graph.ErrTerm, t.Text)
	}
	return nil
}

// Close ends the document. It does not close the underlying writer.
func (w *Writer) Close() error {
	if w.err != nil {
		return w.err
	}
	if w.err = w.flushNode(); w.err != nil {
		return w.err
	}
	w.begin()
	w.closeGroup()
	w.endDocument()
	if w.err = w.drain(); w.err == nil {
		w.err = errClosed
		return nil
	}
	return w.err
}

var errClosed = errors.New("jsonld: the writer is closed")

func (w *Writer) drain() error {
	_, err := w.w.Write(w.p.out)
	w.p.out = w.p.out[:0]
	return err
}

// flushNode writes the node object under way.
func (w *Writer) flushNode() error {
	if len(w.node.entries) == 0 {
		return nil
	}
	w.begin()
	w.openGroup()
	if err := w.writeNode(); err != nil {
		return err
	}
	w.node.reset()
	if len(w.p.out) < flushSize {
		return nil
	}
	return w.drain()
}

// begin writes what stands before the first node.
func (w *Writer) begin() {
	if w.begun {
		return
	}
	w.begun = true
	if w.o.Expanded {
		w.openList()
		return
	}
	w.p.open('{')
	if ctx := w.contextText(); ctx != nil {
		w.line()
		w.p.out = append(w.p.out, `"@context"`...)
		w.p.colon()
		w.p.out = append(w.p.out, ctx...)
	}
	w.line()
	w.p.out = append(w.p.out, w.root.graphKey()...)
	w.p.colon()
	w.openList()
}

func (w *Writer) endDocument() {
	w.closeList()
	if !w.o.Expanded {
		w.p.close('}')
	}
	w.p.out = append(w.p.out, '\n')
}

// openList opens an array of node objects. Its items begin with line.
func (w *Writer) openList() { w.p.open('[') }

func (w *Writer) closeList() {
	if w.o.Indent == "" && !w.p.fresh {
		w.p.out = append(w.p.out, '\n')
	}
	w.p.close(']')
}

// line begins a member or item that has a line of its own in any form.
func (w *Writer) line() {
	if w.o.Indent != "" {
		w.p.item()
		return
	}
	if !w.p.fresh {
		w.p.out = append(w.p.out, ',')
	}
	if w.begunItems() {
		w.p.out = append(w.p.out, '\n')
	}
	w.p.fresh = false
}

// begunItems reports whether anything but the first brace has been written.
func (w *Writer) begunItems() bool { return w.p.depth > 1 || !w.p.fresh || w.o.Expanded }

// openGroup opens the named graph under way, if there is one.
func (w *Writer) openGroup() {
	if w.groupOpen || w.group.kind == graph.KindNone {
		return
	}
	w.groupOpen, w.group.bare = true, false
	start := w.p
	if !w.groupHead(w.root, false) {
		w.p, w.group.bare = restore(start, w.p), true
		w.groupHead(w.bare, true)
	}
	w.openList()
}

// groupHead writes a named graph up to its list of nodes.
func (w *Writer) groupHead(p *plan, escape bool) (ok bool) {
	w.line()
	w.p.open('{')
	if escape && !w.o.Expanded {
		w.p.item()
		w.noContext()
	}
	w.p.item()
	w.p.out = append(w.p.out, p.id...)
	w.p.colon()
	w.p.out, ok = p.appendResource(w.p.out, w.group.kind, w.group.name)
	w.p.item()
	w.p.out = append(w.p.out, p.graphKey()...)
	w.p.colon()
	return ok
}

func (w *Writer) closeGroup() {
	if w.groupOpen {
		w.closeList()
		w.p.close('}')
		w.groupOpen, w.group.bare = false, false
	}
}

// noContext makes a node object free of the context of the document.
func (w *Writer) noContext() {
	w.p.out = append(w.p.out, `"@context"`...)
	w.p.colon()
	w.p.out = append(w.p.out, "null"...)
}

// restore brings a printer back to an earlier state, keeping the larger buffer.
func restore(start, now printer) printer {
	start.out = now.out[:len(start.out)]
	return start
}

func (p *plan) graphKey() string { return jsonKey(p.ctx.alias("@graph")) }

func (p *plan) appendResource(dst []byte, kind graph.Kind, text []byte) ([]byte, bool) {
	if kind == graph.KindBNode {
		return p.ctx.appendBlank(dst, text, false)
	}
	return p.ctx.appendID(dst, text)
}

// contextText is the value of "@context", or nil for none.
func (w *Writer) contextText() []byte {
	var parts [][]byte
	switch {
	case w.o.ContextIRI != "":
		parts = append(parts, appendString(nil, w.o.ContextIRI))
	case w.o.Context != nil:
		parts = append(parts, w.layOut(w.o.Context.text))
	}
	if w.o.Base != "" {
		base := append([]byte(`{"@base": `), appendString(nil, w.o.Base)...)
		parts = append(parts, append(base, '}'))
	}
	switch len(parts) {
	case 0:
		return nil
	case 1:
		return parts[0]
	}
	return slicesJoin(parts)
}

// slicesJoin makes a JSON array of two contexts. An array among them, the
// context as it was given, is taken apart, for contexts do not nest.
func slicesJoin(parts [][]byte) []byte {
	var list []byte
	for _, part := range parts {
		if part[0] == '[' {
			part = bytes.TrimSpace(part[1 : len(part)-1])
		}
		if len(part) == 0 {
			continue
		}
		if list != nil {
			list = append(list, ", "...)
		}
		list = append(list, part...)
	}
	return append(append([]byte("["), list...), ']')
}

// layOut brings the text of a context to the form of the document.
func (w *Writer) layOut(text []byte) []byte {
	var b bytes.Buffer
	if w.o.Indent == "" {
		_ = json.Compact(&b, text) // text has been parsed before
	} else {
		_ = json.Indent(&b, text, w.o.Indent, w.o.Indent)
	}
	return b.Bytes()
}
