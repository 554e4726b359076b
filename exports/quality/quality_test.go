package quality_test

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/cayleygraph/quad"

	"policygraph/exports/internal/sample"
	"policygraph/exports/quality"
	"policygraph/graph"
	"policygraph/graph/turtle"
)

// harvest is the folder of the official files of the portals.
func harvest(t testing.TB, name string) string {
	t.Helper()
	return filepath.Join(sample.Harvest(t), name)
}

func read(t testing.TB, path string) []quad.Quad {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var quads []quad.Quad
	for q, err := range turtle.Read(f, turtle.ReadOptions{Name: path}) {
		if err != nil {
			t.Fatal(err)
		}
		quads = append(quads, q)
	}
	return quads
}

func dataset(t testing.TB, quads []quad.Quad) *graph.Dataset {
	t.Helper()
	var b graph.Builder
	for _, q := range quads {
		if err := b.Add(q); err != nil {
			t.Fatal(err)
		}
	}
	return b.Dataset()
}

func TestRulesAddUpToTheMaximum(t *testing.T) {
	sums := map[quality.Dimension]int{}
	all := 0
	for _, r := range quality.Rules {
		sums[r.Dimension] += r.Points
		all += r.Points
	}
	want := map[quality.Dimension]int{
		quality.Findability: 100, quality.Accessibility: 100, quality.Interoperability: 110, quality.Reusability: 75, quality.Contextuality: 20,
	}
	if fmt.Sprint(sums) != fmt.Sprint(want) || all != quality.Maximum {
		t.Errorf("%v, %d in all; want %v, %d", sums, all, want, quality.Maximum)
	}
}

// The points are those that the Norwegian scorer publishes.
func TestPointsAreThoseOfThePublishedTable(t *testing.T) {
	points := map[string]string{}
	for _, q := range read(t, harvest(t, "fdk/mqa-default-scores.ttl")) {
		if strings.HasSuffix(quad.StringOf(q.Predicate), "trueScore>") {
			_, name, _ := strings.Cut(string(q.Subject.(quad.IRI)), "#")
			points[name] = fmt.Sprint(q.Object.Native())
		}
	}
	for _, r := range quality.Rules {
		if points[r.Name] != fmt.Sprint(r.Points) {
			t.Errorf("%s earns %d, the table says %q", r.Name, r.Points, points[r.Name])
		}
		delete(points, r.Name)
	}
	delete(points, "formatMatch")
	delete(points, "syntaxValid")
	if len(points) > 0 {
		t.Errorf("rules of the table that are missing: %v", points)
	}
}

func TestTheBridgeExampleGetsAllButTheSize(t *testing.T) {
	scores := quality.Rate(dataset(t, read(t, harvest(t, "bridge-example.ttl"))), quality.Options{})
	if len(scores) != 1 || scores[0].Points != 400 || scores[0].Rating() != "excellent" {
		t.Fatalf("%+v, want one dataset with 400 points", scores)
	}
	if names := missing(scores[0]); !slices.Equal(names, []string{"byteSizeAvailability"}) {
		t.Errorf("missing %v, want the size alone", names)
	}
}

func missing(s quality.Score) (names []string) {
	for _, r := range s.Missing {
		names = append(names, r.Name)
	}
	return names
}

// Without a property, each rule that asks for it earns nothing, and no other.
func TestAPropertyThatIsGoneCostsItsPoints(t *testing.T) {
	const dcat, dct = "http://www.w3.org/ns/dcat#", "http://purl.org/dc/terms/"
	quads := read(t, harvest(t, "bridge-example.ttl"))
	for _, c := range []struct {
		property string
		cost     int
	}{
		{dcat + "keyword", 30}, {dcat + "theme", 30}, {dct + "spatial", 20}, {dct + "temporal", 20},
		{dcat + "accessURL", 50}, {dcat + "downloadURL", 50},
		{dct + "format", 20 + 10 + 20 + 20}, {dcat + "mediaType", 20},
		{dct + "license", 30}, {dct + "accessRights", 15}, {dcat + "contactPoint", 20}, {dct + "publisher", 10},
		{dct + "rights", 5}, {dct + "issued", 5}, {dct + "modified", 5},
		{dcat + "distribution", 100 + 80 + 30 + 5}, {dct + "description", 0},
	} {
		left := slices.DeleteFunc(slices.Clone(quads), func(q quad.Quad) bool { return q.Predicate == quad.IRI(c.property) })
		if got := quality.Rate(dataset(t, left), quality.Options{})[0].Points; got != 400-c.cost {
			t.Errorf("without %s: %d points, want %d", c.property, got, 400-c.cost)
		}
	}
}

func TestWhatTheDocumentCannotSayIsAsked(t *testing.T) {
	d := dataset(t, read(t, harvest(t, "bridge-example.ttl")))
	for _, c := range []struct {
		name string
		o    quality.Options
		want int
	}{
		{"nothing answers", quality.Options{Answers: func(string) bool { return false }}, 320},
		{"only pages answer", quality.Options{Answers: func(a string) bool { return !strings.Contains(a, "/dump/") }}, 370},
		{"DCAT-AP is violated", quality.Options{Conforms: func(string) bool { return false }}, 370},
	} {
		if got := quality.Rate(d, c.o)[0].Points; got != c.want {
			t.Errorf("%s: %d points, want %d", c.name, got, c.want)
		}
	}
}

func TestADatasetOfWhichNothingIsSaidIsBad(t *testing.T) {
	d := dataset(t, []quad.Quad{{
		Subject:   quad.IRI("https://example.org/d"),
		Predicate: quad.IRI("http://www.w3.org/1999/02/22-rdf-syntax-ns#type"), Object: quad.IRI("http://www.w3.org/ns/dcat#Dataset"),
	}})
	s := quality.Rate(d, quality.Options{})
	if len(s) != 1 || s[0].Points != 30 || s[0].Rating() != "bad" || s[0].Distribution != "" {
		t.Errorf("%+v, want the 30 points of not violating anything", s)
	}
}
