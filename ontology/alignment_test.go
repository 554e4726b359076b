package ontology_test

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/cayleygraph/quad"

	"policygraph/ontology"
	"policygraph/ontology/vocab"
)

// An alignment is the SSSOM table as the tests look into it.
type alignment struct {
	header   map[string]string // scalar slots; a list has the value ""
	prefixes map[string]string
	columns  []string
	rows     []map[string]string
}

func readAlignment(t *testing.T) *alignment {
	t.Helper()
	a := &alignment{header: map[string]string{}, prefixes: map[string]string{}}
	slot := ""
	for line := range strings.Lines(string(ontology.Alignment())) {
		line = strings.TrimSuffix(line, "\n")
		meta, isMeta := strings.CutPrefix(line, "# ")
		key, value, _ := strings.Cut(strings.TrimSpace(meta), ":")
		value = strings.Trim(strings.TrimSpace(value), `"`)
		switch {
		case isMeta && !strings.HasPrefix(meta, " "):
			slot, a.header[key] = key, value
		case isMeta && slot == "curie_map":
			a.prefixes[key] = value
		case isMeta: // a member of another list
		case a.columns == nil:
			a.columns = strings.Split(line, "\t")
		default:
			a.add(t, strings.Split(line, "\t"))
		}
	}
	return a
}

func (a *alignment) add(t *testing.T, cells []string) {
	t.Helper()
	if len(cells) != len(a.columns) {
		t.Fatalf("%q has %d cells, want %d", cells, len(cells), len(a.columns))
	}
	row := map[string]string{}
	for i, column := range a.columns {
		row[column] = cells[i]
	}
	a.rows = append(a.rows, row)
}

// iri writes a name with a prefix in full.
func (a *alignment) iri(t *testing.T, name string) quad.IRI {
	t.Helper()
	prefix, local, _ := strings.Cut(name, ":")
	namespace, ok := a.prefixes[prefix]
	if !ok {
		t.Errorf("%s: the prefix is not declared", name)
	}
	return quad.IRI(namespace + local)
}

func TestTheAlignmentHeaderIsComplete(t *testing.T) {
	a := readAlignment(t)
	for _, slot := range []string{
		"sssom_version", "mapping_set_id", "mapping_set_version", "mapping_set_title", "mapping_set_description",
		"license", "mapping_date", "subject_source", "subject_source_version",
	} {
		if a.header[slot] == "" {
			t.Errorf("the header has no %s", slot)
		}
	}
	for slot, want := range map[string]string{
		"mapping_set_id":         string(ontology.AlignmentIRI),
		"subject_source":         string(vocab.Ontology),
		"subject_source_version": ontology.Version,
		"license":                string(readOntology(t).one(vocab.Ontology, vocab.DCTLicense).(quad.IRI)),
	} {
		if got := a.header[slot]; got != want {
			t.Errorf("%s is %s, want %s", slot, got, want)
		}
	}
}

func TestMappingsStartFromTermsOfTheOntology(t *testing.T) {
	a, d := readAlignment(t), readOntology(t)
	known := terms(d)
	for _, row := range a.rows {
		s := a.iri(t, row["subject_id"])
		if !known[s] {
			t.Errorf("%s is not a term of the ontology", s)
			continue
		}
		label := d.texts(t, s, vocab.RDFSLabel)["en"] + d.texts(t, s, vocab.SKOSPrefLabel)["en"]
		if row["subject_label"] != label {
			t.Errorf("%s is called %q, want %q", s, row["subject_label"], label)
		}
	}
}

func TestMappingsAreWellFormed(t *testing.T) {
	a := readAlignment(t)
	relations := []string{"exactMatch", "closeMatch", "broadMatch", "narrowMatch", "relatedMatch"}
	seen, used := map[string]bool{}, map[string]bool{}
	for _, row := range a.rows {
		mapping := row["subject_id"] + " " + row["predicate_id"] + " " + row["object_id"]
		if seen[mapping] {
			t.Errorf("%s is there twice", mapping)
		}
		seen[mapping] = true
		for _, column := range []string{"subject_id", "predicate_id", "object_id", "mapping_justification"} {
			a.iri(t, row[column])
			prefix, _, _ := strings.Cut(row[column], ":")
			used[prefix] = true
		}
		prefix, relation, _ := strings.Cut(row["predicate_id"], ":")
		if prefix == "skos" && !slices.Contains(relations, relation) {
			t.Errorf("%s: there is no such relation", mapping)
		}
		confidence, err := strconv.ParseFloat(row["confidence"], 64)
		if err != nil || confidence <= 0 || confidence > 1 {
			t.Errorf("%s: the confidence is %q", mapping, row["confidence"])
		}
		if row["object_label"] == "" || row["comment"] == "" {
			t.Errorf("%s has no label or no comment", mapping)
		}
	}
	for prefix := range a.prefixes {
		if !used[prefix] {
			t.Errorf("the prefix %s is declared and not used", prefix)
		}
	}
}

// The alignment repeats the axioms that tie our terms to outside ones, all of
// them and no other.
func TestAxiomRowsAreTheAxiomsOfTheOntology(t *testing.T) {
	a, d := readAlignment(t), readOntology(t)
	type axiom struct{ s, p, o quad.Value }
	stated, repeated := map[axiom]bool{}, map[axiom]bool{}
	for _, p := range []quad.IRI{vocab.RDFSSubClassOf, vocab.RDFSSubPropertyOf} {
		for _, s := range d.subjects {
			for _, o := range d.all(s, p) {
				if !ours(o) {
					stated[axiom{s, p, o}] = true
				}
			}
		}
	}
	for _, row := range a.rows {
		if !strings.HasPrefix(row["predicate_id"], "rdfs:") {
			continue
		}
		x := axiom{a.iri(t, row["subject_id"]), a.iri(t, row["predicate_id"]), a.iri(t, row["object_id"])}
		repeated[x] = true
		if !stated[x] {
			t.Errorf("%v is not an axiom of the ontology", x)
		}
	}
	for x := range stated {
		if !repeated[x] {
			t.Errorf("%v is missing", x)
		}
	}
}
