package reviews

import (
	"slices"
	"strings"
)

// nearest returns the candidate spelt most like word, or "" when none is near
// enough to be what was meant. Case, accents, spaces and underscores count for
// nothing; beyond that one slip is allowed for each three letters, where a slip
// is a letter left out, put in, put wrong, or two neighbours that changed
// places. Failing that, a word that is the beginning of exactly one candidate
// is completed. Of several equally near, the first in the list wins.
func nearest(word string, candidates []string) string {
	folded := Slug(word)
	if folded == "" {
		return ""
	}
	best, slips := "", len(folded)/3+1
	for _, c := range candidates {
		if n := distance(folded, Slug(c), slips); n < slips {
			best, slips = c, n
		}
	}
	if best == word {
		return ""
	}
	if best == "" {
		return completed(folded, candidates)
	}
	return best
}

func completed(beginning string, candidates []string) string {
	const least = 4
	if len(beginning) < least {
		return ""
	}
	found := slices.DeleteFunc(slices.Clone(candidates), func(c string) bool { return !strings.HasPrefix(Slug(c), beginning) })
	if len(found) != 1 {
		return ""
	}
	return found[0]
}

// distance is the Damerau–Levenshtein distance of a and b in its restricted
// form (no letter moves twice), or limit where it is at least that.
func distance(a, b string, limit int) int {
	if d := len(a) - len(b); d >= limit || -d >= limit {
		return limit
	}
	older, old, row := make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := 1; i <= len(a); i++ {
		older, old, row = old, row, older
		row[0] = i
		least := i
		for j := 1; j <= len(b); j++ {
			row[j] = min(old[j]+1, row[j-1]+1, old[j-1]+differ(a[i-1], b[j-1]))
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				row[j] = min(row[j], older[j-2]+1)
			}
			least = min(least, row[j])
		}
		if least > limit {
			return limit
		}
	}
	return min(row[len(b)], limit)
}

func differ(a, b byte) int {
	if a == b {
		return 0
	}
	return 1
}
