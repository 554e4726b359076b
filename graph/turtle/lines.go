package turtle

import (
	"bytes"
	"unicode/utf8"

	"policygraph/graph"
	"policygraph/graph/internal/iri"
	"policygraph/graph/internal/name"
)

// lines reads N-Triples and N-Quads from a block of whole lines. Its methods
// are the productions of the grammars. Each begins at its first byte, blanks
// passed over, and ends behind its last.
//
// Terms are views of the block where they are written without escapes, else of
// the arena. The block ends with a newline, so that no loop has to look for
// its end.
type lines struct {
	o      *ReadOptions
	text   []byte
	pos    int
	start  int      // where the statement that next read last begins
	seen   int      // beginning of a line, up to which lines were counted
	origin position // of text[seen]
	arena  []byte
}

// delimited is how a term between delimiters is read.
type delimited struct {
	closing  byte
	roles    class                                    // bytes that stand for themselves
	unescape func(dst, s []byte) (_ []byte, size int) // for what begins with a backslash
	escape   string                                   // what was expected where that fails
	end      string                                   // what was expected behind the last of roles
}

var (
	iriForm    = delimited{'>', inIRI | beyond, appendUnescapedIRI, anIRIEscape, `a character that IRIs may hold, or ">"`}
	stringForm = delimited{'"', lineRun | beyond, appendUnescaped, anEscape, "the closing quote"}
	singleForm = delimited{'\'', shortRun | beyond, appendUnescaped, anEscape, "the closing quote"}
)

// next reads on to the next statement, and reports false behind the last. After
// an error it stands behind the line that is at fault.
func (l *lines) next(q *graph.RawQuad) (bool, *SyntaxError) {
	for l.pos < len(l.text) {
		c := l.blanks()
		if is(c, letter) {
			if err := l.version(); err != nil {
				return false, l.skip(err)
			}
		}
		if c = l.blanks(); c != '\n' && c != '\r' && c != '#' {
			l.start = l.pos
			err := l.statement(q)
			if err == nil {
				err = l.endOfLine()
			}
			if err != nil {
				return false, l.skip(err)
			}
			return true, nil
		}
		if err := l.endOfLine(); err != nil {
			return false, l.skip(err)
		}
	}
	return false, nil
}

// skip passes over the rest of a line that is at fault.
func (l *lines) skip(err *SyntaxError) *SyntaxError {
	l.pos += bytes.IndexByte(l.text[l.pos:], '\n') + 1
	return err
}

// blanks passes over spaces and tabs and gives the byte that comes then.
func (l *lines) blanks() byte {
	c := l.text[l.pos]
	for c == ' ' || c == '\t' {
		l.pos++
		c = l.text[l.pos]
	}
	return c
}

// endOfLine is EOL, with blanks and a comment before it.
func (l *lines) endOfLine() *SyntaxError {
	c := l.blanks()
	if c == '#' {
		l.pos += bytes.IndexAny(l.text[l.pos:], "\r\n")
		c = l.text[l.pos]
	}
	if c != '\n' && c != '\r' {
		return l.expected("the end of the line")
	}
	l.pos++
	return nil
}

// version is the versionDirective of RDF 1.2. Which version it names makes no
// difference.
func (l *lines) version() *SyntaxError {
	const keyword = "VERSION"
	if !bytes.HasPrefix(l.text[l.pos:], []byte(keyword)) {
		return l.expected("a subject")
	}
	l.pos += len(keyword)
	form := &stringForm
	switch l.blanks() {
	case '"':
	case '\'':
		form = &singleForm
	default:
		return l.expected("a version in quotes")
	}
	if _, err := l.delimited(form); err != nil {
		return err
	}
	if c := l.blanks(); c != '\n' && c != '\r' && c != '#' {
		return l.expected("the end of the line")
	}
	return nil
}

// statement is the production triple, or statement of N-Quads.
func (l *lines) statement(q *graph.RawQuad) *SyntaxError {
	if err := l.resource(&q.Subject, "a subject"); err != nil {
		return err
	}
	if l.blanks() != '<' {
		return l.expected("a predicate")
	}
	if err := l.iriref(&q.Predicate); err != nil {
		return err
	}
	if err := l.object(&q.Object); err != nil {
		return err
	}
	q.Graph = graph.RawTerm{}
	if c := l.blanks(); l.o.Syntax == NQuads && c != '.' {
		if err := l.resource(&q.Graph, `a graph name or "."`); err != nil {
			return err
		}
	}
	if l.blanks() != '.' {
		return l.expected(`"."`)
	}
	l.pos++
	return nil
}

// resource is an IRIREF or a BLANK_NODE_LABEL.
func (l *lines) resource(t *graph.RawTerm, what string) *SyntaxError {
	switch l.blanks() {
	case '<':
		return l.iriref(t)
	case '_':
		return l.blankNodeLabel(t)
	}
	return l.expected(what)
}

func (l *lines) object(t *graph.RawTerm) *SyntaxError {
	if l.blanks() == '"' {
		return l.literal(t)
	}
	return l.resource(t, "an object")
}

// iriref is the production IRIREF, which must be absolute.
func (l *lines) iriref(t *graph.RawTerm) *SyntaxError {
	start := l.pos
	if l.text[start+1] == '<' {
		return l.tripleTerm()
	}
	text, err := l.delimited(&iriForm)
	if err != nil {
		return err
	}
	if !iri.IsAbsolute(text) {
		l.pos = start
		return l.mistake("an absolute IRI", "<"+string(text)+">")
	}
	*t = graph.RawTerm{Kind: graph.KindIRI, Text: text}
	return nil
}

// delimited gives the text between two delimiters on one line.
func (l *lines) delimited(form *delimited) ([]byte, *SyntaxError) {
	start := l.pos
	end := start + 1
	for is(l.text[end], form.roles) {
		end++
	}
	text := l.text[start+1 : end : end]
	l.pos = end
	if l.text[end] == '\\' {
		var err *SyntaxError
		if text, err = l.escaped(text, form); err != nil {
			return nil, err
		}
	}
	if l.text[l.pos] != form.closing {
		return nil, l.expected(form.end)
	}
	l.pos++
	return text, l.checkSize(text, start)
}

// escaped reads on from a backslash and gives text and what follows, in the
// arena.
func (l *lines) escaped(text []byte, form *delimited) ([]byte, *SyntaxError) {
	start := len(l.arena)
	l.arena = append(l.arena, text...)
	for l.text[l.pos] == '\\' {
		var size int
		if l.arena, size = form.unescape(l.arena, l.text[l.pos:]); size == 0 {
			return nil, l.expected(form.escape)
		}
		l.pos += size
		from := l.pos
		for is(l.text[l.pos], form.roles) {
			l.pos++
		}
		l.arena = append(l.arena, l.text[from:l.pos]...)
	}
	return l.arena[start:len(l.arena):len(l.arena)], nil
}

// blankNodeLabel is the production BLANK_NODE_LABEL.
func (l *lines) blankNodeLabel(t *graph.RawTerm) *SyntaxError {
	if l.text[l.pos+1] != ':' {
		return l.expected(`"_:" and a blank node label`)
	}
	start := l.pos + len("_:")
	if r, _ := utf8.DecodeRune(l.text[start:]); !name.IsLabelStart(r) {
		l.pos = start
		return l.expected("a blank node label")
	}
	end := start
	for is(l.text[end], inName|dot) {
		end++
	}
	if l.text[end] >= 0x80 {
		end = endOfName(l.text, end)
	}
	for l.text[end-1] == '.' {
		end--
	}
	l.pos = end
	text := l.text[start:end:end]
	if l.o.BlankPrefix != "" {
		from := len(l.arena)
		l.arena = append(append(l.arena, l.o.BlankPrefix...), text...)
		text = l.arena[from:len(l.arena):len(l.arena)]
	}
	*t = graph.RawTerm{Kind: graph.KindBNode, Text: text}
	return l.checkSize(text, start-len("_:"))
}

// endOfName is where the characters end, from s[i] on, that may be in a label.
func endOfName(s []byte, i int) int {
	for {
		r, size := utf8.DecodeRune(s[i:])
		if !name.IsChars(r) && r != '.' {
			return i
		}
		i += size
	}
}

// literal is the production literal.
func (l *lines) literal(t *graph.RawTerm) *SyntaxError {
	text, err := l.delimited(&stringForm)
	if err != nil {
		return err
	}
	*t = graph.RawTerm{Kind: graph.KindString, Text: text}
	switch l.blanks() {
	case '@':
		return l.langtag(t)
	case '^':
		return l.datatype(t)
	}
	return nil
}

// datatype is "^^" IRIREF.
func (l *lines) datatype(t *graph.RawTerm) *SyntaxError {
	if l.text[l.pos+1] != '^' {
		return l.expected(`"^^" and a datatype`)
	}
	l.pos += len("^^")
	if l.blanks() != '<' {
		return l.expected("a datatype IRI")
	}
	start := l.pos
	var datatype graph.RawTerm
	if err := l.iriref(&datatype); err != nil {
		return err
	}
	if needsTag(datatype.Text) {
		l.pos = start
		return l.mistake("a language tag", string(datatype.Text))
	}
	setDatatype(t, datatype.Text)
	return nil
}

// langtag is the production LANGTAG, in lower case.
func (l *lines) langtag(t *graph.RawTerm) *SyntaxError {
	start := l.pos + 1
	roles := letter
	l.pos = start
	for {
		from := l.pos
		for is(l.text[l.pos], roles) {
			l.pos++
		}
		if n := l.pos - from; n == 0 || n > name.LongestSubtag {
			l.pos = from
			return l.expected(aSubtag)
		}
		if l.text[l.pos] != '-' {
			break
		}
		if l.text[l.pos+1] == '-' {
			return l.direction()
		}
		l.pos++
		roles = letter | digit
	}
	t.Kind, t.Aux = graph.KindLangString, l.lower(l.text[start:l.pos:l.pos])
	return l.checkSize(t.Aux, start-1)
}

// lower is tag in lower case, which is tag itself where it can be.
func (l *lines) lower(tag []byte) []byte {
	for _, c := range tag {
		if name.Lower(c) != c {
			start := len(l.arena)
			l.arena = name.AppendLower(l.arena, tag)
			return l.arena[start:len(l.arena):len(l.arena)]
		}
	}
	return tag
}

// direction refuses a text direction behind a language tag.
func (l *lines) direction() *SyntaxError {
	if isDirection(l.text[l.pos:]) {
		return refused(l.mistake, "a text direction")
	}
	return l.expected("the end of the language tag")
}

// tripleTerm refuses what begins with "<<".
func (l *lines) tripleTerm() *SyntaxError {
	if l.text[l.pos+2] == '(' {
		return refused(l.mistake, "a triple term")
	}
	return refused(l.mistake, "a reified triple")
}

func (l *lines) checkSize(text []byte, start int) *SyntaxError {
	if len(text) <= l.o.MaxTokenBytes {
		return nil
	}
	l.pos = start
	return beyondLimit(l.mistake, int64(l.o.MaxTokenBytes), "bytes in a term")
}

func (l *lines) expected(what string) *SyntaxError {
	return l.mistake(what, describeNext(l.text[l.pos:]))
}

func (l *lines) mistake(expected, found string) *SyntaxError {
	if start := bytes.LastIndexByte(l.text[:l.pos], '\n') + 1; start > l.seen {
		l.origin, l.seen = l.origin.after(l.text[l.seen:start]), start
	}
	return syntaxError(l.o.Name, l.origin, l.text[l.seen:], l.pos-l.seen, expected, found)
}
