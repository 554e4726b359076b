package doctor

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"policygraph/exports/authority"
	"policygraph/exports/publication"
	"policygraph/graph"
	"policygraph/ontology/vocab"
)

// dataRules look at what a document of the catalogue says.
var dataRules = []Rule{
	{
		ID: "empty", Severity: Lose, Portals: everyone,
		Wrong: Text{"Katalogen har ingen datasett.", "The catalogue has no dataset."},
		Why:   Text{"Et tomt svar er ikke en feil for høstere: alt de hadde fra før, blir slettet.", "To harvesters an empty answer is no mistake: whatever they held is deleted."},
		Mend:  Text{"Server aldri en tom katalog; svar heller med 503.", "Never serve an empty catalogue; answer with 503 instead."},
		data: func(d *document) []Place {
			if len(d.instances("dcat:Dataset")) > 0 {
				return nil
			}
			return []Place{{Node: d.catalogue()}}
		},
	},
	{
		ID: "named-graph", Severity: Lose, Portals: []Portal{DataNorge, Udata},
		Wrong: Text{"Utsagn står i en navngitt graf.", "Statements stand in a named graph."},
		Why:   Text{"data.norge.no og udata leser bare standardgrafen, finner ingenting, og sletter det de hadde.", "data.norge.no and udata read the default graph alone, find nothing, and delete what they held."},
		Mend:  Text{"Skriv katalogen uten navngitte grafer.", "Write the catalogue without named graphs."},
		data:  namedGraphs,
	},
	{
		ID: "blank-node", Severity: Lose, Portals: []Portal{DataNorge, CKAN, Udata, DataEuropa},
		Wrong: Text{"En ting har ingen adresse.", "A thing has no address."},
		Why:   Text{"data.norge.no hopper over datasett uten adresse; andre slår ting sammen eller lager dem på nytt hver gang.", "data.norge.no passes over datasets without an address; others merge things or make them anew each time."},
		Mend:  Text{"Gi den en fast adresse.", "Give it an address that stays."},
		data: func(d *document) []Place {
			return d.nodes(d.terms(), func(id graph.ID) bool { return d.data.Kind(id) == graph.KindBNode })
		},
	},
	{
		ID: "relative-iri", Severity: Lose, Portals: everyone,
		Wrong: Text{"En adresse er relativ.", "An address is relative."},
		Why:   Text{"Den blir til file:///… eller noe annet hos hver leser, og peker ingen steder.", "It becomes file:///… or something else with each reader, and points nowhere."},
		Mend:  Text{"Skriv hele adressen.", "Write the whole address."},
		data: func(d *document) []Place {
			return d.nodes(d.terms(), func(id graph.ID) bool {
				return d.data.Kind(id) == graph.KindIRI && strings.HasPrefix(d.data.Text(id), nowhere)
			})
		},
	},
	{
		ID: "web-address", Severity: Advice, Portals: everyone,
		Wrong: Text{"En adresse er ikke en på nettet.", "An address is none of the web."},
		Why:   Text{"Portaler viser den som en lenke som ikke virker.", "Portals show it as a link that does not work."},
		Mend:  Text{"Bruk http eller https.", "Use http or https."},
		data: func(d *document) []Place {
			return d.nodes(d.terms(), func(id graph.ID) bool { return d.data.Kind(id) == graph.KindIRI && !isWeb(d.data.Text(id)) })
		},
	},
	{
		ID: "xml-name", Severity: Refuse, Portals: []Portal{DataNorge},
		Wrong: Text{"En egenskap slutter ikke på et XML-navn.", "A property does not end in an XML name."},
		Why:   Text{"data.norge.no skriver alt som RDF/XML, og kan ikke skrive denne.", "data.norge.no writes everything as RDF/XML, and cannot write this one."},
		Mend:  Text{"Bruk en egenskap hvis siste ledd begynner med en bokstav.", "Use a property whose last part begins with a letter."},
		data: func(d *document) (places []Place) {
			for p := range d.data.Union().AllPredicates() {
				if !element.MatchString(d.data.Text(p)) {
					places = append(places, Place{Node: d.data.Text(p)})
				}
			}
			return places
		},
	},
	{
		ID: "control-character", Severity: Refuse, Portals: []Portal{DataNorge},
		Wrong: Text{"En tekst har et styretegn.", "A text has a control character."},
		Why:   Text{"XML kan ikke holde det, og data.norge.no skriver alt som RDF/XML.", "XML cannot hold it, and data.norge.no writes everything as RDF/XML."},
		Mend:  Text{"Ta tegnet bort.", "Take the character away."},
		data: func(d *document) []Place {
			return d.literals(func(text string) bool { return strings.ContainsFunc(text, control) })
		},
	},
	{
		ID: "title", Severity: Refuse, Portals: []Portal{CKAN},
		Wrong: Text{"Et datasett har ingen tittel.", "A dataset has no title."},
		Why:   Text{"ckanext-dcat stopper hele innsamlingen ved det første.", "ckanext-dcat stops all of its gathering at the first."},
		Mend:  Text{"Gi det dct:title på bokmål og engelsk.", "Give it a dct:title in Norwegian and English."},
		data: func(d *document) []Place {
			return d.nodes(d.instances("dcat:Dataset"), func(id graph.ID) bool { return len(d.values(id, "dct:title")) == 0 })
		},
	},
	{
		ID: "identifier", Severity: Lose, Portals: []Portal{CKAN, Udata},
		Wrong: Text{"Et datasett har ingen dct:identifier.", "A dataset has no dct:identifier."},
		Why:   Text{"udata hopper over det; andre lager det på nytt ved hver høsting.", "udata passes over it; others make it anew each time."},
		Mend:  Text{"Gi det sin egen adresse som dct:identifier.", "Give it its own address as dct:identifier."},
		data: func(d *document) []Place {
			return d.nodes(d.instances("dcat:Dataset"), func(id graph.ID) bool { return len(d.values(id, "dct:identifier")) == 0 })
		},
	},
	{
		ID: "identifier-shared", Severity: Lose, Portals: []Portal{CKAN, Udata, DataEuropa},
		Wrong: Text{"To datasett har samme dct:identifier.", "Two datasets have the same dct:identifier."},
		Why:   Text{"Det ene overskriver det andre.", "One overwrites the other."},
		Mend:  Text{"La dct:identifier være datasettets egen adresse.", "Let dct:identifier be the dataset's own address."},
		data:  sharedIdentifiers,
	},
	{
		ID: "keyword", Severity: Lose, Portals: []Portal{CKAN, Udata},
		Wrong: Text{"Et søkeord er for kort, for langt eller har tegn som ikke kan stå i det.", "A keyword is too short, too long, or has characters that cannot stand in it."},
		Why:   Text{"CKAN avviser hele datasettet, eller deler søkeordet ved komma; udata krever 3 til 96 tegn.", "CKAN refuses the whole dataset, or cuts the keyword at commas; udata asks for 3 to 96 characters."},
		Mend:  Text{"Bruk 3 til 96 bokstaver, sifre, mellomrom, bindestreker, understreker og punktum.", "Use 3 to 96 letters, digits, spaces, hyphens, underscores and dots."},
		data:  keywords,
	},
	{
		ID: "orphan", Severity: Lose, Portals: []Portal{DataNorge},
		Wrong: Text{"Et datasett er ikke i katalogen.", "A dataset is not in the catalogue."},
		Why:   Text{"data.norge.no legger det i en katalog som den lager selv.", "data.norge.no puts it into a catalogue of its own making."},
		Mend:  Text{"Pek på det med dcat:dataset fra katalogen.", "Point at it with dcat:dataset from the catalogue."},
		data:  orphans,
	},
	{
		ID: "record-is-dataset", Severity: Lose, Portals: everyone,
		Wrong: Text{"En katalogpost og et datasett har samme adresse.", "A catalogue record and a dataset have the same address."},
		Why:   Text{"Det som sies om posten, blir sagt om datasettet.", "What is said of the record becomes said of the dataset."},
		Mend:  Text{"Gi posten sin egen adresse.", "Give the record an address of its own."},
		data: func(d *document) []Place {
			return d.nodes(d.instances("dcat:CatalogRecord"), func(id graph.ID) bool { return d.is(id, "dcat:Dataset") })
		},
	},
	{
		ID: "catalogue-is-dataset", Severity: Lose, Portals: everyone,
		Wrong: Text{"Katalogen er også typet som datasett.", "The catalogue is typed as a dataset, too."},
		Why:   Text{"Portalene viser den som et datasett for seg.", "Portals show it as a dataset by itself."},
		Mend:  Text{"Ta bort typen dcat:Dataset fra katalogen.", "Take the type dcat:Dataset from the catalogue."},
		data: func(d *document) []Place {
			return d.nodes(d.instances("dcat:Catalog"), func(id graph.ID) bool { return d.is(id, "dcat:Dataset") })
		},
	},
	{
		ID: "same-address", Severity: Lose, Portals: []Portal{CKAN},
		Wrong: Text{"To distribusjoner av ett datasett har samme nedlastingsadresse.", "Two distributions of one dataset have the same download address."},
		Why:   Text{"CKAN slår dem sammen til én ressurs.", "CKAN merges them into one resource."},
		Mend:  Text{"La hver peke på sin egen fil.", "Let each point at a file of its own."},
		data:  sameAddresses,
	},
	{
		ID: "byte-size", Severity: Score, Portals: []Portal{DataNorge, DataEuropa},
		Wrong: Text{"dcat:byteSize er et heltall (xsd:integer).", "dcat:byteSize is an xsd:integer."},
		Why:   Text{"Et tall i JSON blir det, og ingen av profilene godtar det.", "A number in JSON becomes one, and no profile takes it."},
		Mend:  Text{"Gi det datatype i konteksten: xsd:nonNegativeInteger for DCAT-AP 3, xsd:decimal for 2.", "Give it a datatype in the context: xsd:nonNegativeInteger for DCAT-AP 3, xsd:decimal for 2."},
		data: func(d *document) (places []Place) {
			d.pairs("dcat:byteSize", func(s, o graph.ID) {
				if d.data.Aux(o) == full("xsd:integer") {
					places = append(places, Place{Node: d.name(s), Detail: same(d.data.Text(o))})
				}
			})
			return places
		},
	},
	{
		ID: "year", Severity: Lose, Portals: []Portal{DataNorge, Udata},
		Wrong: Text{"En dato er bare et år eller en måned.", "A date is but a year or a month."},
		Why:   Text{"DCAT-AP-NO godtar xsd:date og xsd:dateTime, og udata leser ikke andre.", "DCAT-AP-NO takes xsd:date and xsd:dateTime, and udata reads no other."},
		Mend:  Text{"Skriv hele datoen.", "Write the whole date."},
		data:  years,
	},
	{
		ID: "language-tag", Severity: Lose, Portals: []Portal{DataNorge, DataEuropa},
		Wrong: Text{"En tekst er merket «no».", "A text is tagged “no”."},
		Why:   Text{"Portalene skiller nb og nn; «no» er verken eller, og teksten vises ikke.", "Portals tell nb and nn apart; “no” is neither, and the text is not shown."},
		Mend:  Text{"Bruk nb, nn eller en.", "Use nb, nn or en."},
		data: func(d *document) []Place {
			return d.literalsBy(func(id graph.ID) bool { return d.data.Kind(id) == graph.KindLangString && d.data.Aux(id) == "no" })
		},
	},
	{
		ID: "graph-leak", Severity: Lose, Portals: []Portal{DataNorge},
		Wrong: Text{"Katalogen holder noe av kunnskapsgrafen.", "The catalogue holds something of the knowledge graph."},
		Why:   Text{"data.norge.no kopierer alt som kan nås fra et datasett, og dokumentet vokser til det ikke tas imot.", "data.norge.no copies whatever can be reached from a dataset, and the document grows until it is not taken."},
		Mend:  Text{"Pek på filene; si ingenting av det som står i dem.", "Point at the files; say nothing of what stands in them."},
		data:  leaks,
	},
	{
		ID: "leads-back", Severity: Lose, Portals: []Portal{DataNorge},
		Wrong: Text{"Et datasett leder tilbake til katalogen.", "A dataset leads back to the catalogue."},
		Why:   Text{"data.norge.no legger da hele katalogen inn i datasettet.", "data.norge.no then puts the whole catalogue into the dataset."},
		Mend:  Text{"La bare katalogen peke på datasettet.", "Let the catalogue alone point at the dataset."},
		data:  leadsBack,
	},
	{
		ID: "label", Severity: Advice, Portals: []Portal{CKAN},
		Wrong: Text{"En kode fra EU har rdfs:label.", "A code of the EU has an rdfs:label."},
		Why:   Text{"ckanext-dcat setter navnet der adressen skulle stå.", "ckanext-dcat puts the label where the address should stand."},
		Mend:  Text{"Bruk skos:prefLabel.", "Use skos:prefLabel."},
		data: func(d *document) (places []Place) {
			d.pairs("rdfs:label", func(s, o graph.ID) {
				if strings.HasPrefix(d.data.Text(s), prefixes["eu"]) {
					places = append(places, Place{Node: d.name(s)})
				}
			})
			return places
		},
	},
	{
		ID: "unknown-code", Severity: Score, Portals: []Portal{DataNorge, DataEuropa},
		Wrong: Text{"En kode er i ingen av tabellene.", "A code is in none of the tables."},
		Why:   Text{"Portaler prøver kodene mot EUs tabeller; en ukjent teller som ingen.", "Portals hold codes against the tables of the EU; one that is not known counts as none."},
		Mend:  Text{"Slå opp koden i tabellen.", "Look the code up in the table."},
		data: func(d *document) []Place {
			return d.nodes(d.terms(), func(id graph.ID) bool { return d.data.Kind(id) == graph.KindIRI && !authority.Known(d.data.Text(id)) })
		},
	},
	{
		ID: "placeholder", Severity: Advice, Portals: everyone,
		Wrong: Text{"En adresse er bare et eksempel.", "An address is but an example."},
		Why:   Text{"Portalene vil vise den som kontakt eller nettsted.", "Portals will show it as the contact or the web site."},
		Mend:  Text{"Skriv utgiverens egen i publication.yaml.", "Write the publisher's own in publication.yaml."},
		data: func(d *document) []Place {
			return d.nodes(d.terms(), func(id graph.ID) bool { return d.data.Kind(id) == graph.KindIRI && isExample(d.data.Text(id)) })
		},
	},
	{
		ID: "paged", Severity: Lose, Portals: []Portal{DataNorge},
		Wrong: Text{"Dokumentet er bare én side av katalogen.", "The document is but one page of the catalogue."},
		Why:   Text{"data.norge.no tar siden for alt og sletter resten.", "data.norge.no takes the page for the whole and deletes the rest."},
		Mend:  Text{"Server hele katalogen, og sider bare når ?page= ber om det.", "Serve the whole catalogue, and pages only where ?page= asks."},
		data: func(d *document) []Place {
			return d.nodes(d.views(), func(id graph.ID) bool { return len(d.next(id)) > 0 })
		},
	},
	{
		ID: "paging-forms", Severity: Lose, Portals: []Portal{CKAN, Udata, DataEuropa},
		Wrong: Text{"Neste side er bare sagt på én måte.", "The next page is said in one way only."},
		Why:   Text{"Noen høstere leser hydra:next, andre hydra:nextPage; de andre stopper ved første side.", "Some harvesters read hydra:next, others hydra:nextPage; the others stop at the first page."},
		Mend:  Text{"Si begge, på én node som er både PartialCollectionView og PagedCollection.", "Say both, on one node that is both a PartialCollectionView and a PagedCollection."},
		data: func(d *document) []Place {
			return d.nodes(d.views(), func(id graph.ID) bool {
				return (len(d.values(id, hydra+"next")) == 0) != (len(d.values(id, hydra+"nextPage")) == 0)
			})
		},
	},
	{
		ID: "paging-loop", Severity: Refuse, Portals: []Portal{CKAN},
		Wrong: Text{"En side peker på seg selv som den neste.", "A page points at itself as the next."},
		Why:   Text{"ckanext-dcat henter den om og om igjen.", "ckanext-dcat fetches it over and over."},
		Mend:  Text{"La siste side være uten neste.", "Let the last page have no next."},
		data: func(d *document) []Place {
			return d.nodes(d.views(), func(id graph.ID) bool { return slices.Contains(d.next(id), id) })
		},
	},
	{
		ID: "paging-scheme", Severity: Refuse, Portals: []Portal{CKAN, DataEuropa},
		Wrong: Text{"Neste side ligger på et annet sted eller med en annen protokoll.", "The next page lies elsewhere, or under another scheme."},
		Why:   Text{"piveau beholder bare det som står etter spørsmålstegnet; blanding av http og https gir endeløse løkker.", "piveau keeps what stands after the question mark alone; http mixed with https makes endless loops."},
		Mend:  Text{"La sidene skille seg i spørringen alene.", "Let pages differ in the query alone."},
		data: func(d *document) []Place {
			return d.nodes(d.views(), func(id graph.ID) bool {
				return slices.ContainsFunc(d.next(id), func(next graph.ID) bool { return withoutQuery(d.data.Text(next)) != withoutQuery(d.data.Text(id)) })
			})
		},
	},
	{
		ID: "paging-total", Severity: Refuse, Portals: []Portal{DataEuropa},
		Wrong: Text{"hydra:totalItems mangler eller er ikke xsd:integer.", "hydra:totalItems is missing or no xsd:integer."},
		Why:   Text{"piveau stopper uten det.", "piveau stops without it."},
		Mend:  Text{"Si hvor mange datasett det er i alt, som xsd:integer.", "Say how many datasets there are in all, as xsd:integer."},
		data: func(d *document) []Place {
			return d.nodes(d.views(), func(id graph.ID) bool {
				return !slices.ContainsFunc(d.values(id, hydra+"totalItems"), func(n graph.ID) bool { return d.data.Aux(n) == full("xsd:integer") })
			})
		},
	},
}

const hydra = "http://www.w3.org/ns/hydra/core#"

// element is what an XML element can be called by (data.norge.no writes properties
// as elements).
var element = regexp.MustCompile(`[/#:][\p{L}_][\p{L}\p{N}_.-]*$`)

// control is a character that XML 1.0 cannot hold.
func control(r rune) bool {
	return r < 0x20 && r != '\t' && r != '\n' && r != '\r' || r == 0xfffe || r == 0xffff
}

// isExample leaves out relative addresses, which have a rule of their own.
func isExample(iri string) bool {
	return !strings.HasPrefix(iri, nowhere) && publication.IsExample(iri)
}

// terms are all terms of the document that are a subject or an object.
func (d *document) terms() (ids []graph.ID) {
	seen := make(map[graph.ID]bool)
	add := func(id graph.ID) {
		if !seen[id] {
			seen[id] = true
			ids = append(ids, id)
		}
	}
	for id := range d.data.Union().AllSubjects() {
		add(id)
	}
	for id := range d.data.Union().AllObjects() {
		add(id)
	}
	slices.Sort(ids)
	return ids
}

// literals are the places of texts that are wrong, named by who has them.
func (d *document) literals(wrong func(string) bool) []Place {
	return d.literalsBy(func(id graph.ID) bool { return d.data.Kind(id).IsLiteral() && wrong(d.data.Text(id)) })
}

func (d *document) literalsBy(wrong func(graph.ID) bool) (places []Place) {
	for o := range d.data.Union().AllObjects() {
		if !wrong(o) {
			continue
		}
		subjects, predicates := d.data.Union().To(o)
		for i := range subjects {
			places = append(places, Place{Node: d.name(subjects[i]), Detail: same(fmt.Sprintf("%s %q", short(d.data.Text(predicates[i])), d.data.Text(o)))})
		}
	}
	return places
}

func namedGraphs(d *document) (places []Place) {
	for _, g := range d.data.Graphs() {
		if g.Name() != 0 {
			places = append(places, Place{Node: d.name(g.Name())})
		}
	}
	return places
}

func sharedIdentifiers(d *document) (places []Place) {
	owner := make(map[string]graph.ID)
	for _, s := range d.instances("dcat:Dataset") {
		for _, o := range d.values(s, "dct:identifier") {
			text := d.data.Text(o)
			if _, taken := owner[text]; taken {
				places = append(places, Place{Node: d.name(s), Detail: same(text)})
			}
			owner[text] = s
		}
	}
	return places
}

func keywords(d *document) (places []Place) {
	d.pairs("dcat:keyword", func(s, o graph.ID) {
		if d.data.Kind(o).IsLiteral() && !publication.IsKeyword(d.data.Text(o)) {
			places = append(places, Place{Node: d.name(s), Detail: same(fmt.Sprintf("%q", d.data.Text(o)))})
		}
	})
	return places
}

func orphans(d *document) []Place {
	listed := make(map[graph.ID]bool)
	d.pairs("dcat:dataset", func(_, o graph.ID) { listed[o] = true })
	return d.nodes(d.instances("dcat:Dataset"), func(id graph.ID) bool {
		return !listed[id] && !d.is(id, "dcat:Catalog") && !d.is(id, "dcat:CatalogRecord")
	})
}

func sameAddresses(d *document) (places []Place) {
	for _, s := range d.instances("dcat:Dataset") {
		taken := make(map[graph.ID]bool)
		for _, distribution := range d.values(s, "dcat:distribution") {
			for _, address := range d.values(distribution, "dcat:downloadURL") {
				if taken[address] {
					places = append(places, Place{Node: d.name(distribution), Detail: same(d.data.Text(address))})
				}
				taken[address] = true
			}
		}
	}
	return places
}

func years(d *document) (places []Place) {
	for _, p := range []string{"dct:issued", "dct:modified", "dcat:startDate", "dcat:endDate"} {
		d.pairs(p, func(s, o graph.ID) {
			if t := d.data.Aux(o); t == full("xsd:gYear") || t == full("xsd:gYearMonth") {
				places = append(places, Place{Node: d.name(s), Detail: same(p + " " + d.data.Text(o))})
			}
		})
	}
	return places
}

// leaks are things of the classes of the ontology, wherever it is published, and
// whatever else has an address of the data without being of a kind that a
// catalogue declares.
func leaks(d *document) (places []Place) {
	base := strings.TrimSuffix(d.catalogue(), "catalog")
	ours := make(map[string]bool)
	for _, class := range vocab.Classes() {
		ours[string(class)] = true
		ours[string(vocab.Rebase(class, base))] = true
	}
	for s := range d.data.Union().AllSubjects() {
		classes := d.classes(s)
		of := slices.IndexFunc(classes, func(class string) bool { return ours[class] })
		switch {
		case of >= 0:
			places = append(places, Place{Node: d.name(s), Detail: same(classes[of])})
		case base != "" && strings.HasPrefix(d.name(s), base+"id/") && !slices.ContainsFunc(classes, isDeclared):
			places = append(places, Place{Node: d.name(s), Detail: same(strings.Join(classes, " "))})
		}
	}
	return places
}

// classes are those of a thing.
func (d *document) classes(s graph.ID) (list []string) {
	for _, class := range d.values(s, "rdf:type") {
		if d.data.Kind(class) == graph.KindIRI {
			list = append(list, d.data.Text(class))
		}
	}
	return list
}

// isDeclared reports whether a class is of the vocabularies that a catalogue is
// written in. SKOS is not: the concepts that a catalogue may name are the EU's.
func isDeclared(class string) bool {
	return slices.ContainsFunc([]string{"adms", "dcat", "dct", "foaf", "prov", "spdx", "vcard"}, func(prefix string) bool {
		return strings.HasPrefix(class, prefixes[prefix])
	})
}

func leadsBack(d *document) []Place {
	catalogues := d.instances("dcat:Catalog")
	return d.nodes(d.instances("dcat:Dataset"), func(s graph.ID) bool {
		reached := d.reached(s)
		return slices.ContainsFunc(catalogues, func(c graph.ID) bool { return c != s && reached[c] })
	})
}

// reached are all things that one leads to, itself included.
func (d *document) reached(from graph.ID) map[graph.ID]bool {
	seen := map[graph.ID]bool{from: true}
	queue := []graph.ID{from}
	typ := d.id(graph.RDFType)
	for len(queue) > 0 {
		predicates, objects := d.data.Union().From(queue[0])
		queue = queue[1:]
		for i, o := range objects {
			if predicates[i] != typ && !d.data.Kind(o).IsLiteral() && !seen[o] {
				seen[o] = true
				queue = append(queue, o)
			}
		}
	}
	return seen
}

// views are the pages that the document says it is.
func (d *document) views() (ids []graph.ID) {
	for _, class := range []string{"PartialCollectionView", "PagedCollection"} {
		ids = append(ids, d.instances(hydra+class)...)
	}
	slices.Sort(ids)
	return slices.Compact(ids)
}

// next are the pages that a page says are next, in either way.
func (d *document) next(view graph.ID) []graph.ID {
	return slices.Concat(d.values(view, hydra+"next"), d.values(view, hydra+"nextPage"))
}

func withoutQuery(iri string) string {
	address, _, _ := strings.Cut(iri, "?")
	return address
}
