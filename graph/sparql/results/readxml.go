package results

import (
	"encoding/xml"
	"errors"
	"io"
	"slices"
	"strings"

	"github.com/cayleygraph/quad"
)

// xmlSource reads the SPARQL Query Results XML Format. It reads no document
// type, and so no entities but the five of XML. Elements that the format does
// not have are errors.
type xmlSource struct {
	head
	in      *input
	decoder *xml.Decoder
}

func openXML(in *input) (source, error) {
	s := &xmlSource{in: in, decoder: xml.NewDecoder(in)}
	if _, err := s.start("sparql"); err != nil {
		return nil, err
	}
	if _, err := s.start("head"); err != nil {
		return nil, err
	}
	if err := s.readHead(); err != nil {
		return nil, err
	}
	start, err := s.start("results", "boolean")
	if err != nil || start.Name.Local == "results" {
		return s, err
	}
	return s, s.readBoolean()
}

// token reads a token. Its place is in.here until the next one is read.
func (s *xmlSource) token(expected string) (xml.Token, error) {
	s.in.advance(s.decoder.InputOffset())
	t, err := s.decoder.Token()
	if err == nil {
		if _, doctype := t.(xml.Directive); doctype {
			e := s.in.mistake(s.in.here, "no document type", "one")
			e.Cause = errors.ErrUnsupported
			return nil, e
		}
		return t, nil
	}
	var syntax *xml.SyntaxError
	if errors.As(err, &syntax) {
		s.in.advance(s.decoder.InputOffset())
		if syntax.Msg == "unexpected EOF" {
			return nil, s.in.failed(io.EOF, expected)
		}
		return nil, s.in.failed(errors.New(syntax.Msg), expected)
	}
	return nil, s.in.failed(err, expected)
}

// tag reads the next start or end tag, with nothing but white space and
// comments before it.
func (s *xmlSource) tag(expected string) (xml.Token, error) {
	for {
		t, err := s.token(expected)
		if err != nil {
			return nil, err
		}
		switch t := t.(type) {
		case xml.StartElement, xml.EndElement:
			return t, nil
		case xml.CharData:
			if text := strings.TrimSpace(string(t)); text != "" {
				return nil, s.in.mistake(s.in.here, expected, quoted(text))
			}
		}
	}
}

// start reads the start tag of one of these elements.
func (s *xmlSource) start(names ...string) (xml.StartElement, error) {
	e, ok, err := s.child(names...)
	if err == nil && !ok {
		err = s.unexpected(xml.EndElement{Name: e.Name}, oneOf(names))
	}
	return e, err
}

// child reads the start tag of one of these elements inside another. It is not
// ok at the end tag of that, whose name it gives.
func (s *xmlSource) child(names ...string) (e xml.StartElement, ok bool, err error) {
	t, err := s.tag(oneOf(names))
	if err != nil {
		return e, false, err
	}
	if end, ok := t.(xml.EndElement); ok {
		return xml.StartElement{Name: end.Name}, false, nil
	}
	e = t.(xml.StartElement)
	if e.Name.Space == resultsNS && slices.Contains(names, e.Name.Local) {
		return e, true, nil
	}
	return e, false, s.unexpected(t, oneOf(names))
}

// oneOf names tags for an error.
func oneOf(names []string) string { return "<" + strings.Join(names, "> or <") + ">" }

// unexpected is the error of another tag.
func (s *xmlSource) unexpected(t xml.Token, expected string) error {
	start, ok := t.(xml.StartElement)
	switch {
	case !ok:
		return s.in.mistake(s.in.here, expected, "</"+t.(xml.EndElement).Name.Local+">")
	case start.Name == xml.Name{Space: resultsNS, Local: "triple"}:
		return s.in.refused(s.in.here, "a triple term")
	case start.Name.Space != resultsNS:
		return s.in.mistake(s.in.here, expected, "<"+start.Name.Local+"> of the namespace "+quoted(start.Name.Space))
	}
	return s.in.mistake(s.in.here, expected, "<"+start.Name.Local+">")
}

// end reads the end tag of an element without content.
func (s *xmlSource) end(of string) error {
	t, err := s.tag("</" + of + ">")
	if err != nil {
		return err
	}
	if _, ok := t.(xml.EndElement); !ok {
		return s.unexpected(t, "</"+of+">")
	}
	return nil
}

// text reads text up to the end tag of its element.
func (s *xmlSource) text(of string) (string, error) {
	var text strings.Builder
	for {
		t, err := s.token("</" + of + ">")
		if err != nil {
			return "", err
		}
		switch t := t.(type) {
		case xml.EndElement:
			return text.String(), nil
		case xml.StartElement:
			return "", s.unexpected(t, "</"+of+">")
		case xml.CharData:
			if text.Len()+len(t) > s.in.o.MaxTokenBytes {
				return "", s.in.beyondLimit(s.in.here, int64(s.in.o.MaxTokenBytes), "bytes in one piece")
			}
			text.Write(t)
		}
	}
}

// attribute finds an attribute without a prefix.
func (s *xmlSource) attribute(e xml.StartElement, name string) (string, error) {
	for _, a := range e.Attr {
		if a.Name == (xml.Name{Local: name}) {
			return a.Value, nil
		}
	}
	return "", s.in.mistake(s.in.here, "the attribute "+name, "<"+e.Name.Local+"> without it")
}

// readHead reads the variables and links (section 2.2).
func (s *xmlSource) readHead() error {
	for {
		e, ok, err := s.child("variable", "link")
		if err != nil || !ok {
			return err
		}
		attribute := "name"
		if e.Name.Local == "link" {
			attribute = "href"
		}
		value, err := s.attribute(e, attribute)
		if err != nil {
			return err
		}
		if e.Name.Local == "link" {
			s.Links = append(s.Links, value)
		} else if err := s.declare(s.in, s.in.here, value); err != nil {
			return err
		}
		if err := s.end(e.Name.Local); err != nil {
			return err
		}
	}
}

// readBoolean reads the answer to an ASK (section 2.3.2) and the rest.
func (s *xmlSource) readBoolean() error {
	text, err := s.text("boolean")
	if err != nil {
		return err
	}
	s.IsBoolean = true
	switch strings.TrimSpace(text) {
	case "true", "1":
		s.Boolean = true
	case "false", "0":
	default:
		return s.in.mistake(s.in.here, "true or false", quoted(text))
	}
	if err := s.close(); err != io.EOF {
		return err
	}
	return nil
}

// close reads on from behind the answer to the end of the document.
func (s *xmlSource) close() error {
	if err := s.end("sparql"); err != nil {
		return err
	}
	for {
		s.in.advance(s.decoder.InputOffset())
		switch t, err := s.decoder.Token(); {
		case err == io.EOF && s.in.err == nil:
			return io.EOF
		case err != nil:
			return s.in.failed(err, "the end of the input")
		default:
			switch t := t.(type) {
			case xml.Comment, xml.ProcInst:
			case xml.CharData:
				if strings.TrimSpace(string(t)) != "" {
					return s.in.mistake(s.in.here, "the end of the input", "text")
				}
			default:
				return s.in.mistake(s.in.here, "the end of the input", "more")
			}
		}
	}
}

func (s *xmlSource) next() ([]quad.Value, error) {
	_, ok, err := s.child("result")
	switch {
	case err != nil:
		return nil, err
	case !ok:
		return nil, s.close()
	}
	row := make([]quad.Value, len(s.Vars))
	for {
		e, ok, err := s.child("binding")
		if err != nil {
			return nil, err
		}
		if !ok {
			return row, nil
		}
		if err := s.readBinding(e, row); err != nil {
			return nil, err
		}
	}
}

// readBinding reads the term of a variable (section 2.3.1).
func (s *xmlSource) readBinding(e xml.StartElement, row []quad.Value) error {
	at := s.in.here
	variable, err := s.attribute(e, "name")
	if err != nil {
		return err
	}
	if e, err = s.start("uri", "bnode", "literal"); err != nil {
		return err
	}
	term, err := s.readTerm(e)
	if err != nil {
		return err
	}
	if err := s.bind(s.in, at, row, variable, term); err != nil {
		return err
	}
	return s.end("binding")
}

func (s *xmlSource) readTerm(e xml.StartElement) (quad.Value, error) {
	at := s.in.here
	lang, datatype, err := s.literalAttributes(e)
	if err != nil {
		return nil, err
	}
	text, err := s.text(e.Name.Local)
	if err != nil {
		return nil, err
	}
	switch e.Name.Local {
	case "uri":
		return s.in.term(at, quad.IRI(text))
	case "bnode":
		return s.in.term(at, quad.BNode(text))
	}
	return s.in.literal(at, text, lang, datatype)
}

// literalAttributes reads the language and the datatype.
func (s *xmlSource) literalAttributes(e xml.StartElement) (lang, datatype string, err error) {
	const xmlNS, itsNS = "http://www.w3.org/XML/1998/namespace", "http://www.w3.org/2005/11/its"
	for _, a := range e.Attr {
		switch a.Name {
		case xml.Name{Space: xmlNS, Local: "lang"}:
			lang = a.Value
		case xml.Name{Local: "datatype"}:
			datatype = a.Value
		case xml.Name{Space: itsNS, Local: "dir"}:
			return "", "", s.in.refused(s.in.here, "a text direction")
		}
	}
	return lang, datatype, nil
}
