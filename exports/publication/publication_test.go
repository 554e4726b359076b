package publication_test

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"policygraph/exports/publication"
)

func TestWhatIsBuiltInIsWhole(t *testing.T) {
	p := publication.Default()
	if p.Title.NB == "" || p.Title.EN == "" || p.Contact.Email == "" || len(p.Themes) == 0 || p.Licence != "CC_BY_4_0" {
		t.Errorf("%+v", p)
	}
}

// A key in a file replaces what is built in whole, and leaves the rest.
func TestAFileGoesOverWhatIsBuiltIn(t *testing.T) {
	p, problems := publication.Read("p.yaml", "themes: [ECON]\ncontact:\n  name: {nb: Vi, en: We}\n  url: https://policygraph.net/contact\n")
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	if fmt.Sprint(p.Themes) != "[ECON]" || p.Contact.Email != "" || p.Contact.Name.EN != "We" || p.Licence != "CC_BY_4_0" {
		t.Errorf("themes %v, contact %+v, licence %s", p.Themes, p.Contact, p.Licence)
	}
	if at := p.Place("contact.url"); at.Line != 4 || at.Column != 8 || at.File != "p.yaml" {
		t.Errorf("contact.url stands at %v", at)
	}
}

func TestMistakesAreFoundAllAtOnceWithTheirPlaces(t *testing.T) {
	text, err := os.ReadFile("testdata/broken.yaml")
	if err != nil {
		t.Fatal(err)
	}
	want, err := os.ReadFile("testdata/broken.txt")
	if err != nil {
		t.Fatal(err)
	}
	_, problems := publication.Read("broken.yaml", string(text))
	var got strings.Builder
	for _, p := range problems {
		fmt.Fprintf(&got, "%s\n%s", p, p.Picture())
	}
	if got.String() != string(want) {
		t.Errorf("got\n%s\nwant\n%s", got.String(), want)
	}
}

func TestWhatIsNotAPublicationIsRefused(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"not YAML", "title: [", "p.yaml:1:8: not YAML"},
		{"a list", "- a\n- b\n", "p.yaml:1:1: expected a mapping with title"},
		{"a text", "hello", "p.yaml:1:1: expected a mapping with title"},
		{"two documents", "version: 1.0.0\n---\nversion: 2.0.0\n", "p.yaml:3:1: expected one document, found a second one"},
		{"not UTF-8", "version: \xff", "p.yaml:1:1: expected UTF-8"},
		{"an alias", "version: &v 1.0.0\nlicence: *v\n", "p.yaml:1:10: expected a text"},
		{"a key twice", "version: 1.0.0\nversion: 2.0.0\n", "p.yaml:2:1"},
		{"many brackets", "themes: " + strings.Repeat("[", 2000), "more brackets"},
	} {
		_, problems := publication.Read("p.yaml", c.text)
		if got := fmt.Sprint(problems); !strings.Contains(got, c.want) {
			t.Errorf("%s: %s, want %q", c.name, got, c.want)
		}
	}
}

func TestNothingAtAllIsWhatIsBuiltIn(t *testing.T) {
	for _, text := range []string{"", "# a comment\n"} {
		if p, problems := publication.Read("p.yaml", text); len(problems) > 0 || p.Version != publication.Default().Version {
			t.Errorf("%q: %v", text, problems)
		}
	}
}

func TestSpellings(t *testing.T) {
	for _, c := range []struct {
		line string
		ok   bool
	}{
		{"base: https://data.policygraph.net/", true},
		{"base: https://data.policygraph.net", false},
		{"base: data.policygraph.net/", false},
		{"files: none", true},
		{"files: https://files.policygraph.net/", true},
		{"homepage: ftp://policygraph.net/", false},
		{"homepage: https://policygraph.net/a b", false},
		{"modified: 2027-02-28", true},
		{"modified: 2027-02-30", false},
		{"modified: 2027", false},
		{"modified: 2020-01-01", false}, // before the day of issue
		{"doi: 10.5281/zenodo.1234567", true},
		{"doi: https://doi.org/10.5281/zenodo.1234567", false},
		{"languages: [nb, no]", true},
		{"languages: norsk", false},
		{"themes: SOCI", true},
		{"themes: [soci]", false},
		{"access: OPEN", false},
		{"keywords: {nb: [arbeid], en: [work]}", true},
		{"keywords: {nb: [arbeid], en: ['work, pay']}", false},
		{"keywords: {nb: [EU]}", false},
		{"legislation: ['http://data.europa.eu/eli/reg_impl/2023/138/oj']", true},
		{"legislation: ['https://lovdata.no/lov/2006-05-19-16']", false},
		{"publisher: {name: {nb: A, en: B}, organisation_number: '991825827'}", true},
		{"publisher: {name: {nb: A, en: B}, organisation_number: '991825828'}", false},
		{"publisher: {name: {nb: A}}", false},
		{"contact: {name: {nb: A, en: B}, email: a@policygraph.net}", true},
		{"contact: {name: {nb: A, en: B}, email: 'A <a@policygraph.net>'}", false},
		{"contact: {name: {nb: A, en: B}}", false},
		{"services: [{id: a, title: {nb: A, en: B}, endpoint: 'https://policygraph.net/a'}]", true},
		{"services: [{id: a, title: {nb: A, en: B}}]", false},
		{"version: ''", false},
		{"version:", false},
	} {
		if _, problems := publication.Read("p.yaml", c.line); (len(problems) == 0) != c.ok {
			t.Errorf("%s: %v", c.line, problems)
		}
	}
}

func TestPlaceholdersSayWhatToWrite(t *testing.T) {
	var fields []string
	for _, p := range publication.Default().Placeholders() {
		fields = append(fields, p.Field)
		if p.Write == "" || p.File != publication.BuiltIn || p.Line == 0 {
			t.Errorf("%+v", p)
		}
	}
	if got := strings.Join(fields, " "); got != "publisher contact issued modified" {
		t.Errorf("placeholders are %s", got)
	}
	p, problems := publication.Read("p.yaml", "publisher:\n  name: {nb: A, en: B}\n  homepage: https://www.example.org/\ncontact:\n  name: {nb: A, en: B}\n  email: data@policygraph.net\nissued: 2026-01-01\nmodified: 2026-01-01\n")
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	left := p.Placeholders()
	if len(left) != 1 || left[0].Field != "publisher.homepage" || left[0].Line != 3 || left[0].Write != "its web site" {
		t.Errorf("%+v, want the homepage alone", left)
	}
}

func TestAddressesFollowFromWhatIsSaid(t *testing.T) {
	const base = "https://data.policygraph.net/"
	p := publication.Default()
	if got := p.FilesAt(base); got != base {
		t.Errorf("files are at %s", got)
	}
	if got := p.PublisherIRI(base); got != base+"id/agent/publisher" {
		t.Errorf("the publisher is %s", got)
	}
	p.Publisher.Number = "991825827"
	if got := p.PublisherIRI(base); got != "https://organization-catalog.fellesdatakatalog.digdir.no/organizations/991825827" {
		t.Errorf("the publisher is %s", got)
	}
	p.Publisher.IRI = "https://ror.org/00epmv149"
	if got := p.PublisherIRI(base); got != p.Publisher.IRI {
		t.Errorf("the publisher is %s", got)
	}
}

func FuzzRead(f *testing.F) {
	for _, file := range []string{"publication.yaml", "testdata/broken.yaml", "../catalogue/testdata/full.yaml"} {
		text, err := os.ReadFile(file)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(string(text))
	}
	f.Fuzz(func(t *testing.T, text string) {
		_, problems := publication.Read("p.yaml", text)
		for _, p := range problems {
			if p.Line < 1 || p.Column < 1 || p.Message == "" {
				t.Errorf("%+v", p)
			}
		}
	})
}
