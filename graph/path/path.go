// Package path holds the property paths of SPARQL 1.1: an algebra, its text,
// and its evaluation over a graph.
//
// [Parse] reads a path such as targets/leadsTo*/^contributesTo, [Compile] makes
// it ready for one graph, and the [Compiled] path answers which nodes it leads
// to, which nodes lead there, and which pairs it connects, each once;
// [Compiled.Hops] gives the ways themselves, edge by edge.
package path

import (
	"strings"

	"github.com/cayleygraph/quad"
)

// Path is a property path expression (SPARQL 1.1, section 18.2.2.3). It is one
// of
//
//	IRI  Inverse  Sequence  Alternative  ZeroOrMore  OneOrMore  ZeroOrOne  NegatedPropertySet
//
// String is the path in the syntax of SPARQL, with whole IRIs. Reading that
// gives the same path.
type Path interface {
	String() string
	appendTo(b *strings.Builder, outer level)
}

// The kinds of path.
type (
	// IRI is a path of one edge: the spec's link.
	IRI quad.IRI

	// Inverse is a path walked from its end to its start: inv, written ^.
	Inverse struct{ Path Path }

	// Sequence is one path after another: seq, written /. It has two or more.
	Sequence []Path

	// Alternative is any of several paths: alt, written |. It has two or more.
	Alternative []Path

	// ZeroOrMore is a path repeated any number of times: ZeroOrMorePath, written *.
	ZeroOrMore struct{ Path Path }

	// OneOrMore is a path repeated at least once: OneOrMorePath, written +.
	OneOrMore struct{ Path Path }

	// ZeroOrOne is a path or nothing: ZeroOrOnePath, written ?.
	ZeroOrOne struct{ Path Path }

	// NegatedPropertySet is one edge of another predicate than those of Forward
	// or, walked from object to subject, than those of Inverse: NPS, written !.
	// An empty list allows no edge of its direction, unless both are empty:
	// then any edge goes, from subject to object.
	NegatedPropertySet struct{ Forward, Inverse []quad.IRI }
)
