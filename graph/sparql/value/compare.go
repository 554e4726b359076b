package value

import (
	"cmp"
	"strings"
)

// relation is how two values stand to each other.
type relation uint8

const (
	less      relation = 1 << iota
	equal              //
	greater            //
	unordered          // numbers of which one is NaN
	same               // equal, of a kind without an order
	different          // not equal, and without an order
	unknown   relation = 0
)

// related is the relation that a three-way comparison means.
func related(c int) relation {
	switch {
	case c < 0:
		return less
	case c > 0:
		return greater
	}
	return equal
}

// Operator is a comparison of section 17.3: the relations it is true for.
type Operator relation

// The operators.
const (
	EQ = Operator(equal | same)
	NE = Operator(less | greater | unordered | different)
	LT = Operator(less)
	LE = Operator(less | equal)
	GT = Operator(greater)
	GE = Operator(greater | equal)
)

// Apply compares two values. EQ and NE work on all values, the others on
// numbers, strings without a language, booleans, dates, times and durations.
// The answer is Error where there is no value, or none is known.
func (op Operator) Apply(v, w Value) Truth {
	r := relate(v, w)
	if r == unknown || r&(same|different) != 0 && op != EQ && op != NE {
		return Error
	}
	return TruthOf(r&relation(op) != 0)
}

// Equal is the operator =, with which IN looks for its member.
func Equal(v, w Value) Truth { return EQ.Apply(v, w) }

// Less is the operator <.
func Less(v, w Value) Truth { return LT.Apply(v, w) }

// In is v IN (list): whether v equals a member, and an error where it equals
// none and could not be compared with one (section 17.4.1.9).
func In(v Value, list []Value) Truth {
	t := False
	for _, w := range list {
		if t = t.Or(Equal(v, w)); t == True {
			break
		}
	}
	return t
}

// SameTerm reports whether v and w are one RDF term (section 17.4.1.8). No
// value is the same as nothing.
func SameTerm(v, w Value) bool {
	if v.kind != w.kind || v.typ != w.typ || v.extra != w.extra || v.kind == None {
		return false
	}
	return v.Text() == w.Text()
}

func relate(v, w Value) relation {
	switch {
	case v.kind == None || w.kind == None:
		return unknown
	case v.IsNumeric() && w.IsNumeric():
		return relateNumbers(v, w)
	case v.kind != w.kind:
		return relateKinds(v, w)
	case v.isTimed():
		return compareTimes(v, w)
	}
	switch v.kind {
	case String:
		return related(strings.Compare(v.text, w.text))
	case Boolean:
		return related(cmp.Compare(v.n, w.n))
	case Duration:
		return compareDurations(v.duration(), w.duration())
	}
	switch {
	case SameTerm(v, w):
		return same
	case v.kind == Other:
		return unknown
	}
	return different
}

// relateKinds relates values of which not both are numbers, nor of one kind.
// That two literals differ is known only where one of them has a language.
func relateKinds(v, w Value) relation {
	if v.IsLiteral() && w.IsLiteral() && v.kind != LangString && w.kind != LangString {
		return unknown
	}
	return different
}

// relateNumbers compares numbers of any two kinds, as the greater kind.
func relateNumbers(v, w Value) relation {
	kind := max(v.kind, w.kind)
	if kind <= Decimal {
		return related(compareExact(v, w))
	}
	a, b := v.promoted(kind), w.promoted(kind)
	switch {
	case a < b:
		return less
	case a > b:
		return greater
	case a == b:
		return equal
	}
	return unordered
}

// compareExact compares integers and decimals.
func compareExact(v, w Value) int {
	if v.big == nil && w.big == nil && v.small == w.small {
		return cmp.Compare(v.n, w.n)
	}
	return v.decimal().cmp(w.decimal())
}
