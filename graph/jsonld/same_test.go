package jsonld_test

import (
	"fmt"
	"hash/fnv"
	"maps"
	"slices"
	"strings"

	"github.com/cayleygraph/quad"
)

// isomorphic compares datasets by giving each blank node a colour that follows
// from the statements around it, until the colours tell no more nodes apart.
// The few datasets of the tests are told apart by that.
func isomorphic(a, b []quad.Quad) bool {
	return slices.Equal(coloured(a), coloured(b))
}

func coloured(quads []quad.Quad) []string {
	lines := quadLines(quads)
	colour := map[string]string{}
	for _, label := range blanks(lines) {
		colour[label] = "_:"
	}
	for range len(colour) + 1 {
		next := map[string][]string{}
		for _, l := range lines {
			for _, label := range blanks([]string{l}) {
				marked := rename([]string{l}, with(colour, label))
				next[label] = append(next[label], marked[0])
			}
		}
		for label, around := range next {
			slices.Sort(around)
			h := fnv.New128a()
			h.Write([]byte(colour[label] + strings.Join(around, "\n")))
			colour[label] = fmt.Sprintf("_:%x", h.Sum(nil))
		}
	}
	return rename(lines, colour)
}

// with is the colouring with one node marked as the one looked at.
func with(colour map[string]string, label string) map[string]string {
	c := maps.Clone(colour)
	c[label] = "_:this"
	return c
}

// labels is a mapping of blank node labels, both ways.
type labels struct{ to, from map[string]string }

func (l *labels) clone() *labels { return &labels{maps.Clone(l.to), maps.Clone(l.from)} }

func (l *labels) same(got, want string) bool {
	if !strings.HasPrefix(got, "_:") || !strings.HasPrefix(want, "_:") {
		return got == want
	}
	to, knownTo := l.to[got]
	from, knownFrom := l.from[want]
	if !knownTo && !knownFrom {
		l.to[got], l.from[want] = want, got
		return true
	}
	return to == want && from == got
}

// sameTree compares JSON values. It changes l only where it reports true.
func sameTree(got, want any, ordered bool, l *labels) bool {
	switch want := want.(type) {
	case map[string]any:
		got, ok := got.(map[string]any)
		return ok && sameObject(got, want, l)
	case []any:
		got, ok := got.([]any)
		return ok && len(got) == len(want) && sameItems(got, want, ordered, l)
	case string:
		got, ok := got.(string)
		return ok && l.same(got, want)
	}
	return got == want
}

func sameObject(got, want map[string]any, l *labels) bool {
	if len(got) != len(want) {
		return false
	}
	try := l.clone()
	for _, k := range slices.Sorted(maps.Keys(want)) {
		key := k
		if strings.HasPrefix(k, "_:") && try.to[k] == "" {
			key = try.from[k]
		}
		g, ok := got[key]
		if !ok {
			g, ok = got[k]
		}
		if !ok || !sameTree(g, want[k], k == "@list", try) {
			return false
		}
	}
	*l = *try
	return true
}

func sameItems(got, want []any, ordered bool, l *labels) bool {
	if len(want) == 0 {
		return true
	}
	for i, g := range got {
		try := l.clone()
		if (i == 0 || !ordered) && sameTree(g, want[0], ordered, try) &&
			sameItems(slices.Delete(slices.Clone(got), i, i+1), want[1:], ordered, try) {
			*l = *try
			return true
		}
	}
	return false
}
