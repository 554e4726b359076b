package benchdata

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"strings"
	"testing"
)

// TestSameBytesEverywhere pins graphs by their hash. They are the same in
// every language the generator was written in.
func TestSameBytesEverywhere(t *testing.T) {
	for _, c := range []struct {
		triples int
		seed    uint64
		hash    string
	}{
		{5000, 0, "2085e6bc31fd8b85ef9003c0696e48f1a6bfc62feb04d2b97f1c63e4c94d4a9f"},
		{100_000, 1, "465730b97d2d709f8dea27091592ee7d716fd4414eb48e255ec675652a0eea75"},
		{20_000, 1<<64 - 1, "b173eb7040aa661a07af6a7181130c2e5d8b7ae3c53611027ac14ed6efb37d6e"},
	} {
		if got := fmt.Sprintf("%x", sha256.Sum256(NTriples(c.triples, c.seed))); got != c.hash {
			t.Errorf("%d triples of seed %d: got %s, want %s", c.triples, c.seed, got, c.hash)
		}
	}
}

func TestNumberOfTriplesIsWithinTwoPercent(t *testing.T) {
	for _, want := range []int{30_000, 50_000, 100_000} {
		got := bytes.Count(NTriples(want, 3), []byte("\n"))
		if d := got - want; d*50 > want || -d*50 > want {
			t.Errorf("got %d triples, want about %d", got, want)
		}
	}
}

func TestNoTripleComesTwice(t *testing.T) {
	seen := make(map[string]bool)
	for line := range strings.Lines(string(NTriples(20_000, 5))) {
		if seen[line] {
			t.Errorf("twice: %s", line)
		}
		seen[line] = true
	}
}

type full struct{}

var errFull = errors.New("no space left")

func (full) Write([]byte) (int, error) { return 0, errFull }

func TestErrorsOfTheWriterComeBack(t *testing.T) {
	if err := Write(full{}, Smallest, 0); err != errFull {
		t.Errorf("got %v", err)
	}
}
