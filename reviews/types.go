package reviews

import (
	"slices"

	"github.com/cayleygraph/quad"

	"policygraph/ontology/vocab"
)

// Type says what may stand in a cell.
type Type struct {
	Base     BaseType
	Kinds    []Kind   // what a reference may lead to
	Lang     string   // the language of text in one language
	Words    []string // the words of a closed list that is not a code list
	Min, Max int      // the bounds of a number; none where Max is 0
}

// BaseType tells the types of cell apart.
type BaseType uint8

// The types of cell. How each is read stands in the table readers.
const (
	TypeText          BaseType = iota // any text
	TypeLangText                      // text in the language Type.Lang
	TypeSlug                          // a short name: [a-z0-9]+(-[a-z0-9]+)*
	TypeSectionNumber                 // 4.2, or a slug for a section without a number
	TypeCode                          // a word of the code list of the property
	TypeWord                          // one of Type.Words
	TypeRef                           // the slug of a record of the one kind in Type.Kinds
	TypeAnyRef                        // kind/slug, the kind being one of Type.Kinds
	TypeClaimRef                      // subject.predicate.object, within the review
	TypeFindingRef                    // study.part, within the review
	TypeStatementRef                  // study.part, or judgement/…, gap/… or claim/…, within the review
	TypeSectionRef                    // the number of a section of the review
	TypeSearchRef                     // the slug of the review, for its search
	TypeAddress                       // the address of a statement of the review below id/
	TypeDecimal                       // a number with or without a decimal point
	TypeInteger                       // a whole number
	TypeYear                          // four digits
	TypeLines                         // a range of lines, 559-562, or one line, 571
	TypeMention                       // a review, a colon and a range of lines
	TypePage                          // a page, 17, or pages, 17-19
	TypeCountry                       // ISO 3166-1 alpha-3, or a continent
	TypeLanguage                      // a language tag such as nb
	TypeDOI                           // 10.…/…
	TypeURL                           // http:// or https://
	TypeIRI                           // an absolute IRI
	TypeDigest                        // 64 hexadecimal digits
)

// The types as the tables write them.
var (
	text          = Type{Base: TypeText}
	nb            = Type{Base: TypeLangText, Lang: "nb"}
	nn            = Type{Base: TypeLangText, Lang: "nn"}
	en            = Type{Base: TypeLangText, Lang: "en"}
	slug          = Type{Base: TypeSlug}
	sectionNumber = Type{Base: TypeSectionNumber}
	code          = Type{Base: TypeCode}
	claimRef      = Type{Base: TypeClaimRef, Kinds: []Kind{KindClaim}}
	findingRef    = Type{Base: TypeFindingRef, Kinds: []Kind{KindFinding}}
	statementRef  = Type{Base: TypeStatementRef, Kinds: []Kind{KindFinding, KindJudgement, KindGap, KindClaim}}
	sectionRef    = Type{Base: TypeSectionRef, Kinds: []Kind{KindSection}}
	searchRef     = Type{Base: TypeSearchRef, Kinds: []Kind{KindSearch}}
	addressRef    = Type{Base: TypeAddress, Kinds: []Kind{KindClaim, KindFinding, KindJudgement, KindGap, KindConflict}}
	decimal       = Type{Base: TypeDecimal}
	year          = Type{Base: TypeYear}
	lines         = Type{Base: TypeLines}
	mention       = Type{Base: TypeMention}
	page          = Type{Base: TypePage}
	country       = Type{Base: TypeCountry}
	language      = Type{Base: TypeLanguage}
	doi           = Type{Base: TypeDOI}
	url           = Type{Base: TypeURL}
	iri           = Type{Base: TypeIRI}
	digest        = Type{Base: TypeDigest}
)

// mostCounted is the highest whole number that is read, of nine digits.
const mostCounted = 999_999_999

func ref(k Kind) Type             { return Type{Base: TypeRef, Kinds: []Kind{k}} }
func anyRef(ks ...Kind) Type      { return Type{Base: TypeAnyRef, Kinds: ks} }
func word(ws ...string) Type      { return Type{Base: TypeWord, Words: ws} }
func integer(low, high int) Type  { return Type{Base: TypeInteger, Min: low, Max: high} }
func decimalIn(lo, high int) Type { return Type{Base: TypeDecimal, Min: lo, Max: high} }

// inLanguages gives one column of several values for each language we know.
func inLanguages(stem, rule string, property quad.IRI, doc string) []Field {
	var fields []Field
	for _, l := range languages {
		fields = append(fields, Field{stem + "_" + l.tag, Type{Base: TypeLangText, Lang: l.tag}, Many, rule, property, doc + ", in " + l.name})
	}
	return fields
}

// languages are those a review may be written in or search in, with their
// codes in the authority table of the EU.
var languages = []struct{ tag, eu, name string }{
	{"nb", "NOB", "bokmål"},
	{"nn", "NNO", "nynorsk"},
	{"no", "NOR", "Norwegian"},
	{"en", "ENG", "English"},
	{"sv", "SWE", "Swedish"},
	{"da", "DAN", "Danish"},
	{"fi", "FIN", "Finnish"},
	{"is", "ISL", "Icelandic"},
	{"de", "DEU", "German"},
	{"fr", "FRA", "French"},
	{"nl", "NLD", "Dutch"},
	{"es", "SPA", "Spanish"},
	{"it", "ITA", "Italian"},
	{"pt", "POR", "Portuguese"},
	{"pl", "POL", "Polish"},
}

// A link is one of the causal properties, with the kinds it may join.
type link struct {
	name     string
	property quad.IRI
	from, to []Kind
}

var links = []link{
	{"targets", vocab.Targets, []Kind{KindMeasure}, []Kind{KindMechanism}},
	{"mayTrigger", vocab.MayTrigger, []Kind{KindMeasure}, []Kind{KindMechanism}},
	{"leadsTo", vocab.LeadsTo, []Kind{KindMechanism}, []Kind{KindMechanism}},
	{"contributesTo", vocab.ContributesTo, []Kind{KindProblem, KindMechanism}, []Kind{KindProblem}},
	{"mitigates", vocab.Mitigates, []Kind{KindMechanism}, []Kind{KindProblem}},
	{"addresses", vocab.Addresses, []Kind{KindMeasure}, []Kind{KindProblem}},
}

// A relation is a word for a mapping to an outside concept.
type relation struct {
	name     string
	property quad.IRI
}

var relations = []relation{
	{"exact", vocab.SKOSExactMatch},
	{"close", vocab.SKOSCloseMatch},
	{"broad", vocab.SKOSBroadMatch},
	{"narrow", vocab.SKOSNarrowMatch},
	{"related", vocab.SKOSRelatedMatch},
}

// The kinds a statement can be about, and those a link can join.
var (
	conceptKinds = []Kind{KindProblem, KindMechanism, KindMeasure, KindOutcome, KindPopulation}
	linkKinds    = []Kind{KindProblem, KindMechanism, KindMeasure}
)

// notRelated is the word for a mapping that is held not to hold.
const notRelated = "not"

// The words of the two closed lists, in order.
var (
	linkWords     = wordsOf(links, func(l link) string { return l.name })
	relationWords = wordsOf(relations, func(r relation) string { return r.name })
)

// wordProperties are the properties those words stand for.
var wordProperties = func() map[string]quad.IRI {
	m := map[string]quad.IRI{}
	for _, l := range links {
		m[l.name] = l.property
	}
	for _, r := range relations {
		m[r.name] = r.property
	}
	return m
}()

func wordsOf[T any](rows []T, name func(T) string) []string {
	words := make([]string, len(rows))
	for i, r := range rows {
		words[i] = name(r)
	}
	return words
}

// linkOf returns the link of a name.
func linkOf(name string) (link, bool) {
	i := slices.IndexFunc(links, func(l link) bool { return l.name == name })
	if i < 0 {
		return link{}, false
	}
	return links[i], true
}
