package references

import (
	"regexp"
	"slices"
	"strings"
)

// Name is the name of an author. Of a person whose family name is known it has
// both parts; of an organisation, or a name that nobody can take apart, Family is
// the whole and Given is empty.
type Name struct{ Family, Given string }

// String is the name with the family name first, as lists of references have it.
func (n Name) String() string {
	if n.Given == "" {
		return n.Family
	}
	return n.Family + ", " + n.Given
}

// Printed is the name with the family name last.
func (n Name) Printed() string { return strings.TrimSpace(n.Given + " " + n.Family) }

// The forms of the name of one person.
var (
	givenFirst  = regexp.MustCompile(`^([^,;]+) (\p{Lu}[^\s,;]*)$`)
	familyFirst = regexp.MustCompile(`^([^,;]+), ([^,;]+)$`)
	several     = regexp.MustCompile(` (?:&|og|and|for|of|i) `)
)

// Authors are the names of the authors of a report, by family name: a graph does
// not keep the order in which they are printed. The family name is the last word.
// A name of one word, or one of the organisations that publish the report or pay
// for it, is left whole.
func Authors(printed []string, organisations ...string) []Name {
	list := make([]Name, len(printed))
	for i, text := range printed {
		list[i] = nameOf(text, slices.Contains(organisations, text))
	}
	slices.SortFunc(list, func(a, b Name) int { return strings.Compare(a.String(), b.String()) })
	return list
}

func nameOf(text string, organisation bool) Name {
	if organisation || several.MatchString(text) {
		return Name{Family: text}
	}
	if m := givenFirst.FindStringSubmatch(text); m != nil {
		return Name{Family: m[2], Given: m[1]}
	}
	if m := familyFirst.FindStringSubmatch(text); m != nil {
		return Name{Family: m[1], Given: m[2]}
	}
	return Name{Family: text}
}

// whole are names as a citation has them, surnames for the most part.
func whole(names []string) (list []Name) {
	for _, name := range names {
		list = append(list, Name{Family: name})
	}
	return list
}
