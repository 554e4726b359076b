package report

import (
	"encoding/json"
	"io"

	"policygraph/reviews"
)

// Format is the first member of a report in JSON. The number grows when a member
// changes its meaning or goes; new members may come at any time.
const Format = "policygraph-check/1"

// document is a report in JSON. docs/checking.md describes its members.
type document struct {
	Format   string         `json:"format"`
	Version  string         `json:"version,omitempty"`
	Language reviews.Lang   `json:"language"`
	Counts   map[string]int `json:"counts"`
	Rules    []ruleJSON     `json:"rules"`
	Problems []problemJSON  `json:"problems"`
}

type ruleJSON struct {
	ID       string `json:"id"`
	Severity string `json:"severity"`
	Count    int    `json:"count"`
	Holds    string `json:"holds"`
	Do       string `json:"do"`
	Why      string `json:"why"`
}

type problemJSON struct {
	File     string `json:"file"`
	Line     int    `json:"line"`
	Column   int    `json:"column"` // in characters, from 1
	Length   int    `json:"length"` // in characters
	Severity string `json:"severity"`
	Rule     string `json:"rule"`
	Field    string `json:"field,omitempty"`
	Row      string `json:"row,omitempty"`
	Message  string `json:"message"`
	Hint     string `json:"hint,omitempty"`
	Do       string `json:"do"`
	Text     string `json:"text,omitempty"` // the line
}

// JSON writes the problems, the rules they break, and their numbers, as one JSON
// document.
func JSON(w io.Writer, problems []reviews.Problem, o Options) error {
	l := language(o.Lang)
	errors, warnings, notes := reviews.Count(problems)
	d := document{
		Format: Format, Version: o.Version, Language: l,
		Counts:   map[string]int{reviews.Error.String(): errors, reviews.Warning.String(): warnings, reviews.Note.String(): notes},
		Rules:    []ruleJSON{},
		Problems: []problemJSON{},
	}
	for _, r := range countByRule(problems) {
		d.Rules = append(d.Rules, ruleJSON{r.ID, r.Severity.String(), r.count, r.Holds.In(l), r.Do.In(l), r.Why.In(l)})
	}
	for _, p := range problems {
		d.Problems = append(d.Problems, problemJSON{
			p.File, p.Line, p.Column, p.Length, p.Severity.String(), p.Rule, p.Field, p.Row, p.Text(l), p.Hint, p.Do().In(l), p.Excerpt,
		})
	}
	return encode(w, d)
}

// language is the one that is written: English unless another is known.
func language(l reviews.Lang) reviews.Lang {
	if l == reviews.Norwegian {
		return l
	}
	return reviews.English
}

func encode(w io.Writer, document any) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(document)
}
