package rdfxml

import (
	"strings"

	"policygraph/graph"
	"policygraph/graph/internal/iri"
	"policygraph/graph/internal/name"
)

const (
	rdfNS = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
	itsNS = "http://www.w3.org/2005/11/its" // directions of text, RDF 1.2
)

// scope is what an element hands down to those inside it.
type scope struct {
	base     *iri.Reference // nil where there is none
	lang     string         // in lower case; empty where there is none
	version2 bool           // the document says it is RDF 1.2
	dir      bool           // texts have a direction, where version2
}

// syntaxAttr is one of the attributes that shape the graph.
type syntaxAttr uint8

const (
	idAttr syntaxAttr = iota
	aboutAttr
	nodeIDAttr
	resourceAttr
	datatypeAttr
	parseTypeAttr
)

var syntaxAttrs = [...]string{"ID", "about", "nodeID", "resource", "datatype", "parseType"}

// attrSet is a set of syntaxAttrs.
type attrSet uint8

func setOf(attrs ...syntaxAttr) (s attrSet) {
	for _, a := range attrs {
		s |= 1 << a
	}
	return s
}

// String lists the set for an error.
func (s attrSet) String() string {
	var names []string
	for i, local := range syntaxAttrs {
		if s&(1<<i) != 0 {
			names = append(names, "rdf:"+local)
		}
	}
	if len(names) == 0 {
		return "no attribute"
	}
	return "no attribute but " + strings.Join(names, ", ")
}

// sorted are the attributes of the current tag by what they do.
type sorted struct {
	syntax   [len(syntaxAttrs)]*attribute // nil where there is none
	property []*attribute                 // propertyAttr, in their order
}

// Names of the RDF namespace that mean something to the grammar (RDF 1.1 XML
// Syntax, sections 6.2.2 to 6.2.9), by what they cannot be.
var (
	notElements   = words("RDF ID about nodeID resource datatype parseType aboutEach aboutEachPrefix bagID")
	notNodes      = words("li")
	notProperties = words("Description")
	notAttributes = words("RDF Description li aboutEach aboutEachPrefix bagID")
	withdrawn     = words("aboutEach aboutEachPrefix bagID")
	annotations   = words("annotation annotationNodeID")
	unqualified   = words("ID about resource parseType type")
)

func words(s string) map[string]bool {
	set := make(map[string]bool)
	for word := range strings.FieldsSeq(s) {
		set[word] = true
	}
	return set
}

// sortAttributes sorts the attributes of the tag and gives the scope inside
// it. Attributes whose names XML reserves are passed over (section 6.1.2).
func (p *parser) sortAttributes(outer scope) (scope, error) {
	p.sorted = sorted{property: p.sorted.property[:0]}
	sc := outer
	for i := range p.tag.attrs {
		a := &p.tag.attrs[i]
		var err error
		switch {
		case a.prefix == "xml":
			err = p.xmlAttribute(a, outer, &sc)
		case reserved(a):
		case a.space == itsNS:
			sc.dir = sc.dir || a.local == "dir"
		case a.space == rdfNS && a.local == "version":
			sc.version2 = strings.HasPrefix(a.value, "1.2")
		case a.space == "" && !unqualified[a.local]:
			err = p.src.mistake(a.at, "an attribute in a namespace", a.local)
		case a.space == rdfNS || a.space == "":
			err = p.rdfAttribute(a)
		default:
			p.sorted.property = append(p.sorted.property, a)
		}
		if err != nil {
			return sc, err
		}
	}
	return sc, nil
}

// reserved reports whether XML keeps a name to itself.
func reserved(a *attribute) bool {
	name := a.String()
	return len(name) >= len("xml") && strings.EqualFold(name[:len("xml")], "xml")
}

// xmlAttribute does what xml:lang and xml:base say.
func (p *parser) xmlAttribute(a *attribute, outer scope, sc *scope) error {
	switch a.local {
	case "lang":
		if a.value != "" && !name.IsLangTag([]byte(a.value)) {
			return p.src.mistake(a.at, "a language tag such as nb or en-GB, of parts up to 8 characters long", quote(a.value))
		}
		sc.lang = strings.ToLower(a.value)
	case "base":
		text, err := p.resolve(a.value, a.at, outer.base)
		if err != nil {
			return err
		}
		base := iri.Split([]byte(string(text)))
		sc.base = &base
	}
	return nil
}

// rdfAttribute sorts an attribute of the RDF namespace, or one of the few that
// count as such without it.
func (p *parser) rdfAttribute(a *attribute) error {
	switch {
	case withdrawn[a.local]:
		return p.src.mistake(a.at, "an attribute of RDF/XML", a.String()+", which was withdrawn")
	case annotations[a.local]:
		return p.src.refused(a.at, "RDF 1.1", "an annotation of RDF 1.2")
	case notAttributes[a.local]:
		return p.src.mistake(a.at, "an attribute of RDF/XML", a.String()+", which is an element")
	}
	a.space = rdfNS
	for i, local := range syntaxAttrs {
		if a.local == local {
			p.sorted.syntax[i] = a
			return nil
		}
	}
	p.sorted.property = append(p.sorted.property, a)
	return nil
}

// only refuses attributes that shape the graph other than those given.
func (p *parser) only(allowed attrSet) error {
	for i, a := range p.sorted.syntax {
		if a != nil && allowed&(1<<i) == 0 {
			return p.src.mistake(a.at, allowed.String()+" here", a.String())
		}
	}
	return nil
}

// atMostOne refuses more than one of the attributes given.
func (p *parser) atMostOne(of attrSet) error {
	var first *attribute
	for i, a := range p.sorted.syntax {
		if a == nil || of&(1<<i) == 0 {
			continue
		}
		if first != nil && first.at.offset > a.at.offset {
			first, a = a, first
		}
		if first != nil {
			return p.src.mistake(a.at, "no attribute that goes against "+first.String(), a.String())
		}
		first = a
	}
	return nil
}

// noPropertyAttributes refuses property attributes.
func (p *parser) noPropertyAttributes(where string) error {
	if len(p.sorted.property) == 0 {
		return nil
	}
	a := p.sorted.property[0]
	return p.src.mistake(a.at, "no property attributes "+where, a.String())
}

// elementIRI gives the IRI that the name of the tag stands for.
func (p *parser) elementIRI() (graph.RawTerm, error) {
	if p.tag.space == "" {
		return graph.RawTerm{}, p.src.mistake(p.src.token, "an element in a namespace", "<"+p.tag.String()+">")
	}
	return p.nameIRI(p.tag.xmlName, p.src.token)
}

// nameIRI joins namespace and local name.
func (p *parser) nameIRI(n xmlName, at position) (graph.RawTerm, error) {
	start := len(p.arena)
	p.arena = append(append(p.arena, n.space...), n.local...)
	return p.checked(start, at)
}

// checked is arena[start:], which must be an IRI.
func (p *parser) checked(start int, at position) (graph.RawTerm, error) {
	text := p.arena[start:]
	if iri.Check(text) != nil {
		return graph.RawTerm{}, p.src.mistake(at, "an absolute IRI without white space and <>\"{}|\\^`", quote(string(text)))
	}
	return graph.RawTerm{Kind: graph.KindIRI, Text: text}, nil
}
