package rdfxml

import (
	"cmp"
	"slices"
	"strings"
)

// canon is what exclusive canonical XML remembers of the elements around.
type canon struct {
	rendered bindings // namespaces declared in the output
	marks    []int    // of rendered, outside each open element
	prefixes []string // that the current tag uses
}

// canonicalContent reads up to the end of the property element and leaves the
// content in text, as Exclusive XML Canonicalization with comments writes it,
// with no namespaces but those in use (section 7.2.17).
func (p *parser) canonicalContent() error {
	p.literal = true
	p.text, p.canon.marks = p.text[:0], p.canon.marks[:0]
	for outside := len(p.open); ; {
		e, err := p.next()
		if err != nil {
			return err
		}
		if e == endTag && len(p.open) < outside {
			p.literal = false
			return nil
		}
		p.canonical(e)
		if err := p.checkText(); err != nil {
			return err
		}
	}
}

// canonical appends what was read last.
func (p *parser) canonical(e event) {
	switch e {
	case startTag:
		p.canonicalStart()
	case endTag:
		last := len(p.canon.marks) - 1
		p.canon.rendered.restore(p.canon.marks[last])
		p.canon.marks = p.canon.marks[:last]
		p.text = append(append(append(p.text, "</"...), written(p.closed)...), '>')
	case charData:
		p.text = appendEscaped(p.text, p.data, &textEscapes)
	case comment:
		p.text = append(append(append(p.text, "<!--"...), lineEnds.Replace(string(p.data))...), "-->"...)
	case instruction:
		p.text = append(append(p.text, "<?"...), p.target...)
		if len(p.data) > 0 {
			p.text = append(append(p.text, ' '), lineEnds.Replace(string(p.data))...)
		}
		p.text = append(p.text, "?>"...)
	}
}

// canonicalStart appends the start tag: the namespaces it uses by prefix, as
// far as the elements around have not declared them, then its attributes by
// namespace and local name.
func (p *parser) canonicalStart() {
	c := &p.canon
	c.marks = append(c.marks, c.rendered.mark())
	p.text = append(append(p.text, '<'), p.tag.String()...)
	c.prefixes = append(c.prefixes[:0], p.tag.prefix)
	for _, a := range p.tag.attrs {
		if a.prefix != "" {
			c.prefixes = append(c.prefixes, a.prefix)
		}
	}
	slices.Sort(c.prefixes)
	for _, prefix := range c.prefixes {
		if space := p.spaces.bound[prefix]; c.rendered.bound[prefix] != space {
			c.rendered.bind(prefix, space)
			p.canonicalAttribute(xmlName{prefix: "xmlns", local: prefix}, space)
		}
	}
	slices.SortFunc(p.tag.attrs, func(a, b attribute) int {
		return cmp.Or(strings.Compare(a.space, b.space), strings.Compare(a.local, b.local))
	})
	for _, a := range p.tag.attrs {
		p.canonicalAttribute(a.xmlName, a.value)
	}
	p.text = append(p.text, '>')
}

func (p *parser) canonicalAttribute(name xmlName, value string) {
	p.text = append(append(p.text, ' '), strings.TrimSuffix(name.String(), ":")...)
	p.text = append(p.text, `="`...)
	p.text = appendEscaped(p.text, value, &valueEscapes)
	p.text = append(p.text, '"')
}

// lineEnds gives text the line ends of XML (section 2.11), which the tokenizer
// leaves as they are in comments and instructions.
var lineEnds = strings.NewReplacer("\r\n", "\n", "\r", "\n")

// escapes gives how a byte is written where it is not written as itself.
type escapes [256]string

// Escapes of canonical XML 1.0, section 2.3.
var (
	textEscapes  = escapes{'&': "&amp;", '<': "&lt;", '>': "&gt;", '\r': "&#xD;"}
	valueEscapes = escapes{'&': "&amp;", '<': "&lt;", '"': "&quot;", '\t': "&#x9;", '\n': "&#xA;", '\r': "&#xD;"}
)

func appendEscaped[T string | []byte](dst []byte, s T, escapes *escapes) []byte {
	from := 0
	for i := range len(s) {
		if e := escapes[s[i]]; e != "" {
			dst = append(append(dst, s[from:i]...), e...)
			from = i + 1
		}
	}
	return append(dst, s[from:]...)
}
