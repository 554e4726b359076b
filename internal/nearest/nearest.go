// Package nearest finds what was meant by a misspelt word.
package nearest

import (
	"strings"

	"github.com/xrash/smetrics"
)

// alike is how like a word a candidate must be, from 0 to 1.
const alike = 0.8

// To is the candidate most like a word, whatever their case, the first of equals;
// empty where none is like it.
func To(word string, candidates []string) (best string) {
	most := alike
	for _, c := range candidates {
		if s := smetrics.JaroWinkler(strings.ToLower(word), strings.ToLower(c), 0.7, 4); s > most {
			best, most = c, s
		}
	}
	return best
}
