package main

import (
	"bytes"
	"fmt"
	"strings"

	"policygraph/ontology/questions"
)

const preface = `<!-- Written by go generate ./ontology/questions; do not edit. -->

# Questions

What the graph is for, as %d questions. Each is a file of SPARQL 1.1 in [` + "`ontology/questions`" + `](../ontology/questions), valid as it
stands and answered from what the data say, with nothing inferred. Any SPARQL engine can ask them of ` + "`exports/published/policygraph.ttl`" + ` and
` + "`ontology/policygraph.ttl`" + ` loaded together (or of the TriG file with the union of its graphs as default graph). The ontology is needed: the names of
codes and the causal strength of designs stand there.

**Parameters.** A parameter has its value in a line of its own, ` + "`VALUES ?given_measure { UNDEF }`" + `, where UNDEF means any. By hand, put an address,
a code or a word between the braces; ` + "`policygraph ask NAME --measure mentoring`" + ` puts it there after checking it. Every question takes ` + "`lang`" + `, which is ` + "`en`" + ` or ` + "`nb`" + `.

**Reading the answers.** An empty cell is something the review does not give. In counts of findings *null* means looked into and nothing found;
what nobody has studied is not in such a row at all, or has zero findings. Counts count different findings, not rows. Several values in one
cell are separated by semicolons.

**A question of your own** is a file like these in any folder: copy the nearest one, and ask it with ` + "`policygraph ask --questions DIR NAME`" + `.

`

// page is the page about a list of questions, in Markdown.
func page(list []questions.Question) []byte {
	var b bytes.Buffer
	fmt.Fprintf(&b, preface, len(list))
	b.WriteString("| question | asks |\n| --- | --- |\n")
	for _, q := range list {
		fmt.Fprintf(&b, "| [%s](#%s) | %s |\n", q.Name, q.Name, cell(q.Text.EN))
	}
	for _, q := range list {
		section(&b, q)
	}
	return b.Bytes()
}

func section(b *bytes.Buffer, q questions.Question) {
	fmt.Fprintf(b, "\n## %s\n\n", q.Name)
	fmt.Fprintf(b, "**%s** %s\n\n", q.Text.EN, q.Note.EN)
	fmt.Fprintf(b, "**%s** %s\n\n", q.Text.NB, q.Note.NB)
	b.WriteString("| parameter | values | default | | |\n| --- | --- | --- | --- | --- |\n")
	for _, p := range q.Parameters {
		fmt.Fprintf(b, "| `%s` | %s | %s | %s | %s |\n", p.Name, values(p), standard(p), cell(p.Help.EN), cell(p.Help.NB))
	}
	fmt.Fprintf(b, "\nGives %s.\n", code(q.Variables()))
}

// values says what a parameter may be: the words themselves while they are few,
// else the kind.
func values(p questions.Parameter) string {
	const few = 8
	if list := p.Values(); len(list) > 0 && len(list) <= few {
		return code(list)
	}
	return p.Kind
}

func standard(p questions.Parameter) string {
	if p.Default == "" {
		return "any"
	}
	return "`" + p.Default + "`"
}

func code(words []string) string { return "`" + strings.Join(words, "`, `") + "`" }

func cell(text string) string { return strings.ReplaceAll(text, "|", `\|`) }
