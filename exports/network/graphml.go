package network

import (
	"io"
	"strconv"
	"strings"

	"policygraph/exports/internal/records"
)

// What stands before and after the keys and the graph of GraphML. The namespace
// y is that of yEd, which shows no attribute as a label unless told in its own
// words; other programs pass over them.
const graphMLStart = `<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:y="http://www.yworks.com/xml/graphml" xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://www.yworks.com/xml/schema/graphml/1.0/ygraphml.xsd">
  <key id="node-graphics" for="node" yfiles.type="nodegraphics"/>
  <key id="edge-graphics" for="edge" yfiles.type="edgegraphics"/>
`

var graphMLTypes = map[records.Type]string{records.String: "string", records.Whole: "int", records.Number: "double", records.Boolean: "boolean"}

// label is the attribute that most programs show.
var label = records.Field{Name: "label"}

// WriteGraphML writes a network as GraphML. Each attribute is a typed key; a
// list is one string with | between its values. The names of nodes are those of
// [Node.ID] where GraphML allows them.
func WriteGraphML(w io.Writer, n *Network) error {
	m := newMarkup(w)
	m.raw(graphMLStart)
	m.keys("node", append([]records.Field{label}, n.NodeAttributes...))
	m.keys("edge", append([]records.Field{label}, n.EdgeAttributes...))
	m.raw("  <graph id=\"policygraph\" edgedefault=\"directed\">\n")
	names := tokens(n.Nodes)
	for _, node := range n.Nodes {
		m.graphMLNode(names[node.ID], node, n.NodeAttributes)
	}
	for _, e := range n.Edges {
		m.graphMLEdge(names, e, n.EdgeAttributes)
	}
	m.raw("  </graph>\n</graphml>\n")
	return m.w.Flush()
}

// tokens are names for nodes that an XML attribute of type NMTOKEN may have:
// their IDs, or numbers where an ID is not one.
func tokens(nodes []Node) map[string]string {
	names := make(map[string]string, len(nodes))
	for i, n := range nodes {
		names[n.ID] = n.ID
		if strings.ContainsFunc(n.ID, func(r rune) bool { return !isNameChar(r) }) {
			names[n.ID] = "n" + strconv.Itoa(i+1)
		}
	}
	return names
}

func isNameChar(r rune) bool {
	return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' || strings.ContainsRune("-._:", r)
}

func (m markup) keys(of string, fields []records.Field) {
	for _, f := range fields {
		m.raw("  <key")
		m.attribute("id", of+"-"+f.Name)
		m.attribute("for", of)
		m.attribute("attr.name", f.Name)
		m.attribute("attr.type", graphMLTypes[f.Type])
		m.raw("/>\n")
	}
}

func (m markup) graphMLNode(name string, n Node, fields []records.Field) {
	m.raw("    <node")
	m.attribute("id", name)
	m.raw(">\n")
	m.nodeGraphics(n)
	m.datum("node-label", n.Label)
	m.data("node", fields, n.Values)
	m.raw("    </node>\n")
}

func (m markup) graphMLEdge(names map[string]string, e Edge, fields []records.Field) {
	m.raw("    <edge")
	m.attribute("id", e.ID)
	m.attribute("source", names[e.Source])
	m.attribute("target", names[e.Target])
	m.raw(">\n")
	m.edgeGraphics(e)
	m.datum("edge-label", e.Label)
	m.data("edge", fields, e.Values)
	m.raw("    </edge>\n")
}

func (m markup) data(of string, fields []records.Field, values [][]string) {
	for i, f := range fields {
		if len(values[i]) > 0 {
			m.datum(of+"-"+f.Name, cell(values[i]))
		}
	}
}

func (m markup) datum(key, text string) {
	m.raw("      <data")
	m.attribute("key", key)
	m.raw(">")
	m.text(text)
	m.raw("</data>\n")
}

// nodeGraphics says in yEd's words how a node looks.
func (m markup) nodeGraphics(n Node) {
	look, lines := lookOf(n.Kind), wrap(n.Label)
	m.raw(`      <data key="node-graphics"><y:ShapeNode><y:Geometry`)
	m.number("height", 18*len(lines)+14)
	m.raw(` width="210"/><y:Fill`)
	m.attribute("color", look.hex())
	m.raw(` transparent="false"/><y:BorderStyle color="#000000" type="line" width="1.0"/><y:NodeLabel`)
	m.attribute("textColor", look.ink())
	m.raw(">")
	m.text(strings.Join(lines, "\n"))
	m.raw("</y:NodeLabel><y:Shape")
	m.attribute("type", look.yed)
	m.raw("/></y:ShapeNode></data>\n")
}

// edgeGraphics says in yEd's words how an edge looks.
func (m markup) edgeGraphics(e Edge) {
	style := "line"
	if e.Dashed {
		style = "dashed"
	}
	m.raw(`      <data key="edge-graphics"><y:PolyLineEdge><y:LineStyle color="#606060"`)
	m.attribute("type", style)
	m.raw(` width="1.0"/><y:Arrows source="none" target="standard"/><y:EdgeLabel>`)
	m.text(e.Label)
	m.raw("</y:EdgeLabel></y:PolyLineEdge></data>\n")
}
