package syntax_test

import (
	"errors"
	"fmt"
	"reflect"
	"strings"
	"testing"

	"github.com/cayleygraph/quad"

	"policygraph/graph/internal/w3c"
	"policygraph/graph/sparql/syntax"
)

// conformance holds how many tests of each manifest pass, and how many are
// refused: those that ask for what only SPARQL 1.2 has, by its name, and
// updates. Of evaluation tests the query is read.
var conformance = []struct {
	manifest        string
	passed, refused int
}{
	{"sparql10/manifest.ttl", 337, 0},
	{"sparql11/aggregates/manifest.ttl", 33, 0},
	{"sparql11/bind/manifest.ttl", 7, 0},
	{"sparql11/bindings/manifest.ttl", 8, 0},
	{"sparql11/cast/manifest.ttl", 5, 0},
	{"sparql11/construct/manifest.ttl", 5, 0},
	{"sparql11/csv-tsv-res/manifest.ttl", 5, 0},
	{"sparql11/entailment/manifest.ttl", 49, 0},
	{"sparql11/exists/manifest.ttl", 4, 0},
	{"sparql11/functions/manifest.ttl", 52, 0},
	{"sparql11/grouping/manifest.ttl", 4, 0},
	{"sparql11/json-res/manifest.ttl", 3, 0},
	{"sparql11/negation/manifest.ttl", 8, 0},
	{"sparql11/project-expression/manifest.ttl", 5, 0},
	{"sparql11/property-path/manifest.ttl", 23, 0},
	{"sparql11/service/manifest.ttl", 5, 0},
	{"sparql11/subquery/manifest.ttl", 10, 0},
	{"sparql11/syntax-fed/manifest.ttl", 2, 0},
	{"sparql11/syntax-query/manifest.ttl", 66, 0},
	{"sparql12/manifest.ttl", 70, 118},
}

var errUpdate = fmt.Errorf("updates: %w", errors.ErrUnsupported)

func TestConformance(t *testing.T) {
	suite := w3c.Suite{
		Dir:  "rdf-tests/sparql",
		Base: "https://w3c.github.io/rdf-tests/sparql/",
		Handlers: map[string]w3c.Handler{
			w3c.MF + "PositiveSyntaxTest":         positive,
			w3c.MF + "PositiveSyntaxTest11":       positive,
			w3c.MF + "NegativeSyntaxTest":         negative,
			w3c.MF + "NegativeSyntaxTest11":       negative,
			w3c.MF + "QueryEvaluationTest":        evaluation,
			w3c.MF + "CSVResultFormatTest":        evaluation,
			w3c.MF + "PositiveUpdateSyntaxTest":   func(w3c.Test) error { return errUpdate },
			w3c.MF + "NegativeUpdateSyntaxTest":   func(w3c.Test) error { return errUpdate },
			w3c.MF + "UpdateEvaluationTest":       func(w3c.Test) error { return errUpdate },
			w3c.MF + "PositiveUpdateSyntaxTest11": func(w3c.Test) error { return errUpdate },
		},
		Refused: func(test w3c.Test, err error) string {
			if err == errUpdate || errors.Is(err, errors.ErrUnsupported) && strings.Contains(test.Path(test.Action)+test.IRI, "sparql12") {
				return err.Error()
			}
			return ""
		},
	}
	for _, c := range conformance {
		t.Run(c.manifest, func(t *testing.T) {
			got := suite.Run(t, c.manifest)
			if want := (w3c.Tally{Passed: c.passed, Refused: c.refused}); got != want {
				t.Errorf("got %+v, want %+v", got, want)
			}
		})
	}
}

func parse(t w3c.Test, file quad.Value) (*syntax.Query, error) {
	text, err := t.Read(file)
	if err != nil {
		return nil, err
	}
	return syntax.Parse(text, syntax.Options{Name: t.Path(file), Base: string(file.(quad.IRI))})
}

// positive reads a query, and what that prints.
func positive(t w3c.Test) error { return readable(t, t.Action) }

// evaluation reads the query of an evaluation test.
func evaluation(t w3c.Test) error {
	const query = "http://www.w3.org/2001/sw/DataAccess/tests/test-query#query"
	return readable(t, t.Manifest.Object(t.Action, query))
}

func readable(t w3c.Test, file quad.Value) error {
	q, err := parse(t, file)
	if err != nil {
		return err
	}
	return sameAgain(q)
}

// sameAgain reads what q prints and says how the result is another query, if
// it is.
func sameAgain(q *syntax.Query) error {
	again, err := syntax.Parse([]byte(q.String()), syntax.Options{})
	if err != nil {
		return fmt.Errorf("%w\n%s", err, q)
	}
	if !reflect.DeepEqual(meaning(q), meaning(again)) {
		return fmt.Errorf("%s\nis\n%s\nnot\n%s", q, again.Algebra, q.Algebra)
	}
	if q.String() != again.String() {
		return fmt.Errorf("%s\nis printed as\n%s", q, again)
	}
	return nil
}

// meaning is all that a query holds besides its text.
func meaning(q *syntax.Query) []any {
	return []any{q.Form, q.From, q.FromNamed, q.Base, q.Vars, q.Template, q.Describe, q.Algebra}
}

// negative holds that a text is no query.
func negative(t w3c.Test) error {
	_, err := parse(t, t.Action)
	var mistake *syntax.Error
	if !errors.As(err, &mistake) {
		return fmt.Errorf("a syntax error was expected, got %v", err)
	}
	return nil
}
