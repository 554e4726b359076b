package value

import (
	"math"
	"math/big"

	"github.com/cayleygraph/quad"

	"policygraph/graph"
)

// Kind says what a [Value] is, by the rules that apply to it.
type Kind uint8

// The kinds of values. Derived datatypes have the kind of their base.
const (
	None       Kind = iota // no value: the zero Value, and an unbound variable
	BlankNode              //
	IRI                    //
	String                 // xsd:string, which is what simple literals are
	LangString             // rdf:langString
	Boolean                // xsd:boolean
	Integer                // xsd:integer and the types derived from it
	Decimal                // xsd:decimal
	Float                  // xsd:float
	Double                 // xsd:double
	DateTime               // xsd:dateTime, xsd:dateTimeStamp
	Date                   // xsd:date
	Time                   // xsd:time
	GYear                  // xsd:gYear
	GYearMonth             // xsd:gYearMonth
	GMonth                 // xsd:gMonth
	GMonthDay              // xsd:gMonthDay
	GDay                   // xsd:gDay
	Duration               // xsd:duration, xsd:dayTimeDuration, xsd:yearMonthDuration
	Other                  // a literal of an unknown datatype, or with a lexical form its datatype does not have
)

// Value is an RDF term with what it stands for. The zero Value is no value.
// Values are immutable and may be copied. Comparing them with == means nothing
// to SPARQL: see [Equal] and [SameTerm].
type Value struct {
	kind   Kind
	typ    datatype // of a literal
	zone   int16    // of dates and times: minutes east of UTC, or noZone
	small  int32    // of decimals the scale, of times and durations the nanoseconds
	months int32    // of durations
	n      int64    // see the accessors below
	text   string   // IRI, label, lexical form; empty for a computed number, date or duration
	extra  string   // the language tag, or the datatype that is dtOther
	big    *big.Int // of integers and decimals, instead of n
}

// Kind says what v is.
func (v Value) Kind() Kind { return v.kind }

// IsZero reports whether v is no value.
func (v Value) IsZero() bool { return v.kind == None }

// IsLiteral reports whether v is a literal of any kind.
func (v Value) IsLiteral() bool { return v.kind >= String }

// IsNumeric reports whether v is a number that its datatype has (section
// 17.4.2.4).
func (v Value) IsNumeric() bool { return v.kind >= Integer && v.kind <= Double }

// isTimed reports whether v is on one of the time lines of XSD.
func (v Value) isTimed() bool { return v.kind >= DateTime && v.kind <= GDay }

// Lang is the language tag, in lower case, of a [LangString], and "" for all
// else.
func (v Value) Lang() string {
	if v.kind == LangString {
		return v.extra
	}
	return ""
}

// Datatype is the datatype of a literal, and "" for all else.
func (v Value) Datatype() quad.IRI {
	switch {
	case !v.IsLiteral():
		return ""
	case v.typ == dtOther:
		return quad.IRI(v.extra)
	}
	return datatypes[v.typ].iri
}

// Text is the IRI, the label of the blank node, or the lexical form of the
// literal: that of the term it came from, or the canonical one.
func (v Value) Text() string {
	if v.text == "" {
		return v.canonical()
	}
	return v.text
}

// Term is the term of v: nil for no value, else one of the five concrete types
// of a Dataset.
func (v Value) Term() quad.Value {
	switch v.kind {
	case None:
		return nil
	case BlankNode:
		return quad.BNode(v.text)
	case IRI:
		return quad.IRI(v.text)
	case String:
		return quad.String(v.text)
	case LangString:
		return quad.LangString{Value: quad.String(v.text), Lang: v.extra}
	}
	return quad.TypedString{Value: quad.String(v.Text()), Type: v.Datatype()}
}

// canonical is the canonical lexical form of a value that was computed.
func (v Value) canonical() string {
	switch v.kind {
	case Boolean:
		if v.n != 0 {
			return "true"
		}
		return "false"
	case Integer, Decimal:
		return v.decimal().String()
	case Float:
		return formatFloat(v.float(), 32)
	case Double:
		return formatFloat(v.float(), 64)
	case Duration:
		return v.duration().format(v.typ)
	}
	if v.isTimed() {
		return v.formatTime()
	}
	return v.text
}

// decimal is the number of an Integer or a Decimal.
func (v Value) decimal() decimal { return decimal{v.n, v.small, v.big} }

// float is the number of a Float or a Double.
func (v Value) float() float64 { return math.Float64frombits(uint64(v.n)) }

// duration is that of a Duration.
func (v Value) duration() duration { return duration{v.months, v.n, v.small} }

// Int64 is the number of an Integer that fits.
func (v Value) Int64() (n int64, ok bool) {
	return v.n, v.kind == Integer && v.big == nil
}

// Float64 is the number of any numeric value as a double, rounded where it has
// to be.
func (v Value) Float64() (f float64, ok bool) {
	if !v.IsNumeric() {
		return 0, false
	}
	return v.promoted(Double), true
}

// NewBool is an xsd:boolean.
func NewBool(b bool) Value {
	v := Value{kind: Boolean, typ: dtBoolean}
	if b {
		v.n = 1
	}
	return v
}

// NewInt is an xsd:integer.
func NewInt(n int64) Value { return Value{kind: Integer, typ: dtInteger, n: n} }

// NewBigInt is an xsd:integer of any size. It keeps no hold of n.
func NewBigInt(n *big.Int) Value { return newInteger(makeDecimal(new(big.Int).Set(n), 0)) }

// NewDouble is an xsd:double.
func NewDouble(f float64) Value {
	return Value{kind: Double, typ: dtDouble, n: int64(math.Float64bits(f))}
}

// NewString is an xsd:string, a simple literal.
func NewString(s string) Value { return Value{kind: String, typ: dtString, text: s} }

// NewIRI is an IRI, taken as it is.
func NewIRI(s string) Value { return Value{kind: IRI, text: s} }

// NewBlankNode is the blank node with this label, taken as it is.
func NewBlankNode(label string) Value { return Value{kind: BlankNode, text: label} }

func newFloat(f float32) Value {
	return Value{kind: Float, typ: dtFloat, n: int64(math.Float64bits(float64(f)))}
}

func newDecimal(d decimal) Value {
	return Value{kind: Decimal, typ: dtDecimal, n: d.n, small: d.scale, big: d.big}
}

func newInteger(d decimal) Value {
	return Value{kind: Integer, typ: dtInteger, n: d.n, big: d.big}
}

// newLike is the string s in the language of v, or in none where v has none.
func newLike(v Value, s string) Value {
	if v.kind == LangString {
		return Value{kind: LangString, typ: dtLangString, text: s, extra: v.extra}
	}
	return NewString(s)
}

// Of decodes a term. It does not allocate for the five concrete types of a
// Dataset, except for numbers of more than 18 digits. Other types are brought
// to these by [graph.Normalize]; what is no term is no value.
func Of(t quad.Value) Value {
	switch t := t.(type) {
	case nil:
		return Value{}
	case quad.IRI:
		return NewIRI(string(t))
	case quad.BNode:
		return NewBlankNode(string(t))
	case quad.String:
		return NewString(string(t))
	case quad.LangString:
		if t.Lang != "" {
			return Value{kind: LangString, typ: dtLangString, text: string(t.Value), extra: t.Lang}
		}
		return NewString(string(t.Value))
	case quad.TypedString:
		return ofTyped(t)
	}
	t, err := graph.Normalize(t)
	if err != nil {
		return Value{}
	}
	return Of(t)
}

// ofTyped decodes a literal that has a datatype of its own.
func ofTyped(t quad.TypedString) Value {
	typ := datatypeOf(t.Type)
	if typ == dtString {
		return NewString(string(t.Value))
	}
	lexical := string(t.Value)
	v, ok := parse(typ, lexical)
	if !ok {
		v = Value{kind: Other, typ: typ}
	}
	v.text = lexical
	if typ == dtOther {
		v.extra = string(t.Type)
	}
	return v
}

// parse reads a lexical form of a known datatype. The value has no text. It is
// not ok where the datatype does not have the form, or is not known.
func parse(typ datatype, lexical string) (v Value, ok bool) {
	switch kind := datatypes[typ].kind; kind {
	case Boolean:
		v, ok = parseBoolean(lexical)
	case Integer:
		v, ok = parseInteger(typ, lexical)
	case Decimal:
		var d decimal
		d, ok = parseDecimal(lexical)
		v = newDecimal(d)
	case Float, Double:
		v, ok = parseFloat(kind, lexical)
	case Duration:
		v, ok = parseDuration(typ, lexical)
	default:
		if kind >= DateTime && kind <= GDay {
			v, ok = parseTime(typ, lexical)
		}
	}
	v.typ = typ
	return v, ok
}

func parseBoolean(s string) (v Value, ok bool) {
	switch s {
	case "true", "1":
		return NewBool(true), true
	case "false", "0":
		return NewBool(false), true
	}
	return Value{}, false
}

func parseInteger(typ datatype, s string) (v Value, ok bool) {
	d, ok := parseDecimal(s)
	if !ok || hasPoint(s) {
		return Value{}, false
	}
	v, err := d.integer(typ)
	return v, err == nil
}
