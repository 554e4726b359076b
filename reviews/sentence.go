package reviews

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/cayleygraph/quad"

	"policygraph/ontology/vocab"
)

// A claim has no text of its own in the tables, since subject, predicate and
// object say all there is. For people it is put together here, from the labels
// of the two concepts, words for the link, and words for how firmly it is said:
//
//	Anonymous job applications may trigger displaced discrimination (suggested).

// phrase is the words for a link: in Norwegian, and in English after a subject in
// the singular and in the plural.
type phrase struct{ nb, one, many string }

var linkPhrases = map[quad.IRI]phrase{
	vocab.Targets:       {"skal virke gjennom", "is meant to work through", "are meant to work through"},
	vocab.MayTrigger:    {"kan utløse", "may trigger", "may trigger"},
	vocab.LeadsTo:       {"fører til", "leads to", "lead to"},
	vocab.ContributesTo: {"bidrar til", "contributes to", "contribute to"},
	vocab.Mitigates:     {"demper", "mitigates", "mitigate"},
	vocab.Addresses:     {"retter seg mot", "is aimed against", "are aimed against"},
}

// after is the phrase as it follows a subject in a language.
func (p phrase) after(subject, lang string) string {
	switch {
	case lang == "nb":
		return p.nb
	case isPlural(subject):
		return p.many
	}
	return p.one
}

// prepositions end the head of an English label: "lack of networks" is a lack.
var prepositions = []string{"of", "in", "for", "on", "at", "to", "from", "with", "within", "among", "between", "through", "by", "against", "into", "as", "than", "about"}

// isPlural guesses whether an English label is a plural: its head ends in an s
// that is not part of the word.
func isPlural(label string) bool {
	words := strings.Fields(label)
	if i := slices.IndexFunc(words, func(w string) bool { return slices.Contains(prepositions, w) }); i > 0 {
		words = words[:i]
	}
	if len(words) == 0 {
		return false
	}
	head := words[len(words)-1]
	singular := slices.ContainsFunc([]string{"ss", "us", "is"}, func(end string) bool { return strings.HasSuffix(head, end) })
	return strings.HasSuffix(head, "s") && !singular
}

// sentence puts a claim into words in a language, or returns "" where a concept
// has no label in it.
func (c *Corpus) sentence(r *Record, lang string) string {
	subject, object := c.labelOf(r.Value("subject"), lang), c.labelOf(r.Value("object"), lang)
	link, known := linkPhrases[r.Value("predicate").IRI]
	if subject == "" || object == "" || !known {
		return ""
	}
	text := subject + " " + link.after(subject, lang) + " " + uncapital(object)
	if modality := modalityLabel(r.Value("modality").IRI, lang); modality != "" {
		text += " (" + modality + ")"
	}
	return text + "."
}

// modalityLabel is the word for how firmly a claim is said, or "" where it is
// simply asserted.
func modalityLabel(modality quad.IRI, lang string) string {
	if modality == vocab.ModalityAsserted {
		return ""
	}
	scheme, _ := vocab.SchemeOf(vocab.Modality)
	for _, c := range scheme.Codes {
		if c.IRI == modality {
			return map[string]string{"nb": c.NB, "en": c.EN}[lang]
		}
	}
	return ""
}

func (c *Corpus) labelOf(v Value, lang string) string {
	if concept := c.Find(v.IRI); concept != nil {
		return concept.Text("label_" + lang)
	}
	return ""
}

// uncapital makes the first letter small, unless the word is all capitals (IA)
// or goes on with a sign (E-learning).
func uncapital(s string) string {
	first, size := utf8.DecodeRuneInString(s)
	second, _ := utf8.DecodeRuneInString(s[size:])
	if !unicode.IsUpper(first) || !unicode.IsLower(second) && second != ' ' {
		return s
	}
	return string(unicode.ToLower(first)) + s[size:]
}

// sentences says what a claim says, in words.
func (s *sayer) sentences(r *Record) {
	for _, lang := range []string{"nb", "en"} {
		if text := s.sentence(r, lang); text != "" {
			s.say(vocab.DCTDescription, quad.LangString{Value: quad.String(text), Lang: lang}, r.Source)
		}
	}
}
