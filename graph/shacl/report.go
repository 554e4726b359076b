package shacl

import (
	"fmt"

	"github.com/cayleygraph/quad"

	"policygraph/graph/path"
)

// Report is the outcome of a validation (3.6).
type Report struct {
	Results []Result // as many as were to be kept
	limit   int
	omitted [3]int // by rank
}

// Conforms reports whether there is no result of a severity that was asked for.
func (r *Report) Conforms() bool { return len(r.Results) == 0 }

// Omitted is how many results there were beyond the limit.
func (r *Report) Omitted() int { return r.omitted[0] + r.omitted[1] + r.omitted[2] }

// Count is how many results there are of each severity, those beyond the limit
// included. Severities that are not SHACL's count as violations.
func (r *Report) Count() (violations, warnings, infos int) {
	counts := r.omitted
	for _, one := range r.Results {
		counts[rank(one.Severity)]++
	}
	return counts[0], counts[1], counts[2]
}

// rank is how far a severity is below a violation.
func rank(severity quad.IRI) int {
	switch severity {
	case Warning:
		return 1
	case Info:
		return 2
	}
	return 0
}

// lowest is the rank of the least severe results that are wanted, all if none
// is named.
func lowest(severity quad.IRI) int {
	if severity == "" {
		return rank(Info)
	}
	return rank(severity)
}

// Result is one validation result (3.6.2).
type Result struct {
	FocusNode        quad.Value
	Path             path.Path    // nil where there is none
	Value            quad.Value   // nil where there is none
	SourceShape      quad.Value   // the shape
	SourceConstraint quad.Value   // the node of sh:sparql, nil for all other components
	Component        quad.IRI     // the constraint component
	Severity         quad.IRI     // Violation, Warning, Info, or one of the shapes' own
	Messages         []quad.Value // those of the shapes; where they have none, Default says it

	// Expected is what the constraint asks for, and Found what came where Value
	// does not say it. Both are for people, and may be zero.
	Expected, Found Phrase

	// Details are why Value does not conform to the shape it should, if
	// ValidateOptions.Details asked for them.
	Details []Result
}

// Default is what a result says where the shapes have no message for it, in
// English.
func (r *Result) Default() string {
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
