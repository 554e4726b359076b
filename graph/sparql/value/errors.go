package value

import "errors"

// ErrType is wrapped by every error of this package: the type error of
// SPARQL 1.1, section 17.2.
var ErrType = errors.New("type error")

// typeError is a type error with a reason. Constants of it cost nothing to
// return.
type typeError string

func (e typeError) Error() string { return "type error: " + string(e) }

// Is makes every typeError an ErrType.
func (e typeError) Is(target error) bool { return target == ErrType }

const (
	errIncomparable typeError = "the values cannot be compared"
	errNumbers      typeError = "the operands are not both numbers"
	errNumber       typeError = "expected a number"
	errZero         typeError = "division by zero"
	errString       typeError = "expected a string"
	errPlain        typeError = "expected a string without a language"
	errLiteral      typeError = "expected a literal"
	errDate         typeError = "expected a date or time that has this part"
	errNoZone       typeError = "the date has no time zone"
	errLanguages    typeError = "the languages of the two strings do not agree"
	errIRI          typeError = "expected an IRI"
	errRelative     typeError = "not an absolute IRI, and no base to make it one"
	errBlank        typeError = "a blank node has no string"
	errTerm         typeError = "the term would not be valid"
	errArguments    typeError = "a wrong number of arguments"
	errNoSource     typeError = "nothing was given to take it from"
	errCast         typeError = "the value cannot be cast"
	errEmptyGroup   typeError = "no value in the group"
	errFlag         typeError = `the flags of a regular expression are s, m, i, x and q`
	errMatchesEmpty typeError = "the regular expression of a replacement matches the empty string"
	errReplacement  typeError = `in a replacement, \ stands before \ or $, and $ before a digit`
)
