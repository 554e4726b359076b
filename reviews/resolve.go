package reviews

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// resolve reads the cells of every record that could be split into cells.
func (l *loader) resolve() {
	for _, t := range tables {
		for _, r := range l.records[t.Kind] {
			if !r.row.damaged {
				l.resolveRecord(r)
			}
		}
		l.doubtful(t)
	}
}

func (l *loader) resolveRecord(r *Record) {
	r.stated = make([]bool, len(r.table.Fields))
	for _, c := range r.row.cells {
		if i := r.table.index(c.name); i >= 0 {
			r.values[i], r.stated[i] = l.readCell(r, &r.table.Fields[i], c)
		}
	}
	if r.sheet.columns == nil {
		l.unknownKeys(r)
	}
	for i := range r.table.Fields {
		if f := &r.table.Fields[i]; f.Required() && !r.stated[i] && r.sheet.has(f.Column) {
			p := r.cellAt(f.Column).problem(ruleOf(f, "R09"), Error, msgMustBeFilled.with(exactly(f.Column), docOf(f.Doc)))
			if r.Kind == KindOmission && f.Type.Base == TypeLines {
				p.do = doOmission
			}
			l.put(p)
		}
	}
}

// unknownKeys reports keys of YAML that the table does not have. One that is
// nearly the name of a column stands for it, so that it is not called missing.
func (l *loader) unknownKeys(r *Record) {
	taken := map[string]bool{}
	for _, c := range r.row.cells {
		taken[c.name] = true
	}
	for _, c := range r.row.cells {
		if i := r.table.index(c.under); i >= 0 && c.under != "" {
			if !r.stated[i] {
				l.add("R04", c.at, msgTakesValue.with(exactly(c.under)), "")
			}
			r.stated[i] = true
			continue
		}
		if r.table.index(c.name) < 0 {
			for _, meant := range l.unknownColumn(r.table, c.name, c.at, asKey, taken) {
				if i := r.table.index(meant); i >= 0 {
					r.stated[i] = true
				}
			}
		}
	}
}

// has reports whether the sheet could hold a column: in YAML it always could.
func (s *sheet) has(name string) bool {
	return s.columns == nil || slices.ContainsFunc(s.columns, func(c column) bool { return c.name == name })
}

// ruleOf is the rule of the field, or the one given.
func ruleOf(f *Field, otherwise string) string {
	if f.Rule != "" {
		return f.Rule
	}
	return otherwise
}

// readCell reads the values of a cell, and tells whether anything stands there.
func (l *loader) readCell(r *Record, f *Field, c cell) ([]Value, bool) {
	ps := c.pieces(r.Source.File, f.Several())
	if len(ps) == 0 {
		return nil, c.refused
	}
	if !f.Several() && !l.oneValue(f, ps) {
		return nil, true
	}
	out := make([]Value, 0, len(ps))
	var seen map[string]bool // stays nil for a single value, which most cells have
	if len(ps) > 1 {
		seen = make(map[string]bool, len(ps))
	}
	for _, p := range ps {
		switch {
		case p.text == "":
			l.add("R10", p.source, msgEmptyValue.with(), "")
		case seen[p.text]:
			l.add("R10", p.source, msgTwiceInCell.with(found(p.text)), "")
		default:
			if v, ok := l.readValue(r, f, p); ok {
				out = append(out, v)
			}
		}
		if seen != nil {
			seen[p.text] = true
		}
	}
	if f.Type.Base == TypeLines {
		l.rising(f, out)
	}
	return out, true
}

// oneValue holds a cell to one value.
func (l *loader) oneValue(f *Field, ps []piece) bool {
	n := len(ps)
	if base := f.Type.Base; n == 1 && base != TypeText && base != TypeLangText {
		n += strings.Count(ps[0].text, "|")
	}
	if n > 1 {
		l.add(ruleOf(f, "R10"), ps[0].source, msgOneValue.with(exactly(f.Column), n), "")
	}
	return n == 1
}

func (l *loader) readValue(r *Record, f *Field, p piece) (Value, bool) {
	rd := readers[f.Type.Base]
	in := &reading{Value: Value{Text: p.text, Source: p.source}, field: f, review: r.Review, names: l.names}
	m := rd.read(in)
	if m == nil {
		return in.Value, true
	}
	if m == unknowable {
		return Value{}, false
	}
	message, rule, do := m.message, m.rule, m.do
	if message.empty() {
		do = formAdvice[f.Type.Base]
		message = msgExpected.with(rd.wants(f), found(p.text))
	}
	if rule == "" {
		rule = ruleOf(f, rd.rule)
	}
	letter := spot{p.source, f.Column, r}.problem(rule, severityOf[rule], message)
	letter.Hint, letter.kin, letter.do = m.hint, m.kin(rd), do
	l.put(letter)
	return Value{}, false
}

// rising holds ranges of lines to their order.
func (l *loader) rising(f *Field, vs []Value) {
	for i := 1; i < len(vs); i++ {
		if vs[i].Lines.From <= vs[i-1].Lines.To {
			l.add(f.Rule, vs[i].Source, msgRising.with(vs[i].Lines, vs[i-1].Lines), "")
			return
		}
	}
}

// add reports a problem with the severity of its rule.
func (l *loader) add(rule string, at Source, message Message, hint string) {
	p := spot{Source: at}.problem(rule, severityOf[rule], message)
	p.Hint = hint
	l.put(p)
}

func (l *loader) put(p Problem) {
	if len(l.problems) == maxProblems {
		l.dropped++
		return
	}
	l.problems = append(l.problems, p)
}

// finish sorts the problems and shows each the line it points at. The YAML
// parser sometimes points behind the line; its end is meant.
func (l *loader) finish() []Problem {
	Sort(l.problems)
	excerpts, at := newExcerpts(l.texts), &whereabouts{l.sheets, map[string][]placedCell{}}
	for i := range l.problems {
		p := &l.problems[i]
		at.complete(p)
		p.Field, p.Row = visible(p.Field), visible(p.Row)
		if visible(p.Hint) != p.Hint {
			p.Hint = "" // nobody could type it
		}
		p.Excerpt = excerpts.line(p.Source)
		p.Column = min(p.Column, utf8.RuneCountInString(p.Excerpt)+1)
	}
	if l.dropped > 0 {
		last := l.problems[len(l.problems)-1].Source
		l.problems = append(l.problems, spot{Source: last}.problem("R02", Error, msgFurther.with(l.dropped)))
	}
	return l.problems
}

// excerpts finds lines of the files that were read.
type excerpts struct {
	texts map[string]string
	lines map[string][]string
}

func newExcerpts(texts map[string]string) *excerpts {
	return &excerpts{texts, map[string][]string{}}
}

func (e *excerpts) line(s Source) string {
	split, ok := e.lines[s.File]
	if !ok {
		split = strings.Split(e.texts[s.File], "\n")
		e.lines[s.File] = split
	}
	if s.Line < 1 || s.Line > len(split) {
		return ""
	}
	return strings.TrimSuffix(split[s.Line-1], "\r")
}
