package value

import "strings"

// Aggregate computes a set function of section 18.5.1 over one group. It is
// not safe for concurrent use.
type Aggregate interface {
	// Add takes what the expression gave for one solution of the group; no
	// value stands for an error or an unbound variable.
	Add(v Value)

	// Result is the value for what was added up to now.
	Result() (Value, error)
}

// AggregateOptions are the modifiers of a set function.
type AggregateOptions struct {
	Distinct  bool   // each RDF term counts once
	Separator string // of GROUP_CONCAT, taken as it is; SPARQL's own default is " "
}

// aggregates makes the set functions by their keywords.
var aggregates = map[string]func(o AggregateOptions) Aggregate{
	"COUNT":        func(AggregateOptions) Aggregate { return new(counter) },
	"SUM":          func(AggregateOptions) Aggregate { return &sum{total: NewInt(0)} },
	"AVG":          func(AggregateOptions) Aggregate { return &average{sum: sum{total: NewInt(0)}} },
	"MIN":          func(AggregateOptions) Aggregate { return &extreme{sign: -1} },
	"MAX":          func(AggregateOptions) Aggregate { return &extreme{sign: 1} },
	"SAMPLE":       func(AggregateOptions) Aggregate { return new(sample) },
	"GROUP_CONCAT": func(o AggregateOptions) Aggregate { return &groupConcat{separator: o.Separator} },
}

// NewAggregate makes the set function of a keyword, in upper or lower case:
// COUNT, SUM, AVG, MIN, MAX, SAMPLE or GROUP_CONCAT.
//
// COUNT passes errors over, and so does SAMPLE, which gives the first value.
// An error in one solution is an error of SUM, AVG, MIN, MAX and GROUP_CONCAT,
// and so is what is no number for SUM and AVG and a blank node for
// GROUP_CONCAT. SUM and AVG of nothing are 0, GROUP_CONCAT of nothing is "";
// MIN, MAX and SAMPLE of nothing are errors. MIN and MAX go by [Order], and of
// level values give the first.
func NewAggregate(keyword string, o AggregateOptions) (a Aggregate, ok bool) {
	fresh, ok := aggregates[strings.ToUpper(keyword)]
	if !ok {
		return nil, false
	}
	a = fresh(o)
	if o.Distinct {
		a = &distinct{Aggregate: a, seen: map[termKey]struct{}{}}
	}
	return a, true
}

// termKey is a Value of which == is SameTerm.
type termKey struct {
	kind        Kind
	typ         datatype
	text, extra string
}

// distinct hands each term on once.
type distinct struct {
	Aggregate
	seen map[termKey]struct{}
}

func (d *distinct) Add(v Value) {
	key := termKey{v.kind, v.typ, v.Text(), v.extra}
	if _, again := d.seen[key]; again {
		return
	}
	d.seen[key] = struct{}{}
	d.Aggregate.Add(v)
}

type counter struct{ n int64 }

func (c *counter) Add(v Value) {
	if v.kind != None {
		c.n++
	}
}

func (c *counter) Result() (Value, error) { return NewInt(c.n), nil }

type sum struct {
	total Value
	err   error
}

func (s *sum) Add(v Value) {
	if s.err == nil {
		s.total, s.err = Add(s.total, v)
	}
}

func (s *sum) Result() (Value, error) { return s.total, s.err }

type average struct {
	sum
	n int64
}

func (a *average) Add(v Value) {
	a.sum.Add(v)
	a.n++
}

func (a *average) Result() (Value, error) {
	if a.err != nil || a.n == 0 {
		return a.total, a.err
	}
	return Divide(a.total, NewInt(a.n))
}

// extreme is the first value that no other is further from in the direction
// of sign.
type extreme struct {
	sign   int
	best   Value
	failed bool
}

func (e *extreme) Add(v Value) {
	e.failed = e.failed || v.kind == None
	if e.best.kind == None || Order(v, e.best) == e.sign {
		e.best = v
	}
}

func (e *extreme) Result() (Value, error) {
	if e.failed || e.best.kind == None {
		return Value{}, errEmptyGroup
	}
	return e.best, nil
}

type sample struct{ first Value }

func (s *sample) Add(v Value) {
	if s.first.kind == None {
		s.first = v
	}
}

func (s *sample) Result() (Value, error) {
	if s.first.kind == None {
		return Value{}, errEmptyGroup
	}
	return s.first, nil
}

// groupConcat joins strings as STR makes them, in the order they come.
type groupConcat struct {
	separator string
	text      strings.Builder
	n         int
	err       error
}

func (g *groupConcat) Add(v Value) {
	s, err := str(v)
	if err != nil && g.err == nil {
		g.err = err
	}
	if g.n > 0 {
		g.text.WriteString(g.separator)
	}
	g.text.WriteString(s.text)
	g.n++
}

func (g *groupConcat) Result() (Value, error) {
	if g.err != nil {
		return Value{}, g.err
	}
	return NewString(g.text.String()), nil
}
