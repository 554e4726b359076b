package value

import (
	"math"
	"math/big"
	"math/bits"
	"strconv"
	"strings"
)

// decimal is the number n × 10^-scale, or big × 10^-scale where big is not
// nil. Each number has one form: the scale is not negative and as small as it
// can be, and big is used only where n has no room.
type decimal struct {
	n     int64
	scale int32
	big   *big.Int
}

// pow10 has the powers of ten that an int64 holds.
var pow10 = func() (t [19]int64) {
	t[0] = 1
	for i := 1; i < len(t); i++ {
		t[i] = 10 * t[i-1]
	}
	return t
}()

var bigTen = big.NewInt(10)

// bigPow10 is 10^k for k ≥ 0.
func bigPow10(k int32) *big.Int {
	if int(k) < len(pow10) {
		return big.NewInt(pow10[k])
	}
	return new(big.Int).Exp(bigTen, big.NewInt(int64(k)), nil)
}

// makeDecimal is b × 10^-scale for scale ≥ 0. It takes b over.
func makeDecimal(b *big.Int, scale int32) decimal {
	if b.IsInt64() {
		return smallDecimal(b.Int64(), scale)
	}
	rest := new(big.Int)
	for scale > 0 {
		q, r := new(big.Int).QuoRem(b, bigTen, rest)
		if r.Sign() != 0 {
			break
		}
		b, scale = q, scale-1
	}
	if b.IsInt64() {
		return decimal{n: b.Int64(), scale: scale}
	}
	return decimal{scale: scale, big: b}
}

// smallDecimal is n × 10^-scale for scale ≥ 0.
func smallDecimal(n int64, scale int32) decimal {
	for scale > 0 && n%10 == 0 {
		if n == 0 {
			return decimal{}
		}
		n, scale = n/10, scale-1
	}
	return decimal{n: n, scale: scale}
}

// coefficient is n or big, as a big integer to read only.
func (d decimal) coefficient() *big.Int {
	if d.big != nil {
		return d.big
	}
	return big.NewInt(d.n)
}

// sign is -1, 0 or 1.
func (d decimal) sign() int {
	switch {
	case d.big != nil:
		return d.big.Sign()
	case d.n < 0:
		return -1
	case d.n > 0:
		return 1
	}
	return 0
}

// aligned gives both coefficients at the greater of both scales, where they
// fit.
func aligned(a, b decimal) (x, y int64, scale int32, ok bool) {
	switch {
	case a.big != nil || b.big != nil:
		return 0, 0, 0, false
	case a.scale == b.scale:
		return a.n, b.n, a.scale, true
	case a.scale < b.scale:
		x, ok = times10(a.n, b.scale-a.scale)
		return x, b.n, b.scale, ok
	}
	y, ok = times10(b.n, a.scale-b.scale)
	return a.n, y, a.scale, ok
}

// times10 is n × 10^k, where it fits.
func times10(n int64, k int32) (int64, bool) {
	if int(k) >= len(pow10) {
		return 0, n == 0
	}
	return times(n, pow10[k])
}

// times is a × b, where it fits.
func times(a, b int64) (int64, bool) {
	hi, lo := bits.Mul64(magnitude(a), magnitude(b))
	if hi != 0 || lo > math.MaxInt64 {
		return 0, false
	}
	return a * b, true
}

func magnitude(n int64) uint64 {
	if n < 0 {
		return -uint64(n)
	}
	return uint64(n)
}

// alignedBig is aligned for numbers of any size.
func alignedBig(a, b decimal) (x, y *big.Int, scale int32) {
	x, y = a.coefficient(), b.coefficient()
	switch {
	case a.scale < b.scale:
		x = new(big.Int).Mul(x, bigPow10(b.scale-a.scale))
	case a.scale > b.scale:
		y = new(big.Int).Mul(y, bigPow10(a.scale-b.scale))
	}
	return x, y, max(a.scale, b.scale)
}

// cmp is -1, 0 or 1 as a is less than, equal to or greater than b.
func (d decimal) cmp(e decimal) int {
	if x, y, _, ok := aligned(d, e); ok {
		switch {
		case x < y:
			return -1
		case x > y:
			return 1
		}
		return 0
	}
	if s, t := d.sign(), e.sign(); s != t {
		return min(max(s-t, -1), 1)
	}
	x, y, _ := alignedBig(d, e)
	return x.Cmp(y)
}

func (d decimal) neg() decimal {
	if d.big != nil || d.n == math.MinInt64 {
		return makeDecimal(new(big.Int).Neg(d.coefficient()), d.scale)
	}
	d.n = -d.n
	return d
}

func (d decimal) add(e decimal) decimal {
	if x, y, scale, ok := aligned(d, e); ok {
		if sum := x + y; (sum > x) == (y > 0) {
			return smallDecimal(sum, scale)
		}
	}
	x, y, scale := alignedBig(d, e)
	return makeDecimal(new(big.Int).Add(x, y), scale)
}

func (d decimal) sub(e decimal) decimal { return d.add(e.neg()) }

func (d decimal) mul(e decimal) decimal {
	if d.big == nil && e.big == nil {
		if n, ok := times(d.n, e.n); ok {
			return smallDecimal(n, d.scale+e.scale)
		}
	}
	return makeDecimal(new(big.Int).Mul(d.coefficient(), e.coefficient()), d.scale+e.scale)
}

// quotientDigits is how many digits a quotient has at least, both behind the
// point and from its first one that is not 0.
const quotientDigits = 18

// quo is d / e for e ≠ 0, rounded to the nearest, halves away from zero.
func (d decimal) quo(e decimal) decimal {
	if d.big == nil && e.big == nil && d.scale == e.scale && d.n != math.MinInt64 && d.n%e.n == 0 {
		return decimal{n: d.n / e.n}
	}
	// The quotient has a digit that is not 0 at this place or before it.
	first := e.digits() - e.scale - d.digits() + d.scale + 1
	scale := quotientDigits + max(0, first-1)
	x, y := d.coefficient(), e.coefficient()
	if k := scale + e.scale - d.scale; k >= 0 {
		x = new(big.Int).Mul(x, bigPow10(k))
	} else {
		y = new(big.Int).Mul(y, bigPow10(-k))
	}
	return makeDecimal(nearest(x, y), scale)
}

// nearest is the integer nearest to x / y, of two such the one further from 0.
func nearest(x, y *big.Int) *big.Int {
	q, r := new(big.Int).QuoRem(x, y, new(big.Int))
	if twice := r.Lsh(r, 1); twice.CmpAbs(y) >= 0 {
		return q.Add(q, big.NewInt(int64(x.Sign()*y.Sign())))
	}
	return q
}

// digits is the number of digits of the coefficient.
func (d decimal) digits() int32 {
	d.scale = 0
	return int32(len(magnitudeOf(d).String()))
}

// floor is the greatest integer that is not greater than d.
func (d decimal) floor() decimal {
	if d.scale == 0 {
		return d
	}
	if d.big == nil && int(d.scale) < len(pow10) {
		q := d.n / pow10[d.scale]
		if d.n < 0 { // never a multiple: the scale would be smaller
			q--
		}
		return decimal{n: q}
	}
	q, _ := new(big.Int).DivMod(d.coefficient(), bigPow10(d.scale), new(big.Int))
	return makeDecimal(q, 0)
}

// ceil is the least integer that is not less than d.
func (d decimal) ceil() decimal { return d.neg().floor().neg() }

// round is the integer nearest to d, of two such the greater.
func (d decimal) round() decimal { return d.add(decimal{n: 5, scale: 1}).floor() }

// trunc is d without its digits behind the point.
func (d decimal) trunc() decimal {
	if d.sign() < 0 {
		return d.ceil()
	}
	return d.floor()
}

// hasPoint reports whether a decimal is written with a decimal point.
func hasPoint(s string) bool { return strings.IndexByte(s, '.') >= 0 }

// parseDecimal reads the lexical forms of xsd:decimal, and so those of
// xsd:integer.
func parseDecimal(s string) (d decimal, ok bool) {
	body := s
	if body != "" && (body[0] == '+' || body[0] == '-') {
		body = body[1:]
	}
	n, digits, point := int64(0), 0, -1
	for i := range len(body) {
		switch c := body[i]; {
		case c >= '0' && c <= '9':
			digits++
			n = n*10 + int64(c-'0') // thrown away beyond 18 digits
		case c == '.' && point < 0:
			point = i
		default:
			return decimal{}, false
		}
	}
	if digits == 0 || len(s) > math.MaxInt32 {
		return decimal{}, false
	}
	scale := 0
	if point >= 0 {
		scale = len(body) - point - 1
	}
	if digits >= len(pow10) {
		return parseBig(s, body, point, scale), true
	}
	if s[0] == '-' {
		n = -n
	}
	return smallDecimal(n, int32(scale)), true
}

// parseBig reads a number of many digits. Zeros at its end cost nothing.
func parseBig(s, body string, point, scale int) decimal {
	digits := body
	if point >= 0 {
		digits = body[:point] + body[point+1:]
		for scale > 0 && digits[len(digits)-1] == '0' {
			digits, scale = digits[:len(digits)-1], scale-1
		}
	}
	b, _ := new(big.Int).SetString("0"+digits, 10)
	if s[0] == '-' {
		b.Neg(b)
	}
	return makeDecimal(b, int32(scale))
}

// String is the canonical form of XSD 1.1: without a point where there is
// nothing behind it.
func (d decimal) String() string {
	var buf [24]byte
	digits := strconv.AppendInt(buf[:0], d.n, 10)
	if d.big != nil {
		digits = d.big.Append(nil, 10)
	}
	if d.scale == 0 {
		return string(digits)
	}
	sign := ""
	if digits[0] == '-' {
		sign, digits = "-", digits[1:]
	}
	if missing := int(d.scale) + 1 - len(digits); missing > 0 {
		return sign + "0." + strings.Repeat("0", missing-1) + string(digits)
	}
	point := len(digits) - int(d.scale)
	return sign + string(digits[:point]) + "." + string(digits[point:])
}

// float is d as a float of 32 or 64 bits, rounded correctly.
func (d decimal) float(bitSize int) float64 {
	const exact32, exact64 = 1 << 24, 1 << 53
	switch m := magnitude(d.n); {
	case d.big != nil:
	case bitSize == 64 && m <= exact64 && d.scale <= 15:
		return float64(d.n) / float64(pow10[d.scale])
	case bitSize == 32 && m <= exact32 && d.scale <= 7:
		return float64(float32(d.n) / float32(pow10[d.scale]))
	}
	f, _ := strconv.ParseFloat(d.String(), bitSize) // out of range is an infinity
	return f
}

// exactly is the finite f as a decimal, which every finite float is.
func exactly(f float64) decimal {
	const exact = 1 << 53
	if f == math.Trunc(f) && math.Abs(f) <= exact {
		return decimal{n: int64(f)}
	}
	fraction, exponent := math.Frexp(f)
	m := big.NewInt(int64(math.Ldexp(fraction, 53)))
	if exponent -= 53; exponent >= 0 {
		return makeDecimal(m.Lsh(m, uint(exponent)), 0)
	}
	for exponent < 0 && m.Bit(0) == 0 {
		m.Rsh(m, 1)
		exponent++
	}
	five := new(big.Int).Exp(big.NewInt(5), big.NewInt(int64(-exponent)), nil) // 2^-k is 5^k × 10^-k
	return makeDecimal(m.Mul(m, five), int32(-exponent))
}
