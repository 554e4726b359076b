package syntax

import (
	"strconv"

	"github.com/cayleygraph/quad"

	"policygraph/graph/path/token"
)

// Error is a place where a text is no query. See [token.Error].
type Error = token.Error

// ErrLimit is wrapped by an [Error] about a query that is nested too deeply or
// has too many parts in a row.
var ErrLimit = token.ErrLimit

// Options are what a query is read with: see [token.Options].
type Options = token.Options

// Parse reads a query. Errors are of type [*Error].
func Parse(text []byte, o Options) (*Query, error) {
	p := parser{
		Reader: token.NewReader(string(text), o),
		base:   quad.IRI(o.Base),
		labels: make(map[string]int),
	}
	q := p.query()
	if p.Kind != token.End {
		p.Expected("the end of the query")
	}
	if err := p.Err(); err != nil {
		return nil, err
	}
	translate(q)
	return q, nil
}

// parser has a method for each production of section 19.8, with its name. Each
// begins at its first token and ends behind its last.
type parser struct {
	*token.Reader
	base   quad.IRI
	scope  *scope         // of the group that is read, so far
	labels map[string]int // the basic graph pattern of each blank node label
	bgps   int            // basic graph patterns begun
	bgp    int            // the current one; 0 in a template
	blanks int            // blank nodes without labels
	out    triples        // of the current block
	paths  bool           // whether verbs may be paths

	noAggregates string // why there may be no aggregate here; empty if there may
	aggregates   bool   // whether the current selection has any
}

// query is the production QueryUnit.
func (p *parser) query() *Query {
	p.noAggregates = outsideClauses
	p.prologue()
	q := &Query{Base: p.base}
	switch {
	case p.AcceptWord("SELECT"):
		q.Form = Select
		q.tree = p.selection(func(s *selection) {
			p.selectClause(s)
			p.datasetClauses(q)
		})
		q.Vars = q.tree.vars
	case p.AcceptWord("CONSTRUCT"):
		q.Form = Construct
		p.constructQuery(q)
	case p.AcceptWord("DESCRIBE"):
		q.Form = Describe
		p.describeQuery(q)
	case p.AcceptWord("ASK"):
		q.Form = Ask
		q.tree = p.selection(func(*selection) { p.datasetClauses(q) })
	default:
		p.Expected("SELECT, CONSTRUCT, DESCRIBE or ASK")
	}
	return q
}

// prologue is the production Prologue, with the VersionDecl of SPARQL 1.2.
func (p *parser) prologue() {
	for {
		switch {
		case p.AcceptWord("BASE"):
			p.base = p.IRIRef()
			p.SetBase(p.base)
		case p.AcceptWord("PREFIX"):
			prefix := p.Prefix()
			p.SetPrefix(prefix, p.IRIRef())
		case p.AcceptWord("VERSION"):
			p.versionSpecifier()
		default:
			return
		}
	}
}

// versionSpecifier is a string of one line. Which version it names makes no
// difference.
func (p *parser) versionSpecifier() {
	if raw := p.Raw(); p.Kind != token.String || len(raw) > 2 && raw[1] == raw[0] && raw[2] == raw[0] {
		p.Expected("a version in quotes")
		return
	}
	p.Next()
}

// selection is a query or a subquery behind its first word: what clauses reads,
// a WHERE clause unless that was among it, and solution modifiers.
func (p *parser) selection(clauses func(*selection)) *selection {
	defer func(outer bool) { p.aggregates = outer }(p.aggregates)
	p.aggregates = false
	s := &selection{limit: -1}
	clauses(s)
	if s.where == nil {
		p.AcceptWord("WHERE")
		s.where = p.groupGraphPattern()
	}
	p.solutionModifier(s)
	if p.AcceptWord("VALUES") {
		t := p.dataBlock()
		s.values = &t
	}
	s.aggregates = p.aggregates
	p.resolve(s)
	return s
}

// subSelect is the production SubSelect.
func (p *parser) subSelect() *selection {
	p.ExpectWord("SELECT")
	return p.selection(p.selectClause)
}

func (p *parser) selectClause(s *selection) {
	if s.distinct = p.AcceptWord("DISTINCT"); !s.distinct {
		s.reduced = p.AcceptWord("REDUCED")
	}
	s.at = p.Token
	if s.star = p.Accept("*"); s.star {
		return
	}
	for p.Kind == token.Var || p.Is("(") {
		s.items = append(s.items, p.selectItem())
		p.limit(len(s.items))
	}
	if len(s.items) == 0 {
		p.Expected(`variables, (expression AS ?variable) or "*"`)
	}
}

func (p *parser) selectItem() item {
	if p.Kind == token.Var {
		at := p.Token
		return item{as: p.variable(), at: at}
	}
	p.Next()
	var i item
	i.expr = p.withAggregates(p.expression)
	p.ExpectWord("AS")
	i.at = p.Token
	i.as = p.variable()
	p.Expect(")")
	return i
}

// variable is the production Var.
func (p *parser) variable() Var {
	if p.Kind != token.Var {
		p.Expected("a variable")
		return ""
	}
	v := Var(p.Text)
	p.Next()
	return v
}

func (p *parser) datasetClauses(q *Query) {
	for p.AcceptWord("FROM") {
		list := &q.From
		if p.AcceptWord("NAMED") {
			list = &q.FromNamed
		}
		*list = append(*list, p.IRI())
	}
}

// constructQuery is the production ConstructQuery behind its first word.
func (p *parser) constructQuery(q *Query) {
	short := !p.Is("{")
	if !short {
		q.Template = patterns(p.constructTemplate())
	}
	q.tree = p.selection(func(s *selection) {
		p.datasetClauses(q)
		if short {
			s.where = p.shortForm()
			q.Template = patterns(s.where.elements[0].(triples))
		}
	})
}

// shortForm is the pattern of a CONSTRUCT that is its template too.
func (p *parser) shortForm() *group {
	p.ExpectWord("WHERE")
	p.bgp = p.nextBGP()
	block := p.constructTemplate()
	g := &group{elements: []element{block}}
	for _, t := range block {
		g.scope.addTerms(t.subject, t.verb.(Term), t.object)
	}
	return g
}

// constructTemplate is the production ConstructTemplate, which is that of the
// short form's pattern too.
func (p *parser) constructTemplate() triples {
	p.Expect("{")
	p.out = nil
	p.triplesBlock(new(scope)) // a template has none
	p.Expect("}")
	return p.out
}

// describeQuery is the production DescribeQuery behind its first word.
func (p *parser) describeQuery(q *Query) {
	q.tree = p.selection(func(s *selection) {
		s.at = p.Token
		if s.star = p.Accept("*"); !s.star {
			p.described(q)
		}
		p.datasetClauses(q)
		if !p.IsWord("WHERE") && !p.Is("{") {
			s.where = new(group)
		}
	})
	if q.tree.star {
		for _, v := range q.tree.vars {
			q.Describe = append(q.Describe, v)
		}
	}
}

// described is what stands behind DESCRIBE.
func (p *parser) described(q *Query) {
	for p.Kind == token.Var || p.IsIRI() {
		q.Describe = append(q.Describe, p.varOrIRI())
	}
	if len(q.Describe) == 0 {
		p.Expected(`variables, IRIs or "*"`)
	}
}

// varOrIRI is the production VarOrIri.
func (p *parser) varOrIRI() Term {
	switch {
	case p.Kind == token.Var:
		return p.variable()
	case !p.IsIRI():
		p.Expected("a variable or an IRI")
		return Var("")
	}
	return Const{p.IRI()}
}

// solutionModifier is the production SolutionModifier.
func (p *parser) solutionModifier(s *selection) {
	if p.AcceptWord("GROUP") {
		p.ExpectWord("BY")
		p.groupConditions(s)
	}
	if p.AcceptWord("HAVING") {
		p.having(s)
	}
	if p.AcceptWord("ORDER") {
		p.ExpectWord("BY")
		p.orderConditions(s)
	}
	p.limitOffsetClauses(s)
}

func (p *parser) groupConditions(s *selection) {
	for {
		p.limit(len(s.keys))
		switch {
		case p.Kind == token.Var:
			at := p.Token
			s.keys = append(s.keys, item{as: p.variable(), at: at})
		case p.Accept("("):
			s.keys = append(s.keys, p.groupExpression())
		case p.startsConstraint():
			s.keys = append(s.keys, item{expr: p.constraint()})
		default:
			if len(s.keys) == 0 {
				p.Expected("what to group by")
			}
			return
		}
	}
}

// groupExpression is what stands in parentheses behind GROUP BY.
func (p *parser) groupExpression() item {
	i := item{expr: p.expression()}
	if p.AcceptWord("AS") {
		i.at = p.Token
		i.as = p.variable()
	} else if v, ok := i.expr.(Var); ok {
		i = item{as: v}
	}
	p.Expect(")")
	return i
}

func (p *parser) having(s *selection) {
	for p.startsConstraint() {
		s.having = append(s.having, p.withAggregates(p.constraint))
		p.limit(len(s.having))
	}
	if len(s.having) == 0 {
		p.Expected("a condition")
	}
}

func (p *parser) orderConditions(s *selection) {
	for {
		p.limit(len(s.order))
		var c Condition
		switch {
		case p.IsWord("ASC"), p.IsWord("DESC"):
			c.Descending = p.IsWord("DESC")
			p.Next()
			c.Expr = p.withAggregates(p.brackettedExpression)
		case p.startsConstraint():
			c.Expr = p.withAggregates(p.constraint)
		case p.Kind == token.Var:
			c.Expr = p.variable()
		default:
			if len(s.order) == 0 {
				p.Expected("what to order by")
			}
			return
		}
		s.order = append(s.order, c)
	}
}

// limitOffsetClauses is LIMIT and OFFSET, each at the most once, in any order.
func (p *parser) limitOffsetClauses(s *selection) {
	limit, offset := false, false
	for {
		switch {
		case !limit && p.AcceptWord("LIMIT"):
			limit, s.limit = true, p.count()
		case !offset && p.AcceptWord("OFFSET"):
			offset, s.offset = true, p.count()
		default:
			return
		}
	}
}

func (p *parser) count() int64 {
	n, err := strconv.ParseInt(p.Text, 10, 64)
	if p.Kind != token.Integer || err != nil {
		p.Expected("a number of solutions")
		return 0
	}
	p.Next()
	return n
}

// mostParts is how many operands, elements of a group or parts of a clause
// there may be in a row: the algebra is nested as deeply.
const mostParts = 4096

// limit holds a row of n parts to its limit.
func (p *parser) limit(n int) {
	if n > mostParts {
		p.Limit(mostParts, "parts in a row")
	}
}
