package framed

import (
	"bytes"
	"encoding/json"
	"io"
	"iter"
	"slices"
	"strings"

	"github.com/cayleygraph/quad"

	"policygraph/graph"
)

// FileName is what the document of everything is called.
const FileName = "policygraph.framed.jsonld"

// Write writes everything as one tree, each thing at the top on a line of its
// own. Reading the document gives the union of the graphs of d, and the same
// dataset gives the same bytes. base is where our own terms live in d.
//
// The document is made in memory. Terms that JSON-LD cannot say end it with the
// error that the flat writer gives.
func Write(w io.Writer, d *graph.Dataset, base string) error {
	v, err := newView(d, base)
	if err != nil {
		return err
	}
	doc := v.newDocument(false)
	var tops []graph.ID
	for s, f := range v.top() {
		if _, settled := doc.home[s]; !settled {
			doc.settle(s, place{}, f)
			tops = append(tops, s)
		}
	}
	roots := make([]*node, len(tops))
	for i, s := range tops {
		roots[i] = doc.build(s)
	}
	head, err := v.writeLines(doc.nodes)
	if err != nil {
		return err
	}
	return writeGraph(w, head, roots)
}

func writeGraph(w io.Writer, head []byte, roots []*node) error {
	out := append(bytes.Clone(head), "\n\"graph\": ["...)
	for i, root := range roots {
		if i > 0 {
			out = append(out, ',')
		}
		out = root.append(append(out, '\n'))
	}
	_, err := w.Write(append(out, "\n]}\n"...))
	return err
}

// top yields each thing in the order of the document of everything, with the
// frame of the first listed class it has. A thing may come again.
func (v *view) top() iter.Seq2[graph.ID, *frame] {
	return func(yield func(graph.ID, *frame) bool) {
		for _, c := range everything {
			for _, s := range v.instances(c.class) {
				if !yield(s, c.frame) {
					return
				}
			}
		}
		for s := range v.g.AllSubjects() {
			if !yield(s, leaf) {
				return
			}
		}
	}
}

func (v *view) instances(class quad.IRI) []graph.ID {
	if c := v.id(class); c != 0 {
		return v.g.Subjects(v.typ, c)
	}
	return nil
}

// Documents yields a document for each measure and each problem, in this order
// and by address: its path within a folder, which is that of the thing below id/,
// and what writes it. Each document is one node object, indented
// by two spaces, and holds statements of d alone. base is where our own terms
// live in d.
func Documents(d *graph.Dataset, base string) (iter.Seq2[string, func(io.Writer) error], error) {
	v, err := newView(d, base)
	if err != nil {
		return nil, err
	}
	return func(yield func(string, func(io.Writer) error) bool) {
		done := map[graph.ID]bool{}
		for _, kind := range documents {
			for _, s := range v.instances(kind.class) {
				path, below := strings.CutPrefix(v.d.Text(s), base+"id/")
				if !below || v.ref[s] == nil || done[s] {
					continue
				}
				done[s] = true
				if !yield(path+".jsonld", func(w io.Writer) error { return v.writeOne(w, s, kind.frame) }) {
					return
				}
			}
		}
	}, nil
}

func (v *view) writeOne(w io.Writer, s graph.ID, f *frame) error {
	doc := v.newDocument(true)
	doc.settle(s, place{}, f)
	root := doc.build(s)
	head, err := v.writeLines(doc.nodes)
	if err != nil {
		return err
	}
	var body bytes.Buffer
	if err := json.Indent(&body, root.append(nil), "", "  "); err != nil {
		return err
	}
	// The members of the node follow the context in one object.
	_, err = w.Write(slices.Concat(head, body.Bytes()[1:], []byte("\n")))
	return err
}
