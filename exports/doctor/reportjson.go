package doctor

import (
	"encoding/json"
	"io"

	"policygraph/exports/quality"
)

const maximum = quality.Maximum

// JSON writes the report for programs, with texts in one language.
func (r *Report) JSON(w io.Writer, l Language) error {
	type place struct {
		File   string   `json:"file,omitempty"`
		Node   string   `json:"node,omitempty"`
		Detail string   `json:"detail,omitempty"`
		Also   []string `json:"also,omitempty"`
	}
	type rule struct {
		ID       string   `json:"id"`
		Severity Severity `json:"severity"`
		Outcome  Outcome  `json:"outcome"`
		Portals  []Portal `json:"portals"`
		Wrong    string   `json:"wrong"`
		Why      string   `json:"why"`
		Mend     string   `json:"mend"`
		Places   []place  `json:"places,omitempty"`
	}
	type score struct {
		Dataset string   `json:"dataset"`
		Points  int      `json:"points"`
		Of      int      `json:"of"`
		Rating  string   `json:"rating"`
		Missing []string `json:"missing"`
	}
	type intake struct {
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
	type verdict struct {
		Portal  Portal   `json:"portal"`
		Takes   bool     `json:"takesEverything"`
		Because []string `json:"because,omitempty"`
	}
	out := struct {
		Source    string    `json:"source"`
		Catalogue string    `json:"catalogue"`
		Date      string    `json:"date,omitempty"`
		Healthy   bool      `json:"healthy"`
		Verdicts  []verdict `json:"verdicts"`
		Intakes   []intake  `json:"intakes"`
		Scores    []score   `json:"scores"`
		Rules     []rule    `json:"rules"`
	}{Source: r.Source, Catalogue: r.Catalogue, Date: r.Date, Healthy: r.Healthy(false)}
	for _, v := range r.Verdicts {
		row := verdict{Portal: v.Portal, Takes: v.Takes()}
		for _, rule := range v.Rules {
			row.Because = append(row.Because, rule.ID)
		}
		out.Verdicts = append(out.Verdicts, row)
	}
	for _, in := range r.Intakes {
		row := intake{in.Harvester, in.Portal, in.Reads, l.in(in.Stops), append([]string{}, in.Datasets...), in.Distributions, in.Services, in.Titles, in.Statements, nil, in.Removes}
		for _, lost := range in.Loses {
			row.Loses = append(row.Loses, l.in(lost))
		}
		out.Intakes = append(out.Intakes, row)
	}
	for _, s := range r.Scores {
		row := score{Dataset: s.Dataset, Points: s.Points, Of: maximum, Rating: s.Rating(), Missing: []string{}}
		for _, m := range s.Missing {
			row.Missing = append(row.Missing, m.Name)
		}
		out.Scores = append(out.Scores, row)
	}
	for i := range r.Rules {
		q := &r.Rules[i]
		row := rule{ID: q.ID, Severity: q.Severity, Outcome: r.Outcomes[q.ID], Portals: q.Portals, Wrong: l.in(q.Wrong), Why: l.in(q.Why), Mend: l.in(q.Mend)}
		for _, f := range r.Findings {
			if f.Rule.ID == q.ID {
				row.Places = append(row.Places, place{f.File, f.Node, l.in(f.Detail), f.Also})
			}
		}
		out.Rules = append(out.Rules, row)
	}
	enc := json.NewEncoder(w)
	enc.SetIndent("", "  ")
	enc.SetEscapeHTML(false)
	return enc.Encode(out)
}
