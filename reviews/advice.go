package reviews

// Advice is what a rule says to people: lower case, no full stop.
type Advice struct {
	Holds Wording // what must hold
	Do    Wording // what to do where it does not
	Why   Wording // why it matters
}

// formAdvice says what to do where a value has not the form of its type, for the
// types that stand under rules about something else.
var formAdvice = map[BaseType]Wording{
	TypeDOI:      {"write the DOI from 10. to its end, or leave the cell empty", "skriv DOI-en fra 10. til slutten, eller la cellen stå tom"},
	TypeYear:     {"write the year with four digits", "skriv årstallet med fire sifre"},
	TypeMention:  {"write the id of the review, a colon and the lines, such as my-review:74-75", "skriv id-en til oppsummeringen, kolon og linjene, som my-review:74-75"},
	TypeLanguage: {"write the tag of the language, such as nb or en", "skriv koden for språket, som nb eller en"},
}

// Advice for what one rule holds and another letter would fit better.
var (
	doRemoveColumn = Wording{"remove one of them, or give it the name it should have", "ta bort den ene, eller gi den navnet den skulle hatt"}
	doOtherColumn  = Wording{"move it to the column of its kind, or write the name of what is wanted here", "flytt den til kolonnen for sitt slag, eller skriv navnet på det som skal stå her"}
	doOmission     = Wording{"write the lines of the text that it is about, such as 571 or 559-562", "skriv linjene i teksten som det gjelder, som 571 eller 559-562"}
)

// advice has a row for each rule.
var advice = map[string]Advice{
	"R01": {
		Wording{"a file is UTF-8", "en fil er UTF-8"},
		Wording{"save the file as UTF-8, in a spreadsheet as CSV UTF-8", "lagre filen som UTF-8, i et regneark som CSV UTF-8"},
		Wording{"in another encoding, æ, ø and å become other letters", "i en annen koding blir æ, ø og å til andre bokstaver"},
	},
	"R02": {
		Wording{"a file, its rows, its cells and its nesting keep within the limits", "en fil, radene, cellene og nivåene i den holder seg innenfor grensene"},
		Wording{"look whether the right file lies here, and split it if it does", "se etter om det er riktig fil som ligger her, og del den om det er det"},
		Wording{"a file beyond every use is most likely another file", "en fil større enn noen har bruk for, er trolig en annen fil"},
	},
	"R03": {
		Wording{"a CSV file follows RFC 4180", "en CSV-fil følger RFC 4180"},
		Wording{"put cells with quotes, separators or line ends in quotes, and double the quotes inside", "sett celler med anførselstegn, skilletegn eller linjeskift i anførselstegn, og doble dem som er inni"},
		Wording{"one quote too many moves every cell behind it under another column", "ett anførselstegn for mye flytter alle cellene bak det til en annen kolonne"},
	},
	"R04": {
		Wording{"a YAML file is a plain list of mappings", "en YAML-fil er en enkel liste av nøkler med verdier"},
		Wording{"write each value out where it belongs, with spaces to indent", "skriv hver verdi ut der den hører hjemme, med mellomrom som innrykk"},
		Wording{"a row has to say all it means where it stands", "en rad må si alt den mener, der den står"},
	},
	"R05": {
		Wording{"each row has as many cells as the header", "hver rad har like mange celler som overskriften"},
		Wording{"put cells with a separator in them in quotes, or fill up the row", "sett celler med skilletegn i anførselstegn, eller fyll ut raden"},
		Wording{"otherwise nobody knows which cell stands under which column", "ellers vet ingen hvilken celle som står under hvilken kolonne"},
	},
	"R06": {
		Wording{"each column is known, and stands once", "hver kolonne er kjent og står én gang"},
		Wording{"spell the column as in docs/tables.md; what is for colleagues only goes into note", "skriv kolonnen som i docs/tables.md; det som bare er til kolleger, hører hjemme i note"},
		Wording{"a misspelt column would silently be left out", "en feilskrevet kolonne ville bli utelatt uten at noen merket det"},
	},
	"R07": {
		Wording{"each required column is there", "hver kolonne som må være der, er der"},
		Wording{"add the column to the header, and fill it", "legg kolonnen til i overskriften, og fyll den ut"},
		Wording{"without it the rows cannot be said as statements", "uten den kan ikke radene bli til utsagn"},
	},
	"R08": {
		Wording{"each table is in one file, under its own name", "hver tabell er i én fil, under sitt eget navn"},
		Wording{"move the file, rename it or delete it, as the letter says", "flytt filen, gi den nytt navn eller slett den, som brevet sier"},
		Wording{"what lies elsewhere is not read, and would be missed by nobody", "det som ligger et annet sted, blir ikke lest, og ingen ville savne det"},
	},
	"R09": {
		Wording{"each required cell is filled", "hver celle som må fylles ut, er fylt ut"},
		Wording{"fill the cell, or delete the row", "fyll ut cellen, eller slett raden"},
		Wording{"a row without it says nothing", "en rad uten den sier ingenting"},
	},
	"R10": {
		Wording{"a cell has as many values as it takes, none empty, none twice", "en celle har så mange verdier som den tar, ingen tomme og ingen to ganger"},
		Wording{"keep one value, or put the others into rows of their own", "behold én verdi, eller gi de andre egne rader"},
		Wording{"a list in a cell for one value would be read as one strange value", "en liste i en celle for én verdi ville bli lest som én underlig verdi"},
	},
	"R11": {
		Wording{"a reference leads to something that exists", "en henvisning fører til noe som finnes"},
		Wording{"correct the spelling, or add what it refers to", "rett skrivemåten, eller legg til det den viser til"},
		Wording{"a reference to nothing breaks the chain from measure to evidence", "en henvisning til ingenting bryter kjeden fra tiltak til kunnskap"},
	},
	"R12": {
		Wording{"a code is in its list", "en kode står i listen sin"},
		Wording{"take a word of the list, in English or Norwegian", "bruk et ord i listen, på engelsk eller norsk"},
		Wording{"questions count and compare by these words", "spørsmål teller og sammenligner etter disse ordene"},
	},
	"R13": {
		Wording{"numbers are numbers, within their bounds", "tall er tall, innenfor grensene sine"},
		Wording{"write digits, with a point before decimals and no unit", "skriv sifre, med punktum foran desimalene og uten enhet"},
		Wording{"what is no number cannot be compared or added", "det som ikke er et tall, kan ikke sammenlignes eller legges sammen"},
	},
	"R14": {
		Wording{"a mention names a review that exists and lines in it", "en omtale nevner en oppsummering som finnes, og linjer i den"},
		Wording{"write the id of the review, a colon and the lines, such as my-review:74-75", "skriv id-en til oppsummeringen, kolon og linjene, som my-review:74-75"},
		Wording{"a reader has to find the place where the work is cited", "en leser må finne stedet der det vises til verket"},
	},
	"R15": {
		Wording{"web addresses are absolute", "nettadresser er fullstendige"},
		Wording{"write the whole address, from https:// on", "skriv hele adressen, fra https:// av"},
		Wording{"half an address leads nowhere once the data are somewhere else", "en halv adresse fører ingen steder når dataene er et annet sted"},
	},
	"R16": {
		Wording{"text holds no invisible characters and no loose accents", "tekst har ingen usynlige tegn og ingen løse aksenter"},
		Wording{"type the word anew instead of pasting it", "skriv ordet på nytt i stedet for å lime det inn"},
		Wording{"a word that looks right and is spelt otherwise is never found", "et ord som ser riktig ut, men er skrevet annerledes, blir aldri funnet"},
	},
	"R17": {
		Wording{"a name is used once", "et navn er brukt én gang"},
		Wording{"give one of the two another name, or delete the row that is there twice", "gi en av de to et annet navn, eller slett raden som står to ganger"},
		Wording{"two rows of one name would become one thing in the graph", "to rader med ett navn ville bli til én ting i grafen"},
	},
	"R18": {
		Wording{"what a folder defines itself wins over what is shared", "det en mappe selv definerer, går foran det som er felles"},
		Wording{"choose another id if a new thing is meant, else leave out the row", "velg en annen id om det er noe nytt, ellers stryk raden"},
		Wording{"the same address would mean one thing here and another elsewhere", "samme adresse ville bety én ting her og en annen et annet sted"},
	},
	"S01": {
		Wording{"an address is built from its kind and its slugs", "en adresse er satt sammen av slaget og de korte navnene"},
		Wording{"use small letters a to z, digits and single hyphens", "bruk små bokstaver a til z, sifre og enkle bindestreker"},
		Wording{"addresses are cited by others and must not need explaining", "andre viser til adressene, så de må kunne leses uten forklaring"},
	},
	"S02": {
		Wording{"a concept has one name in bokmål and one in English, and is defined in both", "et begrep har ett navn på bokmål og ett på engelsk, og er definert på begge"},
		Wording{"fill in the name and the definition in both languages", "fyll ut navn og definisjon på begge språk"},
		Wording{"two curators code alike only what both can read the meaning of", "to kodere koder bare likt det begge kan lese betydningen av"},
	},
	"S03": {
		Wording{"findings, judgements and gaps are told in our own words in both languages", "funn, vurderinger og kunnskapshull er fortalt med våre egne ord på begge språk"},
		Wording{"write one sentence of your own in bokmål and the same in English", "skriv én egen setning på bokmål og den samme på engelsk"},
		Wording{"the text of the review belongs to others, and half the readers know one of the languages", "teksten i oppsummeringen tilhører andre, og mange lesere kan bare det ene språket"},
	},
	"S04": {
		Wording{"a statement has a section, lines, one basis, and a page that is a page", "et utsagn har avsnitt, linjer, ett grunnlag og en side som er en side"},
		Wording{"say in which section and on which lines of the text it stands", "si i hvilket avsnitt og på hvilke linjer i teksten det står"},
		Wording{"everybody must be able to look up what was coded", "alle må kunne slå opp det som er kodet"},
	},
	"S05": {
		Wording{"what a statement cites is a source", "det et utsagn viser til, er en kilde"},
		Wording{"correct the name, or add the work to sources", "rett navnet, eller legg verket til i sources"},
		Wording{"theory and evidence behind a link are found through its sources", "teori og kunnskap bak en lenke finnes gjennom kildene"},
	},
	"S06": {
		Wording{"countries and languages come from their lists", "land og språk er hentet fra listene sine"},
		Wording{"write the three letters of the country, or the tag of the language", "skriv de tre bokstavene for landet, eller koden for språket"},
		Wording{"others join our data with theirs by these codes", "andre kobler våre data med sine ved hjelp av disse kodene"},
	},
	"S10": {
		Wording{"a problem has a level", "et problem har et nivå"},
		Wording{"write macro, meso or micro in level, or more than one of them", "skriv macro, meso eller micro i level, eller flere av dem"},
		Wording{"the level tells structure, organisation and person apart", "nivået skiller samfunn, virksomhet og person"},
	},
	"S11": {
		Wording{"a mechanism has a level and leads somewhere", "en mekanisme har et nivå og fører til noe"},
		Wording{"fill in level, and code a claim with the mechanism as its subject", "fyll ut level, og kod en påstand med mekanismen som subjekt"},
		Wording{"a mechanism that leads nowhere explains nothing", "en mekanisme som ikke fører til noe, forklarer ingenting"},
	},
	"S12": {
		Wording{"a measure has a level and aims at something", "et tiltak har et nivå og retter seg mot noe"},
		Wording{"fill in level, and code a claim that says what the measure targets or addresses", "fyll ut level, og kod en påstand som sier hva tiltaket retter seg mot"},
		Wording{"a measure without an aim is in no chain to a problem", "et tiltak uten mål er ikke med i noen kjede til et problem"},
	},
	"S13": {
		Wording{"an outcome says which way is better and which step it speaks of, and should indicate a problem", "et utfall sier hvilken vei som er best og hvilket steg det gjelder, og bør være mål på et problem"},
		Wording{"fill in better and timing, and name the problem in indicator_of", "fyll ut better og timing, og nevn problemet i indicator_of"},
		Wording{"without it nobody can tell whether a higher number is good news", "uten det vet ingen om et høyere tall er godt nytt"},
	},
	"S14": {
		Wording{"the wider group is a population", "den videre gruppen er en målgruppe"},
		Wording{"write the id of a row of populations in broader", "skriv id-en til en rad i populations i broader"},
		Wording{"findings for a group are also found under the wider group", "funn for en gruppe blir også funnet under den videre gruppen"},
	},
	"S20": {
		Wording{"a claim has one subject, one predicate, one object and one modality", "en påstand har ett subjekt, ett predikat, ett objekt og én modalitet"},
		Wording{"fill all four cells; write a row for each link", "fyll ut alle fire celler; skriv en rad for hver lenke"},
		Wording{"one claim is one arrow of the causal chain", "én påstand er én pil i årsakskjeden"},
	},
	"S21": {
		Wording{"the ends of a link fit its predicate", "endene av en lenke passer til predikatet"},
		Wording{"choose the predicate for these two kinds, or split the claim at the mechanism between", "velg predikatet for disse to slagene, eller del påstanden ved mekanismen imellom"},
		Wording{"chains are followed by these kinds", "kjedene blir fulgt etter disse slagene"},
	},
	"S22": {
		Wording{"a finding has one study that reports results, and its citation", "et funn har én studie som legger fram resultater, og henvisningen til den"},
		Wording{"name the work the result comes from, and copy the citation as printed", "nevn verket resultatet kommer fra, og skriv henvisningen som trykt"},
		Wording{"a result without its study cannot be weighed", "et resultat uten studien kan ikke vektes"},
	},
	"S23": {
		Wording{"a statement has at most one outcome and concepts of the right kind, and a finding should say whom it holds for", "et utsagn har høyst ett utfall og begreper av riktig slag, og et funn bør si hvem det gjelder for"},
		Wording{"write a row for each outcome, and name the group where the review does", "skriv en rad for hvert utfall, og nevn gruppen der oppsummeringen gjør det"},
		Wording{"what works for one group may not work for another", "det som virker for én gruppe, virker kanskje ikke for en annen"},
	},
	"S24": {
		Wording{"a finding about a measure has outcome, direction, horizon and significance; another is about something", "et funn om et tiltak har utfall, retning, horisont og signifikans; andre funn handler om noe"},
		Wording{"fill the four cells; take unspecified or not-reported where the review is silent", "fyll ut de fire cellene; bruk unspecified eller not-reported der oppsummeringen tier"},
		Wording{"what is not stated and what was forgotten must not look alike", "det som ikke er oppgitt, og det som er glemt, må ikke se likt ut"},
	},
	"S25": {
		Wording{"a stance points at claims of the review, and not both for and against one", "en holdning peker på påstander i oppsummeringen, og ikke både for og mot den samme"},
		Wording{"name the claim as subject.predicate.object, in one of the columns", "nevn påstanden som subjekt.predikat.objekt, i én av kolonnene"},
		Wording{"support and contradiction are counted against each other", "støtte og motsigelse blir telt mot hverandre"},
	},
	"S26": {
		Wording{"a value or a range has a metric, and a metric has one of them", "en verdi eller et spenn har et mål, og et mål har ett av dem"},
		Wording{"fill in both the number and what it is given in, or neither", "fyll ut både tallet og hva det er oppgitt i, eller ingen av dem"},
		Wording{"a number without its unit cannot be read", "et tall uten enhet kan ikke leses"},
	},
	"S27": {
		Wording{"an effect of null has no magnitude", "en virkning på null har ingen størrelse"},
		Wording{"empty magnitude, or choose another direction", "tøm magnitude, eller velg en annen retning"},
		Wording{"null says that nothing was found that could be large or small", "null sier at det ikke ble funnet noe som kan være stort eller lite"},
	},
	"S28": {
		Wording{"the numbers around a value agree with it", "tallene rundt en verdi stemmer med den"},
		Wording{"copy the numbers anew: low end, value and high end must rise", "skriv av tallene på nytt: nedre ende, verdi og øvre ende må stige"},
		Wording{"ends that have changed places are a slip of the pen", "ender som har byttet plass, er en skrivefeil"},
	},
	"S29": {
		Wording{"results and circumstances of a finding have their forms", "resultatene og omstendighetene ved et funn har sine former"},
		Wording{"take a word of the list, or a number, as docs/tables.md has it for the column", "bruk et ord i listen, eller et tall, slik docs/tables.md har det for kolonnen"},
		Wording{"findings are compared column by column", "funn blir sammenlignet kolonne for kolonne"},
	},
	"S30": {
		Wording{"a judgement has no study", "en vurdering har ingen studie"},
		Wording{"code what a study found as a finding, and point at it in based_on", "kod det en studie fant, som et funn, og pek på det i based_on"},
		Wording{"the voice of the review and the voices of the studies are kept apart", "stemmen til oppsummeringen og stemmene til studiene holdes fra hverandre"},
	},
	"S31": {
		Wording{"a judgement has a direction or a stance, one certainty, and is about something", "en vurdering har en retning eller en holdning, én sikkerhet, og handler om noe"},
		Wording{"say what the review concludes, how surely, and which findings it points to", "si hva oppsummeringen konkluderer med, hvor sikkert, og hvilke funn den peker på"},
		Wording{"a conclusion is only as good as what it rests on", "en konklusjon er ikke bedre enn det den bygger på"},
	},
	"S32": {
		Wording{"a gap has one type, is about something and has no direction", "et kunnskapshull har én type, handler om noe og har ingen retning"},
		Wording{"say what kind of knowledge is missing about what; a null result is a finding", "si hva slags kunnskap som mangler om hva; et nullresultat er et funn"},
		Wording{"not studied and studied without effect are two things", "ikke studert og studert uten virkning er to ting"},
	},
	"S33": {
		Wording{"what came up empty is the search of the review", "det som ikke ga noe, er søket til oppsummeringen"},
		Wording{"write the id of the review in search, and describe the search in review.yaml", "skriv id-en til oppsummeringen i search, og beskriv søket i review.yaml"},
		Wording{"a gap weighs as much as the search behind it", "et kunnskapshull veier like mye som søket bak det"},
	},
	"S34": {
		Wording{"a conflict has two findings or more and a reason, and is told in our own words if at all", "en motstrid har to funn eller flere og en grunn, og er fortalt med våre egne ord om den er fortalt"},
		Wording{"name each of the findings, and what may explain the difference", "nevn hvert av funnene, og hva som kan forklare forskjellen"},
		Wording{"nothing is in conflict alone", "ingenting er i strid med seg selv"},
	},
	"S35": {
		Wording{"findings in conflict have directions, and the directions differ", "funn i motstrid har retninger, og retningene er ulike"},
		Wording{"look the directions up in the text, or take the finding out of the conflict", "slå opp retningene i teksten, eller ta funnet ut av motstriden"},
		Wording{"findings that agree must not count as disagreement", "funn som er enige, må ikke telle som uenighet"},
	},
	"S40": {
		Wording{"a source has kinds, a citation and places where it is cited, and should have a year", "en kilde har slag, en henvisning og steder der det vises til den, og bør ha et år"},
		Wording{"copy the citation as printed, fill in the year, and list the lines where it stands", "skriv henvisningen som trykt, fyll ut året, og list opp linjene der den står"},
		Wording{"a work is known by how and where it is cited", "et verk kjennes på hvordan og hvor det vises til"},
	},
	"S41": {
		Wording{"a finding has a design from the list", "et funn har et design fra listen"},
		Wording{"take the design the review describes, or not-stated", "bruk designet oppsummeringen beskriver, eller not-stated"},
		Wording{"how a result was arrived at decides what it can bear", "hvordan et resultat kom fram, avgjør hva det kan bære"},
	},
	"S42": {
		Wording{"a review has title, authors, publisher, year and language, and should have the digest of its text", "en oppsummering har tittel, forfattere, utgiver, år og språk, og bør ha fingeravtrykket av teksten"},
		Wording{"fill in what the title page says; policygraph anchor writes the digest", "fyll ut det tittelsiden sier; policygraph anchor skriver fingeravtrykket"},
		Wording{"who speaks, and when, stands behind every statement", "hvem som taler, og når, står bak hvert utsagn"},
	},
	"S43": {
		Wording{"a search names where it looked, and took in no more than it found", "et søk sier hvor det lette, og tok ikke med mer enn det fant"},
		Wording{"list the databases, and copy the two numbers anew", "list opp databasene, og skriv av de to tallene på nytt"},
		Wording{"others must be able to search again", "andre må kunne søke på nytt"},
	},
	"S44": {
		Wording{"a section has a title and lines, and lies in the review or in another section", "et avsnitt har tittel og linjer, og ligger i oppsummeringen eller i et annet avsnitt"},
		Wording{"give its title, its lines, and the number of the section around it", "oppgi tittelen, linjene og nummeret på avsnittet rundt"},
		Wording{"statements are found by section", "utsagn blir funnet etter avsnitt"},
	},
	"S45": {
		Wording{"a source is a study exactly when its kind says that it puts forward results", "en kilde er en studie akkurat når slaget sier at den legger fram resultater"},
		Wording{"nothing: the program follows the column kind", "ingenting: programmet følger kolonnen kind"},
		Wording{"theory and law are cited, but have no findings", "teori og lov vises til, men har ingen funn"},
	},
	"P01": {
		Wording{"each causal edge has a claim that is not rejected, and each such claim its edge", "hver årsakskant har en påstand som ikke er forkastet, og hver slik påstand sin kant"},
		Wording{"nothing: the program draws the edges from claims.csv", "ingenting: programmet trekker kantene fra claims.csv"},
		Wording{"no arrow without somebody who says so", "ingen pil uten noen som sier det"},
	},
	"P02": {
		Wording{"months and horizon agree", "måneder og horisont stemmer overens"},
		Wording{"short is up to 12 months, medium up to 36, long beyond that", "short er til og med 12 måneder, medium til og med 36, long mer enn det"},
		Wording{"lasting work can only be told from entry by the horizon", "varig arbeid kan bare skilles fra det å komme i arbeid ved horisonten"},
	},
	"P03": {
		Wording{"the folder of a review bears its id", "mappen til en oppsummering bærer id-en"},
		Wording{"rename the folder, or correct the id", "gi mappen nytt navn, eller rett id-en"},
		Wording{"addresses are built from the folder", "adressene blir satt sammen av mappen"},
	},
	"P04": {
		Wording{"the year in a citation is the year of the source, unless a note says why not", "året i en henvisning er året til kilden, om ikke en merknad sier hvorfor ikke"},
		Wording{"correct the year or the source, or write a note", "rett året eller kilden, eller skriv en merknad"},
		Wording{"most wrong sources are a neighbour of another year", "de fleste gale kilder er en nabo fra et annet år"},
	},
	"P05": {
		Wording{"each statement has an anchor taken of its lines", "hvert utsagn har et anker som er tatt av linjene"},
		Wording{"run policygraph anchor; where a passage has moved, correct lines first", "kjør policygraph anchor; der et sted har flyttet seg, rett lines først"},
		Wording{"the anchor shows that the text still says what was coded", "ankeret viser at teksten fremdeles sier det som ble kodet"},
	},
	"P06": {
		Wording{"a name is used once in each kind and language", "et navn er brukt én gang i hvert slag og språk"},
		Wording{"choose another name, or make the two rows one", "velg et annet navn, eller gjør de to radene til én"},
		Wording{"readers know a concept by its name", "lesere kjenner et begrep på navnet"},
	},
	"P07": {
		Wording{"nothing is broader than itself", "ingenting er videre enn seg selv"},
		Wording{"take out one broader in the circle", "ta bort én broader i ringen"},
		Wording{"a circle makes everything in it the same thing", "en ring gjør alt i den til det samme"},
	},
	"P08": {
		Wording{"findings in conflict share an outcome, a problem or a measure", "funn i motstrid har et utfall, et problem eller et tiltak felles"},
		Wording{"take out the finding that is about something else, or code what it is about", "ta ut funnet som handler om noe annet, eller kod hva det handler om"},
		Wording{"what speaks of different things does not disagree", "det som handler om ulike ting, er ikke uenig"},
	},
	"P09": {
		Wording{"a judgement rests on statements of its own review", "en vurdering bygger på utsagn i sin egen oppsummering"},
		Wording{"point at the finding of this review, and code it if need be", "pek på funnet i denne oppsummeringen, og kod det om nødvendig"},
		Wording{"a review cannot have judged what it has not read", "en oppsummering kan ikke ha vurdert det den ikke har lest"},
	},
	"P10": {
		Wording{"no link leads from a thing to itself, and nothing that follows is put down as said", "ingen lenke går fra en ting til seg selv, og ingenting som følger, er ført opp som sagt"},
		Wording{"name the other end of the link, or take out the row", "nevn den andre enden av lenken, eller ta bort raden"},
		Wording{"what is inferred from a contradiction is worth nothing", "det som følger av en selvmotsigelse, er ingenting verdt"},
	},
	"P11": {
		Wording{"a name once published is never lost", "et navn som er publisert, går aldri tapt"},
		Wording{"put the row back under its old id; give a new thing a new id", "sett raden tilbake under den gamle id-en; gi noe nytt en ny id"},
		Wording{"others may have cited the address", "andre kan ha vist til adressen"},
	},
	"P12": {
		Wording{"each problem is reached by a chain from a measure", "hvert problem nås av en kjede fra et tiltak"},
		Wording{"nothing, where the review has no measure against it; else code the claims", "ingenting, der oppsummeringen ikke har noe tiltak mot det; ellers kod påstandene"},
		Wording{"it shows where the review has no answer", "det viser hvor oppsummeringen ikke har noe svar"},
	},
	"L01": {
		Wording{"the lines of a statement lie in its sections", "linjene til et utsagn ligger i avsnittene det er i"},
		Wording{"correct the section or the lines; more sections are separated by |", "rett avsnittet eller linjene; flere avsnitt skilles med |"},
		Wording{"one of the two is a slip, and leads readers to the wrong page", "en av de to er en feil, og fører leseren til feil side"},
	},
	"L02": {
		Wording{"the lines of a section lie in the section around it", "linjene til et avsnitt ligger i avsnittet rundt"},
		Wording{"correct the lines of one of the two, or part_of", "rett linjene til en av de to, eller part_of"},
		Wording{"sections that overlap count a passage twice", "avsnitt som overlapper, teller et sted to ganger"},
	},
	"L03": {
		Wording{"lines lie within the text", "linjer ligger innenfor teksten"},
		Wording{"correct the lines, or look whether this is the right text", "rett linjene, eller se etter om dette er riktig tekst"},
		Wording{"there is nothing to read beyond the end", "det er ingenting å lese etter slutten"},
	},
	"N01": {
		Wording{"what ends does not end before it begins", "det som slutter, slutter ikke før det begynner"},
		Wording{"put the earlier year first", "sett det tidligste året først"},
		Wording{"years that have changed places are a slip of the pen", "år som har byttet plass, er en skrivefeil"},
	},
}
