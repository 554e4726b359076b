package shacl

import (
	"fmt"
	"slices"
	"strings"

	"github.com/cayleygraph/quad"

	"policygraph/graph"
	"policygraph/graph/path"
	"policygraph/graph/path/token"
	"policygraph/graph/sparql"
	"policygraph/graph/sparql/syntax"
	"policygraph/graph/sparql/value"
)

// Variables that SHACL-SPARQL gives a meaning (5.3.1, 6.2.1).
const (
	varThis         syntax.Var = "this"
	varValue        syntax.Var = "value"
	varPath         syntax.Var = "PATH"
	varResultPath   syntax.Var = "path"
	varMessage      syntax.Var = "message"
	varFailure      syntax.Var = "failure"
	varShapesGraph  syntax.Var = "shapesGraph"
	varCurrentShape syntax.Var = "currentShape"
)

// query is a SELECT or ASK with variables that are bound before it runs.
type query struct {
	parsed   *syntax.Query
	shape    quad.Value
	names    []syntax.Var // that are bound, the focus or value node's first
	values   []quad.Value // of the others
	messages []quad.Value // templates
	own      bool         // whether results name the property path of the shape
}

// parameter is a variable that a shape gives a value.
type parameter struct {
	name  syntax.Var
	value quad.Value // nil where the shape has none for an optional one
}

// query reads the query that node n has in sh:select or sh:ask for shape s, and
// holds it to the rules of pre-binding. It gives nil, and says why, where there
// is none that may be used.
func (c *compiler) query(shape, n graph.ID, s *shape, form syntax.Form, parameters []parameter) *query {
	word := map[syntax.Form]string{syntax.Select: "select", syntax.Ask: "ask"}[form]
	id := c.atMostOne(n, word)
	if id == 0 {
		c.problem(shape, "%s has no sh:%s", c.data.Term(n), word)
		return nil
	}
	text, err := c.text(id)
	if err != nil {
		c.problem(shape, "sh:%s: %v", word, err)
		return nil
	}
	text, mentioned := withPath(text, s.path)
	q := &query{shape: s.node, messages: c.messages(n), own: s.path != nil}
	q.parsed, err = syntax.Parse([]byte(text), syntax.Options{Name: "sh:" + word, Prefixes: c.prefixes(shape, n)})
	if err != nil {
		c.problem(shape, "%v", err)
		return nil
	}
	q.names = append(q.names, varThis)
	if form == syntax.Ask {
		q.names = append(q.names, varValue)
	}
	for _, p := range parameters {
		q.names = append(q.names, p.name)
	}
	problems := checkQuery(q.parsed, form, q.names)
	for _, p := range problems {
		c.problem(shape, "sh:%s: %s", word, p)
	}
	if len(problems) > 0 {
		return nil
	}
	q.bindShape(s, parameters, mentioned)
	c.out.seesSelf = c.out.seesSelf || slices.Contains(q.names, varShapesGraph)
	return q
}

// bindShape gives the variables their values, but for the focus and value nodes
// and the name of the shapes graph.
func (q *query) bindShape(s *shape, parameters []parameter, mentioned map[string]bool) {
	q.names = q.names[:len(q.names)-len(parameters)]
	for _, p := range parameters {
		if p.value != nil {
			q.names, q.values = append(q.names, p.name), append(q.values, p.value)
		}
	}
	if mentioned[string(varCurrentShape)] {
		q.names, q.values = append(q.names, varCurrentShape), append(q.values, s.node)
	}
	if mentioned[string(varShapesGraph)] {
		q.names = append(q.names, varShapesGraph)
	}
}

// withPath puts the path for the variable PATH, and tells which variables the
// text has. A text that has no tokens stays as it is: whoever parses it says so.
func withPath(text string, p path.Path) (string, map[string]bool) {
	var b strings.Builder
	vars := make(map[string]bool)
	done := 0
	r := token.NewReader(text, token.Options{})
	for ; r.Kind != token.End; r.Next() {
		if r.Kind != token.Var {
			continue
		}
		vars[r.Text] = true
		if r.Text == string(varPath) && p != nil {
			b.WriteString(text[done:r.Start])
			fmt.Fprintf(&b, "(%s)", p)
			done = r.End
		}
	}
	return b.String() + text[done:], vars
}

// prefixes are those that the values of sh:prefixes, and the ontologies these
// import, declare (5.2.1).
func (c *compiler) prefixes(shape, n graph.ID) map[string]string {
	all := make(map[string]string)
	todo := slices.Clone(c.objects(n, sh+"prefixes"))
	for i := 0; i < len(todo); i++ {
		for _, d := range c.objects(todo[i], sh+"declare") {
			c.declaration(shape, d, all)
		}
		for _, more := range c.objects(todo[i], owl+"imports") {
			if !slices.Contains(todo, more) {
				todo = append(todo, more)
			}
		}
	}
	return all
}

func (c *compiler) declaration(shape, d graph.ID, all map[string]string) {
	prefix, namespace := c.atMostOne(d, "prefix"), c.atMostOne(d, "namespace")
	if prefix == 0 || namespace == 0 || c.resource(prefix) || c.resource(namespace) {
		c.problem(shape, "expected a sh:prefix and a sh:namespace at the declaration %s", c.data.Term(d))
		return
	}
	name, iri := c.data.Text(prefix), c.data.Text(namespace)
	if have, known := all[name]; known && have != iri {
		c.problem(shape, "the prefix %s: is declared as <%s> and as <%s>", name, have, iri)
	}
	all[name] = iri
}

// queries are the SPARQL-based constraints of a shape (5.1).
func (c *compiler) queries(n graph.ID, s *shape) {
	for _, id := range c.objects(n, sh+"sparql") {
		if !c.resource(id) {
			c.problem(n, "expected the node of a constraint for sh:sparql, found %s", c.data.Term(id))
			continue
		}
		if c.flag(id, "deactivated") {
			continue
		}
		if q := c.query(n, id, s, syntax.Select, nil); q != nil {
			s.constraints = append(s.constraints, &constraint{component: sh + "SPARQLConstraintComponent", source: c.data.Term(id), start: q.selecting})
		}
	}
}

// plan makes the query ready for the data of a validation.
func (q *query) plan(v *validation) *sparql.Plan {
	parsed, o := *q.parsed, sparql.Options{Bound: q.names, Timeout: -1}
	switch name := v.graph.Name(); {
	case name != 0:
		parsed.From = append(slices.Clone(parsed.From), quad.IRI(v.data.Text(name)))
	case v.graph.Len() > 0 && v.graph != v.data.Graph(0):
		o.UnionDefault = true
	}
	p, err := sparql.Prepare(&parsed, v.data, o)
	if err != nil {
		v.fail(fmt.Errorf("%w: %s: %w", ErrFailure, q.shape, err))
	}
	return p
}

// bindings are the values of names for one run: of the first ones, then those
// that never change, then the name of the shapes graph, which not every query
// has.
func (q *query) bindings(v *validation, first ...quad.Value) []quad.Value {
	all := append(slices.Concat(first, q.values), quad.Value(v.shapesGraph))
	return all[:len(q.names)]
}

// selecting is a constraint that a SELECT makes: each solution is a result.
func (q *query) selecting(v *validation, _ *bound, k *constraint) check {
	plan := q.plan(v)
	return func(at *visit) {
		values := q.bindings(v, v.term(at.node))
		for row, err := range plan.RunBound(v.ctx, values).Solutions() {
			if err != nil {
				v.fail(fmt.Errorf("%w: %s: %w", ErrFailure, q.shape, err))
				return
			}
			sol := q.solution(row, values)
			if sol.truth(varFailure) {
				v.fail(fmt.Errorf("%w: %s: the query says so of %s", ErrFailure, q.shape, at.focus()))
				return
			}
			if at.report(k, q.result(at, sol)); at.out.enough() {
				return
			}
		}
	}
}

// focus is the focus node.
func (at *visit) focus() quad.Value { return at.v.term(at.node) }

// asking is a constraint that an ASK makes: each value node for which it is
// false is a result.
func (q *query) asking(v *validation, _ *bound, k *constraint) check {
	plan := q.plan(v)
	return func(at *visit) {
		for _, n := range at.values {
			values := q.bindings(v, at.focus(), v.term(n))
			yes, err := plan.RunBound(v.ctx, values).Ask()
			if err != nil {
				v.fail(fmt.Errorf("%w: %s: %w", ErrFailure, q.shape, err))
				return
			}
			if !yes {
				at.report(k, Result{Value: v.term(n), Messages: filled(q.messages, solution{q.names, values}.text)})
			}
			if at.out.enough() {
				return
			}
		}
	}
}

// result is what a solution says (5.3.2).
func (q *query) result(at *visit, sol solution) Result {
	r := Result{Value: sol.of(varValue)}
	if r.Value == nil && !q.own {
		r.Value = at.focus()
	}
	if p, ok := sol.of(varResultPath).(quad.IRI); ok {
		r.Path = path.IRI(p)
	}
	switch m := sol.of(varMessage).(type) {
	case quad.String, quad.LangString:
		r.Messages = []quad.Value{m}
	default:
		r.Messages = filled(q.messages, sol.text)
	}
	return r
}

// solution is what variables stand for in one solution, and around it.
type solution struct {
	names  []syntax.Var
	values []quad.Value
}

func (q *query) solution(row sparql.Solution, bound []quad.Value) solution {
	return solution{slices.Concat(q.parsed.Vars, q.names), append(row.AppendTerms(nil), bound...)}
}

// of is the value of a variable, nil if it has none.
func (s solution) of(name syntax.Var) quad.Value {
	for i, n := range s.names {
		if n == name && s.values[i] != nil {
			return s.values[i]
		}
	}
	return nil
}

func (s solution) truth(name syntax.Var) bool {
	v := value.Of(s.of(name))
	return v.Kind() == value.Boolean && v.EBV() == value.True
}

// text is the value of a variable as it stands in a message.
func (s solution) text(name string) (string, bool) {
	v := s.of(syntax.Var(name))
	if v == nil {
		return "", false
	}
	return value.Of(v).Text(), true
}

// filled are messages in which values stand for {?name} and {$name}; where
// there is no value, the text stays.
func filled(messages []quad.Value, text func(name string) (string, bool)) []quad.Value {
	all := make([]quad.Value, len(messages))
	for i, m := range messages {
		switch m := m.(type) {
		case quad.String:
			all[i] = quad.String(fill(string(m), text))
		case quad.LangString:
			all[i] = quad.LangString{Value: quad.String(fill(string(m.Value), text)), Lang: m.Lang}
		}
	}
	return all
}

func fill(template string, text func(name string) (string, bool)) string {
	var b strings.Builder
	for template != "" {
		start := strings.IndexAny(template, "{")
		end := strings.IndexByte(template[max(start, 0):], '}')
		if start < 0 || end < 0 {
			break
		}
		end += start
		b.WriteString(template[:start])
		name := template[start+1 : end]
		if strings.HasPrefix(name, "?") || strings.HasPrefix(name, "$") {
			if v, ok := text(name[1:]); ok {
				b.WriteString(v)
				template = template[end+1:]
				continue
			}
		}
		b.WriteByte('{')
		template = template[start+1:]
	}
	return b.String() + template
}

// shapesGraphName is the name that the shapes graph goes by in queries: one that
// the data do not have.
func shapesGraphName(data *graph.Graph) quad.IRI {
	name := quad.IRI("urn:x-shacl:shapes")
	for {
		if _, taken := data.Dataset().Lookup(name); !taken {
			return name
		}
		name += "-"
	}
}

// beside is the data as the default graph of a dataset in which the shapes are
// a named graph. Blank nodes with one label are one.
func beside(data, shapes *graph.Graph, name quad.IRI) (*graph.Graph, error) {
	var b graph.Builder
	for _, part := range []struct {
		from *graph.Graph
		name quad.Value
	}{{data, nil}, {shapes, name}} {
		for t := range part.from.Match(0, 0, 0) {
			q := part.from.Quad(t)
			q.Label = part.name
			if err := b.Add(q); err != nil {
				return nil, err
			}
		}
	}
	return b.Dataset().Graph(0), nil
}
