package value

import (
	"math"
	"math/big"
	"strings"

	"github.com/cayleygraph/quad"
)

const (
	xsd           = "http://www.w3.org/2001/XMLSchema#"
	rdfLangString = "http://www.w3.org/1999/02/22-rdf-syntax-ns#langString"
)

// datatype is the index of a known datatype in datatypes; 0 is any other.
type datatype uint8

const (
	dtOther datatype = iota
	dtLangString
	dtString
	dtBoolean
	dtDecimal
	dtInteger
	dtFloat
	dtDouble
	dtDateTime
	dtDate
	dtTime
	dtGYear
	dtGYearMonth
	dtGMonth
	dtGMonthDay
	dtGDay
	dtDuration
	dtDayTimeDuration
	dtYearMonthDuration
	dtDateTimeStamp
	dtNonPositiveInteger
	dtNegativeInteger
	dtLong
	dtInt
	dtShort
	dtByte
	dtNonNegativeInteger
	dtUnsignedLong
	dtUnsignedInt
	dtUnsignedShort
	dtUnsignedByte
	dtPositiveInteger
)

// datatypes has a row for each known datatype: its IRI, the kind of its
// values, and for types derived from xsd:integer the least and the greatest
// value, where there is one.
var datatypes = [...]struct {
	iri       quad.IRI
	kind      Kind
	low, high *decimal
}{
	dtLangString:         {rdfLangString, LangString, nil, nil},
	dtString:             {xsd + "string", String, nil, nil},
	dtBoolean:            {xsd + "boolean", Boolean, nil, nil},
	dtDecimal:            {xsd + "decimal", Decimal, nil, nil},
	dtInteger:            {xsd + "integer", Integer, nil, nil},
	dtFloat:              {xsd + "float", Float, nil, nil},
	dtDouble:             {xsd + "double", Double, nil, nil},
	dtDateTime:           {xsd + "dateTime", DateTime, nil, nil},
	dtDate:               {xsd + "date", Date, nil, nil},
	dtTime:               {xsd + "time", Time, nil, nil},
	dtGYear:              {xsd + "gYear", GYear, nil, nil},
	dtGYearMonth:         {xsd + "gYearMonth", GYearMonth, nil, nil},
	dtGMonth:             {xsd + "gMonth", GMonth, nil, nil},
	dtGMonthDay:          {xsd + "gMonthDay", GMonthDay, nil, nil},
	dtGDay:               {xsd + "gDay", GDay, nil, nil},
	dtDuration:           {xsd + "duration", Duration, nil, nil},
	dtDayTimeDuration:    {xsd + "dayTimeDuration", Duration, nil, nil},
	dtYearMonthDuration:  {xsd + "yearMonthDuration", Duration, nil, nil},
	dtDateTimeStamp:      {xsd + "dateTimeStamp", DateTime, nil, nil},
	dtNonPositiveInteger: {xsd + "nonPositiveInteger", Integer, nil, limit(0)},
	dtNegativeInteger:    {xsd + "negativeInteger", Integer, nil, limit(-1)},
	dtLong:               {xsd + "long", Integer, limit(math.MinInt64), limit(math.MaxInt64)},
	dtInt:                {xsd + "int", Integer, limit(math.MinInt32), limit(math.MaxInt32)},
	dtShort:              {xsd + "short", Integer, limit(math.MinInt16), limit(math.MaxInt16)},
	dtByte:               {xsd + "byte", Integer, limit(math.MinInt8), limit(math.MaxInt8)},
	dtNonNegativeInteger: {xsd + "nonNegativeInteger", Integer, limit(0), nil},
	dtUnsignedLong:       {xsd + "unsignedLong", Integer, limit(0), &decimal{big: new(big.Int).SetUint64(math.MaxUint64)}},
	dtUnsignedInt:        {xsd + "unsignedInt", Integer, limit(0), limit(math.MaxUint32)},
	dtUnsignedShort:      {xsd + "unsignedShort", Integer, limit(0), limit(math.MaxUint16)},
	dtUnsignedByte:       {xsd + "unsignedByte", Integer, limit(0), limit(math.MaxUint8)},
	dtPositiveInteger:    {xsd + "positiveInteger", Integer, limit(1), nil},
}

func limit(n int64) *decimal { return &decimal{n: n} }

// byName finds the datatypes of XML Schema by their local names.
var byName = func() map[string]datatype {
	m := make(map[string]datatype, len(datatypes))
	for i, d := range datatypes {
		if name, ok := strings.CutPrefix(string(d.iri), xsd); ok {
			m[name] = datatype(i)
		}
	}
	return m
}()

// datatypeOf is the known datatype of this IRI, or dtOther.
func datatypeOf(iri quad.IRI) datatype {
	name, ok := strings.CutPrefix(string(iri), xsd)
	if !ok {
		return dtOther
	}
	return byName[name]
}
