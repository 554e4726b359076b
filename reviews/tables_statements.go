package reviews

import "policygraph/ontology/vocab"

// What all statements share: the place in the review, and how it was coded.
var (
	place = []Field{
		{"section", sectionRef, Must | Many, "S04", vocab.StatedIn, "the number of the section or sections where it stands"},
		{"page", page, May, "S04", vocab.Page, "the page or pages where it stands"},
		{"lines", lines, Must | Many, "S04", vocab.Lines, "the lines of the text where it stands"},
	}
	backing = []Field{{"sources", ref(KindSource), Many, "S05", vocab.CitedSource, "the works the review cites for it"}}
	basis   = []Field{{"basis", code, May, "S04", vocab.Basis, "as-cited unless somebody has read the study itself"}}
	ownText = []Field{
		{"text_nb", nb, Must, "S03", vocab.DCTDescription, "what is said, in our own words in bokmål"},
		{"text_en", en, Must, "S03", vocab.DCTDescription, "what is said, in our own words in English"},
	}
	stance = []Field{
		{"supports", claimRef, Many, "S25", vocab.Supports, "the claims it makes more likely"},
		{"contradicts", claimRef, Many, "S25", vocab.Contradicts, "the claims it makes less likely"},
		{"qualifies", claimRef, Many, "S25", vocab.Qualifies, "the claims it sets limits to"},
	}
)

var claimsTable = &Table{
	Kind: KindClaim, Folder: InReview, File: "claims", Class: vocab.Claim, ID: []string{"subject", "predicate", "object"},
	Fields: join([]Field{
		{"subject", anyRef(linkKinds...), Must, "S20", vocab.Subject, "where the link starts, as kind/slug"},
		{"predicate", word(linkWords...), Must, "S20", "", "what the link says"},
		{"object", anyRef(linkKinds...), Must, "S20", vocab.Object, "where the link ends, as kind/slug"},
		{"modality", code, Must, "S20", vocab.Modality, "how firmly the review stands behind it"},
	}, place, []Field{
		{"population", ref(KindPopulation), Many, "S20", vocab.PopulationProperty, "the group it holds for"},
	}, backing, basis, noteCol),
}

var findingsTable = &Table{
	Kind: KindFinding, Folder: InReview, File: "findings", Class: vocab.Finding, ID: []string{"study", "part"},
	Fields: join([]Field{
		{"study", ref(KindSource), Must, "S22", vocab.FromStudy, "the work the result comes from"},
		{"part", slug, Must, "S01", "", "a short name for this result of the study"},
		{"cited_as", text, Must | Many, "S22", vocab.CitedAs, "the citation exactly as printed here"},
	}, place, backing, []Field{
		{"measure", ref(KindMeasure), Many, "S23", vocab.Evaluates, "the measure whose effect it is"},
		{"about", anyRef(conceptKinds...), Many, "S23", vocab.About, "what else it is about, as kind/slug"},
		{"outcome", ref(KindOutcome), May, "S23", vocab.OutcomeProperty, "what was measured"},
		{"population", ref(KindPopulation), Many, "S23", vocab.PopulationProperty, "the group it holds for"},
		{"design", code, Must | Many, "S41", vocab.Design, "how the result was arrived at, as the review tells it"},
		{"direction", code, May, "S29", vocab.Direction, "whether things went the desired way; empty where the result is a description"},
		{"significance", code, May, "S29", vocab.Significance, "what is said of statistical significance"},
		{"magnitude", code, May, "S29", vocab.Magnitude, "how large the review says it is"},
		{"effect_type", code, May, "S29", vocab.EffectType, "the kind of effect"},
		{"value", decimal, May, "S26", vocab.EffectValue, "the number as printed"},
		{"comparator_value", decimal, May, "S28", vocab.ComparatorValue, "the number it is compared with"},
		{"effect_low", decimal, May, "S28", vocab.EffectLow, "the low end of a range of effects"},
		{"effect_high", decimal, May, "S28", vocab.EffectHigh, "the high end of a range of effects"},
		{"metric", code, May, "S26", vocab.EffectMetric, "what the numbers are given in"},
		{"sample_size", integer(1, mostCounted), May, "S29", vocab.SampleSize, "how many took part"},
		{"horizon", code, May, "S29", vocab.Horizon, "how long after the start the outcome was measured"},
		{"months", integer(0, 720), May, "S29", vocab.FollowUpMonths, "the longest follow-up, in months"},
		{"data_from", year, May, "S29", vocab.DataFrom, "the first year of the data"},
		{"data_to", year, May, "S29", vocab.DataTo, "the last year of the data"},
		{"country", country, Many, "S06", vocab.DCTSpatial, "the country the data come from"},
		{"setting_nb", nb, May, "S29", vocab.Setting, "a place or trade narrower than a country, in bokmål"},
		{"setting_en", en, May, "S29", vocab.Setting, "a place or trade narrower than a country, in English"},
		{"comparator_nb", nb, May, "S29", vocab.Comparator, "what the comparison is made with, in bokmål"},
		{"comparator_en", en, May, "S29", vocab.Comparator, "what the comparison is made with, in English"},
	}, ownText, stance, basis, noteCol),
}

var judgementsTable = &Table{
	Kind: KindJudgement, Folder: InReview, File: "judgements", Class: vocab.Judgement, ID: []string{"id"},
	Fields: join([]Field{
		{"id", slug, Must, "S01", "", "a short name, unique within the review"},
	}, place, backing, []Field{
		{"measure", ref(KindMeasure), Many, "S23", vocab.Evaluates, "the measure it passes judgement on"},
		{"about", anyRef(conceptKinds...), Many, "S23", vocab.About, "what else it is about, as kind/slug"},
		{"outcome", ref(KindOutcome), May, "S23", vocab.OutcomeProperty, "the outcome it speaks of"},
		{"population", ref(KindPopulation), Many, "S23", vocab.PopulationProperty, "the group it holds for"},
		{"direction", code, May, "S29", vocab.Direction, "which way it finds that things go"},
		{"certainty", code, Must, "S31", vocab.Certainty, "how sure the review says it is, by its weakest hedge"},
		{"horizon", code, May, "S29", vocab.Horizon, "the time it speaks of"},
		{"based_on", statementRef, Many, "S31", vocab.BasedOn, "the findings (study.part) and other statements (kind/…) it points to"},
	}, stance, ownText, basis, noteCol),
	Banned: []Banned{{"study", "S30", "a judgement belongs to the review, never to a study; what a study found is a finding"}},
}

var gapsTable = &Table{
	Kind: KindGap, Folder: InReview, File: "gaps", Class: vocab.EvidenceGap, ID: []string{"id"},
	Fields: join([]Field{
		{"id", slug, Must, "S01", "", "a short name, unique within the review"},
		{"type", code, Must, "S32", vocab.GapType, "what kind of knowledge is missing"},
		{"about", anyRef(conceptKinds...), Must | Many, "S32", vocab.About, "what it is missing about, as kind/slug"},
	}, place, backing, []Field{
		{"population", ref(KindPopulation), Many, "S23", vocab.PopulationProperty, "the group it is missing for"},
		{"country", country, Many, "S06", vocab.DCTSpatial, "the country it is missing for"},
		{"search", searchRef, May, "S33", vocab.SoughtBy, "the review's own name, where it says that its search came up empty"},
	}, ownText, basis, noteCol),
	Banned: []Banned{{"direction", "S32", "a gap has no direction; what was studied without an effect is a finding whose direction is null"}},
}

var conflictsTable = &Table{
	Kind: KindConflict, Folder: InReview, File: "conflicts", Class: vocab.Conflict, ID: []string{"id"},
	Fields: join([]Field{
		{"id", slug, Must, "S01", "", "a short name, unique within the review"},
		{"members", findingRef, Must | Many, "S34", vocab.Member, "the findings that point different ways, two or more"},
		{"explained_by", code, Must | Many, "S34", vocab.ExplainedBy, "what may explain it"},
		{"section", sectionRef, Many, "S34", vocab.StatedIn, "the number of the section where the review itself points it out"},
		{"lines", lines, Many, "S34", vocab.Lines, "the lines where the review itself points it out"},
		{"text_nb", nb, May, "S34", vocab.DCTDescription, "the conflict in our own words in bokmål"},
		{"text_en", en, May, "S34", vocab.DCTDescription, "the conflict in our own words in English"},
	}, noteCol),
}

var anchorsTable = &Table{
	Kind: KindAnchor, Folder: InReview, File: "anchors", ID: []string{"statement"},
	Fields: []Field{
		{"statement", addressRef, Must, "P05", "", "the statement, by its address below id/"},
		{"lines", lines, Must | Many, "P05", "", "the lines the digest was taken of"},
		{"digest", digest, Must, "P05", "", "the SHA-256 of the passage"},
	},
}

var omissionsTable = &Table{
	Kind: KindOmission, Folder: InReview, File: "omissions",
	Fields: []Field{
		{"lines", lines, Must | Many, "P05", "", "where it stands in the text"},
		{"kind", word(omissionWords...), Must, "", "", "what is left out: a citation, a number, or a whole passage"},
		{"text", text, May, "", "", "the citation or number as printed; without it, all of that kind on these lines"},
		{"reason", text, Must, "", "", "why it is not in the graph"},
	},
}

var omissionWords = []string{"citation", "number", "passage"}
