package evidence_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/cayleygraph/quad"

	"policygraph/graph"
	"policygraph/graph/turtle"
	"policygraph/ontology/evidence"
	"policygraph/ontology/vocab"
)

const data = `
@prefix pg: <https://w3id.org/policygraph/ns#> . @prefix code: <https://w3id.org/policygraph/code/> . @prefix : <https://w3id.org/policygraph/id/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> . @prefix dct: <http://purl.org/dc/terms/> . @prefix bibo: <http://purl.org/ontology/bibo/> .
pg:targets <http://www.w3.org/2000/01/rdf-schema#label> "retter seg mot"@nb, "targets"@en .
:m skos:prefLabel "Mentor"@nb, "Mentoring"@en ; pg:targets :k .
:k skos:prefLabel "Bånd"@nb ; pg:mitigates :p .
:p pg:contributesTo :q .
:c1 pg:subject :m ; pg:predicate pg:targets ; pg:object :k ; pg:modality code:modality-asserted ; pg:statedIn :s ; pg:lines "1190-1193", "571-574" ; pg:citedSource :theory, :berg .
:c2 pg:subject :k ; pg:predicate pg:mitigates ; pg:object :p ; pg:modality code:modality-suggested .
:s bibo:section "4.2" .
:theory pg:citedAs "Granovetter 1973" .
:berg a pg:Study ; pg:citedAs "Berg 2015" .
:f pg:supports :c2 ; pg:fromStudy :berg ; pg:direction code:direction-positive ; pg:design code:design-survey, code:design-randomised-trial ; dct:description "Flere jobber."@nb, "More jobs."@en .
:g pg:contradicts :c2 ; pg:fromStudy :berg ; pg:direction code:direction-null .
:j pg:supports :c2 .
`

func dataset(t *testing.T) *graph.Dataset {
	t.Helper()
	var b graph.Builder
	for q, err := range turtle.Read(strings.NewReader(data), turtle.ReadOptions{}) {
		if err == nil {
			err = b.Add(q)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	return b.Dataset()
}

func triple(t *testing.T, d *graph.Dataset, s string, p quad.IRI, o string) graph.Triple {
	t.Helper()
	var ids graph.Triple
	for i, iri := range []quad.IRI{vocab.IDNamespace + quad.IRI(s), p, vocab.IDNamespace + quad.IRI(o)} {
		id, ok := d.Lookup(iri)
		if !ok {
			t.Fatalf("no %s", iri)
		}
		ids[i] = id
	}
	return ids
}

func way(t *testing.T, lang string) evidence.Way {
	t.Helper()
	d := dataset(t)
	r := evidence.New(d, vocab.Base, lang)
	return evidence.NewWay([]evidence.Hop{
		r.Hop(triple(t, d, "m", vocab.Targets, "k"), false),
		r.Hop(triple(t, d, "k", vocab.Mitigates, "p"), false),
		r.Hop(triple(t, d, "p", vocab.ContributesTo, "q"), false),
	})
}

func TestAHopTellsItsClaimsAndWhatBearsOnThem(t *testing.T) {
	w := way(t, "en")
	c := w.Hops[0].Claims[0]
	if c.Modality != "asserted" || !slices.Equal(c.Sections, []string{"4.2"}) || !slices.Equal(c.Lines, []string{"571-574", "1190-1193"}) {
		t.Errorf("claim %+v", c)
	}
	c = w.Hops[1].Claims[0]
	if len(c.For) != 1 || len(c.Against) != 1 || len(c.Qualifying) != 0 {
		t.Fatalf("%d for, %d against, %d qualifying; a judgement is no finding", len(c.For), len(c.Against), len(c.Qualifying))
	}
	f := c.For[0]
	if f.Study.CitedAs != "Berg 2015" || f.Direction != "positive" || f.Strength != 5 || f.Text != "More jobs." {
		t.Errorf("finding %+v", f)
	}
	if c.Against[0].Strength != -1 {
		t.Errorf("a finding without a design has strength %d", c.Against[0].Strength)
	}
}

func TestAWayTellsWhereItIsWeak(t *testing.T) {
	w := way(t, "en")
	if w.Weakest != 2 {
		t.Errorf("the weakest hop is %d, want the one without a claim", w.Weakest)
	}
	if !slices.Equal(w.WithoutStudy, []int{2}) {
		t.Errorf("hops without a study: %v", w.WithoutStudy)
	}
	if len(w.EndToEnd) != 0 {
		t.Errorf("sources behind every hop: %v", w.EndToEnd)
	}
	two := evidence.NewWay(w.Hops[:2])
	if two.Weakest != 1 || len(two.EndToEnd) != 1 || two.EndToEnd[0].CitedAs != "Berg 2015" {
		t.Errorf("of two hops %d is the weakest, and %v stand behind both", two.Weakest, two.EndToEnd)
	}
}

func TestLabelsFallBackToOtherLanguages(t *testing.T) {
	for lang, want := range map[string][]string{
		"en": {"Mentoring", "Bånd", "p", "q"},
		"nb": {"Mentor", "Bånd", "p", "q"},
		"nn": {"Mentor", "Bånd", "p", "q"},
	} {
		var got []string
		for _, n := range way(t, lang).Nodes() {
			got = append(got, n.Label)
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s: %v, want %v", lang, got, want)
		}
	}
}

func TestAHopCanBeWalkedBackwards(t *testing.T) {
	d := dataset(t)
	h := evidence.New(d, vocab.Base, "en").Hop(triple(t, d, "m", vocab.Targets, "k"), true)
	if h.Start().Label != "Bånd" || h.End().Label != "Mentoring" {
		t.Errorf("from %s to %s", h.Start().Label, h.End().Label)
	}
}
