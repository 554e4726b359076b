package reference

import "strings"

// A span is a run of text with one look. Lang is set where it is not in the language
// of the page. Href is an anchor of the page (#…) or an address.
type span struct {
	Text, Href, Lang string
	Code             bool
}

// An item is a line, and lines below it.
type item struct {
	Spans []span
	Items []item
}

// A row is a name and what stands under it: one item, or several.
type row struct {
	Name  string
	Items []item
}

type table struct {
	Caption string
	Head    []string
	Rows    [][][]span // the first cell of a row names the row
}

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

func text(s string) []span { return []span{{Text: s}} }

func code(s string) span { return span{Text: s, Code: true} }

func line(spans ...span) item { return item{Spans: spans} }

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

// rows collects rows, and leaves out those with nothing in them.
type rows []row

func (r *rows) add(name string, items ...item) {
	if len(items) > 0 {
		*r = append(*r, row{name, items})
	}
}

// run adds a row of one line, unless it is empty.
func (r *rows) run(name string, spans ...span) {
	if len(spans) > 0 {
		r.add(name, item{Spans: spans})
	}
}
