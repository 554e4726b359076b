package benchdata

// A pair is the same words in Norwegian (nb) and in English (en).
type pair struct{ nb, en string }

var adjectives = []pair{
	{"tidlig", "early"}, {"målrettet", "targeted"}, {"skolebasert", "school-based"}, {"helhetlig", "comprehensive"},
	{"økonomisk", "financial"}, {"digital", "digital"}, {"langvarig", "long-term"}, {"familiebasert", "family-based"},
	{"lovpålagt", "mandatory"}, {"frivillig", "voluntary"}, {"individuell", "individual"}, {"kommunal", "municipal"},
}

var nouns = []pair{
	{"rådgivning", "counselling"}, {"støtteordning", "support scheme"}, {"opplæring", "training"},
	{"oppfølging", "follow-up"}, {"skatteøkning", "tax increase"}, {"næringsutvikling", "business development"},
	{"tilsyn", "inspection"}, {"bostøtte", "housing benefit"}, {"lønnstilskudd", "wage subsidy"},
	{"veiledning", "guidance"}, {"helsestasjonstjeneste", "child health service"}, {"språkopplæring", "language training"},
	{"gebyr", "fee"}, {"førerkortregel", "licensing rule"},
}

var topics = []pair{
	{"ungdomsledighet", "youth unemployment"}, {"frafall i skolen", "school dropout"}, {"barnefattigdom", "child poverty"},
	{"luftforurensning", "air pollution"}, {"trafikkulykker", "road accidents"}, {"rusmiddelbruk", "substance use"},
	{"ensomhet blant eldre", "loneliness among the elderly"}, {"boligmangel", "housing shortage"},
	{"sykefravær", "sickness absence"}, {"overvekt hos barn", "childhood obesity"}, {"gjengkriminalitet", "gang crime"},
	{"klimagassutslipp", "greenhouse gas emissions"}, {"lav tillit", "low trust"}, {"ulikhet i helse", "inequality in health"},
}

var (
	givenNames = []string{"Kari", "Ola", "Åse", "Bjørn", "Maria", "John", "Søren", "Émile", "Wei", "Aïcha",
		"Łukasz", "Ingrid", "Per", "Nora", "Jürgen", "Ana"}
	familyNames = []string{"Hansen", "Ødegård", "Smith", "Müller", "García", "Næss", "O'Brien", "Kowalski",
		"Chen", "Lindström", "Bakke", "Sæther", "Jensen", "Virtanen", "Diop", "Rossi"}
	countries = []string{"NO", "SE", "DK", "FI", "IS", "GB", "US", "DE", "NL", "CA", "AU", "FR"}
	designs   = []string{"rct", "cluster-rct", "quasi-experiment", "cohort", "case-control",
		"interrupted-time-series", "systematic-review", "qualitative"}
	populations = []string{"children", "adolescents", "young-adults", "adults", "elderly", "families",
		"immigrants", "unemployed"}
	certainties = []string{"high", "moderate", "low", "very-low"}
	horizons    = []int{1, 3, 6, 12, 18, 24, 36, 60}
)

// direction draws how a finding points: of 20, 9 favour the measure.
func (g *generator) direction() string {
	switch n := g.below(20); {
	case n < 9:
		return "favours"
	case n < 15:
		return "no-difference"
	case n < 18:
		return "against"
	}
	return "mixed"
}

var classes = []struct {
	name  string
	label pair
}{
	{"Problem", pair{"Problem", "Problem"}}, {"Mechanism", pair{"Mekanisme", "Mechanism"}},
	{"Outcome", pair{"Utfall", "Outcome"}}, {"Measure", pair{"Tiltak", "Measure"}},
	{"Author", pair{"Forfatter", "Author"}}, {"Study", pair{"Studie", "Study"}}, {"Finding", pair{"Funn", "Finding"}},
}

// properties with their domains and ranges. A range in xsd: makes a datatype
// property.
var properties = []struct {
	name, domain, rang string
	label              pair
}{
	{"broader", "", "", pair{"overordnet", "broader"}},
	{"level", "Problem", "xsd:string", pair{"nivå", "level"}},
	{"contributesTo", "Mechanism", "Problem", pair{"bidrar til", "contributes to"}},
	{"leadsTo", "Mechanism", "Mechanism", pair{"fører til", "leads to"}},
	{"indicates", "Outcome", "Problem", pair{"er indikator for", "indicates"}},
	{"targets", "Measure", "Mechanism", pair{"virker på", "targets"}},
	{"name", "Author", "xsd:string", pair{"navn", "name"}},
	{"year", "Study", "xsd:gYear", pair{"år", "year"}},
	{"country", "Study", "xsd:string", pair{"land", "country"}},
	{"design", "Study", "", pair{"design", "design"}},
	{"author", "Study", "Author", pair{"forfatter", "author"}},
	{"cites", "Study", "Study", pair{"siterer", "cites"}},
	{"fromStudy", "Finding", "Study", pair{"fra studie", "from study"}},
	{"aboutMeasure", "Finding", "Measure", pair{"om tiltak", "about measure"}},
	{"onOutcome", "Finding", "Outcome", pair{"på utfall", "on outcome"}},
	{"direction", "Finding", "", pair{"retning", "direction"}},
	{"effectSize", "Finding", "xsd:decimal", pair{"effektstørrelse", "effect size"}},
	{"population", "Finding", "", pair{"populasjon", "population"}},
	{"horizonMonths", "Finding", "xsd:integer", pair{"tidshorisont i måneder", "horizon in months"}},
	{"certainty", "Finding", "", pair{"tillit til dokumentasjonen", "certainty of evidence"}},
}
