package gapmap

import (
	"bytes"
	"crypto/sha256"
	"embed"
	"encoding/base64"
	"html/template"
	"io"
	"slices"
	"strconv"
	"strings"
)

//go:embed page.html details.html shapes.html picture.svg style.css shapes.css page.js
var files embed.FS

// file is the text of a file that goes into the page as it is.
func file(name string) string {
	text, err := files.ReadFile(name)
	if err != nil {
		panic(err) // the files are embedded
	}
	return string(text)
}

// Styles and script of the page, and what its security policy lets run by them.
var (
	style  = "\n" + file("style.css") + file("shapes.css")
	script = "\n" + file("page.js")
	policy = "default-src 'none'; style-src 'sha256-" + digest(style) + "'; script-src 'sha256-" + digest(script) + "'; base-uri 'none'; form-action 'none'"
)

func digest(text string) string {
	sum := sha256.Sum256([]byte(text))
	return base64.StdEncoding.EncodeToString(sum[:])
}

var templates = template.Must(template.New("page.html").Funcs(template.FuncMap{
	"word":  func(l Lang, key string, values ...any) string { return l.word(key, values...) },
	"count": func(l Lang, n int, key string) string { return l.count(n, key) },
	"list":  func(values ...any) []any { return values },
}).ParseFS(files, "page.html", "details.html", "shapes.html"))

// page writes the map as a page in one language that needs nothing but itself.
func page(l Lang) func(io.Writer, *Map) error {
	return func(w io.Writer, m *Map) error {
		var out bytes.Buffer
		if err := templates.Execute(&out, newSheet(m, l)); err != nil {
			return err
		}
		_, err := w.Write(out.Bytes())
		return err
	}
}

// sheet is what the page shows.
type sheet struct {
	Lang        Lang
	Others      []alternate
	Policy      string
	Style       template.CSS
	Script      template.JS
	Reviews     string
	Figures     []string
	First       []firstList
	Legend      []legendLine
	Approaches  []option
	Levels      []option
	Phases      []option
	Directions  []option
	Grids       []grid
	Entries     []entry
	Loose       []item
	CSV, JSON   string
	Picture     string
	MaxStrength []int
}

// alternate is the page in a language.
type alternate struct {
	Lang Lang
	Href string
}

// option is a choice of a filter.
type option struct{ Value, Label string }

// legendLine explains a shape.
type legendLine struct{ Shape, Name, Is string }

// firstList is a state with the measures that are in it as a whole.
type firstList struct {
	Shape, Name string
	Measures    []link
}

type link struct{ Href, Text string }

func newSheet(m *Map, l Lang) *sheet {
	d := newDetailer(m, l)
	s := &sheet{
		Lang: l, Others: []alternate{{EN, pageName(EN)}, {NB, pageName(NB)}},
		Policy: policy, Style: template.CSS(style), Script: template.JS(script),
		Reviews: m.reviews(l), Figures: m.figures(l), First: m.first(l), Legend: legend(l),
		Approaches: options(l, "approach"), Levels: options(l, "level"), Phases: options(l, "timing"), Directions: directions(l),
		CSV: csvName, JSON: jsonName, Picture: pictureName(l), MaxStrength: []int{1, 2, 3, 4, 5},
	}
	for v := range m.Views {
		s.Grids = append(s.Grids, m.grid(&m.Views[v], l))
	}
	for i := range m.Measures {
		s.Entries = append(s.Entries, d.entry(&m.Measures[i]))
	}
	s.Loose = d.items(func(s *Statement) bool { return len(s.Measures) == 0 })
	return s
}

// reviews are all reviews that the map is of.
func (m *Map) reviews(l Lang) string {
	all := make([]int, len(m.Statements))
	for i := range all {
		all[i] = i
	}
	var list []string
	for _, iri := range m.distinct(all, func(s *Statement) []string { return s.Reviews }) {
		list = append(list, m.Name(iri).Of(l))
	}
	return strings.Join(list, ", ")
}

// figures are the figures that stand first.
func (m *Map) figures(l Lang) []string {
	c, all := m.counts(), &m.Views[0].Cells[len(m.Measures)][0]
	strong := all.Strengths[3] + all.Strengths[4] + all.Strengths[5]
	return []string{
		l.word("fig-tested", c.MeasuresTested, c.Measures),
		l.word("fig-findings", c.Findings, c.Studies),
		l.word("fig-strong", strong),
		l.word("fig-ungraded", all.Strengths[ungraded]),
		l.word("fig-not-stated", all.Strengths[notStated]),
		l.word("fig-gaps", c.Gaps, c.GapsSearched),
	}
}

// first are the measures by the state of what is said of them as a whole.
func (m *Map) first(l Lang) (lists []firstList) {
	for _, f := range []struct {
		key   string
		shape string
	}{
		{"lean-positive", "positive"}, {"first-no-effect", string(NoEffect)}, {"first-mixed", string(Mixed)}, {"first-negative", "negative"},
		{"lean-unclear", "unclear"}, {"lean-none", "none"},
		{"first-judged", string(Judged)}, {"first-sought", string(Sought)}, {"first-stated", string(Stated)}, {"first-silent", string(Silent)},
	} {
		list := firstList{Shape: f.shape, Name: l.word(f.key)}
		for i := range m.Measures {
			if shape(&m.Views[0].Cells[i][0]) == f.shape {
				list.Measures = append(list.Measures, link{"#" + anchor(&m.Measures[i]), m.Measures[i].Name.Of(l)})
			}
		}
		if len(list.Measures) > 0 {
			lists = append(lists, list)
		}
	}
	return lists
}

// shape is the name of the shape that shows the state of a cell.
func shape(c *Cell) string {
	if c.State == Evidence {
		return c.Lean
	}
	return string(c.State)
}

// legend is each shape with what it means.
func legend(l Lang) (lines []legendLine) {
	for _, lean := range []string{"positive", "negative", "unclear"} {
		lines = append(lines, legendLine{lean, l.word("lean-" + lean), l.word("lean-" + lean + "-is")})
	}
	for _, s := range States[1:] {
		lines = append(lines, legendLine{string(s), l.word("state-" + string(s)), l.word("state-" + string(s) + "-is")})
	}
	return lines
}

func directions(l Lang) (list []option) {
	for _, d := range Directions {
		list = append(list, option{d, l.direction(d)})
	}
	return list
}

// anchor names the entry of a measure on the page.
func anchor(m *Measure) string { return "measure-" + local(m.IRI) }

// local is the last part of an address.
func local(iri string) string { return iri[strings.LastIndexAny(iri, "#/")+1:] }

// numbers writes places of statements for the script.
func numbers(lists ...[]int) string {
	var all []string
	for _, i := range slices.Concat(lists...) {
		all = append(all, strconv.Itoa(i))
	}
	return strings.Join(all, " ")
}
