package gapmap

import (
	"strings"
	"testing"

	"policygraph/exports/internal/sample"
	"policygraph/ontology/vocab"
)

// world is a type of measure with a narrower one, an outcome and a problem that it
// is a measure of.
const world = `
@base <https://w3id.org/policygraph/> .
@prefix pg: <https://w3id.org/policygraph/ns#> .
@prefix code: <https://w3id.org/policygraph/code/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
<id/measure/wide> a pg:Measure ; skos:prefLabel "vid"@nb, "wide"@en .
<id/measure/narrow> a pg:Measure ; skos:prefLabel "smal"@nb, "narrow"@en ; skos:broader <id/measure/wide> .
<id/outcome/work> a pg:Outcome ; skos:prefLabel "arbeid"@nb, "work"@en ; pg:timing code:timing-entry ; pg:indicatorOf <id/problem/idle> .
<id/problem/idle> a pg:Problem ; skos:prefLabel "ledig"@nb, "idle"@en .
<id/search/s> a pg:Search .
`

// found is a finding on the narrow measure with a direction, "" for none.
func found(name, direction string) string {
	text := "<id/finding/" + name + "> a pg:Finding ; pg:evaluates <id/measure/narrow> ; pg:outcome <id/outcome/work> ; pg:fromStudy <id/source/s> "
	if direction != "" {
		text += "; pg:direction code:direction-" + direction
	}
	return text + " .\n"
}

const (
	judged = "<id/judgement/j> a pg:Judgement ; pg:evaluates <id/measure/narrow> ; pg:outcome <id/outcome/work> ; pg:direction code:direction-positive .\n"
	gap    = "<id/gap/g> a pg:EvidenceGap ; pg:about <id/measure/narrow> , <id/outcome/work> ; pg:gapType code:gap-no-study .\n"
	sought = "<id/gap/s> a pg:EvidenceGap ; pg:about <id/measure/narrow> , <id/outcome/work> ; pg:gapType code:gap-no-study ; pg:soughtBy <id/search/s> .\n"
	aimed  = "<id/measure/narrow> pg:addresses <id/problem/idle> .\n"
)

var undirected = strings.Replace(judged, "; pg:direction code:direction-positive ", "", 1)

// ofType is a search in vain for something that a type of gap names.
func ofType(word string) string {
	return strings.Replace(sought, "gap-no-study", "gap-"+word, 1)
}

func TestStates(t *testing.T) {
	tests := []struct {
		name, said string
		state      State
		lean       string
		wide       State // of the broader measure
	}{
		{"positive", found("a", "positive"), Evidence, "positive", Evidence},
		{"positive, and positive again", found("a", "positive") + found("b", "positive"), Evidence, "positive", Evidence},
		{"negative", found("a", "negative"), Evidence, "negative", Evidence},
		{"unclear", found("a", "unclear"), Evidence, "unclear", Evidence},
		{"described", found("a", ""), Evidence, "none", Evidence},
		{"positive and described", found("a", "positive") + found("b", ""), Evidence, "positive", Evidence},
		{"null", found("a", "null"), NoEffect, "", NoEffect},
		{"null and null, and described", found("a", "null") + found("b", "null") + found("c", ""), NoEffect, "", NoEffect},
		{"null, with a gap", found("a", "null") + gap, NoEffect, "", NoEffect},
		{"null, with a search for more", found("a", "null") + sought, NoEffect, "", NoEffect},
		{"positive and null", found("a", "positive") + found("b", "null"), Mixed, "", Mixed},
		{"positive and negative", found("a", "positive") + found("b", "negative"), Mixed, "", Mixed},
		{"null and unclear", found("a", "null") + found("b", "unclear"), Mixed, "", Mixed},
		{"mixed in itself", found("a", "mixed"), Mixed, "", Mixed},
		{"judged", judged, Judged, "", Judged},
		{"searched", sought, Sought, "", Stated},
		{"searched and judged", sought + judged, Judged, "", Judged},
		{"searched and judged without direction", sought + undirected, Sought, "", Stated},
		{"judged without direction", undirected, Judged, "", Judged},
		{"stated and judged without direction", gap + undirected, Stated, "", Stated},
		{"searched for one group", ofType("not-this-group"), Stated, "", Stated},
		{"searched for a measure", ofType("no-measure"), Stated, "", Stated},
		{"searched for a comparison", ofType("no-comparison"), Stated, "", Stated},
		{"searched for long-term studies", ofType("no-long-term"), Stated, "", Stated},
		{"searched here", ofType("not-here"), Stated, "", Stated},
		{"searched for an answer", ofType("unresolved"), Stated, "", Stated},
		{"stated and searched", gap + sought, Sought, "", Stated},
		{"stated", gap, Stated, "", Stated},
		{"stated and judged", gap + judged, Judged, "", Judged},
		{"silent", "", Silent, "", Silent},
		{"aimed at", aimed, Silent, "", Silent},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			m := Read(sample.Parse(t, world+tt.said), vocab.Base)
			cell := cellOf(m, "outcomes", "narrow", "entry")
			if cell.State != tt.state || cell.Lean != tt.lean {
				t.Errorf("state %s %s, want %s %s", cell.State, cell.Lean, tt.state, tt.lean)
			}
			if wide := cellOf(m, "outcomes", "wide", "entry"); wide.State != tt.wide || wide.Own != 0 {
				t.Errorf("the broader measure: %s, %d of its own; want %s, 0", wide.State, wide.Own, tt.wide)
			}
		})
	}
}

// A measure that was tested without effect and one that was never tested look, read
// and count differently in every form.
func TestNoEffectNeverLooksLikeNeverTested(t *testing.T) {
	m := Read(sample.Parse(t, world+found("a", "null")+`<id/measure/other> a pg:Measure ; skos:prefLabel "annet"@nb, "other"@en .`), vocab.Base)
	tested, untested := cellOf(m, "outcomes", "narrow", "all"), cellOf(m, "outcomes", "other", "all")
	for _, l := range []Lang{NB, EN} {
		if m.says(tested, l) == m.says(untested, l) || l.stateName(tested.State, "") == l.stateName(untested.State, "") {
			t.Errorf("%s: %q", l, m.says(tested, l))
		}
	}
	if shape(tested) == shape(untested) || tested.State == untested.State {
		t.Error("they look the same")
	}
}

// A search for one measure says nothing of the others.
func TestAllMeasuresTogetherWereNeverSearchedFor(t *testing.T) {
	m := Read(sample.Parse(t, world+sought), vocab.Base)
	for c, column := range m.Views[0].Columns {
		if cell := m.Views[0].Cells[len(m.Measures)][c]; len(cell.Gaps) > 0 && (cell.State != Stated || !cell.Sought) {
			t.Errorf("%s: %s, searched %t", column.Key(), cell.State, cell.Sought)
		}
	}
}

func TestAGapTellsWhatIsMissing(t *testing.T) {
	group := `<id/gap/s> pg:population <id/population/p> . <id/population/p> a pg:Population ; skos:prefLabel "innvandrere"@nb, "immigrants"@en .`
	m := Read(sample.Parse(t, world+ofType("not-this-group")+group), vocab.Base)
	want := "Stated gap, one gap: not for this group (immigrants), searched, none found"
	if got := m.says(cellOf(m, "outcomes", "narrow", "all"), EN); got != want {
		t.Errorf("%q, want %q", got, want)
	}
}

// A judgement stays in sight where there is a gap as well, and the gap has its flag.
func TestAJudgementWithAGapIsFlagged(t *testing.T) {
	m := Read(sample.Parse(t, world+judged+gap), vocab.Base)
	for c, column := range m.Views[0].Columns {
		cell := m.gridCell(place{&m.Views[0], 0, c}, "#", EN)
		if column.Kind == All && (cell.Shape != string(Judged) || cell.Mark != "gap") {
			t.Errorf("shape %s, mark %s", cell.Shape, cell.Mark)
		}
	}
}

func TestAStudyCountsOnceInACell(t *testing.T) {
	also := strings.ReplaceAll(found("b", "positive"), "measure/narrow", "measure/wide")
	m := Read(sample.Parse(t, world+found("a", "positive")+also), vocab.Base)
	cell := cellOf(m, "outcomes", "wide", "all")
	if cell.Studies != 1 || len(cell.Findings) != 2 || cell.Own != 1 {
		t.Errorf("%d studies, %d findings, %d of its own; want 1, 2, 1", cell.Studies, len(cell.Findings), cell.Own)
	}
}

func TestAnAimIsNoEvidenceAndDoesNotGoUp(t *testing.T) {
	m := Read(sample.Parse(t, world+aimed), vocab.Base)
	problem := vocab.IDNamespace + "problem/idle"
	if c := cellOf(m, "problems", "narrow", problem); !c.Aim || c.Empty() || c.State != Silent {
		t.Errorf("%+v", c)
	}
	if c := cellOf(m, "problems", "wide", problem); c.Aim || !c.Empty() {
		t.Errorf("the broader measure: %+v", c)
	}
}

// Measures that are broader than each other in a circle are all shown, and the map
// comes to an end.
func TestACircleOfMeasures(t *testing.T) {
	m := Read(sample.Parse(t, world+"<id/measure/wide> skos:broader <id/measure/narrow> .\n"+found("a", "null")), vocab.Base)
	if len(m.Measures) != 2 || cellOf(m, "outcomes", "wide", "all").State != NoEffect {
		t.Errorf("%d rows", len(m.Measures))
	}
}

func cellOf(m *Map, view, measure, column string) *Cell {
	for v := range m.Views {
		for c := range m.Views[v].Columns {
			for i := range m.Measures {
				if m.Views[v].Name == view && m.Views[v].Columns[c].Key() == column && local(m.Measures[i].IRI) == measure {
					return &m.Views[v].Cells[i][c]
				}
			}
		}
	}
	return &Cell{State: Silent}
}
