// Code generated from policygraph.ttl by internal/gen; DO NOT EDIT.

package vocab

import "github.com/cayleygraph/quad"

// Classes.
const (
	// Factor (in Norwegian: årsaksfaktor). Something that takes part in a causal chain without itself being a measure: a problem or a mechanism.
	Factor quad.IRI = Namespace + "Factor"

	// Problem (in Norwegian: problem). An undesirable state of affairs that policy may act on.
	Problem quad.IRI = Namespace + "Problem"

	// Mechanism (in Norwegian: mekanisme). A process that explains how a problem arises or is lessened.
	Mechanism quad.IRI = Namespace + "Mechanism"

	// Measure (in Norwegian: tiltak). A planned intervention by government, the social partners or employers: a law, scheme, programme or practice.
	Measure quad.IRI = Namespace + "Measure"

	// Outcome (in Norwegian: utfall). Something a study measures or asks about to see whether things get better or worse.
	Outcome quad.IRI = Namespace + "Outcome"

	// Population (in Norwegian: målgruppe). The group a measure is aimed at, or that a statement holds for.
	Population quad.IRI = Namespace + "Population"

	// Statement (in Norwegian: utsagn). Something a review says, restated by a coder in words of their own and tied to the place where it stands.
	Statement quad.IRI = Namespace + "Statement"

	// Claim (in Norwegian: påstand). A statement of one link in the causal chain. It has a subject, a predicate and an object, and yields a direct edge in the graph unless it is rejected.
	Claim quad.IRI = Namespace + "Claim"

	// Finding (in Norwegian: funn). One result of one study: what happened to one outcome, for whom, where and when.
	Finding quad.IRI = Namespace + "Finding"

	// Judgement (in Norwegian: vurdering). The review's own overall conclusion. Always kept apart from the findings it rests on.
	Judgement quad.IRI = Namespace + "Judgement"

	// EvidenceGap (in Norwegian: kunnskapshull). A statement that knowledge is missing.
	EvidenceGap quad.IRI = Namespace + "EvidenceGap"

	// Conflict (in Norwegian: motstrid). Two or more findings on the same matter that point different ways.
	Conflict quad.IRI = Namespace + "Conflict"

	// Source (in Norwegian: kilde). A work that a coded review cites: a study, evaluation, synthesis, theory, statistics or policy document.
	Source quad.IRI = Namespace + "Source"

	// Study (in Norwegian: studie). A source that puts forward results, its own or pooled, and so may have findings.
	Study quad.IRI = Namespace + "Study"

	// Review (in Norwegian: kunnskapsoppsummering). A work coded into the graph that sums up the research of others.
	Review quad.IRI = Namespace + "Review"

	// Section (in Norwegian: avsnitt). A numbered or named part of a review.
	Section quad.IRI = Namespace + "Section"

	// Search (in Norwegian: litteratursøk). The search and selection a review rests on.
	Search quad.IRI = Namespace + "Search"
)

// Properties.
const (
	// Influences (in Norwegian: påvirker). Common super-property of every link in the causal chain. For queries, not for coding.
	Influences quad.IRI = Namespace + "influences"

	// Targets (in Norwegian: skal virke gjennom). The measure is meant to work through this mechanism: weaken it if it feeds the problem, set it going if it lessens the problem.
	Targets quad.IRI = Namespace + "targets"

	// MayTrigger (in Norwegian: kan utløse). The measure may set this mechanism going although that is not the intention.
	MayTrigger quad.IRI = Namespace + "mayTrigger"

	// LeadsTo (in Norwegian: fører til). The mechanism sets off or strengthens another mechanism.
	LeadsTo quad.IRI = Namespace + "leadsTo"

	// ContributesTo (in Norwegian: bidrar til). The factor creates, sustains or worsens the problem.
	ContributesTo quad.IRI = Namespace + "contributesTo"

	// Mitigates (in Norwegian: demper). The mechanism prevents or lessens the problem.
	Mitigates quad.IRI = Namespace + "mitigates"

	// Addresses (in Norwegian: retter seg mot). The measure is aimed at the problem, directly or through the causal chain. Says where the measure aims, never that it works.
	Addresses quad.IRI = Namespace + "addresses"

	// AddressedBy (in Norwegian: møtes av). The problem is one the measure is aimed at.
	AddressedBy quad.IRI = Namespace + "addressedBy"

	// IndicatorOf (in Norwegian: er mål på). The outcome is used to see whether the problem grows or shrinks.
	IndicatorOf quad.IRI = Namespace + "indicatorOf"

	// Level (in Norwegian: nivå). Level of analysis: macro, meso or micro. May have several values.
	Level quad.IRI = Namespace + "level"

	// Approach (in Norwegian: tilnærming). Whether the measure changes supply, demand or the match between them.
	Approach quad.IRI = Namespace + "approach"

	// Status (in Norwegian: status). Whether the measure is in use, has been tried or is only proposed.
	Status quad.IRI = Namespace + "status"

	// BetterWhen (in Norwegian: bedre når). Whether a higher or a lower value of the outcome is desirable. The direction of a finding is read against it.
	BetterWhen quad.IRI = Namespace + "betterWhen"

	// Timing (in Norwegian: fase). Which part of a working life the outcome concerns: getting in, staying, moving on or dropping out.
	Timing quad.IRI = Namespace + "timing"

	// About (in Norwegian: handler om). The statement is about this concept. Gathers the more precise links, and also reaches the problem an outcome is an indicator of.
	About quad.IRI = Namespace + "about"

	// Evaluates (in Norwegian: vurderer tiltak). The measure whose effect the finding or judgement concerns.
	Evaluates quad.IRI = Namespace + "evaluates"

	// EvaluatedBy (in Norwegian: er vurdert i). A finding or judgement on the measure's effect.
	EvaluatedBy quad.IRI = Namespace + "evaluatedBy"

	// OutcomeProperty (in Norwegian: utfall). The outcome the statement concerns.
	OutcomeProperty quad.IRI = Namespace + "outcome"

	// PopulationProperty (in Norwegian: gjelder for). The group the statement holds for.
	PopulationProperty quad.IRI = Namespace + "population"

	// StatedIn (in Norwegian: står i). The section of the review where this stands.
	StatedIn quad.IRI = Namespace + "statedIn"

	// Page (in Norwegian: side). Page or pages in the review.
	Page quad.IRI = Namespace + "page"

	// Lines (in Norwegian: linjer). The lines of the review's plain text where this stands, counted from 1: one line ('571') or a range ('559-562'). Several values for several places.
	Lines quad.IRI = Namespace + "lines"

	// PassageDigest (in Norwegian: avtrykk av tekststedet). SHA-256 of the text on the lines, in lower-case hexadecimal. The ranges are taken in rising order, words split at a line end are joined, and white space is collapsed.
	PassageDigest quad.IRI = Namespace + "passageDigest"

	// CitedAs (in Norwegian: sitert som). The reference exactly as it stands in the review, errors included.
	CitedAs quad.IRI = Namespace + "citedAs"

	// CitedSource (in Norwegian: viser til). A source the review cites for the statement. This is how theory backs a claim.
	CitedSource quad.IRI = Namespace + "citedSource"

	// Basis (in Norwegian: kodegrunnlag). Whether the statement was coded as the review relates it, or has been checked against the study.
	Basis quad.IRI = Namespace + "basis"

	// Subject (in Norwegian: subjekt). The concept the link starts from.
	Subject quad.IRI = Namespace + "subject"

	// Predicate (in Norwegian: predikat). The property the link uses.
	Predicate quad.IRI = Namespace + "predicate"

	// Object (in Norwegian: objekt). The concept the link ends in.
	Object quad.IRI = Namespace + "object"

	// Modality (in Norwegian: modalitet). How firmly the review stands behind the claim.
	Modality quad.IRI = Namespace + "modality"

	// BearsOn (in Norwegian: har betydning for). Common super-property of supports, contradicts and qualifies.
	BearsOn quad.IRI = Namespace + "bearsOn"

	// Supports (in Norwegian: støtter). Makes the claim more likely.
	Supports quad.IRI = Namespace + "supports"

	// Contradicts (in Norwegian: taler mot). Makes the claim less likely.
	Contradicts quad.IRI = Namespace + "contradicts"

	// Qualifies (in Norwegian: nyanserer). Limits when or for whom the claim holds.
	Qualifies quad.IRI = Namespace + "qualifies"

	// BasedOn (in Norwegian: bygger på). Statements the review points to when it judges.
	BasedOn quad.IRI = Namespace + "basedOn"

	// FromStudy (in Norwegian: fra studien). The study the finding comes from.
	FromStudy quad.IRI = Namespace + "fromStudy"

	// HasFinding (in Norwegian: har funn). A finding that comes from the study.
	HasFinding quad.IRI = Namespace + "hasFinding"

	// Design (in Norwegian: studiedesign). How the result was arrived at, as the review describes it. Stands on the finding, since one study may use several methods; the study gets the designs of all its findings.
	Design quad.IRI = Namespace + "design"

	// Direction (in Norwegian: retning). Whether things go the desired way, read against what is good for the outcome. Concerns the effect of a measure, or the group's position against the comparison when no measure is evaluated.
	Direction quad.IRI = Namespace + "direction"

	// EffectType (in Norwegian: virkningstype). Which part of the effect the finding concerns, when the source tells them apart.
	EffectType quad.IRI = Namespace + "effectType"

	// Significance (in Norwegian: signifikans). Whether the source says the result is statistically significant.
	Significance quad.IRI = Namespace + "significance"

	// Magnitude (in Norwegian: størrelse). How large the source itself says the effect or difference is.
	Magnitude quad.IRI = Namespace + "magnitude"

	// Horizon (in Norwegian: tidshorisont). How long after the measure or starting point the outcome was measured.
	Horizon quad.IRI = Namespace + "horizon"

	// FollowUpMonths (in Norwegian: oppfølging i måneder). Longest follow-up the source gives, in months.
	FollowUpMonths quad.IRI = Namespace + "followUpMonths"

	// Certainty (in Norwegian: sikkerhet). How sure the review itself says it is. Not the coder's own quality rating.
	Certainty quad.IRI = Namespace + "certainty"

	// Comparator (in Norwegian: sammenlignet med). What the comparison is made with.
	Comparator quad.IRI = Namespace + "comparator"

	// Setting (in Norwegian: kontekst). The place, industry or workplace the finding concerns, when narrower than a country.
	Setting quad.IRI = Namespace + "setting"

	// EffectValue (in Norwegian: tallverdi). The number as related, not recalculated and with the sign the source gives the outcome.
	EffectValue quad.IRI = Namespace + "effectValue"

	// ComparatorValue (in Norwegian: verdi for sammenligningen). The number for the comparison group, in the metric of the effect value.
	ComparatorValue quad.IRI = Namespace + "comparatorValue"

	// EffectLow (in Norwegian: nedre verdi). Lower end of the range or interval the source gives around the effect value.
	EffectLow quad.IRI = Namespace + "effectLow"

	// EffectHigh (in Norwegian: øvre verdi). Upper end of the range or interval the source gives around the effect value.
	EffectHigh quad.IRI = Namespace + "effectHigh"

	// EffectMetric (in Norwegian: målestokk). What the effect value is given in.
	EffectMetric quad.IRI = Namespace + "effectMetric"

	// SampleSize (in Norwegian: utvalgsstørrelse). Number of people, workplaces or applications the result rests on.
	SampleSize quad.IRI = Namespace + "sampleSize"

	// DataFrom (in Norwegian: data fra). First year the data are about.
	DataFrom quad.IRI = Namespace + "dataFrom"

	// DataTo (in Norwegian: data til). Last year the data are about.
	DataTo quad.IRI = Namespace + "dataTo"

	// GapType (in Norwegian: type hull). What kind of knowledge is missing.
	GapType quad.IRI = Namespace + "gapType"

	// SoughtBy (in Norwegian: ettersøkt i). The search that looked for this knowledge and came up empty. Given only where the review says so.
	SoughtBy quad.IRI = Namespace + "soughtBy"

	// Member (in Norwegian: omfatter). One of the findings in conflict.
	Member quad.IRI = Namespace + "member"

	// ExplainedBy (in Norwegian: forklares med). What may explain that the findings differ. May have several values.
	ExplainedBy quad.IRI = Namespace + "explainedBy"

	// ConflictsWith (in Norwegian: strider mot). The two findings belong to one conflict and differ in direction.
	ConflictsWith quad.IRI = Namespace + "conflictsWith"

	// SourceKind (in Norwegian: kildeslag). What kind of work the source is. May have several values.
	SourceKind quad.IRI = Namespace + "sourceKind"

	// AlsoCitedAs (in Norwegian: også sitert som). Another form of the reference, as printed elsewhere.
	AlsoCitedAs quad.IRI = Namespace + "alsoCitedAs"

	// MentionedAt (in Norwegian: nevnt på). A place where a review cites the source: the review's name, a colon and lines ('fafo-2020-05:74-75').
	MentionedAt quad.IRI = Namespace + "mentionedAt"

	// IdentityNote (in Norwegian: merknad om identitet). What is uncertain or settled about which work the reference means.
	IdentityNote quad.IRI = Namespace + "identityNote"

	// CausalStrength (in Norwegian: årsaksstyrke). 0–5: how well a design of this kind can tell cause from correlation. A property of the design, not of a single study.
	CausalStrength quad.IRI = Namespace + "causalStrength"

	// SourceDigest (in Norwegian: avtrykk av teksten). SHA-256 of the whole plain text that the line numbers refer to, in lower-case hexadecimal.
	SourceDigest quad.IRI = Namespace + "sourceDigest"

	// SearchProperty (in Norwegian: bygger på søk). The literature search the review rests on.
	SearchProperty quad.IRI = Namespace + "search"

	// SearchedIn (in Norwegian: søkt i). A database, search engine or site that was searched.
	SearchedIn quad.IRI = Namespace + "searchedIn"

	// SearchTerm (in Norwegian: søkeord). A term that was searched for.
	SearchTerm quad.IRI = Namespace + "searchTerm"

	// Criterion (in Norwegian: utvalgskriterium). A rule for what was taken in or left out.
	Criterion quad.IRI = Namespace + "criterion"

	// RecordsFound (in Norwegian: antall treff). Number of hits; a lower bound when the source says 'more than'.
	RecordsFound quad.IRI = Namespace + "recordsFound"

	// RecordsIncluded (in Norwegian: antall tatt med). Number of works the review took in.
	RecordsIncluded quad.IRI = Namespace + "recordsIncluded"
)

// Classes returns all classes, in the order of the ontology.
func Classes() []quad.IRI {
	return []quad.IRI{
		Factor,
		Problem,
		Mechanism,
		Measure,
		Outcome,
		Population,
		Statement,
		Claim,
		Finding,
		Judgement,
		EvidenceGap,
		Conflict,
		Source,
		Study,
		Review,
		Section,
		Search,
	}
}

// Properties returns all properties, in the order of the ontology.
func Properties() []quad.IRI {
	return []quad.IRI{
		Influences,
		Targets,
		MayTrigger,
		LeadsTo,
		ContributesTo,
		Mitigates,
		Addresses,
		AddressedBy,
		IndicatorOf,
		Level,
		Approach,
		Status,
		BetterWhen,
		Timing,
		About,
		Evaluates,
		EvaluatedBy,
		OutcomeProperty,
		PopulationProperty,
		StatedIn,
		Page,
		Lines,
		PassageDigest,
		CitedAs,
		CitedSource,
		Basis,
		Subject,
		Predicate,
		Object,
		Modality,
		BearsOn,
		Supports,
		Contradicts,
		Qualifies,
		BasedOn,
		FromStudy,
		HasFinding,
		Design,
		Direction,
		EffectType,
		Significance,
		Magnitude,
		Horizon,
		FollowUpMonths,
		Certainty,
		Comparator,
		Setting,
		EffectValue,
		ComparatorValue,
		EffectLow,
		EffectHigh,
		EffectMetric,
		SampleSize,
		DataFrom,
		DataTo,
		GapType,
		SoughtBy,
		Member,
		ExplainedBy,
		ConflictsWith,
		SourceKind,
		AlsoCitedAs,
		MentionedAt,
		IdentityNote,
		CausalStrength,
		SourceDigest,
		SearchProperty,
		SearchedIn,
		SearchTerm,
		Criterion,
		RecordsFound,
		RecordsIncluded,
	}
}

// Code lists.
const (
	LevelScheme        quad.IRI = CodeNamespace + "level"        // level of analysis
	ApproachScheme     quad.IRI = CodeNamespace + "approach"     // approach
	StatusScheme       quad.IRI = CodeNamespace + "status"       // status of measure
	BetterScheme       quad.IRI = CodeNamespace + "better"       // desirable value
	TimingScheme       quad.IRI = CodeNamespace + "timing"       // timing in working life
	DirectionScheme    quad.IRI = CodeNamespace + "direction"    // direction of effect
	EffectTypeScheme   quad.IRI = CodeNamespace + "effect-type"  // type of effect
	SignificanceScheme quad.IRI = CodeNamespace + "significance" // statistical significance
	MagnitudeScheme    quad.IRI = CodeNamespace + "magnitude"    // stated magnitude
	MetricScheme       quad.IRI = CodeNamespace + "metric"       // effect metric
	HorizonScheme      quad.IRI = CodeNamespace + "horizon"      // time horizon
	CertaintyScheme    quad.IRI = CodeNamespace + "certainty"    // stated certainty
	ModalityScheme     quad.IRI = CodeNamespace + "modality"     // modality
	GapScheme          quad.IRI = CodeNamespace + "gap"          // type of evidence gap
	ExplanationScheme  quad.IRI = CodeNamespace + "explanation"  // explanation of a conflict
	BasisScheme        quad.IRI = CodeNamespace + "basis"        // coding basis
	SourceKindScheme   quad.IRI = CodeNamespace + "source-kind"  // kind of source
	DesignScheme       quad.IRI = CodeNamespace + "design"       // study design
)

// Codes of LevelScheme. Where in society something belongs: in the labour market, the workplace or the individual.
const (
	LevelMacro quad.IRI = CodeNamespace + "level-macro" // The labour market at large, law and agreements, and welfare schemes.
	LevelMeso  quad.IRI = CodeNamespace + "level-meso"  // Conditions in and between workplaces, such as hiring and networks.
	LevelMicro quad.IRI = CodeNamespace + "level-micro" // Traits of the individual: skills, language, health, attitudes.
)

// Codes of ApproachScheme. Which side of the labour market a measure works on.
const (
	ApproachSupply   quad.IRI = CodeNamespace + "approach-supply"   // Adapts workers to the labour market.
	ApproachDemand   quad.IRI = CodeNamespace + "approach-demand"   // Adapts the labour market to workers.
	ApproachMatching quad.IRI = CodeNamespace + "approach-matching" // Brings workers and employers together.
)

// Codes of StatusScheme. How far a measure has come from proposal to practice.
const (
	StatusInUse    quad.IRI = CodeNamespace + "status-in-use"   // In force or running when the review was written.
	StatusTried    quad.IRI = CodeNamespace + "status-tried"    // Has been tried but is no longer in use.
	StatusProposed quad.IRI = CodeNamespace + "status-proposed" // Proposed, with no trial found by the review.
)

// Codes of BetterScheme. Which way an outcome should go for it to be good.
const (
	BetterHigher quad.IRI = CodeNamespace + "better-higher" // A higher value is desirable.
	BetterLower  quad.IRI = CodeNamespace + "better-lower"  // A lower value is desirable.
)

// Codes of TimingScheme. The parts of a working life an outcome may concern.
const (
	TimingEntry       quad.IRI = CodeNamespace + "timing-entry"       // Getting into work: applying, being called in, being hired.
	TimingRetention   quad.IRI = CodeNamespace + "timing-retention"   // Staying in work over time.
	TimingProgression quad.IRI = CodeNamespace + "timing-progression" // Moving on in work: pay, position, a permanent contract.
	TimingExit        quad.IRI = CodeNamespace + "timing-exit"        // Dropping out of work: unemployment, benefits, early pension.
	TimingNone        quad.IRI = CodeNamespace + "timing-none"        // Belongs to no part in particular, such as health, language and attitudes.
)

// Codes of DirectionScheme. Which way a result or judgement points, measured against what is desired.
const (
	DirectionPositive quad.IRI = CodeNamespace + "direction-positive" // Goes the desired way.
	DirectionNegative quad.IRI = CodeNamespace + "direction-negative" // Goes the undesired way.
	DirectionNull     quad.IRI = CodeNamespace + "direction-null"     // Looked for, but no effect or difference found.
	DirectionMixed    quad.IRI = CodeNamespace + "direction-mixed"    // Different ways for different groups, places or measures within one result that cannot be split.
	DirectionUnclear  quad.IRI = CodeNamespace + "direction-unclear"  // The review says the direction cannot be determined.
)

// Codes of EffectTypeScheme. The parts that the whole effect of a measure may be broken down into.
const (
	EffectTypeNet        quad.IRI = CodeNamespace + "effect-type-net"        // The whole difference the measure makes, all parts taken together.
	EffectTypeMotivation quad.IRI = CodeNamespace + "effect-type-motivation" // Effect before taking part, because people know that the measure awaits them.
	EffectTypeLockIn     quad.IRI = CodeNamespace + "effect-type-lock-in"    // Effect while taking part, when the measure takes time from job search.
	EffectTypeProgramme  quad.IRI = CodeNamespace + "effect-type-programme"  // Effect after taking part, of what the participant gained.
	EffectTypeSorting    quad.IRI = CodeNamespace + "effect-type-sorting"    // Effect of who takes part or is selected, without anyone having changed.
)

// Codes of SignificanceScheme. What the source says about statistical significance.
const (
	SignificanceSignificant    quad.IRI = CodeNamespace + "significance-significant"     // Said to be statistically significant.
	SignificanceNotSignificant quad.IRI = CodeNamespace + "significance-not-significant" // Said not to be statistically significant.
	SignificanceNotReported    quad.IRI = CodeNamespace + "significance-not-reported"    // The source says nothing about significance.
)

// Codes of MagnitudeScheme. The source's own words for how large an effect or difference is.
const (
	MagnitudeSmall    quad.IRI = CodeNamespace + "magnitude-small"    // The source calls it small or modest.
	MagnitudeModerate quad.IRI = CodeNamespace + "magnitude-moderate" // The source calls it moderate.
	MagnitudeLarge    quad.IRI = CodeNamespace + "magnitude-large"    // The source calls it large or considerable.
)

// Codes of MetricScheme. What the numbers of a finding are given in.
const (
	MetricRelativePercent  quad.IRI = CodeNamespace + "metric-relative-percent"  // Change or difference in per cent of the comparison value.
	MetricPercentagePoints quad.IRI = CodeNamespace + "metric-percentage-points" // Change or difference in percentage points.
	MetricRatio            quad.IRI = CodeNamespace + "metric-ratio"             // So many times the comparison value.
	MetricShare            quad.IRI = CodeNamespace + "metric-share"             // A share in per cent, not a difference.
	MetricCount            quad.IRI = CodeNamespace + "metric-count"             // A plain number of people, events or things.
	MetricYears            quad.IRI = CodeNamespace + "metric-years"             // Time in years.
	MetricMonths           quad.IRI = CodeNamespace + "metric-months"            // Time in months.
)

// Codes of HorizonScheme. How long after the measure or starting point something was measured, in broad steps.
const (
	HorizonShort       quad.IRI = CodeNamespace + "horizon-short"       // Up to and including 12 months.
	HorizonMedium      quad.IRI = CodeNamespace + "horizon-medium"      // Over 12 and up to and including 36 months.
	HorizonLong        quad.IRI = CodeNamespace + "horizon-long"        // Over 36 months.
	HorizonUnspecified quad.IRI = CodeNamespace + "horizon-unspecified" // The review does not state the time.
)

// Codes of CertaintyScheme. How strongly the review hedges, from no reservation to plain uncertainty.
const (
	CertaintyHigh     quad.IRI = CodeNamespace + "certainty-high"     // The review speaks without reservation.
	CertaintyModerate quad.IRI = CodeNamespace + "certainty-moderate" // The review says 'likely', 'suggests' or the like.
	CertaintyLow      quad.IRI = CodeNamespace + "certainty-low"      // The review says 'may', 'possibly' or the like.
	CertaintyVeryLow  quad.IRI = CodeNamespace + "certainty-very-low" // The review says it is uncertain or not known.
)

// Codes of ModalityScheme. How the review stands on a claim.
const (
	ModalityAsserted  quad.IRI = CodeNamespace + "modality-asserted"  // Put forward as known or documented.
	ModalitySuggested quad.IRI = CodeNamespace + "modality-suggested" // Put forward as possible or reasonable.
	ModalityDisputed  quad.IRI = CodeNamespace + "modality-disputed"  // The review points to disagreement.
	ModalityRejected  quad.IRI = CodeNamespace + "modality-rejected"  // The review turns the claim down. Yields no edge in the graph.
)

// Codes of GapScheme. What kind of knowledge is missing, from no measure to unresolved answers.
const (
	GapNoMeasure    quad.IRI = CodeNamespace + "gap-no-measure"     // There is no measure to study.
	GapNoStudy      quad.IRI = CodeNamespace + "gap-no-study"       // The matter has not been studied.
	GapNoComparison quad.IRI = CodeNamespace + "gap-no-comparison"  // Studies exist, but without a control group.
	GapNoLongTerm   quad.IRI = CodeNamespace + "gap-no-long-term"   // Studies exist, but do not follow long enough.
	GapNotHere      quad.IRI = CodeNamespace + "gap-not-here"       // Studies exist, but not from this country or region.
	GapNotThisGroup quad.IRI = CodeNamespace + "gap-not-this-group" // Studies exist, but not for this group.
	GapUnresolved   quad.IRI = CodeNamespace + "gap-unresolved"     // Studies exist, but give no answer.
)

// Codes of ExplanationScheme. What sets apart findings that point different ways.
const (
	ExplanationHorizon     quad.IRI = CodeNamespace + "explanation-horizon"     // The findings were measured at different lengths of time after the measure.
	ExplanationOutcome     quad.IRI = CodeNamespace + "explanation-outcome"     // The findings concern different outcomes.
	ExplanationPopulation  quad.IRI = CodeNamespace + "explanation-population"  // The findings concern different groups.
	ExplanationCountry     quad.IRI = CodeNamespace + "explanation-country"     // The findings come from different countries.
	ExplanationDesign      quad.IRI = CodeNamespace + "explanation-design"      // The findings were arrived at in different ways.
	ExplanationPeriod      quad.IRI = CodeNamespace + "explanation-period"      // The findings concern different years or business cycles.
	ExplanationUnexplained quad.IRI = CodeNamespace + "explanation-unexplained" // No explanation is given or apparent.
)

// Codes of BasisScheme. Whether somebody has opened the study, or only the review.
const (
	BasisAsCited quad.IRI = CodeNamespace + "basis-as-cited" // Coded as the review relates it.
	BasisChecked quad.IRI = CodeNamespace + "basis-checked"  // Checked against the study itself.
)

// Codes of SourceKindScheme. What kind of work a cited source is.
const (
	SourceKindStudy      quad.IRI = CodeNamespace + "source-kind-study"      // Research with data or analysis of its own.
	SourceKindEvaluation quad.IRI = CodeNamespace + "source-kind-evaluation" // Research done to assess a given measure.
	SourceKindSynthesis  quad.IRI = CodeNamespace + "source-kind-synthesis"  // Brings the research of others together.
	SourceKindTheory     quad.IRI = CodeNamespace + "source-kind-theory"     // Concepts, models or argument without data of its own.
	SourceKindStatistics quad.IRI = CodeNamespace + "source-kind-statistics" // Published figures without an analysis of causes.
	SourceKindPolicy     quad.IRI = CodeNamespace + "source-kind-policy"     // A law, official report, strategy, agreement or guideline.
)

// Codes of DesignScheme. Ways a result may have been arrived at, ordered from experiment to theory.
const (
	DesignExperimental         quad.IRI = CodeNamespace + "design-experimental"          // The researcher decides who gets the treatment.
	DesignRandomisedTrial      quad.IRI = CodeNamespace + "design-randomised-trial"      // Chance decides who gets the measure.
	DesignFieldExperiment      quad.IRI = CodeNamespace + "design-field-experiment"      // Fictitious applications or the like test real behaviour.
	DesignLaboratoryExperiment quad.IRI = CodeNamespace + "design-laboratory-experiment" // Behaviour is tested under artificial conditions.
	DesignQuasiExperimental    quad.IRI = CodeNamespace + "design-quasi-experimental"    // Compares groups without random assignment.
	DesignNaturalExperiment    quad.IRI = CodeNamespace + "design-natural-experiment"    // A reform or event separates the groups.
	DesignMatchedComparison    quad.IRI = CodeNamespace + "design-matched-comparison"    // Participants are compared with similar non-participants, matched or statistically controlled.
	DesignBeforeAfter          quad.IRI = CodeNamespace + "design-before-after"          // The same group before and after, with no comparison group.
	DesignObservational        quad.IRI = CodeNamespace + "design-observational"         // Describes or follows groups without intervening.
	DesignRegisterLongitudinal quad.IRI = CodeNamespace + "design-register-longitudinal" // Follows people in registers over time, with statistical control.
	DesignCrossCountry         quad.IRI = CodeNamespace + "design-cross-country"         // Compares countries.
	DesignRegisterDescriptive  quad.IRI = CodeNamespace + "design-register-descriptive"  // Describes groups in register data.
	DesignSurvey               quad.IRI = CodeNamespace + "design-survey"                // A questionnaire to a sample.
	DesignOfficialStatistics   quad.IRI = CodeNamespace + "design-official-statistics"   // Published statistics without further analysis.
	DesignQualitative          quad.IRI = CodeNamespace + "design-qualitative"           // Interprets interviews, observation or documents.
	DesignInterviews           quad.IRI = CodeNamespace + "design-interviews"            // In-depth interviews with people or groups.
	DesignCaseStudy            quad.IRI = CodeNamespace + "design-case-study"            // A close study of one or a few cases.
	DesignDocumentStudy        quad.IRI = CodeNamespace + "design-document-study"        // A reading of documents or rules.
	DesignSynthesis            quad.IRI = CodeNamespace + "design-synthesis"             // Brings other studies together.
	DesignSystematicReview     quad.IRI = CodeNamespace + "design-systematic-review"     // A synthesis with a stated search and selection.
	DesignMetaAnalysis         quad.IRI = CodeNamespace + "design-meta-analysis"         // Statistical pooling of the results of others.
	DesignLiteratureReview     quad.IRI = CodeNamespace + "design-literature-review"     // A synthesis without a stated system.
	DesignTheoretical          quad.IRI = CodeNamespace + "design-theoretical"           // Concepts or a model, no data of its own.
	DesignNotStated            quad.IRI = CodeNamespace + "design-not-stated"            // The review does not say how the study was done.
)
