package questions_test

import (
	"errors"
	"strings"
	"testing"
	"testing/fstest"

	"policygraph/ontology/questions"
)

// one is a question with a parameter of each sort.
func one(t *testing.T) questions.Question {
	t.Helper()
	list, err := questions.Load(fstest.MapFS{"one.rq": {Data: []byte(`# question-nb: Hva?
# question-en: What?
# parameter: measure measure
# parameter: horizon horizon
# parameter: sign direction null positive null
# parameter: country country
# parameter: strength number 3
# parameter: lang word en en nb

SELECT ?x WHERE {
  VALUES ?given_measure { UNDEF }
  VALUES ?given_horizon { UNDEF }
  VALUES ?given_sign { code:direction-null }
  VALUES ?given_country { UNDEF }
  VALUES ?given_strength { 3 }
  VALUES ?given_lang { "en" }
  ?x a <https://w3id.org/policygraph/ns#Finding>
}
`)}})
	if err != nil {
		t.Fatal(err)
	}
	return list[0]
}

func TestBindPutsAValueIntoItsSlot(t *testing.T) {
	const id = "<https://w3id.org/policygraph/id/measure/mentoring>"
	const code = "<https://w3id.org/policygraph/code/"
	const eu = "<http://publications.europa.eu/resource/authority/"
	tests := []struct{ parameter, value, want string }{
		{"measure", "mentoring", id},
		{"measure", " mentoring ", id},
		{"measure", "measure:mentoring", id},
		{"measure", "https://w3id.org/policygraph/id/measure/mentoring", id},
		{"measure", id, id},
		{"measure", "", "UNDEF"},
		{"measure", "any", "UNDEF"},
		{"horizon", "long", code + "horizon-long>"},
		{"horizon", "lang sikt", code + "horizon-long>"},
		{"horizon", "horizon-long", code + "horizon-long>"},
		{"horizon", "code:horizon-long", code + "horizon-long>"},
		{"horizon", "https://w3id.org/policygraph/code/horizon-long", code + "horizon-long>"},
		{"sign", "positive", code + "direction-positive>"},
		{"sign", "any", "UNDEF"},
		{"country", "NOR", eu + "country/NOR>"},
		{"country", "nor", eu + "country/NOR>"},
		{"country", "country:SWE", eu + "country/SWE>"},
		{"country", "EUROPE", eu + "continent/EUROPE>"},
		{"country", "http://publications.europa.eu/resource/authority/continent/EUROPE", eu + "continent/EUROPE>"},
		{"strength", "4", "4"},
		{"strength", "-1", "-1"},
		{"lang", "nb", `"nb"`},
	}
	q := one(t)
	for _, tt := range tests {
		got, err := q.Bind(map[string]string{tt.parameter: tt.value}, "")
		if want := "  VALUES ?given_" + tt.parameter + " { " + tt.want + " }\n"; err != nil || !strings.Contains(got, want) {
			t.Errorf("%s=%q: %v; want %sin\n%s", tt.parameter, tt.value, err, want, got)
		}
	}
}

func TestBindRefusesWhatAParameterCannotBe(t *testing.T) {
	tests := []struct{ parameter, value, want string }{
		{"measure", "Mentoring", `parameter measure: expected the slug or the address of a measure, found "Mentoring"`},
		{"measure", "problem:early-exit", `parameter measure: expected the slug or the address of a measure, found "problem:early-exit"`},
		{"measure", "https://example.org/mentoring", `parameter measure: expected the slug or the address of a measure, found "https://example.org/mentoring"`},
		{"horizon", "lnog", `parameter horizon: expected short, medium, long or unspecified, found "lnog"`},
		{"horizon", "longer", `parameter horizon: expected short, medium, long or unspecified, found "longer"; did you mean long?`},
		{"sign", "negative", `parameter sign: expected positive or null, found "negative"`},
		{"sign", "positiv", ``},
		{"country", "Norway", `parameter country: expected three letters of a country, such as NOR, or a continent, found "Norway"`},
		{"strength", "3.5", `parameter strength: expected a whole number, found "3.5"`},
		{"strength", "1e9", `parameter strength: expected a whole number, found "1e9"`},
		{"lang", "nn", `parameter lang: expected en or nb, found "nn"; did you mean en?`},
	}
	q := one(t)
	for _, tt := range tests {
		_, err := q.Bind(map[string]string{tt.parameter: tt.value}, "")
		got := ""
		if err != nil {
			got = err.Error()
			if wrong := (*questions.ValueError)(nil); !errors.As(err, &wrong) || wrong.Parameter != tt.parameter {
				t.Errorf("%s=%q: %T is no ValueError of the parameter", tt.parameter, tt.value, err)
			}
		}
		if got != tt.want {
			t.Errorf("%s=%q:\n%s\nwant\n%s", tt.parameter, tt.value, got, tt.want)
		}
	}
}

// Whatever is asked for, what Bind changes is what stands between the braces
// of the slots, and it is one term.
func FuzzNoTextOfTheReaderGetsIntoTheQuery(f *testing.F) {
	for _, value := range []string{
		"x } ?s ?p ?o . {", `en" } #`, "mentoring> } <x", "a\nb", "UNDEF", "any", "mentoring", "code:direction-null", "NOR", "7",
		"https://w3id.org/policygraph/id/measure/a>b", "<mentoring", "\u2028", `\u007D`, "measure:measure:x", "%7D",
	} {
		f.Add("measure", value)
		f.Add("sign", value)
		f.Add("country", value)
		f.Add("strength", value)
		f.Add("lang", value)
	}
	list, _ := questions.Load(fstest.MapFS{"q.rq": {Data: []byte(`# question-nb: a
# question-en: b
# parameter: measure measure
# parameter: sign direction
# parameter: country country
# parameter: strength number
# parameter: lang word any en nb
VALUES ?given_measure { UNDEF }
VALUES ?given_sign { UNDEF }
VALUES ?given_country { UNDEF }
VALUES ?given_strength { UNDEF }
VALUES ?given_lang { UNDEF }
`)}})
	f.Fuzz(func(t *testing.T, parameter, value string) {
		got, err := list[0].Bind(map[string]string{parameter: value}, "")
		if err != nil {
			return
		}
		before, after, _ := strings.Cut(list[0].SPARQL, "VALUES ?given_"+parameter+" { UNDEF }\n")
		line := strings.TrimSuffix(strings.TrimPrefix(got, before), after)
		term := strings.TrimSuffix(strings.TrimPrefix(line, "VALUES ?given_"+parameter+" { "), " }\n")
		if len(line)-len(term) != len("VALUES ?given_"+parameter+" {  }\n") || !oneTerm(term) {
			t.Errorf("%s=%q gives %q", parameter, value, line)
		}
	})
}

// oneTerm is true of UNDEF, a number, a word in quotes and an address without
// characters that could end it.
func oneTerm(s string) bool {
	inner := strings.Trim(s, `<>"`)
	return !strings.ContainsAny(inner, "<>\"{}\\ \t\r\n#'") || strings.HasPrefix(s, "<http") && !strings.ContainsAny(inner, "<>\"{}\\ \t\r\n'")
}

func TestBindMovesTheQueryAndItsValuesToAnotherBase(t *testing.T) {
	const base = "https://graph.example/pg/"
	q := one(t)
	for _, value := range []string{"mentoring", base + "id/measure/mentoring", "<" + base + "id/measure/mentoring>", "https://w3id.org/policygraph/id/measure/mentoring"} {
		got, err := q.Bind(map[string]string{"measure": value}, base)
		if err != nil {
			t.Errorf("%s: %v", value, err)
			continue
		}
		for _, want := range []string{"{ <" + base + "id/measure/mentoring> }", "{ <" + base + "code/direction-null> }", "<" + base + "ns#Finding>"} {
			if !strings.Contains(got, want) {
				t.Errorf("%s: no %s in\n%s", value, want, got)
			}
		}
		if strings.Contains(got, "w3id.org") {
			t.Errorf("%s: an address stays below the default base in\n%s", value, got)
		}
	}
}

func TestBindRefusesABaseThatIsNone(t *testing.T) {
	q := one(t)
	for _, base := range []string{"https://graph.example/pg", "graph/", "https://graph.example/> } #/", "https://graph.example/a b/"} {
		if text, err := q.Bind(nil, base); err == nil {
			t.Errorf("%q gives\n%s", base, text)
		}
	}
}

func TestBindReportsEveryMistakeAtOnce(t *testing.T) {
	q := one(t)
	_, err := q.Bind(map[string]string{"mesure": "mentoring", "lang": "de", "strength": "much"}, "")
	want := `question one has no parameter "mesure", did you mean measure?; it has measure, horizon, sign, country, strength and lang
parameter strength: expected a whole number, found "much"
parameter lang: expected en or nb, found "de"`
	if err == nil || err.Error() != want {
		t.Errorf("%v\nwant\n%s", err, want)
	}
}

func TestEveryBuiltInQuestionIsItselfWhenNothingIsGiven(t *testing.T) {
	for _, q := range questions.All() {
		got, err := q.Bind(nil, "")
		if err != nil {
			t.Errorf("%s: %v", q.Name, err)
		}
		if strings.Count(got, "\n") != strings.Count(q.SPARQL, "\n") || strings.Count(got, "VALUES ?given_") != strings.Count(q.SPARQL, "VALUES ?given_") {
			t.Errorf("%s: Bind changed more than slots:\n%s", q.Name, got)
		}
	}
}

func TestEveryParameterOfTheBuiltInQuestionsBinds(t *testing.T) {
	samples := map[string]string{
		"measure": "mentoring", "problem": "early-exit", "outcome": "employment", "country": "SWE", "number": "2",
	}
	for _, q := range questions.All() {
		for _, p := range q.Parameters {
			values := append(p.Values(), questions.Any)
			if sample, ok := samples[p.Kind]; ok {
				values = append(values, sample)
			}
			for _, value := range values {
				if _, err := q.Bind(map[string]string{p.Name: value}, "https://graph.example/"); err != nil {
					t.Errorf("%s %s=%s: %v", q.Name, p.Name, value, err)
				}
			}
			if len(values) < 2 {
				t.Errorf("%s: nothing was tried for %s, a %s", q.Name, p.Name, p.Kind)
			}
		}
	}
}
