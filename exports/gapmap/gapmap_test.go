package gapmap

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"policygraph/exports/internal/sample"
	"policygraph/graph"
	"policygraph/ontology"
	"policygraph/ontology/vocab"
)

// The queries below count in the graph what the cells must hold. They are written
// from the ontology and share nothing with the code.

// entering are, for each view and kind of column, the patterns by which a statement ?x enters a
// column ?c, with what leads to measures and outcomes: a finding or a judgement
// evaluates and has an outcome, a gap is about them.
var entering = map[string]string{
	"outcomes/outcome": `?x %measure ?n . ?x %outcome ?c . ?c a pg:Outcome .`,
	"outcomes/phase": `?x %measure ?n . ?x %outcome ?o . ?o a pg:Outcome . OPTIONAL { ?o pg:timing ?t }
		BIND (COALESCE(REPLACE(STR(?t), "^.*timing-", ""), "none") AS ?c)`,
	"outcomes/all": `?x %measure ?n . BIND ("all" AS ?c)`,
	"outcomes/unnamed": `?x %measure ?n . BIND ("unnamed" AS ?c)
		FILTER NOT EXISTS { ?x %outcome ?o . ?o a pg:Outcome }`,
	"problems/problem": `?x %measure ?n . { ?x pg:about ?c } UNION { ?x %outcome ?o . ?o a pg:Outcome ; pg:indicatorOf ?c } ?c a pg:Problem .`,
	"problems/all":     `?x %measure ?n . BIND ("all" AS ?c)`,
	"problems/unnamed": `?x %measure ?n . BIND ("unnamed" AS ?c)
		FILTER NOT EXISTS { ?x pg:about ?p . ?p a pg:Problem } FILTER NOT EXISTS { ?x (%outcome)/pg:indicatorOf ?p }`,
}

var classes = map[Kind]string{Finding: "pg:Finding", Judgement: "pg:Judgement", Gap: "pg:EvidenceGap"}

var (
	result = strings.NewReplacer("%measure", "pg:evaluates", "%outcome", "pg:outcome")
	ways   = map[Kind]*strings.Replacer{Finding: result, Judgement: result, Gap: strings.NewReplacer("%measure", "pg:about", "%outcome", "pg:about")}
)

// counted are the numbers of a query, by the measure and the column.
func counted(t *testing.T, d *graph.Dataset, what, pattern string, kind Kind) map[string]string {
	t.Helper()
	got := make(map[string]string)
	for _, row := range sample.Ask(t, d, `SELECT ?m ?c (COUNT(DISTINCT `+what+`) AS ?k) WHERE {
		?x a `+classes[kind]+` . `+ways[kind].Replace(pattern)+` ?n skos:broader* ?m . ?m a pg:Measure . ?n a pg:Measure .
		OPTIONAL { ?x pg:fromStudy ?study }
	} GROUP BY ?m ?c`) {
		if row[2] != "0" {
			got[row[0]+" "+row[1]] = row[2]
		}
	}
	return got
}

// cells are the numbers of the map, by the measure and the column.
func cells(m *Map, view string, kind ColumnKind, number func(*Cell) int) map[string]string {
	got := make(map[string]string)
	for v := range m.Views {
		for row := range m.Measures {
			for c, column := range m.Views[v].Columns {
				n := number(&m.Views[v].Cells[row][c])
				if m.Views[v].Name == view && column.Kind == kind && n > 0 {
					got[m.Measures[row].IRI+" "+column.Key()] = fmt.Sprint(n)
				}
			}
		}
	}
	return got
}

func same(t *testing.T, what string, got, want map[string]string) {
	t.Helper()
	for key := range maps.All(want) {
		if got[key] != want[key] {
			t.Errorf("%s: %s: %q, and the graph says %q", what, key, got[key], want[key])
		}
	}
	for key := range got {
		if want[key] == "" {
			t.Errorf("%s: %s: %q, and the graph has none", what, key, got[key])
		}
	}
}

func TestEveryCellCountsWhatTheGraphHolds(t *testing.T) {
	for name, d := range sample.Both(t) {
		m := Read(d, vocab.Base)
		for key, pattern := range entering {
			var view, kind string
			view, kind = key[:8], key[9:]
			check := func(what string, query map[string]string, number func(*Cell) int) {
				same(t, name+" "+key+" "+what, cells(m, view, ColumnKind(kind), number), query)
			}
			check("findings", counted(t, d, "?x", pattern, Finding), func(c *Cell) int { return len(c.Findings) })
			check("judgements", counted(t, d, "?x", pattern, Judgement), func(c *Cell) int { return len(c.Judgements) })
			check("gaps", counted(t, d, "?x", pattern, Gap), func(c *Cell) int { return len(c.Gaps) })
			check("studies", counted(t, d, "?study", pattern, Finding), func(c *Cell) int { return c.Studies })
			check("searched gaps", counted(t, d, "?x", pattern+" ?x pg:soughtBy ?any .", Gap), func(c *Cell) int {
				return len(slices.DeleteFunc(slices.Clone(c.Gaps), func(i int) bool { return len(m.Statements[i].Searches) == 0 }))
			})
			for i, direction := range Directions[:5] {
				asked := pattern + " ?x pg:direction code:direction-" + direction + " ."
				check(direction, counted(t, d, "?x", asked, Finding), func(c *Cell) int { return c.Directions[i] })
			}
			check("no direction", counted(t, d, "?x", pattern+" FILTER NOT EXISTS { ?x pg:direction ?any }", Finding), func(c *Cell) int { return c.Directions[5] })
		}
	}
}

func TestTheTotalsAreThoseOfTheGraph(t *testing.T) {
	d := sample.Published(t)
	c := Read(d, vocab.Base).counts()
	for _, tt := range []struct {
		name  string
		got   int
		query string
	}{
		{"measures", c.Measures, `SELECT (COUNT(DISTINCT ?m) AS ?n) { ?m a pg:Measure }`},
		{"tested", c.MeasuresTested, `SELECT (COUNT(DISTINCT ?m) AS ?n) { ?f a pg:Finding ; pg:evaluates/skos:broader* ?m }`},
		{"untested", c.MeasuresUntested, `SELECT (COUNT(DISTINCT ?m) AS ?n) { ?m a pg:Measure MINUS { ?f a pg:Finding ; pg:evaluates/skos:broader* ?m } }`},
		{"findings", c.Findings, `SELECT (COUNT(DISTINCT ?f) AS ?n) { ?f a pg:Finding ; pg:evaluates ?m }`},
		{"other findings", c.FindingsElse, `SELECT (COUNT(DISTINCT ?f) AS ?n) { ?f a pg:Finding MINUS { ?f pg:evaluates ?m } }`},
		{"studies", c.Studies, `SELECT (COUNT(DISTINCT ?s) AS ?n) { ?f pg:evaluates ?m ; pg:fromStudy ?s }`},
		{"judgements", c.Judgements, `SELECT (COUNT(DISTINCT ?j) AS ?n) { ?j a pg:Judgement ; pg:evaluates ?m }`},
		{"gaps", c.Gaps, `SELECT (COUNT(DISTINCT ?g) AS ?n) { ?g a pg:EvidenceGap }`},
		{"searched gaps", c.GapsSearched, `SELECT (COUNT(DISTINCT ?g) AS ?n) { ?g a pg:EvidenceGap ; pg:soughtBy ?s }`},
	} {
		if want := sample.Count(t, d, tt.query); tt.got != want {
			t.Errorf("%s: %d, and the graph says %d", tt.name, tt.got, want)
		}
	}
}

// A finding that tells of a measure without evaluating it (how many countries have
// it) is no evidence of an effect, but nobody who reads on shall miss it.
func TestWhatOnlyDescribesAMeasureIsShownAndNotCounted(t *testing.T) {
	d := sample.Published(t)
	m := Read(d, vocab.Base)
	want := sample.Count(t, d, `SELECT (COUNT(DISTINCT ?x) AS ?n) { ?x a ?class ; pg:about ?m . ?m a pg:Measure
		FILTER (?class IN (pg:Finding, pg:Judgement)) MINUS { ?x pg:evaluates ?any } }`)
	got := 0
	for i := range m.Statements {
		if m.Statements[i].Is(Description) {
			got++
		}
	}
	if got != want || want == 0 {
		t.Errorf("%d descriptions, and the graph says %d", got, want)
	}
	detailer := newDetailer(m, EN)
	if n := len(detailer.items(func(s *Statement) bool { return s.Is(Description) })); n != want {
		t.Errorf("%d are shown", n)
	}
}

func TestTheStrengthOfAFindingIsThatOfItsBestDesign(t *testing.T) {
	best := make(map[string]string)
	codes := sample.Parse(t, string(ontology.Turtle()))
	strength := make(map[string]string)
	for _, row := range sample.Ask(t, codes, `SELECT ?design ?n { ?design pg:causalStrength ?n }`) {
		strength[row[0]] = row[1]
	}
	d := sample.Published(t)
	for _, row := range sample.Ask(t, d, `SELECT ?f ?design { ?f pg:evaluates ?m ; pg:design ?design }`) {
		best[row[0]] = max(best[row[0]], strength[row[1]]) // one digit each
	}
	m := Read(d, vocab.Base)
	var tally [8]int
	for i := range m.Statements {
		s := &m.Statements[i]
		if !s.Is(Finding) {
			continue
		}
		got := ""
		if s.Strength != nil {
			got = fmt.Sprint(*s.Strength)
		}
		if got != best[s.IRI] {
			t.Errorf("%s: %q, want %q", s.IRI, got, best[s.IRI])
		}
		tally[s.band()]++
	}
	if all := m.Views[0].Cells[len(m.Measures)][0]; all.Strengths != tally {
		t.Errorf("all together %v, one by one %v", all.Strengths, tally)
	}
}

func TestEveryMeasureIsOneRowBelowTheTypeThatItBelongsTo(t *testing.T) {
	for name, d := range sample.Both(t) {
		m := Read(d, vocab.Base)
		seen := make(map[string]int)
		for i, row := range m.Measures {
			if _, twice := seen[row.IRI]; twice {
				t.Errorf("%s: %s twice", name, row.IRI)
			}
			seen[row.IRI] = row.Depth
			depth, above := seen[row.Parent]
			if row.Parent != "" && (!above || row.Depth != depth+1 || !slices.Contains(row.Broader, row.Parent)) {
				t.Errorf("%s: row %d, %s, does not stand below %q", name, i, row.IRI, row.Parent)
			}
		}
		if want := sample.Count(t, d, `SELECT (COUNT(DISTINCT ?m) AS ?n) { ?m a pg:Measure }`); len(seen) != want {
			t.Errorf("%s: %d rows for %d measures", name, len(seen), want)
		}
	}
}

func TestWhatHasNoColumnIsListed(t *testing.T) {
	m := Read(sample.Published(t), vocab.Base)
	for v, all := range map[int][]Concept{0: m.Outcomes, 1: m.Problems} {
		n := len(m.Views[v].Unused)
		for _, c := range m.Views[v].Columns {
			if c.Kind == OfOutcome || c.Kind == OfProblem {
				n++
			}
		}
		if n != len(all) || n == 0 {
			t.Errorf("%s: %d columns and names, %d in all", m.Views[v].Name, n, len(all))
		}
	}
}
