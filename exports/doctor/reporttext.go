package doctor

import (
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
)

// Language is what a report is written in.
type Language string

// The languages of reports.
const (
	Bokmål  Language = "nb"
	English Language = "en"
)

// in is a text in the language.
func (l Language) in(t Text) string {
	if l == Bokmål {
		return t.NB
	}
	return t.EN
}

// The words of reports.
var (
	headings = map[Severity]Text{
		Refuse: {"Portaler avviser", "Portals refuse"},
		Lose:   {"Portaler mister noe", "Portals lose something"},
		Score:  {"Portaler gir færre poeng", "Portals give fewer points"},
		Advice: {"Råd", "Advice"},
	}
	ratings = map[string]Text{
		"excellent": {"utmerket", "excellent"}, "good": {"god", "good"}, "sufficient": {"tilstrekkelig", "sufficient"}, "bad": {"dårlig", "bad"},
	}
	becomes = map[Severity]Text{
		"":     {"tar alt", "takes everything"},
		Refuse: {"avviser, på grunn av", "refuses, because of"},
		Lose:   {"mister noe, på grunn av", "loses something, because of"},
		Score:  {"tar alt, med færre poeng for", "takes everything, with fewer points for"},
		Advice: {"tar alt; se rådet om", "takes everything; see the advice on"},
	}
)

// most is how many places of a rule are shown to people.
const most = 10

// Text writes the report for people.
func (r *Report) Text(w io.Writer, l Language) error {
	p := &printer{w: w, l: l}
	p.line("%s", r.Source)
	p.line(p.say("%d katalogdokumenter, %d regler, %d brutt, %d uaktuelle", "%d catalogue documents, %d rules, %d broken, %d inapplicable"),
		r.Documents, len(r.Rules), r.outcomes(Failed), r.outcomes(Inapplicable))
	for _, s := range severities {
		p.severity(r, s)
	}
	p.intakes(r)
	p.scores(r)
	p.line("")
	p.line("%s", p.say("Dom", "Verdict"))
	for _, v := range r.Verdicts {
		p.line("  %-16s%s%s", v.Portal, l.in(v.becomes()), rulesOf(&v))
	}
	return p.err
}

// becomes is what the portal does.
func (v *Verdict) becomes() Text {
	if !v.Reads {
		return Text{"finner ingenting som er skrevet for den", "finds nothing that is written for it"}
	}
	if v.Beside && v.Severity == Refuse {
		return Text{"tar alt, men avviser andre former av katalogen, på grunn av", "takes everything, but refuses other forms of the catalogue, because of"}
	}
	return becomes[v.Severity]
}

func (r *Report) outcomes(o Outcome) (n int) {
	for _, outcome := range r.Outcomes {
		if outcome == o {
			n++
		}
	}
	return n
}

func rulesOf(v *Verdict) string {
	var ids []string
	for _, r := range v.Rules {
		ids = append(ids, r.ID)
	}
	if len(ids) == 0 {
		return ""
	}
	return " " + strings.Join(ids, ", ")
}

// printer prints lines until one fails.
type printer struct {
	w   io.Writer
	l   Language
	err error
}

func (p *printer) line(format string, args ...any) {
	if p.err == nil {
		_, p.err = fmt.Fprintln(p.w, strings.TrimRight(fmt.Sprintf(format, args...), " "))
	}
}

func (p *printer) say(nb, en string) string { return p.l.in(Text{NB: nb, EN: en}) }

// severity prints what was found of one severity, rule by rule.
func (p *printer) severity(r *Report, s Severity) {
	if r.Count(s) == 0 {
		return
	}
	p.line("")
	p.line("%s (%d)", p.l.in(headings[s]), r.Count(s))
	for i := 0; i < len(r.Findings); {
		j := i
		for j < len(r.Findings) && r.Findings[j].Rule == r.Findings[i].Rule {
			j++
		}
		if rule := r.Findings[i].Rule; rule.Severity == s {
			p.rule(rule, r.Findings[i:j])
		}
		i = j
	}
}

func (p *printer) rule(r *Rule, places []Finding) {
	p.line("  %s: %s", r.ID, p.l.in(r.Wrong))
	p.line("    %s %s [%s]", p.say("Hvorfor:", "Why:"), p.l.in(r.Why), portals(r.Portals))
	p.line("    %s %s", p.say("Slik rettes det:", "To mend it:"), p.l.in(r.Mend))
	for i, f := range places {
		if i == most {
			p.line(p.say("      … og %d steder til", "      … and %d places more"), len(places)-most)
			return
		}
		p.line("      %s", p.place(f))
	}
}

func (p *printer) place(f Finding) string {
	var parts []string
	for _, s := range []string{f.File, f.Node, p.l.in(f.Detail)} {
		if s != "" {
			parts = append(parts, s)
		}
	}
	text := strings.Join(parts, "  ")
	if len(f.Also) > 0 {
		text += fmt.Sprintf(p.say("  (og i %d filer til)", "  (and in %d files more)"), len(f.Also))
	}
	return text
}

func portals(list []Portal) string {
	names := make([]string, len(list))
	for i, p := range list {
		names[i] = string(p)
	}
	return strings.Join(names, ", ")
}

func (p *printer) intakes(r *Report) {
	p.line("")
	p.line("%s", p.say("Det høsterne tar inn", "What harvesters take in"))
	for _, in := range r.Intakes {
		head := fmt.Sprintf("  %-16s%s %s", in.Portal, in.Harvester, p.say("leser ", "reads ")+in.Reads)
		if in.Stops != (Text{}) {
			p.line("%s: %s %s", head, p.say("stopper.", "stops."), p.l.in(in.Stops))
			continue
		}
		p.line(p.say("%s: %d datasett, %d distribusjoner, %d tjenester%s", "%s: %d datasets, %d distributions, %d services%s"),
			head, len(in.Datasets), in.Distributions, in.Services, p.titles(in))
		for _, lost := range in.Loses {
			p.line("    %s %s", p.say("mister:", "loses:"), p.l.in(lost))
		}
		for _, gone := range in.Removes {
			p.line("    %s %s", p.say("sletter:", "deletes:"), gone)
		}
	}
}

func (p *printer) titles(in Intake) string {
	var parts []string
	for _, tag := range slices.Sorted(maps.Keys(in.Titles)) {
		name := tag
		if tag == "" {
			name = p.say("uten språk", "no language")
		}
		parts = append(parts, fmt.Sprintf("%s %d", name, in.Titles[tag]))
	}
	text := ""
	if len(parts) > 0 {
		text = p.say("; titler: ", "; titles: ") + strings.Join(parts, ", ")
	}
	if in.Statements > 0 {
		text += fmt.Sprintf(p.say("; høyst %d utsagn kopiert for ett datasett", "; at most %d statements copied for one dataset"), in.Statements)
	}
	return text
}

func (p *printer) scores(r *Report) {
	if len(r.Scores) == 0 {
		return
	}
	p.line("")
	p.line("%s", p.say("Poeng etter reglene til data.europa.eu", "Points by the rules of data.europa.eu"))
	for _, s := range r.Scores {
		missing := ""
		for _, m := range s.Missing {
			missing += fmt.Sprintf("; -%d %s", m.Points, p.l.in(Text{NB: points[m.Name], EN: m.Wants}))
		}
		p.line("  %d/%d %s  %s%s", s.Points, maximum, p.l.in(ratings[s.Rating()]), s.Dataset, missing)
	}
}
