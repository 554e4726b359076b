package reference

// pair is a text in Norwegian and English.
type pair struct{ nb, en string }

func (p pair) in(l Lang) string { return l.of(p.nb, p.en) }

// overview says how the ontology hangs together, a paragraph each.
var overview = []pair{
	{
		"Tre lag holdes fra hverandre: verden (problemer, mekanismer, tiltak, utfall og målgrupper), det som blir sagt om den (påstander, funn, vurderinger, kunnskapshull, og motstrid mellom funn), og hvem som sier det (kilder, oppsummeringer, avsnittene deres og søkene de bygger på).",
		"Three layers are kept apart: the world (problems, mechanisms, measures, outcomes and populations), what is said of it (claims, findings, judgements, evidence gaps, and conflicts between findings), and who says it (sources, reviews, their sections and the searches they rest on).",
	},
	{
		"En kant mellom to begreper finnes fordi en oppsummering har sagt det. Bak hver kant står en påstand, og påstanden forteller hvor sterkt oppsummeringen går god for den. Virkninger er ikke kanter: Om et tiltak virker, leses av funn og vurderinger, slik at positive, negative og uteblitte virkninger kan stå side om side.",
		"An edge between two concepts is there because a review has said so. Behind each edge stands a claim, and the claim tells how firmly the review stands behind it. Effects are not edges: whether a measure works is read from findings and judgements, so that positive, negative and absent effects can stand side by side.",
	},
	{
		"Retning leses mot det som er bra. Hvert utfall sier om en høyere eller en lavere verdi er ønskelig, og positiv betyr den ønskede veien. At et tiltak retter seg mot et problem, sier hvor det sikter, aldri at det treffer.",
		"Direction is read against what is good. Each outcome says whether a higher or a lower value is desirable, and positive means the desired way. That a measure addresses a problem says where it aims, never that it hits.",
	},
	{
		"Et funn hører til én studie, en vurdering til oppsummeringen selv. Begge er knyttet til linjene der de står, og et avtrykk viser om tekststedet er uendret. Ingen setning fra en kilde er lagret; alt er gjengitt med egne ord.",
		"A finding belongs to one study, a judgement to the review itself. Both are tied to the lines where they stand, and a digest shows whether the passage is unchanged. No sentence of a source is stored; all is restated in words of our own.",
	},
}

// reading says how the page is read.
var reading = []pair{
	{
		"Ankeret til en klasse eller egenskap er fragmentet i adressen dens. Koder og kodelister har adresser med skråstrek; ankeret deres er det som står etter code/, med code- foran. Regler og former har navnene sine som anker, og begreper fra andre vokabularer prefikset og navnet med bindestrek mellom.",
		"The anchor of a class or property is the fragment of its address. Codes and code lists have addresses with a slash; their anchor is what follows code/, with code- in front. Rules and shapes have their names as anchors, and terms of other vocabularies their prefix and name with a hyphen between.",
	},
	{
		"Eksemplene er utdrag av dataene, valgt av programmet: det som viser flest egenskaper, og ellers det første. Prefiksene i dem står i listen over prefikser. Tall for bruk gjelder det dataene sier, ikke det som følger av dem.",
		"The examples are cut from the data and chosen by the program: what shows most properties, else what comes first. Their prefixes are in the list of prefixes. Figures of use are of what the data say, not of what follows from them.",
	},
	{
		"Kommentarer til begreper i andre vokabularer er skrevet på engelsk, siden de er ment for alle som bruker dem. En sikkerhet under 0,70 betyr at en leser kan ha nytte av å gå dit, ikke mer.",
		"The remarks on terms of other vocabularies say how they differ from ours and where that was looked up. A confidence below 0.70 means that a reader may want to go there, not more.",
	},
}

// sectionIntros are the first words of sections, by their keys in words.
var sectionIntros = map[string]pair{
	"outside": {
		"Dataene sier så mye som mulig med ord som finnes fra før. Dette er begrepene fra andre vokabularer som dataene bruker, med lenke til der de er definert.",
		"The data say as much as they can in words that exist. These are the terms of other vocabularies that the data use, with a link to where they are defined.",
	},
	"rules": {
		"Det som må gjelde i dataene, er sagt i SHACL, slik at en hvilken som helst validator kan kontrollere det. Hver regel har et nummer, og hver form et navn som begynner med det. Det som ikke er oppgitt, er utelatt, og det er lov når ikke noe minste antall er nevnt.",
		"What must hold in the data is said in SHACL, so that any validator can check it. Each rule has a number, and each shape a name that begins with it. What is not stated is left out, which is allowed unless a least number is given.",
	},
	"inference": {
		"Ontologien holder seg innenfor OWL 2 RL, og disse ni reglene er alt den trenger. Programmet bruker dem bare når det blir bedt om det, og legger det som følger, i en egen graf.",
		"The ontology stays inside OWL 2 RL, and these nine rules are all it needs. The program applies them only when asked to, and puts what follows in a graph of its own.",
	},
	"prefixes": {
		"Navnerommene som forkortes på denne siden, i dataene og i spørringer.",
		"The namespaces that are shortened on this page, in the data and in queries.",
	},
}

// inferenceRules are the rules of OWL 2 RL that the closure applies, with the word of
// the ontology that each one reads.
var inferenceRules = []struct {
	name, word string
	says       pair
}{
	{"cax-sco", "rdfs:subClassOf", pair{"Det som er av en klasse, er også av overklassene.", "What is of a class is also of its superclasses."}},
	{"prp-spo1", "rdfs:subPropertyOf", pair{"Det som sies med en egenskap, sies også med overegenskapene.", "What is said with a property is also said with its superproperties."}},
	{"prp-spo2", "owl:propertyChainAxiom", pair{"Egenskaper som følger etter hverandre i en kjede, gir egenskapen kjeden hører til.", "Properties that follow one another in a chain give the property that the chain belongs to."}},
	{"prp-trp", "owl:TransitiveProperty", pair{"To ledd av en transitiv egenskap gir ett fra det første til det siste.", "Two steps of a transitive property give one from the first to the last."}},
	{"prp-dom", "rdfs:domain", pair{"Det som har en egenskap, er av klassen som er egenskapens subjekt.", "What has a property is of the class that is its domain."}},
	{"prp-rng", "rdfs:range", pair{"Det som er verdi av en egenskap, er av klassen som er egenskapens verdi.", "What is the value of a property is of the class that is its range."}},
	{"prp-inv1", "owl:inverseOf", pair{"En egenskap gir den omvendte den andre veien.", "A property gives its inverse the other way."}},
	{"prp-inv2", "owl:inverseOf", pair{"Den omvendte gir egenskapen tilbake.", "The inverse gives the property back."}},
	{"prp-symp", "owl:SymmetricProperty", pair{"En symmetrisk egenskap gjelder begge veier.", "A symmetric property holds both ways."}},
}
