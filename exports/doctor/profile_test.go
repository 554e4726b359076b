package doctor

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/cayleygraph/quad"

	"policygraph/exports/internal/sample"
	"policygraph/graph"
	"policygraph/graph/shacl"
	"policygraph/graph/turtle"
)

// official are the files of each profile, within the folder of what portals
// publish.
var official = map[string][]string{
	"dcat-ap-3":              {"dcat-ap-3.0.1/shapes.ttl", "dcat-ap-3.0.1/range.ttl"},
	"dcat-ap-3-generated":    {"dcat-ap-3.0.1/generated-SHACL.ttl", "dcat-ap-3.0.1/generated-ranges.ttl"},
	"dcat-ap-3-vocabularies": {"dcat-ap-3.0.1/mdr-vocabularies.shape.ttl"},
	"dcat-ap-no-3":           {"dcat-ap-no/shapes-3.0-transcribed.ttl"},
	"dcat-ap-2":              {"dcat-ap-2.1.1/shapes.ttl", "dcat-ap-2.1.1/range.ttl"},
	"dcat-ap-2-vocabularies": {"dcat-ap-2.1.1/mdr-vocabularies.shape.ttl"},
	"dcat-ap-no-2":           {"dcat-ap-no/shapes-2.2.ttl"},
	"data-norge-score":       {"fdk/mqa-dcat-shapes-2.0.0.ttl"},
}

func quads(t testing.TB, files ...string) (all []quad.Quad) {
	t.Helper()
	for i, name := range files {
		f, err := os.Open(name)
		if err != nil {
			t.Fatal(err)
		}
		defer f.Close()
		for q, err := range turtle.Read(f, turtle.ReadOptions{Name: name, Base: "https://example.org/", BlankPrefix: fmt.Sprintf("f%d", i)}) {
			if err != nil {
				t.Fatal(err)
			}
			all = append(all, q)
		}
	}
	return all
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

// violations are the places where a graph breaks shapes, each once.
func violations(t testing.TB, shapes *shacl.Shapes, d *graph.Dataset) (places []string) {
	t.Helper()
	r, err := shapes.Validate(context.Background(), d.Union(), shacl.ValidateOptions{Severity: shacl.Violation})
	if err != nil {
		t.Fatal(err)
	}
	for _, found := range r.Results {
		places = append(places, fmt.Sprintf("%v %v", found.FocusNode, found.Path))
	}
	slices.Sort(places)
	return slices.Compact(places)
}

func TestEveryProfileHasItsObligations(t *testing.T) {
	for i := range Profiles {
		if n := strings.Count(Profiles[i].Turtle(), "sh:path"); n < 15 {
			t.Errorf("%s has %d property shapes", Profiles[i].ID, n)
		}
	}
	if _, err := compiled(); err != nil {
		t.Error(err)
	}
}

func TestTheTableOfObligationsIsChecked(t *testing.T) {
	for _, text := range []string{"dct:title", "dct:title X 1..", "dct:title E about:it", "dct:title E 1.. ; literal"} {
		if _, err := readObligations("[dcat:Dataset]\n" + text + "\n"); err == nil {
			t.Errorf("%q is read", text)
		}
	}
}

// Our shapes find the places that the official ones find, in good catalogues and
// in each that lacks, doubles or misspells something.
func TestOurShapesFindWhatTheOfficialOnesFind(t *testing.T) {
	dir := sample.Harvest(t)
	ours, err := compiled()
	if err != nil {
		t.Fatal(err)
	}
	documents := map[string][]quad.Quad{
		"bridge example": quads(t, filepath.Join(dir, "bridge-example.ttl")),
		"example of 2.0": quads(t, filepath.Join(dir, "dcat-ap-no", "example-2.0.ttl")),
		"series of NO":   quads(t, filepath.Join(dir, "dcat-ap-no", "example-series.ttl")),
		"harvested":      quads(t, filepath.Join(dir, "fdk", "harvest-ok.ttl")),
		"nested":         quads(t, filepath.Join(dir, "fdk", "nested-blank-nodes.ttl")),
	}
	for _, name := range []string{"catalog.ttl", "catalog.dcat-ap-3.ttl", "catalog.dcat-ap-2.ttl"} {
		documents[name] = quads(t, filepath.Join("..", "published", name))
	}
	mutated := mutations(documents["bridge example"], "")
	for _, name := range []string{"catalog.dcat-ap-3.ttl", "catalog.dcat-ap-2.ttl"} {
		for _, property := range []string{"dcat:byteSize", "spdx:checksum", "spdx:algorithm", "spdx:checksumValue", "adms:status"} {
			for what, all := range mutations(picked(documents[name]), full(property)) {
				mutated[name+": "+what] = all
			}
		}
	}
	if len(mutated) < 200 {
		t.Fatalf("%d mutations, want 200 at least", len(mutated))
	}
	for what, all := range mutated {
		documents[what] = all
	}
	broken := 0
	for _, p := range Profiles {
		var files []string
		for _, f := range official[p.ID] {
			files = append(files, filepath.Join(dir, f))
		}
		theirs, err := shacl.Compile(dataset(t, quads(t, files...)).Union(), shacl.Options{Lenient: true})
		if err != nil {
			t.Fatal(err)
		}
		for name, all := range documents {
			d := dataset(t, all)
			want, got := violations(t, theirs, d), violations(t, ours[p.ID], d)
			want = slices.DeleteFunc(want, func(place string) bool { return excused(place, all) })
			got = slices.DeleteFunc(got, func(place string) bool { return excused(place, all) })
			if len(want) > 0 {
				broken++
			}
			if !slices.Equal(want, got) {
				t.Errorf("%s, %s:\nofficial: %s\nours:     %s", p.ID, name, only(want, got), only(got, want))
			}
		}
	}
	t.Logf("%d documents, %d of them mutations; %d verdicts of %d are that a profile is broken", len(documents), len(mutated), broken, len(documents)*len(Profiles))
}

func only(a, b []string) string {
	return strings.Join(slices.DeleteFunc(slices.Clone(a), func(s string) bool { return slices.Contains(b, s) }), "\n          ")
}

// excused are the places where we differ on purpose: rules and services of public
// administration, which the Norwegian shapes also know, are in no catalogue of
// data, and our table leaves them out.
func excused(place string, all []quad.Quad) bool {
	focus, _, _ := strings.Cut(place, " ")
	return slices.ContainsFunc(all, func(q quad.Quad) bool {
		return q.Object == quad.IRI(full("cpsv:Rule")) && fmt.Sprint(q.Subject) == focus
	})
}

// picked is a catalogue with few distributions, so that each mutation is tried
// once and not for each file.
func picked(all []quad.Quad) []quad.Quad {
	kept := map[quad.Value]bool{}
	distribution := quad.IRI(full("dcat:distribution"))
	n := map[quad.Value]int{}
	drop := map[quad.Value]bool{}
	for _, q := range all {
		if q.Predicate == distribution {
			if n[q.Subject]++; n[q.Subject] > 1 || len(kept) >= 2 {
				drop[q.Object] = true
			} else {
				kept[q.Object] = true
			}
		}
	}
	for _, q := range all {
		if drop[q.Subject] && q.Predicate == quad.IRI(full("spdx:checksum")) {
			drop[q.Object] = true
		}
	}
	return slices.DeleteFunc(slices.Clone(all), func(q quad.Quad) bool { return drop[q.Subject] || drop[q.Object] })
}

// mutations are documents with one mistake each: a property of a node of each class is gone,
// stands twice, has another language or none, another datatype, or is a thing of
// another kind. Of a property alone, if one is named.
func mutations(all []quad.Quad, property string) map[string][]quad.Quad {
	documents := map[string][]quad.Quad{}
	type at struct{ class, p quad.Value }
	class := map[quad.Value]quad.Value{}
	for _, q := range all {
		if q.Predicate == quad.IRI(graph.RDFType) {
			class[q.Subject] = q.Object
		}
	}
	seen := map[at]bool{}
	for i, q := range all {
		if seen[at{class[q.Subject], q.Predicate}] || property != "" && q.Predicate != quad.IRI(property) {
			continue
		}
		seen[at{class[q.Subject], q.Predicate}] = true
		where := fmt.Sprintf("%v %v", q.Subject, q.Predicate)
		documents["without "+where] = slices.DeleteFunc(slices.Clone(all), func(other quad.Quad) bool {
			return other.Subject == q.Subject && other.Predicate == q.Predicate
		})
		for what, value := range otherValues(q.Object) {
			changed := slices.Clone(all)
			changed[i].Object = value
			documents[what+" "+where] = changed
		}
		twice := q
		twice.Object = another(q.Object)
		documents["twice "+where] = append(slices.Clone(all), twice)
	}
	return documents
}

// another is a value of the same kind.
func another(v quad.Value) quad.Value {
	switch v := v.(type) {
	case quad.IRI:
		return v + "X"
	case quad.LangString:
		return quad.LangString{Value: v.Value + "X", Lang: v.Lang}
	case quad.TypedString:
		return quad.TypedString{Value: "1999-01-01", Type: v.Type}
	}
	return quad.String(quad.StringOf(v) + "X")
}

// otherValues are values of other kinds.
func otherValues(v quad.Value) map[string]quad.Value {
	values := map[string]quad.Value{"as text": quad.String("text")}
	switch v := v.(type) {
	case quad.IRI:
		values["elsewhere"] = quad.IRI("https://example.org/elsewhere")
		values["blank"] = quad.BNode("nobody")
		values["over the other scheme"] = quad.IRI(strings.Replace(string(v), "http:", "https:", 1))
	case quad.LangString:
		values["without a tag"] = v.Value
		values["as a thing"] = quad.IRI("https://example.org/thing")
	case quad.TypedString:
		values["as a year"] = quad.TypedString{Value: "2020", Type: quad.IRI(full("xsd:gYear"))}
		values["as a number"] = quad.TypedString{Value: "1", Type: quad.IRI(full("xsd:integer"))}
	}
	return values
}
