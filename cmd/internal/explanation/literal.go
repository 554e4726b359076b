package explanation

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"policygraph/graph"
	"policygraph/ontology/vocab"
)

const xsdString = vocab.XSDNamespace + "string"

// literal is a literal as it is named: with quotes, and then perhaps with its
// language or datatype, or without.
type literal struct {
	text, lang, datatype string
	quoted               bool
}

// readLiteral reads "text", "text"@language and "text"^^datatype; all else is a text
// as it stands.
func (f *Finder) readLiteral(name string) literal {
	end := strings.LastIndexByte(name, '"')
	if end < 1 || name[0] != '"' {
		return literal{text: name}
	}
	l := literal{text: name[1:end], quoted: true}
	lang, isLang := strings.CutPrefix(name[end+1:], "@")
	datatype, isTyped := strings.CutPrefix(name[end+1:], "^^")
	switch {
	case isLang && lang != "":
		l.lang = lang
	case isTyped && datatype != "":
		l.datatype = strings.Trim(datatype, "<>")
		if iri, ok := f.Address(datatype); ok {
			l.datatype = string(iri)
		}
	case end+1 < len(name):
		return literal{text: name}
	}
	return l
}

// String is the literal in quotes.
func (l literal) String() string { return quoted(l.text, l.lang) }

// literal finds a literal among those of a subject's property, then among those of
// the property; 0 where there is none.
func (f *Finder) literal(subject, predicate graph.ID, l literal) graph.ID {
	all, _ := f.g.With(predicate)
	for _, objects := range [][]graph.ID{f.g.Objects(subject, predicate), all} {
		if i := slices.IndexFunc(objects, func(o graph.ID) bool { return f.means(l, o) }); i >= 0 {
			return objects[i]
		}
	}
	return 0
}

// means reports whether a literal is the term o. A number without quotes means any
// term of its value.
func (f *Finder) means(l literal, o graph.ID) bool {
	kind, text, aux := f.d.Kind(o), f.d.Text(o), f.d.Aux(o)
	switch {
	case !kind.IsLiteral():
		return false
	case l.lang != "":
		return text == l.text && kind == graph.KindLangString && strings.EqualFold(aux, l.lang)
	case l.datatype == xsdString:
		return text == l.text && kind == graph.KindString
	case l.datatype != "":
		return text == l.text && kind == graph.KindTypedString && aux == l.datatype
	}
	return text == l.text || !l.quoted && kind == graph.KindTypedString && sameNumber(text, l.text)
}

func sameNumber(a, b string) bool {
	x, err := strconv.ParseFloat(a, 64)
	y, err2 := strconv.ParseFloat(b, 64)
	return err == nil && err2 == nil && x == y
}

// quoted is a literal with its language, where it has one.
func quoted(text, aux string) string {
	if strings.Contains(aux, ":") || aux == "" {
		return fmt.Sprintf("%q", text)
	}
	return fmt.Sprintf("%q@%s", text, aux)
}
