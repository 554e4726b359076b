package reviews

import (
	"bytes"
	"crypto/sha256"
	"encoding/csv"
	"encoding/hex"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Text is the plain text of a review, as lines.
type Text struct {
	lines  []string
	digest string
}

// NewText splits a text into lines at each line feed; a carriage return before
// it belongs to the line end. A line feed at the very end ends the last line and
// begins no other.
func NewText(b []byte) *Text {
	sum := sha256.Sum256(b)
	s := strings.ReplaceAll(strings.TrimPrefix(string(b), "\uFEFF"), "\r\n", "\n")
	return &Text{strings.Split(strings.TrimSuffix(s, "\n"), "\n"), hex.EncodeToString(sum[:])}
}

// Len returns the number of lines.
func (t *Text) Len() int { return len(t.lines) }

// Line returns the n-th line, counted from 1.
func (t *Text) Line(n int) string { return t.lines[n-1] }

// Digest returns the SHA-256 of the whole text, byte by byte as it was given, in
// lower-case hexadecimal: the source_digest of a review.
func (t *Text) Digest() string { return t.digest }

// Passage returns the lines of some ranges as running text, so that breaking its
// lines in other places does not change it:
//
//   - in each range, white space at both ends of a line is dropped;
//   - a line that ends in a letter and a hyphen (U+002D, U+2010 or the soft
//     hyphen U+00AD), followed by a line that begins with a lower-case letter, is
//     joined to that line without the hyphen; so is any line that ends in a soft
//     hyphen. A hyphen before a capital, a digit or a bracket stays, and is
//     followed by a space;
//   - other lines are joined by one space, and empty lines by nothing;
//   - runs of white space become one space;
//   - the ranges are joined by a line feed, in the order given.
//
// Lines beyond the end of the text are empty.
func (t *Text) Passage(ranges []Range) string {
	passages := make([]string, len(ranges))
	for i, r := range ranges {
		passages[i] = t.passage(r)
	}
	return strings.Join(passages, "\n")
}

func (t *Text) passage(r Range) string {
	var b strings.Builder
	for n := r.From; n <= min(r.To, len(t.lines)); n++ {
		line := strings.Join(strings.Fields(t.lines[n-1]), " ")
		if n < min(r.To, len(t.lines)) {
			b.WriteString(joined(line, strings.TrimSpace(t.lines[n])))
		} else {
			b.WriteString(line)
		}
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

// joined returns a line as it stands before the next one.
func joined(line, next string) string {
	last, size := utf8.DecodeLastRuneInString(line)
	stem := line[:len(line)-size]
	switch last {
	case '\u00AD':
		return stem
	case '-', '\u2010':
		before, _ := utf8.DecodeLastRuneInString(stem)
		first, _ := utf8.DecodeRuneInString(next)
		if unicode.IsLetter(before) && unicode.IsLower(first) {
			return stem
		}
	}
	return line + " "
}

// Digest returns the SHA-256 of [Text.Passage] in UTF-8, in lower-case
// hexadecimal: the digest of an anchor.
func Digest(t *Text, ranges []Range) string {
	sum := sha256.Sum256([]byte(t.Passage(ranges)))
	return hex.EncodeToString(sum[:])
}

// WriteAnchors writes anchors.csv of a review: for each of its statements that
// gives lines, in the order of the corpus, the address below id/, the lines, and
// the digest of the passage in the text.
func (c *Corpus) WriteAnchors(w io.Writer, review string, t *Text) error {
	var b bytes.Buffer
	out := csv.NewWriter(&b)
	out.Write(anchorsTable.Columns()) // a Buffer takes everything
	for r := range c.statements() {
		if r.Review == review && r.Has("lines") {
			out.Write([]string{r.address(), joinRanges(r.Lines()), Digest(t, r.Lines())})
		}
	}
	out.Flush()
	_, err := w.Write(b.Bytes())
	return err
}

// CheckAnchors compares the anchors of a review with its text, and tells for
// each passage that is not where it was whether it stands elsewhere now. Lines
// beyond the text, of statements, sections and mentions, break rule L03.
func (c *Corpus) CheckAnchors(review string, t *Text) []Problem {
	k := &anchorCheck{Corpus: c, text: t, excerpts: newExcerpts(c.texts)}
	if r := c.Review(review); r != nil {
		k.wholeText(r)
	}
	for r := range c.All() {
		switch {
		case r.Kind == KindSource:
			k.mentioned(r, review)
		case r.Review == review && r.Kind != KindAnchor && r.table.index("lines") >= 0:
			k.inText(r.Values("lines"))
			k.statement(r)
		}
	}
	Sort(k.problems)
	return k.problems
}

type anchorCheck struct {
	*Corpus
	text     *Text
	excerpts *excerpts
	problems []Problem
}

func (k *anchorCheck) put(p Problem) {
	p.Excerpt = k.excerpts.line(p.Source)
	k.problems = append(k.problems, p)
}

// wholeText warns where the text is not the one the review was coded from; its
// lines may still be the same.
func (k *anchorCheck) wholeText(r *Record) {
	if want := r.Text("source_digest"); want != "" && want != k.text.Digest() {
		k.put(Problem{Source: r.cellAt("source_digest"), Rule: "P05", Severity: Warning,
			Message: "the text has another digest, so it is not the very text that was coded"})
	}
}

func (k *anchorCheck) mentioned(r *Record, review string) {
	for _, v := range r.Values("mentions") {
		if v.IRI == iriOf(KindReview, review, review) {
			k.inText([]Value{v})
		}
	}
}

func (k *anchorCheck) inText(vs []Value) {
	for _, v := range vs {
		if v.Lines.To > k.text.Len() {
			k.put(Problem{Source: v.Source, Rule: "L03",
				Message: fmt.Sprintf("lines %s go beyond the text, which has %d", v.Lines, k.text.Len())})
		}
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
	if Digest(k.text, ranges) == want {
		return
	}
	p := Problem{Source: r.cellAt("lines"), Rule: "P05", Message: "the passage coded here is not on lines " + joinRanges(ranges) + " any more"}
	if now, ok := k.moved(ranges, want); ok {
		p.Hint = joinRanges(now)
	} else {
		p.Message += ", nor on as many lines elsewhere: read it again"
	}
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
				if ok && Digest(k.text, now) == want {
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
