package doctor

import (
	"slices"
	"strings"

	"policygraph/exports/quality"
)

// Report is what was found in an export. It is the same for the same export.
type Report struct {
	Source    string // the folder or the address
	Catalogue string // the address of the catalogue; empty where none could be read
	Date      string // the day on which the catalogue last changed, unless another was asked for
	Documents int    // of the catalogue

	Registered string // the document whose address portals are given

	Rules    []Rule
	Outcomes map[string]Outcome // by the ID of a rule
	Findings []Finding          // by severity, rule, file and node
	Scores   []quality.Score
	Intakes  []Intake
	Verdicts []Verdict
}

// Verdict is what becomes of an export at a portal.
type Verdict struct {
	Portal   Portal
	Reads    bool     // whether there is anything for it in the export
	Severity Severity // the worst that happens there; empty: nothing
	Rules    []*Rule  // because of these, in order
	Beside   bool     // whether all of it is in other files than the one that portals are given
}

// Takes reports whether the portal takes everything.
func (v *Verdict) Takes() bool { return !v.Severity.Harms() }

// Healthy reports whether every portal takes everything. Strict: and nothing is
// left to mend.
func (r *Report) Healthy(strict bool) bool {
	if strict && len(r.Findings) > 0 {
		return false
	}
	return !slices.ContainsFunc(r.Findings, func(f Finding) bool { return f.Rule.Severity.Harms() })
}

// Count is how many findings there are of a severity.
func (r *Report) Count(s Severity) (n int) {
	for _, f := range r.Findings {
		if f.Rule.Severity == s {
			n++
		}
	}
	return n
}

// verdicts are what the findings mean to each portal.
func verdicts(r *Report) (list []Verdict) {
	for _, p := range Portals {
		v := Verdict{Portal: p, Reads: slices.ContainsFunc(r.Rules, func(q Rule) bool {
			return slices.Contains(q.Portals, p) && r.Outcomes[q.ID] != Inapplicable
		})}
		for _, s := range severities {
			for _, f := range r.Findings {
				if f.Rule.Severity != s || !slices.Contains(f.Rule.Portals, p) {
					continue
				}
				if v.Severity == "" {
					v.Severity, v.Beside = s, true
				}
				if v.Severity == s {
					v.Beside = v.Beside && f.Rule.document != nil && !f.in(r.Registered)
					if !slices.Contains(v.Rules, f.Rule) {
						v.Rules = append(v.Rules, f.Rule)
					}
				}
			}
		}
		list = append(list, v)
	}
	return list
}

// in reports whether a finding is in a file.
func (f *Finding) in(file string) bool {
	name, _, _ := strings.Cut(f.File, ":")
	return name == file || slices.Contains(f.Also, file)
}
