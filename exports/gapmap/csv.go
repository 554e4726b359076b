package gapmap

import (
	"encoding/csv"
	"io"
	"slices"
	"strconv"
	"strings"

	"policygraph/exports/internal/records"
	"policygraph/exports/tables"
)

// csvColumn is a column of the table of cells.
type csvColumn struct {
	name string
	cell func(m *Map, p place) string
}

// place is one cell of a view.
type place struct {
	view *View
	row  int // len(Measures) for all measures together
	col  int
}

func (p place) cell() *Cell     { return &p.view.Cells[p.row][p.col] }
func (p place) column() *Column { return &p.view.Columns[p.col] }

// measure is the row, with neither address nor name for all measures together.
func (m *Map) measure(p place) *Measure {
	if p.row == len(m.Measures) {
		return &Measure{}
	}
	return &m.Measures[p.row]
}

var csvColumns = slices.Concat([]csvColumn{
	{"view", func(_ *Map, p place) string { return p.view.Name }},
	{"measure", func(m *Map, p place) string { return m.measure(p).IRI }},
	{"measure_nb", func(m *Map, p place) string { return m.measure(p).Name.NB }},
	{"measure_en", func(m *Map, p place) string { return m.measure(p).Name.EN }},
	{"depth", func(m *Map, p place) string {
		if p.row == len(m.Measures) {
			return ""
		}
		return strconv.Itoa(m.measure(p).Depth)
	}},
	{"approach", func(m *Map, p place) string { return joined(m.measure(p).Approaches) }},
	{"level", func(m *Map, p place) string { return joined(m.measure(p).Levels) }},
	{"column_kind", func(_ *Map, p place) string { return string(p.column().Kind) }},
	{"column", func(_ *Map, p place) string { return p.column().IRI }},
	{"column_nb", func(_ *Map, p place) string { return p.column().Name.NB }},
	{"column_en", func(_ *Map, p place) string { return p.column().Name.EN }},
	{"timing", func(_ *Map, p place) string { return p.column().Phase }},
	{"state", func(_ *Map, p place) string { return string(p.cell().State) }},
	{"direction", func(_ *Map, p place) string { return p.cell().Lean }},
	number("studies", func(c *Cell) int { return c.Studies }),
	number("findings", func(c *Cell) int { return len(c.Findings) }),
	number("judgements", func(c *Cell) int { return len(c.Judgements) }),
	number("gaps", func(c *Cell) int { return len(c.Gaps) }),
	number("own", func(c *Cell) int { return c.Own }),
}, counts("", Directions, func(c *Cell) []int { return c.Directions[:] }), counts("strength_", Strengths, func(c *Cell) []int { return c.Strengths[:] }), []csvColumn{
	{"searched", func(_ *Map, p place) string { return strconv.FormatBool(p.cell().Sought) }},
	{"aim", func(_ *Map, p place) string { return strconv.FormatBool(p.cell().Aim) }},
	values("gap_types", func(c *Cell) []int { return c.Gaps }, func(s *Statement) []string { return []string{s.GapType} }),
	values("horizons", func(c *Cell) []int { return c.Findings }, func(s *Statement) []string { return []string{s.Horizon} }),
	values("populations", func(c *Cell) []int { return c.Findings }, func(s *Statement) []string { return s.Populations }),
	values("verdicts", func(c *Cell) []int { return c.Judgements }, verdict),
	values("finding_ids", func(c *Cell) []int { return c.Findings }, func(s *Statement) []string { return []string{s.IRI} }),
	values("judgement_ids", func(c *Cell) []int { return c.Judgements }, func(s *Statement) []string { return []string{s.IRI} }),
	values("gap_ids", func(c *Cell) []int { return c.Gaps }, func(s *Statement) []string { return []string{s.IRI} }),
	values("study_ids", func(c *Cell) []int { return c.Findings }, func(s *Statement) []string { return []string{s.Study} }),
})

// verdict is the direction of a judgement with its certainty.
func verdict(s *Statement) []string {
	return []string{strings.Trim(s.Direction+":"+s.Certainty, ":")}
}

func joined(list []string) string { return strings.Join(list, records.Separator) }

func number(name string, count func(*Cell) int) csvColumn {
	return csvColumn{name, func(_ *Map, p place) string { return strconv.Itoa(count(p.cell())) }}
}

func counts(prefix string, names []string, of func(*Cell) []int) (list []csvColumn) {
	for i, name := range names {
		list = append(list, number(prefix+strings.ReplaceAll(name, "-", "_"), func(c *Cell) int { return of(c)[i] }))
	}
	return list
}

func values(name string, list func(*Cell) []int, of func(*Statement) []string) csvColumn {
	return csvColumn{name, func(m *Map, p place) string { return joined(m.distinct(list(p.cell()), of)) }}
}

// listed reports whether a cell stands in the table: every sum (all of a measure,
// a phase of it), also where nothing is said, and of the others those in which
// something is.
func listed(p place) bool {
	kind := p.column().Kind
	return kind == Phase || kind == All || !p.cell().Empty()
}

// places are the cells that are listed, by view, row and column.
func (m *Map) places() (list []place) {
	for v := range m.Views {
		for row := range m.Views[v].Cells {
			for col := range m.Views[v].Columns {
				if p := (place{&m.Views[v], row, col}); listed(p) {
					list = append(list, p)
				}
			}
		}
	}
	return list
}

// WriteCSV writes a row for each listed cell, texts guarded against spreadsheets
// that take them for formulas.
func WriteCSV(w io.Writer, m *Map) error {
	out := csv.NewWriter(w)
	out.UseCRLF = true
	record := make([]string, len(csvColumns))
	for i, c := range csvColumns {
		record[i] = c.name
	}
	out.Write(record)
	for _, p := range m.places() {
		for i, c := range csvColumns {
			record[i] = tables.Guard(c.cell(m, p))
		}
		out.Write(record)
	}
	out.Flush()
	return out.Error()
}
