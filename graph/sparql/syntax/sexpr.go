package syntax

import (
	"strconv"
	"strings"
)

// writer writes S-expressions: what is short behind the head of its list, and
// algebra below it, each on a line of its own.
type writer struct {
	strings.Builder
	depth int
}

// text is the S-expression of a piece of algebra or an expression.
func text(x interface{ write(*writer) }) string {
	var w writer
	x.write(&w)
	return w.String()
}

func (w *writer) open(head string) {
	w.WriteString("(" + head)
	w.depth++
}

func (w *writer) close() {
	w.WriteByte(')')
	w.depth--
}

// word writes a part of a list on its line.
func (w *writer) word(s string) { w.WriteString(" " + s) }

// line begins a part of a list on a line of its own.
func (w *writer) line() { w.WriteString("\n" + strings.Repeat("  ", min(w.depth, deepest))) }

// below writes algebra under the head of a list, and ends the list.
func (w *writer) below(all ...Algebra) {
	for _, a := range all {
		w.line()
		a.write(w)
	}
	w.close()
}

// exprs writes expressions on the line of a list.
func (w *writer) exprs(all ...Expr) {
	for _, e := range all {
		w.WriteByte(' ')
		e.write(w)
	}
}

// writeList writes a list without a head.
func writeList[T interface{ write(*writer) }](w *writer, all []T) {
	w.WriteString(" (")
	for i, x := range all {
		if i > 0 {
			w.WriteByte(' ')
		}
		x.write(w)
	}
	w.WriteByte(')')
}

func (a BGP) String() string        { return text(a) }
func (a Path) String() string       { return text(a) }
func (a Join) String() string       { return text(a) }
func (a LeftJoin) String() string   { return text(a) }
func (a Filter) String() string     { return text(a) }
func (a Union) String() string      { return text(a) }
func (a Graph) String() string      { return text(a) }
func (a Minus) String() string      { return text(a) }
func (a Extend) String() string     { return text(a) }
func (a Table) String() string      { return text(a) }
func (a Service) String() string    { return text(a) }
func (a Group) String() string      { return text(a) }
func (a Aggregate) String() string  { return text(a) }
func (a ToMultiset) String() string { return text(a) }
func (a OrderBy) String() string    { return text(a) }
func (c Condition) String() string  { return text(c) }
func (a Project) String() string    { return text(a) }
func (a Distinct) String() string   { return text(a) }
func (a Reduced) String() string    { return text(a) }
func (a Slice) String() string      { return text(a) }

func (v Var) String() string          { return "?" + string(v) }
func (c Const) String() string        { return termText(c.Value) }
func (c Call) String() string         { return text(c) }
func (c FunctionCall) String() string { return text(c) }
func (e In) String() string           { return text(e) }
func (e Exists) String() string       { return text(e) }

func (a BGP) write(w *writer) {
	w.open("bgp")
	for _, t := range a {
		w.line()
		w.open("triple")
		w.exprs(t.Subject, t.Predicate, t.Object)
		w.close()
	}
	w.close()
}

func (a Path) write(w *writer) {
	w.open("path")
	w.exprs(a.Subject)
	w.word(a.Path.String())
	w.exprs(a.Object)
	w.close()
}

func (a Join) write(w *writer)  { w.open("join"); w.below(a.Left, a.Right) }
func (a Union) write(w *writer) { w.open("union"); w.below(a.Left, a.Right) }
func (a Minus) write(w *writer) { w.open("minus"); w.below(a.Left, a.Right) }

func (a LeftJoin) write(w *writer) {
	w.open("leftjoin")
	if a.Expr != nil {
		w.exprs(a.Expr)
	}
	w.below(a.Left, a.Right)
}

func (a Filter) write(w *writer) { w.open("filter"); w.exprs(a.Expr); w.below(a.Input) }
func (a Graph) write(w *writer)  { w.open("graph"); w.exprs(a.Name); w.below(a.Input) }

func (a Extend) write(w *writer) {
	w.open("extend (" + a.Var.String())
	w.exprs(a.Expr)
	w.WriteByte(')')
	w.below(a.Input)
}

func (a Table) write(w *writer) {
	w.open("table")
	writeList(w, a.Vars)
	for _, row := range a.Rows {
		w.line()
		w.open("row")
		for i, v := range row {
			if v != nil {
				w.word("(" + a.Vars[i].String() + " " + termText(v) + ")")
			}
		}
		w.close()
	}
	w.close()
}

func (a Service) write(w *writer) {
	w.open("service")
	w.exprs(a.Name)
	if a.Silent {
		w.word("silent")
	}
	w.below(a.Input)
}

func (a Group) write(w *writer) {
	w.open("group")
	writeList(w, a.Keys)
	writeList(w, a.Aggregates)
	w.below(a.Input)
}

// write writes (?variable (name argument)).
func (a Aggregate) write(w *writer) {
	w.WriteString("(" + a.Var.String() + " ")
	w.open(strings.ToLower(a.Name))
	if a.Distinct {
		w.word("distinct")
	}
	if a.Arg != nil {
		w.exprs(a.Arg)
	}
	if a.Name == groupConcat {
		w.word(quoted(a.Separator))
	}
	w.close()
	w.WriteByte(')')
}

func (a ToMultiset) write(w *writer) { w.open("tomultiset"); w.below(a.Input) }
func (a Distinct) write(w *writer)   { w.open("distinct"); w.below(a.Input) }
func (a Reduced) write(w *writer)    { w.open("reduced"); w.below(a.Input) }
func (a Project) write(w *writer)    { w.open("project"); writeList(w, a.Vars); w.below(a.Input) }
func (a OrderBy) write(w *writer)    { w.open("orderby"); writeList(w, a.Conditions); w.below(a.Input) }

func (c Condition) write(w *writer) {
	if !c.Descending {
		c.Expr.write(w)
		return
	}
	w.open("desc")
	w.exprs(c.Expr)
	w.close()
}

// write writes "_" for a limit that is none.
func (a Slice) write(w *writer) {
	w.open("slice")
	w.word(strconv.FormatInt(a.Offset, 10))
	if a.Limit < 0 {
		w.word("_")
	} else {
		w.word(strconv.FormatInt(a.Limit, 10))
	}
	w.below(a.Input)
}

func (v Var) write(w *writer)   { w.WriteString(v.String()) }
func (c Const) write(w *writer) { w.WriteString(c.String()) }

func (c Call) write(w *writer) { w.open(c.Name); w.exprs(c.Args...); w.close() }

func (c FunctionCall) write(w *writer) {
	w.open(termText(c.Function))
	if c.Distinct {
		w.word("distinct")
	}
	w.exprs(c.Args...)
	w.close()
}

func (e In) write(w *writer) {
	w.open(negated(e.Not, "in"))
	w.exprs(e.X)
	w.exprs(e.List...)
	w.close()
}

func (e Exists) write(w *writer) { w.open(negated(e.Not, "exists")); w.below(e.Pattern) }

func negated(not bool, word string) string {
	if not {
		return "not" + word
	}
	return word
}
