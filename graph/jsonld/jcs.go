package jsonld

import (
	"cmp"
	"encoding/json"
	"fmt"
	"maps"
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode/utf16"
)

// canonicalJSON is the canonical text of a JSON value, the lexical form of a
// literal of rdf:JSON (RFC 8785).
func canonicalJSON(v any) (string, error) {
	b, err := appendCanonical(nil, v)
	return string(b), err
}

func appendCanonical(dst []byte, v any) ([]byte, error) {
	switch v := v.(type) {
	case nil:
		return append(dst, "null"...), nil
	case bool:
		return strconv.AppendBool(dst, v), nil
	case string:
		return appendString(dst, v), nil
	case float64:
		return append(dst, ecmaNumber(v)...), nil
	case json.Number:
		f, err := v.Float64()
		if err != nil {
			return dst, fmt.Errorf("jsonld: the number %s has no canonical form", v)
		}
		return append(dst, ecmaNumber(f)...), nil
	case []any:
		return appendCanonicalArray(dst, v)
	case map[string]any:
		return appendCanonicalObject(dst, v)
	}
	return dst, fmt.Errorf("jsonld: a JSON value of type %T", v)
}

func appendCanonicalArray(dst []byte, list []any) (_ []byte, err error) {
	dst = append(dst, '[')
	for i, v := range list {
		if i > 0 {
			dst = append(dst, ',')
		}
		if dst, err = appendCanonical(dst, v); err != nil {
			return dst, err
		}
	}
	return append(dst, ']'), nil
}

func appendCanonicalObject(dst []byte, o map[string]any) (_ []byte, err error) {
	dst = append(dst, '{')
	for i, name := range slices.SortedFunc(maps.Keys(o), compareUTF16) {
		if i > 0 {
			dst = append(dst, ',')
		}
		dst = append(appendString(dst, name), ':')
		if dst, err = appendCanonical(dst, o[name]); err != nil {
			return dst, err
		}
	}
	return append(dst, '}'), nil
}

// compareUTF16 orders strings by UTF-16 code unit.
func compareUTF16(x, y string) int {
	return cmp.Or(slices.Compare(utf16.Encode([]rune(x)), utf16.Encode([]rune(y))), strings.Compare(x, y))
}

// ecmaNumber writes a number as ECMAScript does: without an exponent between
// 1e-6 and 1e21, with the fewest digits that give the number back.
func ecmaNumber(f float64) string {
	if f == 0 {
		return "0"
	}
	if abs := math.Abs(f); abs >= 1e-6 && abs < 1e21 {
		return strconv.FormatFloat(f, 'f', -1, 64)
	}
	mantissa, exponent, _ := strings.Cut(strconv.FormatFloat(f, 'e', -1, 64), "e")
	sign, digits := exponent[:1], strings.TrimLeft(exponent[1:], "0")
	return mantissa + "e" + sign + digits
}
