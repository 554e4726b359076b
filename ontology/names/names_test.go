package names_test

import (
	"strings"
	"testing"

	"policygraph/graph"
	"policygraph/graph/turtle"
	"policygraph/ontology/names"
	"policygraph/ontology/vocab"
)

const data = `
@prefix : <https://w3id.org/policygraph/id/> . @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
<https://w3id.org/policygraph/id/measure/mentoring> skos:prefLabel "Mentorordninger"@nb, "Mentoring schemes"@en ; skos:altLabel "Mentoring"@en .
<https://w3id.org/policygraph/id/problem/segmentation> skos:prefLabel "Segmentering"@nb .
<https://w3id.org/policygraph/id/mechanism/segmentation> skos:prefLabel "Segmentation at work"@en .
`

func index(t *testing.T) (*names.Index, *graph.Dataset) {
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
	d := b.Dataset()
	return names.New(d, vocab.Base), d
}

func TestANameIsFoundHoweverItIsGiven(t *testing.T) {
	x, d := index(t)
	for _, name := range []string{
		"mentoring", "Mentoring", "measure/mentoring", "measure:mentoring", "Mentorordninger", "mentoring  SCHEMES",
		"https://w3id.org/policygraph/id/measure/mentoring", "<https://w3id.org/policygraph/id/measure/mentoring>",
	} {
		id, err := x.Find(name)
		if err != nil || d.Text(id) != "https://w3id.org/policygraph/id/measure/mentoring" {
			t.Errorf("Find(%q) = %d, %v", name, id, err)
		}
	}
}

func TestANameThatIsNotOneThingIsAnsweredWithWhatItMayBe(t *testing.T) {
	x, _ := index(t)
	for name, want := range map[string]string{
		"segmentation":     "mechanism/segmentation or problem/segmentation",
		"mentorng":         "mentoring",
		"measure:none":     "no",
		"http://a/unknown": "http://a/unknown",
	} {
		if _, err := x.Find(name); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("Find(%q): %v, want an error with %q", name, err, want)
		}
	}
}

func TestAThingOfAnotherKindIsNamed(t *testing.T) {
	x, _ := index(t)
	_, err := x.OfKind("problem", "Mentorordninger")
	if want := `"Mentorordninger" is no problem but measure/mentoring (Mentoring schemes)`; err == nil || err.Error() != want {
		t.Errorf("got %v, want %s", err, want)
	}
}

func TestWhereNothingHasANameNoneIsNearest(t *testing.T) {
	var b graph.Builder
	_, err := names.New(b.Dataset(), vocab.Base).Find("x")
	if want := `nothing here is named "x"`; err == nil || err.Error() != want {
		t.Errorf("got %v, want %s", err, want)
	}
}
