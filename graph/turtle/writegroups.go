package turtle

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"policygraph/graph"
)

// change says where a statement parts from the one before it. Everything to
// the right of that place is written anew.
type change uint8

const (
	newObject change = iota
	newPredicate
	newSubject
	newGraph
	firstStatement
)

// closing is what stands between a statement and the next, by where they part.
// A graph in braces puts its closing brace behind the first line.
var closing = [...]string{
	newObject:      ",",
	newPredicate:   " ;\n",
	newSubject:     " .\n\n",
	newGraph:       " .\n",
	firstStatement: "",
}

const (
	indent    = "    "
	lineWidth = 80 // object lists are broken when they would become longer
)

// layout is what a Writer of Turtle or TriG remembers: names, and the last
// statement without its object.
type layout struct {
	names
	subject, predicate, graph graph.RawTerm
	column                    int    // characters on the current line
	object                    []byte // the object being laid out
	declared                  bool   // there are lines above the first statement
}

// declare writes the base and the prefixes.
func (w *Writer) declare(o WriteOptions) (err error) {
	if w.layout.names, err = newNames(o); err != nil {
		return err
	}
	var head strings.Builder
	if o.Base != "" {
		head.WriteString("@base <" + o.Base + "> .\n")
	}
	for _, p := range sortedPrefixes(o.Prefixes) {
		head.WriteString("@prefix " + p.Name + ": <" + p.IRI + "> .\n")
	}
	w.buf = append(w.buf, head.String()...)
	w.layout.declared = head.Len() > 0
	return nil
}

// putGrouped writes q, sharing the text of graph, subject and predicate with
// the statement before it where they are the same.
func (w *Writer) putGrouped(q *graph.RawQuad) (err error) {
	l := &w.layout
	start := len(w.buf)
	change := w.change(q)
	w.separate(change)
	if change >= newGraph {
		if err = w.openGraph(&q.Graph); err != nil {
			return err
		}
	}
	if change >= newSubject {
		w.indent(0)
		if w.buf, err = l.appendTerm(w.buf, &q.Subject); err != nil {
			return err
		}
		w.buf = append(w.buf, ' ')
		keep(&l.subject, &q.Subject)
	}
	if change == newPredicate {
		w.indent(1)
	}
	if change >= newPredicate {
		if w.buf, err = l.appendPredicate(w.buf, &q.Predicate); err != nil {
			return err
		}
		keep(&l.predicate, &q.Predicate)
	}
	l.advance(w.buf[start:])
	return w.putObject(&q.Object, change)
}

// change compares q with the statement before it.
func (w *Writer) change(q *graph.RawQuad) change {
	l := &w.layout
	switch {
	case l.subject.Kind == graph.KindNone:
		return firstStatement
	case !same(&l.graph, &q.Graph):
		return newGraph
	case !same(&l.subject, &q.Subject):
		return newSubject
	case !same(&l.predicate, &q.Predicate):
		return newPredicate
	}
	return newObject
}

// same reports whether two IRIs or blank nodes are the same term.
func same(a, b *graph.RawTerm) bool { return a.Kind == b.Kind && bytes.Equal(a.Text, b.Text) }

func keep(mine, theirs *graph.RawTerm) {
	mine.Kind, mine.Text = theirs.Kind, append(mine.Text[:0], theirs.Text...)
}

// separate ends what the change ends.
func (w *Writer) separate(c change) {
	w.buf = append(w.buf, closing[c]...)
	if c == newGraph {
		w.closeGraph()
	}
	if c == newGraph || c == firstStatement && w.layout.declared {
		w.buf = append(w.buf, '\n')
	}
}

func (w *Writer) openGraph(g *graph.RawTerm) (err error) {
	keep(&w.layout.graph, g)
	if g.Kind == graph.KindNone {
		return nil
	}
	if w.buf, err = w.layout.appendTerm(w.buf, g); err != nil {
		return err
	}
	w.buf = append(w.buf, " {\n"...)
	return nil
}

func (w *Writer) closeGraph() {
	if w.layout.graph.Kind != graph.KindNone {
		w.buf = append(w.buf, "}\n"...)
	}
}

// indent begins a line, deeper inside a named graph.
func (w *Writer) indent(depth int) {
	if w.layout.graph.Kind != graph.KindNone {
		depth++
	}
	for range depth {
		w.buf = append(w.buf, indent...)
	}
}

// putObject writes the object: on the line where it fits, else on its own.
func (w *Writer) putObject(o *graph.RawTerm, c change) (err error) {
	l := &w.layout
	if l.object, err = l.appendTerm(l.object[:0], o); err != nil {
		return err
	}
	start := len(w.buf)
	const punctuation = len("  ;")
	if c == newObject && l.column+width(l.object)+punctuation > lineWidth {
		w.buf = append(w.buf, '\n')
		w.indent(2)
	} else {
		w.buf = append(w.buf, ' ')
	}
	w.buf = append(w.buf, l.object...)
	l.advance(w.buf[start:])
	return nil
}

// advance keeps count of the characters on the current line.
func (l *layout) advance(written []byte) {
	if i := bytes.LastIndexByte(written, '\n'); i >= 0 {
		l.column, written = 0, written[i+1:]
	}
	l.column += width(written)
}

// width is how many characters s has. Why not utf8.RuneCount: it may allocate.
func width(s []byte) (n int) {
	for _, c := range s {
		if c&0xC0 != 0x80 {
			n++
		}
	}
	return n
}

// end closes the last statement and the last graph.
func (w *Writer) end() {
	if w.layout.subject.Kind != graph.KindNone {
		w.buf = append(w.buf, closing[newGraph]...)
		w.closeGraph()
	}
}

func (l *layout) appendPredicate(dst []byte, t *graph.RawTerm) ([]byte, error) {
	if string(t.Text) == graph.RDFType {
		return append(dst, 'a'), nil
	}
	return l.appendName(dst, t.Text)
}

// appendTerm appends t as Turtle writes it.
func (l *layout) appendTerm(dst []byte, t *graph.RawTerm) ([]byte, error) {
	switch t.Kind {
	case graph.KindIRI:
		return l.appendName(dst, t.Text)
	case graph.KindTypedString:
		if isShortForm(t.Text, t.Aux) {
			return append(dst, t.Text...), nil
		}
	}
	if !t.Kind.IsLiteral() || bytes.IndexByte(t.Text, '\n') < 0 && t.Kind != graph.KindTypedString {
		return appendTerm(dst, t)
	}
	dst, err := appendText(dst, t.Text)
	switch {
	case err != nil || t.Kind == graph.KindString:
		return dst, err
	case t.Kind == graph.KindLangString:
		return appendLang(dst, t.Aux)
	case needsTag(t.Aux):
		return appendDatatype(dst, t.Aux)
	}
	return l.appendName(append(dst, "^^"...), t.Aux)
}

// appendText appends text between quotes, three of them where it has newlines.
func appendText(dst, text []byte) ([]byte, error) {
	if bytes.IndexByte(text, '\n') < 0 {
		return appendQuoted(dst, text)
	}
	if !utf8.Valid(text) {
		_, err := appendQuoted(nil, text)
		return dst, err
	}
	dst = appendLong(append(dst, `"""`...), text)
	return append(dst, `"""`...), nil
}
