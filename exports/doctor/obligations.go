package doctor

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"
	"sync"

	"policygraph/exports/authority"
	"policygraph/ontology/vocab"
)

//go:embed obligations.txt
var obligationsText string

// obligation is what some profiles ask of one property of one kind of thing.
type obligation struct {
	targets  []string // IRIs of classes, or one ^ and an IRI of a property: whatever that points at
	path     []string // IRIs: either of them
	profiles string   // letters
	words    []string // as in the table
}

// prefixes are those of the table.
var prefixes = map[string]string{
	"adms":       "http://www.w3.org/ns/adms#",
	"adms-codes": "http://purl.org/adms/",
	"cpsv":       "http://purl.org/vocab/cpsv#",
	"cv":         "http://data.europa.eu/m8g/",
	"dc":         "http://purl.org/dc/elements/1.1/",
	"dcat":       vocab.DCATNamespace,
	"dcatap":     "http://data.europa.eu/r5r/",
	"dct":        vocab.DCTNamespace,
	"dqv":        "http://www.w3.org/ns/dqv#",
	"eli":        "http://data.europa.eu/eli/ontology#",
	"eu":         "http://publications.europa.eu/resource/authority/",
	"foaf":       vocab.FOAFNamespace,
	"locn":       "http://www.w3.org/ns/locn#",
	"odrl":       "http://www.w3.org/ns/odrl/2/",
	"odrs":       "http://schema.theodi.org/odrs#",
	"owl":        vocab.OWLNamespace,
	"prov":       vocab.PROVNamespace,
	"r5r":        "http://data.europa.eu/r5r", // as two of the official files spell it, without an end
	"rdf":        vocab.RDFNamespace,
	"rdfs":       vocab.RDFSNamespace,
	"skos":       vocab.SKOSNamespace,
	"spdx":       "http://spdx.org/rdf/terms#",
	"time":       "http://www.w3.org/2006/time#",
	"vcard":      "http://www.w3.org/2006/vcard/ns#",
	"xsd":        vocab.XSDNamespace,
}

// full is the IRI of a name of the table. What has no known prefix is one already.
func full(name string) string {
	if prefix, local, ok := strings.Cut(name, ":"); ok {
		if ns, known := prefixes[prefix]; known {
			return ns + local
		}
	}
	return name
}

// short is an IRI with the prefix that shortens it most, for people.
func short(iri string) string {
	best, name := "", iri
	for prefix, ns := range prefixes {
		if local, ok := strings.CutPrefix(iri, ns); ok && len(ns) > len(best) && prefix != "r5r" && local != "" {
			best, name = ns, prefix+":"+local
		}
	}
	return name
}

// obligations reads the table, once.
var obligations = sync.OnceValue(func() []obligation {
	list, err := readObligations(obligationsText)
	if err != nil {
		panic(err) // the table is built in, and a test reads it
	}
	return list
})

func readObligations(text string) (list []obligation, err error) {
	var targets []string
	n := 0
	for line := range strings.Lines(text) {
		n++
		line = strings.TrimSpace(line)
		switch {
		case line == "" || line[0] == '#':
		case line[0] == '[':
			targets = strings.Fields(strings.Trim(line, "[]"))
		default:
			path, rest, _ := strings.Cut(line, " ")
			for group := range strings.SplitSeq(rest, ";") {
				words := strings.Fields(group)
				if len(words) < 2 || strings.Trim(words[0], letters) != "" {
					return nil, fmt.Errorf("obligations.txt:%d: expected letters of profiles and what they ask, found %q", n, group)
				}
				if i := slices.IndexFunc(words[1:], func(w string) bool { return !known(w) }); i >= 0 {
					return nil, fmt.Errorf("obligations.txt:%d: nothing is called %q", n, words[1+i])
				}
				list = append(list, obligation{names(targets), names(strings.Split(path, "|")), words[0], words[1:]})
			}
		}
	}
	return list, nil
}

// names are the IRIs of names; a ^ stays in front.
func names(short []string) (iris []string) {
	for _, s := range short {
		if inner, ok := strings.CutPrefix(s, "^"); ok {
			iris = append(iris, "^"+full(inner))
			continue
		}
		iris = append(iris, full(s))
	}
	return iris
}

// codes are the names that stand for an authority table as a whole: its terms.
func codes(name string) (iris []string) {
	t, ok := authority.ByName(strings.TrimPrefix(name, "eu:"))
	if !ok {
		return names(strings.Split(name, "|"))
	}
	for _, code := range t.Codes() {
		iris = append(iris, t.Prefix+code)
	}
	return iris
}
