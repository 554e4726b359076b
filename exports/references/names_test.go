package references_test

import (
	"strings"
	"testing"

	"policygraph/exports/internal/sample"
	"policygraph/exports/references"
)

func TestAuthorsStandByFamilyName(t *testing.T) {
	for _, c := range []struct {
		printed, organisations, want string
	}{
		{"Jørgen Svalund/Olav Elgvin", "Fafo", "Elgvin, Olav/Svalund, Jørgen"},
		{"Kari Nordmann/Olsen, Ola", "", "Nordmann, Kari/Olsen, Ola"},
		{"Anna von Åsen/NAV/Per Ask", "", "Ask, Per/NAV/Åsen, Anna von"},
		{"Oslo Economics", "Oslo Economics", "Oslo Economics"},
		{"Statistisk sentralbyrå", "", "Statistisk sentralbyrå"},
		{"Institutt for Samfunnsforskning", "", "Institutt for Samfunnsforskning"},
		{"Fafo, Oslo, Norge", "", "Fafo, Oslo, Norge"},
	} {
		var got []string
		for _, n := range references.Authors(strings.Split(c.printed, "/"), strings.Split(c.organisations, "/")...) {
			got = append(got, n.String())
		}
		if strings.Join(got, "/") != c.want {
			t.Errorf("%s: %q, want %q", c.printed, got, c.want)
		}
	}
}

func TestPeopleAreWrittenAsFamilyAndGivenName(t *testing.T) {
	d := sample.Parse(t, `
		@prefix pg: <https://w3id.org/policygraph/ns#> .
		@prefix dct: <http://purl.org/dc/terms/> .
		<https://w3id.org/policygraph/id/review/r> a pg:Review ; dct:publisher "Oslo Economics" ;
			dct:creator "Jørgen Svalund", "Olav Elgvin", "Oslo Economics" .`)
	for i, want := range []string{
		"AU  - Elgvin, Olav\r\nAU  - Oslo Economics\r\nAU  - Svalund, Jørgen\r\n",
		"author = {Elgvin, Olav and {Oslo Economics} and Svalund, Jørgen}",
		`[{"family":"Elgvin","given":"Olav"},{"literal":"OsloEconomics"},{"family":"Svalund","given":"Jørgen"}]`,
	} {
		text := sample.Written(t, references.Files[i], d)
		if i == 2 {
			text = strings.Join(strings.Fields(text), "")
		}
		if !strings.Contains(text, want) {
			t.Errorf("no %s in\n%s", want, text)
		}
	}
}
