package gapmap

import (
	"bufio"
	"io"
	"strconv"
	"strings"
	"unicode/utf8"
)

// TextOptions say how the map is drawn with letters.
type TextOptions struct {
	Lang  Lang
	Width int  // of the paper or window, in letters; names are cut to fit
	Deep  bool // narrower measures, too
}

// letters are the signs of the shapes, one letter wide everywhere.
var letters = map[string]string{
	"positive": "+", "negative": "-", "unclear": "?", "none": "?", string(NoEffect): "0", string(Mixed): "~",
	string(Judged): "j", string(Sought): "S", string(Stated): "!", string(Silent): ".",
}

// The widths of the map in letters.
const (
	leastName  = 16
	mostName   = 48
	letterWide = 7 // of a column: a sign, a number, a mark and room
)

// WriteText draws measures against the phases of working life: in each cell the sign
// of its state, the number of studies, and a mark where there is a gap besides
// findings. A legend stands below.
func WriteText(w io.Writer, m *Map, o TextOptions) error {
	d := &drafter{Map: m, TextOptions: o, out: bufio.NewWriter(w), view: &m.Views[0]}
	for c := range d.view.Columns {
		if d.view.Columns[c].Kind != OfOutcome {
			d.columns = append(d.columns, c)
		}
	}
	d.name = max(leastName, min(mostName, o.Width-len(d.columns)*letterWide))
	d.head()
	for i := range m.Measures {
		if m.Measures[i].Depth == 0 || o.Deep {
			d.row(i)
		}
	}
	d.line(o.Lang.word("all-measures"), d.cells(len(m.Measures)))
	d.legend()
	return d.out.Flush()
}

// drafter draws one map with letters.
type drafter struct {
	*Map
	TextOptions
	out     *bufio.Writer
	view    *View
	columns []int // those that are drawn
	name    int   // the width of names
}

// head writes what the columns are, each with a number, since their names are wider
// than they are.
func (d *drafter) head() {
	var numbers []string
	for i, c := range d.columns {
		n := strconv.Itoa(i + 1)
		numbers = append(numbers, n)
		_, _ = d.out.WriteString(n + " " + d.view.Columns[c].Name.Of(d.Lang) + "\n")
	}
	_, _ = d.out.WriteString("\n")
	d.line("", numbers)
}

func (d *drafter) row(i int) {
	m := &d.Measures[i]
	if i == 0 || bandRank(m.Band) != bandRank(d.Measures[i-1].Band) {
		_, _ = d.out.WriteString("\n" + d.Lang.band(m.Band) + "\n")
	}
	d.line(strings.Repeat("  ", m.Depth)+m.Name.Of(d.Lang), d.cells(i))
}

func (d *drafter) cells(row int) (list []string) {
	for _, c := range d.columns {
		cell := &d.view.Cells[row][c]
		text := letters[shape(cell)]
		if len(cell.Findings) > 0 {
			text += strconv.Itoa(cell.Studies)
		}
		if cell.flagged() {
			text += "!"
		}
		list = append(list, text)
	}
	return list
}

// line writes a name and what stands beside it.
func (d *drafter) line(name string, cells []string) {
	text := pad(cut(name, d.name-1), d.name)
	for _, c := range cells {
		text += pad(c, letterWide)
	}
	_, _ = d.out.WriteString(strings.TrimRight(text, " ") + "\n")
}

func pad(s string, width int) string {
	return s + strings.Repeat(" ", max(0, width-utf8.RuneCountInString(s)))
}

// legend tells what the signs mean.
func (d *drafter) legend() {
	_, _ = d.out.WriteString("\n")
	for _, l := range legend(d.Lang) {
		_, _ = d.out.WriteString(letters[l.Shape] + " " + l.Name + "\n")
	}
	_, _ = d.out.WriteString("\n" + d.Lang.word("text-note") + "\n" + d.Lang.word("caution-1") + "\n")
}
