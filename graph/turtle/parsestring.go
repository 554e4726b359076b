package turtle

import (
	"policygraph/graph"
	"policygraph/graph/internal/name"
)

// rdfLiteral is the production RDFLiteral.
func (p *parser) rdfLiteral(t *graph.RawTerm) error {
	text, err := p.str()
	if err != nil {
		return err
	}
	*t = graph.RawTerm{Kind: graph.KindString, Text: text}
	switch p.ws() {
	case '@':
		t.Kind = graph.KindLangString
		t.Aux, err = p.langtag()
	case '^':
		err = p.datatype(t)
	}
	return err
}

// datatype is "^^" iri.
func (p *parser) datatype(t *graph.RawTerm) error {
	if p.at(1) != '^' {
		return p.expected(`"^^" and a datatype`)
	}
	p.pos += len("^^")
	if c := p.ws(); !startsIRI(c) {
		return p.expected("a datatype IRI")
	}
	offset := p.offset()
	var datatype graph.RawTerm
	if err := p.iri(&datatype); err != nil {
		return err
	}
	if needsTag(datatype.Text) {
		return p.expectedAt(offset, "a language tag", string(datatype.Text))
	}
	setDatatype(t, datatype.Text)
	return nil
}

// setDatatype makes a typed literal of t, except where the datatype is
// xsd:string.
func setDatatype(t *graph.RawTerm, datatype []byte) {
	if string(datatype) != graph.XSDString {
		t.Kind, t.Aux = graph.KindTypedString, datatype
	}
}

// needsTag reports whether a datatype is one of those that literals have by
// their language tag and cannot have without (RDF 1.1 Concepts, section 3.3).
func needsTag(datatype []byte) bool {
	if len(datatype) <= len(rdfNS) || string(datatype[:len(rdfNS)]) != rdfNS {
		return false
	}
	name := string(datatype[len(rdfNS):])
	return name == "langString" || name == "dirLangString"
}

const aSubtag = "a language tag such as nb or en-GB, of parts up to 8 characters long"

// langtag is the production LANGTAG, in lower case.
func (p *parser) langtag() ([]byte, error) {
	p.pos++
	start := len(p.arena)
	roles := letter
	for {
		n := p.run(roles)
		if n == 0 || n > name.LongestSubtag {
			return nil, p.expected(aSubtag)
		}
		p.take(n)
		if err := p.checkSize(start); err != nil {
			return nil, err
		}
		if p.at(0) != '-' {
			break
		}
		if p.at(1) == '-' {
			return nil, p.direction()
		}
		p.take(1)
		roles = letter | digit
	}
	for i, c := range p.arena[start:] {
		p.arena[start+i] = name.Lower(c)
	}
	return p.arena[start:], nil
}

// direction refuses a text direction behind a language tag.
func (p *parser) direction() error {
	if isDirection(p.line()) {
		return p.refused("a text direction")
	}
	return p.expected("the end of the language tag")
}

// isDirection reports whether s begins with "--ltr" or "--rtl" and no letter
// behind.
func isDirection(s []byte) bool {
	const size = len("--ltr")
	if len(s) < size || string(s[:size]) != "--ltr" && string(s[:size]) != "--rtl" {
		return false
	}
	return len(s) == size || !is(s[size], letter|digit) && s[size] != '-'
}

// str is the production String: one of four forms of quoted text.
func (p *parser) str() ([]byte, error) {
	quote := p.at(0)
	if p.at(1) != quote {
		return p.quoted(quote, 1, shortRun)
	}
	if p.at(2) != quote {
		p.pos += 2
		return p.arena[len(p.arena):], nil
	}
	return p.quoted(quote, 3, longRun)
}

// quoted reads text between one or three quotes.
func (p *parser) quoted(quote byte, quotes int, roles class) ([]byte, error) {
	start := len(p.arena)
	p.pos += quotes
	for {
		p.copyRun(roles|beyond, start)
		if err := p.checkSize(start); err != nil {
			return nil, err
		}
		switch c := p.at(0); c {
		case quote:
			if quotes == 1 || p.at(1) == quote && p.at(2) == quote {
				p.pos += quotes
				return p.arena[start:], nil
			}
			p.take(1)
		case '"', '\'':
			p.take(1)
		case '\\':
			if err := p.escape(appendUnescaped, anEscape); err != nil {
				return nil, err
			}
		default:
			return nil, p.expected("the closing quote")
		}
	}
}
