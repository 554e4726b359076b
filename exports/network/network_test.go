package network_test

import (
	"fmt"
	"maps"
	"slices"
	"testing"

	"policygraph/exports/internal/sample"
	"policygraph/exports/network"
	"policygraph/graph"
	"policygraph/ontology/vocab"
)

// The queries below count in the graph what the networks must hold. They are
// written from the ontology and share nothing with the code.

const concept = "{ ?n a pg:Problem } UNION { ?n a pg:Mechanism } UNION { ?n a pg:Measure } UNION { ?n a pg:Outcome }"

func TestEveryConceptIsANode(t *testing.T) {
	for name, d := range sample.Both(t) {
		want := sample.Ask(t, d, `SELECT DISTINCT ?n { `+concept+` }`)
		same(t, name, addresses(network.Concepts(d, vocab.Base)), column(want, 0))
	}
}

func TestEveryLinkIsOneEdge(t *testing.T) {
	for name, d := range sample.Both(t) {
		want := sample.Ask(t, d, `SELECT DISTINCT ?s ?p ?o {
			{ ?s ?p ?o } UNION { ?c a pg:Claim ; pg:subject ?s ; pg:predicate ?p ; pg:object ?o }
			FILTER EXISTS { ?s a ?a FILTER (?a IN (pg:Problem, pg:Mechanism, pg:Measure, pg:Outcome)) }
			FILTER EXISTS { ?o a ?b FILTER (?b IN (pg:Problem, pg:Mechanism, pg:Measure, pg:Outcome)) }
		}`)
		same(t, name, ends(network.Concepts(d, vocab.Base)), joined(want))
	}
}

func TestEveryThingIsANodeOfTheEvidence(t *testing.T) {
	for name, d := range sample.Both(t) {
		want := sample.Ask(t, d, `SELECT DISTINCT ?n { ?n a ?class FILTER isIRI(?n) }`)
		same(t, name, addresses(network.Evidence(d, vocab.Base)), column(want, 0))
	}
}

func TestEveryStatementBetweenThingsIsAnEdgeOfTheEvidence(t *testing.T) {
	for name, d := range sample.Both(t) {
		want := sample.Ask(t, d, `SELECT DISTINCT ?s ?p ?o { ?s ?p ?o . ?s a ?a . ?o a ?b }`)
		same(t, name, ends(network.Evidence(d, vocab.Base)), joined(want))
	}
}

// What is no edge of the evidence is a value of a node: each statement of a
// thing is one or the other.
func TestEveryOtherStatementIsAValueOfANode(t *testing.T) {
	for name, d := range sample.Both(t) {
		want := sample.Count(t, d, `SELECT (COUNT(*) AS ?n) { ?s ?p ?o . FILTER EXISTS { ?s a ?a } FILTER NOT EXISTS { ?o a ?b } }`)
		n := network.Evidence(d, vocab.Base)
		got := 0
		for _, node := range n.Nodes {
			got++ // its class, which is its kind
			for i, f := range n.NodeAttributes {
				if !slices.Contains([]string{"iri", "kind", "label_nb", "label_en"}, f.Name) {
					got += len(node.Values[i])
				}
			}
		}
		labels := sample.Count(t, d, `SELECT (COUNT(*) AS ?n) { ?s skos:prefLabel ?o FILTER (LANG(?o) IN ("nb", "en")) }`)
		if got+labels != want {
			t.Errorf("%s: %d values and %d labels, want %d", name, got, labels, want)
		}
	}
}

// Each row is a count of the edges of the network of concepts and the query
// that counts it.
func TestEdgesCountWhatIsSaidOfTheirLinks(t *testing.T) {
	const findings = `?c a pg:Claim ; pg:subject ?s ; pg:predicate ?p ; pg:object ?o . ?x ?how ?c ; a pg:Finding . `
	bears := func(how string) string { return "FILTER (?how IN (" + how + "))" }
	any := bears("pg:supports, pg:contradicts, pg:qualifies")
	networks := concepts(t)
	for field, pattern := range map[string]string{
		"claims":                     `?x a pg:Claim ; pg:subject ?s ; pg:predicate ?p ; pg:object ?o`,
		"supporting_findings":        findings + bears("pg:supports"),
		"contradicting_findings":     findings + bears("pg:contradicts"),
		"qualifying_findings":        findings + bears("pg:qualifies"),
		"supporting_judgements":      `?c pg:subject ?s ; pg:predicate ?p ; pg:object ?o . ?x pg:supports ?c ; a pg:Judgement`,
		"contradicting_judgements":   `?c pg:subject ?s ; pg:predicate ?p ; pg:object ?o . ?x pg:contradicts ?c ; a pg:Judgement`,
		"qualifying_judgements":      `?c pg:subject ?s ; pg:predicate ?p ; pg:object ?o . ?x pg:qualifies ?c ; a pg:Judgement`,
		"studies":                    `?c pg:subject ?s ; pg:predicate ?p ; pg:object ?o . ?f ?how ?c ; pg:fromStudy ?x ` + any,
		"cited_sources":              `?c pg:subject ?s ; pg:predicate ?p ; pg:object ?o ; pg:citedSource ?x`,
		"positive_findings":          findings + any + `?x pg:direction code:direction-positive`,
		"negative_findings":          findings + any + `?x pg:direction code:direction-negative`,
		"null_findings":              findings + any + `?x pg:direction code:direction-null`,
		"mixed_findings":             findings + any + `?x pg:direction code:direction-mixed`,
		"unclear_findings":           findings + any + `?x pg:direction code:direction-unclear`,
		"findings_without_direction": findings + any + `FILTER NOT EXISTS { ?x pg:direction ?d }`,
	} {
		for name, d := range sample.Both(t) {
			want := sample.Ask(t, d, `SELECT ?s ?p ?o (COUNT(DISTINCT ?x) AS ?n) { `+pattern+` } GROUP BY ?s ?p ?o`)
			n := networks[name]
			edges := ends(n)
			var got []string
			for i, v := range values(n, field) {
				if v != "0" {
					got = append(got, edges[i]+" "+v)
				}
			}
			same(t, name+" "+field, got, joined(want))
		}
	}
}

func TestNodesCountWhatIsSaidOfThem(t *testing.T) {
	networks := concepts(t)
	const about = `?x pg:about|pg:evaluates|pg:outcome|((pg:supports|pg:contradicts|pg:qualifies)/(pg:subject|pg:object)) ?n . `
	for field, pattern := range map[string]string{
		"claims":     `?x a pg:Claim ; pg:subject|pg:object ?n .`,
		"findings":   about + `?x a pg:Finding .`,
		"judgements": about + `?x a pg:Judgement .`,
		"gaps":       about + `?x a pg:EvidenceGap .`,
		"studies":    `?f a pg:Finding ; pg:fromStudy ?x ; pg:about|pg:evaluates|pg:outcome|((pg:supports|pg:contradicts|pg:qualifies)/(pg:subject|pg:object)) ?n .`,
	} {
		for name, d := range sample.Both(t) {
			want := sample.Ask(t, d, `SELECT ?n (COUNT(DISTINCT ?x) AS ?count) { `+pattern+concept+` } GROUP BY ?n`)
			n := networks[name]
			i := slices.IndexFunc(n.NodeAttributes, named(field))
			var got []string
			for _, node := range n.Nodes {
				if count := node.Values[i][0]; count != "0" {
					got = append(got, node.Values[0][0]+" "+count)
				}
			}
			same(t, name+" "+field, got, joined(want))
		}
	}
}

func TestModalityStrengthAndReviewsOfALink(t *testing.T) {
	n := network.Concepts(sample.Hard(t), vocab.Base)
	want := map[string][4]string{ // predicate: direct, modality, strength, reviews
		"addresses":     {"true", "asserted|disputed", "5", "review:r"},
		"targets":       {"false", "rejected", "", "review:r"},
		"contributesTo": {"true", "", "", ""},
		"influences":    {"true", "", "", ""},
	}
	for i, e := range n.Edges {
		got := [4]string{values(n, "direct")[i], values(n, "modality")[i], values(n, "causal_strength")[i], values(n, "review_ids")[i]}
		if got != want[e.Predicate] {
			t.Errorf("%s: %q, want %q", e.Predicate, got, want[e.Predicate])
		}
	}
	published := network.Concepts(sample.Published(t), vocab.Base)
	reviews := values(published, "review_ids")
	for i, claims := range values(published, "claims") {
		if review := reviews[i]; claims != "0" && review != "review:fafo-2020-05" {
			t.Errorf("%s stands in %q", published.Edges[i].ID, review)
		}
	}
}

func TestFilesAreTheSameEveryTimeAndBelowAnyBase(t *testing.T) {
	for name, d := range sample.Both(t) {
		for _, f := range network.Files {
			if first := sample.Written(t, f, d); first != sample.Written(t, f, d) {
				t.Errorf("%s of %s differs from one time to the next", f.Path, name)
			}
		}
	}
	empty := sample.Parse(t, "")
	for _, f := range network.Files {
		sample.Written(t, f, empty)
	}
	moved := sample.Parse(t, `<https://example.org/id/problem/p> a <https://example.org/ns#Problem> .`)
	if n := network.Concepts(moved, "https://example.org/"); len(n.Nodes) != 1 || n.Nodes[0].ID != "problem:p" {
		t.Errorf("below another base: %+v", n.Nodes)
	}
}

func BenchmarkConcepts(b *testing.B) { benchmark(b, network.Concepts) }
func BenchmarkEvidence(b *testing.B) { benchmark(b, network.Evidence) }

func benchmark(b *testing.B, of func(d *graph.Dataset, base string) *network.Network) {
	d := sample.Published(b)
	b.ReportAllocs()
	for b.Loop() {
		of(d, vocab.Base)
	}
}

func BenchmarkFiles(b *testing.B) { sample.Benchmark(b, network.Files) }

// concepts are the networks of concepts of both datasets.
func concepts(t *testing.T) map[string]*network.Network {
	list := make(map[string]*network.Network)
	for name, d := range sample.Both(t) {
		list[name] = network.Concepts(d, vocab.Base)
	}
	return list
}

// addresses are the addresses of the nodes.
func addresses(n *network.Network) (list []string) {
	for _, node := range n.Nodes {
		list = append(list, node.Values[0][0])
	}
	return list
}

// ends are subject, predicate and object of each edge.
func ends(n *network.Network) []string {
	address := make(map[string]string)
	for _, node := range n.Nodes {
		address[node.ID] = node.Values[0][0]
	}
	list := make([]string, len(n.Edges))
	for i, e := range n.Edges {
		list[i] = fmt.Sprint(address[e.Source], " ", e.Values[1][0], " ", address[e.Target])
	}
	return list
}

// values are the values that the edges have for an attribute.
func values(n *network.Network, field string) []string {
	i := slices.IndexFunc(n.EdgeAttributes, named(field))
	list := make([]string, len(n.Edges))
	for j, e := range n.Edges {
		list[j] = network.Cell(e.Values[i])
	}
	return list
}

func column(rows [][]string, i int) (list []string) {
	for _, row := range rows {
		list = append(list, row[i])
	}
	return list
}

func joined(rows [][]string) (list []string) {
	for _, row := range rows {
		text := row[0]
		for _, cell := range row[1:] {
			text += " " + cell
		}
		list = append(list, text)
	}
	return list
}

// same compares two lists of different texts without regard to order.
func same(t *testing.T, what string, got, want []string) {
	t.Helper()
	count := make(map[string]int)
	for _, s := range want {
		count[s]++
	}
	for _, s := range got {
		count[s]--
	}
	for _, s := range slices.Sorted(maps.Keys(count)) {
		if count[s] != 0 {
			t.Errorf("%s: %s is missing %d times", what, s, count[s])
		}
	}
}
