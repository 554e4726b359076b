package rdfxml

import (
	"encoding/xml"
	"io"
	"strconv"

	"policygraph/graph"
)

// parser reads RDF/XML. Its methods are the productions of the grammar (RDF
// 1.1 XML Syntax, section 7.2) and have their names where they stand for one.
// Each begins behind the start tag of its element, with that in tag, and ends
// behind the end tag.
//
// The text of terms is copied to the arena, which grows and shrinks with the
// nesting. A slice of it holds until its element ends, even where the arena
// had to move meanwhile: what it moved from is not written any more.
type parser struct {
	src   *source
	xml   *xml.Decoder
	o     *ReadOptions
	yield func(*graph.RawQuad) error

	open   []element
	spaces bindings // in scope
	rooted bool     // the first element has begun

	tag     tag
	sorted  sorted // attributes of tag
	closed  xml.Name
	target  string
	data    []byte // holds until the next event
	literal bool   // inside an XML literal

	text   []byte // of the property element being read
	canon  canon
	arena  []byte
	quad   graph.RawQuad
	ids    map[string]bool // IRIs that rdf:ID gave
	blanks uint64          // blank nodes generated
	count  int64           // statements
}

func newParser(r io.Reader, o ReadOptions, yield func(*graph.RawQuad) error) *parser {
	p := &parser{
		src: newSource(r, &o), o: &o, yield: yield,
		spaces: newBindings(), canon: canon{rendered: newBindings()},
		ids: make(map[string]bool),
	}
	p.xml = xml.NewDecoder(p.src)
	p.xml.CharsetReader = p.src.encoding
	return p
}

// child passes over white space up to the next tag. It refuses text.
func (p *parser) child(expected string) (event, error) {
	for {
		e, err := p.next()
		if err != nil || e != charData {
			return e, err
		}
		if !isBlank(p.data) {
			return 0, p.src.mistake(p.src.textStart(), expected, "text")
		}
	}
}

// isBlank reports whether text is white space only.
func isBlank(text []byte) bool {
	for _, c := range text {
		if !isSpace(c) {
			return false
		}
	}
	return true
}

// doc is the production doc, or nodeElement as the whole document.
func (p *parser) doc(sc scope) error {
	if err := p.src.signature(); err != nil {
		return err
	}
	e, err := p.child("an element")
	switch {
	case err != nil:
		return err
	case e == endOfInput:
		return p.src.mistake(p.src.here, "an element", "the end of the input")
	case p.tag.space == rdfNS && p.tag.local == "RDF":
		err = p.rdf(sc)
	default:
		err = p.node(sc)
	}
	if err == nil {
		_, err = p.child("the end of the document")
	}
	return err
}

// rdf is the production RDF.
func (p *parser) rdf(sc scope) (err error) {
	if sc, err = p.sortAttributes(sc); err != nil {
		return err
	}
	if err := p.only(0); err != nil {
		return err
	}
	if err := p.noPropertyAttributes("on rdf:RDF"); err != nil {
		return err
	}
	return p.nodeElementList(sc)
}

// nodeElementList is the production nodeElementList.
func (p *parser) nodeElementList(sc scope) error {
	for {
		e, err := p.child("a node element")
		if err != nil || e != startTag {
			return err
		}
		if err := p.node(sc); err != nil {
			return err
		}
	}
}

// node is the production nodeElement, where nothing points to the node.
func (p *parser) node(outer scope) error {
	mark := len(p.arena)
	subject, sc, err := p.subject(outer)
	if err == nil {
		err = p.nodeElement(subject, sc)
	}
	p.arena = p.arena[:mark]
	return err
}

// subject is the node that a node element describes.
func (p *parser) subject(outer scope) (subject graph.RawTerm, sc scope, err error) {
	if sc, err = p.sortAttributes(outer); err != nil {
		return subject, sc, err
	}
	if p.tag.space == rdfNS && (notElements[p.tag.local] || notNodes[p.tag.local]) {
		return subject, sc, p.src.mistake(p.src.token, "a node element", "<"+p.tag.String()+">")
	}
	identity := setOf(idAttr, aboutAttr, nodeIDAttr)
	if err = p.only(identity); err != nil {
		return subject, sc, err
	}
	if err = p.atMostOne(identity); err != nil {
		return subject, sc, err
	}
	switch a := &p.sorted.syntax; {
	case a[idAttr] != nil:
		subject, err = p.idTerm(a[idAttr], &sc)
	case a[aboutAttr] != nil:
		subject, err = p.reference(a[aboutAttr], &sc)
	case a[nodeIDAttr] != nil:
		subject, err = p.nodeIDTerm(a[nodeIDAttr])
	default:
		subject = p.blank()
	}
	return subject, sc, err
}

// nodeElement is the production nodeElement behind its subject.
func (p *parser) nodeElement(subject graph.RawTerm, sc scope) error {
	if p.tag.space != rdfNS || p.tag.local != "Description" {
		class, err := p.elementIRI()
		if err == nil {
			err = p.emit(subject, rdfType, class)
		}
		if err != nil {
			return err
		}
	}
	if err := p.propertyAttributes(subject, &sc); err != nil {
		return err
	}
	return p.propertyEltList(subject, sc)
}

// propertyAttributes is the production propertyAttr*.
func (p *parser) propertyAttributes(subject graph.RawTerm, sc *scope) error {
	for _, a := range p.sorted.property {
		predicate, err := p.nameIRI(a.xmlName, a.at)
		if err != nil {
			return err
		}
		object, err := p.propertyAttribute(a, sc)
		if err == nil {
			err = p.emit(subject, predicate, object)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// propertyAttribute is the object of a property attribute: an IRI for
// rdf:type, else a text.
func (p *parser) propertyAttribute(a *attribute, sc *scope) (graph.RawTerm, error) {
	if a.space == rdfNS && a.local == "type" {
		return p.reference(a, sc)
	}
	return p.plain(p.valueText(a), a.at, sc)
}

// propertyEltList is the production propertyEltList.
func (p *parser) propertyEltList(subject graph.RawTerm, sc scope) error {
	li := 0
	for {
		e, err := p.child("a property element")
		if err != nil || e != startTag {
			return err
		}
		mark := len(p.arena)
		if err := p.propertyElt(subject, sc, &li); err != nil {
			return err
		}
		p.arena = p.arena[:mark]
	}
}

// property is a property element: what it says, but for the object.
type property struct {
	subject, predicate graph.RawTerm
	statement          graph.RawTerm // the name of its reification, or nothing
	scope              scope
}

// propertyElt is the production propertyElt.
func (p *parser) propertyElt(subject graph.RawTerm, outer scope, li *int) (err error) {
	pr := property{subject: subject}
	if pr.scope, err = p.sortAttributes(outer); err != nil {
		return err
	}
	if pr.predicate, err = p.predicate(li); err != nil {
		return err
	}
	attrs := &p.sorted.syntax
	if a := attrs[idAttr]; a != nil {
		if pr.statement, err = p.idTerm(a, &pr.scope); err != nil {
			return err
		}
	}
	switch {
	case attrs[parseTypeAttr] != nil:
		return p.parseType(&pr, attrs[parseTypeAttr])
	case attrs[resourceAttr] != nil, attrs[nodeIDAttr] != nil, len(p.sorted.property) > 0:
		return p.emptyPropertyElt(&pr)
	}
	return p.literalOrResource(&pr)
}

// predicate is the IRI of a property element. Each rdf:li counts on (section
// 7.4).
func (p *parser) predicate(li *int) (graph.RawTerm, error) {
	if p.tag.space == rdfNS {
		switch {
		case p.tag.local == "li":
			*li++
			return p.nameIRI(xmlName{space: rdfNS, local: "_" + strconv.Itoa(*li)}, p.src.token)
		case notElements[p.tag.local], notProperties[p.tag.local]:
			return graph.RawTerm{}, p.src.mistake(p.src.token, "a property element", "<"+p.tag.String()+">")
		}
	}
	return p.elementIRI()
}

// say says the property with its object, and reifies it where it has a name
// (section 7.3).
func (p *parser) say(pr *property, object graph.RawTerm) error {
	if err := p.emit(pr.subject, pr.predicate, object); err != nil || pr.statement.Kind == graph.KindNone {
		return err
	}
	for _, part := range [...]struct{ predicate, object graph.RawTerm }{
		{rdfType, rdfStatement}, {rdfSubject, pr.subject}, {rdfPredicate, pr.predicate}, {rdfObject, object},
	} {
		if err := p.emit(pr.statement, part.predicate, part.object); err != nil {
			return err
		}
	}
	return nil
}

// literalOrResource is the production literalPropertyElt or
// resourcePropertyElt, or emptyPropertyElt without attributes: which it is
// shows in what comes first, a tag or text.
func (p *parser) literalOrResource(pr *property) (err error) {
	if err := p.only(setOf(idAttr, datatypeAttr)); err != nil {
		return err
	}
	at := p.src.token
	var attr *attribute
	var datatype []byte
	if a := p.sorted.syntax[datatypeAttr]; a != nil {
		kept := *a
		attr = &kept
		if datatype, err = p.resolve(a.value, a.at, pr.scope.base); err != nil {
			return err
		}
	}
	p.text = p.text[:0]
	for {
		e, err := p.next()
		switch {
		case err != nil:
			return err
		case e == charData:
			err = p.appendText(p.data)
		case e == startTag && attr == nil && isBlank(p.text):
			return p.resourcePropertyElt(pr)
		case e == startTag:
			err = p.src.mistake(p.src.token, "text only", "<"+p.tag.String()+">")
		default:
			return p.literalPropertyElt(pr, attr, datatype, at)
		}
		if err != nil {
			return err
		}
	}
}

// appendText adds to the text of the property.
func (p *parser) appendText(s []byte) error {
	p.text = append(p.text, s...)
	return p.checkText()
}

// checkText refuses a text that has become too long.
func (p *parser) checkText() error {
	if len(p.text) > p.o.MaxTokenBytes {
		return p.src.beyondLimit(p.src.token, int64(p.o.MaxTokenBytes), "bytes of text")
	}
	return nil
}

// literalPropertyElt is the production literalPropertyElt, all of it read.
func (p *parser) literalPropertyElt(pr *property, attr *attribute, datatype []byte, at position) error {
	var object graph.RawTerm
	var err error
	if attr == nil {
		object, err = p.plain(p.text, at, &pr.scope)
	} else {
		object, err = p.typed(p.text, attr, datatype)
	}
	if err != nil {
		return err
	}
	return p.say(pr, object)
}

// resourcePropertyElt is the production resourcePropertyElt, from behind the
// start tag of the node element.
func (p *parser) resourcePropertyElt(pr *property) error {
	object, sc, err := p.subject(pr.scope)
	if err != nil {
		return err
	}
	if err := p.say(pr, object); err != nil {
		return err
	}
	if err := p.nodeElement(object, sc); err != nil {
		return err
	}
	return p.endTag("one node element only")
}

// endTag reads the end tag that must come now, behind white space.
func (p *parser) endTag(expected string) error {
	e, err := p.child(expected)
	if err == nil && e == startTag {
		err = p.src.mistake(p.src.token, expected, "<"+p.tag.String()+">")
	}
	return err
}

// emptyPropertyElt is the production emptyPropertyElt. White space in the
// element is passed over, though the grammar does not allow it: everybody else
// does.
func (p *parser) emptyPropertyElt(pr *property) error {
	object := setOf(resourceAttr, nodeIDAttr)
	if err := p.only(object | setOf(idAttr)); err != nil {
		return err
	}
	if err := p.atMostOne(object); err != nil {
		return err
	}
	o, err := p.object(&pr.scope)
	if err != nil {
		return err
	}
	if err := p.say(pr, o); err != nil {
		return err
	}
	if err := p.propertyAttributes(o, &pr.scope); err != nil {
		return err
	}
	return p.endTag("nothing in an element whose attributes say its value")
}

// object is the node that the attributes of an empty property element name.
func (p *parser) object(sc *scope) (graph.RawTerm, error) {
	switch a := &p.sorted.syntax; {
	case a[resourceAttr] != nil:
		return p.reference(a[resourceAttr], sc)
	case a[nodeIDAttr] != nil:
		return p.nodeIDTerm(a[nodeIDAttr])
	}
	return p.blank(), nil
}

// parseType reads a property element with rdf:parseType. Values that nobody
// knows mean Literal (production parseTypeOtherPropertyElt).
func (p *parser) parseType(pr *property, a *attribute) error {
	if err := p.only(setOf(idAttr, parseTypeAttr)); err != nil {
		return err
	}
	if err := p.noPropertyAttributes("beside rdf:parseType"); err != nil {
		return err
	}
	switch a.value {
	case "Resource":
		return p.parseTypeResourcePropertyElt(pr)
	case "Collection":
		return p.parseTypeCollectionPropertyElt(pr)
	case "Triple":
		return p.src.refused(a.at, "RDF 1.1", "a triple term of RDF 1.2")
	}
	return p.parseTypeLiteralPropertyElt(pr)
}

// parseTypeLiteralPropertyElt is the production of that name.
func (p *parser) parseTypeLiteralPropertyElt(pr *property) error {
	if err := p.canonicalContent(); err != nil {
		return err
	}
	return p.say(pr, graph.RawTerm{Kind: graph.KindTypedString, Text: p.text, Aux: xmlLiteral})
}

// parseTypeResourcePropertyElt is the production of that name.
func (p *parser) parseTypeResourcePropertyElt(pr *property) error {
	object := p.blank()
	if err := p.say(pr, object); err != nil {
		return err
	}
	return p.propertyEltList(object, pr.scope)
}

// parseTypeCollectionPropertyElt is the production of that name. Each member
// is said before it is described.
func (p *parser) parseTypeCollectionPropertyElt(pr *property) error {
	mark := len(p.arena)
	var cell uint64 // of the member before
	for first := true; ; first = false {
		p.arena = p.arena[:mark]
		e, err := p.child("a node element")
		if err != nil {
			return err
		}
		next := rdfNil
		if e == startTag {
			next = p.blank()
		}
		if first {
			err = p.say(pr, next)
		} else {
			err = p.emit(p.generated(cell), rdfRest, next)
		}
		if err != nil || e != startTag {
			return err
		}
		cell = p.blanks - 1
		if err := p.member(next, pr.scope); err != nil {
			return err
		}
	}
}

// member is a node element in a collection.
func (p *parser) member(cell graph.RawTerm, outer scope) error {
	subject, sc, err := p.subject(outer)
	if err != nil {
		return err
	}
	if err := p.emit(cell, rdfFirst, subject); err != nil {
		return err
	}
	return p.nodeElement(subject, sc)
}
