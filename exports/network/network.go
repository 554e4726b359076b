// Package network writes the graph as networks for Gephi, yEd, Cytoscape and
// Graphviz: GraphML, GEXF and DOT.
//
// There are two networks. [Concepts] has problems, mechanisms, measures and
// outcomes as nodes and one edge for each link between two of them, with the
// number of claims, findings and studies behind it. [Evidence] has every thing
// of the graph as a node and every statement between two things as an edge.
package network

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"policygraph/exports/internal/records"
	"policygraph/graph"
)

// Network is a directed network with typed attributes. There may be several
// edges from one node to another.
type Network struct {
	NB, EN         string // titles
	NodeAttributes []records.Field
	EdgeAttributes []records.Field
	Nodes          []Node
	Edges          []Edge
}

// Node is a node of a Network.
type Node struct {
	ID     string // "measure:wage-subsidies"
	Kind   string // "measure"
	Label  string
	Values [][]string // for each attribute; nil for none
}

// Edge is an edge of a Network.
type Edge struct {
	ID             string // "e1"
	Source, Target string // IDs of nodes
	Predicate      string // local name
	Label          string
	Dashed         bool       // not in the graph as a statement, or not causal
	Values         [][]string // for each attribute; nil for none
}

// common are the attributes that all nodes have, and those that all edges have.
var (
	commonOfNodes = []records.Field{
		{Name: "iri", NB: "adresse", EN: "address"},
		{Name: "kind", NB: "slag", EN: "kind"},
		{Name: "label_nb", NB: "navn (nb)", EN: "label (nb)"},
		{Name: "label_en", NB: "navn (en)", EN: "label (en)"},
	}
	commonOfEdges = []records.Field{
		{Name: "predicate", NB: "predikat", EN: "predicate"},
		{Name: "predicate_iri", NB: "predikatets adresse", EN: "address of the predicate"},
		{Name: "predicate_nb", NB: "predikatets navn (nb)", EN: "label of the predicate (nb)"},
		{Name: "predicate_en", NB: "predikatets navn (en)", EN: "label of the predicate (en)"},
	}
	countsOfNodes = []records.Field{
		{Name: "claims", Type: records.Whole, NB: "påstander", EN: "claims"},
		{Name: "findings", Type: records.Whole, NB: "funn", EN: "findings"},
		{Name: "studies", Type: records.Whole, NB: "studier", EN: "studies"},
		{Name: "judgements", Type: records.Whole, NB: "vurderinger", EN: "judgements"},
		{Name: "gaps", Type: records.Whole, NB: "kunnskapshull", EN: "evidence gaps"},
	}
	other = records.Field{Name: "other", List: true, NB: "annet", EN: "other"}
)

// Concepts is the causal network of a dataset whose addresses start with base.
func Concepts(d *graph.Dataset, base string) *Network {
	r := records.Read(d, base)
	b := newBuilder(r, r.Concepts(), true)
	n := b.network("Problemer, mekanismer, tiltak og utfall", "Problems, mechanisms, measures and outcomes")
	links := r.Links()
	for _, f := range records.LinkFields {
		n.EdgeAttributes = append(n.EdgeAttributes, f.Field)
	}
	for _, l := range links {
		e := b.edge(graph.Triple{l.Subject, l.Predicate, l.Object})
		e.Dashed = !l.Direct || r.Relation(l.Predicate) != "causal"
		for _, f := range records.LinkFields {
			e.Values = append(e.Values, f.Values(r, l, r.Short))
		}
		n.Edges = append(n.Edges, e)
	}
	return n
}

// Evidence is the network of everything in a dataset whose addresses start with
// base.
func Evidence(d *graph.Dataset, base string) *Network {
	r := records.Read(d, base)
	b := newBuilder(r, r.Tables, false)
	n := b.network("Hele kunnskapsgrafen", "The whole graph of evidence")
	for _, t := range r.Tables {
		for _, row := range t.Rows {
			for triple := range r.Graph.Match(row.ID, 0, 0) {
				if _, _, ok := r.Find(triple.Object()); ok {
					n.Edges = append(n.Edges, b.edge(triple))
				}
			}
		}
	}
	return n
}

// builder makes the nodes and edges of a network.
type builder struct {
	r      *records.Records
	tables []records.Filled
	counts bool
	fields []records.Field // of nodes
	index  map[string]int  // of a field, by name
	edges  int
	rest   map[graph.ID][]graph.Triple
}

func newBuilder(r *records.Records, tables []records.Filled, counts bool) *builder {
	b := &builder{r: r, tables: tables, counts: counts, index: make(map[string]int), rest: make(map[graph.ID][]graph.Triple)}
	fields := slices.Clone(commonOfNodes)
	if counts {
		fields = append(fields, countsOfNodes...)
	}
	for _, f := range fields {
		b.field(f)
	}
	for _, t := range tables {
		for _, c := range t.Columns {
			if c.Form != records.Ref && !isCommon(c) {
				b.field(c.Field())
			}
		}
	}
	b.field(other)
	for _, t := range r.Rest {
		b.rest[t.Subject()] = append(b.rest[t.Subject()], t)
	}
	return b
}

// isCommon reports whether the values of a column stand in the common
// attributes.
func isCommon(c records.Column) bool { return c.Name == "label_nb" || c.Name == "label_en" }

// field adds an attribute of nodes, or widens the one of that name.
func (b *builder) field(f records.Field) {
	if i, ok := b.index[f.Name]; ok {
		b.fields[i] = b.fields[i].Merge(f)
		return
	}
	b.index[f.Name] = len(b.fields)
	b.fields = append(b.fields, f)
}

// network is the network with its nodes and as yet no edges.
func (b *builder) network(nb, en string) *Network {
	n := &Network{NB: nb, EN: en, EdgeAttributes: slices.Clone(commonOfEdges)}
	for _, t := range b.tables {
		for _, row := range t.Rows {
			n.Nodes = append(n.Nodes, b.node(t, row))
		}
	}
	for i, f := range b.fields {
		b.fields[i] = records.Settle(f, n.Nodes, func(n Node) []string { return n.Values[i] })
	}
	n.NodeAttributes = b.fields
	return n
}

func (b *builder) node(t records.Filled, row records.Row) Node {
	r := b.r
	n := Node{ID: r.Short(row.ID), Kind: t.Kind, Label: r.Name(row.ID), Values: make([][]string, len(b.fields))}
	set := func(name string, values ...string) {
		n.Values[b.index[name]] = append(n.Values[b.index[name]], values...)
	}
	set("iri", r.Data.Text(row.ID))
	set("kind", t.Kind)
	for _, lang := range []string{"nb", "en"} {
		if label := r.Label(row.ID, lang); label != "" {
			set("label_"+lang, label)
		}
	}
	if b.counts {
		for name, count := range b.count(row.ID) {
			set(name, strconv.Itoa(count))
		}
	}
	for i, c := range t.Columns {
		switch {
		case c.Form == records.Ref:
			set(other.Name, b.dangling(c, row.Cells[i])...)
		case !isCommon(c):
			set(c.Name, r.ShowAll(c, row.Cells[i])...)
		}
	}
	for _, triple := range b.rest[row.ID] {
		if _, _, ok := r.Find(triple.Object()); !ok {
			set(other.Name, r.Local(triple.Predicate())+": "+r.Data.Text(triple.Object()))
		}
	}
	return n
}

// dangling are the values of a column of things that are no things of the
// dataset.
func (b *builder) dangling(c records.Column, cell []graph.ID) (list []string) {
	for _, o := range cell {
		if _, _, ok := b.r.Find(o); !ok {
			list = append(list, c.Name+": "+b.r.Data.Text(o))
		}
	}
	return list
}

// count is how much is said of a concept, in all ways together.
func (b *builder) count(concept graph.ID) map[string]int {
	e := b.r.Around(concept)
	return map[string]int{
		"claims": len(e.Claims), "findings": len(e.Findings), "studies": len(e.Studies), "judgements": len(e.Judgements), "gaps": len(e.Gaps),
	}
}

// edge is the edge of a triple, with the common attributes.
func (b *builder) edge(t graph.Triple) Edge {
	b.edges++
	local := b.r.Local(t.Predicate())
	nb, en := b.r.PropertyLabels(t.Predicate())
	return Edge{
		ID: fmt.Sprint("e", b.edges), Source: b.r.Short(t.Subject()), Target: b.r.Short(t.Object()),
		Predicate: local, Label: nb,
		Values: [][]string{{local}, {b.r.Data.Text(t.Predicate())}, {nb}, {en}},
	}
}

// cell is the text of a value in formats that have no lists.
func cell(values []string) string { return strings.Join(values, records.Separator) }
