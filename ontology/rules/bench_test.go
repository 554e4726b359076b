package rules_test

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"math/rand/v2"
	"strings"
	"testing"

	"policygraph/graph"
	"policygraph/graph/turtle"
	"policygraph/ontology"
	"policygraph/ontology/rules"
)

// generated is our ontology with about as many triples of made-up reviews, the same
// every time: for each field of policy 50 problems that feed each other, 100
// mechanisms in 20 layers, 100 measures, 20 outcomes, a claim for each link, and 5,000
// findings from 1,000 studies, as reviews code them.
func generated(tb testing.TB, triples int) *graph.Graph {
	tb.Helper()
	var b graph.Builder
	read := func(r io.Reader, o turtle.ReadOptions) {
		for q, err := range turtle.Read(r, o) {
			if err == nil {
				err = b.Add(q)
			}
			if err != nil {
				tb.Fatal(err)
			}
		}
	}
	read(bytes.NewReader(ontology.Turtle()), turtle.ReadOptions{})
	read(bytes.NewReader(madeUp(triples)), turtle.ReadOptions{Syntax: turtle.NTriples})
	return b.Dataset().Union()
}

// madeUp are the reviews in N-Triples.
func madeUp(triples int) []byte {
	m := &maker{r: rand.New(rand.NewPCG(1, 1))}
	for field := 0; m.n < triples; field++ {
		m.field(fmt.Sprint("f", field))
	}
	return m.b.Bytes()
}

type maker struct {
	b bytes.Buffer
	r *rand.Rand
	n int
}

const idNamespace, codeNamespace = "https://w3id.org/policygraph/id/", "https://w3id.org/policygraph/code/"

// say writes a triple; a name with a colon is a code, another in quotes a text.
func (m *maker) say(s, p, o string) {
	switch {
	case p == "a":
		p, o = rdfNS+"type", "<https://w3id.org/policygraph/ns#"+o+">"
	case strings.HasPrefix(o, `"`):
		p = "https://w3id.org/policygraph/ns#" + p
	case strings.HasPrefix(o, "code:"):
		p, o = "https://w3id.org/policygraph/ns#"+p, "<"+codeNamespace+o[5:]+">"
	default:
		p, o = "https://w3id.org/policygraph/ns#"+p, "<"+idNamespace+o+">"
	}
	fmt.Fprintf(&m.b, "<%s%s> <%s> %s .\n", idNamespace, s, p, o)
	m.n++
}

func (m *maker) pick(kind string, n int) string { return kind + fmt.Sprint(m.r.IntN(n)) }

func (m *maker) code(list string, codes ...string) string {
	return "code:" + list + "-" + codes[m.r.IntN(len(codes))]
}

// link writes an edge and its claim.
func (m *maker) link(field, s, p, o string) {
	claim := fmt.Sprint("claim/", field, ".", m.n)
	m.say(claim, "a", "Claim")
	m.say(claim, "subject", s)
	m.say(claim, "object", o)
	m.say(claim, "modality", m.code("modality", "asserted", "suggested"))
	m.say(claim, "statedIn", m.pick("section/"+field+".", 40))
	m.say(s, p, o)
}

func (m *maker) field(field string) {
	kind := func(name string) string { return name + "/" + field + "." }
	problem, mechanism, measure, outcome := kind("problem"), kind("mechanism"), kind("measure"), kind("outcome")
	for i := range 100 {
		m.say(measure+fmt.Sprint(i), "a", "Measure")
		m.say(mechanism+fmt.Sprint(i), "a", "Mechanism")
		for range 1 + m.r.IntN(3) {
			m.link(field, measure+fmt.Sprint(i), "targets", m.pick(mechanism, 100))
		}
		if i < 95 { // the next layer
			m.link(field, mechanism+fmt.Sprint(i), "leadsTo", mechanism+fmt.Sprint(i/5*5+5+m.r.IntN(5)))
		}
		m.link(field, mechanism+fmt.Sprint(i), []string{"contributesTo", "contributesTo", "mitigates"}[m.r.IntN(3)], m.pick(problem, 50))
	}
	for i := range 50 {
		m.say(problem+fmt.Sprint(i), "a", "Problem")
		if i > 0 { // a tree, and a few more
			m.link(field, problem+fmt.Sprint(i), "contributesTo", m.pick(problem, i))
		}
	}
	for i := range 20 {
		m.say(outcome+fmt.Sprint(i), "a", "Outcome")
		m.say(outcome+fmt.Sprint(i), "indicatorOf", m.pick(problem, 50))
	}
	m.findings(field, measure, outcome)
}

func (m *maker) findings(field, measure, outcome string) {
	for i := range 5000 {
		f := fmt.Sprint("finding/", field, ".", i)
		m.say(f, "a", "Finding")
		m.say(f, "fromStudy", m.pick("source/"+field+".", 1000))
		m.say(f, "statedIn", m.pick("section/"+field+".", 40))
		m.say(f, "lines", fmt.Sprintf("%q", fmt.Sprint(i, "-", i+3)))
		m.say(f, "evaluates", m.pick(measure, 100))
		m.say(f, "outcome", m.pick(outcome, 20))
		m.say(f, "population", m.pick("population/", 30))
		m.say(f, "design", m.code("design", "survey", "interviews", "field-experiment", "before-after"))
		m.say(f, "direction", m.code("direction", "positive", "negative", "null"))
		m.say(f, "horizon", m.code("horizon", "short", "medium", "long"))
		m.say(f, "basis", "code:basis-as-cited")
		if i%50 == 1 {
			m.say(f, "conflictsWith", fmt.Sprint("finding/", field, ".", i-1))
		}
	}
}

// BenchmarkClosure is over a million triples; the time to read them is not counted.
func BenchmarkClosure(b *testing.B) {
	g := generated(b, 1_000_000)
	b.ReportAllocs()
	found := 0
	for b.Loop() {
		list, err := rules.Closure(context.Background(), g, 0)
		if err != nil {
			b.Fatal(err)
		}
		found = len(list)
	}
	b.ReportMetric(float64(found), "inferred")
	b.ReportMetric(float64(g.Len()+found)*float64(b.N)/b.Elapsed().Seconds()/1e6, "Mtriples/s")
}

// BenchmarkProof is the smallest proof that a measure addresses a problem, among a
// million triples.
func BenchmarkProof(b *testing.B) {
	g := generated(b, 1_000_000)
	theory, err := rules.Close(context.Background(), g, 0)
	if err != nil {
		b.Fatal(err)
	}
	var goals []graph.Triple
	for _, t := range theory.Inferred() {
		if name(g, t[1]) == "addresses" {
			goals = append(goals, t)
		}
	}
	i := 0
	for b.Loop() {
		if _, _, err := theory.Proofs(context.Background(), goals[i*7919%len(goals)], 1); err != nil {
			b.Fatal(err)
		}
		i++
	}
}

// BenchmarkClashes is the closure with all that proofs and checks need, and the checks.
func BenchmarkClashes(b *testing.B) {
	g := generated(b, 1_000_000)
	b.ReportAllocs()
	for b.Loop() {
		theory, err := rules.Close(context.Background(), g, 0)
		if err != nil {
			b.Fatal(err)
		}
		if list := theory.Clashes(0); len(list) > 0 {
			b.Fatal(list)
		}
	}
}

// BenchmarkRing is a ring of 800 problems that contribute to each other.
func BenchmarkRing(b *testing.B) {
	m := &maker{}
	for i := range 800 {
		m.say(fmt.Sprint("problem/", i), "contributesTo", fmt.Sprint("problem/", (i+1)%800))
	}
	var data graph.Builder
	for _, text := range [][]byte{ontology.Turtle(), m.b.Bytes()} {
		for q, err := range turtle.Read(bytes.NewReader(text), turtle.ReadOptions{}) {
			if err == nil {
				err = data.Add(q)
			}
			if err != nil {
				b.Fatal(err)
			}
		}
	}
	g := data.Dataset().Union()
	for b.Loop() {
		if _, err := rules.Close(context.Background(), g, 0); err != nil {
			b.Fatal(err)
		}
	}
}
