package syntax

import (
	"fmt"
	"strconv"
	"strings"
)

// sexpr is a part of an S-expression: a word, or a list whose short parts
// stand on the line of its head and whose long ones on lines of their own.
type sexpr struct {
	head string
	args []string  // on the line of the head
	rest []Algebra // below it
}

func (a sexpr) String() string {
	var b strings.Builder
	b.WriteString("(" + a.head)
	for _, arg := range a.args {
		b.WriteString(" " + arg)
	}
	for _, sub := range a.rest {
		b.WriteString("\n" + indent(sub.String()))
	}
	return b.String() + ")"
}

func indent(s string) string { return "  " + strings.ReplaceAll(s, "\n", "\n  ") }

func (a BGP) String() string {
	var b strings.Builder
	b.WriteString("(bgp")
	for _, t := range a {
		fmt.Fprintf(&b, "\n  (triple %s %s %s)", t.Subject, t.Predicate, t.Object)
	}
	return b.String() + ")"
}

func (a Path) String() string {
	return fmt.Sprintf("(path %s %s %s)", a.Subject, a.Path, a.Object)
}

func (a Join) String() string  { return sexpr{"join", nil, []Algebra{a.Left, a.Right}}.String() }
func (a Union) String() string { return sexpr{"union", nil, []Algebra{a.Left, a.Right}}.String() }
func (a Minus) String() string { return sexpr{"minus", nil, []Algebra{a.Left, a.Right}}.String() }

func (a LeftJoin) String() string {
	var args []string
	if a.Expr != nil {
		args = []string{a.Expr.String()}
	}
	return sexpr{"leftjoin", args, []Algebra{a.Left, a.Right}}.String()
}

func (a Filter) String() string {
	return sexpr{"filter", []string{a.Expr.String()}, []Algebra{a.Input}}.String()
}
func (a Graph) String() string {
	return sexpr{"graph", []string{a.Name.String()}, []Algebra{a.Input}}.String()
}

func (a Extend) String() string {
	return sexpr{"extend", []string{"(" + a.Var.String(), a.Expr.String() + ")"}, []Algebra{a.Input}}.String()
}

func (a Table) String() string {
	var b strings.Builder
	b.WriteString("(table " + listOf(a.Vars))
	for _, row := range a.Rows {
		b.WriteString("\n  (row")
		for i, v := range row {
			if v != nil {
				fmt.Fprintf(&b, " (%s %s)", a.Vars[i], Const{v})
			}
		}
		b.WriteByte(')')
	}
	return b.String() + ")"
}

func (a Service) String() string {
	args := []string{a.Name.String()}
	if a.Silent {
		args = append(args, "silent")
	}
	return sexpr{"service", args, []Algebra{a.Input}}.String()
}

func (a Group) String() string {
	return sexpr{"group", []string{listOf(a.Keys), listOf(a.Aggregates)}, []Algebra{a.Input}}.String()
}

func (a Aggregate) String() string {
	parts := []string{strings.ToLower(a.Name)}
	if a.Distinct {
		parts = append(parts, "distinct")
	}
	if a.Arg != nil {
		parts = append(parts, a.Arg.String())
	}
	if a.Name == "GROUP_CONCAT" {
		parts = append(parts, strconv.Quote(a.Separator))
	}
	return fmt.Sprintf("(%s (%s))", a.Var, strings.Join(parts, " "))
}

func (a ToMultiset) String() string { return sexpr{"tomultiset", nil, []Algebra{a.Input}}.String() }
func (a Distinct) String() string   { return sexpr{"distinct", nil, []Algebra{a.Input}}.String() }
func (a Reduced) String() string    { return sexpr{"reduced", nil, []Algebra{a.Input}}.String() }
func (a Project) String() string {
	return sexpr{"project", []string{listOf(a.Vars)}, []Algebra{a.Input}}.String()
}
func (a OrderBy) String() string {
	return sexpr{"orderby", []string{listOf(a.Conditions)}, []Algebra{a.Input}}.String()
}

func (c Condition) String() string {
	if c.Descending {
		return "(desc " + c.Expr.String() + ")"
	}
	return c.Expr.String()
}

// String has "_" for a limit that is none.
func (a Slice) String() string {
	limit := "_"
	if a.Limit >= 0 {
		limit = strconv.FormatInt(a.Limit, 10)
	}
	return sexpr{"slice", []string{strconv.FormatInt(a.Offset, 10), limit}, []Algebra{a.Input}}.String()
}

func (v Var) String() string   { return "?" + string(v) }
func (c Const) String() string { return termText(c.Value) }
func (c Call) String() string  { return "(" + c.Name + args(c.Args) + ")" }

func (c FunctionCall) String() string {
	head := termText(c.Function)
	if c.Distinct {
		head += " distinct"
	}
	return "(" + head + args(c.Args) + ")"
}

func (e In) String() string {
	return "(" + negated(e.Not, "in") + args(append([]Expr{e.X}, e.List...)) + ")"
}
func (e Exists) String() string {
	return "(" + negated(e.Not, "exists") + "\n" + indent(e.Pattern.String()) + ")"
}

func negated(not bool, word string) string {
	if not {
		return "not" + word
	}
	return word
}

// args writes each expression behind a space.
func args(exprs []Expr) string {
	var b strings.Builder
	for _, e := range exprs {
		b.WriteString(" " + e.String())
	}
	return b.String()
}

// listOf writes a list in parentheses.
func listOf[T fmt.Stringer](parts []T) string {
	words := make([]string, len(parts))
	for i, p := range parts {
		words[i] = p.String()
	}
	return "(" + strings.Join(words, " ") + ")"
}
