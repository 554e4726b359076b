package value

import "math"

// promoted is a number as a Float or a Double (XPath 2.0, appendix B.1).
func (v Value) promoted(kind Kind) float64 {
	switch {
	case v.kind > Decimal:
		return v.float()
	case kind == Float:
		return v.decimal().float(32)
	}
	return v.decimal().float(64)
}

// arithmetic is one operator for the types that numbers are promoted to.
type arithmetic struct {
	decimal func(a, b decimal) (decimal, error)
	single  func(a, b float32) float32
	double  func(a, b float64) float64
}

var (
	addition = arithmetic{
		func(a, b decimal) (decimal, error) { return a.add(b), nil },
		func(a, b float32) float32 { return a + b },
		func(a, b float64) float64 { return a + b },
	}
	subtraction = arithmetic{
		func(a, b decimal) (decimal, error) { return a.sub(b), nil },
		func(a, b float32) float32 { return a - b },
		func(a, b float64) float64 { return a - b },
	}
	multiplication = arithmetic{
		func(a, b decimal) (decimal, error) { return a.mul(b), nil },
		func(a, b float32) float32 { return a * b },
		func(a, b float64) float64 { return a * b },
	}
	division = arithmetic{
		func(a, b decimal) (decimal, error) {
			if b.sign() == 0 {
				return decimal{}, errZero
			}
			return a.quo(b), nil
		},
		func(a, b float32) float32 { return a / b },
		func(a, b float64) float64 { return a / b },
	}
)

// apply promotes both numbers to the greater of their kinds and computes.
func (op *arithmetic) apply(v, w Value) (Value, error) {
	if !v.IsNumeric() || !w.IsNumeric() {
		return Value{}, errNumbers
	}
	switch kind := max(v.kind, w.kind); kind {
	case Double:
		return NewDouble(op.double(v.promoted(Double), w.promoted(Double))), nil
	case Float:
		return newFloat(op.single(float32(v.promoted(Float)), float32(w.promoted(Float)))), nil
	default:
		d, err := op.decimal(v.decimal(), w.decimal())
		if err != nil {
			return Value{}, err
		}
		if kind == Integer && op != &division {
			return newInteger(d), nil
		}
		return newDecimal(d), nil
	}
}

// Add is the operator + on two numbers.
func Add(v, w Value) (Value, error) { return addition.apply(v, w) }

// Subtract is the operator - on two numbers.
func Subtract(v, w Value) (Value, error) { return subtraction.apply(v, w) }

// Multiply is the operator * on two numbers.
func Multiply(v, w Value) (Value, error) { return multiplication.apply(v, w) }

// Divide is the operator / on two numbers. Two integers give a decimal. By 0,
// integers and decimals give an error, floats and doubles an infinity or NaN.
func Divide(v, w Value) (Value, error) { return division.apply(v, w) }

// rounding is a function from one number to another of its type.
type rounding struct {
	decimal func(decimal) decimal
	double  func(float64) float64
}

var (
	identity = rounding{func(d decimal) decimal { return d }, func(f float64) float64 { return f }}
	negation = rounding{decimal.neg, func(f float64) float64 { return -f }}
	absolute = rounding{magnitudeOf, math.Abs}
	ceiling  = rounding{decimal.ceil, math.Ceil}
	flooring = rounding{decimal.floor, math.Floor}
	nearer   = rounding{decimal.round, roundHalfUp}
)

func magnitudeOf(d decimal) decimal {
	if d.sign() < 0 {
		return d.neg()
	}
	return d
}

// roundHalfUp is the integer nearest to f, of two such the greater, with the
// sign of f where it is 0.
func roundHalfUp(f float64) float64 {
	floor := math.Floor(f)
	if f-floor >= 0.5 {
		floor++
	}
	return math.Copysign(floor, f)
}

// apply gives an integer, decimal, float or double for one; types derived from
// xsd:integer give an integer.
func (r *rounding) apply(v Value) (Value, error) {
	switch v.kind {
	case Integer:
		return newInteger(r.decimal(v.decimal())), nil
	case Decimal:
		return newDecimal(r.decimal(v.decimal())), nil
	case Float:
		return newFloat(float32(r.double(v.float()))), nil
	case Double:
		return NewDouble(r.double(v.float())), nil
	}
	return Value{}, errNumber
}

// Negate is the operator - on one number.
func Negate(v Value) (Value, error) { return negation.apply(v) }

// Plus is the operator + on one number.
func Plus(v Value) (Value, error) { return identity.apply(v) }
