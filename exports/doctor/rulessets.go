package doctor

import (
	"fmt"
	"slices"
	"strings"

	"github.com/cayleygraph/quad"

	"policygraph/exports/quality"
	"policygraph/graph/shacl"
)

// ruleOfProfile is the ID of the rule that a profile is.
func ruleOfProfile(profile string) string { return "shapes-" + profile }

// allRules are all rules, in the order of reports.
func allRules(o Options) []Rule {
	return slices.Concat(documentRules, dataRules, descriptionRules, fileRules, siteRules, pageRules, profileRules(o), qualityRules())
}

// Rules are the rules that are built in.
func Rules() []Rule { return allRules(Options{}) }

// profileRules are a rule for each profile, and one for each file of shapes that
// was named besides.
func profileRules(o Options) (rules []Rule) {
	for i := range Profiles {
		p := &Profiles[i]
		rules = append(rules, Rule{
			ID: ruleOfProfile(p.ID), Severity: p.Severity, Portals: p.Portals,
			Wrong:   Text{"Katalogen bryter formene til " + p.Title + ".", "The catalogue breaks the shapes of " + p.Title + "."},
			Why:     why(p),
			Mend:    Text{"Gi egenskapen den verdien som profilen ber om.", "Give the property the value that the profile asks for."},
			applies: func(e *examination) bool { return slices.ContainsFunc(e.documents, p.asks) },
			export:  func(e *examination) ([]Place, error) { return e.holdAgainst(p) },
		})
	}
	for _, name := range others(o) {
		extra := &Profile{ID: name, Title: name, Severity: Score, Dialects: []string{bridge}}
		rules = append(rules, Rule{
			ID: ruleOfProfile(name), Severity: Score, Portals: []Portal{Readers},
			Wrong:  Text{"Katalogen bryter formene i " + name + ".", "The catalogue breaks the shapes of " + name + "."},
			Why:    Text{"De ble nevnt med --shapes.", "They were named with --shapes."},
			Mend:   Text{"Gi egenskapen den verdien som formene ber om.", "Give the property the value that the shapes ask for."},
			export: func(e *examination) ([]Place, error) { return e.holdAgainst(extra) },
		})
	}
	return rules
}

func why(p *Profile) Text {
	if p.Severity == Refuse {
		return Text{
			"Portalens egen prøve sier at katalogen ikke følger profilen, og den som melder den inn, må rette det først.",
			"The portal's own validator says that the catalogue does not conform, and whoever registers it has to mend that first.",
		}
	}
	return Text{"Portalen trekker poeng for kvalitet.", "The portal takes points of quality."}
}

// others are the names of shapes that are not those of a profile, in order.
func others(o Options) (names []string) {
	for name := range o.Shapes {
		if !slices.ContainsFunc(Profiles, func(p Profile) bool { return p.ID == name }) {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	return names
}

// asks reports whether the profile is asked of a document: of one syntax for each
// dialect, since all syntaxes hold the same.
func (p *Profile) asks(d *document) bool {
	known := slices.Contains([]string{bridge, two, three}, d.dialect)
	return d.data != nil && (slices.Contains(p.Dialects, d.dialect) || !known && slices.Contains(p.Dialects, bridge))
}

// holdAgainst validates the first document of each dialect that has been read.
func (e *examination) holdAgainst(p *Profile) (places []Place, err error) {
	shapes, err := e.shapesOf(p.ID)
	if err != nil {
		return nil, err
	}
	done := make(map[string]bool)
	for _, d := range e.documents {
		if !p.asks(d) || done[d.dialect] {
			continue
		}
		done[d.dialect] = true
		report, err := shapes.Validate(e.ctx, d.data.Union(), shacl.ValidateOptions{Severity: shacl.Violation})
		if err != nil {
			return nil, fmt.Errorf("shapes of %s: %w", p.Title, err)
		}
		for i := range report.Results {
			places = append(places, resultPlace(d, &report.Results[i]))
		}
	}
	return places, nil
}

// preferred are the documents, those first that stand for others: the bridge
// before dialects, Turtle before other syntaxes.
func (e *examination) preferred() []*document {
	list := slices.Clone(e.documents)
	slices.SortStableFunc(list, func(a, b *document) int { return rank(b) - rank(a) })
	return list
}

func (e *examination) shapesOf(profile string) (*shacl.Shapes, error) {
	if s, ok := e.o.Shapes[profile]; ok {
		return s, nil
	}
	all, err := compiled()
	return all[profile], err
}

// resultPlace is a result of a validation, in plain words.
func resultPlace(d *document, r *shacl.Result) Place {
	p := Place{File: d.path, Node: nodeText(r.FocusNode), Detail: words(r)}
	if r.Path != nil {
		property := shortPath(fmt.Sprint(r.Path))
		p.Detail = Text{NB: property + " " + p.Detail.NB, EN: property + " " + p.Detail.EN}
	}
	if r.Value != nil {
		value := fmt.Sprintf(" (%s)", shortValue(r.Value))
		p.Detail = Text{NB: p.Detail.NB + value, EN: p.Detail.EN + value}
	}
	return p
}

// words are the messages of a result, in both languages as far as there are such.
func words(r *shacl.Result) Text {
	t := same(r.Default())
	for _, m := range r.Messages {
		switch m := m.(type) {
		case quad.LangString:
			if m.Lang == "nb" {
				t.NB = string(m.Value)
			} else if m.Lang == "en" {
				t.EN = string(m.Value)
			}
		case quad.String:
			t = same(string(m))
		}
	}
	return t
}

func nodeText(v quad.Value) string {
	switch v := v.(type) {
	case quad.IRI:
		return string(v)
	case quad.BNode:
		return "_:" + string(v)
	}
	return fmt.Sprint(v)
}

func shortValue(v quad.Value) string {
	if address, ok := v.(quad.IRI); ok {
		return short(string(address))
	}
	return fmt.Sprint(v)
}

// shortPath writes the addresses of a path with prefixes.
func shortPath(path string) string {
	var b strings.Builder
	for {
		before, rest, found := strings.Cut(path, "<")
		b.WriteString(before)
		if !found {
			return b.String()
		}
		address, after, _ := strings.Cut(rest, ">")
		b.WriteString(short(address))
		path = after
	}
}

// pointsPrefix is what the IDs of rules begin with that are of the score.
const pointsPrefix = "points-"

// qualityRules are what earns points at data.europa.eu.
func qualityRules() (rules []Rule) {
	for _, q := range quality.Rules {
		rules = append(rules, Rule{
			ID: pointsPrefix + q.Name, Severity: Score, Portals: []Portal{DataEuropa},
			Wrong: Text{
				fmt.Sprintf("Et datasett får ikke %d poeng for %s.", q.Points, points[q.Name]),
				fmt.Sprintf("A dataset does not earn %d points for %s.", q.Points, q.Wants),
			},
			Why:     Text{"data.europa.eu viser poengsummen ved datasettet.", "data.europa.eu shows the sum beside the dataset."},
			Mend:    Text{"Si det i katalogen.", "Say it in the catalogue."},
			applies: func(e *examination) bool { return e.main().data != nil },
			export:  func(e *examination) ([]Place, error) { return e.unearned(q.Name), nil },
		})
	}
	return rules
}

// unearned are the datasets that do not earn a rule's points. The size is none of
// them in a bridge, which leaves it out so that all profiles take it.
func (e *examination) unearned(rule string) (places []Place) {
	d := e.main()
	if rule == "byteSizeAvailability" && d.dialect == bridge {
		return nil
	}
	for _, s := range e.scores() {
		if slices.ContainsFunc(s.Missing, func(r quality.Rule) bool { return r.Name == rule }) {
			places = append(places, Place{File: d.path, Node: s.Dataset})
		}
	}
	return places
}

// points are what earns points, in bokmål; quality has it in English.
var points = map[string]string{
	"keywordAvailability":                 "et søkeord",
	"categoryAvailability":                "et tema",
	"spatialAvailability":                 "et sted som datasettet handler om",
	"temporalAvailability":                "en periode som datasettet handler om",
	"accessUrlStatusCode":                 "en tilgangsadresse som svarer",
	"downloadUrlAvailability":             "en nedlastingsadresse",
	"downloadUrlStatusCode":               "en nedlastingsadresse som svarer",
	"formatAvailability":                  "et format",
	"mediaTypeAvailability":               "en medietype",
	"formatMediaTypeVocabularyAlignment":  "et format fra EUs tabell og en medietype fra IANA",
	"formatMediaTypeNonProprietary":       "et format som ingen eier",
	"formatMediaTypeMachineInterpretable": "et format som programmer leser",
	"dcatApCompliance":                    "ingen brudd på DCAT-AP",
	"licenseAvailability":                 "en lisens",
	"knownLicense":                        "en lisens fra EUs tabell",
	"accessRightsAvailability":            "tilgangsrettigheter",
	"accessRightsVocabularyAlignment":     "tilgangsrettigheter fra EUs tabell",
	"contactPointAvailability":            "et kontaktpunkt",
	"publisherAvailability":               "en utgiver",
	"rightsAvailability":                  "vilkår for bruk",
	"byteSizeAvailability":                "en størrelse i byte",
	"dateIssuedAvailability":              "en dato for utgivelse",
	"dateModifiedAvailability":            "en dato for siste endring",
}
