package questions

import (
	"embed"
	"fmt"
	"slices"
	"sync"
)

// Text is a text in bokmål and English.
type Text struct{ NB, EN string }

// In returns the text in a language, "nb" or "en".
func (t Text) In(lang string) string {
	if lang == "nb" {
		return t.NB
	}
	return t.EN
}

// A Parameter is what a question lets the reader choose.
type Parameter struct {
	Name    string
	Kind    string   // one of Kinds
	Default string   // empty: any
	Allowed []string // in the order of the file; empty: all of the kind
	Help    Text
}

// A Question is a query with the question that it answers.
type Question struct {
	Name       string
	Text       Text
	Note       Text
	Parameters []Parameter // in the order of the file
	SPARQL     string      // the query with its defaults, below the default base

	slots []slot
}

// A slot is the place in SPARQL, in bytes, that holds the value of a parameter.
type slot struct {
	parameter  string
	start, end int
}

// Parameter returns the parameter with a name.
func (q *Question) Parameter(name string) (Parameter, bool) {
	i := slices.IndexFunc(q.Parameters, func(p Parameter) bool { return p.Name == name })
	if i < 0 {
		return Parameter{}, false
	}
	return q.Parameters[i], true
}

//go:embed *.rq
var files embed.FS

var builtIn = sync.OnceValue(func() []Question {
	all, err := Load(files)
	if err != nil {
		panic(err) // the files are part of the program, and tested
	}
	return all
})

// All returns the built-in questions in order of their names. The caller owns
// the slice, not what its elements hold.
func All() []Question { return slices.Clone(builtIn()) }

// ByName returns the built-in question with a name. The error for a name that
// is none offers the nearest one.
func ByName(name string) (*Question, error) { return Find(builtIn(), name) }

// Find is [ByName] for any list of questions.
func Find(list []Question, name string) (*Question, error) {
	names := make([]string, len(list))
	for i, q := range list {
		if q.Name == name {
			return &q, nil
		}
		names[i] = q.Name
	}
	return nil, fmt.Errorf("no question is called %q%s", name, didYouMean(name, names))
}
