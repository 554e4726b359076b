package results

import (
	"encoding/json"
	"errors"
	"io"
	"strings"

	"github.com/cayleygraph/quad"
)

// jsonSource reads SPARQL 1.1 Query Results JSON. Members of the document may
// come in any order; rows that come before the head are kept until it is read.
// Members that the format does not know are passed over.
type jsonSource struct {
	head
	in      *input
	decoder *json.Decoder
	headed  bool
	waiting [][]binding // rows before the head
	inRows  bool        // the next token is a row or the end of rows
	done    bool        // there were rows, or an answer
}

// binding is a variable with its term.
type binding struct {
	at   position
	name string
	term quad.Value
}

func openJSON(in *input) (source, error) {
	s := &jsonSource{in: in, decoder: json.NewDecoder(in)}
	s.decoder.UseNumber()
	if err := s.open('{', "a JSON object"); err != nil {
		return nil, err
	}
	return s, s.members()
}

// token reads a token. Its place is in.here until the next one is read.
func (s *jsonSource) token(expected string) (json.Token, error) {
	s.in.advance(s.decoder.InputOffset())
	t, err := s.decoder.Token()
	s.blank()
	switch {
	case s.in.invalid:
		return nil, s.in.mistake(s.in.here, "UTF-8", "bytes before this that are not")
	case err == nil:
		return t, nil
	}
	var syntax *json.SyntaxError
	if errors.As(err, &syntax) {
		s.in.advance(s.decoder.InputOffset())
		s.blank()
		return nil, s.in.failed(errors.New(syntax.Error()), expected)
	}
	return nil, s.in.failed(err, expected)
}

// blank moves over blanks, commas and colons.
func (s *jsonSource) blank() {
	n := 0
	for n < len(s.in.kept) && strings.IndexByte(" \t\r\n,:", s.in.kept[n]) >= 0 {
		n++
	}
	s.in.advance(s.in.here.offset + int64(n))
}

func (s *jsonSource) open(bracket json.Delim, expected string) error {
	t, err := s.token(expected)
	if err == nil && t != bracket {
		err = s.in.mistake(s.in.here, expected, describe(t))
	}
	return err
}

func (s *jsonSource) str(expected string) (string, error) {
	t, err := s.token(expected)
	if err != nil {
		return "", err
	}
	text, ok := t.(string)
	if !ok {
		return "", s.in.mistake(s.in.here, expected, describe(t))
	}
	return text, nil
}

// describe says what a token is.
func describe(t json.Token) string {
	switch t := t.(type) {
	case json.Delim:
		return t.String()
	case string:
		return quoted(t)
	case json.Number:
		return "the number " + t.String()
	case bool:
		return string(appendBoolean(nil, t))
	}
	return "null"
}

// members reads the members of the document up to rows that can be given, or
// to its end.
func (s *jsonSource) members() error {
	for s.decoder.More() {
		key, err := s.str("a member of the results")
		if err != nil {
			return err
		}
		if err := s.member(key); err != nil || s.inRows {
			return err
		}
	}
	return s.end()
}

func (s *jsonSource) member(key string) error {
	switch key {
	case "head":
		return s.readHead()
	case "boolean":
		return s.readBoolean()
	case "results":
		return s.openRows()
	}
	return s.skip(0)
}

// end reads the end of the document and checks that it was complete.
func (s *jsonSource) end() error {
	if _, err := s.token("a member of the results"); err != nil {
		return err
	}
	switch {
	case !s.headed:
		return s.in.mistake(s.in.here, "a head", "the end of the results")
	case !s.done:
		return s.in.mistake(s.in.here, "results or a boolean", "the end of the results")
	}
	s.in.advance(s.decoder.InputOffset())
	switch _, err := s.decoder.Token(); {
	case err == io.EOF && s.in.err == nil:
		return nil
	case err != nil && (s.in.err != nil || s.in.long):
		return s.in.failed(err, "the end of the input")
	}
	s.blank()
	return s.in.mistake(s.in.here, "the end of the input", "more")
}

// once refuses a second head, and a second answer.
func (s *jsonSource) once(done *bool, what string) error {
	if *done {
		return s.in.mistake(s.in.here, "one "+what, "another")
	}
	*done = true
	return nil
}

// readHead reads the variables and links (section 3.1).
func (s *jsonSource) readHead() error {
	if err := s.once(&s.headed, "head"); err != nil {
		return err
	}
	if err := s.open('{', "the object of the head"); err != nil {
		return err
	}
	for s.decoder.More() {
		key, err := s.str("a member of the head")
		switch {
		case err != nil:
			return err
		case key == "vars":
			err = s.strings("the name of a variable", func(v string) error { return s.declare(s.in, s.in.here, v) })
		case key == "link":
			err = s.strings("a link", func(v string) error { s.Links = append(s.Links, v); return nil })
		default:
			err = s.skip(0)
		}
		if err != nil {
			return err
		}
	}
	_, err := s.token("a member of the head")
	return err
}

// strings reads an array of strings.
func (s *jsonSource) strings(what string, each func(string) error) error {
	if err := s.open('[', "an array"); err != nil {
		return err
	}
	for s.decoder.More() {
		text, err := s.str(what)
		if err != nil {
			return err
		}
		if err := each(text); err != nil {
			return err
		}
	}
	_, err := s.token(what)
	return err
}

// readBoolean reads the answer to an ASK (section 3.4).
func (s *jsonSource) readBoolean() error {
	if err := s.once(&s.done, "answer"); err != nil {
		return err
	}
	t, err := s.token("true or false")
	if err != nil {
		return err
	}
	answer, ok := t.(bool)
	if !ok {
		return s.in.mistake(s.in.here, "true or false", describe(t))
	}
	s.IsBoolean, s.Boolean = true, answer
	return nil
}

// openRows reads the member results up to its first row, or to its end where
// the head is yet to come (section 3.2).
func (s *jsonSource) openRows() error {
	if err := s.once(&s.done, "answer"); err != nil {
		return err
	}
	if err := s.open('{', "the object of the results"); err != nil {
		return err
	}
	for s.decoder.More() {
		key, err := s.str("the member bindings")
		if err != nil {
			return err
		}
		if key != "bindings" {
			if err := s.skip(0); err != nil {
				return err
			}
			continue
		}
		if err := s.open('[', "the array of bindings"); err != nil {
			return err
		}
		if s.inRows = s.headed; s.inRows {
			return nil
		}
		if err := s.keepRows(); err != nil {
			return err
		}
	}
	_, err := s.token("the member bindings")
	return err
}

// keepRows reads all rows before the head.
func (s *jsonSource) keepRows() error {
	for s.decoder.More() {
		if most := s.in.o.MaxRows; most > 0 && int64(len(s.waiting)) == most {
			return s.in.beyondLimit(s.in.here, most, "rows")
		}
		row, err := s.row()
		if err != nil {
			return err
		}
		s.waiting = append(s.waiting, row)
	}
	_, err := s.token("a row")
	return err
}

func (s *jsonSource) next() ([]quad.Value, error) {
	if len(s.waiting) > 0 {
		row := s.waiting[0]
		s.waiting = s.waiting[1:]
		return s.place(row)
	}
	if !s.inRows {
		return nil, io.EOF
	}
	if s.decoder.More() {
		row, err := s.row()
		if err != nil {
			return nil, err
		}
		return s.place(row)
	}
	return nil, s.closeRows()
}

// closeRows reads on from the end of the rows to that of the document.
func (s *jsonSource) closeRows() error {
	s.inRows = false
	if _, err := s.token("a row"); err != nil {
		return err
	}
	for s.decoder.More() {
		key, err := s.str("the end of the results")
		if err != nil {
			return err
		}
		if key == "bindings" {
			return s.in.mistake(s.in.here, "one member bindings", "another")
		}
		if err := s.skip(0); err != nil {
			return err
		}
	}
	if _, err := s.token("the end of the results"); err != nil {
		return err
	}
	if err := s.members(); err != nil {
		return err
	}
	return io.EOF
}

// place brings the bindings of a row into the order of the variables.
func (s *jsonSource) place(bindings []binding) ([]quad.Value, error) {
	row := make([]quad.Value, len(s.Vars))
	for _, b := range bindings {
		if err := s.bind(s.in, b.at, row, b.name, b.term); err != nil {
			return nil, err
		}
	}
	return row, nil
}

// row reads one solution (section 3.2.1).
func (s *jsonSource) row() (row []binding, err error) {
	if err := s.open('{', "the object of a row"); err != nil {
		return nil, err
	}
	for s.decoder.More() {
		var b binding
		if b.name, err = s.str("the name of a variable"); err != nil {
			return nil, err
		}
		b.at = s.in.here
		if b.term, err = s.readTerm(); err != nil {
			return nil, err
		}
		row = append(row, b)
	}
	_, err = s.token("the name of a variable")
	return row, err
}

// readTerm reads the object of a term (section 3.2.2).
func (s *jsonSource) readTerm() (quad.Value, error) {
	if err := s.open('{', "the object of a term"); err != nil {
		return nil, err
	}
	at := s.in.here
	parts := make(map[string]string, 4)
	for s.decoder.More() {
		key, err := s.str("a member of a term")
		if err != nil {
			return nil, err
		}
		if err := s.part(parts, key); err != nil {
			return nil, err
		}
	}
	if _, err := s.token("a member of a term"); err != nil {
		return nil, err
	}
	return s.makeTerm(at, parts)
}

// part reads a member of a term.
func (s *jsonSource) part(parts map[string]string, key string) (err error) {
	switch key {
	case "type", "value", "xml:lang", "datatype":
		if _, again := parts[key]; again {
			return s.in.mistake(s.in.here, "each member of a term once", quoted(key)+" again")
		}
		parts[key], err = s.partText(key)
		return err
	case "its:dir":
		return s.in.refused(s.in.here, "a text direction")
	}
	return s.skip(0)
}

// partText reads the string of a member. The value of a triple term would be
// an object.
func (s *jsonSource) partText(key string) (string, error) {
	t, err := s.token("a string for " + key)
	if err != nil {
		return "", err
	}
	text, ok := t.(string)
	switch {
	case ok:
		return text, nil
	case key == "value" && t == json.Delim('{'):
		return "", s.in.refused(s.in.here, "a triple term")
	}
	return "", s.in.mistake(s.in.here, "a string for "+key, describe(t))
}

func (s *jsonSource) makeTerm(at position, parts map[string]string) (quad.Value, error) {
	text, ok := parts["value"]
	if !ok {
		return nil, s.in.mistake(at, "a term with a value", "none")
	}
	switch kind := parts["type"]; kind {
	case "uri":
		return s.in.term(at, quad.IRI(text))
	case "bnode":
		return s.in.term(at, quad.BNode(text))
	case "literal", "typed-literal": // the latter is that of the first draft
		return s.in.literal(at, text, parts["xml:lang"], parts["datatype"])
	case "triple":
		return nil, s.in.refused(at, "a triple term")
	default:
		return nil, s.in.mistake(at, "the type uri, bnode or literal", quoted(kind))
	}
}

// skip passes over a value.
func (s *jsonSource) skip(depth int) error {
	for {
		t, err := s.token("a value")
		if err != nil {
			return err
		}
		switch t {
		case json.Delim('{'), json.Delim('['):
			if depth++; depth > mostDepth {
				return s.in.beyondLimit(s.in.here, mostDepth, "brackets in brackets")
			}
		case json.Delim('}'), json.Delim(']'):
			depth--
		}
		if depth == 0 {
			return nil
		}
	}
}
