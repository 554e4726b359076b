package gapmap

import (
	"bytes"
	"io"
	"regexp"
	"strconv"
	"strings"
	"text/template"
	"unicode/utf8"
)

// The measures of the picture.
const (
	rowHigh    = 20
	columnWide = 38
	bandHigh   = 24
	namesWide  = 330
	headHigh   = 300
	margin     = 20
	legendHigh = 22
	headLong   = 34 // letters of a heading, before it is cut
	nameLong   = 46 // letters of a name that begins a tree
)

// drawing is the picture, in one language: the view by outcome.
type drawing struct {
	Lang          Lang
	Width, Height int
	Title, Desc   string
	Source        string
	Style, Shapes string
	Heads         []drawnHead
	Groups        []drawnGroup
	Bands         []drawnText
	Rows          []drawnRow
	Cells         []drawnCell
	Legend        []drawnLegend
	Rules         []drawnRule
}

type drawnText struct {
	X, Y int
	Text string
}

// drawnHead is a heading that runs upwards.
type drawnHead struct {
	drawnText
	Bold bool
}

// drawnGroup is the heading of a phase, with the line over its columns.
type drawnGroup struct {
	drawnText
	From, To int
}

type drawnRow struct {
	drawnText
	Y1, X2 int
	Total  bool
}

type drawnCell struct {
	X, Y          int
	Shape, Number string
	Bar           int    // the best strength, -1 for none stated, -2 for no bar, -3 for a design that has none
	Mark          string // a second mark
	Says          string
}

// Wide is the filled part of the bar.
func (c drawnCell) Wide() int { return c.Bar * 4 }

type drawnLegend struct {
	X, Y  int
	Shape string
	Text  string
}

type drawnRule struct{ X, Y1, Y2 int }

var pictures = template.Must(template.New("picture.svg").Funcs(template.FuncMap{
	"plus": func(a, b int) int { return a + b },
	"xml":  func(s string) string { return escaper.Replace(s) },
}).Parse(file("picture.svg")))

var escaper = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;")

// picture draws the map in one language, for print: one colour scheme, no script.
func picture(l Lang) func(io.Writer, *Map) error {
	return func(w io.Writer, m *Map) error {
		var out bytes.Buffer
		if err := pictures.Execute(&out, draw(m, l)); err != nil {
			return err
		}
		_, err := w.Write(out.Bytes())
		return err
	}
}

func draw(m *Map, l Lang) *drawing {
	v := &m.Views[0]
	d := &drawing{
		Lang: l, Title: l.word("title"), Desc: l.word("svg-desc"), Source: l.word("from-reviews") + ": " + m.reviews(l),
		Style: fixed(file("shapes.css")), Shapes: shapes(),
		Width: 2*margin + namesWide + len(v.Columns)*columnWide,
	}
	d.heads(m.grid(v, l).Groups)
	y := headHigh + margin
	for i, row := range m.grid(v, l).Rows {
		if row.Band != "" {
			d.Bands = append(d.Bands, drawnText{margin, y + 17, row.Band})
			y += bandHigh
		}
		d.row(row, y)
		for c, cell := range row.Cells {
			d.cell(&v.Cells[i][c], cell, margin+namesWide+c*columnWide, y)
		}
		y += rowHigh
	}
	for i := range d.Rules {
		d.Rules[i].Y2 = y
	}
	d.legend(l, y+margin)
	return d
}

// heads draws the headings, and begins the lines between phases.
func (d *drawing) heads(groups []group) {
	x := margin + namesWide
	head := func(name string, bold bool) {
		d.Heads = append(d.Heads, drawnHead{drawnText{x + columnWide/2 + 4, headHigh + margin - 8, cut(name, headLong)}, bold})
		x += columnWide
	}
	for _, g := range groups {
		if g.Columns == nil {
			head(g.Name, true)
			continue
		}
		d.Rules = append(d.Rules, drawnRule{X: x, Y1: margin + 30})
		from := x
		for _, c := range g.Columns {
			head(c.Name, c.Kind == Phase)
		}
		d.Groups = append(d.Groups, drawnGroup{drawnText{from + 4, margin + 42, g.Name}, from, x})
	}
	d.Rules = append(d.Rules, drawnRule{X: x - columnWide, Y1: margin + 30})
}

func (d *drawing) row(row gridRow, y int) {
	d.Rows = append(d.Rows, drawnRow{
		drawnText{margin + 6 + row.Depth*16, y + 14, cut(row.Name, nameLong-3*row.Depth)}, y, d.Width - margin, row.Total,
	})
}

func (d *drawing) cell(c *Cell, cell gridCell, x, y int) {
	drawn := drawnCell{X: x + 2, Y: y, Shape: cell.Shape, Bar: -2, Mark: cell.Mark, Says: cell.Says}
	if drawn.Shape == "" {
		drawn.Shape = string(Silent)
	}
	if len(c.Findings) > 0 {
		drawn.Number, drawn.Bar = strconv.Itoa(c.Studies), c.Best()
		if best(c) == "u" {
			drawn.Bar = -3
		}
	}
	d.Cells = append(d.Cells, drawn)
}

// legend is two columns of shapes below the map.
func (d *drawing) legend(l Lang, y int) {
	lines := legend(l)
	for _, mark := range []string{"gap", "gap-searched"} {
		lines = append(lines, legendLine{Shape: mark, Name: l.word("mark-" + mark)})
	}
	for i, line := range lines {
		text := line.Name
		if line.Is != "" {
			text += ": " + line.Is
		}
		d.Legend = append(d.Legend, drawnLegend{margin, y + i*legendHigh, line.Shape, text})
	}
	y += len(lines) * legendHigh
	for _, key := range []string{"mark-studies", "mark-strength", "caution-1", "caution-4"} {
		d.Legend = append(d.Legend, drawnLegend{margin, y, "", l.word(key)})
		y += legendHigh
	}
	d.Height = y + margin
}

// cut shortens what is too long for the room that it has.
func cut(s string, longest int) string {
	if utf8.RuneCountInString(s) <= longest {
		return s
	}
	return strings.TrimSpace(string([]rune(s)[:longest-1])) + "…"
}

var (
	custom  = regexp.MustCompile(`(--[a-z]+): (#[0-9a-f]{6})`)
	varRef  = regexp.MustCompile(`var\((--[a-z]+)\)`)
	symbols = regexp.MustCompile(`(?s)\{\{define "shapes"\}\}\n(.*)\{\{end\}\}`)
)

// colours are those of the light scheme, which stands first in the style sheet.
var colours = func() map[string]string {
	m := make(map[string]string)
	light, _, _ := strings.Cut(file("style.css"), "}")
	for _, c := range custom.FindAllStringSubmatch(light, -1) {
		m[c[1]] = c[2]
	}
	return m
}()

// fixed puts the colours themselves in the place of the names that pictures in
// print programs do not know.
func fixed(css string) string {
	return varRef.ReplaceAllStringFunc(css, func(ref string) string { return colours[varRef.FindStringSubmatch(ref)[1]] })
}

// shapes are the shapes of the page.
func shapes() string { return symbols.FindStringSubmatch(file("shapes.html"))[1] }
