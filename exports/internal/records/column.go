package records

import (
	"regexp"
	"strings"

	"github.com/cayleygraph/quad"

	"policygraph/graph"
	"policygraph/ontology/vocab"
)

// Form is what the values of a column are.
type Form uint8

// The forms of values.
const (
	Text     Form = iota // a text in one language
	Plain                // a string without a language
	Integer              // an xsd:integer
	Decimal              // an xsd:decimal
	Year                 // an xsd:gYear
	Code                 // a code of one of our code lists, shown by its notation
	Area                 // an entry of an authority table, shown by its last part
	Property             // a property of the ontology, shown by its local name
	Ref                  // a thing, by its address
	Outside              // an address outside the graph
)

var datatypes = map[Form]quad.IRI{Integer: vocab.XSDInteger, Decimal: vocab.XSDDecimal, Year: vocab.XSDGYear}

// Datatype is the datatype of a column of numbers or years, empty for others.
func (f Form) Datatype() quad.IRI { return datatypes[f] }

// IsAddress reports whether the values of the form are IRIs in the graph.
func (f Form) IsAddress() bool { return f >= Code }

// Column says where the values of a column come from.
type Column struct {
	Name     string // lower case with low lines; ends in the language for texts
	Property quad.IRI
	Form     Form
	List     bool   // may have several values
	Lang     string // of texts
	To       string // the table that a Ref leads to, where there is only one
	NB, EN   string // titles
}

// space is what the address of a code or property starts with, below the
// default base.
func (c Column) space() quad.IRI {
	switch c.Form {
	case Code:
		scheme, _ := vocab.SchemeOf(c.Property)
		return vocab.CodeNamespace + quad.IRI(scheme.Name) + "-"
	case Property:
		return vocab.Namespace
	}
	return ""
}

// Space is what the address of each value starts with before what is shown of
// it; empty where nothing is left out, and for Area, which has several.
func (c Column) Space(base string) string { return string(vocab.Rebase(c.space(), base)) }

// Separator stands between the values of a list where they share one cell.
const Separator = "|"

// takes reports whether a term can be a value of the column.
func (c Column) takes(d *graph.Dataset, o graph.ID, base string) bool {
	switch kind := d.Kind(o); c.Form {
	case Text:
		return kind == graph.KindLangString && d.Aux(o) == c.Lang && c.fits(d.Text(o))
	case Plain:
		return kind == graph.KindString && c.fits(d.Text(o))
	case Integer, Decimal, Year:
		return kind == graph.KindTypedString && d.Aux(o) == string(c.Form.Datatype()) && lexical[c.Form].MatchString(d.Text(o))
	case Code, Property:
		rest, ok := strings.CutPrefix(d.Text(o), c.Space(base))
		return kind == graph.KindIRI && ok && local(rest)
	default:
		return kind == graph.KindIRI
	}
}

// lexical are the forms that a number or a year may have: a literal may have
// any, whatever its datatype.
var lexical = map[Form]*regexp.Regexp{
	Integer: regexp.MustCompile(`^[+-]?[0-9]+$`),
	Decimal: decimal,
	Year:    regexp.MustCompile(`^-?[0-9]{4,}(Z|[+-][0-9]{2}:[0-9]{2})?$`),
}

// fits reports whether a text can stand in the column, where an empty cell says
// that there is none, in a list between separators.
func (c Column) fits(text string) bool {
	return text != "" && !(c.List && strings.Contains(text, Separator))
}

// local reports whether what is left of an address is a name of letters that
// need no escape.
func local(s string) bool {
	return s != "" && strings.IndexFunc(s, func(r rune) bool {
		return !(r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' || r == '-')
	}) < 0
}

// show is how a value of the column reads.
func (c Column) show(text, base string) string {
	switch c.Form {
	case Code, Property:
		return strings.TrimPrefix(text, c.Space(base))
	case Area:
		return text[strings.LastIndexByte(text, '/')+1:]
	}
	return text
}
