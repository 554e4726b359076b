package evidence_test

import (
	"io"
	"strings"
	"testing"

	"github.com/cayleygraph/quad"

	"policygraph/graph"
	"policygraph/ontology/evidence"
	"policygraph/ontology/vocab"
)

func TestWaysAreWrittenForPeopleAndPrograms(t *testing.T) {
	ways := []evidence.Way{way(t, "en")}
	for _, c := range []struct {
		name  string
		write func(io.Writer, []evidence.Way, *evidence.Words) error
		want  string
	}{
		{"text", evidence.WriteText, `1. Mentoring
   ──targets─▶ Bånd
      asserted in 4.2, lines 571-574, 1190-1193; cites Berg 2015; Granovetter 1973
   ──mitigates─▶ p
      suggested
      for: Berg 2015 (positive, randomised-trial, survey): More jobs.
      against: Berg 2015 (null): 
   ──contributesTo─▶ q  [weakest hop]  [no study]
      no claim states it
   no single source stands behind every hop
`},
		{"mermaid", evidence.WriteMermaid, `flowchart LR
  n0["Mentoring"]
  n1["Bånd"]
  n2["p"]
  n3["q"]
  n0 -->|"targets, asserted, 1 study"| n1
  n1 -->|"mitigates, suggested, 1 study"| n2
  n2 -.->|"contributesTo, 0 studies"| n3
`},
		{"dot", evidence.WriteDOT, `digraph paths {
  rankdir=LR;
  node [shape=box, style=rounded, fontname="sans-serif"];
  edge [fontname="sans-serif", fontsize=10];
  n0 [label="Mentoring", URL="https://w3id.org/policygraph/id/m"];
  n1 [label="Bånd", URL="https://w3id.org/policygraph/id/k"];
  n2 [label="p", URL="https://w3id.org/policygraph/id/p"];
  n3 [label="q", URL="https://w3id.org/policygraph/id/q"];
  n0 -> n1 [label="targets, asserted, 1 study", style=solid];
  n1 -> n2 [label="mitigates, suggested, 1 study", style=solid];
  n2 -> n3 [label="contributesTo, 0 studies", style=dotted];
}
`},
		{"csv", func(w io.Writer, ways []evidence.Way, _ *evidence.Words) error { return evidence.WriteCSV(w, ways) }, `path,hop,from,predicate,to,from_label,to_label,inverse,modality,sections,lines,sources,for,against,limiting,weakest,no_study
1,1,https://w3id.org/policygraph/id/m,targets,https://w3id.org/policygraph/id/k,Mentoring,Bånd,false,asserted,4.2,571-574|1190-1193,Berg 2015; Granovetter 1973,0,0,0,false,false
1,2,https://w3id.org/policygraph/id/k,mitigates,https://w3id.org/policygraph/id/p,Bånd,p,false,suggested,,,Berg 2015,1,1,0,false,false
1,3,https://w3id.org/policygraph/id/p,contributesTo,https://w3id.org/policygraph/id/q,p,q,false,,,,,0,0,0,true,true
`},
	} {
		var b strings.Builder
		if err := c.write(&b, ways, evidence.WordsIn("en")); err != nil || b.String() != c.want {
			t.Errorf("%s: %v\n%swant\n%s", c.name, err, b.String(), c.want)
		}
	}
}

func TestAHopThatTwoWaysShareIsDrawnOnce(t *testing.T) {
	w := way(t, "en")
	var b strings.Builder
	if err := evidence.WriteDOT(&b, []evidence.Way{w, w}, evidence.WordsIn("en")); err != nil || strings.Count(b.String(), "->") != 3 {
		t.Errorf("%v\n%s", err, b.String())
	}
}

func TestInNorwegianAllIsNorwegian(t *testing.T) {
	const want = `1. Mentor
   ──retter seg mot─▶ Bånd
      slått fast i 4.2, linje 571-574, 1190-1193; viser til Berg 2015; Granovetter 1973
   ──mitigates─▶ p
      foreslått
      for: Berg 2015 (positiv, randomisert forsøk, spørreundersøkelse): Flere jobber.
      mot: Berg 2015 (ingen): 
   ──contributesTo─▶ q  [svakeste ledd]  [ingen studie]
      ingen påstand sier det
   ingen enkelt kilde står bak hvert ledd
`
	var b strings.Builder
	if err := evidence.WriteText(&b, []evidence.Way{way(t, "nb")}, evidence.WordsIn("nb")); err != nil || b.String() != want {
		t.Errorf("%v\n%swant\n%s", err, b.String(), want)
	}
}

func TestOnlyWhatFollowsIsInferred(t *testing.T) {
	var b graph.Builder
	iri := func(s string) quad.IRI { return quad.IRI("http://e/" + s) }
	broader := quad.IRI("http://www.w3.org/2004/02/skos/core#broader")
	for _, q := range []quad.Quad{
		{Subject: iri("a"), Predicate: broader, Object: iri("b")},
		{Subject: iri("b"), Predicate: vocab.Targets, Object: iri("c")},
		{Subject: iri("c"), Predicate: broader, Object: iri("d"), Label: vocab.GraphNamespace + quad.IRI("inferred")},
	} {
		if err := b.Add(q); err != nil {
			t.Fatal(err)
		}
	}
	d := b.Dataset()
	r := evidence.New(d, vocab.Base, "en")
	for want, hop := range map[string][3]quad.IRI{
		"1. a\n   ──broader─▶ b\n":                                                 {iri("a"), broader, iri("b")},
		"1. b\n   ──targets─▶ c  [no study]\n      no claim states it\n":           {iri("b"), vocab.Targets, iri("c")},
		"1. c\n   ──broader─▶ d  [no study]\n      inferred: no claim states it\n": {iri("c"), broader, iri("d")},
	} {
		var ids graph.Triple
		for i, term := range hop {
			ids[i], _ = d.Lookup(term)
		}
		var out strings.Builder
		if err := evidence.WriteText(&out, []evidence.Way{evidence.NewWay([]evidence.Hop{r.Hop(ids, false)})}, evidence.WordsIn("en")); err != nil || out.String() != want {
			t.Errorf("%v\n%swant\n%s", err, out.String(), want)
		}
	}
}
