package value

// Truth is the answer to a test: no, yes, or a type error.
type Truth uint8

// The answers.
const (
	False Truth = iota
	True
	Error
)

// TruthOf is True or False.
func TruthOf(b bool) Truth {
	if b {
		return True
	}
	return False
}

// Not is the operator ! (section 17.3).
func (t Truth) Not() Truth { return [...]Truth{True, False, Error}[t] }

// And is the operator && of section 17.2: a False decides, even beside an
// error.
func (t Truth) And(u Truth) Truth {
	switch {
	case t == False || u == False:
		return False
	case t == Error || u == Error:
		return Error
	}
	return True
}

// Or is the operator || of section 17.2: a True decides, even beside an error.
func (t Truth) Or(u Truth) Truth { return t.Not().And(u.Not()).Not() }

// Value is the xsd:boolean, or the type error.
func (t Truth) Value() (Value, error) {
	if t == Error {
		return Value{}, errIncomparable
	}
	return NewBool(t == True), nil
}

// EBV is the effective boolean value (section 17.2.2): of booleans themselves,
// of numbers whether they are neither 0 nor NaN, of strings, with a language
// or without, whether they are not empty. Booleans and numbers with a lexical
// form that their datatype does not have are false; all else is an error.
func (v Value) EBV() Truth {
	switch v.kind {
	case Boolean:
		return TruthOf(v.n != 0)
	case String, LangString:
		return TruthOf(v.text != "")
	case Integer, Decimal:
		return TruthOf(v.n != 0 || v.big != nil)
	case Float, Double:
		f := v.float()
		return TruthOf(f < 0 || f > 0)
	case Other:
		if k := datatypes[v.typ].kind; k >= Boolean && k <= Double {
			return False
		}
	}
	return Error
}
