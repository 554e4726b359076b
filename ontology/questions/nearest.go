package questions

import (
	"strings"

	"github.com/xrash/smetrics"
)

// didYouMean is the end of a message about a word that is none of a list.
func didYouMean(word string, list []string) string {
	if n := nearest(word, list); n != "" {
		return ", did you mean " + n + "?"
	}
	return ""
}

// nearest returns the word of the list that needs the fewest letters changed to
// become this one, the first of equals, or the only one that it begins. It is
// empty when none is near: one slip for each three letters is allowed.
func nearest(word string, list []string) string {
	word = strings.ToLower(strings.TrimSpace(word))
	best, least := "", max(len(word)/3, 1)+1
	var begun []string
	for _, candidate := range list {
		if n := smetrics.WagnerFischer(word, candidate, 1, 1, 1); n < least {
			best, least = candidate, n
		}
		if len(word) > 2 && strings.HasPrefix(candidate, word) {
			begun = append(begun, candidate)
		}
	}
	if best == "" && len(begun) == 1 {
		return begun[0]
	}
	return best
}

// either lists words for a sentence: "a, b or c".
func either(words []string, conjunction string) string {
	last := len(words) - 1
	switch {
	case last < 0:
		return "none"
	case last == 0:
		return words[0]
	}
	return strings.Join(words[:last], ", ") + " " + conjunction + " " + words[last]
}
