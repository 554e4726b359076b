package schema

import (
	"slices"
	"strings"

	"policygraph/ontology/vocab"
	"policygraph/reviews"
)

// Metadata of CSV on the Web (W3C, Metadata Vocabulary for Tabular Data, 2015),
// with the properties that are needed here, in the order in which they are
// written.
//
// It describes tables as policygraph fmt leaves them, codes in the word that is
// listed. What it makes of them in RDF is part of what the loader makes, and
// nothing else: a template cannot tell the addresses of several values in one
// cell apart, nor leave out the kind before a slug, so such columns are kept
// from the output. So are tables whose rows have no address that a template can
// give.

type tableGroup struct {
	Context any           `json:"@context"`
	Dialect dialectOf     `json:"dialect"`
	Tables  []*tableOfCSV `json:"tables"`
}

type dialectOf struct {
	CommentPrefix *string `json:"commentPrefix"`
	Delimiter     string  `json:"delimiter"`
	DoubleQuote   bool    `json:"doubleQuote"`
	Encoding      string  `json:"encoding"`
	Header        bool    `json:"header"`
	QuoteChar     string  `json:"quoteChar"`
	SkipRows      int     `json:"skipRows"`
	Trim          bool    `json:"trim"`
}

type tableOfCSV struct {
	URL      string      `json:"url"`
	Dialect  *dialectOf  `json:"dialect,omitempty"`
	Suppress bool        `json:"suppressOutput,omitempty"`
	Schema   tableSchema `json:"tableSchema"`
}

type tableSchema struct {
	AboutURL    string       `json:"aboutUrl,omitempty"`
	Columns     []*column    `json:"columns"`
	PrimaryKey  []string     `json:"primaryKey,omitempty"`
	ForeignKeys []foreignKey `json:"foreignKeys,omitempty"`
}

type column struct {
	Name        string              `json:"name"`
	Titles      map[string][]string `json:"titles,omitempty"`
	Virtual     bool                `json:"virtual,omitempty"`
	Required    bool                `json:"required,omitempty"`
	Default     string              `json:"default,omitempty"`
	Separator   string              `json:"separator,omitempty"`
	Lang        string              `json:"lang,omitempty"`
	Datatype    *datatype           `json:"datatype,omitempty"`
	PropertyURL string              `json:"propertyUrl,omitempty"`
	ValueURL    string              `json:"valueUrl,omitempty"`
	Suppress    bool                `json:"suppressOutput,omitempty"`
}

type datatype struct {
	Base    string `json:"base"`
	Format  string `json:"format,omitempty"`
	Minimum *int   `json:"minimum,omitempty"`
	Maximum *int   `json:"maximum,omitempty"`
}

type foreignKey struct {
	Columns   string    `json:"columnReference"`
	Reference reference `json:"reference"`
}

type reference struct {
	Resource string `json:"resource"`
	Columns  string `json:"columnReference"`
}

// csvFile is a CSV file that there is.
type csvFile struct {
	url       string
	table     *reviews.Table
	review    string // of its statements
	columns   []string
	separator byte
	skip      int // lines before the header
}

// metadata describes files. Where whole is set, all that they refer to is among
// them.
func metadata(files []csvFile, whole bool) []byte {
	group := tableGroup{Context: []any{"http://www.w3.org/ns/csvw", map[string]string{"@language": "en"}}, Tables: []*tableOfCSV{}}
	for i, f := range files {
		d := dialectIn(f)
		if i == 0 {
			group.Dialect = d
		}
		t := tableIn(f)
		if d.Delimiter != group.Dialect.Delimiter || d.SkipRows != group.Dialect.SkipRows {
			t.Dialect = &d
		}
		if whole {
			t.Schema.ForeignKeys = foreignKeys(f, files)
		}
		group.Tables = append(group.Tables, t)
	}
	return document(group)
}

func dialectIn(f csvFile) dialectOf {
	return dialectOf{nil, string(f.separator), true, "utf-8", true, `"`, f.skip, true}
}

func tableIn(f csvFile) *tableOfCSV {
	t := &tableOfCSV{URL: f.url, Schema: tableSchema{AboutURL: aboutURL(f)}}
	for _, name := range f.columns {
		t.Schema.Columns = append(t.Schema.Columns, columnIn(f.table.Field(name)))
	}
	if hasAll(f.columns, f.table.ID) {
		t.Schema.PrimaryKey = f.table.ID
	}
	if t.Schema.AboutURL == "" {
		t.Suppress = true
		return t
	}
	t.Schema.Columns = append(t.Schema.Columns, &column{
		Name: "class", Virtual: true, PropertyURL: string(vocab.RDFType), ValueURL: string(f.table.Class),
	})
	return t
}

func hasAll(columns, wanted []string) bool {
	return len(wanted) > 0 && !slices.ContainsFunc(wanted, func(w string) bool { return !slices.Contains(columns, w) })
}

// aboutURL is the template of the address of a row; empty where a template
// cannot give it.
func aboutURL(f csvFile) string {
	if f.table.Class == "" || f.table.Kind == reviews.KindClaim || !hasAll(f.columns, f.table.ID) {
		return ""
	}
	name := "{" + strings.Join(f.table.ID, "}.{") + "}"
	if f.table.Folder == reviews.InReview {
		name = f.review + "." + name
	}
	return vocab.IDNamespace + string(f.table.Kind) + "/" + name
}

func columnIn(f *reviews.Field) *column {
	c := &column{Name: f.Column, Required: f.Required(), Lang: f.Type.Lang, Datatype: datatypeOf(f), PropertyURL: string(f.Property)}
	c.Titles = map[string][]string{}
	for _, l := range []reviews.Lang{reviews.English, reviews.Norwegian} {
		c.Titles[string(l)] = []string{f.Column, f.Describe(l)}
	}
	if f.Several() {
		c.Separator = "|"
	}
	if f.Property == vocab.Basis {
		c.Default = "as-cited" // what a statement says that leaves it out
	}
	c.ValueURL = valueURL(f)
	c.Suppress = f.Property == "" || c.ValueURL == "" && isThing(f)
	return c
}

// isThing reports whether values of a column are addresses in the graph.
func isThing(f *reviews.Field) bool {
	things := []reviews.BaseType{
		reviews.TypeCode, reviews.TypeRef, reviews.TypeAnyRef, reviews.TypeClaimRef, reviews.TypeFindingRef, reviews.TypeStatementRef,
		reviews.TypeSectionRef, reviews.TypeSearchRef, reviews.TypeCountry, reviews.TypeLanguage, reviews.TypeURL, reviews.TypeIRI, reviews.TypeWord,
	}
	return slices.Contains(things, f.Type.Base)
}

// valueURL is the template of the address that one value stands for.
func valueURL(f *reviews.Field) string {
	if f.Several() || f.Property == "" {
		return ""
	}
	cell := "{" + f.Column + "}"
	switch f.Type.Base {
	case reviews.TypeRef, reviews.TypeSearchRef:
		return vocab.IDNamespace + string(f.Type.Kinds[0]) + "/" + cell
	case reviews.TypeURL:
		return "{+" + f.Column + "}"
	case reviews.TypeCode:
		s, _ := vocab.SchemeOf(f.Property)
		return strings.TrimSuffix(string(s.Codes[0].IRI), s.Codes[0].Notation) + cell
	}
	return ""
}

// xsd are the types of XML Schema of cells that are not mere letters.
var xsd = map[reviews.BaseType]string{
	reviews.TypeDecimal: "decimal",
	reviews.TypeInteger: "integer",
	reviews.TypeYear:    "gYear",
	reviews.TypeURL:     "anyURI",
	reviews.TypeIRI:     "anyURI",
}

func datatypeOf(f *reviews.Field) *datatype {
	if base, ok := xsd[f.Type.Base]; ok {
		d := &datatype{Base: base}
		if f.Type.Max != 0 {
			d.Minimum, d.Maximum = &f.Type.Min, &f.Type.Max
		}
		return d
	}
	d := &datatype{Base: "string", Format: formOf(f).pattern}
	if s, ok := vocab.SchemeOf(f.Property); ok {
		d.Format = anyOf(s.Notations())
	}
	return d
}

// foreignKeys are the columns of a file whose one value is the name of a row in
// another.
func foreignKeys(f csvFile, files []csvFile) []foreignKey {
	var keys []foreignKey
	for _, name := range f.columns {
		field := f.table.Field(name)
		if field.Type.Base != reviews.TypeRef || field.Several() {
			continue
		}
		i := slices.IndexFunc(files, func(to csvFile) bool { return to.table.Kind == field.Type.Kinds[0] })
		if i >= 0 && slices.Contains(files[i].columns, "id") {
			keys = append(keys, foreignKey{name, reference{files[i].url, "id"}})
		}
	}
	return keys
}

// Template is the metadata of a review that stands alone, is called my-review,
// and has every table with every column.
func Template() []byte {
	var files []csvFile
	for _, t := range reviews.Tables() {
		if name := t.FileName(); name != "" {
			files = append(files, csvFile{name, t, "my-review", t.Columns(), ',', 0})
		}
	}
	return metadata(files, false)
}
