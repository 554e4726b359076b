package reviews

import "strings"

// spelling is one way to write something: the letters, folded by [Slug], and
// what is meant by them.
type spelling struct{ folded, means string }

func spellingOf(text, means string) spelling { return spelling{Slug(text), means} }

// spelledAs gives names that mean themselves.
func spelledAs(names []string) []spelling {
	out := make([]spelling, len(names))
	for i, n := range names {
		out[i] = spellingOf(n, n)
	}
	return out
}

// nearest returns the candidate spelt most like word, or "" when none is near
// enough to be what was meant.
func nearest(word string, candidates []string) string { return meantBy(word, spelledAs(candidates)) }

// meantBy returns what the spelling means that is most like word, or "" when
// none is near enough, or when it is the word itself. Case, accents, spaces and
// underscores count for nothing; beyond that some slips are allowed, where a
// slip is a letter left out, put in, put wrong, or two neighbours that changed
// places. Failing that, a word that is the beginning of exactly one candidate
// is completed. Of several equally near, the first in the list wins.
func meantBy(word string, candidates []spelling) string {
	folded := Slug(word)
	if folded == "" {
		return ""
	}
	best, slips := "", slipsIn(folded)+1
	for _, c := range candidates {
		if n := distance(folded, c.folded, slips); n < slips {
			best, slips = c.means, n
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

// slipsIn is how many slips a word may have: one for each three letters, to
// which a year adds nothing, since years are alike in works that are not.
func slipsIn(folded string) int {
	const year = 4
	n := len(folded)
	for part := range strings.SplitSeq(folded, "-") {
		if len(part) == year && isDigits(part) {
			n -= year + 1
		}
	}
	return max(n, 0) / 3
}

func completed(beginning string, candidates []spelling) string {
	const least = 4
	if len(beginning) < least {
		return ""
	}
	only := ""
	for _, c := range candidates {
		switch {
		case !strings.HasPrefix(c.folded, beginning) || c.means == only:
		case only != "":
			return ""
		default:
			only = c.means
		}
	}
	return only
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
