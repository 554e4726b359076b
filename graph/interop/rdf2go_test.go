package interop_test

import (
	"errors"
	"slices"
	"testing"

	"github.com/cayleygraph/quad"
	"github.com/deiu/rdf2go"

	"policygraph/graph"
	"policygraph/graph/interop"
)

func dataset(t *testing.T, quads ...quad.Quad) *graph.Dataset {
	t.Helper()
	var b graph.Builder
	for _, q := range quads {
		if err := b.Add(q); err != nil {
			t.Fatal(err)
		}
	}
	return b.Dataset()
}

func TestEveryKindOfTermGoesToRDF2GoAndBack(t *testing.T) {
	s, p := quad.IRI("http://example.org/blåbær"), quad.IRI("http://example.org/p")
	want := dataset(t,
		quad.Quad{Subject: s, Predicate: p, Object: quad.IRI("http://example.org/o")},
		quad.Quad{Subject: quad.BNode("b"), Predicate: p, Object: quad.BNode("c")},
		quad.Quad{Subject: s, Predicate: p, Object: quad.String("plain \"text\"\n")},
		quad.Quad{Subject: s, Predicate: p, Object: quad.LangString{Value: "tekst", Lang: "nb"}},
		quad.Quad{Subject: s, Predicate: p, Object: quad.TypedString{Value: "01", Type: "http://www.w3.org/2001/XMLSchema#integer"}},
	)
	there := interop.ToRDF2Go(want.Graph(0), "http://example.org/")
	if there.Len() != want.Len() {
		t.Fatalf("rdf2go got %d triples, want %d", there.Len(), want.Len())
	}
	back, err := interop.FromRDF2Go(there)
	if err != nil {
		t.Fatal(err)
	}
	if !slices.Equal(slices.Collect(back.Quads()), slices.Collect(want.Quads())) {
		t.Error("the dataset that came back is another")
	}
}

func TestTermsHeldAsValuesAreTaken(t *testing.T) {
	g := rdf2go.NewGraph("http://example.org/")
	g.AddTriple(rdf2go.Resource{URI: "http://a/s"}, rdf2go.Resource{URI: "http://a/p"}, rdf2go.Literal{Value: "x"})
	g.AddTriple(rdf2go.BlankNode{ID: "b"}, rdf2go.Resource{URI: "http://a/p"}, rdf2go.BlankNode{ID: "b"})
	d, err := interop.FromRDF2Go(g)
	if err != nil || d.Len() != 2 {
		t.Errorf("%d triples, %v", d.Len(), err)
	}
}

func TestWhatRDFForbidsIsRefused(t *testing.T) {
	for _, object := range []rdf2go.Term{rdf2go.NewResource("no IRI"), nil} {
		g := rdf2go.NewGraph("http://example.org/")
		g.AddTriple(rdf2go.NewResource("http://a/s"), rdf2go.NewResource("http://a/p"), object)
		if _, err := interop.FromRDF2Go(g); !errors.Is(err, graph.ErrTerm) {
			t.Errorf("object %v: error %v", object, err)
		}
	}
}
