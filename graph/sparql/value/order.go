package value

import (
	"cmp"
	"math"
	"strings"
)

// rank is the place of each kind in the total order.
var rank = [...]uint8{
	None: 0, BlankNode: 1, IRI: 2,
	Integer: 3, Decimal: 3, Float: 3, Double: 3,
	Boolean: 4, DateTime: 5, Date: 6, Time: 7,
	GYear: 8, GYearMonth: 9, GMonth: 10, GMonthDay: 11, GDay: 12, Duration: 13,
	String: 14, LangString: 14, Other: 15,
}

// Order is the order of ORDER BY (section 15.1), and of MIN and MAX: -1, 0 or
// 1 as v is before, level with or after w. It is total, and agrees with the
// operator < wherever that has an answer.
//
// No value comes first, then blank nodes by label, IRIs by code point, and
// literals: numbers, NaN before all others; booleans; dateTimes, dates, times,
// gYears, gYearMonths, gMonths, gMonthDays and gDays, each by their instant in
// UTC and for one instant first those without a zone; durations by their mean
// length; strings, with a language or without, by code point and then by
// language; other literals by datatype and lexical form.
//
// Equal values of different form, such as 1 and 01.0, are level, so that the
// next key of ORDER BY decides between them.
func Order(v, w Value) int {
	if c := cmp.Compare(rank[v.kind], rank[w.kind]); c != 0 {
		return c
	}
	switch {
	case v.IsNumeric():
		return orderNumbers(v, w)
	case v.isTimed():
		return cmp.Or(v.orderTimes(w), cmp.Compare(min(v.zone, noZone+1), min(w.zone, noZone+1)))
	}
	switch v.kind {
	case Boolean:
		return cmp.Compare(v.n, w.n)
	case Duration:
		return orderDurations(v.duration(), w.duration())
	case Other:
		return cmp.Or(strings.Compare(string(v.Datatype()), string(w.Datatype())), strings.Compare(v.text, w.text))
	}
	return cmp.Or(strings.Compare(v.text, w.text), strings.Compare(v.extra, w.extra))
}

// orderNumbers compares numbers exactly: promoted to floats, as for the
// operators, they would have no order that is transitive.
func orderNumbers(v, w Value) int {
	if v.kind <= Decimal && w.kind <= Decimal {
		return compareExact(v, w)
	}
	a, b := v.promoted(Double), w.promoted(Double)
	if c := cmp.Compare(a, b); c != 0 || math.IsNaN(a) || math.IsInf(a, 0) && v.kind > Decimal && w.kind > Decimal {
		return c
	}
	return v.orderExactly(w)
}

// orderExactly compares numbers that are one double, or beyond all doubles.
func (v Value) orderExactly(w Value) int {
	switch {
	case v.kind > Decimal && math.IsInf(v.float(), 0):
		return int(math.Copysign(1, v.float()))
	case w.kind > Decimal && math.IsInf(w.float(), 0):
		return -int(math.Copysign(1, w.float()))
	}
	return v.exact().cmp(w.exact())
}

// exact is any finite number as a decimal.
func (v Value) exact() decimal {
	if v.kind > Decimal {
		return exactly(v.float())
	}
	return v.decimal()
}
