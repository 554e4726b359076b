package syntax

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"policygraph/graph/path/token"
)

// builtIn is a function of the production BuiltInCall.
type builtIn struct {
	name     string // as the spec spells it
	min, max int    // arguments; any number of them where max is negative
}

// builtIns are the functions of BuiltInCall that take expressions, in the order
// of section 19.8. BOUND takes a variable, the EXISTS patterns; these and
// aggregates have their own productions.
var builtIns = []builtIn{
	{"STR", 1, 1}, {"LANG", 1, 1}, {"LANGMATCHES", 2, 2}, {"DATATYPE", 1, 1}, {"IRI", 1, 1}, {"URI", 1, 1},
	{"BNODE", 0, 1}, {"RAND", 0, 0}, {"ABS", 1, 1}, {"CEIL", 1, 1}, {"FLOOR", 1, 1}, {"ROUND", 1, 1},
	{"CONCAT", 0, -1}, {"STRLEN", 1, 1}, {"SUBSTR", 2, 3}, {"UCASE", 1, 1}, {"LCASE", 1, 1}, {"ENCODE_FOR_URI", 1, 1},
	{"CONTAINS", 2, 2}, {"STRSTARTS", 2, 2}, {"STRENDS", 2, 2}, {"STRBEFORE", 2, 2}, {"STRAFTER", 2, 2},
	{"YEAR", 1, 1}, {"MONTH", 1, 1}, {"DAY", 1, 1}, {"HOURS", 1, 1}, {"MINUTES", 1, 1}, {"SECONDS", 1, 1},
	{"TIMEZONE", 1, 1}, {"TZ", 1, 1}, {"NOW", 0, 0}, {"UUID", 0, 0}, {"STRUUID", 0, 0},
	{"MD5", 1, 1}, {"SHA1", 1, 1}, {"SHA256", 1, 1}, {"SHA384", 1, 1}, {"SHA512", 1, 1},
	{"COALESCE", 0, -1}, {"IF", 3, 3}, {"STRLANG", 2, 2}, {"STRDT", 2, 2}, {"sameTerm", 2, 2},
	{"isIRI", 1, 1}, {"isURI", 1, 1}, {"isBLANK", 1, 1}, {"isLITERAL", 1, 1}, {"isNUMERIC", 1, 1},
	{"REGEX", 2, 3}, {"REPLACE", 3, 4},
}

var (
	aggregates = []string{"COUNT", "SUM", "MIN", "MAX", "AVG", "SAMPLE", groupConcat}

	// ofSPARQL12 are functions that need triple terms or text directions, or
	// came with them.
	ofSPARQL12 = []string{
		"TRIPLE", "SUBJECT", "PREDICATE", "OBJECT", "isTRIPLE", "LANGDIR", "STRLANGDIR", "hasLANG", "hasLANGDIR",
	}
)

const (
	bound       = "BOUND"
	groupConcat = "GROUP_CONCAT"
)

// BuiltIns are the names of all functions that a [Call] may be of, besides
// operators, as [Call] spells them. In order of the spec.
func BuiltIns() []string {
	names := []string{bound}
	for _, f := range builtIns {
		names = append(names, f.name)
	}
	return names
}

// Aggregates are the names that an [Aggregate] may have.
func Aggregates() []string { return slices.Clone(aggregates) }

// nameIn is the name of a list that the word is, in any case, or "".
func nameIn(names []string, word string) string {
	i := slices.IndexFunc(names, func(name string) bool { return strings.EqualFold(name, word) })
	if i < 0 {
		return ""
	}
	return names[i]
}

// builtInNamed is the function that a word names, or nil.
func builtInNamed(word string) *builtIn {
	i := slices.IndexFunc(builtIns, func(f builtIn) bool { return strings.EqualFold(f.name, word) })
	if i < 0 {
		return nil
	}
	return &builtIns[i]
}

// startsBuiltInCall reports whether the word begins a BuiltInCall, perhaps one
// of SPARQL 1.2.
func (p *parser) startsBuiltInCall() bool {
	return p.IsWord(bound) || p.IsWord("NOT") || p.IsWord("EXISTS") || builtInNamed(p.Text) != nil ||
		nameIn(aggregates, p.Text) != "" || nameIn(ofSPARQL12, p.Text) != ""
}

// builtInCall is the production BuiltInCall, of which the word comes next.
func (p *parser) builtInCall() Expr {
	f, aggregate := builtInNamed(p.Text), nameIn(aggregates, p.Text)
	switch {
	case f != nil:
		p.Next()
		return p.call(f)
	case aggregate != "":
		return p.aggregate(aggregate)
	case p.AcceptWord(bound):
		p.Expect("(")
		v := p.variable()
		p.Expect(")")
		return Call{bound, []Expr{v}}
	case p.IsWord("NOT"), p.IsWord("EXISTS"):
		not := p.AcceptWord("NOT")
		p.ExpectWord("EXISTS")
		return exists{not, p.groupGraphPattern()}
	case nameIn(ofSPARQL12, p.Text) != "":
		p.Refuse("the function " + nameIn(ofSPARQL12, p.Text))
	}
	p.Expected("an expression")
	return Var("")
}

// call is the arguments of a built-in function, behind its name.
func (p *parser) call(f *builtIn) Expr {
	at := p.Token
	args := p.expressionList()
	if n := len(args); n < f.min || f.max >= 0 && n > f.max {
		p.Fail(at, f.arity(), strconv.Itoa(n))
	}
	return Call{f.name, args}
}

// arity says how many arguments the function has.
func (f *builtIn) arity() string {
	switch {
	case f.max == 1 && f.min == 1:
		return "1 argument of " + f.name
	case f.max == f.min:
		return fmt.Sprintf("%d arguments of %s", f.min, f.name)
	}
	return fmt.Sprintf("%d or %d arguments of %s", f.min, f.max, f.name)
}

// Reasons why there may be no aggregate.
const (
	outsideClauses  = "no aggregate outside of SELECT, HAVING and ORDER BY"
	insideAggregate = "no aggregate inside another"
)

// withAggregates reads what may hold aggregates.
func (p *parser) withAggregates(read func() Expr) Expr {
	defer func(outer string) { p.noAggregates = outer }(p.noAggregates)
	p.noAggregates = ""
	return read()
}

// aggregate is the production Aggregate.
func (p *parser) aggregate(name string) Expr {
	if p.noAggregates != "" {
		p.Expected(p.noAggregates)
	}
	defer func(outer string) { p.noAggregates = outer }(p.noAggregates)
	p.noAggregates, p.aggregates = insideAggregate, true
	p.Next()
	p.Expect("(")
	a := Aggregate{Name: name, Distinct: p.AcceptWord("DISTINCT")}
	if name != "COUNT" || !p.Accept("*") {
		a.Arg = p.expression()
	}
	if name == groupConcat {
		a.Separator = p.separator()
	}
	p.Expect(")")
	return aggregation{a}
}

// separator is the separator of a GROUP_CONCAT, a space where there is none.
func (p *parser) separator() string {
	if !p.Accept(";") {
		return " "
	}
	p.ExpectWord("SEPARATOR")
	p.Expect("=")
	if p.Kind != token.String {
		p.Expected("a separator in quotes")
	}
	s := p.Text
	p.Next()
	return s
}
