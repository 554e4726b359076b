// Package tables writes the graph as CSV tables for people and spreadsheets,
// with metadata of CSV on the Web that say what each column means.
//
// There is a table for each class, with the labels of things beside their
// addresses, and three more: links has the edges of the causal network with what
// is said of each, relations has every reference and code of which a thing may
// have several, one a row, and codes has the labels of all codes. Read as RDF by
// the metadata, the tables say what the graph says of the things, no more and
// no less.
//
// A text that a spreadsheet would take for a formula has an apostrophe before
// it; see [Guard].
package tables

import (
	"io"
	"slices"

	"github.com/cayleygraph/quad"

	"policygraph/exports/internal/records"
	"policygraph/exports/view"
	"policygraph/graph"
	"policygraph/ontology/vocab"
)

// Folder is where the tables stand within the directory of exports.
const Folder = "tables/"

// MetadataPath is where the metadata stand, by the name that CSV on the Web
// gives them.
const MetadataPath = Folder + "csv-metadata.json"

// column is a column of a CSV table.
type column struct {
	name, nb, en string
	typ          records.Type
	datatype     string // of CSV on the Web
	lang         string
	list         bool
	required     bool
	about        quad.IRI // how the column reads as RDF; empty for not at all
	value        string   // template of the address, empty for literals
	to           string   // the table whose things it holds, where each is one
	cells        func(row int) []string
}

// table is a CSV table.
type table struct {
	name, nb, en string
	class        quad.IRI // of its things; empty where its rows are none
	subject      string   // the column of what its rows are about
	key          []string
	silent       bool // says nothing as RDF
	columns      []column
	rows         int
}

func (t table) file() string { return t.name + ".csv" }

// Files are the tables and their metadata.
var Files = files()

func files() []view.File {
	var list []view.File
	for i, t := range all(records.Read(new(graph.Builder).Dataset(), vocab.Base)) {
		list = append(list, view.File{
			Path: Folder + t.file(), NB: t.nb + " (tabell)", EN: t.en + " (table)", MediaType: "text/csv", FileType: "CSV",
			Write: func(w io.Writer, d *graph.Dataset, base string) error {
				return writeCSV(w, all(records.Read(d, base))[i])
			},
		})
	}
	return append(list, view.File{
		Path: MetadataPath, NB: "Beskrivelse av tabellene (CSV on the Web)", EN: "Description of the tables (CSV on the Web)",
		MediaType: "application/csvm+json", FileType: "JSON", Write: writeMetadata,
	})
}

// all are the tables of a dataset, always the same ones in the same order.
func all(r *records.Records) []table {
	var list []table
	for _, t := range r.Tables {
		list = append(list, things(r, t))
	}
	return append(list, links(r), relations(r), codes(r.Base))
}

// things is the table of the things of a class.
func things(r *records.Records, from records.Filled) table {
	t := table{
		name: from.Name, nb: from.NB, en: from.EN, class: vocab.Rebase(from.Class, r.Base), subject: "id", key: []string{"id"}, rows: len(from.Rows),
	}
	id := address("id", "adresse", "address", func(row int) []string { return []string{r.Data.Text(from.Rows[row].ID)} })
	id.required = true
	t.columns = []column{id}
	for i, c := range from.Columns {
		values := func(row int) []graph.ID { return from.Rows[row].Cells[i] }
		t.columns = append(t.columns, ofRecords(r, c, values))
		if c.Form == records.Ref {
			t.columns = append(t.columns, labels(r, c.Name, c.NB, c.EN, c.List, values)...)
		}
	}
	return t
}

// ofRecords is a column of a class. Where it holds addresses and may hold
// several, its RDF stands in relations, since CSV on the Web has no lists of
// addresses.
func ofRecords(r *records.Records, c records.Column, values func(row int) []graph.ID) column {
	f := c.Field()
	out := column{
		name: c.Name, nb: c.NB, en: c.EN, typ: f.Type, datatype: datatype(c), lang: c.Lang, list: c.List,
		cells: func(row int) []string { return r.ShowAll(c, values(row)) },
	}
	if c.List && c.Form.IsAddress() {
		return out
	}
	out.about = vocab.Rebase(c.Property, r.Base)
	switch c.Form {
	case records.Code, records.Property:
		out.value = c.Space(r.Base) + "{" + c.Name + "}"
	case records.Ref:
		out.value, out.to = "{+"+c.Name+"}", c.To
	}
	return out
}

func datatype(c records.Column) string {
	switch c.Form {
	case records.Integer:
		return "integer"
	case records.Decimal:
		return "decimal"
	case records.Year:
		return "gYear"
	case records.Ref, records.Outside:
		return "anyURI"
	}
	return "string"
}

// address is a column of addresses that is no RDF by itself.
func address(name, nb, en string, cells func(row int) []string) column {
	return column{name: name, nb: nb, en: en, datatype: "anyURI", cells: cells}
}

// labels are the columns that name the things of a column. They say nothing as
// RDF: the things are named in their own tables.
func labels(r *records.Records, name, nb, en string, list bool, values func(row int) []graph.ID) []column {
	var both []column
	for _, lang := range []string{"nb", "en"} {
		both = append(both, column{
			name: name + "_" + lang, nb: nb + ", navn (" + lang + ")", en: en + ", label (" + lang + ")", datatype: "string", lang: lang, list: list,
			cells: func(row int) []string {
				var names []string
				for _, id := range values(row) {
					if label := r.Label(id, lang); label != "" {
						names = append(names, label)
					}
				}
				return names
			},
		})
	}
	return both
}

// links is the table of the edges between problems, mechanisms, measures and
// outcomes. It counts what stands in the graph and says nothing as RDF.
func links(r *records.Records) table {
	all := r.Links()
	t := table{name: "links", nb: "Lenker i årsakskjeden", en: "Links of the causal chain", silent: true, key: []string{"subject", "predicate", "object"}, rows: len(all)}
	end := func(name, nb, en string, of func(records.Link) graph.ID) {
		t.columns = append(t.columns, address(name, nb, en, func(row int) []string { return []string{r.Data.Text(of(all[row]))} }))
		t.columns[len(t.columns)-1].required = true
		t.columns = append(t.columns, labels(r, name, nb, en, false, func(row int) []graph.ID { return []graph.ID{of(all[row])} })...)
	}
	end("subject", "fra", "from", func(l records.Link) graph.ID { return l.Subject })
	t.columns = append(t.columns, address("predicate", "predikat", "predicate", func(row int) []string { return []string{r.Data.Text(all[row].Predicate)} }))
	t.columns = append(t.columns, predicates(r, func(row int) graph.ID { return all[row].Predicate })...)
	end("object", "til", "to", func(l records.Link) graph.ID { return l.Object })
	for _, f := range records.LinkFields {
		t.columns = append(t.columns, column{
			name: f.Name, nb: f.NB, en: f.EN, typ: f.Type, datatype: datatypes[f.Type], list: f.List,
			cells: func(row int) []string { return f.Values(r, all[row], r.Data.Text) },
		})
	}
	return t
}

var datatypes = map[records.Type]string{records.String: "string", records.Whole: "integer", records.Number: "decimal", records.Boolean: "boolean"}

// predicates are the columns that name properties.
func predicates(r *records.Records, of func(row int) graph.ID) []column {
	nb := func(row int) []string { l, _ := r.PropertyLabels(of(row)); return []string{l} }
	en := func(row int) []string { _, l := r.PropertyLabels(of(row)); return []string{l} }
	return []column{
		{name: "predicate_nb", nb: "predikat, navn (nb)", en: "predicate, label (nb)", datatype: "string", lang: "nb", cells: nb},
		{name: "predicate_en", nb: "predikat, navn (en)", en: "predicate, label (en)", datatype: "string", lang: "en", cells: en},
	}
}

// relations is the table of all that has no cell of its own to be RDF in: one
// statement a row.
func relations(r *records.Records) table {
	list := severals(r)
	of := func(i int) func(row int) []graph.ID {
		return func(row int) []graph.ID { return []graph.ID{list[row][i]} }
	}
	subject, object := of(0), of(2)
	predicate := func(row int) graph.ID { return list[row].Predicate() }
	addressOf := func(of func(row int) []graph.ID, address bool) func(row int) []string {
		return func(row int) []string { return textIf(r.Data, of(row)[0], address) }
	}
	to := address("object", "objekt", "object", addressOf(object, true))
	to.about, to.value = "{+predicate}", "{+object}"
	return table{
		name: "relations", nb: "Forhold", en: "Relations", subject: "subject", rows: len(list),
		columns: slices.Concat(
			[]column{address("subject", "subjekt", "subject", addressOf(subject, true))}, labels(r, "subject", "subjekt", "subject", false, subject),
			[]column{address("predicate", "predikat", "predicate", addressOf(of(1), true))}, predicates(r, predicate),
			[]column{to}, labels(r, "object", "objekt", "object", false, object),
			[]column{
				{name: "value", nb: "verdi", en: "value", datatype: "string", cells: addressOf(object, false)},
				{name: "value_type", nb: "verdiens språk eller datatype", en: "language or datatype of the value", datatype: "string",
					cells: func(row int) []string { return some(r.Data.Aux(list[row].Object())) }},
			},
		),
	}
}

// textIf is the text of a term that is an address, or of one that is not.
func textIf(d *graph.Dataset, id graph.ID, address bool) []string {
	if (d.Kind(id) == graph.KindIRI) != address {
		return nil
	}
	return some(d.Text(id))
}

// some are the values of a cell with a text, none for an empty one.
func some(text string) []string {
	if text == "" {
		return nil
	}
	return []string{text}
}

// severals are the statements of relations, in order.
func severals(r *records.Records) []graph.Triple {
	list := slices.Clone(r.Rest)
	for _, t := range r.Tables {
		for i, c := range t.Columns {
			list = append(list, several(r, t, i, c)...)
		}
	}
	slices.SortFunc(list, func(a, b graph.Triple) int { return slices.Compare(a[:], b[:]) })
	return list
}

// several are the statements of a column that may hold several addresses.
func several(r *records.Records, t records.Filled, i int, c records.Column) (list []graph.Triple) {
	if !c.List || !c.Form.IsAddress() {
		return nil
	}
	predicate, _ := r.Data.Lookup(vocab.Rebase(c.Property, r.Base))
	for _, row := range t.Rows {
		for _, o := range row.Cells[i] {
			list = append(list, graph.Triple{row.ID, predicate, o})
		}
	}
	return list
}

// codes is the table of all codes with their labels, as the ontology has them.
func codes(base string) table {
	type code struct {
		scheme vocab.Scheme
		vocab.Code
	}
	var list []code
	for _, s := range vocab.Schemes() {
		for _, c := range s.Codes {
			list = append(list, code{s, c})
		}
	}
	at := func(iri quad.IRI) []string { return some(string(vocab.Rebase(iri, base))) }
	id := address("id", "adresse", "address", func(row int) []string { return at(list[row].IRI) })
	id.required = true
	label := func(lang, nb, en string, of func(vocab.Code) string) column {
		return column{name: "label_" + lang, nb: nb, en: en, datatype: "string", lang: lang, about: vocab.SKOSPrefLabel, cells: func(row int) []string { return []string{of(list[row].Code)} }}
	}
	return table{name: "codes", nb: "Koder", en: "Codes", subject: "id", key: []string{"id"}, rows: len(list), columns: []column{
		id,
		{name: "scheme", nb: "kodeliste", en: "code list", datatype: "anyURI", about: vocab.SKOSInScheme, value: "{+scheme}", cells: func(row int) []string { return at(list[row].scheme.IRI) }},
		{name: "notation", nb: "kode", en: "code", datatype: "string", about: vocab.SKOSNotation, cells: func(row int) []string { return []string{list[row].Notation} }},
		label("nb", "navn (nb)", "label (nb)", func(c vocab.Code) string { return c.NB }),
		label("en", "navn (en)", "label (en)", func(c vocab.Code) string { return c.EN }),
		{name: "broader", nb: "videre kode", en: "broader", datatype: "anyURI", about: vocab.SKOSBroader, value: "{+broader}", to: "codes", cells: func(row int) []string { return at(list[row].Broader) }},
		{name: "causal_strength", nb: "årsaksstyrke", en: "causal strength", typ: records.Whole, datatype: "integer", about: vocab.Rebase(vocab.CausalStrength, base), cells: func(row int) []string { return strength(list[row].Code) }},
	}}
}
