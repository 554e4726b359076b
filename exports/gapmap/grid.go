package gapmap

import (
	"slices"
	"strconv"
	"strings"

	"policygraph/ontology/vocab"
)

// grid is a view as a table.
type grid struct {
	ID, Title, Lead string
	Groups          []group
	Rows            []gridRow
	Unused          string // heading of what has no column
	UnusedNames     []string
	Wide            int // columns, that of the names included
}

// group is a heading over columns: a phase with its outcomes, or a single column.
type group struct {
	Name    string
	Kind    ColumnKind
	Phase   string
	Columns []gridColumn // below the heading; none where the heading is that of a column
}

type gridColumn struct {
	Name string
	Kind ColumnKind
}

// gridRow is a measure with its cells. The first of a band has its heading.
type gridRow struct {
	Band                string
	Name, Href, Key     string
	Parent              string
	Depth               int
	Approaches, Levels  string
	LevelNames, Country string
	Below               bool // has narrower measures
	Words               string
	Total               bool
	Cells               []gridCell
}

// gridCell is a cell with something in it; one in which nothing is said has no shape.
type gridCell struct {
	Shape, Href, Says string
	Kind              ColumnKind
	Studies           int
	Best              string // see best; "" without findings
	Mark              string // the shape of a second mark
	Statements        string
	Gap               bool
}

func (m *Map) grid(v *View, l Lang) grid {
	g := grid{ID: v.Name, Title: l.word(v.Name), Lead: l.word(v.Name + "-lead"), Groups: groups(v, l), Wide: len(v.Columns) + 1}
	g.Unused = l.word("unused-"+v.Name, len(v.Unused))
	for _, c := range v.Unused {
		g.UnusedNames = append(g.UnusedNames, c.Name.Of(l))
	}
	for i := range m.Measures {
		row := m.gridRow(&m.Measures[i], l)
		if i == 0 || !slices.Equal(m.Measures[i].Band, m.Measures[i-1].Band) {
			row.Band = l.band(m.Measures[i].Band)
		}
		g.Rows = append(g.Rows, row)
	}
	g.Rows = append(g.Rows, gridRow{Name: l.word("all-measures"), Total: true, Key: "all", Href: "#details"})
	for i := range g.Rows {
		for c := range v.Columns {
			g.Rows[i].Cells = append(g.Rows[i].Cells, m.gridCell(place{v, i, c}, g.Rows[i].Href, l))
		}
	}
	return g
}

// groups are the headings of the columns.
func groups(v *View, l Lang) (list []group) {
	for i := range v.Columns {
		c := &v.Columns[i]
		switch c.Kind {
		case Phase:
			list = append(list, group{c.Name.Of(l), Phase, c.Phase, []gridColumn{{l.word("column-all"), Phase}}})
		case OfOutcome:
			last := &list[len(list)-1]
			last.Columns = append(last.Columns, gridColumn{c.Name.Of(l), OfOutcome})
		default:
			list = append(list, group{Name: c.Name.Of(l), Kind: c.Kind})
		}
	}
	return list
}

func (m *Map) gridRow(measure *Measure, l Lang) gridRow {
	var levels, countries []string
	for _, level := range measure.Levels {
		levels = append(levels, l.code(vocab.Level, level))
	}
	for _, c := range measure.Countries {
		countries = append(countries, l.country(c))
	}
	return gridRow{
		Name: measure.Name.Of(l), Href: "#" + anchor(measure), Key: local(measure.IRI), Parent: local(measure.Parent), Depth: min(measure.Depth, 4),
		Approaches: strings.Join(measure.Approaches, " "), Levels: strings.Join(measure.Levels, " "),
		LevelNames: strings.Join(levels, ", "), Country: strings.Join(countries, ", "),
		Below: len(measure.below) > 1, Words: strings.Join(measure.Other, " "),
	}
}

func (m *Map) gridCell(p place, href string, l Lang) gridCell {
	c := p.cell()
	if c.Empty() {
		return gridCell{Kind: p.column().Kind, Says: l.word("state-nothing-said")}
	}
	cell := gridCell{
		Shape: shape(c), Href: href, Kind: p.column().Kind, Studies: c.Studies, Says: m.says(c, l), Best: best(c),
		Statements: numbers(c.Findings, c.Judgements, c.Gaps), Gap: len(c.Gaps) > 0 || c.State == Silent,
	}
	switch {
	case c.State == Silent:
		cell.Shape = "aim"
	case c.flagged() && c.Sought:
		cell.Mark = "gap-searched"
	case c.flagged():
		cell.Mark = "gap"
	}
	return cell
}

// best is the strength of the best design for the bar beside the number: 0 to 5, u
// for designs that have none, x for none stated.
func best(c *Cell) string {
	switch {
	case len(c.Findings) == 0:
		return ""
	case c.Best() >= 0:
		return strconv.Itoa(c.Best())
	case c.Strengths[ungraded] > 0:
		return "u"
	}
	return "x"
}

// bestSays is the same in words.
func bestSays(c *Cell, l Lang) string {
	switch best(c) {
	case "u":
		return l.word("no-grade")
	case "x":
		return l.word("no-strength")
	}
	return l.word("best", c.Best())
}

// says is a cell in words. Where a gap is its state, the words tell what is missing.
func (m *Map) says(c *Cell, l Lang) string {
	if c.State == Silent {
		return l.word("aim")
	}
	parts := []string{l.stateName(c.State, c.Lean)}
	if len(c.Findings) > 0 {
		parts = append(parts, l.count(c.Studies, "studies"), l.count(len(c.Findings), "findings"), bestSays(c, l))
	}
	if len(c.Judgements) > 0 {
		parts = append(parts, l.count(len(c.Judgements), "judgements"))
	}
	if len(c.Gaps) > 0 {
		parts = append(parts, l.count(len(c.Gaps), "gaps"))
	}
	text := strings.Join(parts, ", ")
	if c.State == Sought || c.State == Stated {
		text += ": " + strings.Join(m.missing(c, l), "; ")
	}
	return text
}

// missing is what the gaps of a cell say is not known: type, group, country, and whether
// it was searched for.
func (m *Map) missing(c *Cell, l Lang) (list []string) {
	for _, i := range c.Gaps {
		s := &m.Statements[i]
		var of []string
		for _, iri := range s.Populations {
			of = append(of, m.Name(iri).Of(l))
		}
		for _, code := range s.Countries {
			of = append(of, l.country(code))
		}
		text := l.code(vocab.GapType, s.GapType)
		if len(of) > 0 {
			text += " (" + strings.Join(of, ", ") + ")"
		}
		if len(s.Searches) > 0 {
			text += ", " + l.word("search-none")
		}
		if !slices.Contains(list, text) {
			list = append(list, text)
		}
	}
	return list
}

// Sum is the kind of a cell whose column has a look of its own.
func (c gridCell) Sum() string {
	if c.Kind == OfOutcome || c.Kind == OfProblem {
		return ""
	}
	return string(c.Kind)
}

// Phased reports whether some columns stand under phases.
func (g grid) Phased() bool {
	return slices.ContainsFunc(g.Groups, func(g group) bool { return len(g.Columns) > 0 })
}
