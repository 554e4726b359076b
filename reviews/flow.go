package reviews

import (
	"sort"
	"strings"
)

// Flow is a whole text as one line of running words, in which each place can
// still be told its line. Words are made whole and white space collapsed as in
// [Text.Passage], except that no space is dropped at line ends.
type Flow struct {
	Text  string
	begin []int // where in Text each line begins
}

// Flow returns the text as running words.
func (t *Text) Flow() *Flow {
	f := &Flow{begin: make([]int, len(t.lines))}
	var b strings.Builder
	for i, line := range t.lines {
		f.begin[i] = b.Len()
		line = strings.Join(strings.Fields(line), " ")
		if line == "" {
			continue
		}
		next := ""
		if i+1 < len(t.lines) {
			next = strings.TrimSpace(t.lines[i+1])
		}
		b.WriteString(joined(line, next))
	}
	f.Text = b.String()
	return f
}

// Lines returns the lines that the part of Text from one byte to another, not
// included, stands on.
func (f *Flow) Lines(from, to int) Range {
	return Range{f.line(from), f.line(max(from, to-1))}
}

// line is the number of the line that the byte at offset stands on. Of lines
// that begin at one place, all but the last are empty.
func (f *Flow) line(offset int) int {
	return sort.Search(len(f.begin), func(i int) bool { return f.begin[i] > offset })
}
