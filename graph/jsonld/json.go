package jsonld

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"unicode/utf8"
)

// member is one name and value of a JSON object.
type member struct {
	name  string
	value any
}

// object is a JSON object that keeps the order of its members, for the order
// of a context is the order in which a Writer puts its keys.
type object struct {
	members []member
	index   map[string]int
}

// get returns the value of the member name; ok tells null from nothing.
func (o *object) get(name string) (value any, ok bool) {
	i, ok := o.index[name]
	if !ok {
		return nil, false
	}
	return o.members[i].value, true
}

// contextDepth limits the nesting of a context. A context of three scopes
// within each other, the deepest seen in use, needs eight levels.
const contextDepth = 64

// parseOrdered reads one JSON text. Objects become *object, arrays []any,
// numbers json.Number, the rest string, bool and nil.
func parseOrdered(text []byte) (any, error) {
	if !utf8.Valid(text) {
		return nil, fmt.Errorf("expected JSON in UTF-8")
	}
	d := json.NewDecoder(bytes.NewReader(text))
	d.UseNumber()
	p := orderedParser{text: text, dec: d}
	v, err := p.value(0)
	if err != nil {
		return nil, err
	}
	if _, err := p.token(); err != io.EOF {
		return nil, p.errorf("expected the end of the text after one JSON value")
	}
	return v, nil
}

type orderedParser struct {
	text []byte
	dec  *json.Decoder
	at   int // where the latest token begins
}

func (p *orderedParser) token() (json.Token, error) {
	p.at = int(p.dec.InputOffset())
	rest := p.text[p.at:]
	p.at += len(rest) - len(bytes.TrimLeft(rest, " \t\r\n,:"))
	return p.dec.Token()
}

func (p *orderedParser) errorf(format string, args ...any) error {
	line, column := position(p.text, p.at)
	return fmt.Errorf("%d:%d: %s", line, column, fmt.Sprintf(format, args...))
}

// position counts lines and columns (in characters) from 1.
func position(text []byte, offset int) (line, column int) {
	before := text[:min(max(offset, 0), len(text))]
	start := bytes.LastIndexByte(before, '\n') + 1
	return bytes.Count(before, []byte{'\n'}) + 1, utf8.RuneCount(before[start:]) + 1
}

func (p *orderedParser) value(depth int) (any, error) {
	if depth > contextDepth {
		return nil, p.errorf("expected at most %d levels of nesting", contextDepth)
	}
	tok, err := p.token()
	if err != nil {
		return nil, p.errorf("expected a JSON value: %v", err)
	}
	switch tok {
	case json.Delim('{'):
		return p.object(depth)
	case json.Delim('['):
		return p.array(depth)
	}
	return tok, nil
}

func (p *orderedParser) array(depth int) (any, error) {
	list := []any{}
	for p.dec.More() {
		v, err := p.value(depth + 1)
		if err != nil {
			return nil, err
		}
		list = append(list, v)
	}
	return list, p.closing("]")
}

func (p *orderedParser) object(depth int) (any, error) {
	o := &object{index: map[string]int{}}
	for p.dec.More() {
		tok, err := p.token()
		if err != nil {
			return nil, p.errorf("expected the name of a member: %v", err)
		}
		name := tok.(string)
		if _, twice := o.index[name]; twice {
			return nil, p.errorf("the member %q stands twice in one object", name)
		}
		v, err := p.value(depth + 1)
		if err != nil {
			return nil, err
		}
		o.index[name] = len(o.members)
		o.members = append(o.members, member{name, v})
	}
	return o, p.closing("}")
}

func (p *orderedParser) closing(bracket string) error {
	if _, err := p.token(); err != nil {
		return p.errorf("expected %s: %v", bracket, err)
	}
	return nil
}
