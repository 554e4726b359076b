package path

import (
	"fmt"
	"math"
	"strconv"

	"policygraph/graph/path/token"
)

// counted reads how often a path is taken, {n}, {n,} or {n,m}, and writes that out in
// the paths of SPARQL 1.1: p{1,3} is p/(p/p?)?. The brace is read already.
func (g *grammar) counted(p Path) Path {
	begin := g.Token
	least := g.count(0)
	most := least
	if g.Accept(",") {
		if most = math.MaxInt; !g.Is("}") {
			most = g.count(least)
		}
	}
	if most == 0 {
		g.Fail(begin, "a number of times from 1 on", "0")
	}
	g.Expect("}")
	times := most
	if most == math.MaxInt {
		times = max(least, 1)
	}
	if times*named(p) > mostPositions {
		g.Limit(mostPositions, "edges in a path")
		return p
	}
	return repeated(p, least, most)
}

// count is a number from least on.
func (g *grammar) count(least int) int {
	at := g.Token
	n, err := strconv.Atoi(at.Text)
	switch {
	case at.Kind != token.Integer || err != nil || n > mostPositions:
		g.Expected(fmt.Sprintf("a number of times, up to %d", mostPositions))
	case n < least:
		g.Expected(fmt.Sprintf("a number from %d on, as the first is %d", least, least))
	}
	g.Next()
	return n
}

func repeated(p Path, least, most int) Path {
	var tail Path
	switch {
	case most == math.MaxInt && least == 0:
		return ZeroOrMore{p}
	case most == math.MaxInt:
		least, tail = least-1, OneOrMore{p}
	default:
		for range most - least {
			tail = ZeroOrOne{chain(p, tail)}
		}
	}
	for range least {
		tail = chain(p, tail)
	}
	return tail
}

// chain is p and what comes behind it, if anything does.
func chain(p, behind Path) Path {
	switch behind := behind.(type) {
	case nil:
		return p
	case Sequence:
		return append(Sequence{p}, behind...)
	}
	return Sequence{p, behind}
}

// named is how many edges a path names.
func named(p Path) (n int) {
	switch p := p.(type) {
	case IRI, NegatedPropertySet:
		return 1
	case Inverse:
		return named(p.Path)
	case ZeroOrMore:
		return named(p.Path)
	case OneOrMore:
		return named(p.Path)
	case ZeroOrOne:
		return named(p.Path)
	case Sequence:
		for _, q := range p {
			n += named(q)
		}
	case Alternative:
		for _, q := range p {
			n += named(q)
		}
	}
	return n
}
