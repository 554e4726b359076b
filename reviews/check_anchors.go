package reviews

import (
	"slices"
	"strings"
)

// CheckAnchors compares the anchors of a review with its text, and tells for
// each passage that is not where it was whether it stands elsewhere now. Lines
// beyond the text, of statements, sections and mentions, break rule L03. Where the
// text is not the one that was coded and most passages are not in it, that is the
// only problem.
func (c *Corpus) CheckAnchors(review string, t *Text) []Problem {
	k := &anchorCheck{Corpus: c, text: t, excerpts: newExcerpts(c.texts), passages: map[Range]string{}, digests: map[Range]string{}}
	for r := range c.All() {
		switch {
		case r.Kind == KindSource:
			k.mentioned(r, review)
		case r.Review == review && r.Kind != KindAnchor && r.table.index("lines") >= 0:
			var in []Range
			if r.table.index("section") >= 0 {
				in = k.linesOfSections(r)
			}
			for _, v := range r.Values("lines") {
				k.inText(r, "lines", v, len(in) == 0 || v.Lines.within(in))
			}
			k.statement(r)
		}
	}
	if r := c.Review(review); r != nil {
		k.wholeText(r)
	}
	Sort(k.problems)
	return k.problems
}

type anchorCheck struct {
	*Corpus
	text     *Text
	excerpts *excerpts
	problems []Problem

	sought, lost int // passages looked for, and those that are nowhere

	passages, digests map[Range]string // of ranges that were looked at
}

func (k *anchorCheck) put(p Problem) {
	p.Excerpt = k.excerpts.line(p.Source)
	k.problems = append(k.problems, p)
}

// wholeText compares the text with the one the review was coded from. One that is
// a little different may still have every passage; of another, nothing more need
// be said than that it is another.
func (k *anchorCheck) wholeText(r *Record) {
	if want := r.Text("source_digest"); want == "" || want == k.text.Digest() {
		return
	}
	at := r.cellAt("source_digest")
	if 2*k.lost > k.sought {
		k.problems = nil
		k.put(at.problem("P05", Error, msgNotTheText.with(k.lost, k.sought)))
		return
	}
	k.put(at.problem("P05", Warning, msgOtherText.with()))
}

func (k *anchorCheck) mentioned(r *Record, review string) {
	for _, v := range r.Values("mentions") {
		if v.IRI == iriOf(KindReview, review, review) {
			k.inText(r, "mentions", v, k.inSomeSection(review, v.Lines))
		}
	}
}

// inText holds lines to the text, unless they are not in a section, of which
// [Load] has told.
func (k *anchorCheck) inText(r *Record, column string, v Value, inSection bool) {
	if inSection && v.Lines.To > k.text.Len() {
		k.put(spot{v.Source, column, r}.problem("L03", Error, msgBeyondText.with(saidOf([]Range{v.Lines}, lineGoes, linesGo), k.text.Len())))
	}
}

// statement compares one passage with its digest. Lines that were changed since
// the digest was taken are told by Load.
func (k *anchorCheck) statement(r *Record) {
	anchor := k.anchors[r.IRI]
	if anchor == nil || !anchor.Has("digest") || joinRanges(anchor.Lines()) != joinRanges(r.Lines()) {
		return
	}
	want, ranges := anchor.Text("digest"), r.Lines()
	k.sought++
	if k.digest(ranges) == want {
		return
	}
	now, ok := k.moved(ranges, want)
	if !ok {
		k.lost++
		k.put(r.cellAt("lines").problem("P05", Error, msgPassageLost.with(saidOf(ranges, lineN, linesN))))
		return
	}
	p := r.cellAt("lines").problem("P05", Error, msgPassageMoved.with(saidOf(ranges, lineN, linesN)))
	p.Hint = joinRanges(now)
	k.put(p)
}

// moved looks for the passage where lines were put in or taken out somewhere
// before it or between its ranges: some last ranges, or all, are moved up or down
// together. The nearest place wins.
func (k *anchorCheck) moved(ranges []Range, want string) ([]Range, bool) {
	for d := 1; d < k.text.Len(); d++ {
		for _, by := range []int{d, -d} {
			for first := range ranges {
				now, ok := k.shifted(ranges, first, by)
				if ok && k.digest(now) == want {
					return now, true
				}
			}
		}
	}
	return nil, false
}

// shifted moves the ranges from the first given on, if they stay in order and in
// the text.
func (k *anchorCheck) shifted(ranges []Range, first, by int) ([]Range, bool) {
	out := slices.Clone(ranges)
	for i := first; i < len(out); i++ {
		out[i] = Range{out[i].From + by, out[i].To + by}
	}
	after := 0
	if first > 0 {
		after = out[first-1].To
	}
	return out, out[first].From > after && out[len(out)-1].To <= k.text.Len()
}

// digest is [Digest] with a memory, since many passages are looked for on the
// same lines.
func (k *anchorCheck) digest(ranges []Range) string {
	if len(ranges) == 1 {
		return remembered(k.digests, ranges[0], func(r Range) string { return digestOf(k.passage(r)) })
	}
	passages := make([]string, len(ranges))
	for i, r := range ranges {
		passages[i] = k.passage(r)
	}
	return digestOf(strings.Join(passages, "\n"))
}

func (k *anchorCheck) passage(r Range) string { return remembered(k.passages, r, k.text.passage) }

func remembered(known map[Range]string, r Range, find func(Range) string) string {
	found, ok := known[r]
	if !ok {
		found = find(r)
		known[r] = found
	}
	return found
}
