package shacl

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/cayleygraph/quad"
)

// Problem is a place where a shapes graph is ill-formed, or asks for what is not
// supported: a node of it, and what is wrong there.
type Problem struct {
	Node        quad.Value
	Place       string // the node for people, a blank one by what it is of
	Text        string
	Unsupported bool // it may be well-formed
}

func (p Problem) String() string { return fmt.Sprintf("%s: %s", p.Place, p.Text) }

// ShapesError is all that is ill-formed in a shapes graph, or not supported, in the
// order in which shapes are compiled.
type ShapesError struct{ Problems []Problem }

// Unsupported reports whether no shape is ill-formed: all ask for what is not
// supported.
func (e *ShapesError) Unsupported() bool {
	return !slices.ContainsFunc(e.Problems, func(p Problem) bool { return !p.Unsupported })
}

func (e *ShapesError) Error() string {
	lines := make([]string, len(e.Problems))
	for i, p := range e.Problems {
		lines[i] = p.String()
	}
	return strings.Join(lines, "\n")
}

// ErrFailure is wrapped by the error of a validation that cannot be finished
// for what the shapes ask, as a query that fails (3.6.1.2).
var ErrFailure = errors.New("validation failure")
