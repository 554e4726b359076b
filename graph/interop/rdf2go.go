// Package interop hands datasets to, and takes them from, Go programs built on
// other RDF libraries.
package interop

import (
	"fmt"

	"github.com/cayleygraph/quad"
	"github.com/deiu/rdf2go"

	"policygraph/graph"
)

// ToRDF2Go returns the triples of g as an rdf2go graph with the given address.
// Terms are kept as they are; rdf2go has no named graphs, so the name of g is
// not among what is handed over.
//
// An rdf2go graph has no index, and looking something up in it walks over all
// of it: it suits up to some 100,000 triples.
func ToRDF2Go(g *graph.Graph, address string) *rdf2go.Graph {
	out := rdf2go.NewGraph(address)
	for t := range g.Match(0, 0, 0) {
		q := g.Quad(t)
		out.AddTriple(toTerm(q.Subject), toTerm(q.Predicate), toTerm(q.Object))
	}
	return out
}

func toTerm(v quad.Value) rdf2go.Term {
	switch v := v.(type) {
	case quad.IRI:
		return rdf2go.NewResource(string(v))
	case quad.BNode:
		return rdf2go.NewBlankNode(string(v))
	case quad.String:
		return rdf2go.NewLiteral(string(v))
	case quad.LangString:
		return rdf2go.NewLiteralWithLanguage(string(v.Value), v.Lang)
	case quad.TypedString:
		return rdf2go.NewLiteralWithDatatype(string(v.Value), rdf2go.NewResource(string(v.Type)))
	}
	panic(fmt.Sprintf("interop: a dataset holds a %T", v))
}

// FromRDF2Go returns a dataset whose default graph holds the triples of g. It
// fails, naming the triple, on a term that RDF 1.1 does not allow.
func FromRDF2Go(g *rdf2go.Graph) (*graph.Dataset, error) {
	var b graph.Builder
	for t := range g.IterTriples() {
		q, err := fromTriple(t)
		if err == nil {
			err = b.Add(q)
		}
		if err != nil {
			return nil, fmt.Errorf("triple %v: %w", t, err)
		}
	}
	return b.Dataset(), nil
}

func fromTriple(t *rdf2go.Triple) (q quad.Quad, err error) {
	if q.Subject, err = fromTerm(t.Subject); err != nil {
		return q, err
	}
	if q.Predicate, err = fromTerm(t.Predicate); err != nil {
		return q, err
	}
	q.Object, err = fromTerm(t.Object)
	return q, err
}

// fromTerm takes rdf2go's terms as pointers, which its own functions make, and
// as values, which also fit its interface.
func fromTerm(t rdf2go.Term) (quad.Value, error) {
	switch t := t.(type) {
	case *rdf2go.Resource:
		return quad.IRI(t.URI), nil
	case rdf2go.Resource:
		return quad.IRI(t.URI), nil
	case *rdf2go.BlankNode:
		return quad.BNode(t.ID), nil
	case rdf2go.BlankNode:
		return quad.BNode(t.ID), nil
	case *rdf2go.Literal:
		return fromLiteral(*t)
	case rdf2go.Literal:
		return fromLiteral(t)
	}
	return nil, fmt.Errorf("%w: an rdf2go term of type %T", graph.ErrTerm, t)
}

func fromLiteral(l rdf2go.Literal) (quad.Value, error) {
	text := quad.String(l.Value)
	switch {
	case l.Language != "":
		return quad.LangString{Value: text, Lang: l.Language}, nil
	case l.Datatype == nil:
		return text, nil
	}
	return quad.TypedString{Value: text, Type: quad.IRI(l.Datatype.RawValue())}, nil
}
