package reviews

import (
	"slices"
	"strings"
	"testing"
)

const (
	inProblems   = "concepts/problems.csv"
	inMechanisms = "concepts/mechanisms.csv"
	inMeasures   = "concepts/measures.csv"
	inOutcomes   = "concepts/outcomes.csv"
	inGroups     = "concepts/populations.csv"
	inMappings   = "concepts/mappings.csv"
	inSources    = "sources.csv"
	inReviewYAML = "mini-2021/review.yaml"
	inClaims     = "mini-2021/claims.csv"
	inFindings   = "mini-2021/findings.csv"
	inJudgements = "mini-2021/judgements.csv"
	inGaps       = "mini-2021/gaps.csv"
	inConflicts  = "mini-2021/conflicts.csv"
	inAnchors    = "mini-2021/anchors.csv"
)

// Each row is one slip in the good review, and all the letters it earns.
var slips = []struct {
	rule, file, old, new string
	letters              string
}{
	{"R01", inProblems, "før de selv vil", "f\xf8r de selv vil", `
concepts/problems.csv:2:160: expected UTF-8, found the byte F8 ("ø" in Windows-1252): save the file as UTF-8
`},
	{"R02", inReviewYAML, "included: 12", "included: " + strings.Repeat("[", 17), `
mini-2021/review.yaml:18:1: nested deeper than 16 levels
`},
	{"R03", inProblems, "Tidlig frafall fra arbeidslivet", `Tidlig "frafall" fra arbeidslivet`, `
concepts/problems.csv:2:19: a quote in the middle of a cell: put the whole cell in quotes and double the quotes inside it, as in "the ""old"" rule"
`},
	{"R03", inMeasures, `stiller med ""mentor"".",`, `stiller med "mentor".",`, `
concepts/measures.csv:4:103: text after the closing quote: double the quotes inside a cell, as in "the ""old"" rule"
`},
	{"R03", inMeasures, `""mentor"".",meso`, `""mentor"".,meso`, `
concepts/measures.csv:4:115: this quote has no partner that ends the cell: close it, or double it if it is part of the text
`},
	{"R04", inReviewYAML, "year: 2021", "year: &y 2021", `
mini-2021/review.yaml:7:7: anchors (&), aliases (*), merge keys (<<) and tags (!) are not read: write the value out
`},
	{"R04", inReviewYAML, "authors: [Kari Nordmann", "authors: [Kari Nordmann]]", `
mini-2021/review.yaml:3:25: not YAML: value is not allowed in this context
`},
	{"R06", inMechanisms, "label_nn", "label\x1b[31m_nx", `
concepts/mechanisms.csv:1:22: no column here is called "label<U+001B>[31m_nx"
`},
	{"R05", inMechanisms, ",meso|micro,,", ",meso|micro,,,", `
concepts/mechanisms.csv:4:168: expected 11 cells as in the header, found 12: a cell with a separator in it needs quotes around it
`},
	{"R05", inMechanisms, ",meso|micro,,", ",meso|micro", `
concepts/mechanisms.csv:4:1: expected 11 cells as in the header, found 9
`},
	{"R06", inMechanisms, "label_nn", "label_nm", `
concepts/mechanisms.csv:1:22: no column here is called "label_nm"; did you mean "label_nn"?
`},
	{"R06", inReviewYAML, "publisher:", "publishr:", `
mini-2021/review.yaml:4:1: no key here is called "publishr"; did you mean "publisher"?
`},
	{"R06", inReviewYAML, "title: {nb: En liten oppsummering, en: A small review}", "title: A small review", `
mini-2021/review.yaml:2:1: "title" needs a language: write title: {nb: …, en: …}
`},
	{"R06", inReviewYAML, "title: {nb: Mentor, en: Mentoring}", "title: Mentor", `
mini-2021/review.yaml:23:21: "title" needs a language: write title: {nb: …, en: …}
`},
	{"R06", inProblems, "label_nb,label_en,label_nn", "label,label_en,label_nn", `
concepts/problems.csv:1:4: "label" needs a language: write label_nb, label_en or label_nn
`},
	{"R07", inMappings, "confidence", "note", `
concepts/mappings.csv:1:1: the column "confidence" is missing: how sure we are, from 0 to 1
concepts/mappings.csv:1:43: the column "note" stands twice
`},
	{"R08", "mini-2021/finding.csv", "", "study", `
mini-2021/finding.csv:1:1: no table has this name, and the file was not read; did you mean "findings.csv"?
`},
	{"R08", "mini-2021/gaps.yaml", "", "[]", `
mini-2021/gaps.yaml:1:1: gaps.csv and gaps.yaml hold the same table: keep one of them
`},
	{"R09", inMappings, ",0.9,", ",,", `
concepts/mappings.csv:2:65: "confidence" must be filled: how sure we are, from 0 to 1
`},
	{"R10", inMeasures, "matching|demand", "matching||demand", `
concepts/measures.csv:4:192: an empty value in the list: remove the | that is too much
`},
	{"R10", inMeasures, "matching|demand", "matching|matching", `
concepts/measures.csv:4:192: "matching" stands twice in this cell
`},
	{"R10", inMappings, ",exact,", ",exact|close,", `
concepts/mappings.csv:2:21: "relation" takes one value, found 2: write a row for each
`},
	{"R11", inMappings, "population/refugees", "population/refuges", `
concepts/mappings.csv:2:1: no population is called "refuges"; did you mean "population/refugees"?
`},
	{"R11", inMappings, "population/refugees", "refugees", `
concepts/mappings.csv:2:1: expected kind/name, the kind being problem, mechanism, measure, outcome or population, found "refugees"; did you mean "population/refugees"?
`},
	{"R11", inMappings, "population/refugees", "Population/Refugees", `
concepts/mappings.csv:2:1: expected kind/name, the kind being problem, mechanism, measure, outcome or population, found "Population/Refugees"; did you mean "population/refugees"?
`},
	{"R11", inMappings, "population/refugees", "population/flyktninger", `
concepts/mappings.csv:2:1: no population is called "flyktninger"; did you mean "population/refugees"?
`},
	{"R11", inMappings, "population/refugees", "Flyktninger", `
concepts/mappings.csv:2:1: expected kind/name, the kind being problem, mechanism, measure, outcome or population, found "Flyktninger"; did you mean "population/refugees"?
`},
	{"R11", inMappings, "population/refugees", "problem/kort yrkesliv", `
concepts/mappings.csv:2:1: no problem is called "kort yrkesliv"; did you mean "problem/early-exit"?
`},
	{"R12", inMappings, ",exact,", ",exakt,", `
concepts/mappings.csv:2:21: expected exact, close, broad, narrow or related, found "exakt"; did you mean "exact"?
`},
	{"R13", inMappings, ",0.9,", `,"0,9",`, `
concepts/mappings.csv:2:66: expected a number, with a point before decimals, from 0 to 1, found "0,9"; did you mean "0.9"?
`},
	{"R13", inMappings, ",0.9,", `,1.9,`, `
concepts/mappings.csv:2:65: expected a number, with a point before decimals, from 0 to 1, found "1.9"
`},
	{"R14", inSources, "mini-2021:15", "mini-2012:15", `
sources.csv:3:44: no review is called "mini-2012"; did you mean "mini-2021:15"?
`},
	{"R14", inSources, "mini-2021:15", "mini-2021:29", `
sources.csv:3:44: line 29 is in no section of mini-2021
`},
	{"S40", inSources, "mini-2021:15", "mini-2021:15-3", `
sources.csv:3:44: expected a review and lines, such as fafo-2020-05:74-75, found "mini-2021:15-3"; did you mean "mini-2021:3-15"?
`},
	{"S40", inSources, "mini-2021:15", "mini-2021:2-xyz", `
sources.csv:3:44: expected a review and lines, such as fafo-2020-05:74-75, found "mini-2021:2-xyz"
`},
	{"S40", inSources, "mini-2021:15", "mini-2021:2-3-4", `
sources.csv:3:44: expected a review and lines, such as fafo-2020-05:74-75, found "mini-2021:2-3-4"
`},
	{"S40", inSources, "mini-2021:15", "mini-2021:002", `
sources.csv:3:44: expected a review and lines, such as fafo-2020-05:74-75, found "mini-2021:002"
`},
	{"S40", inSources, "mini-2021:15", "mini-2021:2-", `
sources.csv:3:44: expected a review and lines, such as fafo-2020-05:74-75, found "mini-2021:2-"
`},
	{"R15", inMappings, "http://eurovoc.europa.eu/2486", "eurovoc 2486", `
concepts/mappings.csv:2:27: expected an address such as http://eurovoc.europa.eu/1234, found "eurovoc 2486"
`},
	{"R16", inMappings, ",refugee,", ",refu\x07gee,", `
concepts/mappings.csv:2:57: found the invisible character U+0007 in the text: remove it
`},
	{"R16", inMappings, ",refugee,", ",re\u00ADfugee,", `
concepts/mappings.csv:2:57: found the invisible character U+00AD in the text: remove it
`},
	{"R16", inMappings, ",refugee,", ",re\u0301fugee,", `
concepts/mappings.csv:2:57: found 'e' with a loose accent (U+0301): write the letter and its accent as one
`},
	{"R12", inMappings, ",exact,", ",ex\u200Bact,", `
concepts/mappings.csv:2:21: expected exact, close, broad, narrow or related, found "ex<U+200B>act"; did you mean "exact"?
`},
	{"R17", inGroups, "refugees,", "immigrants,", `
concepts/mappings.csv:2:1: no population is called "refugees"
concepts/populations.csv:3:1: the population "immigrants" stands here for the second time: see line 2
mini-2021/findings.csv:4:88: no population is called "refugees"
mini-2021/findings.csv:5:87: no population is called "refugees"
mini-2021/gaps.csv:2:73: no population is called "refugees"
`},
	{"R17", inSources, "mini-2021:6,,,\n", "mini-2021:6,,,\nphelps-1972,thery,Phelps,,1972,,,,,,mini-2021:6-2,,,\n", `
sources.csv:5:1: the source "phelps-1972" stands here for the second time: see line 4
sources.csv:5:13: expected study, evaluation, synthesis, theory, statistics or policy, found "thery"; did you mean "theory"?
sources.csv:5:37: expected a review and lines, such as fafo-2020-05:74-75, found "mini-2021:6-2"; did you mean "mini-2021:2-6"?
`},
	{"S01", inProblems, "hiring-discrimination,", "hiring_discrimination,", `
concepts/problems.csv:3:1: expected a name of small letters a to z and digits, joined by single hyphens, found "hiring_discrimination"; did you mean "hiring-discrimination"?
`},
	{"S02", inProblems, "Tidlig frafall fra arbeidslivet", "", `
concepts/problems.csv:2:12: "label_nb" must be filled: the name in bokmål
`},
	{"S03", inGaps, "Ingen har fulgt deltakerne lenge nok.", "Ingen.", `
mini-2021/gaps.csv:2:96: expected a sentence of our own, of 10 characters or more, found "Ingen."
`},
	{"S03", inJudgements, "Virker neppe alene.", "Hardly works on its own.", `
mini-2021/judgements.csv:2:248: the text is the same in both languages
`},
	{"S04", inFindings, ",1.1,,15,", ",1.3,,15,", `
mini-2021/findings.csv:3:30: no section of this review is called "1.3"; did you mean "1.1"?
`},
	{"S04", inFindings, ",1.1,,15,", ",1.1,vii,15,", `
mini-2021/findings.csv:3:34: expected a page such as 17, or pages such as 17-19, found "vii"
`},
	{"S04", inFindings, ",1.1,,15,", ",1.1,,,", `
mini-2021/findings.csv:3:35: "lines" must be filled: the lines of the text where it stands
`},
	{"S04", inClaims, "24-26,,,checked", "24-26,,,chekced", `
mini-2021/claims.csv:8:79: expected as-cited or checked, found "chekced"; did you mean "checked"?
`},
	{"S05", inClaims, "5-7,,phelps-1972", "5-7,,Phelps 1972", `
mini-2021/claims.csv:2:97: no source is called "Phelps 1972"; did you mean "phelps-1972"?
`},
	{"S06", inMeasures, "SWE", "Sverige", `
concepts/measures.csv:4:206: expected a country as three capital letters (ISO 3166-1 alpha-3), such as NOR, or a continent, such as EUROPE, found "Sverige"; did you mean "SWE"?
`},
	{"S06", inReviewYAML, "languages: [nb, sv, en]", "languages: [nb, Swedish, en]", `
mini-2021/review.yaml:14:19: expected a language tag: nb, nn, no, en, sv, da, fi, is, de, fr, nl, es, it, pt or pl, found "Swedish"; did you mean "sv"?
`},
	{"S10", inProblems, ",macro,", ",makroo,", `
concepts/problems.csv:2:223: expected macro, meso or micro, found "makroo"; did you mean "macro"?
`},
	{"S11", inMechanisms, ",meso|micro,", ",,", `
concepts/mechanisms.csv:4:155: "level" must be filled: the level or levels of analysis
`},
	{"S11", inClaims, "problem/early-exit,asserted,1.2,,23", "problem/early-exit,rejected,1.2,,23", `
concepts/mechanisms.csv:4:1: no claim says what this mechanism leads to, contributes to or mitigates
`},
	{"S12", inClaims, "measure/company-mentoring,addresses,problem/early-exit,suggested,1.2,,24-26,,,checked,\n", "", `
concepts/measures.csv:4:1: no claim says which mechanism this measure targets or which problem it addresses
mini-2021/anchors.csv:1:1: warning: 1 anchor without a statement: policygraph anchor writes the anchors
`},
	{"S12", inMeasures, ",demand,tried,", ",demand,proven,", `
concepts/measures.csv:2:155: expected in-use, tried or proposed, found "proven"; did you mean "tried"?
`},
	{"S13", inOutcomes, ",hiring-discrimination,,", ",,,", `
concepts/outcomes.csv:2:111: warning: no problem is named that "job-offer" shows the state of
`},
	{"S13", inOutcomes, ",higher,entry,", ",,entry,", `
concepts/outcomes.csv:2:98: "better" must be filled: whether a higher or a lower value is desirable
`},
	{"S14", inGroups, ",immigrants,", ",imigrants,", `
concepts/populations.csv:3:112: no population is called "imigrants"; did you mean "immigrants"?
`},
	{"S20", inClaims, "measure/mentoring,targets", "measure/mentoring,tragets", `
mini-2021/claims.csv:7:19: expected targets, mayTrigger, leadsTo, contributesTo, mitigates or addresses, found "tragets"; did you mean "targets"?
`},
	{"S20", inClaims, "early-exit,disputed", "early-exit,doubted", `
mini-2021/claims.csv:6:64: expected asserted, suggested, disputed or rejected, found "doubted"
`},
	{"S21", inClaims, "measure/company-mentoring,addresses,problem/early-exit", "measure/company-mentoring,addresses,mechanism/bridging-ties", `
mini-2021/claims.csv:8:37: addresses leads to a problem, found the mechanism "bridging-ties"
`},
	{"S22", inFindings, "rinne-2018,offers,", "phelps-1972,offers,", `
mini-2021/findings.csv:3:1: a finding comes from a study, an evaluation, statistics or a synthesis; "phelps-1972" is theory in sources.csv:4
mini-2021/findings.csv:3:20: the citation says 2018, the source "phelps-1972" is of 1972: correct one of them, or say in a note why they differ
`},
	{"S22", inFindings, "rinne-2018,offers,Rinne 2018", "rinne-2017,offers,Rinne 2018", `
mini-2021/findings.csv:3:1: no source is called "rinne-2017"; did you mean "rinne-2018"?
`},
	{"S23", inFindings, ",job-offer,immigrants,literature-review", ",job-offer|employment,immigrants,literature-review", `
mini-2021/findings.csv:3:63: "outcome" takes one value, found 2: write a row for each
`},
	{"S23", inFindings, ",job-offer,immigrants,literature-review", ",job-offer,,literature-review", `
mini-2021/findings.csv:3:73: warning: the finding does not say whom it holds for
`},
	{"S24", inFindings, "unspecified,,,,EUROPE", ",,,,EUROPE", `
mini-2021/findings.csv:3:137: a finding about a measure must have "horizon"
`},
	{"S24", inFindings, "problem/hiring-discrimination,,refugees", ",,refugees", `
mini-2021/findings.csv:5:56: a finding must be about something: fill "measure", "about" or "outcome"
`},
	{"S25", inFindings, "mentoring.targets.bridging-ties", "mentoring.targets.bridging-tie", `
mini-2021/findings.csv:4:384: no claim of this review is called "mentoring.targets.bridging-tie"; did you mean "mentoring.targets.bridging-ties"?
`},
	{"S25", inFindings, ",mentoring.targets.bridging-ties,,", ",mentoring.targets.bridging-ties,mentoring.targets.bridging-ties,", `
mini-2021/findings.csv:4:416: the claim "mentoring.targets.bridging-ties" is both supported and contradicted
`},
	{"S26", inFindings, ",percentage-points,", ",,", `
mini-2021/findings.csv:4:176: a number without a metric: say in "metric" what it is given in
`},
	{"S26", inFindings, ",4.50,40,3,6,", ",,,,,", `
mini-2021/findings.csv:4:164: a metric without a number: fill "value", or both ends of a range, or empty "metric"
`},
	{"S27", inFindings, "null,not-reported,,", "null,not-reported,small,", `
mini-2021/findings.csv:2:142: the direction is null, so there is nothing to have a magnitude
`},
	{"S28", inFindings, ",4.50,40,3,6,", ",4.50,40,6,3,", `
mini-2021/findings.csv:4:174: "effect_high" is 3, below the 6 of "effect_low"
`},
	{"S28", inFindings, "small,,,,,,,,", "small,,,,10,,,,", `
mini-2021/findings.csv:3:133: "effect_low" stands beside a value: fill "value" too
`},
	{"S26", inFindings, "small,,,,,,,,", "small,,,,10,20,,,", `
mini-2021/findings.csv:3:139: a number without a metric: say in "metric" what it is given in
`},
	{"S28", inFindings, "small,,,,,,,,", "small,,,10,,,,,", `
mini-2021/findings.csv:3:132: "comparator_value" stands beside a value: fill "value" too
`},
	{"S29", inFindings, ",medium,24,", ",medium,2 years,", `
mini-2021/findings.csv:4:205: expected a whole number, from 0 to 720, found "2 years"
`},
	{"S29", inFindings, "positive,significant,,net", "postive,significant,,net", `
mini-2021/findings.csv:4:138: expected positive, negative, null, mixed or unclear, found "postive"; did you mean "positive"?
`},
	{"S29", inFindings, ",medium,24,", ",mellomlang skt,24,", `
mini-2021/findings.csv:4:198: expected short, medium, long or unspecified, found "mellomlang skt"; did you mean "medium"?
`},
	{"S23", inFindings, ",company-mentoring,,employment,", ",company-mentoring,,Syselsetting,", `
mini-2021/findings.csv:4:77: no outcome is called "Syselsetting"; did you mean "employment"?
`},
	{"S05", inClaims, "5-7,,phelps-1972", "5-7,,philip-1979", `
mini-2021/claims.csv:2:97: no source is called "philip-1979"
`},
	{"S29", inFindings, ",2008,2014,", ",2008,14,", `
mini-2021/findings.csv:4:213: expected a year of four digits, such as 2020, found "14"
`},
	{"S30", inJudgements, "basis,note", "basis,study", `
mini-2021/judgements.csv:1:154: the column "study" does not belong here: a judgement belongs to the review, never to a study; what a study found is a finding
`},
	{"S31", inJudgements, ",mixed,low,", ",,low,", `
mini-2021/judgements.csv:2:91: a judgement must have a direction, or support, contradict or qualify a claim
`},
	{"S31", inJudgements, "anonymous-applications,problem/hiring-discrimination,", ",,", `
mini-2021/judgements.csv:2:37: a judgement must be about something: fill "measure", "about" or "outcome"
`},
	{"S31", inJudgements, "aslund-skans-2012.offers|rinne-2018.offers|claim/anonymous-applications.targets.statistical-discrimination", "", `
mini-2021/judgements.csv:2:113: warning: the judgement rests on no finding
`},
	{"S32", inGaps, "country", "direction", `
mini-2021/gaps.csv:1:53: the column "direction" does not belong here: a gap has no direction; what was studied without an effect is a finding whose direction is null
`},
	{"S32", inGaps, "no-long-term,no-long-term,", "no-long-term,no-longterm,", `
mini-2021/gaps.csv:2:14: expected no-measure, no-study, no-comparison, no-long-term, not-here, not-this-group or unresolved, found "no-longterm"; did you mean "no-long-term"?
`},
	{"S33", inGaps, ",NOR,mini-2021,", ",NOR,mini-2012,", `
mini-2021/gaps.csv:2:86: expected the name of the review whose search came up empty, found "mini-2012"; did you mean "mini-2021"?
`},
	{"S34", inConflicts, "aslund-skans-2012.offers|rinne-2018.offers", "aslund-skans-2012.offers", `
mini-2021/conflicts.csv:2:8: a conflict needs two findings or more, found one
`},
	{"S34", inConflicts, "The overview and the experiment differ.", "Differ.", `
mini-2021/conflicts.csv:2:104: expected a sentence of our own, of 10 characters or more, found "Differ."
`},
	{"S35", inFindings, "immigrants,literature-review,positive,", "immigrants,literature-review,null,", `
mini-2021/conflicts.csv:2:8: all members have the same direction, so nothing conflicts
mini-2021/findings.csv:3:120: the direction is null, so there is nothing to have a magnitude
`},
	{"S40", inSources, ",10.1177/", ",https://doi.org/10.1177/", `
sources.csv:2:139: expected a DOI such as 10.1000/182, without https://doi.org/, found "https://doi.org/10.1177/001979391206500105"; did you mean "10.1177/001979391206500105"?
`},
	{"S40", inSources, "Rinne 2018,,2018", "Rinne 2018,,", `
sources.csv:3:34: warning: the source has no year; did you mean "2018"?
`},
	{"S40", inSources, "mini-2021:24-26", "mini-2021:24–26", `
sources.csv:5:66: expected a review and lines, such as fafo-2020-05:74-75, found "mini-2021:24–26"; did you mean "mini-2021:24-26"?
`},
	{"S41", inFindings, "field-experiment", "feltexperiment", `
mini-2021/findings.csv:2:107: expected a word of the code list study design, found "feltexperiment"; did you mean "field-experiment"?
`},
	{"S42", inReviewYAML, "publisher: Instituttet\n", "", `
mini-2021/review.yaml:1:1: "publisher" must be filled: who published it
`},
	{"S42", inReviewYAML, "title: {nb: En liten oppsummering, en: A small review}\n", "", `
mini-2021/review.yaml:1:1: the review has no title: write title: {nb: …, en: …}
`},
	{"S43", inReviewYAML, "included: 12", "included: 12000", `
mini-2021/review.yaml:18:13: 12000 works taken in are more than the 1200 found
`},
	{"S44", inReviewYAML, `part_of: "1", lines: 22-28`, `part_of: "1.2", lines: 22-28`, `
mini-2021/review.yaml:23:67: "1.2" is part of itself: 1.2 → 1.2
`},
	{"P02", inFindings, ",medium,24,", ",medium,48,", `
mini-2021/findings.csv:4:198: 48 months is not the horizon "medium"; did you mean "long"?
`},
	{"P03", inReviewYAML, "id: mini-2021", "id: mini-2020", `
mini-2021/review.yaml:1:5: the review "mini-2020" lies in a folder called "mini-2021"
`},
	{"P04", inFindings, ",offers,Rinne 2018,", ",offers,Rinne 2017,", `
mini-2021/findings.csv:3:19: the citation says 2017, the source "rinne-2018" is of 2018: correct one of them, or say in a note why they differ
`},
	{"P05", inClaims, "1.2,,27,", "1.2,,26-27,", `
mini-2021/anchors.csv:1:1: warning: 1 statement on other lines than when it was anchored: policygraph anchor writes the anchors
`},
	{"P05", inAnchors, "claim/mini-2021.mentoring.targets.bridging-ties,", "claim/mini-2021.mentoring.targets.bridging-tie,", `
mini-2021/anchors.csv:1:1: warning: 1 statement without an anchor, 1 anchor without a statement: policygraph anchor writes the anchors
`},
	{"P06", inProblems, "Diskriminering ved ansettelse", "Tidlig frafall fra Arbeidslivet", `
concepts/problems.csv:3:23: the name "Tidlig frafall fra Arbeidslivet" is also that of "early-exit" on line 2
`},
	{"P07", inGroups, "immigrated.,,", "immigrated.,refugees,", `
concepts/populations.csv:2:123: "immigrants" is broader than itself: immigrants → refugees → immigrants
`},
	{"P08", inConflicts, "rinne-2018.offers", "lind-etal-2015.employment-men", `
mini-2021/conflicts.csv:2:33: "aslund-skans-2012.offers" and "lind-etal-2015.employment-men" share no outcome, problem or measure
`},
	{"R05", inClaims, "mentoring,targets,mechanism/bridging-ties,", "mentoring,targets,mechanism/bridging-ties", `
mini-2021/claims.csv:7:1: expected 11 cells as in the header, found 10
`}, // to which a finding refers
	{"S23", inFindings, "15,,anonymous-applications,,job-offer", "15,,anonymous-aplications,,job-offers", `
mini-2021/findings.csv:3:39: no measure is called "anonymous-aplications"; did you mean "anonymous-applications"?
mini-2021/findings.csv:3:62: no outcome is called "job-offers"; did you mean "job-offer"?
`}, // which is in a conflict
	{"P10", inClaims, "mechanism/bridging-ties,leadsTo,mechanism/displaced-discrimination", "mechanism/bridging-ties,leadsTo,mechanism/bridging-ties", `
mini-2021/claims.csv:9:33: "mechanism/bridging-ties" is linked to itself
`},
	{"P12", inProblems, "not coded here.\"\n", "not coded here.\"\nlow-pay,Lav lønn,Low pay,,,,Lønn nær trygd.,Pay close to benefits.,macro,,\n", `
concepts/problems.csv:4:1: note: no chain of claims leads from a measure to this problem
`},
	{"L01", inFindings, ",1.2,,27,", ",1.1,,27,", `
mini-2021/findings.csv:5:51: line 27 is not in section 1.1; it is in 1.2
`},
	{"L02", inReviewYAML, "lines: 22-28", "lines: 22-29", `
mini-2021/review.yaml:23:78: lines 22-29 are not all in section 1, which has lines 3-28
`},
	{"N01", inFindings, ",2008,2014,", ",2014,2008,", `
mini-2021/findings.csv:4:213: "data_to" is 2008, below the 2014 of "data_from"
`},
}

func TestEachSlipEarnsItsLetter(t *testing.T) {
	for _, s := range slips {
		m := miniFS(t)
		edit(t, m, s.file, s.old, s.new)
		_, ps := Load(m, Options{})
		if got, want := letters(ps), strings.TrimPrefix(s.letters, "\n"); got != want {
			t.Errorf("%s in %s: %q instead of %q\ngot  %s\nwant %s", s.rule, s.file, s.new, s.old, got, want)
		}
		if !slices.ContainsFunc(ps, func(p Problem) bool { return p.Rule == s.rule }) {
			t.Errorf("%s in %s: no problem names the rule", s.rule, s.file)
		}
	}
}
