package network

import (
	"io"

	"policygraph/exports/internal/records"
)

const gexfStart = `<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://gexf.net/1.3 http://gexf.net/1.3/gexf.xsd" version="1.3">
  <meta>
    <creator>policygraph</creator>
    <description>`

var gexfTypes = map[records.Type]string{records.String: "string", records.Whole: "integer", records.Number: "double", records.Boolean: "boolean"}

// WriteGEXF writes a network as GEXF 1.3, with a colour and a shape for each
// kind of node. The predicate is the kind of an edge, so that programs keep
// apart edges between the same two nodes. A list is one string with | between
// its values.
func WriteGEXF(w io.Writer, n *Network) error {
	m := newMarkup(w)
	m.raw(gexfStart)
	m.text(n.EN)
	m.raw("</description>\n  </meta>\n  <graph defaultedgetype=\"directed\" mode=\"static\">\n")
	m.gexfAttributes("node", n.NodeAttributes)
	m.gexfAttributes("edge", n.EdgeAttributes)
	m.raw("    <nodes")
	m.number("count", len(n.Nodes))
	m.raw(">\n")
	for _, node := range n.Nodes {
		m.gexfNode(node, n.NodeAttributes)
	}
	m.raw("    </nodes>\n    <edges")
	m.number("count", len(n.Edges))
	m.raw(">\n")
	for _, e := range n.Edges {
		m.gexfEdge(e, n.EdgeAttributes)
	}
	m.raw("    </edges>\n  </graph>\n</gexf>\n")
	return m.w.Flush()
}

func (m markup) gexfAttributes(class string, fields []records.Field) {
	m.raw("    <attributes")
	m.attribute("class", class)
	m.raw(" mode=\"static\">\n")
	for _, f := range fields {
		m.raw("      <attribute")
		m.attribute("id", f.Name)
		m.attribute("title", f.Name)
		m.attribute("type", gexfTypes[f.Type])
		m.raw("/>\n")
	}
	m.raw("    </attributes>\n")
}

func (m markup) gexfNode(n Node, fields []records.Field) {
	look := lookOf(n.Kind)
	m.raw("      <node")
	m.attribute("id", n.ID)
	m.attribute("label", n.Label)
	m.raw(">\n")
	m.gexfValues(fields, n.Values)
	m.raw("        <viz:color")
	for i, name := range []string{"r", "g", "b"} {
		m.number(name, int(look.color[i]))
	}
	m.raw("/>\n        <viz:shape")
	m.attribute("value", look.gexf)
	m.raw("/>\n      </node>\n")
}

func (m markup) gexfEdge(e Edge, fields []records.Field) {
	m.raw("      <edge")
	m.attribute("id", e.ID)
	m.attribute("source", e.Source)
	m.attribute("target", e.Target)
	m.attribute("type", "directed")
	m.attribute("kind", e.Predicate)
	m.attribute("label", e.Label)
	m.raw(">\n")
	m.gexfValues(fields, e.Values)
	if e.Dashed {
		m.raw("        <viz:shape value=\"dashed\"/>\n")
	}
	m.raw("      </edge>\n")
}

func (m markup) gexfValues(fields []records.Field, values [][]string) {
	m.raw("        <attvalues>\n")
	for i, f := range fields {
		if len(values[i]) > 0 {
			m.raw("          <attvalue")
			m.attribute("for", f.Name)
			m.attribute("value", cell(values[i]))
			m.raw("/>\n")
		}
	}
	m.raw("        </attvalues>\n")
}
