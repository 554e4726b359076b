package reviews

import (
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/cayleygraph/quad"

	"policygraph/ontology/vocab"
)

// The rules that no single slip in a table can break, with the test that holds
// each of them.
var heldElsewhere = map[string]string{
	"P11": "TestWhatWasPublishedIsNeverLost",
	"P01": "TestEachEdgeHasAClaimAndEachClaimItsEdge",
	"S45": "TestASourceIsAStudyWhereItsKindSaysSo",
	"L03": "TestLinesBeyondTheTextAreTold",
	"R18": "TestAReviewAloneAddsItsOwnConcepts",
	"P09": "TestAJudgementRestsOnItsOwnReview",
}

func TestEachRuleIsTried(t *testing.T) {
	tried := map[string]bool{}
	for _, s := range slips {
		tried[s.rule] = true
	}
	for _, r := range Rules() {
		if _, elsewhere := heldElsewhere[r.ID]; tried[r.ID] == elsewhere {
			t.Errorf("rule %s (%s) is tried %v by a slip and %v elsewhere", r.ID, r.Holds.EN, tried[r.ID], elsewhere)
		}
	}
	for id := range tried {
		if _, known := severityOf[id]; !known {
			t.Errorf("a slip names the rule %s, which is in no table", id)
		}
	}
}

func TestEachFieldIsComplete(t *testing.T) {
	for _, table := range Tables() {
		for i := range table.Fields {
			f := &table.Fields[i]
			at := table.File + "." + f.Column
			reader, known := readers[f.Type.Base]
			if !known {
				t.Errorf("%s: nobody reads its type", at)
			}
			if _, ok := severityOf[ruleOf(f, reader.rule)]; !ok {
				t.Errorf("%s: no rule for what cannot be read", at)
			}
			if _, ok := vocab.SchemeOf(f.Property); ok != (f.Type.Base == TypeCode) {
				t.Errorf("%s: a code list %v, of type code %v", at, ok, f.Type.Base == TypeCode)
			}
			if f.Doc == "" || reader.expects(f) == "" {
				t.Errorf("%s: nothing says what stands here", at)
			}
		}
	}
}

func TestEachColumnStandsOnce(t *testing.T) {
	for _, table := range Tables() {
		columns := table.Columns()
		slices.Sort(columns)
		if n := len(slices.Compact(columns)); n != len(table.Fields) {
			t.Errorf("%s: %d columns, %d names", table.File, len(table.Fields), n)
		}
		for _, id := range table.ID {
			if f := table.Field(id); f == nil || !f.Required() {
				t.Errorf("%s: %s names the row and is not required", table.File, id)
			}
		}
	}
}

// What the format page of the project lists, copied column by column, so that
// neither changes without the other.
func TestTablesHaveTheAgreedColumns(t *testing.T) {
	const concept = "id* label_nb* label_en* label_nn alt_nb alt_en definition_nb* definition_en*"
	for kind, want := range map[Kind]string{
		KindProblem:    concept + " level* broader note",
		KindMechanism:  concept + " level* broader note",
		KindMeasure:    concept + " level* approach status country broader note",
		KindOutcome:    concept + " better* timing* indicator_of broader note",
		KindPopulation: concept + " broader note",
		KindMapping:    "concept* relation* modifier object* object_label confidence* note",
		KindSource:     "id* kind* cited_as* alt_cited_as year title reference doi url country mentions* identity_nb identity_en note",
		KindClaim:      "subject* predicate* object* modality* section* page lines* population sources basis note",
		KindFinding: "study* part* cited_as* section* page lines* sources measure about outcome population design* direction significance magnitude " +
			"effect_type value comparator_value effect_low effect_high metric sample_size horizon months data_from data_to country " +
			"setting_nb setting_en comparator_nb comparator_en text_nb* text_en* supports contradicts qualifies basis note",
		KindJudgement: "id* section* page lines* sources measure about outcome population direction certainty* horizon based_on supports contradicts qualifies text_nb* text_en* basis note",
		KindGap:       "id* type* about* section* page lines* sources population country search text_nb* text_en* basis note",
		KindConflict:  "id* members* explained_by* section lines text_nb text_en note",
		KindAnchor:    "statement* lines* digest*",
		KindOmission:  "lines* kind* text reason*",
	} {
		var got []string
		for _, f := range TableOf(kind).Fields {
			name := f.Column
			if f.Required() {
				name += "*"
			}
			got = append(got, name)
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%s\ngot  %s\nwant %s", kind, strings.Join(got, " "), want)
		}
	}
}

func TestEachTermOfOursIsInTheOntology(t *testing.T) {
	turtle, err := os.ReadFile("../ontology/policygraph.ttl")
	if err != nil {
		t.Fatal(err)
	}
	declared := map[string]bool{}
	for _, m := range regexp.MustCompile(`(?m)^(pg|code):([\w-]+) a `).FindAllStringSubmatch(string(turtle), -1) {
		declared[map[string]string{"pg": vocab.Namespace, "code": vocab.CodeNamespace}[m[1]]+m[2]] = true
	}
	ours := func(v quad.Value) bool {
		i, ok := v.(quad.IRI)
		return ok && (strings.HasPrefix(string(i), vocab.Namespace) || strings.HasPrefix(string(i), vocab.CodeNamespace))
	}
	for q := range loadClean(t, miniFS(t)).Quads(QuadOptions{}) {
		for _, v := range []quad.Value{q.Subject, q.Predicate, q.Object} {
			if ours(v) && !declared[string(v.(quad.IRI))] {
				t.Errorf("%s is not in the ontology", v)
			}
		}
	}
}

func TestNoQuadHasABlankNode(t *testing.T) {
	for q := range loadClean(t, miniFS(t)).Quads(QuadOptions{}) {
		for _, v := range []quad.Value{q.Subject, q.Predicate, q.Object, q.Label} {
			if _, blank := v.(quad.BNode); blank || v == nil {
				t.Errorf("%s", q.NQuad())
			}
		}
	}
}

func TestEachEdgeHasAClaimAndEachClaimItsEdge(t *testing.T) {
	c := loadClean(t, miniFS(t))
	edges := map[string]bool{}
	for q := range c.Quads(QuadOptions{}) {
		if _, ok := linkOf(strings.TrimPrefix(string(q.Predicate.(quad.IRI)), vocab.Namespace)); ok {
			edges[q.NQuad()] = true
		}
	}
	for claim := range c.Records(KindClaim) {
		edge := quad.Quad{Subject: claim.Value("subject").IRI, Predicate: claim.Value("predicate").IRI, Object: claim.Value("object").IRI, Label: GraphOf(claim.Review)}
		if edges[edge.NQuad()] == claim.rejected() {
			t.Errorf("%s: rejected %v, edge %v", claim.Name, claim.rejected(), edges[edge.NQuad()])
		}
		delete(edges, edge.NQuad())
	}
	for e := range edges {
		t.Errorf("no claim for %s", e)
	}
}

func TestASourceIsAStudyWhereItsKindSaysSo(t *testing.T) {
	c := loadClean(t, miniFS(t))
	studies := map[quad.Value]bool{}
	for q := range c.Quads(QuadOptions{}) {
		if q.Predicate == vocab.RDFType && q.Object == vocab.Study {
			studies[q.Subject] = true
		}
	}
	for name, want := range map[string]bool{"aslund-skans-2012": true, "rinne-2018": true, "lind-etal-2015": true, "phelps-1972": false} {
		if studies[iriOf(KindSource, "", name)] != want {
			t.Errorf("%s: expected %v", name, want)
		}
	}
}
