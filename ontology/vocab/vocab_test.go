package vocab_test

import (
	"strings"
	"testing"

	"github.com/cayleygraph/quad"

	"policygraph/ontology/vocab"
)

func TestSchemeFindsACodeByAnyOfItsWords(t *testing.T) {
	tests := []struct {
		property quad.IRI
		word     string
		want     quad.IRI // empty: no such code
	}{
		{vocab.Direction, "null", vocab.DirectionNull},
		{vocab.Direction, "ingen", vocab.DirectionNull},
		{vocab.Direction, "Positiv", vocab.DirectionPositive},
		{vocab.Direction, " unclear ", vocab.DirectionUnclear},
		{vocab.Direction, "direction-null", ""},
		{vocab.Direction, "", ""},
		{vocab.Design, "SPØRREUNDERSØKELSE", vocab.DesignSurvey},
		{vocab.Design, "randomised trial", vocab.DesignRandomisedTrial},
		{vocab.Timing, "varighet", vocab.TimingRetention},
		{vocab.EffectType, "lock-in", vocab.EffectTypeLockIn},
		{vocab.EffectMetric, "år", vocab.MetricYears},
		{vocab.ExplainedBy, "outcome", vocab.ExplanationOutcome},
		{vocab.SourceKind, "styringsdokument", vocab.SourceKindPolicy},
		{vocab.GapType, "no-study", vocab.GapNoStudy},
		{vocab.BetterWhen, "lavere", vocab.BetterLower},
	}
	for _, tt := range tests {
		scheme, ok := vocab.SchemeOf(tt.property)
		if !ok {
			t.Errorf("%s takes no codes", tt.property)
			continue
		}
		code, ok := scheme.Code(tt.word)
		if code.IRI != tt.want || ok != (tt.want != "") {
			t.Errorf("%s %q is %q, want %q", scheme.Name, tt.word, code.IRI, tt.want)
		}
	}
}

func TestOnlyCodedPropertiesHaveAScheme(t *testing.T) {
	for _, p := range []quad.IRI{vocab.About, vocab.Subject, vocab.EffectValue, vocab.Outcome, vocab.DCTSpatial} {
		if s, ok := vocab.SchemeOf(p); ok {
			t.Errorf("%s takes the codes of %s", p, s.Name)
		}
	}
}

func TestAWordMeansOneCodeOfItsScheme(t *testing.T) {
	for _, s := range vocab.Schemes() {
		means := map[string]quad.IRI{}
		for _, c := range s.Codes {
			for _, word := range []string{c.Notation, c.NB, c.EN} {
				word = strings.ToLower(word)
				if other, ok := means[word]; ok && other != c.IRI {
					t.Errorf("%s: %q means both %s and %s", s.Name, word, other, c.IRI)
				}
				means[word] = c.IRI
			}
		}
	}
}

func TestNotationsKeepTheOrderOfTheOntology(t *testing.T) {
	scheme, _ := vocab.SchemeOf(vocab.Certainty)
	if got, want := strings.Join(scheme.Notations(), " "), "high moderate low very-low"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

func TestChangingACopyOfTheTablesChangesNothing(t *testing.T) {
	vocab.Schemes()[0].Name = "x"
	vocab.Prefixes()[0].Name = "x"
	if vocab.Schemes()[0].Name == "x" || vocab.Prefixes()[0].Name == "x" {
		t.Error("a caller can change the tables")
	}
}

func TestRebase(t *testing.T) {
	const base = "https://data.example.org/kunnskap/"
	tests := []struct{ in, want quad.IRI }{
		{vocab.Problem, base + "ns#Problem"},
		{vocab.DirectionNull, base + "code/direction-null"},
		{vocab.IDNamespace + "measure/mentoring", base + "id/measure/mentoring"},
		{vocab.SKOSConcept, vocab.SKOSConcept},
		{"https://w3id.org/policygraphs/x", "https://w3id.org/policygraphs/x"},
	}
	for _, tt := range tests {
		if got := vocab.Rebase(tt.in, base); got != tt.want {
			t.Errorf("Rebase(%s) = %s, want %s", tt.in, got, tt.want)
		}
		if got := vocab.Rebase(tt.in, vocab.Base); got != tt.in {
			t.Errorf("Rebase(%s) to the default base = %s", tt.in, got)
		}
	}
}

func TestPrefixesAreUnambiguous(t *testing.T) {
	names, namespaces := map[string]bool{}, map[string]bool{}
	for _, p := range vocab.Prefixes() {
		if names[p.Name] || namespaces[p.IRI] {
			t.Errorf("%s: %s is there twice", p.Name, p.IRI)
		}
		names[p.Name], namespaces[p.IRI] = true, true
	}
}
