package reviews

import "slices"

// noun is a kind in sentences: in English, and in Norwegian with its articles.
type noun struct{ en, one, the, those string }

var nouns = map[Kind]noun{
	KindProblem:    {"problem", "et problem", "problemet", "problemene"},
	KindMechanism:  {"mechanism", "en mekanisme", "mekanismen", "mekanismene"},
	KindMeasure:    {"measure", "et tiltak", "tiltaket", "tiltakene"},
	KindOutcome:    {"outcome", "et utfall", "utfallet", "utfallene"},
	KindPopulation: {"population", "en målgruppe", "målgruppen", "målgruppene"},
	KindMapping:    {"mapping", "en kobling", "koblingen", "koblingene"},
	KindSource:     {"source", "en kilde", "kilden", "kildene"},
	KindReview:     {"review", "en oppsummering", "oppsummeringen", "oppsummeringene"},
	KindSearch:     {"search", "et søk", "søket", "søkene"},
	KindSection:    {"section", "et avsnitt", "avsnittet", "avsnittene"},
	KindClaim:      {"claim", "en påstand", "påstanden", "påstandene"},
	KindFinding:    {"finding", "et funn", "funnet", "funnene"},
	KindJudgement:  {"judgement", "en vurdering", "vurderingen", "vurderingene"},
	KindGap:        {"evidence gap", "et kunnskapshull", "kunnskapshullet", "kunnskapshullene"},
	KindConflict:   {"conflict", "en motstrid", "motstriden", "motstridene"},
	KindAnchor:     {"anchor", "et anker", "ankeret", "ankrene"},
	KindOmission:   {"omission", "en utelatelse", "utelatelsen", "utelatelsene"},
}

// the is a kind after "the", and the whole of "the problem" in Norwegian.
func (k Kind) the() Wording { return Wording{nouns[k].en, nouns[k].the} }

// those is a kind after "no", and all of that kind in Norwegian.
func (k Kind) those() Wording { return Wording{nouns[k].en, nouns[k].those} }

// oneKind is one thing of some kinds: "a problem or mechanism".
type oneKind []Kind

func (ks oneKind) In(l Lang) string {
	list := make([]string, len(ks))
	for i, k := range ks {
		list[i] = nouns[k].en
		if l == Norwegian {
			list[i] = nouns[k].one
		}
	}
	if l == Norwegian {
		return listed(list, wordOr.NB)
	}
	return a(listed(list, wordOr.EN))
}

// a puts the English article before a noun.
func a(noun string) string {
	if slices.Contains([]byte("aeiou"), noun[0]) {
		return "an " + noun
	}
	return "a " + noun
}

// kindWords are the kinds as they stand in addresses.
func kindWords(ks []Kind) []string {
	list := make([]string, len(ks))
	for i, k := range ks {
		list[i] = string(k)
	}
	return list
}
