package reviews

import (
	"cmp"
	"errors"
	"fmt"
	"path"
	"slices"
	"strings"
	"unicode/utf8"

	"policygraph/ontology/vocab"
)

// Tidy returns the content of a file of tables with everything in its place,
// and the same meaning. The name, with or without folders, says which table it
// is; a file of another name, or one that cannot be read, is an error.
//
// Columns and keys stand in the order of the field table. Codes have the word
// that is listed, whatever label was written. Lines end in LF, the last one too.
// A CSV file keeps its separator, its byte-order mark and its line sep=; its
// cells are trimmed and in quotes only where they must be; codes, countries and
// mentions in a cell, whose order says nothing, are sorted; so are the rows of
// concepts, mappings and sources, by what names them. Rows of statements stand
// as they were put, which is usually the order of the text. In YAML, lists and
// what stands in braces stay as they are, and comments go with their keys.
//
// What was tidied is read again before it is returned: where it should not mean
// the same there is an error instead.
func Tidy(name string, content []byte) ([]byte, error) {
	t := tableNamed(path.Base(name))
	if t == nil {
		return nil, fmt.Errorf("%s: no table has this name", name)
	}
	if !utf8.Valid(content) {
		return nil, fmt.Errorf("%s: expected UTF-8", name)
	}
	text, mark := strings.CutPrefix(string(content), byteOrderMark)
	how := tidyings[path.Ext(name)]
	before, err := how.read(t, name, text)
	if err != nil {
		return nil, err
	}
	text = how.tidy(t, name, text)
	after, err := how.read(t, name, text)
	if err != nil || !slices.Equal(before, after) {
		return nil, errors.Join(fmt.Errorf("%s: its form is not one that can be put in order safely", name), err)
	}
	if mark {
		text = byteOrderMark + text
	}
	return []byte(text), nil
}

const byteOrderMark = "\uFEFF"

// tidying is how a format is put in order, and how it is read: as the meaning
// of each row.
type tidying struct {
	tidy func(t *Table, name, text string) string
	read func(t *Table, name, text string) ([]string, error)
}

var tidyings = map[string]tidying{
	".csv":  {tidyCSV, readTidyCSV},
	".yaml": {tidyYAML, readTidyYAML},
}

// tableNamed returns the table of a file name, nil where there is none. That of
// review.yaml is the review's.
func tableNamed(file string) *Table {
	if file == reviewFile {
		return reviewTable
	}
	i := slices.IndexFunc(tables, func(t *Table) bool {
		return t.Folder != InReviewYAML && (file == t.File+".csv" || file == t.File+".yaml")
	})
	if i < 0 {
		return nil
	}
	return tables[i]
}

// IsTable reports whether a file of this name, without folders, is read as a
// table or as the review.yaml of a review.
func IsTable(file string) bool { return tableNamed(file) != nil }

// orderless are the types of which several in a cell are a set: what they are
// sorted by.
var orderless = map[BaseType]func(f *Field, a, b string) int{
	TypeCode:    byCodeList,
	TypeCountry: func(_ *Field, a, b string) int { return cmp.Compare(countryRank[a], countryRank[b]) },
	TypeMention: func(_ *Field, a, b string) int { return compareMentions(a, b) },
}

var countryRank = func() map[string]int {
	m := map[string]int{}
	for i, c := range Countries() {
		m[c] = i
	}
	return m
}()

func byCodeList(f *Field, a, b string) int {
	s, _ := vocab.SchemeOf(f.Property)
	words := s.Notations()
	return cmp.Compare(slices.Index(words, a), slices.Index(words, b))
}

func compareMentions(a, b string) int {
	reviewA, linesA, _ := strings.Cut(a, ":")
	reviewB, linesB, _ := strings.Cut(b, ":")
	x, _ := parseRange(linesA)
	y, _ := parseRange(linesB)
	return cmp.Or(cmp.Compare(reviewA, reviewB), cmp.Compare(x.From, y.From), cmp.Compare(x.To, y.To))
}

// tidied returns the values of a cell in the spelling and the order they have in
// a tidy file.
func (f *Field) tidied(ps []piece) []string {
	out := make([]string, len(ps))
	for i, p := range ps {
		out[i] = f.spelling(p.text)
	}
	if less := orderless[f.Type.Base]; less != nil {
		slices.SortStableFunc(out, func(a, b string) int { return less(f, a, b) })
	}
	return out
}

// spelling returns the listed word for a code, and everything else as it is.
func (f *Field) spelling(text string) string {
	if f.Type.Base == TypeCode {
		s, _ := vocab.SchemeOf(f.Property)
		if c, ok := s.Code(text); ok {
			return c.Notation
		}
	}
	return text
}

// sortsRows reports whether the order of the rows says nothing: concepts,
// mappings and sources are looked up by name.
func (t *Table) sortsRows() bool { return t.Folder == InConcepts || t.Folder == InRoot }

// meanings says what each row of a sheet means, in a spelling of its own. Rows
// are sorted where their order means nothing.
func (t *Table) meanings(s *sheet) ([]string, error) {
	var out []string
	for _, r := range s.rows {
		var b strings.Builder
		cells := slices.Clone(r.cells)
		slices.SortStableFunc(cells, func(a, b cell) int { return cmp.Compare(a.name, b.name) })
		for _, c := range cells {
			f := t.Field(c.name)
			if f == nil {
				return nil, fmt.Errorf("%s: no column is called %q", s.file, c.name)
			}
			if ps := c.pieces(s.file, f.Several()); len(ps) > 0 {
				fmt.Fprintf(&b, "%s: %q\n", c.name, f.tidied(ps))
			}
		}
		out = append(out, b.String())
	}
	if t.sortsRows() {
		slices.Sort(out)
	}
	return out, nil
}

// firstReported returns a function to report problems to, and the first of them
// as an error.
func firstReported() (report reportFunc, first func() error) {
	var found error
	report = func(_ string, at Source, message Message) {
		if found == nil {
			found = fmt.Errorf("%s: %s", at, message)
		}
	}
	return report, func() error { return found }
}
