package shacl

import (
	"errors"
	"fmt"
	"strings"

	"github.com/cayleygraph/quad"
)

// Problem is a place where a shapes graph is ill-formed: a node of it, and what
// is wrong there.
type Problem struct {
	Node quad.Value
	Text string
}

func (p Problem) String() string { return fmt.Sprintf("%s: %s", p.Node, p.Text) }

// ShapesError is all that is ill-formed in a shapes graph, in the order in
// which shapes are compiled.
type ShapesError struct{ Problems []Problem }

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
