package reviews

import (
	"slices"
	"strconv"
	"strings"

	"github.com/cayleygraph/quad"

	"policygraph/ontology/vocab"
)

// resultKinds are the kinds of source that put forward results.
var resultKinds = []quad.IRI{vocab.SourceKindStudy, vocab.SourceKindEvaluation, vocab.SourceKindStatistics, vocab.SourceKindSynthesis}

// reportsResults reports whether findings can come from a source.
func (r *Record) reportsResults() bool {
	return slices.ContainsFunc(r.Values("kind"), func(v Value) bool { return slices.Contains(resultKinds, v.IRI) })
}

func (k *checker) studiesReport() {
	for f := range k.own(KindFinding) {
		s := k.Find(f.Value("study").IRI)
		if s != nil && s.Has("kind") && !s.reportsResults() {
			k.fail(f.cellAt("study"), msgNotResults, found(s.Name), words(textsOf(s.Values("kind"))), where(s.Source, f.Source))
		}
	}
}

func textsOf(vs []Value) []string {
	words := make([]string, len(vs))
	for i, v := range vs {
		words[i] = v.Text
	}
	return words
}

func (k *checker) findingsSay() {
	for f := range k.own(KindFinding) {
		if f.states("measure") {
			for _, column := range []string{"outcome", "direction", "significance", "horizon"} {
				if !f.states(column) {
					k.fail(f.cellAt(column), msgMeasureNeeds, exactly(column))
				}
			}
		} else if !f.states("about") && !f.states("outcome") {
			k.fail(f.cellAt("about"), msgFindingAbout)
		}
	}
}

var stanceColumns = []string{"supports", "contradicts", "qualifies"}

func (k *checker) stances() {
	for _, kind := range []Kind{KindFinding, KindJudgement} {
		for r := range k.own(kind) {
			for _, against := range r.Values("contradicts") {
				if slices.ContainsFunc(r.Values("supports"), func(v Value) bool { return v.IRI == against.IRI }) {
					k.fail(against.at(), msgBothStances, found(against.Text))
				}
			}
		}
	}
}

func (k *checker) populations() {
	for f := range k.own(KindFinding) {
		if !f.states("population") {
			k.warn(f.cellAt("population"), "", msgForWhom)
		}
	}
}

func (k *checker) valueAndMetric() {
	for f := range k.own(KindFinding) {
		switch number := f.states("value") || isRange(f); {
		case f.states("metric") && !number:
			k.fail(f.cellAt("value"), msgNoNumber)
		case number && !f.states("metric"):
			k.fail(f.cellAt("metric"), msgNoMetric)
		}
	}
}

// isRange reports whether a finding gives both ends of a range.
func isRange(f *Record) bool { return f.states("effect_low") && f.states("effect_high") }

// aroundValue wants a value where numbers stand beside one, and orders low end,
// value and high end. A range with both ends may stand without a value.
func (k *checker) aroundValue() {
	for f := range k.own(KindFinding) {
		for _, column := range []string{"comparator_value", "effect_low", "effect_high"} {
			end := column != "comparator_value"
			if f.states(column) && !f.states("value") && !(end && isRange(f)) {
				k.fail(f.cellAt(column), msgBesideValue, exactly(column))
			}
		}
		if k.notAbove(f, "effect_low", "effect_high") {
			k.notAbove(f, "effect_low", "value")
			k.notAbove(f, "value", "effect_high")
		}
	}
}

// notAbove orders the numbers of two columns, if both are there.
func (k *checker) notAbove(r *Record, low, high string) bool {
	a, errA := strconv.ParseFloat(r.Text(low), 64)
	b, errB := strconv.ParseFloat(r.Text(high), 64)
	if errA != nil || errB != nil || a <= b {
		return true
	}
	k.fail(r.cellAt(high), msgBelow, exactly(high), r.Text(high), r.Text(low), exactly(low))
	return false
}

func (k *checker) nullMagnitude() {
	for f := range k.own(KindFinding) {
		if f.Value("direction").IRI == vocab.DirectionNull && f.states("magnitude") {
			k.fail(f.cellAt("magnitude"), msgNullMagnitude)
		}
	}
}

// reach is the span of months that a horizon covers.
var reach = []struct {
	horizon  quad.IRI
	word     string
	from, to int
}{
	{vocab.HorizonShort, "short", 0, 12},
	{vocab.HorizonMedium, "medium", 13, 36},
	{vocab.HorizonLong, "long", 37, 720},
}

func (k *checker) horizons() {
	for f := range k.own(KindFinding) {
		months, err := strconv.Atoi(f.Text("months"))
		if err != nil || f.states("horizon") && !f.Has("horizon") {
			continue
		}
		for _, h := range reach {
			if h.from <= months && months <= h.to && f.Value("horizon").IRI != h.horizon {
				p := f.cellAt("horizon").problem(k.held.rule, Error, horizonMessage(f))
				p.Hint = h.word
				k.put(p)
			}
		}
	}
}

func horizonMessage(f *Record) Message {
	if !f.Has("horizon") {
		return msgNoHorizon.with(f.Text("months"))
	}
	return msgHorizon.with(f.Text("months"), found(f.Text("horizon")))
}

func (k *checker) spans() {
	for f := range k.own(KindFinding) {
		k.notAbove(f, "data_from", "data_to")
	}
	for s := range k.own(KindSearch) {
		k.notAbove(s, "period_from", "period_to")
	}
}

func (k *checker) judgementsSay() {
	for j := range k.own(KindJudgement) {
		if !j.states("direction") && !slices.ContainsFunc(stanceColumns, j.states) {
			k.fail(j.cellAt("direction"), msgNoStance)
		}
		if !slices.ContainsFunc([]string{"measure", "about", "outcome"}, j.states) {
			k.fail(j.cellAt("about"), msgJudgementAbout)
		}
		if !j.states("based_on") {
			k.warn(j.cellAt("based_on"), "", msgRestsOnNothing)
		}
	}
}

func (k *checker) ownWords() {
	for _, kind := range []Kind{KindFinding, KindJudgement, KindGap} {
		k.ownWordsOf(kind)
	}
}

// ownWordsOf takes a text of fewer than ten characters for a slip, as the shapes
// do, and the same text in both languages for one that was not translated.
func (k *checker) ownWordsOf(kind Kind) {
	const least = 10
	for r := range k.own(kind) {
		for _, column := range []string{"text_nb", "text_en"} {
			if t := r.Text(column); r.Has(column) && len([]rune(t)) < least {
				k.fail(r.cellAt(column), msgTooShort, least, found(t))
			}
		}
		if t := r.Text("text_en"); t != "" && t == r.Text("text_nb") {
			k.fail(r.cellAt("text_en"), msgNotTranslated)
		}
	}
}

// conflictMembers looks at the text of a conflict, too, which may be left out.
func (k *checker) conflictMembers() {
	k.ownWordsOf(KindConflict)
	for c := range k.own(KindConflict) {
		if n := len(c.cell("members").pieces(c.Source.File, true)); n == 1 {
			k.fail(c.cellAt("members"), msgOneMember)
		}
	}
}

// conflictDirections compares the directions of members, if all are known.
func (k *checker) conflictDirections() {
	for c := range k.own(KindConflict) {
		directions, known := map[string]bool{}, true
		for _, v := range c.Values("members") {
			f := k.Find(v.IRI)
			if f != nil && !f.states("direction") {
				k.fail(v.at(), msgNoDirection, found(v.Text))
			}
			known = known && f != nil && f.Has("direction")
			if known {
				directions[f.Text("direction")] = true
			}
		}
		if len(c.Values("members")) > 1 && known && len(directions) == 1 {
			k.fail(c.cellAt("members"), msgSameDirection)
		}
	}
}

// conflictMatters compares members of different directions two by two.
func (k *checker) conflictMatters() {
	for c := range k.own(KindConflict) {
		members := c.Values("members")
		for i, v := range members {
			for _, w := range members[:i] {
				f, g := k.Find(v.IRI), k.Find(w.IRI)
				if f != nil && g != nil && f.Text("direction") != g.Text("direction") && k.mattersKnown(f) && k.mattersKnown(g) && !k.shareMatter(f, g) {
					k.fail(v.at(), msgShareNothing, found(w.Text), found(v.Text))
				}
			}
		}
	}
}

func (k *checker) shareMatter(f, g *Record) bool {
	other := k.matters(g)
	for m := range k.matters(f) {
		if other[m] {
			return true
		}
	}
	return false
}

// mattersKnown reports whether everything was found that a finding says it speaks
// to, and that leads on from there.
func (k *checker) mattersKnown(f *Record) bool {
	for m := range k.matters(f) {
		if r := k.Find(m); r == nil || r.unresolved("broader") || r.Kind == KindOutcome && r.unresolved("indicator_of") {
			return false
		}
	}
	return !f.unresolved("measure") && !f.unresolved("outcome") && !f.unresolved("about")
}

// matters are the outcome, the problems and the measures a finding speaks to: a
// measure with those broader than it, an outcome with the problems it indicates.
func (k *checker) matters(f *Record) map[quad.IRI]bool {
	all := map[quad.IRI]bool{}
	for _, v := range f.Values("measure") {
		k.addWider(all, v.IRI)
	}
	for _, v := range f.Values("outcome") {
		all[v.IRI] = true
		if o := k.Find(v.IRI); o != nil {
			for _, p := range o.Values("indicator_of") {
				all[p.IRI] = true
			}
		}
	}
	for _, v := range f.Values("about") {
		if strings.HasPrefix(v.Text, string(KindProblem)+"/") {
			all[v.IRI] = true
		}
	}
	return all
}

// addWider adds a concept and all that is broader.
func (k *checker) addWider(all map[quad.IRI]bool, concept quad.IRI) {
	for left := []quad.IRI{concept}; len(left) > 0; left = left[1:] {
		if all[left[0]] {
			continue
		}
		all[left[0]] = true
		if r := k.Find(left[0]); r != nil {
			for _, v := range r.Values("broader") {
				left = append(left, v.IRI)
			}
		}
	}
}
