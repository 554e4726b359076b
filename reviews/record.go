package reviews

import (
	"slices"
	"strconv"
	"strings"

	"github.com/cayleygraph/quad"

	"policygraph/ontology/vocab"
)

// Record is one row: a concept, a source, a statement, or a part of a review.
// It does not change after it was loaded; slices it returns must not be changed.
type Record struct {
	Kind   Kind
	Name   string   // its own name: a slug, subject.predicate.object, study.part, or a section number
	IRI    quad.IRI // its address below vocab.Base; empty for mappings and anchors
	Review string   // the slug of the review it belongs to; empty for concepts and sources
	Source Source   // the first cell of the row
	Shared bool     // read for the sake of reviews, not asked for: see Options

	table  *Table
	again  bool      // another record has its name
	values [][]Value // by column of the table
	stated []bool    // by column: something stands there, whether or not it could be read
	sheet  *sheet
	row    *row
}

// Value is one value of a cell.
type Value struct {
	Text   string   // codes in English, references and numbers as written
	IRI    quad.IRI // what a reference, code, country, language, link or address means
	Lines  Range    // of TypeLines and TypeMention
	Source Source
}

// Values returns the values of a column in the order in which they stand there.
// It panics on a column that the table of the record does not have.
func (r *Record) Values(column string) []Value {
	i := r.table.index(column)
	if i < 0 {
		panic("reviews: " + r.table.File + " has no column " + column)
	}
	return r.values[i]
}

// Value returns the first value of a column, or the zero Value.
func (r *Record) Value(column string) Value {
	if vs := r.Values(column); len(vs) > 0 {
		return vs[0]
	}
	return Value{}
}

// Text returns the text of the first value of a column.
func (r *Record) Text(column string) string { return r.Value(column).Text }

// Has reports whether something stands in a column.
func (r *Record) Has(column string) bool { return len(r.Values(column)) > 0 }

// states reports whether something is written in a column, readable or not; a rule
// about what is missing must not complain where another already does.
func (r *Record) states(column string) bool {
	return r.stated != nil && r.stated[r.table.index(column)]
}

// unresolved reports whether something is written in a column that could not be
// read.
func (r *Record) unresolved(column string) bool {
	return r.states(column) && len(r.Values(column)) < len(r.cell(column).pieces(r.Source.File, true))
}

// unusable reports whether the record is only there for the letters it earns.
func (r *Record) unusable() bool { return r.row.damaged || r.again }

// Table returns the table of the record's kind.
func (r *Record) Table() *Table { return r.table }

// Lines returns the ranges of the column lines.
func (r *Record) Lines() []Range { return rangesOf(r.Values("lines")) }

// address returns the record's address below id/, which anchors.csv uses.
func (r *Record) address() string { return strings.TrimPrefix(string(r.IRI), vocab.IDNamespace) }

// cellAt returns where a column is written, or should be.
func (r *Record) cellAt(column string) spot {
	at := spot{r.Source, column, r}
	if vs := r.Values(column); len(vs) > 0 {
		at.Source = vs[0].Source
	} else if c := r.cell(column); c.name != "" {
		at.Source = c.at
	}
	return at
}

// cell returns the cell of a column as it was read, or the zero cell.
func (r *Record) cell(column string) cell {
	for _, c := range r.row.cells {
		if c.name == column {
			return c
		}
	}
	return cell{}
}

// Range is one or more lines of a text, counted from 1, both ends included.
type Range struct{ From, To int }

// String gives 559-562, or 571 for a single line.
func (r Range) String() string {
	if r.From == r.To {
		return strconv.Itoa(r.From)
	}
	return strconv.Itoa(r.From) + "-" + strconv.Itoa(r.To)
}

// parseRange reads what String writes, and nothing else.
func parseRange(s string) (Range, bool) {
	from, to, both := strings.Cut(s, "-")
	if !both {
		to = from
	}
	a, okA := parseCount(from)
	b, okB := parseCount(to)
	r := Range{a, b}
	return r, okA && okB && 1 <= a && a <= b && r.String() == s
}

// parseCount reads up to nine digits.
func parseCount(s string) (int, bool) {
	n, err := strconv.Atoi(s)
	return n, err == nil && len(s) <= 9 && isDigits(s)
}

func rangesOf(vs []Value) []Range {
	out := make([]Range, len(vs))
	for i, v := range vs {
		out[i] = v.Lines
	}
	return out
}

func joinRanges(rs []Range) string {
	words := make([]string, len(rs))
	for i, r := range rs {
		words[i] = r.String()
	}
	return strings.Join(words, "|")
}

// within reports whether every line of r lies in one of the ranges or in
// several that follow on each other.
func (r Range) within(ranges []Range) bool {
	for next := r.From; next <= r.To; {
		i := slices.IndexFunc(ranges, func(o Range) bool { return o.From <= next && next <= o.To })
		if i < 0 {
			return false
		}
		next = ranges[i].To + 1
	}
	return true
}

// names is the register of everything that has an address.
type names struct {
	records map[quad.IRI]*Record
	local   map[Kind]map[string][]string // the names of a kind, by review ("" for what is shared)
	unread  map[unread]bool

	undivided map[string]bool // the reviews that have no sections
	doubt     doubt
	spelt     map[unread][]spelling // made when first asked for, after all names are in
}

// unread is a table of which it is not known what it would have defined.
type unread struct {
	kind   Kind
	review string
}

// unreadReview reports whether a review may be there whose name is not known.
func (n *names) unreadReview() bool {
	for u := range n.unread {
		if u.kind == KindReview {
			return true
		}
	}
	return false
}

// unreadStatement reports whether a review may say something that was not read,
// or not under its right name.
func (n *names) unreadStatement(review string) bool {
	return n.doubt.of(review) || slices.ContainsFunc(addressRef.Kinds, func(k Kind) bool { return n.unread[unread{k, review}] })
}

func newNames() *names {
	return &names{map[quad.IRI]*Record{}, map[Kind]map[string][]string{}, map[unread]bool{}, map[string]bool{}, doubt{}, map[unread][]spelling{}}
}

// iriOf is the address of a name of a kind within a review.
func iriOf(k Kind, review, name string) quad.IRI {
	switch k {
	case KindReview, KindSearch:
		name = review
	case KindSection, KindClaim, KindFinding, KindJudgement, KindGap, KindConflict:
		name = review + "." + name
	}
	return quad.IRI(vocab.IDNamespace + string(k) + "/" + name)
}

func (n *names) find(k Kind, review, name string) *Record {
	return n.records[iriOf(k, review, name)]
}

func (n *names) add(r *Record) {
	n.records[r.IRI] = r
	if n.local[r.Kind] == nil {
		n.local[r.Kind] = map[string][]string{}
	}
	n.local[r.Kind][r.Review] = append(n.local[r.Kind][r.Review], r.Name)
}

// spellings returns how the names of a kind that can be referred to from a
// review may be written: the names first, then the labels they have. Names that
// may be wrong themselves are left out.
func (n *names) spellings(k Kind, review string) []spelling {
	if n.local[k][review] == nil {
		review = ""
	}
	at := unread{k, review}
	if n.spelt[at] == nil {
		sure := slices.DeleteFunc(slices.Clone(n.local[k][review]), func(name string) bool {
			r := n.find(k, review, name)
			return r.row.damaged || n.doubt.about(r)
		})
		n.spelt[at] = append(spelledAs(sure), n.labels(k, review)...)
	}
	return n.spelt[at]
}

// labelColumns are the columns by which a thing is called when it is not called
// by its short name.
var labelColumns = []string{"label_nb", "label_en", "label_nn", "alt_nb", "alt_en", "cited_as", "alt_cited_as"}

// labels returns those of concepts and sources; what belongs to a review has
// none.
func (n *names) labels(k Kind, review string) []spelling {
	if review != "" {
		return nil
	}
	var out []spelling
	for _, name := range n.local[k][review] {
		r := n.find(k, review, name)
		for _, column := range labelColumns {
			for _, p := range r.cell(column).pieces(r.Source.File, true) {
				out = append(out, spellingOf(p.text, name))
			}
		}
	}
	return out
}

// labelled returns the one name of a shared kind that has the label, else "".
func (n *names) labelled(k Kind, label string) string {
	folded, only := Slug(label), ""
	for _, s := range n.spellings(k, "") {
		if s.folded == folded && s.means != only {
			if only != "" {
				return ""
			}
			only = s.means
		}
	}
	return only
}
