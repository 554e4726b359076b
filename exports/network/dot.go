package network

import (
	"bufio"
	"io"
	"strings"

	"policygraph/exports/internal/records"
)

const dotStart = `digraph policygraph {
  graph [rankdir=LR, fontname="Helvetica", label=`

const dotDefaults = `]
  node [style=filled, fontname="Helvetica", fontsize=10]
  edge [fontname="Helvetica", fontsize=8, color="#606060"]
`

// WriteDOT writes a network for Graphviz. The attributes of the network stand
// beside those that Graphviz draws by. A list is one string with | between its
// values.
func WriteDOT(w io.Writer, n *Network) error {
	d := dot{bufio.NewWriterSize(w, 1<<16)}
	d.put(dotStart + shown(n.EN) + dotDefaults)
	for _, node := range n.Nodes {
		d.node(node, n.NodeAttributes)
	}
	for _, e := range n.Edges {
		d.edge(e, n.EdgeAttributes)
	}
	d.put("}\n")
	return d.w.Flush()
}

type dot struct{ w *bufio.Writer } // errors stick to it

func (d dot) put(text string) { _, _ = d.w.WriteString(text) }

func (d dot) node(n Node, fields []records.Field) {
	look := lookOf(n.Kind)
	d.put("  " + quoted(n.ID) + " [label=" + shown(strings.Join(wrap(n.Label), "\n")) +
		", shape=" + look.graphviz + ", fillcolor=" + quoted(look.hex()) + ", fontcolor=" + quoted(look.ink()))
	d.values(fields, n.Values)
}

func (d dot) edge(e Edge, fields []records.Field) {
	d.put("  " + quoted(e.Source) + " -> " + quoted(e.Target) + " [id=" + quoted(e.ID) + ", label=" + shown(e.Label))
	if e.Dashed {
		d.put(", style=dashed")
	}
	d.values(fields, e.Values)
}

// values writes the attributes of the network and ends the statement.
func (d dot) values(fields []records.Field, values [][]string) {
	for i, f := range fields {
		if len(values[i]) > 0 {
			d.put(", " + f.Name + "=" + quoted(cell(values[i])))
		}
	}
	d.put("]\n")
}

// quoted is a string of DOT. A backslash is doubled, and a new line is \n, as
// Graphviz reads labels; other control characters become U+FFFD, since it draws
// them into SVG.
func quoted(text string) string {
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range text {
		switch {
		case r == '"' || r == '\\':
			b.WriteByte('\\')
			b.WriteRune(r)
		case r == '\n':
			b.WriteString(`\n`)
		case r < ' ' && r != '\t' || r >= 0xFFFE && r <= 0xFFFF:
			b.WriteRune('\uFFFD')
		default:
			b.WriteRune(r)
		}
	}
	b.WriteByte('"')
	return b.String()
}

// shown is a string that Graphviz draws, in which & would begin a character
// reference.
func shown(text string) string { return quoted(strings.ReplaceAll(text, "&", "&amp;")) }
