package doctor

import (
	"io"
	"strings"

	"policygraph/exports/quality"
)

// WriteRules writes the rules that are built in as tables of Markdown: first those
// of which each can be broken in many places, then what earns points.
func WriteRules(w io.Writer, l Language) error {
	p := &printer{w: w, l: l}
	p.line("%s", p.say("| regel | hva som skjer | hva er galt | slik rettes det | hvem det gjelder |", "| rule | what happens | what is wrong | to mend it | whom it hits |"))
	p.line("| --- | --- | --- | --- | --- |")
	for _, r := range Rules() {
		if !strings.HasPrefix(r.ID, pointsPrefix) {
			p.line("| `%s` | %s | %s %s | %s | %s |", r.ID, l.in(happens[r.Severity]), cell(l.in(r.Wrong)), cell(l.in(r.Why)), cell(l.in(r.Mend)), portals(r.Portals))
		}
	}
	p.line("")
	p.line("%s", p.say("| regel | poeng | for |", "| rule | points | for |"))
	p.line("| --- | --- | --- |")
	for _, q := range quality.Rules {
		p.line("| `%s` | %d | %s |", pointsPrefix+q.Name, q.Points, l.in(Text{points[q.Name], q.Wants}))
	}
	return p.err
}

// happens are the severities as words of a table.
var happens = map[Severity]Text{
	Refuse: {"avvises", "refused"},
	Lose:   {"noe går tapt", "something is lost"},
	Score:  {"færre poeng", "fewer points"},
	Advice: {"råd", "advice"},
}

// cell is a text that stays within its cell.
func cell(s string) string {
	return strings.NewReplacer("|", `\|`, "<", "&lt;").Replace(s)
}
