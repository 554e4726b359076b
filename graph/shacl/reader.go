package shacl

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/cayleygraph/quad"

	"policygraph/graph"
	"policygraph/graph/path"
	"policygraph/graph/sparql/value"
)

// reader reads terms, lists and paths of a shapes graph and collects what is
// wrong with them.
type reader struct {
	graph    *graph.Graph
	data     *graph.Dataset
	words    map[string]graph.ID
	problems []Problem
}

func (r *reader) problem(n graph.ID, format string, args ...any) {
	r.keep(Problem{Node: r.data.Term(n), Place: r.place(n), Text: fmt.Sprintf(format, args...)})
}

// unsupported is a problem of ours, where the shapes may be well-formed.
func (r *reader) unsupported(n graph.ID, format string, args ...any) {
	r.keep(Problem{Node: r.data.Term(n), Place: r.place(n), Text: fmt.Sprintf(format, args...), Unsupported: true})
}

func (r *reader) keep(p Problem) {
	if !slices.Contains(r.problems, p) {
		r.problems = append(r.problems, p)
	}
}

// noTerm is the ID of a word that the shapes graph does not have: no term's.
const noTerm = ^graph.ID(0) >> 1

// word is the ID of an IRI, or one that stands in no statement.
func (r *reader) word(iri string) graph.ID {
	id, known := r.words[iri]
	if !known {
		if id, known = r.data.Lookup(quad.IRI(iri)); !known {
			id = noTerm
		}
		r.words[iri] = id
	}
	return id
}

func (r *reader) lookup(v quad.Value) graph.ID {
	id, _ := r.data.Lookup(v)
	return id
}

func (r *reader) objects(n graph.ID, word string) []graph.ID { return r.graph.Objects(n, r.word(word)) }

func (r *reader) resource(n graph.ID) bool { return !r.data.Kind(n).IsLiteral() }

// isA reports whether a node is a SHACL instance of a class (1.1).
func (r *reader) isA(n graph.ID, class string) bool {
	below := subclasses(r.graph, r.word(rdfs+"subClassOf"), r.word(class))
	return slices.ContainsFunc(r.objects(n, rdf+"type"), func(t graph.ID) bool { return below.has(t) })
}

// instances are the SHACL instances of a class, perhaps repeated.
func (r *reader) instances(class string) (all []graph.ID) {
	for _, c := range subclasses(r.graph, r.word(rdfs+"subClassOf"), r.word(class)) {
		all = append(all, r.graph.Subjects(r.word(rdf+"type"), c)...)
	}
	return all
}

// short is an IRI of SHACL as people write it.
func short(iri string) string {
	if name, ok := strings.CutPrefix(iri, sh); ok {
		return "sh:" + name
	}
	return "<" + iri + ">"
}

// atMostOne is the value of a word of SHACL that may have one, 0 if it has
// none.
func (r *reader) atMostOne(n graph.ID, name string) graph.ID {
	values := r.objects(n, sh+name)
	if len(values) > 1 {
		r.problem(n, "expected one sh:%s, found %d", name, len(values))
	}
	if len(values) == 0 {
		return 0
	}
	return values[0]
}

// flag is the value of a word of SHACL that takes true or false, and is false
// where there is none.
func (r *reader) flag(n graph.ID, name string) bool {
	id := r.atMostOne(n, name)
	if id == 0 {
		return false
	}
	yes, err := r.boolean(id)
	if err != nil {
		r.problem(n, "sh:%s: %v", name, err)
	}
	return yes
}

// boolean reports whether a value is the literal true, which alone turns
// anything on: "1"^^xsd:boolean does not.
func (r *reader) boolean(id graph.ID) (bool, error) {
	if value.Of(r.data.Term(id)).Kind() != value.Boolean {
		return false, fmt.Errorf("expected true or false, found %s", r.data.Term(id))
	}
	return r.data.Text(id) == "true", nil
}

// number is an integer that is not negative.
func (r *reader) number(id graph.ID) (int, error) {
	if n, ok := value.Of(r.data.Term(id)).Int64(); ok && n >= 0 {
		return int(min(n, 1<<31)), nil
	}
	return 0, fmt.Errorf("expected an integer from 0 on, found %s", r.data.Term(id))
}

// text is a string.
func (r *reader) text(id graph.ID) (string, error) {
	if r.data.Kind(id) != graph.KindString {
		return "", fmt.Errorf("expected a string, found %s", r.data.Term(id))
	}
	return r.data.Text(id), nil
}

// iri is an IRI.
func (r *reader) iri(id graph.ID) (quad.IRI, error) {
	if r.data.Kind(id) != graph.KindIRI {
		return "", fmt.Errorf("expected an IRI, found %s", r.data.Term(id))
	}
	return quad.IRI(r.data.Text(id)), nil
}

var errList = errors.New("expected a list that has an end")

// list is the members of a well-formed RDF list.
func (r *reader) list(head graph.ID) (members []graph.ID, err error) {
	for range r.graph.Len() + 1 {
		if head == r.word(rdf+"nil") {
			return members, nil
		}
		first, rest := r.objects(head, rdf+"first"), r.objects(head, rdf+"rest")
		if len(first) != 1 || len(rest) != 1 {
			return nil, errList
		}
		members = append(members, first[0])
		head = rest[0]
	}
	return nil, errList
}

// terms are the terms of a list.
func (r *reader) terms(head graph.ID) ([]quad.Value, error) {
	members, err := r.list(head)
	if err != nil {
		return nil, err
	}
	all := make([]quad.Value, len(members))
	for i, id := range members {
		all[i] = r.data.Term(id)
	}
	return all, nil
}

// paths are the words for paths that have another one inside (2.3.1).
var paths = []struct {
	word string
	make func(path.Path) path.Path
}{
	{sh + "inversePath", func(p path.Path) path.Path { return path.Inverse{Path: p} }},
	{sh + "zeroOrMorePath", func(p path.Path) path.Path { return path.ZeroOrMore{Path: p} }},
	{sh + "oneOrMorePath", func(p path.Path) path.Path { return path.OneOrMore{Path: p} }},
	{sh + "zeroOrOnePath", func(p path.Path) path.Path { return path.ZeroOrOne{Path: p} }},
}

// path reads a property path of a shape; inside are the nodes it is part of.
// Where a node is a list and something else besides, it is a sequence.
func (r *reader) path(shape, n graph.ID, inside []graph.ID) path.Path {
	switch {
	case r.data.Kind(n) == graph.KindIRI:
		return path.IRI(r.data.Text(n))
	case !r.resource(n):
		r.problem(shape, "expected a property path, found %s", r.data.Term(n))
		return path.Sequence{}
	case slices.Contains(inside, n):
		r.problem(shape, "a property path is part of itself")
		return path.Sequence{}
	case len(inside) > defaultMaxDepth:
		r.problem(shape, "a property path is nested more than %d levels deep", defaultMaxDepth)
		return path.Sequence{}
	}
	inside = append(inside, n)
	if len(r.objects(n, rdf+"first")) > 0 {
		return path.Sequence(r.steps(shape, n, inside))
	}
	return r.pathOf(shape, n, inside)
}

func (r *reader) pathOf(shape, n graph.ID, inside []graph.ID) path.Path {
	var found []path.Path
	for _, kind := range paths {
		for _, id := range r.objects(n, kind.word) {
			found = append(found, kind.make(r.path(shape, id, inside)))
		}
	}
	for _, id := range r.objects(n, sh+"alternativePath") {
		found = append(found, path.Alternative(r.steps(shape, id, inside)))
	}
	if len(found) != 1 {
		r.problem(shape, "expected one kind of property path at %s, found %d", r.data.Term(n), len(found))
		return path.Sequence{}
	}
	return found[0]
}

// steps are the members of a list of paths, two at least.
func (r *reader) steps(shape, head graph.ID, inside []graph.ID) []path.Path {
	members, err := r.list(head)
	if err == nil && len(members) < 2 {
		err = fmt.Errorf("expected a list of two or more, found %d", len(members))
	}
	if err != nil {
		r.problem(shape, "a property path: %v", err)
		return nil
	}
	steps := make([]path.Path, len(members))
	for i, id := range members {
		steps[i] = r.path(shape, id, inside)
	}
	return steps
}
