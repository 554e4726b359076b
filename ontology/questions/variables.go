package questions

import (
	"regexp"
	"strings"
)

// projected finds a bracket, a variable, or a word that ends a projection.
var projected = regexp.MustCompile(`[(){]|[?$](\w+)|(?i:\bWHERE\b)`)

// Variables returns what the query gives, in order and without question marks:
// the variables after its first SELECT, where (expression AS ?name) counts as
// ?name. It is empty for SELECT *.
func (q *Question) Variables() []string {
	_, projection, _ := strings.Cut(q.SPARQL, "SELECT")
	var names []string
	depth, last := 0, ""
	for _, m := range projected.FindAllStringSubmatch(projection, -1) {
		switch {
		case m[0] == "(":
			depth++
		case m[0] == ")":
			if depth--; depth == 0 {
				names = append(names, last)
			}
		case m[1] == "":
			return names
		case depth == 0:
			names = append(names, m[1])
		default:
			last = m[1]
		}
	}
	return names
}
