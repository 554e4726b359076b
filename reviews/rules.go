package reviews

import "slices"

// Rule is something that must hold. S and P are the shapes and the program
// checks of the ontology; R is about reading files, L about lines, N about
// numbers.
type Rule struct {
	ID       string
	Severity Severity // of most of its problems; some rules have parts that only warn
	Holds    string   // what must hold
	check    func(*checker)
}

// Rules returns every rule, in order of reading. A rule without a check of its
// own is held cell by cell, by the field that names it.
func Rules() []Rule { return slices.Clone(rules) }

var rules = []Rule{
	{"R01", Error, "a file is UTF-8", nil},
	{"R02", Error, "a file, its rows, its cells and its nesting keep within the limits", nil},
	{"R03", Error, "a CSV file follows RFC 4180", nil},
	{"R04", Error, "a YAML file is a plain list of mappings", nil},
	{"R05", Error, "each row has as many cells as the header", nil},
	{"R06", Error, "each column is known, and stands once", nil},
	{"R07", Error, "each required column is there", nil},
	{"R08", Error, "each table is in one file, under its own name", nil},
	{"R09", Error, "each required cell is filled", nil},
	{"R10", Error, "a cell has as many values as it takes, none empty, none twice", nil},
	{"R11", Error, "a reference leads to something that exists", nil},
	{"R12", Error, "a code is in its list", nil},
	{"R13", Error, "numbers are numbers, within their bounds", nil},
	{"R14", Error, "a mention names a review that exists and lines in it", (*checker).mentions},
	{"R15", Error, "web addresses are absolute", nil},
	{"R16", Error, "text holds no invisible characters and no loose accents", nil},
	{"R17", Error, "a name is used once", nil},
	{"R18", Note, "what a folder defines itself wins over what is shared", nil},

	{"S01", Error, "an address is built from its kind and its slugs", nil},
	{"S02", Error, "a concept has one name in bokmål and one in English, and is defined in both", nil},
	{"S03", Error, "findings, judgements and gaps are told in our own words in both languages", (*checker).ownWords},
	{"S04", Error, "a statement has a section, lines, one basis, and a page that is a page", nil},
	{"S05", Error, "what a statement cites is a source", nil},
	{"S06", Error, "countries and languages come from their lists", nil},
	{"S10", Error, "a problem has a level", nil},
	{"S11", Error, "a mechanism has a level and leads somewhere", (*checker).mechanismsLead},
	{"S12", Error, "a measure has a level and aims at something", (*checker).measuresAim},
	{"S13", Error, "an outcome says which way is better and which step it speaks of, and should indicate a problem", (*checker).outcomesIndicate},
	{"S14", Error, "the wider group is a population", nil},
	{"S20", Error, "a claim has one subject, one predicate, one object and one modality", nil},
	{"S21", Error, "the ends of a link fit its predicate", (*checker).linkEnds},
	{"S22", Error, "a finding has one study that reports results, and its citation", (*checker).studiesReport},
	{"S23", Error, "a statement has at most one outcome and concepts of the right kind, and a finding should say whom it holds for", (*checker).populations},
	{"S24", Error, "a finding about a measure has outcome, direction, horizon and significance; another is about something", (*checker).findingsSay},
	{"S25", Error, "a stance points at claims of the review, and not both for and against one", (*checker).stances},
	{"S26", Error, "a value or a range has a metric, and a metric has one of them", (*checker).valueAndMetric},
	{"S27", Error, "no effect has no magnitude", (*checker).nullMagnitude},
	{"S28", Error, "the numbers around a value agree with it", (*checker).aroundValue},
	{"S29", Error, "results and circumstances of a finding have their forms", nil},
	{"S30", Error, "a judgement has no study", nil},
	{"S31", Error, "a judgement has a direction or a stance, one certainty, and is about something", (*checker).judgementsSay},
	{"S32", Error, "a gap has one type, is about something and has no direction", nil},
	{"S33", Error, "what came up empty is the search of the review", nil},
	{"S34", Error, "a conflict has two findings or more, and a reason", (*checker).conflictMembers},
	{"S35", Error, "findings in conflict have directions, and the directions differ", (*checker).conflictDirections},
	{"S40", Error, "a source has kinds, a citation and places where it is cited, and should have a year", (*checker).sourceYears},
	{"S41", Error, "a finding has a design from the list", nil},
	{"S42", Error, "a review has title, authors, publisher, year and language, and should have the digest of its text", (*checker).reviewParts},
	{"S43", Error, "a search names where it looked, and took in no more than it found", (*checker).searchNumbers},
	{"S44", Error, "a section has a title and lines, and lies in the review or in another section", (*checker).sections},
	{"S45", Error, "a source is a study exactly when its kind says that it puts forward results", nil},

	{"P01", Error, "each causal edge has a claim that is not rejected, and each such claim its edge", nil},
	{"P02", Error, "months and horizon agree", (*checker).horizons},
	{"P03", Error, "the folder of a review bears its id", (*checker).folders},
	{"P04", Error, "the year in a citation is the year of the source, unless a note says why not", (*checker).citedYears},
	{"P05", Warning, "each statement has an anchor taken of its lines", (*checker).anchors},
	{"P06", Error, "a name is used once in each kind and language", (*checker).labels},
	{"P07", Error, "nothing is broader than itself", (*checker).broaderCycles},
	{"P08", Error, "findings in conflict share an outcome, a problem or a measure", (*checker).conflictMatters},
	{"P09", Error, "a judgement rests on statements of its own review", nil},
	{"P10", Error, "no link leads from a thing to itself", (*checker).selfLinks},
	{"P12", Note, "each problem is reached by a chain from a measure", (*checker).unreached},

	{"L01", Error, "the lines of a statement lie in its sections", (*checker).linesInSections},
	{"L02", Error, "the lines of a section lie in the section around it", (*checker).sectionsNest},
	{"L03", Error, "lines lie within the text", nil},
	{"N01", Error, "what ends does not end before it begins", (*checker).spans},
}

var ruleByID = func() map[string]Rule {
	m := map[string]Rule{}
	for _, r := range rules {
		m[r.ID] = r
	}
	return m
}()

// checker runs the rules that need more than one cell.
type checker struct {
	*Corpus
	rule     Rule
	put      func(Problem)
	doubtful bool // some claim could not be read, so that links may be missing
}

func (l *loader) check(c *Corpus, doubtful bool) {
	k := &checker{Corpus: c, put: l.put, doubtful: doubtful}
	for _, k.rule = range rules {
		if k.rule.check != nil {
			k.rule.check(k)
		}
	}
}

// claimsInDoubt reports whether a link may be meant that could not be read.
func (l *loader) claimsInDoubt() bool {
	for u := range l.names.unread {
		if u.kind == KindClaim {
			return true
		}
	}
	return slices.ContainsFunc(l.records[KindClaim], func(r *Record) bool {
		return r.unusable() || slices.ContainsFunc([]string{"subject", "predicate", "object", "modality"}, func(column string) bool {
			return !r.Has(column)
		})
	})
}

// fail reports a problem of the rule at hand.
func (k *checker) fail(at spot, w Wording, args ...any) {
	k.put(at.problem(k.rule.ID, k.rule.Severity, w.with(args...)))
}

// warn reports one of a part of the rule that should hold.
func (k *checker) warn(at spot, hint string, w Wording, args ...any) {
	p := at.problem(k.rule.ID, Warning, w.with(args...))
	p.Hint = hint
	k.put(p)
}
