package network_test

import (
	"encoding/json"
	"encoding/xml"
	"fmt"
	"io"
	"maps"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"policygraph/exports/internal/records"
	"policygraph/exports/internal/sample"
	"policygraph/exports/network"
	"policygraph/graph"
	"policygraph/ontology/vocab"
)

// Readers that we did not write must read the same network back: each node and
// edge, each attribute, and each value as the type that was declared.

// readBack is a network as a peer has read it.
type readBack struct{ Nodes, Edges []element }

type element struct {
	ID, Source, Target string
	Attributes         map[string]any
}

var networks = map[string]func(*graph.Dataset, string) *network.Network{"network": network.Concepts, "evidence": network.Evidence}

func TestNetworkXReadsOurGraphML(t *testing.T) {
	read := func(path string) string { return sample.Python(t, "networkx", "graphml.py", path) }
	readsBack(t, ".graphml", read, func(n *network.Network) readBack {
		names := make(map[string]string)
		for i, node := range n.Nodes {
			if names[node.ID] = node.ID; !token.MatchString(node.ID) {
				names[node.ID] = "n" + strconv.Itoa(i+1)
			}
		}
		return expected(n, names)
	})
}

// What yEd, and networkx after it, take from its own mark-up.
var ofYEd = []string{"x", "y", "shape_type"}

// What graphology makes of the mark-up for looks, and of the kind of an edge.
var ofGEXF = []string{"color", "shape"}

func TestGraphologyReadsOurGEXF(t *testing.T) {
	read := func(path string) string { return sample.Node(t, "graphology-gexf", "gexf.mjs", path) }
	readsBack(t, ".gexf", read, func(n *network.Network) readBack {
		r := expected(n, nil)
		for i, e := range n.Edges {
			r.Edges[i].Attributes["kind"] = e.Predicate
		}
		return r
	})
}

func readsBack(t *testing.T, extension string, read func(path string) string, want func(*network.Network) readBack) {
	for name, d := range sample.Both(t) {
		for _, f := range network.Files {
			stem, ok := strings.CutSuffix(f.Path, extension)
			if !ok {
				continue
			}
			var got readBack
			if err := json.Unmarshal([]byte(read(sample.File(t, f.Path, sample.Written(t, f, d)))), &got); err != nil {
				t.Fatal(err)
			}
			n := networks[strings.TrimPrefix(stem, "policygraph-")](d, vocab.Base)
			compare(t, name+" "+f.Path, got, want(n))
		}
	}
}

func compare(t *testing.T, what string, got, want readBack) {
	t.Helper()
	for _, side := range []struct{ got, want []element }{{got.Nodes, want.Nodes}, {got.Edges, want.Edges}} {
		if len(side.got) != len(side.want) {
			t.Fatalf("%s: %d elements, want %d", what, len(side.got), len(side.want))
		}
		byID := make(map[string]element)
		for _, e := range side.got {
			byID[e.ID] = e
		}
		for _, w := range side.want {
			g := byID[w.ID]
			for _, key := range slices.Concat(ofYEd, ofGEXF) {
				delete(g.Attributes, key)
			}
			if g.Source != w.Source || g.Target != w.Target || !maps.Equal(g.Attributes, w.Attributes) {
				t.Fatalf("%s:\n%+v, want\n%+v", what, g, w)
			}
		}
	}
}

// expected is what a reader should make of a network.
func expected(n *network.Network, names map[string]string) (r readBack) {
	name := func(id string) string {
		if names == nil {
			return id
		}
		return names[id]
	}
	for _, node := range n.Nodes {
		r.Nodes = append(r.Nodes, element{ID: name(node.ID), Attributes: typed(node.Label, n.NodeAttributes, node.Values)})
	}
	for _, e := range n.Edges {
		r.Edges = append(r.Edges, element{e.ID, name(e.Source), name(e.Target), typed(e.Label, n.EdgeAttributes, e.Values)})
	}
	return r
}

func typed(label string, fields []records.Field, values [][]string) map[string]any {
	m := map[string]any{"label": inXML(label)}
	for i, f := range fields {
		if text := network.Cell(values[i]); len(values[i]) > 0 {
			m[f.Name] = value(f.Type, text)
		}
	}
	return m
}

func value(t records.Type, text string) any {
	switch t {
	case records.Whole, records.Number:
		x, _ := strconv.ParseFloat(text, 64)
		return x
	case records.Boolean:
		return text == "true"
	}
	return inXML(text)
}

// inXML is a text without what XML cannot hold.
func inXML(text string) string {
	return strings.Map(func(r rune) rune {
		if r < ' ' && !strings.ContainsRune("\t\n\r", r) || r == 0xFFFE || r == 0xFFFF {
			return '\uFFFD'
		}
		return r
	}, text)
}

var token = regexp.MustCompile(`^[A-Za-z0-9._:-]+$`)

// The schema of GraphML: what an XML reader that knows no GraphML can check.
func TestGraphMLKeepsTheRulesOfItsSchema(t *testing.T) {
	types := []string{"boolean", "int", "long", "float", "double", "string"}
	for name, d := range sample.Both(t) {
		for _, f := range network.Files {
			if !strings.HasSuffix(f.Path, ".graphml") {
				continue
			}
			ids, keys, ends := map[string]bool{}, map[string]string{}, []string{}
			element := ""
			for e := range elements(t, sample.Written(t, f, d)) {
				a := attributes(e)
				switch e.Name.Local {
				case "key":
					keys[a["id"]] = a["for"]
					if a["attr.name"] != "" && (!token.MatchString(a["attr.name"]) || !slices.Contains(types, a["attr.type"])) {
						t.Errorf("%s: key %v", name, a)
					}
				case "node", "edge":
					element = e.Name.Local
					if !token.MatchString(a["id"]) || ids[a["id"]] {
						t.Errorf("%s: id %q is no token, or there twice", name, a["id"])
					}
					ids[a["id"]] = true
					if element == "edge" {
						ends = append(ends, a["source"], a["target"])
					}
				case "data":
					if keys[a["key"]] != element {
						t.Errorf("%s: key %q on %s", name, a["key"], element)
					}
				}
			}
			for _, end := range ends {
				if !ids[end] {
					t.Errorf("%s: no node %q", name, end)
				}
			}
		}
	}
}

// The schema of GEXF 1.3, likewise.
func TestGEXFKeepsTheRulesOfItsSchema(t *testing.T) {
	allowed := map[string]*regexp.Regexp{
		"attribute.type":   regexp.MustCompile(`^(string|integer|double|boolean)$`),
		"shape.value":      regexp.MustCompile(`^(disc|square|triangle|diamond|dashed)$`),
		"edge.type":        regexp.MustCompile(`^directed$`),
		"graph.mode":       regexp.MustCompile(`^static$`),
		"attributes.class": regexp.MustCompile(`^(node|edge)$`),
		"color.r":          regexp.MustCompile(`^([0-9]|[1-9][0-9]|1[0-9]{2}|2[0-4][0-9]|25[0-5])$`),
	}
	for name, d := range sample.Both(t) {
		for _, f := range network.Files {
			if !strings.HasSuffix(f.Path, ".gexf") {
				continue
			}
			declared, class, nodes := map[string]bool{}, "", map[string]bool{}
			count := map[string]int{}
			want := map[string]string{}
			for e := range elements(t, sample.Written(t, f, d)) {
				a, element := attributes(e), e.Name.Local
				count[element]++
				for key, form := range allowed {
					if of, attribute, _ := strings.Cut(key, "."); of == element && !form.MatchString(a[attribute]) {
						t.Errorf("%s: %s is %q", name, key, a[attribute])
					}
				}
				switch element {
				case "attributes":
					class = a["class"]
				case "attribute":
					declared[class+" "+a["id"]] = true
				case "nodes", "edges":
					want[strings.TrimSuffix(element, "s")] = a["count"]
				case "node":
					class, nodes[a["id"]] = element, true
				case "edge":
					class = element
					if !nodes[a["source"]] || !nodes[a["target"]] {
						t.Errorf("%s: an edge from %q to %q", name, a["source"], a["target"])
					}
				case "attvalue":
					if !declared[class+" "+a["for"]] {
						t.Errorf("%s: %q of %s is not declared", name, a["for"], class)
					}
				}
			}
			for element, n := range want {
				if strconv.Itoa(count[element]) != n {
					t.Errorf("%s: %d of %s, and %s are counted", name, count[element], element, n)
				}
			}
		}
	}
}

// elements are the start tags of an XML document.
func elements(t *testing.T, text string) func(yield func(xml.StartElement) bool) {
	return func(yield func(xml.StartElement) bool) {
		decoder := xml.NewDecoder(strings.NewReader(text))
		for {
			token, err := decoder.Token()
			if err == io.EOF {
				return
			}
			if err != nil {
				t.Fatal(err)
			}
			if start, ok := token.(xml.StartElement); ok && !yield(start) {
				return
			}
		}
	}
}

func attributes(e xml.StartElement) map[string]string {
	m := make(map[string]string)
	for _, a := range e.Attr {
		m[a.Name.Local] = a.Value
	}
	return m
}

func TestGraphvizReadsOurDOT(t *testing.T) {
	graphviz := sample.Peer(t, "dot")
	for name, d := range sample.Both(t) {
		path := sample.File(t, "network.gv", written(t, d, ".gv"))
		var got struct {
			Objects []map[string]any
			Edges   []map[string]any
		}
		if err := json.Unmarshal([]byte(sample.Output(t, graphviz, "-Tdot_json", path)), &got); err != nil {
			t.Fatal(err)
		}
		n := network.Concepts(d, vocab.Base)
		if len(got.Objects) != len(n.Nodes) || len(got.Edges) != len(n.Edges) {
			t.Fatalf("%s: %d nodes and %d edges, want %d and %d", name, len(got.Objects), len(got.Edges), len(n.Nodes), len(n.Edges))
		}
		for _, node := range n.Nodes {
			holds(t, find(got.Objects, "name", node.ID), node.ID, n.NodeAttributes, node.Values)
		}
		for _, e := range n.Edges {
			holds(t, find(got.Edges, "id", e.ID), e.ID, n.EdgeAttributes, e.Values)
		}
	}
}

// find is the object that has a value for a key.
func find(list []map[string]any, key, value string) map[string]any {
	i := slices.IndexFunc(list, func(m map[string]any) bool { return m[key] == value })
	if i < 0 {
		return nil
	}
	return list[i]
}

// holds checks the attributes of a node or edge in Graphviz's JSON, where
// strings are still written as in DOT.
func holds(t *testing.T, got map[string]any, id string, fields []records.Field, values [][]string) {
	t.Helper()
	for i, f := range fields {
		want := strings.NewReplacer(`\`, `\\`, "\n", `\n`, "\r", "\uFFFD").Replace(inXML(network.Cell(values[i])))
		if text := fmt.Sprint(got[f.Name]); len(values[i]) > 0 && text != want {
			t.Errorf("%s: %s is %q, want %q", id, f.Name, text, want)
		}
	}
}

func TestGraphvizDrawsOurDOT(t *testing.T) {
	graphviz := sample.Peer(t, "dot")
	for name, d := range sample.Both(t) {
		n := network.Concepts(d, vocab.Base)
		svg := sample.Output(t, graphviz, "-Tsvg", sample.File(t, "network.gv", written(t, d, ".gv")))
		groups := make(map[string]int)
		for e := range elements(t, svg) {
			groups[attributes(e)["class"]]++
		}
		if groups["node"] != len(n.Nodes) || groups["edge"] != len(n.Edges) {
			t.Errorf("%s: drew %d nodes and %d edges, want %d and %d", name, groups["node"], groups["edge"], len(n.Nodes), len(n.Edges))
		}
	}
}

func written(t *testing.T, d *graph.Dataset, extension string) string {
	t.Helper()
	for _, f := range network.Files {
		if strings.HasSuffix(f.Path, extension) {
			return sample.Written(t, f, d)
		}
	}
	t.Fatalf("no file %s", extension)
	return ""
}

func named(name string) func(records.Field) bool {
	return func(f records.Field) bool { return f.Name == name }
}
