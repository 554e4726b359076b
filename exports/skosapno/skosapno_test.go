package skosapno_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/cayleygraph/quad"

	"policygraph/exports/internal/sample"
	"policygraph/exports/skosapno"
	"policygraph/graph"
	"policygraph/graph/canon"
	"policygraph/graph/formats"
	"policygraph/graph/shacl"
	"policygraph/ontology/vocab"
)

var publication = skosapno.Publication{
	Publisher: "https://organization-catalogue.fellesdatakatalog.digdir.no/organizations/123456785",
	Name:      "Eksempeletaten",
	Contact:   skosapno.Contact{Name: "Begrepsgruppa", Email: "begrep@example.org", Page: "https://example.org/begrep"},
	Modified:  "2026-11-22",
}

func written(t *testing.T, d *graph.Dataset, format string) string {
	t.Helper()
	f, err := formats.ByName(format)
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := skosapno.Write(&b, d, vocab.Base, publication, f); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

const small = `
@prefix pg: <https://w3id.org/policygraph/ns#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@base <https://w3id.org/policygraph/id/> .
<measure/mentoring> a pg:Measure ; skos:prefLabel "Mentor"@nb, "Mentor"@nn, "Mentoring"@en ; skos:altLabel "Fadder"@nb ;
	skos:definition "En som hjelper."@nb, "One who helps."@en ; skos:exactMatch <http://example.org/x> .
<measure/academic-mentoring> a pg:Measure ; skos:prefLabel "Akademisk mentor"@nb, "Akademisk mentor"@nn ;
	skos:definition "En som hjelper med studier."@nb ; skos:broader <measure/mentoring> .
`

func TestAConceptIsSaidAsTheProfileWants(t *testing.T) {
	text := written(t, sample.Parse(t, small), "turtle")
	_, body, _ := strings.Cut(text, "\n\n")
	want := `<https://organization-catalogue.fellesdatakatalog.digdir.no/organizations/123456785> a org:Organization ;
    foaf:name "Eksempeletaten" .

<https://w3id.org/policygraph/id/contact> a vcard:Organization ;
    vcard:fn "Begrepsgruppa" ;
    vcard:hasEmail <mailto:begrep@example.org> ;
    vcard:hasURL <https://example.org/begrep> .

<https://w3id.org/policygraph/id/collection/measures> a skos:Collection ;
    dct:title "Tiltak"@nb, "Tiltak"@nn, "Measures"@en ;
    dct:description "Planlagte inngrep: lover, ordninger, programmer og praksiser."@nb,
        "Planlagde inngrep: lover, ordningar, program og praksisar."@nn,
        "Planned interventions: laws, schemes, programmes and practices."@en ;
    dct:identifier "https://w3id.org/policygraph/id/collection/measures"^^xsd:anyURI ;
    dct:publisher <https://organization-catalogue.fellesdatakatalog.digdir.no/organizations/123456785> ;
    dcat:contactPoint <https://w3id.org/policygraph/id/contact> ;
    skos:member <https://w3id.org/policygraph/id/measure/academic-mentoring>,
        <https://w3id.org/policygraph/id/measure/mentoring> .

<https://w3id.org/policygraph/id/measure/academic-mentoring> a skos:Concept ;
    skos:prefLabel "Akademisk mentor"@nb, "Akademisk mentor"@nn ;
    euvoc:xlDefinition <https://w3id.org/policygraph/id/measure/academic-mentoring#definition-nb> ;
    xkos:specializes <https://w3id.org/policygraph/id/measure/mentoring> ;
    dct:identifier "https://w3id.org/policygraph/id/measure/academic-mentoring"^^xsd:anyURI ;
    dct:publisher <https://organization-catalogue.fellesdatakatalog.digdir.no/organizations/123456785> ;
    dcat:contactPoint <https://w3id.org/policygraph/id/contact> ;
    dct:modified "2026-11-22"^^xsd:date ;
    uneskos:memberOf <https://w3id.org/policygraph/id/collection/measures> .

<https://w3id.org/policygraph/id/measure/academic-mentoring#definition-nb> a euvoc:XlNote ;
    rdf:value "En som hjelper med studier."@nb .

`
	if got := body[:min(len(want), len(body))]; got != want {
		t.Errorf("got %s", got)
	}
}

func TestBothSyntaxesSayTheSame(t *testing.T) {
	hash := func(format string) string {
		f, err := formats.ByName(format)
		if err != nil {
			t.Fatal(err)
		}
		var b graph.Builder
		if err := f.Read(strings.NewReader(written(t, sample.Published(t), format)), formats.ReadOptions{}, b.AddRaw); err != nil {
			t.Fatal(err)
		}
		h, err := canon.Hash(t.Context(), b.Dataset())
		if err != nil {
			t.Fatal(err)
		}
		return h
	}
	if hash("turtle") != hash("jsonld") {
		t.Error("Turtle and JSON-LD differ")
	}
}

func TestEveryFitConceptIsInACollection(t *testing.T) {
	d := sample.Published(t)
	typ, _ := d.Lookup(vocab.RDFType)
	want := 0
	for _, class := range []quad.IRI{vocab.Problem, vocab.Mechanism, vocab.Measure, vocab.Outcome, vocab.Population} {
		c, _ := d.Lookup(class)
		want += d.Union().Count(0, typ, c)
	}
	want -= len(skosapno.Unfit(d, vocab.Base))
	doc := sample.Parse(t, written(t, d, "turtle"))
	members := slices.Collect(doc.Match(graph.Pattern{Predicate: quad.IRI(vocab.SKOSNamespace + "member")}))
	concepts := slices.Collect(doc.Match(graph.Pattern{Predicate: vocab.RDFType, Object: vocab.SKOSConcept}))
	if len(members) != want || len(concepts) != want || want == 0 {
		t.Errorf("%d members and %d concepts, want %d", len(members), len(concepts), want)
	}
}

func TestConceptsThatTheProfileDoesNotTakeAreLeftOutAndTold(t *testing.T) {
	d := sample.Parse(t, small+`
		<measure/a> a pg:Measure ; skos:prefLabel "A"@nb ; skos:definition "A."@nb .
		<measure/b> a pg:Measure ; skos:prefLabel "B"@nn ; skos:definition "B."@nb .
		<measure/c> a pg:Measure ; skos:prefLabel "C"@nb, "C"@nn .
		<measure/mentoring> skos:broader <measure/c> .`)
	want := []skosapno.Lack{
		{vocab.IDNamespace + "measure/a", "one preferred name in nynorsk"},
		{vocab.IDNamespace + "measure/b", "one preferred name in bokmål"},
		{vocab.IDNamespace + "measure/c", "a definition"},
	}
	if got := skosapno.Unfit(d, vocab.Base); !slices.Equal(got, want) {
		t.Errorf("got %v", got)
	}
	for _, l := range want {
		if strings.Contains(written(t, d, "turtle"), "<"+string(l.Concept)+">") {
			t.Errorf("%s is in the catalogue", l.Concept)
		}
	}
}

func TestNoNodeIsBlank(t *testing.T) {
	d := sample.Parse(t, written(t, sample.Published(t), "turtle"))
	for id := graph.ID(1); id <= graph.ID(d.Terms()); id++ {
		if d.Kind(id) == graph.KindBNode {
			t.Errorf("blank node %s", d.Text(id))
		}
	}
}

func TestWhatTheProfileWantsOfAPublisherIsAskedFor(t *testing.T) {
	f, _ := formats.ByName("turtle")
	for want, p := range map[string]skosapno.Publication{
		"skos-ap-no: the profile wants a publisher, and none is given":                                    {Contact: publication.Contact},
		"skos-ap-no: the profile wants a contact point, and neither an email address nor a page is given": {Publisher: publication.Publisher},
		"graph: term not allowed: IRI with a character that IRIs do not have":                             {Publisher: "not an iri", Contact: publication.Contact},
	} {
		err := skosapno.Write(&bytes.Buffer{}, sample.Parse(t, small), vocab.Base, p, f)
		if err == nil || !strings.HasPrefix(want, "graph:") && err.Error() != want {
			t.Errorf("got %v, want %s", err, want)
		}
	}
}

// The official shapes find nothing to object to, and they do object where
// something is missing.
func TestTheOfficialShapesHold(t *testing.T) {
	shapes := filepath.Join(sample.Harvest(t), "skos-ap-no", "shapes-v2.ttl")
	good := written(t, sample.Parse(t, small), "turtle")
	for _, c := range []struct {
		name, text string
		broken     bool
	}{
		{"all concepts", written(t, sample.Published(t), "turtle"), false},
		{"two concepts", good, false},
		{"without a publisher", strings.ReplaceAll(good, "org:Organization", "org:Other"), true},
		{"without nynorsk", strings.ReplaceAll(good, `"@nn`, `"@da`), true},
		{"without identifiers", strings.ReplaceAll(good, "dct:identifier", "dct:other"), true},
		{"with definitions without text", strings.ReplaceAll(good, "rdf:value", "rdf:other"), true},
	} {
		t.Run(c.name, func(t *testing.T) {
			found := violations(t, shapes, c.text)
			if ours := ourViolations(t, shapes, c.text); ours != len(found) {
				t.Errorf("we find %d violations, rdf-validate-shacl %d", ours, len(found))
			}
			if (len(found) > 0) != c.broken {
				t.Errorf("%d violations, such as %s", len(found), strings.Join(found[:min(3, len(found))], "\n"))
			}
		})
	}
}

// ourViolations counts the results of our own engine.
func ourViolations(t *testing.T, file, text string) int {
	t.Helper()
	content, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	shapes, err := shacl.Compile(sample.Parse(t, string(content)).Union(), shacl.Options{Lenient: true})
	if err != nil {
		t.Fatal(err)
	}
	report, err := shapes.Validate(t.Context(), sample.Parse(t, text).Union(), shacl.ValidateOptions{})
	if err != nil {
		t.Fatal(err)
	}
	violations, warnings, infos := report.Count()
	return violations + warnings + infos
}

func absent(t *testing.T, file string) {
	t.Helper()
	if _, err := os.Stat(file); err != nil {
		if os.Getenv("CI") == "true" {
			t.Fatal(err)
		}
		t.Skipf("%v; CI runs this test", err)
	}
}

func violations(t *testing.T, shapes, text string) (found []string) {
	t.Helper()
	absent(t, "../testdata/peers/node_modules/rdf-validate-shacl")
	file := filepath.Join(t.TempDir(), "concepts.ttl")
	if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	out, err := exec.Command("node", "../testdata/peers/shacl.mjs", file, "--", "begrep="+shapes).Output()
	if err != nil {
		t.Fatal(err)
	}
	var answer map[string]map[string][]map[string]any
	if err := json.Unmarshal(out, &answer); err != nil {
		t.Fatal(err)
	}
	for _, r := range answer[file]["begrep"] {
		found = append(found, fmt.Sprint(r))
	}
	return found
}
