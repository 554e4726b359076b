package shacl

import (
	"iter"
	"strconv"
	"strings"

	"github.com/cayleygraph/quad"

	"policygraph/graph"
	"policygraph/graph/path"
)

// Statements is the report in RDF (3.6): a sh:ValidationReport with its results,
// and a copy of their paths. The report, its results and paths are blank nodes
// with labels that no node of the results has.
func (r *Report) Statements() iter.Seq[quad.Quad] {
	return func(yield func(quad.Quad) bool) {
		w := &statements{yield: yield, prefix: r.freePrefix()}
		report := w.blank()
		w.add(report, rdf+"type", quad.IRI(sh+"ValidationReport"))
		w.add(report, sh+"conforms", boolean(r.Conforms()))
		for i := range r.Results {
			w.add(report, sh+"result", w.result(&r.Results[i]))
		}
	}
}

// Dataset is Statements as a dataset.
func (r *Report) Dataset() (*graph.Dataset, error) {
	var b graph.Builder
	for q := range r.Statements() {
		if err := b.Add(q); err != nil {
			return nil, err
		}
	}
	return b.Dataset(), nil
}

func boolean(b bool) quad.Value {
	return quad.TypedString{Value: quad.String(strconv.FormatBool(b)), Type: xsd + "boolean"}
}

// freePrefix begins no label of a blank node in the results.
func (r *Report) freePrefix() string {
	prefix := "report"
	var taken func(results []Result) bool
	taken = func(results []Result) bool {
		for _, one := range results {
			for _, v := range []quad.Value{one.FocusNode, one.Value, one.SourceShape, one.SourceConstraint} {
				if b, ok := v.(quad.BNode); ok && strings.HasPrefix(string(b), prefix) {
					return true
				}
			}
			if taken(one.Details) {
				return true
			}
		}
		return false
	}
	for taken(r.Results) {
		prefix += "_"
	}
	return prefix
}

// statements gives the statements of a report.
type statements struct {
	yield  func(quad.Quad) bool
	prefix string
	blanks int
	done   bool
}

// blank is a new blank node. Labels have one length, so that their order is
// that in which they were made.
func (w *statements) blank() quad.BNode {
	w.blanks++
	n := strconv.Itoa(w.blanks)
	return quad.BNode(w.prefix + strings.Repeat("0", max(0, 8-len(n))) + n)
}

func (w *statements) add(s quad.Value, p quad.IRI, o quad.Value) {
	if o != nil && !w.done {
		w.done = !w.yield(quad.Quad{Subject: s, Predicate: p, Object: o})
	}
}

// result says a result and gives its node.
func (w *statements) result(r *Result) quad.Value {
	n := w.blank()
	w.add(n, rdf+"type", quad.IRI(sh+"ValidationResult"))
	w.add(n, sh+"focusNode", r.FocusNode)
	if r.Path != nil {
		w.add(n, sh+"resultPath", w.path(r.Path))
	}
	w.add(n, sh+"value", r.Value)
	w.add(n, sh+"sourceShape", r.SourceShape)
	w.add(n, sh+"sourceConstraint", r.SourceConstraint)
	w.add(n, sh+"sourceConstraintComponent", r.Component)
	w.add(n, sh+"resultSeverity", r.Severity)
	for _, m := range r.Messages {
		w.add(n, sh+"resultMessage", m)
	}
	if len(r.Messages) == 0 {
		w.add(n, sh+"resultMessage", quad.String(r.Default()))
	}
	for i := range r.Details {
		w.add(n, sh+"detail", w.result(&r.Details[i]))
	}
	return n
}

// path says a path as shapes do (2.3.1) and gives its node.
func (w *statements) path(p path.Path) quad.Value {
	switch p := p.(type) {
	case path.IRI:
		return quad.IRI(p)
	case path.Sequence:
		return w.list(p)
	case path.Alternative:
		return w.around("alternativePath", w.list(p))
	case path.Inverse:
		return w.around("inversePath", w.path(p.Path))
	case path.ZeroOrMore:
		return w.around("zeroOrMorePath", w.path(p.Path))
	case path.OneOrMore:
		return w.around("oneOrMorePath", w.path(p.Path))
	case path.ZeroOrOne:
		return w.around("zeroOrOnePath", w.path(p.Path))
	}
	return nil // shapes have no negated property sets
}

func (w *statements) around(word string, inner quad.Value) quad.Value {
	n := w.blank()
	w.add(n, quad.IRI(sh+word), inner)
	return n
}

func (w *statements) list(members []path.Path) quad.Value {
	head := quad.Value(quad.IRI(rdf + "nil"))
	for i := len(members) - 1; i >= 0; i-- {
		n := w.blank()
		w.add(n, rdf+"first", w.path(members[i]))
		w.add(n, rdf+"rest", head)
		head = n
	}
	return head
}
