package evidence

import (
	"fmt"

	"github.com/cayleygraph/quad"

	"policygraph/ontology/vocab"
)

// Words are what is written around labels, in one language.
type Words struct {
	In, Lines, Cites       string // where a claim stands, and what it cites
	For, Against, Limits   string // how a finding bears on it
	Weakest, NoStudy       string // marks of a hop
	Inferred, NoClaim      string // of a hop without a claim
	EndToEnd, NoEndToEnd   string // of a way
	Study, Studies         string // counted
	NoWay, From, To, Empty string // where there is no way

	norwegian bool
}

var (
	english = Words{
		In: " in ", Lines: ", lines ", Cites: "; cites ",
		For: "for", Against: "against", Limits: "limits it",
		Weakest: "weakest hop", NoStudy: "no study",
		Inferred: "inferred: no claim states it", NoClaim: "no claim states it",
		EndToEnd: "behind every hop: ", NoEndToEnd: "no single source stands behind every hop",
		Study: "study", Studies: "studies",
		NoWay: "no way", From: " from ", To: " to ", Empty: " but the one without hops",
	}
	norwegian = Words{
		In: " i ", Lines: ", linje ", Cites: "; viser til ",
		For: "for", Against: "mot", Limits: "avgrenser",
		Weakest: "svakeste ledd", NoStudy: "ingen studie",
		Inferred: "utledet: ingen påstand sier det", NoClaim: "ingen påstand sier det",
		EndToEnd: "bak hvert ledd: ", NoEndToEnd: "ingen enkelt kilde står bak hvert ledd",
		Study: "studie", Studies: "studier",
		NoWay: "ingen vei", From: " fra ", To: " til ", Empty: " utenom den uten ledd",
		norwegian: true,
	}
)

// WordsIn are the words of one of [Languages]; both written languages of Norwegian have
// the same.
func WordsIn(lang string) *Words {
	if lang == "nb" || lang == "nn" {
		return &norwegian
	}
	return &english
}

// Code is what a code of a coded property is called: in English its notation, in
// Norwegian its label.
func (w *Words) Code(property quad.IRI, notation string) string {
	if scheme, ok := vocab.SchemeOf(property); ok && w.norwegian {
		for _, c := range scheme.Codes {
			if c.Notation == notation {
				return c.NB
			}
		}
	}
	return notation
}

// Traits are the direction and the designs of a finding.
func (w *Words) Traits(f Finding) []string {
	var list []string
	if f.Direction != "" {
		list = append(list, w.Code(vocab.Direction, f.Direction))
	}
	for _, design := range f.Designs {
		list = append(list, w.Code(vocab.Design, design))
	}
	return list
}

// Side is the findings that bear on a claim in one way.
type Side struct {
	Word     string
	Findings []Finding
}

// Sides are the findings that bear on a claim.
func (w *Words) Sides(c Claim) []Side {
	return []Side{{w.For, c.For}, {w.Against, c.Against}, {w.Limits, c.Qualifying}}
}

// studies counts.
func (w *Words) studies(n int) string {
	if n == 1 {
		return "1 " + w.Study
	}
	return fmt.Sprint(n, " ", w.Studies)
}
