package records

import (
	"regexp"
	"strconv"
)

// Type is the type of a field for tools that know no RDF.
type Type uint8

// The types of fields.
const (
	String  Type = iota
	Whole        // a whole number
	Number       // a number with a fraction
	Boolean      // true or false
)

// Field is a column for tools that know no RDF.
type Field struct {
	Name   string
	Type   Type
	List   bool // may have several values
	NB, EN string
}

// types are the types of forms; the others are strings.
var types = map[Form]Type{Integer: Whole, Year: Whole, Decimal: Number}

// Field is the column for tools that know no RDF.
func (c Column) Field() Field {
	return Field{Name: c.Name, Type: types[c.Form], List: c.List, NB: c.NB, EN: c.EN}
}

// Merge makes of two fields with one name a field that can hold the values of
// both.
func (f Field) Merge(g Field) Field {
	f.List = f.List || g.List
	if f.Type != g.Type {
		f.Type = String
	}
	return f
}

// Valid reports whether a text is a value of the type.
func (t Type) Valid(text string) bool {
	switch t {
	case Whole:
		_, err := strconv.ParseInt(text, 10, 32)
		return err == nil
	case Number:
		return decimal.MatchString(text)
	case Boolean:
		return text == "true" || text == "false"
	}
	return true
}

var decimal = regexp.MustCompile(`^[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)$`)

// Settle gives a field whose values in rows are not all of its type the type of
// strings. values gives those of a row.
func Settle[R any](f Field, rows []R, values func(R) []string) Field {
	for _, row := range rows {
		for _, v := range values(row) {
			if !f.Type.Valid(v) {
				f.Type = String
				return f
			}
		}
	}
	return f
}
