package value

import (
	"math"
	"strconv"
	"time"
)

// Dates and times are a second on a time line, n, counted from 1970 without
// leap seconds: in UTC where there is a zone, as read where there is none.
// What a type leaves out is filled as XSD 1.1 does for comparing (part 2,
// appendix E.3.4): a gYear begins with its year, a time is that of 1972-12-31.

const noZone = math.MinInt16

// fields are the seven properties of the date and time types (XSD 1.1, part 2,
// appendix D.2.1), with nanoseconds for the fraction of the second.
type fields struct {
	year                             int64
	month, day, hour, minute, second int
	nano                             int32
	zone                             int16
}

// layouts says for each type which fields its lexical forms show, in order: Y
// a year, M, D, h, m and s two digits, z a zone that may be left out, Z one
// that may not. All else stands for itself.
var layouts = [len(datatypes)]string{
	dtDateTime:      "Y-M-DTh:m:sz",
	dtDateTimeStamp: "Y-M-DTh:m:sZ",
	dtDate:          "Y-M-Dz",
	dtTime:          "h:m:sz",
	dtGYear:         "Yz",
	dtGYearMonth:    "Y-Mz",
	dtGMonth:        "--Mz",
	dtGMonthDay:     "--M-Dz",
	dtGDay:          "---Dz",
}

// parseTime reads the lexical forms of the nine date and time types.
func parseTime(typ datatype, s string) (v Value, ok bool) {
	f := fields{year: 1972, month: 1, day: 1, zone: noZone}
	if typ == dtTime {
		f.month, f.day = 12, 31
	}
	for _, c := range []byte(layouts[typ]) {
		if s, ok = f.read(c, s); !ok {
			return Value{}, false
		}
	}
	if s != "" || !f.valid() {
		return Value{}, false
	}
	if typ == dtTime && f.hour == 24 {
		f.hour = 0
	}
	return f.value(typ), true
}

// value is the point of the time line.
func (f fields) value(typ datatype) Value {
	v := Value{kind: datatypes[typ].kind, typ: typ, zone: f.zone, small: f.nano}
	v.n = days(f.year, f.month, f.day)*86400 + int64(f.hour*3600+f.minute*60+f.second)
	if f.zone != noZone {
		v.n -= int64(f.zone) * 60
	}
	return v
}

// read takes one part of the layout from the beginning of s.
func (f *fields) read(c byte, s string) (rest string, ok bool) {
	switch c {
	case 'Y':
		return f.readYear(s)
	case 'M':
		f.month, rest, ok = twoDigits(s)
	case 'D':
		f.day, rest, ok = twoDigits(s)
	case 'h':
		f.hour, rest, ok = twoDigits(s)
	case 'm':
		f.minute, rest, ok = twoDigits(s)
	case 's':
		return f.readSecond(s)
	case 'z':
		return f.readZone(s)
	case 'Z':
		rest, ok = f.readZone(s)
		ok = ok && f.zone != noZone
	default:
		if s == "" || s[0] != c {
			return s, false
		}
		return s[1:], true
	}
	return rest, ok
}

func twoDigits(s string) (n int, rest string, ok bool) {
	if len(s) < 2 || !isDigit(s[0]) || !isDigit(s[1]) {
		return 0, s, false
	}
	return int(s[0]-'0')*10 + int(s[1]-'0'), s[2:], true
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

// leadingDigits is the number of digits s begins with.
func leadingDigits(s string) (n int) {
	for n < len(s) && isDigit(s[n]) {
		n++
	}
	return n
}

// readYear reads four to nine digits, without a 0 in front where there are
// more than four, and with a sign before the common era.
func (f *fields) readYear(s string) (rest string, ok bool) {
	digits := s
	if s != "" && s[0] == '-' {
		digits = s[1:]
	}
	n := leadingDigits(digits)
	if n < 4 || n > 9 || n > 4 && digits[0] == '0' {
		return s, false
	}
	f.year, _ = strconv.ParseInt(digits[:n], 10, 64)
	if len(digits) < len(s) {
		f.year = -f.year
	}
	return digits[n:], true
}

// readSecond reads two digits and a fraction, of which it keeps nanoseconds.
func (f *fields) readSecond(s string) (rest string, ok bool) {
	if f.second, s, ok = twoDigits(s); !ok || s == "" || s[0] != '.' {
		return s, ok
	}
	f.nano, rest, ok = readFraction(s[1:])
	return rest, ok
}

// readFraction reads the digits behind a point, of which there is at least one.
func readFraction(s string) (nano int32, rest string, ok bool) {
	n := leadingDigits(s)
	unit := int32(1e8)
	for _, c := range []byte(s[:min(n, 9)]) {
		nano += unit * int32(c-'0')
		unit /= 10
	}
	return nano, s[n:], n > 0
}

// readZone reads Z, a zone of at most fourteen hours, or nothing.
func (f *fields) readZone(s string) (rest string, ok bool) {
	if s == "" {
		return s, true
	}
	if s[0] == 'Z' {
		f.zone = 0
		return s[1:], true
	}
	if len(s) < 6 || s[0] != '+' && s[0] != '-' || s[3] != ':' {
		return s, false
	}
	hours, _, ok1 := twoDigits(s[1:])
	minutes, _, ok2 := twoDigits(s[4:])
	total := hours*60 + minutes
	if s[0] == '-' {
		total = -total
	}
	f.zone = int16(total)
	return s[6:], ok1 && ok2 && minutes < 60 && total <= 14*60 && total >= -14*60
}

// lastYear is the last year of nine digits.
const lastYear = 999_999_999

// valid reports whether the fields are those of a day and a time. The end of a
// day may be written 24:00:00, but not where the next day has no name.
func (f *fields) valid() bool {
	if f.month < 1 || f.month > 12 || f.day < 1 || f.day > daysIn(f.year, f.month) {
		return false
	}
	if f.hour == 24 {
		last := f.year == lastYear && f.month == 12 && f.day == 31
		return f.minute == 0 && f.second == 0 && f.nano == 0 && !last
	}
	return f.hour < 24 && f.minute < 60 && f.second < 60
}

func daysIn(year int64, month int) int {
	switch {
	case month == 2 && (year%4 != 0 || year%100 == 0 && year%400 != 0):
		return 28
	case month == 2:
		return 29
	case month == 4, month == 6, month == 9, month == 11:
		return 30
	}
	return 31
}

// Days are counted in eras of 400 years that begin on a first of March, so
// that the day a leap year adds is the last of its year.
const (
	daysInEra  = 400*365 + 97
	daysToEpoc = 719468 // from 0000-03-01 to 1970-01-01
)

// days counts the days from 1970-01-01 to a day of the Gregorian calendar.
func days(year int64, month, day int) int64 {
	if month <= 2 {
		year--
	}
	era := floorDiv(year, 400)
	y := year - era*400
	m := int64(month+9) % 12
	dayOfYear := (153*m+2)/5 + int64(day) - 1
	return era*daysInEra + y*365 + y/4 - y/100 + dayOfYear - daysToEpoc
}

// civil is the inverse of days.
func civil(n int64) (year int64, month, day int) {
	n += daysToEpoc
	era := floorDiv(n, daysInEra)
	d := n - era*daysInEra
	y := (d - d/1460 + d/36524 - d/146096) / 365
	dayOfYear := d - (365*y + y/4 - y/100)
	m := (5*dayOfYear + 2) / 153
	day = int(dayOfYear-(153*m+2)/5) + 1
	month = int(m+2)%12 + 1
	year = y + era*400
	if month <= 2 {
		year++
	}
	return year, month, day
}

func floorDiv(a, b int64) int64 {
	q := a / b
	if a%b < 0 {
		q--
	}
	return q
}

// fields takes a date or time apart, in its own zone.
func (v Value) fields() (f fields) {
	local := v.n
	if v.zone != noZone {
		local += int64(v.zone) * 60
	}
	day := floorDiv(local, 86400)
	second := int(local - day*86400)
	f.year, f.month, f.day = civil(day)
	f.hour, f.minute, f.second = second/3600, second/60%60, second%60
	f.nano, f.zone = v.small, v.zone
	return f
}

// formatTime is the canonical form of a date or time, in its own zone.
func (v Value) formatTime() string {
	f := v.fields()
	var b []byte
	for _, c := range []byte(layouts[v.typ]) {
		b = f.append(b, c)
	}
	return string(b)
}

func (f *fields) append(b []byte, c byte) []byte {
	switch c {
	case 'Y':
		year := f.year
		if year < 0 {
			b, year = append(b, '-'), -year
		}
		return appendPadded(b, year, 4)
	case 'M':
		return appendPadded(b, int64(f.month), 2)
	case 'D':
		return appendPadded(b, int64(f.day), 2)
	case 'h':
		return appendPadded(b, int64(f.hour), 2)
	case 'm':
		return appendPadded(b, int64(f.minute), 2)
	case 's':
		return appendFraction(appendPadded(b, int64(f.second), 2), f.nano)
	case 'z', 'Z':
		return appendZone(b, f.zone)
	}
	return append(b, c)
}

// appendPadded appends n ≥ 0 with zeros in front up to this width.
func appendPadded(b []byte, n int64, width int) []byte {
	for p := pow10[width-1]; n < p && p > 1; p /= 10 {
		b = append(b, '0')
	}
	return strconv.AppendInt(b, n, 10)
}

// appendFraction appends a point and nanoseconds, without zeros at the end, or
// nothing where there are none.
func appendFraction(b []byte, nano int32) []byte {
	if nano == 0 {
		return b
	}
	b = appendPadded(append(b, '.'), int64(nano), 9)
	for b[len(b)-1] == '0' {
		b = b[:len(b)-1]
	}
	return b
}

// appendZone appends Z, an offset, or nothing.
func appendZone(b []byte, zone int16) []byte {
	sign := byte('+')
	switch {
	case zone == noZone:
		return b
	case zone == 0:
		return append(b, 'Z')
	case zone < 0:
		sign, zone = '-', -zone
	}
	b = appendPadded(append(b, sign), int64(zone/60), 2)
	return appendPadded(append(b, ':'), int64(zone%60), 2)
}

// NewDateTime is t as an xsd:dateTime with a zone, in whole minutes.
func NewDateTime(t time.Time) Value {
	_, offset := t.Zone()
	return Value{kind: DateTime, typ: dtDateTime, zone: int16(offset / 60), small: int32(t.Nanosecond()), n: t.Unix()}
}

// compareTimes compares points of one time line. Where just one has a zone,
// the other may be up to fourteen hours off either way.
func compareTimes(v, w Value) relation {
	const most = 14 * 3600
	switch {
	case (v.zone == noZone) == (w.zone == noZone):
		return related(v.orderTimes(w))
	case v.n+most < w.n || v.n+most == w.n && v.small < w.small:
		return less
	case w.n+most < v.n || w.n+most == v.n && w.small < v.small:
		return greater
	}
	return unknown
}

// orderTimes is -1, 0 or 1 as v is before, at or after w, all in UTC.
func (v Value) orderTimes(w Value) int {
	switch {
	case v.n < w.n, v.n == w.n && v.small < w.small:
		return -1
	case v.n == w.n && v.small == w.small:
		return 0
	}
	return 1
}
