package sparql

import (
	"errors"
	"fmt"
	"time"

	"github.com/cayleygraph/quad"

	"policygraph/graph/sparql/syntax"
)

// Options say how a query is planned and run. The zero value asks the default
// graph, with the default limits.
type Options struct {
	// UnionDefault makes the union of all graphs, the default one included, the
	// default graph of queries without FROM.
	UnionDefault bool

	// Bound are the variables that whoever runs the plan gives values for, see
	// [Plan.RunBound]. They are bound everywhere in the query, as if each stood
	// there as its value: in groups, in EXISTS, and in subqueries that show them.
	Bound []syntax.Var

	// Timeout is how long a run may take, 30 s for 0. A negative one is none.
	Timeout time.Duration

	// MaxRows is how many solutions or statements a run may give. 0 is no limit.
	MaxRows int64

	// MaxMemory is how many bytes a run may hold in tables, sorts and computed
	// values, 256 MB for 0. A negative one is no limit.
	MaxMemory int64

	// Statistics makes runs count the rows of each operator.
	Statistics bool

	// Now is what NOW() gives. Zero is the time at which a run begins.
	Now time.Time

	// Seed is where RAND, UUID and STRUUID begin. 0 is a random one for each run.
	Seed uint64
}

const (
	defaultTimeout   = 30 * time.Second
	defaultMaxMemory = 256 << 20
)

func (o Options) withDefaults() Options {
	if o.Timeout == 0 {
		o.Timeout = defaultTimeout
	}
	if o.MaxMemory == 0 {
		o.MaxMemory = defaultMaxMemory
	}
	return o
}

// ErrLimit is wrapped by the error of a run that met a limit of its Options.
var ErrLimit = errors.New("a limit of the query was met")

// ErrService is wrapped by the error about a SERVICE that is not SILENT: no
// query is ever sent anywhere.
var ErrService = errors.New("SERVICE is not supported: queries see nothing but the dataset they are asked of")

func serviceError(name fmt.Stringer) error { return fmt.Errorf("%w (SERVICE %s)", ErrService, name) }

func unknownFunction(iri quad.IRI) error { return fmt.Errorf("no function is named <%s>", string(iri)) }

func timeError(d time.Duration) error {
	return fmt.Errorf("%w: it takes more than %s; a narrower pattern or a longer time may help", ErrLimit, d)
}

func memoryError(n int64) error {
	return fmt.Errorf("%w: it takes more than %d MB of memory; a narrower pattern or a higher limit may help", ErrLimit, n>>20)
}

func rowsError(n int64) error {
	return fmt.Errorf("%w: it has more than %d rows; LIMIT gives a part of them", ErrLimit, n)
}
