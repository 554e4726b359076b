package doctor

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
)

// word is what a word of the table of obligations is in SHACL, and to people.
type word struct {
	name   string // up to a colon or a plus; of counts: the two dots
	shape  func(w ask) string
	nb, en string // with %s for what is named
}

// ask is one word as it stands in the table.
type ask struct {
	flags []string // after a plus
	value string   // after the colon, or the number of a count
}

// vocabulary are the words. Each becomes one property shape, whose messages say it
// in both languages.
var vocabulary = []word{
	{"literal", constant("sh:nodeKind sh:Literal"), "må være en tekst eller et tall, ikke en adresse", "must be a literal, not an address"},
	{"iri", constant("sh:nodeKind sh:IRI"), "må være en adresse", "must be an address"},
	{"node", constant("sh:nodeKind sh:BlankNodeOrIRI"), "må være en ting, ikke en tekst", "must be a thing, not a literal"},
	{"unique", constant("sh:uniqueLang true"), "kan ha én verdi for hvert språk", "may have one value for each language"},
	{"a", func(w ask) string { return either("sh:class", names(w.alternatives())) }, "må peke på noe som i samme dokument er typet %s", "must point at something that the same document types as %s"},
	{"type", func(w ask) string { return either("sh:datatype", names(w.alternatives())) }, "må ha datatypen %s", "must have the datatype %s"},
	{"has", func(w ask) string { return "sh:hasValue " + ref(full(w.value)) }, "må være %s", "must be %s"},
	{"one-of", func(w ask) string { return "sh:in ( " + refs(codes(w.value)) + " )" }, "må være en kode i %s", "must be a code of %s"},
	{
		"some-of", func(w ask) string {
			return "sh:qualifiedValueShape [ sh:in ( " + refs(codes(w.value)) + " ) ] ; sh:qualifiedMinCount 1"
		},
		"må ha minst én kode fra %s", "must have at least one code of %s",
	},
	{"under", func(w ask) string { return "sh:pattern " + quoted(start(names(w.alternatives()))) }, "må være en adresse under %s", "must be an address below %s"},
	{"in", inScheme, "må være et begrep som dokumentet sier er i %s", "must be a concept that the document says is in %s"},
	{"only", onlyScheme, "må være et begrep som dokumentet sier er i %s og ikke i noe annet", "must be a concept that the document says is in %s and in nothing else"},
}

var (
	counts = regexp.MustCompile(`^(?:(\d+)\.\.|\.\.(\d+))$`)
	called = regexp.MustCompile(`^([a-z-]+)((?:\+[a-z]+)*)(?::(.+))?$`)
)

// parse finds the word of the vocabulary; counts are none of it.
func parse(text string) (*word, ask, bool) {
	m := called.FindStringSubmatch(text)
	if m == nil {
		return nil, ask{}, false
	}
	i := slices.IndexFunc(vocabulary, func(w word) bool { return w.name == m[1] })
	if i < 0 {
		return nil, ask{}, false
	}
	return &vocabulary[i], ask{strings.FieldsFunc(m[2], func(r rune) bool { return r == '+' }), m[3]}, true
}

// known reports whether a word can stand in the table.
func known(text string) bool {
	_, _, ok := parse(text)
	return ok || counts.MatchString(text) || strings.HasPrefix(text, ifAny)
}

// shaped is a word as constraints with messages.
func shaped(text string) string {
	if m := counts.FindStringSubmatch(text); m != nil {
		if m[1] != "" {
			return said("sh:minCount "+m[1], "mangler", "is missing")
		}
		return said("sh:maxCount "+m[2], "kan stå én gang", "may stand once")
	}
	w, a, _ := parse(text)
	what := strings.Join(strings.Split(a.value, "|"), ", ")
	nb, en := w.nb, w.en
	if strings.Contains(nb, "%s") {
		nb, en = fmt.Sprintf(nb, what), fmt.Sprintf(en, what)
	}
	return said(w.shape(a), nb, en)
}

func said(constraint, nb, en string) string {
	return fmt.Sprintf("%s ; sh:message %s@nb, %s@en", constraint, quoted(nb), quoted(en))
}

func constant(s string) func(ask) string { return func(ask) string { return s } }

func (a ask) alternatives() []string { return strings.Split(a.value, "|") }

func (a ask) flag(name string) bool { return slices.Contains(a.flags, name) }

// either asks for one of several.
func either(constraint string, iris []string) string {
	if len(iris) == 1 {
		return constraint + " " + ref(iris[0])
	}
	var b strings.Builder
	for _, iri := range iris {
		fmt.Fprintf(&b, " [ %s %s ]", constraint, ref(iri))
	}
	return "sh:or (" + b.String() + " )"
}

// start is the pattern of what begins with one of the prefixes.
func start(iris []string) string {
	for i, iri := range iris {
		iris[i] = regexp.QuoteMeta(iri)
	}
	return "^(" + strings.Join(iris, "|") + ")"
}

// inScheme asks a concept for one scheme among others.
func inScheme(a ask) string {
	return ofScheme("sh:minCount 1 ; sh:hasValue "+ref(full(a.value)), a)
}

// onlyScheme asks a concept for a scheme, over http or https, and no other.
func onlyScheme(a ask) string {
	scheme := full(a.value)
	constraint := "sh:in ( " + refs([]string{scheme, "https" + strings.TrimPrefix(scheme, "http")}) + " )"
	if a.flag("some") {
		constraint += " ; sh:minCount 1"
	}
	return ofScheme(constraint, a)
}

func ofScheme(constraint string, a ask) string {
	if a.flag("iri") {
		constraint += " ; sh:nodeKind sh:IRI"
	}
	if a.flag("typed") {
		constraint += " ; sh:class skos:ConceptScheme"
	}
	return "sh:node [ sh:property [ sh:path skos:inScheme ; " + constraint + " ] ]"
}

func ref(iri string) string { return "<" + iri + ">" }

func refs(iris []string) string {
	out := make([]string, len(iris))
	for i, iri := range iris {
		out[i] = ref(iri)
	}
	return strings.Join(out, " ")
}

var escapes = strings.NewReplacer(`\`, `\\`, `"`, `\"`, "\n", `\n`)

func quoted(s string) string { return `"` + escapes.Replace(s) + `"` }
