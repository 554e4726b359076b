package shacl_test

import (
	"context"
	"errors"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/cayleygraph/quad"

	"policygraph/graph"
	"policygraph/graph/shacl"
)

// Whatever a shapes graph says, it is validated with or refused: parts of all
// documents of these tests, put together anew at random.
func TestAnyGraphIsValidatedOrRefused(t *testing.T) {
	var all []quad.Quad
	for _, text := range texts() {
		all = slices.AppendSeq(all, loaded(t, declarations+text).Quads())
	}
	random := rand.New(rand.NewPCG(1, 2))
	validated := 0
	for range 3000 {
		g := mixed(t, all, random)
		for _, lenient := range []bool{false, true} {
			s, err := shacl.Compile(g, shacl.Options{Lenient: lenient})
			var wrong *shacl.ShapesError
			if err != nil && !errors.As(err, &wrong) {
				t.Fatal(err)
			}
			if err != nil {
				continue
			}
			if _, err := s.Validate(context.Background(), g, shacl.ValidateOptions{Details: true}); err != nil && !errors.Is(err, shacl.ErrFailure) {
				t.Fatal(err)
			}
			validated++
		}
	}
	if validated < 1000 {
		t.Errorf("only %d graphs were validated", validated)
	}
}

// texts are the documents of the other tests.
func texts() (all []string) {
	for _, c := range cases {
		all = append(all, c.text)
	}
	for _, c := range queryCases {
		all = append(all, c.text)
	}
	for _, c := range mistakes {
		all = append(all, c.text)
	}
	return all
}

// mixed is some statements, of which a few have the object of another one.
func mixed(t *testing.T, all []quad.Quad, random *rand.Rand) *graph.Graph {
	t.Helper()
	var b graph.Builder
	for range 40 {
		q := all[random.IntN(len(all))]
		if random.IntN(4) == 0 {
			q.Object = all[random.IntN(len(all))].Object
		}
		if random.IntN(4) == 0 {
			q.Subject = quad.IRI("http://e/S")
		}
		if err := b.Add(quad.Quad{Subject: q.Subject, Predicate: q.Predicate, Object: q.Object}); err != nil {
			t.Fatal(err)
		}
	}
	return b.Dataset().Graph(0)
}
