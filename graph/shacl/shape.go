package shacl

import (
	"github.com/cayleygraph/quad"

	"policygraph/graph"
	"policygraph/graph/path"
)

// Shapes is a shapes graph made ready. It never changes.
type Shapes struct {
	graph    *graph.Graph
	targeted []*shape // in order of their nodes
	count    int
	unused   []Problem
	seesSelf bool // whether a query speaks of $shapesGraph
}

// Len is the number of shapes that were compiled, those without targets
// included.
func (s *Shapes) Len() int { return s.count }

// Unused says what of the shapes graph was passed over: with Options.Lenient what
// is ill-formed, and always what is beyond the recommendation, such as the
// targets and rules of SHACL Advanced Features.
func (s *Shapes) Unused() []Problem { return s.unused }

// shape is a node shape or, with a path, a property shape.
type shape struct {
	node        quad.Value
	path        path.Path
	targets     []target
	deactivated bool
	severity    quad.IRI
	messages    []quad.Value
	constraints []*constraint
	refers      []*shape // that validating this shape may ask
	properties  []*shape // of sh:property, among those
	qualified   []*shape // of sh:qualifiedValueShape, among those
	siblings    []*shape // the qualified ones of the property shapes beside it (4.7.3)
	apart       bool     // whether values of these do not count
	order       float64
	depth       int // of shapes below, 1 for a shape that asks no other
}

// target selects focus nodes (2.1.3).
type target struct {
	kind targetKind
	term quad.Value
}

type targetKind uint8

const (
	targetNode targetKind = iota
	targetClass
	targetSubjectsOf
	targetObjectsOf
)

// constraint is one constraint of a shape.
type constraint struct {
	component quad.IRI
	source    quad.Value // of sh:sourceConstraint, nil for Core
	expected  Phrase
	start     starter
}

// starter makes a constraint ready for one validation.
type starter func(v *validation, s *bound, k *constraint) check

// check holds the value nodes of a focus node against a constraint and reports
// what is wrong.
type check func(at *visit)

// each is a constraint on single value nodes: ready makes the test that each of
// them must pass.
func each(ready func(v *validation) func(graph.ID) bool) starter {
	return func(v *validation, s *bound, k *constraint) check {
		passes := ready(v)
		return func(at *visit) {
			for _, n := range at.values {
				if v.tick() && !passes(n) {
					at.value(k, n)
				}
				if at.out.enough() {
					return
				}
			}
		}
	}
}
