package diff_test

import (
	"slices"
	"strings"
	"testing"

	"policygraph/graph"
	"policygraph/graph/turtle"
	"policygraph/ontology/diff"
	"policygraph/ontology/vocab"
)

const prefixes = `@prefix pg: <https://w3id.org/policygraph/ns#> . @prefix code: <https://w3id.org/policygraph/code/> .
@prefix f: <https://w3id.org/policygraph/id/finding/> . @prefix g: <https://w3id.org/policygraph/id/gap/> . @prefix dct: <http://purl.org/dc/terms/> .
`

func parse(t *testing.T, text string) *graph.Dataset {
	t.Helper()
	var b graph.Builder
	for q, err := range turtle.Read(strings.NewReader(prefixes+text), turtle.ReadOptions{}) {
		if err == nil {
			err = b.Add(q)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	return b.Dataset()
}

const before = `
f:a a pg:Finding ; pg:direction code:direction-positive ; dct:description "First."@en , "Først."@nb .
f:b a pg:Finding ; pg:direction code:direction-null .
g:x a pg:EvidenceGap ; pg:gapType code:gap-no-study .
`

func TestChangesAreToldInTheWordsOfTheOntology(t *testing.T) {
	for _, c := range []struct {
		name, after string
		want        []string
	}{
		{"nothing", before, nil},
		{"another direction", strings.Replace(before, "direction-positive", "direction-null", 1), []string{"1 finding with direction changed from positive to null"}},
		{"a gap closed", strings.Replace(before, "g:x a pg:EvidenceGap ; pg:gapType code:gap-no-study .", "", 1), []string{"1 evidence gap closed"}},
		{"two findings more", before + "f:c a pg:Finding . f:d a pg:Finding .", []string{"2 findings added"}},
		{"a text in one language", strings.Replace(before, "First.", "At first.", 1), []string{"1 finding with description@en changed"}},
		{"a code more", before + "f:b pg:design code:design-survey .", []string{"1 finding with design survey added"}},
	} {
		var got []string
		for _, s := range diff.Compare(parse(t, before), parse(t, c.after), vocab.Base).Sums() {
			got = append(got, s.Text)
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

func TestReportsNameEachThing(t *testing.T) {
	after := strings.Replace(before, "direction-positive", "direction-null", 1)
	r := diff.Compare(parse(t, before), parse(t, after), vocab.Base)
	for name, want := range map[string]string{
		"text":     "1 finding with direction changed from positive to null\n  First.\n    https://w3id.org/policygraph/id/finding/a\n",
		"markdown": "- **1 finding with direction changed from positive to null**\n  - First. (`https://w3id.org/policygraph/id/finding/a`)\n",
	} {
		var b strings.Builder
		err := map[string]func() error{"text": func() error { return r.WriteText(&b) }, "markdown": func() error { return r.WriteMarkdown(&b) }}[name]()
		if err != nil || b.String() != want {
			t.Errorf("%s: %v\n%swant\n%s", name, err, b.String(), want)
		}
	}
}
