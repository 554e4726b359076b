package gapmap

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"policygraph/ontology/vocab"
)

// ordered puts measures in the order of reading: in bands by the approaches of the
// type that begins a tree, each type above its narrower ones, those with the most
// studies first. The order is the same in both languages.
func ordered(list []Measure, statements []Statement) []Measure {
	b := &book{byIRI: make(map[string]*Measure), children: make(map[string][]string), weight: make(map[string]int)}
	for i := range list {
		b.byIRI[list[i].IRI] = &list[i]
	}
	for i := range list {
		b.place(&list[i])
	}
	for i := range list {
		list[i].below = b.under(list[i].IRI)
		b.weight[list[i].IRI] = weight(&list[i], statements)
	}
	var rows []Measure
	for _, top := range b.sorted(b.children[""]) {
		rows = b.walk(rows, top, 0, bandOf(b.byIRI[top]))
	}
	slices.SortStableFunc(rows, func(a, c Measure) int { return cmp.Compare(bandRank(a.Band), bandRank(c.Band)) })
	return rows
}

// book is the trees of measures in the making.
type book struct {
	byIRI    map[string]*Measure
	children map[string][]string // by the measure that they are shown below, "" for none
	weight   map[string]int
}

// place puts a measure below the first of its broader measures, and at the top
// where it has none or is among its own broader measures.
func (b *book) place(m *Measure) {
	for _, broader := range m.Broader {
		if b.byIRI[broader] != nil && !b.circles(m.IRI) {
			m.Parent = broader
			break
		}
	}
	b.children[m.Parent] = append(b.children[m.Parent], m.IRI)
}

// circles reports whether the way up from a measure leads back to it.
func (b *book) circles(iri string) bool {
	seen := make(map[string]bool)
	up := slices.Clone(b.byIRI[iri].Broader)
	for len(up) > 0 {
		next := up[0]
		up = up[1:]
		if next == iri {
			return true
		}
		if m := b.byIRI[next]; m != nil && !seen[next] {
			seen[next] = true
			up = append(up, m.Broader...)
		}
	}
	return false
}

// under are a measure and all that are narrower, by any way.
func (b *book) under(iri string) map[string]bool {
	below := map[string]bool{iri: true}
	for grown := true; grown; {
		grown = false
		for _, m := range b.byIRI {
			if !below[m.IRI] && slices.ContainsFunc(m.Broader, func(up string) bool { return below[up] }) {
				below[m.IRI], grown = true, true
			}
		}
	}
	return below
}

// walk adds a measure and what is shown below it.
func (b *book) walk(rows []Measure, iri string, depth int, band []string) []Measure {
	m := *b.byIRI[iri]
	m.Depth, m.Band = depth, band
	rows = append(rows, m)
	for _, below := range b.sorted(b.children[iri]) {
		rows = b.walk(rows, below, depth+1, band)
	}
	return rows
}

// sorted are measures with the most studies first, then by address.
func (b *book) sorted(list []string) []string {
	return slices.SortedFunc(slices.Values(list), func(a, c string) int {
		return cmp.Or(-cmp.Compare(b.weight[a], b.weight[c]), cmp.Compare(a, c))
	})
}

// weight is how many studies tested a measure or a narrower one.
func weight(m *Measure, statements []Statement) int {
	studies := make(map[string]bool)
	for _, s := range statements {
		if s.Is(Finding) && slices.ContainsFunc(s.Measures, m.Covers) {
			studies[s.Study] = true
		}
	}
	return len(studies)
}

// bandOf are the approaches of a measure, in the order of the code list.
func bandOf(m *Measure) []string {
	scheme, _ := vocab.SchemeOf(vocab.Approach)
	list := []string{}
	for _, a := range scheme.Notations() {
		if slices.Contains(m.Approaches, a) {
			list = append(list, a)
		}
	}
	return list
}

// bandRank orders bands: one approach before several, several before none.
func bandRank(band []string) string {
	scheme, _ := vocab.SchemeOf(vocab.Approach)
	if len(band) == 0 {
		return "9"
	}
	rank := string(rune('0' + len(band)))
	for _, a := range band {
		rank += string(rune('a' + slices.Index(scheme.Notations(), a)))
	}
	return rank
}

// byOutcome is the view of measures against outcomes, in phases.
func (m *Map) byOutcome() View {
	matters := func(s *Statement) []string { return s.Outcomes }
	used, unused := m.used(m.Outcomes, matters)
	columns := []Column{sum(All, "column-all")}
	for _, phase := range Phases {
		columns = append(columns, Column{Phase, Concept{Name: textOf("phase-" + phase), Phase: phase}})
		for _, o := range used {
			if o.Phase == phase {
				columns = append(columns, Column{OfOutcome, o})
			}
		}
	}
	return m.view("outcomes", append(columns, sum(Unnamed, "column-unnamed")), matters, unused)
}

// sum is a column of no concept, with the word that it is named by.
func sum(kind ColumnKind, name string) Column { return Column{kind, Concept{Name: textOf(name)}} }

// byProblem is the view of measures against problems: those that a statement is
// about, and those that its outcome is a measure of. A problem that a measure is
// said to address has a column, too.
func (m *Map) byProblem() View {
	matters := func(s *Statement) []string { return s.Problems }
	used, unused := m.used(m.Problems, matters)
	columns := []Column{sum(All, "column-all-p")}
	for _, p := range used {
		columns = append(columns, Column{OfProblem, p})
	}
	return m.view("problems", append(columns, sum(Unnamed, "column-unnamed-p")), matters, unused)
}

// used parts concepts in those that a statement on some measure speaks of, the
// most spoken of first, and the others. Problems that are addressed are used.
func (m *Map) used(list []Concept, matters func(*Statement) []string) (used, unused []Concept) {
	count := make(map[string]int)
	for i := range m.Statements {
		if s := &m.Statements[i]; len(s.Measures) > 0 && !s.Is(Description) {
			for _, c := range matters(s) {
				count[c]++
			}
		}
	}
	addressed := make(map[string]bool)
	for _, measure := range m.Measures {
		maps.Insert(addressed, maps.All(setOf(measure.Addresses)))
	}
	for _, c := range list {
		if count[c.IRI] > 0 || addressed[c.IRI] {
			used = append(used, c)
		} else {
			unused = append(unused, c)
		}
	}
	slices.SortStableFunc(used, func(a, b Concept) int {
		return cmp.Or(-cmp.Compare(count[a.IRI], count[b.IRI]), strings.Compare(a.IRI, b.IRI))
	})
	return used, unused
}

func setOf(list []string) map[string]bool {
	set := make(map[string]bool)
	for _, s := range list {
		set[s] = true
	}
	return set
}
