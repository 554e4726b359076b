package reviews

import (
	"bytes"
	"crypto/sha256"
	"encoding/csv"
	"encoding/hex"
	"io"
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
	return digestOf(t.Passage(ranges))
}

func digestOf(passage string) string {
	sum := sha256.Sum256([]byte(passage))
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
