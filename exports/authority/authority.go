// Package authority knows the codes of the authority tables that portals check
// against: those of the Publications Office of the EU, and two of ADMS. Codes
// have labels in both languages, since a catalogue must say itself what it
// points at.
package authority

import (
	_ "embed"
	"encoding/csv"
	"slices"
	"strings"
	"sync"
)

// Table is an authority table.
type Table struct {
	Name   string // as in the address, and in authority.csv
	Prefix string // what the IRIs of its terms start with
	Scheme string // IRI
	Class  string // IRI of what its terms are besides concepts; empty: nothing
	NB, EN string // the name of the table
}

const (
	eu  = "http://publications.europa.eu/resource/authority/"
	dct = "http://purl.org/dc/terms/"
)

func ofEU(name, class, nb, en string) Table {
	if class != "" {
		class = dct + class
	}
	return Table{name, eu + name + "/", eu + name, class, nb, en}
}

func ofADMS(name, nb, en string) Table {
	const adms = "http://purl.org/adms/"
	return Table{name, adms + name + "/", adms + name + "/1.0", "", nb, en}
}

// The tables.
var (
	AccessRight   = ofEU("access-right", "RightsStatement", "Tilgangsrettigheter", "Access right")
	Continent     = ofEU("continent", "Location", "Kontinenter", "Continent")
	Country       = ofEU("country", "Location", "Land", "Country")
	DataTheme     = ofEU("data-theme", "", "Datatema", "Data theme")
	DatasetType   = ofEU("dataset-type", "", "Datasettyper", "Dataset type")
	Status        = ofEU("distribution-status", "", "Distribusjonsstatus", "Distribution status")
	FileType      = ofEU("file-type", "MediaTypeOrExtent", "Filtyper", "File type")
	Frequency     = ofEU("frequency", "Frequency", "Frekvens", "Frequency")
	Language      = ofEU("language", "LinguisticSystem", "Språk", "Language")
	Licence       = ofEU("licence", "LicenseDocument", "Lisenser", "Licence")
	Availability  = ofEU("planned-availability", "", "Planlagt tilgjengelighet", "Planned availability")
	ResourceType  = Table{"resource-type", eu + "resource-type/", eu + "resource-type", "http://data.europa.eu/eli/ontology#ResourceType", "Ressurstyper", "Resource type"}
	PublisherType = ofADMS("publishertype", "Utgivertyper", "Publisher type")
	StatusADMS    = ofADMS("status", "Status", "Status")
)

// Tables are all tables. A caller must not change it.
var Tables = []Table{
	AccessRight, Continent, Country, DataTheme, DatasetType, Status, FileType, Frequency, Language, Licence, Availability,
	ResourceType, PublisherType, StatusADMS,
}

// ByName returns the table with a name.
func ByName(name string) (Table, bool) {
	i := slices.IndexFunc(Tables, func(t Table) bool { return t.Name == name })
	if i < 0 {
		return Table{}, false
	}
	return Tables[i], true
}

// Term is a row of a table.
type Term struct {
	Table  Table
	Code   string
	NB, EN string
	Tag    string // of a language: its tag
}

// IRI is the address of the term.
func (t Term) IRI() string { return t.Table.Prefix + t.Code }

// Term returns the term with a code.
func (t Table) Term(code string) (Term, bool) {
	term, ok := terms()[t.Prefix+code]
	return term, ok
}

// Find returns the term with an address.
func Find(iri string) (Term, bool) {
	term, ok := terms()[iri]
	return term, ok
}

// Known reports whether an address is outside the tables, or that of a table or of
// a term in one.
func Known(iri string) bool {
	for _, t := range Tables {
		if iri == t.Scheme {
			return true
		}
		if code, ok := strings.CutPrefix(iri, t.Prefix); ok {
			_, known := t.Term(code)
			return known
		}
	}
	return true
}

// Codes are the codes of the table, in order.
func (t Table) Codes() (codes []string) {
	for _, term := range terms() {
		if term.Table.Name == t.Name {
			codes = append(codes, term.Code)
		}
	}
	slices.Sort(codes)
	return codes
}

// OfTag returns the language with a tag.
func OfTag(tag string) (Term, bool) {
	for _, term := range terms() {
		if term.Tag == tag && tag != "" {
			return term, true
		}
	}
	return Term{}, false
}

//go:embed authority.csv
var rows string

// terms are the terms of all tables by their addresses.
var terms = sync.OnceValue(func() map[string]Term {
	records, err := csv.NewReader(strings.NewReader(rows)).ReadAll()
	if err != nil {
		panic(err) // the file is ours
	}
	all := make(map[string]Term, len(records))
	for _, r := range records[1:] {
		if t, ok := ByName(r[0]); ok {
			term := Term{t, r[1], r[2], r[3], r[4]}
			all[term.IRI()] = term
		}
	}
	return all
})
