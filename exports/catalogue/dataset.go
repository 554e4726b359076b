package catalogue

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/cayleygraph/quad"

	"policygraph/exports"
	"policygraph/exports/artifact"
	"policygraph/exports/authority"
	"policygraph/exports/publication"
	"policygraph/ontology/vocab"
)

// dataset is what is said of a dataset beyond what all have alike.
type dataset struct {
	key         artifact.Dataset
	title       artifact.Text
	description artifact.Text
	provenance  artifact.Text
	keywords    publication.Keywords
	kind        string // code of the table of dataset types
	reviews     []review
	countries   []string // addresses; nil: those of all reviews
}

// datasets are the datasets that have a file, the whole graph first.
func (b *builder) datasets() (list []dataset) {
	reviews := b.reviews()
	list = append(list, b.whole(reviews), b.vocabulary())
	for _, r := range reviews {
		list = append(list, b.ofReview(r))
	}
	return slices.DeleteFunc(list, func(d dataset) bool {
		return !slices.ContainsFunc(b.in.Written, func(f artifact.File) bool { return f.Dataset == d.key })
	})
}

func (b *builder) whole(reviews []review) dataset {
	return dataset{
		key: artifact.Whole,
		title: artifact.Text{
			NB: "Hele kunnskapsgrafen: påstander, funn og tiltak fra kunnskapsoppsummeringer",
			EN: "The whole knowledge graph: claims, findings and measures from reviews of research",
		},
		description: b.holdings(),
		provenance: artifact.Text{
			NB: "Kodet fra publiserte kunnskapsoppsummeringer. Hvert utsagn viser til linjene det er lest ut av, og dataene er prøvd mot regler før de ble publisert.",
			EN: "Coded from published reviews. Each statement names the lines it was read from, and the data were held against rules before they were published.",
		},
		keywords: b.keywords(nil), reviews: reviews,
	}
}

// holdings says what the whole graph holds, in numbers.
func (b *builder) holdings() artifact.Text {
	n := map[string]int{"reviews": len(b.reviews())}
	for _, h := range exports.Count(b.d, b.base) {
		n[h.Name] = h.Count
	}
	var nb, en []string
	for _, k := range kinds {
		if n[k.name] > 0 {
			nb = append(nb, k.nb.of(n[k.name]))
			en = append(en, k.en.of(n[k.name]))
		}
	}
	return artifact.Text{
		NB: "Alt som er publisert, i én graf: " + listed(nb, "og") + ". Hvert utsagn viser til stedet i teksten som det er lest ut av.",
		EN: "Everything that is published, in one graph: " + listed(en, "and") + ". Each statement names the passage that it was read from.",
	}
}

// noun is a word for one thing and for several.
type noun struct{ one, several string }

func (w noun) of(n int) string {
	if n == 1 {
		return "1 " + w.one
	}
	return fmt.Sprintf("%d %s", n, w.several)
}

// kinds are the things that are counted, by their names in exports.Count.
var kinds = []struct {
	name   string
	nb, en noun
}{
	{"reviews", noun{"kunnskapsoppsummering", "kunnskapsoppsummeringer"}, noun{"review", "reviews"}},
	{"claims", noun{"påstand om årsaker", "påstander om årsaker"}, noun{"causal claim", "causal claims"}},
	{"findings", noun{"funn fra en studie", "funn fra studier"}, noun{"finding of a study", "findings of studies"}},
	{"judgements", noun{"konklusjon", "konklusjoner"}, noun{"judgement", "judgements"}},
	{"evidence gaps", noun{"kunnskapshull", "kunnskapshull"}, noun{"evidence gap", "evidence gaps"}},
	{"problems", noun{"problem", "problemer"}, noun{"problem", "problems"}},
	{"mechanisms", noun{"mekanisme", "mekanismer"}, noun{"mechanism", "mechanisms"}},
	{"measures", noun{"tiltak", "tiltak"}, noun{"measure", "measures"}},
	{"sources", noun{"kilde", "kilder"}, noun{"source", "sources"}},
}

// listed joins words as a sentence does.
func listed(words []string, and string) string {
	if len(words) < 2 {
		return strings.Join(words, "")
	}
	last := len(words) - 1
	return strings.Join(words[:last], ", ") + " " + and + " " + words[last]
}

func (b *builder) vocabulary() dataset {
	return dataset{
		key: artifact.Knowledge,
		title: artifact.Text{
			NB: "Begreper og ontologi for kunnskapsoppsummeringer om politikk",
			EN: "Concepts and ontology for reviews of policy research",
		},
		description: artifact.Text{
			NB: "Problemer, mekanismer, tiltak, utfall og grupper med navn på bokmål, nynorsk og engelsk og definisjon på bokmål og engelsk, ontologien som dataene følger, reglene de prøves mot, og koblinger til andre vokabularer.",
			EN: "Problems, mechanisms, measures, outcomes and groups with names in Norwegian (Bokmål and Nynorsk) and English and definitions in Bokmål and English, the ontology that the data follow, the rules they are held against, and mappings to other vocabularies.",
		},
		provenance: artifact.Text{
			NB: "Begrepene er laget under kodingen av kunnskapsoppsummeringene og definert med egne ord.",
			EN: "The concepts were made while reviews were coded, and are defined in words of our own.",
		},
		keywords: publication.Keywords{NB: []string{"ontologi", "begreper", "kodelister"}, EN: []string{"ontology", "concepts", "code lists"}},
		kind:     "ONTOLOGY",
	}
}

func (b *builder) ofReview(r review) dataset {
	return dataset{
		key: artifact.OfReview(r.slug),
		title: artifact.Text{
			NB: r.title.NB + ": påstander og funn som lenkede data",
			EN: r.title.EN + ": claims and findings as linked data",
		},
		description: artifact.Text{
			NB: fmt.Sprintf("Det som står i kunnskapsoppsummeringen «%s»%s, kodet som utsagn: hva den sier er årsak til hva, hva hver studie fant, hva den konkluderer med, og hva den sier vi ikke vet.", r.title.NB, from(r)),
			EN: fmt.Sprintf("What the review “%s”%s says, coded as statements: what it says causes what, what each study found, what it concludes, and what it says is not known.", r.title.EN, from(r)),
		},
		provenance: artifact.Text{
			NB: "Kodet fra rapporten. Hvert utsagn viser til linjene det er lest ut av.",
			EN: "Coded from the report. Each statement names the lines it was read from.",
		},
		keywords: b.keywords(b.graphOf(r)), reviews: []review{r}, countries: r.countries,
	}
}

// from is who published a report, and when.
func from(r review) string {
	parts := slices.DeleteFunc([]string{r.by, r.year}, func(s string) bool { return s == "" })
	if len(parts) == 0 {
		return ""
	}
	return " (" + strings.Join(parts, " ") + ")"
}

// describe says what there is to say of a dataset. It is a dcat:Resource by name
// too, for shapes that look for the class of what a record is about.
func (b *builder) describe(d dataset) {
	iri := DatasetIRI(b.base, d.key)
	b.is(iri, dcat+"Dataset", dcat+"Resource")
	b.add(iri, dct+"identifier", quad.String(iri))
	b.text(iri, dct+"title", d.title)
	b.text(iri, dct+"description", d.description)
	b.common(iri)
	if d.key == artifact.Knowledge && b.nynorsk() {
		b.code(iri, dct+"language", authority.Language, "NNO")
	}
	b.link(iri, dct+"creator", b.pub.PublisherIRI(b.base))
	b.code(iri, dcat+"theme", authority.DataTheme, b.pub.Themes...)
	b.keywordsOf(iri, b.pub.Keywords)
	b.keywordsOf(iri, d.keywords)
	b.code(iri, dct+"accessRights", authority.AccessRight, b.pub.AccessRights)
	b.code(iri, dct+"accrualPeriodicity", authority.Frequency, b.pub.Frequency)
	b.countries(iri, d.countries)
	b.period(iri, d)
	b.code(iri, dct+"type", authority.DatasetType, d.kind)
	b.ontologyStandard(iri)
	b.page(iri, dcat+"landingPage", b.pub.HomepageAt(b.base))
	b.page(iri, foaf+"page", b.pub.Documentation)
	b.versions(iri, d)
	b.provenance(iri, d)
	for _, f := range b.in.Written {
		if f.Dataset == d.key {
			b.distribution(iri, &f)
		}
	}
	if d.key == artifact.Whole {
		b.doi(iri)
		b.funding(iri)
		return
	}
	if s := b.pub.Series; s != nil && len(d.reviews) == 1 {
		b.link(iri, dcat+"inSeries", b.id("series", "reviews"))
		b.series(*s)
	}
}

// keywordsOf says the keywords that every portal takes; the data may have labels
// that some would cut or refuse.
func (b *builder) keywordsOf(s string, k publication.Keywords) {
	for lang, words := range map[string][]string{"nb": k.NB, "en": k.EN} {
		for _, w := range words {
			if publication.IsKeyword(w) {
				b.add(s, dcat+"keyword", quad.LangString{Value: quad.String(w), Lang: lang})
			}
		}
	}
}

// period says which years the data behind the findings are about: of a review
// those of its own findings, of the whole and of the vocabulary those of all.
func (b *builder) period(iri string, d dataset) {
	g := b.all
	if strings.HasPrefix(string(d.key), "reviews/") {
		g = b.graphOf(d.reviews[0])
	}
	from, to := b.years(g)
	if from == "" && to == "" {
		return
	}
	p := b.id("period", string(d.key))
	b.link(iri, dct+"temporal", p)
	b.is(p, dct+"PeriodOfTime")
	if from != "" {
		b.date(p, dcat+"startDate", from+"-01-01")
	}
	if to != "" {
		b.date(p, dcat+"endDate", to+"-12-31")
	}
}

// versions says which version this is, and from the whole graph leads back through
// earlier ones. These are no datasets: harvesters would take them for ones of today.
func (b *builder) versions(iri string, d dataset) {
	b.add(iri, dcat+"version", quad.String(b.pub.Version))
	b.text(iri, adms+"versionNotes", b.pub.VersionNotes)
	if d.key != artifact.Whole {
		return
	}
	later := iri
	for _, v := range b.pub.Previous {
		at := v.URL
		if at == "" {
			at = b.id("version", v.Version)
		}
		b.link(later, dcat+"previousVersion", at)
		b.is(at, dcat+"Resource")
		b.text(at, dct+"title", artifact.Text{NB: d.title.NB + ", versjon " + v.Version, EN: d.title.EN + ", version " + v.Version})
		b.add(at, dcat+"version", quad.String(v.Version))
		b.date(at, dct+"issued", v.Issued)
		b.text(at, adms+"versionNotes", v.Notes)
		later = at
	}
}

// collected is how data come about that are made from what others published, by
// the codes of data.norge.no.
const collected = "https://data.norge.no/vocabulary/provenance-activity-type#collecting-from-third-party"

// provenance says where the data come from. A report is named and described no
// further, so that nobody who copies what can be reached copies the graph.
func (b *builder) provenance(iri string, d dataset) {
	p := b.id("provenance", string(d.key))
	b.link(iri, dct+"provenance", p)
	b.is(p, dct+"ProvenanceStatement")
	b.text(p, rdfs+"label", d.provenance)
	if len(d.reviews) > 0 {
		b.link(iri, prov+"wasGeneratedBy", collected)
		b.is(collected, prov+"Activity", skos+"Concept")
		b.text(collected, skos+"prefLabel", artifact.Text{NB: "innhenting fra tredjepart", EN: "collecting from third party"})
	}
	for _, r := range d.reviews {
		b.link(iri, prov+"wasDerivedFrom", r.iri)
		b.is(r.iri, prov+"Entity")
		b.text(r.iri, dct+"title", r.title)
	}
}

func (b *builder) doi(iri string) {
	if b.pub.DOI == "" {
		return
	}
	address := "https://doi.org/" + b.pub.DOI
	id := b.id("identifier", "doi")
	b.link(iri, adms+"identifier", id)
	b.is(id, adms+"Identifier")
	b.add(id, skos+"notation", quad.TypedString{Value: quad.String(address), Type: quad.IRI(xsd + "anyURI")})
	b.link(iri, "http://www.w3.org/2002/07/owl#sameAs", address)
}

// funder is the role of who paid, as the MARC relators name it.
const funder = vocab.MARCRelNamespace + "fnd"

// funding says who paid for the work.
func (b *builder) funding(iri string) {
	for i, f := range b.pub.Funding {
		number := strconv.Itoa(i + 1)
		agent := f.IRI
		if agent == "" {
			agent = b.id("agent", "funder-"+number)
		}
		b.is(agent, foaf+"Agent")
		b.text(agent, foaf+"name", f.Name)
		a := b.id("attribution", "funder-"+number)
		b.link(iri, prov+"qualifiedAttribution", a)
		b.is(a, prov+"Attribution")
		b.link(a, prov+"agent", agent)
		b.link(a, dcat+"hadRole", funder)
		if f.Grant != "" {
			b.text(a, rdfs+"label", artifact.Text{NB: "Bevilgning " + f.Grant, EN: "Grant " + f.Grant})
		}
		b.is(funder, dcat+"Role", skos+"Concept")
		b.text(funder, skos+"prefLabel", artifact.Text{NB: "finansiør", EN: "funder"})
	}
}

// series describes the programme that the reviews belong to, from the first
// review to the last.
func (b *builder) series(s publication.Series) {
	iri := b.id("series", "reviews")
	b.is(iri, dcat+"DatasetSeries")
	b.text(iri, dct+"title", s.Title)
	b.text(iri, dct+"description", s.Description)
	b.responsible(iri)
	b.date(iri, dct+"issued", b.pub.Issued)
	b.date(iri, dct+"modified", b.pub.Modified)
	b.code(iri, dct+"accrualPeriodicity", authority.Frequency, b.pub.Frequency)
	b.code(iri, dcat+"theme", authority.DataTheme, b.pub.Themes...)
	b.countries(iri, nil)
	reviews := b.reviews()
	slices.SortStableFunc(reviews, func(a, b review) int { return strings.Compare(a.year, b.year) })
	for i, r := range reviews {
		member := DatasetIRI(b.base, artifact.OfReview(r.slug))
		if i == 0 {
			b.link(iri, dcat+"first", member)
		} else {
			b.link(member, dcat+"prev", DatasetIRI(b.base, artifact.OfReview(reviews[i-1].slug)))
		}
		if i == len(reviews)-1 {
			b.link(iri, dcat+"last", member)
		}
	}
}
