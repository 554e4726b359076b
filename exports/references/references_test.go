package references_test

import (
	"encoding/json"
	"regexp"
	"slices"
	"strings"
	"testing"

	"policygraph/exports/internal/sample"
	"policygraph/exports/references"
	"policygraph/ontology/vocab"
)

func TestNamesAreTakenOnlyFromCitationsThatAreNamesAndAYear(t *testing.T) {
	for citation, want := range map[string]string{
		"Bosch 2004":                                    "Bosch",
		"Andersen (2018)":                               "Andersen",
		"Friberg 2016a":                                 "Friberg",
		"Kavli og Nielsen (2019a)":                      "Kavli/Nielsen",
		"Adida, Laitin & Valfort 2016":                  "Adida/Laitin/Valfort",
		"Eldring, Bråten, Nergaard og Alsos (2011)":     "Eldring/Bråten/Nergaard/Alsos",
		"Smith, Jones, and Berg 2001":                   "Smith/Jones/Berg",
		"Dølvik, Goul Andersen & Vartiainen 2011":       "Dølvik/Goul Andersen/Vartiainen",
		"Yao & van Ours 2015":                           "Yao/van Ours",
		"Baert & De Pauw 2014":                          "Baert/De Pauw",
		"Esping-Andersen 1999":                          "Esping-Andersen",
		"O'Neill & D’Arcy 2001":                         "O'Neill/D’Arcy",
		"McVicar, Wooden, Laß & Fok 2018":               "McVicar/Wooden/Laß/Fok",
		"Arbeidstilsynet 2018":                          "Arbeidstilsynet",
		"Bratsberg mfl. (2017b)":                        "Bratsberg…",
		"Card et al. 2017":                              "Card…",
		"NOU 2017: 2":                                   "",
		"Statistics_Norway 2017":                        "",
		"data fra SSB fra 2017":                         "",
		"forslag som ble sendt på høring i august 2019": "",
		"Granovetter":                                   "",
		"https://www.ssb.no/statbank/table/11608":       "",
		"levekårsdata fra SSB":                          "",
		"":                                              "",
	} {
		names, others := references.Names(citation)
		got := strings.Join(names, "/")
		if others {
			got += "…"
		}
		if got != want {
			t.Errorf("%q: %q, want %q", citation, got, want)
		}
	}
}

func TestEverySourceAndReviewIsOneReference(t *testing.T) {
	for name, d := range sample.Both(t) {
		entries := references.Entries(d, vocab.Base)
		want := sample.Count(t, d, `SELECT (COUNT(DISTINCT ?s) AS ?n) { ?s a ?c FILTER (?c IN (pg:Source, pg:Review)) }`)
		if len(entries) != want {
			t.Errorf("%s: %d references, want %d", name, len(entries), want)
		}
		keys := make(map[string]bool)
		for _, e := range entries {
			if keys[e.Key] || !regexp.MustCompile(`^[A-Za-z0-9.:_-]+$`).MatchString(e.Key) {
				t.Errorf("%s: the key %q is there twice, or not safe", name, e.Key)
			}
			keys[e.Key] = true
		}
	}
}

// All that a reference says stands in the graph: its author, year, title and
// the rest are found there as they are or as part of a citation.
func TestAReferenceSaysWhatTheGraphSaysAndNoMore(t *testing.T) {
	for name, d := range sample.Both(t) {
		said := make(map[string][]string)
		for _, row := range sample.Ask(t, d, `SELECT ?s ?o { ?s ?p ?o ; a ?c FILTER (?c IN (pg:Source, pg:Review)) }`) {
			said[row[0]] = append(said[row[0]], row[1])
		}
		for _, e := range references.Entries(d, vocab.Base) {
			address := strings.TrimPrefix(e.Notes[len(e.Notes)-1], "Address: ")
			texts := slices.Clone(said[address])
			for i, text := range texts { // a name may be printed with the family name first
				if slices.ContainsFunc(e.Authors, func(n references.Name) bool { return n.String() == text }) {
					texts[i] = printed([]references.Name{references.Authors([]string{text})[0]})[0]
				}
			}
			for _, value := range slices.Concat(printed(e.Authors), []string{e.Year, e.Title, e.Publisher, e.Number, e.DOI, e.URL, e.Label}) {
				if !slices.ContainsFunc(texts, func(s string) bool { return strings.Contains(s, value) }) {
					t.Errorf("%s: %s: nothing says %q", name, e.Key, value)
				}
			}
			notes := strings.Join(e.Notes, "\n")
			for _, text := range texts {
				found := slices.Contains(printed(e.Authors), text) || slices.Contains([]string{e.Year, e.Title, e.Publisher, e.Number, e.DOI, e.URL, e.Label}, text)
				if !found && !strings.Contains(notes, text) && !isElsewhere(text) {
					t.Errorf("%s: %s does not tell %q", name, e.Key, text)
				}
			}
		}
	}
}

// isElsewhere tells what a reference need not: classes, codes, the country of
// the data, the links of a review, and its digest.
func isElsewhere(text string) bool {
	return regexp.MustCompile(`^(https://w3id\.org/policygraph/|http://publications\.europa\.eu/|[0-9a-f]{64}$)`).MatchString(text)
}

// parsed is a reference as citation.js reads it.
type parsed struct {
	ID, Type, Title, Publisher, Number, DOI, URL, Keyword string
	Label                                                 string `json:"citation-label"`
	Author                                                []struct{ Family, Given, Literal string }
	Issued                                                struct {
		Parts [][]int `json:"date-parts"`
	}
	Note any // one text, or in RIS several
}

type readBack struct {
	Raw []struct {
		Type, Label string
		Properties  map[string]string
	}
	CSL []parsed
}

func TestCitationJSReadsOurRISAndBibTeX(t *testing.T) {
	for format, file := range map[string]int{"ris": 0, "bib": 1} {
		for name, d := range sample.Both(t) {
			var got readBack
			path := sample.File(t, "references", sample.Written(t, references.Files[file], d))
			if err := json.Unmarshal([]byte(sample.Node(t, "@citation-js/plugin-"+map[string]string{"ris": "ris", "bib": "bibtex"}[format], "references.mjs", path, format)), &got); err != nil {
				t.Fatal(err)
			}
			entries := references.Entries(d, vocab.Base)
			if len(got.CSL) != len(entries) {
				t.Fatalf("%s: %d references in %s, want %d", name, len(got.CSL), format, len(entries))
			}
			for i, e := range entries {
				compare(t, name+" "+format, got.CSL[i], e, format)
			}
		}
	}
}

func compare(t *testing.T, what string, got parsed, e references.Entry, format string) {
	t.Helper()
	if e.Others && format == "bib" {
		e.Authors = append(slices.Clone(e.Authors), references.Name{Family: "others"})
	}
	if format == "bib" {
		e.Label = "" // no field that citation.js knows
	}
	want := []string{e.Key, oneLine(e.Title), e.Publisher, e.Number, e.DOI, e.URL, strings.Join(e.Keywords, ","), e.Label, e.Year}
	have := []string{got.ID, got.Title, got.Publisher, got.Number, got.DOI, got.URL, got.Keyword, got.Label, year(got)}
	if !slices.Equal(have, want) {
		t.Errorf("%s: %q, want %q", what, have, want)
	}
	var authors []string
	for _, a := range got.Author {
		authors = append(authors, strings.TrimSuffix(a.Literal+a.Family+", "+a.Given, ", "))
	}
	if !slices.Equal(authors, listed(e.Authors)) {
		t.Errorf("%s: %s: authors %q, want %q", what, e.Key, authors, e.Authors)
	}
	var notes []string
	switch note := got.Note.(type) {
	case string:
		notes = []string{note}
	case []any:
		for _, n := range note {
			notes = append(notes, n.(string))
		}
	}
	for _, note := range e.Notes {
		if note = strings.TrimSuffix(oneLine(note), "."); !strings.Contains(strings.Join(notes, "\n"), note) {
			t.Errorf("%s: %s: no note %q in %q", what, e.Key, note, notes)
		}
	}
}

// printed are names with the family name last, listed with it first.
func printed(names []references.Name) (list []string) {
	for _, n := range names {
		list = append(list, n.Printed())
	}
	return list
}

func listed(names []references.Name) (list []string) {
	for _, n := range names {
		list = append(list, n.String())
	}
	return list
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

func year(p parsed) string {
	if len(p.Issued.Parts) == 0 {
		return ""
	}
	text, _ := json.Marshal(p.Issued.Parts[0][0])
	return string(text)
}

// What a BibTeX program that knows no LaTeX must find: braces in pairs, and every
// special character escaped outside of addresses.
func TestBibTeXIsBalancedAndEscaped(t *testing.T) {
	special := regexp.MustCompile(`(^|[^\\])[%#&$_~^]`)
	for name, d := range sample.Both(t) {
		text := sample.Written(t, references.Files[1], d)
		depth := 0
		for _, line := range strings.Split(text, "\n") {
			depth += strings.Count(line, "{") - strings.Count(line, "}")
			if want := map[bool]int{true: 1, false: 0}[strings.HasPrefix(line, "@") || strings.HasPrefix(line, "  ")]; depth != want {
				t.Fatalf("%s: %d braces are open after %s", name, depth, line)
			}
			if field := strings.TrimSpace(line); !strings.HasPrefix(field, "url") && !strings.HasPrefix(field, "doi") && special.MatchString(field) {
				t.Errorf("%s: not escaped: %s", name, line)
			}
		}
	}
}

func TestRISLinesAreRISLines(t *testing.T) {
	line := regexp.MustCompile(`^[A-Z][A-Z0-9]  - [^\r\n]*$`)
	for name, d := range sample.Both(t) {
		for record := range strings.SplitSeq(strings.TrimSuffix(sample.Written(t, references.Files[0], d), "\r\n\r\n"), "\r\n\r\n") {
			lines := strings.Split(record, "\r\n")
			if !strings.HasPrefix(lines[0], "TY  - ") || lines[len(lines)-1] != "ER  - " {
				t.Errorf("%s: %q", name, record)
			}
			for _, l := range lines {
				if !line.MatchString(l) {
					t.Errorf("%s: %q", name, l)
				}
			}
		}
	}
}

func TestCSLHasEveryEntry(t *testing.T) {
	for name, d := range sample.Both(t) {
		var got []parsed
		if err := json.Unmarshal([]byte(sample.Written(t, references.Files[2], d)), &got); err != nil {
			t.Fatal(err)
		}
		for i, e := range references.Entries(d, vocab.Base) {
			if g := got[i]; g.ID != e.Key || g.Title != e.Title || g.Label != e.Label || len(g.Author) != len(e.Authors) || year(g) != e.Year {
				t.Errorf("%s: %+v, want %+v", name, g, e)
			}
		}
	}
}

func TestTypesFollowTheKindOfSource(t *testing.T) {
	text := sample.Written(t, references.Files[0], sample.Hard(t))
	for key, typ := range map[string]string{"r": "RPRT", "a": "GEN", "b": "GEN", "c": "DATA"} {
		if !strings.Contains(text, "TY  - "+typ+"\r\nID  - "+key+"\r\n") {
			t.Errorf("%s is not %s", key, typ)
		}
	}
}

func TestKeysOfSeveralAreToldApart(t *testing.T) {
	d := sample.Parse(t, `
		@prefix pg: <https://w3id.org/policygraph/ns#> .
		<https://w3id.org/policygraph/id/source/a%20b> a pg:Source ; pg:citedAs "A 2001" .
		<https://w3id.org/policygraph/id/source/a-20b> a pg:Source ; pg:citedAs "B 2001" .
		<https://w3id.org/policygraph/id/review/a-20b> a pg:Review .`)
	var keys []string
	for _, e := range references.Entries(d, vocab.Base) {
		keys = append(keys, e.Key)
	}
	if want := []string{"a-20b", "a-20b-2", "a-20b-3"}; !slices.Equal(keys, want) {
		t.Errorf("%q, want %q", keys, want)
	}
}

func TestFilesAreThereForAnEmptyGraph(t *testing.T) {
	for _, f := range references.Files {
		sample.Written(t, f, sample.Parse(t, ""))
	}
}

func BenchmarkFiles(b *testing.B) { sample.Benchmark(b, references.Files) }
