package doctor

import (
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/cayleygraph/quad"

	"policygraph/graph"
	"policygraph/graph/formats"
)

const (
	earl = "http://www.w3.org/ns/earl#"
	dqv  = "http://www.w3.org/ns/dqv#"
)

// rdfPrefixes are those of the report in RDF.
var rdfPrefixes = []graph.Prefix{
	{Name: "dct", IRI: prefixes["dct"]}, {Name: "dqv", IRI: dqv}, {Name: "earl", IRI: earl},
	{Name: "rdf", IRI: prefixes["rdf"]}, {Name: "skos", IRI: prefixes["skos"]}, {Name: "xsd", IRI: prefixes["xsd"]},
}

// RDF writes the report in an RDF syntax: an earl:Assertion for each rule and a
// dqv:QualityMeasurement for the score of each dataset, each with an address below
// that of the catalogue.
func (r *Report) RDF(w io.Writer, format string) error {
	d, err := r.Dataset()
	if err != nil {
		return err
	}
	f, err := formats.ByName(format)
	if err != nil {
		return err
	}
	out := f.Open(w, formats.WriteOptions{Prefixes: rdfPrefixes})
	var q graph.RawQuad
	for t := range d.Quads() {
		if err := q.SetQuad(t); err != nil {
			return err
		}
		if err := out.WriteRaw(&q); err != nil {
			return err
		}
	}
	return out.Close()
}

// Dataset is the report in RDF.
func (r *Report) Dataset() (*graph.Dataset, error) {
	b := &statements{base: strings.TrimSuffix(r.Catalogue, "catalog") + "id/conformance/", catalogue: r.Catalogue}
	if r.Catalogue == "" {
		b.base, b.catalogue = "urn:policygraph:conformance:", "urn:policygraph:conformance:nothing"
	}
	tool := b.base + "doctor"
	b.is(tool, earl+"Software")
	b.text(tool, "dct:title", Text{"policygraph doctor", "policygraph doctor"})
	for i := range r.Rules {
		b.rule(r, &r.Rules[i], tool)
	}
	b.metric()
	for _, s := range r.Scores {
		measured := b.base + "points/" + strings.TrimPrefix(s.Dataset, strings.TrimSuffix(r.Catalogue, "catalog")+"id/dataset/")
		b.is(measured, dqv+"QualityMeasurement")
		b.link(measured, "dqv:isMeasurementOf", b.base+"points")
		b.link(measured, "dqv:computedOn", s.Dataset)
		b.add(measured, "dqv:value", quad.TypedString{Value: quad.String(strconv.Itoa(s.Points)), Type: quad.IRI(full("xsd:integer"))})
		b.date(measured, r.Date)
	}
	return b.b.Dataset(), b.err
}

// statements collects statements until one is refused.
type statements struct {
	b               graph.Builder
	base, catalogue string
	err             error
}

func (b *statements) add(s, p string, o quad.Value) {
	if b.err == nil {
		b.err = b.b.Add(quad.Quad{Subject: quad.IRI(s), Predicate: quad.IRI(rdfName(p)), Object: o})
	}
}

// rdfName is full with the prefix of EARL.
func rdfName(p string) string {
	if local, ok := strings.CutPrefix(p, "earl:"); ok {
		return earl + local
	}
	return full(p)
}

func (b *statements) is(s, class string)  { b.add(s, "rdf:type", quad.IRI(class)) }
func (b *statements) link(s, p, o string) { b.add(s, p, quad.IRI(o)) }
func (b *statements) date(s, day string)  { b.day(s, "dct:date", day) }
func (b *statements) text(s, p string, t Text) {
	b.add(s, p, quad.LangString{Value: quad.String(t.NB), Lang: "nb"})
	b.add(s, p, quad.LangString{Value: quad.String(t.EN), Lang: "en"})
}

func (b *statements) day(s, p, day string) {
	if day != "" {
		b.add(s, p, quad.TypedString{Value: quad.String(day), Type: quad.IRI(full("xsd:date"))})
	}
}

// rule is the assertion about one rule.
func (b *statements) rule(r *Report, q *Rule, tool string) {
	test, assertion, result := b.base+"rule/"+q.ID, b.base+"assertion/"+q.ID, b.base+"result/"+q.ID
	b.is(test, earl+"TestCriterion")
	b.text(test, "dct:title", q.Wrong)
	b.text(test, "dct:description", q.Why)
	b.is(assertion, earl+"Assertion")
	b.link(assertion, "earl:assertedBy", tool)
	b.link(assertion, "earl:subject", b.catalogue)
	b.link(assertion, "earl:test", test)
	b.link(assertion, "earl:result", result)
	b.link(assertion, "earl:mode", earl+"automatic")
	b.is(result, earl+"TestResult")
	b.link(result, "earl:outcome", earl+string(r.Outcomes[q.ID]))
	b.date(result, r.Date)
	for _, f := range r.Findings {
		if f.Rule.ID == q.ID {
			at := strings.TrimSpace(f.File + " " + f.Node)
			b.text(result, "dct:description", Text{strings.TrimSpace(at + " " + f.Detail.NB), strings.TrimSpace(at + " " + f.Detail.EN)})
		}
	}
}

// metric is what the score measures.
func (b *statements) metric() {
	metric := b.base + "points"
	b.is(metric, dqv+"Metric")
	b.text(metric, "skos:definition", Text{
		fmt.Sprintf("Poeng etter reglene til data.europa.eu, av %d.", maximum), fmt.Sprintf("Points by the rules of data.europa.eu, of %d.", maximum),
	})
	b.link(metric, "dqv:expectedDataType", full("xsd:integer"))
	b.link(metric, "dqv:inDimension", b.base+"dimension")
	b.is(b.base+"dimension", dqv+"Dimension")
	b.text(b.base+"dimension", "skos:prefLabel", Text{"Kvalitet av metadata", "Quality of metadata"})
}
