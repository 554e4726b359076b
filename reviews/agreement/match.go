package agreement

import (
	"cmp"
	"slices"

	"policygraph/reviews"
)

// matcher says when two rows of a kind, made by two coders, are taken to be
// about the same thing.
type matcher struct {
	kind  reviews.Kind
	score func(a, b *reviews.Record) int // 0: not the same
}

// matchers, one for each kind that coders make. What stands in the text (the
// lines, the study) decides; the concepts chosen only help to tell apart rows
// about the same lines. Codes such as the direction are never looked at.
var matchers = []matcher{
	{reviews.KindProblem, sameName},
	{reviews.KindMechanism, sameName},
	{reviews.KindMeasure, sameName},
	{reviews.KindOutcome, sameName},
	{reviews.KindPopulation, sameName},
	{reviews.KindClaim, sameName},
	{reviews.KindFinding, byPlace([]string{"study"}, []string{"outcome", "measure", "about", "population", "value", "months", "country"})},
	{reviews.KindJudgement, byPlace(nil, []string{"measure", "about", "outcome", "population"})},
	{reviews.KindGap, byPlace(nil, []string{"about", "population", "country"})},
	{reviews.KindConflict, byPlaceOrMembers},
}

func sameName(a, b *reviews.Record) int {
	if a.Name == b.Name && a.Review == b.Review {
		return 1
	}
	return 0
}

// The parts of a score: lines in common count most, then each column in
// common.
const (
	placeScore  = 8
	columnScore = 3
)

// byPlace matches rows that have lines in common and agree on all columns of
// must, the better the more lines and columns of help they share.
func byPlace(must, help []string) func(a, b *reviews.Record) int {
	return func(a, b *reviews.Record) int {
		common, all := overlap(a.Lines(), b.Lines())
		if common == 0 {
			return 0
		}
		for _, column := range must {
			if cell(a, column) != cell(b, column) {
				return 0
			}
		}
		score := 1 + placeScore*common/all
		for _, column := range help {
			if a.Has(column) && cell(a, column) == cell(b, column) {
				score += columnScore
			}
		}
		return score
	}
}

// byPlaceOrMembers matches conflicts by their lines, or, where the review does not
// point them out, by their members.
func byPlaceOrMembers(a, b *reviews.Record) int {
	if len(a.Lines()) > 0 || len(b.Lines()) > 0 {
		return byPlace(nil, nil)(a, b)
	}
	if cell(a, "members") == cell(b, "members") {
		return 1
	}
	return 0
}

// overlap is the number of lines that lie in both, and in either, of two lists
// of ranges.
func overlap(a, b []reviews.Range) (common, all int) {
	lines := make(map[int]int)
	for bit, ranges := range [][]reviews.Range{a, b} {
		for _, r := range ranges {
			for n := r.From; n <= r.To; n++ {
				lines[n] |= 1 << bit
			}
		}
	}
	for _, in := range lines {
		if in == 3 {
			common++
		}
	}
	return common, len(lines)
}

// pairs pairs each row with at most one of the other coder, best scores first.
// Rows with equal scores are paired in the order of their files.
func (m matcher) pairs(a, b []*reviews.Record) []pair {
	type candidate struct{ i, j, score int }
	var candidates []candidate
	for i, x := range a {
		for j, y := range b {
			if s := m.score(x, y); s > 0 {
				candidates = append(candidates, candidate{i, j, s})
			}
		}
	}
	slices.SortFunc(candidates, func(x, y candidate) int {
		return cmp.Or(cmp.Compare(y.score, x.score), cmp.Compare(x.i, y.i), cmp.Compare(x.j, y.j))
	})
	takenA, takenB := make([]bool, len(a)), make([]bool, len(b))
	var pairs []pair
	for _, c := range candidates {
		if !takenA[c.i] && !takenB[c.j] {
			takenA[c.i], takenB[c.j] = true, true
			pairs = append(pairs, pair{a[c.i], b[c.j]})
		}
	}
	sortPairs(pairs)
	return pairs
}
