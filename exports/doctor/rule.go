package doctor

import (
	"policygraph/graph"
)

// Text is a text in the two languages of the project.
type Text struct{ NB, EN string }

// same is a text that is the same in both.
func same(s string) Text { return Text{NB: s, EN: s} }

// Rule is something that can be wrong with an export.
type Rule struct {
	ID       string
	Severity Severity
	Portals  []Portal // whom it hits
	Wrong    Text     // what is wrong
	Why      Text     // what comes of it
	Mend     Text     // what to do

	// One of these looks for it: in each catalogue document that was read, in each
	// that came, or in the export as a whole.
	data     func(*document) []Place
	document func(*document) []Place
	export   func(*examination) ([]Place, error)

	applies func(*examination) bool // nil: always
}

// Place is where something is wrong.
type Place struct {
	File   string // within the export, with line and column where they are known; empty: of the document that is looked at
	Node   string // an address, or a blank node
	Detail Text   // what was found there
}

// Finding is a rule that is broken in one place.
type Finding struct {
	Rule *Rule
	Place
	Also []string // other files that say the same of the same node
}

// Outcome is what became of a rule.
type Outcome string

// The outcomes, as EARL names them.
const (
	Passed       Outcome = "passed"
	Failed       Outcome = "failed"
	Inapplicable Outcome = "inapplicable"
)

// nodes are places of things, each with nothing to add.
func (d *document) nodes(ids []graph.ID, wrong func(graph.ID) bool) (places []Place) {
	for _, id := range ids {
		if wrong(id) {
			places = append(places, Place{Node: d.name(id)})
		}
	}
	return places
}
