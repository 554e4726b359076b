package questions

import (
	"regexp"
	"slices"
	"strings"

	"policygraph/ontology/vocab"
)

// A kind says what a parameter may be, and writes it for a query.
type kind struct {
	name     string
	expected string   // what to say when a value is not of the kind
	values   []string // all there are; nil: they cannot be listed
	term     func(value string) (string, bool)
}

// Kinds returns the names of all kinds: those of concepts and other instances,
// whose values are slugs; country; word and number; and the code lists of the
// ontology, whose values are their codes.
func Kinds() []string {
	names := make([]string, len(kinds))
	for i, k := range kinds {
		names[i] = k.name
	}
	return names
}

var kinds = allKinds()

func allKinds() []kind {
	var list []kind
	for _, name := range []string{"measure", "problem", "mechanism", "outcome", "population", "source", "review"} {
		list = append(list, instances(name))
	}
	list = append(list,
		kind{"country", "three letters of a country, such as NOR, or a continent", nil, country},
		kind{"word", "a word in small letters", nil, word},
		kind{"number", "a whole number", nil, number},
	)
	for _, s := range vocab.Schemes() {
		list = append(list, kind{s.Name, "a code", s.Notations(), code(s)})
	}
	return list
}

func kindOf(name string) (kind, bool) {
	i := slices.IndexFunc(kinds, func(k kind) bool { return k.name == name })
	if i < 0 {
		return kind{}, false
	}
	return kinds[i], true
}

var (
	slugForm    = regexp.MustCompile(`^[a-z0-9]+([.-][a-z0-9]+)*$`)
	wordForm    = regexp.MustCompile(`^[a-z][a-z0-9-]*$`)
	numberForm  = regexp.MustCompile(`^(0|-?[1-9][0-9]{0,8})$`)
	countryForm = regexp.MustCompile(`^[A-Z]{3}$`)
	continents  = []string{"AFRICA", "AMERICA", "ANTARCTICA", "ASIA", "EUROPE", "OCEANIA"}
)

// instances takes a slug, a prefixed name or an address of one sort of thing.
func instances(name string) kind {
	namespace := vocab.IDNamespace + name + "/"
	return kind{name, "the slug or the address of a " + name, nil, func(value string) (string, bool) {
		slug := localName(value, namespace, name+":")
		return "<" + namespace + slug + ">", slugForm.MatchString(slug)
	}}
}

func country(value string) (string, bool) {
	name := localName(value, vocab.EUContinentNamespace, "continent:")
	name = strings.ToUpper(localName(name, vocab.EUCountryNamespace, "country:"))
	if slices.Contains(continents, name) {
		return "<" + vocab.EUContinentNamespace + name + ">", true
	}
	return "<" + vocab.EUCountryNamespace + name + ">", countryForm.MatchString(name)
}

func word(value string) (string, bool) { return `"` + value + `"`, wordForm.MatchString(value) }

func number(value string) (string, bool) { return value, numberForm.MatchString(value) }

// code takes a notation or label of the list, a prefixed name or an address.
func code(s vocab.Scheme) func(string) (string, bool) {
	return func(value string) (string, bool) {
		local := localName(value, vocab.CodeNamespace, "code:")
		c, ok := s.Code(strings.TrimPrefix(local, s.Name+"-"))
		return "<" + string(c.IRI) + ">", ok
	}
}

// localName is what follows the namespace or the prefix, whichever there is.
func localName(value, namespace, prefix string) string {
	if address, ok := strings.CutPrefix(value, "<"); ok {
		value = strings.TrimSuffix(address, ">")
	}
	if local, ok := strings.CutPrefix(value, namespace); ok {
		return local
	}
	return strings.TrimPrefix(value, prefix)
}
