package reviews

import (
	"cmp"
	"slices"
)

// spot is a cell that a letter is about, there or missing. Where the column or the
// row is left out, [whereabouts] finds the one that lies at the source.
type spot struct {
	Source
	column string
	row    *Record
}

// at is where a value stands.
func (v Value) at() spot { return spot{Source: v.Source} }

// problem is a letter about the cell.
func (s spot) problem(rule string, severity Severity, message Message) Problem {
	p := Problem{Source: s.Source, Rule: rule, Severity: severity, Message: message.String(), says: message, Field: s.column}
	if s.row != nil {
		p.Row = s.row.title()
	}
	return p
}

// title is the kind and the name of a row that has one.
func (r *Record) title() string {
	if r.Name == "" {
		return ""
	}
	return string(r.Kind) + "/" + r.Name
}

// whereabouts knows which cell lies where, file by file, for the files that were
// asked for.
type whereabouts struct {
	sheets []*recordSheet
	cells  map[string][]placedCell
}

// placedCell is a cell of a row, or the head of a column, and where it begins.
type placedCell struct {
	line, col  int
	field, row string
}

// complete fills in the field and the row of a problem that points at a cell.
func (w *whereabouts) complete(p *Problem) {
	if p.Field != "" || p.Length == 0 && p.Line == 1 && p.Column == 1 {
		return
	}
	cells, known := w.cells[p.File]
	if !known {
		cells = w.cellsOf(p.File)
		w.cells[p.File] = cells
	}
	i, exact := slices.BinarySearchFunc(cells, p.Source, func(c placedCell, at Source) int {
		return cmp.Or(cmp.Compare(c.line, at.Line), cmp.Compare(c.col, at.Column))
	})
	if !exact {
		i--
	}
	if i >= 0 {
		p.Field, p.Row = cells[i].field, cells[i].row
	}
}

// cellsOf returns the cells of a file in the order in which they stand there.
func (w *whereabouts) cellsOf(file string) []placedCell {
	var cells []placedCell
	for _, s := range w.sheets {
		if s.file != file {
			continue
		}
		for _, c := range s.columns {
			cells = append(cells, placedCell{c.at.Line, c.at.Column, c.name, ""})
		}
		for _, r := range s.rows {
			for _, c := range r.cells {
				cells = append(cells, placedCell{c.at.Line, c.at.Column, c.name, r.title})
			}
		}
	}
	slices.SortStableFunc(cells, func(a, b placedCell) int {
		return cmp.Or(cmp.Compare(a.line, b.line), cmp.Compare(a.col, b.col))
	})
	return cells
}
