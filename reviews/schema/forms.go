package schema

import (
	"regexp"
	"slices"
	"strings"
	"unicode"

	"policygraph/ontology/vocab"
	"policygraph/reviews"
)

// A form is what a cell of a type looks like in YAML.
type form struct {
	pattern  string   // of one value, as ECMA-262 and RE2 both read it; empty: any text
	types    []string // of JSON: a name may look like a number to YAML, and 2020 is one
	examples []any
}

// The parts that patterns are made of.
const (
	slug    = `[a-z0-9]+(?:-[a-z0-9]+)*`
	dotted  = slug + `(?:\.` + slug + `)*`
	lines   = `[1-9][0-9]{0,8}(?:-[1-9][0-9]{0,8})?`
	decimal = `-?[0-9]+(?:\.[0-9]+)?`
	inIRI   = "[^\\x00-\\x20<>\"{}|\\\\^`]"
	space   = `[\s\x85]*`
)

// The JSON types that a scalar of YAML may have which the loader reads as
// letters.
var (
	letters = []string{"string"}
	counts  = []string{"string", "integer"}
	figures = []string{"string", "number"}
	scalars = []string{"string", "number", "boolean"}
)

// forms has a row for each type that is not a closed list.
var forms = map[reviews.BaseType]form{
	reviews.TypeText:          {"", scalars, nil},
	reviews.TypeLangText:      {"", scalars, nil},
	reviews.TypeSlug:          {slug, scalars, []any{"language-training", "berg-2015"}},
	reviews.TypeSectionNumber: {dotted, scalars, []any{"4.2", "preface"}},
	reviews.TypeRef:           {slug, scalars, nil},
	reviews.TypeAnyRef:        {"", letters, nil},
	reviews.TypeClaimRef:      {`(?:claim/)?` + slug + `\.[a-zA-Z]+\.` + slug, letters, []any{"mentoring.targets.bridging-ties"}},
	reviews.TypeFindingRef:    {`(?:finding/)?` + slug + `\.` + slug, figures, []any{"berg-2015.work"}},
	reviews.TypeStatementRef:  {`(?:[a-z]+/)?[a-zA-Z0-9.-]+`, figures, []any{"berg-2015.work", "judgement/mentoring-works", "gap/language-cafes"}},
	reviews.TypeSectionRef:    {`(?:section/)?` + dotted, scalars, []any{"4.2"}},
	reviews.TypeSearchRef:     {slug, scalars, []any{"my-review"}},
	reviews.TypeAddress:       {`(?:claim|finding|judgement|gap|conflict)/[\s\S]*`, letters, []any{"finding/my-review.berg-2015.work"}},
	reviews.TypeDecimal:       {decimal, figures, []any{4.5, 0}},
	reviews.TypeInteger:       {`[0-9]{1,9}`, counts, []any{12}},
	reviews.TypeYear:          {`(?:1[5-9][0-9]{2}|20[0-9]{2}|2100)`, counts, []any{2020}},
	reviews.TypeLines:         {lines, counts, []any{571, "559-562"}},
	reviews.TypeMention:       {slug + `:` + lines, letters, []any{"my-review:74-75"}},
	reviews.TypePage:          {`[0-9]+(?:[-–][0-9]+)?`, counts, []any{17, "17-19"}},
	reviews.TypeDOI:           {`10\.[0-9]{4,9}/[^ \t\r\n]+`, letters, []any{"10.1000/182"}},
	reviews.TypeURL:           {`[Hh][Tt][Tt][Pp][Ss]?://` + inIRI + `+`, letters, []any{"https://example.org/report"}},
	reviews.TypeIRI:           {`[A-Za-z][A-Za-z0-9+.-]*:` + inIRI + `+`, letters, []any{"http://eurovoc.europa.eu/1234"}},
	reviews.TypeDigest:        {`[0-9a-f]{64}`, figures, nil},
}

// names are of things that are built in, to show how references are written.
var names = map[reviews.Kind]string{
	reviews.KindProblem:    "lower-employment",
	reviews.KindMechanism:  "bridging-ties",
	reviews.KindMeasure:    "mentoring",
	reviews.KindOutcome:    "employment",
	reviews.KindPopulation: "refugees",
	reviews.KindSource:     "kahn-2016",
}

// formOf is the form of a column. Kinds and examples of references are its own.
func formOf(f *reviews.Field) form {
	out := forms[f.Type.Base]
	if _, exact := choices(f); len(exact) > 0 {
		return form{pattern: anyOf(exact), types: letters}
	}
	if list, coded := vocab.SchemeOf(f.Property); coded {
		return form{pattern: inAnyCase(codeWords(list)), types: letters}
	}
	switch f.Type.Base {
	case reviews.TypeRef:
		out.examples = []any{names[f.Type.Kinds[0]]}
	case reviews.TypeAnyRef:
		var kinds []string
		for _, k := range f.Type.Kinds {
			kinds = append(kinds, string(k))
			out.examples = append(out.examples, string(k)+"/"+names[k])
		}
		out.pattern = anyOf(kinds) + "/" + slug
	}
	return out
}

// choices returns the words of a closed list that must be written exactly so,
// and the name under which a schema defines them.
func choices(f *reviews.Field) (name string, words []string) {
	switch f.Type.Base {
	case reviews.TypeCountry:
		return "country", reviews.Countries()
	case reviews.TypeLanguage:
		return "language", reviews.Languages()
	}
	return f.Column, f.Type.Words
}

// codeWords are the words that the loader takes for the codes of a list: first
// those that are listed, then their labels.
func codeWords(list vocab.Scheme) []string {
	words := list.Notations()
	for _, label := range []func(vocab.Code) string{
		func(c vocab.Code) string { return c.NB },
		func(c vocab.Code) string { return c.EN },
	} {
		for _, c := range list.Codes {
			if w := label(c); !slices.Contains(words, w) {
				words = append(words, w)
			}
		}
	}
	return words
}

func anyOf(words []string) string {
	quoted := make([]string, len(words))
	for i, w := range words {
		quoted[i] = regexp.QuoteMeta(w)
	}
	return "(?:" + strings.Join(quoted, "|") + ")"
}

// inAnyCase matches the words in small and capital letters, as
// [strings.EqualFold] does.
func inAnyCase(words []string) string {
	folded := make([]string, len(words))
	for i, w := range words {
		var b strings.Builder
		for _, r := range w {
			b.WriteString(inBothCases(r))
		}
		folded[i] = b.String()
	}
	return "(?:" + strings.Join(folded, "|") + ")"
}

func inBothCases(r rune) string {
	orbit := []rune{r}
	for f := unicode.SimpleFold(r); f != r; f = unicode.SimpleFold(f) {
		orbit = append(orbit, f)
	}
	if len(orbit) == 1 {
		return regexp.QuoteMeta(string(r))
	}
	slices.Sort(orbit)
	return "[" + string(orbit) + "]"
}
