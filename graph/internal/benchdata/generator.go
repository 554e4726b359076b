// Package benchdata generates a policy evidence graph of any size, the same
// bytes for the same size and seed, for benchmarks.
//
// Below https://example.org/peg/ there are, per policy domain, a tree of 50
// problems, 100 mechanisms in 20 layers that lead to each other mostly
// downwards, 12 outcomes and about 100 measures in a hierarchy; and over all
// domains authors, studies that cite each other with a heavy tail, and
// findings, which make up most of the graph. The graph grows by more domains,
// not larger ones: closures inside a domain keep their size. There are no
// blank nodes and no statement comes twice.
//
// The random numbers are those of SplitMix64, so that programs in other
// languages can make the same graph.
package benchdata

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"math/bits"
	"slices"
	"strings"
)

const (
	base = "https://example.org/peg/"
	ns   = base + "ns#"
	rdf  = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
	rdfs = "http://www.w3.org/2000/01/rdf-schema#"
	owl  = "http://www.w3.org/2002/07/owl#"
	xsd  = "http://www.w3.org/2001/XMLSchema#"
)

// Sizes of a domain, and of what is not in one.
const (
	layers              = 20
	mechanismsPerDomain = 100
	mechanismsPerLayer  = mechanismsPerDomain / layers
	measuresPerDomain   = 100
	mesoPerDomain       = 7
	problemsPerDomain   = 50 // one macro problem, meso and micro
	outcomesPerDomain   = 12
	findingsPerMeasure  = 50
	findingsPerStudy    = 6
	triplesPerFinding   = 11.56 // of the whole graph, as measured
)

// Smallest is the least number of triples that Write can aim at.
const Smallest = 5000

// NTriples is what Write writes.
func NTriples(triples int, seed uint64) []byte {
	var b bytes.Buffer
	if err := Write(&b, triples, seed); err != nil {
		panic(err) // a Buffer takes everything
	}
	return b.Bytes()
}

// Write writes a graph of about as many triples, from 30,000 on within 2 %, as
// N-Triples, grouped by subject. A number below Smallest counts as that.
func Write(w io.Writer, triples int, seed uint64) error {
	findings := int(float64(max(triples, Smallest)) / triplesPerFinding)
	studies := findings / findingsPerStudy
	measures := max(20, findings/findingsPerMeasure)
	g := generator{
		w:        bufio.NewWriterSize(w, 64<<10),
		state:    seed,
		domains:  max(1, (measures+measuresPerDomain/2)/measuresPerDomain),
		measures: measures,
		authors:  max(10, studies*6/10),
		studies:  studies,
		findings: findings,
	}
	for _, write := range []func(*generator){
		(*generator).writeOntology, (*generator).writeProblems, (*generator).writeMechanisms, (*generator).writeOutcomes,
		(*generator).writeMeasures, (*generator).writeAuthors, (*generator).writeStudies, (*generator).writeFindings,
	} {
		write(&g)
	}
	return g.w.Flush()
}

// generator holds the sizes of the graph, the state of the random numbers and
// the subject being written.
type generator struct {
	w       *bufio.Writer
	state   uint64
	subject string

	domains, measures, authors, studies, findings int
}

// below draws a number from 0 up to n-1: SplitMix64, multiplied and shifted.
func (g *generator) below(n int) int {
	g.state += 0x9E3779B97F4A7C15
	z := g.state
	z = (z ^ z>>30) * 0xBF58476D1CE4E5B9
	z = (z ^ z>>27) * 0x94D049BB133111EB
	high, _ := bits.Mul64(z^z>>31, uint64(n))
	return int(high)
}

// chance is true in so many of 100 cases.
func (g *generator) chance(percent int) bool { return g.below(100) < percent }

// some gives from lo to hi different numbers in the order they were drawn;
// fewer, if drawing three times as often does not give enough.
func (g *generator) some(lo, hi int, draw func() int) (drawn []int) {
	want := lo + g.below(hi-lo+1)
	for tries := 3 * want; tries > 0 && len(drawn) < want; tries-- {
		if n := draw(); !slices.Contains(drawn, n) {
			drawn = append(drawn, n)
		}
	}
	return drawn
}

func pick[T any](g *generator, from []T) T { return from[g.below(len(from))] }

// begin makes an entity the subject and says its class.
func (g *generator) begin(subject, class string) {
	g.subject = subject
	g.add(rdf+"type", iri(class))
}

// add writes one triple of the subject.
func (g *generator) add(predicate, object string) {
	fmt.Fprintf(g.w, "<%s> <%s> %s .\n", g.subject, predicate, object)
}

// label writes the labels that are not empty.
func (g *generator) label(p pair) {
	if p.nb != "" {
		g.add(rdfs+"label", text(p.nb, "nb"))
	}
	if p.en != "" {
		g.add(rdfs+"label", text(p.en, "en"))
	}
}

func iri(s string) string { return "<" + s + ">" }

// entity is the IRI of the entity with a number, or of one with a name.
func entity(kind, prefix string, n int) string { return fmt.Sprint(base, kind, "/", prefix, n) }
func named(kind, name string) string           { return iri(base + kind + "/" + name) }

func typed(lexical, datatype string) string { return fmt.Sprintf("%q^^<%s%s>", lexical, xsd, datatype) }

var escaper = strings.NewReplacer("\\", "\\\\", "\"", "\\\"", "\n", "\\n")

func text(s, lang string) string { return "\"" + escaper.Replace(s) + "\"@" + lang }
