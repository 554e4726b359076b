package reference

import (
	"errors"
	"maps"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/cayleygraph/quad"

	"policygraph/graph"
	"policygraph/graph/jsonld"
	"policygraph/graph/turtle"
	"policygraph/ontology"
	"policygraph/ontology/vocab"
	"policygraph/reviews"
)

func open(t *testing.T, lang Lang) *book {
	t.Helper()
	corpus, _ := reviews.Load(reviews.Data(), reviews.Options{})
	var d graph.Builder
	for q := range corpus.Quads(reviews.QuadOptions{Base: vocab.Base}) {
		if err := d.Add(q); err != nil {
			t.Fatal(err)
		}
	}
	b, err := newBook(lang, Input{Data: d.Dataset(), Base: vocab.Base})
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func TestEveryTermIsDefinedInBothLanguages(t *testing.T) {
	for _, l := range []Lang{NB, EN} {
		b := open(t, l)
		for _, term := range Terms() {
			if b.label(term, l) == "" || b.onto.text(term, vocab.SKOSDefinition, l) == "" {
				t.Errorf("%s has no label or no definition in %s", term, l)
			}
		}
		for _, s := range b.shapes.all {
			if b.message(s) == "" {
				t.Errorf("%s has no message in %s", s.name, l)
			}
		}
	}
}

// The words that are the same in both languages.
var sameWords = []string{"of-datatype"}

func TestWordsAreInBothLanguages(t *testing.T) {
	verbs := regexp.MustCompile(`%[sd]`)
	for key, pair := range words {
		same := pair[0] == pair[1] && !slices.Contains(sameWords, key)
		if pair[0] == "" || pair[1] == "" || same || !slices.Equal(verbs.FindAllString(pair[0], -1), verbs.FindAllString(pair[1], -1)) {
			t.Errorf("%s: %q and %q", key, pair[0], pair[1])
		}
	}
}

func TestEveryWordIsUsed(t *testing.T) {
	var all strings.Builder
	for _, name := range []string{"book.go", "constraints.go", "diagram.go", "examples.go", "html.go", "keys.go", "lists.go", "markdown.go", "terms.go", "words.go", "write.go", "page.html"} {
		all.WriteString(readFile(t, name))
	}
	for key := range words {
		if strings.Count(all.String(), `"`+key+`"`) < 2 && !strings.HasPrefix(key, "rules-") && !strings.Contains(key, ":") {
			t.Errorf("nobody says %q", key)
		}
	}
}

func TestNumbersAreGroupedAsTheLanguageDoes(t *testing.T) {
	for n, want := range map[int][2]string{7: {"7", "7"}, 1234: {"1\u00a0234", "1,234"}, 1234567: {"1\u00a0234\u00a0567", "1,234,567"}} {
		if nb, en := NB.number(n), EN.number(n); nb != want[0] || en != want[1] {
			t.Errorf("%d is %q and %q", n, nb, en)
		}
	}
}

func TestGroupsHoldEveryTermOnce(t *testing.T) {
	for _, tt := range []struct {
		groups []group
		terms  []quad.IRI
	}{{classGroups, vocab.Classes()}, {propertyGroups, vocab.Properties()}} {
		if tt.groups[0].first != tt.terms[0] {
			t.Errorf("%s stands in no group", tt.terms[0])
		}
		last := -1
		for _, g := range tt.groups {
			i := slices.Index(tt.terms, g.first)
			if i <= last {
				t.Errorf("the group %s is not where it should be", g.word)
			}
			last = i
		}
	}
}

// Words of SHACL that need no telling as constraints: they are told otherwise.
var toldOtherwise = []quad.IRI{
	shPath, shTargetClass, shTargetSubjectsOf, shTargetObjectsOf, shMessage, shSeverity, shMinCount, shMaxCount,
	shQualifiedMinCount, shQualifiedMaxCount, shAlternativePath, shInversePath,
}

func TestEveryConstraintOfTheShapesIsTold(t *testing.T) {
	told := slices.Clone(toldOtherwise)
	for _, c := range constraints() {
		told = append(told, c.property)
	}
	b := open(t, EN)
	for _, s := range b.shapes.doc.subjects {
		for p := range maps.Keys(b.shapes.doc.objects[s]) {
			if strings.HasPrefix(string(p), sh) && !slices.Contains(told, p) {
				t.Errorf("%v uses %s, which is not told", s, p)
			}
		}
		for _, kind := range b.shapes.doc.all(s, shNodeKind) {
			if kind != quad.Value(shIRI) {
				t.Errorf("%v asks for %v, which is told as an IRI", s, kind)
			}
		}
	}
}

func TestConstraintsInWords(t *testing.T) {
	tests := []struct{ shape, en, nb string }{
		{"S01-search", "an address (IRI), of the form /id/search/[a-z0-9]+(-[a-z0-9]+)*$", "en adresse (IRI), på formen /id/search/[a-z0-9]+(-[a-z0-9]+)*$"},
		{"S12-status", "at most one, one of code:status-in-use, code:status-tried, code:status-proposed", "høyst én, en av code:status-in-use, code:status-tried, code:status-proposed"},
		{"S22-study", "exactly one, of the class pg:Study", "nøyaktig én, av klassen pg:Study"},
		{"S29-months", "at most one, datatype xsd:integer, at least 0, at most 720", "høyst én, datatype xsd:integer, minst 0, høyst 720"},
		{"S30-study", "none", "ingen"},
		{"S02-label-nb", "at least one of the values: in the language nb", "minst én av verdiene er på språket nb"},
		{"S25-sides", "no value in common with pg:contradicts", "ingen felles verdi med pg:contradicts"},
		{"S44-part-of", "exactly one, of the class pg:Review or of the class pg:Section", "nøyaktig én, av klassen pg:Review eller av klassen pg:Section"},
		{"S27", "this does not hold: [pg:direction: has the value code:direction-null; pg:magnitude: at least one]", "dette holder ikke: [pg:direction: har verdien code:direction-null; pg:magnitude: minst én]"},
	}
	for _, l := range []Lang{NB, EN} {
		b := open(t, l)
		for _, tt := range tests {
			found := b.shapes.where(func(s *shape) bool { return s.name == tt.shape })
			if len(found) != 1 {
				t.Fatalf("%d shapes are called %s", len(found), tt.shape)
			}
			if got, want := plain(b.asks(found[0].node), ", "), l.of(tt.nb, tt.en); got != want {
				t.Errorf("%s:\n got %s\nwant %s", tt.shape, got, want)
			}
		}
	}
}

// plain is items as text, with what stands below in brackets.
func plain(items []item, separator string) string {
	var parts []string
	for _, i := range items {
		var s strings.Builder
		for _, one := range i.Spans {
			s.WriteString(one.Text)
		}
		if len(i.Items) > 0 {
			s.WriteString(" [" + plain(i.Items, "; ") + "]")
		}
		parts = append(parts, s.String())
	}
	return strings.Join(parts, separator)
}

// snippets are all examples of a page.
func snippets(list []section) []*snippet {
	var all []*snippet
	for _, s := range list {
		for _, b := range s.Blocks {
			if b.Snippet != nil {
				all = append(all, b.Snippet)
			}
		}
		all = append(all, snippets(s.Sections)...)
	}
	return all
}

func TestExamplesAreStatementsOfTheData(t *testing.T) {
	b := open(t, EN)
	sections, err := b.sections()
	if err != nil {
		t.Fatal(err)
	}
	var prefixes strings.Builder
	for _, p := range b.data.prefixes() {
		prefixes.WriteString("@prefix " + p.Name + ": <" + p.IRI + "> .\n")
	}
	read := map[string]int{}
	for _, s := range snippets(sections) {
		quads := turtle.Read(strings.NewReader(prefixes.String()+s.Text), turtle.ReadOptions{Name: s.Title})
		if s.Syntax == "json" {
			quads = jsonld.Read(strings.NewReader(s.Text), jsonld.ReadOptions{Contexts: map[string][]byte{string(ontology.ContextIRI): ontology.Context()}})
		}
		for q, err := range quads {
			if err != nil {
				t.Fatalf("%v\n%s", err, s.Text)
			}
			q.Label = nil
			found := false
			for range b.data.d.Match(graph.Pattern{Subject: q.Subject, Predicate: q.Predicate, Object: q.Object}) {
				found = true
			}
			if !found {
				t.Errorf("the data do not say %v", q)
			}
			read[s.Syntax]++
		}
	}
	if read["turtle"] < 200 || read["json"] < 100 {
		t.Errorf("read %v statements", read)
	}
}

func TestTheExampleOfAClassShowsMost(t *testing.T) {
	b := open(t, EN)
	for _, class := range vocab.Classes() {
		best := b.data.best(class)
		for _, s := range b.data.instances(class) {
			one, _ := b.data.g.From(s)
			most, _ := b.data.g.From(best)
			if len(slices.Compact(slices.Clone(one))) > len(slices.Compact(slices.Clone(most))) {
				t.Errorf("%s shows more than the example of %s", b.data.d.Text(s), class)
			}
		}
	}
}

func TestArrowsAreWhatTheOntologySays(t *testing.T) {
	b := open(t, EN)
	within := func(class quad.IRI, allowed []quad.IRI) bool {
		return slices.ContainsFunc(append([]quad.IRI{class}, b.ancestors(class, vocab.RDFSSubClassOf)...), func(c quad.IRI) bool { return slices.Contains(allowed, c) })
	}
	for _, a := range arrows {
		for _, p := range a.properties {
			if !ours(p) {
				if len(b.shapes.where(func(s *shape) bool { return s.on([]quad.IRI{a.from}, p) })) == 0 {
					t.Errorf("no shape of %s speaks of %s", a.from, p)
				}
				continue
			}
			domain, values := b.inherited(p, vocab.RDFSDomain), b.inherited(p, vocab.RDFSRange)
			if !within(a.from, domain) || !within(a.to, values) {
				t.Errorf("%s is from %v to %v, drawn from %s to %s", p, domain, values, a.from, a.to)
			}
		}
	}
}

func TestKeysOfTheContext(t *testing.T) {
	k, err := readKeys()
	if err != nil {
		t.Fatal(err)
	}
	for term, want := range map[quad.IRI]string{
		vocab.FromStudy:       "study",
		vocab.Measure:         "Measure",
		vocab.SKOSPrefLabel:   "label",
		vocab.OutcomeProperty: "outcome",
		vocab.Outcome:         "Outcome",
	} {
		if got := plain(lines(k.named(term)), ", "); got != want {
			t.Errorf("%s is %q in JSON-LD, want %q", term, got, want)
		}
	}
}

func TestAnInverseTellsWhatIsAtTheEnds(t *testing.T) {
	b := open(t, EN)
	if d, r := b.ends(vocab.HasFinding, vocab.RDFSDomain, vocab.RDFSRange), b.ends(vocab.HasFinding, vocab.RDFSRange, vocab.RDFSDomain); !slices.Equal(d, []quad.IRI{vocab.Study}) || !slices.Equal(r, []quad.IRI{vocab.Finding}) {
		t.Errorf("pg:hasFinding is from %v to %v", d, r)
	}
}

func TestMappingsAreRead(t *testing.T) {
	const table = "# curie_map:\n#   pg: https://w3id.org/policygraph/ns#\n#   skos: http://www.w3.org/2004/02/skos/core#\n#   ex: http://example.org/\n" +
		"subject_id\tpredicate_modifier\tpredicate_id\tobject_id\tobject_label\tmapping_justification\tconfidence\tcomment\n" +
		"pg:Measure\tNot\tskos:exactMatch\tex:Act\tact\tsemapv:ManualMappingCuration\t0.90\tTheirs is a law.\n"
	set, err := readMappings([]byte(table))
	if err != nil || len(set.Mappings) != 1 {
		t.Fatalf("%v, %v", set, err)
	}
	b := open(t, NB)
	b.mappings = set
	if got, want := plain(b.mapped(vocab.Measure), ""), "ikke det samme som ex:Act act (sikkerhet 0,90): Theirs is a law."; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if _, err := readMappings([]byte(strings.Replace(table, "ex:Act", "ey:Act", 1))); err == nil || !strings.Contains(err.Error(), "alignment.sssom.tsv:6:") {
		t.Errorf("a prefix that nobody declared: %v", err)
	}
}

func TestEveryMappingIsOnItsTerm(t *testing.T) {
	b := open(t, NB)
	terms := Terms()
	for _, m := range b.mappings.Mappings {
		if !slices.Contains(terms, quad.IRI(m.Subject)) {
			t.Errorf("%s is mapped and is no term", m.Subject)
		}
	}
}

func TestWhatIsDeprecatedIsSaidToBe(t *testing.T) {
	b := open(t, NB)
	b.onto.objects[vocab.Factor][vocab.OWLDeprecated] = []quad.Value{quad.TypedString{Value: "true", Type: vocab.XSDBoolean}}
	b.onto.objects[vocab.Factor][vocab.DCTIsReplacedBy] = []quad.Value{vocab.Problem}
	p, err := b.page()
	if err != nil {
		t.Fatal(err)
	}
	var html, md strings.Builder
	if err := errors.Join(writeHTML(&html, p), writeMarkdown(&md, p)); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{`class="term deprecated"`, `<span class="kind">utgått</span>`, "<dt>Erstattet av</dt>", "<dt>Utgåtte begreper</dt><dd>1</dd>"} {
		if !strings.Contains(html.String(), want) {
			t.Errorf("there is no %s", want)
		}
	}
	if !strings.Contains(md.String(), "*klasse*, *utgått*") || !strings.Contains(md.String(), "**Erstattet av**: [`pg:Problem`](#Problem)") {
		t.Error("Markdown does not say so")
	}
}

// What a page says in the other language is marked.
func TestTextInTheOtherLanguageIsMarked(t *testing.T) {
	b := open(t, NB)
	sections, err := b.sections()
	if err != nil {
		t.Fatal(err)
	}
	english := map[string]bool{}
	for _, term := range Terms() {
		english[b.onto.text(term, vocab.SKOSDefinition, EN)] = true
		if l := b.label(term, EN); l != b.label(term, NB) && !strings.Contains(words["class"][0]+words["code"][0], l) {
			english[l] = true
		}
	}
	for _, m := range b.mappings.Mappings {
		english[m.Comment] = m.Comment != ""
	}
	for text := range unmarked(sections) {
		if english[strings.TrimSpace(text)] {
			t.Errorf("%q is English, and not marked", text)
		}
	}
}

// unmarked are the runs of text of a page that are said to be in its language.
func unmarked(sections []section) map[string]bool {
	all := map[string]bool{}
	var inItems func([]item)
	add := func(spans []span) {
		for _, s := range spans {
			if s.Lang == "" && !s.Code {
				all[s.Text] = true
			}
		}
	}
	inItems = func(items []item) {
		for _, i := range items {
			add(i.Spans)
			inItems(i.Items)
		}
	}
	for _, s := range sections {
		for _, b := range s.Blocks {
			add(b.Text)
			inItems(b.Items)
			for _, r := range b.Rows {
				inItems(r.Items)
			}
		}
		for text := range unmarked(s.Sections) {
			all[text] = true
		}
	}
	return all
}

func TestTheIndexIsInTheOrderOfTheAlphabet(t *testing.T) {
	b := open(t, NB)
	sections, err := b.sections()
	if err != nil {
		t.Fatal(err)
	}
	var letters []string
	for _, s := range sections[len(sections)-1].Sections {
		letters = append(letters, s.Title)
	}
	if got := strings.Join(letters, ""); !regexp.MustCompile(`^A?B?C?D?E?F?G?H?I?J?K?L?M?N?O?P?Q?R?S?T?U?V?W?X?Y?Z?Æ?Ø?Å?$`).MatchString(got) || len(letters) < 15 {
		t.Errorf("the letters are %s", got)
	}
}

func readFile(t *testing.T, name string) string {
	t.Helper()
	text, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}
