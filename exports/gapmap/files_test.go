package gapmap

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"errors"
	"io"
	"path"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"policygraph/exports/internal/offer"
	"policygraph/exports/internal/sample"
	"policygraph/exports/schemaorg"
	"policygraph/graph"
	"policygraph/internal/webtest"
	"policygraph/ontology/vocab"
)

func TestTheSameDataGiveTheSameBytes(t *testing.T) {
	for name, d := range sample.Both(t) {
		for _, f := range Files {
			first, second := sample.Written(t, f, d), sample.Written(t, f, d)
			if first != second {
				t.Errorf("%s: %s differs from one time to the next", name, f.Path)
			}
		}
	}
}

// pages writes the pages of a dataset into a folder.
func pages(t *testing.T, d *graph.Dataset) (list []string) {
	t.Helper()
	folder := t.TempDir()
	for _, f := range Files {
		if name := sample.Put(t, folder, path.Base(f.Path), sample.Written(t, f, d)); path.Ext(name) == ".html" {
			list = append(list, name)
		}
	}
	return list
}

func TestPagesAreValid(t *testing.T) {
	for _, d := range sample.Both(t) {
		webtest.Valid(t, pages(t, d)...)
	}
}

func TestPagesAreForEverybody(t *testing.T) {
	webtest.Accessible(t, pages(t, sample.Published(t))...)
}

// What the script of the page does is told by the steps in gapmap.mjs, each of which
// is taken in a real Chromium, under the page's own policy.
func TestThePageCanBeUsed(t *testing.T) {
	folder := path.Dir(pages(t, sample.Published(t))[0])
	out := sample.Node(t, "playwright-core", "gapmap.mjs", sample.Peer(t, "chromium"), folder)
	var steps []struct{ Step, Problem string }
	if err := json.Unmarshal([]byte(out), &steps); err != nil {
		t.Fatal(err)
	}
	for _, s := range steps {
		if s.Problem != "" {
			t.Errorf("%s: %s", s.Step, s.Problem)
		}
	}
	if len(steps) < 12 {
		t.Errorf("only %d steps were taken", len(steps))
	}
}

func TestPagesAreLight(t *testing.T) {
	for _, f := range Files {
		if text := sample.Written(t, f, sample.Published(t)); f.MediaType == "text/html" && len(text) > 1_500_000 {
			t.Errorf("%s has %d bytes", f.Path, len(text))
		}
	}
}

// An address need not be served: measures are linked to where the page of concepts tells
// of them, and what no page tells of is not linked.
func TestNoLinkGoesToAnAddress(t *testing.T) {
	d := sample.Published(t)
	text := sample.Written(t, Files[0], d)
	if strings.Contains(text, `href="`+vocab.Base) {
		t.Error("a link to an address")
	}
	m := Read(d, vocab.Base)
	for i := range m.Measures {
		iri := m.Measures[i].IRI
		if want := `<a href="../` + offer.Concepts("nb") + "#" + schemaorg.Anchor(iri, vocab.Base) + `">` + iri + "</a>"; !strings.Contains(text, want) {
			t.Errorf("no %s", want)
		}
	}
}

// Nothing runs on a page but what its own policy names.
func TestThePolicyNamesTheScriptAndTheStyle(t *testing.T) {
	text := sample.Written(t, Files[0], sample.Published(t))
	for _, tt := range []struct{ directive, element string }{{"script-src", "script"}, {"style-src", "style"}} {
		bodies := regexp.MustCompile(`(?s)<`+tt.element+`[^>]*>(.*?)</`+tt.element+`>`).FindAllStringSubmatch(text, -1)
		if len(bodies) != 1 {
			t.Fatalf("%d elements %s", len(bodies), tt.element)
		}
		if want := tt.directive + " &#39;sha256-" + strings.ReplaceAll(digest(bodies[0][1]), "+", "&#43;") + "&#39;"; !strings.Contains(text, want) {
			t.Errorf("the policy does not have %s", want)
		}
	}
	if strings.Contains(text, " style=") || regexp.MustCompile(`<[^>]* on[a-z]+=`).MatchString(text) {
		t.Error("an attribute that the policy forbids")
	}
}

// The words of a map are all there in both languages, and none is in the other by
// mistake.
func TestWordsAreInTheirLanguage(t *testing.T) {
	for key, w := range words {
		if w.NB == "" || w.EN == "" || w.NB == w.EN {
			t.Errorf("%s: %q, %q", key, w.NB, w.EN)
		}
		if strings.Count(w.NB, "%") != strings.Count(w.EN, "%") {
			t.Errorf("%s: not the same verbs", key)
		}
	}
	nb := sample.Written(t, Files[0], sample.Published(t))
	for _, word := range regexp.MustCompile(`(?i)[>\s](the|with|measures|findings|studies|outcome|searched|gap)[\s<,.]`).FindAllString(visible(nb), -1) {
		t.Errorf("the Norwegian page has the word %q", word)
	}
}

// visible is a page without its head, its script, addresses, and what is in another
// language: works as they are cited.
func visible(page string) string {
	page = page[strings.Index(page, "<body>"):strings.Index(page, "<script>")]
	page = regexp.MustCompile(`<dt>Studie</dt><dd>[^<]*`).ReplaceAllString(page, "")
	return regexp.MustCompile(`<[^>]*>`).ReplaceAllString(page, "<>")
}

func TestPicturesAreWellFormedAndNamed(t *testing.T) {
	for name, d := range sample.Both(t) {
		for _, f := range Files {
			if f.MediaType != "image/svg+xml" {
				continue
			}
			seen := make(map[string]int)
			in := xml.NewDecoder(strings.NewReader(sample.Written(t, f, d)))
			for {
				token, err := in.Token()
				if errors.Is(err, io.EOF) {
					break
				}
				if err != nil {
					t.Fatalf("%s: %s: %v", name, f.Path, err)
				}
				if e, ok := token.(xml.StartElement); ok {
					seen[e.Name.Local]++
				}
			}
			if seen["title"] == 0 || seen["desc"] != 1 || seen["script"] != 0 || seen["use"] == 0 {
				t.Errorf("%s: %s: %v", name, f.Path, seen)
			}
		}
	}
}

// A picture shows each shape that it uses, in colours that every program knows.
func TestPicturesDefineWhatTheyUse(t *testing.T) {
	text := sample.Written(t, Files[4], sample.Published(t))
	for _, use := range regexp.MustCompile(`<use href="#([^"]*)"`).FindAllStringSubmatch(text, -1) {
		if !strings.Contains(text, `id="`+use[1]+`"`) {
			t.Errorf("%s is not defined", use[1])
		}
	}
	if strings.Contains(text, "var(") || strings.Contains(text, "fill: ;") {
		t.Error("a colour by name")
	}
}

func rowsOf(t *testing.T, text string) (rows []map[string]string) {
	t.Helper()
	records, err := csv.NewReader(strings.NewReader(text)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range records[1:] {
		row := make(map[string]string)
		for i, name := range records[0] {
			row[name] = r[i]
		}
		rows = append(rows, row)
	}
	return rows
}

func TestTheTableHasEverySumAndEveryCellWithSomethingInIt(t *testing.T) {
	m := Read(sample.Published(t), vocab.Base)
	var out bytes.Buffer
	if err := WriteCSV(&out, m); err != nil {
		t.Fatal(err)
	}
	sums, states := 0, make(map[string]int)
	for _, row := range rowsOf(t, out.String()) {
		if row["column_kind"] == "all" || row["column_kind"] == "phase" {
			sums++
		} else if row["state"] == string(Silent) && row["aim"] != "true" {
			t.Errorf("a cell with nothing in it: %v", row)
		}
		states[row["state"]]++
		findings, total := atoi(t, row["findings"]), 0
		for _, d := range Directions {
			total += atoi(t, row[d])
		}
		if total != findings || len(split(row["finding_ids"])) != findings || len(split(row["study_ids"])) != atoi(t, row["studies"]) {
			t.Errorf("the numbers do not agree: %v", row)
		}
	}
	if want := (len(m.Measures) + 1) * (len(m.Views) + len(Phases)); sums != want {
		t.Errorf("%d sums, want %d", sums, want)
	}
	for _, s := range States {
		if states[string(s)] == 0 {
			t.Errorf("no cell is %s", s)
		}
	}
}

func atoi(t *testing.T, text string) int {
	t.Helper()
	n, err := strconv.Atoi(text)
	if err != nil {
		t.Fatal(err)
	}
	return n
}

func split(text string) []string {
	return strings.FieldsFunc(text, func(r rune) bool { return r == '|' })
}

func TestNoCellOfTheTableIsAFormula(t *testing.T) {
	name := `<id/measure/bad> a pg:Measure ; skos:prefLabel "=HYPERLINK(\"http://x\")"@nb, "@SUM(1)"@en .`
	for _, row := range rowsOf(t, sample.Written(t, Files[2], sample.Parse(t, world+name))) {
		for column, text := range row {
			if strings.ContainsAny(text[:min(1, len(text))], "=+-@\t\r") {
				t.Errorf("%s: %q", column, text)
			}
		}
	}
}

func TestTheJSONHoldsEveryListedCellAndNamesWhatItPointsAt(t *testing.T) {
	m := Read(sample.Published(t), vocab.Base)
	var out bytes.Buffer
	if err := WriteJSON(&out, m); err != nil {
		t.Fatal(err)
	}
	var d document
	in := json.NewDecoder(&out)
	in.DisallowUnknownFields()
	if err := in.Decode(&d); err != nil {
		t.Fatal(err)
	}
	known := make(map[string]bool)
	for i := range d.Statements {
		known[d.Statements[i].IRI] = true
		for _, p := range d.Statements[i].Populations {
			if d.Labels[p].NB == "" {
				t.Errorf("%s has no label", p)
			}
		}
	}
	n := 0
	for _, v := range d.Views {
		n += len(v.Cells)
		for _, c := range v.Cells {
			for _, list := range [][]string{c.Findings, c.Judgements, c.Gaps} {
				for _, iri := range list {
					if !known[iri] {
						t.Errorf("%s is not among the statements", iri)
					}
				}
			}
		}
	}
	if n != len(m.places()) || len(d.States) != len(States) {
		t.Errorf("%d cells, %d states", n, len(d.States))
	}
}
