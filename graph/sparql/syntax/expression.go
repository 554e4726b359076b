package syntax

import (
	"github.com/cayleygraph/quad"

	"policygraph/graph/path/token"
)

// expression is the production Expression.
func (p *parser) expression() Expr {
	p.Enter()
	defer p.Leave()
	return p.conditionalOrExpression()
}

func (p *parser) conditionalOrExpression() Expr {
	return p.chain(p.conditionalAndExpression, "||")
}

func (p *parser) conditionalAndExpression() Expr {
	return p.chain(p.relationalExpression, "&&")
}

// chain is operands with operators between them, which bind to the left.
func (p *parser) chain(operand func() Expr, operators ...string) Expr {
	left := operand()
	for n := 2; ; n++ {
		sign, ok := p.acceptAny(operators)
		if !ok {
			return left
		}
		p.limit(n)
		left = Call{sign, []Expr{left, operand()}}
	}
}

// acceptAny passes over one of several signs.
func (p *parser) acceptAny(signs []string) (sign string, ok bool) {
	for _, s := range signs {
		if p.Accept(s) {
			return s, true
		}
	}
	return "", false
}

var relations = []string{"=", "!=", "<", ">", "<=", ">="}

// relationalExpression is at most one comparison.
func (p *parser) relationalExpression() Expr {
	left := p.additiveExpression()
	if sign, ok := p.acceptAny(relations); ok {
		return Call{sign, []Expr{left, p.additiveExpression()}}
	}
	if p.AcceptWord("IN") {
		return In{X: left, List: p.expressionList()}
	}
	if p.AcceptWord("NOT") {
		p.ExpectWord("IN")
		return In{Not: true, X: left, List: p.expressionList()}
	}
	return left
}

// additiveExpression takes the sign of a number behind an operand for an
// operator: 1 -2*3 is 1 - (2*3), which is the number that the grammar means.
func (p *parser) additiveExpression() Expr {
	return p.chain(p.multiplicativeExpression, "+", "-")
}

func (p *parser) multiplicativeExpression() Expr {
	return p.chain(p.unaryExpression, "*", "/")
}

var unaryOperators = []string{"!", "+", "-"}

func (p *parser) unaryExpression() Expr {
	if p.Signed() {
		return p.primaryExpression()
	}
	if sign, ok := p.acceptAny(unaryOperators); ok {
		return Call{sign, []Expr{p.primaryExpression()}}
	}
	return p.primaryExpression()
}

func (p *parser) primaryExpression() Expr {
	switch {
	case p.Is("("):
		return p.brackettedExpression()
	case p.Kind == token.Var:
		return p.variable()
	case p.IsIRI():
		iri := p.IRI()
		if p.Is("(") {
			return p.functionCall(iri)
		}
		return Const{iri}
	case p.Kind == token.Word && !p.startsTerm():
		return p.builtInCall()
	}
	return Const{p.iriOrLiteral("an expression")}
}

func (p *parser) brackettedExpression() Expr {
	p.Expect("(")
	e := p.expression()
	p.Expect(")")
	return e
}

// startsConstraint reports whether a Constraint begins here.
func (p *parser) startsConstraint() bool {
	return p.Is("(") || p.IsIRI() || p.Kind == token.Word && p.startsBuiltInCall()
}

// constraint is the production Constraint.
func (p *parser) constraint() Expr {
	switch {
	case p.Is("("):
		return p.brackettedExpression()
	case p.IsIRI():
		return p.functionCall(p.IRI())
	}
	return p.builtInCall()
}

// functionCall is an ArgList behind the function's IRI.
func (p *parser) functionCall(iri quad.IRI) Expr {
	p.Enter()
	defer p.Leave()
	f := FunctionCall{Function: iri}
	p.Expect("(")
	if p.Accept(")") {
		return f
	}
	f.Distinct = p.AcceptWord("DISTINCT")
	f.Args = p.expressions()
	return f
}

// expressionList is the production ExpressionList.
func (p *parser) expressionList() []Expr {
	p.Expect("(")
	if p.Accept(")") {
		return nil
	}
	return p.expressions()
}

// expressions are one or more up to a closing parenthesis.
func (p *parser) expressions() []Expr {
	all := []Expr{p.expression()}
	for p.Accept(",") {
		all = append(all, p.expression())
	}
	if !p.Accept(")") {
		p.Expected(`"," or ")"`)
	}
	return all
}
