package value

import (
	"math"
	"strings"

	"github.com/cayleygraph/quad"
)

// constructors are the functions of section 17.5, one for each datatype that
// is known but rdf:langString. Its table is met: beyond it, any literal can be
// cast to xsd:string, types derived from xsd:integer are targets, dates, times
// and g-types can be cast where XPath allows it (XPath and XQuery Functions,
// section 17.1), and durations to durations.
var constructors = func() map[quad.IRI]*Function {
	m := make(map[quad.IRI]*Function, len(datatypes))
	for i, d := range datatypes {
		if typ := datatype(i); typ != dtOther && typ != dtLangString {
			m[d.iri] = &Function{string(d.iri), 1, 1, false, on(func(v Value) (Value, error) { return cast(v, typ) })}
		}
	}
	return m
}()

// Constructor finds the constructor function of a datatype by its IRI.
func Constructor(iri quad.IRI) (f *Function, ok bool) {
	f, ok = constructors[iri]
	return f, ok
}

// cast is v as a value of another datatype.
func cast(v Value, typ datatype) (Value, error) {
	switch {
	case typ == dtString:
		return castToString(v)
	case v.typ == typ && v.kind != Other && v.IsLiteral():
		return v, nil
	case v.kind == String:
		w, ok := parse(typ, strings.Trim(v.text, " \t\r\n"))
		if !ok {
			return Value{}, errCast
		}
		return w, nil
	}
	switch kind := datatypes[typ].kind; {
	case kind == Boolean:
		return castToBoolean(v)
	case kind == Integer || kind == Decimal:
		return castToDecimal(v, typ)
	case kind == Float || kind == Double:
		return castToFloat(v, kind)
	case kind == Duration:
		return castToDuration(v, typ)
	}
	return castToTime(v, typ)
}

// castToString is the canonical form of a value, with numbers as XPath writes
// them, and the text of all else.
func castToString(v Value) (Value, error) {
	switch v.kind {
	case None, BlankNode:
		return Value{}, errCast
	case Float:
		return NewString(floatString(v.float(), 32)), nil
	case Double:
		return NewString(floatString(v.float(), 64)), nil
	}
	return NewString(v.canonical()), nil
}

func castToBoolean(v Value) (Value, error) {
	if !v.IsNumeric() {
		return Value{}, errCast
	}
	return v.EBV().Value()
}

func castToDecimal(v Value, typ datatype) (Value, error) {
	var d decimal
	switch v.kind {
	case Boolean:
		d.n = v.n
	case Integer, Decimal:
		d = v.decimal()
	case Float, Double:
		f := v.float()
		if math.IsNaN(f) || math.IsInf(f, 0) {
			return Value{}, errCast
		}
		d = exactly(f)
	default:
		return Value{}, errCast
	}
	if typ == dtDecimal {
		return newDecimal(d), nil
	}
	return d.trunc().integer(typ)
}

// integer is a number without fraction as a type derived from xsd:integer,
// where it is in its range.
func (d decimal) integer(typ datatype) (Value, error) {
	low, high := datatypes[typ].low, datatypes[typ].high
	if low != nil && d.cmp(*low) < 0 || high != nil && d.cmp(*high) > 0 {
		return Value{}, errCast
	}
	v := newInteger(d)
	v.typ = typ
	return v, nil
}

func castToFloat(v Value, kind Kind) (Value, error) {
	switch {
	case v.kind == Boolean:
		v = NewInt(v.n)
	case !v.IsNumeric():
		return Value{}, errCast
	}
	if kind == Float {
		return newFloat(float32(v.promoted(Float))), nil
	}
	return NewDouble(v.promoted(Double)), nil
}

// castToDuration leaves out what the type does not have.
func castToDuration(v Value, typ datatype) (Value, error) {
	if v.kind != Duration {
		return Value{}, errCast
	}
	d := v.duration()
	switch typ {
	case dtDayTimeDuration:
		d.months = 0
	case dtYearMonthDuration:
		d.second, d.nano = 0, 0
	}
	return d.value(typ), nil
}

// castToTime makes of an xsd:dateTime any of the date and time types, and of
// an xsd:date those without a time, and the first moment of its day.
func castToTime(v Value, typ datatype) (Value, error) {
	kind := datatypes[typ].kind
	if v.kind != DateTime && (v.kind != Date || kind == Time) || typ == dtDateTimeStamp && v.zone == noZone {
		return Value{}, errCast
	}
	f, shown := v.fields(), layouts[typ]
	if strings.IndexByte(shown, 'Y') < 0 {
		f.year = 1972
	}
	if strings.IndexByte(shown, 'M') < 0 {
		f.month = 1
	}
	if strings.IndexByte(shown, 'D') < 0 {
		f.day = 1
	}
	if strings.IndexByte(shown, 'h') < 0 {
		f.hour, f.minute, f.second, f.nano = 0, 0, 0, 0
	}
	if kind == Time {
		f.month, f.day = 12, 31
	}
	return f.value(typ), nil
}
