package reviews

import (
	"fmt"
	"strings"
	"testing"

	"github.com/cayleygraph/quad"

	"policygraph/ontology/vocab"
)

// TestThePageOfTheTablesSaysWhatTheTablesSay keeps docs/tables.md in step.
func TestThePageOfTheTablesSaysWhatTheTablesSay(t *testing.T) {
	golden(t, "../../docs/tables.md", tablesPage())
}

const tablesHead = `# The tables

What a coding is written in: each file, where it lies, its columns, and what may stand in them. This page is made from the tables that the program
reads by (` + "`go test ./reviews -update`" + ` writes it anew); [the codebook](codebook.md) says what to write when, and [starting a
review](starting-a-review.md) shows a whole little review.

- A table is a CSV file (UTF-8; comma or semicolon; columns in any order) or a YAML file of the same name that ends in ` + "`.yaml`" + `: a list, each item with the
  columns as keys. Columns that may stay empty may be left out.
- Where several values may stand, ` + "`|`" + ` stands between them; in YAML a list does, too.
- In YAML, ` + "`title: {nb: …, en: …}`" + ` is the columns ` + "`title_nb` and `title_en`" + `, and ` + "`period: {from: …, to: …}`" + ` is ` + "`period_from` and `period_to`" + `.
- Words of code lists may be written in English or Norwegian, with small or capital letters. [All of them](#words) are below.
- Programs find the same in [schema](schema): JSON Schemas for what is YAML, and ` + "`csv-metadata.json`" + ` for CSV. ` + "`policygraph schema`" + ` writes both.
- *Becomes* is the property in the graph. Where there is none, the cell becomes part of an address, or of several statements, or is not published.
`

// tablesPage is docs/tables.md.
func tablesPage() string {
	var b strings.Builder
	b.WriteString(tablesHead)
	for _, t := range tables {
		writeTable(&b, t)
	}
	b.WriteString("\n## Words\n")
	for _, s := range schemesInUse() {
		writeScheme(&b, s)
	}
	return b.String()
}

func writeTable(b *strings.Builder, t *Table) {
	fmt.Fprintf(b, "\n## %s\n\n%s\n\n", titleOf(t), about(t))
	b.WriteString("| column | filled | what may stand there | what to write | becomes |\n| --- | --- | --- | --- | --- |\n")
	for i := range t.Fields {
		f := &t.Fields[i]
		fmt.Fprintf(b, "| `%s` | %s | %s | %s | %s |\n", f.Column, needWords[f.Need], inCell(mayStand(f)), inCell(f.Doc), curie(f.Property))
	}
	for _, banned := range t.Banned {
		fmt.Fprintf(b, "\nThere is no column `%s`: %s.\n", banned.Column, banned.Reason)
	}
}

var needWords = map[Need]string{May: "", Must: "must", Many: "several", Must | Many: "must, several"}

func titleOf(t *Table) string {
	switch {
	case t.Kind == KindReview:
		return "review.yaml"
	case t.Folder == InReviewYAML:
		return "review.yaml: " + t.File
	}
	return t.File
}

// about says where a table lies, what a row of it becomes, and what names a row.
func about(t *Table) string {
	s := map[Folder]string{
		InConcepts:   "`concepts/" + t.File + ".csv`, shared by all reviews.",
		InRoot:       "`" + t.File + ".csv`, shared by all reviews, beside their folders; or in the folder of a review that stands alone.",
		InReview:     "`" + t.File + ".csv` in the folder of the review.",
		InReviewYAML: "In the `review.yaml` of the review, under the key `" + t.File + "`.",
	}[t.Folder]
	if t.Kind == KindReview {
		s = "The keys of `review.yaml`, in the folder of the review. At least one title must be there."
	}
	if t.Class != "" {
		s += " Becomes " + curie(t.Class) + "."
	}
	if len(t.ID) > 1 {
		s += " A row is named by " + and(t.ID) + "."
	}
	return s
}

func and(columns []string) string {
	return strings.Replace(oneOf(columns), " or ", " and ", 1)
}

// mayStand completes "expected …", but sends to the list of words.
func mayStand(f *Field) string {
	switch f.Type.Base {
	case TypeCode:
		s, _ := vocab.SchemeOf(f.Property)
		return fmt.Sprintf("a word for [%s](#%s)", s.EN, Slug(s.EN))
	case TypeLangText:
		for _, l := range languages {
			if l.tag == f.Type.Lang {
				return "text in " + l.name
			}
		}
	}
	return readers[f.Type.Base].expects(f)
}

func inCell(s string) string { return strings.ReplaceAll(s, "|", `\|`) }

// curie shortens an IRI by the prefix of the project.
func curie(iri quad.IRI) string {
	best := vocab.Prefix{}
	for _, p := range vocab.Prefixes() {
		if strings.HasPrefix(string(iri), p.IRI) && len(p.IRI) > len(best.IRI) {
			best = p
		}
	}
	if best.IRI == "" {
		return string(iri)
	}
	return "`" + best.Name + ":" + strings.TrimPrefix(string(iri), best.IRI) + "`"
}

// schemesInUse returns the code lists whose words a column takes.
func schemesInUse() []vocab.Scheme {
	taken := map[quad.IRI]bool{}
	for _, t := range tables {
		for _, f := range t.Fields {
			taken[f.Property] = taken[f.Property] || f.Type.Base == TypeCode
		}
	}
	var used []vocab.Scheme
	for _, s := range vocab.Schemes() {
		if taken[s.Property] {
			used = append(used, s)
		}
	}
	return used
}

func writeScheme(b *strings.Builder, s vocab.Scheme) {
	fmt.Fprintf(b, "\n### %s\n\n| word | bokmål | English |\n| --- | --- | --- |\n", s.EN)
	for _, c := range s.Codes {
		fmt.Fprintf(b, "| `%s` | %s | %s |\n", c.Notation, c.NB, c.EN)
	}
}
