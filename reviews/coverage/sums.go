package coverage

// Sum counts one kind of thing in a report by status.
type Sum struct {
	What                                     string
	All, Covered, LeftOut, Anchored, Missing int
}

// Sums counts citations, numbers and lines. Lines are those with text that is
// not covered; covered lines are not listed in a report, hence not counted.
func (r Report) Sums() []Sum {
	citations, numbers, lines := Sum{What: "citations"}, Sum{What: "numbers"}, Sum{What: "lines without a statement"}
	for _, c := range r.Citations {
		citations.add(c.Status, 1)
	}
	for _, n := range r.Numbers {
		numbers.add(n.Status, 1)
	}
	for _, p := range r.Passages {
		lines.add(p.Status, p.Lines.To-p.Lines.From+1)
	}
	return []Sum{citations, numbers, lines}
}

func (s *Sum) add(status Status, n int) {
	s.All += n
	switch status {
	case Covered:
		s.Covered += n
	case LeftOut:
		s.LeftOut += n
	case Anchored:
		s.Anchored += n
	case Missing:
		s.Missing += n
	}
}

// Complete reports whether every citation and every number is in the graph or
// left out with a reason. Passages do not count: a line may say nothing that
// can be coded.
func (r Report) Complete() bool {
	for _, s := range r.Sums()[:2] {
		if s.Missing+s.Anchored > 0 {
			return false
		}
	}
	return true
}
