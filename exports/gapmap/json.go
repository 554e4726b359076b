package gapmap

import (
	"encoding/json"
	"io"
)

// jsonFormat is the number of the form of the JSON file. It grows when a reader
// of the last form would misread the next.
const jsonFormat = 1

// document is the JSON file. docs/gap-map.md tells what the members mean.
type document struct {
	Format     int             `json:"format"`
	Counts     jsonCounts      `json:"counts"`
	States     []jsonWord      `json:"states"`
	Measures   []Measure       `json:"measures"`
	Statements []Statement     `json:"statements"`
	Searches   []Search        `json:"searches"`
	Labels     map[string]Text `json:"labels"`
	Views      []jsonView      `json:"views"`
}

type jsonWord struct {
	Code       string `json:"code"`
	Label      Text   `json:"label"`
	Definition Text   `json:"definition"`
}

type jsonCounts struct {
	Measures         int `json:"measures"`
	MeasuresTested   int `json:"measuresTested"`
	MeasuresUntested int `json:"measuresUntested"`
	Findings         int `json:"findings"`
	FindingsElse     int `json:"findingsOnNoMeasure"`
	Studies          int `json:"studies"`
	Judgements       int `json:"judgements"`
	Gaps             int `json:"gaps"`
	GapsSearched     int `json:"gapsSearched"`
}

type jsonView struct {
	Name    string       `json:"name"`
	Columns []jsonColumn `json:"columns"`
	Unused  []Concept    `json:"columnsWithNothing"`
	Cells   []jsonCell   `json:"cells"`
}

type jsonColumn struct {
	Key    string     `json:"key"`
	Kind   ColumnKind `json:"kind"`
	Label  Text       `json:"label"`
	Timing string     `json:"timing,omitempty"`
}

type jsonCell struct {
	Measure     string         `json:"measure,omitempty"` // none: all measures together
	Column      string         `json:"column"`
	State       State          `json:"state"`
	Direction   string         `json:"direction,omitempty"`
	Studies     int            `json:"studies"`
	Own         int            `json:"own"`
	Aim         bool           `json:"aim,omitempty"`
	Searched    bool           `json:"searched,omitempty"`
	Directions  map[string]int `json:"directions,omitempty"`
	Strengths   map[string]int `json:"causalStrengths,omitempty"`
	Horizons    []string       `json:"horizons,omitempty"`
	Populations []string       `json:"populations,omitempty"`
	Findings    []string       `json:"findings,omitempty"`
	Judgements  []string       `json:"judgements,omitempty"`
	Gaps        []string       `json:"gaps,omitempty"`
}

// WriteJSON writes the whole map for programs. docs/gap-map.md tells what the members
// mean.
func WriteJSON(w io.Writer, m *Map) error {
	d := document{
		Format: jsonFormat, Counts: m.counts(), Measures: m.Measures, Statements: m.Statements, Searches: m.Searches, Labels: m.names,
	}
	for _, s := range States {
		d.States = append(d.States, jsonWord{string(s), textOf("state-" + string(s)), textOf("state-" + string(s) + "-is")})
	}
	for v := range m.Views {
		d.Views = append(d.Views, m.jsonView(&m.Views[v]))
	}
	out := json.NewEncoder(w)
	out.SetIndent("", " ")
	return out.Encode(d)
}

func (m *Map) jsonView(v *View) jsonView {
	j := jsonView{Name: v.Name, Unused: append([]Concept{}, v.Unused...)}
	for i := range v.Columns {
		c := &v.Columns[i]
		j.Columns = append(j.Columns, jsonColumn{c.Key(), c.Kind, c.Name, c.Phase})
	}
	for _, p := range m.places() {
		if p.view == v {
			j.Cells = append(j.Cells, m.jsonCell(p))
		}
	}
	return j
}

func (m *Map) jsonCell(p place) jsonCell {
	c := p.cell()
	addresses := func(list []int) []string {
		return m.distinct(list, func(s *Statement) []string { return []string{s.IRI} })
	}
	return jsonCell{
		Measure: m.measure(p).IRI, Column: p.column().Key(), State: c.State, Direction: c.Lean,
		Studies: c.Studies, Own: c.Own, Aim: c.Aim, Searched: c.Sought,
		Directions: tally(Directions, c.Directions[:]), Strengths: tally(Strengths, c.Strengths[:]),
		Horizons:    m.distinct(c.Findings, func(s *Statement) []string { return []string{s.Horizon} }),
		Populations: m.distinct(c.Findings, func(s *Statement) []string { return s.Populations }),
		Findings:    addresses(c.Findings), Judgements: addresses(c.Judgements), Gaps: addresses(c.Gaps),
	}
}

// tally names the counts that are not 0.
func tally(names []string, counts []int) map[string]int {
	t := make(map[string]int)
	for i, n := range counts {
		if n > 0 {
			t[names[i]] = n
		}
	}
	return t
}

// counts are the figures of the whole map. A measure is tested if it or a narrower
// one has a finding.
func (m *Map) counts() jsonCounts {
	all := &m.Views[0].Cells[len(m.Measures)][0]
	c := jsonCounts{Measures: len(m.Measures), Findings: len(all.Findings), FindingsElse: m.Findings - len(all.Findings), Studies: all.Studies, Judgements: len(all.Judgements)}
	for i := range m.Measures {
		if len(m.Views[0].Cells[i][0].Findings) > 0 {
			c.MeasuresTested++
		}
	}
	c.MeasuresUntested = c.Measures - c.MeasuresTested
	for i := range m.Statements {
		if s := &m.Statements[i]; s.Is(Gap) {
			c.Gaps++
			if len(s.Searches) > 0 {
				c.GapsSearched++
			}
		}
	}
	return c
}
