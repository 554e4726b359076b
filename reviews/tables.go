package reviews

import "policygraph/ontology/vocab"

// The format, table by table. A row reads: the column, what stands in it, whether
// it may or must be filled (| Many: several values), the rule that says so, the
// property it becomes, and what to write there.

// What all concepts share stands around what each kind has of its own.
var (
	conceptHead = []Field{
		{"id", slug, Must, "S01", "", "a short name in small ASCII letters, never changed later"},
		{"label_nb", nb, Must, "S02", vocab.SKOSPrefLabel, "the name in bokmål"},
		{"label_en", en, Must, "S02", vocab.SKOSPrefLabel, "the name in English"},
		{"label_nn", nn, May, "S02", vocab.SKOSPrefLabel, "the name in nynorsk"},
		{"alt_nb", nb, Many, "S02", vocab.SKOSAltLabel, "other names in bokmål"},
		{"alt_en", en, Many, "S02", vocab.SKOSAltLabel, "other names in English"},
		{"definition_nb", nb, Must, "S02", vocab.SKOSDefinition, "what is meant, in bokmål"},
		{"definition_en", en, Must, "S02", vocab.SKOSDefinition, "what is meant, in English"},
	}
	levels  = []Field{{"level", code, Must | Many, "", vocab.Level, "the level or levels of analysis"}}
	noteCol = []Field{{"note", text, May, "", "", "a remark among curators, never published"}}
)

// broaderThan is the column for the wider concept, which is of the same kind.
func broaderThan(k Kind, rule string) []Field {
	return []Field{{"broader", ref(k), Many, rule, vocab.SKOSBroader, "the wider concept of the same kind"}}
}

// withRule gives the fields the rule of the kind they stand in.
func withRule(rule string, fields []Field) []Field {
	out := join(fields)
	for i := range out {
		out[i].Rule = rule
	}
	return out
}

var problemsTable = &Table{
	Kind: KindProblem, Folder: InConcepts, File: "problems", Class: vocab.Problem, ID: []string{"id"},
	Fields: join(conceptHead, withRule("S10", levels), broaderThan(KindProblem, "S10"), noteCol),
}

var mechanismsTable = &Table{
	Kind: KindMechanism, Folder: InConcepts, File: "mechanisms", Class: vocab.Mechanism, ID: []string{"id"},
	Fields: join(conceptHead, withRule("S11", levels), broaderThan(KindMechanism, "S11"), noteCol),
}

var measuresTable = &Table{
	Kind: KindMeasure, Folder: InConcepts, File: "measures", Class: vocab.Measure, ID: []string{"id"},
	Fields: join(conceptHead, withRule("S12", levels), []Field{
		{"approach", code, Many, "S12", vocab.Approach, "whether it works on workers, on the labour market or on the link between them"},
		{"status", code, May, "S12", vocab.Status, "whether it is in use, has been tried or is proposed"},
		{"country", country, Many, "S06", vocab.DCTSpatial, "the country of a national programme"},
	}, broaderThan(KindMeasure, "S12"), noteCol),
}

var outcomesTable = &Table{
	Kind: KindOutcome, Folder: InConcepts, File: "outcomes", Class: vocab.Outcome, ID: []string{"id"},
	Fields: join(conceptHead, []Field{
		{"better", code, Must, "S13", vocab.BetterWhen, "whether a higher or a lower value is desirable"},
		{"timing", code, Must, "S13", vocab.Timing, "which step of working life the outcome speaks of"},
		{"indicator_of", ref(KindProblem), Many, "S13", vocab.IndicatorOf, "the problems it shows the state of"},
	}, broaderThan(KindOutcome, "S13"), noteCol),
}

var populationsTable = &Table{
	Kind: KindPopulation, Folder: InConcepts, File: "populations", Class: vocab.Population, ID: []string{"id"},
	Fields: join(conceptHead, broaderThan(KindPopulation, "S14"), noteCol),
}

var mappingsTable = &Table{
	Kind: KindMapping, Folder: InConcepts, File: "mappings", ID: []string{"concept", "relation", "object"},
	Fields: join([]Field{
		{"concept", anyRef(conceptKinds...), Must, "", "", "our concept, as kind/slug"},
		{"relation", word(relationWords...), Must, "", "", "how near the two are in meaning"},
		{"modifier", word(notRelated), May, "", "", "not where the two are held to be not so related"},
		{"object", iri, Must, "", "", "the address of the other concept"},
		{"object_label", text, May, "", "", "the name of the other concept"},
		{"confidence", decimalIn(0, 1), Must, "", "", "how sure we are, from 0 to 1"},
	}, noteCol),
}

var sourcesTable = &Table{
	Kind: KindSource, Folder: InRoot, File: "sources", Class: vocab.Source, ID: []string{"id"},
	Fields: join([]Field{
		{"id", slug, Must, "S01", "", "surnames and year as the review prints them"},
		{"kind", code, Must | Many, "S40", vocab.SourceKind, "what sort of work it is"},
		{"cited_as", text, Must, "S40", vocab.CitedAs, "the citation exactly as printed"},
		{"alt_cited_as", text, Many, "S40", vocab.AlsoCitedAs, "other forms of the citation, as printed"},
		{"year", year, May, "S40", vocab.DCTIssued, "the year of the work"},
		{"title", text, May, "S40", vocab.DCTTitle, "the title of the work"},
		{"reference", text, May, "S40", vocab.DCTBibliographicCitation, "the full reference"},
		{"doi", doi, May, "S40", vocab.BIBODoi, "the DOI"},
		{"url", url, May, "S40", vocab.FOAFPage, "where the work can be read"},
		{"country", country, Many, "S06", vocab.DCTSpatial, "the country the data come from"},
		{"mentions", mention, Must | Many, "S40", vocab.MentionedAt, "each place where a review cites the work"},
		{"identity_nb", nb, May, "S40", vocab.IdentityNote, "what is unsure about which work is meant, in bokmål"},
		{"identity_en", en, May, "S40", vocab.IdentityNote, "what is unsure about which work is meant, in English"},
	}, noteCol),
}

var reviewTable = &Table{
	Kind: KindReview, Folder: InReviewYAML, Class: vocab.Review, ID: []string{"id"},
	Fields: join([]Field{
		{"id", slug, Must, "S01", "", "the short name of the review, also the name of its folder"},
		{"title_nb", nb, May, "S42", vocab.DCTTitle, "the title in bokmål"},
		{"title_nn", nn, May, "S42", vocab.DCTTitle, "the title in nynorsk"},
		{"title_en", en, May, "S42", vocab.DCTTitle, "the title in English"},
		{"authors", text, Must | Many, "S42", vocab.DCTCreator, "who wrote it"},
		{"publisher", text, Must, "S42", vocab.DCTPublisher, "who published it"},
		{"commissioned_by", text, Many, "S42", vocab.MARCRelCommissioner, "who asked for it"},
		{"number", text, May, "S42", vocab.DCTIdentifier, "its number in a series"},
		{"year", year, Must, "S42", vocab.DCTIssued, "the year it came out"},
		{"language", language, Must | Many, "S42", vocab.DCTLanguage, "the language it is written in"},
		{"country", country, Many, "S06", vocab.DCTSpatial, "the country it speaks of"},
		{"source_digest", digest, May, "S42", vocab.SourceDigest, "written by policygraph anchor: the SHA-256 of its text"},
	}, noteCol),
}

var searchTable = &Table{
	Kind: KindSearch, Folder: InReviewYAML, File: "search", Class: vocab.Search,
	Fields: join([]Field{
		{"in", text, Must | Many, "S43", vocab.SearchedIn, "the databases, engines and sites searched"},
	}, inLanguages("terms", "S43", vocab.SearchTerm, "words searched for"), []Field{
		{"languages", language, Many, "S06", vocab.DCTLanguage, "the languages of the works looked for"},
		{"period_from", year, May, "S43", "", "the first year of the works looked for"},
		{"period_to", year, May, "S43", "", "the last year of the works looked for"},
		{"criteria_nb", nb, Many, "S43", vocab.Criterion, "what was taken in or left out, in bokmål"},
		{"criteria_nn", nn, Many, "S43", vocab.Criterion, "what was taken in or left out, in nynorsk"},
		{"criteria_en", en, Many, "S43", vocab.Criterion, "what was taken in or left out, in English"},
		{"found", integer(0, mostCounted), May, "S43", vocab.RecordsFound, "how many hits, a lower bound where the text says over"},
		{"included", integer(0, mostCounted), May, "S43", vocab.RecordsIncluded, "how many works were taken in"},
	}, noteCol),
}

var sectionsTable = &Table{
	Kind: KindSection, Folder: InReviewYAML, File: "sections", Class: vocab.Section, ID: []string{"number"},
	Fields: join([]Field{
		{"number", sectionNumber, Must, "S44", vocab.BIBOSection, "its number, or a short name where it has none"},
		{"title_nb", nb, May, "S44", vocab.DCTTitle, "its title in bokmål"},
		{"title_nn", nn, May, "S44", vocab.DCTTitle, "its title in nynorsk"},
		{"title_en", en, May, "S44", vocab.DCTTitle, "its title in English"},
		{"part_of", sectionRef, May, "S44", "", "the number of the section around it"},
		{"lines", lines, Must | Many, "S44", vocab.Lines, "the lines of the text it fills"},
	}, noteCol),
}
