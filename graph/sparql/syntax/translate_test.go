package syntax_test

import (
	"testing"

	"policygraph/graph/sparql/syntax"
)

var translations = []struct{ text, want string }{
	{"SELECT * {}", "(project ()\n  (bgp))"},
}

func TestTranslation(t *testing.T) {
	for _, c := range translations {
		q, err := syntax.Parse([]byte(c.text), options)
		if err != nil {
			t.Errorf("%s: %v", c.text, err)
			continue
		}
		if got := q.Algebra.String(); got != c.want {
			t.Errorf("%s\ngot\n%s\nwant\n%s", c.text, got, c.want)
		}
		if err := sameAgain(q); err != nil {
			t.Errorf("%s: %v", c.text, err)
		}
	}
}
