package reviews

// What letters say. Each message stands here in both languages, with the same
// verbs in the same order or numbered, so that a translation is a line and no
// language is put together from pieces of the other.

var (
	wordOr        = Wording{"or", "eller"}
	msgDidYouMean = Wording{"; did you mean %s?", "; mente du %s?"}
)

// Of files and their form.
var (
	msgNotUTF16      = Wording{"expected UTF-8, found UTF-16: save the file as CSV UTF-8", "ventet UTF-8, fant UTF-16: lagre filen som CSV UTF-8"}
	msgByte          = Wording{"expected UTF-8, found the byte %02X (%s in Windows-1252): save the file as UTF-8", "ventet UTF-8, fant byten %02X (%s i Windows-1252): lagre filen som UTF-8"}
	msgBytes         = Wording{"expected UTF-8, found the byte %02X (%s in Windows-1252) and %d more: save the file as UTF-8", "ventet UTF-8, fant byten %02X (%s i Windows-1252) og %d til: lagre filen som UTF-8"}
	msgTooManyRows   = Wording{"more than 1,000,000 rows: the rest was not read", "mer enn 1 000 000 rader: resten ble ikke lest"}
	msgTooLongCell   = Wording{"a cell of more than 1 MiB was not read", "en celle på mer enn 1 MiB ble ikke lest"}
	msgTooLongFile   = Wording{"the file is larger than 64 MiB and was not read", "filen er større enn 64 MiB og ble ikke lest"}
	msgTooDeep       = Wording{"nested deeper than %d levels", "mer enn %d nivåer inni hverandre"}
	msgFurther       = Wording{"%d further problems are not shown", "%d feil til er ikke vist"}
	msgUnreadable    = Wording{"the file cannot be read: %s", "filen kan ikke leses: %s"}
	msgNoReview      = Wording{"there is no such review", "den oppsummeringen finnes ikke"}
	msgNothingHere   = Wording{"nothing to read here: expected a review.yaml, folders with one in each, a folder concepts, or a file sources.csv", "ingenting å lese her: ventet en review.yaml, mapper med hver sin, en mappe concepts eller en fil sources.csv"}
	msgNoYAML        = Wording{"the folder %s has tables but no review.yaml", "mappen %s har tabeller, men ingen review.yaml"}
	msgTwoFiles      = Wording{"%s and %s hold the same table: keep one of them", "%s og %s er samme tabell: behold bare én av dem"}
	msgBelongs       = Wording{"%s belongs %s; here it was not read", "%s hører hjemme %s; her ble den ikke lest"}
	msgNoTable       = Wording{"no table has this name, and the file was not read", "ingen tabell heter dette, og filen ble ikke lest"}
	msgSaveAs        = Wording{"the file was not read: save it as %s", "filen ble ikke lest: lagre den som %s"}
	msgLiesBeside    = Wording{"the file is not read; %s beside it is", "filen blir ikke lest; det gjør %s ved siden av"}
	msgReviewMissing = Wording{"review.yaml is missing: it says what the review is called, and tables are read only beside it", "review.yaml mangler: den sier hva oppsummeringen heter, og tabeller blir bare lest ved siden av den"}
	msgConceptsHere  = Wording{"the concepts of all reviews belong in one folder concepts beside them; here they were not read", "begrepene til alle oppsummeringene hører hjemme i én mappe concepts ved siden av dem; her ble de ikke lest"}

	inReviewFolder  = Wording{"in the folder of a review", "i mappen til en oppsummering"}
	inConceptsHere  = Wording{"in the folder concepts", "i mappen concepts"}
	besideReviews   = Wording{"beside the folders of the reviews, or in that of a review that stands alone", "ved siden av mappene til oppsummeringene, eller i mappen til en oppsummering som står alene"}
	underKey        = Wording{"in review.yaml, under the key %s", "i review.yaml, under nøkkelen %s"}
	besideReviewDoc = Wording{"beside the review.yaml of its review", "ved siden av review.yaml til sin oppsummering"}

	msgStrayQuote = Wording{`a quote in the middle of a cell: put the whole cell in quotes and double the quotes inside it, as in "the ""old"" rule"`, `et anførselstegn midt i en celle: sett hele cellen i anførselstegn og doble dem som er inni, som i "den ""gamle"" regelen"`}
	msgAfterQuote = Wording{`text after the closing quote: double the quotes inside a cell, as in "the ""old"" rule"`, `tekst etter anførselstegnet som lukker cellen: doble dem som er inni, som i "den ""gamle"" regelen"`}
	msgOpenQuote  = Wording{`this quote has no partner that ends the cell: close it, or double it if it is part of the text`, `dette anførselstegnet har ingen makker som lukker cellen: lukk det, eller doble det om det hører til teksten`}
	msgTabs       = Wording{`expected columns separated by comma or semicolon, found tabs: save the file as CSV`, `ventet kolonner skilt av komma eller semikolon, fant tabulatorer: lagre filen som CSV`}
	msgOldLines   = Wording{`expected lines that end in LF or CRLF, found a lone CR after each, as on old Macs: save the file anew, in a spreadsheet as CSV UTF-8`, `ventet linjer som slutter med LF eller CRLF, fant bare CR etter hver, som på gamle Mac-er: lagre filen på nytt, i et regneark som CSV UTF-8`}
	msgEmptyFile  = Wording{"the file is empty: expected a first line with the names of the columns", "filen er tom: ventet en første linje med navnene på kolonnene"}

	msgNotYAML        = Wording{"not YAML: %s", "ikke YAML; programmet som leser det, sier: %s"}
	msgYAMLTab        = Wording{"a tab at the beginning of a line: indent with spaces", "en tabulator først på linjen: rykk inn med mellomrom"}
	msgYAMLQuote      = Wording{"this quote is not closed: put one of the same kind at the end of the value", "dette anførselstegnet er ikke lukket: sett ett av samme slag til slutt i verdien"}
	msgYAMLAfterQuote = Wording{"text after the closing quote: a quote inside a value in quotes must be doubled ('') or escaped (\\\")", "tekst etter anførselstegnet som lukker verdien: et anførselstegn inni må dobles ('') eller ha \\ foran (\\\")"}
	msgYAMLBracket    = Wording{"a bracket before this is not closed, or a comma is missing", "en klamme før dette er ikke lukket, eller et komma mangler"}
	msgYAMLColon      = Wording{"a colon followed by a space in a value: put the whole value in quotes", "et kolon med mellomrom etter i en verdi: sett hele verdien i anførselstegn"}
	msgYAMLIndent     = Wording{"the indentation does not fit: keys of one row begin in the same column", "innrykket passer ikke: nøklene i en rad begynner i samme kolonne"}
	msgYAMLGlued      = Wording{"a space is missing after the colon: write key: value", "det mangler et mellomrom etter kolonet: skriv nøkkel: verdi"}
	msgYAMLTwice      = Wording{"this key stands twice in the row: remove one of them", "denne nøkkelen står to ganger i raden: ta bort en av dem"}
	msgSecondDoc      = Wording{"expected one document, found a second one", "ventet ett dokument, fant et til"}
	msgNotList        = Wording{"expected a list, each item beginning with a hyphen", "ventet en liste der hvert punkt begynner med bindestrek"}
	msgNotMapping     = Wording{"expected a mapping, with a key and a value on each line", "ventet nøkkel og verdi på hver linje"}
	msgNotPlain       = Wording{"anchors (&), aliases (*), merge keys (<<) and tags (!) are not read: write the value out", "ankre (&), viser til ankre (*), flettede nøkler (<<) og merkelapper (!) leses ikke: skriv verdien ut"}
	msgNested         = Wording{"expected a value, found a list or mapping inside a list", "ventet en verdi, fant en liste eller flere nøkler inni en liste"}
	msgTakesValue     = Wording{"%s takes a value, found a key below it", "%s tar en verdi, fant en nøkkel under den"}
	msgNotReview      = Wording{"expected the keys of a review, such as id: my-review and title: {nb: …, en: …}", "ventet nøklene til en oppsummering, som id: my-review og title: {nb: …, en: …}"}
	eachInLanguage    = ": {nb: …, en: …}" // how YAML says something in two languages
)

// Of columns, rows and cells.
var (
	msgNamelessColumn = Wording{"column %d has no name", "kolonne %d har ikke navn"}
	msgColumnTwice    = Wording{"the column %s stands twice", "kolonnen %s står to ganger"}
	msgColumnMissing  = Wording{"the column %s is missing: %s", "kolonnen %s mangler: %s"}
	msgCells          = Wording{"expected %d cells as in the header, found %d", "ventet %d celler, som i overskriften, fant %d"}
	msgOtherSeparator = Wording{"the columns are separated by %s, this row by %s: separate both alike", "kolonnene er skilt av %s, denne raden av %s: bruk samme skilletegn i begge"}
	msgTooManyCells   = Wording{"expected %d cells as in the header, found %d: a cell with a separator in it needs quotes around it", "ventet %d celler, som i overskriften, fant %d: en celle med skilletegn i må stå i anførselstegn"}
	msgBannedColumn   = Wording{"the column %s does not belong here: %s", "kolonnen %s hører ikke hjemme her: %s"}
	msgBannedKey      = Wording{"the key %s does not belong here: %s", "nøkkelen %s hører ikke hjemme her: %s"}
	msgNeedsLanguage  = Wording{"%s needs a language: write %s", "%s trenger et språk: skriv %s"}
	msgNoColumn       = Wording{"no column here is called %s", "ingen kolonne her heter %s"}
	msgNoKey          = Wording{"no key here is called %s", "ingen nøkkel her heter %s"}
	msgMustBeFilled   = Wording{"%s must be filled: %s", "%s må fylles ut: %s"}
	msgEmptyValue     = Wording{"an empty value in the list: remove the | that is too much", "en tom verdi i listen: fjern den | som er for mye"}
	msgTwiceInCell    = Wording{"%s stands twice in this cell", "%s står to ganger i denne cellen"}
	msgOneValue       = Wording{"%s takes one value, found %d: write a row for each", "%s tar én verdi, fant %d: skriv en rad for hver"}
	msgExpected       = Wording{"expected %s, found %s", "ventet %s, fant %s"}
	msgRising         = Wording{"expected lines that rise and do not overlap, found %s after %s", "ventet linjer som stiger og ikke overlapper, fant %s etter %s"}
	msgInvisible      = Wording{"found the invisible character U+%04X in the text: remove it", "fant det usynlige tegnet U+%04X i teksten: fjern det"}
	msgLooseAccent    = Wording{"found %s with a loose accent (U+%04X): write the letter and its accent as one", "fant %s med løs aksent (U+%04X): skriv bokstaven og aksenten som ett tegn"}

	msgShadows     = Wording{"the %s %s takes the place of the shared one: see %s", "%s %s trer i stedet for den felles: se %s"}
	msgSecondTime  = Wording{"the %s %s stands here for the second time: see %s", "%s %s står her for andre gang: se %s"}
	msgOtherReview = Wording{"the %s %s is in the review %s: a statement can only point at those of its own review", "%s %s er i oppsummeringen %s: et utsagn kan bare peke på dem i sin egen oppsummering"}
	msgOtherKind   = Wording{"%s is %s, and here is the place of %s", "%s er %s, og her er plassen til %s"}
	msgNoneCalled  = Wording{"no %s is called %s", "fant ikke %[2]s blant %[1]s"}
	msgNoneHere    = Wording{"no %s of this review is called %s", "fant ikke %[2]s blant %[1]s i denne oppsummeringen"}
	msgNoSearch    = Wording{"review.yaml of this review has no search", "review.yaml i denne oppsummeringen har ikke noe search"}

	lineN     = Wording{"line %s", "linje %s"}
	linesN    = Wording{"lines %s", "linjene %s"}
	lineIs    = Wording{"line %s is", "linje %s er"}
	linesAre  = Wording{"lines %s are", "linjene %s er"}
	lineGoes  = Wording{"line %s goes", "linje %s går"}
	linesGo   = Wording{"lines %s go", "linjene %s går"}
	lineIsNot = Wording{"line %s is not", "linje %s ligger ikke"}
	linesNot  = Wording{"lines %s are not all", "linjene %s ligger ikke helt"}
	itIs      = Wording{"it is", "den er"}
	theyAre   = Wording{"they are", "de er"}

	onLine = Wording{"line %d", "linje %d"}
	inFile = same("%s:%d")
)

// Of what more than one cell says.
var (
	msgLeadsNowhere    = Wording{"no claim says what this mechanism leads to, contributes to or mitigates", "ingen påstand sier hva denne mekanismen fører til, bidrar til eller demper"}
	msgAimsNowhere     = Wording{"no claim says which mechanism this measure targets or which problem it addresses", "ingen påstand sier hvilken mekanisme dette tiltaket skal virke gjennom, eller hvilket problem det retter seg mot"}
	msgIndicates       = Wording{"no problem is named that %s shows the state of", "det er ikke nevnt noe problem som %s viser tilstanden til"}
	msgLinkFrom        = Wording{"%s leads from %s, found the %s %s", "%s går fra %s, fant %s %s"}
	msgLinkTo          = Wording{"%s leads to %s, found the %s %s", "%s går til %s, fant %s %s"}
	msgContradicts     = Wording{"what follows contradicts the ontology: %s", "det som følger, strider mot ontologien: %s"}
	msgContradictsWith = Wording{"what follows contradicts the ontology: %s; it follows from this and %s", "det som følger, strider mot ontologien: %s; det følger av dette og %s"}
	msgSelfLink        = Wording{"%s is linked to itself", "%s er lenket til seg selv"}
	msgSameName        = Wording{"the name %s is also that of %s on %s", "navnet %s er også navnet på %s på %s"}
	msgBroaderItself   = Wording{"%s is broader than itself: %s", "%s er videre enn seg selv: %s"}
	msgPartOfItself    = Wording{"%s is part of itself: %s", "%s er del av seg selv: %s"}
	msgUnreached       = Wording{"no chain of claims leads from a measure to this problem", "ingen kjede av påstander går fra et tiltak til dette problemet"}
	msgNotResults      = Wording{"a finding comes from a study, an evaluation, statistics or a synthesis; %s is %s in %s", "et funn kommer fra en studie, en evaluering, statistikk eller en oppsummering; %s er %s i %s"}
	msgMeasureNeeds    = Wording{"a finding about a measure must have %s", "et funn om et tiltak må ha %s"}
	msgFindingAbout    = Wording{`a finding must be about something: fill "measure", "about" or "outcome"`, "et funn må handle om noe: fyll ut «measure», «about» eller «outcome»"}
	msgBothStances     = Wording{"the claim %s is both supported and contradicted", "påstanden %s blir både støttet og motsagt"}
	msgForWhom         = Wording{"the finding does not say whom it holds for", "funnet sier ikke hvem det gjelder for"}
	msgNoNumber        = Wording{`a metric without a number: fill "value", or both ends of a range, or empty "metric"`, "et mål uten tall: fyll ut «value» eller begge ender av et spenn, eller tøm «metric»"}
	msgNoMetric        = Wording{`a number without a metric: say in "metric" what it is given in`, "et tall uten mål: si i «metric» hva det er oppgitt i"}
	msgBesideValue     = Wording{`%s stands beside a value: fill "value" too`, "%s står ved siden av en verdi: fyll ut «value» også"}
	msgBelow           = Wording{"%s is %s, below the %s of %s", "%s er %s, lavere enn %s i %s"}
	msgNullMagnitude   = Wording{"the direction is null, so there is nothing to have a magnitude", "retningen er null, så det er ikke noe som kan ha en størrelse"}
	msgHorizon         = Wording{"%s months is not the horizon %s", "%s måneder er ikke horisonten %s"}
	msgNoHorizon       = Wording{"%s months, and no horizon", "%s måneder, og ingen horisont"}
	msgNoStance        = Wording{"a judgement must have a direction, or support, contradict or qualify a claim", "en vurdering må ha en retning, eller støtte, motsi eller avgrense en påstand"}
	msgJudgementAbout  = Wording{`a judgement must be about something: fill "measure", "about" or "outcome"`, "en vurdering må handle om noe: fyll ut «measure», «about» eller «outcome»"}
	msgRestsOnNothing  = Wording{"the judgement rests on no finding", "vurderingen bygger ikke på noe funn"}
	msgTooShort        = Wording{"expected a sentence of our own, of %d characters or more, found %s", "ventet en setning med egne ord, på %d tegn eller mer, fant %s"}
	msgNotTranslated   = Wording{"the text is the same in both languages", "teksten er den samme på begge språk"}
	msgOneMember       = Wording{"a conflict needs two findings or more, found one", "en motstrid trenger to funn eller flere, fant ett"}
	msgNoDirection     = Wording{"the finding %s has no direction, so it cannot conflict with another", "funnet %s har ingen retning, så det kan ikke stride mot et annet"}
	msgSameDirection   = Wording{"all members have the same direction, so nothing conflicts", "alle funnene har samme retning, så ingenting er i strid"}
	msgShareNothing    = Wording{"%s and %s share no outcome, problem or measure", "%s og %s har verken utfall, problem eller tiltak felles"}

	msgNoTitleReview    = Wording{"the review has no title: write title: {nb: …, en: …}", "oppsummeringen har ingen tittel: skriv title: {nb: …, en: …}"}
	msgNoTitleSection   = Wording{"the section has no title: write title: {nb: …, en: …}", "avsnittet har ingen tittel: skriv title: {nb: …, en: …}"}
	msgNoSections       = Wording{"the review has no sections, and statements say which they are in: write a list under sections", "oppsummeringen har ingen avsnitt, og utsagnene sier hvilke de er i: skriv en liste under sections"}
	msgNoSourceDigest   = Wording{"the review has no source_digest yet: policygraph anchor writes it", "oppsummeringen har ingen source_digest ennå: policygraph anchor skriver den"}
	msgMoreThanFound    = Wording{"%d works taken in are more than the %d found", "%d verk tatt med er flere enn de %d som ble funnet"}
	msgSectionOutside   = Wording{"%s in section %s, which has %s", "%s i avsnitt %s, som har %s"}
	msgLinesOutside     = Wording{"%s in section %s", "%s i avsnitt %s"}
	msgLinesElsewhere   = Wording{"%s in section %s; %s in %s", "%s i avsnitt %s; %s i %s"}
	msgMentionOutside   = Wording{"%s in no section of %s", "%s ikke i noe avsnitt av %s"}
	msgNoReviewCalled   = Wording{"no review is called %s", "ingen oppsummering heter %s"}
	msgMentionNotRead   = Wording{"no review here is called %s, so this mention is left out", "ingen oppsummering her heter %s, så denne omtalen blir utelatt"}
	msgThisReviewIsNot  = Wording{"this review is not called %s", "denne oppsummeringen heter ikke %s"}
	msgFolder           = Wording{"the review %s lies in a folder called %s", "oppsummeringen %s ligger i en mappe som heter %s"}
	msgCitedYear        = Wording{"the citation says %s, the source %s is of %s: correct one of them, or say in a note why they differ", "henvisningen sier %s, kilden %s er fra %s: rett én av dem, eller si i note hvorfor de er ulike"}
	msgNoYear           = Wording{"the source has no year", "kilden har ikke noe år"}
	msgAnchorsBehind    = Wording{"%s: policygraph anchor writes the anchors", "%s: policygraph anchor skriver ankrene"}
	msgOtherText        = Wording{"the text has another digest, so it is not the very text that was coded", "teksten har et annet fingeravtrykk, så det er ikke nøyaktig den teksten som ble kodet"}
	msgNotTheText       = Wording{"this is not the text that was coded: %d of %d passages are not in it", "dette er ikke teksten som ble kodet: %d av %d steder finnes ikke i den"}
	msgBeyondText       = Wording{"%s beyond the text, which has %d", "%s ut over teksten, som har %d"}
	msgPassageMoved     = Wording{"the passage coded here is not on %s any more", "stedet som er kodet her, står ikke på %s lenger"}
	msgPassageLost      = Wording{"the passage coded here is not on %s any more, nor on as many lines elsewhere: read it again", "stedet som er kodet her, står ikke på %s lenger, og ikke på like mange linjer et annet sted: les det på nytt"}
	msgPublishedMissing = Wording{"the %s %s was published and is not here any more", "%s %s er publisert og finnes ikke her lenger"}

	statementWithout  = Wording{"statement without an anchor", "utsagn uten anker"}
	statementsWithout = Wording{"statements without an anchor", "utsagn uten anker"}
	statementMoved    = Wording{"statement on other lines than when it was anchored", "utsagn på andre linjer enn da det ble forankret"}
	statementsMoved   = Wording{"statements on other lines than when it was anchored", "utsagn på andre linjer enn da de ble forankret"}
	anchorIdle        = Wording{"anchor without a statement", "anker uten utsagn"}
	anchorsIdle       = Wording{"anchors without a statement", "ankre uten utsagn"}
)

// What is expected in a cell.
var (
	wantsText        = Wording{"text", "tekst"}
	wantsSlug        = Wording{"a name of small letters a to z and digits, joined by single hyphens", "et navn av små bokstaver a til z og sifre, satt sammen med enkle bindestreker"}
	wantsSection     = Wording{"a section number such as 4.2", "et avsnittsnummer som 4.2"}
	wantsCode        = Wording{"a word of the code list %s", "et ord i kodelisten %s"}
	wantsName        = Wording{"the name of %s", "navnet på %s"}
	wantsAny         = Wording{"kind/name, the kind being %s", "slag/navn, der slaget er %s"}
	wantsClaim       = Wording{"a claim as subject.predicate.object", "en påstand som subjekt.predikat.objekt"}
	wantsFinding     = Wording{"a finding as study.part", "et funn som studie.del"}
	wantsStatement   = Wording{"a finding as study.part, or judgement/…, gap/… or claim/…", "et funn som studie.del, eller judgement/…, gap/… eller claim/…"}
	wantsOwnSection  = Wording{"the number of a section of review.yaml", "nummeret på et avsnitt i review.yaml"}
	wantsSearch      = Wording{"the name of the review whose search came up empty", "navnet på oppsummeringen som søkte uten å finne noe"}
	wantsAddress     = Wording{"the address of a statement below id/, such as finding/review.study.part", "adressen til et utsagn under id/, som finding/review.study.part"}
	wantsNumber      = Wording{"a number, with a point before decimals", "et tall, med punktum foran desimalene"}
	wantsWhole       = Wording{"a whole number", "et helt tall"}
	wantsBetween     = Wording{"%s, from %s to %s", "%s, fra %s til %s"}
	wantsYear        = Wording{"a year of four digits, such as 2020", "et år med fire sifre, som 2020"}
	wantsLines       = Wording{"lines such as 571 or 559-562", "linjer som 571 eller 559-562"}
	wantsMention     = Wording{"a review and lines, such as fafo-2020-05:74-75", "en oppsummering og linjer, som fafo-2020-05:74-75"}
	wantsPage        = Wording{"a page such as 17, or pages such as 17-19", "en side som 17, eller sider som 17-19"}
	wantsCountry     = Wording{"a country as three capital letters (ISO 3166-1 alpha-3), such as NOR, or a continent, such as EUROPE", "et land med tre store bokstaver (ISO 3166-1 alfa-3), som NOR, eller en verdensdel, som EUROPE"}
	wantsLanguageTag = Wording{"a language tag: %s", "en språkkode: %s"}
	wantsDOI         = Wording{"a DOI such as 10.1000/182, without https://doi.org/", "en DOI som 10.1000/182, uten https://doi.org/"}
	wantsURL         = Wording{"a web address that begins with https://", "en nettadresse som begynner med https://"}
	wantsIRI         = Wording{"an address such as http://eurovoc.europa.eu/1234", "en adresse som http://eurovoc.europa.eu/1234"}
	wantsDigest      = Wording{"a SHA-256 of 64 digits 0 to 9 and a to f, written by policygraph anchor", "en SHA-256 på 64 sifre 0 til 9 og a til f, skrevet av policygraph anchor"}
)
