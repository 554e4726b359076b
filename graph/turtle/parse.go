package turtle

import (
	"bytes"
	"fmt"
	"io"
	"strings"

	"policygraph/graph"
	"policygraph/graph/internal/iri"
)

// parser reads Turtle and TriG. Its methods are the productions of the
// grammars and have their names. Each begins at its first byte, white space
// passed over, and ends behind its last.
//
// The text of every term is copied to the arena, which grows and shrinks with
// the nesting. A slice of it holds until its production ends, even where the
// arena had to move meanwhile: what it moved from is not written any more.
type parser struct {
	*source
	o        ReadOptions
	yield    func(*graph.RawQuad) error
	quad     graph.RawQuad // the current subject, predicate, object and graph
	arena    []byte
	prefixes map[string][]byte
	base     *iri.Reference // nil where there is none
	depth    int            // open brackets and parentheses
	blanks   uint64         // blank nodes generated
	count    int64          // statements
}

func readTurtle(r io.Reader, o ReadOptions, yield func(*graph.RawQuad) error) error {
	p := parser{
		source:   newSource(r, bufferSize, o.MaxTokenBytes),
		o:        o,
		yield:    yield,
		prefixes: make(map[string][]byte),
	}
	if o.Base != "" {
		base := iri.Split([]byte(o.Base))
		p.base = &base
	}
	return p.doc()
}

// ws passes over WS and comments and gives the byte that comes then, or 0
// where the document ends.
func (p *parser) ws() byte {
	for {
		for p.pos < len(p.buf) {
			c := p.buf[p.pos]
			switch {
			case c == '#':
				p.comment()
			case is(c, space):
				p.pos++
			default:
				return c
			}
		}
		if !p.fill() {
			return 0
		}
	}
}

func (p *parser) comment() {
	for {
		if i := bytes.IndexAny(p.buf[p.pos:], "\r\n"); i >= 0 {
			p.pos += i
			return
		}
		if p.pos = len(p.buf); !p.fill() {
			return
		}
	}
}

// doc is the production turtleDoc, or trigDoc.
func (p *parser) doc() error {
	statement := p.statement
	if p.o.Syntax == TriG {
		statement = p.block
	}
	for {
		p.arena = p.arena[:0]
		c := p.ws()
		if c == 0 && !p.has(1) {
			return endError(p.o.Name, p.err, p.mistake)
		}
		if err := statement(c); err != nil {
			return err
		}
	}
}

// statement is a directive, or triples with their dot.
func (p *parser) statement(c byte) error {
	if done, err := p.directive(c); done || err != nil {
		return err
	}
	if err := p.triples(c); err != nil {
		return err
	}
	return p.sign('.')
}

// sign reads one character that must come now.
func (p *parser) sign(c byte) error {
	if p.ws() != c {
		return p.expected(fmt.Sprintf("%q", string(rune(c))))
	}
	p.pos++
	return nil
}

// directive reads a directive where one begins, and reports whether it did.
func (p *parser) directive(c byte) (bool, error) {
	if c == '@' {
		return true, p.atDirective()
	}
	if !is(c, letter) {
		return false, nil
	}
	var err error
	switch strings.ToUpper(string(p.keyword())) {
	case "PREFIX":
		p.pos += len("PREFIX")
		err = p.prefixID()
	case "BASE":
		p.pos += len("BASE")
		err = p.baseDecl()
	case "VERSION":
		p.pos += len("VERSION")
		err = p.version()
	default:
		return false, nil
	}
	return true, err
}

// atDirective is a directive of the form that ends with a dot.
func (p *parser) atDirective() (err error) {
	p.pos++
	n := p.run(letter)
	read := p.directiveNamed(p.buf[p.pos : p.pos+n])
	if read == nil {
		return p.expected("prefix, base or version")
	}
	p.pos += n
	if err := read(); err != nil {
		return err
	}
	return p.sign('.')
}

// directiveNamed is what reads the rest of a directive that begins with a word.
func (p *parser) directiveNamed(word []byte) func() error {
	switch string(word) {
	case "prefix":
		return p.prefixID
	case "base":
		return p.baseDecl
	case "version":
		return p.version
	}
	return nil
}

// keyword is the word without a colon that comes next, or nothing where a
// prefixed name comes. It stays unread.
func (p *parser) keyword() []byte {
	n := p.run(inName | dot | beyond)
	if p.at(n) == ':' {
		return nil
	}
	return bytes.TrimRight(p.buf[p.pos:p.pos+n], ".")
}

// prefixID is PNAME_NS IRIREF.
func (p *parser) prefixID() error {
	p.ws()
	n := p.run(inName | dot | beyond)
	if p.at(n) != ':' || !isPrefixName(p.buf[p.pos:p.pos+n]) {
		return p.expected("a prefix with its colon")
	}
	name := string(p.buf[p.pos : p.pos+n])
	p.pos += n + 1
	iri, err := p.directiveIRI()
	if err != nil {
		return err
	}
	p.prefixes[name] = bytes.Clone(iri)
	if p.o.OnPrefix != nil {
		p.o.OnPrefix(Prefix{Name: name, IRI: string(iri)})
	}
	return nil
}

func (p *parser) directiveIRI() ([]byte, error) {
	if p.ws() != '<' {
		return nil, p.expected("an IRI in angle brackets")
	}
	return p.iriref()
}

// baseDecl is the IRIREF of a new base.
func (p *parser) baseDecl() error {
	text, err := p.directiveIRI()
	if err != nil {
		return err
	}
	base := iri.Split(bytes.Clone(text))
	p.base = &base
	return nil
}

// version is a versionSpecifier of RDF 1.2: a string of one line. Which
// version it names makes no difference.
func (p *parser) version() error {
	c := p.ws()
	if c != '"' && c != '\'' || p.at(1) == c && p.at(2) == c {
		return p.expected("a version in quotes")
	}
	_, err := p.str()
	return err
}

// triples is a subject with its predicates and objects. These may be missing
// behind a blankNodePropertyList.
func (p *parser) triples(c byte) error {
	form, err := p.subject(c)
	if err != nil {
		return err
	}
	return p.predicatesOf(form)
}

func (p *parser) predicatesOf(form subjectForm) error {
	if c := p.ws(); form == propertyList && (c == '.' || c == '}') {
		return nil
	}
	return p.predicateObjectList()
}

// block is the production block of TriG, or a directive.
func (p *parser) block(c byte) error {
	if done, err := p.directive(c); done || err != nil {
		return err
	}
	if c == '{' {
		return p.wrappedGraph()
	}
	if is(c, letter) && bytes.EqualFold(p.keyword(), []byte("GRAPH")) {
		p.pos += len("GRAPH")
		return p.graphBlock()
	}
	return p.triplesOrGraph(c)
}

// graphBlock is labelOrSubject wrappedGraph.
func (p *parser) graphBlock() error {
	form, err := p.subject(p.ws())
	if err != nil {
		return err
	}
	if c := p.ws(); form != label || c != '{' {
		return p.expected("a graph name and its statements in braces")
	}
	return p.namedGraph()
}

// triplesOrGraph is that production, or triples2.
func (p *parser) triplesOrGraph(c byte) error {
	form, err := p.subject(c)
	if err != nil {
		return err
	}
	if form == label && p.ws() == '{' {
		return p.namedGraph()
	}
	if err := p.predicatesOf(form); err != nil {
		return err
	}
	return p.sign('.')
}

// namedGraph is a wrappedGraph in the graph that was read as a subject.
func (p *parser) namedGraph() error {
	p.quad.Graph = p.quad.Subject
	err := p.wrappedGraph()
	p.quad.Graph = graph.RawTerm{}
	return err
}

// wrappedGraph is a triplesBlock in braces.
func (p *parser) wrappedGraph() error {
	p.pos++
	mark := len(p.arena)
	for {
		p.arena = p.arena[:mark]
		c := p.ws()
		if c == '}' {
			p.pos++
			return nil
		}
		if err := p.triples(c); err != nil {
			return err
		}
		switch p.ws() {
		case '.':
			p.pos++
		case '}':
		default:
			return p.expected(`"." or "}"`)
		}
	}
}

// predicateObjectList reads pairs and yields a statement for each object.
func (p *parser) predicateObjectList() error {
	mark := len(p.arena)
	for {
		p.arena = p.arena[:mark]
		if err := p.verb(); err != nil {
			return err
		}
		if err := p.objectList(); err != nil {
			return err
		}
		more := false
		for p.ws() == ';' {
			p.pos++
			more = true
		}
		if c := p.at(0); !more || c == '.' || c == ']' || c == '}' {
			return nil
		}
	}
}

// verb is a predicate, or "a".
func (p *parser) verb() error {
	c := p.ws()
	if c == 'a' && string(p.keyword()) == "a" {
		p.pos++
		p.quad.Predicate = typePredicate
		return nil
	}
	if !startsIRI(c) || c == '<' && p.at(1) == '<' {
		return p.expected("a predicate")
	}
	return p.iri(&p.quad.Predicate)
}

var typePredicate = graph.RawTerm{Kind: graph.KindIRI, Text: []byte(graph.RDFType)}

// startsIRI reports whether an IRIREF or a PrefixedName can begin with c.
func startsIRI(c byte) bool { return c == '<' || is(c, letter|colon|beyond) }

// objectList reads objects and yields a statement for each.
func (p *parser) objectList() error {
	mark := len(p.arena)
	for {
		if err := p.object(p.ws()); err != nil {
			return err
		}
		p.arena = p.arena[:mark]
		switch p.ws() {
		case ',':
			p.pos++
		case '~':
			return p.refused("a reifier")
		case '{':
			if p.at(1) == '|' {
				return p.refused("an annotation")
			}
			return nil
		default:
			return nil
		}
	}
}

// emit yields the current statement.
func (p *parser) emit() error {
	if p.count++; p.o.MaxStatements > 0 && p.count > p.o.MaxStatements {
		return p.limit(p.o.MaxStatements, "statements")
	}
	return p.yield(&p.quad)
}

// expected is the error at the next byte.
func (p *parser) expected(what string) error {
	text := p.line()
	if len(text) == 0 {
		if err := endError(p.o.Name, p.err, p.mistake); err != nil {
			return err
		}
	}
	return p.mistake(what, describeNext(text))
}

// expectedAt is the error at a place that was read already, if that is not
// too far behind.
func (p *parser) expectedAt(offset int64, what, found string) error {
	p.line()
	at := int(offset - p.origin.offset)
	if p.pos-at > textBefore {
		at = p.pos
	}
	return syntaxError(p.o.Name, p.origin, p.buf, at, what, found)
}

func (p *parser) mistake(expected, found string) *SyntaxError {
	return syntaxError(p.o.Name, p.origin, p.buf, p.pos, expected, found)
}

func (p *parser) refused(what string) error {
	p.line()
	return refused(p.mistake, what)
}

func (p *parser) limit(most int64, what string) error {
	p.line()
	return beyondLimit(p.mistake, most, what)
}

// offset is where in the document the next byte is.
func (p *parser) offset() int64 { return p.origin.offset + int64(p.pos) }
