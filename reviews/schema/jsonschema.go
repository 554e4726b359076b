package schema

import (
	"slices"
	"strings"

	"policygraph/ontology/vocab"
	"policygraph/reviews"
)

const (
	dialect   = "https://json-schema.org/draft/2020-12/schema"
	namespace = vocab.Base + "schema/"
)

// ReviewSchema is the JSON Schema of review.yaml.
func ReviewSchema() []byte {
	var d definitions
	root := d.row(reviews.TableOf(reviews.KindReview))
	search, sections := reviews.TableOf(reviews.KindSearch), reviews.TableOf(reviews.KindSection)
	root.Properties = append(root.Properties,
		member{search.File, titled(d.row(search), "how the review looked for the works that it sums up\n\nhvordan oppsummeringen lette etter verkene den bygger på")},
		member{sections.File, &node{Description: "the sections of the review, which the statements point at\n\navsnittene i oppsummeringen, som utsagnene peker på", Type: []string{"array"}, Items: d.row(sections)}})
	return d.document("review", "The review: "+reviewFile, root)
}

const reviewFile = "review.yaml"

func titled(n *node, description string) *node {
	n.Description = description
	return n
}

// TableSchema is the JSON Schema of a table that is written in YAML: a list of
// rows, or nothing.
func TableSchema(t *reviews.Table) []byte {
	var d definitions
	return d.document(t.File, "The table "+t.File+" of a review, as YAML", &node{Type: []string{"array", "null"}, Items: d.row(t)})
}

func (d *definitions) document(name, title string, root *node) []byte {
	root.Dialect, root.ID, root.Title, root.Defs = dialect, namespace+name+".schema.json", title, d.lists
	return document(root)
}

// row is the schema of a mapping that is a row.
func (d *definitions) row(t *reviews.Table) *node {
	entries := make([]entry, len(t.Fields))
	for i := range t.Fields {
		entries[i] = entry{t.Fields[i].Column, &t.Fields[i]}
	}
	n := d.mapping(entries)
	for _, b := range t.Banned {
		n.Patterns = append(n.Patterns, member{"^" + b.Column + "$", &node{Description: b.Describe(reviews.English) + "\n\n" + b.Describe(reviews.Norwegian), Not: &node{}}})
	}
	n.Required, n.AllOf = required(t)
	if some := oneOf[t.Kind]; len(some) > 0 {
		n.AllOf = append(n.AllOf, filled(some...))
	}
	return n
}

// oneOf names the columns of which one at least must be filled.
var oneOf = map[reviews.Kind][]string{
	reviews.KindReview:  {"title_nb", "title_nn", "title_en"},
	reviews.KindSection: {"title_nb", "title_nn", "title_en"},
}

// entry is a column in a mapping: what is left of its name there.
type entry struct {
	key   string
	field *reviews.Field
}

// mapping is the schema of a mapping. A key is a column, or the beginning of
// the names of columns, under which they go on: title: {nb: …} is title_nb. The
// loader takes any such beginning; those that read well are properties, which
// language servers offer, and the others are patterns, which they do not.
func (d *definitions) mapping(entries []entry) *node {
	n := &node{Type: []string{"object"}, Additional: pointer(false)}
	var stems []string
	below := map[string][]entry{}
	for _, e := range entries {
		n.Properties = append(n.Properties, member{e.key, d.cell(e.field)})
		for _, s := range splits(e.key) {
			if below[s.stem] == nil {
				stems = append(stems, s.stem)
			}
			below[s.stem] = append(below[s.stem], entry{s.rest, e.field})
		}
	}
	for _, stem := range stems {
		inner := d.mapping(below[stem])
		switch {
		case slices.ContainsFunc(entries, func(e entry) bool { return e.key == stem }):
		case readsWell(below[stem]):
			n.Properties = append(n.Properties, member{stem, inner})
		default:
			n.Patterns = append(n.Patterns, member{"^" + stem + "$", inner})
		}
	}
	return n
}

// readsWell reports whether the keys below a stem are languages, or the two ends
// of a span.
func readsWell(below []entry) bool {
	return !slices.ContainsFunc(below, func(e entry) bool {
		return e.field.Type.Base != reviews.TypeLangText && e.key != "from" && e.key != "to"
	})
}

type split struct{ stem, rest string }

// splits returns the ways to write a name as a key in a key.
func splits(name string) []split {
	var out []split
	for i, c := range name {
		if c == '_' {
			out = append(out, split{name[:i], name[i+1:]})
		}
	}
	return out
}

// required returns the columns that must be filled: those that can only be
// written in one way by name, the others as alternatives.
func required(t *reviews.Table) (keys []string, more []*node) {
	for i := range t.Fields {
		switch f := &t.Fields[i]; {
		case !f.Required():
		case strings.Contains(f.Column, "_"):
			more = append(more, filled(f.Column))
		default:
			keys = append(keys, f.Column)
		}
	}
	return keys, more
}

// filled demands one of the columns, in any of the ways to write it.
func filled(columns ...string) *node {
	var ways []*node
	for _, c := range columns {
		ways = append(ways, waysTo(c)...)
	}
	return &node{AnyOf: ways}
}

func waysTo(column string) []*node {
	ways := []*node{{Required: []string{column}}}
	for _, s := range splits(column) {
		inner := &node{AnyOf: waysTo(s.rest)}
		if len(inner.AnyOf) == 1 {
			inner = inner.AnyOf[0]
		}
		ways = append(ways, &node{Required: []string{s.stem}, Properties: members{{s.stem, inner}}})
	}
	return ways
}
