package coverage

import (
	"strings"

	"policygraph/reviews"
)

// passages finds the runs of lines with text that no statement points at.
// Blank lines neither begin nor end a run, nor break one.
func (k *checker) passages() []Passage {
	pointed := make([]bool, k.text.Len()+1)
	for _, r := range k.statements {
		mark(pointed, r.Lines())
	}
	found := []Passage{}
	open := false
	for n := 1; n <= k.text.Len(); n++ {
		switch {
		case strings.TrimSpace(k.text.Line(n)) == "":
		case pointed[n]:
			open = false
		case open && k.sameReason(found[len(found)-1].Lines.From, n):
			found[len(found)-1].Lines.To = n
		default:
			found = append(found, k.passage(n))
			open = true
		}
	}
	return found
}

func mark(lines []bool, ranges []reviews.Range) {
	for _, r := range ranges {
		for n := r.From; n <= min(r.To, len(lines)-1); n++ {
			lines[n] = true
		}
	}
}

func (k *checker) passage(n int) Passage {
	p := Passage{Lines: reviews.Range{From: n, To: n}, Status: Missing}
	if reason, ok := k.leftOut("passage", "", p.Lines); ok {
		p.Status, p.Reason = LeftOut, reason
	}
	return p
}

// sameReason reports whether two lines are left out for one reason, or neither
// is left out.
func (k *checker) sameReason(a, b int) bool {
	x, okX := k.leftOut("passage", "", reviews.Range{From: a, To: a})
	y, okY := k.leftOut("passage", "", reviews.Range{From: b, To: b})
	return okX == okY && x == y
}
