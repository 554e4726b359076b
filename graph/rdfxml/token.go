package rdfxml

import (
	"encoding/xml"
	"errors"
	"io"
	"strconv"
	"strings"
	"unicode/utf8"
)

// event is what parser.next found.
type event uint8

const (
	endOfInput  event = iota
	startTag          // in parser.tag
	endTag            // in parser.closed
	charData          // in parser.data, as are the following two
	comment           // only in XML literals
	instruction       // only in XML literals, its target in parser.target
)

// tag is a start tag with its namespaces resolved.
type tag struct {
	xmlName
	attrs []attribute // without declarations of namespaces
}

// xmlName is the name of an element or attribute.
type xmlName struct {
	space         string // the namespace IRI; empty where there is none
	prefix, local string
}

type attribute struct {
	xmlName
	value string
	at    position
}

// String is the name as the document writes it.
func (n xmlName) String() string {
	if n.prefix == "" {
		return n.local
	}
	return n.prefix + ":" + n.local
}

// element is an open element.
type element struct {
	name  xml.Name // with its prefix, as it was written
	bound int      // mark of the namespaces outside
}

const (
	xmlNS   = "http://www.w3.org/XML/1998/namespace"
	xmlnsNS = "http://www.w3.org/2000/xmlns/"
)

// next reads up to the next event.
func (p *parser) next() (event, error) {
	for {
		t, err := p.raw()
		if err != nil {
			return p.endOfInput(err)
		}
		switch t := t.(type) {
		case xml.StartElement:
			return startTag, p.start(t)
		case xml.EndElement:
			return endTag, p.end(t)
		case xml.CharData:
			p.data = t
			return charData, nil
		case xml.Comment:
			p.data = t
			if err := p.checkChars(t); err != nil || p.literal {
				return comment, err
			}
		case xml.ProcInst:
			p.target, p.data = t.Target, t.Inst
			if err := p.instruction(); err != nil || p.literal {
				return instruction, err
			}
		case xml.Directive:
			if err := p.doctype(string(t)); err != nil {
				return 0, err
			}
		}
	}
}

// raw is the next token of encoding/xml. A token other than text ends with a
// greater-than sign; behind text, the less-than sign of the next was read too.
func (p *parser) raw() (xml.Token, error) {
	t, err := p.xml.RawToken()
	if p.src.last == '>' {
		p.src.rest()
	}
	return t, err
}

// endOfInput makes of the reason why there are no more tokens an event or an
// error.
func (p *parser) endOfInput(err error) (event, error) {
	var syntax *xml.SyntaxError
	var mistake *SyntaxError
	switch {
	case p.src.failed != nil:
		return 0, errorIn(p.o.Name, p.src.failed)
	case errors.As(err, &mistake):
		return 0, mistake
	case err == io.EOF && len(p.open) == 0:
		return endOfInput, nil
	case err == io.EOF:
		return 0, p.src.mistake(p.src.here, p.endOf(), "the end of the input")
	case errors.As(err, &syntax) && syntax.Msg == "unexpected EOF":
		return 0, p.src.mistake(p.src.here, "the end of what begins at "+p.src.token.String(), "the end of the input")
	case errors.As(err, &syntax):
		return 0, p.src.mistake(p.src.place(), "well-formed XML", syntax.Msg)
	}
	return 0, p.src.mistake(p.src.place(), "well-formed XML", strings.TrimPrefix(err.Error(), "xml: "))
}

// endOf names the end tag of the innermost element.
func (p *parser) endOf() string { return "</" + written(p.open[len(p.open)-1].name) + ">" }

// written is a name with its prefix.
func written(n xml.Name) string { return xmlName{prefix: n.Space, local: n.Local}.String() }

// start opens an element and makes its tag.
func (p *parser) start(t xml.StartElement) error {
	switch {
	case len(p.open) == 0 && p.rooted:
		return p.src.mistake(p.src.token, "the end of the document", "<"+written(t.Name)+">")
	case len(p.open) == p.o.MaxDepth:
		return p.src.beyondLimit(p.src.token, int64(p.o.MaxDepth), "elements in each other")
	}
	p.rooted = true
	p.open = append(p.open, element{t.Name, p.spaces.mark()})
	for i, a := range t.Attr {
		if err := p.declare(a, p.src.attrs[i]); err != nil {
			return err
		}
	}
	var err error
	if p.tag.xmlName, err = p.resolveName(t.Name, p.src.token, p.spaces.bound[""]); err != nil {
		return err
	}
	return p.attributes(t.Attr)
}

// attributes puts all attributes into the tag that do not declare a namespace.
func (p *parser) attributes(attrs []xml.Attr) (err error) {
	p.tag.attrs = p.tag.attrs[:0]
	for i, a := range attrs {
		if a.Name.Space == "xmlns" || a.Name.Space == "" && a.Name.Local == "xmlns" {
			continue
		}
		at := attribute{value: a.Value, at: p.src.attrs[i]}
		if at.xmlName, err = p.resolveName(a.Name, at.at, ""); err != nil {
			return err
		}
		for _, b := range p.tag.attrs {
			if b.local == at.local && b.space == at.space {
				return p.src.mistake(at.at, "each attribute once", "a second "+at.String())
			}
		}
		p.tag.attrs = append(p.tag.attrs, at)
	}
	return nil
}

// end closes an element.
func (p *parser) end(t xml.EndElement) error {
	last := len(p.open) - 1
	if last < 0 {
		return p.src.mistake(p.src.token, "an element", "</"+written(t.Name)+">")
	}
	if p.open[last].name != t.Name {
		return p.src.mistake(p.src.token, p.endOf(), "</"+written(t.Name)+">")
	}
	p.closed = t.Name
	p.spaces.restore(p.open[last].bound)
	p.open = p.open[:last]
	return nil
}

// resolveName finds the namespace of a name. Without a prefix, it is the one
// given.
func (p *parser) resolveName(n xml.Name, at position, space string) (xmlName, error) {
	if n.Space != "" {
		var ok bool
		if space, ok = p.spaces.bound[n.Space]; !ok {
			return xmlName{}, p.src.mistake(at, "a prefix that is declared", n.Space+":")
		}
	}
	if strings.Contains(n.Local, ":") {
		return xmlName{}, p.src.mistake(at, "a name in front of and behind the colon", n.Local)
	}
	return xmlName{space, n.Space, n.Local}, nil
}

// declare binds a prefix where the attribute says so (Namespaces in XML 1.0,
// sections 3 and 5).
func (p *parser) declare(a xml.Attr, at position) error {
	prefix := a.Name.Local
	switch {
	case a.Name.Space == "" && a.Name.Local == "xmlns":
		prefix = ""
	case a.Name.Space != "xmlns":
		return nil
	case a.Value == "":
		return p.src.mistake(at, "a namespace for the prefix "+prefix, "none")
	}
	if prefix == "xmlns" || (prefix == "xml") != (a.Value == xmlNS) || a.Value == xmlnsNS {
		return p.src.mistake(at, "a prefix and a namespace that XML does not reserve", prefix+` for "`+a.Value+`"`)
	}
	if p.spaces.bind(prefix, a.Value); p.o.OnPrefix != nil {
		p.o.OnPrefix(Prefix{Name: prefix, IRI: a.Value})
	}
	return nil
}

// instruction checks a processing instruction.
func (p *parser) instruction() error {
	switch {
	case strings.EqualFold(p.target, "xml") && (p.target != "xml" || !p.src.token.begins()):
		return p.src.mistake(p.src.token, "an XML declaration at the beginning of the document only", "<?"+p.target)
	case strings.Contains(p.target, ":"):
		return p.src.mistake(p.src.token, "a target without a colon", p.target)
	}
	return p.checkChars(p.data)
}

// checkChars refuses what the tokenizer lets pass outside texts and values.
func (p *parser) checkChars(s []byte) error {
	for i := 0; i < len(s); {
		r, size := utf8.DecodeRune(s[i:])
		if !isChar(r) || r == utf8.RuneError && size == 1 {
			return p.src.mistake(p.src.token, "characters of XML up to the next >", strconv.QuoteToASCII(string(s[i:i+size])))
		}
		i += size
	}
	return nil
}

// bindings are prefixes and their namespaces. What was bound since a mark can
// be taken back.
type bindings struct {
	bound map[string]string
	undo  []undo
}

type undo struct {
	prefix, before string
	was            bool
}

// newBindings holds what is bound without a declaration.
func newBindings() bindings { return bindings{bound: map[string]string{"xml": xmlNS}} }

func (b *bindings) bind(prefix, space string) {
	before, was := b.bound[prefix]
	b.undo = append(b.undo, undo{prefix, before, was})
	b.bound[prefix] = space
}

func (b *bindings) mark() int { return len(b.undo) }

func (b *bindings) restore(mark int) {
	for i := len(b.undo) - 1; i >= mark; i-- {
		if u := b.undo[i]; u.was {
			b.bound[u.prefix] = u.before
		} else {
			delete(b.bound, u.prefix)
		}
	}
	b.undo = b.undo[:mark]
}
