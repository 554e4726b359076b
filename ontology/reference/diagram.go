package reference

import (
	"fmt"
	"math"
	"strings"
	"unicode/utf8"

	"github.com/cayleygraph/quad"

	"policygraph/ontology/vocab"
)

// A diagram is classes as boxes and properties as arrows between them. It is drawn as
// SVG and written as Mermaid; both show the same.
type diagram struct {
	Title, Description, InWords string
	Width, Height               int
	Boxes                       []box
	Arrows                      []arrow
	Legend                      []legend
}

type box struct {
	X, Y, W, H  int // of the upper left corner
	Layer       string
	Href, Name  string
	Label       string
	TextX, Low  int // where the label stands, and the name under it
	High        int
	class       quad.IRI
	column, row int
}

type arrow struct {
	Path       string
	LabelX     int
	Anchor     string // of the text: middle or start
	Labels     []arrowLabel
	from, to   quad.IRI
	properties []quad.IRI
}

// arrowLabel may stand on its line, and hides it then behind a box.
type arrowLabel struct {
	Text, Href      string
	Y               int
	Left, Top, Wide int
}

type legend struct {
	Layer, Text       string
	X, TextX, Y, BoxY int
}

// The drawing: boxes stand in three columns and five rows.
const (
	boxWidth, boxHeight = 192, 46
	columnStep, rowStep = 338, 122
	leftEdge, topEdge   = 16, 62
	lineHeight          = 16
	letterWidth         = 7 // about, of a label
)

var layers = []struct{ name, word string }{{"world", "world"}, {"said", "said"}, {"sayers", "sayers"}}

// boxes says where classes stand.
var boxes = []struct {
	class       quad.IRI
	layer       string
	column, row int
}{
	{vocab.Measure, "world", 0, 0}, {vocab.Mechanism, "world", 1, 0}, {vocab.Problem, "world", 2, 0},
	{vocab.Population, "world", 0, 1}, {vocab.Claim, "said", 1, 1}, {vocab.Outcome, "world", 2, 1},
	{vocab.Judgement, "said", 0, 2}, {vocab.Finding, "said", 1, 2}, {vocab.Conflict, "said", 2, 2},
	{vocab.EvidenceGap, "said", 0, 3}, {vocab.Study, "sayers", 1, 3}, {vocab.Section, "sayers", 2, 3},
	{vocab.Search, "sayers", 0, 4}, {vocab.Review, "sayers", 1, 4},
}

// arrows says which properties are shown, and between which classes. That the axioms
// and the shapes allow them is tested.
var arrows = []struct {
	from, to   quad.IRI
	properties []quad.IRI
}{
	{vocab.Measure, vocab.Mechanism, []quad.IRI{vocab.Targets, vocab.MayTrigger}},
	{vocab.Mechanism, vocab.Mechanism, []quad.IRI{vocab.LeadsTo}},
	{vocab.Mechanism, vocab.Problem, []quad.IRI{vocab.ContributesTo, vocab.Mitigates}},
	{vocab.Problem, vocab.Problem, []quad.IRI{vocab.ContributesTo}},
	{vocab.Outcome, vocab.Problem, []quad.IRI{vocab.IndicatorOf}},
	{vocab.Claim, vocab.Mechanism, []quad.IRI{vocab.Subject, vocab.Object}},
	{vocab.Finding, vocab.Measure, []quad.IRI{vocab.Evaluates}},
	{vocab.Finding, vocab.Outcome, []quad.IRI{vocab.OutcomeProperty}},
	{vocab.Finding, vocab.Population, []quad.IRI{vocab.PopulationProperty}},
	{vocab.Finding, vocab.Claim, []quad.IRI{vocab.Supports, vocab.Contradicts, vocab.Qualifies}},
	{vocab.Judgement, vocab.Finding, []quad.IRI{vocab.BasedOn}},
	{vocab.Conflict, vocab.Finding, []quad.IRI{vocab.Member}},
	{vocab.Finding, vocab.Study, []quad.IRI{vocab.FromStudy}},
	{vocab.Finding, vocab.Section, []quad.IRI{vocab.StatedIn}},
	{vocab.EvidenceGap, vocab.Search, []quad.IRI{vocab.SoughtBy}},
	{vocab.Review, vocab.Search, []quad.IRI{vocab.SearchProperty}},
	{vocab.Review, vocab.Study, []quad.IRI{vocab.CITOCites}},
	{vocab.Section, vocab.Review, []quad.IRI{vocab.DCTIsPartOf}},
}

func (b *book) diagram() *diagram {
	d := &diagram{
		Title: b.word("diagram"), Description: b.word("diagram-desc"), InWords: b.word("in-words"),
		Width:  2*leftEdge + 2*columnStep + boxWidth,
		Height: topEdge + 4*rowStep + boxHeight + 50,
	}
	for _, place := range boxes {
		x, y := leftEdge+place.column*columnStep, topEdge+place.row*rowStep
		d.Boxes = append(d.Boxes, box{
			X: x, Y: y, W: boxWidth, H: boxHeight, Layer: place.layer,
			Href: b.href(place.class), Name: curie(place.class), Label: b.label(place.class, b.lang),
			TextX: x + boxWidth/2, High: y + 20, Low: y + 37, class: place.class, column: place.column, row: place.row,
		})
	}
	for _, a := range arrows {
		d.Arrows = append(d.Arrows, b.arrow(d, a.from, a.to, a.properties))
	}
	for i, l := range layers {
		x := leftEdge + i*columnStep
		d.Legend = append(d.Legend, legend{l.name, b.word(l.word), x, x + 32, d.Height - 16, d.Height - 29})
	}
	return d
}

func (d *diagram) box(class quad.IRI) box {
	for _, b := range d.Boxes {
		if b.class == class {
			return b
		}
	}
	panic("reference: no box for " + string(class)) // the tables are constants
}

// arrow is a straight line between the edges of two boxes, or a loop over one. Its labels
// stand at the middle: around the line where it runs level, beside it where it goes
// straight up or down.
func (b *book) arrow(d *diagram, from, to quad.IRI, properties []quad.IRI) arrow {
	f, t := d.box(from), d.box(to)
	a := arrow{Anchor: "middle", from: from, to: to, properties: properties}
	var first, step int // where the first label stands, and how far below it the next
	if from == to {
		x := f.TextX
		a.Path = fmt.Sprintf("M%d %d C%d %d %d %d %d %d", x-34, f.Y, x-34, f.Y-38, x+34, f.Y-38, x+34, f.Y-3)
		a.LabelX, first = x, f.Y-34
	} else {
		x1, y1 := edge(f, t)
		x2, y2 := edge(t, f)
		a.Path = fmt.Sprintf("M%d %d L%d %d", x1, y1, x2, y2)
		a.LabelX, first, step = (x1+x2)/2, (y1+y2)/2+5-lineHeight*(len(properties)-1)/2, lineHeight
		switch {
		case f.column == t.column:
			a.LabelX, a.Anchor = a.LabelX+10, "start"
		case f.row == t.row:
			first, step = y1-8, 27 // above the line and below it
		}
	}
	for i, p := range properties {
		label := b.label(p, b.lang)
		if label == "" {
			label = curie(p)
		}
		l := arrowLabel{Text: label, Href: b.href(p), Y: first + i*step}
		if f.column != t.column && f.row != t.row {
			l.Wide = letterWidth*utf8.RuneCountInString(label) + 6
			l.Left, l.Top = a.LabelX-l.Wide/2, l.Y-13
		}
		a.Labels = append(a.Labels, l)
	}
	return a
}

// edge is where the line from the middle of a box towards another leaves it.
func edge(from, to box) (x, y int) {
	cx, cy := float64(from.X+boxWidth/2), float64(from.Y+boxHeight/2)
	dx, dy := float64(to.X-from.X), float64(to.Y-from.Y)
	scale := math.Min(boxWidth/2/math.Max(math.Abs(dx), 1e-9), boxHeight/2/math.Max(math.Abs(dy), 1e-9))
	return int(math.Round(cx + dx*scale)), int(math.Round(cy + dy*scale))
}

// Lines are the arrows in words.
func (d *diagram) Lines() []item {
	var items []item
	for _, a := range d.Arrows {
		spans := []span{{Text: d.box(a.from).Label, Href: d.box(a.from).Href}, {Text: " – "}}
		for i, l := range a.Labels {
			if i > 0 {
				spans = append(spans, span{Text: ", "})
			}
			spans = append(spans, span{Text: l.Text, Href: l.Href})
		}
		items = append(items, line(append(spans, span{Text: " → "}, span{Text: d.box(a.to).Label, Href: d.box(a.to).Href})...))
	}
	return items
}

// mermaid is the diagram in the language that GitHub draws.
func (d *diagram) mermaid() string {
	var s strings.Builder
	s.WriteString("flowchart TD\n")
	for _, b := range d.Boxes {
		open, shut := "[", "]"
		if b.Layer == "world" {
			open, shut = "([", "])"
		} else if b.Layer == "sayers" {
			open, shut = "[[", "]]"
		}
		fmt.Fprintf(&s, "  %s%s\"%s\"%s\n", Anchor(b.class), open, b.Label, shut)
	}
	for _, a := range d.Arrows {
		var labels []string
		for _, l := range a.Labels {
			labels = append(labels, l.Text)
		}
		fmt.Fprintf(&s, "  %s -- \"%s\" --> %s\n", Anchor(a.from), strings.Join(labels, ", "), Anchor(a.to))
	}
	return s.String()
}
