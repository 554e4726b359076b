package reviews

import (
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/cayleygraph/quad"
)

func (k *checker) titled(kind Kind, message Wording) {
	for r := range k.own(kind) {
		if !slices.ContainsFunc([]string{"title_nb", "title_nn", "title_en"}, r.states) {
			k.fail(spot{r.Source, "title", r}, message)
		}
	}
}

func (k *checker) reviewParts() {
	k.titled(KindReview, msgNoTitleReview)
	for r := range k.own(KindReview) {
		if !r.states("source_digest") {
			k.warn(spot{r.Source, "source_digest", r}, "", msgNoSourceDigest)
		}
	}
}

func (k *checker) searchNumbers() {
	for s := range k.own(KindSearch) {
		found, errFound := strconv.Atoi(s.Text("found"))
		included, errIncluded := strconv.Atoi(s.Text("included"))
		if errFound == nil && errIncluded == nil && included > found {
			k.fail(s.cellAt("included"), msgMoreThanFound, included, found)
		}
	}
}

func (k *checker) sections() {
	k.titled(KindSection, msgNoTitleSection)
	k.sectionsMissing()
	k.circles(KindSection, "part_of", msgPartOfItself)
}

// sectionsMissing reports a review that says things and has no sections for them
// to be in, once, since each reference to one is wrong then.
func (k *checker) sectionsMissing() {
	speaks := map[string]bool{}
	for r := range k.statements() {
		speaks[r.Review] = speaks[r.Review] || r.states("section")
	}
	for r := range k.own(KindReview) {
		if speaks[r.Review] && k.names.undivided[r.Review] {
			k.fail(spot{r.Source, sectionsTable.File, r}, msgNoSections)
		}
	}
}

func (k *checker) sectionsNest() {
	for s := range k.own(KindSection) {
		around := k.Find(s.Value("part_of").IRI)
		if around == nil || !around.Has("lines") {
			continue
		}
		for _, v := range s.Values("lines") {
			if !v.Lines.within(around.Lines()) {
				k.fail(v.at(), msgSectionOutside, saidOf([]Range{v.Lines}, lineIsNot, linesNot), around.Name, saidOf(around.Lines(), lineN, linesN))
			}
		}
	}
}

func (k *checker) linesInSections() {
	for r := range k.statements() {
		in := k.linesOfSections(r)
		for _, v := range r.Values("lines") {
			if len(in) > 0 && !v.Lines.within(in) {
				k.lineOutside(v, strings.Join(textsOf(r.Values("section")), "|"), k.sectionOf(r.Review, v.Lines))
			}
		}
	}
}

// linesOfSections are the lines of the sections that a statement is in.
func (c *Corpus) linesOfSections(r *Record) (in []Range) {
	for _, v := range r.Values("section") {
		if s := c.Find(v.IRI); s != nil {
			in = append(in, s.Lines()...)
		}
	}
	return in
}

func (k *checker) lineOutside(v Value, stated, elsewhere string) {
	at := []Range{v.Lines}
	areNot := saidOf(at, lineIsNot, linesNot)
	if elsewhere == "" {
		k.fail(v.at(), msgLinesOutside, areNot, stated)
		return
	}
	k.fail(v.at(), msgLinesElsewhere, areNot, stated, saidOf(at, itIs, theyAre), elsewhere)
}

// sectionOf says where lines do lie: in the smallest section that has them all.
func (k *checker) sectionOf(review string, at Range) string {
	var best *Record
	for s := range k.Records(KindSection) {
		if s.Review == review && at.within(s.Lines()) && (best == nil || size(s) < size(best)) {
			best = s
		}
	}
	if best == nil {
		return ""
	}
	return best.Name
}

func size(s *Record) (n int) {
	for _, r := range s.Lines() {
		n += r.To - r.From + 1
	}
	return n
}

func (k *checker) mentions() {
	for s := range k.own(KindSource) {
		for _, v := range s.Values("mentions") {
			review := k.Find(v.IRI)
			switch {
			case review == nil:
				k.mentionedElsewhere(v)
			case !k.inSomeSection(review.Review, v.Lines):
				k.fail(v.at(), msgMentionOutside, saidOf([]Range{v.Lines}, lineIs, linesAre), review.Review)
			}
		}
	}
}

// mentionedElsewhere judges a mention of a review that is not loaded. That there
// is none can be told only where all are. A review that stands alone may speak of
// others, and it is noted that they are not read; one that is nearly called like
// it is probably itself.
func (k *checker) mentionedElsewhere(v Value) {
	name, at, _ := strings.Cut(v.Text, ":")
	hint := nearest(name, k.Reviews())
	if hint != "" {
		hint += ":" + at
	}
	switch {
	case len(k.records[KindReview]) == 0:
	case k.whole && !k.names.unreadReview():
		p := v.at().problem(k.held.rule, Error, msgNoReviewCalled.with(found(name)))
		p.Hint = hint
		k.put(p)
	case k.single && hint != "" && !k.knownElsewhere(v.IRI):
		k.warn(v.at(), hint, msgThisReviewIsNot, found(name))
	case k.single && !k.names.unreadReview() && k.Reviews()[0] != unnamed && !k.knownElsewhere(v.IRI):
		k.put(v.at().problem(k.held.rule, Note, msgMentionNotRead.with(found(name))))
	}
}

// knownElsewhere reports whether a shared source is mentioned in a review.
func (k *checker) knownElsewhere(review quad.IRI) bool {
	for s := range k.Records(KindSource) {
		if s.Shared && slices.ContainsFunc(s.Values("mentions"), func(v Value) bool { return v.IRI == review }) {
			return true
		}
	}
	return false
}

func (c *Corpus) inSomeSection(review string, at Range) bool {
	var all []Range
	for s := range c.Records(KindSection) {
		if s.Review == review {
			all = append(all, s.Lines()...)
		}
	}
	return len(all) == 0 || at.within(all)
}

// folders compares ids with the folders of a data root, whose names count. A
// review that stands alone may lie where it likes.
func (k *checker) folders() {
	for r := range k.own(KindReview) {
		folder := path.Base(path.Dir(r.Source.File))
		if !k.single && r.Has("id") && r.Text("id") != folder {
			k.fail(r.cellAt("id"), msgFolder, found(r.Text("id")), found(folder))
		}
	}
}

// printedYear finds years in a citation; a letter may follow.
var printedYear = regexp.MustCompile(`\b(1[5-9]\d\d|20\d\d)[a-z]?\b`)

func yearsIn(citation string) []string {
	var years []string
	for _, m := range printedYear.FindAllStringSubmatch(citation, -1) {
		years = append(years, m[1])
	}
	return years
}

func (k *checker) citedYears() {
	for s := range k.own(KindSource) {
		k.citedYear(s, s, s.Values("cited_as"))
	}
	for f := range k.own(KindFinding) {
		if s := k.Find(f.Value("study").IRI); s != nil {
			k.citedYear(f, s, f.Values("cited_as"))
		}
	}
}

func (k *checker) citedYear(r, source *Record, citations []Value) {
	want := source.Text("year")
	if want == "" || r.states("note") {
		return
	}
	for _, c := range citations {
		if years := yearsIn(c.Text); len(years) > 0 && !slices.Contains(years, want) {
			k.fail(spot{c.Source, "cited_as", r}, msgCitedYear, words(years), found(source.Name), want)
		}
	}
}

func (k *checker) sourceYears() {
	for s := range k.own(KindSource) {
		if !s.states("year") {
			hint := ""
			if years := yearsIn(s.Text("cited_as")); len(years) == 1 {
				hint = years[0]
			}
			k.warn(s.cellAt("year"), hint, msgNoYear)
		}
	}
}

// anchors compares anchors.csv with the statements, and tells once for each
// review how far it is behind, since policygraph anchor writes it in one go.
// While it is not certain which statements there are, that is not known.
func (k *checker) anchors() {
	missing, changed, idle := map[string]int{}, map[string]int{}, map[string]int{}
	for r := range k.statements() {
		anchor := k.Corpus.anchors[r.IRI]
		switch {
		case !r.Has("lines"):
		case anchor == nil:
			missing[r.Review]++
		case joinRanges(anchor.Lines()) != joinRanges(r.Lines()):
			changed[r.Review]++
		}
	}
	for a := range k.Records(KindAnchor) {
		if a.Has("statement") && a.Value("statement").IRI == "" {
			idle[a.Review]++
		}
	}
	for r := range k.own(KindReview) {
		if k.names.unreadStatement(r.Review) {
			continue
		}
		var behind series
		for _, part := range []amount{
			{missing[r.Review], statementWithout, statementsWithout},
			{changed[r.Review], statementMoved, statementsMoved},
			{idle[r.Review], anchorIdle, anchorsIdle},
		} {
			if part.n > 0 {
				behind = append(behind, part)
			}
		}
		if len(behind) > 0 {
			at := Source{path.Join(path.Dir(r.Source.File), anchorsTable.File+".csv"), 1, 1, 0}
			k.fail(spot{Source: at}, msgAnchorsBehind, behind)
		}
	}
}
