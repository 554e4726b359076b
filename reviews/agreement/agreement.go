// Package agreement compares two independent codings of the same review: which
// rows the two coders both made, how far they agree on each field, and where
// they do not.
package agreement

import (
	"cmp"
	"slices"
	"strings"

	"policygraph/reviews"
)

// Report is the comparison of two codings, kind by kind. Kinds that neither
// coder has rows of are left out.
type Report struct {
	Kinds []Kind `json:"kinds"`
}

// Kind is the comparison for one kind of row.
type Kind struct {
	Kind   reviews.Kind `json:"kind"`
	A      int          `json:"a"` // rows of each coder
	B      int          `json:"b"`
	Both   int          `json:"both"` // pairs of rows made by both
	OnlyA  []Row        `json:"onlyA"`
	OnlyB  []Row        `json:"onlyB"`
	Fields []Field      `json:"fields"`
}

// Row is a row that one coder alone made.
type Row struct {
	Name   string         `json:"name"`
	Source reviews.Source `json:"source"`
}

// Field is the comparison of one column over all pairs.
type Field struct {
	Column        string         `json:"column"`
	Pairs         int            `json:"pairs"` // in which at least one coder filled the cell
	Agreed        int            `json:"agreed"`
	Kappa         *float64       `json:"kappa,omitempty"` // Cohen's kappa over all pairs, for coded columns
	Disagreements []Disagreement `json:"disagreements,omitempty"`
}

// Disagreement is one cell that the two coders filled differently.
type Disagreement struct {
	A       string         `json:"a"`
	B       string         `json:"b"`
	SourceA reviews.Source `json:"sourceA"`
	SourceB reviews.Source `json:"sourceB"`
}

// pair is two rows that are taken to say the same.
type pair struct{ a, b *reviews.Record }

// Compare compares the codings a and b. Rows are paired without looking at the
// columns in which agreement is measured (see matchers), so that pairing does
// not make the coders look more alike than they are.
func Compare(a, b *reviews.Corpus) Report {
	var r Report
	for _, m := range matchers {
		rowsA, rowsB := own(a, m.kind), own(b, m.kind)
		if len(rowsA)+len(rowsB) > 0 {
			r.Kinds = append(r.Kinds, m.compare(rowsA, rowsB))
		}
	}
	return r
}

// own returns the rows that a coder made, without those that both share.
func own(c *reviews.Corpus, k reviews.Kind) []*reviews.Record {
	var rows []*reviews.Record
	for r := range c.Records(k) {
		if !r.Shared {
			rows = append(rows, r)
		}
	}
	return rows
}

func (m matcher) compare(a, b []*reviews.Record) Kind {
	pairs := m.pairs(a, b)
	k := Kind{Kind: m.kind, A: len(a), B: len(b), Both: len(pairs)}
	paired := make(map[*reviews.Record]bool)
	for _, p := range pairs {
		paired[p.a], paired[p.b] = true, true
	}
	k.OnlyA, k.OnlyB = unpaired(a, paired), unpaired(b, paired)
	for _, f := range reviews.TableOf(m.kind).Fields {
		if compared(f) {
			k.Fields = append(k.Fields, compareField(f, pairs))
		}
	}
	return k
}

func unpaired(rows []*reviews.Record, paired map[*reviews.Record]bool) []Row {
	out := []Row{}
	for _, r := range rows {
		if !paired[r] {
			out = append(out, Row{r.Name, r.Source})
		}
	}
	return out
}

// compared reports whether a column says something that two coders can agree
// on: a code, a reference to a concept or source, a number, a country.
func compared(f reviews.Field) bool {
	switch f.Type.Base {
	case reviews.TypeCode, reviews.TypeRef, reviews.TypeAnyRef, reviews.TypeClaimRef, reviews.TypeSectionRef, reviews.TypeSearchRef,
		reviews.TypeDecimal, reviews.TypeInteger, reviews.TypeYear, reviews.TypeCountry:
		return true
	}
	return false
}

func compareField(f reviews.Field, pairs []pair) Field {
	out := Field{Column: f.Column}
	var table confusion
	for _, p := range pairs {
		x, y := cell(p.a, f.Column), cell(p.b, f.Column)
		table.add(x, y)
		switch {
		case x == "" && y == "":
			continue
		case x == y:
			out.Agreed++
		default:
			out.Disagreements = append(out.Disagreements, Disagreement{x, y, p.a.Source, p.b.Source})
		}
		out.Pairs++
	}
	if f.Type.Base == reviews.TypeCode && out.Pairs > 0 {
		kappa := table.kappa()
		out.Kappa = &kappa
	}
	return out
}

// cell is the content of a cell, its values in an order of their own.
func cell(r *reviews.Record, column string) string {
	var words []string
	for _, v := range r.Values(column) {
		words = append(words, v.Text)
	}
	slices.Sort(words)
	return strings.Join(words, "|")
}

// confusion counts how often the two coders gave which two values.
type confusion struct {
	n, same int
	a, b    map[string]int
}

func (c *confusion) add(x, y string) {
	if c.n == 0 {
		c.a, c.b = make(map[string]int), make(map[string]int)
	}
	c.n++
	c.a[x]++
	c.b[y]++
	if x == y {
		c.same++
	}
}

// kappa is Cohen's coefficient of agreement for nominal scales (Cohen 1960): how
// far agreement goes beyond what the coders' habits alone would give. An empty
// cell is a value like any other. Where both give one and the same value
// throughout there is nothing to go beyond, and kappa is 1.
func (c *confusion) kappa() float64 {
	var chance float64
	for value, n := range c.a {
		chance += float64(n) * float64(c.b[value])
	}
	total := float64(c.n)
	chance /= total * total
	if chance == 1 {
		return 1
	}
	return (float64(c.same)/total - chance) / (1 - chance)
}

// sortPairs puts pairs in the order of coder a's rows.
func sortPairs(pairs []pair) {
	slices.SortFunc(pairs, func(x, y pair) int {
		return cmp.Or(cmp.Compare(x.a.Source.File, y.a.Source.File), cmp.Compare(x.a.Source.Line, y.a.Source.Line))
	})
}

// Identical reports whether the two coders made the same rows and agree on all
// of them.
func (r Report) Identical() bool {
	return !slices.ContainsFunc(r.Kinds, func(k Kind) bool {
		return len(k.OnlyA)+len(k.OnlyB) > 0 || slices.ContainsFunc(k.Fields, func(f Field) bool { return len(f.Disagreements) > 0 })
	})
}
