package records

import (
	"slices"

	"github.com/cayleygraph/quad"

	"policygraph/ontology/vocab"
)

// Table says what a table holds: the things of one class.
type Table struct {
	Name    string // in the plural: a name of a file
	Kind    string // of one thing
	Class   quad.IRI
	NB, EN  string // titles
	Columns []Column
}

// languages are those that every column of texts is given, whether or not
// there are texts.
var languages = []string{"nb", "en"}

// one and many make columns, a column of texts for each language to come.
func one(name string, property quad.IRI, form Form, nb, en string) Column {
	return Column{Name: name, Property: property, Form: form, NB: nb, EN: en}
}

func many(name string, property quad.IRI, form Form, nb, en string) Column {
	c := one(name, property, form, nb, en)
	c.List = true
	return c
}

// to makes a column of the one thing of a table.
func to(table, name string, property quad.IRI, nb, en string) Column {
	c := one(name, property, Ref, nb, en)
	c.To = table
	return c
}

// toMany makes a column of things of one table.
func toMany(table, name string, property quad.IRI, nb, en string) Column {
	c := to(table, name, property, nb, en)
	c.List = true
	return c
}

// shared are columns that several tables have.
var (
	labels = []Column{
		one("label", vocab.SKOSPrefLabel, Text, "navn", "label"),
		many("alternative_label", vocab.SKOSAltLabel, Text, "andre navn", "alternative labels"),
		one("definition", vocab.SKOSDefinition, Text, "definisjon", "definition"),
	}
	matches = []Column{
		many("exact_match", vocab.SKOSExactMatch, Outside, "samme begrep", "exact match"),
		many("close_match", vocab.SKOSCloseMatch, Outside, "nært begrep", "close match"),
		many("broad_match", vocab.SKOSBroadMatch, Outside, "videre begrep utenfor", "broad match"),
		many("narrow_match", vocab.SKOSNarrowMatch, Outside, "snevrere begrep utenfor", "narrow match"),
		many("related_match", vocab.SKOSRelatedMatch, Outside, "beslektet begrep", "related match"),
		many("also", vocab.RDFType, Outside, "er også", "also a"), // what concepts are to those that know SKOS only
	}
	level   = many("level", vocab.Level, Code, "nivå", "level")
	country = many("country", vocab.DCTSpatial, Area, "land", "country")
	text    = one("text", vocab.DCTDescription, Text, "tekst", "text")
	place   = []Column{
		toMany("sections", "section", vocab.StatedIn, "avsnitt", "section"),
		many("page", vocab.Page, Plain, "side", "page"),
		many("lines", vocab.Lines, Plain, "linjer", "lines"),
		one("digest", vocab.PassageDigest, Plain, "avtrykk av tekststedet", "passage digest"),
	}
	said = slices.Concat(place, []Column{
		toMany("sources", "cited_source", vocab.CitedSource, "viser til", "cited source"),
		one("basis", vocab.Basis, Code, "kodegrunnlag", "coding basis"),
	})
	about      = many("about", vocab.About, Ref, "handler om", "about")
	population = toMany("populations", "population", vocab.PopulationProperty, "gjelder for", "population")
	result     = []Column{
		toMany("measures", "evaluates", vocab.Evaluates, "vurderer tiltak", "evaluates"),
		to("outcomes", "outcome", vocab.OutcomeProperty, "utfall", "outcome"),
		population, about,
		one("direction", vocab.Direction, Code, "retning", "direction"),
		one("horizon", vocab.Horizon, Code, "tidshorisont", "time horizon"),
	}
	stances = []Column{
		toMany("claims", "supports", vocab.Supports, "støtter", "supports"),
		toMany("claims", "contradicts", vocab.Contradicts, "taler mot", "contradicts"),
		toMany("claims", "qualifies", vocab.Qualifies, "nyanserer", "qualifies"),
	}
)

func broader(table string) Column {
	return toMany(table, "broader", vocab.SKOSBroader, "videre begrep", "broader")
}

// Tables are the tables in the order of reading: the world, what is said, who
// says it.
var tables = []Table{
	{"problems", "problem", vocab.Problem, "Problemer", "Problems", slices.Concat(labels, []Column{
		level, broader("problems"),
		toMany("problems", "contributes_to", vocab.ContributesTo, "bidrar til", "contributes to"),
	}, matches)},
	{"mechanisms", "mechanism", vocab.Mechanism, "Mekanismer", "Mechanisms", slices.Concat(labels, []Column{
		level, broader("mechanisms"),
		toMany("mechanisms", "leads_to", vocab.LeadsTo, "fører til", "leads to"),
		toMany("problems", "contributes_to", vocab.ContributesTo, "bidrar til", "contributes to"),
		toMany("problems", "mitigates", vocab.Mitigates, "demper", "mitigates"),
	}, matches)},
	{"measures", "measure", vocab.Measure, "Tiltak", "Measures", slices.Concat(labels, []Column{
		level, many("approach", vocab.Approach, Code, "tilnærming", "approach"),
		one("status", vocab.Status, Code, "status", "status"), country, broader("measures"),
		toMany("mechanisms", "targets", vocab.Targets, "skal virke gjennom", "targets"),
		toMany("mechanisms", "may_trigger", vocab.MayTrigger, "kan utløse", "may trigger"),
		toMany("problems", "addresses", vocab.Addresses, "retter seg mot", "addresses"),
	}, matches)},
	{"outcomes", "outcome", vocab.Outcome, "Utfall", "Outcomes", slices.Concat(labels, []Column{
		one("better_when", vocab.BetterWhen, Code, "bedre når", "better when"),
		one("timing", vocab.Timing, Code, "fase", "timing"), broader("outcomes"),
		toMany("problems", "indicator_of", vocab.IndicatorOf, "er mål på", "indicator of"),
	}, matches)},
	{"populations", "population", vocab.Population, "Målgrupper", "Populations",
		slices.Concat(labels, []Column{broader("populations")}, matches)},
	{"claims", "claim", vocab.Claim, "Påstander", "Claims", slices.Concat([]Column{
		text,
		one("subject", vocab.Subject, Ref, "subjekt", "subject"),
		one("predicate", vocab.Predicate, Property, "predikat", "predicate"),
		one("object", vocab.Object, Ref, "objekt", "object"),
		one("modality", vocab.Modality, Code, "modalitet", "modality"), population, about,
	}, said)},
	{"findings", "finding", vocab.Finding, "Funn", "Findings", slices.Concat([]Column{
		text, to("sources", "study", vocab.FromStudy, "fra studien", "from study"),
		one("cited_as", vocab.CitedAs, Plain, "sitert som", "cited as"),
		many("design", vocab.Design, Code, "studiedesign", "study design"),
	}, result, []Column{
		one("effect_type", vocab.EffectType, Code, "virkningstype", "effect type"),
		one("significance", vocab.Significance, Code, "signifikans", "significance"),
		one("magnitude", vocab.Magnitude, Code, "størrelse", "magnitude"),
		one("value", vocab.EffectValue, Decimal, "tallverdi", "effect value"),
		one("low", vocab.EffectLow, Decimal, "nedre verdi", "lower value"),
		one("high", vocab.EffectHigh, Decimal, "øvre verdi", "upper value"),
		one("comparator_value", vocab.ComparatorValue, Decimal, "verdi for sammenligningen", "comparator value"),
		one("metric", vocab.EffectMetric, Code, "målestokk", "effect metric"),
		one("comparator", vocab.Comparator, Text, "sammenlignet med", "comparator"),
		one("follow_up_months", vocab.FollowUpMonths, Integer, "oppfølging i måneder", "follow-up in months"),
		one("sample_size", vocab.SampleSize, Integer, "utvalgsstørrelse", "sample size"),
		one("data_from", vocab.DataFrom, Year, "data fra", "data from"),
		one("data_to", vocab.DataTo, Year, "data til", "data to"),
		one("setting", vocab.Setting, Text, "kontekst", "setting"), country,
	}, stances, []Column{toMany("findings", "conflicts_with", vocab.ConflictsWith, "strider mot", "conflicts with")}, said)},
	{"judgements", "judgement", vocab.Judgement, "Vurderinger", "Judgements", slices.Concat([]Column{text}, result, []Column{
		one("certainty", vocab.Certainty, Code, "sikkerhet", "certainty"),
		many("based_on", vocab.BasedOn, Ref, "bygger på", "based on"),
	}, stances, said)},
	{"gaps", "gap", vocab.EvidenceGap, "Kunnskapshull", "Evidence gaps", slices.Concat([]Column{
		text, one("gap_type", vocab.GapType, Code, "type hull", "gap type"), about, population, country,
		toMany("searches", "sought_by", vocab.SoughtBy, "ettersøkt i", "sought by"),
	}, said)},
	{"conflicts", "conflict", vocab.Conflict, "Motstrid", "Conflicts", slices.Concat([]Column{
		text, toMany("findings", "member", vocab.Member, "omfatter", "member"),
		many("explained_by", vocab.ExplainedBy, Code, "forklares med", "explained by"),
	}, place)},
	{"sources", "source", vocab.Source, "Kilder", "Sources", []Column{
		one("cited_as", vocab.CitedAs, Plain, "sitert som", "cited as"),
		many("also_cited_as", vocab.AlsoCitedAs, Plain, "også sitert som", "also cited as"),
		many("also", vocab.RDFType, Property, "er også", "also a"),
		many("source_kind", vocab.SourceKind, Code, "kildeslag", "source kind"),
		one("year", vocab.DCTIssued, Year, "år", "year"),
		one("title", vocab.DCTTitle, Plain, "tittel", "title"),
		one("reference", vocab.DCTBibliographicCitation, Plain, "full referanse", "full reference"),
		one("doi", vocab.BIBODoi, Plain, "DOI", "DOI"),
		many("page", vocab.FOAFPage, Outside, "nettside", "web page"), country,
		many("mentioned_at", vocab.MentionedAt, Plain, "nevnt på", "mentioned at"),
		one("identity_note", vocab.IdentityNote, Text, "merknad om identitet", "identity note"),
	}},
	{"reviews", "review", vocab.Review, "Kunnskapsoppsummeringer", "Reviews", []Column{
		one("title", vocab.DCTTitle, Text, "tittel", "title"),
		many("author", vocab.DCTCreator, Plain, "forfattere", "authors"),
		one("publisher", vocab.DCTPublisher, Plain, "utgiver", "publisher"),
		many("commissioned_by", vocab.MARCRelCommissioner, Plain, "oppdragsgiver", "commissioned by"),
		one("number", vocab.DCTIdentifier, Plain, "nummer", "number"),
		one("year", vocab.DCTIssued, Year, "år", "year"),
		many("language", vocab.DCTLanguage, Area, "språk", "language"), country,
		to("searches", "search", vocab.SearchProperty, "bygger på søk", "search"),
		toMany("sources", "cites", vocab.CITOCites, "siterer", "cites"),
		one("digest", vocab.SourceDigest, Plain, "avtrykk av teksten", "source digest"),
	}},
	{"sections", "section", vocab.Section, "Avsnitt", "Sections", []Column{
		one("number", vocab.BIBOSection, Plain, "nummer", "number"),
		one("title", vocab.DCTTitle, Text, "tittel", "title"),
		one("part_of", vocab.DCTIsPartOf, Ref, "del av", "part of"),
		many("lines", vocab.Lines, Plain, "linjer", "lines"),
	}},
	{"searches", "search", vocab.Search, "Litteratursøk", "Literature searches", []Column{
		many("searched_in", vocab.SearchedIn, Plain, "søkt i", "searched in"),
		many("search_term", vocab.SearchTerm, Text, "søkeord", "search terms"),
		many("criterion", vocab.Criterion, Text, "utvalgskriterier", "selection criteria"),
		many("language", vocab.DCTLanguage, Area, "språk", "language"),
		to("periods", "period", vocab.DCTTemporal, "periode", "period"),
		one("found", vocab.RecordsFound, Integer, "antall treff", "records found"),
		one("included", vocab.RecordsIncluded, Integer, "antall tatt med", "records included"),
	}},
	{"periods", "period", vocab.DCTPeriodOfTime, "Perioder", "Periods", []Column{
		one("from", vocab.DCATStartDate, Year, "fra", "from"),
		one("to", vocab.DCATEndDate, Year, "til", "to"),
	}},
}
