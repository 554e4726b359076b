package value

import (
	"slices"
	"strings"
)

// Function is a function of section 17.4, or a constructor of section 17.5.
type Function struct {
	Name     string // the keyword, in upper case, or the IRI of a constructor
	Min, Max int    // how many arguments; Max is -1 where there may be any number
	Volatile bool   // the result may differ from call to call for the same arguments
	call     func(env *Env, args []Value) (Value, error)
}

// Call computes the function. The arguments are values: whoever evaluates has
// met errors and unbound variables before. It keeps no hold of args. A nil env
// is one of which nothing is known.
func (f *Function) Call(env *Env, args []Value) (Value, error) {
	if len(args) < f.Min || f.Max >= 0 && len(args) > f.Max {
		return Value{}, errArguments
	}
	if env == nil {
		env = new(Env)
	}
	return f.call(env, args)
}

// Env is what functions know besides their arguments. Its zero value gives an
// error to those that need to know. It may be changed between calls, and is not
// safe for concurrent use: each run of a query has its own.
type Env struct {
	// Base, an absolute IRI, is what IRI and URI resolve against.
	Base string

	// Now is what NOW returns: one moment for a whole query.
	Now Value

	// Random gives 64 bits to RAND, UUID and STRUUID.
	Random func() uint64

	// BlankNode makes the node of BNODE: a fresh one where keyed is false, else
	// the same for the same key throughout a solution.
	BlankNode func(key string, keyed bool) Value

	patterns patternCache
}

// functions are the rows of section 17.4 but for the functional forms BOUND,
// IF, COALESCE, EXISTS, NOT EXISTS, ||, &&, IN and NOT IN, which see their
// arguments before these are values. They are in order of their names.
var functions = []Function{
	{"ABS", 1, 1, false, on(absolute.apply)},
	{"BNODE", 0, 1, true, bnode},
	{"CEIL", 1, 1, false, on(ceiling.apply)},
	{"CONCAT", 0, -1, false, concat},
	{"CONTAINS", 2, 2, false, search(strings.Contains)},
	{"DATATYPE", 1, 1, false, on(datatypeIRI)},
	{"DAY", 1, 1, false, part('D', func(f *fields) int64 { return int64(f.day) })},
	{"ENCODE_FOR_URI", 1, 1, false, on(encodeForURI)},
	{"FLOOR", 1, 1, false, on(flooring.apply)},
	{"HOURS", 1, 1, false, part('h', func(f *fields) int64 { return int64(f.hour) })},
	{"IRI", 1, 1, false, iriOf},
	{"ISBLANK", 1, 1, false, test(func(v Value) bool { return v.kind == BlankNode })},
	{"ISIRI", 1, 1, false, test(func(v Value) bool { return v.kind == IRI })},
	{"ISLITERAL", 1, 1, false, test(Value.IsLiteral)},
	{"ISNUMERIC", 1, 1, false, test(Value.IsNumeric)},
	{"ISURI", 1, 1, false, test(func(v Value) bool { return v.kind == IRI })},
	{"LANG", 1, 1, false, on(lang)},
	{"LANGMATCHES", 2, 2, false, langMatches},
	{"LCASE", 1, 1, false, mapped(lower)},
	{"MD5", 1, 1, false, hashed(md5Sum)},
	{"MINUTES", 1, 1, false, part('m', func(f *fields) int64 { return int64(f.minute) })},
	{"MONTH", 1, 1, false, part('M', func(f *fields) int64 { return int64(f.month) })},
	{"NOW", 0, 0, false, now},
	{"RAND", 0, 0, true, random},
	{"REGEX", 2, 3, false, regex},
	{"REPLACE", 3, 4, false, replace},
	{"ROUND", 1, 1, false, on(nearer.apply)},
	{"SAMETERM", 2, 2, false, sameTerm},
	{"SECONDS", 1, 1, false, on(seconds)},
	{"SHA1", 1, 1, false, hashed(sha1Sum)},
	{"SHA256", 1, 1, false, hashed(sha256Sum)},
	{"SHA384", 1, 1, false, hashed(sha384Sum)},
	{"SHA512", 1, 1, false, hashed(sha512Sum)},
	{"STR", 1, 1, false, on(str)},
	{"STRAFTER", 2, 2, false, strAfter},
	{"STRBEFORE", 2, 2, false, strBefore},
	{"STRDT", 2, 2, false, strDT},
	{"STRENDS", 2, 2, false, search(strings.HasSuffix)},
	{"STRLANG", 2, 2, false, strLang},
	{"STRLEN", 1, 1, false, on(strLen)},
	{"STRSTARTS", 2, 2, false, search(strings.HasPrefix)},
	{"STRUUID", 0, 0, true, strUUID},
	{"SUBSTR", 2, 3, false, substr},
	{"TIMEZONE", 1, 1, false, on(timezone)},
	{"TZ", 1, 1, false, on(tz)},
	{"UCASE", 1, 1, false, mapped(upper)},
	{"URI", 1, 1, false, iriOf},
	{"UUID", 0, 0, true, uuid},
	{"YEAR", 1, 1, false, part('Y', func(f *fields) int64 { return f.year })},
}

// Functions returns the functions of section 17.4 that work on values, in
// order of their names.
func Functions() []Function { return slices.Clone(functions) }

// Builtin finds a function by its keyword, in upper or lower case.
func Builtin(name string) (f *Function, ok bool) {
	i, ok := slices.BinarySearchFunc(functions, strings.ToUpper(name), func(f Function, name string) int {
		return strings.Compare(f.Name, name)
	})
	if !ok {
		return nil, false
	}
	return &functions[i], true
}

// The shapes that several rows share.

func on(f func(Value) (Value, error)) func(*Env, []Value) (Value, error) {
	return func(_ *Env, args []Value) (Value, error) { return f(args[0]) }
}

func test(f func(Value) bool) func(*Env, []Value) (Value, error) {
	return func(_ *Env, args []Value) (Value, error) { return NewBool(f(args[0])), nil }
}
