package syntax

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/cayleygraph/quad"

	"policygraph/graph/path/token"
)

// String is the query in the syntax of SPARQL, without prefixes. Reading that
// gives an equal query.
func (q *Query) String() string {
	p := printer{labels: labels{}}
	if q.Base != "" {
		p.line("BASE " + termText(q.Base))
	}
	switch q.Form {
	case Select:
		p.selectClause(q.tree)
	case Construct:
		p.template(q.Template)
	case Describe:
		p.line("DESCRIBE" + p.described(q))
	case Ask:
		p.line("ASK")
	}
	for _, iri := range q.From {
		p.line("FROM " + termText(iri))
	}
	for _, iri := range q.FromNamed {
		p.line("FROM NAMED " + termText(iri))
	}
	p.whereClause(q.tree)
	return p.b.String()
}

// String is the group in the syntax of SPARQL, with whole IRIs.
func (g *group) String() string {
	p := printer{labels: labels{}}
	p.group("", g)
	return strings.TrimSuffix(p.b.String(), "\n")
}

// printer writes a tree line by line.
type printer struct {
	b      strings.Builder
	depth  int
	labels labels
}

// deepest is how far lines are indented at the most.
const deepest = 40

func (p *printer) line(s string) {
	p.b.WriteString(strings.Repeat("  ", min(p.depth, deepest)) + s + "\n")
}

// block is lines in braces, one level deeper.
func (p *printer) block(head string, body func()) {
	if head != "" {
		head += " "
	}
	p.line(head + "{")
	p.depth++
	body()
	p.depth--
	p.line("}")
}

func (p *printer) template(all []TriplePattern) {
	p.block("CONSTRUCT", func() {
		for _, t := range all {
			p.line(fmt.Sprintf("%s %s %s .", t.Subject, t.Predicate, t.Object))
		}
	})
}

func (p *printer) described(q *Query) string {
	if q.tree.star {
		return " *"
	}
	var b strings.Builder
	for _, t := range q.Describe {
		b.WriteString(" " + t.String())
	}
	return b.String()
}

func (p *printer) selectClause(s *selection) {
	head := "SELECT"
	switch {
	case s.distinct:
		head += " DISTINCT"
	case s.reduced:
		head += " REDUCED"
	}
	if s.star {
		head += " *"
	}
	for _, i := range s.items {
		head += " " + p.item(i)
	}
	p.line(head)
}

// item is ?v, (expr AS ?v), or an expression as GROUP BY has it.
func (p *printer) item(i item) string {
	switch {
	case i.expr == nil:
		return i.as.String()
	case i.as == "":
		return p.constraint(i.expr)
	}
	return "(" + p.expr(i.expr, anyLevel) + " AS " + i.as.String() + ")"
}

func (p *printer) whereClause(s *selection) {
	p.group("WHERE", s.where)
	p.clause("GROUP BY", len(s.keys), func(i int) string { return p.item(s.keys[i]) })
	p.clause("HAVING", len(s.having), func(i int) string { return p.constraint(s.having[i]) })
	p.clause("ORDER BY", len(s.order), func(i int) string { return p.condition(s.order[i]) })
	if s.limit >= 0 {
		p.line("LIMIT " + strconv.FormatInt(s.limit, 10))
	}
	if s.offset > 0 {
		p.line("OFFSET " + strconv.FormatInt(s.offset, 10))
	}
	if s.values != nil {
		p.table(*s.values)
	}
}

// clause is a line of a word and n parts, if there are any.
func (p *printer) clause(head string, n int, part func(int) string) {
	if n == 0 {
		return
	}
	for i := range n {
		head += " " + part(i)
	}
	p.line(head)
}

func (p *printer) condition(c Condition) string {
	v, isVar := c.Expr.(Var)
	switch {
	case c.Descending:
		return "DESC(" + p.expr(c.Expr, anyLevel) + ")"
	case isVar:
		return v.String()
	}
	return p.constraint(c.Expr)
}

func (p *printer) group(head string, g *group) {
	p.block(head, func() {
		if g.sub != nil {
			p.selectClause(g.sub)
			p.whereClause(g.sub)
		}
		for _, e := range g.elements {
			p.element(e)
		}
	})
}

func (p *printer) element(e element) {
	switch e := e.(type) {
	case triples:
		for _, t := range e {
			p.line(fmt.Sprintf("%s %s %s .", p.labels.term(t.subject), t.verb, p.labels.term(t.object)))
		}
	case filter:
		p.line("FILTER " + p.constraint(e.expr))
	case bind:
		p.line("BIND " + p.item(e.item))
	case optional:
		p.group("OPTIONAL", e.group)
	case minus:
		p.group("MINUS", e.group)
	case named:
		p.group("GRAPH "+e.name.String(), e.group)
	case service:
		p.group(serviceHead(e), e.group)
	case union:
		p.group("", e[0])
		for _, g := range e[1:] {
			p.group("UNION", g)
		}
	case values:
		p.table(e.table)
	}
}

func serviceHead(e service) string {
	if e.silent {
		return "SERVICE SILENT " + e.name.String()
	}
	return "SERVICE " + e.name.String()
}

func (p *printer) table(t Table) {
	vars := make([]string, len(t.Vars))
	for i, v := range t.Vars {
		vars[i] = v.String()
	}
	p.block("VALUES ("+strings.Join(vars, " ")+")", func() {
		for _, row := range t.Rows {
			cells := make([]string, len(row))
			for i, v := range row {
				cells[i] = "UNDEF"
				if v != nil {
					cells[i] = termText(v)
				}
			}
			p.line("(" + strings.Join(cells, " ") + ")")
		}
	})
}

// level is how tightly an expression binds.
type level int

const (
	anyLevel level = iota
	orLevel
	andLevel
	relationalLevel
	additiveLevel
	multiplicativeLevel
	unaryLevel
	primaryLevel
)

// operators gives the level of each operator between two operands.
var operators = map[string]level{
	"||": orLevel, "&&": andLevel,
	"=": relationalLevel, "!=": relationalLevel, "<": relationalLevel, ">": relationalLevel, "<=": relationalLevel, ">=": relationalLevel,
	"+": additiveLevel, "-": additiveLevel, "*": multiplicativeLevel, "/": multiplicativeLevel,
}

// constraint is an expression as FILTER has it: in parentheses, unless it is a
// call.
func (p *printer) constraint(e Expr) string {
	switch e := e.(type) {
	case Call:
		if _, operator := operators[e.Name]; !operator && e.Name != "!" {
			return p.expr(e, anyLevel)
		}
	case FunctionCall, aggregation, exists:
		return p.expr(e, anyLevel)
	}
	return "(" + p.expr(e, anyLevel) + ")"
}

// expr is an expression, in parentheses where it binds less tightly than
// outer.
func (p *printer) expr(e Expr, outer level) string {
	text, inner := p.bare(e)
	if inner < outer {
		return "(" + text + ")"
	}
	return text
}

// bare is an expression without parentheses, and how tightly it binds.
func (p *printer) bare(e Expr) (string, level) {
	switch e := e.(type) {
	case Const:
		return termText(e.Value), primaryLevel
	case Call:
		return p.call(e)
	case FunctionCall:
		return termText(e.Function) + p.arguments(e.Distinct, e.Args), primaryLevel
	case In:
		return p.expr(e.X, additiveLevel) + in(e.Not) + p.arguments(false, e.List), relationalLevel
	case aggregation:
		return p.aggregation(e), primaryLevel
	case exists:
		return p.exists(e), primaryLevel
	}
	return e.String(), primaryLevel
}

func in(not bool) string {
	if not {
		return " NOT IN "
	}
	return " IN "
}

// call is an operator or a built-in function.
func (p *printer) call(c Call) (string, level) {
	own, operator := operators[c.Name]
	switch {
	case len(c.Args) == 1 && (operator || c.Name == "!"):
		return c.Name + " " + p.expr(c.Args[0], primaryLevel), unaryLevel
	case !operator:
		return c.Name + p.arguments(false, c.Args), primaryLevel
	}
	left := own
	if own == relationalLevel {
		left++
	}
	return p.expr(c.Args[0], left) + " " + c.Name + " " + p.expr(c.Args[1], own+1), own
}

func (p *printer) arguments(distinct bool, all []Expr) string {
	parts := make([]string, len(all))
	for i, e := range all {
		parts[i] = p.expr(e, anyLevel)
	}
	head := "("
	if distinct {
		head += "DISTINCT "
	}
	return head + strings.Join(parts, ", ") + ")"
}

func (p *printer) aggregation(a aggregation) string {
	arg := "*"
	if a.Arg != nil {
		arg = p.expr(a.Arg, anyLevel)
	}
	if a.Distinct {
		arg = "DISTINCT " + arg
	}
	if a.Name == groupConcat {
		arg += "; SEPARATOR=" + quoted(a.Separator)
	}
	return a.Name + "(" + arg + ")"
}

// exists is the pattern on lines of its own, in the middle of an expression.
func (p *printer) exists(e exists) string {
	inner := printer{depth: p.depth, labels: p.labels}
	head := "EXISTS"
	if e.not {
		head = "NOT EXISTS"
	}
	inner.group(head, e.group)
	return strings.TrimSpace(inner.b.String())
}

// shortForm reports whether a literal may be written as its bare lexical form.
func shortForm(v quad.TypedString) bool {
	if v.Type == xsdNS+"boolean" {
		return v.Value == "true" || v.Value == "false"
	}
	datatype := numericTypes[token.NumberKind(string(v.Value))]
	return datatype != "" && datatype == v.Type
}
