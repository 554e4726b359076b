// Code generated from policygraph.ttl by internal/gen; DO NOT EDIT.

package vocab

// schemes holds every code list, in the order of the ontology.
var schemes = []Scheme{
	{
		IRI: LevelScheme, Name: "level", Property: Level,
		NB: "analysenivå", EN: "level of analysis",
		Codes: []Code{
			{IRI: LevelMacro, Notation: "macro", NB: "makro", EN: "macro"},
			{IRI: LevelMeso, Notation: "meso", NB: "meso", EN: "meso"},
			{IRI: LevelMicro, Notation: "micro", NB: "mikro", EN: "micro"},
		},
	},
	{
		IRI: ApproachScheme, Name: "approach", Property: Approach,
		NB: "tilnærming", EN: "approach",
		Codes: []Code{
			{IRI: ApproachSupply, Notation: "supply", NB: "tilbudssiden", EN: "supply side"},
			{IRI: ApproachDemand, Notation: "demand", NB: "etterspørselssiden", EN: "demand side"},
			{IRI: ApproachMatching, Notation: "matching", NB: "kobling", EN: "matching"},
		},
	},
	{
		IRI: StatusScheme, Name: "status", Property: Status,
		NB: "tiltaksstatus", EN: "status of measure",
		Codes: []Code{
			{IRI: StatusInUse, Notation: "in-use", NB: "i bruk", EN: "in use"},
			{IRI: StatusTried, Notation: "tried", NB: "prøvd", EN: "tried"},
			{IRI: StatusProposed, Notation: "proposed", NB: "foreslått", EN: "proposed"},
		},
	},
	{
		IRI: BetterScheme, Name: "better", Property: BetterWhen,
		NB: "ønsket verdi", EN: "desirable value",
		Codes: []Code{
			{IRI: BetterHigher, Notation: "higher", NB: "høyere", EN: "higher"},
			{IRI: BetterLower, Notation: "lower", NB: "lavere", EN: "lower"},
		},
	},
	{
		IRI: TimingScheme, Name: "timing", Property: Timing,
		NB: "fase i arbeidslivet", EN: "timing in working life",
		Codes: []Code{
			{IRI: TimingEntry, Notation: "entry", NB: "inngang", EN: "entry"},
			{IRI: TimingRetention, Notation: "retention", NB: "varighet", EN: "retention"},
			{IRI: TimingProgression, Notation: "progression", NB: "framgang", EN: "progression"},
			{IRI: TimingExit, Notation: "exit", NB: "avgang", EN: "exit"},
			{IRI: TimingNone, Notation: "none", NB: "ingen", EN: "none"},
		},
	},
	{
		IRI: DirectionScheme, Name: "direction", Property: Direction,
		NB: "virkningsretning", EN: "direction of effect",
		Codes: []Code{
			{IRI: DirectionPositive, Notation: "positive", NB: "positiv", EN: "positive"},
			{IRI: DirectionNegative, Notation: "negative", NB: "negativ", EN: "negative"},
			{IRI: DirectionNull, Notation: "null", NB: "ingen", EN: "null"},
			{IRI: DirectionMixed, Notation: "mixed", NB: "blandet", EN: "mixed"},
			{IRI: DirectionUnclear, Notation: "unclear", NB: "uklar", EN: "unclear"},
		},
	},
	{
		IRI: EffectTypeScheme, Name: "effect-type", Property: EffectType,
		NB: "virkningstype", EN: "type of effect",
		Codes: []Code{
			{IRI: EffectTypeNet, Notation: "net", NB: "nettovirkning", EN: "net effect"},
			{IRI: EffectTypeMotivation, Notation: "motivation", NB: "motivasjonsvirkning", EN: "motivation effect"},
			{IRI: EffectTypeLockIn, Notation: "lock-in", NB: "innlåsing", EN: "lock-in effect"},
			{IRI: EffectTypeProgramme, Notation: "programme", NB: "programvirkning", EN: "programme effect"},
			{IRI: EffectTypeSorting, Notation: "sorting", NB: "sortering", EN: "sorting"},
		},
	},
	{
		IRI: SignificanceScheme, Name: "significance", Property: Significance,
		NB: "statistisk signifikans", EN: "statistical significance",
		Codes: []Code{
			{IRI: SignificanceSignificant, Notation: "significant", NB: "signifikant", EN: "significant"},
			{IRI: SignificanceNotSignificant, Notation: "not-significant", NB: "ikke signifikant", EN: "not significant"},
			{IRI: SignificanceNotReported, Notation: "not-reported", NB: "ikke oppgitt", EN: "not reported"},
		},
	},
	{
		IRI: MagnitudeScheme, Name: "magnitude", Property: Magnitude,
		NB: "oppgitt størrelse", EN: "stated magnitude",
		Codes: []Code{
			{IRI: MagnitudeSmall, Notation: "small", NB: "liten", EN: "small"},
			{IRI: MagnitudeModerate, Notation: "moderate", NB: "moderat", EN: "moderate"},
			{IRI: MagnitudeLarge, Notation: "large", NB: "stor", EN: "large"},
		},
	},
	{
		IRI: MetricScheme, Name: "metric", Property: EffectMetric,
		NB: "målestokk", EN: "effect metric",
		Codes: []Code{
			{IRI: MetricRelativePercent, Notation: "relative-percent", NB: "prosent relativt", EN: "relative per cent"},
			{IRI: MetricPercentagePoints, Notation: "percentage-points", NB: "prosentpoeng", EN: "percentage points"},
			{IRI: MetricRatio, Notation: "ratio", NB: "forholdstall", EN: "ratio"},
			{IRI: MetricShare, Notation: "share", NB: "andel", EN: "share"},
			{IRI: MetricCount, Notation: "count", NB: "antall", EN: "count"},
			{IRI: MetricYears, Notation: "years", NB: "år", EN: "years"},
			{IRI: MetricMonths, Notation: "months", NB: "måneder", EN: "months"},
		},
	},
	{
		IRI: HorizonScheme, Name: "horizon", Property: Horizon,
		NB: "tidshorisont", EN: "time horizon",
		Codes: []Code{
			{IRI: HorizonShort, Notation: "short", NB: "kort sikt", EN: "short term"},
			{IRI: HorizonMedium, Notation: "medium", NB: "mellomlang sikt", EN: "medium term"},
			{IRI: HorizonLong, Notation: "long", NB: "lang sikt", EN: "long term"},
			{IRI: HorizonUnspecified, Notation: "unspecified", NB: "ikke oppgitt", EN: "unspecified"},
		},
	},
	{
		IRI: CertaintyScheme, Name: "certainty", Property: Certainty,
		NB: "uttrykt sikkerhet", EN: "stated certainty",
		Codes: []Code{
			{IRI: CertaintyHigh, Notation: "high", NB: "høy", EN: "high"},
			{IRI: CertaintyModerate, Notation: "moderate", NB: "moderat", EN: "moderate"},
			{IRI: CertaintyLow, Notation: "low", NB: "lav", EN: "low"},
			{IRI: CertaintyVeryLow, Notation: "very-low", NB: "svært lav", EN: "very low"},
		},
	},
	{
		IRI: ModalityScheme, Name: "modality", Property: Modality,
		NB: "modalitet", EN: "modality",
		Codes: []Code{
			{IRI: ModalityAsserted, Notation: "asserted", NB: "slått fast", EN: "asserted"},
			{IRI: ModalitySuggested, Notation: "suggested", NB: "foreslått", EN: "suggested"},
			{IRI: ModalityDisputed, Notation: "disputed", NB: "omstridt", EN: "disputed"},
			{IRI: ModalityRejected, Notation: "rejected", NB: "forkastet", EN: "rejected"},
		},
	},
	{
		IRI: GapScheme, Name: "gap", Property: GapType,
		NB: "type kunnskapshull", EN: "type of evidence gap",
		Codes: []Code{
			{IRI: GapNoMeasure, Notation: "no-measure", NB: "ingen tiltak", EN: "no measure"},
			{IRI: GapNoStudy, Notation: "no-study", NB: "ingen studier", EN: "no study"},
			{IRI: GapNoComparison, Notation: "no-comparison", NB: "ingen sammenligning", EN: "no comparison"},
			{IRI: GapNoLongTerm, Notation: "no-long-term", NB: "ingen langtidsstudier", EN: "no long-term study"},
			{IRI: GapNotHere, Notation: "not-here", NB: "ikke i dette landet", EN: "not in this country"},
			{IRI: GapNotThisGroup, Notation: "not-this-group", NB: "ikke for denne gruppen", EN: "not for this group"},
			{IRI: GapUnresolved, Notation: "unresolved", NB: "ikke avklart", EN: "unresolved"},
		},
	},
	{
		IRI: ExplanationScheme, Name: "explanation", Property: ExplainedBy,
		NB: "forklaring på motstrid", EN: "explanation of a conflict",
		Codes: []Code{
			{IRI: ExplanationHorizon, Notation: "horizon", NB: "tidshorisont", EN: "time horizon"},
			{IRI: ExplanationOutcome, Notation: "outcome", NB: "utfall", EN: "outcome"},
			{IRI: ExplanationPopulation, Notation: "population", NB: "målgruppe", EN: "population"},
			{IRI: ExplanationCountry, Notation: "country", NB: "land", EN: "country"},
			{IRI: ExplanationDesign, Notation: "design", NB: "studiedesign", EN: "study design"},
			{IRI: ExplanationPeriod, Notation: "period", NB: "periode", EN: "period"},
			{IRI: ExplanationUnexplained, Notation: "unexplained", NB: "uforklart", EN: "unexplained"},
		},
	},
	{
		IRI: BasisScheme, Name: "basis", Property: Basis,
		NB: "kodegrunnlag", EN: "coding basis",
		Codes: []Code{
			{IRI: BasisAsCited, Notation: "as-cited", NB: "slik sitert", EN: "as cited"},
			{IRI: BasisChecked, Notation: "checked", NB: "kontrollert", EN: "checked"},
		},
	},
	{
		IRI: SourceKindScheme, Name: "source-kind", Property: SourceKind,
		NB: "kildeslag", EN: "kind of source",
		Codes: []Code{
			{IRI: SourceKindStudy, Notation: "study", NB: "studie", EN: "study"},
			{IRI: SourceKindEvaluation, Notation: "evaluation", NB: "evaluering", EN: "evaluation"},
			{IRI: SourceKindSynthesis, Notation: "synthesis", NB: "oppsummering", EN: "synthesis"},
			{IRI: SourceKindTheory, Notation: "theory", NB: "teori", EN: "theory"},
			{IRI: SourceKindStatistics, Notation: "statistics", NB: "statistikk", EN: "statistics"},
			{IRI: SourceKindPolicy, Notation: "policy", NB: "styringsdokument", EN: "policy document"},
		},
	},
	{
		IRI: DesignScheme, Name: "design", Property: Design,
		NB: "studiedesign", EN: "study design",
		Codes: []Code{
			{IRI: DesignExperimental, Notation: "experimental", NB: "eksperiment", EN: "experiment"},
			{IRI: DesignRandomisedTrial, Notation: "randomised-trial", Broader: DesignExperimental, NB: "randomisert forsøk", EN: "randomised trial", strength: 6},
			{IRI: DesignFieldExperiment, Notation: "field-experiment", Broader: DesignExperimental, NB: "felteksperiment", EN: "field experiment", strength: 6},
			{IRI: DesignLaboratoryExperiment, Notation: "laboratory-experiment", Broader: DesignExperimental, NB: "laboratorieeksperiment", EN: "laboratory experiment", strength: 5},
			{IRI: DesignQuasiExperimental, Notation: "quasi-experimental", NB: "kvasieksperiment", EN: "quasi-experiment"},
			{IRI: DesignNaturalExperiment, Notation: "natural-experiment", Broader: DesignQuasiExperimental, NB: "naturlig eksperiment", EN: "natural experiment", strength: 5},
			{IRI: DesignMatchedComparison, Notation: "matched-comparison", Broader: DesignQuasiExperimental, NB: "sammenligningsgruppe med kontroll", EN: "controlled comparison", strength: 4},
			{IRI: DesignBeforeAfter, Notation: "before-after", Broader: DesignQuasiExperimental, NB: "før–etter", EN: "before–after", strength: 3},
			{IRI: DesignObservational, Notation: "observational", NB: "observasjonsstudie", EN: "observational study"},
			{IRI: DesignRegisterLongitudinal, Notation: "register-longitudinal", Broader: DesignObservational, NB: "registerstudie over tid", EN: "longitudinal register study", strength: 3},
			{IRI: DesignCrossCountry, Notation: "cross-country", Broader: DesignObservational, NB: "landsammenligning", EN: "cross-country comparison", strength: 3},
			{IRI: DesignRegisterDescriptive, Notation: "register-descriptive", Broader: DesignObservational, NB: "beskrivende registerstudie", EN: "descriptive register study", strength: 2},
			{IRI: DesignSurvey, Notation: "survey", Broader: DesignObservational, NB: "spørreundersøkelse", EN: "survey", strength: 2},
			{IRI: DesignOfficialStatistics, Notation: "official-statistics", Broader: DesignObservational, NB: "offentlig statistikk", EN: "official statistics", strength: 2},
			{IRI: DesignQualitative, Notation: "qualitative", NB: "kvalitativ studie", EN: "qualitative study"},
			{IRI: DesignInterviews, Notation: "interviews", Broader: DesignQualitative, NB: "kvalitative intervjuer", EN: "qualitative interviews", strength: 1},
			{IRI: DesignCaseStudy, Notation: "case-study", Broader: DesignQualitative, NB: "casestudie", EN: "case study", strength: 1},
			{IRI: DesignDocumentStudy, Notation: "document-study", Broader: DesignQualitative, NB: "dokumentstudie", EN: "document study", strength: 1},
			{IRI: DesignSynthesis, Notation: "synthesis", NB: "oppsummering", EN: "synthesis"},
			{IRI: DesignSystematicReview, Notation: "systematic-review", Broader: DesignSynthesis, NB: "systematisk oversikt", EN: "systematic review"},
			{IRI: DesignMetaAnalysis, Notation: "meta-analysis", Broader: DesignSynthesis, NB: "metaanalyse", EN: "meta-analysis"},
			{IRI: DesignLiteratureReview, Notation: "literature-review", Broader: DesignSynthesis, NB: "litteraturgjennomgang", EN: "literature review"},
			{IRI: DesignTheoretical, Notation: "theoretical", NB: "teori", EN: "theory", strength: 1},
			{IRI: DesignNotStated, Notation: "not-stated", NB: "ikke oppgitt", EN: "not stated"},
		},
	},
}
