package questions

import "strings"

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
		if n := slips(word, candidate); n < least {
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

// slips is the Levenshtein distance of two words, in bytes.
func slips(a, b string) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		diagonal := row[0]
		row[0] = i + 1
		for j := range len(b) {
			change := diagonal
			if a[i] != b[j] {
				change++
			}
			diagonal = row[j+1]
			row[j+1] = min(change, row[j]+1, row[j+1]+1)
		}
	}
	return row[len(b)]
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
