package doctor

import (
	"encoding/json"
	"io"

	"policygraph/exports/quality"
)

const maximum = quality.Maximum

// The report as programs read it.
type (
	jsonReport struct {
		Source    string        `json:"source"`
		Catalogue string        `json:"catalogue"`
		Date      string        `json:"date,omitempty"`
		Healthy   bool          `json:"healthy"`
		Verdicts  []jsonVerdict `json:"verdicts"`
		Intakes   []jsonIntake  `json:"intakes"`
		Scores    []jsonScore   `json:"scores"`
		Rules     []jsonRule    `json:"rules"`
	}
	jsonVerdict struct {
		Portal  Portal   `json:"portal"`
		Takes   bool     `json:"takesEverything"`
		Because []string `json:"because,omitempty"`
	}
	jsonIntake struct {
		Harvester     string         `json:"harvester"`
		Portal        Portal         `json:"portal"`
		Reads         string         `json:"reads"`
		Stops         string         `json:"stops,omitempty"`
		Datasets      []string       `json:"datasets"`
		Distributions int            `json:"distributions"`
		Services      int            `json:"services"`
		Titles        map[string]int `json:"titles"`
		Statements    int            `json:"statements,omitempty"`
		Loses         []string       `json:"loses,omitempty"`
		Removes       []string       `json:"removes,omitempty"`
	}
	jsonScore struct {
		Dataset string   `json:"dataset"`
		Points  int      `json:"points"`
		Of      int      `json:"of"`
		Rating  string   `json:"rating"`
		Missing []string `json:"missing"`
	}
	jsonRule struct {
		ID       string      `json:"id"`
		Severity Severity    `json:"severity"`
		Outcome  Outcome     `json:"outcome"`
		Portals  []Portal    `json:"portals"`
		Wrong    string      `json:"wrong"`
		Why      string      `json:"why"`
		Mend     string      `json:"mend"`
		Places   []jsonPlace `json:"places,omitempty"`
	}
	jsonPlace struct {
		File   string   `json:"file,omitempty"`
		Node   string   `json:"node,omitempty"`
		Detail string   `json:"detail,omitempty"`
		Also   []string `json:"also,omitempty"`
	}
)

// JSON writes the report for programs, with texts in one language.
func (r *Report) JSON(w io.Writer, l Language) error {
	out := jsonReport{Source: r.Source, Catalogue: r.Catalogue, Date: r.Date, Healthy: r.Healthy(false), Scores: []jsonScore{}}
	for i := range r.Verdicts {
		out.Verdicts = append(out.Verdicts, r.Verdicts[i].json())
	}
	for i := range r.Intakes {
		out.Intakes = append(out.Intakes, r.Intakes[i].json(l))
	}
	for _, s := range r.Scores {
		out.Scores = append(out.Scores, scoreJSON(s))
	}
	for i := range r.Rules {
		out.Rules = append(out.Rules, r.ruleJSON(&r.Rules[i], l))
	}
	enc := json.NewEncoder(w)
	enc.SetIndent("", "  ")
	enc.SetEscapeHTML(false)
	return enc.Encode(out)
}

func (v *Verdict) json() jsonVerdict {
	out := jsonVerdict{Portal: v.Portal, Takes: v.Takes()}
	for _, rule := range v.Rules {
		out.Because = append(out.Because, rule.ID)
	}
	return out
}

func (in *Intake) json(l Language) jsonIntake {
	out := jsonIntake{
		Harvester: in.Harvester, Portal: in.Portal, Reads: in.Reads, Stops: l.in(in.Stops),
		Datasets: append([]string{}, in.Datasets...), Distributions: in.Distributions, Services: in.Services,
		Titles: in.Titles, Statements: in.Statements, Removes: in.Removes,
	}
	for _, lost := range in.Loses {
		out.Loses = append(out.Loses, l.in(lost))
	}
	return out
}

func scoreJSON(s quality.Score) jsonScore {
	out := jsonScore{Dataset: s.Dataset, Points: s.Points, Of: maximum, Rating: s.Rating(), Missing: []string{}}
	for _, m := range s.Missing {
		out.Missing = append(out.Missing, m.Name)
	}
	return out
}

func (r *Report) ruleJSON(q *Rule, l Language) jsonRule {
	out := jsonRule{
		ID: q.ID, Severity: q.Severity, Outcome: r.Outcomes[q.ID], Portals: q.Portals,
		Wrong: l.in(q.Wrong), Why: l.in(q.Why), Mend: l.in(q.Mend),
	}
	for _, f := range r.Findings {
		if f.Rule.ID == q.ID {
			out.Places = append(out.Places, jsonPlace{f.File, f.Node, l.in(f.Detail), f.Also})
		}
	}
	return out
}
