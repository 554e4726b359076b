package gapmap

import "slices"

// View is the measures against one sort of column.
type View struct {
	Name    string // "outcomes" or "problems"
	Columns []Column
	Unused  []Concept // those that nothing about any measure speaks of; they have no column
	Cells   [][]Cell  // by row, then column; the row after the last measure is all measures together
}

// ColumnKind is what a column gathers.
type ColumnKind string

// The kinds of columns. Those of Outcome, Problem and Unnamed are disjoint in
// findings by outcome, where a finding has one; the others sum them up.
const (
	All       ColumnKind = "all"     // everything said of the measure
	Unnamed   ColumnKind = "unnamed" // what names no outcome or no problem
	Phase     ColumnKind = "phase"   // the outcomes of one timing
	OfOutcome ColumnKind = "outcome"
	OfProblem ColumnKind = "problem"
)

// Column is a column of a view.
type Column struct {
	Kind    ColumnKind
	Concept // of OfOutcome and OfProblem; of the others a name, of a phase the Phase
}

// Key names the column within its view.
func (c Column) Key() string {
	switch c.Kind {
	case Phase:
		return c.Phase
	case OfOutcome, OfProblem:
		return c.IRI
	}
	return string(c.Kind)
}

// Cell is what is said of a measure, or of a narrower one, on the matter of a
// column. Each statement is in it once, and each study is counted once, however
// many narrower measures it concerns.
type Cell struct {
	Findings   []int // places in Map.Statements
	Judgements []int
	Gaps       []int
	Own        int // how many of all these name the row's own measure
	Studies    int // different ones with a finding here
	Directions [6]int
	Strengths  [8]int
	State      State
	Lean       string // where State is Evidence: positive, negative, unclear, none
	Sought     bool   // some gap names a search that came up empty
	Aim        bool   // by problem: the measure itself is said to address the problem
}

// Empty reports whether nothing at all is said.
func (c *Cell) Empty() bool { return c.State == Silent && !c.Aim }

// flagged reports whether there is a gap that the state of the cell does not tell of.
func (c *Cell) flagged() bool {
	return len(c.Gaps) > 0 && c.State != Sought && c.State != Stated
}

// Best is the strength of the best design, -1 where no finding has one.
func (c *Cell) Best() int {
	for s := 5; s >= 0; s-- {
		if c.Strengths[s] > 0 {
			return s
		}
	}
	return -1
}

// view makes the cells of a view whose columns are given. matters are what a
// statement is entered under.
func (m *Map) view(name string, columns []Column, matters func(*Statement) []string, unused []Concept) View {
	v := View{Name: name, Columns: columns, Unused: unused}
	phase := make(map[string]string)
	for _, o := range m.Outcomes {
		phase[o.IRI] = o.Phase
	}
	for i := range len(m.Measures) + 1 {
		row := make([]Cell, len(columns))
		for s := range m.Statements {
			covered, own := m.covered(i, &m.Statements[s])
			if !covered {
				continue
			}
			for c, column := range columns {
				if column.holds(matters(&m.Statements[s]), phase) {
					row[c].add(s, &m.Statements[s], own)
				}
			}
		}
		m.finish(row, i, columns)
		v.Cells = append(v.Cells, row)
	}
	return v
}

// covered reports whether row i counts a statement, and whether the statement
// names the row's own measure. The last row counts all that names a measure.
func (m *Map) covered(i int, s *Statement) (covered, own bool) {
	if i == len(m.Measures) {
		return len(s.Measures) > 0, len(s.Measures) > 0
	}
	row := &m.Measures[i]
	return slices.ContainsFunc(s.Measures, row.Covers), slices.Contains(s.Measures, row.IRI)
}

// holds reports whether a statement on these matters belongs in the column.
func (c Column) holds(matters []string, phase map[string]string) bool {
	switch c.Kind {
	case All:
		return true
	case Unnamed:
		return len(matters) == 0
	case Phase:
		return slices.ContainsFunc(matters, func(o string) bool { return phase[o] == c.Phase })
	}
	return slices.Contains(matters, c.IRI)
}

// add enters a statement.
func (c *Cell) add(i int, s *Statement, own bool) {
	switch s.Kind {
	case Finding:
		c.Findings = append(c.Findings, i)
		c.Directions[s.direction()]++
		c.Strengths[s.band()]++
	case Judgement:
		c.Judgements = append(c.Judgements, i)
	case Gap:
		c.Gaps = append(c.Gaps, i)
		c.Sought = c.Sought || len(s.Searches) > 0
	case Description:
		return
	}
	if own {
		c.Own++
	}
}

// finish counts the studies of a row's cells and gives the cells their states.
func (m *Map) finish(row []Cell, i int, columns []Column) {
	for c := range row {
		cell := &row[c]
		cell.Studies = len(m.distinct(cell.Findings, func(s *Statement) []string { return []string{s.Study} }))
		judged := slices.ContainsFunc(cell.Judgements, func(j int) bool { return m.Statements[j].Direction != "" })
		sought := slices.ContainsFunc(cell.Gaps, func(g int) bool { return m.soughtFor(i, &m.Statements[g]) })
		cell.settle(judged, sought)
		if columns[c].Kind == OfProblem && i < len(m.Measures) {
			cell.Aim = slices.Contains(m.Measures[i].Addresses, columns[c].IRI)
		}
	}
}

// soughtFor reports whether a gap says that studies of row i's own measure were
// searched for in vain. The last row has no measure, and a search for one measure
// says nothing of the others.
func (m *Map) soughtFor(i int, gap *Statement) bool {
	return i < len(m.Measures) && slices.Contains(gap.Measures, m.Measures[i].IRI) && gap.noStudyFound()
}

// distinct are the different values of statements, in order; "" is none.
func (m *Map) distinct(statements []int, values func(*Statement) []string) (list []string) {
	for _, i := range statements {
		list = append(list, values(&m.Statements[i])...)
	}
	slices.Sort(list)
	return slices.DeleteFunc(slices.Compact(list), func(s string) bool { return s == "" })
}
