package syntax

import (
	"strings"

	"github.com/cayleygraph/quad"

	"policygraph/graph/path/token"
)

// groupGraphPattern is the production GroupGraphPattern.
func (p *parser) groupGraphPattern() *group {
	p.Enter()
	defer p.Leave()
	defer func(scope *scope, bgp int, out triples, why string) {
		p.scope, p.bgp, p.out, p.noAggregates = scope, bgp, out, why
	}(p.scope, p.bgp, p.out, p.noAggregates)
	g := new(group)
	p.scope, p.bgp, p.noAggregates = &g.scope, p.nextBGP(), outsideClauses
	p.Expect("{")
	if p.IsWord("SELECT") {
		g.sub = p.subSelect()
		g.scope.add(g.sub.vars...)
	} else {
		p.groupGraphPatternSub(g)
	}
	p.Expect("}")
	return g
}

// nextBGP is the number of a new basic graph pattern.
func (p *parser) nextBGP() int {
	p.bgps++
	return p.bgps
}

func (p *parser) groupGraphPatternSub(g *group) {
	p.block(g)
	for {
		e := p.graphPatternNotTriples()
		if e == nil {
			return
		}
		g.elements = append(g.elements, e)
		p.limit(len(g.elements))
		if _, ok := e.(filter); !ok {
			p.bgp = p.nextBGP()
		}
		p.Accept(".")
		p.block(g)
	}
}

// block adds the TriplesBlock that begins here, if one does.
func (p *parser) block(g *group) {
	if !p.startsTriples() {
		return
	}
	p.out, p.paths = nil, true
	p.triplesBlock(p.scope)
	p.paths = false
	g.elements = append(g.elements, p.out)
}

// graphPatternNotTriples is the production GraphPatternNotTriples, with the
// Filter; nil where none begins.
func (p *parser) graphPatternNotTriples() element {
	if p.Is("{") {
		return p.groupOrUnionGraphPattern()
	}
	if p.Kind != token.Word {
		return nil
	}
	read := p.patternNamed(strings.ToUpper(p.Text))
	if read == nil {
		return nil
	}
	p.Next()
	return read()
}

// patternNamed is what reads the rest of a pattern that begins with a word.
func (p *parser) patternNamed(word string) func() element {
	switch word {
	case "OPTIONAL":
		return p.optionalGraphPattern
	case "MINUS":
		return p.minusGraphPattern
	case "GRAPH":
		return p.graphGraphPattern
	case "SERVICE":
		return p.serviceGraphPattern
	case "FILTER":
		return p.filter
	case "BIND":
		return p.bind
	case "VALUES":
		return p.inlineData
	}
	return nil
}

func (p *parser) groupOrUnionGraphPattern() element {
	all := union{p.visibleGroup()}
	for p.AcceptWord("UNION") {
		all = append(all, p.visibleGroup())
		p.limit(len(all))
	}
	return all
}

// visibleGroup is a group whose variables are in scope outside of it.
func (p *parser) visibleGroup() *group {
	g := p.groupGraphPattern()
	p.scope.add(g.scope.vars...)
	return g
}

func (p *parser) optionalGraphPattern() element { return optional{p.visibleGroup()} }
func (p *parser) minusGraphPattern() element    { return minus{p.groupGraphPattern()} }

func (p *parser) graphGraphPattern() element {
	name := p.varOrIRI()
	p.scope.addTerms(name)
	return named{name, p.visibleGroup()}
}

func (p *parser) serviceGraphPattern() element {
	silent := p.AcceptWord("SILENT")
	name := p.varOrIRI()
	p.scope.addTerms(name)
	return service{name, silent, p.visibleGroup()}
}

func (p *parser) filter() element {
	if !p.startsConstraint() {
		p.Expected("a condition in parentheses, or a function")
	}
	return filter{p.constraint()}
}

func (p *parser) bind() element {
	p.Expect("(")
	i := item{expr: p.expression()}
	p.ExpectWord("AS")
	i.at = p.Token
	i.as = p.variable()
	if p.scope.has[i.as] {
		p.Fail(i.at, fresh, i.as.String())
	}
	p.scope.add(i.as)
	p.Expect(")")
	return bind{i}
}

func (p *parser) inlineData() element {
	t := p.dataBlock()
	p.scope.add(t.Vars...)
	return values{t}
}

// dataBlock is the production DataBlock.
func (p *parser) dataBlock() Table {
	one := p.Kind == token.Var
	t := Table{Vars: p.dataVars()}
	p.Expect("{")
	for one && p.startsData() || !one && p.Is("(") {
		if one {
			t.Rows = append(t.Rows, []quad.Value{p.dataBlockValue()})
			continue
		}
		t.Rows = append(t.Rows, p.dataRow(len(t.Vars)))
	}
	if !p.Accept("}") {
		p.Expected(`a row of data or "}"`)
	}
	return t
}

// dataVars are the variables of a DataBlock: one, or those in parentheses.
func (p *parser) dataVars() []Var {
	if p.Kind == token.Var {
		return []Var{p.variable()}
	}
	p.Expect("(")
	var vars scope
	for p.Kind == token.Var {
		at := p.Token
		v := p.variable()
		if vars.has[v] {
			p.Fail(at, "each variable once", v.String())
		}
		vars.add(v)
	}
	if !p.Accept(")") {
		p.Expected(`a variable or ")"`)
	}
	return vars.vars
}

// dataRow is a row in parentheses, which must have n values.
func (p *parser) dataRow(n int) []quad.Value {
	p.Expect("(")
	row := make([]quad.Value, 0, min(n, 64))
	for len(row) < n && p.startsData() {
		row = append(row, p.dataBlockValue())
	}
	if len(row) < n {
		p.Expected("as many values as variables")
	}
	p.Expect(")")
	return row
}

func (p *parser) startsData() bool { return p.startsTerm() || p.IsWord("UNDEF") }

// dataBlockValue is the production DataBlockValue; UNDEF is nil.
func (p *parser) dataBlockValue() quad.Value {
	if p.AcceptWord("UNDEF") {
		return nil
	}
	return p.iriOrLiteral("a value, or UNDEF")
}
