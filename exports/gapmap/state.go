package gapmap

import "slices"

// State is what a cell says. Every form of the map tells all of them apart.
type State string

// The states, what is known before what is not.
const (
	// Evidence: there are findings, and all that point anywhere point the same way:
	// [Cell.Lean] tells which.
	Evidence State = "evidence"
	// NoEffect: tested, and every finding is null.
	NoEffect State = "no-effect"
	// Mixed: the findings differ in direction, or one of them is mixed in itself.
	Mixed State = "mixed"
	// Judged: the review judges, and no finding is given for it.
	Judged State = "judgement-only"
	// Sought: no finding; the review searched for it and found none.
	Sought State = "searched-none-found"
	// Stated: no finding; the review says that it is not known, without naming a search.
	Stated State = "stated-gap"
	// Silent: nothing is said. Nobody may have looked.
	Silent State = "nothing-said"
)

// States are all states, in order.
var States = []State{Evidence, NoEffect, Mixed, Judged, Sought, Stated, Silent}

// Leans are the ways that a cell of the state Evidence may point.
var Leans = []string{"positive", "negative", "unclear", "none"}

// settle gives the cell its state. A gap with a search makes the state Sought only
// where the gap is about the row's own measure: that one sort of wage subsidy was
// looked for in vain does not say that wage subsidies were.
func (c *Cell) settle(ownSearch bool) {
	var ways []string
	for i, n := range c.Directions {
		if n > 0 && Directions[i] != "none" {
			ways = append(ways, Directions[i])
		}
	}
	switch {
	case len(c.Findings) > 0:
		c.State, c.Lean = ofFindings(ways)
	case ownSearch:
		c.State = Sought
	case len(c.Gaps) > 0:
		c.State = Stated
	case len(c.Judgements) > 0:
		c.State = Judged
	default:
		c.State = Silent
	}
}

// ofFindings is the state of a cell with findings, from the directions that they
// have; those without one count only where there is no other.
func ofFindings(ways []string) (State, string) {
	switch {
	case len(ways) == 0:
		return Evidence, "none"
	case slices.Equal(ways, []string{"null"}):
		return NoEffect, ""
	case len(ways) > 1 || ways[0] == "mixed":
		return Mixed, ""
	}
	return Evidence, ways[0]
}
