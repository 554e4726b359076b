package evidence

import (
	"encoding/csv"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"policygraph/ontology/vocab"
)

// WriteText writes ways for people to read, in the words of a language: node by
// node, below each hop what carries it, and what is weak.
func WriteText(w io.Writer, ways []Way, words *Words) error {
	var b strings.Builder
	for i, way := range ways {
		if i > 0 {
			b.WriteByte('\n')
		}
		writeWay(&b, i+1, way, words)
	}
	_, err := io.WriteString(w, b.String())
	return err
}

func writeWay(b *strings.Builder, number int, way Way, words *Words) {
	if len(way.Hops) == 0 {
		return
	}
	fmt.Fprintf(b, "%d. %s\n", number, way.Hops[0].Start().Label)
	for i, h := range way.Hops {
		marks := ""
		if len(way.Hops) > 1 && i == way.Weakest {
			marks += "  [" + words.Weakest + "]"
		}
		if (h.causal || h.Inferred) && slices.Contains(way.WithoutStudy, i) {
			marks += "  [" + words.NoStudy + "]"
		}
		fmt.Fprintf(b, "   %s %s%s\n", arrow(h), h.End().Label, marks)
		writeClaims(b, h, words)
	}
	if len(way.Hops) > 1 {
		fmt.Fprintf(b, "   %s\n", endToEnd(way, words))
	}
}

func arrow(h Hop) string {
	if h.Inverse {
		return "◀─" + h.label + "──"
	}
	return "──" + h.label + "─▶"
}

func endToEnd(way Way, words *Words) string {
	if len(way.EndToEnd) == 0 {
		return words.NoEndToEnd
	}
	return words.EndToEnd + cited(way.EndToEnd)
}

func writeClaims(b *strings.Builder, h Hop, words *Words) {
	switch {
	case len(h.Claims) > 0:
	case h.Inferred:
		fmt.Fprintf(b, "      %s\n", words.Inferred)
	case h.causal:
		fmt.Fprintf(b, "      %s\n", words.NoClaim)
	}
	for _, c := range h.Claims {
		fmt.Fprintf(b, "      %s%s%s%s\n", words.Code(vocab.Modality, c.Modality), listed(words.In, c.Sections), listed(words.Lines, c.Lines), listed(words.Cites, []string{cited(c.Sources)}))
		for _, side := range words.Sides(c) {
			for _, f := range side.Findings {
				fmt.Fprintf(b, "      %s: %s (%s): %s\n", side.Word, f.Study.CitedAs, strings.Join(words.Traits(f), ", "), f.Text)
			}
		}
	}
}

// listed is a list behind a word, or nothing where the list is empty.
func listed(word string, list []string) string {
	if text := strings.Join(list, ", "); text != "" {
		return word + text
	}
	return ""
}

func cited(sources []Source) string {
	names := make([]string, len(sources))
	for i, s := range sources {
		names[i] = s.CitedAs
	}
	return strings.Join(names, "; ")
}

// WriteCSV writes one hop a row, ways and hops numbered from 1. Cells that a
// spreadsheet would take for a formula begin with an apostrophe.
func WriteCSV(w io.Writer, ways []Way) error {
	out := csv.NewWriter(w)
	rows := [][]string{{"path", "hop", "from", "predicate", "to", "from_label", "to_label", "inverse", "modality", "sections", "lines", "sources", "for", "against", "limiting", "weakest", "no_study"}}
	for i, way := range ways {
		for j, h := range way.Hops {
			rows = append(rows, csvRow(i, j, way, h))
		}
	}
	for _, row := range rows {
		if err := out.Write(row); err != nil {
			return err
		}
	}
	out.Flush()
	return out.Error()
}

func csvRow(i, j int, way Way, h Hop) []string {
	var modalities, sections, lines []string
	var sides [3]int
	for _, c := range h.Claims {
		modalities, sections, lines = append(modalities, c.Modality), append(sections, c.Sections...), append(lines, c.Lines...)
		for k, findings := range [3][]Finding{c.For, c.Against, c.Qualifying} {
			sides[k] += len(findings)
		}
	}
	row := []string{
		strconv.Itoa(i + 1), strconv.Itoa(j + 1), h.Start().IRI, h.Predicate, h.End().IRI, h.Start().Label, h.End().Label,
		strconv.FormatBool(h.Inverse), strings.Join(modalities, "|"), strings.Join(sections, "|"), strings.Join(lines, "|"), cited(h.Sources()),
		strconv.Itoa(sides[0]), strconv.Itoa(sides[1]), strconv.Itoa(sides[2]),
		strconv.FormatBool(j == way.Weakest), strconv.FormatBool(slices.Contains(way.WithoutStudy, j)),
	}
	for k, cell := range row {
		if cell != "" && strings.ContainsRune("=+-@\t\r", rune(cell[0])) {
			row[k] = "'" + cell
		}
	}
	return row
}

// edge is a hop as it is drawn: each hop of several ways once.
type edge struct {
	Hop
	weakest, noStudy bool
}

// drawing numbers the nodes of ways and lists each of their hops once, in the
// order in which they come.
func drawing(ways []Way) (nodes []Node, edges []edge) {
	for _, way := range ways {
		for i, h := range way.Hops {
			for _, n := range []Node{h.Subject, h.Object} {
				if !slices.Contains(nodes, n) {
					nodes = append(nodes, n)
				}
			}
			e := edge{h, i == way.Weakest && len(way.Hops) > 1, slices.Contains(way.WithoutStudy, i)}
			if k := slices.IndexFunc(edges, func(o edge) bool { return sameEdge(o.Hop, h) }); k >= 0 {
				edges[k].weakest = edges[k].weakest || e.weakest
				continue
			}
			edges = append(edges, e)
		}
	}
	return nodes, edges
}

func sameEdge(a, b Hop) bool {
	return a.Subject == b.Subject && a.Predicate == b.Predicate && a.Object == b.Object
}

// caption is what stands at an edge.
func (e edge) caption(words *Words) string {
	parts := []string{e.label}
	for _, c := range e.Claims {
		parts = append(parts, words.Code(vocab.Modality, c.Modality))
	}
	return strings.Join(append(parts, words.studies(len(e.Studies()))), ", ")
}

// WriteMermaid writes the ways as a Mermaid flowchart. The weakest hop of a way is
// thick, a hop without a study is dotted.
func WriteMermaid(w io.Writer, ways []Way, words *Words) error {
	nodes, edges := drawing(ways)
	var b strings.Builder
	b.WriteString("flowchart LR\n")
	for i, n := range nodes {
		fmt.Fprintf(&b, "  n%d[%q]\n", i, mermaidText(n.Label))
	}
	for _, e := range edges {
		line := "-->"
		switch {
		case e.noStudy:
			line = "-.->"
		case e.weakest:
			line = "==>"
		}
		fmt.Fprintf(&b, "  n%d %s|%q| n%d\n", slices.Index(nodes, e.Subject), line, mermaidText(e.caption(words)), slices.Index(nodes, e.Object))
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// mermaidText keeps quotes and markup out of a Mermaid string.
func mermaidText(s string) string {
	return strings.NewReplacer(`"`, "#quot;", "<", "#lt;", ">", "#gt;", "\\", "#92;", "\n", " ").Replace(s)
}

// WriteDOT writes the ways as a graph for Graphviz. The weakest hop of a way is
// bold, a hop without a study is dotted.
func WriteDOT(w io.Writer, ways []Way, words *Words) error {
	nodes, edges := drawing(ways)
	var b strings.Builder
	b.WriteString("digraph paths {\n  rankdir=LR;\n  node [shape=box, style=rounded, fontname=\"sans-serif\"];\n  edge [fontname=\"sans-serif\", fontsize=10];\n")
	for i, n := range nodes {
		fmt.Fprintf(&b, "  n%d [label=%s, URL=%s];\n", i, dotText(n.Label), dotText(n.IRI))
	}
	for _, e := range edges {
		style := "solid"
		switch {
		case e.noStudy:
			style = "dotted"
		case e.weakest:
			style = "bold"
		}
		fmt.Fprintf(&b, "  n%d -> n%d [label=%s, style=%s];\n", slices.Index(nodes, e.Subject), slices.Index(nodes, e.Object), dotText(e.caption(words)), style)
	}
	b.WriteString("}\n")
	_, err := io.WriteString(w, b.String())
	return err
}

// dotText quotes a string for DOT.
func dotText(s string) string {
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`, "\n", `\n`).Replace(s) + `"`
}
