package gapmap

import (
	"fmt"
	"strings"

	"github.com/cayleygraph/quad"

	"policygraph/exports/authority"
	"policygraph/ontology/vocab"
)

// Lang is a language of the map.
type Lang string

// The languages, as their tags.
const (
	NB Lang = "nb"
	EN Lang = "en"
)

// Of chooses between the languages of a text.
func (t Text) Of(l Lang) string {
	if l == NB {
		return t.NB
	}
	return t.EN
}

func textOf(key string) Text {
	t, ok := words[key]
	if !ok {
		panic("gapmap: no word for " + key) // the keys are constants
	}
	return t
}

// word is a word of the map. Where it has verbs, they are those of fmt.
func (l Lang) word(key string, values ...any) string {
	w := textOf(key).Of(l)
	if len(values) > 0 {
		return fmt.Sprintf(w, values...)
	}
	return w
}

// count is a number with what is counted: the word of a key for one, or for any
// other number.
func (l Lang) count(n int, key string) string {
	if n == 1 {
		return l.word(key + "-1")
	}
	return l.word(key+"-n", n)
}

// code is the label of a code, or the word itself where the list has no such code.
func (l Lang) code(property quad.IRI, notation string) string {
	scheme, _ := vocab.SchemeOf(property)
	c, ok := scheme.Code(notation)
	if !ok {
		return notation
	}
	return Text{c.NB, c.EN}.Of(l)
}

// direction is what a direction is called here, where its label alone ("none",
// "positive") would be too short.
func (l Lang) direction(notation string) string { return l.word("direction-" + notation) }

// country is the name of a country or a continent.
func (l Lang) country(code string) string {
	for _, t := range []authority.Table{authority.Country, authority.Continent} {
		if term, ok := t.Term(code); ok {
			return Text{term.NB, term.EN}.Of(l)
		}
	}
	return code
}

// stateName is the state of a cell in words, with the way that evidence points.
func (l Lang) stateName(s State, lean string) string {
	if s == Evidence {
		return l.word("lean-" + lean)
	}
	return l.word("state-" + string(s))
}

// band is the heading of a band of rows.
func (l Lang) band(approaches []string) string {
	if len(approaches) == 0 {
		return l.word("band-none")
	}
	list := make([]string, len(approaches))
	for i, a := range approaches {
		list[i] = l.code(vocab.Approach, a)
	}
	return capital(strings.Join(list, " "+l.word("and")+" "))
}

func capital(s string) string {
	first := []rune(s)[:1]
	return strings.ToUpper(string(first)) + s[len(string(first)):]
}

// words are all the words of the map that the data do not have themselves.
var words = map[string]Text{
	"and":  {"og", "and"},
	"skip": {"Gå til kartet", "Skip to the map"},

	// the frame
	"title": {"Kart over kunnskap og kunnskapshull", "Evidence gap map"},
	"lead": {
		"Hva er prøvd, hva ble funnet, hva er lett etter uten treff, og hva vet vi ingenting om? Hver rute viser hva kunnskapsoppsummeringene sier om ett tiltak og ett utfall.",
		"What has been tested, what was found, what was searched for in vain, and about what is nothing said? Each cell shows what the reviews say of one measure and one outcome."},
	"languages":     {"Språk", "Languages"},
	"self":          {"Norsk bokmål", "English"},
	"formats":       {"Kartet i andre formater", "The map in other formats"},
	"picture":       {"bilde (SVG)", "picture (SVG)"},
	"made":          {"Denne siden er laget av programmet policygraph, fra dataene.", "This page is made by the program policygraph, from the data."},
	"from-reviews":  {"Kilde", "Source"},
	"first":         {"Det viktigste først", "First things first"},
	"by-state":      {"Tiltakene etter hva som er kjent", "The measures by what is known"},
	"legend":        {"Slik leses kartet", "How to read the map"},
	"caution-title": {"Dette sier kartet ikke", "What the map does not say"},
	"caution-1":     {"En tom rute betyr at oppsummeringen ikke sier noe om virkningen. Det betyr ikke at tiltaket ikke virker, og heller ikke at noen har lett.", "An empty cell means that the review says nothing of an effect. It does not mean that the measure does not work, nor that anybody has looked."},
	"caution-2":     {"Kartet viser hva %s sier, slik vi har kodet det. Andre oppsummeringer kan si noe annet, og nyere studier er ikke med.", "The map shows what %s says, as coded by us. Other reviews may say otherwise, and later studies are not in it."},
	"caution-3":     {"Antall studier sier ikke hvor stor virkningen er. Ti svake studier veier ikke mer enn ett godt forsøk.", "The number of studies does not tell the size of the effect. Ten weak studies do not outweigh one good trial."},
	"caution-4":     {"En bred tiltakstype teller også funn om de smalere tiltakene under den. En studie telles én gang i hver rute, men kan stå i flere ruter; derfor kan ruter ikke legges sammen.", "A broad type of measure also counts findings on the narrower measures below it. A study counts once in a cell but may be in several cells, so cells cannot be added up."},
	"caution-5":     {"I sumrutene kan blandede funn komme av at utfallene er ulike: se rutene for hvert utfall.", "In cells that sum up, mixed findings may come of different outcomes: see the cells for each outcome."},

	// figures
	"fig-tested":      {"%d av %d tiltak har minst ett funn fra en studie", "%d of %d measures have at least one finding from a study"},
	"fig-findings":    {"%d funn fra %d studier om tiltakene", "%d findings from %d studies on the measures"},
	"fig-strong":      {"%d av funnene har et design som kan skille årsak fra sammenfall godt (årsaksstyrke 3 eller mer av 5)", "%d of the findings have a design that is good at telling cause from coincidence (causal strength 3 or more of 5)"},
	"fig-ungraded":    {"%d av funnene har et design uten egen årsaksstyrke, som en oppsummering av andre studier", "%d of the findings have a design with no causal strength of its own, such as a synthesis of other studies"},
	"fig-not-stated":  {"For %d av funnene sier oppsummeringen ikke hvordan studien er gjort; det betyr ikke at de er svake", "For %d of the findings the review does not say how the study was done; that does not mean that they are weak"},
	"fig-gaps":        {"%d kunnskapshull er pekt på av oppsummeringen selv, %d av dem etter et søk uten treff", "%d gaps are pointed out by the review itself, %d of them after a search that came up empty"},
	"first-no-effect": {"Prøvd, men ingen virkning funnet", "Tested, no effect found"},
	"first-mixed":     {"Prøvd, funnene spriker", "Tested, findings differ"},
	"first-negative":  {"Prøvd, alle funn peker feil vei", "Tested, all findings point the wrong way"},
	"first-sought":    {"Lett etter, ingen studier funnet", "Searched for, no study found"},
	"first-stated":    {"Verken funn eller vurdering av retning, og oppsummeringen sier at noe ikke er kjent", "Neither a finding nor a judgement of direction, and the review says that something is not known"},
	"first-judged":    {"Ingen funn, men oppsummeringen har en vurdering", "No finding, but a judgement by the review"},
	"first-silent":    {"Ingen funn, og ingenting sagt om virkningen", "No finding, and nothing said of effects"},
	"first-note":      {"Tiltak etter tilstanden til ruten «alle utfall», smalere tiltak regnet med.", "Measures by the state of their cell “all outcomes”, narrower measures included."},

	// states
	"state-evidence":               {"Funn", "Evidence"},
	"state-evidence-is":            {"Det finnes funn, og alle som har en retning, peker samme vei.", "There are findings, and all that have a direction point the same way."},
	"state-no-effect":              {"Prøvd, ingen virkning", "Tested, no effect"},
	"state-no-effect-is":           {"Undersøkt, og alle funn er null. Ikke det samme som ikke undersøkt.", "Studied, and every finding is null. Not the same as not studied."},
	"state-mixed":                  {"Blandede funn", "Mixed findings"},
	"state-mixed-is":               {"Funnene har ulik retning, eller et funn er blandet i seg selv.", "The findings differ in direction, or one is mixed in itself."},
	"state-judgement-only":         {"Bare en vurdering", "A judgement only"},
	"state-judgement-only-is":      {"Oppsummeringen vurderer virkningen, men viser ingen funn om den. Flagg: den sier også at noe mangler.", "The review judges the effect, but gives no finding on it. A flag: it also says that something is missing."},
	"state-searched-none-found":    {"Lett etter, ingen funnet", "Searched, none found"},
	"state-searched-none-found-is": {"Oppsummeringen søkte etter studier av akkurat dette tiltaket og fant ingen. Gruppe og land for søket står i ruten.", "The review searched for studies of this very measure and found none. The cell names the group and the countries of the search."},
	"state-stated-gap":             {"Oppgitt kunnskapshull", "Stated gap"},
	"state-stated-gap-is":          {"Oppsummeringen sier at noe ikke er kjent: uten et søk etter studier, bare for en gruppe eller et land, eller fordi den ikke fant noe tiltak å studere. Ruten sier hva.", "The review says that something is not known: without a search for studies, for one group or country only, or because it found no measure to study. The cell says what."},
	"state-nothing-said":           {"Ingenting sagt om virkning", "Nothing said of an effect"},
	"state-nothing-said-is":        {"Oppsummeringen sier ingenting om virkningen her. Kanskje har ingen lett.", "The review says nothing of an effect here. Perhaps nobody has looked."},
	"lean-positive":                {"Funn i ønsket retning", "Findings in the desired direction"},
	"lean-negative":                {"Funn i uønsket retning", "Findings in the undesired direction"},
	"lean-unclear":                 {"Funn uten klar retning", "Findings of unclear direction"},
	"lean-none":                    {"Beskrivende funn", "Descriptive findings"},
	"lean-positive-is":             {"Alle funn som har en retning, går den veien man ønsker for utfallet.", "All findings that have a direction go the way that is wished for the outcome."},
	"lean-negative-is":             {"Alle funn som har en retning, går motsatt vei av det man ønsker.", "All findings that have a direction go against what is wished."},
	"lean-unclear-is":              {"Studert, men retningen kan ikke sies, eller funnene bare beskriver.", "Studied, but the direction cannot be told, or the findings only describe."},

	// marks in cells
	"mark-studies":      {"Tallet i ruten er antall ulike studier.", "The number in a cell is how many different studies there are."},
	"mark-strength":     {"Streken viser det beste designet: fylt så langt som årsaksstyrken går, fra 0 til 5. Stiplet: design ikke oppgitt. Stripet: et design uten egen årsaksstyrke, som en oppsummering av andre studier.", "The bar shows the best design: filled as far as its causal strength goes, from 0 to 5. Dotted: no design stated. Striped: a design with no causal strength of its own, such as a synthesis of other studies."},
	"mark-gap":          {"Flagg: i tillegg til funn eller vurderinger er det et oppgitt kunnskapshull.", "Flag: besides findings or judgements there is a stated gap."},
	"mark-gap-searched": {"Flagg med prikk: hullet bygger på et søk uten treff.", "Flag with a dot: the gap rests on a search that came up empty."},
	"mark-aim":          {"Pil: oppsummeringen sier at tiltaket retter seg mot problemet, men viser ingen funn.", "Arrow: the review says that the measure addresses the problem, but gives no finding."},

	// rows and columns
	"column-all":        {"Alle utfall", "All outcomes"},
	"column-unnamed":    {"Utfall ikke nevnt", "No outcome named"},
	"column-all-p":      {"Alt om tiltaket", "All on the measure"},
	"column-unnamed-p":  {"Problem ikke nevnt", "No problem named"},
	"phase-entry":       {"Inngang til arbeid", "Entering work"},
	"phase-retention":   {"Varighet i arbeid", "Staying in work"},
	"phase-progression": {"Framgang i arbeid", "Moving on in work"},
	"phase-exit":        {"Avgang fra arbeid", "Leaving work"},
	"phase-none":        {"Ingen bestemt fase", "No particular phase"},
	"band-none":         {"Tilnærming ikke oppgitt", "Approach not stated"},
	"measure":           {"Tiltak", "Measure"},
	"all-measures":      {"Alle tiltak", "All measures"},
	"outcomes":          {"Tiltak og utfall", "Measures and outcomes"},
	"problems":          {"Tiltak og problemer", "Measures and problems"},
	"outcomes-lead":     {"Rader er tiltak, ordnet etter tilnærming og type, de mest studerte først. Kolonner er utfall, ordnet etter fase i arbeidslivet.", "Rows are measures, ordered by approach and type, the most studied first. Columns are outcomes, ordered by phase of working life."},
	"problems-lead":     {"De samme funnene etter hvilket problem utfallet er et mål på. Et funn kan høre til flere problemer.", "The same findings by the problem that the outcome is a measure of. A finding may belong to several problems."},
	"unused-outcomes":   {"Utfall som ingen funn, vurderinger eller kunnskapshull om tiltak gjelder (%d)", "Outcomes that no finding, judgement or gap on a measure concerns (%d)"},
	"unused-problems":   {"Problemer som ingen tiltak er sagt å rette seg mot eller virke på (%d)", "Problems that no measure is said to address or to affect (%d)"},
	"scroll":            {"%s, tabell som kan rulles sidelengs", "%s, a table that scrolls sideways"},
	"open-below":        {"Vis smalere tiltak under %s", "Show narrower measures below %s"},

	"text-note": {"Tallet er antall studier, smalere tiltak regnet med; ! bak et annet tegn: også et oppgitt kunnskapshull.", "The number is that of studies, narrower measures included; ! after another sign: a stated gap, too."},

	// filters
	"filters":     {"Avgrens kartet", "Narrow the map"},
	"f-search":    {"Søk i tiltak og funn", "Search measures and findings"},
	"f-approach":  {"Tilnærming", "Approach"},
	"f-level":     {"Nivå", "Level"},
	"f-timing":    {"Fase", "Phase"},
	"f-strength":  {"Årsaksstyrke", "Causal strength"},
	"f-direction": {"Retning", "Direction"},
	"f-gaps":      {"Bare kunnskapshull", "Only gaps"},
	"f-detail":    {"Vis hvert utfall", "Show every outcome"},
	"f-tree":      {"Vis smalere tiltak", "Show narrower measures"},
	"f-apply":     {"Gå til kartet", "Go to the map"},
	"f-reset":     {"Nullstill", "Reset"},
	"f-any":       {"alle", "any"},
	"f-at-least":  {"minst %d av 5", "at least %d of 5"},
	"f-shown":     {"Viser %a av %b tiltak.", "Showing %a of %b measures."},
	"f-none":      {"Ingen tiltak passer", "No measure matches"},
	"keys":        {"Pluss foran et tiltak viser smalere tiltak. I kartet flytter piltastene mellom ruter med innhold, Enter åpner en rute og Esc lukker den.", "The plus before a measure shows narrower ones. In the map the arrow keys move between cells that hold something, Enter opens a cell and Esc closes it."},
	"close":       {"Lukk", "Close"},

	// details
	"details":        {"Alt om hvert tiltak", "All on each measure"},
	"details-lead":   {"Alt som ligger bak kartet, tiltak for tiltak, i våre egne ord. Smalere tiltak står for seg.", "All that is behind the map, measure by measure, in our own words. Narrower measures stand by themselves."},
	"loose":          {"Kunnskapshull uten tiltak", "Gaps that name no measure"},
	"loose-lead":     {"Oppsummeringen peker på disse uten å knytte dem til et tiltak. De står ikke i noen rute.", "The review points these out without tying them to a measure. They are in no cell."},
	"nothing-direct": {"Ingenting er sagt om akkurat dette tiltaket.", "Nothing is said of this very measure."},
	"narrower":       {"Smalere tiltak", "Narrower measures"},
	"finding":        {"Funn", "Finding"},
	"judgement":      {"Vurdering", "Judgement"},
	"gap":            {"Kunnskapshull", "Gap"},
	"description":    {"Beskrivelse, ikke om virkning", "Description, not of an effect"},
	"d-study":        {"Studie", "Study"},
	"d-design":       {"Studiedesign", "Study design"},
	"d-horizon":      {"Tidshorisont", "Time horizon"},
	"d-population":   {"Gruppe", "Group"},
	"d-country":      {"Land", "Country"},
	"d-place":        {"Sted", "Place"},
	"d-outcome":      {"Utfall", "Outcome"},
	"d-problem":      {"Gjelder problemet", "Concerns the problem"},
	"d-certainty":    {"Sikkerhet", "Certainty"},
	"d-search":       {"Søk", "Search"},
	"d-iri":          {"Adresse", "Address"},
	"strength-of":    {"årsaksstyrke %d av 5", "causal strength %d of 5"},
	"no-strength":    {"design ikke oppgitt", "no design stated"},
	"no-grade":       {"design uten egen årsaksstyrke", "design with no causal strength of its own"},
	"section-line":   {"avsnitt %s, linje %s", "section %s, line %s"},
	"section-lines":  {"avsnitt %s, linjene %s", "section %s, lines %s"},
	"search-none":    {"søkt uten treff", "searched, none found"},
	"search-in":      {"søkt i %d kilder", "searched in %d places"},
	"search-years":   {"for årene %s–%s", "for the years %s–%s"},

	"direction-positive": {"ønsket", "desired"},
	"direction-negative": {"uønsket", "undesired"},
	"direction-null":     {"ingen virkning", "no effect"},
	"direction-mixed":    {"blandet", "mixed"},
	"direction-unclear":  {"uklar", "unclear"},
	"direction-none":     {"bare beskrivelse", "description only"},

	// numbers
	"studies-1":      {"én studie", "one study"},
	"studies-n":      {"%d studier", "%d studies"},
	"findings-1":     {"ett funn", "one finding"},
	"findings-n":     {"%d funn", "%d findings"},
	"judgements-1":   {"én vurdering", "one judgement"},
	"judgements-n":   {"%d vurderinger", "%d judgements"},
	"gaps-1":         {"ett kunnskapshull", "one gap"},
	"gaps-n":         {"%d kunnskapshull", "%d gaps"},
	"descriptions-1": {"én beskrivelse", "one description"},
	"descriptions-n": {"%d beskrivelser", "%d descriptions"},
	"below-1":        {"ett smalere tiltak", "one narrower measure"},
	"below-n":        {"%d smalere tiltak", "%d narrower measures"},
	"best":           {"beste design %d av 5", "best design %d of 5"},
	"aim":            {"oppgitt mål, ingen funn", "stated aim, no finding"},

	// the picture
	"svg-desc": {
		"Rader er tiltak, kolonner er utfall. Formen i en rute viser tilstanden, tallet er antall studier. Alt står også i gapmap.csv.",
		"Rows are measures, columns are outcomes. The shape in a cell shows its state, the number is that of studies. All of it is also in gapmap.csv."},
}
