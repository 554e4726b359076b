package value

import (
	"cmp"
	"math"
	"strconv"
	"strings"
)

// duration is a number of months, and seconds with nanoseconds, which have one
// sign: both parts are ≥ 0 or both are ≤ 0.
type duration struct {
	months int32
	second int64
	nano   int32
}

func (d duration) value(typ datatype) Value {
	return Value{kind: Duration, typ: typ, months: d.months, n: d.second, small: d.nano}
}

// designators are the parts of a duration, in order, and what one of each is
// in months or seconds.
var designators = [...]struct {
	letter  byte
	timed   bool // behind the T
	months  int64
	seconds int64
}{
	{'Y', false, 12, 0},
	{'M', false, 1, 0},
	{'D', false, 0, 86400},
	{'H', true, 0, 3600},
	{'M', true, 0, 60},
	{'S', true, 0, 1},
}

// Longer durations than these are not understood. No sum of parts overflows.
const (
	mostOfAPart = 1e13
	mostSeconds = 1e17
)

// parseDuration reads the lexical forms of xsd:duration, or of the derived
// types that leave out the months or the days and times.
func parseDuration(typ datatype, s string) (v Value, ok bool) {
	body, negative := strings.CutPrefix(s, "-")
	body, ok = strings.CutPrefix(body, "P")
	if !ok {
		return Value{}, false
	}
	d, ok := parseParts(body, typ)
	if !ok {
		return Value{}, false
	}
	if negative {
		d = duration{-d.months, -d.second, -d.nano}
	}
	return d.value(typ), true
}

// parseParts reads what follows the P: at least one part, and at least one
// behind a T.
func parseParts(s string, typ datatype) (d duration, ok bool) {
	months, timed, parts := int64(0), false, 0
	for _, p := range designators {
		if p.timed && !timed && s != "" && s[0] == 'T' {
			timed, parts, s = true, 0, s[1:]
		}
		digits := leadingDigits(s)
		if p.timed != timed || digits == 0 || len(s) == digits {
			continue
		}
		end := digits
		if p.letter == 'S' && s[end] == '.' {
			end += 1 + leadingDigits(s[end+1:])
		}
		if end == len(s) || s[end] != p.letter {
			continue
		}
		if p.months > 0 && typ == dtDayTimeDuration || p.seconds > 0 && typ == dtYearMonthDuration {
			return d, false
		}
		n, err := strconv.ParseInt(s[:digits], 10, 64)
		if err != nil || n > mostOfAPart {
			return d, false
		}
		if end > digits {
			if d.nano, _, ok = readFraction(s[digits+1 : end]); !ok {
				return d, false
			}
		}
		months, d.second = months+n*p.months, d.second+n*p.seconds
		parts, s = parts+1, s[end+1:]
	}
	d.months = int32(min(months, math.MaxInt32))
	return d, s == "" && parts > 0 && months <= math.MaxInt32 && d.second <= mostSeconds
}

// format is the canonical form: the parts that are not 0, or one part of 0.
func (d duration) format(typ datatype) string {
	if d == (duration{}) {
		if typ == dtYearMonthDuration {
			return "P0M"
		}
		return "PT0S"
	}
	b := []byte("P")
	if d.months < 0 || d.second < 0 || d.nano < 0 {
		b, d = []byte("-P"), duration{-d.months, -d.second, -d.nano}
	}
	timed, months := false, int64(d.months)
	for _, p := range designators {
		var n int64
		if p.months > 0 {
			n, months = months/p.months, months%p.months
		} else {
			n, d.second = d.second/p.seconds, d.second%p.seconds
		}
		nano := d.nano
		if p.letter != 'S' {
			nano = 0
		}
		if n == 0 && nano == 0 {
			continue
		}
		if p.timed && !timed {
			b, timed = append(b, 'T'), true
		}
		b = append(appendFraction(strconv.AppendInt(b, n, 10), nano), p.letter)
	}
	return string(b)
}

// compareDurations knows the order where months and seconds do not point in
// opposite directions. It is true to XSD, which knows a few cases more (XSD
// 1.1, part 2, section 3.3.6.1).
func compareDurations(d, e duration) relation {
	months := cmp.Compare(d.months, e.months)
	seconds := cmp.Or(cmp.Compare(d.second, e.second), cmp.Compare(d.nano, e.nano))
	switch {
	case months == 0:
		return related(seconds)
	case seconds == 0, months == seconds:
		return related(months)
	}
	return unknown
}

// orderDurations is a total order, with a month of 30.436875 days, the mean
// of the Gregorian calendar; equal lengths with more months come later.
func orderDurations(d, e duration) int {
	const month = 2629746 // seconds
	x, y := int64(d.months)*month+d.second, int64(e.months)*month+e.second
	return cmp.Or(cmp.Compare(x, y), cmp.Compare(d.nano, e.nano), cmp.Compare(d.months, e.months))
}
