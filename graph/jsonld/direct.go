package jsonld

import (
	"bytes"

	"policygraph/graph"
)

// direct reads a node object where it is in plain expanded form: absolute IRIs,
// references, value objects of strings, and named graphs of such nodes. It
// reports false, having emitted nothing, for everything else.
func (d *reader) direct(text []byte) (done bool, err error) {
	p := directParser{out: &d.out, quads: d.batch[:0]}
	p.data = text
	ok := p.peek() == '{' && p.node(true)
	if d.batch = p.quads; !ok {
		return false, nil
	}
	for i := range p.quads {
		if err := d.out.yield(&p.quads[i]); err != nil {
			return false, err
		}
	}
	return true, nil
}

// directParser collects the statements of one node object. Their terms are
// views of the text where that is possible.
type directParser struct {
	scanner
	out   *emitter
	quads []graph.RawQuad
}

// node reads a node object, which may be a named graph at the top.
func (p *directParser) node(top bool) bool {
	var subject graph.RawTerm
	start := len(p.quads)
	inGraph := 0
	p.pos++
	for p.next() {
		key := p.member()
		var ok bool
		switch {
		case string(key) == "@id":
			subject, ok = p.resource()
		case string(key) == "@type":
			ok = p.list(p.nodeType)
		case string(key) == "@graph" && top && len(p.quads) == start:
			ok = p.list(func() bool { return p.peek() == '{' && p.node(false) })
			inGraph = len(p.quads) - start
		case len(key) > 0 && key[0] != '@' && p.isIRI(key):
			predicate := graph.RawTerm{Kind: graph.KindIRI, Text: key}
			ok = p.list(func() bool { return p.object(predicate) })
		default:
			ok = false
		}
		if !ok {
			return false
		}
	}
	return p.complete(subject, start, inGraph)
}

// complete puts the subject into the statements since start, or, into the
// first inGraph of them, as the name of their graph.
func (p *directParser) complete(subject graph.RawTerm, start, inGraph int) bool {
	if subject.Kind == graph.KindNone {
		return false
	}
	for i := range p.quads[start:] {
		q := &p.quads[start+i]
		if i < inGraph {
			q.Graph = subject
		} else {
			q.Subject = subject
		}
	}
	return true
}

// list reads an array of items, or a single item.
func (p *directParser) list(item func() bool) bool {
	if p.peek() != '[' {
		return item()
	}
	p.pos++
	for p.next() {
		if !item() {
			return false
		}
	}
	return true
}

func (p *directParser) add(predicate, object graph.RawTerm) {
	p.quads = append(p.quads, graph.RawQuad{Predicate: predicate, Object: object})
}

var rdfTypeTerm = iriTerm(graph.RDFType)

func (p *directParser) nodeType() bool {
	t, ok := p.resource()
	p.add(rdfTypeTerm, t)
	return ok
}

// resource reads an IRI or a blank node identifier that needs no resolving.
func (p *directParser) resource() (graph.RawTerm, bool) {
	if p.peek() != '"' {
		return nothing, false
	}
	id := p.str()
	if label, ok := bytes.CutPrefix(id, []byte("_:")); ok {
		return p.out.blank(label), isPlainLabel(label)
	}
	return graph.RawTerm{Kind: graph.KindIRI, Text: id}, p.isIRI(id)
}

// isPlainLabel allows the labels of letters and digits.
func isPlainLabel(label []byte) bool {
	for _, c := range label {
		if c < '0' || c > '9' && c|0x20 < 'a' || c|0x20 > 'z' {
			return false
		}
	}
	return len(label) > 0
}

// isIRI allows absolute IRIs of which the expansion algorithm makes nothing
// else.
func (p *directParser) isIRI(id []byte) bool {
	n := schemeLen(id)
	if n == 0 {
		return false
	}
	for _, c := range id[n:] {
		if c <= ' ' || notInIRI[c] {
			return false
		}
	}
	return true
}

var notInIRI = func() (t [256]bool) {
	for _, c := range []byte("<>\"{}|^`\\") {
		t[c] = true
	}
	return t
}()

// object reads one value of a property.
func (p *directParser) object(predicate graph.RawTerm) bool {
	if p.peek() == '"' {
		p.add(predicate, graph.RawTerm{Kind: graph.KindString, Text: p.str()})
		return true
	}
	if p.peek() != '{' {
		return false
	}
	object, ok := p.valueOrReference()
	p.add(predicate, object)
	return ok
}

// valueOrReference reads an object of either "@id" alone or of "@value" with
// at most one of "@type" and "@language", all of them strings.
func (p *directParser) valueOrReference() (graph.RawTerm, bool) {
	var id, value, datatype, lang []byte
	p.pos++
	for p.next() {
		key := p.member()
		var field *[]byte
		switch string(key) {
		case "@id":
			field = &id
		case "@value":
			field = &value
		case "@type":
			field = &datatype
		case "@language":
			field = &lang
		}
		if field == nil || *field != nil || p.peek() != '"' {
			return nothing, false
		}
		*field = p.str()
	}
	switch {
	case id != nil:
		return p.reference(id, value == nil && datatype == nil && lang == nil)
	case value == nil || datatype != nil && lang != nil:
		return nothing, false
	case lang != nil:
		return graph.RawTerm{Kind: graph.KindLangString, Text: value, Aux: lowerTag(lang)}, wellFormedTag(lang)
	case datatype != nil:
		return p.typed(value, datatype)
	}
	return graph.RawTerm{Kind: graph.KindString, Text: value}, true
}

func (p *directParser) reference(id []byte, alone bool) (graph.RawTerm, bool) {
	if label, ok := bytes.CutPrefix(id, []byte("_:")); ok {
		return p.out.blank(label), alone && isPlainLabel(label)
	}
	return graph.RawTerm{Kind: graph.KindIRI, Text: id}, alone && p.isIRI(id)
}

func (p *directParser) typed(value, datatype []byte) (graph.RawTerm, bool) {
	if string(datatype) == graph.XSDString {
		return graph.RawTerm{Kind: graph.KindString, Text: value}, true
	}
	return graph.RawTerm{Kind: graph.KindTypedString, Text: value, Aux: datatype}, p.isIRI(datatype)
}

// lowerTag is the tag in lower case, itself where it is so already.
func lowerTag(tag []byte) []byte {
	for _, c := range tag {
		if c >= 'A' && c <= 'Z' {
			return bytes.ToLower(tag)
		}
	}
	return tag
}
