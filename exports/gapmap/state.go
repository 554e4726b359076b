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
	// Judged: no finding; the review judges which way the effect goes.
	Judged State = "judgement-only"
	// Sought: neither; the review searched for studies of the measure and found none.
	Sought State = "searched-none-found"
	// Stated: neither; the review says that something is not known, or searched in vain
	// for something else than studies of the measure.
	Stated State = "stated-gap"
	// Silent: nothing is said. Nobody may have looked.
	Silent State = "nothing-said"
)

// States are all states, in order.
var States = []State{Evidence, NoEffect, Mixed, Judged, Sought, Stated, Silent}

// Leans are the ways that a cell of the state Evidence may point.
var Leans = []string{"positive", "negative", "unclear", "none"}

// settle gives the cell its state, the first of States that holds. judged tells
// whether a judgement has a direction, sought whether studies of the row's own measure
// were searched for in vain: that one sort of wage subsidy was looked for does not
// say that wage subsidies were. A judgement without a direction is the state only
// where no gap is stated.
func (c *Cell) settle(judged, sought bool) {
	var ways []string
	for i, n := range c.Directions {
		if n > 0 && Directions[i] != "none" {
			ways = append(ways, Directions[i])
		}
	}
	switch {
	case len(c.Findings) > 0:
		c.State, c.Lean = ofFindings(ways)
	case judged, len(c.Judgements) > 0 && len(c.Gaps) == 0:
		c.State = Judged
	case sought:
		c.State = Sought
	case len(c.Gaps) > 0:
		c.State = Stated
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
