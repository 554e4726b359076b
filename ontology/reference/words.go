package reference

import (
	"fmt"
	"strings"
)

// Lang is a language of the pages.
type Lang string

// The languages, as their tags.
const (
	NB Lang = "nb"
	EN Lang = "en"
)

// other is the language that a page names beside its own.
func (l Lang) other() Lang {
	if l == NB {
		return EN
	}
	return NB
}

// of chooses between a Norwegian and an English text.
func (l Lang) of(nb, en string) string {
	if l == NB {
		return nb
	}
	return en
}

// word is a word of the pages, of which there is one in each language. Where it has
// verbs, they are those of fmt.
func (l Lang) word(key string, values ...any) string {
	pair, ok := words[key]
	if !ok {
		panic("reference: no word for " + key) // the keys are constants
	}
	w := l.of(pair[0], pair[1])
	if len(values) > 0 {
		return fmt.Sprintf(w, values...)
	}
	return w
}

// number writes n with a separator between groups of three digits: a no-break space
// in Norwegian, a comma in English.
func (l Lang) number(n int) string {
	s := fmt.Sprint(n)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + l.of("\u00a0", ",") + s[i:]
	}
	return s
}

// times is how often something happens.
func (l Lang) times(n int) string {
	if n == 1 {
		return l.word("once")
	}
	return l.word("times", l.number(n))
}

// and joins what stands together: a, b and c.
func (l Lang) and(list []string) string {
	if len(list) < 2 {
		return strings.Join(list, "")
	}
	last := len(list) - 1
	return strings.Join(list[:last], ", ") + " " + l.word("and") + " " + list[last]
}

// words are all the words of the pages that the ontology does not have itself.
var words = map[string][2]string{
	// the frame
	"skip":         {"Gå til innholdet", "Skip to content"},
	"contents":     {"Innhold", "Contents"},
	"filter":       {"Finn et begrep", "Find a term"},
	"nothing":      {"Ingen treff", "No match"},
	"permalink":    {"Fast lenke til %s", "Permanent link to %s"},
	"languages":    {"Språk", "Languages"},
	"self":         {"Norsk bokmål", "English"},
	"made":         {"Denne siden er laget av programmet policygraph, fra ontologien og dataene.", "This page is made by the program policygraph, from the ontology and the data."},
	"diagram":      {"Klassene og de viktigste egenskapene", "The classes and the main properties"},
	"diagram-desc": {"Bokser er klasser, piler er egenskaper. Alt i figuren står også i listen under den.", "Boxes are classes, arrows are properties. All that the figure shows is also in the list below it."},
	"in-words":     {"Figuren i ord", "The figure in words"},

	// the header
	"address":        {"Adresse", "Address"},
	"version":        {"Versjon", "Version"},
	"version-iri":    {"Adressen til versjonen", "Address of the version"},
	"issued":         {"Utgitt", "Issued"},
	"namespace":      {"Navnerom", "Namespace"},
	"prefix":         {"Prefiks", "Prefix"},
	"licence":        {"Lisens", "Licence"},
	"creators":       {"Laget av", "Created by"},
	"formats":        {"Andre formater", "Other formats"},
	"holds":          {"Omfatter", "Holds"},
	"holds-counts":   {"%d klasser, %d egenskaper og %d kodelister med %d koder", "%d classes, %d properties and %d code lists with %d codes"},
	"deprecated-n":   {"Utgåtte begreper", "Deprecated terms"},
	"none-of-them":   {"ingen", "none"},
	"jsonld-context": {"JSON-LD-kontekst", "JSON-LD context"},

	// the sections
	"overview":        {"Slik henger det sammen", "How it hangs together"},
	"reading":         {"Slik leses siden", "How to read this page"},
	"class-tree":      {"Klassene i sammenheng", "The tree of classes"},
	"property-tree":   {"Egenskapene i sammenheng", "The tree of properties"},
	"classes":         {"Klasser", "Classes"},
	"properties":      {"Egenskaper", "Properties"},
	"schemes":         {"Kodelister", "Code lists"},
	"outside":         {"Begreper fra andre vokabularer", "Terms of other vocabularies"},
	"rules":           {"Regler for dataene", "Rules for the data"},
	"inference":       {"Hva som følger", "What follows"},
	"prefixes":        {"Prefikser", "Prefixes"},
	"index":           {"Register", "Index"},
	"world":           {"Verden", "The world"},
	"said":            {"Det som blir sagt", "What is said"},
	"sayers":          {"Hvem som sier det", "Who says it"},
	"causal":          {"Årsakskjeden", "The causal chain"},
	"concept-traits":  {"Trekk ved begreper", "Traits of concepts"},
	"about-what":      {"Hva et utsagn handler om", "What a statement is about"},
	"where":           {"Hvor og hvordan det er sagt", "Where and how it is said"},
	"claims":          {"Påstander", "Claims"},
	"evidence":        {"For og imot påstander", "For and against claims"},
	"results":         {"Resultater", "Results"},
	"numbers":         {"Tall", "Numbers"},
	"gaps":            {"Kunnskapshull", "Evidence gaps"},
	"conflicts":       {"Motstrid", "Conflicts"},
	"sources":         {"Kilder", "Sources"},
	"reviews":         {"Oppsummeringer og søk", "Reviews and searches"},
	"rules-0":         {"Alt", "Everything"},
	"rules-1":         {"Verden", "The world"},
	"rules-2":         {"Påstander og funn", "Claims and findings"},
	"rules-3":         {"Vurderinger, kunnskapshull og motstrid", "Judgements, gaps and conflicts"},
	"rules-4":         {"Kilder, oppsummeringer og søk", "Sources, reviews and searches"},
	"rule":            {"Regel %s", "Rule %s"},
	"disjoint-groups": {"Klasser som utelukker hverandre", "Classes that exclude each other"},

	// kinds of term
	"class":             {"klasse", "class"},
	"object-property":   {"objektegenskap", "object property"},
	"outside-property":  {"egenskap", "property"},
	"datatype-property": {"dataegenskap", "datatype property"},
	"scheme":            {"kodeliste", "code list"},
	"code":              {"kode", "code"},
	"deprecated":        {"utgått", "deprecated"},

	// rows
	"other-label":      {"Engelsk", "Norwegian"},
	"nynorsk":          {"Nynorsk", "Norwegian (Nynorsk)"},
	"note":             {"Merknad", "Note"},
	"superclasses":     {"Overklasser", "Superclasses"},
	"subclasses":       {"Underklasser", "Subclasses"},
	"disjoint":         {"Utelukker", "Excludes"},
	"superproperties":  {"Overegenskaper", "Superproperties"},
	"above":            {"Overegenskap for", "Superproperty of"},
	"subproperties":    {"Underegenskaper", "Subproperties"},
	"domain":           {"Subjekt", "Domain"},
	"range":            {"Verdi", "Range"},
	"code-list":        {"Kodeliste", "Code list"},
	"inverse":          {"Omvendt", "Inverse"},
	"chains":           {"Følger av kjedene", "Follows from the chains"},
	"in-chains":        {"Ledd i kjedene", "Part of the chains"},
	"then":             {" og så ", ", then "},
	"gives":            {" gir ", " gives "},
	"characteristics":  {"Kjennetegn", "Characteristics"},
	"transitive":       {"transitiv: fra a til b og fra b til c gir fra a til c", "transitive: from a to b and from b to c gives from a to c"},
	"symmetric":        {"symmetrisk: fra a til b gir fra b til a", "symmetric: from a to b gives from b to a"},
	"irreflexive":      {"irrefleksiv: aldri fra en ting til den selv", "irreflexive: never from a thing to itself"},
	"value-of":         {"Verdi for", "Value of"},
	"in-data":          {"I dataene", "In the data"},
	"instances":        {"%s forekomster", "%s instances"},
	"instance":         {"én forekomst", "one instance"},
	"instances-below":  {"ingen forekomster av klassen selv; %s av underklassene", "no instances of the class itself; %s of its subclasses"},
	"once":             {"én gang", "once"},
	"times":            {"%s ganger", "%s times"},
	"not-said":         {"sies ikke i dataene; følger av reglene", "not said in the data; follows from the rules"},
	"not-used":         {"ikke brukt", "not used"},
	"on":               {"på", "on"},
	"json-keys":        {"I JSON-LD", "In JSON-LD"},
	"columns":          {"Kolonner i tabellene", "Columns of the tables"},
	"tables":           {"Tabeller", "Tables"},
	"row-rules":        {"Regler", "Rules"},
	"whole-rules":      {"Regler for det hele", "Rules for the whole"},
	"mappings":         {"I andre vokabularer", "In other vocabularies"},
	"confidence":       {"sikkerhet %s", "confidence %s"},
	"replaced":         {"Erstattet av", "Replaced by"},
	"example":          {"Eksempel", "Example"},
	"example-of":       {"Eksempel i %s", "Example in %s"},
	"abridged":         {"Forkortet: %s.", "Abridged: %s."},
	"of-values":        {"%d av %s verdier av %s", "%d of %s values of %s"},
	"example-at":       {"Et eksempel står under underklassen", "There is an example under the subclass"},
	"notation":         {"Kodeord", "Word"},
	"broader":          {"Overordnet", "Broader"},
	"narrower":         {"Underordnet", "Narrower"},
	"strength":         {"Årsaksstyrke", "Causal strength"},
	"strength-of":      {"%d av 5", "%d of 5"},
	"property-of-list": {"Egenskap", "Property"},

	// tables
	"properties-of":  {"Egenskaper ved %s", "Properties of %s"},
	"property":       {"Egenskap", "Property"},
	"value":          {"Verdi", "Value"},
	"how-many":       {"Antall", "How many"},
	"from":           {"Fra", "From"},
	"own":            {"egen", "own"},
	"namespace-of":   {"Navnerom", "Namespace"},
	"prefixes-table": {"Prefiksene som brukes på siden og i dataene", "The prefixes of this page and of the data"},

	// mappings
	"rdfs:subClassOf":    {"er en slags", "is a kind of"},
	"rdfs:subPropertyOf": {"er en underegenskap av", "is a subproperty of"},
	"skos:exactMatch":    {"samme som", "same as"},
	"skos:closeMatch":    {"nesten samme som", "nearly the same as"},
	"skos:broadMatch":    {"snevrere enn", "narrower than"},
	"skos:narrowMatch":   {"videre enn", "wider than"},
	"skos:relatedMatch":  {"beslektet med", "related to"},
	"not-same":           {"ikke det samme som", "not the same as"},

	// constraints
	"exactly-one":    {"nøyaktig én", "exactly one"},
	"exactly":        {"nøyaktig %d", "exactly %d"},
	"at-least":       {"minst %d", "at least %d"},
	"at-least-one":   {"minst én", "at least one"},
	"at-most":        {"høyst %d", "at most %d"},
	"at-most-one":    {"høyst én", "at most one"},
	"between":        {"fra %d til %d", "from %d to %d"},
	"none":           {"ingen", "none"},
	"any":            {"valgfritt", "any number"},
	"of-class":       {"av klassen ", "of the class "},
	"of-datatype":    {"datatype ", "datatype "},
	"is-iri":         {"en adresse (IRI)", "an address (IRI)"},
	"one-of":         {"en av ", "one of "},
	"has-value":      {"har verdien ", "has the value "},
	"matches":        {"på formen ", "of the form "},
	"min-length":     {"minst %d tegn", "at least %d characters"},
	"min-length-1":   {"ikke tom", "not empty"},
	"min-value":      {"minst %s", "at least %s"},
	"max-value":      {"høyst %s", "at most %s"},
	"unique-lang":    {"én for hvert språk", "one for each language"},
	"in-language":    {"på språket %s", "in the language %s"},
	"not-above":      {"ikke over verdien av ", "not above the value of "},
	"shares-none":    {"ingen felles verdi med ", "no value in common with "},
	"either":         {"ett av disse holder:", "one of these holds:"},
	"never":          {"dette holder ikke:", "this does not hold:"},
	"each-value":     {"for hver verdi gjelder:", "each value is such that:"},
	"qualified":      {"%s av verdiene er ", "%s of the values: "},
	"text-with-lang": {"tekst med språk", "text with a language"},
	"or":             {" eller ", " or "},
	"and":            {"og", "and"},
	"applies":        {"Gjelder", "Applies to"},
	"path":           {"Egenskap", "Property"},
	"asks":           {"Krever", "Asks"},
	"severity":       {"Alvorlighet", "Severity"},
	"warning":        {"advarsel", "warning"},
	"subjects-of":    {"subjektene til ", "subjects of "},
	"objects-of":     {"verdiene av ", "objects of "},
	"reverse":        {"omvendt av ", "inverse of "},
	"any-thing":      {"hva som helst", "anything"},
}
