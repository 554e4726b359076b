package sparql_test

import (
	"context"
	"fmt"
	"iter"
	"slices"
	"testing"

	"github.com/cayleygraph/quad"

	"policygraph/graph"
	"policygraph/graph/internal/w3c"
	"policygraph/graph/sparql"
	"policygraph/graph/sparql/syntax"
)

// answer is what a query gives, whatever its form.
type answer struct {
	boolean *bool
	vars    []string
	rows    [][]quad.Value
	graph   []quad.Quad
	ordered bool
}

// evaluator is the engine, or the plain one.
type evaluator func(q *syntax.Query, d *graph.Dataset, o sparql.Options) (answer, error)

// engine prepares and runs a query.
func engine(q *syntax.Query, d *graph.Dataset, o sparql.Options) (a answer, err error) {
	p, err := sparql.Prepare(q, d, o)
	if err != nil {
		return a, err
	}
	r := p.Run(context.Background())
	switch q.Form {
	case syntax.Ask:
		yes, err := r.Ask()
		return answer{boolean: &yes}, err
	case syntax.Select:
		for _, v := range r.Vars() {
			a.vars = append(a.vars, string(v))
		}
		for s, err := range r.Solutions() {
			if err != nil {
				return a, err
			}
			a.rows = append(a.rows, s.AppendTerms(nil))
		}
		a.ordered = ordered(q.Algebra)
		return a, nil
	}
	a.graph, err = collect(r.Graph())
	return a, err
}

func collect[T any](seq iter.Seq2[T, error]) (all []T, err error) {
	for v, err := range seq {
		if err != nil {
			return nil, err
		}
		all = append(all, v)
	}
	return all, nil
}

// ordered reports whether the outermost query level has an ORDER BY.
func ordered(a syntax.Algebra) bool {
	switch a := a.(type) {
	case syntax.OrderBy:
		return true
	case syntax.Slice:
		return ordered(a.Input)
	case syntax.Distinct:
		return ordered(a.Input)
	case syntax.Reduced:
		return ordered(a.Input)
	case syntax.Project:
		return ordered(a.Input)
	}
	return false
}

const words = "http://answer.example/"

// asGraph says an answer as a graph: two answers are the same but for labels of
// blank nodes if their graphs are. Rows are a bag, or a list.
func (a answer) asGraph(list bool) (quads []quad.Quad) {
	for i, row := range a.rows {
		node := quad.BNode(fmt.Sprint("row", i))
		quads = append(quads, quad.Quad{Subject: node, Predicate: quad.IRI(words + "row"), Object: quad.String("")})
		if list {
			quads = append(quads, quad.Quad{Subject: node, Predicate: quad.IRI(words + "number"), Object: quad.Int(i)})
		}
		for n, v := range row {
			if b, ok := v.(quad.BNode); ok {
				v = "v" + b
			}
			if v != nil {
				quads = append(quads, quad.Quad{Subject: node, Predicate: quad.IRI(words + "var" + a.vars[n]), Object: v})
			}
		}
	}
	return append(quads, a.graph...)
}

// sameAs reports how an answer differs from the wanted one: rows in their order
// if list is set.
func (a answer) sameAs(want answer, list bool) error {
	if (a.boolean == nil) != (want.boolean == nil) || a.boolean != nil && *a.boolean != *want.boolean {
		return fmt.Errorf("got the answer %v, want %v", show(a.boolean), show(want.boolean))
	}
	names, wanted := slices.Sorted(slices.Values(a.vars)), slices.Sorted(slices.Values(want.vars))
	if len(want.rows) > 0 && !slices.Equal(names, wanted) {
		return fmt.Errorf("got the variables %v, want %v", names, wanted)
	}
	if !w3c.Isomorphic(a.asGraph(list), want.asGraph(list)) {
		return fmt.Errorf("got\n%swant\n%s", a, want)
	}
	return nil
}

func show(b *bool) any {
	if b == nil {
		return "none"
	}
	return *b
}

func (a answer) String() (s string) {
	if a.rows != nil {
		s = fmt.Sprintln(a.vars)
	}
	for _, row := range a.rows {
		s += fmt.Sprintf("%v\n", row)
	}
	for _, q := range a.graph {
		s += fmt.Sprintln(q)
	}
	return s
}

// parsed reads a query that is right.
func parsed(t testing.TB, text string) *syntax.Query {
	t.Helper()
	q, err := syntax.Parse([]byte(text), syntax.Options{Base: "http://e/"})
	if err != nil {
		t.Fatalf("%v\n%s", err, text)
	}
	return q
}

// equalBag compares rows term by term, labels of blank nodes included, in any
// order.
func (a answer) equalBag(want answer) error {
	key := func(rows [][]quad.Value) (all []string) {
		for _, row := range rows {
			all = append(all, fmt.Sprintf("%#v", append([]quad.Value{}, row...)))
		}
		slices.Sort(all)
		return all
	}
	for _, graph := range []*answer{&a, &want} {
		for _, q := range graph.graph {
			graph.rows = append(graph.rows, []quad.Value{q.Subject, q.Predicate, q.Object})
		}
	}
	if !slices.Equal(key(a.rows), key(want.rows)) || a.boolean != nil && *a.boolean != *want.boolean {
		return fmt.Errorf("got\n%swant\n%s", a, want)
	}
	return nil
}

func sparqlParse(text string) (*syntax.Query, error) {
	return syntax.Parse([]byte(text), syntax.Options{Base: "http://e/"})
}
