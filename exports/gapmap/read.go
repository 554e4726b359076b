package gapmap

import (
	"cmp"
	"slices"
	"strings"

	"github.com/cayleygraph/quad"

	"policygraph/exports/internal/records"
	"policygraph/graph"
	"policygraph/ontology/vocab"
)

// Read makes the map of a dataset whose addresses start with base. The same
// dataset gives the same map.
func Read(d *graph.Dataset, base string) *Map {
	r := newReader(d, base)
	m := &Map{names: r.names, base: base}
	m.Outcomes, m.Problems = r.concepts("outcomes"), r.concepts("problems")
	r.indicates()
	m.Statements = slices.Concat(r.statements("findings", Finding), r.statements("judgements", Judgement), r.statements("gaps", Gap))
	m.Findings = len(r.tables["findings"].Rows)
	m.Searches = r.searches()
	m.Measures = ordered(r.measures(), m.Statements)
	m.Views = []View{m.byOutcome(), m.byProblem()}
	return m
}

// reader looks rows and their cells up by name.
type reader struct {
	*records.Records
	tables     map[string]*records.Filled
	columns    map[string]int // by table and column: "findings.design"
	names      map[string]Text
	indicators map[string][]string // the problems that an outcome is a measure of
}

func newReader(d *graph.Dataset, base string) *reader {
	r := &reader{
		Records: records.Read(d, base), tables: make(map[string]*records.Filled), columns: make(map[string]int),
		names: make(map[string]Text), indicators: make(map[string][]string),
	}
	for i := range r.Tables {
		t := &r.Tables[i]
		r.tables[t.Name] = t
		for c, column := range t.Columns {
			r.columns[t.Name+"."+column.Name] = c
		}
	}
	return r
}

// record is a row with the table that it is in.
type record struct {
	*reader
	table *records.Filled
	row   records.Row
}

// each calls f with the rows of a table.
func (r *reader) each(table string, f func(record)) {
	t := r.tables[table]
	for _, row := range t.Rows {
		f(record{r, t, row})
	}
}

// list are the values of a column as they read: addresses of things, notations
// of codes. Never nil.
func (r record) list(column string) []string {
	i := r.columns[r.table.Name+"."+column]
	return append([]string{}, r.ShowAll(r.table.Columns[i], r.row.Cells[i])...)
}

// one is the value of a column that has at most one.
func (r record) one(column string) string { return strings.Join(r.list(column), "") }

func (r record) iri() string { return r.Data.Text(r.row.ID) }

// things are the values of a column of things, of which it keeps the names.
func (r record) things(column string) []string {
	for _, id := range r.row.Cells[r.columns[r.table.Name+"."+column]] {
		r.name(id)
	}
	list := r.list(column)
	slices.Sort(list)
	return list
}

// name keeps what a thing is called.
func (r *reader) name(id graph.ID) Text {
	iri := r.Data.Text(id)
	if _, known := r.names[iri]; !known {
		r.names[iri] = Text{r.in(id, "nb", "en"), r.in(id, "en", "nb")}
	}
	return r.names[iri]
}

// in is what a thing is called in a language, or else in another.
func (r *reader) in(id graph.ID, languages ...string) string {
	for _, lang := range languages {
		if label := r.Label(id, lang); label != "" {
			return label
		}
	}
	return r.Name(id)
}

// concepts are the rows of a table of outcomes or problems.
func (r *reader) concepts(table string) (list []Concept) {
	r.each(table, func(row record) {
		c := Concept{IRI: row.iri(), Name: r.name(row.row.ID)}
		if table == "outcomes" {
			c.Phase = cmp.Or(row.one("timing"), "none")
		}
		list = append(list, c)
	})
	slices.SortFunc(list, func(a, b Concept) int { return cmp.Compare(a.IRI, b.IRI) })
	return list
}

// indicates reads which problems the outcomes are measures of.
func (r *reader) indicates() {
	r.each("outcomes", func(row record) { r.indicators[row.iri()] = row.things("indicator_of") })
}

// measures are all measures, by address.
func (r *reader) measures() (list []Measure) {
	r.each("measures", func(row record) {
		list = append(list, Measure{
			Concept:    Concept{IRI: row.iri(), Name: r.name(row.row.ID)},
			Definition: Text{row.one("definition_nb"), row.one("definition_en")},
			Other:      slices.Concat(row.list("alternative_label_nb"), row.list("alternative_label_en")),
			Broader:    row.things("broader"), Approaches: row.list("approach"), Levels: row.list("level"),
			Status: row.one("status"), Countries: row.list("country"), Addresses: row.things("addresses"),
		})
	})
	slices.SortFunc(list, func(a, b Measure) int { return cmp.Compare(a.IRI, b.IRI) })
	return list
}

// statements are the rows of a table of statements, without the findings and
// judgements that have nothing to do with a measure.
func (r *reader) statements(table string, kind Kind) (list []Statement) {
	r.each(table, func(row record) {
		s := Statement{
			Kind: kind, IRI: row.iri(), Text: Text{row.one("text_nb"), row.one("text_en")},
			Populations: row.things("population"), Lines: row.list("lines"),
		}
		s.Sections, s.Reviews = row.place()
		row.matters(&s)
		if len(s.Measures) > 0 || kind == Gap {
			list = append(list, s)
		}
	})
	slices.SortFunc(list, func(a, b Statement) int { return cmp.Compare(a.IRI, b.IRI) })
	return list
}

// matters fills in what a statement is about and what else its kind has.
func (r record) matters(s *Statement) {
	about := r.things("about")
	switch s.Kind {
	case Gap:
		s.Measures, s.Outcomes = r.of("measures", about), r.of("outcomes", about)
		s.GapType, s.Searches, s.Countries = r.one("gap_type"), r.things("sought_by"), r.list("country")
	default:
		s.Measures, s.Outcomes = r.things("evaluates"), r.things("outcome")
		s.Direction, s.Horizon, s.Countries = r.one("direction"), r.one("horizon"), []string{}
	}
	switch s.Kind {
	case Finding:
		s.Study, s.CitedAs, s.Designs, s.Countries = r.one("study"), r.one("cited_as"), r.list("design"), r.list("country")
		s.Strength = strongest(s.Designs)
		r.things("study")
	case Judgement:
		s.Certainty = r.one("certainty")
	}
	s.Problems = r.of("problems", about)
	for _, o := range s.Outcomes {
		s.Problems = append(s.Problems, r.indicators[o]...)
	}
	slices.Sort(s.Problems)
	s.Problems = slices.Compact(s.Problems)
	s.describe(r.of("measures", about))
}

// describe makes a description of a statement that evaluates no measure and is about
// some.
func (s *Statement) describe(measures []string) {
	if len(s.Measures) == 0 && len(measures) > 0 {
		s.Kind, s.Measures = Description, measures
	}
}

// of are those addresses that stand in a table.
func (r *reader) of(table string, iris []string) []string {
	list := []string{}
	for _, iri := range iris {
		id, _ := r.Data.Lookup(quad.IRI(iri))
		if t, _, ok := r.Find(id); ok && t.Name == table {
			list = append(list, iri)
		}
	}
	return list
}

// strongest is the causal strength of the best design, nil where none has one.
func strongest(designs []string) *int {
	scheme, _ := vocab.SchemeOf(vocab.Design)
	best := -1
	for _, word := range designs {
		if c, ok := scheme.Code(word); ok {
			if s, stated := c.Strength(); stated {
				best = max(best, s)
			}
		}
	}
	if best < 0 {
		return nil
	}
	return &best
}

// place is where a statement stands: the numbers of the sections, and the reviews
// that they are parts of.
func (r record) place() (numbers, reviews []string) {
	numbers, reviews = []string{}, []string{}
	for _, id := range r.row.Cells[r.columns[r.table.Name+".section"]] {
		t, row, ok := r.Find(id)
		if !ok {
			continue
		}
		section := record{r.reader, t, *row}
		numbers = append(numbers, section.one("number"))
		if review := section.review(len(t.Rows)); review != "" && !slices.Contains(reviews, review) {
			reviews = append(reviews, review)
		}
	}
	slices.Sort(numbers)
	slices.Sort(reviews)
	return numbers, reviews
}

// review is the review that a section is part of, at most so many steps up; "" where
// it is part of none.
func (r record) review(steps int) string {
	cell := r.row.Cells[r.columns["sections.part_of"]]
	if len(cell) == 0 || steps < 0 {
		return ""
	}
	t, row, ok := r.Find(cell[0])
	if !ok {
		return ""
	}
	above := record{r.reader, t, *row}
	if t.Name == "sections" {
		return above.review(steps - 1)
	}
	r.names[above.iri()] = r.reviewName(above, cell[0])
	return above.iri()
}

// reviewName is how a review is referred to: by its number, or else its title.
func (r *reader) reviewName(row record, id graph.ID) Text {
	if number := row.one("number"); number != "" {
		return Text{number, number}
	}
	return r.name(id)
}

func (r *reader) searches() (list []Search) {
	r.each("searches", func(row record) {
		s := Search{IRI: row.iri(), In: row.list("searched_in"), Found: row.one("found"), Included: row.one("included")}
		for _, id := range row.row.Cells[r.columns["searches.period"]] {
			if t, period, ok := r.Find(id); ok {
				p := record{r, t, *period}
				s.From, s.To = p.one("from"), p.one("to")
			}
		}
		list = append(list, s)
	})
	return list
}
