package canon_test

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"policygraph/graph/canon"
)

// nquads writes random statements about n blank nodes, under labels that
// rename gives.
func nquads(r *rand.Rand, n, statements int, rename func(int) string) string {
	var b strings.Builder
	for range statements {
		fmt.Fprintf(&b, "_:%s <http://a/p%d> _:%s .\n", rename(r.IntN(n)), r.IntN(2), rename(r.IntN(n)))
	}
	return b.String()
}

func TestRelabellingChangesNothing(t *testing.T) {
	for seed := range uint64(200) {
		order := rand.New(rand.NewPCG(seed, 0)).Perm(9)
		one := parse(t, []byte(nquads(rand.New(rand.NewPCG(seed, 1)), 9, 14, func(i int) string { return fmt.Sprint("x", i) })))
		two := parse(t, []byte(nquads(rand.New(rand.NewPCG(seed, 1)), 9, 14, func(i int) string { return fmt.Sprint("y", order[i]) })))
		same, err := canon.Same(context.Background(), one, two)
		if err != nil || !same {
			t.Fatalf("seed %d: the same dataset under other labels is not the same: %v", seed, err)
		}
		a, errA := canon.Hash(context.Background(), one)
		b, errB := canon.Hash(context.Background(), two)
		if errors.Join(errA, errB) != nil || a != b {
			t.Fatalf("seed %d: hashes %s and %s", seed, a, b)
		}
	}
}

func TestDatasetsThatDifferAreNotTheSame(t *testing.T) {
	for _, c := range []struct{ name, a, b string }{
		{"one statement more", "_:a <http://a/p> _:b .", "_:a <http://a/p> _:b . \n_:b <http://a/p> _:a ."},
		{"another graph", "_:a <http://a/p> _:b .", "_:a <http://a/p> _:b <http://a/g> ."},
		{"two triangles and a hexagon", ring(3, "a") + ring(3, "b"), ring(6, "c")},
		{"another literal", `<http://a/s> <http://a/p> "1" .`, `<http://a/s> <http://a/p> "2" .`},
	} {
		same, err := canon.Same(context.Background(), parse(t, []byte(c.a)), parse(t, []byte(c.b)))
		if err != nil || same {
			t.Errorf("%s: same is %v, %v", c.name, same, err)
		}
	}
}

func ring(n int, label string) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "_:%s%d <http://a/p> _:%s%d .\n", label, i, label, (i+1)%n)
	}
	return b.String()
}

// A clique of blank nodes looks the same from everywhere, and there are as many
// orders to try as permutations.
func clique(n int) string {
	var b strings.Builder
	for i := range n {
		for j := range n {
			if i != j {
				fmt.Fprintf(&b, "_:n%d <http://a/p> _:n%d .\n", i, j)
			}
		}
	}
	return b.String()
}

func TestAPoisonGraphIsRefused(t *testing.T) {
	_, err := canon.Canonicalize(context.Background(), parse(t, []byte(clique(12))), canon.Options{MaxSteps: 10_000})
	if !errors.Is(err, canon.ErrTooComplex) {
		t.Errorf("error %v, want ErrTooComplex", err)
	}
}

func TestCanonicalizingStopsWhenItsContextEnds(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := canon.Canonicalize(ctx, parse(t, []byte(clique(12))), canon.Options{}); !errors.Is(err, context.Canceled) {
		t.Errorf("error %v, want context.Canceled", err)
	}
}

func TestDeepChainsOfAlikeNodesDoNotExhaustTheStack(t *testing.T) {
	two := parse(t, []byte(ring(2000, "a")+ring(2000, "b")))
	if _, err := canon.Canonicalize(context.Background(), two, canon.Options{}); err != nil && !errors.Is(err, canon.ErrTooComplex) {
		t.Error(err)
	}
}
