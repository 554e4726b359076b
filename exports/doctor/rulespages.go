package doctor

import (
	"encoding/json"
	"fmt"
	"path"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"
)

// pageRules look at what pages say to search engines, and at what they lead to.
var pageRules = []Rule{
	{
		ID: "schema-json", Severity: Lose, Portals: []Portal{Google},
		Wrong:   Text{"JSON-LD i en side kan ikke leses.", "JSON-LD in a page cannot be read."},
		Why:     Text{"Søkemotorer ser ikke datasettet.", "Search engines do not see the dataset."},
		Mend:    Text{"Skriv gyldig JSON, og «<\\/» for «</».", "Write valid JSON, and “<\\/” for “</”."},
		applies: hasBlocks,
		export: func(e *examination) (places []Place, err error) {
			err = e.blocks(func(b block) {
				if b.err != nil {
					places = append(places, Place{File: b.file, Detail: same(b.err.Error())})
				}
			})
			return places, err
		},
	},
	{
		ID: "schema-required", Severity: Refuse, Portals: []Portal{Google},
		Wrong:   Text{"Et schema.org-datasett mangler navn eller beskrivelse.", "A schema.org dataset lacks its name or description."},
		Why:     Text{"Google Dataset Search krever begge.", "Google Dataset Search requires both."},
		Mend:    Text{"Gi det name og description.", "Give it name and description."},
		applies: hasBlocks,
		export: ofDatasets(func(n map[string]any) string {
			for _, key := range []string{"name", "description"} {
				if len(texts(n[key])) == 0 {
					return key
				}
			}
			return ""
		}),
	},
	{
		ID: "schema-description", Severity: Refuse, Portals: []Portal{Google},
		Wrong:   Text{"En beskrivelse har færre enn 50 eller flere enn 5000 tegn.", "A description has fewer than 50 or more than 5000 characters."},
		Why:     Text{"Google Dataset Search tar ikke imot den.", "Google Dataset Search does not take it."},
		Mend:    Text{"Skriv 50 til 5000 tegn.", "Write 50 to 5000 characters."},
		applies: hasBlocks,
		export: ofDatasets(func(n map[string]any) string {
			for _, text := range texts(n["description"]) {
				if c := utf8.RuneCountInString(text); c < 50 || c > 5000 {
					return fmt.Sprint(c)
				}
			}
			return ""
		}),
	},
	{
		ID: "schema-content-url", Severity: Lose, Portals: []Portal{Google},
		Wrong:   Text{"En schema.org-distribusjon har ingen contentUrl.", "A schema.org distribution has no contentUrl."},
		Why:     Text{"Google Dataset Search viser den ikke.", "Google Dataset Search does not show it."},
		Mend:    Text{"Gi den contentUrl og encodingFormat.", "Give it contentUrl and encodingFormat."},
		applies: hasBlocks,
		export: ofDatasets(func(n map[string]any) string {
			for _, d := range list(n["distribution"]) {
				if object, ok := d.(map[string]any); ok && len(object) > 1 && len(texts(object["contentUrl"])) == 0 {
					return "distribution"
				}
			}
			return ""
		}),
	},
	{
		ID: "schema-context", Severity: Lose, Portals: []Portal{Google},
		Wrong:   Text{"Konteksten er ikke https://schema.org/.", "The context is not https://schema.org/."},
		Why:     Text{"Google henter ingen kontekst, og venter akkurat den teksten.", "Google fetches no context, and expects that very text."},
		Mend:    Text{"Skriv \"@context\": \"https://schema.org/\".", "Write \"@context\": \"https://schema.org/\"."},
		applies: hasBlocks,
		export: func(e *examination) (places []Place, err error) {
			err = e.blocks(func(b block) {
				object, ok := b.value.(map[string]any)
				if context := fmt.Sprint(object["@context"]); ok && !schemaContext.MatchString(context) && slices.ContainsFunc(b.nodes, isDataset) {
					places = append(places, Place{File: b.file, Detail: same(context)})
				}
			})
			return places, err
		},
	},
	{
		ID: "schema-relative", Severity: Lose, Portals: []Portal{Google},
		Wrong:   Text{"En adresse i et schema.org-datasett er relativ.", "An address in a schema.org dataset is relative."},
		Why:     Text{"Søkemotorer kan ikke følge den.", "Search engines cannot follow it."},
		Mend:    Text{"Skriv hele adressen.", "Write the whole address."},
		applies: hasBlocks,
		export: ofDatasets(func(n map[string]any) (found string) {
			walk(n, func(key string, value any) {
				if slices.Contains([]string{"@id", "url", "contentUrl", "license", "sameAs"}, key) {
					for _, text := range texts(value) {
						if !isWeb(text) && found == "" {
							found = text
						}
					}
				}
			})
			return found
		}),
	},
	{
		ID: "schema-recommended", Severity: Advice, Portals: []Portal{Google},
		Wrong:   Text{"Et schema.org-datasett mangler noe som Google anbefaler.", "A schema.org dataset lacks something that Google recommends."},
		Why:     Text{"Det søkes og filtreres på det.", "People search and filter by it."},
		Mend:    Text{"Si det, om det er kjent.", "Say it, if it is known."},
		applies: hasBlocks,
		export: ofDatasets(func(n map[string]any) string {
			if n["distribution"] == nil {
				return "" // it is only mentioned
			}
			return strings.Join(slices.DeleteFunc(slices.Clone(recommended), func(key string) bool { return n[key] != nil }), ", ")
		}),
	},
	{
		ID: "no-index", Severity: Refuse, Portals: []Portal{Google},
		Wrong:   Text{"En side ber om ikke å bli funnet (noindex).", "A page asks not to be found (noindex)."},
		Why:     Text{"Søkemotorer utelater den.", "Search engines leave it out."},
		Mend:    Text{"Ta det bort, om siden skal finnes.", "Take that away, if it is to be found."},
		applies: func(e *examination) bool { return e.source.Kind() != Described && len(e.pages()) > 0 },
		export: func(e *examination) (places []Place, err error) {
			for _, page := range e.pages() {
				a, err := e.source.Get(e.ctx, page)
				if err != nil {
					return nil, err
				}
				if hidden.Match(a.Body) {
					places = append(places, Place{File: page})
				}
			}
			return places, nil
		},
	},
	{
		ID: "broken-link", Severity: Lose, Portals: []Portal{Readers, Google},
		Wrong:   Text{"En side lenker til en fil som ikke er der.", "A page links to a file that is not there."},
		Why:     Text{"Leseren får 404.", "The reader gets a 404."},
		Mend:    Text{"Publiser filen, eller ta bort lenken.", "Publish the file, or remove the link."},
		applies: func(e *examination) bool { return inFolder(e) && len(e.pages()) > 0 },
		export:  brokenLinks,
	},
}

// recommended is what Google recommends, as far as it can be known of any dataset.
var recommended = []string{"creator", "identifier", "keywords", "license", "spatialCoverage", "temporalCoverage", "version"}

var hidden = regexp.MustCompile(`(?i)<meta\b[^>]*name\s*=\s*["']?robots["']?[^>]*content\s*=\s*["'][^"']*noindex`)

var schemaContext = regexp.MustCompile(`^https?://schema\.org/?$`)

// block is one text of JSON-LD that is for search engines.
type block struct {
	file  string
	value any
	nodes []map[string]any // every object in it
	err   error
}

var script = regexp.MustCompile(`(?is)<script\b[^>]*type\s*=\s*["']?application/ld\+json["']?[^>]*>(.*?)</script\s*>`)

// pages are the files for people.
func (e *examination) pages() []string {
	return slices.DeleteFunc(slices.Clone(e.files), func(p string) bool { return path.Ext(p) != ".html" })
}

// schemaFiles are files of JSON-LD for search engines outside pages.
func (e *examination) schemaFiles() []string {
	return slices.DeleteFunc(slices.Clone(e.files), func(p string) bool {
		return !strings.Contains(p, "schemaorg") || path.Ext(p) != ".jsonld" && path.Ext(p) != ".json"
	})
}

func hasBlocks(e *examination) bool {
	return e.source.Kind() != Described && len(e.pages())+len(e.schemaFiles()) > 0
}

// blocks calls f with each block of the export.
func (e *examination) blocks(f func(block)) error {
	for _, p := range slices.Concat(e.pages(), e.schemaFiles()) {
		a, err := e.source.Get(e.ctx, p)
		if err != nil {
			return err
		}
		if path.Ext(p) != ".html" {
			f(newBlock(p, a.Body))
			continue
		}
		for _, m := range script.FindAllSubmatch(a.Body, -1) {
			f(newBlock(p, m[1]))
		}
	}
	return nil
}

func newBlock(file string, text []byte) block {
	b := block{file: file}
	if b.err = json.Unmarshal(text, &b.value); b.err != nil {
		return b
	}
	if object, ok := b.value.(map[string]any); ok {
		b.nodes = append(b.nodes, object)
	}
	walk(b.value, func(key string, value any) {
		for _, item := range list(value) {
			if object, ok := item.(map[string]any); ok && key != "@context" {
				b.nodes = append(b.nodes, object)
			}
		}
	})
	return b
}

// isDataset reports whether an object is described as a dataset, and not merely
// pointed at.
func isDataset(n map[string]any) bool {
	return slices.Contains(texts(n["@type"]), "Dataset") && (len(n) > 3 || n["@context"] != nil)
}

// ofDatasets looks at each schema.org dataset.
func ofDatasets(wrong func(map[string]any) string) func(*examination) ([]Place, error) {
	return func(e *examination) (places []Place, err error) {
		err = e.blocks(func(b block) {
			for _, n := range b.nodes {
				if !isDataset(n) {
					continue
				}
				if found := wrong(n); found != "" {
					node, _ := n["@id"].(string)
					places = append(places, Place{File: b.file, Node: node, Detail: same(found)})
				}
			}
		})
		return places, err
	}
}

// list is a value as a list.
func list(v any) []any {
	if many, ok := v.([]any); ok {
		return many
	}
	return []any{v}
}

// texts are the texts of a value, whichever way JSON-LD writes them.
func texts(v any) (all []string) {
	for _, item := range list(v) {
		switch item := item.(type) {
		case string:
			if item != "" {
				all = append(all, item)
			}
		case map[string]any:
			for _, key := range []string{"@value", "@id"} {
				if s, ok := item[key].(string); ok && s != "" {
					all = append(all, s)
				}
			}
		}
	}
	return all
}

var link = regexp.MustCompile(`(?i)<(?:a|link|script|img)\b[^>]*?\s(?:href|src)\s*=\s*(?:"([^"]*)"|'([^']*)')`)

// brokenLinks are relative links to what is not in the folder.
func brokenLinks(e *examination) (places []Place, err error) {
	for _, page := range e.pages() {
		a, err := e.source.Get(e.ctx, page)
		if err != nil {
			return nil, err
		}
		for _, m := range link.FindAllSubmatch(a.Body, -1) {
			target := string(m[1]) + string(m[2])
			if file, ours := linked(page, target); ours && !e.has(file) && !e.has(path.Join(file, "index.html")) && !e.has(file+".html") {
				places = append(places, Place{File: page, Detail: same(target)})
			}
		}
	}
	return places, nil
}

// linked is the path that a relative link leads to.
func linked(page, target string) (string, bool) {
	target, _, _ = strings.Cut(target, "#")
	target, _, _ = strings.Cut(target, "?")
	if target == "" || strings.HasPrefix(target, "/") || strings.Contains(target, ":") || strings.Contains(target, "{") {
		return "", false
	}
	return path.Join(path.Dir(page), target), true
}
