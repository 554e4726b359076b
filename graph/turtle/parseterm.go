package turtle

import (
	"bytes"
	"strconv"

	"policygraph/graph"
	"policygraph/graph/internal/iri"
	"policygraph/graph/internal/name"
)

// subjectForm says what may come behind a subject.
type subjectForm uint8

const (
	label        subjectForm = iota // an IRI or a BlankNode: predicates, or a graph in TriG
	propertyList                    // a blankNodePropertyList: predicates or nothing
	collection                      // predicates
)

// subject is the production subject, or a blankNodePropertyList, or
// labelOrSubject. It becomes the current subject.
func (p *parser) subject(c byte) (form subjectForm, err error) {
	switch {
	case c == '<' && p.at(1) == '<':
		return label, p.tripleTerm()
	case startsIRI(c):
		return label, p.iri(&p.quad.Subject)
	case c == '_':
		return label, p.blankNodeLabel(&p.quad.Subject)
	case c == '[':
		return p.bracketSubject()
	case c == '(':
		return collection, p.collectionSubject()
	}
	return label, p.expected("a subject")
}

// bracketSubject is ANON or a blankNodePropertyList.
func (p *parser) bracketSubject() (subjectForm, error) {
	if err := p.nest(); err != nil {
		return label, err
	}
	defer p.unnest()
	p.blank(&p.quad.Subject)
	if p.ws() == ']' {
		p.pos++
		return label, nil
	}
	node := p.quad.Subject
	err := p.propertiesOf(&node)
	p.quad.Subject = node
	return propertyList, err
}

func (p *parser) collectionSubject() error {
	if err := p.nest(); err != nil {
		return err
	}
	defer p.unnest()
	if p.ws() == ')' {
		p.pos++
		p.quad.Subject = rdfNil
		return nil
	}
	first := p.blanks
	var head graph.RawTerm
	p.blank(&head)
	err := p.items(first)
	p.quad.Subject = head
	return err
}

// object reads an object and yields the statement it completes, and then the
// statements inside of it.
func (p *parser) object(c byte) error {
	switch {
	case c == '"' || c == '\'':
		return p.emitAfter(p.rdfLiteral)
	case c == '<' && p.at(1) == '<':
		return p.tripleTerm()
	case c == '<' || c == ':':
		return p.emitAfter(p.iri)
	case is(c, letter|beyond):
		return p.emitAfter(p.nameOrBoolean)
	case is(c, digit|dot) || c == '+' || c == '-':
		return p.emitAfter(p.numericLiteral)
	case c == '_':
		return p.emitAfter(p.blankNodeLabel)
	case c == '[':
		return p.bracketObject()
	case c == '(':
		return p.collectionObject()
	}
	return p.expected("an object")
}

func (p *parser) emitAfter(read func(*graph.RawTerm) error) error {
	if err := read(&p.quad.Object); err != nil {
		return err
	}
	return p.emit()
}

// bracketObject is ANON or a blankNodePropertyList.
func (p *parser) bracketObject() error {
	if err := p.nest(); err != nil {
		return err
	}
	defer p.unnest()
	p.blank(&p.quad.Object)
	if err := p.emit(); err != nil {
		return err
	}
	if p.ws() == ']' {
		p.pos++
		return nil
	}
	outer := p.quad
	err := p.propertiesOf(&outer.Object)
	p.quad = outer
	return err
}

// propertiesOf reads the predicates of a node up to the closing bracket.
func (p *parser) propertiesOf(node *graph.RawTerm) error {
	p.quad.Subject = *node
	if err := p.predicateObjectList(); err != nil {
		return err
	}
	return p.sign(']')
}

func (p *parser) collectionObject() error {
	if err := p.nest(); err != nil {
		return err
	}
	defer p.unnest()
	if p.ws() == ')' {
		p.pos++
		p.quad.Object = rdfNil
		return p.emit()
	}
	first := p.blanks
	p.blank(&p.quad.Object)
	if err := p.emit(); err != nil {
		return err
	}
	outer := p.quad
	err := p.items(first)
	p.quad = outer
	return err
}

var (
	rdfNil   = graph.RawTerm{Kind: graph.KindIRI, Text: []byte(rdfNS + "nil")}
	rdfFirst = graph.RawTerm{Kind: graph.KindIRI, Text: []byte(rdfNS + "first")}
	rdfRest  = graph.RawTerm{Kind: graph.KindIRI, Text: []byte(rdfNS + "rest")}
)

// items reads one or more objects up to the closing parenthesis and yields the
// list they make. The first node of it is the generated blank node with the
// given number.
func (p *parser) items(node uint64) error {
	mark := len(p.arena)
	for {
		p.arena = p.arena[:mark]
		p.generated(&p.quad.Subject, node)
		p.quad.Predicate = rdfFirst
		if err := p.object(p.ws()); err != nil {
			return err
		}
		p.quad.Predicate = rdfRest
		if p.ws() == ')' {
			p.pos++
			p.quad.Object = rdfNil
			return p.emit()
		}
		node = p.blanks
		p.blank(&p.quad.Object)
		if err := p.emit(); err != nil {
			return err
		}
	}
}

// nest goes one bracket or parenthesis deeper.
func (p *parser) nest() error {
	if p.depth == p.o.MaxDepth {
		return p.limit(int64(p.o.MaxDepth), "levels of nesting")
	}
	p.depth++
	p.pos++
	return nil
}

func (p *parser) unnest() { p.depth-- }

// tripleTerm refuses what begins with "<<".
func (p *parser) tripleTerm() error {
	if p.at(2) == '(' {
		return p.refused("a triple term")
	}
	return p.refused("a reified triple")
}

// blank makes t a new blank node.
func (p *parser) blank(t *graph.RawTerm) {
	p.generated(t, p.blanks)
	p.blanks++
}

// generated makes t the generated blank node with the number n.
func (p *parser) generated(t *graph.RawTerm, n uint64) {
	start := len(p.arena)
	p.arena = append(p.arena, p.o.BlankPrefix...)
	p.arena = append(p.arena, name.Generated...)
	p.arena = strconv.AppendUint(p.arena, n, 10)
	*t = graph.RawTerm{Kind: graph.KindBNode, Text: p.arena[start:]}
}

// blankNodeLabel is the production BLANK_NODE_LABEL.
func (p *parser) blankNodeLabel(t *graph.RawTerm) error {
	if p.at(1) != ':' {
		return p.expected(`"_:" and a blank node label`)
	}
	if r, size := p.runeAt(2); size == 0 || !name.IsLabelStart(r) {
		p.pos += len("_:")
		return p.expected("a blank node label")
	}
	p.pos += len("_:")
	start := len(p.arena)
	p.arena = append(p.arena, p.o.BlankPrefix...)
	own := len(p.arena)
	for p.nameRun(inName, start) {
	}
	if err := p.checkSize(start); err != nil {
		return err
	}
	p.arena = name.RenameGenerated(p.arena, own)
	*t = graph.RawTerm{Kind: graph.KindBNode, Text: p.arena[start:]}
	return nil
}

// nameRun reads part of a name: characters of PN_CHARS, or the ASCII ones
// given, or dots with something behind them. It reports false where the name
// ends, or the term that began at start is too long.
func (p *parser) nameRun(ascii class, start int) bool {
	c := p.at(0)
	switch {
	case len(p.arena)-start > p.o.MaxTokenBytes:
		return false
	case is(c, ascii):
		p.copyRun(ascii, start)
		return true
	case c == '.':
		n := p.run(dot)
		if r, size := p.runeAt(n); size == 0 || !name.IsChars(r) && !(r == ':' && ascii&colon != 0) {
			return ascii&colon != 0 && p.dotsBeforeEscape(n)
		}
		p.take(n)
		return true
	case c >= 0x80:
		r, size := p.runeAt(0)
		if name.IsChars(r) {
			p.take(size)
			return true
		}
	}
	return false
}

// dotsBeforeEscape reads n dots if a PLX follows them.
func (p *parser) dotsBeforeEscape(n int) bool {
	if c := p.at(n); c != '%' && c != '\\' {
		return false
	}
	p.take(n)
	return true
}

// take moves n bytes to the arena.
func (p *parser) take(n int) {
	p.arena = append(p.arena, p.buf[p.pos:p.pos+n]...)
	p.pos += n
}

// copyRun moves all bytes that play one of the roles to the arena, but no more
// than make the term that began at start one byte too long.
func (p *parser) copyRun(roles class, start int) {
	for {
		b := p.buf[p.pos:]
		if room := p.o.MaxTokenBytes + 1 - (len(p.arena) - start); len(b) > room {
			b = b[:max(room, 0)]
		}
		n := 0
		for n < len(b) && is(b[n], roles) {
			n++
		}
		p.take(n)
		if n < len(b) || p.pos < len(p.buf) || !p.fill() {
			return
		}
	}
}

// checkSize refuses a token that has become too long since start.
func (p *parser) checkSize(start int) error {
	if len(p.arena)-start > p.o.MaxTokenBytes {
		return p.limit(int64(p.o.MaxTokenBytes), "bytes in a term")
	}
	return nil
}

// iri is the production iri: an IRIREF or a PrefixedName.
func (p *parser) iri(t *graph.RawTerm) (err error) {
	t.Kind, t.Aux = graph.KindIRI, nil
	if p.at(0) == '<' {
		t.Text, err = p.iriref()
	} else {
		t.Text, err = p.prefixedName()
	}
	return err
}

// iriref is the production IRIREF, resolved against the base.
func (p *parser) iriref() ([]byte, error) {
	offset, start := p.offset(), len(p.arena)
	p.pos++
	for {
		p.copyRun(inIRI|beyond, start)
		if err := p.checkSize(start); err != nil {
			return nil, err
		}
		switch p.at(0) {
		case '>':
			p.pos++
			return p.resolved(start, offset)
		case '\\':
			if err := p.escape(appendUnescapedIRI, anIRIEscape); err != nil {
				return nil, err
			}
		default:
			return nil, p.expected(`a character that IRIs may hold, or ">"`)
		}
	}
}

// escape reads one escape sequence.
func (p *parser) escape(unescape func(dst, s []byte) ([]byte, int), what string) error {
	p.has(longestEscape)
	arena, size := unescape(p.arena, p.buf[p.pos:])
	if size == 0 {
		return p.expected(what)
	}
	p.arena = arena
	p.pos += size
	return nil
}

// resolved is arena[start:] as an absolute IRI.
func (p *parser) resolved(start int, offset int64) ([]byte, error) {
	end := len(p.arena)
	if text := p.arena[start:end]; iri.IsAbsolute(text) {
		return text, nil
	}
	if p.base == nil {
		return nil, p.expectedAt(offset, "an absolute IRI, as there is no base", "<"+string(p.arena[start:end])+">")
	}
	p.arena = p.base.AppendResolved(p.arena, p.arena[start:end])
	return p.arena[end:], nil
}

// prefixedName is the production PrefixedName.
func (p *parser) prefixedName() ([]byte, error) {
	n := p.run(inName | dot | beyond)
	if p.at(n) != ':' {
		return nil, p.expected("an IRI or a prefixed name")
	}
	namespace, ok := p.prefixes[string(p.buf[p.pos:p.pos+n])]
	if !ok {
		return nil, p.undeclared(n)
	}
	p.pos += n + 1
	start := len(p.arena)
	p.arena = append(p.arena, namespace...)
	if err := p.local(start); err != nil {
		return nil, err
	}
	return p.arena[start:], nil
}

// undeclared is the error of a prefix of n bytes that has not been declared,
// or cannot be.
func (p *parser) undeclared(n int) error {
	p.line()
	name := p.buf[p.pos : p.pos+n]
	if !isPrefixName(name) {
		return p.expected("an IRI or a prefixed name")
	}
	return p.mistake("a prefix that is declared", strconv.Quote(string(restOfLine(name))+":"))
}

// local is the production PN_LOCAL, or nothing, of a term that began at start.
func (p *parser) local(start int) error {
	const local = inName | colon
	first := p.at(0)
	if first == '-' || first == '.' {
		return nil
	}
	if first >= 0x80 {
		if r, _ := p.runeAt(0); !name.IsLabelStart(r) {
			return nil
		}
	}
	for {
		for p.nameRun(local, start) {
		}
		if err := p.checkSize(start); err != nil {
			return err
		}
		switch p.at(0) {
		case '%':
			if !is(p.at(1), hexDigit) || !is(p.at(2), hexDigit) {
				return p.expected("a percent sign with two hexadecimal digits")
			}
			p.take(len("%00"))
		case '\\':
			if !is(p.at(1), localEsc) {
				return p.expected(`an escape such as \, or \-`)
			}
			p.pos++
			p.take(1)
		default:
			return nil
		}
	}
}

// nameOrBoolean is a PrefixedName or a BooleanLiteral.
func (p *parser) nameOrBoolean(t *graph.RawTerm) error {
	c := p.at(0)
	if c == 't' && string(p.keyword()) == "true" || c == 'f' && string(p.keyword()) == "false" {
		start := len(p.arena)
		p.take(p.run(letter))
		*t = graph.RawTerm{Kind: graph.KindTypedString, Text: p.arena[start:], Aux: xsdBoolean}
		return nil
	}
	return p.iri(t)
}

var (
	xsdBoolean = []byte(xsdNS + "boolean")
	xsdInteger = []byte(xsdNS + "integer")
	xsdDecimal = []byte(xsdNS + "decimal")
	xsdDouble  = []byte(xsdNS + "double")
)

// numericLiteral is INTEGER, DECIMAL or DOUBLE, whichever is longest.
func (p *parser) numericLiteral(t *graph.RawTerm) error {
	n := 0
	if c := p.at(0); c == '+' || c == '-' {
		n++
	}
	start := n
	n = p.digitsFrom(n)
	whole, fraction, datatype := n-start, 0, xsdInteger
	if p.at(n) == '.' {
		if end := p.digitsFrom(n + 1); end > n+1 {
			fraction, datatype, n = end-n-1, xsdDecimal, end
		} else if end := p.exponentFrom(n + 1); whole > 0 && end > n+1 {
			datatype, n = xsdDouble, end
		}
	}
	if whole+fraction == 0 {
		return p.expected("an object")
	}
	if end := p.exponentFrom(n); end > n && !bytes.Equal(datatype, xsdDouble) {
		datatype, n = xsdDouble, end
	}
	from := len(p.arena)
	p.take(n)
	*t = graph.RawTerm{Kind: graph.KindTypedString, Text: p.arena[from:], Aux: datatype}
	return p.checkSize(from)
}

// digitsFrom is where the digits end that begin n bytes on.
func (p *parser) digitsFrom(n int) int {
	for is(p.at(n), digit) {
		n++
	}
	return n
}

// exponentFrom is where the EXPONENT ends that begins n bytes on, or n.
func (p *parser) exponentFrom(n int) int {
	if p.at(n)|0x20 != 'e' {
		return n
	}
	start := n + 1
	if c := p.at(start); c == '+' || c == '-' {
		start++
	}
	if end := p.digitsFrom(start); end > start {
		return end
	}
	return n
}
