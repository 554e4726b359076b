package webpage

// A Span is a run of text with one look. Lang is set where it is not in the language
// of the page. Href is an anchor of the page (#…) or an address.
type Span struct {
	Text, Href, Lang string
	Code             bool
}

// An Item is a line, and lines below it.
type Item struct {
	Spans []Span
	Items []Item
}

// A Row is a name and what stands under it: one item, or several.
type Row struct {
	Name  string
	Items []Item
}

// A Table is a table with a caption.
type Table struct {
	Caption string
	Head    []string
	Rows    [][][]Span // the first cell of a row names the row
}

// Text is plain text.
func Text(s string) []Span { return []Span{{Text: s}} }

// Code is text as programs write it.
func Code(s string) Span { return Span{Text: s, Code: true} }

// Link is text that leads somewhere.
func Link(s, href string) Span { return Span{Text: s, Href: href} }

// Line is an item of one line.
func Line(spans ...Span) Item { return Item{Spans: spans} }

// Rows collects rows, and leaves out those with nothing in them.
type Rows []Row

// Add adds a row, unless it has no items.
func (r *Rows) Add(name string, items ...Item) {
	if len(items) > 0 {
		*r = append(*r, Row{name, items})
	}
}

// Run adds a row of one line, unless it is empty.
func (r *Rows) Run(name string, spans ...Span) {
	if len(spans) > 0 {
		r.Add(name, Item{Spans: spans})
	}
}
