package gapmap

import (
	"slices"

	"policygraph/ontology/vocab"
)

// Text is a text in bokmål and English.
type Text struct {
	NB string `json:"nb"`
	EN string `json:"en"`
}

// Map is the evidence on measures. Nothing in it may be changed.
type Map struct {
	Measures   []Measure   // the rows, in the order of reading: bands, and within them the trees of types
	Statements []Statement // on measures, and all gaps; by table, then address
	Outcomes   []Concept   // all that the dataset has, by address
	Problems   []Concept   // the same
	Searches   []Search    // by address
	Views      []View      // by outcome, by problem
	Findings   int         // of the dataset, those that evaluate no measure included
	names      map[string]Text
	base       string // what the addresses start with
}

// Name is what a thing that the map mentions is called; its address where it
// has no name.
func (m *Map) Name(iri string) Text {
	if name, ok := m.names[iri]; ok {
		return name
	}
	return Text{iri, iri}
}

// Concept is an outcome or a problem.
type Concept struct {
	IRI   string `json:"iri"`
	Name  Text   `json:"label"`
	Phase string `json:"timing,omitempty"` // of an outcome: entry, retention, progression, exit or none
}

// Measure is a row.
type Measure struct {
	Concept
	Definition Text     `json:"definition"`
	Other      []string `json:"otherLabels"` // in any language
	Broader    []string `json:"broader"`
	Approaches []string `json:"approach"`
	Levels     []string `json:"level"`
	Status     string   `json:"status,omitempty"`
	Countries  []string `json:"country"`
	Depth      int      `json:"depth"`     // below the type that begins its tree; 0 for that
	Parent     string   `json:"-"`         // the broader measure that it is shown below
	Band       []string `json:"band"`      // the approaches of the type that begins its tree
	Addresses  []string `json:"addresses"` // problems that it is said to address, by address
	below      map[string]bool
}

// Covers reports whether the row counts what is said of a measure: of the row's
// own or of one that is narrower, however far down.
func (m *Measure) Covers(measure string) bool { return m.below[measure] }

// Kind is what a statement is.
type Kind string

// The kinds of statements.
const (
	Finding   Kind = "finding"
	Judgement Kind = "judgement"
	Gap       Kind = "gap"
	// Description is a finding or a judgement that is about a measure without
	// evaluating its effect: how widespread it is, say. No cell counts it.
	Description Kind = "description"
)

// Statement is a finding, a judgement, a gap or a description. The codes are the words of the
// ontology's code lists.
type Statement struct {
	Kind        Kind     `json:"kind"`
	IRI         string   `json:"iri"`
	Text        Text     `json:"text"`
	Measures    []string `json:"measures"`
	Outcomes    []string `json:"outcomes"`
	Problems    []string `json:"problems"` // those it is about, and those its outcomes indicate
	Populations []string `json:"populations"`
	Countries   []string `json:"countries"`
	Direction   string   `json:"direction,omitempty"`
	Horizon     string   `json:"horizon,omitempty"`
	Designs     []string `json:"designs,omitempty"`
	Strength    *int     `json:"causalStrength,omitempty"` // of the best design; none where no design has one
	Study       string   `json:"study,omitempty"`
	CitedAs     string   `json:"citedAs,omitempty"`
	Certainty   string   `json:"certainty,omitempty"`
	GapType     string   `json:"gapType,omitempty"`
	Searches    []string `json:"searches,omitempty"` // that came up empty
	Reviews     []string `json:"reviews"`
	Sections    []string `json:"sections"` // their numbers
	Lines       []string `json:"lines"`
}

// Is reports whether the statement is of a kind.
func (s *Statement) Is(k Kind) bool { return s.Kind == k }

// noStudyFound reports whether a gap says that studies were searched for and none
// found. All other types of gaps say that there are studies (of another group or country, without
// a comparison, too short), or that what was looked for was a measure.
func (s *Statement) noStudyFound() bool { return s.GapType == "no-study" && len(s.Searches) > 0 }

// band is the place of the finding's design among Strengths.
func (s *Statement) band() int {
	switch {
	case s.Strength != nil:
		return *s.Strength
	case slices.ContainsFunc(s.Designs, func(d string) bool { return d != "not-stated" }):
		return ungraded
	}
	return notStated
}

// direction is the place of the finding's direction among Directions.
func (s *Statement) direction() int {
	if i := slices.Index(Directions, s.Direction); i >= 0 {
		return i
	}
	return len(Directions) - 1
}

// Search is a literature search.
type Search struct {
	IRI      string   `json:"iri"`
	In       []string `json:"searchedIn"`
	From     string   `json:"from,omitempty"`
	To       string   `json:"to,omitempty"`
	Found    string   `json:"recordsFound,omitempty"`
	Included string   `json:"recordsIncluded,omitempty"`
}

// Directions are those of findings, the last for a description without one.
var Directions = []string{"positive", "negative", "null", "mixed", "unclear", "none"}

// Strengths are the causal strengths of designs, then designs that have
// none (a synthesis is as strong as what it sums up; "observational" may be this
// or that), then no design stated.
var Strengths = []string{"0", "1", "2", "3", "4", "5", "ungraded", "not-stated"}

const (
	ungraded  = 6
	notStated = 7
)

// Phases are the timings of outcomes, in the order of a working life.
var Phases = func() (list []string) {
	scheme, _ := vocab.SchemeOf(vocab.Timing)
	return scheme.Notations()
}()
