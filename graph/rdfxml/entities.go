package rdfxml

import (
	"errors"
	"strconv"
	"strings"
	"unicode/utf8"

	"policygraph/graph/internal/name"
)

// dtd reads a document type declaration (XML 1.0, section 2.8) for the general
// entities that it declares as texts. It refuses what it would be wrong to pass
// over: other files, parameter entities and attributes by default.
type dtd struct {
	rest     string
	entities map[string]string
}

// wrong is a mistake in a declaration.
type wrong struct {
	expected, found string
	cause           error
}

func (w *wrong) Error() string { return "expected " + w.expected + ", found " + w.found }

// doctype reads the declaration for the source. It may stand once, before the
// first element.
func (p *parser) doctype(text string) error {
	if !strings.HasPrefix(text, "DOCTYPE") || p.src.entities != nil || p.rooted {
		return p.src.mistake(p.src.token, "an element", "<!"+shorten(text))
	}
	d := dtd{rest: text[len("DOCTYPE"):], entities: make(map[string]string)}
	err := d.declaration()
	if err == nil && p.o.MaxEntityBytes < 0 && len(d.entities) > 0 {
		err = &wrong{"no entities, as the options ask", "declarations of them", ErrLimit}
	}
	var w *wrong
	if errors.As(err, &w) {
		e := p.src.mistake(p.src.token, w.expected, w.found)
		e.Cause = w.cause
		return e
	}
	p.src.entities = d.entities
	return err
}

// declaration is the production doctypedecl behind its keyword.
func (d *dtd) declaration() error {
	if !d.space() {
		return d.expected("white space behind DOCTYPE")
	}
	if _, err := d.name(); err != nil {
		return err
	}
	d.space()
	if d.external() {
		return d.refused("a document type without an external part")
	}
	if d.take("[") {
		if err := d.subset(); err != nil {
			return err
		}
		d.space()
	}
	if d.rest != "" {
		return d.expected("the end of the document type")
	}
	return nil
}

// subset is the production intSubset with the bracket that closes it.
func (d *dtd) subset() error {
	for {
		d.space()
		switch {
		case d.take("]"):
			return nil
		case d.take("<!ENTITY"):
			if err := d.entity(); err != nil {
				return err
			}
		case d.take("<?"):
			if _, behind, ok := strings.Cut(d.rest, "?>"); ok {
				d.rest = behind
				continue
			}
			return d.expected("the end of an instruction")
		case strings.HasPrefix(d.rest, "<!ELEMENT"), strings.HasPrefix(d.rest, "<!NOTATION"):
			if err := d.skip(); err != nil {
				return err
			}
		default:
			return d.refused("declarations of entities in the document type")
		}
	}
}

// entity is the production GEDecl behind its keyword. Of several declarations
// of one entity, the first counts; those of amp and its like change nothing.
func (d *dtd) entity() error {
	if !d.space() {
		return d.expected("white space behind ENTITY")
	}
	if strings.HasPrefix(d.rest, "%") {
		return d.refused("a general entity")
	}
	name, err := d.name()
	if err != nil {
		return err
	}
	d.space()
	if d.external() {
		return d.refused("an entity in the document itself")
	}
	value, err := d.value()
	if err != nil {
		return err
	}
	if d.space(); !d.take(">") {
		return d.expected("the end of the entity " + name)
	}
	if _, ok := d.entities[name]; !ok && !strings.Contains(" amp lt gt apos quot ", " "+name+" ") {
		d.entities[name] = value
	}
	return nil
}

// value is the production EntityValue. References to characters are resolved,
// except those to carriage returns, which would become newlines; references to
// entities wait until the value is used (XML 1.0, section 4.4).
func (d *dtd) value() (string, error) {
	if d.rest == "" || d.rest[0] != '"' && d.rest[0] != '\'' {
		return "", d.expected("a text in quotes")
	}
	text, behind, ok := strings.Cut(d.rest[1:], d.rest[:1])
	if !ok {
		return "", d.expected("a text that ends")
	}
	if i := strings.IndexByte(text, '%'); i >= 0 {
		d.rest = text[i:]
		return "", d.refused("a text without parameter entities")
	}
	d.rest = behind
	var b strings.Builder
	for {
		before, reference, ok := strings.Cut(text, "&#")
		b.WriteString(before)
		if !ok {
			return b.String(), nil
		}
		digits, after, _ := strings.Cut(reference, ";")
		r, ok := character(digits)
		if !ok {
			return "", &wrong{"a reference to a character", "&#" + shorten(digits) + ";", nil}
		}
		if r == '\r' {
			b.WriteString("&#13;")
		} else {
			b.WriteRune(r)
		}
		text = after
	}
}

// character is what a reference to a character names between its signs.
func character(digits string) (rune, bool) {
	base := 10
	if strings.HasPrefix(digits, "x") {
		digits, base = digits[1:], 16
	}
	n, err := strconv.ParseUint(digits, base, 21)
	return rune(n), err == nil && isChar(rune(n))
}

// isChar is the production Char of XML 1.0.
func isChar(r rune) bool {
	return r == '\t' || r == '\n' || r == '\r' || r >= ' ' && r != 0xFFFE && r != 0xFFFF && utf8.ValidRune(r)
}

// skip passes over a declaration.
func (d *dtd) skip() error {
	var quote byte
	for i := range len(d.rest) {
		switch c := d.rest[i]; {
		case c == quote:
			quote = 0
		case quote != 0:
		case c == '"' || c == '\'':
			quote = c
		case c == '>':
			d.rest = d.rest[i+1:]
			return nil
		}
	}
	return d.expected("the end of a declaration")
}

func (d *dtd) external() bool {
	return strings.HasPrefix(d.rest, "SYSTEM") || strings.HasPrefix(d.rest, "PUBLIC")
}

// name is the production Name.
func (d *dtd) name() (string, error) {
	end := strings.IndexAny(d.rest, " \t\r\n[>\"'%&;")
	if end < 0 {
		end = len(d.rest)
	}
	found := d.rest[:end]
	for part := range strings.SplitSeq(found, ":") {
		if !name.IsNCName([]byte(part)) {
			return "", d.expected("a name")
		}
	}
	d.rest = d.rest[end:]
	return found, nil
}

// space passes over white space and reports whether there was any.
func (d *dtd) space() bool {
	before := len(d.rest)
	d.rest = strings.TrimLeft(d.rest, " \t\r\n")
	return len(d.rest) < before
}

func (d *dtd) take(s string) (ok bool) {
	d.rest, ok = strings.CutPrefix(d.rest, s)
	return ok
}

func (d *dtd) expected(what string) error { return &wrong{what, d.found(), nil} }

func (d *dtd) refused(what string) error { return &wrong{what, d.found(), errors.ErrUnsupported} }

// found is the line that comes next.
func (d *dtd) found() string {
	line, _, _ := strings.Cut(d.rest, "\n")
	if line == "" {
		return "the end"
	}
	return shorten(line)
}
