package catalogue_test

import (
	"bytes"
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/cayleygraph/quad"

	"policygraph/exports/artifact"
	"policygraph/exports/catalogue"
	"policygraph/exports/publication"
	"policygraph/graph"
	"policygraph/graph/canon"
	"policygraph/graph/turtle"
	"policygraph/ontology/vocab"
)

// What harvesters do with a catalogue is done here by plain rules of our own, after
// what was read of them: they are literal, and what they do not find they delete.

// harvested is a catalogue as a harvester holds it.
type harvested struct {
	t   *testing.T
	all []quad.Quad
}

func (h harvested) values(s quad.Value, p string) (values []quad.Value) {
	for _, q := range h.all {
		if q.Subject == s && q.Predicate == quad.IRI(p) {
			values = append(values, q.Object)
		}
	}
	return values
}

// first is the lexical form of some value, or empty.
func (h harvested) first(s quad.Value, p string) string {
	for _, v := range h.values(s, p) {
		return lexical(v)
	}
	return ""
}

func lexical(v quad.Value) string {
	switch v := v.(type) {
	case quad.IRI:
		return string(v)
	case quad.LangString:
		return string(v.Value)
	case quad.TypedString:
		return string(v.Value)
	case quad.String:
		return string(v)
	}
	return quad.StringOf(v)
}

func (h harvested) instances(class string) (list []quad.Value) {
	for _, q := range h.all {
		if q.Predicate == vocab.RDFType && q.Object == quad.IRI(class) {
			list = append(list, q.Subject)
		}
	}
	return list
}

// harvests runs a test for each publication and syntax that harvesters ask for.
func harvests(t *testing.T, test func(h harvested)) {
	t.Helper()
	for name, p := range publications(t) {
		for _, syntax := range []string{"turtle", "jsonld", "rdfxml", "ntriples"} {
			t.Run(name+"/"+syntax, func(t *testing.T) {
				d := read(t, written(t, input(t, p), catalogue.Bridge, syntax), syntax)
				h := harvested{t: t}
				for q := range d.Graph(0).Match(0, 0, 0) { // the default graph alone
					h.all = append(h.all, d.Graph(0).Quad(q))
				}
				if len(h.instances(dcat+"Dataset")) != 3 {
					t.Fatalf("datasets %v, want three", h.instances(dcat+"Dataset"))
				}
				test(h)
			})
		}
	}
}

// data.norge.no copies whatever can be reached from a dataset, without end where
// blank nodes go in circles, and takes datasets and catalogues only by address.
func TestWhatIsReachedFromADatasetIsTheCatalogueAlone(t *testing.T) {
	harvests(t, func(h harvested) {
		catalog := h.instances(dcat + "Catalog")
		if len(catalog) != 1 || len(h.values(catalog[0], dcat+"dataset")) != 3 {
			h.t.Fatalf("catalogues %v", catalog)
		}
		ours := map[quad.IRI]bool{}
		for _, class := range vocab.Classes() {
			ours[class] = true
		}
		for _, dataset := range h.values(catalog[0], dcat+"dataset") {
			seen := map[quad.Value]bool{}
			queue := []quad.Value{dataset}
			for len(queue) > 0 {
				s := queue[0]
				queue = queue[1:]
				if seen[s] {
					continue
				}
				seen[s] = true
				for _, q := range h.all {
					if q.Subject != s {
						continue
					}
					if class, ok := q.Object.(quad.IRI); ok && q.Predicate == vocab.RDFType && ours[class] {
						h.t.Errorf("%s leads into the graph: %s is a %s", dataset, s, class)
					}
					if _, literal := q.Object.(quad.IRI); literal {
						queue = append(queue, q.Object)
					}
				}
			}
			if seen[catalog[0]] {
				h.t.Errorf("%s leads back to the catalogue, and so to all other datasets", dataset)
			}
		}
	})
}

// Orphans are put into a catalogue that nobody wrote.
func TestEveryDatasetIsInTheCatalogueAndHasARecordOfItsOwn(t *testing.T) {
	harvests(t, func(h harvested) {
		listed := h.values(h.instances(dcat + "Catalog")[0], dcat+"dataset")
		topics := map[quad.Value]quad.Value{}
		for _, r := range h.instances(dcat + "CatalogRecord") {
			topics[h.values(r, "http://xmlns.com/foaf/0.1/primaryTopic")[0]] = r
		}
		for _, d := range h.instances(dcat + "Dataset") {
			if !slices.Contains(listed, d) {
				h.t.Errorf("%s is not in the catalogue", d)
			}
			if r, ok := topics[d]; !ok || r == d {
				h.t.Errorf("the record of %s is %v", d, r)
			}
		}
	})
}

// tag is what CKAN takes for a tag.
var tag = regexp.MustCompile(`^[\p{L}\p{N} ._-]{2,100}$`)

// ckanext-dcat needs a title to gather at all, takes the IRI or the identifier for
// the identity, cuts keywords at commas, and lists distributions as resources.
func TestCKANFindsTitlesTagsAndResources(t *testing.T) {
	harvests(t, func(h harvested) {
		for _, d := range h.instances(dcat + "Dataset") {
			if h.first(d, dct+"title") == "" || h.first(d, dct+"identifier") != lexical(d) {
				h.t.Errorf("%s is titled %q and identified by %q", d, h.first(d, dct+"title"), h.first(d, dct+"identifier"))
			}
			for _, k := range h.values(d, dcat+"keyword") {
				if !tag.MatchString(lexical(k)) {
					h.t.Errorf("%s: the tag %s is refused", d, k)
				}
			}
			urls := map[string]bool{}
			for _, r := range h.values(d, dcat+"distribution") {
				url := h.first(r, dcat+"downloadURL")
				if url == "" || urls[url] || h.first(r, dct+"title") == "" {
					h.t.Errorf("%s: resource %s has the address %q and the title %q", d, r, url, h.first(r, dct+"title"))
				}
				urls[url] = true
				if format := h.values(r, dct+"format"); len(format) > 1 {
					h.t.Errorf("%s has the formats %v", r, format)
				}
				for _, m := range h.values(r, dcat+"mediaType") {
					if label := h.first(m, "http://www.w3.org/2000/01/rdf-schema#label"); !strings.HasSuffix(lexical(m), label) || label == "" {
						h.t.Errorf("%s: the media type is shown as %q", r, label)
					}
				}
			}
		}
	})
}

// udata reads the default language, refuses a dataset over one keyword, and takes
// a date or a time, nothing else.
func TestUdataFindsDatesAndKeywords(t *testing.T) {
	day := regexp.MustCompile(`^\d{4}-\d\d-\d\d$`)
	harvests(t, func(h harvested) {
		for _, q := range h.all {
			switch p := lexical(q.Predicate); p {
			case dct + "issued", dct + "modified", dcat + "startDate", dcat + "endDate":
				if !day.MatchString(lexical(q.Object)) {
					h.t.Errorf("%s is %s", p, q.Object)
				}
			case dcat + "keyword":
				if n := len([]rune(lexical(q.Object))); n < 3 || n > 96 {
					h.t.Errorf("the keyword %s has %d characters", q.Object, n)
				}
			case dct + "title", dct + "description":
				if l, ok := q.Object.(quad.LangString); !ok || l.Lang != "nb" && l.Lang != "en" {
					h.t.Errorf("%s of %s is %s, want bokmål or English", p, q.Subject, q.Object)
				}
			}
		}
	})
}

// data.norge.no writes what it took as RDF/XML, so that every predicate must end
// in an XML name.
func TestPredicatesEndInXMLNames(t *testing.T) {
	name := regexp.MustCompile(`[/#][A-Za-z_][A-Za-z0-9_.-]*$`)
	harvests(t, func(h harvested) {
		for _, q := range h.all {
			if !name.MatchString(lexical(q.Predicate)) {
				h.t.Errorf("%s cannot be an element", q.Predicate)
			}
		}
	})
}

// Other readers find the statements that ours find.
func TestOtherReadersFindTheSame(t *testing.T) {
	in := input(t, full(t))
	want, err := canon.Hash(context.Background(), built(t, in, catalogue.DCATAP3))
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	node, noNode := exec.LookPath("node")
	rapper, noRapper := exec.LookPath("rapper")
	_, noJSONLD := os.Stat(filepath.Join(peers, "node_modules", "jsonld"))
	for _, c := range []struct {
		syntax  string
		missing error
		command []string
	}{
		{"turtle", noRapper, []string{rapper, "-q", "-i", "turtle", "-o", "ntriples"}},
		{"rdfxml", noRapper, []string{rapper, "-q", "-i", "rdfxml", "-o", "ntriples"}},
		{"ntriples", noRapper, []string{rapper, "-q", "-i", "ntriples", "-o", "ntriples"}},
		{"jsonld", cmpError(noNode, noJSONLD), []string{node, filepath.Join(peers, "nquads.mjs")}},
	} {
		t.Run(c.syntax, func(t *testing.T) {
			if c.missing != nil {
				absent(t, c.missing.Error())
			}
			file := filepath.Join(dir, c.syntax)
			if err := os.WriteFile(file, []byte(written(t, in, catalogue.DCATAP3, c.syntax)), 0o644); err != nil {
				t.Fatal(err)
			}
			out, err := exec.Command(c.command[0], append(c.command[1:], file)...).Output()
			if err != nil {
				t.Fatal(err)
			}
			var b graph.Builder
			for q, err := range turtle.Read(bytes.NewReader(out), turtle.ReadOptions{Syntax: turtle.NQuads}) {
				if err != nil {
					t.Fatal(err)
				}
				if err := b.Add(q); err != nil {
					t.Fatal(err)
				}
			}
			if got, err := canon.Hash(context.Background(), b.Dataset()); err != nil || got != want {
				t.Errorf("hash %s, %v, want %s", got, err, want)
			}
		})
	}
}

func cmpError(errs ...error) error {
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}

// The catalogue is of the data and of what the publisher says, and of nothing else.
func TestTheSameDataGiveTheSameCatalogue(t *testing.T) {
	one, two := input(t, publication.Default()), input(t, publication.Default())
	slices.Reverse(two.Written)
	two.Written = slices.DeleteFunc(two.Written, func(f artifact.File) bool { return f.Dataset == "" })
	if written(t, one, catalogue.Bridge, "turtle") != written(t, two, catalogue.Bridge, "turtle") {
		t.Error("the order of files, or one that is in no dataset, changes the catalogue")
	}
}
