package feed_test

import (
	"bytes"
	"context"
	"encoding/json"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/cayleygraph/quad"

	"policygraph/exports/artifact"
	"policygraph/exports/feed"
	"policygraph/exports/internal/exported"
	"policygraph/exports/internal/sample"
	"policygraph/graph/turtle"
	"policygraph/ontology/vocab"
)

// input is what a feed is written from: a catalogue of two files.
func input(t *testing.T, yaml string) *artifact.Input {
	in := exported.Input(t, yaml)
	in.Written = []artifact.File{
		{Path: "policygraph.ttl", Entry: artifact.Entry{
			Title: artifact.Text{NB: "Grafen", EN: "The graph"}, MediaType: "text/turtle", FileType: "RDF_TURTLE", Dataset: artifact.Whole, Full: true,
		}},
		{Path: "concepts.ttl", Entry: artifact.Entry{
			Title: artifact.Text{NB: "Begrepene", EN: "The concepts"}, MediaType: "text/turtle", FileType: "RDF_TURTLE", Dataset: artifact.Knowledge,
		}},
	}
	return &in
}

func write(t *testing.T, in *artifact.Input) string {
	t.Helper()
	var b bytes.Buffer
	if err := feed.Write(context.Background(), &b, in); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// activities are the activities of a feed: their names, by what they are about.
func activities(t *testing.T, text string) (of map[string]string, types []string) {
	t.Helper()
	of = map[string]string{}
	for q, err := range turtle.Read(strings.NewReader(text), turtle.ReadOptions{Syntax: turtle.TriG}) {
		switch {
		case err != nil:
			t.Fatal(err)
		case q.Predicate == quad.IRI("https://www.w3.org/ns/activitystreams#object"):
			of[string(q.Object.(quad.IRI))] = string(q.Subject.(quad.IRI))
		case q.Predicate == vocab.RDFType && strings.HasPrefix(quad.StringOf(q.Object), "<https://www.w3.org/ns/activitystreams#"):
			types = append(types, quad.StringOf(q.Object))
		}
	}
	slices.Sort(types)
	return of, slices.Compact(types)
}

// violations are what the shapes of DCAT-AP Feeds, which are those of DCAT-AP
// besides, have against a feed.
func violations(t *testing.T, text string) (found []string) {
	t.Helper()
	dir := sample.Harvest(t)
	var sets []string
	for _, f := range []string{"ldes/dcat-ap-feeds-shape.ttl", "dcat-ap-3.0.1/shapes.ttl", "dcat-ap-3.0.1/range.ttl"} {
		sets = append(sets, filepath.Join(dir, f))
	}
	var answers map[string]map[string][]struct{ Severity, Focus, Path, Message string }
	out := sample.Node(t, "rdf-validate-shacl", "shacl.mjs", sample.File(t, "feed.trig", text), "--", "feeds="+strings.Join(sets, ","))
	if err := json.Unmarshal([]byte(out), &answers); err != nil {
		t.Fatal(err)
	}
	for _, sets := range answers {
		for _, v := range sets["feeds"] {
			if v.Severity == "Violation" {
				found = append(found, v.Focus+" "+v.Path+": "+v.Message)
			}
		}
	}
	return found
}

func TestTheFeedSatisfiesTheShapesOfDCATAPFeeds(t *testing.T) {
	for name, yaml := range map[string]string{"as built in": "", "with all that one can say": exported.Publisher} {
		text := write(t, input(t, yaml))
		for _, v := range violations(t, text) {
			t.Errorf("%s: %s", name, v)
		}
		if of, _ := activities(t, text); len(of) < 6 {
			t.Errorf("%s: %d activities", name, len(of))
		}
	}
	broken := strings.ReplaceAll(write(t, input(t, "")), "as:published", "as:updated")
	if len(violations(t, broken)) == 0 {
		t.Error("a feed with another property satisfies the shapes too")
	}
}

// An activity has the same name as long as it says the same, and else another.
func TestActivitiesAreNamedByWhatTheySay(t *testing.T) {
	one, _ := activities(t, write(t, input(t, "")))
	same, _ := activities(t, write(t, input(t, "")))
	changed := input(t, "")
	changed.Written[0].Title = artifact.Text{NB: "Hele grafen", EN: "All of the graph"}
	other, _ := activities(t, write(t, changed))
	const base = "https://w3id.org/policygraph/"
	if one[base+"catalog"] == "" || one[base+"catalog"] != same[base+"catalog"] {
		t.Errorf("%s, then %s", one[base+"catalog"], same[base+"catalog"])
	}
	distribution := base + "id/distribution/"
	if one[distribution+"policygraph.ttl"] == other[distribution+"policygraph.ttl"] {
		t.Error("a changed file has the activity of the old one")
	}
	if one[distribution+"concepts.ttl"] != other[distribution+"concepts.ttl"] {
		t.Error("a file that was not changed has another activity")
	}
}

func TestWhatHasChangedSinceItsFirstDayIsUpdated(t *testing.T) {
	for day, want := range map[string]string{"2026-01-01": "Create", "2026-02-01": "Update"} {
		in := input(t, "")
		p := *in.Publication
		p.Issued, p.Modified = "2026-01-01", day
		in.Publication = &p
		_, types := activities(t, write(t, in))
		if !slices.Equal(types, []string{"<https://www.w3.org/ns/activitystreams#" + want + ">"}) {
			t.Errorf("changed on %s: %v", day, types)
		}
	}
}
