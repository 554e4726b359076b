package evidence_test

import (
	"io"
	"strings"
	"testing"

	"policygraph/ontology/evidence"
)

func TestWaysAreWrittenForPeopleAndPrograms(t *testing.T) {
	ways := []evidence.Way{way(t, "en")}
	for _, c := range []struct {
		name  string
		write func(io.Writer, []evidence.Way) error
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
      inferred: no claim states it
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
		{"csv", evidence.WriteCSV, `path,hop,from,predicate,to,from_label,to_label,inverse,modality,sections,lines,sources,for,against,limiting,weakest,no_study
1,1,https://w3id.org/policygraph/id/m,targets,https://w3id.org/policygraph/id/k,Mentoring,Bånd,false,asserted,4.2,571-574|1190-1193,Berg 2015; Granovetter 1973,0,0,0,false,false
1,2,https://w3id.org/policygraph/id/k,mitigates,https://w3id.org/policygraph/id/p,Bånd,p,false,suggested,,,Berg 2015,1,1,0,false,false
1,3,https://w3id.org/policygraph/id/p,contributesTo,https://w3id.org/policygraph/id/q,p,q,false,,,,,0,0,0,true,true
`},
	} {
		var b strings.Builder
		if err := c.write(&b, ways); err != nil || b.String() != c.want {
			t.Errorf("%s: %v\n%swant\n%s", c.name, err, b.String(), c.want)
		}
	}
}

func TestAHopThatTwoWaysShareIsDrawnOnce(t *testing.T) {
	w := way(t, "en")
	var b strings.Builder
	if err := evidence.WriteDOT(&b, []evidence.Way{w, w}); err != nil || strings.Count(b.String(), "->") != 3 {
		t.Errorf("%v\n%s", err, b.String())
	}
}
