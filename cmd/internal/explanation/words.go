package explanation

import (
	"fmt"
	"strings"

	"policygraph/ontology/evidence"
)

// words are what is written around labels, in one language.
type words struct {
	*evidence.Words

	holds, more          string // where it holds
	no, instead, alien   string // where it does not
	ifHeld, and, by      string
	impossible, misfit   string
	missing, axiom       string // in a proof
	asserted, asAbove    string
	of, page             string // where a review says something
	statement, judgement string
	something            string // that is not known
	article              func(class string) string
	end                  map[string]string // from and to
}

var (
	english = words{
		Words: evidence.WordsIn("en"),
		holds: "holds: ", more: "there are more proofs; --proofs N shows up to N",
		no:      "does not hold: no review states it, and no rule gives it",
		instead: "what is stated: ",
		alien:   "nothing comes near it: no rule could give it from what is known and one statement more",
		ifHeld:  "it would follow if this held: ", and: " and ", by: "by ",
		impossible: "does not hold, and could not:", misfit: "%s leads %s %s, and %s is %s; nothing is both",
		missing: "missing", axiom: "by the axiom ", asserted: "asserted", asAbove: ", as above",
		of: " of ", page: ", page ", statement: "statement", judgement: "the review's own judgement",
		something: "something", article: withArticle, end: map[string]string{"from": "from", "to": "to"},
	}
	norwegian = words{
		Words: evidence.WordsIn("nb"),
		holds: "gjelder: ", more: "det finnes flere bevis; --proofs N viser opptil N",
		no:      "gjelder ikke: ingen kunnskapsoppsummering sier det, og ingen regel gir det",
		instead: "det som er oppgitt: ",
		alien:   "ingenting er i nærheten: ingen regel kunne gi det av det som er kjent og ett utsagn til",
		ifHeld:  "det ville følge hvis dette gjaldt: ", and: " og ", by: "ved ",
		impossible: "gjelder ikke, og kan ikke gjelde:", misfit: "%s går %s %s, og %s er %s; ingenting er begge deler",
		missing: "mangler", axiom: "ved aksiomet ", asserted: "oppgitt", asAbove: ", som ovenfor",
		of: " i ", page: ", side ", statement: "utsagn", judgement: "oppsummeringens egen vurdering",
		something: "noe", article: strings.TrimSpace, end: map[string]string{"from": "fra", "to": "til"},
	}
)

// wordsIn are the words of one of [evidence.Languages].
func wordsIn(lang string) *words {
	if lang == "nb" || lang == "nn" {
		return &norwegian
	}
	return &english
}

// withArticle is the name of a class with its article.
func withArticle(class string) string {
	if class != "" && strings.ContainsRune("AEIOUaeiou", rune(class[0])) {
		return "an " + class
	}
	return "a " + class
}

// sentence says what does not fit.
func (w *words) sentence(m Misfit) string {
	return fmt.Sprintf(w.misfit, m.By.Label, w.end[m.End], w.article(m.Class.Label), m.Node.Label, w.article(m.Is.Label))
}
