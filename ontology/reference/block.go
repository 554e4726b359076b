package reference

import (
	"strings"

	"policygraph/internal/webpage"
)

// The parts of pages that other pages have too.
type (
	span  = webpage.Span
	item  = webpage.Item
	row   = webpage.Row
	rows  = webpage.Rows
	table = webpage.Table
)

// A snippet is code, with a heading.
type snippet struct {
	Title, Syntax, Text, Note string
}

// Brief is true of a snippet of a few lines, which is shown at once.
func (s *snippet) Brief() bool { return strings.Count(s.Text, "\n") <= 6 }

// A block is one of its parts; the others are zero.
type block struct {
	Text    []span
	Lead    bool // the text is a definition
	Rows    []row
	Items   []item
	Table   *table
	Snippet *snippet
	Diagram *diagram
}

// A section has an anchor. Where it is about a term it has the term's name, and says
// what kind of thing that is.
type section struct {
	ID, Title  string
	Name, Kind string
	Short      bool // a code: one of many, told briefly
	Deprecated bool
	Level      int // of its heading, from 2
	Blocks     []block
	Sections   []section
}

// leveled gives sections and those below them their levels.
func leveled(sections []section, level int) []section {
	for i := range sections {
		sections[i].Level = level
		leveled(sections[i].Sections, level+1)
	}
	return sections
}

func text(s string) []span { return webpage.Text(s) }

func code(s string) span { return webpage.Code(s) }

func line(spans ...span) item { return webpage.Line(spans...) }

// joined puts a separator between runs of spans.
func joined(runs [][]span, separator string) []span {
	var all []span
	for i, run := range runs {
		if i > 0 {
			all = append(all, span{Text: separator})
		}
		all = append(all, run...)
	}
	return all
}

// lines makes an item of each run.
func lines(runs [][]span) []item {
	items := make([]item, len(runs))
	for i, run := range runs {
		items[i] = item{Spans: run}
	}
	return items
}
