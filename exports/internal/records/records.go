// Package records reads a dataset as tables: a table for each class, a row for
// each thing, a column for each property and language.
//
// Nothing is lost. What no column can take (a property that the tables do not
// know, a second value where there should be one) is kept beside them, as
// statements.
package records

import (
	"slices"
	"strings"

	"github.com/cayleygraph/quad"

	"policygraph/graph"
	"policygraph/ontology/vocab"
)

// Records are the things of a dataset. They are for one goroutine at a time.
type Records struct {
	Data   *graph.Dataset
	Graph  *graph.Graph // all graphs merged
	Base   string
	Tables []Filled

	// Rest are the statements about the things that no column holds, in order
	// of subject, predicate, object.
	Rest []graph.Triple

	rows   map[graph.ID]spot      // where each thing stands
	labels map[graph.ID][2]string // of properties, in Norwegian and English
	ids    map[quad.IRI]graph.ID  // of terms of ours that were looked up
}

// Filled is a table with its rows.
type Filled struct {
	Table
	Rows []Row // in order of their addresses
}

// Row is a thing.
type Row struct {
	ID    graph.ID
	Cells [][]graph.ID // the values in each column; nil for none
}

// spot is a table and a row of it.
type spot struct{ table, row int }

// Read reads a dataset whose addresses start with base. Every column of texts
// is there in bokmål and English, and in each other language that its property
// is used in.
func Read(d *graph.Dataset, base string) *Records {
	r := &Records{Data: d, Graph: d.Union(), Base: base, rows: make(map[graph.ID]spot), labels: make(map[graph.ID][2]string), ids: make(map[quad.IRI]graph.ID)}
	for _, t := range tables {
		r.add(t)
	}
	for _, t := range r.Tables {
		r.fill(t)
	}
	slices.SortFunc(r.Rest, func(a, b graph.Triple) int { return slices.Compare(a[:], b[:]) })
	return r
}

// add adds a table with its things, those left out that stand in a table
// before.
func (r *Records) add(t Table) {
	r.label(t.Columns)
	t.Columns = r.columns(t.Columns)
	f := Filled{Table: t}
	for _, s := range r.Graph.Subjects(r.id(vocab.RDFType), r.id(t.Class)) {
		if _, known := r.rows[s]; !known && r.Data.Kind(s) == graph.KindIRI {
			r.rows[s] = spot{len(r.Tables), len(f.Rows)}
			f.Rows = append(f.Rows, Row{s, make([][]graph.ID, len(t.Columns))})
		}
	}
	r.Tables = append(r.Tables, f)
}

// id is the number of a term of ours, 0 where the dataset does not have it.
func (r *Records) id(iri quad.IRI) graph.ID {
	id, known := r.ids[iri]
	if !known {
		id, _ = r.Data.Lookup(vocab.Rebase(iri, r.Base))
		r.ids[iri] = id
	}
	return id
}

// columns gives columns of texts their languages.
func (r *Records) columns(plain []Column) (list []Column) {
	for _, c := range plain {
		if c.Form != Text {
			list = append(list, c)
			continue
		}
		for _, lang := range r.languages(c.Property) {
			in := c
			in.Name, in.Lang = c.Name+"_"+strings.ReplaceAll(lang, "-", "_"), lang
			in.NB, in.EN = c.NB+" ("+lang+")", c.EN+" ("+lang+")"
			list = append(list, in)
		}
	}
	return list
}

// languages are those that a property is used in, ours first.
func (r *Records) languages(property quad.IRI) []string {
	list := slices.Clone(languages)
	objects, _ := r.Graph.With(r.id(property))
	for _, o := range objects {
		if lang := r.Data.Aux(o); r.Data.Kind(o) == graph.KindLangString && !slices.Contains(list, lang) {
			list = append(list, lang)
		}
	}
	slices.Sort(list[len(languages):])
	return list
}

// fill puts what is said of each thing of a table into its cells.
func (r *Records) fill(t Filled) {
	class, typ := r.id(t.Class), r.id(vocab.RDFType)
	takers := r.takers(t.Columns)
	for _, row := range t.Rows {
		predicates, objects := r.Graph.From(row.ID)
		for i, o := range objects {
			isClass := predicates[i] == typ && o == class
			if !isClass && !r.put(t.Columns, row, takers[predicates[i]], o) {
				r.Rest = append(r.Rest, graph.Triple{row.ID, predicates[i], o})
			}
		}
	}
}

// takers are the numbers of the columns of each property.
func (r *Records) takers(columns []Column) map[graph.ID][]int {
	m := make(map[graph.ID][]int)
	for i, c := range columns {
		id := r.id(c.Property)
		m[id] = append(m[id], i)
	}
	return m
}

// put puts a value into the first column that takes it and has room, and
// reports whether there is one.
func (r *Records) put(columns []Column, row Row, takers []int, o graph.ID) bool {
	for _, i := range takers {
		c := columns[i]
		if (c.List || row.Cells[i] == nil) && c.takes(r.Data, o, r.Base) {
			row.Cells[i] = append(row.Cells[i], o)
			return true
		}
	}
	return false
}

// Show is how a value reads in its column.
func (r *Records) Show(c Column, value graph.ID) string { return c.show(r.Data.Text(value), r.Base) }

// ShowAll is how the values of a cell read.
func (r *Records) ShowAll(c Column, cell []graph.ID) []string {
	list := make([]string, len(cell))
	for i, value := range cell {
		list[i] = r.Show(c, value)
	}
	return list
}

// Find returns the table and the row of a thing.
func (r *Records) Find(thing graph.ID) (*Filled, *Row, bool) {
	p, ok := r.rows[thing]
	if !ok {
		return nil, nil, false
	}
	t := &r.Tables[p.table]
	return t, &t.Rows[p.row], true
}

// naming are the properties that a thing may be named by, the best first.
var naming = []quad.IRI{vocab.SKOSPrefLabel, vocab.DCTDescription, vocab.DCTTitle, vocab.CitedAs}

// Label is what a thing is called in a language: its label, text or title, or
// as it is cited, or "" where it has no name in that language.
func (r *Records) Label(thing graph.ID, lang string) string {
	for _, property := range naming {
		for _, o := range r.Graph.Objects(thing, r.id(property)) {
			if aux := r.Data.Aux(o); aux == lang || r.Data.Kind(o) == graph.KindString {
				return r.Data.Text(o)
			}
		}
	}
	return ""
}

// Name is what a thing is called in the best language there is, Norwegian
// before English, or else the last part of its address.
func (r *Records) Name(thing graph.ID) string {
	for _, lang := range languages {
		if label := r.Label(thing, lang); label != "" {
			return label
		}
	}
	return r.Local(thing)
}

// Local is the last part of an address.
func (r *Records) Local(id graph.ID) string {
	text := r.Data.Text(id)
	return text[strings.LastIndexAny(text, "#/")+1:]
}

// Short is the address of a thing as kind and slug, "measure:wage-subsidies",
// where it is one of ours, else whole.
func (r *Records) Short(id graph.ID) string {
	kind, slug, ok := strings.Cut(strings.TrimPrefix(r.Data.Text(id), r.Base+"id/"), "/")
	if !ok || !name(kind) || !name(slug) {
		return r.Data.Text(id)
	}
	return kind + ":" + slug
}

// name reports whether s can stand in any identifier as it is.
func name(s string) bool {
	return s != "" && local(strings.ReplaceAll(strings.ReplaceAll(s, ".", ""), "_", ""))
}

// PropertyLabels are what a property is called in Norwegian and English: the
// titles of its column, or else the last part of its address.
func (r *Records) PropertyLabels(property graph.ID) (nb, en string) {
	if labels, ok := r.labels[property]; ok {
		return labels[0], labels[1]
	}
	local := r.Local(property)
	return local, local
}

// label keeps the titles of columns as the names of their properties.
func (r *Records) label(columns []Column) {
	for _, c := range columns {
		r.labels[r.id(c.Property)] = [2]string{c.NB, c.EN}
	}
}
