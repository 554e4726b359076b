package w3c

import (
	"fmt"
	"slices"
	"strings"

	"github.com/cayleygraph/quad"
)

// Isomorphic reports whether two sets of statements are the same but for the
// labels of blank nodes. The answer is exact; it may take long for large
// graphs of blank nodes that all look alike.
func Isomorphic(a, b []quad.Quad) bool {
	return match(newColouring(a), newColouring(b))
}

// colouring is a graph in which every blank node has a colour. Nodes of
// different colours cannot stand for each other.
type colouring struct {
	quads   []quad.Quad // without repetitions
	colours map[quad.BNode]int
}

func newColouring(quads []quad.Quad) colouring {
	c := colouring{colours: make(map[quad.BNode]int)}
	seen := make(map[quad.Quad]bool)
	for _, q := range quads {
		if seen[q] {
			continue
		}
		seen[q] = true
		c.quads = append(c.quads, q)
		for _, v := range []quad.Value{q.Subject, q.Object, q.Label} {
			if b, ok := v.(quad.BNode); ok {
				c.colours[b] = 0
			}
		}
	}
	return c
}

// with is the colouring with a new colour for one node.
func (c colouring) with(b quad.BNode, colour int) colouring {
	colours := make(map[quad.BNode]int, len(c.colours))
	for k, v := range c.colours {
		colours[k] = v
	}
	colours[b] = colour
	return colouring{c.quads, colours}
}

// match refines both colourings side by side until nothing changes. Where
// nodes of one colour remain, it takes one of a and tries each such node of b
// for it.
func match(a, b colouring) bool {
	if len(a.quads) != len(b.quads) || len(a.colours) != len(b.colours) {
		return false
	}
	for classes := -1; ; {
		names := make(map[string]int)
		a, b = a.refined(names), b.refined(names)
		if !slices.Equal(a.sorted(), b.sorted()) {
			return false
		}
		if len(names) == classes {
			break
		}
		classes = len(names)
	}
	twin, alone := a.ambiguous()
	if alone {
		return slices.Equal(a.lines(), b.lines())
	}
	fresh := len(a.colours) + 1 // no colour yet: they count from 0
	for candidate, colour := range b.colours {
		if colour == a.colours[twin] && match(a.with(twin, fresh), b.with(candidate, fresh)) {
			return true
		}
	}
	return false
}

// refined gives each node a colour by its old one and the statements it is in.
// names holds the colours given so far.
func (c colouring) refined(names map[string]int) colouring {
	around := make(map[quad.BNode][]string)
	for _, q := range c.quads {
		for i, v := range []quad.Value{q.Subject, q.Object, q.Label} {
			if b, ok := v.(quad.BNode); ok {
				around[b] = append(around[b], fmt.Sprint(i, c.line(q)))
			}
		}
	}
	next := colouring{c.quads, make(map[quad.BNode]int, len(c.colours))}
	for b, colour := range c.colours {
		slices.Sort(around[b])
		name := fmt.Sprint(colour, "\x00", strings.Join(around[b], "\x00"))
		if _, ok := names[name]; !ok {
			names[name] = len(names)
		}
		next.colours[b] = names[name]
	}
	return next
}

// line is q with colours for its blank nodes.
func (c colouring) line(q quad.Quad) string {
	var s strings.Builder
	for _, v := range []quad.Value{q.Subject, q.Predicate, q.Object, q.Label} {
		if b, ok := v.(quad.BNode); ok {
			fmt.Fprintf(&s, "_:%d ", c.colours[b])
		} else {
			fmt.Fprintf(&s, "%#v ", v)
		}
	}
	return s.String()
}

func (c colouring) lines() []string {
	lines := make([]string, len(c.quads))
	for i, q := range c.quads {
		lines[i] = c.line(q)
	}
	slices.Sort(lines)
	return lines
}

func (c colouring) sorted() []int {
	var colours []int
	for _, colour := range c.colours {
		colours = append(colours, colour)
	}
	slices.Sort(colours)
	return colours
}

// ambiguous gives a node that shares its colour with another. alone is true
// where there is none.
func (c colouring) ambiguous() (twin quad.BNode, alone bool) {
	owner := make(map[int]quad.BNode)
	for b, colour := range c.colours {
		if _, taken := owner[colour]; taken {
			return b, false
		}
		owner[colour] = b
	}
	return "", true
}
