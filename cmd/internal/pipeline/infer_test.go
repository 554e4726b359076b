package pipeline_test

import (
	"context"
	"strings"
	"testing"

	"github.com/cayleygraph/quad"

	"policygraph/cmd/internal/pipeline"
	"policygraph/graph"
	"policygraph/graph/turtle"
	"policygraph/ontology/vocab"
)

// dataset is the ontology with a text in the graph <http://e/review>.
func dataset(t *testing.T, text string) *graph.Dataset {
	t.Helper()
	var b graph.Builder
	if err := pipeline.AddOntology(&b, vocab.Base); err != nil {
		t.Fatal(err)
	}
	for q, err := range turtle.Read(strings.NewReader("@prefix pg: <"+vocab.Namespace+"> . @prefix : <http://e/> ."+text), turtle.ReadOptions{}) {
		if err != nil {
			t.Fatal(err)
		}
		q.Label = quad.IRI("http://e/review")
		if err := b.Add(q); err != nil {
			t.Fatal(err)
		}
	}
	return b.Dataset()
}

func TestAContradictionLeadsToWhatIsStated(t *testing.T) {
	for _, tc := range []struct{ name, text, want, from string }{
		{"kinds", ":p a pg:Problem . :m pg:targets :p .",
			"cax-adc: <http://e/p> would be <https://w3id.org/policygraph/ns#Mechanism> and <https://w3id.org/policygraph/ns#Problem>, which are disjoint",
			"m targets p review, p type Problem review"},
		{"a loop", ":l pg:leadsTo :l .", "prp-irp: <https://w3id.org/policygraph/ns#leadsTo> leads from <http://e/l> to itself", "l leadsTo l review"},
	} {
		list, err := pipeline.Contradictions(context.Background(), dataset(t, tc.text), 0)
		if err != nil || len(list) != 1 {
			t.Fatalf("%s: %v, %v", tc.name, list, err)
		}
		var from []string
		for _, q := range list[0].From {
			from = append(from, short(q.Subject)+" "+short(q.Predicate)+" "+short(q.Object)+" "+short(q.Label))
		}
		if got := strings.Join(from, ", "); list[0].String() != tc.want || got != tc.from {
			t.Errorf("%s: %s, from %s", tc.name, list[0], got)
		}
	}
}

func short(v quad.Value) string {
	text := strings.Trim(v.String(), "<>")
	return text[strings.LastIndexAny(text, "/#")+1:]
}

func TestTheBuiltInReviewsAreConsistent(t *testing.T) {
	d, err := pipeline.Queryable(context.Background(), pipeline.Input{Base: vocab.Base})
	if err != nil {
		t.Fatal(err)
	}
	if list, err := pipeline.Contradictions(context.Background(), d, 1); err != nil || len(list) > 0 {
		t.Errorf("%v, %v", list, err)
	}
}
