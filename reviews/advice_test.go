package reviews

import (
	"slices"
	"testing"
)

// Under a rule about several things, the advice is about the one that is wrong.
func TestAdviceFitsWhatIsWrong(t *testing.T) {
	for _, row := range []struct{ file, old, new, letter, do string }{
		{inSources, ",10.1177/001979391206500105,", ",10.1177,", `sources.csv:2:139: expected a DOI such as 10.1000/182, without https://doi.org/, found "10.1177"`, formAdvice[TypeDOI].EN},
		{inSources, "Rinne 2018,,2018", "Rinne 2018,,18", `sources.csv:3:34: expected a year of four digits, such as 2020, found "18"`, formAdvice[TypeYear].EN},
		{inSources, "mini-2021:15", "15", `sources.csv:3:44: expected a review and lines, such as fafo-2020-05:74-75, found "15"`, formAdvice[TypeMention].EN},
		{inReviewYAML, "languages: [nb, sv, en]", "languages: [nb, xx, en]", `mini-2021/review.yaml:14:19: expected a language tag: nb, nn, no, en, sv, da, fi, is, de, fr, nl, es, it, pt or pl, found "xx"`, formAdvice[TypeLanguage].EN},
		{inMappings, "object_label", "object", `concepts/mappings.csv:1:25: the column "object" stands twice`, doRemoveColumn.EN},
		{inFindings, ",company-mentoring,,employment,", ",employment,,employment,", `mini-2021/findings.csv:4:58: "employment" is an outcome, and here is the place of a measure`, doOtherColumn.EN},
		{inMappings, ",0.9,", ",90 %,", `concepts/mappings.csv:2:65: expected a number, with a point before decimals, from 0 to 1, found "90 %"`, advice["R13"].Do.EN},
		{"mini-2021/omissions.csv", "", "lines,kind,text,reason\n,passage,,Not about measures.\n", `mini-2021/omissions.csv:2:1: "lines" must be filled: where it stands in the text`, doOmission.EN},
		{"mini-2021/omissions.csv", "", "lines,kind,text,reason\n3;passage;;Not about measures.\n", `mini-2021/omissions.csv:2:1: the columns are separated by ",", this row by ";": separate both alike`, advice["R05"].Do.EN},
	} {
		m := slipped(t, row.file, row.old, row.new)
		_, ps := Load(m, Options{})
		if !slices.ContainsFunc(ps, func(p Problem) bool { return p.String() == row.letter && p.Do().EN == row.do }) {
			t.Errorf("got  %s\nwant %s\nto do %s", letters(ps), row.letter, row.do)
		}
	}
}
