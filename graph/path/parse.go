package path

import (
	"github.com/cayleygraph/quad"

	"policygraph/graph"
	"policygraph/graph/path/token"
)

// Error is a place where a text is no path. See [token.Error].
type Error = token.Error

// Options are what [Parse] reads a path with.
type Options struct {
	// Name, Base and Prefixes are those of the text. No prefix can be declared
	// in it.
	token.Options

	// Resolve gives the IRI that a name without a colon stands for, such as
	// leadsTo, and whether it stands for one. Where it is nil, there are no
	// such names. The name "a" is always rdf:type.
	Resolve func(name string) (quad.IRI, bool)
}

// Parse reads a path in the syntax of SPARQL, such as
//
//	targets/leadsTo*/^pg:contributesTo
//
// and with p{n}, p{n,} and p{n,m}, which SPARQL 1.1 does not have, for how often p is
// taken; they are written out in what SPARQL has.
//
// Errors are of type [*Error].
func Parse(text string, o Options) (Path, error) {
	g := grammar{token.NewReader(text, o.Options), o.Resolve, true}
	p := g.path()
	if g.Kind != token.End {
		g.Expected("the end of the path")
	}
	if err := g.Err(); err != nil {
		return nil, err
	}
	return p, nil
}

// Read reads the path that begins at r's token, up to the first token that does
// not belong to it, for a grammar of which paths are part. If there is an
// error, it is r's.
func Read(r *token.Reader) Path {
	g := grammar{Reader: r}
	return g.path()
}

// grammar has a method for each production of paths (SPARQL 1.1, section 19.8,
// from 88 on). Each begins at its first token and ends behind its last.
type grammar struct {
	*token.Reader
	resolve func(string) (quad.IRI, bool)
	counts  bool // whether there may be {n,m}
}

// path is the production Path.
func (g *grammar) path() Path {
	g.Enter()
	defer g.Leave()
	return g.pathAlternative()
}

func (g *grammar) pathAlternative() Path {
	all := Alternative{g.pathSequence()}
	for g.Accept("|") {
		all = append(all, g.pathSequence())
	}
	if len(all) == 1 {
		return all[0]
	}
	return all
}

func (g *grammar) pathSequence() Path {
	all := Sequence{g.pathEltOrInverse()}
	for g.Accept("/") {
		all = append(all, g.pathEltOrInverse())
	}
	if len(all) == 1 {
		return all[0]
	}
	return all
}

func (g *grammar) pathEltOrInverse() Path {
	if g.Accept("^") {
		return Inverse{g.pathElt()}
	}
	return g.pathElt()
}

// pathElt is a PathPrimary with its PathMod. The sign of a number behind a path
// is no modifier, as the longest token counts.
func (g *grammar) pathElt() Path {
	p := g.pathPrimary()
	switch {
	case g.Accept("*"):
		return ZeroOrMore{p}
	case g.Accept("?"):
		return ZeroOrOne{p}
	case !g.Signed() && g.Accept("+"):
		return OneOrMore{p}
	case g.counts && g.Accept("{"):
		return g.counted(p)
	}
	return p
}

func (g *grammar) pathPrimary() Path {
	switch {
	case g.Accept("!"):
		return g.pathNegatedPropertySet()
	case g.Accept("("):
		p := g.path()
		g.Expect(")")
		return p
	}
	return IRI(g.iri("a path"))
}

func (g *grammar) pathNegatedPropertySet() Path {
	var set NegatedPropertySet
	if !g.Accept("(") {
		g.pathOneInPropertySet(&set)
		return set
	}
	if g.Accept(")") {
		return set
	}
	g.pathOneInPropertySet(&set)
	for g.Accept("|") {
		g.pathOneInPropertySet(&set)
	}
	g.Expect(")")
	return set
}

func (g *grammar) pathOneInPropertySet(set *NegatedPropertySet) {
	if g.Accept("^") {
		set.Inverse = append(set.Inverse, g.iri("a predicate"))
		return
	}
	set.Forward = append(set.Forward, g.iri("a predicate"))
}

// iri is an iri, the word "a", or a name that is resolved.
func (g *grammar) iri(what string) quad.IRI {
	switch {
	case g.Kind == token.Word && g.Text == "a":
		g.Next()
		return graph.RDFType
	case g.Kind == token.Word && g.resolve != nil:
		return g.bareName()
	case !g.IsIRI():
		g.Expected(what)
		return ""
	}
	return g.IRI()
}

func (g *grammar) bareName() quad.IRI {
	iri, known := g.resolve(g.Text)
	if !known {
		g.Expected("a known name")
	}
	g.Next()
	return iri
}
