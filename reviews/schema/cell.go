package schema

import (
	"regexp"
	"slices"
	"strings"

	"policygraph/ontology/vocab"
	"policygraph/reviews"
)

// cell is the schema of what stands under a column: one scalar, or a list of
// them. A list of one is a value too, and what is empty in a list counts for
// nothing.
func (d *definitions) cell(f *reviews.Field) *node {
	n := d.scalar(f, f.Required())
	n.Description = describe(f)
	n.Type = append(n.Type, "array")
	n.Items = d.scalar(f, false)
	n.Examples = formOf(f).examples
	if f.Required() {
		n.MinItems = 1
	}
	if !f.Several() {
		n.Contains = &node{Not: &node{Type: []string{"null"}}}
		n.MinContains, n.MaxContains = pointer(0), pointer(1)
	}
	return n
}

// describe says in both languages what to write, and what may stand there.
func describe(f *reviews.Field) string {
	said := []string{
		descriptionIn(f, reviews.English, "; several as a list, or with | between them"),
		descriptionIn(f, reviews.Norwegian, "; flere som en liste, eller med | mellom seg"),
	}
	if s, ok := vocab.SchemeOf(f.Property); ok {
		said = append(said, strings.Join(labels(s), ", "))
	}
	return strings.Join(said, "\n\n")
}

func descriptionIn(f *reviews.Field, l reviews.Lang, several string) string {
	s := f.Describe(l)
	if !slices.Contains([]reviews.BaseType{reviews.TypeText, reviews.TypeLangText, reviews.TypeCode}, f.Type.Base) {
		s += "; " + f.Expects(l)
	}
	if f.Several() {
		s += several
	}
	return s
}

// scalar is the schema of one scalar. An empty one may stand where the cell need
// not be filled; since an empty key and the word null look alike to JSON, it may
// also stand where the loader reads that word.
func (d *definitions) scalar(f *reviews.Field, filled bool) *node {
	at := formOf(f)
	n := &node{Type: slices.Clone(at.types), Pattern: cellPattern(at.pattern, f.Several(), filled)}
	if !filled || takesNull(n.Pattern) {
		n.Type = append(n.Type, "null")
	}
	if low, high := bounds(f.Type); high != 0 {
		n.Minimum, n.Maximum = &low, &high
	}
	if name, words := listed(f); len(words) > 0 {
		n.Ref, n.Pattern = "#/$defs/"+d.list(name, words, f), cellPattern("", false, filled)
	}
	return n
}

// bounds returns the bounds of a number; none where high is 0.
func bounds(t reviews.Type) (low, high int) {
	const firstYear, lastYear = 1500, 2100
	if t.Base == reviews.TypeYear {
		return firstYear, lastYear
	}
	return t.Min, t.Max
}

// takesNull reports whether the letters null would do.
func takesNull(pattern string) bool {
	return pattern == "" || regexp.MustCompile(pattern).MatchString("null")
}

// cellPattern matches what may stand in a scalar: one value with white space
// around it, or several with | between them, or nothing.
func cellPattern(value string, several, filled bool) string {
	if value == "" {
		if filled {
			return `\S`
		}
		return ""
	}
	if several {
		value += space + `(?:\|` + space + value + space + `)*`
	}
	if !filled {
		value = "(?:" + value + ")?"
	}
	return "^" + space + value + space + "$"
}

// listed returns the words of a closed list, and the name it is defined under.
func listed(f *reviews.Field) (string, []string) {
	if s, ok := vocab.SchemeOf(f.Property); ok {
		return s.Name, codeWords(s)
	}
	return choices(f)
}

// definitions gathers the lists that a schema refers to.
type definitions struct{ lists members }

// list defines a closed list for cells like those of the column, once, and
// returns its name. The words stand in it to be offered; the pattern takes what
// else the loader takes: capital letters, white space, and | between values.
func (d *definitions) list(name string, words []string, f *reviews.Field) string {
	if f.Several() {
		name += "-several"
	}
	if !slices.ContainsFunc(d.lists, func(m member) bool { return m.name == name }) {
		pattern := cellPattern(formOf(f).pattern, f.Several(), false)
		n := &node{AnyOf: []*node{{Enum: words}, {Type: letters, Pattern: pattern}, {Not: &node{Type: letters}}}}
		if s, ok := vocab.SchemeOf(f.Property); ok {
			n.Title = s.EN + " / " + s.NB
		}
		d.lists = append(d.lists, member{name, n})
	}
	return name
}

// labels shows each word of a code list with what it is in Norwegian.
func labels(s vocab.Scheme) []string {
	out := make([]string, len(s.Codes))
	for i, c := range s.Codes {
		out[i] = c.Notation + " (" + c.NB + ")"
	}
	return out
}
