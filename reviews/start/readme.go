package start

import (
	"fmt"
	"strings"

	"policygraph/reviews"
)

// opening is the beginning of the README: the title of the folder, and what to
// do, in the language of the review.
var opening = map[string]string{
	"nb": `# %[1]s

En ny koding. Alt som står her, er et oppdiktet eksempel på ti linjer tekst: erstatt det rad for rad.

1. Legg teksten du koder i %[2]s, i UTF-8 og uten å flytte linjer senere. Radene peker på linjene i den.
2. Skriv tittel, forfattere og avsnitt i review.yaml.
3. Skriv begreper, kilder og utsagn i tabellene. Tabeller uten rader kan slettes. Ord for koder kan skrives på norsk eller engelsk.
4. "policygraph check --review ." sier hva som er galt, celle for celle.
5. "policygraph anchor --review . --source %[2]s" knytter radene til teksten. Kjør den igjen når linjer eller rader er endret.
6. "policygraph fmt ." setter kolonner og ord i orden uten å endre innholdet.

Mappen schema er for redigeringsprogrammer, som fullfører og understreker etter den i filer som slutter på .yaml.
`,
	"en": `# %[1]s

A new coding. Everything here is an invented example, with a text of ten lines: replace it row by row.

1. Put the text that you code into %[2]s, in UTF-8, and do not move its lines later. The rows point at lines of it.
2. Write title, authors and sections in review.yaml.
3. Write concepts, sources and statements in the tables. Tables without rows may be deleted. Words for codes may be English or Norwegian.
4. "policygraph check --review ." says what is wrong, cell by cell.
5. "policygraph anchor --review . --source %[2]s" ties the rows to the text. Run it again when lines or rows have changed.
6. "policygraph fmt ." puts columns and words in order without changing what they mean.

The folder schema is for editors, which complete and underline by it in files that end in .yaml.
`,
}

// readme says what to do and, since CSV has no comments, what the columns are.
func (o Options) readme() []byte {
	var b strings.Builder
	fmt.Fprintf(&b, opening[o.Lang], o.ID, TextFile)
	if o.YAML {
		return []byte(b.String())
	}
	b.WriteString("\n" + phrases[o.Lang].metadata + "\n")
	for _, t := range reviews.Tables() {
		if t.Folder == reviews.InReviewYAML || len(examples[t.Kind]) == 0 {
			continue
		}
		fmt.Fprintf(&b, "\n## %s\n\n", t.FileName())
		for i := range t.Fields {
			f := &t.Fields[i]
			fmt.Fprintf(&b, "- `%s`: %s\n", f.Column, explain(f, o.Lang))
		}
	}
	return []byte(b.String())
}

// phrases are what comments say besides what the columns are for.
var phrases = map[string]struct{ table, review, search, sections, must, metadata string }{
	"nb": {
		"Tabellen %s, der hvert punkt er en rad. Det som står her, er oppdiktet; skriv ditt eget i stedet.",
		"Oppsummeringen selv. Det som står her, er oppdiktet; skriv ditt eget i stedet.",
		"hvordan oppsummeringen lette etter verkene den bygger på; kan utelates",
		"avsnittene i oppsummeringen, som radene i tabellene peker på",
		"må fylles ut",
		"Filen csv-metadata.json sier andre programmer hva som står i CSV-filene; \"policygraph schema --review .\" skriver den på nytt.",
	},
	"en": {
		"The table %s: each item is a row. What stands here is invented; write your own instead.",
		"The review itself. What stands here is invented; write your own instead.",
		"how the review looked for the works that it sums up; may be left out",
		"the sections of the review, which the rows of the tables point at",
		"must be filled",
		"The file csv-metadata.json tells other programs what stands in the CSV files; \"policygraph schema --review .\" writes it anew.",
	},
}
