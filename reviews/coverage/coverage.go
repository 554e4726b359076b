// Package coverage compares a coded review with its text: which citations and
// which numbers of the text are in the graph, at their place, and which lines
// no statement points at.
//
// It finds what looks like a citation or a number with a unit by pattern, so
// that nothing depends on what the coders looked for.
package coverage

import (
	"slices"

	"policygraph/reviews"
)

// Status tells whether something in the text is in the graph.
type Status string

// The statuses. Anchored is for a number on a line that statements point at,
// none of which holds the number. LeftOut is for what omissions.csv names, with
// a reason.
const (
	Covered  Status = "covered"
	Anchored Status = "anchored"
	LeftOut  Status = "left out"
	Missing  Status = "missing"
)

// Report is the comparison of one review with its text.
type Report struct {
	Review    string     `json:"review"`
	Citations []Citation `json:"citations"`
	Numbers   []Number   `json:"numbers"`
	Passages  []Passage  `json:"passages"`
}

// Citation is an author–year string in the text.
type Citation struct {
	Text   string        `json:"text"`
	Lines  reviews.Range `json:"lines"`
	Status Status        `json:"status"`
	Source string        `json:"source,omitempty"` // the slug of the source that mentions this place
	Reason string        `json:"reason,omitempty"` // why it was left out
}

// Number is a number with a unit in the text.
type Number struct {
	Text   string        `json:"text"`
	Lines  reviews.Range `json:"lines"`
	Status Status        `json:"status"`
	Row    string        `json:"row,omitempty"` // the statement that holds it, or points at its line
	Reason string        `json:"reason,omitempty"`
}

// Passage is a run of lines with text that no statement points at. Headings count
// as any other line: leave them out in omissions.csv.
type Passage struct {
	Lines  reviews.Range `json:"lines"`
	Status Status        `json:"status"`
	Reason string        `json:"reason,omitempty"`
}

// Of compares the review with a slug in c with its text.
func Of(c *reviews.Corpus, review string, t *reviews.Text) Report {
	k := newChecker(c, review, t)
	return Report{
		Review:    review,
		Citations: k.citations(),
		Numbers:   k.numbers(),
		Passages:  k.passages(),
	}
}

// checker holds what the coding says, by line of the text.
type checker struct {
	corpus     *reviews.Corpus
	review     string
	text       *reviews.Text
	flow       *reviews.Flow
	statements []*reviews.Record
	omissions  []*reviews.Record
}

// statementKinds are the kinds that point at lines of the text.
var statementKinds = []reviews.Kind{
	reviews.KindClaim, reviews.KindFinding, reviews.KindJudgement, reviews.KindGap, reviews.KindConflict,
}

func newChecker(c *reviews.Corpus, review string, t *reviews.Text) *checker {
	k := &checker{corpus: c, review: review, text: t, flow: t.Flow()}
	for _, kind := range statementKinds {
		k.statements = slices.AppendSeq(k.statements, k.own(kind))
	}
	k.omissions = slices.AppendSeq(k.omissions, k.own(reviews.KindOmission))
	return k
}

// own yields the review's records of a kind.
func (k *checker) own(kind reviews.Kind) func(func(*reviews.Record) bool) {
	return func(yield func(*reviews.Record) bool) {
		for r := range k.corpus.Records(kind) {
			if r.Review == k.review && !yield(r) {
				return
			}
		}
	}
}

// leftOut looks for a row of omissions.csv that names what stands at lines: one
// for the same kind of thing, on those lines, and, where it gives a text, with
// that text.
func (k *checker) leftOut(kind, text string, lines reviews.Range) (reason string, ok bool) {
	for _, r := range k.omissions {
		if r.Text("kind") == kind && touches(r.Lines(), lines) && (!r.Has("text") || r.Text("text") == text) {
			return r.Text("reason"), true
		}
	}
	return "", false
}

func touches(ranges []reviews.Range, lines reviews.Range) bool {
	return slices.ContainsFunc(ranges, func(r reviews.Range) bool { return r.From <= lines.To && lines.From <= r.To })
}
