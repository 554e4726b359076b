package start

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"slices"
	"strings"

	"policygraph/reviews"
)

// rows returns the example of a table, filled in.
func (o Options) rows(k reviews.Kind) []row {
	digest := reviews.NewText([]byte(texts[o.Lang])).Digest()
	fill := strings.NewReplacer("{id}", o.ID, "{lang}", o.Lang, "{digest}", digest)
	var out []row
	for _, r := range examples[k] {
		filled := row{}
		for column, value := range r {
			filled[column] = fill.Replace(value)
		}
		if k == reviews.KindReview && o.Title != "" {
			delete(filled, "title_nb")
			delete(filled, "title_en")
			filled["title_"+o.Lang] = o.Title
		}
		out = append(out, filled)
	}
	return out
}

// writeCSV writes a table with all its columns.
func (o Options) writeCSV(t *reviews.Table) []byte {
	var b bytes.Buffer
	w := csv.NewWriter(&b)
	lines := [][]string{t.Columns()}
	for _, r := range o.rows(t.Kind) {
		cells := make([]string, len(t.Fields))
		for i, f := range t.Fields {
			cells[i] = r[f.Column]
		}
		lines = append(lines, cells)
	}
	if err := w.WriteAll(lines); err != nil {
		panic(err) // a buffer takes everything
	}
	return b.Bytes()
}

// writeYAML writes a table as a list. The first row explains the columns.
func (o Options) writeYAML(t *reviews.Table) []byte {
	var b strings.Builder
	up := strings.Repeat("../", strings.Count(t.FileName(), "/"))
	modeline(&b, up, t.File)
	fmt.Fprintf(&b, "# "+phrases[o.Lang].table+"\n", t.File)
	o.writeList(&b, t, "")
	return []byte(b.String())
}

func modeline(b *strings.Builder, up, name string) {
	fmt.Fprintf(b, "# yaml-language-server: $schema=%s%s/%s.schema.json\n", up, schemaFolder, name)
}

// writeList writes the rows of a table as items that are indented so far.
func (o Options) writeList(b *strings.Builder, t *reviews.Table, indent string) {
	for i, r := range o.rows(t.Kind) {
		b.WriteString("\n")
		writeRow(b, t, r, layout{indent + "- ", indent + "  ", i == 0, o.Lang})
	}
}

// layout says how the keys of a row stand: what is before the first key, what
// before the others, and whether comments say what they are for.
type layout struct {
	first, other string
	explained    bool
	lang         string // of the comments
}

func writeRow(b *strings.Builder, t *reviews.Table, r row, l layout) {
	lead := l.first
	for i := range t.Fields {
		f := &t.Fields[i]
		value, filled := r[f.Column]
		margin := strings.Repeat(" ", len(lead))
		switch {
		case !filled && l.explained:
			fmt.Fprintf(b, "%s# %s: %s\n", margin, f.Column, f.Describe(reviews.Lang(l.lang)))
		case filled:
			if l.explained {
				fmt.Fprintf(b, "%s# %s\n", margin, explain(f, l.lang))
			}
			fmt.Fprintf(b, "%s%s: %s\n", lead, f.Column, inYAML(f, value))
			lead = l.other
		}
	}
}

// explain says what a column is for, and whether it must be filled.
func explain(f *reviews.Field, lang string) string {
	s := f.Describe(reviews.Lang(lang))
	if f.Required() {
		s += " (" + phrases[lang].must + ")"
	}
	return s
}

// inYAML writes a cell: a list where there are several values.
func inYAML(f *reviews.Field, value string) string {
	if !f.Several() || !strings.Contains(value, "|") {
		return scalar(f, value)
	}
	var items []string
	for v := range strings.SplitSeq(value, "|") {
		items = append(items, scalar(f, v))
	}
	return "[" + strings.Join(items, ", ") + "]"
}

// scalar writes a value as it is, or in quotes where it is text, which may hold
// what means something to YAML, or a section number, which 2.10 shows is none.
func scalar(f *reviews.Field, value string) string {
	quoted := []reviews.BaseType{reviews.TypeText, reviews.TypeLangText, reviews.TypeSectionNumber, reviews.TypeSectionRef}
	if !slices.Contains(quoted, f.Type.Base) {
		return value
	}
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(value) + `"`
}

// writeReview writes review.yaml.
func (o Options) writeReview() []byte {
	say := phrases[o.Lang]
	var b strings.Builder
	modeline(&b, "", "review")
	fmt.Fprintf(&b, "# %s\n\n", say.review)
	writeRow(&b, reviews.TableOf(reviews.KindReview), o.rows(reviews.KindReview)[0], layout{"", "", true, o.Lang})
	fmt.Fprintf(&b, "\n# %s\nsearch:\n", say.search)
	writeRow(&b, reviews.TableOf(reviews.KindSearch), o.rows(reviews.KindSearch)[0], layout{"  ", "  ", true, o.Lang})
	fmt.Fprintf(&b, "\n# %s\nsections:\n", say.sections)
	o.writeList(&b, reviews.TableOf(reviews.KindSection), "  ")
	return []byte(b.String())
}
