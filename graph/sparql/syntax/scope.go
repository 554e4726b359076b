package syntax

// scope is a set of variables in the order in which they came.
type scope struct {
	vars []Var
	has  map[Var]bool
}

func (s *scope) add(vars ...Var) {
	if s.has == nil {
		s.has = make(map[Var]bool)
	}
	for _, v := range vars {
		if !s.has[v] {
			s.has[v] = true
			s.vars = append(s.vars, v)
		}
	}
}

// addTerms adds the variables among terms.
func (s *scope) addTerms(terms ...Term) {
	for _, t := range terms {
		if v, ok := t.(Var); ok {
			s.add(v)
		}
	}
}

const fresh = "a variable that is not in scope"

// resolve says what the result variables of a selection are, and holds it to
// the rules about scope (sections 11.4, 18.2.1 and 19.8).
func (p *parser) resolve(s *selection) {
	seen, keys := s.where.visible(), keysOf(s)
	if s.values != nil {
		seen.add(s.values.Vars...)
	}
	for _, key := range s.keys {
		if key.expr != nil && key.as != "" && seen.has[key.as] {
			p.Fail(key.at, fresh, key.as.String())
		}
		if key.as != "" {
			seen.add(key.as)
		}
	}
	if s.star {
		if s.grouped() {
			p.Fail(s.at, "variables by name, as solutions are grouped", "*")
		}
		s.vars = seen.vars
		return
	}
	var result scope
	for _, i := range s.items {
		switch {
		case i.expr != nil && seen.has[i.as]:
			p.Fail(i.at, fresh, i.as.String())
		case s.grouped():
			p.checkGrouped(i, keys)
		}
		if i.expr != nil {
			seen.add(i.as)
			keys.add(i.as)
		}
		result.add(i.as)
	}
	s.vars = result.vars
}

// visible is a copy of the scope of a group that may be missing.
func (g *group) visible() (s scope) {
	if g != nil {
		s.add(g.scope.vars...)
	}
	return s
}

// grouped reports whether s makes groups of its solutions.
func (s *selection) grouped() bool { return len(s.keys) > 0 || s.aggregates }

// keysOf are the variables that are keys of s.
func keysOf(s *selection) (keys scope) {
	for _, key := range s.keys {
		if key.as != "" {
			keys.add(key.as)
		}
	}
	return keys
}

// checkGrouped refuses a result that is neither a key, nor made of keys,
// aggregates and results before it.
func (p *parser) checkGrouped(i item, keys scope) {
	const want = "a variable of GROUP BY, or an aggregate of it"
	if i.expr == nil {
		if !keys.has[i.as] {
			p.Fail(i.at, want, i.as.String())
		}
		return
	}
	eachVar(i.expr, func(v Var) {
		if !keys.has[v] {
			p.Fail(i.at, want, v.String())
		}
	})
}

// eachVar calls fn with the variables of e that stand outside of aggregates and
// of patterns.
func eachVar(e Expr, fn func(Var)) {
	if v, ok := e.(Var); ok {
		fn(v)
		return
	}
	for _, part := range operands(e) {
		eachVar(part, fn)
	}
}

// operands are the expressions that e is made of.
func operands(e Expr) []Expr {
	switch e := e.(type) {
	case Call:
		return e.Args
	case FunctionCall:
		return e.Args
	case In:
		return append([]Expr{e.X}, e.List...)
	}
	return nil
}
