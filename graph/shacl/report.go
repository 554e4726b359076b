package shacl

import (
	"fmt"

	"github.com/cayleygraph/quad"

	"policygraph/graph/path"
)

// Report is the outcome of a validation (3.6).
type Report struct {
	Results   []Result
	Truncated bool // whether there were more results than were asked for
}

// Conforms reports whether there is no result, of whatever severity.
func (r *Report) Conforms() bool { return len(r.Results) == 0 }

// Result is one validation result (3.6.2).
type Result struct {
	FocusNode        quad.Value
	Path             path.Path    // nil where there is none
	Value            quad.Value   // nil where there is none
	SourceShape      quad.Value   // the shape
	SourceConstraint quad.Value   // the node of sh:sparql, nil for all other components
	Component        quad.IRI     // the constraint component
	Severity         quad.IRI     // Violation, Warning, Info, or one of the shapes' own
	Messages         []quad.Value // those of the shapes, else one in English; never none

	// Expected is what the constraint asks for, and Found what came where Value
	// does not say it. Both are for people, and may be zero.
	Expected, Found Phrase

	// Details are why Value does not conform to the shape it should, if
	// ValidateOptions.Details asked for them.
	Details []Result
}

// text is what a result says where the shapes have no message for it.
func (r *Result) text() string {
	switch {
	case r.Expected.IsZero():
		return fmt.Sprintf("the node breaks a constraint of %s", r.Component)
	case !r.Found.IsZero():
		return fmt.Sprintf("expected %s, found %s", r.Expected, r.Found)
	case r.Value != nil:
		return fmt.Sprintf("expected %s, found %s", r.Expected, r.Value)
	}
	return fmt.Sprintf("expected %s", r.Expected)
}

// AtLeast is the report without the results below a severity. Severities that
// are not SHACL's count as violations.
func (r *Report) AtLeast(severity quad.IRI) *Report {
	kept := &Report{Truncated: r.Truncated}
	for _, one := range r.Results {
		if rank(one.Severity) <= rank(severity) {
			kept.Results = append(kept.Results, one)
		}
	}
	return kept
}

// Count is how many results there are of each severity; those that are not
// SHACL's count as violations.
func (r *Report) Count() (violations, warnings, infos int) {
	var counts [3]int
	for _, one := range r.Results {
		counts[rank(one.Severity)]++
	}
	return counts[0], counts[1], counts[2]
}

func rank(severity quad.IRI) int {
	switch severity {
	case Warning:
		return 1
	case Info:
		return 2
	}
	return 0
}
