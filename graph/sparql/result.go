package sparql

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"slices"

	"github.com/cayleygraph/quad"

	"policygraph/graph"
	"policygraph/graph/sparql/syntax"
	"policygraph/graph/sparql/value"
)

// Result is a run of a Plan. What it gives depends on the form of the query:
// Solutions for SELECT, Ask for ASK, Graph for CONSTRUCT and DESCRIBE. It is
// computed while it is read, once, by one goroutine.
type Result struct {
	plan *Plan
	x    *run
}

// ErrForm is wrapped by the error of asking a Result for what the query's form
// does not give.
var ErrForm = errors.New("the query has another form")

// errRead is the error of a Result that is read a second time.
var errRead = errors.New("a result can be read once")

// Run makes a run, which ends with ctx. It begins, and its time counts, when the
// Result is read.
func (p *Plan) Run(ctx context.Context) *Result { return &Result{p, p.newRun(ctx)} }

// RunBound is Run where the variables of Options.Bound have these values: as
// many, in their order; nil is none. A blank node is that of the dataset with
// its label.
func (p *Plan) RunBound(ctx context.Context, values []quad.Value) *Result {
	r := p.Run(ctx)
	for i, slot := range p.bound {
		if values[i] != nil {
			r.x.row[slot] = r.x.id(r.x, value.Of(values[i]))
		}
	}
	if len(p.bound) > 0 {
		r.x.snapshots[boundSnapshot] = slices.Clone(r.x.row)
	}
	return r
}

// Form is the form of the query.
func (r *Result) Form() syntax.Form { return r.plan.query.Form }

// Vars are the variables of the solutions, in their order.
func (r *Result) Vars() []syntax.Var { return r.plan.query.Vars }

// Explain is the plan as [Plan.String] gives it; if Options.Statistics is set,
// with the rows that each operator has given up to now.
func (r *Result) Explain() string { return r.plan.print(r.x.counts) }

// Solution is one row of a SELECT. It may be looked at until the next one is
// asked for.
type Solution struct {
	x     *run
	slots []int
}

// Len is the number of variables.
func (s Solution) Len() int { return len(s.slots) }

// ID is the ID of variable i, 0 if it is unbound. IDs beyond those of the
// plan's dataset are of computed values; of equal terms they are equal.
func (s Solution) ID(i int) graph.ID { return s.x.row[s.slots[i]] }

// Term is the term of variable i, nil if it is unbound.
func (s Solution) Term(i int) quad.Value { return s.x.term(s.ID(i)) }

// AppendTerms appends the terms of all variables, nil for unbound ones.
func (s Solution) AppendTerms(to []quad.Value) []quad.Value {
	for i := range s.slots {
		to = append(to, s.Term(i))
	}
	return to
}

// Solutions returns the solutions of a SELECT. It ends with the first error;
// the solutions before one are not all.
func (r *Result) Solutions() iter.Seq2[Solution, error] {
	return func(yield func(Solution, error) bool) {
		s := Solution{r.x, r.plan.result}
		var n int64
		stopped := false
		err := r.each(func() bool {
			if n++; !r.within(n) {
				return false
			}
			stopped = !yield(s, nil)
			return !stopped
		}, syntax.Select)
		if err != nil && !stopped {
			yield(Solution{}, err)
		}
	}
}

// within reports whether n rows are within the limit, and ends the run if not.
func (r *Result) within(n int64) bool {
	limit := r.plan.options.MaxRows
	return limit <= 0 || n <= limit || r.x.fail(rowsError(limit))
}

// Ask is the answer to an ASK.
func (r *Result) Ask() (bool, error) {
	found := false
	err := r.each(func() bool {
		found = true
		return false
	}, syntax.Ask)
	return found && err == nil, err
}

// each calls fn with each solution in the run's row, until it returns false.
func (r *Result) each(fn step, form syntax.Form) error {
	if have := r.plan.query.Form; have != form {
		return fmt.Errorf("%w: it is %s", ErrForm, formNames[have])
	}
	return r.x.run(fn)
}

var formNames = [...]string{syntax.Select: "SELECT", syntax.Construct: "CONSTRUCT", syntax.Describe: "DESCRIBE", syntax.Ask: "ASK"}
