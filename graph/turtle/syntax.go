package turtle

// Syntax is one of the four syntaxes of this package. The zero value is
// Turtle.
type Syntax uint8

// The syntaxes.
const (
	Turtle Syntax = iota
	TriG
	NTriples
	NQuads
)

var syntaxNames = [...]string{"Turtle", "TriG", "N-Triples", "N-Quads"}

// String is the name of the syntax as its specification spells it.
func (s Syntax) String() string {
	if int(s) < len(syntaxNames) {
		return syntaxNames[s]
	}
	return "unknown syntax"
}

// Graphs reports whether the syntax can say which graph a statement is in.
func (s Syntax) Graphs() bool { return s == TriG || s == NQuads }

// Lines reports whether the syntax is line-based: one statement a line, every
// term in full.
func (s Syntax) Lines() bool { return s == NTriples || s == NQuads }

const (
	rdfNS = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
	xsdNS = "http://www.w3.org/2001/XMLSchema#"
)
