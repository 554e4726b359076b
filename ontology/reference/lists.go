package reference

import (
	"maps"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/cayleygraph/quad"

	"policygraph/ontology/vocab"
)

// sections are all of the page below its header.
func (b *book) sections() ([]section, error) {
	classes, err := b.grouped("classes", classGroups, vocab.Classes(), b.class)
	if err != nil {
		return nil, err
	}
	properties, err := b.grouped("properties", propertyGroups, vocab.Properties(), b.propertyEntry)
	if err != nil {
		return nil, err
	}
	schemes, err := b.schemes()
	if err != nil {
		return nil, err
	}
	outside, err := b.outsideSections()
	if err != nil {
		return nil, err
	}
	all := []section{
		b.overview(),
		b.part("classes", nil, classes),
		b.part("properties", nil, properties),
		b.part("schemes", nil, schemes),
		b.part("outside", nil, outside),
		b.part("rules", nil, b.rules()),
		b.part("inference", b.inference(), nil),
		b.part("prefixes", []block{{Table: b.prefixTable()}}, nil),
	}
	return leveled(append(all, b.part("index", nil, b.index(all))), 2), nil
}

// part is a section at the top, with its first words.
func (b *book) part(word string, blocks []block, sections []section) section {
	if intro, ok := sectionIntros[word]; ok {
		blocks = append([]block{{Text: text(intro.in(b.lang))}}, blocks...)
	}
	return section{ID: "section-" + word, Title: b.word(word), Blocks: blocks, Sections: sections}
}

func (b *book) overview() section {
	var blocks []block
	for _, p := range overview {
		blocks = append(blocks, block{Text: text(p.in(b.lang))})
	}
	blocks = append(blocks, block{Diagram: b.diagram()})
	var how []block
	for _, p := range reading {
		how = append(how, block{Text: text(p.in(b.lang))})
	}
	return b.part("overview", blocks, []section{
		b.part("class-tree", []block{{Items: b.tree(vocab.Classes(), vocab.RDFSSubClassOf)}}, nil),
		b.part("property-tree", []block{{Items: b.tree(vocab.Properties(), vocab.RDFSSubPropertyOf)}}, nil),
		b.part("reading", how, nil),
	})
}

// tree is terms under those above them. Terms of other vocabularies that are above
// ours stand at the top; a term under two others stands under both.
func (b *book) tree(terms []quad.IRI, by quad.IRI) []item {
	var tops []quad.IRI
	for _, term := range terms {
		ups := b.onto.iris(term, by)
		for _, up := range ups {
			if !ours(up) && !slices.Contains(tops, up) {
				tops = append(tops, up)
			}
		}
		if len(ups) == 0 {
			tops = append(tops, term)
		}
	}
	return b.branches(tops, by)
}

func (b *book) branches(terms []quad.IRI, by quad.IRI) []item {
	var items []item
	for _, term := range terms {
		items = append(items, item{Spans: b.named(term), Items: b.branches(b.onto.having(by, term), by)})
	}
	return items
}

// outsideSections tell how the terms of other vocabularies are used.
func (b *book) outsideSections() ([]section, error) {
	var sections []section
	for _, term := range b.outside {
		kind := "outside-property"
		users, usage := b.usage(term)
		if b.data.uses(term) == 0 {
			kind, usage = "class", b.instances(term)
		}
		var r rows
		r.Run(b.word("address"), span{Text: string(term), Href: string(term), Code: true})
		r.Run(b.word("in-data"), usage...)
		r.Run(b.word("json-keys"), joined(b.keys.named(term), ", ")...)
		r.Run(b.word("columns"), joined(b.columns(term), ", ")...)
		r.Add(b.word("row-rules"), b.rulesAbout(term)...)
		r.Run(b.word("above"), joined(b.refs(b.onto.having(vocab.RDFSSubPropertyOf, term)), ", ")...)
		examples, err := b.propertyExample(term, users)
		if err != nil {
			return nil, err
		}
		sections = append(sections, section{
			ID: Anchor(term), Name: curie(term), Kind: b.word(kind), Short: true, Blocks: append([]block{{Rows: r}}, examples...),
		})
	}
	return sections, nil
}

// rules are the shapes, by rule, in the parts that the numbers of the rules tell.
func (b *book) rules() []section {
	var parts []section
	for _, s := range b.shapes.all {
		key := "rules-" + s.name[1:2]
		if n := len(parts); n == 0 || parts[n-1].ID != "section-"+key {
			parts = append(parts, section{ID: "section-" + key, Title: b.word(key)})
		}
		part := &parts[len(parts)-1]
		if n := len(part.Sections); n == 0 || part.Sections[n-1].Name != s.rule() {
			part.Sections = append(part.Sections, section{ID: s.rule(), Title: b.word("rule", ""), Name: s.rule()})
		}
		rule := &part.Sections[len(part.Sections)-1]
		rule.Sections = append(rule.Sections, b.shape(s))
	}
	for i := range parts {
		for j := range parts[i].Sections {
			rule := &parts[i].Sections[j]
			rule.Title = strings.TrimSpace(rule.Title)
			if only := rule.Sections[0]; len(rule.Sections) == 1 && only.ID == rule.ID {
				only.Title, only.Short = rule.Title, false
				*rule = only
			}
		}
	}
	return parts
}

// shape is what one shape asks, of what, and what is said where it does not hold.
func (b *book) shape(s *shape) section {
	other := b.lang.other()
	blocks := []block{{Text: text(b.message(s)), Lead: true}}
	var r rows
	r.Run(b.word("other-label"), span{Text: b.shapes.doc.text(s.node, shMessage, other), Lang: string(other)})
	r.Run(b.word("applies"), b.targets(s)...)
	if s.path != nil {
		r.Run(b.word("path"), b.path(s.path)...)
	}
	r.Add(b.word("asks"), b.asks(s.node)...)
	if b.shapes.warns(s) {
		r.Run(b.word("severity"), text(b.word("warning"))...)
	}
	return section{ID: s.name, Name: s.name, Short: true, Blocks: append(blocks, block{Rows: r})}
}

func (b *book) targets(s *shape) []span {
	runs := b.refs(s.classes)
	for _, p := range s.subjects {
		runs = append(runs, []span{{Text: b.word("subjects-of")}, b.ref(p)})
	}
	for _, p := range s.objects {
		runs = append(runs, []span{{Text: b.word("objects-of")}, b.ref(p)})
	}
	return joined(runs, ", ")
}

func (b *book) inference() []block {
	var r rows
	for _, rule := range inferenceRules {
		r.Add(rule.name, line(span{Text: rule.says.in(b.lang) + " "}, code(rule.word)))
	}
	var groups []item
	for _, members := range b.exclusive() {
		groups = append(groups, item{Spans: joined(b.refs(members), ", ")})
	}
	return []block{{Rows: r}, {Text: text(b.word("disjoint-groups") + ":")}, {Items: groups}}
}

// prefixTable is the prefixes of the project, then those that only the alignment uses, by
// name.
func (b *book) prefixTable() *table {
	t := &table{Caption: b.word("prefixes-table"), Head: []string{b.word("prefix"), b.word("namespace-of")}}
	known := map[string]bool{}
	for _, p := range b.data.prefixes() {
		known[p.Name] = true
		t.Rows = append(t.Rows, [][]span{{code(p.Name)}, {code(p.IRI)}})
	}
	for _, name := range slices.Sorted(maps.Keys(b.mappings.Prefixes)) {
		if !known[name] {
			t.Rows = append(t.Rows, [][]span{{code(name)}, {code(b.mappings.Prefixes[name])}})
		}
	}
	return t
}

// index is every section about a term by the letter that it begins with.
func (b *book) index(parts []section) []section {
	entries := b.entries(parts)
	slices.SortStableFunc(entries, func(x, y entry) int { return strings.Compare(alphabetical(x.word), alphabetical(y.word)) })
	var letters []section
	for _, e := range entries {
		first, _ := utf8.DecodeRuneInString(e.word)
		letter := string(unicode.ToUpper(first))
		if n := len(letters); n == 0 || letters[n-1].Title != letter {
			letters = append(letters, section{ID: "index-" + spelled.Replace(strings.ToLower(letter)), Title: letter, Blocks: []block{{}}})
		}
		at := &letters[len(letters)-1].Blocks[0]
		at.Items = append(at.Items, line(e.spans...))
	}
	return letters
}

// spelled writes the letters after z as anchors have them.
var spelled = strings.NewReplacer("æ", "ae", "ø", "oe", "å", "aa")

// entry is a line of the index.
type entry struct {
	word  string
	spans []span
}

// entries are the sections about terms under their labels and, where that is another word,
// under their names.
func (b *book) entries(sections []section) []entry {
	var all []entry
	for _, s := range sections {
		_, local, _ := strings.Cut(s.Name, ":")
		if s.Kind != "" && s.Title != "" {
			all = append(all, entry{s.Title, []span{{Text: s.Title, Href: "#" + s.ID}, {Text: " "}, code(s.Name), {Text: ", " + s.Kind}}})
		}
		isCode := strings.HasPrefix(s.Name, "code:")
		if s.Kind != "" && !isCode && !strings.EqualFold(local, s.Title) && !strings.EqualFold(spaced(s.Name), s.Title) {
			all = append(all, entry{local, []span{{Text: s.Name, Href: "#" + s.ID, Code: true}, {Text: strings.TrimRight(" "+s.Title, " ") + ", " + s.Kind}}})
		}
		all = append(all, b.entries(s.Sections)...)
	}
	return all
}

// alphabetical is a key that sorts as both languages do: without regard to case, with
// æ, ø and å after z.
func alphabetical(s string) string {
	return strings.NewReplacer("æ", "{", "ø", "|", "å", "}").Replace(strings.ToLower(s))
}
