package value

import (
	"math"
	"strconv"
	"strings"
)

// parseFloat reads the lexical forms of xsd:float and xsd:double (XSD 1.1).
func parseFloat(kind Kind, s string) (v Value, ok bool) {
	f := math.NaN()
	switch s {
	case "NaN":
	case "INF", "+INF":
		f = math.Inf(1)
	case "-INF":
		f = math.Inf(-1)
	default:
		if !isFloat(s) {
			return Value{}, false
		}
		bitSize := 64
		if kind == Float {
			bitSize = 32
		}
		f, _ = strconv.ParseFloat(s, bitSize) // out of range is an infinity
	}
	if kind == Float {
		return newFloat(float32(f)), true
	}
	return NewDouble(f), true
}

// isFloat reports whether s is a number with or without a point and an
// exponent. Go would read more.
func isFloat(s string) bool {
	mantissa, exponent := s, "0"
	if i := strings.IndexAny(s, "eE"); i >= 0 {
		mantissa, exponent = s[:i], s[i+1:]
	}
	digits, points := count(mantissa)
	exponentDigits, exponentPoints := count(exponent)
	return digits > 0 && points <= 1 && exponentDigits > 0 && exponentPoints == 0
}

// count counts the digits and points of a number that may have a sign. Where
// anything else is in it, there are no digits.
func count(s string) (digits, points int) {
	if s != "" && (s[0] == '+' || s[0] == '-') {
		s = s[1:]
	}
	for i := range len(s) {
		switch c := s[i]; {
		case c >= '0' && c <= '9':
			digits++
		case c == '.':
			points++
		default:
			return 0, 0
		}
	}
	return digits, points
}

// formatFloat is the canonical form of XSD: 1.0E0, INF, -INF, NaN.
func formatFloat(f float64, bitSize int) string {
	if s, special := formatSpecial(f); special {
		return s
	}
	mantissa, exponent, _ := strings.Cut(strconv.FormatFloat(f, 'E', -1, bitSize), "E")
	if !hasPoint(mantissa) {
		mantissa += ".0"
	}
	n, _ := strconv.Atoi(exponent)
	return mantissa + "E" + strconv.Itoa(n)
}

func formatSpecial(f float64) (s string, special bool) {
	switch {
	case math.IsNaN(f):
		return "NaN", true
	case math.IsInf(f, 1):
		return "INF", true
	case math.IsInf(f, -1):
		return "-INF", true
	}
	return "", false
}

// floatString is what casting to xsd:string makes of a float (XPath and XQuery
// Functions, section 17.1.2): a plain number where it is neither very large nor
// very small, else the canonical form.
func floatString(f float64, bitSize int) string {
	if s, special := formatSpecial(f); special {
		return s
	}
	if a := math.Abs(f); f == 0 || a >= 1e-6 && a < 1e6 {
		return strconv.FormatFloat(f, 'f', -1, bitSize)
	}
	return formatFloat(f, bitSize)
}
