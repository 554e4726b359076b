package reviews

import (
	"bytes"
	"slices"
)

// WithSourceDigest returns a review.yaml whose source_digest is the one given,
// and which is otherwise the same, comments and all: the line is replaced where
// there is one, else put before the search or the sections, else at the end.
func WithSourceDigest(reviewYAML []byte, digest string) []byte {
	const key = "source_digest:"
	line := []byte(key + " " + digest + "\n")
	lines := slices.Collect(bytes.Lines(reviewYAML))
	if i := lineOf(lines, key); i >= 0 {
		lines[i] = line
		return bytes.Join(lines, nil)
	}
	at := len(lines)
	for _, next := range []string{searchTable.File + ":", sectionsTable.File + ":"} {
		if i := lineOf(lines, next); i >= 0 {
			at = min(at, i)
		}
	}
	if at > 0 && !bytes.HasSuffix(lines[at-1], []byte("\n")) {
		line = append([]byte("\n"), line...)
	}
	return bytes.Join(slices.Insert(lines, at, line), nil)
}

func lineOf(lines [][]byte, key string) int {
	return slices.IndexFunc(lines, func(l []byte) bool { return bytes.HasPrefix(l, []byte(key)) })
}
