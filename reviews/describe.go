package reviews

import "strings"

// Expects says what may stand in a cell of the column; it completes
// "expected …".
func (f *Field) Expects() string { return readers[f.Type.Base].expects(f) }

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
