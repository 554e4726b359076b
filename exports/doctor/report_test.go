package doctor

import (
	"bytes"
	"encoding/json"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/cayleygraph/quad"

	"policygraph/exports/quality"
	"policygraph/graph"
)

// The page for people has the rules that there are.
func TestThePageHasTheRulesOfToday(t *testing.T) {
	text, err := os.ReadFile("../../docs/doctor.md")
	if err != nil {
		t.Fatal(err)
	}
	var rules bytes.Buffer
	if err := WriteRules(&rules, English); err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(string(text), rules.String()) {
		t.Error("docs/doctor.md has other rules; policygraph doctor --rules prints those of today")
	}
}

// ids are the rules that were broken, each once, in the order of the report.
func ids(r *Report) (list []string) {
	for _, f := range r.Findings {
		if !slices.Contains(list, f.Rule.ID) {
			list = append(list, f.Rule.ID)
		}
	}
	return list
}

func TestWhatIsMandatoryIsAskedByEachProfile(t *testing.T) {
	for _, c := range []struct {
		node, property string
		want           []string // profiles
	}{
		{whole1, "dct:title", []string{"dcat-ap-3", "dcat-ap-no-3", "dcat-ap-2", "dcat-ap-no-2", "dcat-ap-3-generated", "data-norge-score"}},
		{whole1, "dcat:theme", []string{"dcat-ap-no-3", "dcat-ap-no-2", "data-norge-score"}},
		{whole1, "dcat:contactPoint", []string{"dcat-ap-no-3"}},
		{whole1, "dct:identifier", []string{"dcat-ap-no-2", "data-norge-score"}},
		{prefixes["eu"] + "country/NOR", "skos:prefLabel", []string{"dcat-ap-3", "dcat-ap-2", "dcat-ap-3-generated", "data-norge-score"}},
		{prefixes["eu"] + "language/NOB", "skos:inScheme", []string{"dcat-ap-no-2", "dcat-ap-3-vocabularies", "dcat-ap-2-vocabularies", "data-norge-score"}},
	} {
		var want []string
		for _, p := range c.want {
			want = append(want, ruleOfProfile(p))
		}
		var got []string
		r := examined(t, seed(without(c.node, c.property)).folder(), Options{})
		for _, id := range ids(r) {
			if strings.HasPrefix(id, "shapes-") {
				got = append(got, id)
			}
		}
		slices.Sort(got)
		slices.Sort(want)
		if !slices.Equal(got, want) {
			t.Errorf("without %s of %s: %q, want %q", c.property, c.node, got, want)
		}
	}
}

func TestWhatEarnsPointsIsCounted(t *testing.T) {
	for property, want := range map[string][]string{
		"dcat:keyword":      {"points-keywordAvailability"},
		"dct:spatial":       {"points-spatialAvailability"},
		"dct:accessRights":  {"points-accessRightsAvailability", "points-accessRightsVocabularyAlignment"},
		"dcat:distribution": {"points-accessUrlStatusCode", "points-downloadUrlAvailability", "points-downloadUrlStatusCode"},
	} {
		r := examined(t, seed(without(whole1, property)).folder(), Options{})
		for _, id := range want {
			i := slices.IndexFunc(r.Findings, func(f Finding) bool { return f.Rule.ID == id && f.Node == whole1 && f.File == "catalog.ttl" })
			if i < 0 {
				t.Errorf("without %s: no %s in %q", property, id, ids(r))
			}
		}
	}
	if len(points) != len(quality.Rules) {
		t.Errorf("%d rules have words in bokmål, of %d", len(points), len(quality.Rules))
	}
}

func TestTheSameExportGivesTheSameReport(t *testing.T) {
	change := both(without(whole1, "dct:title"), says(words1, "dcat:keyword", langString("a, b", "en")), view(page2, "next", page2))
	var first string
	for range 2 {
		r := examined(t, seed(change).folder(), Options{})
		var out bytes.Buffer
		for _, err := range []error{r.Text(&out, English), r.Text(&out, Bokmål), r.JSON(&out, English), r.RDF(&out, "turtle"), r.RDF(&out, "jsonld")} {
			if err != nil {
				t.Fatal(err)
			}
		}
		if first != "" && out.String() != first {
			t.Error("another report")
		}
		first = out.String()
	}
}

// The report in RDF says of each rule what became of it, and of each dataset what
// it earns, without a blank node.
func TestTheReportInRDFSaysAll(t *testing.T) {
	r := examined(t, seed(without(whole1, "dct:title")).folder(), Options{})
	d, err := r.Dataset()
	if err != nil {
		t.Fatal(err)
	}
	outcomes := map[string]int{}
	for q := range d.Quads() {
		if _, blank := q.Subject.(quad.BNode); blank {
			t.Fatalf("%v", q)
		}
		if q.Predicate == quad.IRI(earl+"outcome") {
			outcomes[strings.TrimPrefix(string(q.Object.(quad.IRI)), earl)]++
		}
	}
	for _, o := range []Outcome{Passed, Failed, Inapplicable} {
		if outcomes[string(o)] != r.outcomes(o) || outcomes[string(o)] == 0 {
			t.Errorf("%d %s, want %d", outcomes[string(o)], o, r.outcomes(o))
		}
	}
}

// A mistake in a form of the catalogue that portals are not given is told as that.
func TestAMistakeBesideWhatIsRegistered(t *testing.T) {
	for name, want := range map[string]string{
		"catalog.nt":  "  CKAN            takes everything, but refuses other forms of the catalogue, because of syntax\n",
		"catalog.ttl": "  CKAN            refuses, because of syntax\n",
	} {
		r := examined(t, seed(text(name, func(s string) string { return s + "." })).folder(), Options{})
		if got := printed(t, r); !strings.Contains(got, want) || r.Healthy(false) {
			t.Errorf("%s: want %q in\n%s", name, want, got)
		}
	}
}

func TestTheReportInJSONIsJSON(t *testing.T) {
	var out bytes.Buffer
	if err := examined(t, seed(without(whole1, "dct:title")).folder(), Options{}).JSON(&out, Bokmål); err != nil {
		t.Fatal(err)
	}
	var v struct {
		Healthy  bool
		Verdicts []struct {
			Portal  string
			Takes   bool `json:"takesEverything"`
			Because []string
		}
		Rules []struct{ ID, Outcome, Wrong string }
	}
	if err := json.Unmarshal(out.Bytes(), &v); err != nil {
		t.Fatal(err)
	}
	i := slices.IndexFunc(v.Rules, func(r struct{ ID, Outcome, Wrong string }) bool { return r.ID == "title" })
	if v.Healthy || len(v.Rules) != len(Rules()) || v.Rules[i].Outcome != "failed" || v.Rules[i].Wrong != "Et datasett har ingen tittel." {
		t.Errorf("%+v", v)
	}
	for _, verdict := range v.Verdicts {
		if verdict.Portal == "CKAN" && (verdict.Takes || !slices.Equal(verdict.Because, []string{"title"})) {
			t.Errorf("%+v", verdict)
		}
	}
}

// The report that the published export carries has an assertion for each rule, and
// what failed is for the publisher to write.
func TestThePublishedReportHasAllRules(t *testing.T) {
	d := dataset(t, quads(t, "../published/"+ConformanceFile))
	const base = "https://w3id.org/policygraph/id/conformance/"
	for _, r := range Rules() {
		var outcomes []string
		for q := range d.Match(graph.Pattern{Subject: quad.IRI(base + "result/" + r.ID), Predicate: quad.IRI(earl + "outcome")}) {
			outcomes = append(outcomes, strings.TrimPrefix(string(q.Object.(quad.IRI)), earl))
		}
		if len(outcomes) != 1 || (outcomes[0] == string(Failed)) != (r.ID == "placeholder") {
			t.Errorf("%s: %q", r.ID, outcomes)
		}
	}
}
