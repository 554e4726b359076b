package reviews

import "slices"

// Rule is something that must hold. S and P are the shapes and the program
// checks of the ontology; R is about reading files, L about lines, N about
// numbers.
type Rule struct {
	ID       string
	Severity Severity // of most of its problems; some rules have parts that only warn
	Advice
}

// Rules returns every rule, in order of reading.
func Rules() []Rule {
	all := make([]Rule, len(checks))
	for i, c := range checks {
		all[i] = Rule{c.rule, c.severity, advice[c.rule]}
	}
	return all
}

// RuleOf returns the rule with an id.
func RuleOf(id string) (Rule, bool) {
	i := slices.IndexFunc(checks, func(c check) bool { return c.rule == id })
	if i < 0 {
		return Rule{}, false
	}
	return Rule{id, checks[i].severity, advice[id]}, true
}

// check is how a rule is held. One without a function of its own is held cell by
// cell, by the field that names it, or while files are read.
type check struct {
	rule     string
	severity Severity
	run      func(*checker)
}

var checks = []check{
	{"R01", Error, nil},
	{"R02", Error, nil},
	{"R03", Error, nil},
	{"R04", Error, nil},
	{"R05", Error, nil},
	{"R06", Error, nil},
	{"R07", Error, nil},
	{"R08", Error, nil},
	{"R09", Error, nil},
	{"R10", Error, nil},
	{"R11", Error, nil},
	{"R12", Error, nil},
	{"R13", Error, nil},
	{"R14", Error, (*checker).mentions},
	{"R15", Error, nil},
	{"R16", Error, nil},
	{"R17", Error, nil},
	{"R18", Note, nil},

	{"S01", Error, nil},
	{"S02", Error, nil},
	{"S03", Error, (*checker).ownWords},
	{"S04", Error, nil},
	{"S05", Error, nil},
	{"S06", Error, nil},
	{"S10", Error, nil},
	{"S11", Error, (*checker).mechanismsLead},
	{"S12", Error, (*checker).measuresAim},
	{"S13", Error, (*checker).outcomesIndicate},
	{"S14", Error, nil},
	{"S20", Error, nil},
	{"S21", Error, (*checker).linkEnds},
	{"S22", Error, (*checker).studiesReport},
	{"S23", Error, (*checker).populations},
	{"S24", Error, (*checker).findingsSay},
	{"S25", Error, (*checker).stances},
	{"S26", Error, (*checker).valueAndMetric},
	{"S27", Error, (*checker).nullMagnitude},
	{"S28", Error, (*checker).aroundValue},
	{"S29", Error, nil},
	{"S30", Error, nil},
	{"S31", Error, (*checker).judgementsSay},
	{"S32", Error, nil},
	{"S33", Error, nil},
	{"S34", Error, (*checker).conflictMembers},
	{"S35", Error, (*checker).conflictDirections},
	{"S40", Error, (*checker).sourceYears},
	{"S41", Error, nil},
	{"S42", Error, (*checker).reviewParts},
	{"S43", Error, (*checker).searchNumbers},
	{"S44", Error, (*checker).sections},
	{"S45", Error, nil},

	{"P01", Error, nil},
	{"P02", Error, (*checker).horizons},
	{"P03", Error, (*checker).folders},
	{"P04", Error, (*checker).citedYears},
	{"P05", Warning, (*checker).anchors},
	{"P06", Error, (*checker).labels},
	{"P07", Error, (*checker).broaderCycles},
	{"P08", Error, (*checker).conflictMatters},
	{"P09", Error, nil},
	{"P10", Error, (*checker).selfLinks},
	{"P11", Error, nil}, // by CheckPublished
	{"P12", Note, (*checker).unreached},

	{"L01", Error, (*checker).linesInSections},
	{"L02", Error, (*checker).sectionsNest},
	{"L03", Error, nil},
	{"N01", Error, (*checker).spans},
}

var severityOf = func() map[string]Severity {
	m := map[string]Severity{}
	for _, c := range checks {
		m[c.rule] = c.severity
	}
	return m
}()

// checker runs the rules that need more than one cell.
type checker struct {
	*Corpus
	held     check
	put      func(Problem)
	doubtful bool // some claim could not be read, so that links may be missing
}

func (l *loader) check(c *Corpus, doubtful bool) {
	k := &checker{Corpus: c, put: l.put, doubtful: doubtful}
	for _, k.held = range checks {
		if k.held.run != nil {
			k.held.run(k)
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
	k.put(at.problem(k.held.rule, k.held.severity, w.with(args...)))
}

// warn reports one of a part of the rule that should hold.
func (k *checker) warn(at spot, hint string, w Wording, args ...any) {
	p := at.problem(k.held.rule, Warning, w.with(args...))
	p.Hint = hint
	k.put(p)
}

// Columns returns the columns whose cells the rule holds to their form, as
// file.column, in the order of the tables.
func (r Rule) Columns() []string {
	var columns []string
	for _, t := range tables {
		for i := range t.Fields {
			f := &t.Fields[i]
			if f.Rule == r.ID {
				columns = append(columns, t.label()+"."+f.Column)
			}
		}
	}
	return columns
}

// label is what a table is called by its readers.
func (t *Table) label() string {
	if t.File == "" {
		return string(t.Kind)
	}
	return t.File
}
