package tables

import (
	"encoding/json"
	"io"

	"policygraph/exports/internal/records"
	"policygraph/graph"
	"policygraph/ontology/vocab"
)

// The parts of the metadata, in the words of CSV on the Web.
type (
	tableGroup struct {
		Context     []any       `json:"@context"`
		Title       []text      `json:"dc:title"`
		Description []text      `json:"dc:description"`
		License     reference   `json:"dc:license"`
		Dialect     dialect     `json:"dialect"`
		Tables      []tableJSON `json:"tables"`
	}
	text struct {
		Value    string `json:"@value"`
		Language string `json:"@language"`
	}
	reference struct {
		ID string `json:"@id"`
	}
	dialect struct {
		Encoding        string `json:"encoding"`
		LineTerminators string `json:"lineTerminators"`
		Delimiter       string `json:"delimiter"`
		QuoteChar       string `json:"quoteChar"`
		DoubleQuote     bool   `json:"doubleQuote"`
		Header          bool   `json:"header"`
		Trim            bool   `json:"trim"`
	}
	tableJSON struct {
		URL            string `json:"url"`
		Title          []text `json:"dc:title"`
		SuppressOutput bool   `json:"suppressOutput,omitempty"`
		Schema         schema `json:"tableSchema"`
	}
	schema struct {
		AboutURL    string       `json:"aboutUrl,omitempty"`
		PrimaryKey  []string     `json:"primaryKey,omitempty"`
		Columns     []columnJSON `json:"columns"`
		ForeignKeys []foreignKey `json:"foreignKeys,omitempty"`
	}
	columnJSON struct {
		Name           string              `json:"name"`
		Titles         map[string][]string `json:"titles,omitempty"`
		Datatype       string              `json:"datatype,omitempty"`
		Lang           string              `json:"lang,omitempty"`
		Separator      string              `json:"separator,omitempty"`
		Required       bool                `json:"required,omitempty"`
		PropertyURL    string              `json:"propertyUrl,omitempty"`
		ValueURL       string              `json:"valueUrl,omitempty"`
		SuppressOutput bool                `json:"suppressOutput,omitempty"`
		Virtual        bool                `json:"virtual,omitempty"`
	}
	foreignKey struct {
		ColumnReference string       `json:"columnReference"`
		Reference       keyReference `json:"reference"`
	}
	keyReference struct {
		Resource        string `json:"resource"`
		ColumnReference string `json:"columnReference"`
	}
)

const license = "http://creativecommons.org/licenses/by/4.0/"

// description tells people and programs what the metadata cannot.
var description = []text{
	{"Adresser og koder som en ting kan ha flere av, står samlet i én celle med | mellom for å leses, og én om gangen i relations.csv. Kolonner som slutter på _nb og _en etter navnet på en annen kolonne, viser hva tingene heter. En tekst som begynner med =, +, -, @, tabulator eller linjeskift, har fått en apostrof foran for at regneark ikke skal ta den for en formel; den første av apostrofer foran et slikt tegn hører ikke til teksten.", "nb"},
	{"Addresses and codes of which a thing may have several stand together in one cell with | between them for reading, and one by one in relations.csv. Columns that end in _nb and _en after the name of another column show what its things are called. A text that begins with =, +, -, @, a tab or a line end has been given an apostrophe so that spreadsheets do not take it for a formula; of apostrophes before such a character the first is not part of the text.", "en"},
}

func writeMetadata(w io.Writer, d *graph.Dataset, base string) error {
	group := tableGroup{
		Context: []any{"http://www.w3.org/ns/csvw", map[string]string{"@language": "en"}},
		Title:   []text{{"Policygraph som tabeller", "nb"}, {"Policygraph as tables", "en"}}, Description: description, License: reference{license},
		Dialect: dialect{Encoding: "utf-8", LineTerminators: "\r\n", Delimiter: ",", QuoteChar: `"`, DoubleQuote: true, Header: true},
	}
	for _, t := range all(records.Read(d, base)) {
		group.Tables = append(group.Tables, t.metadata())
	}
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(group)
}

func (t table) metadata() tableJSON {
	out := tableJSON{URL: t.file(), Title: []text{{t.nb, "nb"}, {t.en, "en"}}, SuppressOutput: t.silent}
	out.Schema.PrimaryKey = t.key
	if t.subject != "" {
		out.Schema.AboutURL = "{+" + t.subject + "}"
	}
	for _, c := range t.columns {
		out.Schema.Columns = append(out.Schema.Columns, c.metadata())
		if c.to != "" {
			out.Schema.ForeignKeys = append(out.Schema.ForeignKeys, foreignKey{c.name, keyReference{c.to + ".csv", "id"}})
		}
	}
	if t.class != "" {
		out.Schema.Columns = append(out.Schema.Columns, columnJSON{Name: "type", Virtual: true, PropertyURL: string(vocab.RDFType), ValueURL: string(t.class)})
	}
	return out
}

// metadata describes a column. Its name is one of its titles, since the header
// of the file must be.
func (c column) metadata() columnJSON {
	out := columnJSON{
		Name: c.name, Titles: map[string][]string{"nb": {c.nb}, "en": {c.en, c.name}},
		Datatype: c.datatype, Lang: c.lang, Required: c.required,
		PropertyURL: string(c.about), ValueURL: c.value, SuppressOutput: c.about == "",
	}
	if c.en == c.name {
		out.Titles["en"] = []string{c.name}
	}
	if c.list {
		out.Separator = records.Separator
	}
	return out
}
