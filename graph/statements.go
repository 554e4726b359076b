package graph

import (
	"errors"
	"iter"

	"github.com/cayleygraph/quad"
)

// Prefix is a namespace IRI and the name it goes by in a document.
type Prefix struct {
	Name string // without its colon; may be empty
	IRI  string
}

// errEnough ends reading for a caller who has seen enough.
var errEnough = errors.New("enough")

// Statements makes a single-use sequence of what read passes on. read is called
// once, with a function that takes each statement, and stops with the error it
// returns; an error of its own becomes the last element of the sequence.
func Statements(read func(yield func(*RawQuad) error) error) iter.Seq2[quad.Quad, error] {
	return func(yield func(quad.Quad, error) bool) {
		var last lastValues
		err := read(func(q *RawQuad) error {
			if !yield(last.quad(q), nil) {
				return errEnough
			}
			return nil
		})
		if err != nil && !errors.Is(err, errEnough) {
			yield(quad.Quad{}, err)
		}
	}
}

// lastValues is the statement before, whose values serve again where the next
// one repeats them.
type lastValues quad.Quad

func (l *lastValues) quad(q *RawQuad) quad.Quad {
	l.Subject = valueOf(&q.Subject, l.Subject)
	l.Predicate = valueOf(&q.Predicate, l.Predicate)
	l.Object = q.Object.Value()
	l.Label = valueOf(&q.Graph, l.Label)
	return quad.Quad(*l)
}

// valueOf is the value of t, which is last if that is the same IRI or blank
// node.
func valueOf(t *RawTerm, last quad.Value) quad.Value {
	switch last := last.(type) {
	case quad.IRI:
		if t.Kind == KindIRI && string(t.Text) == string(last) {
			return last
		}
	case quad.BNode:
		if t.Kind == KindBNode && string(t.Text) == string(last) {
			return last
		}
	}
	return t.Value()
}
