package syntax

import (
	"strconv"

	"github.com/cayleygraph/quad"

	"policygraph/graph"
	"policygraph/graph/path"
	"policygraph/graph/path/token"
)

const (
	rdfNS = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
	xsdNS = "http://www.w3.org/2001/XMLSchema#"

	rdfFirst = quad.IRI(rdfNS + "first")
	rdfRest  = quad.IRI(rdfNS + "rest")
	rdfNil   = quad.IRI(rdfNS + "nil")
)

// triplesBlock is the production TriplesBlock, or TriplesTemplate where paths
// are not allowed. The variables are added to s.
func (p *parser) triplesBlock(s *scope) {
	for p.startsTriples() {
		p.triplesSameSubject()
		if !p.Accept(".") {
			break
		}
	}
	for _, t := range p.out {
		s.addTerms(t.subject, t.object)
		if verb, ok := t.verb.(Term); ok {
			s.addTerms(verb)
		}
	}
}

// startsTriples reports whether a subject begins here.
func (p *parser) startsTriples() bool {
	return p.Kind == token.Var || p.Kind == token.Blank || p.Is("[") || p.Is("(") || p.startsTerm()
}

// startsTerm reports whether an IRI or a literal begins here, or a triple term.
func (p *parser) startsTerm() bool {
	switch p.Kind {
	case token.IRIRef, token.Name, token.String, token.Integer, token.Decimal, token.Double:
		return true
	case token.Word:
		return p.IsWord("true") || p.IsWord("false")
	}
	return p.Signed() || p.startsTripleTerm()
}

func (p *parser) startsTripleTerm() bool { return p.Is("<") && p.Follows("<") }

// tripleTerm refuses what begins with "<<".
func (p *parser) tripleTerm() {
	if p.Follows("<(") {
		p.Refuse("a triple term")
		return
	}
	p.Refuse("a reified triple")
}

// triplesSameSubject is the production TriplesSameSubjectPath. Behind a
// TriplesNode the property list may be missing.
func (p *parser) triplesSameSubject() {
	before := len(p.out)
	node := p.Is("[") || p.Is("(")
	subject := p.graphNode("a subject")
	if node && len(p.out) > before && !p.startsVerb() {
		return
	}
	p.propertyListNotEmpty(subject)
}

func (p *parser) startsVerb() bool {
	return p.Kind == token.Var || p.IsIRI() || p.Kind == token.Word && p.Text == "a" ||
		p.paths && (p.Is("^") || p.Is("!") || p.Is("("))
}

// propertyListNotEmpty is the production PropertyListPathNotEmpty.
func (p *parser) propertyListNotEmpty(subject Term) {
	if !p.startsVerb() {
		p.Expected("a predicate")
	}
	p.objectList(subject, p.verb())
	for p.Accept(";") {
		if p.startsVerb() {
			p.objectList(subject, p.verb())
		}
	}
}

// verb is a Verb, or where paths are allowed a VerbPath or VerbSimple. A path
// of one IRI is that IRI.
func (p *parser) verb() any {
	switch {
	case p.Kind == token.Var:
		return p.variable()
	case p.paths:
		read := path.Read(p.Reader)
		if iri, ok := read.(path.IRI); ok {
			return Const{quad.IRI(iri)}
		}
		return read
	case p.Kind == token.Word && p.Text == "a":
		p.Next()
		return Const{quad.IRI(graph.RDFType)}
	}
	return Const{p.IRI()}
}

// objectList is the production ObjectListPath.
func (p *parser) objectList(subject Term, verb any) {
	for {
		p.emit(subject, verb, "an object")
		switch {
		case p.Is("~"):
			p.Refuse("a reifier")
		case p.Is("{") && p.Follows("|"):
			p.Refuse("an annotation")
		}
		if !p.Accept(",") {
			return
		}
	}
}

// emit adds a triple with the object that begins here, before the triples that
// the object is made of.
func (p *parser) emit(subject Term, verb any, what string) {
	at := len(p.out)
	p.out = append(p.out, triple{subject: subject, verb: verb})
	object := p.graphNode(what)
	p.out[at].object = object
}

// graphNode is the production GraphNodePath.
func (p *parser) graphNode(what string) Term {
	switch {
	case p.Kind == token.Var:
		return p.variable()
	case p.Kind == token.Blank:
		return p.blankNode()
	case p.Is("["):
		return p.blankNodePropertyList()
	case p.Is("("):
		return p.collection()
	}
	return Const{p.iriOrLiteral(what)}
}

// The first byte of a label in the tree says whether it was written.
const (
	labelWritten = "w"
	labelMadeUp  = "m"
)

// blankNode is a blank node with a label, which belongs to one basic graph
// pattern.
func (p *parser) blankNode() Term {
	label := p.Text
	if p.bgp > 0 {
		if other := p.labels[label]; other != 0 && other != p.bgp {
			p.Expected("a blank node label that no other basic graph pattern has")
		}
		p.labels[label] = p.bgp
	}
	p.Next()
	return Const{quad.BNode(labelWritten + label)}
}

// anon is a new blank node.
func (p *parser) anon() Term {
	p.blanks++
	return Const{quad.BNode(labelMadeUp + strconv.Itoa(p.blanks))}
}

// blankNodePropertyList is the production BlankNodePropertyListPath, or ANON.
func (p *parser) blankNodePropertyList() Term {
	p.Enter()
	defer p.Leave()
	p.Expect("[")
	node := p.anon()
	if !p.Is("]") {
		p.propertyListNotEmpty(node)
	}
	p.Expect("]")
	return node
}

// collection is the production CollectionPath, or NIL.
func (p *parser) collection() Term {
	p.Enter()
	defer p.Leave()
	p.Expect("(")
	if p.Accept(")") {
		return Const{rdfNil}
	}
	head := p.anon()
	for cell := head; ; {
		p.emit(cell, Const{rdfFirst}, "a member")
		if p.Kind == token.End || p.Accept(")") {
			p.out = append(p.out, triple{cell, Const{rdfRest}, Const{rdfNil}})
			return head
		}
		next := p.anon()
		p.out = append(p.out, triple{cell, Const{rdfRest}, next})
		cell = next
	}
}

// iriOrLiteral is an iri, RDFLiteral, NumericLiteral or BooleanLiteral.
func (p *parser) iriOrLiteral(what string) quad.Value {
	switch {
	case p.IsIRI():
		return p.IRI()
	case p.Kind == token.String:
		return p.rdfLiteral()
	case p.startsTripleTerm():
		p.tripleTerm()
	case p.IsWord("true"):
		p.Next()
		return quad.TypedString{Value: "true", Type: xsdNS + "boolean"}
	case p.IsWord("false"):
		p.Next()
		return quad.TypedString{Value: "false", Type: xsdNS + "boolean"}
	}
	return p.numericLiteral(what)
}

var numericTypes = map[token.Kind]quad.IRI{
	token.Integer: xsdNS + "integer", token.Decimal: xsdNS + "decimal", token.Double: xsdNS + "double",
}

func (p *parser) numericLiteral(what string) quad.Value {
	sign := ""
	if p.Signed() {
		sign = p.Text
		p.Next()
	}
	datatype := numericTypes[p.Kind]
	if datatype == "" {
		p.Expected(what)
		return rdfNil
	}
	lexical := quad.String(sign + p.Text)
	p.Next()
	return quad.TypedString{Value: lexical, Type: datatype}
}

// rdfLiteral is the production RDFLiteral, brought to the form that terms have
// in a dataset.
func (p *parser) rdfLiteral() quad.Value {
	at := p.Token
	lexical := quad.String(p.Text)
	p.Next()
	var v quad.Value = lexical
	switch {
	case p.Kind == token.Lang:
		v = quad.LangString{Value: lexical, Lang: p.Text}
		p.Next()
	case p.Accept("^^"):
		at = p.Token
		v = quad.TypedString{Value: lexical, Type: p.IRI()}
	}
	term, err := graph.Normalize(v)
	if err != nil {
		p.Fail(at, "a literal", err.Error())
		return lexical
	}
	return term
}
