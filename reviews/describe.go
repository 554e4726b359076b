package reviews

import "strings"

// Describe says in a language what to write in the column.
func (f *Field) Describe(l Lang) string { return docOf(f.Doc).In(l) }

// Expects says in a language what may stand in a cell of the column; it completes
// "expected …".
func (f *Field) Expects(l Lang) string { return readers[f.Type.Base].wants(f).In(l) }

// Describe says in a language why the column does not belong.
func (b Banned) Describe(l Lang) string { return docOf(b.Reason).In(l) }

// Countries returns the words that a cell of TypeCountry takes: the codes of
// countries, then the continents, each in order.
func Countries() []string { return strings.Fields(countryCodes + " " + continentCodes) }

// Languages returns the tags that a cell of TypeLanguage takes.
func Languages() []string { return languageTags() }

// FileName is the name of the CSV file of a table, with its folder below the
// one that concepts, sources and a review that stands alone share; empty for
// the tables inside review.yaml.
func (t *Table) FileName() string {
	switch t.Folder {
	case InReviewYAML:
		return ""
	case InConcepts:
		return conceptsFolder + "/" + t.File + ".csv"
	}
	return t.File + ".csv"
}
