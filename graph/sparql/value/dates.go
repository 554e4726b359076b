package value

import (
	"strings"
)

// Functions on dates and times (section 17.4.5), and those on what changes
// from run to run. Besides xsd:dateTime they take the other types that show
// the part in question: YEAR takes an xsd:date and an xsd:gYear too.

func now(env *Env, _ []Value) (Value, error) {
	if env.Now.IsZero() {
		return Value{}, errNoSource
	}
	return env.Now, nil
}

// random is a double from 0 up to 1, without 1 (17.4.4.5).
func random(env *Env, _ []Value) (Value, error) {
	if env.Random == nil {
		return Value{}, errNoSource
	}
	return NewDouble(float64(env.Random()>>11) / (1 << 53)), nil
}

// shows reports whether the lexical forms of a date or time have this part.
func (v Value) shows(part byte) bool {
	return v.isTimed() && strings.IndexByte(layouts[v.typ], part) >= 0
}

// part is one field of a date or time in its own zone, as an integer.
func part(letter byte, field func(*fields) int64) func(*Env, []Value) (Value, error) {
	return func(_ *Env, args []Value) (Value, error) {
		if !args[0].shows(letter) {
			return Value{}, errDate
		}
		f := args[0].fields()
		return NewInt(field(&f)), nil
	}
}

// seconds is the decimal of seconds and their fraction (17.4.5.7).
func seconds(v Value) (Value, error) {
	if !v.shows('s') {
		return Value{}, errDate
	}
	f := v.fields()
	return newDecimal(smallDecimal(int64(f.second)*1e9+int64(f.nano), 9)), nil
}

// timezone is the offset from UTC as an xsd:dayTimeDuration (17.4.5.8).
func timezone(v Value) (Value, error) {
	switch {
	case !v.isTimed():
		return Value{}, errDate
	case v.zone == noZone:
		return Value{}, errNoZone
	}
	return duration{second: int64(v.zone) * 60}.value(dtDayTimeDuration), nil
}

// tz is the zone as it is written, "" where there is none (17.4.5.9).
func tz(v Value) (Value, error) {
	if !v.isTimed() {
		return Value{}, errDate
	}
	if v.zone == 0 && !strings.HasSuffix(v.text, "Z") && v.text != "" {
		return NewString(v.text[len(v.text)-len("+00:00"):]), nil
	}
	return NewString(string(appendZone(nil, v.zone))), nil
}
