package questions_test

import (
	"errors"
	"strings"
	"testing"
	"testing/fstest"

	"policygraph/graph"
	"policygraph/ontology/questions"
)

func TestAQuestionIsReadWithAllThatItsFrontMatterSays(t *testing.T) {
	list, err := questions.Load(fstest.MapFS{
		"b.rq":       {Data: []byte("# question-nb: Hva?\n#\n# question-en: What: this?\r\nSELECT * {}\n")},
		"a-first.rq": {Data: []byte("# question-nb: Ja?\n# question-en: Yes?\n# note-nb: Nei.\n# note-en: No.\n# parameter: h horizon long short long\n# help-nb: Tid.\n# help-en: Time.\nASK {\nVALUES ?given_h { code:horizon-long }\n}")},
		"README.md":  {Data: []byte("no question")},
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(list) != 2 || list[0].Name != "a-first" || list[1].Name != "b" {
		t.Fatalf("read %+v", list)
	}
	if q := list[1]; q.Text != (questions.Text{NB: "Hva?", EN: "What: this?"}) || q.SPARQL != "SELECT * {}\n" || len(q.Parameters) != 0 {
		t.Errorf("b is %+v", q)
	}
	q := list[0]
	p, ok := q.Parameter("h")
	if !ok || p.Kind != "horizon" || p.Default != "long" || strings.Join(p.Allowed, " ") != "short long" || p.Help.In("nb") != "Tid." || p.Help.In("en") != "Time." {
		t.Errorf("the parameter is %+v", p)
	}
	if q.Note.NB != "Nei." || !strings.HasPrefix(q.SPARQL, "ASK {\n") {
		t.Errorf("a-first is %+v", q)
	}
}

const asked = "# question-nb: a\n# question-en: b\n"

func TestAMistakeIsToldWithItsPlace(t *testing.T) {
	tests := []struct{ name, text, want string }{
		{"no English question", "# question-nb: a\nASK {}\n", "q.rq:2:1: expected # question-en: before the query, found none"},
		{"nothing at all", "", "q.rq:1:1: expected # question-nb: before the query, found none"},
		{"an unknown key", "# quesion-nb: a\n" + asked + "ASK {}\n", `q.rq:1:3: expected a key of the front matter and a colon, found "quesion-nb", did you mean question-nb?`},
		{"no key", "# a remark\n" + asked + "ASK {}\n", `q.rq:1:3: expected a key of the front matter and a colon, found "a remark"`},
		{"a key twice", asked + "# question-en: c\nASK {}\n", "q.rq:3:3: expected each key once, found a second question-en"},
		{"a key without text", asked + "# note-en:\nASK {}\n", "q.rq:3:11: expected a text, found the end of the line"},
		{"a note in one language", asked + "# note-en: x\nASK {}\n", "q.rq:4:1: expected # note-nb: before the query, found none"},
		{"help without a parameter", asked + "# help-en: x\nASK {}\n", `q.rq:3:3: expected help after a parameter, found "help-en"`},
		{"a parameter without a kind", asked + "# parameter: h\nASK {}\n", "q.rq:3:15: expected a name and a kind, found the end of the line"},
		{"a wrong name", asked + "# parameter: Høyde horizon\nASK {}\n", `q.rq:3:14: expected a name in small letters and digits, found "Høyde"`},
		{"an unknown kind", asked + "# parameter: m mesure\nASK {}\n", `found "mesure", did you mean measure?`},
		{"a default that is none", asked + "# parameter: h horizon lon\nASK {\nVALUES ?given_h { UNDEF }\n}\n", `q.rq:3:24: expected as default short, medium, long or unspecified, found "lon"`},
		{"an allowed value that is none", asked + "# parameter: h horizon any logn short\nASK {\nVALUES ?given_h { UNDEF }\n}\n", `q.rq:3:28: expected a code, found "logn"`},
		{"a default that is not allowed", asked + "# parameter: h horizon long short\nASK {\nVALUES ?given_h { UNDEF }\n}\n", `q.rq:3:24: expected as default short, found "long"`},
		{"a word without words", asked + "# parameter: w word\nASK {\nVALUES ?given_w { UNDEF }\n}\n", "q.rq:3:20: expected the words that are allowed, found the end of the line"},
		{"a parameter twice", asked + "# parameter: h horizon\n# parameter: h horizon\nASK {\nVALUES ?given_h { UNDEF }\n}\n", "q.rq:4:14: expected each parameter once, found a second h"},
		{"a parameter without a slot", asked + "# parameter: h horizon\nASK {}\n", "q.rq:4:1: expected a line VALUES ?given_h { … }, found none"},
		{"a slot that shares its line", asked + "# parameter: h horizon\nASK { VALUES ?given_h { UNDEF } }\n", "q.rq:4:1: expected a line VALUES ?given_h { … }, found none"},
		{"a slot that is not the default", asked + "# parameter: h horizon\nASK {\n  VALUES ?given_h { code:horizon-long }\n}\n", "q.rq:5:21: expected the default of h, UNDEF, found code:horizon-long"},
		{"a variable of no parameter", asked + "# parameter: h horizon\nASK {\n  VALUES ?given_h { UNDEF }\n  FILTER (?given_hh)\n}\n", "q.rq:6:11: expected the variable of a parameter, found ?given_hh, did you mean h?"},
	}
	for _, tt := range tests {
		_, err := questions.Load(fstest.MapFS{"q.rq": {Data: []byte(tt.text)}})
		if err == nil || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%s: %v\nwant %s", tt.name, err, tt.want)
			continue
		}
		if place := (*graph.SyntaxError)(nil); !errors.As(err, &place) {
			t.Errorf("%s: %T is no SyntaxError", tt.name, err)
		}
	}
}

func TestAFileNameIsAName(t *testing.T) {
	_, err := questions.Load(fstest.MapFS{"My Question.rq": {Data: []byte(asked + "ASK {}\n")}})
	const want = `My Question.rq:3:1: expected a file name in small letters with hyphens, found "My Question"`
	if err == nil || err.Error() != want {
		t.Errorf("%v\nwant %s", err, want)
	}
}

func TestTheQuestionsWithoutAMistakeAreReadBesideTheOthers(t *testing.T) {
	list, err := questions.Load(fstest.MapFS{
		"good.rq":  {Data: []byte(asked + "ASK {}\n")},
		"bad.rq":   {Data: []byte("ASK {}\n")},
		"worse.rq": {Data: []byte("# x: y\nASK {}\n")},
	})
	if err == nil || !strings.Contains(err.Error(), "bad.rq:1:1") || !strings.Contains(err.Error(), "worse.rq:1:3") {
		t.Errorf("not all mistakes in %v", err)
	}
	if len(list) != 1 || list[0].Name != "good" {
		t.Errorf("read %+v", list)
	}
}
