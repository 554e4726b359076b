package results

import (
	"errors"
	"fmt"
	"io"
	"iter"
	"strings"

	"github.com/cayleygraph/quad"

	"policygraph/graph"
	"policygraph/graph/internal/name"
)

// SyntaxError is a place where a document is not what its format allows. It
// has no picture. It wraps [ErrLimit] where a limit was reached, and
// [errors.ErrUnsupported] where the document asks for what is not read.
type SyntaxError = graph.SyntaxError

// ErrLimit is [graph.ErrLimit].
var ErrLimit = graph.ErrLimit

// ReadOptions says what to read and within which limits.
type ReadOptions struct {
	Format Format

	// Name of the document, for errors.
	Name string

	// MaxRows limits the rows; 0 means no limit.
	MaxRows int64

	// MaxTokenBytes limits IRIs, literals and labels, and in CSV and TSV whole
	// rows; 0 means 16 MiB. A little more may pass.
	MaxTokenBytes int
}

const (
	defaultTokenBytes = 16 << 20
	mostVariables     = 4096 // of a document
	mostDepth         = 256  // of what is passed over in JSON
)

// Results is a document: the answer to an ASK, or the solutions of a SELECT.
type Results struct {
	IsBoolean bool     // it answers an ASK
	Boolean   bool     // the answer
	Vars      []string // the variables, without question marks
	Links     []string // of the head, as they are

	rows iter.Seq2[[]quad.Value, error]
}

// Rows returns a single-use sequence of the solutions, in their order: terms
// in the order of Vars, of the five concrete types of a Dataset, and nil where
// a variable is unbound. It ends with the first error, a [*SyntaxError] or one
// of the reader; the rows before it come from a document that is not valid as a
// whole.
func (r *Results) Rows() iter.Seq2[[]quad.Value, error] { return r.rows }

// source reads the rows of one format.
type source interface {
	// next gives a row, or io.EOF behind the last when all of the document was
	// read.
	next() ([]quad.Value, error)

	// results is what was read before the first row.
	results() *Results
}

// Read reads a document up to its first row. It returns a [*SyntaxError] or an
// error of r.
func Read(r io.Reader, o ReadOptions) (*Results, error) {
	if !o.Format.Readable() {
		return nil, fmt.Errorf("results: the format %s cannot be read", o.Format)
	}
	if o.MaxTokenBytes <= 0 {
		o.MaxTokenBytes = defaultTokenBytes
	}
	in := &input{r: r, o: o}
	s, err := formats[o.Format].open(in)
	if err != nil {
		return nil, err
	}
	res := s.results()
	res.rows = func(yield func([]quad.Value, error) bool) { readRows(s, in, yield) }
	return res, nil
}

func readRows(s source, in *input, yield func([]quad.Value, error) bool) {
	if s.results().IsBoolean {
		return
	}
	for n := int64(1); ; n++ {
		row, err := s.next()
		switch {
		case err == io.EOF:
			return
		case err == nil && in.o.MaxRows > 0 && n > in.o.MaxRows:
			row, err = nil, in.beyondLimit(in.here, in.o.MaxRows, "rows")
		}
		if !yield(row, err) || err != nil {
			return
		}
	}
}

// head collects the variables of a document.
type head struct {
	Results
	index map[string]int
}

func (h *head) results() *Results { return &h.Results }

// declare adds a variable.
func (h *head) declare(in *input, at position, v string) error {
	_, again := h.index[v]
	switch {
	case !isVariable(v):
		return in.mistake(at, "the name of a variable", quoted(v))
	case again:
		return in.mistake(at, "each variable once", quoted(v)+" again")
	case len(h.Vars) == mostVariables:
		return in.beyondLimit(at, mostVariables, "variables")
	case h.index == nil:
		h.index = make(map[string]int)
	}
	h.index[v] = len(h.Vars)
	h.Vars = append(h.Vars, v)
	return nil
}

// bind puts a term into a row.
func (h *head) bind(in *input, at position, row []quad.Value, v string, term quad.Value) error {
	i, ok := h.index[v]
	switch {
	case !ok:
		return in.mistake(at, "a variable of the head", quoted(v))
	case row[i] != nil:
		return in.mistake(at, "each variable of a solution once", quoted(v)+" again")
	}
	row[i] = term
	return nil
}

// isVariable is the production VARNAME of SPARQL.
func isVariable(s string) bool {
	for i, r := range s {
		if !name.IsChars(r) || r == '-' || i == 0 && isMark(r) {
			return false
		}
	}
	return s != ""
}

// isMark reports whether a character of VARNAME cannot be its first.
func isMark(r rune) bool {
	return r == 0xB7 || r >= 0x300 && r <= 0x36F || r == 0x203F || r == 0x2040
}

// term checks a term and brings it to its form.
func (in *input) term(at position, v quad.Value) (quad.Value, error) {
	v, err := graph.Normalize(v)
	if err != nil {
		e := in.mistake(at, "an RDF term", strings.TrimPrefix(err.Error(), graph.ErrTerm.Error()+": "))
		e.Cause = graph.ErrTerm
		return nil, e
	}
	return v, nil
}

// literal makes a literal of the parts that JSON and XML give.
func (in *input) literal(at position, lexical, lang, datatype string) (quad.Value, error) {
	const rdfLangString = "http://www.w3.org/1999/02/22-rdf-syntax-ns#langString"
	switch {
	case lang != "" && datatype != "" && datatype != rdfLangString:
		return nil, in.mistake(at, "a language or a datatype", "both")
	case lang != "":
		return in.term(at, quad.LangString{Value: quad.String(lexical), Lang: lang})
	case datatype != "":
		return in.term(at, quad.TypedString{Value: quad.String(lexical), Type: quad.IRI(datatype)})
	}
	return in.term(at, quad.String(lexical))
}

// refused is the error of what only RDF 1.2 has.
func (in *input) refused(at position, what string) error {
	e := in.mistake(at, "RDF 1.1", what+" of RDF 1.2")
	e.Cause = errors.ErrUnsupported
	return e
}
